/**
 * Names of units in English: which new lines, commas and conjunctions are their own and which part them. Where it
 * cannot be told, a name stays whole.
 */

const institution =
  '(?:ministry|minister|department|dept\\.?|office|agency|authority|bureau|commission|council|committee|board|treasury|service|unit|directorate|secretariat|cabinet|bank|police|institute|centre|center|corporation|fund|inspectorate|court|parliament|assembly|university|association|municipality|team|division|district|borough)';
const isLone = new RegExp(`^${institution}$`, 'i');
const saysOfWhat = new RegExp(`(?<![\\p{L}-])${institution} (?:of|for|on|to|against) `, 'iu');
const ending = new RegExp(`[ -]${institution}$`, 'i');
const beginning = new RegExp(`^${institution} `, 'i');

/** Capitals that stand for a name: DfT, HMT, NHSX; IT and HR are what a unit is for. */
const acronym = /^(?!(?:IT|ICT|HR|PR|EU|UK|US|UN|AI)$)(?:[A-Z][A-Za-z]{0,4}[A-Z]|[A-Z]{2,6})$/;

type Shape = 'acronym' | 'head' | 'tail' | 'lone' | 'begins';

const bare = (text: string): string =>
  text
    .replace(/(?: ?\([^()]{0,200}\))+ ?$/, '')
    .replace(/ (?:leads|supports)$/, '')
    .trim()
    .replace(/^the /i, '');

/** Where a name has its word of institutions: Ministry of Health, Home Office, Treasury, Police Scotland. */
const shapeOf = (text: string): Shape | undefined => {
  const name = bare(text);
  if (acronym.test(name)) return 'acronym';
  if (isLone.test(name)) return 'lone';
  if (saysOfWhat.test(name)) return 'head';
  if (ending.test(name)) return 'tail';
  return beginning.test(name) ? 'begins' : undefined;
};

const conjunction = / & | and |&/;

/** Whether what stands on both sides of a conjunction is a name of its own: not Ministry of Trade and Industry. */
export const areTwoNames = (left: string, right: string): boolean => {
  const [next = ''] = right.split(conjunction);
  const shape = shapeOf(next);
  switch (shapeOf(left)) {
    case 'acronym':
    case 'tail':
      return shape !== undefined || shapeOf(right) !== undefined;
    // What it is for may go on: Ministry of Health and Social Service, of Finance and Treasury, of Science and ICT.
    case 'head':
      return shape === 'head' || (shape === 'tail' && !/ (?:service|minister)$/i.test(bare(next)));
    case 'lone':
      return shape === 'head' || shape === 'lone' || shape === 'acronym';
    case 'begins':
      return shape === 'head';
    case undefined:
      return false;
  }
};

const isWord = (text: string): boolean => /^[\p{L}\d'’-]+$/u.test(bare(text));
/** Planning, Highways: such a word may be part of a longer name as well. */
const isPlainWord = (text: string): boolean => isWord(text) && shapeOf(text) === undefined;
const afterAnd = (text: string): string => text.trim().replace(/^(?:and|&) /, '');

/** Whether a text between commas is a name, or several around a conjunction. */
const isListed = (part: string): boolean => {
  const text = bare(afterAnd(part));
  if (text === '' || isWord(text) || shapeOf(text) !== undefined) return true;
  const [first = '', ...others] = text.split(conjunction);
  return (
    others.length > 0 && shapeOf(first) !== undefined && areTwoNames(first, others.join(' and '))
  );
};

/** Foreign, Commonwealth and Development Office: the word before the comma belongs to what follows. */
const runsOn = (word: string, next: string): boolean => {
  const text = bare(afterAnd(next));
  const [first = '', ...others] = text.split(conjunction);
  return (
    isPlainWord(word) &&
    others.length > 0 &&
    shapeOf(text) !== 'head' &&
    !areTwoNames(first, others.join(' and '))
  );
};

const areListed = (parts: readonly string[]): boolean =>
  parts.every(
    (part, index) => isListed(part) && !(index > 0 && runsOn(parts[index - 1] ?? '', part)),
  );

/** Parts at commas outside brackets; a comma behind a bracket or a role ends a name in any case. */
export const partedAtCommas = (text: string): readonly string[] => {
  const all: string[] = [];
  let run: string[] = [];
  const close = (): void => {
    all.push(...(areListed(run) ? run.map(afterAnd) : [run.join(',')]));
    run = [];
  };
  for (const part of text.split(/,(?![^()]*\))/)) {
    run.push(part);
    if (/(?:\)| leads| supports) ?$/.test(part)) close();
  }
  close();
  return all;
};

const han = /\p{Script=Han}/u;

/** Whether a line goes on in the next one, by a word or a sign that never ends or begins a name. */
const goesOn = (line: string, next: string): boolean =>
  /(?:(?<!\p{L})(?:and|of|for|the)|&|\p{L}-)$/iu.test(line) || /^(?:(?:and|of|for) |&)/i.test(next);

/** Behind a comma a name goes on unless one ends there and another begins. */
const goesOnAfterComma = (line: string, next: string): boolean => {
  if (!line.endsWith(',')) return false;
  const left = line.slice(0, -1).split(/[,;:]/).at(-1) ?? '';
  const [right = ''] = next.split(/[,;]/);
  const areBothWords = isPlainWord(left) && isPlainWord(right);
  return !(areBothWords || (areListed([left, right]) && !isPlainWord(left) && !isPlainWord(right)));
};

/** The lines with those in one that `isOne` says belong together. */
const joinedBy = (
  isOne: (line: string, next: string) => boolean,
  lines: readonly string[],
): readonly string[] => {
  const all: string[] = [];
  for (const next of lines) {
    const line = all.at(-1);
    const areLatin = line && !han.test(line.at(-1) ?? '') && !han.test(next[0] ?? '');
    if (areLatin && isOne(line, next)) {
      all[all.length - 1] = `${line}${line.endsWith('-') ? '' : ' '}${next}`;
    } else all.push(next);
  }
  return all;
};

/** A text whose English names stand on one line each; other new lines stay. */
export const onOneLine = (text: string): string =>
  joinedBy(goesOnAfterComma, joinedBy(goesOn, text.split('\n'))).join('\n');
