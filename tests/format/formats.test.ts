import { parse } from 'csv-parse/sync';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { renderCsv } from '../../src/format/csv.ts';
import type { Document, Table } from '../../src/format/document.ts';
import { oneLine, visible } from '../../src/format/escape.ts';
import { formats } from '../../src/format/index.ts';
import { renderJson } from '../../src/format/json.ts';
import { renderMarkdown } from '../../src/format/markdown.ts';
import { renderText } from '../../src/format/table.ts';

const hostile = [
  '\u001b[31mred\u001b[0m',
  '\u001b]8;;https://evil.example\u0007link\u001b]8;;\u0007',
  'a\u202egnp.exe',
  'zero\u200bwidth',
  'back\bspace',
  'return\rover',
  '\u009b31m',
];

const tableOf = (cells: readonly string[]): Table => ({
  is: 'table',
  columns: [{ key: 'title', heading: 'TITLE' }],
  rows: cells.map((text) => [{ text }]),
});

const documentOf = (table: Table): Document => ({
  kind: 'list',
  facts: { items: table.rows.map(([cell]) => cell?.text ?? null) },
  blocks: [table],
});

const medium = { width: 80, color: false };
const dangerous = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e]/;

describe.each(Object.keys(formats))('%s', (name) => {
  test('lets no control character of the data through', async () => {
    const render = await formats[name]?.();
    const text = render?.(documentOf(tableOf(hostile)), medium) ?? '';
    expect(text).not.toBe('');
    expect(text.replaceAll('\n', '')).not.toMatch(dangerous);
  });
});

test('what is hidden is shown by its number', () => {
  expect(visible('a\u202eb\u001b[31m')).toBe('a\\u{202e}b\\x1b[31m');
  expect(visible('family 👨‍👩‍👧 stays')).toBe('family 👨‍👩‍👧 stays');
  expect(oneLine('one\r\n  two\tthree')).toBe('one two three');
});

describe('JSON', () => {
  test('reads back as the same text', () => {
    const document = documentOf(tableOf(hostile));
    expect(JSON.parse(renderJson(document, medium)).items).toEqual(hostile);
  });
});

describe('CSV', () => {
  const rows = (cells: readonly string[]) => parse(renderCsv(documentOf(tableOf(cells)), medium));

  test('reads back as the same text, whatever is in it', () => {
    const cells = ['plain', 'a,b', 'say "yes"', 'two\nlines', '中文，标点', ''];
    expect(rows(cells)).toEqual([['title'], ...cells.map((cell) => [cell])]);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '＝1+1'])('%s is text and no formula', (cell) => {
    expect(rows([cell])[1]).toEqual([`'${cell}`]);
  });
});

describe('Markdown', () => {
  test('a title cannot leave its cell, become a link, a mention or HTML', () => {
    const text = renderMarkdown(
      documentOf(tableOf(['a | b `c` <img src=x> [d](e) @user #1'])),
      medium,
    );
    expect(text.split('\n')[2]).toBe('| a \\| b \\`c\\` \\<img src=x\\> \\[d\\](e) \\@user \\#1 |');
  });

  test('a character given by its number stays the number, and an ampersand one', () => {
    const text = renderMarkdown(documentOf(tableOf(['&#x202e; &lt; R&D; A & B'])), medium);
    expect(text.split('\n')[2]).toBe('| \\&\\#x202e; \\&lt; R\\&D; A & B |');
  });
});

describe('text', () => {
  const chinese =
    '推进城市规划建设管理体制改革，完善市区两级林业和园林机构管理体制，健全疫情防控机制和公共卫生服务体系';

  test.each([20, 40, 60, 80])('wraps Chinese at %i columns without losing a character', (width) => {
    const text = renderText(documentOf(tableOf([chinese])), { width, color: false });
    for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(text.replace(/\s/g, '')).toBe(`TITLE${chinese}`);
  });

  test('columns line up whatever is in the cells before them', () => {
    const cells = ['plain', '中文标题', 'full－width', '👨‍👩‍👧 family', '“quoted”', 'e\u0301'];
    const table: Table = {
      is: 'table',
      columns: [
        { key: 'a', heading: 'A' },
        { key: 'b', heading: 'B' },
      ],
      rows: cells.map((text) => [{ text }, { text: 'X' }]),
    };
    const lines = renderText(documentOf(table), medium).trimEnd().split('\n').slice(1);
    const places = lines.map((line) => stringWidth(line.slice(0, line.lastIndexOf('X'))));
    expect(new Set(places).size).toBe(1);
  });

  test('a column with nothing in it is not drawn', () => {
    const table: Table = {
      is: 'table',
      columns: [
        { key: 'a', heading: 'A' },
        { key: 'b', heading: 'B' },
      ],
      rows: [[{ text: 'x' }, null]],
    };
    expect(renderText(documentOf(table), medium)).toBe(' A\n x\n');
  });
});
