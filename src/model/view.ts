/** A ledger as it stands on a day: the one place where logs are replayed for readers. */
import { type Day, dayAt, endOfTime } from './dates.ts';
import { issuedOf } from './issued.ts';
import { childrenOf, type Entry, type Item, type Ledger } from './ledger.ts';
import { replay } from './replay.ts';
import type { Standing } from './standing.ts';

export interface View {
  readonly ledger: Ledger;
  /** Events after this day have not happened yet. */
  readonly today: Day;
  /** Where an item stands; replayed once and kept. */
  readonly standing: (item: Item) => Standing;
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

export const viewOn = (ledger: Ledger, today: Day): View => {
  const replayed = new Map<Item, Standing>();
  return {
    ledger,
    today,
    standing: (item) => {
      const known = replayed.get(item);
      if (known) return known;
      const standing = replay(issuedPlan(ledger, item), today);
      replayed.set(item, standing);
      return standing;
    },
  };
};

/** The day it is for a ledger, decided by the ledger's own zone. */
export const todayFor = (ledger: Ledger, now: Date): Day => dayAt(now, ledger.about.timezone);
