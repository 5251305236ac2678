/**
 * How items were kept to their deadlines, by who leads them. Only what was verified is closed, and it
 * was on time when the claim that led to it was: the check may take as long as it takes. A joint item
 * counts for each of its leads.
 */
import { daysBetween } from './dates.ts';
import type { Item } from './ledger.ts';
import { groupsBy, type Reckoning, reckon } from './pivot.ts';
import { isOpen, type Standing } from './standing.ts';
import type { View } from './view.ts';

/** `items` = verified + claimed + open + withdrawn + declared; `verified` = on time + late + unjudged of them. */
export interface Score {
  readonly items: number;
  readonly verified: number;
  /** Verified, and claimed no later than the deadline in force. */
  readonly onTime: number;
  /** Verified, and claimed after the deadline in force. */
  readonly late: number;
  /** Claimed and not yet checked. */
  readonly claimed: number;
  readonly open: number;
  /** Open after the deadline. */
  readonly overdue: number;
  readonly withdrawn: number;
  /** Only declared by a district: it owes nothing to the list. */
  readonly declared: number;
  /**
   * Verified, claimed or open, and nothing can be said of its being on time: no deadline is known, or
   * nothing of its progress.
   */
  readonly unjudged: number;
  /** Claims that were rejected; one item may have several. */
  readonly rejected: number;
  /** Items whose deadline is another than the one issued. */
  readonly moved: number;
  /** Days from the deadline in force to the claim: the median of what was claimed after it. */
  readonly daysLate: number | null;
  /** The same from the deadline as issued: what postponing does not mend. */
  readonly daysLateIssued: number | null;
  /** Days from the deadline as issued to the one in force: the median of those that moved. */
  readonly daysMoved: number | null;
}

/** The middle of some numbers, or halfway between the two in the middle; null of none. */
const median = (numbers: readonly number[]): number | null => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return sorted.length === 0 ? null : middle.reduce((sum, each) => sum + each, 0) / middle.length;
};

const isCalledOff = ({ status }: Standing): boolean =>
  status === 'withdrawn' || status === 'declared';

const daysAfter = (
  standings: readonly Standing[],
  from: (standing: Standing) => string | null | undefined,
  to: (standing: Standing) => string | null | undefined,
): readonly number[] =>
  standings.flatMap((standing) => {
    const [first, last] = [from(standing), to(standing)];
    return first && last ? [daysBetween(first, last)] : [];
  });

const dueOf = ({ plan }: Standing) => plan.due;
const issuedDueOf = ({ issuedDue }: Standing) => issuedDue;
const claimDayOf = ({ claim }: Standing) => claim?.date;

/** How items were kept to their deadlines, as of the view's day. */
const scoreOf = (view: View, items: readonly Item[]): Score => {
  const standings = items.map(view.standing);
  const live = standings.filter((each) => !isCalledOff(each));
  const inStatus = (status: Standing['status']) =>
    standings.filter((each) => each.status === status);
  const verified = inStatus('verified');
  const answered = [...verified, ...inStatus('done')];
  const isLate = (days: number) => days > 0;
  const closedAfter = daysAfter(verified, dueOf, claimDayOf);
  const movedBy = daysAfter(live, issuedDueOf, dueOf).filter((days) => days !== 0);
  return {
    items: items.length,
    verified: verified.length,
    onTime: closedAfter.filter((days) => !isLate(days)).length,
    late: closedAfter.filter(isLate).length,
    claimed: inStatus('done').length,
    open: standings.filter(({ status }) => isOpen(status)).length,
    overdue: standings.filter(({ overdue }) => overdue).length,
    withdrawn: inStatus('withdrawn').length,
    declared: inStatus('declared').length,
    unjudged: live.filter((each) => each.status === 'listed' || each.plan.due === undefined).length,
    rejected: standings
      .flatMap(({ entries }) => entries)
      .filter(({ event, fate }) => event.event === 'reject' && fate === 'counts').length,
    moved: movedBy.length,
    daysLate: median(daysAfter(answered, dueOf, claimDayOf).filter(isLate)),
    daysLateIssued: median(daysAfter(answered, issuedDueOf, claimDayOf).filter(isLate)),
    daysMoved: median(movedBy),
  };
};

/** The score of every lead unit, the one with most items first, then of what has no lead; and of all. */
export interface Scorecard {
  readonly leads: readonly { readonly lead: string | null; readonly score: Score }[];
  /** Every item once. */
  readonly total: Score;
  readonly reckoning: Reckoning;
}

/** How items were kept to their deadlines, for each unit that leads them on the view's day. */
export const scorecard = (view: View, items: readonly Item[]): Scorecard => {
  const groups = groupsBy(view, items, 'lead');
  return {
    leads: groups.map((group) => ({ lead: group.value, score: scoreOf(view, group.items) })),
    total: scoreOf(view, items),
    reckoning: reckon('lead', groups, items),
  };
};
