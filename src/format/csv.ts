/**
 * The tables of a document as CSV by RFC 4180, with line feeds; cells that a spreadsheet would run
 * are made text.
 */
import { stringify } from 'csv-stringify/sync';
import type { Renderer, Table } from './document.ts';
import { visible } from './escape.ts';

export const renderCsv: Renderer = ({ blocks }) =>
  blocks
    .filter((block): block is Table => block.is === 'table')
    .map(({ columns, rows }) =>
      stringify(
        [
          columns.map(({ key }) => key),
          ...rows.map((row) => row.map((cell) => visible(cell?.text ?? ''))),
        ],
        { escape_formulas: true },
      ),
    )
    .join('\n');
