/** What must not be overlooked among differences, and what they come to, on plain values. */
import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/model/attribute.ts';
import {
  type Caution,
  cautionsOf,
  daysMoved,
  deadlineMoves,
  deadlinesMoved,
} from '../../src/model/cautions.ts';
import { collect } from '../../src/model/collect.ts';
import { differencesOf } from '../../src/model/diff.ts';
import { effectsOf, planBefore } from '../../src/model/effects.ts';
import type { Item } from '../../src/model/ledger.ts';
import { viewOn } from '../../src/model/view.ts';

const about = {
  title: 'A list',
  jurisdiction: 'A city',
  year: 2022,
  timezone: 'Asia/Shanghai',
  language: 'en',
  state: 'current',
  basis: 'office',
};

const start = { date: '2022-04-01', event: 'start', by: 'planning' };
const postpone = (date: string, due: string) => ({
  ...{ date, event: 'postpone', by: 'office', due },
  ...{ reason: 'A second hearing', document: '7' },
});

const a = { id: 'a', text: 'Draft' };
const b = { id: 'b', text: 'Rules', due: '2022-09-30' };

const measure = (more: object = {}) => ({
  id: 'T01.1',
  title: 'Rules',
  lead: ['planning'],
  due: '2022-09-30',
  criteria: [a, b],
  log: [start],
  ...more,
});

const amend = (set: object) => ({
  ...{ date: '2022-05-01', event: 'amend', by: 'office', reason: 'Less' },
  set,
});

const viewOf = (more: object = {}, ledger: object = {}, units: readonly object[] = []) =>
  viewOn(
    collect([
      { file: 'ledger.yaml', value: { ...about, ...ledger } as Value },
      { file: 'units.yaml', value: units as unknown as Value },
      {
        file: 'tasks/T01.yaml',
        value: { id: 'T01', title: 'Task', measures: [measure(more)] } as unknown as Value,
      },
    ]).ledger,
    '2022-12-01',
  );

const found = (
  before: ReturnType<typeof viewOf>,
  after: ReturnType<typeof viewOf>,
): readonly string[] =>
  differencesOf(before.ledger, after.ledger).flatMap((each) => cautionsOf({ before, after }, each));

const days = (before: ReturnType<typeof viewOf>, after: ReturnType<typeof viewOf>) =>
  differencesOf(before.ledger, after.ledger).map((each) => daysMoved({ before, after }, each));

describe('a deadline', () => {
  test.each([
    ['later', '2022-12-31', ['deadline-later', 'plan-rewritten'], 92],
    ['earlier', '2022-09-01', ['plan-rewritten'], -29],
    ['taken away', undefined, ['deadline-removed', 'plan-rewritten'], null],
  ])('%s in the plan', (_name, due, expected, moved) => {
    expect(found(viewOf(), viewOf({ due }))).toEqual(expected);
    expect(days(viewOf(), viewOf({ due }))).toEqual([moved]);
  });

  test('that comes first is none that moves', () => {
    expect(found(viewOf({ due: undefined, log: [] }), viewOf({ log: [] }))).toEqual([]);
  });

  test('of a criterion', () => {
    const criteria = [
      { id: 'a', text: 'Draft' },
      { id: 'b', text: 'Rules', due: '2022-10-01' },
    ];
    expect(found(viewOf(), viewOf({ criteria }))).toEqual(['deadline-later', 'plan-rewritten']);
  });

  test('postponed: held against the one in force, whichever entry is recorded first', () => {
    const once = [start, postpone('2022-05-01', '2022-10-31')];
    const twice = [...once, postpone('2022-06-01', '2022-12-31')];
    expect(days(viewOf({ log: once }), viewOf({ log: twice }))).toEqual([61]);
    const late = [...once, postpone('2022-04-15', '2022-10-15')];
    expect(days(viewOf({ log: once }), viewOf({ log: late }))).toEqual([15]);
    expect(found(viewOf({ log: once }), viewOf({ log: twice }))).toEqual(['deadline-later']);
  });
});

describe('the plan', () => {
  test('may be edited while it is a draft, and before work begins', () => {
    const draft = { state: 'draft' };
    expect(found(viewOf({}, draft), viewOf({ lead: ['housing'] }, draft))).toEqual([]);
    expect(found(viewOf({ log: [] }), viewOf({ start: '2022-05-01', log: [] }))).toEqual([]);
    expect(found(viewOf(), viewOf({ start: '2022-05-01' }))).toEqual(['plan-rewritten']);
  });

  test('is not what the office notes beside it', () => {
    expect(found(viewOf(), viewOf({ note: 'Seen', aliases: ['R'] }))).toEqual([]);
  });

  test('is rewritten by a criterion that comes or goes', () => {
    expect(found(viewOf(), viewOf({ criteria: [a] }))).toEqual([
      'criterion-removed',
      'plan-rewritten',
    ]);
    expect(found(viewOf({ criteria: [a] }), viewOf())).toEqual(['plan-rewritten']);
  });

  test('is amended with a criterion less', () => {
    const less = amend({ criteria: [{ id: 'a', text: 'Draft' }] });
    expect(found(viewOf(), viewOf({ log: [start, less] }))).toEqual(['criterion-removed']);
  });
});

describe('who does it, what it is called and what comes of it', () => {
  const changes: readonly (readonly [string, object, readonly Caution[]])[] = [
    ['another lead', { lead: ['housing'] }, ['lead-changed']],
    ['another title', { title: 'Thoughts on rules' }, ['title-changed']],
    ['another Chinese title', { title_zh: '规则' }, ['title-changed']],
    ['another thing handed over', { deliverable: 'A note' }, ['deliverable-changed']],
    [
      'another criterion by the same letter',
      { criteria: [a, { ...b, text: 'Draft rules' }] },
      ['criterion-changed'],
    ],
    [
      'a criterion that others answer for',
      { criteria: [{ ...a, lead: ['housing'] }, b] },
      ['criterion-changed'],
    ],
    ['a criterion more', { criteria: [a, b, { id: 'c', text: 'Printed' }] }, []],
    ['another start', { start: '2022-05-01' }, []],
  ];
  const issued = { title_zh: '办法', deliverable: 'Rules in force' };

  test.each(changes)('%s', (_name, set, expected) => {
    const [before, work] = [viewOf({ ...issued, log: [] }), viewOf(issued)];
    expect(found(before, viewOf({ ...issued, ...set, log: [] }))).toEqual(expected);
    const amended = viewOf({ ...issued, log: [start, amend(set)] });
    expect(found(work, amended)).toEqual(expected);
    expect(found(work, viewOf({ ...issued, ...set }))).toEqual([...expected, 'plan-rewritten']);
    const draft = { state: 'draft' };
    expect(found(viewOf(issued, draft), viewOf({ ...issued, ...set }, draft))).toEqual([]);
  });

  test('what was not stated before is none that changes', () => {
    const open = { lead: undefined, log: [] };
    expect(found(viewOf(open), viewOf({ ...issued, log: [] }))).toEqual([]);
    expect(found(viewOf(), viewOf({ log: [start, amend(issued)] }))).toEqual([]);
  });

  test('the same in an amendment as before it is none either', () => {
    const same = amend({ lead: ['planning'], title: 'Rules', criteria: [a, b] });
    expect(found(viewOf(), viewOf({ log: [start, same] }))).toEqual([]);
  });
});

describe('the deadline of a criterion in an amendment', () => {
  const amended = (criteria: readonly object[], more: object = {}) =>
    viewOf({ log: [start, amend({ ...more, criteria })] });
  const moves = (after: ReturnType<typeof viewOf>) =>
    differencesOf(viewOf().ledger, after.ledger).flatMap((each) =>
      deadlineMoves({ before: viewOf(), after }, each),
    );

  test.each([
    ['later', [a, { ...b, due: '2023-09-30' }], ['deadline-later'], 365],
    ['earlier', [a, { ...b, due: '2022-09-29' }], [], -1],
    ['taken away', [a, { id: 'b', text: 'Rules' }], ['deadline-removed'], null],
    ['the same', [a, b], [], null],
  ] as const)('%s', (_name, criteria, expected, moved) => {
    expect(found(viewOf(), amended(criteria))).toEqual(expected);
    expect(days(viewOf(), amended(criteria))).toEqual([moved]);
  });

  test('beside an earlier one of the whole: each is told, and the later one counts', () => {
    const after = amended([a, { ...b, due: '2022-10-30' }], { due: '2022-09-01' });
    expect(moves(after)).toEqual([
      { of: 'item', days: -29 },
      { of: 'criterion', days: 30 },
    ]);
    expect(days(viewOf(), after)).toEqual([30]);
    expect(found(viewOf(), after)).toEqual(['deadline-later']);
  });

  test('in the plan itself is told as one of a criterion', () => {
    const after = viewOf({ criteria: [a, { ...b, due: '2022-10-30' }] });
    expect(moves(after)).toEqual([{ of: 'criterion', days: 30 }]);
  });
});

describe('several steps of one deadline', () => {
  const moved = (before: ReturnType<typeof viewOf>, after: ReturnType<typeof viewOf>) =>
    deadlinesMoved({ before, after }, differencesOf(before.ledger, after.ledger));
  const first = postpone('2022-05-01', '2022-10-31');
  const second = postpone('2022-06-01', '2022-12-31');

  test('are one move, from where it was to where it is', () => {
    const after = viewOf({ log: [start, first, second] });
    expect(days(viewOf(), after)).toEqual([31, 61]);
    expect(moved(viewOf(), after)).toEqual([{ of: 'item', days: 92 }]);
    const before = viewOf({ log: [start, first] });
    expect(moved(before, after)).toEqual([{ of: 'item', days: 61 }]);
  });

  test('are none where they end where it was', () => {
    const retract = { date: '2022-08-01', event: 'retract', by: 'office', entry: 2, reason: 'No' };
    expect(moved(viewOf(), viewOf({ log: [start, first, retract] }))).toEqual([]);
    const back = amend({ due: '2022-09-30' });
    expect(
      moved(viewOf(), viewOf({ log: [start, first, { ...back, date: '2022-07-01' }] })),
    ).toEqual([]);
  });

  test('and of several deadlines each for itself', () => {
    const criteria = [a, { ...b, due: '2022-10-30' }];
    const after = viewOf({ log: [start, amend({ criteria }), second] });
    expect(moved(viewOf(), after)).toEqual([
      { of: 'item', days: 92 },
      { of: 'criterion', days: 30 },
    ]);
  });

  test('and an issued day that was edited counts, although a postponement has replaced it', () => {
    const log = [start, second];
    const after = viewOf({ due: '2022-10-20', log });
    expect(moved(viewOf({ log }), after)).toEqual([{ of: 'item', days: 20 }]);
  });

  test('count where they have no effect, as long as nobody takes them back', () => {
    const done = { date: '2022-04-15', event: 'done', by: 'planning', criteria: ['a', 'b'] };
    const before = viewOf({ log: [start, done] });
    const after = viewOf({ log: [start, done, first] });
    expect(moved(before, after)).toEqual([{ of: 'item', days: 31 }]);
  });
});

describe('an entry that is taken back', () => {
  const retract = (entry: number) => ({
    ...{ date: '2022-08-01', event: 'retract', by: 'planning', entry, reason: 'Mistaken' },
  });

  test('is one to look at', () => {
    const done = { date: '2022-06-01', event: 'done', by: 'planning', criteria: ['a', 'b'] };
    const log = [start, done, { date: '2022-07-01', event: 'reject', by: 'office', reason: 'No' }];
    expect(found(viewOf({ log }), viewOf({ log: [...log, retract(3)] }))).toEqual([
      'entry-retracted',
    ]);
  });

  test('moves the deadline back to where it was without it', () => {
    const earlier = [start, amend({ due: '2022-06-30' })];
    const after = viewOf({ log: [...earlier, retract(2)] });
    expect(days(viewOf({ log: earlier }), after)).toEqual([92]);
    expect(found(viewOf({ log: earlier }), after)).toEqual(['deadline-later', 'entry-retracted']);
    const postponed = [start, postpone('2022-05-01', '2022-10-31')];
    expect(days(viewOf({ log: postponed }), viewOf({ log: [...postponed, retract(2)] }))).toEqual([
      -31,
    ]);
    const superseded = [...earlier, postpone('2022-06-01', '2022-12-31')];
    expect(days(viewOf({ log: superseded }), viewOf({ log: [...superseded, retract(2)] }))).toEqual(
      [null],
    );
  });

  test('has no other effect where the retraction has none', () => {
    const log = [start, postpone('2022-05-01', '2022-10-31')];
    const after = viewOf({ log: [...log, retract(7)] });
    expect(days(viewOf({ log }), after)).toEqual([null]);
  });
});

describe('units', () => {
  const unit = (more: object = {}) => ({
    ...{ id: 'group', title: 'Group', kind: 'group', members: ['planning'], ...more },
  });
  const succeeded = { unit: 'housing', date: '2022-07-01' };

  test.each([
    ['a successor', {}, { succeeded_by: succeeded }, ['unit-succeeded']],
    ['no successor any more', { succeeded_by: succeeded }, {}, ['unit-succeeded']],
    ['another name', {}, { title: 'Team' }, ['unit-renamed']],
    ['another Chinese name', { title_zh: '组' }, { title_zh: '队' }, ['unit-renamed']],
    ['another member', {}, { members: ['planning', 'housing'] }, ['members-changed']],
    ['another alias', {}, { aliases: ['G'] }, []],
  ])('%s', (_name, before, after, expected) => {
    expect(found(viewOf({}, {}, [unit(before)]), viewOf({}, {}, [unit(after)]))).toEqual(expected);
  });
});

test('an item that is withdrawn is one to look at', () => {
  const withdraw = { date: '2022-06-01', event: 'withdraw', by: 'office', reason: 'Merged' };
  expect(found(viewOf(), viewOf({ log: [start, { ...withdraw, document: '8' }] }))).toEqual([
    'withdrawn',
  ]);
});

describe('the log, the record and the ledger', () => {
  test.each([
    ['an entry that is gone', {}, { log: [] }, {}, ['log-rewritten']],
    ['an entry reworded', {}, { log: [{ ...start, by: 'housing' }] }, {}, ['log-rewritten']],
    ['an event without effect', {}, { log: [start, start] }, {}, ['no-effect']],
    ['totals', {}, {}, { issued: { tasks: 2 } }, ['totals-changed']],
    ['rules for lights', {}, {}, { lights: { overdue: {} } }, ['rules-changed']],
    ['a list that is closed', {}, {}, { state: 'closed' }, ['rules-changed']],
    ['its title', {}, {}, { title: 'Another' }, []],
    ['another id', {}, { id: 'T01.2' }, {}, ['renumbered']],
    ['another record', {}, { id: 'T01.2', title: 'Another' }, {}, ['record-removed']],
  ])('%s', (_name, before, after, ledger, expected) => {
    expect(found(viewOf(before), viewOf(after, ledger))).toEqual(expected);
  });
});

describe('what it comes to', () => {
  const itemOf = (view: ReturnType<typeof viewOf>) => view.ledger.entries.measure[0] as Item;

  test('the plan before an entry has in it what counted until then, by date', () => {
    const log = [
      start,
      postpone('2022-06-01', '2022-12-31'),
      postpone('2022-05-01', '2022-10-31'),
      { date: '2022-07-01', event: 'retract', entry: 2, reason: 'No' },
      postpone('2022-08-01', '2022-11-30'),
    ];
    const view = viewOf({ log });
    const dues = log.map((_, index) => planBefore(view, itemOf(view), index + 1).due);
    expect(dues).toEqual(['2022-09-30', '2022-10-31', '2022-09-30', '2022-10-31', '2022-10-31']);
    const standing = viewOf({ log: log.filter(({ event }) => event !== 'retract') });
    expect(planBefore(standing, itemOf(standing), 4).due).toBe('2022-12-31');
  });

  test('status and light on the same day; nothing where both are the same', () => {
    const done = { date: '2022-09-01', event: 'done', by: 'planning', criteria: ['a', 'b'] };
    const [before, after] = [viewOf(), viewOf({ log: [start, done] })];
    expect(effectsOf(before, after)).toMatchObject([
      { status: { from: 'in-progress', to: 'done' }, light: { from: 'red', to: null } },
    ]);
    expect(effectsOf(before, before)).toEqual([]);
    const other = viewOf({ id: 'T01.2', log: [start, done] });
    expect(effectsOf(before, other)).toEqual([]);
    expect(effectsOf(before, other, new Map([['T01.2', itemOf(before)]]))).toHaveLength(1);
  });
});
