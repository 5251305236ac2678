/**
 * Stretches of a year as a text names them, and how one form of writing them is described. It reads no text.
 */
import { type Day, isDay } from '../model/dates.ts';

/** Why something that is about time cannot be told. */
export type WhyUnclear =
  /** Several deadlines stand there. */
  | 'several'
  /** Day or month first, day or year? */
  | 'order'
  /** Nothing that is understood, or more than that. */
  | 'unknown'
  /** There is no such day, or it ends before it starts. */
  | 'impossible'
  /** Before September begins, or before it is over? */
  | 'before'
  /** A season, a beginning, a fiscal year. */
  | 'vague'
  /** Six months, from a day that is not said. */
  | 'duration'
  /** When it starts is said, and not when it ends. */
  | 'start'
  /** Too long ago or too far ahead: in a list not between 1990 and 2100, typed not between 1949 and 2200. */
  | 'year'
  /** `2022.1`: January, or October whose zero an office program dropped. */
  | 'lost-zero';

/** How numbers and days without a year are to be read. */
export interface How {
  /** The ledger's year. */
  readonly year: number;
  /** What the column tells of `03/04/2022`. */
  readonly order?: 'dmy' | 'mdy';
}

/** A stretch of a year that a text names, with or without the year itself. */
export interface Span {
  readonly is: 'span';
  readonly at: number;
  readonly end: number;
  readonly year: number | undefined;
  /** `明年` 1, `去年` -1: from the ledger's year, or from that of the day before it. */
  readonly shift: number;
  readonly unit: 'day' | 'month' | 'quarter' | 'half' | 'year';
  /** First and last month; undefined is that of the span before: `9月1日-15日`. */
  readonly months: readonly [number, number] | undefined;
  /** First and last day in them; undefined is all. */
  readonly days: readonly [number, number] | undefined;
  /** Its end is named: `9月底`, `年内`. */
  readonly saysEnd: boolean;
}

/** Something that is about time and cannot be told. */
interface Puzzle {
  readonly is: 'puzzle';
  readonly at: number;
  readonly end: number;
  readonly why: WhyUnclear;
}

/** What stands at one place. */
export type Found = Span | Puzzle;

/** A span without its place. */
type Read = Omit<Span, 'is' | 'at' | 'end' | 'shift' | 'saysEnd'> &
  Partial<Pick<Span, 'shift' | 'saysEnd'>>;
/** What a form makes of what it found. */
export type Reading = Read | WhyUnclear;

/** What the named groups of a form caught. */
export type Caught = Readonly<Record<string, string | undefined>>;

/** One form of writing days, months or years. */
export interface Form {
  /** Sticky; every repetition in it is bounded. */
  readonly looks: RegExp;
  readonly read: (caught: Caught, how: How) => Reading;
}

/** The last day of a month. */
export const lastOf = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** A day as text, be it one that exists or not. */
export const dayOf = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** A year of four or two figures, `2022` or `'22`. */
export const yearOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const digits = text.replace("'", '');
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits);
};

/** Whether there is a month of this number. */
export const isMonth = (month: number): boolean => month >= 1 && month <= 12;

/** One day; without a year 29 February may be one. */
export const oneDay = (year: number | undefined, month: number, day: number): Reading =>
  isDay(dayOf(year ?? 2000, month, day))
    ? { year, unit: 'day', months: [month, month], days: [day, day] }
    : 'impossible';

/** One month, if there is such. */
export const oneMonth = (year: number | undefined, month: number, saysEnd = false): Reading =>
  isMonth(month)
    ? { year, unit: 'month', months: [month, month], days: undefined, saysEnd }
    : 'impossible';

/** One quarter of four. */
export const oneQuarter = (
  year: number | undefined,
  quarter: number,
  saysEnd = false,
): Reading => ({
  year,
  unit: 'quarter',
  months: [quarter * 3 - 2, quarter * 3],
  days: undefined,
  saysEnd,
});

/** One half of a year. */
export const oneHalf = (year: number | undefined, half: 1 | 2, saysEnd = false): Reading => ({
  year,
  unit: 'half',
  months: [half * 6 - 5, half * 6],
  days: undefined,
  saysEnd,
});

/** A year as a whole. */
export const oneYear = (year: number | undefined, saysEnd = false): Reading => ({
  year,
  unit: 'year',
  months: [1, 12],
  days: undefined,
  saysEnd,
});

/** Two figures are believed to be a year when they lie as near as this to the ledger's. */
const nearYears = 5;

/** Whether a year is one that a plan of the ledger's year may name. */
export const isNear = (year: number, how: How): boolean => Math.abs(year - how.year) <= nearYears;

/** A form from its pattern, which is compiled when a text is first held against it: that takes milliseconds. */
export const form = (pattern: string, read: Form['read']): Form => {
  let looks: RegExp | undefined;
  return {
    get looks() {
      looks ??= new RegExp(pattern, 'yu');
      return looks;
    },
    read,
  };
};

/** The first and last day of a span in a year, if there are such. */
export const daysOf = (
  { months, days }: Pick<Span, 'months' | 'days'>,
  year: number,
): readonly [Day, Day] | undefined => {
  if (months === undefined) return undefined;
  const [first, last] = months;
  const isOneDay = days !== undefined && days[0] === days[1];
  const end = isOneDay ? days[1] : Math.min(days?.[1] ?? 31, lastOf(year, last));
  const from = dayOf(year, first, days?.[0] ?? 1);
  const to = dayOf(year, last, end);
  return isDay(from) && isDay(to) ? [from, to] : undefined;
};
