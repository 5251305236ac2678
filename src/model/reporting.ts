/**
 * When units report: the rhythm a ledger sets, its periods, and the day by which each is reported
 * on. Whether a report is good is nothing this file knows.
 */
import { addDays, type Day, daysBetween, monthNumber, monthStart } from './dates.ts';
import type { EventName } from './events.ts';
import type { Ledger } from './ledger.ts';
import type { Standing } from './standing.ts';

/** How long a reporting period is. */
export const rhythms = ['week', 'month', 'quarter', 'half-year', 'year'] as const;
type Rhythm = (typeof rhythms)[number];

/** A rhythm, and how many days after the end of a period its report is due. */
export interface Reporting {
  readonly every: Rhythm;
  readonly by: number;
}

/** A quarter, reported by the 10th of the month after it, as Guangdong asked in 2022. */
export const defaultReporting: Reporting = { every: 'quarter', by: 10 };

export const reportingOf = ({ about }: Ledger): Reporting => ({
  every: about.reporting?.every ?? defaultReporting.every,
  by: about.reporting?.by ?? defaultReporting.by,
});

/** A reporting period: from its first day to its last, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
  /** The first day on which a report is about this period: the day after the last reporting day. */
  readonly opens: Day;
  /** The reporting day: the last one for its report. */
  readonly due: Day;
}

const monthsIn: { readonly [R in Exclude<Rhythm, 'week'>]: number } = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
};

/** A Monday: weeks begin on Mondays. */
const firstMonday: Day = '1900-01-01';

/** Periods are numbered on, so that they can be counted. */
const indexOf = (day: Day, { every }: Reporting): number =>
  every === 'week'
    ? Math.floor(daysBetween(firstMonday, day) / 7)
    : Math.floor(monthNumber(day) / monthsIn[every]);

const startOf = (index: number, { every }: Reporting): Day =>
  every === 'week' ? addDays(firstMonday, index * 7) : monthStart(index * monthsIn[every]);

const dueOf = (index: number, reporting: Reporting): Day =>
  addDays(startOf(index + 1, reporting), reporting.by - 1);

const periodAt = (index: number, reporting: Reporting): Period => ({
  from: startOf(index, reporting),
  to: addDays(startOf(index + 1, reporting), -1),
  opens: addDays(dueOf(index - 1, reporting), 1),
  due: dueOf(index, reporting),
});

/** The period a day lies in. */
export const periodOf = (day: Day, reporting: Reporting): Period =>
  periodAt(indexOf(day, reporting), reporting);

/** The period whose reporting day comes next, a day that is one included. */
export const periodToReport = (day: Day, reporting: Reporting): Period =>
  periodAt(lastPassed(day, reporting) + 1, reporting);

/** The number of the last period whose reporting day was before a day. */
const lastPassed = (day: Day, reporting: Reporting): number => {
  let index = indexOf(day, reporting);
  while (dueOf(index, reporting) >= day) index -= 1;
  return index;
};

/**
 * How many reporting days have gone by without a word, where the last word was on a day: it serves
 * the reporting day it comes before, and none after that.
 */
export const reportsMissed = (lastWord: Day, today: Day, reporting: Reporting): number =>
  Math.max(0, lastPassed(today, reporting) - lastPassed(lastWord, reporting) - 1);

/** Events by which a unit says how its item stands. */
const words: readonly EventName[] = ['start', 'report', 'tick', 'block', 'resume', 'done'];

/** Events by which the office puts an item back to work: reports are owed from there on. */
const beginnings: readonly EventName[] = ['reject', 'reopen', 'reinstate'];

const lastOf = ({ entries }: Standing, names: readonly EventName[]): Day | null =>
  entries
    .filter(({ fate, event }) => fate === 'counts' && names.includes(event.event))
    .reduce<Day | null>(
      (last, { event }) => (last === null || event.date > last ? event.date : last),
      null,
    );

/** The day a unit last said how an item stands: by a report, a tick, a start, a block, a claim. */
export const lastWordOn = (standing: Standing): Day | null => lastOf(standing, words);

/** The day from which silence is counted: the last word, or what put the item back to work since. */
export const silentSince = (standing: Standing): Day | null =>
  lastOf(standing, [...words, ...beginnings]);
