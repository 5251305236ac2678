/** A day as an option or an assignment gives it, in any form that people type. */
import type { Day } from '../model/dates.ts';
import type { View } from '../model/view.ts';
import { type Clock, readDay } from '../time/period.ts';
import type { Words } from '../words/en.ts';
import { usage } from './failure.ts';

/** Which day of a stretch is meant. */
type End = 'first' | 'last';

/** What days are read by when they are asked of a ledger: its day, and its year where none is named. */
export const clockOf = ({ ledger, today }: View): Clock => ({ today, year: ledger.about.year });

const dayIn = (option: string, text: string, clock: Clock, end: End): Day => {
  const read = readDay(text, clock, end);
  if (typeof read === 'string') return read;
  throw usage((say) => say.badDay(option, text, read.why));
};

/**
 * The day of an option, or undefined where it is not given. Where no year is named, the ledger's is meant. Fails
 * where no day can be told.
 * @param option as it is called in the failure, such as `--due`
 */
export const dayFrom = (option: string, given: unknown, clock: Clock, end: End): Day | undefined =>
  given === undefined ? undefined : dayIn(option, String(given), clock, end);

/** Attributes that say when something is over: of a stretch the last day is meant, of others the first. */
const ends: readonly string[] = ['due', 'until'];

/** A day that was typed, with what to tell where that was not `YYYY-MM-DD`. */
export interface DayTaken {
  readonly day: Day;
  readonly echo: string | undefined;
}

/**
 * The day of an attribute of a ledger's record. Where no year is named, the ledger's is meant. Fails where no day
 * can be told.
 */
export const takeDay = (
  view: View,
  words: Words,
  attribute: string,
  given: string,
  option = `--${attribute}`,
): DayTaken => {
  const day = dayIn(option, given, clockOf(view), ends.includes(attribute) ? 'last' : 'first');
  return { day, echo: day === given ? undefined : words.time.taken(given, day) };
};
