/** English words about days as people type them: how one was understood, and why another was not. */
import type { Day } from '../model/dates.ts';
import type { WhyUnclear } from '../time/span.ts';

/** What to do about a text that is no day and no stretch of days, by what is unclear about it. */
const hints: { readonly [W in WhyUnclear]: string } = {
  unknown: 'write 2022-09-30, 30 Sept 2022, 9月底, 2022Q3, today, +30d or year-end',
  impossible: 'there is no such day, or it ends before it begins',
  several: 'it names several days: write one',
  order: 'day or month first? write it as 2022-04-03',
  before: 'before it begins, or before it is over? write the day',
  vague: 'that is no certain day: write the day',
  duration: 'from which day on? +30d is thirty days from today, -14d fourteen days ago',
  start: 'that says when something begins, and not when it ends',
  year: 'it lies before 1949 or after 2200',
  'lost-zero': 'January, or October? write 2022-01 or 2022-10',
};

export const time = {
  hints,
  /** A day that was typed in another form than `YYYY-MM-DD`. */
  taken: (given: string, day: Day) => `${given} → ${day}`,
};
