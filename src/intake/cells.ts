/** Reads single cells of a list: days, shares, words. What cannot be read is told, never guessed. */
import { type Day, isDay } from '../model/dates.ts';
import { type Deadline, readDeadline } from '../time/deadline.ts';
import type { WhyUnclear } from '../time/span.ts';
import { seenText } from './grid.ts';
import type { Said } from './outline.ts';
import type { Skipped } from './sections.ts';

/** A cell of which something was not taken, and why. */
export interface Trouble {
  readonly address: string;
  readonly why:
    | Skipped['why']
    | `due-${WhyUnclear}`
    /** It is said to be open. */
    | 'due-open'
    /** The list gives no day any more, and the ledger keeps its own. */
    | 'due-kept'
    | 'start-unclear'
    | 'start-later'
    | 'unit-unclear'
    | 'percent-unclear'
    | 'reported-unclear'
    | 'reported-later'
    | 'twice'
    /** Taken, though the same words stand under another number. */
    | 'alike'
    | 'not-started'
    /** The item has other criteria already. */
    | 'criteria'
    | 'too-long';
  readonly text: string;
}

/** The year and the day by which what is not printed is told. */
export interface Moment {
  readonly year: number;
  readonly today: Day;
  /** The day of reports that carry none of their own. */
  readonly reportDay: Day;
  /** Whether days like 03/04/2022 begin with the day or the month, where the column tells. */
  readonly order: 'dmy' | 'mdy' | undefined;
}

/** What reading a list goes by, and where what is wrong with it goes to. */
export interface Pen {
  readonly moment: Moment;
  readonly tell: (trouble: Trouble) => void;
  /** Words beside the names of units that were left out. */
  readonly drop: (words: string) => void;
  /** What a unit is called for short. */
  readonly shorten: (short: string, name: string) => void;
}

/** A cell's text on one line. */
export const joined = (text: string): string => seenText(text).replace(/\n+/g, ' ');

/** Several texts as one, with the mark of their script between them. */
export const together = (texts: readonly string[]): string =>
  texts.join(texts.some((text) => /\p{Script=Han}/u.test(text)) ? '；' : '; ');

/** The text, or undefined where it says that there is nothing. */
export const meant = (text: string): string | undefined =>
  /^(?:无|暂无|没有|\/|-+|—+|n\/?a|none|nil|no)?[。.]?$/iu.test(text.normalize('NFKC').trim())
    ? undefined
    : text;

/** The later of two days is not reached: an event is recorded once it has happened. */
export const notLater = (day: Day, today: Day): Day => (day > today ? today : day);

/**
 * What a cell says of days. A date cell that shows a month or a year means its last day: a
 * spreadsheet makes the first of September of a typed `2022年9月`.
 */
export const daysIn = ({ cell, text }: Said, { year, order }: Moment): Deadline => {
  if (cell.day !== undefined && isDay(cell.day)) {
    // A date cell of 0 shows a day of 1899.
    if (cell.day < '1990' || cell.day > '2101') return { is: 'unclear', why: 'year' };
    if (cell.shows === undefined || cell.shows === 'day') return { is: 'days', due: cell.day };
    return readDeadline(cell.day.slice(0, cell.shows === 'month' ? 7 : 4), { year });
  }
  const isSerial = cell.number !== undefined && cell.number > 20_000 && cell.number < 60_000;
  if (isSerial) return readDeadline(String(Math.floor(cell.number ?? 0)), { year });
  return readDeadline(text, { year, ...(order && { order }) });
};

/** Whether printed words are a day and nothing more, in whatever form. */
const isPlainDay = (text: string): boolean =>
  /^\d{4}\s*[-./年]\s*\d{1,2}\s*[-./月]\s*\d{1,2}\s*日?(?:\s+\d\d?:\d\d(?::\d\d)?)?$/u.test(
    text.normalize('NFKC').trim(),
  );

/** The printed words of a day, where they are more or other than the day itself. */
export const wordsOfDay = ({ cell, text }: Said): string | undefined => {
  const printed = joined(text);
  const isSerial = cell.number !== undefined && cell.day === undefined;
  return isSerial || isPlainDay(printed) ? undefined : printed;
};

/** The day that something begins: a month begins on its first day. */
export const beginsOn = ({ cell, text }: Said, { start, due }: { start?: Day; due: Day }): Day => {
  if (start !== undefined) return start;
  if (cell.day !== undefined) return cell.day;
  const isMonth =
    /月|^\d{4}\s*[-./]\s*\d{1,2}$|^[a-z]+\.?\s+\d{4}$/iu.test(text.trim()) &&
    !/[日号底末]/u.test(text);
  return isMonth ? `${due.slice(0, 8)}01` : due;
};

/**
 * A share of the whole in percent, rounded; undefined where it is none.
 * @param scale what the numbers of its column are: shares of one, or perhaps
 */
export const percentIn = (
  { cell, text }: Said,
  scale: 'share' | 'mixed' | 'unclear' | undefined,
): number | undefined => {
  const [, digits, sign] =
    /^(?:约|about\s*)?(\d{1,3}(?:\.\d+)?)\s*(%)?$/iu.exec(text.normalize('NFKC').trim()) ?? [];
  if (digits === undefined) return undefined;
  const isShare = sign === undefined && scale === 'share';
  // 0.2 among whole numbers may be a fifth or next to nothing.
  const isFraction = Number(digits) > 0 && Number(digits) < 1;
  if (sign === undefined && scale === 'mixed' && isFraction) return undefined;
  // A lone 1 among zeros may be all of it or a hundredth.
  if (sign === undefined && scale === 'unclear' && Number(digits) === 1) return undefined;
  // The cell may show less than it holds: 85 % of 0.849.
  const value = isShare && cell.number !== undefined ? cell.number : Number(digits);
  const percent = Math.round(isShare ? value * 100 : value);
  return percent <= 100 ? percent : undefined;
};

/** The day that a quarter of a year ends on; quarters count from 1. */
export const quarterEnd = (year: number, quarter: number): Day =>
  `${year}-${['03-31', '06-30', '09-30', '12-31'][quarter - 1]}`;

/** The day that a heading gives to all below it: `进展情况（截至2022年9月底）`. */
export const dayOfHeading = (heading: string, { year }: Moment): Day | undefined => {
  const inside = /[（(]([^）)]*)[）)]/u.exec(heading)?.[1] ?? '';
  if (!/\d|[一二三四五六七八九十]月/u.test(inside)) return undefined;
  const read = readDeadline(inside.replace(/截至|截止|as of|as at/giu, ''), { year });
  return read.is === 'days' ? read.due : undefined;
};
