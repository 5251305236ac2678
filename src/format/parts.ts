/**
 * A table of many figures in parts that fit a terminal, one below the other, each with the columns
 * that say what its rows are. Names give way before a table is broken; figures never do.
 */
import stringWidth from 'string-width';
import { drawnColumns, type Table } from './document.ts';

/** The columns that say what a row is keep at least this width. */
const nameable = 16;
/** Headings of more than one word are broken down to this width. */
const heading = 12;

const widest = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => stringWidth(text)));

/**
 * The parts of a table; the table itself where it fits, or does not say by which columns its rows are
 * known.
 * @param available columns of the terminal
 * @param gap blanks between two columns
 */
export const partsOf = (table: Table, available: number, gap: number): readonly Table[] => {
  const { stub = 0, columns, rows } = table;
  if (stub === 0) return [table];
  const drawn = drawnColumns(table);
  const needed = (index: number): number => {
    const cells = widest(rows.map((row) => row[index]?.text ?? ''));
    const title = columns[index]?.heading ?? '';
    const least = index < stub ? nameable : Math.max(cells, heading);
    return gap + Math.min(Math.max(cells, stringWidth(title)), least);
  };
  const named = drawn.filter((index) => index < stub);
  const room = available - named.reduce((sum, index) => sum + needed(index), 0);
  const parts: number[][] = [];
  let left = 0;
  for (const index of drawn.filter((each) => each >= stub)) {
    const width = needed(index);
    const part = parts.at(-1);
    if (part && left >= width) {
      part.push(index);
      left -= width;
    } else {
      parts.push([index]);
      left = room - width;
    }
  }
  if (parts.length < 2) return [table];
  return parts.map((part) => {
    const kept = [...named, ...part];
    return {
      ...table,
      columns: kept.flatMap((index) => columns[index] ?? []),
      rows: rows.map((row) => kept.map((index) => row[index] ?? null)),
    };
  });
};
