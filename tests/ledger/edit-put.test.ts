/** What stands between « and » is what a new value puts in, what stands between ‹ and › is what it cuts. */
import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/model/attribute.ts';
import type { Change } from '../../src/model/change.ts';
import type { Path } from '../../src/model/ledger.ts';
import { marked } from '../styles.ts';
import { edit, expectEdit, read, testLineEnds } from './editing.ts';

const order = ['id', 'title', 'lead', 'source', 'start', 'due', 'criteria', 'note', 'log'];

const put = (path: Path, value: Value | undefined): Change => ({
  op: 'put',
  file: 'T.yaml',
  path,
  value,
  order,
});

/** A text with what is put in and what is cut marked, as it was before and as it is after. */
const changed = (text: string) => ({
  before: marked(text).before.replace(/[‹›]/g, ''),
  after: marked(text.replace(/‹[^›]*›/g, '')).after,
});

interface Case {
  readonly name: string;
  readonly path: Path;
  readonly value: Value | undefined;
  readonly text: string;
}

const check = ({ path, value }: Case, text: string): void => {
  const { before, after } = changed(text);
  const change = put(path, value);
  expectEdit(before, change, after);
  expect(edit(after, change), 'done twice').toBe(after);
};

const replaced: readonly Case[] = [
  {
    name: 'a plain text, its comment and all around it stays',
    path: [0, 'title'],
    value: 'B: c',
    text: `# top
- id: T1   # one
  title:   ‹A b›«"B: c"»   # why: it is so
  # below
  due: 2022-01-01

- id: T2
`,
  },
  {
    name: 'a text in single quotes',
    path: ['title'],
    value: "it's",
    text: `id: T1\ntitle: ‹'A # b'›«it's» # c\ndue: 2022-01-01\n`,
  },
  {
    name: 'a text in double quotes over two lines',
    path: ['title'],
    value: 'B',
    text: `id: T1\ntitle: ‹"A\n\n  b"›«B» # c\ndue: 2022-01-01\n`,
  },
  {
    name: 'a plain text over two lines',
    path: ['title'],
    value: 'B',
    text: `id: T1\ntitle: ‹A\n  b›«B» # c\ndue: 2022-01-01\n`,
  },
  {
    name: 'a text on the line below its key',
    path: ['title'],
    value: 'B',
    text: `id: T1\ntitle: # c\n  ‹A›«B»\ndue: 2022-01-01\n`,
  },
  {
    name: 'a day',
    path: ['due'],
    value: '2022-12-31',
    text: `id: T1\ndue: ‹2022-01-01›«2022-12-31»\n`,
  },
  {
    name: 'a day that is text',
    path: ['title'],
    value: '2022-12-31',
    text: `id: T1\ntitle: ‹A›«"2022-12-31"»\n`,
  },
  {
    name: 'a number by a number',
    path: ['year'],
    value: 2023,
    text: `title: A\nyear: ‹2022›«2023»\n`,
  },
  {
    name: 'an empty value',
    path: ['title'],
    value: 'B',
    text: `id: T1\ntitle:« B»\ndue: 2022-01-01\n`,
  },
  {
    name: 'an empty value before a comment',
    path: ['title'],
    value: ['a', 'b'],
    text: `id: T1\n"title" :« [a, b]»   # none: yet\n  # nothing\ndue: 2022-01-01\n`,
  },
  {
    name: 'an empty value in braces',
    path: ['title'],
    value: 'B',
    text: `{ id: T1, title:« B», due: 2022-01-01 }\n`,
  },
  {
    name: 'a key that stands alone in braces',
    path: ['title'],
    value: 'B',
    text: `{ id: T1, title«: B» }\n`,
  },
  {
    name: 'null by a text',
    path: ['title'],
    value: 'B',
    text: `id: T1\ntitle: ‹~›«B» # c\n`,
  },
  ...['|', '>-', '|2', '>+'].map(
    (style): Case => ({
      name: `a text after ${style}`,
      path: ['note'],
      value: 'B\nc',
      text: `id: T1\nnote: ‹${style}\n  one\n    # no comment\n\n  two›«"B\\nc"»\n\n# c\nlog: []\n`,
    }),
  ),
  {
    name: 'a text after | with a comment behind the mark',
    path: ['note'],
    value: 'B',
    text: `id: T1\nnote: ‹|-  # why\n  one›«B  # why»\nlog: []\n`,
  },
  {
    name: 'a list in brackets',
    path: ['lead'],
    value: ['a', 'no', '[b]'],
    text: `id: T1\nlead: ‹[a,\n  b # c\n  ]›«[a, "no", "[b]"]» # both\ndue: 2022-01-01\n`,
  },
  {
    name: 'a record in braces',
    path: ['source'],
    value: { document: 'd', quote: 'x, y' },
    text: `id: T1\nsource: ‹{document: c}›«{ document: d, quote: "x, y" }» # s\n`,
  },
  {
    name: 'an attribute of a record in braces',
    path: ['source', 'document'],
    value: 'd',
    text: `id: T1\nsource: {document: ‹c›«d», quote: x } # s\n`,
  },
  {
    name: 'a list of lines: the comments on lines of their own stay',
    path: ['lead'],
    value: ['c'],
    text: `id: T1
lead:« [c]» # who
  # before
‹  - a # first
›  # between
‹  - b
›  # after
due: 2022-01-01
`,
  },
  {
    name: 'a list of lines without indent, and the next record',
    path: [0, 'lead'],
    value: ['c'],
    text: `- id: T1\n  lead:« [c]»\n‹  - a\n  - b\n›- id: T2\n`,
  },
  {
    name: 'a list of records',
    path: [0, 'criteria'],
    value: [{ id: 'a', text: 'Draft' }],
    text: `- id: T1
  criteria:« [{ id: a, text: Draft }]»
‹    - id: a
      text: |
        # no comment
        one
    - { id: b,
        # no line of its own
        text: two }
›
  log: []
`,
  },
  {
    name: 'a record of lines',
    path: ['source'],
    value: { document: 'd' },
    text: `id: T1
source:« { document: d }»
‹  document: c
  also:
    - x
›due: 2022-01-01
`,
  },
  {
    name: 'a list that ends the file',
    path: ['lead'],
    value: ['c'],
    text: `id: T1\nlead:« [c]»‹\n  - a›`,
  },
  {
    name: 'keys with question marks',
    path: ['title'],
    value: 'B',
    text: `? id\n: T1\n? title # t\n: ‹A›«B» # a\n`,
  },
  {
    name: 'JSON',
    path: ['title'],
    value: 'B',
    text: `{\n  "id": "T1",\n  "title": ‹"A"›«B»\n}\n`,
  },
];

const added: readonly Case[] = [
  {
    name: 'behind the nearest that precedes it',
    path: [0, 'due'],
    value: '2022-12-31',
    text: `- id: T1
  title: A
  lead: [a,
    b] # both«
  due: 2022-12-31»
  # about the log
  log:
    - { event: start }
- id: T2
`,
  },
  {
    name: 'behind the nearest in the order and not in the file',
    path: ['due'],
    value: '2022-12-31',
    text: `note: x\nid: T1\ntitle: A«\ndue: 2022-12-31»\nlog:\n  - { event: start }\n`,
  },
  {
    name: 'behind a list of lines that precedes it',
    path: ['note'],
    value: 'x',
    text: `id: T1\ncriteria:\n- { id: a }«\nnote: x»\n\nlog:\n- { event: start }\n`,
  },
  {
    name: 'behind a block text',
    path: ['due'],
    value: '2022-12-31',
    text: `id: T1\ntitle: >-\n  A\n  b\n«due: 2022-12-31\n»\nlog: []\n`,
  },
  {
    name: 'behind a key without a value',
    path: ['due'],
    value: '2022-12-31',
    text: `id: T1\ntitle: # none: yet«\ndue: 2022-12-31»\nlog: []\n`,
  },
  {
    name: 'behind the id where nothing precedes it',
    path: [0, 'x-ours'],
    value: 'x',
    text: `-   note: x\n    id: T1 # one«\n    x-ours: x»\n    log: []\n`,
  },
  {
    name: 'before the first key where there is no id',
    path: [0, 'title'],
    value: 'A',
    text: `# top\n-   «title: A\n    »note: x # n\n    log: []\n`,
  },
  {
    name: 'before the first key of a file',
    path: ['title'],
    value: 'A',
    text: `# top\n---\n«title: A\n»? note\n: x\n`,
  },
  {
    name: 'in braces',
    path: [0, 'due'],
    value: '2022-12-31',
    text: `- { id: T1, title: A,« due: 2022-12-31,» log: [] } # }\n`,
  },
  {
    name: 'at the end of braces',
    path: [0, 'due'],
    value: '2022-12-31',
    text: `- { id: T1, title: A«, due: 2022-12-31» } # }\n`,
  },
  {
    name: 'at the start of braces',
    path: ['source', 'id'],
    value: 'a',
    text: `id: T1\nsource: { «id: a, »quote: x }\n`,
  },
  {
    name: 'in empty braces',
    path: ['source', 'quote'],
    value: 'a',
    text: `id: T1\nsource: {«quote: a»}\n`,
  },
  {
    name: 'in braces over several lines',
    path: ['due'],
    value: '2022-12-31',
    text: `{\n  id: T1,\n  title: A, # the title«\n  due: 2022-12-31,»\n  log: []\n}\n`,
  },
  {
    name: 'at the start of braces over several lines',
    path: ['title'],
    value: 'A',
    text: `{\n  «title: A,\n  »note: x,\n}\n`,
  },
  {
    name: 'in braces over several lines with two on one',
    path: ['title'],
    value: 'A',
    text: `{\n  id: T1,« title: A,» due: 2022-01-01,\n  log: []\n}\n`,
  },
];

const removed: readonly Case[] = [
  {
    name: 'a line and the comment behind it',
    path: [0, 'title'],
    value: undefined,
    text: `- id: T1
  # before
‹  title: A # why
›  # after

  due: 2022-01-01
`,
  },
  {
    name: 'a key without a value is as good as none',
    path: ['title'],
    value: undefined,
    text: `id: T1\ntitle: # none\nlog: []\n`,
  },
  {
    name: 'a text over several lines',
    path: ['title'],
    value: undefined,
    text: `id: T1\n‹title: A\n  b\n\n  c # d\n›due: 2022-01-01\n`,
  },
  {
    name: 'a text after |, the blank lines behind it stay',
    path: ['note'],
    value: undefined,
    text: `id: T1\n‹note: |\n  # no comment\n  one\n›\nlog: []\n`,
  },
  {
    name: 'a list of lines, the comments on lines of their own stay',
    path: [0, 'criteria'],
    value: undefined,
    text: `- id: T1
‹  criteria: # all
›    # first
‹    - { id: a }
›    # second
‹    - { id: b,
        # in braces
        text: "x
        # in quotes" }
›  # after
  log: []
`,
  },
  {
    name: 'a record of lines at the end of a record',
    path: [0, 'source'],
    value: undefined,
    text: `- id: T1\n‹  source:\n    document: d\n    also:\n    - x\n›- id: T2\n`,
  },
  {
    name: 'the last line of a file that has no line end',
    path: ['lead'],
    value: undefined,
    text: `id: T1\ntitle: A‹\nlead:\n  - a›`,
  },
  {
    name: 'the first line of a file',
    path: ['id'],
    value: undefined,
    text: `# top\n‹id: T1\n›title: A\n`,
  },
  {
    name: 'the first of a record behind a dash',
    path: [0, 'id'],
    value: undefined,
    text: `-  ‹id: T1 # one\n   ›title: A\n   due: 2022-01-01\n`,
  },
  {
    name: 'the first behind a dash, a comment below it',
    path: [0, 'id'],
    value: undefined,
    text: `-‹  id: T1›\n   # about the title\n   title: A\n`,
  },
  {
    name: 'the first behind a dash, a comment inside it',
    path: [0, 'lead'],
    value: undefined,
    text: `-‹ lead:\n›    # who\n‹    - a›\n  title: A\n`,
  },
  {
    name: 'with a question mark',
    path: ['title'],
    value: undefined,
    text: `? id\n: T1\n‹? title # t\n: A # a\n›? due\n: 2022-01-01\n`,
  },
  {
    name: 'the middle of braces',
    path: ['title'],
    value: undefined,
    text: `{ id: T1, ‹title: "A, }", ›due: 2022-01-01 } # c\n`,
  },
  {
    name: 'the start of braces',
    path: ['id'],
    value: undefined,
    text: `{‹id: T1 , ›title: A}\n`,
  },
  {
    name: 'the end of braces',
    path: ['title'],
    value: undefined,
    text: `{ id: T1‹ ,›‹ title: A› }\n`,
  },
  {
    name: 'the end of braces behind a comma',
    path: ['title'],
    value: undefined,
    text: `{ id: T1,‹ title: A,› }\n`,
  },
  {
    name: 'all of braces',
    path: ['source', 'document'],
    value: undefined,
    text: `id: T1\nsource: {‹ document: d› }\n`,
  },
  {
    name: 'a line in braces',
    path: ['title'],
    value: undefined,
    text: `{\n  id: T1, # one\n‹  title: [A,\n    B], # two\n›  # three\n  due: 2022-01-01\n}\n`,
  },
  {
    name: 'the last line in braces',
    path: ['title'],
    value: undefined,
    text: `{\n  id: T1‹,› # one\n‹  title: A # two\n›  # three\n}\n`,
  },
  {
    name: 'a line with a comma in front',
    path: ['title'],
    value: undefined,
    text: `{ id: T1\n, ‹title: A\n, ›due: 2022-01-01\n}\n`,
  },
  {
    name: 'the last with a comma in front',
    path: ['title'],
    value: undefined,
    text: `{ id: T1‹\n,›‹ title: A›\n}\n`,
  },
  {
    name: 'the last before the closing brace',
    path: ['title'],
    value: undefined,
    text: `{\n  id: T1‹,›\n‹  title: A›}\n`,
  },
];

describe.each([
  ['another value', replaced],
  ['a value where there was none', added],
  ['no value', removed],
])('%s', (_group, cases) => {
  testLineEnds(cases, check, /[^»›\n]\n$/);
});

test('what is there already changes nothing, however it is written', () => {
  const text = `id: 'T1' # one\nlead: # who\n  - "a"\nnote: |-\n  b\nsource: {quote: 'c'}\n`;
  const changes = Object.entries(read(text) as object).map(([key, value]) => put([key], value));
  expect(edit(text, ...changes, put(['title'], undefined))).toBe(text);
});

test('one change after the other', () => {
  const text = `id: T1\ntitle: A\nlog: []\n`;
  const edited = edit(
    text,
    put(['lead'], ['a']),
    put(['title'], undefined),
    put(['lead'], ['b']),
    put(['title'], 'C'),
  );
  expect(edited).toBe(`id: T1\ntitle: C\nlead: [b]\nlog: []\n`);
});

test.each([
  ['a record that is not there', 'id: T1\n', ['source', 'quote'], 'x'],
  ['a record that is a text', '- T1\n', [0, 'title'], undefined],
  ['an entry that is not there', '[]\n', [0, 'title'], 'x'],
  ['the only attribute of a record', '- id: T1\n', [0, 'id'], undefined],
  ['a key that stands twice', 'id: T1\ntitle: A\ntitle: B\n', ['title'], 'x'],
  ['a key with a question mark and no colon', '? title\n# a: b\n', ['title'], 'x'],
  ['a list on the line of its colon', '? lead\n: - a\n', ['lead'], ['b']],
  ['a comment that would become text', 'note: |\n  a\nlead:\n  # b\n  - c\n', ['lead'], undefined],
  ['a file that cannot be read', 'title: [\n', ['title'], 'x'],
] as const)('left alone: %s', (_what, text, path, value) => {
  expect(edit(text, put(path, value))).toBeUndefined();
});

test('a file to create is none to edit', () => {
  expect(edit('id: T1\n', { op: 'create', file: 'T.yaml', value: { id: 'T1' } })).toBeUndefined();
});

describe('values', () => {
  test.each([
    ['a comment', 'a #b', '"a #b"'],
    ['a number sign in front', '#', '"#"'],
    ['a colon and a blank', ': ', '": "'],
    ['a dash', '-', '"-"'],
    ['an at sign', '@a', '"@a"'],
    ['a directive', '%a', '"%a"'],
    ['a boolean of YAML 1.1', 'no', '"no"'],
    ['a number', '1e3', '"1e3"'],
    ['a number with zeros', '0123', '"0123"'],
    ['emoji', '👨‍👩‍👧 𠮷', '👨‍👩‍👧 𠮷'],
    ['quotes of both sorts', `"a" 'b'`, `"\\"a\\" 'b'"`],
    ['a line end', 'a\nb', '"a\\nb"'],
    ['the marks of a document', '---', '---'],
    ['nothing', '', '""'],
    ['no entries', [], '[]'],
    ['no attributes', {}, '{}'],
    ['true', true, 'true'],
  ] as const)('%s', (_what, value, written) => {
    const bare = 'id: T1\nlog: []\n';
    expect(edit(bare, put(['title'], value))).toBe(`id: T1\ntitle: ${written}\nlog: []\n`);
    const full = 'id: T1\ntitle: |\n  A\nlog: []\n';
    expect(edit(full, put(['title'], value))).toBe(`id: T1\ntitle: ${written}\nlog: []\n`);
  });

  test('a long text stays on one line', () => {
    const value = '很长的一句话 and more, '.repeat(400).trim();
    const edited = edit('id: T1\ntitle: A\n', put(['title'], value)) as string;
    expect(edited.split('\n')).toHaveLength(3);
    expect(read(edited)).toEqual({ id: 'T1', title: value });
  });
});
