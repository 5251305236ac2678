/**
 * How names and ids that people type are matched: without regard to case, width or leading zeros.
 */
import { distance } from 'fastest-levenshtein';
import { kindOf } from './kinds/index.ts';
import type { Entry } from './ledger.ts';

/**
 * Text for comparison: full-width and half-width, upper and lower case, and spacing fall together.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/["“”'‘’]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** An id for comparison: folded, and `T4.1` falls together with `T04.1`. */
export const foldId = (text: string): string =>
  fold(text).replace(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, ''));

/** Look-alikes of Latin letters that creep into ids from Cyrillic and Greek keyboards. */
const lookAlikes = new Map(
  [...'АВЕКМНОРСТХаеорсхΑΒΕΖΗΙΚΜΝΟΡΤΥΧ'].map((letter, index) => [
    letter,
    'ABEKMHOPCTXaeopcxABEZHIKMNOPTYX'[index] ?? letter,
  ]),
);

/** The plain ASCII an id was probably meant to be. */
export const plainId = (text: string): string =>
  [...text.normalize('NFKC')]
    .map((letter) => lookAlikes.get(letter) ?? letter)
    .join('')
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/[\s\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/。/g, '.');

/**
 * How many letters of a name may be wrong. Two letters swapped are two changes, which a word of three
 * letters does not survive.
 */
const mistakesIn = (given: string): number => {
  const { length } = fold(given);
  return length < 4 ? 1 : Math.max(2, Math.floor(length / 3));
};

/** The candidates nearest to what was typed, best first, at most three. */
export const suggest = (
  given: string,
  candidates: Iterable<string>,
  most = mistakesIn(given),
): readonly string[] => {
  const folded = fold(given);
  const distinct = new Map([...candidates].reverse().map((each) => [fold(each), each]));
  return [...distinct.values()]
    .map((candidate) => ({ candidate, far: distance(folded, fold(candidate)) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
};

/** What a name led to: one entry, several, or none with the nearest names. */
export type Match<E extends Entry = Entry> =
  | { readonly is: 'one'; readonly entry: E; readonly by: 'id' | 'name' }
  | { readonly is: 'several'; readonly entries: readonly E[] }
  | { readonly is: 'none'; readonly suggestions: readonly string[] };

/** All the names an entry goes by, its id not among them. */
export const namesOf = ({ kind, data }: Entry): readonly string[] => {
  const { titleOf } = kindOf(kind);
  const { aliases = [], ...own } = data as { readonly aliases?: readonly string[] };
  const names = own as { readonly [name: string]: string | undefined };
  return [names[titleOf], names[`${titleOf}_zh`], ...aliases].filter((name) => name !== undefined);
};

/**
 * The names nearest to what was typed, one for each entry; a word of a name may be the one that was
 * meant.
 */
const nearestNames = (entries: readonly Entry[], given: string): readonly string[] => {
  const names = entries.flatMap((entry) =>
    [entry.id, ...namesOf(entry)].map((name) => ({ name, entry })),
  );
  const wholes = new Map(names.map((each) => [each.name, each]));
  const parts = new Map(
    names.flatMap((each) => each.name.split(' ').map((word) => [word, each] as const)),
  );
  const near = [
    ...suggest(given, wholes.keys()).map((name) => wholes.get(name)),
    // There are many words, and most are near some other one.
    ...suggest(given, parts.keys(), 1).map((word) => parts.get(word)),
  ].filter((each) => each !== undefined);
  return near
    .filter((each, index) => near.findIndex(({ entry }) => entry === each.entry) === index)
    .map(({ name }) => name)
    .slice(0, 3);
};

/** Finds what is meant by an id, a whole name, or a fragment of a name that only one entry has. */
export const findByName = <E extends Entry>(entries: readonly E[], given: string): Match<E> => {
  const wanted = fold(given);
  const wantedId = foldId(given);
  const pick = (found: readonly E[], by: 'id' | 'name'): Match<E> | undefined => {
    const [entry] = found;
    if (entry === undefined) return undefined;
    return found.length === 1 ? { is: 'one', entry, by } : { is: 'several', entries: found };
  };
  const byId =
    entries.find((entry) => entry.id === given) ??
    entries.find((entry) => foldId(entry.id) === wantedId);
  if (byId !== undefined) return { is: 'one', entry: byId, by: 'id' };
  const byWholeName = entries.filter((entry) =>
    namesOf(entry).some((name) => fold(name) === wanted),
  );
  const byFragment = () =>
    wanted === ''
      ? []
      : entries.filter((entry) =>
          [entry.id, ...namesOf(entry)].some((name) => fold(name).includes(wanted)),
        );
  return (
    pick(byWholeName, 'name') ??
    pick(byFragment(), 'name') ?? { is: 'none', suggestions: nearestNames(entries, given) }
  );
};
