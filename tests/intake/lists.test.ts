/** Each of the ten kept lists is read as it was counted by hand. */
import { expect, test } from 'vitest';
import { findList } from '../../src/intake/columns.ts';
import { readList } from '../../src/intake/list.ts';
import { readRows } from '../../src/intake/rows.ts';
import { lists } from './lists.ts';

test.each(lists)('$manner', ({ sheet, year, holds }) => {
  const table = findList(sheet, new Map());
  if (table === undefined) throw new Error('no list was found');
  const outline = readRows(table, { split: true, isField: () => false });
  const today = `${year}-12-31`;
  const { items, ongoing, troubles } = readList(table, outline, { year, today, reportDay: today });
  const different = (all: readonly (string | undefined)[]) =>
    new Set(all.filter((each) => each !== undefined)).size;
  expect({
    columns: table.columns.filter(({ heading }) => heading !== '').length,
    fields: different(items.map(({ row }) => row.task?.field?.title)),
    items: items.length,
    // A line that stands alone is read as a task of its own, or put below the list's title.
    tasks: holds.tasks === 0 ? 0 : different(items.map(({ row }) => row.task?.title)),
    units: different(items.flatMap(({ lead, support }) => [...lead, ...support])),
    dues: items.filter(({ due }) => due !== undefined).length,
    ongoing,
    unclear: troubles.filter(({ why }) => why.startsWith('due-')).length,
    aside: outline.skipped.length,
  }).toEqual(holds);
});
