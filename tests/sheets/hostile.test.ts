/** Files made to harm, broken ones and ones that are not what they are called: there is always an answer. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { readHere } from '../../src/sheets/here.ts';
import { readSheets } from '../../src/sheets/read.ts';
import {
  documentFile,
  faultOf,
  firstOf,
  p,
  pack,
  sheetsOf,
  tbl,
  tc,
  textsOf,
  tr,
  workbookFile,
  workbookParts,
} from './files.ts';

const oneCell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes);

describe('packed files that grow', () => {
  test('an entry that says how large it is', async () => {
    const bytes = pack({
      ...workbookParts({ sheets: [oneCell] }),
      'xl/sharedStrings.xml': zeros(210_000_000),
    });
    expect(bytes.length).toBeLessThan(1_000_000);
    expect(await faultOf(bytes)).toEqual({ code: 'inflates', most: 200_000_000 });
  });

  test('an entry that lies about it', async () => {
    const parts = workbookParts({ sheets: [oneCell] });
    const bytes = Buffer.from(pack({ ...parts, 'xl/sharedStrings.xml': zeros(5_000_000) }));
    const central = bytes.lastIndexOf('xl/sharedStrings.xml') - 46;
    expect(bytes.readUInt32LE(central)).toBe(0x02014b50);
    bytes.writeUInt32LE(1_000, central + 24);
    expect(await faultOf(bytes)).toEqual({ code: 'damaged' });
  });

  test('many entries that are small each', async () => {
    const sheets = Array.from(
      { length: 30 },
      () => `${[...`${oneCell}<!--`].join('') + ' '.repeat(8_000_000)}-->`,
    );
    expect(await faultOf(workbookFile({ sheets }))).toEqual({
      code: 'inflates',
      most: 200_000_000,
    });
  });

  test('ten thousand entries', async () => {
    const more = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, index) => [`x/${index}`, '']),
    );
    expect(await faultOf(workbookFile({ sheets: [oneCell], more }))).toEqual({
      code: 'inflates',
      most: 10_000,
    });
  });

  test('what no cell is made from is not unpacked', async () => {
    const more = {
      'xl/media/image1.png': zeros(300_000_000),
      'xl/media/a.zip': pack({ a: zeros(1_000) }),
    };
    expect(textsOf(await firstOf(workbookFile({ sheets: [oneCell], more })))).toEqual([['1']]);
  });

  test('one text in a million cells', async () => {
    const cells = Array.from({ length: 250 }, () => '<c t="s"><v>0</v></c>').join('');
    const rows = Array.from({ length: 100 }, () => `<row>${cells}</row>`).join('');
    const bytes = workbookFile({
      strings: `<si><t>${'x'.repeat(30_000)}</t></si>`,
      sheets: [`<sheetData>${rows}</sheetData>`],
    });
    expect(await faultOf(bytes)).toEqual({ code: 'inflates', most: 200_000_000 });
  });
});

describe('packed files that are not what they seem', () => {
  test('two entries of one name', async () => {
    const bytes = Buffer.from(
      pack({ ...workbookParts({ sheets: [oneCell] }), 'xl/stylez.xml': '<a/>' }),
    );
    for (let at = bytes.indexOf('xl/stylez.xml'); at !== -1; at = bytes.indexOf('xl/stylez.xml'))
      bytes.write('xl/styles.xml', at);
    expect(await faultOf(bytes)).toEqual({ code: 'damaged', part: 'xl/styles.xml' });
  });

  test('entries that lie over each other', async () => {
    const parts = workbookParts({ sheets: [oneCell, oneCell] });
    const bytes = Buffer.from(
      pack({ ...parts, 'xl/a.xml': 'x'.repeat(100), 'xl/b.xml': 'x'.repeat(100) }),
    );
    const [a, b] = ['xl/a.xml', 'xl/b.xml'].map((name) => bytes.lastIndexOf(name) - 46);
    bytes.writeUInt32LE(bytes.readUInt32LE((a ?? 0) + 42), (b ?? 0) + 42);
    expect((await readHere(bytes, { name: 'x' })).is).toBe('sheets');
  });

  test.each(['../../etc/passwd', '/etc/passwd', 'xl/../../x.xml', 'C:/x'])(
    'a path %s',
    async (path) => {
      expect(await faultOf(workbookFile({ sheets: [oneCell], more: { [path]: 'x' } }))).toEqual({
        code: 'damaged',
      });
    },
  );

  test('an entry with a password', async () => {
    const bytes = Buffer.from(workbookFile({ sheets: [oneCell] }));
    const central = bytes.lastIndexOf('xl/styles.xml') - 46;
    bytes.writeUInt16LE(bytes.readUInt16LE(central + 8) | 1, central + 8);
    expect(await faultOf(bytes)).toEqual({ code: 'password' });
  });

  test('a document called a workbook, and the other way round', async () => {
    expect(textsOf(await firstOf(documentFile(tbl(tr(tc('a')))), 'list.xlsx'))).toEqual([['a']]);
    expect(textsOf(await firstOf(workbookFile({ sheets: [oneCell] }), 'list.docx'))).toEqual([
      ['1'],
    ]);
    expect(textsOf(await firstOf(workbookFile({ sheets: [oneCell] }), 'list.csv'))).toEqual([
      ['1'],
    ]);
    expect(textsOf(await firstOf(strToU8('a,b'), 'list.xlsx'))).toEqual([['a', 'b']]);
  });

  test.each([
    ['presentationml.presentation.main', { code: 'not-a-table', what: 'presentation' }],
    ['ms-excel.sheet.binary.macroEnabled.main', { code: 'legacy', which: 'xlsb' }],
    ['something', { code: 'damaged', part: '[Content_Types].xml' }],
  ])('contents of type %s', async (type, fault) => {
    expect(
      await faultOf(
        pack({ '[Content_Types].xml': `<Types><Override ContentType="${type}"/></Types>` }),
      ),
    ).toEqual(fault);
  });

  test('any other packed file', async () => {
    expect(await faultOf(pack({ 'a.txt': 'a' }))).toEqual({ code: 'not-a-table', what: 'zip' });
    expect(await faultOf(zipSync({}))).toEqual({ code: 'not-a-table', what: 'zip' });
  });
});

describe('texts that grow or break', () => {
  const laughs = '<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';

  test.each(['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml'])(
    'a document type in %s',
    async (part) => {
      const parts = workbookParts({ sheets: [oneCell] });
      const bytes = pack({ ...parts, [part]: `${laughs}${String(parts[part])}` });
      expect(await faultOf(bytes)).toEqual({ code: 'unsafe', part });
    },
  );

  test('a document type in a document', async () => {
    const bytes = documentFile(tbl(tr(tc('a'))), { 'word/styles.xml': `${laughs}<a>&b;</a>` });
    expect(await faultOf(bytes)).toEqual({ code: 'unsafe', part: 'word/styles.xml' });
  });

  test('elements a hundred thousand deep', async () => {
    const deep = '<w:p>'.repeat(100_000) + '</w:p>'.repeat(100_000);
    expect(await faultOf(documentFile(tbl(tr(tc(deep)))))).toEqual({ code: 'damaged' });
  });

  test('a text that ends in the middle', async () => {
    const parts = workbookParts({ sheets: [oneCell] });
    const bytes = pack({
      ...parts,
      'xl/workbook.xml': String(parts['xl/workbook.xml']).slice(0, -30),
    });
    expect(await faultOf(bytes)).toEqual({ code: 'damaged' });
  });
});

describe('sheets that are too large', () => {
  const rowsOf = (count: number, from = 1): string =>
    `<sheetData>${Array.from({ length: count }, (_, row) => `<row r="${row + from}"><c r="A${row + from}"><v>1</v></c></row>`).join('')}</sheetData>`;

  test('rows are counted, all of them', async () => {
    expect((await firstOf(workbookFile({ sheets: [rowsOf(20_000)] }))).rows.length).toBe(20_000);
    expect(await faultOf(workbookFile({ sheets: [rowsOf(100_000)] }))).toEqual({
      code: 'too-many-rows',
      rows: 100_000,
      most: 20_000,
    });
  });

  test('a lost cell at the far end', async () => {
    const sheet = (cell: string, row: number) =>
      `<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="${row}"><c r="${cell}"><v>1</v></c></row></sheetData>`;
    expect(await faultOf(workbookFile({ sheets: [sheet('A1048576', 1_048_576)] }))).toEqual({
      code: 'too-many-rows',
      rows: 1_048_576,
      most: 20_000,
    });
    expect(await faultOf(workbookFile({ sheets: [sheet('XFD2', 2)] }))).toEqual({
      code: 'too-many-columns',
      columns: 16_384,
      most: 256,
    });
  });

  test('a hundred thousand merges over each other', async () => {
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(100_000);
    const sheet = await firstOf(
      workbookFile({ sheets: [`${rowsOf(100)}<mergeCells>${merges}</mergeCells>`] }),
    );
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 99, right: 0 }]);
  });

  test('formulas that share themselves', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1"><f t="shared" si="0" ref="A1:B1">B1</f></c><c r="B1"><f t="shared" si="0"/><v>1</v></c></row></sheetData>';
    expect(textsOf(await firstOf(workbookFile({ sheets: [sheet] })))).toEqual([['', '1']]);
  });

  test('a cell of ten megabytes', async () => {
    const text = 'x'.repeat(10_000_000);
    const fault = { code: 'cell-too-long', cell: 'B1', most: 32_767 };
    const sheet = `<sheetData><row r="1"><c r="B1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData>`;
    expect(await faultOf(workbookFile({ sheets: [sheet] }))).toEqual({ ...fault, sheet: 'S1' });
    expect(await faultOf(strToU8(`a,"${text}"`))).toEqual({ ...fault, sheet: '' });
    expect(await faultOf(documentFile(tbl(tr(tc('a'), tc(text)))))).toEqual({
      ...fault,
      sheet: 'Table 1',
    });
  });

  test('a text of too many rows or columns', async () => {
    expect(await faultOf(strToU8('a,b\n'.repeat(20_001)))).toEqual({
      code: 'too-many-rows',
      rows: 20_001,
      most: 20_000,
    });
    expect(await faultOf(strToU8('\n'.repeat(1_000_000)))).toEqual({
      code: 'too-many-rows',
      rows: 100_001,
      most: 20_000,
    });
    expect(await faultOf(strToU8(`${'a,'.repeat(256)}b`))).toEqual({
      code: 'too-many-columns',
      columns: 257,
      most: 256,
    });
    const wide = tc('a', '<w:gridSpan w:val="1000000000"/>');
    expect(await faultOf(documentFile(tbl(tr(wide))))).toMatchObject({ code: 'too-many-columns' });
  });

  test('too many sheets', async () => {
    const sheets = Array.from({ length: 101 }, () => oneCell);
    expect(await faultOf(workbookFile({ sheets }))).toEqual({
      code: 'too-many-sheets',
      sheets: 101,
      most: 100,
    });
  });
});

const list = await writeXlsx({
  sheets: [
    {
      name: 'a',
      rows: [
        ['编号', '名称'],
        [1, new Date('2022-09-30T00:00:00Z')],
      ],
    },
  ],
});

describe('broken at random', () => {
  const originals = [
    list,
    documentFile(`${p('t')}${tbl(tr(tc('a'), tc('b')))}`),
    strToU8('编号,名称\n1,"a\nb"\n'),
  ];

  test('cut short', async () => {
    for (const original of originals.slice(0, 2))
      for (let length = 4; length < original.length; length += 37)
        expect((await readHere(original.slice(0, length), { name: 'x' })).is).toBe('refused');
  });

  test('random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a.xlsx', '-'),
        async (bytes, name) => {
          expect((await readHere(bytes, { name })).is).toMatch(/^(?:sheets|refused)$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('some bytes changed', async () => {
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...originals),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        async (original, changes) => {
          const bytes = Uint8Array.from(original);
          for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
          expect((await readHere(bytes, { name: 'x' })).is).toMatch(/^(?:sheets|refused)$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('some characters of a part changed', async () => {
    const parts = workbookParts({
      sheets: [oneCell],
      styles: '<cellXfs><xf/></cellXfs>',
      strings: '<si><t>a</t></si>',
    });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.keys(parts)),
        fc.nat(),
        fc.string({ maxLength: 5 }),
        async (part, at, text) => {
          const original = String(parts[part]);
          const place = at % original.length;
          const changed = original.slice(0, place) + text + original.slice(place + text.length);
          expect((await readHere(pack({ ...parts, [part]: changed }), { name: 'x' })).is).toMatch(
            /^(?:sheets|refused)$/,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('in a thread of its own', () => {
  test('a file is read as it is here', async () => {
    const bytes = workbookFile({ sheets: [oneCell] });
    expect(await readSheets(bytes, { name: 'a.xlsx' })).toEqual(await sheetsOf(bytes));
    expect(await readSheets(strToU8('a\tb'), { name: '-' })).toEqual(
      await sheetsOf(strToU8('a\tb')),
    );
    const gb = Uint8Array.of(0xb8, 0xc4);
    expect(await readSheets(gb, { name: 'a.csv', encoding: 'gbk' })).toEqual(
      await sheetsOf(gb, 'a.csv', 'gbk'),
    );
  });

  test('one that takes too long is ended', async () => {
    const rows = '<row><c>'.repeat(2_000_000);
    const bytes = workbookFile({ sheets: [`<sheetData>${rows}</sheetData>`] });
    expect(await readSheets(bytes, { name: 'a.xlsx' }, { seconds: 0.001 })).toEqual({
      is: 'refused',
      fault: { code: 'too-long', why: 'seconds', most: 0.001 },
    });
  });

  test('one that needs too much memory is ended', async () => {
    const rows = Array.from(
      { length: 19_000 },
      () => `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`,
    );
    const bytes = workbookFile({ sheets: [`<sheetData>${rows.join('')}</sheetData>`] });
    expect(await readSheets(bytes, { name: 'a.xlsx' }, { memory: 32 })).toEqual({
      is: 'refused',
      fault: { code: 'too-long', why: 'memory', most: 32 },
    });
  });

  test('one that is too large is not looked at', async () => {
    expect(await readSheets(zeros(50_000_001), { name: 'a.xlsx' })).toEqual({
      is: 'refused',
      fault: { code: 'too-large', bytes: 50_000_001, most: 50_000_000 },
    });
  });
});
