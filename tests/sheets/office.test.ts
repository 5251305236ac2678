/** Files that an office program has saved again are read alike. It is LibreOffice, where that is installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell, writeXlsx } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import { firstOf, sheetsOf, textsOf } from './files.ts';

const hasOffice = (() => {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const folder = mkdtempSync(join(tmpdir(), 'reform-office-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file as LibreOffice saves it in a format. */
const saved = (bytes: Uint8Array, from: string, to: string): Uint8Array => {
  writeFileSync(join(folder, `list.${from}`), bytes);
  const out = join(folder, 'out');
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', to, '--outdir', out, join(folder, `list.${from}`)],
    { stdio: 'ignore' },
  );
  return readFileSync(join(out, `list.${to.split(':')[0] ?? ''}`));
};

const formats = ['yyyy"年"m"月"', '0%', 'yyyy-mm-dd', '#,##0.00', '000'];
const values = [
  new Date('2022-09-01T00:00:00Z'),
  0.85,
  new Date('2022-09-30T00:00:00Z'),
  1234.5,
  7,
];
const list = await writeXlsx({
  sheets: [
    {
      name: '台账',
      rows: [
        ['改革任务台账'],
        ['编号', '名 称', '第一\n第二', '007', 'x'],
        [],
        values,
        ['废', 'x'],
      ],
      cells: new Map<string, Partial<Cell>>([
        ...values.map(
          (value, column) =>
            [`3,${column}`, { value, style: { numFmt: formats[column] ?? '' } }] as const,
        ),
        ['4,0', { value: '废', style: { font: { strikethrough: true } } }],
      ]),
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
        { startRow: 4, startCol: 1, endRow: 4, endCol: 2 },
      ],
      rowDefs: new Map([[4, { hidden: true }]]),
    },
    { name: '底稿', rows: [['y']], hidden: true },
  ],
});

// Elsewhere the program may be missing; what these tests hold is held part by part in the others.
describe.skipIf(!hasOffice)('saved again by LibreOffice', () => {
  test.each(['xlsx', 'ods'])('as %s', async (format) => {
    const { sheets } = await sheetsOf(saved(list, 'xlsx', format));
    expect(sheets).toEqual((await sheetsOf(list)).sheets);
  });

  test('as csv in the encoding of Chinese Windows', async () => {
    const csv = saved(list, 'xlsx', 'csv:Text - txt - csv (StarCalc):44,34,85,1');
    const { sheets, notes } = await sheetsOf(csv);
    const original = textsOf(await firstOf(list));
    // In a text file every row has all its cells, and the hidden one is there as well.
    expect(sheets.map(textsOf)).toEqual([original]);
    expect(notes).toContainEqual({ code: 'encoding', encoding: 'GB18030' });
  });
});
