/**
 * What a command answers, as data: facts for programs and blocks for people. Renderers turn it into
 * text.
 */

/** How a cell is shown on a terminal with colours; the words are the same without. */
export type Style = 'plain' | 'id' | 'status' | 'light' | 'strong' | 'faint';

export interface Column {
  readonly key: string;
  readonly heading: string;
  readonly style?: Style;
  readonly align?: 'left' | 'right';
  /**
   * What gives way where a terminal is too narrow: names of other records first, `text` after them,
   * and `whole` (ids, days, figures, words of a fixed set) last of all.
   */
  readonly keeps?: 'text' | 'whole';
}

/**
 * A cell as people read it; null is nothing. For `status` and `light` columns `tone` tells which one
 * it is.
 */
export interface Cell {
  readonly text: string;
  readonly tone?: string;
  /** What a column of figures or a list holds, where people read more than that: `60` for `60 %`. */
  readonly value?: number | readonly string[];
}

export interface Table {
  readonly is: 'table';
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (Cell | null)[])[];
  /**
   * The key of the column whose text stands once above the rows that share it, one after the other;
   * a spreadsheet gets it as a column.
   */
  readonly groupedBy?: string;
  /**
   * How many columns say what a row is. Where a terminal is too narrow for all columns, the others
   * stand in parts below each other, each part with these.
   */
  readonly stub?: number;
}

/** Named values, one a line. */
export interface Pairs {
  readonly is: 'pairs';
  readonly title?: string;
  readonly pairs: readonly { readonly name: string; readonly cell: Cell; readonly style?: Style }[];
}

/** Sentences and paragraphs. */
export interface Prose {
  readonly is: 'prose';
  readonly title?: string;
  readonly style?: Style;
  readonly paragraphs: readonly string[];
}

/** What is said of one thing, a line each. */
export interface Points {
  readonly is: 'points';
  /** Heads this block and those behind it without one. */
  readonly title?: string;
  /** The record it is about, below the title. */
  readonly about?: { readonly id: string; readonly title: string };
  /** With a word in front of what must not be overlooked. */
  readonly points: readonly { readonly text: string; readonly mark?: string }[];
}

export type Block = Table | Pairs | Prose | Points;

/** Lines below an answer: less than it, and worth knowing. */
export const faint = (paragraphs: readonly string[]): Prose => ({
  is: 'prose',
  style: 'faint',
  paragraphs,
});

/** A cell of a text, where there is any. */
export const textCell = (text: string | null | undefined): Cell | null =>
  text === null || text === undefined || text === '' ? null : { text };

export interface Document {
  /** What kind of answer it is, in JSON. */
  readonly kind: string;
  /** The same for programs; keys and ids only, no words of a language. */
  readonly facts: { readonly [key: string]: unknown };
  readonly blocks: readonly Block[];
}

/** Where the text goes to: how wide, and whether colours are understood. */
export interface Medium {
  /** Columns of the terminal; null where nobody sees one, so that nothing is wrapped. */
  readonly width: number | null;
  readonly color: boolean;
  /** The terminal draws characters of ambiguous width, such as “ … ① ─, two columns wide. */
  readonly wide?: boolean;
  /** CSV is for a spreadsheet and not for a program. */
  readonly spreadsheet?: boolean;
}

/** A way to write a document down. */
export type Renderer = (document: Document, medium: Medium) => string;

/** The columns of a table in which at least one row has something. */
export const filledColumns = ({ columns, rows }: Table): readonly number[] =>
  columns.flatMap((_column, index) => (rows.some((row) => row[index]) ? [index] : []));

/** The columns that people see as such: what is empty or stands above its rows is none of them. */
export const drawnColumns = (table: Table): readonly number[] =>
  filledColumns(table).filter((index) => table.columns[index]?.key !== table.groupedBy);

/** The rows of a table in the groups it names; all in one without a title where it names none. */
export const groupsOf = ({ columns, rows, groupedBy }: Table) => {
  const at = columns.findIndex(({ key }) => key === groupedBy);
  const groups: { readonly title: string | undefined; readonly rows: Table['rows'][number][] }[] =
    [];
  for (const row of rows) {
    const title = at < 0 ? undefined : (row[at]?.text ?? '');
    const last = groups.at(-1);
    if (last && last.title === title) last.rows.push(row);
    else groups.push({ title, rows: [row] });
  }
  return groups;
};
