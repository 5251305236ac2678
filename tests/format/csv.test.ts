import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { renderCsv } from '../../src/format/csv.ts';
import type { Cell, Column, Table } from '../../src/format/document.ts';
import { run } from '../harness.ts';

const csv = (columns: readonly Column[], rows: Table['rows'], spreadsheet = false): string =>
  renderCsv(
    { kind: 'list', facts: {}, blocks: [{ is: 'table', columns, rows }] },
    { width: null, color: false, spreadsheet },
  );

const text: Column = { key: 'title', heading: 'TITLE' };
const figure: Column = { key: 'days_left', heading: 'DAYS LEFT', align: 'right' };

const field = (cell: Cell, column: Column, spreadsheet = false): string | undefined =>
  (parse(csv([column], [[cell]], spreadsheet), { bom: true }) as string[][])[1]?.[0];

describe.each([false, true])('for a spreadsheet: %s', (spreadsheet) => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1', '＋1', '－1', '＠x', '-2+3|cmd'])(
    '%j is text and no formula',
    (cell) => {
      expect(field({ text: cell }, text, spreadsheet)).toBe(`'${cell}`);
    },
  );

  test.each(['\n=1+1', '\r\n=1+1'])('%j neither', (cell) => {
    expect(field({ text: cell }, text, spreadsheet)).toBe("'=1+1");
  });

  test('figures are plain numbers, those below nothing too', () => {
    expect(field({ text: '60 %', value: 60 }, figure, spreadsheet)).toBe('60');
    expect(field({ text: '-12', value: -12 }, figure, spreadsheet)).toBe('-12');
    expect(field({ text: '-12' }, figure, spreadsheet)).toBe('-12');
    expect(field({ text: '-12 =x' }, figure, spreadsheet)).toBe("'-12 =x");
  });

  test('several values stand apart, whatever is in them', () => {
    const value = ['Bureau of Trade, Industry', '=1', '市发改委'];
    expect(field({ text: value.join(', '), value }, text, spreadsheet)).toBe(
      'Bureau of Trade, Industry; =1; 市发改委',
    );
    expect(field({ text: '=1, x', value: ['=1', 'x'] }, text, spreadsheet)).toBe("'=1; x");
  });
});

test('for programs: keys, line feeds, no mark before them', () => {
  expect(csv([text, figure], [[{ text: 'a\nb' }, null]])).toBe('title,days_left\n"a\nb",\n');
});

test('for a spreadsheet: headings in words, CR LF between lines and none within a cell, a mark', () => {
  expect(csv([text, figure], [[{ text: 'a\nb' }, null]], true)).toBe(
    '\ufeffTITLE,DAYS LEFT\r\n"a\nb",\r\n',
  );
});

describe('reform list', () => {
  const args = ['list', '--columns', 'id,progress,due,lead'];

  test('--excel is CSV for a spreadsheet', async () => {
    const { exit, out } = await run([...args, '--excel'], { env: { REFORM_LANG: 'zh' } });
    expect(exit).toBe(0);
    expect(out.startsWith('\ufeff编号,')).toBe(true);
    expect(out.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(
      (await run([...args, '--format', 'csv', '--excel'], { env: { REFORM_LANG: 'zh' } })).out,
    ).toBe(out);
    const plain = (await run([...args, '--format', 'csv'], { env: { REFORM_LANG: 'zh' } })).out;
    expect(plain.startsWith('id,progress,due,lead\n')).toBe(true);
  });

  test('--excel is nothing else', async () => {
    const { exit, out, err } = await run([...args, '--excel', '--json']);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('--excel writes CSV');
  });
});

test('what is listed: percentages, days and lists as a spreadsheet takes them', async () => {
  const cwd = 'tests/fixtures/hand/ledger';
  const columns = 'id,progress,due,lead,support';
  const { out } = await run(['list', '--columns', columns, '--format', 'csv'], { cwd });
  const rows = (parse(out) as string[][]).slice(1);
  expect(rows.length).toBeGreaterThan(3);
  for (const [, progress, due] of rows) {
    expect(progress).toMatch(/^\d*$/);
    expect(due).toMatch(/^(?:\d{4}-\d\d-\d\d)?$/);
  }
  expect(rows.some(([, progress]) => progress !== '')).toBe(true);
  expect(rows.some(([, , , , support]) => support?.includes('; '))).toBe(true);
});
