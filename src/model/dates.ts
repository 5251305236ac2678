/**
 * Calendar days as `YYYY-MM-DD` text, without a zone, so that they sort and compare as text.
 * Nothing here asks the clock; the instant and the zone are given.
 */

/** A day that exists, `YYYY-MM-DD`. */
export type Day = string;

/** After every event of a log: checks look at all of it, whatever day it is. */
export const endOfTime: Day = '9999-12-31';

const form = /^(\d{4})-(\d{2})-(\d{2})$/;
const msPerDay = 86_400_000;

const toUtc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);

/** Whether the text has the form of a day, be it one that exists or not. */
export const looksLikeDay = (text: string): boolean => form.test(text);

/**
 * Whether the text is a day that exists: 2022-02-30 is not, though `Date` would make it 2 March.
 */
export const isDay = (text: string): text is Day => {
  if (!looksLikeDay(text)) return false;
  const time = toUtc(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** Whole days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => (toUtc(to) - toUtc(from)) / msPerDay;

/** The day so many days on, or back where negative. Years beyond four figures are no days. */
export const addDays = (day: Day, days: number): Day =>
  new Date(toUtc(day) + days * msPerDay).toISOString().slice(0, 10);

/** Calendar months since the year 0, of a day or of a month such as `2022-09`. */
export const monthNumber = (day: string): number =>
  Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** The first day of a month that is counted as `monthNumber` counts. */
export const monthStart = (month: number): Day => {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return `${year}-${String((month % 12) + 1).padStart(2, '0')}-01`;
};

/** The calendar day it is at an instant in an IANA zone. Throws RangeError on an unknown zone. */
export const dayAt = (instant: Date, timeZone: string): Day => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
};

/** Whether the runtime knows an IANA zone of this name. */
export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en-CA', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};
