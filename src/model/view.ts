/** A ledger as it stands on a day: the one place where logs are replayed for readers. */
import { type Day, dayAt, endOfTime } from './dates.ts';
import type { Event } from './events.ts';
import { issuedOf } from './issued.ts';
import type { KindName } from './kinds/index.ts';
import { childrenOf, type Entry, type Item, type Ledger } from './ledger.ts';
import { type Light, lightOf } from './lights.ts';
import { replay } from './replay.ts';
import type { Standing } from './standing.ts';

/** An entry of a log that was not known by a day, though what it tells had happened. */
export interface LateEntry {
  readonly kind: KindName;
  /** The id of the record whose log it stands in. */
  readonly id: string;
  /** The ids of the records that this one stands inside of. */
  readonly within: readonly string[];
  /** Its number in that log as it stands now. */
  readonly number: number;
  readonly event: Event;
  /** The day it was recorded; null where that is not committed yet. */
  readonly recorded: Day | null;
  /** The whole id of the commit that first held it; null where none does yet. */
  readonly commit: string | null;
}

/** How much was known: what had been recorded by a day, and no more. */
export interface Known {
  readonly by: Day;
  /** The whole id of the last commit of the main line by then. */
  readonly commit: string;
  /** The day of that commit. */
  readonly recorded: Day;
  /** Where the ledger lay then, from the repository's top; empty for the top itself. */
  readonly folder: string;
  /** What had happened by the day of the view and was recorded later; null where nobody asked for it. */
  readonly late: readonly LateEntry[] | null;
}

export interface View {
  readonly ledger: Ledger;
  /** Null where all is known that is recorded. */
  readonly known: Known | null;
  /** Events after this day have not happened yet. */
  readonly today: Day;
  /** Where an item stands; replayed once and kept. */
  readonly standing: (item: Item) => Standing;
  /** What light an item shows by the ledger's own rule, and why; judged once and kept. */
  readonly light: (item: Item) => Light;
  /** The same ledger on another day. */
  readonly on: (day: Day) => View;
}

/** An item's plan and log, ready to replay. */
export const issuedPlan = (ledger: Ledger, item: Item) => {
  const criteria = childrenOf(ledger, item, 'criterion').map(
    (each: Entry<'criterion'>) => each.data,
  );
  return issuedOf(item.kind, item.data, criteria, ledger.about.basis);
};

/** Where an item stands once its whole log has happened, events of later days included. */
export const finalStanding = (ledger: Ledger, item: Item): Standing =>
  replay(issuedPlan(ledger, item), endOfTime);

/** What a function says of each thing, found out once and kept. */
const kept = <K, V>(of: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, { readonly value: V }>();
  return (key) => {
    const found = known.get(key) ?? { value: of(key) };
    known.set(key, found);
    return found.value;
  };
};

/** A ledger on a day. Its views of other days are kept, and know of each other. */
export const viewOn = (ledger: Ledger, today: Day, known: Known | null = null): View => {
  const on = kept((day: Day): View => {
    const view: View = {
      ledger,
      known,
      today: day,
      standing: kept((item) => replay(issuedPlan(ledger, item), day)),
      light: kept((item) => lightOf(view, item)),
      on,
    };
    return view;
  });
  return on(today);
};

/** The day it is for a ledger, decided by the ledger's own zone. */
export const todayFor = (ledger: Ledger, now: Date): Day => dayAt(now, ledger.about.timezone);
