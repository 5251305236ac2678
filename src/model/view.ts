/** A ledger as it stands on a day: the one place where logs are replayed for readers. */
import { type Day, dayAt, endOfTime } from './dates.ts';
import { issuedOf } from './issued.ts';
import { childrenOf, type Entry, type Item, type Ledger } from './ledger.ts';
import { type Light, lightOf } from './lights.ts';
import { replay } from './replay.ts';
import type { Standing } from './standing.ts';

export interface View {
  readonly ledger: Ledger;
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
export const viewOn = (ledger: Ledger, today: Day): View => {
  const on = kept((day: Day): View => {
    const view: View = {
      ledger,
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
