/** What must hold for every text, every hand a file is written in and every order of events. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editText } from '../src/ledger/edit.ts';
import { allKeys, type LoadedFile, load } from '../src/ledger/load.ts';
import { parse } from '../src/ledger/parse.ts';
import type { Source } from '../src/ledger/source.ts';
import { encode } from '../src/ledger/text.ts';
import type { Value } from '../src/model/attribute.ts';
import { applyChange, planEvents } from '../src/model/change.ts';
import { controls } from '../src/model/characters.ts';
import type { Event } from '../src/model/events.ts';
import type { Item } from '../src/model/ledger.ts';
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

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(
        day,
        some({
          by: fc.constant('office'),
          progress: fc.nat(100),
          note: text,
          problem: text,
          next: text,
          evidence,
        }),
      )
      .map(([date, rest]) => ({ date, event: 'report', ...rest }) as Event),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(day, text, evidence, some({ note: text }))
      .map(
        ([date, result, proof, rest]) =>
          ({ date, event: 'done', by: 'office', result, ...rest, evidence: proof }) as Event,
      ),
  },
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
  const loaded = load(sourceOf(bytes), { toEdit: true });
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
    fc.assert(
      fc.property(
        task,
        hand,
        fc.boolean(),
        fc.array(fc.tuple(fc.nat(2), event), { minLength: 1, maxLength: 5 }),
        (value, style, hasMark, events) => {
          let bytes = encode({ text: print(value, style()), hasMark });
          for (const [index, each] of events) {
            const before = reload(bytes);
            const { measure: measures } = before.ledger.entries;
            const item = measures[index % measures.length] as Item;
            const plan = planEvents(before.ledger, [{ item, event: each }]);
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

/** Problems that the way a file is written has, and not what it says. */
function isOfText(code: string): boolean {
  return /^(?:yaml|file|schema)\/|^text\/control/.test(code);
}
