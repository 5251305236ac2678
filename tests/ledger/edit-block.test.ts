/** What stands between « and » is what a new record puts in; new files are told whole. */
import { describe, expect, test } from 'vitest';
import { createText } from '../../src/ledger/edit.ts';
import type { Value } from '../../src/model/attribute.ts';
import type { Change } from '../../src/model/change.ts';
import type { Path } from '../../src/model/ledger.ts';
import { marked } from '../styles.ts';
import { edit, expectEdit, read, testLineEnds } from './editing.ts';

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

/** The record above as it is written in lines: the columns of its dash, of its keys and of the dashes in its lists. */
const lines = (dash: number, keys: number, entries: number): string => {
  const key = ' '.repeat(keys);
  const entry = ' '.repeat(entries);
  return `${' '.repeat(dash)}-${' '.repeat(keys - dash - 1)}id: T1.2
${key}title: "Publish: rules"
${key}lead: [a, "no"]
${key}due: 2022-09-30
${key}source: { document: d, also: ["x, y"] }
${key}criteria:
${entry}- { id: a, text: Draft }
${entry}- { id: b, text: "A\\nb" }`;
};

const append = (path: Path, value: Value = record): Change => ({
  op: 'append',
  file: 'T.yaml',
  path,
  value,
  as: 'block',
});

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
${lines(0, 2, 2)}»
note: x
`,
  },
  {
    name: 'dashes far from what they are before, lists indented by four',
    path: ['measures'],
    text: `measures:
    -   id: T1.1«
${lines(4, 8, 12)}»
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
${lines(0, 2, 4)}
»# end
`,
  },
  {
    name: 'entries without a blank line between the last two get none',
    path: [],
    text: `- id: T0

- { id: T1 }
- id: T2«
${lines(0, 2, 4)}»
`,
  },
  {
    name: 'a blank line would become part of the text before it',
    path: [],
    text: `- id: T0

- id: T1
  title: |+
    A
«${lines(0, 2, 4)}
»`,
  },
  {
    name: 'dashes on lines of their own',
    path: [],
    text: `-
  {}
-
    id: T0«
${lines(0, 2, 4)}»
`,
  },
  {
    name: 'no list yet',
    path: ['measures'],
    text: `id: T1
title: A«
measures:
${lines(2, 4, 6)}»
# end
`,
  },
  {
    name: 'a key without a list',
    path: ['measures'],
    text: `id: T1
measures: # none: yet«
${lines(2, 4, 6)}»
note: x
`,
  },
  {
    name: 'a key without a list in a file whose lists are indented by four',
    path: ['measures'],
    text: `lead:
    - a
measures:«
${lines(4, 6, 10)}»
`,
  },
  { name: 'brackets', path: ['measures'], text: `measures: [{ id: T1 }«, ${R}»] # m\n` },
  { name: 'braces', path: ['measures'], text: `{ id: T1«, measures: [${R}]» } # }\n` },
];

/** Lists that are there and empty: what is cut and what comes in its place. */
const empty: readonly (Case & { readonly after: string })[] = [
  {
    name: 'a whole file that is []',
    path: [],
    text: '# none yet\n#- id: a\n\n[]\n',
    after: `# none yet\n#- id: a\n\n${lines(0, 2, 4)}\n`,
  },
  {
    name: 'brackets with blanks, comments around them',
    path: [],
    text: '# above\n  [\n  ]\n# below\n',
    after: `# above\n${lines(0, 2, 4)}\n# below\n`,
  },
  {
    name: 'a comment on the line',
    path: [],
    text: '[]  # none\n\n# below\n',
    after: `# none\n${lines(0, 2, 4)}\n\n# below\n`,
  },
  {
    name: 'behind the beginning of a document',
    path: [],
    text: '--- [] # none\n',
    after: `--- # none\n${lines(0, 2, 4)}\n`,
  },
  {
    name: 'behind its key',
    path: ['measures'],
    text: 'id: T1\nmeasures: []\n\n# end\nnote: x\n',
    after: `id: T1\nmeasures:\n${lines(2, 4, 6)}\n\n# end\nnote: x\n`,
  },
  {
    name: 'behind its key, with a comment',
    path: ['measures'],
    text: 'lead:\n    - a\nmeasures : [ ]  # none: []\nnote: x\n',
    after: `lead:\n    - a\nmeasures :  # none: []\n${lines(4, 6, 10)}\nnote: x\n`,
  },
  {
    name: 'deep inside, in a file whose lists are not indented',
    path: ['measures', 0, 'criteria'],
    text: 'measures:\n- id: T1.1\n  criteria: []\n  log: []\n',
    after: `measures:\n- id: T1.1\n  criteria:\n${lines(2, 4, 4)}\n  log: []\n`,
  },
  {
    name: 'something in the brackets that would be lost',
    path: [],
    text: '[ # keep me\n]\n',
    after: `[${R} # keep me\n]\n`,
  },
  {
    name: 'on a line below its key',
    path: ['measures'],
    text: 'measures:\n  []\n',
    after: `measures:\n  [${R}]\n`,
  },
  {
    name: 'inside braces',
    path: ['measures'],
    text: '{ id: T1, measures: [] }\n',
    after: `{ id: T1, measures: [${R}] }\n`,
  },
];

const check = ({ path }: Case, text: string): void => {
  const { before, after } = marked(text);
  expectEdit(before, append(path), after);
};

describe('a record more', () => {
  testLineEnds(cases, check, /[^»\n]\n$|[^\n]»\n$/);

  testLineEnds(
    empty,
    ({ path, after }, before) => {
      const isCrlf = before.includes('\r');
      const isBare = !before.endsWith('\n');
      const whole = isCrlf ? after.replace(/\n/g, '\r\n') : after;
      expectEdit(before, append(path), isBare ? whole.slice(0, -1) : whole);
    },
    /[^\n]\n$/,
  );

  test('a second record goes below the first', () => {
    const both = edit('# c\n[]\n', append([], { id: 'a' }), append([], { id: 'b' }));
    expect(both).toBe('# c\n- id: a\n- id: b\n');
  });

  test('an event stays on its line', () => {
    const event: Change = { ...append(['log'], { date: '2022-01-01' }), as: 'line' } as Change;
    expect(edit('id: a\nlog: []\n', event)).toBe('id: a\nlog: [{ date: 2022-01-01 }]\n');
  });

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
    expect(createText([record, { id: 'T1.3', log: [] }])).toBe(`${lines(0, 2, 4)}
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
