/**
 * Tables as offices make them, as values: what a reader of the file would see in each cell. It knows no
 * file format and nothing of ledgers.
 */

/** One cell. */
export interface Cell {
  /** What is read in it, line breaks as `\n`; numbers and dates as the file shows them. Empty is ''. */
  readonly text: string;
  /** The calendar day, `YYYY-MM-DD`, where the file says that it holds a date. */
  readonly day?: string;
  /** What of that day the cell shows: a cell that shows `2022年9月` holds the first of September. */
  readonly shows?: 'day' | 'month' | 'year';
  /** The number, where the file says that it holds one. */
  readonly number?: number;
  /** The text or number is what a formula came to when the file was saved. */
  readonly isFormula?: true;
  /** The text is struck through as a whole: somebody has crossed it out. */
  readonly isStruck?: true;
}

/** Cells that are one: only the first of them, at the top and left, has a text. Counted from 0, both ends included. */
export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** One table: a sheet of a workbook, a table of a document, or all of a text file. */
export interface Sheet {
  /** `Sheet1`, `Table 2`; '' for a text file, which has one table without a name. */
  readonly name: string;
  /** Rows from the first of the file on, empty ones included, so that row 0 is the file's row 1. */
  readonly rows: readonly (readonly Cell[])[];
  readonly merges: readonly Merge[];
  /** The workbook hides it. */
  readonly isHidden: boolean;
  /** Rows that the workbook hides, such as those that a filter leaves out; counted from 0. */
  readonly hiddenRows: readonly number[];
  /** In a document, the last paragraph of text before the table: often its title. */
  readonly before?: string;
}

/** A cell's address as office programs write it: column letters, row from 1. */
export const addressOf = (row: number, column: number): string => {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) {
    letters = String.fromCharCode(65 + (rest % 26)) + letters;
  }
  return `${letters}${row + 1}`;
};
