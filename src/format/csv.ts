/**
 * The tables of a document as CSV by RFC 4180; cells that a spreadsheet would run are made text. For
 * programs: line feeds, which that RFC's readers take and line-wise tools need, and the columns' keys.
 * For a spreadsheet: what Excel and WPS open by a double click without asking, which is a byte order
 * mark, CR LF and headings in words. Figures and days are plain in both, several values of a cell
 * stand between `; `.
 */
import { stringify } from 'csv-stringify/sync';
import type { Cell, Column, Renderer, Table } from './document.ts';
import { visible } from './escape.ts';

const figure = /^-?\d+(?:\.\d+)?$/;

/** Line ends before a text say nothing, and would hide what makes it a formula. */
const textOf = (text: string): string => visible(text).replace(/^[\r\n]+/, '');

/** A figure goes as a number: only those may begin with a minus sign without being made text. */
const fieldOf = (cell: Cell | null | undefined, { align }: Column): string | number => {
  if (!cell) return '';
  const { text, value } = cell;
  if (typeof value === 'number') return value;
  if (value !== undefined) return textOf(value.join('; '));
  return align === 'right' && figure.test(text) ? Number(text) : textOf(text);
};

const linesOf = ({ columns, rows }: Table, isForSpreadsheet: boolean): string =>
  stringify(
    [
      columns.map(({ key, heading }) => (isForSpreadsheet ? textOf(heading) : key)),
      ...rows.map((row) => columns.map((column, at) => fieldOf(row[at], column))),
    ],
    {
      escape_formulas: true,
      record_delimiter: isForSpreadsheet ? '\r\n' : '\n',
      // A line end within a cell is quoted, whichever of them ends the lines.
      quote_record_delimiter: true,
    },
  );

export const renderCsv: Renderer = ({ blocks }, { spreadsheet: isForSpreadsheet = false }) => {
  const tables = blocks
    .filter((block): block is Table => block.is === 'table')
    .map((table) => linesOf(table, isForSpreadsheet));
  return isForSpreadsheet ? `\ufeff${tables.join('\r\n')}` : tables.join('\n');
};
