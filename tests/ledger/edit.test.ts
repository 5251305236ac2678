/** What stands between « and » is what an update puts in; the text without it is what was there before. */
import { diffArrays } from 'diff';
import { describe, expect, test } from 'vitest';
import { decode, encode, type Text } from '../../src/ledger/text.ts';
import type { Value } from '../../src/model/attribute.ts';
import { applyChange, type Change } from '../../src/model/change.ts';
import type { Path } from '../../src/model/ledger.ts';
import { marked } from '../styles.ts';
import { edit, expectEdit, read, testLineEnds } from './editing.ts';

const first = ['measures', 0, 'log'] as const;
const event = { date: '2022-12-01', event: 'report', note: 'x' };
/** The event above as it is written. */
const E = '{ date: 2022-12-01, event: report, note: x }';

const append = (path: Path, value: Value): Change => ({
  op: 'append',
  file: 'T.yaml',
  path,
  value,
  as: 'line',
});

interface Case {
  readonly name: string;
  readonly text: string;
  /** Lines more, and lines that are not the same as before. */
  readonly lines: readonly [more: number, changed: number];
  readonly path?: Path;
}

const oneLine = [1, 0] as const;
const begun = [2, 0] as const;
const sameLine = [0, 1] as const;

const blockLists: readonly Case[] = [
  {
    name: 'entries in braces',
    lines: oneLine,
    text: `id: T1
measures:
  - id: T1.1
    log:
      - { date: 2022-01-01, event: start }«
      - ${E}»
`,
  },
  {
    name: 'entries over several lines',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log:
      - date: 2022-01-01
        event: start«
      - ${E}»
`,
  },
  {
    name: 'an entry in braces over several lines',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log:
      - {
          date: 2022-01-01, # the first
          event: start,
        } # here«
      - ${E}»
`,
  },
  {
    name: 'an entry ending in a list, and the next measure',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log:
      - date: 2022-01-01
        event: done
        evidence:
          - url: http://a.example
          - document: 〔2022〕1号 # the annex«
      - ${E}»

  - id: T1.2
    log:
      - { date: 2022-01-01, event: start }
`,
  },
  {
    name: 'an entry ending in a list that is not indented',
    lines: oneLine,
    text: `measures:
- id: T1.1
  log:
  - date: 2022-01-01
    event: tick
    criteria:
    - a
    - b«
  - ${E}»
- id: T1.2
`,
  },
  {
    name: 'an entry ending in a key without a value',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log:
      - date: 2022-01-01
        event: start
        note: # nothing: yet«
      - ${E}»
`,
  },
  {
    name: 'an entry ending in text over two lines',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log:
      - date: 2022-01-01
        event: start
        note: one
          two   # three«
      - ${E}»
  # four
`,
  },
  {
    name: 'an entry ending in quoted text over two lines',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log:
      - date: 2022-01-01
        event: start
        note: "one

          two"«
      - ${E}»
`,
  },
  {
    name: 'a list without indent',
    lines: oneLine,
    text: `measures:
- id: T1.1
  log:
  - { date: 2022-01-01, event: start }«
  - ${E}»
- id: T1.2
`,
  },
  {
    name: 'a list indented by four',
    lines: oneLine,
    text: `measures:
    -   id: T1.1
        log:
            -   { date: 2022-01-01, event: start }«
            - ${E}»
    -   id: T1.2
`,
  },
  {
    name: 'deep indents, each another',
    lines: oneLine,
    text: `measures:
          -      id: T1.1
                 log:
                         - { date: 2022-01-01, event: start }«
                         - ${E}»
`,
  },
  {
    name: 'dashes on lines of their own',
    lines: oneLine,
    text: `measures:
  -
    id: T1.1
    log:
      -
        date: 2022-01-01
        event: start«
      - ${E}»
`,
  },
  {
    name: 'comments behind, between and after entries',
    lines: oneLine,
    text: `# top
measures: # all
  # one
  - id: T1.1 # id
    log: # the record: all of it
      # before
      - { date: 2022-01-01, event: start } # behind

      # between
      - { date: 2022-01-02, event: start } # - last: is last«
      - ${E}»
      # after

    # and after
# end
`,
  },
  {
    name: 'blank lines behind',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log:

      - { date: 2022-01-01, event: start }«
      - ${E}»



`,
  },
  {
    name: 'a key after the log',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log:
      - { date: 2022-01-01, event: start }«
      - ${E}»
    note: after
`,
  },
  {
    name: 'keys in quotes, and blanks before the colon',
    lines: oneLine,
    text: `"measures":
  - "id" : T1.1
    'log' :
      - { "date": "2022-01-01", 'event': 'start' }«
      - ${E}»
`,
  },
  {
    name: 'keys with question marks',
    lines: oneLine,
    text: `? measures
: - ? id
    : T1.1
    ? log
    : - { date: 2022-01-01, event: start }«
      - ${E}»
`,
  },
  {
    name: 'tabs where they may stand',
    lines: oneLine,
    text: `measures:\t
  - id:\tT1.1\t# id
    log:\t
      -\t{\tdate: 2022-01-01,\tevent: start\t}\t# tab\t«
      - ${E}»
\t
`,
  },
  {
    name: 'Chinese and emoji',
    lines: oneLine,
    text: `# 台账：测试
measures:
  - id: T1.1
    title: “一窗通办” 👨‍👩‍👧 𠮷
    log:
      - { date: 2022-01-01, event: start, note: 初稿已成，“待审” } # 备注：无«
      - ${E}»
  - id: T1.2
`,
  },
  {
    name: 'marks of a document',
    lines: oneLine,
    text: `---
measures:
  - id: T1.1
    log:
      - { date: 2022-01-01, event: start }«
      - ${E}»
... # end
`,
  },
  {
    name: 'the second of three measures',
    lines: oneLine,
    path: ['measures', 1, 'log'],
    text: `measures:
  - id: T1.1
    log:
      - { date: 2022-01-01, event: start }
  - id: T1.2
    log:
      - { date: 2022-01-01, event: start }«
      - ${E}»
  - id: T1.3
    log:
      - { date: 2022-01-01, event: start }
`,
  },
];

const blockTexts: readonly Case[] = [
  ...['|', '>', '|-', '>-', '|2', '>2-'].map(
    (style): Case => ({
      name: `an entry ending in text after ${style}`,
      lines: oneLine,
      text: `measures:
  - id: T1.1
    log:
      - date: 2022-01-01
        event: start
        note: ${style}
          one
            # no comment
          - { two
«      - ${E}
»

  - id: T1.2
`,
    }),
  ),
  ...['|+', '>+'].map(
    (style): Case => ({
      name: `an entry ending in text after ${style}, to which the blank lines belong`,
      lines: oneLine,
      text: `measures:
  - id: T1.1
    log:
      - date: 2022-01-01
        event: start
        note: ${style}
          one


«      - ${E}
»  - id: T1.2
`,
    }),
  ),
  {
    name: 'a comment after such text',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log:
      - date: 2022-01-01
        event: start
        note: | # header
          one
«      - ${E}
»      # after
`,
  },
  {
    name: 'such text at the end of the item',
    lines: begun,
    text: `measures:
  - id: T1.1
    note: >-
      one
      two
«    log:
      - ${E}
»
  - id: T1.2
`,
  },
];

const beginnings: readonly Case[] = [
  {
    name: 'no log',
    lines: begun,
    text: `measures:
  - id: T1.1
    title: A«
    log:
      - ${E}»
`,
  },
  {
    name: 'no log, comments and another measure behind',
    lines: begun,
    text: `measures:
  - id: T1.1
    lead: [a,
      b] # both«
    log:
      - ${E}»
    # about T1.1

  # about T1.2
  - id: T1.2
`,
  },
  {
    name: 'no log, lists without indent',
    lines: begun,
    text: `measures:
- id: T1.1
  title: A«
  log:
  - ${E}»
- id: T1.2
`,
  },
  {
    name: 'no log, lists indented by four',
    lines: begun,
    text: `measures:
    - id: T1.1
      title: A«
      log:
          - ${E}»
`,
  },
  {
    name: 'no log, and no list in the file',
    lines: begun,
    path: ['log'],
    text: `id: T1
title: A«
log:
  - ${E}»
`,
  },
  {
    name: 'no log, keys with question marks',
    lines: begun,
    text: `measures:
  - ? id # a
    : T1.1 # b
    ? title
    : A«
    log:
      - ${E}»
`,
  },
  {
    name: 'no log, the last key without a value',
    lines: begun,
    text: `measures:
  - id: T1.1
    note:  # none: yet«
    log:
      - ${E}»
  - id: T1.2
`,
  },
  {
    name: 'no log, the last key without a colon',
    lines: begun,
    text: `measures:
  - id: T1.1
    ? note # none«
    log:
      - ${E}»
  - id: T1.2
`,
  },
  {
    name: 'an empty log',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log:«
      - ${E}»
    title: A
`,
  },
  {
    name: 'an empty log with comments',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log :   # none: yet«
      - ${E}»
      # nothing

  - id: T1.2
`,
  },
  {
    name: 'an empty log with a question mark',
    lines: oneLine,
    text: `measures:
  - ? id
    : T1.1
    ? log
    : # none«
      - ${E}»
`,
  },
];

const braces: readonly Case[] = [
  {
    name: '[]',
    lines: sameLine,
    text: `measures:
  - id: T1.1
    log: [«${E}»] # none
`,
  },
  {
    name: '[ ]',
    lines: sameLine,
    text: `measures:
  - id: T1.1
    log: [«${E}» ]
`,
  },
  {
    name: 'brackets over two lines with nothing in them',
    lines: sameLine,
    text: `measures:
  - id: T1.1
    log: [«${E}» # none
    ]
`,
  },
  {
    name: 'a list on one line',
    lines: sameLine,
    text: `measures:
  - id: T1.1
    log: [ { date: 2022-01-01, event: start }«, ${E}» ] # all
  - id: T1.2
`,
  },
  {
    name: 'a list on one line with a comma at its end',
    lines: sameLine,
    text: `measures:
  - id: T1.1
    log: [{ date: 2022-01-01, event: start },« ${E},»]
`,
  },
  {
    name: 'an entry a line',
    lines: [1, 1],
    text: `measures:
  - id: T1.1
    log: [
      { date: 2022-01-01, event: start },
      { date: 2022-01-02, event: start }«,
      ${E}»
    ]
`,
  },
  {
    name: 'an entry a line with commas at the ends',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log: [
      { date: 2022-01-01, event: start },
      { date: 2022-01-02, event: start },«
      ${E},»
    ]
`,
  },
  {
    name: 'an entry a line with comments: each stays with its entry',
    lines: [1, 1],
    text: `measures:
  - id: T1.1
    log: [ # open
      { date: 2022-01-01, event: start }, # one
      { date: 2022-01-02, event: start }«,»   # two, ]«
      ${E}»
      # end
    ]
`,
  },
  {
    name: 'an entry a line with commas and comments: each stays with its entry',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log: [
      { date: 2022-01-01, event: start }, # one
      { date: 2022-01-02, event: start },\t# two«
      ${E},»
      # end
    ]
`,
  },
  {
    name: 'an entry a line and blanks behind the last comma',
    lines: oneLine,
    text: `measures:
  - id: T1.1
    log: [
      { date: 2022-01-01, event: start },  «
      ${E},»
    ]
`,
  },
  {
    name: 'a comma after a comment',
    lines: [1, 1],
    text: `measures:
  - id: T1.1
    log: [
      { date: 2022-01-01, event: start }«,» # one«
      ${E}»
      ,
    ]
`,
  },
  {
    name: 'commas in front',
    lines: sameLine,
    text: `measures:
  - id: T1.1
    log:
      [ { date: 2022-01-01, event: start }
      , { date: 2022-01-02, event: start }«, ${E}»
      ]
`,
  },
  {
    name: 'the bracket closed behind the last entry',
    lines: [1, 1],
    text: `measures:
  - id: T1.1
    log: [
      { date: 2022-01-01, event: start }«,
      ${E}»] # end
`,
  },
  {
    name: 'entries over several lines, indented by a tab after blanks',
    lines: [1, 1],
    text: `measures:
  - id: T1.1
    log: [
     \t{ date: 2022-01-01,
     \t  event: start }«,
     \t${E}»
     ]
`,
  },
  {
    name: 'an item in braces without a log',
    lines: sameLine,
    text: `measures:
  - { id: T1.1, title: "a ] # }"«, log: [${E}]» } # }
  - { id: T1.2 }
`,
  },
  {
    name: 'an item in braces with a log',
    lines: sameLine,
    text: `measures: [{id: T1.1, log: [{date: 2022-01-01, event: start}«, ${E}»], title: A}, {id: T1.2}]
`,
  },
  {
    name: 'an item in braces with an empty log',
    lines: sameLine,
    text: `measures:
  - { id: T1.1, log: [«${E}»], title: A }
`,
  },
  {
    name: 'an item in braces over several lines',
    lines: [1, 1],
    text: `measures:
  - {
      id: T1.1,
      title: A«,» # the title«
      log: [${E}]»
    }
`,
  },
  {
    name: 'an item in braces over several lines with commas',
    lines: oneLine,
    text: `measures:
  - {
      id: T1.1,
      title: A, # the title«
      log: [${E}],»
    }
`,
  },
  {
    name: 'an item in braces whose last key stands alone',
    lines: sameLine,
    text: `measures:
  - { id: T1.1, note«, log: [${E}]» }
`,
  },
  {
    name: 'an item in braces whose last key has no value',
    lines: [1, 1],
    text: `measures:
  - {
      id: T1.1,
      note:«,» # none«
      log: [${E}]»
    }
`,
  },
  {
    name: 'JSON',
    lines: [1, 1],
    text: `{
  "measures": [
    {
      "id": "T1.1",
      "log": [
        {
          "date": "2022-01-01",
          "event": "start"
        }«,
        ${E}»
      ]
    }
  ]
}
`,
  },
];

const linesOf = (text: string): string[] => text.split(/\r?\n/);

const check = ({ path = first, lines }: Case, text: string): void => {
  const { before, after } = marked(text);
  expectEdit(before, append(path, event), after);
  const changed = diffArrays(linesOf(before), linesOf(after))
    .filter(({ removed }) => removed)
    .reduce((sum, { count }) => sum + count, 0);
  expect([linesOf(after).length - linesOf(before).length, changed]).toEqual(lines);
};

describe.each([
  ['a list below its key', blockLists],
  ['text in a block at the end', blockTexts],
  ['a log to begin', beginnings],
  ['brackets and braces', braces],
])('%s', (_group, cases) => {
  testLineEnds(cases, check, /[^»\n]\n$|»\n$/);
});

describe('line ends', () => {
  test('a line gets the end of the line it follows, where a file has both', () => {
    const lf = `measures:\r
  - id: T1.1
    log:
      - { date: 2022-01-01, event: start }«
      - ${E}»\n\r\n`;
    const crlf = `measures:
  - id: T1.1
    log:
      - { date: 2022-01-01, event: start }«\r
      - ${E}»\r\n\n`;
    for (const text of [lf, crlf]) {
      const { before, after } = marked(text);
      expect(edit(before, append(first, event))).toBe(after);
    }
  });

  test('a byte order mark and CRLF stay', () => {
    const { before, after } = marked(
      `\ufeffmeasures:\r\n- id: T1.1\r\n  title: 标题«\r\n  log:\r\n  - ${E}»`,
    );
    const decoded = decode(Buffer.from(before)) as { readonly text: Text };
    const edited = edit(decoded.text.text, append(first, event)) as string;
    expect(Buffer.from(encode({ ...decoded.text, text: edited }))).toEqual(Buffer.from(after));
  });

  test.each(['|', '>', '|+', '|-'])(
    'text after %s that ends the file without a line end',
    (style) => {
      const { before, after } = marked(`measures:
  - id: T1.1
    log:
      - date: 2022-01-01
        event: start
        note: ${style}
          one«
      - ${E}»`);
      const edited = edit(before, append(first, event));
      // The line end makes the text another one after some styles; then nothing is written.
      expect([undefined, after]).toContain(edited);
      if (edited !== undefined) {
        expect(read(edited)).toEqual(applyChange(read(before), append(first, event)));
      }
    },
  );
});

describe('several changes of one file', () => {
  test('each adds to what the one before left', () => {
    const { before, after } = marked(`measures:
  - id: T1.1
    title: A«
    log:
      - { note: one }
      - { note: three }»
  - id: T1.2
    log: [«{ note: two }»]
`);
    const edited = edit(
      before,
      append(first, { note: 'one' }),
      append(['measures', 1, 'log'], { note: 'two' }),
      append(first, { note: 'three' }),
    );
    expect(edited).toBe(after);
  });

  test('none is made where one of them cannot be', () => {
    const text = 'measures:\n  - id: T1.1\n  - id: T1.2\n    log: ~\n';
    expect(edit(text, append(first, event), append(['measures', 1, 'log'], event))).toBeUndefined();
  });
});

test.each([
  ['null', 'measures:\n  - id: T1.1\n    log: null\n'],
  ['~', 'measures:\n  - id: T1.1\n    log: ~\n'],
  ['a text', 'measures:\n  - id: T1.1\n    log: none\n'],
  ['a record', 'measures:\n  - id: T1.1\n    log: { a: b }\n'],
  ['a key in braces without a value', 'measures:\n  - { id: T1.1, log: }\n'],
  ['a key in braces without a colon', 'measures:\n  - { id: T1.1, log }\n'],
  ['a key with a question mark and no colon', 'measures:\n  - id: T1.1\n    ? log\n    # a: b\n'],
  ['an item that is not there', 'measures: []\n'],
  ['a file with nothing in it', '# nothing\n'],
  ['a file that cannot be read', 'measures: [\n'],
])('a log that cannot be added to safely is left alone: %s', (_what, text) => {
  expect(edit(text, append(first, event))).toBeUndefined();
});

describe('values', () => {
  const written = (value: Value): string => {
    const before = 'measures:\n  - id: T1.1\n    log:\n';
    const after = edit(before, append(first, value)) as string;
    expect(read(after)).toEqual(applyChange(read(before), append(first, value)));
    expect(after.startsWith(`${before}      - `)).toBe(true);
    return after.slice(before.length + 8, -1);
  };

  test('attributes keep their order, lists and records go in braces, all on one line', () => {
    const value = {
      date: '2022-12-01',
      progress: 60,
      criteria: ['a', 'b'],
      evidence: [{ document: '穗府办规〔2022〕18号' }, { url: 'https://a.example/b' }],
      set: { lead: ['x'] },
    };
    expect(written(value)).toBe(
      '{ date: 2022-12-01, progress: 60, criteria: [a, b], evidence: [{ document: 穗府办规〔2022〕18号 }, { url: https://a.example/b }], set: { lead: [x] } }',
    );
  });

  test.each([
    ['prose', '412 comments', '412 comments'],
    ['Chinese', '初稿已成，“待审”', '初稿已成，“待审”'],
    ['emoji', '👨‍👩‍👧 𠮷', '👨‍👩‍👧 𠮷'],
    ['a colon and a blank', 'a: b', '"a: b"'],
    ['a full-width colon', 'note：b', '"note：b"'],
    ['a comment', 'a #b', '"a #b"'],
    ['a number', '1e3', '"1e3"'],
    ['a number with zeros', '0123', '"0123"'],
    ['null', 'null', '"null"'],
    ['~', '~', '"~"'],
    ['true', 'true', '"true"'],
    ['a boolean of YAML 1.1', 'no', '"no"'],
    ['a time of YAML 1.1', '12:30', '"12:30"'],
    ['a moment of YAML 1.1', '2022-06-30 10:00:00', '"2022-06-30 10:00:00"'],
    ['a number of YAML 1.1', '.5_0', '".5_0"'],
    ['the merge key of YAML 1.1', '<<', '"<<"'],
    ['the value key of YAML 1.1', '=', '"="'],
    [
      'a question mark, which YAML 1.1 refuses in braces',
      'http://a.example/?b',
      '"http://a.example/?b"',
    ],
    ['a colon in front, which YAML 1.1 refuses in braces', '://a', '"://a"'],
    ['a dash', '- a', '"- a"'],
    ['brackets', '[a]', '"[a]"'],
    ['a tag', '!a', '"!a"'],
    ['an anchor', '&a', '"&a"'],
    ['an alias', '*a', '"*a"'],
    ['a directive', '%a', '"%a"'],
    ['a block', '| a', '"| a"'],
    ['a line end', 'a\nb', '"a\\nb"'],
    ['a tab', 'a\tb', '"a\\tb"'],
    ['blanks around', ' a ', '" a "'],
    ['quotes of both sorts', `"a" 'b'`, `"\\"a\\" 'b'"`],
    ['a backslash', 'C:\\new', 'C:\\new'],
    ['the marks of a conflict', 'a\n<<<<<<< HEAD\nb', '"a\\n<<<<<<< HEAD\\nb"'],
  ])('%s', (_what, note, expected) => {
    expect(written({ note })).toBe(`{ note: ${expected} }`);
  });

  test('what readers of YAML would not agree on is not written', () => {
    const value = { progress: Number.POSITIVE_INFINITY };
    expect(edit('measures:\n  - id: T1.1\n', append(first, value))).toBeUndefined();
  });

  test('a long text stays on one line', () => {
    const note = '很长的一句话 and more, '.repeat(400).trim();
    expect(written({ note })).not.toContain('\n');
    expect(written({ note: `${note}\n${note}` })).not.toContain('\n');
  });
});
