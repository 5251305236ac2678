/**
 * What waits for the reform office on a day: claims to check, units that have not reported, what was
 * left lying, blocked, or excused for not much longer. Pure.
 */
import { addDays, type Day } from './dates.ts';
import { untouchedRejection } from './duties.ts';
import { groupedBy } from './groups.ts';
import type { Item } from './ledger.ts';
import { excuseOf } from './lights.ts';
import { compareText } from './order.ts';
import { lapsed, type Reportable, type Reports, reportsOf, unreported } from './reports.ts';
import { type DoneEvent, isOpen } from './standing.ts';
import type { View } from './view.ts';

/** Days within which an excuse ends soon. */
const soon = 30;

/** One thing that waits: its item, since when, who said so and why. */
export interface Waiting {
  readonly item: Item;
  readonly since: Day;
  readonly by: string | null;
  readonly reason: string | null;
}

const oldestFirst = (a: Waiting, b: Waiting): number => compareText(a.since, b.since);

/** A claim that nobody has checked yet. */
export interface Claim extends Waiting {
  readonly claim: DoneEvent;
}

const claimsOf = (view: View, items: readonly Item[]): readonly Claim[] =>
  items
    .flatMap((item) => {
      const { status, claim } = view.standing(item);
      return status === 'done' && claim
        ? [{ item, claim, since: claim.date, by: claim.by ?? null, reason: claim.result ?? null }]
        : [];
    })
    .sort(oldestFirst);

const rejectedOf = (view: View, items: readonly Item[]): readonly Waiting[] =>
  items
    .flatMap((item) => {
      const found = untouchedRejection(view, item);
      if (!found) return [];
      const { date, by = null, reason = null } = found.event;
      return [{ item, since: date, by, reason }];
    })
    .sort(oldestFirst);

const blockedOf = (view: View, items: readonly Item[]): readonly Waiting[] =>
  items
    .flatMap((item) => {
      const { status, blockedBy } = view.standing(item);
      if (status !== 'blocked' || !blockedBy) return [];
      const { date, by = null, reason = null } = blockedBy;
      return [{ item, since: date, by, reason }];
    })
    .sort(oldestFirst);

const excusesOf = (view: View, items: readonly Item[]) =>
  items
    .flatMap((item) => {
      const standing = view.standing(item);
      const until = excuseOf(standing, view.today);
      const isEnding = until !== null && until <= addDays(view.today, soon);
      return isEnding && isOpen(standing.status) ? [{ item, until }] : [];
    })
    .sort((a, b) => compareText(a.until, b.until));

/** The items of a unit that are to be reported on. */
interface Silent {
  readonly unit: string | null;
  readonly items: readonly Reportable[];
}

/** Units with something still to report on, those first that let most reporting days pass. */
const silentIn = (reports: Reports): readonly Silent[] => {
  const missed = ({ items }: Silent) => lapsed(items).length;
  const open = ({ items }: Silent) => unreported(items).length;
  return [...groupedBy(reports.items, ({ unit }) => unit)]
    .map(([unit, items]) => ({ unit, items }))
    .filter((each) => open(each) > 0)
    .sort((a, b) => missed(b) - missed(a) || open(b) - open(a));
};

/** Everything that waits for the office. */
export interface Inbox {
  /** The oldest first, as in every part. */
  readonly claims: readonly Claim[];
  readonly reports: Reports;
  readonly silent: readonly Silent[];
  /** Rejected, and nothing has been recorded since. */
  readonly rejected: readonly Waiting[];
  readonly blocked: readonly Waiting[];
  /** Excuses that end within 30 days. */
  readonly excuses: readonly { readonly item: Item; readonly until: Day }[];
}

/** What waits for the office among these items on the view's day. */
export const inboxOf = (view: View, items: readonly Item[]): Inbox => {
  const reports = reportsOf(view, items);
  return {
    claims: claimsOf(view, items),
    reports,
    silent: silentIn(reports),
    rejected: rejectedOf(view, items),
    blocked: blockedOf(view, items),
    excuses: excusesOf(view, items),
  };
};
