/**
 * A query as typed → a condition: what is joined by `or`, `and` and `not`, and names that go on over blanks. Its keys
 * and values are understood by `meaning.ts`.
 */
import type { Condition } from '../model/condition.ts';
import type { KindName } from '../model/kinds/index.ts';
import { findByName, fold } from '../model/names.ts';
import { type Given, type Parsed, parseQuery, type Query } from '../model/query.ts';
import { type QueryKey, queryKeys } from '../model/query-keys.ts';
import { entriesOf } from '../model/select.ts';
import type { View } from '../model/view.ts';
import type { Words } from '../words/en.ts';
import { exitCodes, Failure } from './failure.ts';
import { keyOf, meantBy, quoted, refuse, type Sense } from './meaning.ts';

/** A part of a question, understood. */
export interface Understood {
  readonly condition: Condition;
  /** The same as a query that can be typed again. */
  readonly canonical: string;
  /** In words; several where all of them must hold. */
  readonly said: readonly string[];
  readonly echoes: readonly string[];
}

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

/** Names that go on over blanks, with commas between them. */
const namesOver = (sense: Sense, first: Given, rest: readonly Word[]): readonly string[] =>
  wholeName(sense, first, rest)
    .split(/[,，]/)
    .map((name) => name.trim());

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
    const names = namesOver(sense, last, part);
    if (names.every((name) => findByName(among, name).is === 'one')) return part;
  }
  return [];
};

/** The term of a query that is one, turned round or not. */
const termIn = (query: Query): Term | undefined =>
  query.is === 'not' ? termIn(query.of) : query.is === 'term' ? query : undefined;

const withName = (sense: Sense, query: Query, words: readonly Word[]): Query => {
  if (query.is === 'not') return { is: 'not', of: withName(sense, query.of, words) };
  if (query.is !== 'term') return query;
  const { values, ...term } = query;
  const last = values.at(-1);
  const end = words.at(-1)?.end;
  if (last === undefined || end === undefined) return { ...term, values };
  const whole = namesOver(sense, last, words).map((text) => ({ text, at: last.at, end }));
  return { ...term, values: [...values.slice(0, -1), ...whole] };
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
    const term = termIn(part);
    const more = term ? continued(sense, term, of.slice(at + 1, at + 1 + longestName)) : [];
    parts.push(meaningOf(sense, term && more.length > 0 ? withName(sense, part, more) : part));
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
        condition: { is: 'word', text: fold(query.text) },
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
