/** Rows that stand in groups: a title above them for people, a column for programs. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { renderCsv } from '../../src/format/csv.ts';
import type { Document, Table } from '../../src/format/document.ts';
import { renderMarkdown } from '../../src/format/markdown.ts';
import { renderText } from '../../src/format/table.ts';

const row = (group: string, id: string, title: string) => [
  { text: group },
  { text: id },
  { text: title },
];

const grouped: Table = {
  is: 'table',
  groupedBy: 'week',
  columns: [
    { key: 'week', heading: 'WEEK' },
    { key: 'id', heading: 'ID', keeps: 'whole' },
    { key: 'title', heading: 'TITLE', keeps: 'text' },
  ],
  rows: [
    row('first week', 'a', '出台“一窗通办”服务规范并在全市推开'),
    row('first week', 'b', 'two'),
    row('next\u001b week', 'c', 'a title that takes more than one line'),
    // Not beside the others of its name: the order of rows is not ours to change.
    row('first week', 'd', 'four'),
  ],
};

const documentOf = (table: Table): Document => ({ kind: 'due', facts: {}, blocks: [table] });

test('text: one table, so that columns line up, and each title once above its rows', () => {
  expect(renderText(documentOf(grouped), { width: 24, color: false })).toMatchInlineSnapshot(`
    " ID  TITLE
    first week
     a   出台“一窗通办”服务
         规范并在全市推开
     b   two

    next\\x1b week
     c   a title that takes
         more than one line

    first week
     d   four
    "
  `);
});

test('a title wider than the terminal is wrapped; without a terminal nothing is', () => {
  const wide = { ...grouped, rows: [row('a title '.repeat(6).trim(), 'a', 'x')] };
  const lines = renderText(documentOf(wide), { width: 24, color: false }).split('\n');
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(24);
  expect(renderText(documentOf(wide), { width: null, color: false })).toContain(
    'a title a title a title a title a title a title\n',
  );
});

test('Markdown: a table for each group', () => {
  const text = renderMarkdown(documentOf(grouped), { width: null, color: false });
  expect(text.match(/^### .*/gm)).toEqual([
    '### first week',
    '### next\\\\x1b week',
    '### first week',
  ]);
  expect(text.match(/^\| ID /gm)).toHaveLength(3);
});

test('CSV: a column like any other', () => {
  const rows = parse(renderCsv(documentOf(grouped), { width: null, color: false }));
  expect(rows.map(([week, id]: string[]) => [week, id])).toEqual([
    ['week', 'id'],
    ['first week', 'a'],
    ['first week', 'b'],
    ['next\\x1b week', 'c'],
    ['first week', 'd'],
  ]);
});

test('ids, days and figures are torn last of all', () => {
  const table: Table = {
    is: 'table',
    columns: [
      { key: 'due', heading: 'DUE', keeps: 'whole' },
      { key: 'title', heading: 'TITLE', keeps: 'text' },
      { key: 'lead', heading: 'LEAD' },
    ],
    rows: [[{ text: '2022-09-30' }, { text: 'x'.repeat(40) }, { text: 'y'.repeat(40) }]],
  };
  expect(renderText(documentOf(table), { width: 32, color: false })).toContain('2022-09-30');
});
