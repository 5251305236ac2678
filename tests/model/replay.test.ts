import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/ledger/load.ts';
import { folderSource } from '../../src/ledger/source.ts';
import { type Event, eventNames } from '../../src/model/events.ts';
import { factOf } from '../../src/model/facts.ts';
import { itemsOf } from '../../src/model/ledger.ts';
import { pilotStanding, replay } from '../../src/model/replay.ts';
import type { Issued } from '../../src/model/standing.ts';
import { summarize } from '../../src/model/summary.ts';
import { viewOn } from '../../src/model/view.ts';
import { asOracle, handLedger, projectRoot, read } from '../harness.ts';

interface Expected {
  readonly dates: readonly string[];
  readonly items: Record<string, Record<string, unknown>>;
  readonly tasks: Record<string, Record<string, string | null>>;
  readonly summary: Record<
    string,
    { measures: object; projects: object; overdue: number; claimed: number; verified: number }
  >;
  readonly pilots: Record<string, Record<string, { evaluations: number; replications: number }>>;
}

const expected = JSON.parse(read(projectRoot, 'tests/fixtures/hand/expected.json')) as Expected;
const { ledger, diagnostics } = load(folderSource(join(projectRoot, handLedger)), {
  attachments: true,
});

test('the ledger typed by hand has no problem', () => {
  expect(diagnostics).toEqual([]);
});

test('the ledger typed by hand uses every event', () => {
  const logs = [...itemsOf(ledger), ...ledger.entries.pilot].flatMap(({ data }) => data.log ?? []);
  expect([...new Set(logs.map(({ event }) => event))].sort()).toEqual([...eventNames].sort());
});

test('the oracle covers every item, task and pilot', () => {
  expect(Object.keys(expected.items).sort()).toEqual(
    itemsOf(ledger)
      .map(({ id }) => id)
      .sort(),
  );
  expect(Object.keys(expected.tasks).sort()).toEqual(
    ledger.entries.task.map(({ id }) => id).sort(),
  );
  expect(Object.keys(expected.pilots).sort()).toEqual(
    ledger.entries.pilot.map(({ id }) => id).sort(),
  );
});

describe.each(expected.dates)('on %s the ledger stands as worked out by hand', (day) => {
  const view = viewOn(ledger, day);

  test.each(itemsOf(ledger))('$id', (item) => {
    const standing = view.standing(item);
    expect({
      status: standing.status,
      due: standing.plan.due ?? null,
      moved: standing.moved,
      progress: standing.progress,
      reported: standing.reported,
      planned: standing.planned,
      overdue: standing.overdue,
      criteria: Object.fromEntries(standing.criteria.map(({ id, met }) => [id, met])),
      evidence: standing.evidence.length,
      claimedBy: standing.claim?.by ?? null,
      verified: standing.verification?.date ?? null,
      excusedUntil: standing.excusedUntil,
    }).toEqual(expected.items[item.id]?.[day]);
  });

  test.each(ledger.entries.task)('task $id', (task) => {
    expect(factOf(view, task, 'status')).toBe(expected.tasks[task.id]?.[day]);
  });

  test.each(ledger.entries.pilot)('pilot $id', (pilot) => {
    const { evaluations, replications } = pilotStanding(pilot.data.log ?? [], day);
    expect({ evaluations: evaluations.length, replications: replications.length }).toEqual(
      expected.pilots[pilot.id]?.[day],
    );
  });

  test('in sum', () => {
    expect(asOracle(summarize(view))).toEqual(expected.summary[day]);
  });
});

describe('replay', () => {
  const issued = (log: readonly Event[], plan: Partial<Issued['plan']> = {}): Issued => ({
    plan: { title: 'Rules', ...plan },
    initial: 'planned',
    log,
  });

  test('an event that is not possible has no effect and is told', () => {
    const standing = replay(issued([{ date: '2022-03-01', event: 'resume' }]), '2022-12-31');
    expect(standing.status).toBe('planned');
    expect(standing.entries[0]?.fate).toBe('illegal');
  });

  test('events of one day keep the order of the file', () => {
    const standing = replay(
      issued([
        { date: '2022-03-01', event: 'block', reason: 'x' },
        { date: '2022-03-01', event: 'resume' },
      ]),
      '2022-03-01',
    );
    expect(standing.entries.map(({ fate }) => fate)).toEqual(['counts', 'counts']);
    expect(standing.status).toBe('planned');
  });

  test('an entry recorded late takes its place by its date', () => {
    const standing = replay(
      issued([
        { date: '2022-06-01', event: 'report', progress: 80 },
        { date: '2022-04-01', event: 'report', progress: 20 },
      ]),
      '2022-12-31',
    );
    expect(standing.reported).toBe(80);
  });

  test('a retraction is in force only from its own day', () => {
    const plan = issued([
      { date: '2022-03-01', event: 'start' },
      { date: '2022-05-01', event: 'retract', entry: 1, reason: 'wrong item' },
    ]);
    expect(replay(plan, '2022-04-30').status).toBe('in-progress');
    expect(replay(plan, '2022-05-01').status).toBe('planned');
  });

  test.each([
    ['itself', 2],
    ['a later entry', 3],
    ['an entry that is not there', 9],
  ])('a retraction of %s takes nothing back', (_what, entry) => {
    const standing = replay(
      issued([
        { date: '2022-03-01', event: 'start' },
        { date: '2022-05-01', event: 'retract', entry, reason: 'x' },
        { date: '2022-06-01', event: 'report', progress: 10 },
      ]),
      '2022-12-31',
    );
    expect(standing.reported).toBe(10);
    expect(standing.status).toBe('in-progress');
  });

  test('planned progress is a straight line from start to due, bounded at both ends', () => {
    const plan = issued([], { start: '2022-01-01', due: '2022-01-11' });
    const planned = (day: string) => replay(plan, day).planned;
    expect([planned('2021-12-31'), planned('2022-01-04'), planned('2022-02-01')]).toEqual([
      0, 30, 100,
    ]);
  });

  test('progress is rounded down, so that 100 means all', () => {
    const criteria = ['a', 'b', 'c'].map((id) => ({ id, text: id }));
    const plan = issued([{ date: '2022-03-01', event: 'tick', criteria: ['a', 'b'] }], {
      criteria,
    });
    expect(replay(plan, '2022-03-01').progress).toBe(66);
  });
});
