/** What differs between two ledgers, on plain values: by id, attribute and event, never by order. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/model/attribute.ts';
import { collect } from '../../src/model/collect.ts';
import {
  alignLogs,
  common,
  type Difference,
  differencesOf,
  recordOf,
} from '../../src/model/diff.ts';
import type { Event } from '../../src/model/events.ts';
import type { Ledger } from '../../src/model/ledger.ts';

type Files = { readonly [file: string]: Value };

const ledgerOf = (files: Files): Ledger =>
  collect(Object.entries(files).map(([file, value]) => ({ file, value }))).ledger;

const about = {
  title: 'A list',
  jurisdiction: 'A city',
  year: 2022,
  timezone: 'Asia/Shanghai',
  language: 'en',
  state: 'current',
  basis: 'office',
  issued: { tasks: 2, measures: 3 },
};

const start = { date: '2022-04-01', event: 'start', by: 'planning' };
const report = { date: '2022-05-01', event: 'report', by: 'planning', progress: 10 };
const done = { date: '2022-06-01', event: 'done', by: 'planning', result: 'Made' };

const criterion = (id: string, more: object = {}) => ({ id, text: `Criterion ${id}`, ...more });

const measure = (id: string, more: object = {}) => ({
  id,
  title: `Measure ${id}`,
  lead: ['planning'],
  due: '2022-09-30',
  criteria: [criterion('a'), criterion('b')],
  log: [start, report],
  ...more,
});

const task = (id: string, measures: readonly object[], more: object = {}) => ({
  id,
  title: `Task ${id}`,
  ...more,
  measures,
});

const base: Files = {
  'ledger.yaml': about,
  'units.yaml': [
    { id: 'planning', title: 'Planning' },
    { id: 'housing', title: 'Housing' },
  ],
  'tasks/T01.yaml': task('T01', [measure('T01.1'), measure('T01.2')]) as Value,
  'tasks/T02.yaml': task('T02', [measure('T02.1')]) as Value,
};

const text = (difference: Difference): string => {
  const { id } = recordOf(difference);
  switch (difference.is) {
    case 'attribute':
      return `${id} ${difference.name}`;
    case 'log':
      return `${id} ${difference.number} ${difference.how}`;
    case 'renumbered':
      return `${difference.before.id} is ${id}`;
    default:
      return `${id} ${difference.is}`;
  }
};

/** What differs from the base, in short. */
const told = (changed: Files, from: Files = base): readonly string[] =>
  differencesOf(ledgerOf(from), ledgerOf(changed)).map(text);

const withTask = (measures: readonly object[], more: object = {}): Files => ({
  ...base,
  'tasks/T01.yaml': task('T01', measures, more) as Value,
});

describe('what is no difference', () => {
  test('the same', () => {
    expect(told(base)).toEqual([]);
  });

  test('another order of records, of keys and of files', () => {
    const turned = Object.fromEntries(Object.entries(base).reverse());
    const keys = Object.fromEntries(Object.entries(measure('T01.1')).reverse());
    expect(
      told({ ...turned, 'tasks/T01.yaml': task('T01', [measure('T01.2'), keys]) as Value }),
    ).toEqual([]);
  });

  test('an attribute without a value, and an empty list', () => {
    expect(told(withTask([measure('T01.1', { support: [] }), measure('T01.2')]))).toEqual([]);
  });
});

describe('attributes', () => {
  test('another value, one that came and one that went', () => {
    const one = measure('T01.1', { due: '2022-12-31', deliverable: 'Rules', lead: undefined });
    const { lead: _, ...without } = one;
    expect(told(withTask([without, measure('T01.2')]))).toEqual([
      'T01.1 lead',
      'T01.1 due',
      'T01.1 deliverable',
    ]);
  });

  test('of the ledger itself, of a unit and of a criterion', () => {
    const changed = {
      ...withTask([
        measure('T01.1', { criteria: [criterion('a', { due: '2022-07-01' }), criterion('b')] }),
        measure('T01.2'),
      ]),
      'ledger.yaml': { ...about, issued: { tasks: 1, measures: 3 } },
      'units.yaml': [
        {
          id: 'planning',
          title: 'Planning',
          succeeded_by: { unit: 'housing', date: '2022-07-01' },
        },
        { id: 'housing', title: 'Housing' },
      ],
    };
    expect(told(changed)).toEqual(['ledger issued', 'planning succeeded_by', 'T01.1#a due']);
  });

  test('keys of the office itself', () => {
    expect(told(withTask([measure('T01.1', { 'x-room': '3' }), measure('T01.2')]))).toEqual([
      'T01.1 x-room',
    ]);
  });
});

describe('records that came and went', () => {
  test('with what stands inside them told once', () => {
    const { 'tasks/T02.yaml': _, ...without } = base;
    expect(told(without)).toEqual(['T02 removed']);
    expect(told(base, without)).toEqual(['T02 added']);
  });

  test('a measure with its criteria, a criterion by itself', () => {
    expect(told(withTask([measure('T01.1')]))).toEqual(['T01.2 removed']);
    const fewer = measure('T01.1', { criteria: [criterion('b')] });
    expect(told(withTask([fewer, measure('T01.2')]))).toEqual(['T01.1#a removed']);
  });

  test('what was moved into a task that is new is told to have moved', () => {
    const moved = {
      ...withTask([measure('T01.1')]),
      'tasks/T03.yaml': task('T03', [measure('T01.2')]) as Value,
    };
    expect(told(moved)).toEqual(['T03 added', 'T01.2 moved']);
  });
});

describe('records that stand elsewhere', () => {
  test('a task in another file is one that moved, whatever stands inside it', () => {
    const { 'tasks/T02.yaml': value, ...without } = base;
    expect(told({ ...without, 'tasks/second.yaml': value as Value })).toEqual(['T02 moved']);
  });

  test('a measure in another task is one that moved, its criteria with it', () => {
    const moved = {
      ...withTask([measure('T01.1')]),
      'tasks/T02.yaml': task('T02', [
        measure('T02.1'),
        measure('T01.2', { due: '2022-10-31' }),
      ]) as Value,
    };
    expect(told(moved)).toEqual(['T01.2 moved', 'T01.2 due']);
  });
});

describe('records with another id', () => {
  test('are the ones that go on with the same title and log', () => {
    const other = measure('T01.3', { title: 'Measure T01.2', log: [start, report, done] });
    expect(told(withTask([measure('T01.1'), other]))).toEqual([
      'T01.2 is T01.3',
      'T01.3 3 appended',
    ]);
  });

  test('take with them what stands inside', () => {
    const { 'tasks/T02.yaml': _, ...without } = base;
    const renumbered = task('T05', [measure('T05.1', { title: 'Measure T02.1' })], {
      title: 'Task T02',
    });
    expect(told({ ...without, 'tasks/T05.yaml': renumbered as Value })).toEqual([
      'T02 is T05',
      'T05 moved',
      'T02.1 is T05.1',
    ]);
  });

  test('are others where the log does not go on', () => {
    const other = measure('T01.3', { title: 'Measure T01.2', log: [start] });
    expect(told(withTask([measure('T01.1'), other]))).toEqual(['T01.3 added', 'T01.2 removed']);
  });

  test('are others where two would go on as the same one', () => {
    const twins = withTask([
      measure('T01.1', { title: 'One' }),
      measure('T01.2', { title: 'One' }),
    ]);
    expect(told(withTask([measure('T01.3', { title: 'One' })]), twins)).toEqual([
      'T01.3 added',
      'T01.1 removed',
      'T01.2 removed',
    ]);
  });
});

const aligned = (before: readonly object[], after: readonly object[]): readonly string[] =>
  alignLogs(before as readonly Event[], after as readonly Event[]).map((each) =>
    [
      each.how,
      each.number,
      each.event.event,
      ...(each.how === 'reordered' ? [`was ${each.was}`] : []),
      ...(each.how === 'changed' ? [`for ${each.from.event} ${each.from.date}`] : []),
    ].join(' '),
  );

describe('logs', () => {
  const tick = { date: '2022-05-20', event: 'tick', by: 'planning', criteria: ['a'] };
  const block = { date: '2022-05-25', event: 'block', by: 'housing', reason: 'None' };

  test.each([
    ['an entry at the end', [start], [start, report], ['appended 2 report']],
    ['an entry before others', [start, report], [start, tick, report], ['inserted 2 tick']],
    ['the first entry of all', [], [start], ['appended 1 start']],
    ['an entry that is gone', [start, report, done], [start, done], ['removed 2 report']],
    [
      'the last one gone, another in its place',
      [start, report],
      [start, block],
      ['removed 2 report', 'appended 2 block'],
    ],
    [
      'another wording',
      [start, report, done],
      [start, { ...report, progress: 90 }, done],
      ['changed 2 report for report 2022-05-01'],
    ],
    [
      'an entry made into another one, of the same day and unit',
      [start, report],
      [start, { ...done, date: report.date }],
      ['changed 2 done for report 2022-05-01'],
    ],
    [
      'an entry put elsewhere',
      [start, report, tick, done],
      [start, tick, done, report],
      ['reordered 4 report was 2'],
    ],
    [
      'one inserted before another that was reworded',
      [start, report],
      [start, block, { ...report, progress: 90 }],
      ['inserted 2 block', 'changed 3 report for report 2022-05-01'],
    ],
    [
      'a report reworded and another one added, by day and unit',
      [start, report],
      [start, { ...report, date: '2022-04-20', progress: 5 }, { ...report, progress: 90 }],
      ['inserted 2 report', 'changed 3 report for report 2022-05-01'],
    ],
    ['the same entry twice', [start, report], [start, report, report], ['appended 3 report']],
    [
      'one of two that are the same gone',
      [start, report, report],
      [start, report],
      ['removed 3 report'],
    ],
    ['everything gone', [start, report], [], ['removed 1 start', 'removed 2 report']],
  ])('%s', (_name, before, after, expected) => {
    expect(aligned(before, after)).toEqual(expected);
  });

  test('another order of keys is the same entry', () => {
    expect(aligned([start], [Object.fromEntries(Object.entries(start).reverse())])).toEqual([]);
  });

  const event = fc.record({
    date: fc.constantFrom('2022-01-01', '2022-02-01', '2022-03-01'),
    event: fc.constantFrom('start', 'report', 'block'),
    by: fc.constantFrom('planning', 'housing'),
  });
  const log = fc.array(event, { maxLength: 12 }) as unknown as fc.Arbitrary<readonly Event[]>;

  test('whatever the logs: each entry of either is kept or told once, and the kept ones are the same', () => {
    fc.assert(
      fc.property(log, log, (before, after) => {
        const all = alignLogs(before, after);
        const now = all.flatMap((each) => (each.how === 'removed' ? [] : [each.number]));
        const was = all.flatMap((each) => {
          if (each.how === 'removed') return [each.number];
          if (each.how === 'reordered') return [each.was];
          return each.how === 'changed' ? [before.indexOf(each.from) + 1] : [];
        });
        expect(new Set(now).size).toBe(now.length);
        expect(new Set(was).size).toBe(was.length);
        const stayed = (entries: readonly Event[], told: readonly number[]) =>
          entries.filter((_, index) => !told.includes(index + 1));
        expect(stayed(after, now)).toEqual(stayed(before, was));
        // What is called appended stands behind everything that was there as it is, or in other words.
        const numbers = (...hows: readonly string[]) =>
          all.filter(({ how }) => hows.includes(how)).map(({ number }) => number);
        const added = [...numbers('appended', 'inserted'), ...numbers('reordered')];
        const there = after.map((_, index) => index + 1).filter((each) => !added.includes(each));
        expect(Math.max(0, ...there)).toBeLessThan(Math.min(...numbers('appended'), 99));
      }),
      { seed: 2022, numRuns: 2000 },
    );
  });

  test('a log that only grew is told to have grown', () => {
    fc.assert(
      fc.property(log, log, (before, more) => {
        const hows = alignLogs(before, [...before, ...more]).map(({ how }) => how);
        expect(hows).toEqual(more.map(() => 'appended'));
      }),
      { seed: 2022, numRuns: 500 },
    );
  });

  test('two logs of which nothing is the same are compared in time', () => {
    const many = (by: string) =>
      Array.from({ length: 20_000 }, (_, at) => ({ ...report, by, note: `${at}` }));
    expect(aligned(many('planning'), many('housing'))).toHaveLength(20_000);
    let compared = 0;
    const isSame = () => {
      compared += 1;
      return false;
    };
    common(many('planning'), many('housing'), isSame);
    expect(compared).toBeLessThan(10);
  });
});
