/** Marks a part of a line of text from below, under Chinese as well. */
import stringWidth from 'string-width';
import { oneLine } from './escape.ts';

/** The line, and below it carets under the characters from `at` to `end`. */
export const underlined = (line: string, at: number, end: number): string => {
  const [before, marked, after] = [line.slice(0, at), line.slice(at, end), line.slice(end)].map(
    (part) => oneLine(part.replace(/\s/g, ' ')),
  ) as [string, string, string];
  const carets = '^'.repeat(Math.max(1, stringWidth(marked)));
  return ` ${before}${marked}${after}\n ${' '.repeat(stringWidth(before))}${carets}`;
};
