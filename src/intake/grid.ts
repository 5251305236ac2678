/** A sheet's cells with merged ones looked through, so that each cell says what a reader reads in it. */
import { addressOf, type Cell, type Sheet } from '../sheets/sheet.ts';

const emptyCell: Cell = { text: '' };

export interface Grid {
  readonly sheet: Sheet;
  readonly width: number;
  readonly height: number;
  /** The cell at a place, or the one it is merged into. */
  readonly at: (row: number, column: number) => Cell;
  /** The text there, without blanks around it. */
  readonly text: (row: number, column: number) => string;
  /** Where the cell begins that a place belongs to. */
  readonly origin: (row: number, column: number) => readonly [row: number, column: number];
  /** How many columns the cell at a place covers. */
  readonly span: (row: number, column: number) => number;
  /** The address as office programs write it, with the sheet's name: `Sheet1!B7`. */
  readonly address: (row: number, column: number) => string;
}

/** Characters that are there and not seen, or that do something else than being read. */
const unseen =
  /[\u200b-\u200f\u2060\ufeff\u00ad\u061c\u180e\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]|(?![\n\r\t])\p{Cc}|\p{Cs}/gu;

/** Whether a text holds anything that is not seen. */
export const hidesSomething = (text: string): boolean => text.search(unseen) >= 0;

/** The text of a cell, without what nobody sees and with one blank where there are many. */
export const seenText = (text: string): string =>
  text
    .replace(unseen, '')
    .replace(/[\u00a0\u3000\t]/g, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/ ?\n ?/g, '\n')
    .trim()
    .normalize('NFC');

export const gridOf = (sheet: Sheet): Grid => {
  const height = sheet.rows.length;
  const width = sheet.rows.reduce((most, row) => Math.max(most, row.length), 0);
  const merged = new Map<number, readonly [number, number, number]>();
  const keyOf = (row: number, column: number) => row * (width + 1) + column;
  for (const { top, left, bottom, right } of sheet.merges) {
    const last = Math.min(right, width - 1);
    for (let row = top; row <= Math.min(bottom, height - 1); row += 1) {
      for (let column = left; column <= last; column += 1) {
        merged.set(keyOf(row, column), [top, left, last - left + 1]);
      }
    }
  }
  const origin = (row: number, column: number): readonly [number, number] => {
    const into = merged.get(keyOf(row, column));
    return into ? [into[0], into[1]] : [row, column];
  };
  const at = (row: number, column: number): Cell => {
    const [top, left] = origin(row, column);
    return sheet.rows[top]?.[left] ?? emptyCell;
  };
  // A cell is asked for again and again.
  const texts = new Map<Cell, string>();
  const textOf = (cell: Cell): string => {
    const known = texts.get(cell);
    if (known !== undefined) return known;
    const seen = seenText(cell.text);
    texts.set(cell, seen);
    return seen;
  };
  return {
    sheet,
    width,
    height,
    at,
    origin,
    text: (row, column) => textOf(at(row, column)),
    span: (row, column) => merged.get(keyOf(row, column))?.[2] ?? 1,
    address: (row, column) =>
      sheet.name === '' ? addressOf(row, column) : `${sheet.name}!${addressOf(row, column)}`,
  };
};
