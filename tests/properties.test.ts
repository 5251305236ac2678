/** What must hold for every text, every hand a file is written in and every order of events. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Node } from 'yaml';
import { createText, editText } from '../src/ledger/edit.ts';
import { excerptOf, replaceExcerpt } from '../src/ledger/excerpt.ts';
import { allKeys, type LoadedFile, load } from '../src/ledger/load.ts';
import { type Parsed, parse } from '../src/ledger/parse.ts';
import type { Source } from '../src/ledger/source.ts';
import { decode, encode, type Text } from '../src/ledger/text.ts';
import type { Type, Value } from '../src/model/attribute.ts';
import { applyChange, type Change, planEvents } from '../src/model/change.ts';
import { controls } from '../src/model/characters.ts';
import { endOfTime } from '../src/model/dates.ts';
import { attributesOf, type Event, type EventName, eventNames } from '../src/model/events.ts';
import type { Item, Path } from '../src/model/ledger.ts';
import { replay } from '../src/model/replay.ts';
import { finalStanding, issuedPlan } from '../src/model/view.ts';
import { isOnlyInserted, print } from './styles.ts';

const settings = { seed: 2022, numRuns: 150 };

const isHarmless = (text: string): boolean =>
  text.trim() !== '' && !new RegExp(controls.source, 'u').test(text);

/** Pieces that mean something to some reader of YAML. */
const pieces = [
  ...['#', ' #', ': ', ':', '- ', '@', '%', '&a', '*a', '!', '!!str ', '|', '>', '? ', ',', ' '],
  ...['[', ']', '{', '}', '"', "'", '\\', '\\n', '`', '~', '=', '<<', '---', '...', '\n', '\t'],
  ...['no', 'yes', 'null', 'true', '1e3', '0123', '0x1F', '1_000', '12:30', '.inf', '2022-01-01'],
  ...[
    '：',
    '“',
    '市监局',
    '😀',
    '👨‍👩‍👧',
    '𠮷',
    '\u00a0',
    '　',
    'é',
    'e\u0301',
    '<<<<<<< HEAD\n',
    'note：',
  ],
];

/** Any text that a ledger may hold. */
const text = fc
  .oneof(
    fc.constantFrom(...pieces),
    fc
      .array(fc.constantFrom(...pieces, 'word', 'a'), { minLength: 1, maxLength: 6 })
      .map((all) => all.join('')),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
    fc.constantFrom(...pieces).map((piece) => `${piece} 说明 `.repeat(300)),
  )
  .filter(isHarmless);

/** A record any of whose attributes may be absent. */
const some = <T extends { readonly [key: string]: unknown }>(
  arbitraries: {
    [K in keyof T]: fc.Arbitrary<T[K]>;
  },
) => fc.record<T, never>(arbitraries, { requiredKeys: [], noNullPrototype: true });

const day = fc
  .integer({ min: 1, max: 28 })
  .map((date) => `2022-0${1 + (date % 9)}-${String(date).padStart(2, '0')}`);

const evidence = fc.array(
  fc.oneof(
    text.map((document) => ({ document })),
    text.map((each) => ({
      url: `https://a.example/?q=${encodeURIComponent(each)}&b#c`,
    })),
  ),
  { minLength: 1, maxLength: 3 },
);

/** Any value of an attribute of an event. */
const anyOf = (type: Type): fc.Arbitrary<Value> => {
  switch (type.is) {
    case 'date':
      return day;
    case 'integer':
      return fc.integer({ min: type.min, max: Math.min(type.max, type.min + 100) });
    case 'choice':
      return fc.constantFrom(...type.of);
    case 'id':
      return fc.constantFrom('a', 'b');
    case 'list':
      return fc.uniqueArray(anyOf(type.of), { minLength: 1, maxLength: 2 });
    case 'map':
      // An amendment: of the title or the deadline.
      return fc.oneof(
        text.map((title) => ({ title })),
        day.map((due) => ({ due })),
      );
    default:
      return text;
  }
};

/** Any event with all it carries; whether it is possible is for the planner to say. */
const eventNamed = (name: EventName): fc.Arbitrary<Event> => {
  const { date: _date, by: _by, evidence: _evidence, note: _note, ...own } = attributesOf(name);
  const carried = Object.fromEntries(
    Object.entries(own).map(([attribute, { type }]) => [attribute, anyOf(type)]),
  );
  return fc
    .tuple(
      day,
      some({ note: text, by: fc.constantFrom('office', 'bureau') }),
      fc.record(carried),
      evidence,
    )
    .map(
      ([date, common, rest, proof]) =>
        ({ date, event: name, ...common, ...rest, evidence: proof }) as Event,
    );
};

const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: eventNamed('report') },
  ...eventNames
    .filter((name) => !['evaluate', 'replicate', 'select'].includes(name))
    .map((name) => ({ weight: 1, arbitrary: eventNamed(name) })),
);

const measure = (number: number): fc.Arbitrary<Value> =>
  fc
    .record(
      {
        id: fc.constant(`T01.${number}`),
        title: text,
        lead: fc.constantFrom(['office'], ['office', 'bureau']),
        deliverable: text,
        note: text,
        log: fc.array(
          fc
            .tuple(day, some({ by: fc.constant('bureau'), note: text, evidence }))
            .map(([date, rest]) => ({ date, event: 'report', ...rest })),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: ['id', 'title'], noNullPrototype: true },
    )
    .map((each) => each as Value);

const task: fc.Arbitrary<{ readonly [key: string]: Value }> = fc
  .tuple(text, fc.integer({ min: 1, max: 3 }))
  .chain(([title, count]) =>
    fc
      .tuple(...Array.from({ length: count }, (_, index) => measure(index + 1)))
      .map((measures) => ({ id: 'T01', title, measures: measures as Value })),
  );

/** Endless choices out of a short list of numbers. */
const hand = fc.array(fc.nat(5039), { minLength: 40, maxLength: 120 }).map((numbers) => () => {
  let at = 0;
  return (count: number) => {
    const number = numbers[at % numbers.length] ?? 0;
    at += 1;
    return number % count;
  };
});

const fixed = new Map(
  Object.entries({
    'ledger.yaml':
      'title: A\njurisdiction: A\nyear: 2022\ntimezone: Asia/Shanghai\nlanguage: en\nstate: current\nbasis: office\n',
    'units.yaml':
      '- { id: office, title: Office, kind: department }\n- { id: bureau, title: Bureau, kind: department }\n',
  }).map(([file, content]) => [file, Buffer.from(content)]),
);

const sourceOf = (bytes: Uint8Array): Source => {
  const files = new Map<string, Uint8Array>([...fixed, ['tasks/T01.yaml', bytes]]);
  return {
    list: () => [...files.keys()],
    read: (file) => {
      const found = files.get(file);
      return found ? { is: 'bytes', bytes: found } : { is: 'missing' };
    },
  };
};

const reload = (bytes: Uint8Array) => {
  const loaded = load(sourceOf(bytes));
  return { ...loaded, file: loaded.files.get('tasks/T01.yaml') as LoadedFile };
};

const logOf = (item: Item): readonly Event[] => item.data.log ?? [];

describe('updates', () => {
  test('a file in any hand reads as the value it was printed from', () => {
    fc.assert(
      fc.property(task, hand, (value, style) => {
        const { value: reread, problems } = parse(print(value, style()), { keys: allKeys });
        expect(problems.filter(({ problem }) => problem.code !== 'text/not-nfc')).toEqual([]);
        expect(reread).toEqual(value);
      }),
      settings,
    );
  });

  test('events add what they say and change no other byte, in any hand', () => {
    let added = 0;
    let refused = 0;
    const seen = new Set<EventName>();
    fc.assert(
      fc.property(
        task,
        hand,
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(2), event), { minLength: 1, maxLength: 8 }),
        (value, style, hasMark, events) => {
          let bytes = encode({ text: print(value, style()), hasMark });
          for (const [index, each] of events) {
            const before = reload(bytes);
            const { measure: measures } = before.ledger.entries;
            const item = measures[index % measures.length] as Item;
            const plan = planEvents(before.ledger, [{ entry: item, event: each }]);
            if (plan.is === 'refused') {
              refused += 1;
              continue;
            }
            const edited = editText(
              before.file.text.text,
              before.file.parsed,
              plan.changes,
              allKeys,
            );
            expect(edited).toBeDefined();
            bytes = encode({ ...before.file.text, text: edited as string });
            const after = reload(bytes);
            const meant = plan.changes.reduce<Value | undefined>(
              applyChange,
              before.file.parsed.value,
            );
            expect(after.file.parsed.value).toEqual(meant);
            const same = after.ledger.byId.measure.get(item.id) as Item;
            expect(logOf(same)).toEqual([...logOf(item), each]);
            const issued = issuedPlan(before.ledger, item);
            const own = replay({ ...issued, log: [...issued.log, each] }, endOfTime);
            expect(finalStanding(after.ledger, same)).toEqual(own);
            seen.add(each.event);
            expect(isOnlyInserted(before.file.text.text, after.file.text.text)).toBe(true);
            expect(after.file.text.hasMark).toBe(hasMark);
            expect(after.diagnostics.map(({ code }) => code).filter(isOfText)).toEqual(
              before.diagnostics.map(({ code }) => code).filter(isOfText),
            );
            added += 1;
          }
        },
      ),
      settings,
    );
    expect(added).toBeGreaterThan(settings.numRuns);
    expect(refused).toBeGreaterThan(0);
    expect(seen.size, [...seen].join(' ')).toBeGreaterThan(9);
  });

  test('any text comes back as it was given, on one more line', () => {
    const before = 'measures:\n- id: T01.1\n  log:\n';
    const parsed = parse(before, { keys: allKeys });
    fc.assert(
      fc.property(text, (note) => {
        const change = {
          op: 'append',
          file: '',
          path: ['measures', 0, 'log'],
          value: { note, evidence: [{ document: note }] },
          as: 'line',
        } as const;
        const after = editText(before, parsed, [change], allKeys);
        expect(after?.startsWith(before)).toBe(true);
        expect(after?.slice(before.length)).toMatch(/^ {2}- \{[^\n]*\}\n$/);
        const reread = parse(after as string, { keys: allKeys });
        expect(reread.value).toEqual({
          measures: [{ id: 'T01.1', log: [{ note, evidence: [{ document: note }] }] }],
        });
        expect(reread.problems.map(({ problem }) => problem.code).filter(isOfText)).toEqual([]);
      }),
      { ...settings, numRuns: 2_000 },
    );
  });
});

/** The addresses of all records in a value, the outermost first. */
const recordPaths = (value: Value | undefined, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [];
  const isList = Array.isArray(value);
  const below = Object.entries(value).flatMap(([key, each]) =>
    recordPaths(each, [...path, isList ? Number(key) : key]),
  );
  return isList ? below : [path, ...below];
};

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce((at, key) => (at as { readonly [key: string]: unknown } | undefined)?.[key], value);

/** The attributes that the tests below give and take, in the order in which they are written. */
const order = [
  ...['id', 'title', 'date', 'event', 'lead', 'deliverable', 'due', 'source', 'criteria', 'note'],
  ...['evidence', 'measures', 'log'],
];

const criteria = fc.array(
  text.map((each) => ({ id: 'a', text: each })),
  { minLength: 1, maxLength: 3 },
);

/** An attribute and what it is given, or undefined to take it away. */
const given: fc.Arbitrary<readonly [key: string, value: Value | undefined]> = fc.oneof(
  fc.tuple(fc.constantFrom('title', 'deliverable', 'note'), text),
  fc.tuple(fc.constant('due'), day),
  fc.tuple(fc.constant('lead'), fc.array(text, { maxLength: 3 })),
  fc.tuple(fc.constantFrom('criteria', 'evidence'), criteria),
  fc.tuple(
    fc.constant('source'),
    text.map((quote) => ({ document: 'a', quote })),
  ),
  {
    weight: 4,
    arbitrary: fc.tuple(
      fc.constantFrom('title', 'title', 'lead', 'deliverable', 'note', 'evidence', 'log'),
      fc.constant(undefined),
    ),
  },
);

/** A change of the task, of one of its measures or of an entry of its log, or a measure more. */
const change = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.constantFrom('task', 'measure', 'entry'), fc.nat(5), given)
      .map(([of, index, [key, value]]) => ({ op: 'put', of, index, key, value }) as const),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(measure(9), fc.constantFrom('line', 'block'))
      .map(([value, as]) => ({ op: 'append', value, as }) as const),
  },
);

type Wanted = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** What is wanted as a change of a task's file as it is now. */
const changeOf = (value: Value | undefined, wanted: Wanted): Change => {
  const path: Path = ['measures'];
  if (wanted.op === 'append') return { ...wanted, file: '', path };
  const { of, index, key, value: put } = wanted;
  const { measures } = value as { readonly measures: readonly { readonly log?: Value[] }[] };
  const item = index % measures.length;
  const entries = measures[item]?.log?.length ?? 0;
  const inEntry = of === 'entry' && entries > 0 ? ['log', index % entries] : [];
  const record = of === 'task' ? [] : [...path, item, ...inEntry];
  return { op: 'put', file: '', path: [...record, key], value: put, order };
};

/** The text before and behind the lines that belong to an attribute, or to its record in braces. */
const around = (before: string, parsed: Parsed, path: Path): readonly [string, string] => {
  const node = (at: Path) => parsed.document?.getIn(at, true) as Node & { readonly flow?: boolean };
  const record = node(path.slice(0, -1));
  const value = record.flow ? record : node(path);
  const start = record.flow ? (record.range?.[0] ?? 0) : parsed.locate(path, true).start;
  const end = (value.range?.[1] ?? 0) - 1;
  const newline = before.indexOf('\n', end);
  return [
    before.slice(0, before.lastIndexOf('\n', start - 1) + 1),
    newline < 0 ? '' : before.slice(newline + 1),
  ];
};

describe('attributes', () => {
  test('are given and taken, records added, and no other line is touched, in any hand', () => {
    let put = 0;
    let taken = 0;
    let added = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        task,
        hand,
        fc.array(change, { minLength: 2, maxLength: 8 }),
        (value, style, changes) => {
          let before = print(value, style());
          for (const each of changes) {
            const parsed = parse(before, { keys: allKeys });
            const meant = changeOf(parsed.value, each);
            const after = editText(before, parsed, [meant], allKeys);
            if (after === undefined) {
              // A comment inside would become part of the block text before it.
              expect(meant).toMatchObject({ op: 'put', value: undefined });
              expect(before).toMatch(/: \|-\r?\n[\s\S]*\n +#/);
              refused += 1;
              continue;
            }
            const reread = parse(after, { keys: allKeys });
            expect(reread.value).toEqual(applyChange(parsed.value, meant));
            const isThere = meant.op === 'put' && valueAt(parsed.value, meant.path) !== undefined;
            if (isThere) {
              const [head, tail] = around(before, parsed, meant.path);
              // Without its last line a file may end where the line before it does.
              expect(after.startsWith(tail === '' ? head.trimEnd() : head)).toBe(true);
              expect(after.slice(head.trimEnd().length).endsWith(tail)).toBe(true);
            } else if (after !== before) {
              expect(isOnlyInserted(before, after)).toBe(true);
            }
            if (meant.op === 'append') added += 1;
            else if (meant.value !== undefined) put += 1;
            else if (isThere) taken += 1;
            before = after;
          }
        },
      ),
      settings,
    );
    expect(Math.min(put, taken, added)).toBeGreaterThan(settings.numRuns / 3);
    expect(refused).toBeLessThan(settings.numRuns / 100);
  });

  test('of a new file come back as they were given', () => {
    fc.assert(
      fc.property(task, fc.array(measure(1), { minLength: 1 }), (record, list) => {
        for (const value of [record, list]) {
          const created = createText(value) as string;
          const { value: reread, problems } = parse(created, { keys: allKeys });
          expect(reread).toEqual(value);
          expect(problems.map(({ problem }) => problem.code).filter(isOfText)).toEqual([]);
          expect(created).not.toMatch(/\r|[^\n]$/);
        }
      }),
      settings,
    );
  });
});

describe('a record by itself', () => {
  const checkExcerpts = (whole: string): number => {
    const parsed = parse(whole, { keys: allKeys });
    const paths = recordPaths(parsed.value);
    for (const path of [[], ...paths]) {
      const own = excerptOf(whole, parsed, path) as string;
      expect(parse(own, { keys: allKeys }).value).toEqual(valueAt(parsed.value, path));
      expect(replaceExcerpt(whole, parsed, path, own)).toBe(whole);
    }
    return paths.length;
  };

  const root = fileURLToPath(new URL('..', import.meta.url));
  const files = ['tests/fixtures/hand/ledger', 'data/2022'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => join(folder, name)),
  );

  test.each(files)('is the same record, and put back the same file: %s', (file) => {
    const decoded = decode(readFileSync(join(root, file))) as { readonly text: Text };
    expect(checkExcerpts(decoded.text.text)).toBeGreaterThan(0);
  });

  test('is the same record, and put back the same file, in any hand', () => {
    fc.assert(
      fc.property(task, hand, (value, style) => void checkExcerpts(print(value, style()))),
      settings,
    );
  });

  test('put back with a line more, it and nothing else has the line', () => {
    fc.assert(
      fc.property(task, hand, fc.nat(2), (value, style, index) => {
        const whole = print(value, style());
        const parsed = parse(whole, { keys: allKeys });
        const { measures } = value as { readonly measures: readonly Value[] };
        const path = ['measures', index % measures.length];
        const own = excerptOf(whole, parsed, path) as string;
        fc.pre(!own.startsWith('{'));
        const after = replaceExcerpt(whole, parsed, path, `${own}x-more: 1\n`) as string;
        const more: Change = { op: 'put', file: '', path: [...path, 'x-more'], value: 1, order };
        expect(parse(after, { keys: allKeys }).value).toEqual(applyChange(parsed.value, more));
        expect(isOnlyInserted(whole, after)).toBe(true);
      }),
      settings,
    );
  });
});

/** Problems that the way a file is written has, and not what it says. */
function isOfText(code: string): boolean {
  return /^(?:yaml|file|schema)\/|^text\/control/.test(code);
}
