/** What a workbook of LibreOffice is read as. */
import { writeOds } from 'hucre/ods';
import { expect, test } from 'vitest';
import { faultOf, firstOf, pack, sheetsOf, textsOf } from './files.ts';

const names = ['office', 'table', 'text', 'style', 'number', 'fo', 'dc']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ');

/** A workbook with these styles and tables. */
const file = (tables: string, styles = '', more: Readonly<Record<string, string>> = {}) =>
  pack({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<?xml version="1.0"?><office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...more,
  });

const table = (rows: string, attributes = 'table:name="S1"') =>
  `<table:table ${attributes}>${rows}</table:table>`;
const row = (cells: string, attributes = '') =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const cell = (text: string, attributes = '') =>
  `<table:table-cell ${attributes}>${text === '' ? '' : `<text:p>${text}</text:p>`}</table:table-cell>`;

test('a cell is what it shows; its day, number and formula stand beside', async () => {
  const styles = `<number:date-style style:name="N1"><number:year number:style="long"/><number:text>年</number:text><number:month/><number:text>月</number:text></number:date-style>
    <style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>
    <style:style style:name="struck" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>`;
  const rows = row(
    cell(
      '2022年9月',
      'table:style-name="month" office:value-type="date" office:date-value="2022-09-01"',
    ) +
      cell('85%', 'office:value-type="percentage" office:value="0.85"') +
      cell('2', 'table:formula="of:=1+1" office:value-type="float" office:value="2"') +
      cell('', 'table:formula="of:=NOW()"') +
      cell('真', 'office:value-type="boolean" office:boolean-value="true"') +
      cell('x', 'office:value-type="string" table:style-name="struck"') +
      cell('2022-09-30', 'office:value-type="date" office:date-value="2022-09-30T10:00:00"'),
  );
  const { sheets, notes } = await sheetsOf(file(table(rows), styles));
  expect(sheets[0]?.rows).toEqual([
    [
      { text: '2022年9月', day: '2022-09-01', shows: 'month' },
      { text: '85%', number: 0.85 },
      { text: '2', number: 2, isFormula: true },
      { text: '' },
      { text: 'TRUE' },
      { text: 'x', isStruck: true },
      { text: '2022-09-30', day: '2022-09-30', shows: 'day' },
    ],
  ]);
  expect(notes).toEqual([
    { code: 'formulas', sheet: 'S1', count: 1, cell: 'C1' },
    { code: 'formulas-empty', sheet: 'S1', count: 1, cell: 'D1' },
  ]);
});

test('a cell without a style has that of its column', async () => {
  const styles = `<number:date-style style:name="N1"><number:year/><number:month/></number:date-style>
    <style:style style:name="month" style:family="table-cell" style:data-style-name="N1"/>`;
  const columns =
    '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="month" table:number-columns-repeated="16382"/>';
  const date = 'office:value-type="date" office:date-value="2022-09-01"';
  const sheet = await firstOf(
    file(
      table(columns + row(cell('a', 'table:number-columns-repeated="2"') + cell('22/9', date))),
      styles,
    ),
  );
  expect(sheet.rows[0]?.[2]).toEqual({ text: '22/9', day: '2022-09-01', shows: 'month' });
});

test('formats and styles that all sheets share stand in another part', async () => {
  const shared = `<office:document-styles ${names}><office:styles><number:date-style style:name="N1"><number:year/></number:date-style>
    <style:style style:name="Struck" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style></office:styles></office:document-styles>`;
  const styles =
    '<style:style style:name="ce1" style:family="table-cell" style:parent-style-name="Struck" style:data-style-name="N1"/>';
  const date = 'table:style-name="ce1" office:value-type="date" office:date-value="2022-01-01"';
  const sheet = await firstOf(
    file(table(row(cell('2022', date))), styles, { 'styles.xml': shared }),
  );
  expect(sheet.rows[0]?.[0]).toEqual({
    text: '2022',
    day: '2022-01-01',
    shows: 'year',
    isStruck: true,
  });
});

test('paragraphs, spaces and breaks are text; remarks and guides are not', async () => {
  const text = `<table:table-cell><office:annotation><text:p>remark</text:p></office:annotation><text:p>a<text:s text:c="2"/>b</text:p><text:p><text:span>c</text:span><text:line-break/>d<text:ruby><text:ruby-base>e</text:ruby-base><text:ruby-text>f</text:ruby-text></text:ruby></text:p></table:table-cell>`;
  expect(textsOf(await firstOf(file(table(row(text)))))).toEqual([['a  b\nc\nde']]);
});

test('repeats, heading rows, groups and merges keep their places', async () => {
  const rows = `<table:table-header-rows>${row(`${cell('h', 'table:number-columns-spanned="2"')}<table:covered-table-cell/>${cell('i')}`)}</table:table-header-rows>
    ${row(cell('', 'table:number-columns-repeated="16384" table:style-name="s"'), 'table:number-rows-repeated="2"')}
    <table:table-row-group>${row(cell('', 'table:number-columns-repeated="2"') + cell('x', 'table:number-columns-repeated="2"') + cell('', 'table:number-columns-repeated="16380" table:style-name="s"'), 'table:number-rows-repeated="2" table:visibility="filter"')}</table:table-row-group>
    ${row(cell('', 'table:number-columns-repeated="16384" table:style-name="s"'), 'table:number-rows-repeated="1048571"')}`;
  const { sheets, notes } = await sheetsOf(file(table(rows)));
  expect(sheets.map(textsOf)).toEqual([
    [['h', '', 'i'], [], [], ['', '', 'x', 'x'], ['', '', 'x', 'x']],
  ]);
  expect(sheets[0]?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  expect(sheets[0]?.hiddenRows).toEqual([3, 4]);
  expect(notes).toEqual([{ code: 'hidden-rows', sheet: 'S1', count: 2 }]);
});

test('a hidden sheet is read; a copy of another file’s sheet and macros are told of', async () => {
  const styles =
    '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>';
  const bytes = file(
    table(row(cell('a')), 'table:name="底稿" table:style-name="off"') +
      table(`<table:table-source/>${row(cell('b'))}`, 'table:name="file:x"'),
    styles,
    { 'Basic/Standard/Module1.xml': '<x/>' },
  );
  const { sheets, notes } = await sheetsOf(bytes);
  expect(sheets.map(({ name, isHidden }) => [name, isHidden])).toEqual([['底稿', true]]);
  expect(notes).toEqual([
    { code: 'macros' },
    { code: 'external-links' },
    { code: 'hidden-sheets', names: ['底稿'] },
  ]);
});

test('what another program writes is read', async () => {
  const bytes = await writeOds({
    sheets: [{ name: 'a', rows: [['x', 1.5, null, true], [], ['y']] }],
  });
  expect(textsOf(await firstOf(bytes))).toEqual([['x', '1.5', '', 'TRUE'], [], ['y']]);
});

test.each([
  [
    'a password',
    file('', '', { 'META-INF/manifest.xml': '<manifest:encryption-data/>' }),
    { code: 'password' },
  ],
  [
    'a document type',
    pack({
      mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
      'content.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    }),
    { code: 'unsafe', part: 'content.xml' },
  ],
  [
    'no end',
    pack({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<a><b>' }),
    { code: 'damaged' },
  ],
  [
    'a text document',
    pack({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<a/>' }),
    { code: 'not-a-table', what: 'document' },
  ],
  [
    'a million rows with a text',
    file(table(row(cell('x'), 'table:number-rows-repeated="1048576"'))),
    { code: 'too-many-rows', rows: 1_048_576, most: 20_000 },
  ],
  [
    'ten thousand columns with a text',
    file(table(row(cell('x', 'table:number-columns-repeated="10000"')))),
    { code: 'too-many-columns', columns: 10_000, most: 256 },
  ],
])('%s is refused', async (_, bytes, fault) => {
  expect(await faultOf(bytes)).toEqual(fault);
});
