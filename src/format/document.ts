/**
 * What a command answers, as data: facts for programs and blocks for people. Renderers turn it into
 * text.
 */

/** How a cell is shown on a terminal with colours; the words are the same without. */
export type Style = 'plain' | 'id' | 'status' | 'strong' | 'faint';

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
 * A cell as people read it; null is nothing. For `status` columns `tone` tells which status it is.
 */
export interface Cell {
  readonly text: string;
  readonly tone?: string;
}

export interface Table {
  readonly is: 'table';
  readonly title?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly (Cell | null)[])[];
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

export type Block = Table | Pairs | Prose;

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
}

/** A way to write a document down. */
export type Renderer = (document: Document, medium: Medium) => string;

/** The columns of a table in which at least one row has something. */
export const filledColumns = ({ columns, rows }: Table): readonly number[] =>
  columns.flatMap((_column, index) => (rows.some((row) => row[index]) ? [index] : []));
