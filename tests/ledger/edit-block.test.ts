/** What stands between « and » is what a new record puts in; new files are told whole. */
import { describe, expect, test } from 'vitest';
import { createText, editText } from '../../src/ledger/edit.ts';
import { allKeys } from '../../src/ledger/load.ts';
import { parse } from '../../src/ledger/parse.ts';
import type { Value } from '../../src/model/attribute.ts';
import { applyChange, type Change } from '../../src/model/change.ts';
import type { Path } from '../../src/model/ledger.ts';
import { marked } from '../styles.ts';

const record = {
  id: 'T1.2',
  title: 'Publish: rules',
  lead: ['a', 'no'],
  due: '2022-09-30',
  source: { document: 'd', also: ['x, y'] },
  criteria: [
    { id: 'a', text: 'Draft' },
    { id: 'b', text: 'A\nb' },
  ],
};

/** The record above as it is written in braces. */
const R =
  '{ id: T1.2, title: "Publish: rules", lead: [a, "no"], due: 2022-09-30, source: { document: d, also: ["x, y"] }, criteria: [{ id: a, text: Draft }, { id: b, text: "A\\nb" }] }';

const append = (path: Path, value: Value = record): Change => ({
  op: 'append',
  file: 'T.yaml',
  path,
  value,
  as: 'block',
});

const edit = (text: string, ...changes: readonly Change[]): string | undefined =>
  editText(text, parse(text, { keys: allKeys }), changes, allKeys);

const read = (text: string): Value => {
  const { value, problems } = parse(text, { keys: allKeys });
  expect(problems).toEqual([]);
  return value as Value;
};

interface Case {
  readonly name: string;
  readonly path: Path;
  readonly text: string;
}

const cases: readonly Case[] = [
  {
    name: 'indented as the entries before, a comment behind the list stays there',
    path: ['measures'],
    text: `measures:
  - id: T1.1 # one
    log:
      - { event: start } # last«
  - id: T1.2
    title: "Publish: rules"
    lead: [a, "no"]
    due: 2022-09-30
    source: { document: d, also: ["x, y"] }
    criteria:
      - { id: a, text: Draft }
      - { id: b, text: "A\\nb" }»
  # end of the list

# end
`,
  },
  {
    name: 'a list without indent',
    path: ['measures'],
    text: `measures:
- id: T1.1«
- id: T1.2
  title: "Publish: rules"
  lead: [a, "no"]
  due: 2022-09-30
  source: { document: d, also: ["x, y"] }
  criteria:
  - { id: a, text: Draft }
  - { id: b, text: "A\\nb" }»
note: x
`,
  },
  {
    name: 'dashes far from what they are before, lists indented by four',
    path: ['measures'],
    text: `measures:
    -   id: T1.1«
    -   id: T1.2
        title: "Publish: rules"
        lead: [a, "no"]
        due: 2022-09-30
        source: { document: d, also: ["x, y"] }
        criteria:
            - { id: a, text: Draft }
            - { id: b, text: "A\\nb" }»
`,
  },
  {
    name: 'entries with a blank line between them get one more',
    path: [],
    text: `# units
- id: T0

# about T1
- id: T1
  title: >-
    A
    b
«
- id: T1.2
  title: "Publish: rules"
  lead: [a, "no"]
  due: 2022-09-30
  source: { document: d, also: ["x, y"] }
  criteria:
    - { id: a, text: Draft }
    - { id: b, text: "A\\nb" }
»# end
`,
  },
  {
    name: 'entries without a blank line between the last two get none',
    path: [],
    text: `- id: T0

- { id: T1 }
- id: T2«
- id: T1.2
  title: "Publish: rules"
  lead: [a, "no"]
  due: 2022-09-30
  source: { document: d, also: ["x, y"] }
  criteria:
    - { id: a, text: Draft }
    - { id: b, text: "A\\nb" }»
`,
  },
  {
    name: 'a blank line would become part of the text before it',
    path: [],
    text: `- id: T0

- id: T1
  title: |+
    A
«- id: T1.2
  title: "Publish: rules"
  lead: [a, "no"]
  due: 2022-09-30
  source: { document: d, also: ["x, y"] }
  criteria:
    - { id: a, text: Draft }
    - { id: b, text: "A\\nb" }
»`,
  },
  {
    name: 'dashes on lines of their own',
    path: [],
    text: `-
  {}
-
    id: T0«
- id: T1.2
  title: "Publish: rules"
  lead: [a, "no"]
  due: 2022-09-30
  source: { document: d, also: ["x, y"] }
  criteria:
    - { id: a, text: Draft }
    - { id: b, text: "A\\nb" }»
`,
  },
  {
    name: 'no list yet',
    path: ['measures'],
    text: `id: T1
title: A«
measures:
  - id: T1.2
    title: "Publish: rules"
    lead: [a, "no"]
    due: 2022-09-30
    source: { document: d, also: ["x, y"] }
    criteria:
      - { id: a, text: Draft }
      - { id: b, text: "A\\nb" }»
# end
`,
  },
  {
    name: 'a key without a list',
    path: ['measures'],
    text: `id: T1
measures: # none: yet«
  - id: T1.2
    title: "Publish: rules"
    lead: [a, "no"]
    due: 2022-09-30
    source: { document: d, also: ["x, y"] }
    criteria:
      - { id: a, text: Draft }
      - { id: b, text: "A\\nb" }»
note: x
`,
  },
  {
    name: 'a key without a list in a file whose lists are indented by four',
    path: ['measures'],
    text: `lead:
    - a
measures:«
    - id: T1.2
      title: "Publish: rules"
      lead: [a, "no"]
      due: 2022-09-30
      source: { document: d, also: ["x, y"] }
      criteria:
          - { id: a, text: Draft }
          - { id: b, text: "A\\nb" }»
`,
  },
  { name: 'a whole file that is []', path: [], text: `# none yet\n[«${R}»]\n` },
  { name: 'brackets', path: ['measures'], text: `measures: [{ id: T1 }«, ${R}»] # m\n` },
  { name: 'braces', path: ['measures'], text: `{ id: T1«, measures: [${R}]» } # }\n` },
];

const named = cases.map((each) => [each.name, each] as const);

const check = ({ path }: Case, text: string): void => {
  const { before, after } = marked(text);
  expect(edit(before, append(path))).toBe(after);
  expect(read(after)).toEqual(applyChange(read(before), append(path)));
};

describe('a record more', () => {
  test.each(named)('%s', (_name, each) => check(each, each.text));

  test.each(named)('%s, with CRLF', (_name, each) => check(each, each.text.replace(/\n/g, '\r\n')));

  test.each(named.filter(([, { text }]) => /[^»\n]\n$|[^\n]»\n$/.test(text)))(
    '%s, without a line end at the end',
    (_name, each) => check(each, each.text.slice(0, -1)),
  );

  test('each like the one before', () => {
    const text = '- id: a\n\n-   id: b';
    const edited = edit(text, append([], { id: 'c', note: '#' }), append([], {}), append([], 'd'));
    expect(edited).toBe('- id: a\n\n-   id: b\n\n-   id: c\n    note: "#"\n\n-   {}\n\n- d');
  });

  test.each([
    ['null', 'measures: ~\n'],
    ['a record', 'measures: { a: b }\n'],
    ['a key in braces without a value', '{ measures: }\n'],
    ['a file with nothing in it', '# nothing\n'],
    ['a file that cannot be read', 'measures: [\n'],
  ])('left alone: %s', (_what, text) => {
    expect(edit(text, append(['measures']))).toBeUndefined();
  });

  test('a record is no list', () => {
    expect(edit('id: T1\n', append([]))).toBeUndefined();
  });
});

describe('a new file', () => {
  test('a record, a line an attribute', () => {
    expect(createText(record)).toBe(`id: T1.2
title: "Publish: rules"
lead: [a, "no"]
due: 2022-09-30
source: { document: d, also: ["x, y"] }
criteria:
  - id: a
    text: Draft
  - id: b
    text: "A\\nb"
`);
  });

  test('a list of records', () => {
    expect(createText([record, { id: 'T1.3', log: [] }])).toBe(`- id: T1.2
  title: "Publish: rules"
  lead: [a, "no"]
  due: 2022-09-30
  source: { document: d, also: ["x, y"] }
  criteria:
    - { id: a, text: Draft }
    - { id: b, text: "A\\nb" }
- id: T1.3
  log: []
`);
  });

  test('a record more comes out as if it had been there', () => {
    const district = createText({ district: 'north' }) as string;
    const first = { ...record, id: 'north-1' };
    const edited = edit(district, append(['projects'], first), append(['projects'], record));
    expect(edited).toBe(createText({ district: 'north', projects: [first, record] }));
  });

  test.each([
    ['no records', [], '[]\n'],
    ['no attributes', {}, '{}\n'],
    ['a list of texts', ['a', '- b'], '[a, "- b"]\n'],
    ['a record without attributes', [{}, { id: 'a' }], '- {}\n- id: a\n'],
  ])('%s', (_what, value, text) => {
    expect(createText(value)).toBe(text);
  });

  test.each([
    ['#', '# a'],
    ['a colon', 'a: b'],
    ['a wide colon', 'note：b'],
    ['-', '- a'],
    ['@', '@a'],
    ['%', '%a'],
    ['no', 'no'],
    ['a number', '1e3'],
    ['a number with zeros', '0123'],
    ['emoji', '👨‍👩‍👧 𠮷'],
    ['quotes', `"a" 'b'`],
    ['lines', 'a\n  b\n\n'],
    ['a conflict', '<<<<<<< HEAD\n'],
    ['a long text', '很长的一句话 and more, '.repeat(400)],
  ])('%s comes back', (_what, note) => {
    for (const value of [{ note }, [{ note, lead: [note], source: { note }, log: [{ note }] }]]) {
      const text = createText(value) as string;
      expect(read(text)).toEqual(value);
      expect(edit(createText([{ id: 'a' }]) as string, append([], value))).toBeDefined();
    }
  });

  test('what readers of YAML would not agree on is not written', () => {
    expect(createText({ progress: Number.POSITIVE_INFINITY })).toBeUndefined();
    expect(createText({ 'a: b': 'c' })).toBeUndefined();
    expect(createText({ '"a"': 'c' })).toBeUndefined();
  });
});
