/** Steps from day to day in the calendar. Zones and clocks are not its business: a day is text. */
import type { Day } from '../model/dates.ts';
import { dayOf, lastOf } from './span.ts';

/** Steps are counted in these; a week begins on Monday. */
export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A day's year, month from 1 and day of the month. */
export const partsOf = (day: Day): readonly [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8)),
];

const msPerDay = 86_400_000;
const toUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

const daysOn = (day: Day, count: number): Day =>
  new Date(toUtc(day) + count * msPerDay).toISOString().slice(0, 10);

/** Months on, on the last day where the month is too short: 31 January + 1 is 28 February. */
const monthsOn = (from: Day, count: number): Day => {
  const [year, month, day] = partsOf(from);
  const months = year * 12 + month - 1 + count;
  const [toYear, toMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  return dayOf(toYear, toMonth, Math.min(day, lastOf(toYear, toMonth)));
};

const monthsIn = { month: 1, quarter: 3, year: 12 } as const;

/** The day that many units on, or back where the count is negative. Outside the years 0 to 9999 it is no `Day`. */
export const stepFrom = (day: Day, count: number, unit: Unit): Day => {
  if (unit === 'day') return daysOn(day, count);
  if (unit === 'week') return daysOn(day, 7 * count);
  return monthsOn(day, count * monthsIn[unit]);
};

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: Day): Day =>
  daysOn(day, -((new Date(toUtc(day)).getUTCDay() + 6) % 7));

/** The quarter of its year that a day lies in, from 1. */
export const quarterOf = (day: Day): number => Math.ceil(partsOf(day)[1] / 3);
