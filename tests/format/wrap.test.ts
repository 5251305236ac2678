/** Lines of a width for text without blanks: nothing is lost, and marks stand where they belong. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layoutFor } from '../../src/format/wrap.ts';

const { displayWidth, boxWrap } = layoutFor(false);

const text = fc
  .array(
    fc.constantFrom(
      '改革',
      '任务',
      '，',
      '。',
      '“',
      '”',
      '（',
      '）',
      ' ',
      'reform',
      'list',
      '--due',
      'T01.1',
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join('').trim());

test('no line is wider, and nothing but blanks at the ends of lines is lost', () => {
  fc.assert(
    fc.property(text, fc.integer({ min: 12, max: 40 }), (said, width) => {
      const lines = boxWrap(said, width).split('\n');
      expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(width);
      expect(lines.join('').replace(/\s/g, '')).toBe(said.replace(/\s/g, ''));
    }),
  );
});

describe('a line', () => {
  test.each([
    ['一二三四，五六', 8, '一二三\n四，五六'],
    ['一二三（四五）六', 8, '一二三\n（四五）\n六'],
    ['写作 reform list 即可', 12, '写作 reform\nlist 即可'],
    ['abcdefghijkl', 5, 'abcde\nfghij\nkl'],
    ['一二\n  三四五', 6, '一二\n  三四\n  五'],
  ])('%s in %i columns', (said, width, lines) => {
    expect(boxWrap(said, width)).toBe(lines);
  });

  test('is shorter where ambiguous characters are drawn wide', () => {
    expect(layoutFor(true).displayWidth('…')).toBe(2);
    expect(displayWidth('…')).toBe(1);
  });
});
