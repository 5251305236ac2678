/**
 * A query as typed → what it means for a ledger: keys and values by any of their names, in either language. What
 * is not understood is a failure that points at the place.
 */
import { underlined } from '../format/caret.ts';
import type { Condition, Wanted } from '../model/condition.ts';
import { titleOf } from '../model/facts.ts';
import { type KindName, kindNames } from '../model/kinds/index.ts';
import type { Entry } from '../model/ledger.ts';
import { findByName, fold, suggest } from '../model/names.ts';
import { type Given, type Parsed, type Place, parseQuery, type Query } from '../model/query.ts';
import { type QueryKey, queryKeys } from '../model/query-keys.ts';
import { entriesOf } from '../model/select.ts';
import type { View } from '../model/view.ts';
import { readPeriod } from '../time/period.ts';
import type { Say, Words } from '../words/en.ts';
import { otherKeys } from '../words/query-names.ts';
import { exitCodes, Failure, isFailure } from './failure.ts';
import { resolveAmong } from './resolve.ts';

/** A part of a question, understood. */
export interface Understood {
  readonly condition: Condition;
  /** The same as a query that can be typed again. */
  readonly canonical: string;
  /** In words; several where all of them must hold. */
  readonly said: readonly string[];
  readonly echoes: readonly string[];
}

/** What everything in one question is understood by. */
interface Sense {
  readonly words: Words;
  readonly view: View;
  readonly kinds: readonly KindName[];
  readonly keys: ReadonlyMap<string, QueryKey>;
  /** The text that carets point into; none for a flag, which names itself. */
  readonly text: string | undefined;
  /** Where the arguments of the shell begin in it. */
  readonly starts: readonly number[];
}

const refuse = ({ text }: Pick<Sense, 'text'>, { at, end }: Place, say: Say): never => {
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

/** A key by any of its names: its own, without its plural, or what people call it. */
const keyByName = (sense: Pick<Sense, 'words' | 'keys'>, given: string): QueryKey | undefined => {
  const { keys, words } = sense;
  const called = (key: string) =>
    fold(words.facts[key] ?? words.kinds[key as KindName]?.one ?? key).replace(/ /g, '_');
  return (
    keys.get(given) ??
    keys.get(`${given}s`) ??
    keys.get(otherKeys[given] ?? '') ??
    [...keys.values()].find(({ name }) => called(name) === given)
  );
};

const keyOf = (sense: Sense, given: string, place: Place): QueryKey => {
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
const quoted = (text: string): string =>
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
  const found =
    of.find((each) => each === wanted || fold(label(each)) === wanted) ??
    of.find((each) => each === wanted.replace(/[ _]/g, '-')) ??
    of.find((each) => fold(label(each)).includes(`(${wanted})`));
  if (found !== undefined) {
    return { wanted: { is: 'value', value: found }, canonical: found, said: label(found) };
  }
  const near = suggest(given.text, [...of, ...of.map(label)]);
  const what = words.facts[name] ?? name;
  return refuse(sense, given, (say) =>
    near.length > 0
      ? say.unknownName(what, given.text, near)
      : say.unknownValue(what, given.text, of),
  );
};

const figure = /^(-?\d{1,9})%?$/;

const numberBetween = (sense: Sense, name: string, given: Given): Meant => {
  const [from = '', to = from, more] = given.text.normalize('NFKC').split('..');
  const numbers = [from, to].map((each) => figure.exec(each.trim())?.[1]);
  const isOpen = [from, to].map((each) => each.trim() === '');
  const isRange =
    more === undefined && numbers.every((each, at) => each !== undefined || isOpen[at]);
  if (!isRange || (isOpen[0] && isOpen[1])) {
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
  const { today, ledger } = sense.view;
  const period = readPeriod(given.text, { today, year: ledger.about.year });
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

const meantBy = (sense: Sense, { name, form }: QueryKey, given: Given): Meant => {
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
        wanted: { is: 'text', text: given.text },
        canonical: quoted(given.text),
        said: given.text,
      };
  }
};

type Term = Extract<Query, { is: 'term' }>;
type Word = Extract<Query, { is: 'word' }>;

/** Keys whose values need no name before them to be understood. */
const plainKeys = new Set(['district', 'field', 'unit', 'task']);

const termMeant = (sense: Sense, key: QueryKey, values: readonly Given[]): Understood => {
  const meant = values.map((each) => meantBy(sense, key, each));
  const { words } = sense;
  const said = words.query.or(meant.map((each) => each.said));
  const isPlain = plainKeys.has(key.name) && meant.every(({ wanted }) => wanted.is === 'value');
  return {
    condition: { is: 'fact', key, wanted: meant.map(({ wanted }) => wanted) },
    canonical: `${key.name}:${meant.map(({ canonical }) => canonical).join(',')}`,
    said: [isPlain ? said : `${words.facts[key.name] ?? key.name} ${said}`],
    echoes: meant.flatMap(({ echo }) => echo ?? []),
  };
};

/** As it stands in the text: `Planning and Housing` has an `and` that combines nothing. */
const wholeName = ({ text = '' }: Sense, first: Given, rest: readonly Word[]): string =>
  text.slice(first.at, rest.at(-1)?.end ?? first.end).replace(/["“”＂]/g, '');

/** Names have fewer words than this. */
const longestName = 12;

/**
 * Words behind `lead:Planning` that belong to the name, as in `"lead:Planning Bureau"`: those of the same argument
 * with which it is the name of just one record.
 */
const continued = (sense: Sense, term: Term, after: readonly Query[]): readonly Word[] => {
  const { form } = keyOf(sense, term.key, term.place);
  const last = term.values.at(-1);
  if (form.is !== 'name' || last === undefined) return [];
  const nextStart = sense.starts.find((start) => start > term.place.at) ?? Number.POSITIVE_INFINITY;
  const words: Word[] = [];
  for (const each of after) {
    const isPart = each.is === 'word' && !each.isQuoted && each.at < nextStart;
    if (!isPart || words.length === longestName) break;
    words.push(each);
  }
  const among = entriesOf(sense.view.ledger, form.of);
  for (let length = words.length; length > 0; length -= 1) {
    const part = words.slice(0, length);
    if (findByName(among, wholeName(sense, last, part)).is === 'one') return part;
  }
  return [];
};

const withName = (sense: Sense, { values, ...term }: Term, words: readonly Word[]): Term => {
  const last = values.at(-1);
  const end = words.at(-1)?.end;
  if (last === undefined || end === undefined) return { ...term, values };
  const text = wholeName(sense, last, words);
  return { ...term, values: [...values.slice(0, -1), { text, at: last.at, end }] };
};

/** Brackets around what would fall apart beside other terms. */
export const asWhole = (canonical: string): string =>
  / or /.test(canonical.replace(/"[^"]*"/g, '')) && !/^\([^()]*\)$/.test(canonical)
    ? `(${canonical})`
    : canonical;

/** Words that are searched for side by side are one phrase to whoever reads what was asked. */
const spoken = (parts: readonly Understood[]): readonly string[] => {
  const told: string[] = [];
  for (const [at, { condition, said }] of parts.entries()) {
    const isGoingOn = condition.is === 'word' && parts[at - 1]?.condition.is === 'word';
    const phrase = isGoingOn ? told.pop() : undefined;
    if (phrase === undefined) told.push(...said);
    else told.push(`${phrase.slice(0, -1)} ${said.join('').slice(1)}`);
  }
  return told;
};

const all = (sense: Sense, of: readonly Query[]): Understood => {
  const parts: Understood[] = [];
  for (let at = 0; at < of.length; at += 1) {
    const part = of[at] as Query;
    const more = part.is === 'term' ? continued(sense, part, of.slice(at + 1)) : [];
    parts.push(meaningOf(sense, part.is === 'term' ? withName(sense, part, more) : part));
    at += more.length;
  }
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  return {
    condition: { is: 'all', of: parts.map(({ condition }) => condition) },
    canonical: parts.map(({ canonical }) => asWhole(canonical)).join(' '),
    said: spoken(parts),
    echoes: parts.flatMap(({ echoes }) => echoes),
  };
};

const meaningOf = (sense: Sense, query: Query): Understood => {
  const { words } = sense;
  switch (query.is) {
    case 'all':
      return all(sense, query.of);
    case 'any': {
      const parts = query.of.map((each) => meaningOf(sense, each));
      return {
        condition: { is: 'any', of: parts.map(({ condition }) => condition) },
        canonical: parts.map(({ canonical }) => canonical).join(' or '),
        said: [words.query.or(parts.map(({ said }) => words.query.and(said)))],
        echoes: parts.flatMap(({ echoes }) => echoes),
      };
    }
    case 'not': {
      const { condition, canonical, said, echoes } = meaningOf(sense, query.of);
      const isOne = condition.is === 'fact' || condition.is === 'word' || condition.is === 'not';
      return {
        condition: { is: 'not', of: condition },
        canonical: `not ${isOne ? canonical : `(${canonical})`}`,
        said: [words.query.not(words.query.and(said))],
        echoes,
      };
    }
    case 'word':
      return {
        condition: { is: 'word', text: query.text },
        canonical: quoted(query.text),
        said: [`"${query.text}"`],
        echoes: [],
      };
    case 'term':
      return termMeant(sense, keyOf(sense, query.key, query.place), query.values);
  }
};

const parsed = (text: string): Extract<Parsed, { is: 'query' }> => {
  const found = parseQuery(text);
  if (found.is === 'query') return found;
  return refuse({ text }, found, (say) => say.queryFault(found.fault));
};

/** What the arguments of a command line ask for, together one query. */
export const understandQuery = (
  words: Words,
  view: View,
  kinds: readonly KindName[],
  args: readonly string[],
): Understood => {
  const text = args.join(' ');
  const starts = args.map((_, at) => args.slice(0, at).join(' ').length + (at > 0 ? 1 : 0));
  const { query } = parsed(text);
  const sense: Sense = { words, view, kinds, keys: queryKeys(kinds), text, starts };
  return all(sense, query.is === 'all' ? query.of : [query]);
};

/** A flag as the term it is short for. Commas part its values where the key takes several words of a set. */
export const understandFlag = (
  words: Words,
  view: View,
  kinds: readonly KindName[],
  name: string,
  given: string,
): Understood => {
  const sense: Sense = { words, view, kinds, keys: queryKeys(kinds), text: undefined, starts: [] };
  const place = { at: 0, end: 0 };
  const key = keyOf(sense, name, place);
  const values = given
    .split(/[,，]/)
    .map((text) => ({ text: text.trim(), ...place }))
    .filter(({ text }) => text !== '');
  const whole = [{ text: given.trim(), ...place }];
  const isOneName = key.form.is === 'name' && isNameOfOne(view, key.form.of, given);
  if (values.length === 0) throw new Failure(exitCodes.usage, (say) => say.queryFault('value'));
  return termMeant(sense, key, isOneName ? whole : values);
};

/** A title may have a comma in it. */
const isNameOfOne = (view: View, of: readonly KindName[], given: string): boolean =>
  findByName(entriesOf(view.ledger, of), given).is === 'one';
