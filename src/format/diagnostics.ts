/** Diagnostics as text for people, and as annotations of a GitHub workflow. */
import { Chalk } from 'chalk';
import stringWidth from 'string-width';
import type { Diagnostic, Severity } from '../model/diagnostic.ts';
import type { Words } from '../words/en.ts';
import type { DiagnosticWords } from '../words/en-diagnostics.ts';
import type { Medium } from './document.ts';
import { oneLine } from './escape.ts';

type Said = Pick<Diagnostic, 'code' | 'params'>;

const wordsOf = ({ code }: Said, { diagnostics }: Words) =>
  diagnostics[code] as DiagnosticWords<unknown>;

export const messageOf = (diagnostic: Said, words: Words): string =>
  wordsOf(diagnostic, words).message(diagnostic.params);

export const hintOf = (diagnostic: Said, words: Words): string | undefined =>
  wordsOf(diagnostic, words).hint?.(diagnostic.params);

const label = (severity: Severity, { validate }: Words): string => validate[severity];

/** How problems are shown: the ledger's folder before their files, the width and colours, the language. */
interface How {
  readonly prefix: string;
  readonly medium: Medium;
  readonly words: Words;
}

/** The longest piece of a source line that is shown where no terminal sets a width. */
const longestExcerpt = 160;

/** The source line with carets under the place, cut to a window around it where it is too long. */
const frame = ({ at, excerpt }: Diagnostic, medium: Medium): readonly string[] => {
  if (!at || excerpt === null) return [];
  const number = String(at.line);
  const room = Math.max(20, (medium.width ?? longestExcerpt) - number.length - 5);
  const before = oneLineKeepingLength(excerpt.slice(0, at.column - 1));
  const marked = oneLineKeepingLength(excerpt.slice(at.column - 1, at.column - 1 + at.length));
  const after = oneLineKeepingLength(excerpt.slice(at.column - 1 + at.length));
  const start = shorten(before, Math.floor(room / 2), 'start');
  const middle = shorten(marked, Math.max(8, Math.floor(room / 2) - 2), 'end');
  const end = shorten(after, Math.max(0, room - stringWidth(start + middle)), 'end');
  const blank = ' '.repeat(number.length);
  // Carets are counted in display columns: a Chinese character takes two.
  const carets = '^'.repeat(Math.max(1, stringWidth(middle)));
  return [
    ` ${number} | ${start}${middle}${end}`.trimEnd(),
    ` ${blank} | ${' '.repeat(stringWidth(start))}${carets}`,
  ];
};

/**
 * Tabs become two blanks, other odd characters their number, so that what is measured is what is
 * shown.
 */
const oneLineKeepingLength = (text: string): string => oneLine(text.replace(/\t/g, '  '));

/**
 * Cuts a text to a display width, at its start or its end, in time that depends on the width alone.
 */
const shorten = (text: string, width: number, cut: 'start' | 'end'): string => {
  // No character that is shown is narrower than a quarter of a column on average, even with all its marks.
  const most = 4 * width + 8;
  const near = cut === 'start' ? text.slice(-most) : text.slice(0, most);
  if (near.length === text.length && stringWidth(text) <= width) return text;
  const characters = cut === 'start' ? [...near].reverse() : [...near];
  let kept = '';
  let left = width - 1;
  for (const character of characters) {
    left -= stringWidth(character);
    if (left < 0) break;
    kept = cut === 'start' ? character + kept : kept + character;
  }
  return cut === 'start' ? `…${kept}` : `${kept}…`;
};

const placeOf = ({ file, at }: Diagnostic, prefix: string): string =>
  oneLine(`${prefix === '.' ? '' : `${prefix}/`}${file}${at ? `:${at.line}:${at.column}` : ''}`);

const render = (diagnostic: Diagnostic, { prefix, medium, words }: How): string => {
  const chalk = new Chalk({ level: medium.color ? 1 : 0 });
  const { severity, code } = diagnostic;
  const paint = severity === 'error' ? chalk.red : chalk.yellow;
  const head = `${chalk.bold(placeOf(diagnostic, prefix))}: ${paint(`${label(severity, words)}[${code}]`)}`;
  const hint = hintOf(diagnostic, words);
  return [
    `${head} ${oneLine(messageOf(diagnostic, words))}`,
    ...frame(diagnostic, medium),
    ...(hint === undefined ? [] : [` ${words.marks.named(words.validate.hint, oneLine(hint))}`]),
  ].join('\n');
};

/** Problems for people: place, code and message, the line with a caret, a hint. */
export const renderDiagnostics = (all: readonly Diagnostic[], how: How): string =>
  all.map((each) => render(each, how)).join('\n');

const escapeData = (text: string): string =>
  oneLine(text).replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string =>
  escapeData(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

/** Workflow commands that GitHub shows beside the lines of a pull request. */
export const renderAnnotations = (
  all: readonly Diagnostic[],
  { prefix, words }: Pick<How, 'prefix' | 'words'>,
): string =>
  all
    .map((diagnostic) => {
      const { severity, code, at, file } = diagnostic;
      const hint = hintOf(diagnostic, words);
      const properties = [
        `file=${escapeProperty(prefix === '.' ? file : `${prefix}/${file}`)}`,
        ...(at
          ? [`line=${at.line}`, `col=${at.column}`, `endColumn=${at.column + at.length}`]
          : []),
        `title=${escapeProperty(code)}`,
      ].join(',');
      const said = messageOf(diagnostic, words);
      const message = hint === undefined ? said : words.marks.noted(said, hint);
      return `::${severity} ${properties}::${escapeData(message)}\n`;
    })
    .join('');
