/**
 * Keys and values of a query, by any of their names and in either language → what they mean for a ledger. What is
 * not understood is a failure that points at the place.
 */
import { underlined } from '../format/caret.ts';
import type { Wanted } from '../model/condition.ts';
import { titleOf } from '../model/facts.ts';
import { type KindName, kindNames } from '../model/kinds/index.ts';
import { currentUnit, type Entry } from '../model/ledger.ts';
import { fold, suggest } from '../model/names.ts';
import type { Given, Place } from '../model/query.ts';
import { type QueryKey, queryKeys } from '../model/query-keys.ts';
import { entriesOf } from '../model/select.ts';
import type { View } from '../model/view.ts';
import { readPeriod } from '../time/period.ts';
import type { Say, Words } from '../words/en.ts';
import { chineseValue, otherKeys } from '../words/query-names.ts';
import { clockOf } from './day.ts';
import { exitCodes, Failure, isFailure } from './failure.ts';
import { resolveAmong } from './resolve.ts';

/** What everything in one question is understood by. */
export interface Sense {
  readonly words: Words;
  readonly view: View;
  readonly kinds: readonly KindName[];
  readonly keys: ReadonlyMap<string, QueryKey>;
  /** The text that carets point into; none for a flag, which names itself. */
  readonly text: string | undefined;
  /** Where the arguments of the shell begin in it. */
  readonly starts: readonly number[];
}

export const refuse = ({ text }: Pick<Sense, 'text'>, { at, end }: Place, say: Say): never => {
  const excerpt = text === undefined ? undefined : underlined(text, at, end);
  throw new Failure(exitCodes.usage, say, excerpt);
};

/** The same failure with the place in the question. */
const pointingAt = <T>(sense: Sense, place: Place, attempt: () => T): T => {
  try {
    return attempt();
  } catch (error) {
    if (isFailure(error)) return refuse(sense, place, error.say);
    throw error;
  }
};

/**
 * Which of some keys or columns is meant by any of its names: its own, without its plural, or what people call it, in
 * Chinese whatever the language.
 */
export const factMeant = (
  words: Words,
  names: Iterable<string>,
  given: string,
): string | undefined => {
  const possible = new Set(names);
  const plain = fold(given).replace(/[ -]/g, '_');
  const called = (name: string) =>
    fold(words.facts[name] ?? words.kinds[name as KindName]?.one ?? name).replace(/[ -]/g, '_');
  return (
    [plain, ...(plain.length > 2 ? [`${plain}s`] : []), otherKeys.get(plain)].find(
      (each) => each !== undefined && possible.has(each),
    ) ?? [...possible].find((name) => called(name) === plain)
  );
};

const keyByName = (
  { keys, words }: Pick<Sense, 'words' | 'keys'>,
  given: string,
): QueryKey | undefined => keys.get(factMeant(words, keys.keys(), given) ?? '');

/** The key that is meant; a failure that names the nearest ones where there is none. */
export const keyOf = (sense: Sense, given: string, place: Place): QueryKey => {
  const found = keyByName(sense, given);
  if (found) return found;
  const { words, kinds, keys } = sense;
  const [kind = 'measure'] = kinds;
  if (keyByName({ words, keys: queryKeys(kindNames) }, given)) {
    return refuse(sense, place, (say) => say.cannotFilter(words.kinds[kind].many, given));
  }
  const names = [...keys.keys()];
  const spoken = names.flatMap((name) => words.facts[name] ?? []);
  const near = suggest(given, words.language === 'en' ? names : [...names, ...spoken]);
  return refuse(sense, place, (say) => say.unknownKey(given, near, names));
};

/** A value, understood: what is wanted, how it can be typed again, and how it reads. */
interface Meant {
  readonly wanted: Wanted;
  readonly canonical: string;
  readonly said: string;
  readonly echo?: string | undefined;
}

/** Quoted where it would be taken apart otherwise. */
export const quoted = (text: string): string =>
  /[\s,:()"<>=]|^-|^(?:or|and|not|或|且|非)$/i.test(text) ? `"${text.replace(/"/g, '')}"` : text;

const noneWords = ['none', '无'];
const anyWords = ['any', '有'];

/** A record by its title, and by its other title beside it where it has one. */
const calledInBoth = (words: Words, entry: Entry): string => {
  const title = titleOf(entry, words.language);
  const other = titleOf(entry, words.language === 'en' ? 'zh' : 'en');
  return title === other ? title : `${title} ${other}`;
};

const namedBy = (sense: Sense, of: readonly KindName[], given: Given, what: string): Meant => {
  const { words, view } = sense;
  const among = entriesOf(view.ledger, of);
  const { entry, echo } = pointingAt(sense, given, () =>
    resolveAmong<Entry>(words, among, given.text, what),
  );
  // A dissolved unit is found under whoever does its work on the day.
  const id = entry.kind === 'unit' ? currentUnit(view.ledger, entry.id, view.today) : entry.id;
  if (id !== entry.id) {
    const successor = among.find((each) => each.id === id) ?? entry;
    const said = calledInBoth(words, successor);
    const taken = words.write.resolved(given.text, id, titleOf(successor, words.language));
    return { wanted: { is: 'value', value: id }, canonical: quoted(id), said, echo: taken };
  }
  const said = calledInBoth(words, entry);
  // The answer names what was meant anyway; only an unexpected reading is worth a line.
  const isPlain = fold(said).includes(fold(given.text));
  return {
    wanted: { is: 'value', value: entry.id },
    canonical: quoted(entry.id),
    said,
    echo: isPlain ? undefined : echo,
  };
};

/** A word of a fixed set, by itself or by what the tables call it: `in progress`, `claimed`. */
const chosenBy = (sense: Sense, name: string, of: readonly string[], given: Given): Meant => {
  const { words } = sense;
  const wanted = fold(given.text);
  const label = (value: string) => words.value(name, value);
  const names = (value: string) =>
    [value, label(value), chineseValue(name, value) ?? value].map((each) => fold(each));
  const parts = of.filter((each) => names(each).some((known) => known.includes(wanted)));
  const found =
    of.find((each) => names(each).includes(wanted)) ??
    of.find((each) => each === wanted.replace(/[ _]/g, '-')) ??
    of.find((each) => names(each).some((known) => known.includes(`(${wanted})`))) ??
    (parts.length === 1 ? parts[0] : undefined);
  if (found !== undefined) {
    return { wanted: { is: 'value', value: found }, canonical: found, said: label(found) };
  }
  const near = suggest(given.text, [...of, ...of.map(label)]);
  const what = words.facts[name] ?? name;
  return refuse(sense, given, (say) =>
    near.length > 0
      ? say.unknownName(what, given.text, near)
      : say.unknownValue(what, given.text, words.language === 'en' ? of : of.map(label)),
  );
};

const figure = /^(-?\d{1,9})%?$/;

const numberBetween = (sense: Sense, name: string, given: Given): Meant => {
  const [from = '', to = from, more] = given.text.normalize('NFKC').split('..');
  const numbers = [from, to].map((each) => figure.exec(each.trim())?.[1]);
  const isOpen = [from, to].map((each) => each.trim() === '');
  const isRange =
    more === undefined && numbers.every((each, at) => each !== undefined || isOpen[at]);
  const isUpsideDown =
    numbers.every((each) => each !== undefined) && Number(numbers[0]) > Number(numbers[1]);
  if (!isRange || isUpsideDown || (isOpen[0] && isOpen[1])) {
    const { words } = sense;
    return refuse(sense, given, (say) => say.badNumbers(words.facts[name] ?? name, given.text));
  }
  const [low, high] = numbers.map((each) => (each === undefined ? null : Number(each)));
  const canonical = low === high ? String(low) : `${low ?? ''}..${high ?? ''}`;
  return {
    wanted: { is: 'numbers', from: low ?? null, to: high ?? null },
    canonical,
    said: canonical,
  };
};

const daysBetween = (sense: Sense, given: Given): Meant => {
  const period = readPeriod(given.text, clockOf(sense.view));
  if (period.is === 'unclear') {
    return refuse(sense, given, (say) => say.badPeriod(given.text, period.why));
  }
  const { from, to } = period;
  const canonical = from === to ? String(from) : `${from ?? ''}..${to ?? ''}`;
  return { wanted: { is: 'days', from, to }, canonical, said: canonical };
};

const yesOrNo = (sense: Sense, given: Given): Meant => {
  const { words } = sense;
  const wanted = fold(given.text);
  const isYes = ['yes', 'true', 'y', '是', words.yes].includes(wanted);
  const isNo = ['no', 'false', 'n', '否', words.no].includes(wanted);
  if (!isYes && !isNo) {
    return refuse(sense, given, (say) =>
      say.unknownValue(say.things.value, given.text, ['yes', 'no']),
    );
  }
  return {
    wanted: { is: 'value', value: isYes },
    canonical: isYes ? 'yes' : 'no',
    said: isYes ? words.yes : words.no,
  };
};

/** A value of a key. */
export const meantBy = (sense: Sense, { name, form }: QueryKey, given: Given): Meant => {
  const { words } = sense;
  const wanted = fold(given.text);
  if (noneWords.includes(wanted)) {
    return { wanted: { is: 'none' }, canonical: 'none', said: words.query.none };
  }
  if (anyWords.includes(wanted)) {
    return { wanted: { is: 'any' }, canonical: 'any', said: words.query.any };
  }
  switch (form.is) {
    case 'name': {
      const [kind = 'unit'] = form.of;
      return namedBy(sense, form.of, given, words.kinds[kind].one);
    }
    case 'choice':
      return chosenBy(sense, name, form.of, given);
    case 'integer':
      return numberBetween(sense, name, given);
    case 'date':
      return daysBetween(sense, given);
    case 'flag':
      return yesOrNo(sense, given);
    case 'text':
      return {
        wanted: { is: 'text', text: wanted },
        canonical: quoted(given.text),
        said: given.text,
      };
  }
};
