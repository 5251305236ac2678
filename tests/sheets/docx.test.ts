/** What tables of a word document are read as. */
import { describe, expect, test } from 'vitest';
import { documentFile, faultOf, firstOf, p, sheetsOf, tbl, tc, textsOf, tr } from './files.ts';

const numbered = (list: number): string =>
  p('', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`);

describe('a table of a document', () => {
  test('has the paragraph before it, and its place among the tables', async () => {
    const bytes = documentFile(
      `${p('附件')}${p('改革任务台账')}${p(' ')}${tbl(tr(tc('a')))}${tbl(tr(tc('b')))}${p('表二')}${tbl(tr(tc('c')))}`,
    );
    const { sheets } = await sheetsOf(bytes, 'list.docx');
    expect(sheets.map(({ name, before }) => [name, before])).toEqual([
      ['Table 1', '改革任务台账'],
      ['Table 2', undefined],
      ['Table 3', '表二'],
    ]);
  });

  test('joins paragraphs, breaks and tabs of a cell', async () => {
    const run = '<w:p><w:r><w:t>x</w:t><w:tab/><w:t>y</w:t><w:br/><w:t>z</w:t></w:r></w:p>';
    const bytes = documentFile(tbl(tr(tc(`${p('a')}${p('b')}${p('')}`), tc(run))));
    expect(textsOf(await firstOf(bytes))).toEqual([['a\nb', 'x y\nz']]);
  });

  test('has merges over columns and rows', async () => {
    const down = (value: string) => `<w:vMerge ${value}/>`;
    const bytes = documentFile(
      tbl(
        tr(tc('标题', '<w:gridSpan w:val="3"/>')),
        tr(tc('领域', down('w:val="restart"')), tc('1'), tc('x')),
        tr(tc('', down('')), tc('2'), tc('y')),
        tr(tc('', down('w:val="continue"')), tc('3'), tc('z')),
      ),
    );
    const sheet = await firstOf(bytes);
    expect(textsOf(sheet)).toEqual([['标题'], ['领域', '1', 'x'], ['', '2', 'y'], ['', '3', 'z']]);
    expect(sheet.merges).toEqual([
      { top: 0, left: 0, bottom: 0, right: 2 },
      { top: 1, left: 0, bottom: 3, right: 0 },
    ]);
  });

  test('has tracked changes as if they were accepted, and says so', async () => {
    const by = 'w:id="1" w:author="x"';
    const changed = `<w:p><w:ins ${by}><w:r><w:t>new</w:t></w:r></w:ins><w:del ${by}><w:r><w:delText>old</w:delText></w:r></w:del></w:p>`;
    const gone = `<w:tr><w:trPr><w:del ${by}/></w:trPr>${tc('gone')}</w:tr>`;
    const { sheets, notes } = await sheetsOf(documentFile(tbl(tr(tc(changed)), gone)));
    expect(sheets.map(textsOf)).toEqual([[['new']]]);
    expect(notes).toEqual([{ code: 'tracked', hasInsertions: true, hasDeletions: true }]);
  });

  test('has the numbers that the program counts, where nothing else stands in the cell', async () => {
    const list = (first: string, second: string) =>
      tbl(
        tr(tc(numbered(1)), tc(first)),
        tr(tc(numbered(1)), tc(second)),
        tr(tc(numbered(2)), tc('•')),
      );
    const { sheets, notes } = await sheetsOf(
      documentFile(`${list('甲', '乙')}${list('丙', '丁')}`),
    );
    expect(sheets.map(textsOf)).toEqual([
      [
        ['1', '甲'],
        ['2', '乙'],
        ['', '•'],
      ],
      [
        ['1', '丙'],
        ['2', '丁'],
        ['', '•'],
      ],
    ]);
    expect(notes).toEqual([
      { code: 'numbered', sheet: 'Table 1', count: 2, cell: 'A1' },
      { code: 'numbered', sheet: 'Table 2', count: 2, cell: 'A1' },
    ]);
  });

  test('has what is struck through only as a whole', async () => {
    const run = (text: string, isStruck: boolean) =>
      `<w:r><w:rPr>${isStruck ? '<w:strike/>' : ''}</w:rPr><w:t>${text}</w:t></w:r>`;
    const bytes = documentFile(
      tbl(
        tr(
          tc(`<w:p>${run('a', true)}${run('b', true)}</w:p>`),
          tc(`<w:p>${run('a', true)}${run('b', false)}</w:p>`),
        ),
      ),
    );
    expect((await firstOf(bytes)).rows).toEqual([[{ text: 'ab', isStruck: true }, { text: 'ab' }]]);
  });

  test('has a table inside a cell as text of the cell', async () => {
    const inner = `${p('前')}${tbl(tr(tc('x'), tc('y')), tr(tc('z')))}${p('')}`;
    const { sheets, notes } = await sheetsOf(documentFile(tbl(tr(tc('a'), tc(inner)))));
    expect(sheets.map(textsOf)).toEqual([[['a', '前\nx y\nz']]]);
    expect(notes).toEqual([{ code: 'nested', sheet: 'Table 1', count: 1, cell: 'B1' }]);
  });
});

test('a document without a table is refused', async () => {
  expect(await faultOf(documentFile(p('x')))).toEqual({ code: 'no-tables' });
});

test('what a document points to outside itself is not opened', async () => {
  const relationships = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>`;
  const picture =
    '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r><w:r><w:t>a</w:t></w:r></w:p>';
  const bytes = documentFile(tbl(tr(tc(picture))), {
    'word/_rels/document.xml.rels': relationships,
  });
  expect(textsOf(await firstOf(bytes))).toEqual([['a']]);
});
