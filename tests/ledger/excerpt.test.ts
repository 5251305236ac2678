/** One record's text by itself, and put back: what was not touched is the same to the byte. */
import { describe, expect, test } from 'vitest';
import { excerptOf, replaceExcerpt } from '../../src/ledger/excerpt.ts';
import { allKeys } from '../../src/ledger/load.ts';
import { parse } from '../../src/ledger/parse.ts';
import type { Path } from '../../src/model/ledger.ts';

const parsed = (text: string) => parse(text, { keys: allKeys });

const excerpt = (text: string, path: Path) => excerptOf(text, parsed(text), path);

const replace = (text: string, path: Path, by: string) =>
  replaceExcerpt(text, parsed(text), path, by);

const file = `# top
measures:
  # about T1
  - id: T1 # one
    note: |
      a

        b
# at the margin
    log:
      - { event: start } # last
    # about T2

  -   id: T2
      title: A
# end
`;

describe('taken out', () => {
  test.each([
    [
      'a record behind a dash, without what follows its last line',
      ['measures', 0],
      `id: T1 # one
note: |
  a

    b
# at the margin
log:
  - { event: start } # last
`,
    ],
    ['a record far from its dash', ['measures', 1], 'id: T2\ntitle: A\n'],
    ['a record in braces', ['measures', 0, 'log', 0], '{ event: start }\n'],
    ['the file', [], file],
    ['a list', ['measures'], undefined],
    ['a text', ['measures', 0, 'id'], undefined],
    ['nothing', ['measures', 2], undefined],
  ] as const)('%s', (_what, path, expected) => {
    expect(excerpt(file, path)).toBe(expected);
    const crlf = file.replace(/\n/g, '\r\n');
    expect(excerpt(crlf, path)).toBe(path.length === 0 ? crlf : expected);
  });

  test('a record of lines below a key, at the end of a file without a line end', () => {
    expect(excerpt('a:\r\n    ? b\r\n    : c\r\n    d: "e\r\n\r\n     f"', ['a'])).toBe(
      '? b\n: c\nd: "e\n\n f"\n',
    );
  });

  test('a record in braces over several lines comes as it stands', () => {
    expect(excerpt('a:\r\n  - {\r\n      b: c,\r\n    } # d\r\n', ['a', 0])).toBe(
      '{\n      b: c,\n    }\n',
    );
  });

  test('blank lines a text keeps stay behind', () => {
    expect(excerpt('- a: |+\n    b\n\n\n- c: d\n', [0])).toBe('a: |+\n  b\n');
  });
});

describe('put back', () => {
  const crlf = '- id: T1 \r\n  a: 1\r\n   \r\n# margin\r\n  b: 2  # two\r\n\r\n- id: T2';

  test.each([
    [
      'a line changed',
      'id: T1 \na: x\n \n# margin\nb: 2  # two\n',
      '- id: T1 \r\n  a: x\r\n   \r\n# margin\r\n  b: 2  # two\r\n\r\n- id: T2',
    ],
    [
      'lines more, one blank',
      'id: T1 \na: 1\nc:\n  - d\n  \n \n# margin\nb: 2  # two\n',
      '- id: T1 \r\n  a: 1\r\n  c:\r\n    - d\r\n\r\n   \r\n# margin\r\n  b: 2  # two\r\n\r\n- id: T2',
    ],
    [
      'a line before the first',
      'z: 0\nid: T1 \na: 1\n \n# margin\nb: 2  # two\n',
      '- z: 0\r\n  id: T1 \r\n  a: 1\r\n   \r\n# margin\r\n  b: 2  # two\r\n\r\n- id: T2',
    ],
    [
      'the first lines gone',
      '# margin\nb: 2  # two\n',
      '- # margin\r\n  b: 2  # two\r\n\r\n- id: T2',
    ],
    ['the last lines gone, and the line end', 'id: T1 ', '- id: T1 \r\n\r\n- id: T2'],
    [
      'lines behind the last, with line ends of another sort and many of them',
      'id: T1 \r\na: 1\r\n \r\n# margin\r\nb: 2  # two\r\nc: 3\r\n\r\n \r\n',
      '- id: T1 \r\n  a: 1\r\n   \r\n# margin\r\n  b: 2  # two\r\n  c: 3\r\n\r\n- id: T2',
    ],
    ['all of it', 'x: 1\ny:\n  z: 2\n', '- x: 1\r\n  y:\r\n    z: 2\r\n\r\n- id: T2'],
  ])('%s', (_what, by, after) => {
    expect(excerpt(crlf, [0])).toBe('id: T1 \na: 1\n \n# margin\nb: 2  # two\n');
    expect(replace(crlf, [0], by)).toBe(after);
  });

  test('a line more at the end of a file without a line end', () => {
    expect(replace(crlf, [1], 'id: T2\na: 1\n')).toBe(`${crlf}\r\n  a: 1`);
  });

  test('a record in braces', () => {
    const text = '- { a: 1 } # c\n- {\r\n   a: 1,\r\n  }\n';
    expect(replace(text, [0], '{ a: 2 }\n')).toBe('- { a: 2 } # c\n- {\r\n   a: 1,\r\n  }\n');
    expect(replace(text, [1], '{\n   a: 1,\n   b: 2\n  }\n')).toBe(
      '- { a: 1 } # c\n- {\r\n   a: 1,\r\n   b: 2\r\n  }\n',
    );
  });

  test('the file: line ends stay as they are, at its end too', () => {
    expect(replace('a: 1\r\nb: 2\nc: 3', [], 'a: 1\nb: 3\nc: 3\n')).toBe('a: 1\r\nb: 3\r\nc: 3');
    expect(replace('a: 1\r\nb: 2\nc: 3\n', [], 'a: 1\nb: 2\nc: 4\n')).toBe('a: 1\r\nb: 2\nc: 4\n');
    expect(replace('a: 1\n\n', [], 'a: 2\n\n\n')).toBe('a: 2\n\n\n');
    expect(replace('a: [\n', [], 'a: []')).toBe('a: []\n');
  });

  test('nothing in the place of a record, or a record in the place of nothing, is refused', () => {
    expect(replace(file, ['measures', 0], ' \n\n')).toBeUndefined();
    expect(replace(file, ['measures', 2], 'id: T3\n')).toBeUndefined();
  });
});
