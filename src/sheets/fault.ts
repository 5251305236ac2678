/** What can come of reading an office's file: why it is refused, and what its reader ought to know. */
import type { Sheet } from './sheet.ts';

/** Bounds of what is read; a list of a thousand measures is a tenth of each. */
export const most = {
  /** Of the file, in bytes. */
  bytes: 50_000_000,
  /** Of the parts of a packed file that are read, unpacked; and of all cells together, in characters. */
  inflated: 200_000_000,
  /** Of one worksheet, unpacked, before what is empty in it is left out; in bytes. */
  worksheet: 1_000_000_000,
  entries: 10_000,
  sheets: 100,
  /** Rows of a sheet with anything in them. */
  rows: 20_000,
  /** The last row of a sheet that may have anything in it. */
  lastRow: 100_000,
  columns: 256,
  /** Of a cell, in characters. */
  characters: 32_767,
  seconds: 30,
  /** What the worker may keep, in megabytes. */
  memory: 1_024,
} as const;

/** Why a file is refused. */
export type SheetFault =
  /** A format of before 2007, or a binary one: `xls`, `et`, `doc`, `wps`, `ppt`, `dps`, `xlsb`, `ole` where unknown. */
  | { readonly code: 'legacy'; readonly which: string }
  | { readonly code: 'password' }
  | { readonly code: 'not-a-table'; readonly what: NoTable }
  /** The part of a packed file, or the line of a text, where that is known. */
  | { readonly code: 'damaged'; readonly part?: string; readonly line?: number }
  | { readonly code: 'too-large'; readonly bytes: number; readonly most: number }
  /** A small file that unpacks to more than `most` bytes or entries. */
  | { readonly code: 'inflates'; readonly most: number }
  | { readonly code: 'too-many-sheets'; readonly sheets: number; readonly most: number }
  | { readonly code: 'too-many-rows'; readonly rows: number; readonly most: number }
  | { readonly code: 'too-many-columns'; readonly columns: number; readonly most: number }
  | {
      readonly code: 'cell-too-long';
      readonly sheet: string;
      readonly cell: string;
      readonly most: number;
    }
  /** It took more than so many seconds, or more memory than it may have. */
  | { readonly code: 'too-long'; readonly why: 'seconds' | 'memory'; readonly most: number }
  /** The encoding that was asked for; null where none was and none of ours fits. */
  | { readonly code: 'encoding'; readonly asked: string | null; readonly isKnown: boolean }
  | { readonly code: 'no-tables' }
  /** A part declares a document type, which office programs never write and attacks need. */
  | { readonly code: 'unsafe'; readonly part: string };

/** What a file without tables is. */
export type NoTable =
  | 'binary'
  | 'document'
  | 'html'
  | 'image'
  | 'pdf'
  | 'presentation'
  | 'rtf'
  | 'xml'
  | 'zip';

/** What the reader ought to know about a file that was read; `cell` is the first such cell. */
export type Note =
  /** The last value of formulas was taken. */
  | {
      readonly code: 'formulas';
      readonly sheet: string;
      readonly count: number;
      readonly cell: string;
    }
  /** Formulas without a stored value were read as empty. */
  | {
      readonly code: 'formulas-empty';
      readonly sheet: string;
      readonly count: number;
      readonly cell: string;
    }
  | { readonly code: 'macros' }
  | { readonly code: 'external-links' }
  | { readonly code: 'encoding'; readonly encoding: string }
  | { readonly code: 'hidden-sheets'; readonly names: readonly string[] }
  | { readonly code: 'hidden-rows'; readonly sheet: string; readonly count: number }
  | { readonly code: 'hidden-columns'; readonly sheet: string; readonly count: number }
  /** Sheets of charts or macros, which have no cells, were left out. */
  | { readonly code: 'sheets-without-cells'; readonly count: number }
  /** Tracked changes: insertions were taken, deletions left out. */
  | { readonly code: 'tracked'; readonly hasInsertions: boolean; readonly hasDeletions: boolean }
  /** Tables inside cells were read as text of the cell. */
  | {
      readonly code: 'nested';
      readonly sheet: string;
      readonly count: number;
      readonly cell: string;
    }
  /** Numbers that the word processor counts by itself were counted, from 1 in each table. */
  | {
      readonly code: 'numbered';
      readonly sheet: string;
      readonly count: number;
      readonly cell: string;
    }
  /** Rows of a text file have different numbers of cells; `row` from 1 is the first that differs. */
  | { readonly code: 'ragged'; readonly row: number };

/** What comes of reading a file. */
export type SheetsRead =
  | {
      readonly is: 'sheets';
      readonly sheets: readonly Sheet[];
      readonly notes: readonly Note[];
      /** A text document, whose tables may be parts of one list. */
      readonly isDocument?: true;
    }
  | { readonly is: 'refused'; readonly fault: SheetFault };

/** What a reader throws to refuse a file; `readHere` makes an answer of it. */
export const refusal = (fault: SheetFault): Error =>
  Object.assign(new Error(fault.code), { fault });

/** The fault that an error carries; whatever else a parser throws means that the file is damaged. */
export const faultOf = (error: unknown): SheetFault => {
  const { fault } = (error ?? {}) as { readonly fault?: SheetFault };
  return fault ?? { code: 'damaged' };
};
