/** Who recorded what and when, on plain values: branches, merges, renumbering, what is recorded twice. */
import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/model/attribute.ts';
import type { Event } from '../../src/model/events.ts';
import {
  type Commit,
  type Edge,
  entriesRecorded,
  entryKey,
  type History,
  mainLine,
  type Recording,
  recordedIn,
} from '../../src/model/recorded.ts';

const start = { date: '2022-04-01', event: 'start', by: 'planning' };
const report = { date: '2022-05-01', event: 'report', by: 'planning', progress: 10 };
const done = { date: '2022-06-01', event: 'done', by: 'planning', result: 'Made' };

const measure = (id: string, log: readonly object[], more: object = {}) => ({
  ...{ id, title: `Measure ${id}`, lead: ['planning'], criteria: [{ id: 'a', text: 'A' }] },
  ...more,
  log,
});

type Files = { readonly [file: string]: readonly object[] };

/** Files of tasks by their measures. */
const valuesOf = (files: Files) =>
  Object.entries(files).map(([id, measures]) => ({
    file: `tasks/${id}.yaml`,
    value: { id, title: `Task ${id}`, measures } as unknown as Value,
  }));

const noFiles: Files = {};

/** A repository told commit by commit: its parents and all of its files. */
const historyOf = (
  commits: readonly (readonly [
    id: string,
    parents: readonly string[],
    files: Files,
    day?: string,
  ])[],
  cut: readonly string[] = [],
): History => {
  const states = new Map(commits.map(([id, , files]) => [id, files]));
  const steps = commits.map(([id, parents, files, day = `2022-07-${id.charCodeAt(0) - 64}`]) => {
    const commit: Commit = {
      id,
      parents,
      author: { name: `Author of ${id}`, address: `${id}@example.org` },
      authored: new Date(0),
      committed: new Date(`${day.replace(/-(\d)$/, '-0$1')}T00:00:00Z`),
      subject: id,
    };
    const edge = (parent: string | null): Edge => ({
      parent,
      before: valuesOf(parent === null ? noFiles : (states.get(parent) ?? noFiles)),
      after: valuesOf(files),
    });
    return { commit, edges: parents.length === 0 ? [edge(null)] : parents.map(edge) };
  });
  return { head: commits.at(-1)?.[0] ?? '', steps, cut: new Set(cut) };
};

/** What was recorded: where, of what, what, and with which commit it came. */
const told = (recordings: readonly Recording[], isInside = false): readonly string[] =>
  recordings
    .filter((each) => isInside || !each.isInside)
    .map(({ commit, landed, id, difference }) => {
      const what =
        difference.is === 'log' ? `${difference.how} ${difference.event.event}` : difference.is;
      return `${commit.id}>${landed.commit.id} ${id} ${what}`;
    });

describe('a branch', () => {
  const history = historyOf([
    ['A', [], { T01: [measure('T01.1', [start])] }],
    ['B', ['A'], { T01: [measure('T01.1', [start, report])] }],
    ['C', ['A'], { T01: [measure('T01.1', [start])], T02: [measure('T02.1', [])] }],
    ['D', ['C', 'B'], { T01: [measure('T01.1', [start, report])], T02: [measure('T02.1', [])] }],
  ]);

  test('is recorded by who wrote it, and lands with its merge', () => {
    expect(told(recordedIn(history))).toEqual([
      'A>A T01 added',
      'C>C T02 added',
      'B>D T01.1 appended report',
    ]);
  });

  test('is recorded on the day of that merge', () => {
    const days = recordedIn(history).map(({ landed }) => landed.when.toISOString().slice(0, 10));
    expect(days.at(-1)).toBe('2022-07-04');
  });

  test('whatever stands in a record that came with it is told for itself', () => {
    expect(told(recordedIn(history), true).slice(0, 4)).toEqual([
      'A>A T01 added',
      'A>A T01.1 added',
      'A>A T01.1 appended start',
      'A>A T01.1#a added',
    ]);
  });

  test('two that say the same say it once', () => {
    const twice = historyOf([
      ['A', [], { T01: [measure('T01.1', [start])] }],
      ['B', ['A'], { T01: [measure('T01.1', [start, report], { title: 'New' })] }],
      ['C', ['A'], { T01: [measure('T01.1', [start, report], { title: 'New' })] }],
      ['D', ['C', 'B'], { T01: [measure('T01.1', [start, report], { title: 'New' })] }],
    ]);
    expect(told(recordedIn(twice)).slice(1)).toEqual([
      'C>C T01.1 attribute',
      'C>C T01.1 appended report',
    ]);
  });

  test('an event that really happened twice is recorded twice', () => {
    const twice = historyOf([
      ['A', [], { T01: [measure('T01.1', [start])] }],
      ['B', ['A'], { T01: [measure('T01.1', [start, report])] }],
      ['C', ['B'], { T01: [measure('T01.1', [start, report, report])] }],
    ]);
    expect(told(recordedIn(twice)).slice(1)).toEqual([
      'B>B T01.1 appended report',
      'C>C T01.1 appended report',
    ]);
  });

  test('a merge that takes something away or adds to it is told of that', () => {
    const evil = historyOf([
      ['A', [], { T01: [measure('T01.1', [start])] }],
      ['B', ['A'], { T01: [measure('T01.1', [start, report])] }],
      ['C', ['A'], { T01: [measure('T01.1', [start], { title: 'New' })] }],
      ['D', ['C', 'B'], { T01: [measure('T01.1', [done], { title: 'New' })] }],
    ]);
    expect(told(recordedIn(evil)).slice(1)).toEqual([
      'C>C T01.1 attribute',
      'B>D T01.1 appended report',
      'D>D T01.1 removed start',
      'D>D T01.1 appended done',
      'D>D T01.1 removed report',
    ]);
  });
});

describe('a merge that sides with one parent', () => {
  const sided = (merged: Files) =>
    historyOf([
      ['A', [], { T01: [measure('T01.1', [start])] }],
      ['B', ['A'], { T01: [measure('T01.1', [start, report], { due: '2022-12-31' })] }],
      ['C', ['A'], { T01: [measure('T01.1', [start, done])] }],
      ['D', ['C', 'B'], merged],
    ]);
  const brought = ['C>C T01.1 appended done', 'B>D T01.1 attribute', 'B>D T01.1 appended report'];

  test('and loses what the other had tells what is gone', () => {
    const history = sided({ T01: [measure('T01.1', [start, done])] });
    expect(told(recordedIn(history)).slice(1)).toEqual([
      ...brought,
      'D>D T01.1 attribute',
      'D>D T01.1 removed report',
    ]);
  });

  test('and has all of both tells nothing', () => {
    const history = sided({
      T01: [measure('T01.1', [start, done, report], { due: '2022-12-31' })],
    });
    expect(told(recordedIn(history)).slice(1)).toEqual(brought);
  });
});

describe('a record', () => {
  test('that got another id when it was merged is followed from the beginning', () => {
    const history = historyOf([
      ['A', [], { T01: [measure('T01.1', [start])] }],
      [
        'B',
        ['A'],
        { T01: [measure('T01.1', [start]), measure('T01.2', [start], { title: 'Ours' })] },
      ],
      ['C', ['A'], { T01: [measure('T01.1', [start]), measure('T01.2', [], { title: 'Theirs' })] }],
      [
        'D',
        ['C', 'B'],
        {
          T01: [
            measure('T01.1', [start]),
            measure('T01.2', [], { title: 'Theirs' }),
            measure('T01.3', [start], { title: 'Ours' }),
          ],
        },
      ],
      [
        'E',
        ['D'],
        {
          T01: [
            measure('T01.1', [start]),
            measure('T01.2', [], { title: 'Theirs' }),
            measure('T01.3', [start, report], { title: 'Ours' }),
          ],
        },
      ],
    ]);
    const recordings = recordedIn(history);
    expect(told(recordings).slice(1)).toEqual([
      'C>C T01.2 added',
      'B>D T01.3 added',
      'E>E T01.3 appended report',
    ]);
    const criterion = recordings.find(
      ({ commit, kind }) => commit.id === 'B' && kind === 'criterion',
    );
    expect(criterion).toMatchObject({ id: 'T01.3#a', within: ['T01.3', 'T01'] });
  });

  test('that moved to another file keeps what was recorded of it', () => {
    const history = historyOf([
      ['A', [], { T01: [measure('T01.1', [start]), measure('T01.2', [])], T02: [] }],
      ['B', ['A'], { T01: [measure('T01.2', [])], T02: [measure('T01.1', [start, report])] }],
    ]);
    expect(told(recordedIn(history)).slice(2)).toEqual([
      'B>B T01.1 moved',
      'B>B T01.1 appended report',
    ]);
  });

  test('that went and came back is recorded again, with its log', () => {
    const there = { T01: [measure('T01.1', [start])] };
    const history = historyOf([
      ['A', [], there],
      ['B', ['A'], { T01: [] }],
      ['C', ['B'], there],
    ]);
    const ofLog = told(recordedIn(history), true).filter((each) => each.endsWith('start'));
    expect(ofLog).toEqual([
      'A>A T01.1 appended start',
      'B>B T01.1 removed start',
      'C>C T01.1 appended start',
    ]);
    const recorded = entriesRecorded(recordedIn(history));
    const found = recorded.get(entryKey('measure', 'T01.1', start as Event));
    expect(found?.commit.id).toBe('C');
  });
});

test('what the oldest commit of a history cut off holds may be older', () => {
  const history = historyOf(
    [
      ['A', [], { T01: [measure('T01.1', [start])] }],
      ['B', ['A'], { T01: [measure('T01.1', [start, report])] }],
    ],
    ['A'],
  );
  const before = recordedIn(history).filter(({ isOrBefore }) => isOrBefore);
  expect(new Set(before.map(({ commit }) => commit.id))).toEqual(new Set(['A']));
});

test('nothing is recorded before what it stands on', () => {
  const { steps, head } = historyOf([
    ['A', [], noFiles, '2022-07-05'],
    ['B', ['A'], noFiles, '2022-07-01'],
  ]);
  const line = mainLine(head, new Map(steps.map(({ commit }) => [commit.id, commit])));
  expect(line.map(({ when }) => when.toISOString().slice(8, 10))).toEqual(['05', '05']);
});

test('keys of an event in another order are the same event', () => {
  const { date, event, by } = start;
  expect(entryKey('measure', 'T01.1', { by, event, date } as Event)).toBe(
    entryKey('measure', 'T01.1', start as Event),
  );
});
