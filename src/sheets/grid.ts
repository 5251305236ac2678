/** What every reader does with cells: bounds them, leaves out the empty end of rows, clips merges. */
import { most, type Note, refusal, type SheetsRead } from './fault.ts';
import { addressOf, type Cell, type Merge, type Sheet } from './sheet.ts';

/** A cell without anything in it, and a row: shared, since sheets are full of them. */
export const emptyCell: Cell = { text: '' };
export const emptyRow: readonly Cell[] = [];

/** Line breaks as `\n`. */
export const unixLines = (text: string): string => text.replace(/\r\n?/g, '\n');

const withoutEnd = <Value>(values: readonly Value[], isEmpty: (value: Value) => boolean) => {
  let end = values.length;
  while (end > 0 && isEmpty(values[end - 1] as Value)) end -= 1;
  return end === values.length ? values : values.slice(0, end);
};

/** Takes the rows of one sheet after another, and refuses what is more than may be read. */
export const bounded = () => {
  let characters = 0;

  const boundedRow = (sheet: string, cells: readonly Cell[], row: number): readonly Cell[] => {
    const kept = withoutEnd(cells, ({ text }) => text === '');
    if (kept.length === 0) return emptyRow;
    if (kept.length > most.columns)
      throw refusal({ code: 'too-many-columns', columns: kept.length, most: most.columns });
    kept.forEach(({ text }, column) => {
      characters += text.length;
      if (text.length > most.characters)
        throw refusal({
          code: 'cell-too-long',
          sheet,
          cell: addressOf(row, column),
          most: most.characters,
        });
    });
    // One long text may stand in a million cells.
    if (characters > most.inflated) throw refusal({ code: 'inflates', most: most.inflated });
    return kept;
  };

  return (sheet: string, rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] => {
    const kept = withoutEnd(
      rows.map((cells, row) => boundedRow(sheet, cells, row)),
      (cells) => cells.length === 0,
    );
    const filled = kept.filter((cells) => cells.length > 0).length;
    if (filled > most.rows) throw refusal({ code: 'too-many-rows', rows: filled, most: most.rows });
    return kept;
  };
};

/** The merges that lie on the cells that are used, cut to them; of two that overlap the upper one. */
export const clipped = (
  merges: readonly Merge[],
  rows: readonly (readonly Cell[])[],
): readonly Merge[] => {
  const width = rows.reduce((widest, cells) => Math.max(widest, cells.length), 0);
  const cut = merges
    .filter(({ top, left, bottom, right }) => [top, left, bottom, right].every(Number.isInteger))
    .map(({ top, left, bottom, right }) => ({
      top,
      left,
      bottom: Math.min(bottom, rows.length - 1),
      right: Math.min(right, width - 1),
    }))
    .filter(
      ({ top, left, bottom, right }) => top >= 0 && left >= 0 && bottom >= top && right >= left,
    )
    .filter(({ top, left, bottom, right }) => bottom > top || right > left)
    .sort((a, b) => a.top - b.top || a.left - b.left);
  const takenTo = Array.from({ length: width }, () => -1);
  return cut.filter(({ top, left, bottom, right }) => {
    for (let column = left; column <= right; column += 1)
      if ((takenTo[column] ?? -1) >= top) return false;
    takenTo.fill(bottom, left, right + 1);
    return true;
  });
};

/** Counts what a note tells of a sheet: how often, and where first. */
export const tally = () => {
  let count = 0;
  let first = '';
  return {
    add: (row: number, column: number): void => {
      if (count === 0) first = addressOf(row, column);
      count += 1;
    },
    tell: <Code extends string>(code: Code, sheet: string) =>
      count === 0 ? [] : [{ code, sheet, count, cell: first }],
  };
};

/** A sheet, and what is to be told of it. */
export interface Read {
  readonly sheet: Sheet;
  readonly notes: readonly Note[];
}

/** What all sheets of a file tell together; refuses a file with more sheets than are read, or without a cell. */
export const workbookOf = (read: readonly Read[], notes: readonly Note[]): SheetsRead => {
  const sheets = read.map(({ sheet }) => sheet);
  if (
    !sheets.some(({ rows }) => rows.some((cells) => cells.some(({ text }) => text.trim() !== '')))
  )
    throw refusal({ code: 'no-tables' });
  if (sheets.length > most.sheets)
    throw refusal({ code: 'too-many-sheets', sheets: sheets.length, most: most.sheets });
  const names = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  return {
    is: 'sheets',
    sheets,
    notes: [
      ...notes,
      ...(names.length === 0 ? [] : [{ code: 'hidden-sheets' as const, names }]),
      ...read.flatMap((each) => each.notes),
    ],
  };
};
