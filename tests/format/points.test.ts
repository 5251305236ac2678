/** Lines about one record: where they begin and end on a terminal, and what they are on a page. */
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import type { Document, Points } from '../../src/format/document.ts';
import { renderMarkdown } from '../../src/format/markdown.ts';
import { renderText } from '../../src/format/table.ts';

const documentOf = (...blocks: readonly Points[]): Document => ({
  kind: 'test',
  facts: {},
  blocks,
});

const points: Points = {
  is: 'points',
  title: 'Ecology',
  about: { id: 'T01.1', title: 'Rivers and lakes' },
  points: [
    { text: 'a line that is longer than the terminal is wide', mark: 'Mind:' },
    { text: '推后92天', mark: '注意：' },
    { text: 'short' },
  ],
};

const text = (block: Points, width: number | null = 30, color = false) =>
  renderText(documentOf(block), { width, color });

describe('on a terminal', () => {
  test('lines go on below their first word; a full-width colon brings its own blank', () => {
    expect(text(points)).toBe(
      [
        'Ecology',
        ' T01.1  Rivers and lakes',
        '   - Mind: a line that is',
        '     longer than the terminal',
        '     is wide',
        '   - 注意：推后92天',
        '   - short',
        '',
      ].join('\n'),
    );
  });

  test('a mark is a word and a colour, an id bold', () => {
    const out = text(points, null, true);
    expect(out).toContain('\u001b[33mMind:\u001b[39m a line');
    expect(out).toContain('\u001b[1mT01.1\u001b[22m  Rivers');
    expect(text(points, null)).not.toContain('\u001b');
  });

  test('without a record lines stand further to the left', () => {
    expect(text({ is: 'points', points: [{ text: 'one' }] })).toBe(' - one\n');
  });

  test('no line is wider than the terminal draws it', () => {
    const wide = '“❤️👨‍👩‍👧…” '.repeat(12);
    const block: Points = {
      is: 'points',
      title: wide,
      about: { id: 'T01', title: wide },
      points: [{ text: wide, mark: '注意：' }],
    };
    const out = renderText(documentOf(block), { width: 30, color: false, wide: true });
    expect(out.replaceAll(/\s/g, '').split('👨‍👩‍👧')).toHaveLength(3 * 12 + 1);
    for (const line of out.split('\n')) {
      expect(stringWidth(line, { ambiguousIsNarrow: false })).toBeLessThanOrEqual(30);
    }
  });
});

const hostile = '\u001b[31mRed\u202e\n# Heading <img> [a](b)';
const block: Points = {
  is: 'points',
  title: hostile,
  about: { id: hostile, title: hostile },
  points: [{ text: hostile }, { text: hostile, mark: hostile }],
};

test.each([
  ['a terminal', text(block, null)],
  ['a narrow one', text(block, 30)],
  ['a page', renderMarkdown(documentOf(block), { width: null, color: false })],
])('odd characters are shown by number, and end no line: %s', (_where, out) => {
  expect(out).not.toMatch(/[\u001b\u202e]/);
  expect(out).not.toMatch(/^# Heading/m);
});

test('on a page a record has a heading and its lines are a list', () => {
  expect(renderMarkdown(documentOf(points), { width: null, color: false })).toBe(
    [
      '## Ecology\n',
      '### T01.1 Rivers and lakes\n',
      '- **Mind:** a line that is longer than the terminal is wide',
      '- **注意：** 推后92天',
      '- short\n',
    ].join('\n'),
  );
  const page = renderMarkdown(documentOf(block), { width: null, color: false });
  expect(page).not.toMatch(/[^\\](?:<img|\[a)/);
});
