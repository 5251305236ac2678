/**
 * One record's own text, taken out of its file to be edited by itself and put back: what was not
 * touched keeps its bytes, the rest gets the indentation and the line ends of where it goes.
 */
import { isMap } from 'yaml';
import type { Path } from '../model/ledger.ts';
import { endOf, endOfLine, indentOf, lineEndAt, startOf, visibleEnd } from './nodes.ts';
import type { Parsed } from './parse.ts';

/** Where a record's text stands; its last line end is outside. */
interface Region {
  readonly start: number;
  readonly end: number;
  /** The column of its keys, in which all its lines but the first start. */
  readonly column: number;
}

/** A line of a record, cut into its indentation, what it says and its line end. */
interface Line {
  readonly indent: string;
  readonly bare: string;
  readonly lineEnd: string;
}

/** The last line end of a text, if it has one. */
const finalLineEnd = (text: string): string => /\r?\n$/.exec(text)?.[0] ?? '';

const withoutFinal = (text: string): string =>
  text.slice(0, text.length - finalLineEnd(text).length);

const regionOf = (text: string, { document }: Parsed, path: Path): Region | undefined => {
  if (path.length === 0) return { start: 0, end: withoutFinal(text).length, column: 0 };
  const record = document?.getIn(path, true);
  if (!isMap(record)) return undefined;
  const start = startOf(record);
  // In braces lines are indented as somebody liked, and stay so.
  if (record.flow) return { start, end: endOf(record), column: 0 };
  const end = endOfLine(text, visibleEnd(text, record));
  return { start, end, column: indentOf(text, record) };
};

const linesIn = (text: string, { start, end, column }: Region): readonly Line[] =>
  text
    .slice(start, end)
    .split('\n')
    .map((line, index, { length }) => {
      const isLast = index === length - 1;
      const content = isLast ? line : line.replace(/\r$/, '');
      const blanks = /^ */.exec(content)?.[0].length ?? 0;
      const indent = content.slice(0, Math.min(column, blanks));
      const lineEnd = isLast ? '' : `${line.slice(content.length)}\n`;
      return { indent, bare: content.slice(indent.length), lineEnd };
    });

/**
 * The text of the record at an address as if it stood alone, ending with one line end; the whole file
 * as it is where the address is empty; undefined where no record is.
 */
export const excerptOf = (text: string, parsed: Parsed, path: Path): string | undefined => {
  if (path.length === 0) return text;
  const region = regionOf(text, parsed, path);
  return (
    region &&
    `${linesIn(text, region)
      .map(({ bare }) => bare)
      .join('\n')}\n`
  );
};

/**
 * The whole text with another text for the record at an address. Lines that are the same before and
 * behind what changed keep their bytes. Undefined where no record is, or where none would be left.
 */
export const replaceExcerpt = (
  text: string,
  parsed: Parsed,
  path: Path,
  excerpt: string,
): string | undefined => {
  const region = regionOf(text, parsed, path);
  if (!region) return undefined;
  const isWhole = path.length === 0;
  const given = isWhole ? withoutFinal(excerpt) : excerpt.replace(/(?:\r?\n[ \t]*)+$/, '');
  if (!isWhole && given.trim() === '') return undefined;
  const before = linesIn(text, region);
  const after = given.split(/\r?\n/);
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first]?.bare === after[first]) first += 1;
  let last = 0;
  while (last < shorter - first && before.at(-1 - last)?.bare === after.at(-1 - last)) last += 1;
  const margin = ' '.repeat(region.column);
  const lineEnd = lineEndAt(text, region.start);
  const lines = after.map((bare, index) => {
    const fromEnd = after.length - index;
    const old = fromEnd <= last ? before.at(-fromEnd) : index < first ? before[index] : undefined;
    const isBlank = old === undefined && bare.trim() === '';
    // The first line stands behind a dash or an indentation that is not the record's own.
    const isMoved = old === undefined || old === before[0];
    const indent = index === 0 || isBlank ? '' : isMoved ? margin : old.indent;
    const ending = fromEnd === 1 ? '' : old?.lineEnd || lineEnd;
    return indent + (isBlank ? '' : bare) + ending;
  });
  return text.slice(0, region.start) + lines.join('') + text.slice(region.end);
};
