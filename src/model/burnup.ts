/**
 * What was to be done by the end of each month, beside what was done by then. What was done is what the
 * record said at the end of that month, by replaying it to that day: a claim that was rejected later
 * stood then, and an item that was reopened goes down again.
 */
import { addDays, type Day, monthNumber, monthStart } from './dates.ts';
import type { Item } from './ledger.ts';
import { compareText } from './order.ts';
import type { View } from './view.ts';

/** All counts are of items and cumulative: by the end of the month. */
export interface BurnUpMonth {
  /** `2022-09`. */
  readonly month: string;
  /** Due by the deadlines as issued, with what was withdrawn since. */
  readonly issued: number;
  /** Due by the deadlines in force, without what was withdrawn since. */
  readonly due: number;
  /** Verified at the end of the month, or on the view's day within it; null for months to come. */
  readonly verified: number | null;
  /** Claimed and not verified at that time. */
  readonly claimed: number | null;
}

export interface BurnUp {
  readonly months: readonly BurnUpMonth[];
  /** Items that the list still holds to their word: neither withdrawn nor only declared. */
  readonly items: number;
  /** Those of them without a deadline: no line of the plan counts them. */
  readonly undated: number;
  /** Those of them that are due after the last month shown. */
  readonly later: number;
}

/** No more months are shown than these: a wrong year in one deadline must not draw a century. */
const mostMonths = 36;

const monthOf = (number: number): string => monthStart(number).slice(0, 7);

/** The last day of a month. */
const lastOf = (month: string): Day => addDays(monthStart(monthNumber(month) + 1), -1);

/** Whether a day lies in a month or before it. */
const isBy = (day: Day, month: string): boolean => day.slice(0, 7) <= month;

/** Months from January of the ledger's year to its December, or on to the last in which anything is due or done. */
const monthsOf = (year: number, days: readonly Day[]): readonly string[] => {
  const first = year * 12;
  const last = Math.max(first + 11, ...days.map(monthNumber));
  const shown = Math.min(last - first + 1, mostMonths);
  return Array.from({ length: shown }, (_, index) => monthOf(first + index));
};

/** The plan of items and what became of it, month by month of the ledger's year. */
export const burnUp = (view: View, items: readonly Item[]): BurnUp => {
  const standings = items.map((item) => view.standing(item));
  const promised = standings.filter(({ status }) => status !== 'declared');
  const held = promised.filter(({ status }) => status !== 'withdrawn');
  const issuedDues = promised.flatMap(({ issuedDue }) => (issuedDue === null ? [] : [issuedDue]));
  const dues = held.flatMap(({ plan }) => (plan.due === undefined ? [] : [plan.due]));
  const done = standings.flatMap(({ claim, verification }) => [
    ...(claim ? [claim.date] : []),
    ...(verification ? [verification.date] : []),
  ]);
  const months = monthsOf(view.ledger.about.year, [...issuedDues, ...dues, ...done]);
  const thisMonth = view.today.slice(0, 7);
  const doneBy = (month: string) => {
    if (month > thisMonth) return { verified: null, claimed: null };
    const then = month === thisMonth ? view : view.on(lastOf(month));
    const statuses = items.map((item) => then.standing(item).status);
    return {
      verified: statuses.filter((status) => status === 'verified').length,
      claimed: statuses.filter((status) => status === 'done').length,
    };
  };
  const last = months.at(-1) ?? '';
  return {
    months: months.map((month) => ({
      month,
      issued: issuedDues.filter((day) => isBy(day, month)).length,
      due: dues.filter((day) => isBy(day, month)).length,
      ...doneBy(month),
    })),
    items: held.length,
    undated: held.length - dues.length,
    later: dues.filter((day) => compareText(day.slice(0, 7), last) > 0).length,
  };
};
