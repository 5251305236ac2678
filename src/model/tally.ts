/** Items counted by where they stand: what every summary, by whatever it is made, is made of. */
import { type Status, statuses } from './events.ts';
import type { Item } from './ledger.ts';
import { type Colour, colours } from './lights.ts';
import type { View } from './view.ts';

/** Items by where they stand. A claim is not a fact: claimed and verified are counted apart. */
export interface Tally {
  readonly items: number;
  readonly claimed: number;
  readonly verified: number;
  readonly overdue: number;
  /** A status that none has is left out. */
  readonly byStatus: { readonly [S in Status]?: number };
  /** The lights of what still owes something; a colour that none has is left out. */
  readonly byLight: { readonly [C in Colour]?: number };
}

/** How many of some values there are of each name, in the order of the names. */
const countsOf = <N extends string>(
  names: readonly N[],
  values: readonly (N | null)[],
): { readonly [K in N]?: number } => {
  const counts = new Map<N | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const found = names.flatMap((name) => {
    const count = counts.get(name);
    return count === undefined ? [] : [[name, count] as const];
  });
  return Object.fromEntries(found) as { [K in N]?: number };
};

/** Counts items as they stand on the view's day. */
export const tally = (view: View, items: readonly Item[]): Tally => {
  const standings = items.map(view.standing);
  const byStatus = countsOf(
    statuses,
    standings.map(({ status }) => status),
  );
  return {
    items: items.length,
    claimed: byStatus.done ?? 0,
    verified: byStatus.verified ?? 0,
    overdue: standings.filter(({ overdue }) => overdue).length,
    byStatus,
    byLight: countsOf(
      colours,
      items.map((item) => view.light(item).colour),
    ),
  };
};
