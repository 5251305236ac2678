/** What a workbook of Excel or WPS is read as. */
import { type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/sheets/sheet.ts';
import { firstOf, sheetsOf, textsOf, workbookFile } from './files.ts';

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

/** The one cell of a workbook with this value and this format. */
const cellOf = async (value: CellValue, numFmt?: string, style: CellStyle = {}): Promise<Cell> => {
  const cells = new Map([['0,0', { value, style: { ...style, ...(numFmt ? { numFmt } : {}) } }]]);
  const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [[value, 'end']], cells }] });
  return (await firstOf(bytes)).rows[0]?.[0] ?? { text: 'no cell' };
};

describe('a cell is read as it is shown', () => {
  test.each<[CellValue, string | undefined, Cell]>([
    ['T01', undefined, { text: 'T01' }],
    ['007', undefined, { text: '007' }],
    ['=1+1', undefined, { text: '=1+1' }],
    ["'quoted", undefined, { text: "'quoted" }],
    [true, undefined, { text: 'TRUE' }],
    [3, undefined, { text: '3', number: 3 }],
    [3.0, '0', { text: '3', number: 3 }],
    [0.85, '0%', { text: '85%', number: 0.85 }],
    [0.29, '0%', { text: '29%', number: 0.29 }],
    [0.1 + 0.2, undefined, { text: '0.3', number: 0.1 + 0.2 }],
    [440100202209, undefined, { text: '440100202209', number: 440100202209 }],
    [1234.5, '#,##0.00', { text: '1,234.50', number: 1234.5 }],
    [7, '000', { text: '007', number: 7 }],
    [7, 'General"个"', { text: '7个', number: 7 }],
    [-7, 'General"个"', { text: '-7个', number: -7 }],
    [7, ';;;', { text: '7', number: 7 }],
    [0, '0;-0;;@', { text: '', number: 0 }],
    [day('2022-09-01'), 'yyyy"年"m"月"', { text: '2022年9月', day: '2022-09-01', shows: 'month' }],
    [
      day('2022-09-30'),
      'yyyy"年"m"月"d"日";@',
      { text: '2022年9月30日', day: '2022-09-30', shows: 'day' },
    ],
    [day('2022-01-01'), 'yyyy"年"', { text: '2022年', day: '2022-01-01', shows: 'year' }],
    [day('2022-09-30'), 'yyyy-mm-dd', { text: '2022-09-30', day: '2022-09-30', shows: 'day' }],
    [
      day('2022-09-30'),
      '[$-804]yyyy-mm-dd aaaa',
      { text: '2022-09-30 星期五', day: '2022-09-30', shows: 'day' },
    ],
    [new Date('2022-09-30T23:59:59Z'), 'm/d', { text: '9/30', day: '2022-09-30', shows: 'day' }],
    [new Date('1899-12-31T08:30:00Z'), 'h:mm', { text: '8:30' }],
  ])('%s as %s', async (value, format, expected) => {
    expect(await cellOf(value, format)).toEqual(expected);
  });

  test('the machine’s zone changes no day', async () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Shanghai']) {
        process.env['TZ'] = zone;
        expect((await cellOf(day('2022-09-30'), 'yyyy/m/d')).day).toBe('2022-09-30');
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });

  test.each([
    [14, '2022/9/30', 'day'],
    [31, '2022年9月30日', 'day'],
    [57, '2022年9月', 'month'],
  ])('format number %i, which Chinese files do not spell', async (id, text, shows) => {
    const bytes = workbookFile({
      styles: `<cellXfs><xf/><xf numFmtId="${id}"/></cellXfs>`,
      sheets: ['<sheetData><row r="1"><c r="A1" s="1"><v>44834</v></c></row></sheetData>'],
    });
    expect((await firstOf(bytes)).rows[0]?.[0]).toEqual({ text, day: '2022-09-30', shows });
  });

  test('the date system of old Macs, and days written as text by strict files', async () => {
    const bytes = workbookFile({
      workbook: '<workbookPr date1904="1"/>',
      styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
      sheets: [
        `<sheetData><row r="1"><c r="A1" s="1"><v>43372</v></c>
         <c r="B1" s="1" t="d"><v>2022-09-30T00:00:00</v></c></row></sheetData>`,
      ],
    });
    const date = { text: '2022/9/30', day: '2022-09-30', shows: 'day' };
    expect((await firstOf(bytes)).rows[0]).toEqual([date, date]);
  });

  test('parts of a text, its line breaks, phonetic guides and escapes', async () => {
    const bytes = workbookFile({
      strings: `<si><r><t>城市</t></r><r><rPr><b/></rPr><t>更新</t></r><rPh sb="0" eb="1"><t>cheng</t></rPh></si>
        <si><t>a_x000D_
b</t><phoneticPr fontId="1"/></si>`,
      sheets: [
        `<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
        <c r="C1" t="inlineStr"><is><t>东京</t><rPh sb="0" eb="1"><t>とう</t></rPh></is></c>
        <c r="D1" t="e"><v>#REF!</v></c></row></sheetData>`,
      ],
    });
    expect(textsOf(await firstOf(bytes))).toEqual([['城市更新', 'a\nb', '东京', '#REF!']]);
  });

  test('a text is struck through only as a whole', async () => {
    expect(await cellOf('x', undefined, { font: { strikethrough: true } })).toEqual({
      text: 'x',
      isStruck: true,
    });
    const struck = '<rPr><strike/></rPr>';
    const bytes = workbookFile({
      strings: `<si><r>${struck}<t>a</t></r><r><t>b</t></r></si><si><r>${struck}<t>a</t></r><r><t> </t></r></si>`,
      sheets: [
        '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row></sheetData>',
      ],
    });
    expect((await firstOf(bytes)).rows[0]).toEqual([
      { text: 'ab' },
      { text: 'a ', isStruck: true },
    ]);
  });
});

describe('a sheet', () => {
  test('keeps the places of cells; merges are cut to what is used and never overlap', async () => {
    const bytes = workbookFile({
      sheets: [
        `<sheetData><row r="2"><c r="B2"><v>1</v></c></row><row r="4"><c r="D4"><v>2</v></c></row></sheetData>
        <mergeCells><mergeCell ref="B2:C3"/><mergeCell ref="C3:D4"/><mergeCell ref="A4:XFD1048576"/>
        <mergeCell ref="Z90:AA91"/><mergeCell ref="A1"/><mergeCell ref="bad"/></mergeCells>`,
      ],
    });
    const sheet = await firstOf(bytes);
    expect(textsOf(sheet)).toEqual([[], ['', '1'], [], ['', '', '', '2']]);
    expect(sheet.merges).toEqual([
      { top: 1, left: 1, bottom: 2, right: 2 },
      { top: 3, left: 0, bottom: 3, right: 3 },
    ]);
  });

  test('what is hidden is read and told of', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: '台账',
          rows: [['a', 'b'], ['c'], ['d']],
          rowDefs: new Map([[1, { hidden: true }]]),
          columns: [{}, { hidden: true }],
        },
        { name: '底稿', rows: [['x']], hidden: true },
        { name: '废', rows: [['y']], veryHidden: true },
      ],
    });
    const { sheets, notes } = await sheetsOf(bytes);
    expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([
      ['台账', false],
      ['底稿', true],
      ['废', true],
    ]);
    expect(sheets[0]?.hiddenRows).toEqual([1]);
    expect(notes).toEqual([
      { code: 'hidden-sheets', names: ['底稿', '废'] },
      { code: 'hidden-rows', sheet: '台账', count: 1 },
      { code: 'hidden-columns', sheet: '台账', count: 1 },
    ]);
  });

  test('formulas give their last value; those without one are told of', async () => {
    const bytes = workbookFile({
      sheets: [
        `<sheetData><row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1</f><v>two</v></c>
        <c r="C1"><f>NOW()</f></c><c r="D1"><f t="shared" si="0" ref="D1:D1">D1</f><v>4</v></c></row></sheetData>`,
      ],
    });
    const { sheets, notes } = await sheetsOf(bytes);
    expect(sheets[0]?.rows[0]).toEqual([
      { text: '2', number: 2, isFormula: true },
      { text: 'two', isFormula: true },
      { text: '' },
      { text: '4', number: 4, isFormula: true },
    ]);
    expect(notes).toEqual([
      { code: 'formulas', sheet: 'S1', count: 3, cell: 'A1' },
      { code: 'formulas-empty', sheet: 'S1', count: 1, cell: 'C1' },
    ]);
  });

  test('macros and links to other files are told of and not followed', async () => {
    const bytes = workbookFile({
      sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'],
      more: {
        'xl/vbaProject.bin': 'x',
        'xl/externalLinks/externalLink1.xml': '<externalLink/>',
        'xl/externalLinks/_rels/externalLink1.xml.rels': '<Relationships/>',
      },
    });
    expect((await sheetsOf(bytes)).notes).toEqual([{ code: 'macros' }, { code: 'external-links' }]);
  });

  test('a sheet that is a chart is left out', async () => {
    const bytes = workbookFile({
      sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>', ''],
      more: {
        'xl/_rels/workbook.xml.rels': `<Relationships>
          <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>
          <Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
      },
    });
    const { sheets, notes } = await sheetsOf(bytes);
    expect(sheets.map(({ name }) => name)).toEqual(['S1']);
    expect(notes).toEqual([{ code: 'sheets-without-cells', count: 1 }]);
  });

  test('rows and columns that only have a format are no rows and columns', async () => {
    const formatted = Array.from(
      { length: 50_000 },
      (_, row) =>
        `<row r="${row + 2}" s="1"><c r="A${row + 2}" s="1"/><c r="XFD${row + 2}" s="1"></c></row>`,
    );
    const bytes = workbookFile({
      styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
      sheets: [
        `<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"/></row>${formatted.join('')}
        <row r="60000" spans="1:1"/></sheetData>`,
      ],
    });
    expect(textsOf(await firstOf(bytes))).toEqual([['1']]);
  });

  test('cells and rows without a place stand one after another', async () => {
    const bytes = workbookFile({
      sheets: [
        '<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row></sheetData>',
      ],
    });
    expect(textsOf(await firstOf(bytes))).toEqual([['1', '', '3'], [], ['4']]);
  });

  test('names of elements may have a prefix', async () => {
    const bytes = workbookFile({
      sheets: [],
      more: {
        'xl/workbook.xml': `<x:workbook xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><x:sheets><x:sheet name="甲" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>`,
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
        'xl/worksheets/sheet1.xml':
          '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" s="1"/><x:c r="B1"><x:v>2</x:v></x:c></x:row><x:row r="2"/></x:sheetData></x:worksheet>',
      },
    });
    expect(textsOf(await firstOf(bytes))).toEqual([['', '2']]);
  });
});
