/** Marks a part of a line of text from below, under Chinese as well. */
import stringWidth from 'string-width';
import { oneLine } from './escape.ts';

/** Of a long line only so many characters before the marked ones, of them, and behind them are shown. */
const around = 100;

/** The line, and below it carets under the characters from `at` to `end`. */
export const underlined = (line: string, at: number, end: number): string => {
  const last = Math.min(end, at + around);
  const parts = [line.slice(Math.max(0, at - around), at), line.slice(at, last)];
  const [before = '', marked = ''] = [...parts].map((part) => oneLine(part.replace(/\s/g, ' ')));
  const after = oneLine(line.slice(last, last + around).replace(/\s/g, ' '));
  const carets = '^'.repeat(Math.max(1, stringWidth(marked)));
  return ` ${before}${marked}${after}\n ${' '.repeat(stringWidth(before))}${carets}`;
};
