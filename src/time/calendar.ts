/** Steps from day to day in the calendar. Zones and clocks are not its business: a day is text. */
import { addDays, type Day, daysBetween } from '../model/dates.ts';
import { dayOf, lastOf } from './span.ts';

/** Steps are counted in these; a week begins on Monday. */
export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A day's year, month from 1 and day of the month. */
export const partsOf = (day: Day): readonly [year: number, month: number, day: number] => [
  Number(day.slice(0, 4)),
  Number(day.slice(5, 7)),
  Number(day.slice(8)),
];

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
  if (unit === 'day') return addDays(day, count);
  if (unit === 'week') return addDays(day, 7 * count);
  return monthsOn(day, count * monthsIn[unit]);
};

const someMonday: Day = '1900-01-01';

/** The Monday of the week that a day lies in. */
export const mondayOf = (day: Day): Day =>
  addDays(day, -(((daysBetween(someMonday, day) % 7) + 7) % 7));

/** The quarter of its year that a day lies in, from 1. */
export const quarterOf = (day: Day): number => Math.ceil(partsOf(day)[1] / 3);
