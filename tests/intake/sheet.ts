/** Sheets for tests, from the texts of their cells. */
import type { Merge, Sheet } from '../../src/sheets/sheet.ts';

/** A sheet whose cells have these texts; merges are given as `A1:C1`. */
export const sheetOf = (
  rows: readonly (readonly string[])[],
  merges: readonly string[] = [],
  more: Partial<Sheet> = {},
): Sheet => ({
  name: 'Sheet1',
  rows: rows.map((row) => row.map((text) => ({ text }))),
  merges: merges.map(mergeOf),
  isHidden: false,
  hiddenRows: [],
  ...more,
});

const mergeOf = (range: string): Merge => {
  const [from = '', to = ''] = range.split(':');
  const place = (address: string) => ({
    row: Number(address.replace(/\D/g, '')) - 1,
    column: address.charCodeAt(0) - 65,
  });
  return {
    top: place(from).row,
    left: place(from).column,
    bottom: place(to).row,
    right: place(to).column,
  };
};
