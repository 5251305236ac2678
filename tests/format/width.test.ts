import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document, Table } from '../../src/format/document.ts';
import { renderText } from '../../src/format/table.ts';
import { ambiguous, type Reckoning, show } from './terminal.ts';

const plain = [
  'plain',
  '中文标题，标点',
  'ｆｕｌｌ－ｗｉｄｔｈ',
  '“引号”…①─█▒·——×',
  'é à ö',
  'e\u0301 a\u0300\u0323',
  '한국어',
  '㊗️㎡',
];
/** Symbols that can be emoji and are none here, drawn in one column. */
const symbols = ['❤ ✔ ☎ ▶ © ® ™ ⚠', '☑ ↔ ♀ ♂'];
/** What only a terminal that knows what is one character draws as such. */
const joined = ['👨‍👩‍👧 family', '🇨🇳 flag', '👍🏽 tone', '❤️ ⚠️ selector', '🏳️‍🌈 x', '1️⃣'];
const single = ['🎉 🙂 🚀', '🀄'];

const tableOf = (cells: readonly string[]): Table => ({
  is: 'table',
  columns: [
    { key: 'a', heading: '标题 “A”' },
    { key: 'b', heading: 'B' },
    { key: 'c', heading: 'C' },
  ],
  rows: cells.map((text) => [{ text }, { text: '┃' }, { text: text.repeat(3) }]),
});

const documentOf = (cells: readonly string[]): Document => ({
  kind: 'list',
  facts: {},
  blocks: [
    { ...tableOf(cells), title: cells.join(' ') },
    {
      is: 'pairs',
      pairs: cells.map((text) => ({ name: text, cell: { text: `┃${text.repeat(9)}` } })),
    },
    { is: 'prose', paragraphs: [cells.join('').repeat(5)] },
  ],
});

/** In which columns the marks between the cells stand, and how much went over the edge. */
const measured = async (
  blocks: Document['blocks'],
  width: number,
  reckoning: Reckoning,
  wide = reckoning === 'wide',
) => {
  const document = { kind: 'list', facts: {}, blocks };
  const text = renderText(document, { width, color: true, wide });
  const { rows, overflown } = await show(text, width, reckoning);
  const places = rows.flatMap((row) => (row.includes('┃') ? [row.indexOf('┃')] : []));
  return { places: [...new Set(places)], overflown };
};

const cases: readonly (readonly [Reckoning, readonly string[]])[] = [
  ['code points', [...plain.slice(0, -1), ...symbols, ...single]],
  ['graphemes', [...plain, ...symbols, ...joined, ...single]],
  ['wide', [...plain.slice(0, -1), ...single]],
];

describe.each(cases)('a terminal that reckons by %s', (reckoning, cells) => {
  test.each([60, 80, 120])('%i columns: cells line up and no line is too long', async (width) => {
    const { blocks } = documentOf(cells);
    const [table, pairs, prose] = blocks.map((block) => [block]);
    for (const part of [table ?? [], pairs ?? []]) {
      const { places, overflown } = await measured(part, width, reckoning);
      expect({ places: places.length, overflown }).toEqual({ places: 1, overflown: 0 });
    }
    expect((await measured(prose ?? [], width, reckoning)).overflown).toBe(0);
  });

  test('any mixture of them', async () => {
    const pieces = fc.constantFrom(
      ...cells.flatMap((each) =>
        [...new Intl.Segmenter('en').segment(each)].map(({ segment }) => segment),
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.array(pieces, { minLength: 1, maxLength: 40 }).map((each) => `x${each.join('')}`),
          {
            minLength: 2,
            maxLength: 5,
          },
        ),
        fc.constantFrom(60, 80, 120),
        async (texts, width) => {
          const { places, overflown } = await measured([tableOf(texts)], width, reckoning);
          expect({ places: places.length, overflown }).toEqual({ places: 1, overflown: 0 });
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });
});

test('a terminal that draws them wide needs to be told', async () => {
  const cells = ['plain', ambiguous.join('')];
  expect((await measured([tableOf(cells)], 120, 'wide', false)).places.length).toBe(2);
  expect((await measured([tableOf(cells)], 120, 'wide', true)).places.length).toBe(1);
});

test('what was laid out is what was written', () => {
  const cells = [...plain, ...symbols, ...joined, ...single, '\u{f0000}\u{33480}\u{e000} own'];
  for (const wide of [false, true]) {
    const text = renderText(documentOf(cells), { width: 40, color: false, wide });
    for (const cell of cells) {
      const letters = [...new Intl.Segmenter('en').segment(cell)].map(({ segment }) => segment);
      for (const letter of letters) expect(text, letter).toContain(letter);
    }
  }
});
