/**
 * What a change of the record comes to: the plan that stood before an entry of a log, and where items stand on
 * the same day by either state of the ledger. Pure; it knows no words.
 */
import type { Status } from './events.ts';
import { type Item, itemsOf, type Ledger } from './ledger.ts';
import type { Colour } from './lights.ts';
import { byDate, planAfter } from './replay.ts';
import type { EntryStanding, Plan } from './standing.ts';
import { issuedPlan, type View } from './view.ts';

/** What became of an entry of an item's log, by its number; undefined where the item has no such entry. */
export const entryOf = (view: View, item: Item, number: number): EntryStanding | undefined =>
  view.standing(item).entries[number - 1];

/** The plan after those of an item's entries that are meant, in the order of their dates. */
const planOf = (view: View, item: Item, isMeant: (entry: EntryStanding) => boolean): Plan =>
  view
    .standing(item)
    .entries.filter(isMeant)
    .sort(byDate)
    .reduce((plan, { event }) => planAfter(plan, event), issuedPlan(view.ledger, item).plan);

/** The plan that was in force when an entry of an item's log came. */
export const planBefore = (view: View, item: Item, number: number): Plan => {
  const own = entryOf(view, item, number);
  return planOf(
    view,
    item,
    (each) => each.fate === 'counts' && own !== undefined && byDate(each, own) < 0,
  );
};

/** The plan that an item's whole record comes to, with entries that have no effect as if they had one. */
export const planRecorded = (view: View, item: Item): Plan =>
  planOf(view, item, ({ fate }) => fate !== 'retracted');

/**
 * The plan before and after an entry of an item's log, as if it had an effect whether it has or not. Of one that takes another
 * one back: the plan in force with that other one and without it.
 */
export const plansAround = (view: View, item: Item, number: number): readonly [Plan, Plan] => {
  const event = entryOf(view, item, number)?.event;
  if (event?.event !== 'retract') {
    const was = planBefore(view, item, number);
    return [was, event ? planAfter(was, event) : was];
  }
  const isTaken = (each: EntryStanding) => each.retractedBy === number;
  const counts = (each: EntryStanding) => each.fate === 'counts';
  return [planOf(view, item, (each) => counts(each) || isTaken(each)), planOf(view, item, counts)];
};

/** Something of an item that may be another one than it was. */
interface Turn<T> {
  readonly from: T;
  readonly to: T;
}

/** Where an item stands by either state of the ledger on the same day. */
export interface Effect {
  readonly item: Item;
  readonly status: Turn<Status>;
  /** Null where nothing is owed. */
  readonly light: Turn<Colour | null>;
}

/** The same item in another state of the ledger, by its id. */
const inLedger = ({ byId }: Ledger, { kind, id }: Item): Item | undefined =>
  byId[kind].get(id) as Item | undefined;

/**
 * The items whose status or light is another one, in the ledger's order. Items that are there on one side only
 * are none of them.
 * @param formerly what an item was that has another id now
 */
export const effectsOf = (
  before: View,
  after: View,
  formerly: ReadonlyMap<string, Item> = new Map(),
): readonly Effect[] =>
  itemsOf(after.ledger).flatMap((item): readonly Effect[] => {
    const was = formerly.get(item.id) ?? inLedger(before.ledger, item);
    if (!was) return [];
    const status = { from: before.standing(was).status, to: after.standing(item).status };
    const light = { from: before.light(was).colour, to: after.light(item).colour };
    const isSame = status.from === status.to && light.from === light.to;
    return isSame ? [] : [{ item, status, light }];
  });
