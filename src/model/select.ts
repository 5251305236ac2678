/** Who answers for an entry, and in which order entries stand. */
import { isAbsent, textsIn, type Value } from './attribute.ts';
import { factAlong, factOf, typeAlong } from './facts.ts';
import type { KindName } from './kinds/index.ts';
import { childrenOf, type Entry, type Ledger, unitsAnswering } from './ledger.ts';
import { compareText, natural } from './order.ts';
import type { View } from './view.ts';

/** All units that lead or support an entry, members of groups included, as they are called on the day. */
export const unitsOf = (
  view: View,
  entry: Entry,
  roles: readonly string[] = ['lead', 'support'],
): readonly string[] => {
  if (entry.kind === 'task') {
    return childrenOf(view.ledger, entry, 'measure').flatMap((each) => unitsOf(view, each, roles));
  }
  const named = roles.flatMap((name) => textsIn(factOf(view, entry, name)));
  // A criterion is its item's unless it names a lead of its own.
  if (entry.kind === 'criterion' && named.length === 0 && entry.parent) {
    return unitsOf(view, entry.parent, roles);
  }
  return unitsAnswering(view.ledger, named, view.today);
};

/** A key to sort by; what is absent comes last in either direction. */
export interface SortKey {
  readonly name: string;
  readonly isDescending: boolean;
}

const inOrder = (value: Value): string => natural(String(value).toLowerCase());

/** Words of a fixed set stand in the order of the set, figures by size, all else as text. */
const compareValues = (of: readonly string[] | undefined, a: Value, b: Value): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (of) return of.indexOf(String(a)) - of.indexOf(String(b));
  return compareText(inOrder(a), inOrder(b));
};

/** Sorts by several keys; entries that are equal in all of them keep their order. */
export const sortEntries = <E extends Entry>(
  view: View,
  entries: readonly E[],
  keys: readonly SortKey[],
): readonly E[] => {
  const compare = (a: E, b: E): number => {
    for (const { name, isDescending } of keys) {
      const [x, y] = [factAlong(view, a, name), factAlong(view, b, name)];
      if (isAbsent(x) !== isAbsent(y)) return isAbsent(x) ? 1 : -1;
      const type = typeAlong(a.kind, name);
      const of = type?.is === 'choice' ? type.of : undefined;
      const order = isAbsent(x) ? 0 : compareValues(of, x, y);
      if (order !== 0) return isDescending ? -order : order;
    }
    return 0;
  };
  return keys.length === 0 ? entries : [...entries].sort(compare);
};

/** Entries of some kinds, in the ledger's order. */
export const entriesOf = (ledger: Ledger, kinds: readonly KindName[]): readonly Entry[] =>
  kinds.flatMap((kind): readonly Entry[] => ledger.entries[kind]);
