/** Numbers and dates as the format of their cell shows them, in every zone alike. */
import { formatValue, isDateFormat } from 'hucre';
import type { Cell } from './sheet.ts';

const weekdays = '日一二三四五六';

/** A number without a format: long ones whole, fractions to the eleven digits that programs show. */
const plainNumber = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e15
    ? String(value)
    : String(Number(value.toPrecision(11)));

/** The letters of a format that stand for something. */
const lettersOf = (format: string): string =>
  (format.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '')
    .replace(/am\/pm|a\/p/gi, '')
    .toLowerCase();

/** What of a day a format shows; undefined where it shows hours and minutes only. */
const shownOf = (format: string): Cell['shows'] => {
  const letters = lettersOf(format);
  if (letters.includes('d')) return 'day';
  if (!letters.includes('y')) return undefined;
  return letters.includes('m') ? 'month' : 'year';
};

/** The Chinese names of weekdays, which the library does not know. */
const withWeekday = (format: string, date: Date): string => {
  if (!lettersOf(format).includes('aaa')) return format;
  const day = weekdays[date.getUTCDay()] ?? '';
  return format.replace(/aaaa/gi, `"星期${day}"`).replace(/aaa/gi, `"${day}"`);
};

const formatted = (value: number | Date, format: string): string => {
  try {
    return formatValue(value, format).trim();
  } catch {
    return '';
  }
};

/** A date that a cell holds; `format` is the cell's. */
export const shownDate = (date: Date, format: string): Cell => {
  // Programs show a row of signs where there is no such date, too.
  if (Number.isNaN(date.getTime())) return { text: '########' };
  const iso = date.toISOString();
  const shows = shownOf(format);
  const text = formatted(date, withWeekday(format, date)) || iso.slice(0, 10);
  const isDay = shows !== undefined && /^\d{4}-/.test(iso);
  return isDay ? { text, day: iso.slice(0, 10), shows } : { text };
};

/** A number that a cell holds; `format` is the cell's, undefined where it has none. */
export const shownNumber = (value: number, format: string | undefined): Cell => {
  const plain = plainNumber(value);
  if (format === undefined || format === '@') return { text: plain, number: value };
  const text = formatted(value, format.replace(/general/gi, `"${plain}"`));
  // A format may hide a number; nothing that stands in a list is dropped unseen, but for a zero.
  return { text: text === '' && value !== 0 ? plain : text, number: value };
};

/** A day written `2022-09-30` or `2022-09-30T00:00:00` in a cell whose format is that of a date. */
export const isoDate = (text: string, format: string | undefined): Date | undefined => {
  if (format === undefined || !/^\d{4}-\d{2}-\d{2}(?:T[\d:.]*)?Z?$/.test(text)) return undefined;
  if (!isDateFormat(format)) return undefined;
  const date = new Date(/T/.test(text) ? `${text.replace(/Z$/, '')}Z` : text);
  return Number.isNaN(date.getTime()) ? undefined : date;
};
