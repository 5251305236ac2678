/**
 * Days, months and years in figures alone: `2022-09-30`, `20220930`, `31/12/2022`, `2022.9`, `9/30`, `2022`.
 */
import { isDay } from '../model/dates.ts';
import {
  type Caught,
  dayOf,
  type Form,
  form,
  type How,
  isMonth,
  isNear,
  lastOf,
  oneDay,
  oneMonth,
  oneYear,
  type Reading,
} from './span.ts';

/** `03/04/2022`: whichever orders give a day that exists; several different ones cannot be told. */
const bySlashes = (
  [a, b, c]: readonly [number, number, number],
  isLong: boolean,
  how: How,
): Reading => {
  const last = isLong ? c : 2000 + c;
  const orders = {
    dmy: [last, b, a],
    mdy: [last, a, b],
    ymd: [2000 + a, b, c],
  } as const;
  const possible = how.order
    ? [orders[how.order]]
    : isLong
      ? [orders.dmy, orders.mdy]
      : Object.values(orders).filter(([year]) => isNear(year, how));
  const days = possible.filter(([year, month, day]) => isDay(dayOf(year, month, day)));
  const [first] = days;
  if (first === undefined) return 'impossible';
  if (new Set(days.map((day) => day.join())).size > 1) return 'order';
  return oneDay(...first);
};

/** Whether a day and its month may be a year and a month: 9/22 is in September 2022, but 12/31 is an end of a month. */
const mayBeYear = (day: number, month: number, how: How): boolean =>
  Math.abs(2000 + day - how.year) <= 2 && day !== lastOf(how.year, month);

/** `9/30`, `30/9`, `9.30`, `30.9`: of the ledger's year. */
const byTwo = (a: number, b: number, mark: string, how: How): Reading => {
  if (b > 12) {
    if (!isMonth(a)) return 'impossible';
    return mark === '/' && mayBeYear(b, a, how) ? 'order' : oneDay(undefined, a, b);
  }
  if (a > 12) {
    // Of 30.10 an office program leaves 30.1.
    if (mark === '.' && b === 1) return 'lost-zero';
    return mayBeYear(a, b, how) ? 'order' : oneDay(undefined, b, a);
  }
  // Figures with a dot may be a number, and 9.3 a 9.30 whose zero is gone.
  if (mark === '.') return 'order';
  if (a === b) return oneDay(undefined, a, b);
  if (how.order === undefined) return 'order';
  return how.order === 'dmy' ? oneDay(undefined, b, a) : oneDay(undefined, a, b);
};

const asDay = ({ year, month, day }: Caught): Reading =>
  oneDay(Number(year), Number(month), Number(day));

const asMonth = ({ year, month, late }: Caught): Reading =>
  oneMonth(Number(year), Number(month), late !== undefined);

/** Figures that are a day whatever stands around them. */
export const wholeFigures: readonly Form[] = [
  form('(?<year>\\d{4})(?<mark>[./-])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?!\\d)日?', asDay),
  form('(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?!\\d)', asDay),
  form(
    '(?<a>\\d{1,2})(?<mark>[./-])(?<b>\\d{1,2})\\k<mark>(?<c>\\d{4}|\\d{2})(?![\\d年])',
    ({ a, b, c }, how) => bySlashes([Number(a), Number(b), Number(c)], c?.length === 4, how),
  ),
  form('(?<month>\\d{1,2})[./-](?<year>\\d{4})(?!\\d|年)', asMonth),
  // 2022/23 and 2022/2023 are fiscal years.
  form('(?:19|20)\\d\\d/(?:1[3-9]|[2-9]\\d|\\d{4})(?!\\d)', () => 'vague'),
];

/** Figures that are tried when no words fit. */
export const shortFigures: readonly Form[] = [
  form('(?<year>\\d{4})[./-](?<month>\\d{1,2})(?!\\d|[./]\\d|[亿万])(?<late>[底末])?', asMonth),
  form('(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?!\\d)', asMonth),
  // 30.9 in a sentence is a quantity.
  form('(?<=^|[ ,;(至到-])(?<a>\\d{2})\\.(?<b>\\d{1,2})(?=$|[ ,;。、)前至到-])', ({ a, b }, how) =>
    byTwo(Number(a), Number(b), '.', how),
  ),
  form(
    '(?<a>\\d{1,2}(?=/)|0?\\d|1[0-2])(?<mark>[./])(?<b>\\d{1,2})(?![\\d.%/年月个亿万千百])',
    ({ a, b, mark = '' }, how) => byTwo(Number(a), Number(b), mark, how),
  ),
  form(
    // Behind a word that is not known it may belong to a month in a language that is not.
    '(?:(?<![^\\p{Script=Han}\\P{L}]\\.?,?[ -]?)|(?<=(?<![a-z])(?:by|in|of|end|during|until|till|to|through|from|before|since|for|year|the)[ -]))(?<!#)(?<year>(?:199|20\\d)\\d|2100)(?!\\d|[.:]\\d|%| ?[个家项亿万元名户套公条])',
    ({ year }) => oneYear(Number(year)),
  ),
];
