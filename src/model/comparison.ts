/** A ledger on two days side by side: how many stood where, and which items moved in between. */
import type { Value } from './attribute.ts';
import type { Day } from './dates.ts';
import { completedFact } from './facts.ts';
import type { Item } from './ledger.ts';
import { type Tally, tally } from './tally.ts';
import type { View } from './view.ts';

/** What is looked at to tell whether an item has moved. */
export const comparedFacts = ['status', 'light', 'due', 'progress', 'lead'] as const;
type ComparedFact = (typeof comparedFacts)[number];

/** One fact of an item that is not what it was. */
export interface Move {
  readonly item: Item;
  readonly fact: ComparedFact;
  readonly from: Value;
  readonly to: Value;
}

export interface Comparison {
  readonly from: { readonly day: Day; readonly counted: Tally };
  readonly to: { readonly day: Day; readonly counted: Tally };
  /** In the order of the items. */
  readonly moves: readonly Move[];
}

const isSame = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The same items on an earlier and a later day. */
export const compare = (before: View, after: View, items: readonly Item[]): Comparison => ({
  from: { day: before.today, counted: tally(before, items) },
  to: { day: after.today, counted: tally(after, items) },
  moves: items.flatMap((item) =>
    comparedFacts.flatMap((fact) => {
      const [from, to] = [completedFact(before, item, fact), completedFact(after, item, fact)];
      return isSame(from, to) ? [] : [{ item, fact, from, to }];
    }),
  ),
});
