/** The calendar of the made-up year: days by their number, the first of January 2022 being 0. */
import type { Day } from '../model/dates.ts';

const firstDay = Date.UTC(2022, 0, 1);
const msPerDay = 86_400_000;

export const dayOf = (number: number): Day =>
  new Date(firstDay + number * msPerDay).toISOString().slice(0, 10);

export const numberOf = (day: Day): number =>
  (Date.parse(`${day}T00:00:00Z`) - firstDay) / msPerDay;

/** The day itself, or the Monday after a weekend. */
export const workday = (number: number): number => {
  // The first of January 2022 was a Saturday.
  const fromSaturday = ((number % 7) + 7) % 7;
  return fromSaturday < 2 ? number + 2 - fromSaturday : number;
};
