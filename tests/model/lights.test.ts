import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '../../src/ledger/load.ts';
import { folderSource } from '../../src/ledger/source.ts';
import type { Value } from '../../src/model/attribute.ts';
import { factOf } from '../../src/model/facts.ts';
import { itemsOf } from '../../src/model/ledger.ts';
import {
  type Colour,
  colours,
  type LightRule,
  lightRules,
  worstOf,
} from '../../src/model/lights.ts';
import { viewOn } from '../../src/model/view.ts';
import { handLedger, projectRoot, read, realLedger } from '../harness.ts';
import { ledgerOf, lineOf } from '../lights.ts';

interface Expected {
  readonly dates: readonly string[];
  readonly lights: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  readonly lightsOfTasks: Readonly<Record<string, Readonly<Record<string, Colour | null>>>>;
}

const expected = JSON.parse(read(projectRoot, 'tests/fixtures/hand/expected.json')) as Expected;
const { ledger } = load(folderSource(join(projectRoot, handLedger)));

describe.each(expected.dates)('on %s the lights are as worked out by hand', (day) => {
  const view = viewOn(ledger, day);

  test.each(itemsOf(ledger))('$id', (item) => {
    expect(lineOf(view.light(item))).toBe(expected.lights[item.id]?.[day]);
  });

  test.each(ledger.entries.task)('task $id', (task) => {
    expect(factOf(view, task, 'light')).toBe(expected.lightsOfTasks[task.id]?.[day]);
  });
});

type Given = { readonly [name: string]: Value };
type Log = readonly Given[];

const started = { date: '2022-03-01', event: 'start' };
const excuse = { date: '2022-03-02', event: 'excuse', until: '2022-08-31', reason: 'Flood' };

const lightOn = (day: string, measure: Given, about: Given = {}) => {
  const { ledger: made, item } = ledgerOf(measure, about);
  return lineOf(viewOn(made, day).light(item));
};

/** Rows of a plan, a log and a day, with what shows on that day. */
type Row = readonly [string, Given, Log, string, string | null];

const shows = (rows: readonly Row[], about: Given = {}) => {
  test.each(rows)('%s', (_what, plan, log, day, line) => {
    expect(lightOn(day, { ...plan, log }, about)).toBe(line);
  });
};

/** Only one rule, with the steps it has unless others are given. */
const only = (rule: LightRule, steps?: Given): Given => ({
  lights: Object.fromEntries([
    ...lightRules.filter((each) => each !== rule).map((each) => [each, {}]),
    ...(steps ? [[rule, steps]] : []),
  ]),
});

describe('overdue', () => {
  const due = { due: '2022-06-30' };
  shows(
    [
      ['not on the day itself', due, [started], '2022-06-30', 'green: in_time 0'],
      ['red the day after', due, [started], '2022-07-01', 'red: overdue 1'],
      ['not begun', due, [], '2022-07-01', 'red: overdue 1'],
      ['over a leap day', { due: '2024-02-28' }, [], '2024-03-01', 'red: overdue 2'],
    ],
    only('overdue'),
  );
  shows(
    [
      ['yellow first', due, [], '2022-07-01', 'yellow: overdue 1'],
      ['still yellow', due, [], '2022-07-29', 'yellow: overdue 29'],
      ['then red', due, [], '2022-07-30', 'red: overdue 30'],
    ],
    only('overdue', { yellow: 1, red: 30 }),
  );
});

describe('behind', () => {
  const criteria = (met: number): Given => ({
    due: '2022-12-31',
    criteria: Array.from({ length: 10 }, (_, at) => ({
      id: String.fromCharCode(97 + at),
      text: 'Point',
      due: at < 4 ? '2022-04-30' : '2022-12-31',
    })),
    log: [started, ...(met > 0 ? [tick(met)] : [])],
  });
  const tick = (met: number): Given => ({
    date: '2022-03-02',
    event: 'tick',
    criteria: [...'abcdefghij'].slice(0, met),
  });
  test.each([
    [4, '2022-05-01', 'green: on_plan 0, in_time 244'],
    [3, '2022-04-29', 'green: on_plan -30, in_time 246'],
    [3, '2022-04-30', 'yellow: behind 10'],
    [1, '2022-04-30', 'yellow: behind 30'],
    [0, '2022-04-30', 'red: behind 40'],
  ])('%i of ten met on %s', (met, day, line) => {
    expect(lightOn(day, criteria(met), only('behind'))).toBe(line);
  });

  // 100 days, a point a day.
  const line = { start: '2022-04-01', due: '2022-07-10' };
  const report = (progress: number): Log => [{ date: '2022-04-01', event: 'report', progress }];
  shows(
    [
      ['one colour only', line, report(11), '2022-05-11', 'green: on_plan 29, in_time 60'],
      ['never red', line, report(0), '2022-07-10', 'yellow: behind 100'],
    ],
    only('behind', { yellow: 30 }),
  );
  shows(
    [
      ['9 points', line, report(11), '2022-04-21', 'green: on_plan 9, in_time 80'],
      ['10 points', line, report(10), '2022-04-21', 'yellow: behind 10'],
      ['30 points', line, report(10), '2022-05-11', 'yellow: behind 30'],
      ['31 points', line, report(10), '2022-05-12', 'red: behind 31'],
      ['ahead of plan', line, report(60), '2022-05-11', 'green: on_plan -20, in_time 60'],
      ['no figure, and none owed yet', line, [started], '2022-04-10', 'green: in_time 91'],
      ['no figure where one is owed', line, [started], '2022-04-11', 'unknown: unmeasured 10'],
      ['not begun: for another rule', line, [], '2022-06-10', 'green: in_time 30'],
      ['no start', { due: '2022-07-10' }, report(5), '2022-07-01', 'green: in_time 9'],
    ],
    only('behind'),
  );
});

describe('start late', () => {
  const start = { start: '2022-03-15', due: '2022-12-31' };
  shows(
    [
      ['before its start', start, [], '2022-03-14', 'green: to_start, in_time 292'],
      ['on its start', start, [], '2022-03-15', 'green: in_time 291'],
      ['to the end of the month', start, [], '2022-03-31', 'green: in_time 275'],
      ['the month has ended', start, [], '2022-04-01', 'yellow: start_late 1'],
      ['to the end of the second month after', start, [], '2022-05-31', 'yellow: start_late 2'],
      ['three months', start, [], '2022-06-01', 'red: start_late 3'],
      [
        'begun late is begun',
        start,
        [{ date: '2022-05-20', event: 'start' }],
        '2022-06-01',
        'green: in_time 213',
      ],
      [
        'over the turn of the year',
        { start: '2022-11-30', due: '2023-06-30' },
        [],
        '2023-02-01',
        'red: start_late 3',
      ],
      [
        'the start taken back',
        start,
        [started, { date: '2022-06-10', event: 'retract', entry: 1, reason: 'x' }],
        '2022-06-10',
        'red: start_late 3',
      ],
      [
        'and the day before it is taken back',
        start,
        [started, { date: '2022-06-10', event: 'retract', entry: 1, reason: 'x' }],
        '2022-06-09',
        'green: in_time 205',
      ],
      [
        'blocked before it began',
        start,
        [{ date: '2022-03-01', event: 'block', reason: 'x' }],
        '2022-06-01',
        'red: start_late 3',
      ],
      ['no start planned', { due: '2022-12-31' }, [], '2022-12-01', 'green: in_time 30'],
    ],
    only('start_late'),
  );
});

describe('report late', () => {
  const due = { due: '2023-12-31' };
  const said = (date: string, event = 'report'): Given => ({ date, event });
  shows(
    [
      [
        'serves the next reporting day',
        due,
        [said('2022-03-20')],
        '2022-07-10',
        'green: in_time 539',
      ],
      [
        'the day after the one missed',
        due,
        [said('2022-03-20')],
        '2022-07-11',
        'yellow: report_late 1',
      ],
      [
        'to the second reporting day',
        due,
        [said('2022-03-20')],
        '2022-10-10',
        'yellow: report_late 1',
      ],
      ['two missed', due, [said('2022-03-20')], '2022-10-11', 'red: report_late 2'],
      [
        'on the reporting day itself',
        due,
        [said('2022-07-10')],
        '2022-10-10',
        'green: in_time 447',
      ],
      [
        'and what that one misses',
        due,
        [said('2022-07-10')],
        '2022-10-11',
        'yellow: report_late 1',
      ],
      [
        'a day later serves the next',
        due,
        [said('2022-07-11')],
        '2022-10-11',
        'green: in_time 446',
      ],
      [
        'a start is a word',
        due,
        [said('2022-03-20', 'start')],
        '2022-07-11',
        'yellow: report_late 1',
      ],
      ['not begun, nothing to report', due, [], '2022-12-01', 'green: in_time 395'],
      [
        'an excuse or a postponement is no word',
        due,
        [said('2022-03-20'), { date: '2022-08-01', event: 'postpone', due: '2023-12-31' }],
        '2022-10-11',
        'red: report_late 2',
      ],
      [
        'a report taken back',
        due,
        [
          said('2022-03-20'),
          said('2022-09-20'),
          { date: '2022-10-11', event: 'retract', entry: 2 },
        ],
        '2022-10-11',
        'red: report_late 2',
      ],
      [
        'put back to work',
        due,
        [said('2022-03-20', 'done'), { date: '2022-09-01', event: 'reject', reason: 'x' }],
        '2022-10-11',
        'green: in_time 446',
      ],
      [
        'blocked at work',
        due,
        [said('2022-03-01', 'start'), { date: '2022-03-20', event: 'block', reason: 'x' }],
        '2022-10-11',
        'red: report_late 2',
      ],
      [
        'blocked before it began',
        due,
        [{ date: '2022-03-20', event: 'block', reason: 'x' }],
        '2022-10-11',
        'green: in_time 446',
      ],
    ],
    only('report_late'),
  );
  shows(
    [
      ['not on the day', due, [said('2022-03-20')], '2022-05-05', 'green: in_time 605'],
      ['by the month', due, [said('2022-03-20')], '2022-05-06', 'yellow: report_late 1'],
    ],
    { ...only('report_late'), reporting: { every: 'month', by: 5 } },
  );
});

describe('blocked', () => {
  const due = { due: '2022-12-31' };
  const blocked = [started, { date: '2022-05-10', event: 'block', reason: 'x' }];
  const resumed = [...blocked, { date: '2022-05-20', event: 'resume' }];
  shows(
    [
      ['the day before', due, blocked, '2022-05-09', 'green: in_time 236'],
      ['from the first day', due, blocked, '2022-05-10', 'yellow: blocked 0'],
      ['and on', due, blocked, '2022-12-01', 'yellow: blocked 205'],
      ['until it goes on', due, resumed, '2022-05-20', 'green: in_time 225'],
    ],
    only('blocked'),
  );
  shows(
    [
      ['not yet red', due, blocked, '2022-06-08', 'yellow: blocked 29'],
      ['red', due, blocked, '2022-06-09', 'red: blocked 30'],
    ],
    only('blocked', { yellow: 0, red: 30 }),
  );
});

describe('due soon', () => {
  const due = { due: '2022-06-30' };
  shows(
    [
      ['15 days before', due, [started], '2022-06-15', 'green: in_time 15'],
      ['14 days before', due, [started], '2022-06-16', 'yellow: due_soon 14'],
      ['on the day', due, [started], '2022-06-30', 'yellow: due_soon 0'],
      ['past it there is nothing near', due, [started], '2022-07-01', 'green: '],
    ],
    only('due_soon'),
  );
  shows(
    [
      ['yellow', due, [started], '2022-06-26', 'yellow: due_soon 4'],
      ['red', due, [started], '2022-06-27', 'red: due_soon 3'],
    ],
    only('due_soon', { yellow: 14, red: 3 }),
  );
});

describe('an excuse', () => {
  const plan = { start: '2022-03-01', due: '2022-06-30' };
  const reports: Log = [{ date: '2022-03-01', event: 'report', progress: 20 }, excuse];
  const held = 'green: excused (overdue 62, behind 80, report_late 1)';
  shows([
    ['holds delays to its last day', plan, reports, '2022-08-31', held],
    [
      'and not a day longer',
      plan,
      reports,
      '2022-09-01',
      'red: overdue 63, behind 80, report_late 1',
    ],
    [
      'holds nothing where nothing is late',
      plan,
      reports,
      '2022-03-10',
      'green: on_plan -13, in_time 112',
    ],
    [
      'a late start',
      { ...plan, due: '2022-12-31' },
      [excuse],
      '2022-06-01',
      'green: excused (start_late 3)',
    ],
    [
      'a figure that is missing',
      plan,
      [started, excuse],
      '2022-04-01',
      'green: excused (unmeasured 25)',
    ],
    [
      'no near deadline',
      plan,
      [started, excuse],
      '2022-06-20',
      'yellow: due_soon 10, excused (unmeasured 91)',
    ],
    [
      'no block',
      { due: '2022-06-30' },
      [started, excuse, { date: '2022-05-01', event: 'block', reason: 'x' }],
      '2022-07-01',
      'yellow: blocked 61, excused (overdue 1)',
    ],
    [
      'and makes nothing green without a deadline',
      { start: '2022-03-01' },
      [{ date: '2022-03-01', event: 'report' }, excuse],
      '2022-07-11',
      'unknown: no_deadline, excused (report_late 1)',
    ],
    [
      'is over when retracted',
      plan,
      [...reports, { date: '2022-07-05', event: 'retract', entry: 2 }],
      '2022-07-05',
      'red: overdue 5, behind 80',
    ],
    [
      'owes nothing when claimed',
      plan,
      [...reports, { date: '2022-07-05', event: 'done' }],
      '2022-07-05',
      null,
    ],
  ]);
  shows(
    [
      ['may show yellow', plan, reports, '2022-08-31', held.replace('green', 'yellow')],
      ['for a delay only', plan, [started, excuse], '2022-04-01', 'green: excused (unmeasured 25)'],
    ],
    { lights: { excused: 'yellow' } },
  );
});

describe('memory', () => {
  const plan = { start: '2022-04-01', due: '2022-07-10' };
  const late: Log = [
    { date: '2022-04-01', event: 'report', progress: 10 },
    { date: '2022-06-01', event: 'report', progress: 60 },
  ];
  shows(
    [
      ['red to the day before', plan, late, '2022-05-31', 'red: behind 50'],
      ['caught up', plan, late, '2022-06-01', 'yellow: memory 1, on_plan 1, in_time 39'],
      [
        'the last day remembered',
        plan,
        late,
        '2022-06-05',
        'yellow: memory 5, on_plan 5, in_time 35',
      ],
      ['forgotten', plan, late, '2022-06-06', 'green: on_plan 6, in_time 34'],
      [
        'what is yellow stays so by itself',
        plan,
        [...late.slice(0, 1), { date: '2022-06-01', event: 'report', progress: 50 }],
        '2022-06-01',
        'yellow: behind 11',
      ],
      [
        'an excuse does not count as catching up, nor as red',
        plan,
        [...late.slice(0, 1), { ...excuse, date: '2022-05-30', until: '2022-06-02' }],
        '2022-06-02',
        'green: excused (behind 52)',
      ],
    ],
    { lights: { memory: 5 } },
  );
  shows([['none unless given', plan, late, '2022-06-01', 'green: on_plan 1, in_time 39']]);
});

describe('nothing owed, nothing known', () => {
  const plan = { start: '2022-03-01', due: '2022-06-30' };
  const done = { date: '2022-03-10', event: 'done' };
  const late = '2022-12-31';
  shows([
    ['claimed', plan, [done], late, null],
    ['verified', plan, [done, { date: '2022-03-11', event: 'verify' }], late, null],
    ['withdrawn', plan, [{ date: '2022-03-10', event: 'withdraw' }], late, null],
    ['no deadline', {}, [], late, 'unknown: no_deadline'],
    [
      'no deadline, at work',
      {},
      [{ date: '2022-12-01', event: 'report', progress: 99 }],
      late,
      'unknown: no_deadline',
    ],
    [
      'no deadline, and blocked',
      {},
      [started, { date: '2022-12-30', event: 'report' }, { date: '2022-12-31', event: 'block' }],
      late,
      'yellow: blocked 0',
    ],
    [
      'no deadline, and a criterion overdue',
      { criteria: [{ id: 'a', text: 'Point', due: '2022-05-31' }] },
      [],
      '2022-05-31',
      'red: behind 100',
    ],
  ]);

  const listed = { source: { document: 'x', as: 'listed', quote: 'x' } };
  shows(
    [
      ['published without a deadline', listed, [], late, 'unknown: listed, no_deadline'],
      ['published with one that is past', { ...listed, ...plan }, [], late, 'unknown: listed'],
      [
        'published, and blocked since',
        { ...listed, due: '2023-06-30' },
        [{ date: '2022-12-01', event: 'block', reason: 'x' }],
        late,
        'yellow: blocked 30',
      ],
    ],
    { basis: 'published' },
  );

  test('no item of the published list is green, yellow or red', () => {
    const real = load(folderSource(join(projectRoot, realLedger))).ledger;
    const view = viewOn(real, '2022-12-31');
    const shown = new Set(itemsOf(real).map((item) => view.light(item).colour));
    expect([...shown].sort()).toEqual([null, 'unknown'].sort());
  });
});

test('a rule that is switched off shows nothing', () => {
  const lights = Object.fromEntries(lightRules.map((rule) => [rule, {}]));
  const log = [started, { date: '2022-03-02', event: 'block', reason: 'x' }];
  const plan = { start: '2022-03-01', due: '2022-06-30', log };
  expect(lightOn('2022-07-01', plan)).toBe('red: overdue 1, blocked 121, unmeasured 100');
  expect(lightOn('2022-07-01', plan, { lights })).toBe('green: ');
  const reported = { ...plan, log: [{ date: '2022-03-01', event: 'report', progress: 5 }] };
  expect(lightOn('2022-06-20', reported, { lights })).toBe('green: in_time 10');
});

test('of some lights the worst counts, and what cannot be judged is worse than green', () => {
  const order: readonly (Colour | null)[] = ['red', 'yellow', 'unknown', 'green', null];
  order.forEach((worst, at) => {
    expect(worstOf(order.slice(at))).toBe(worst);
    expect(worstOf([...order.slice(at)].reverse())).toBe(worst);
  });
  expect(worstOf([])).toBeNull();
  expect([...colours].sort()).toEqual(order.filter((each) => each !== null).sort());
});

describe('facts of the hand ledger', () => {
  const facts = (id: string, day: string, names: readonly string[]) => {
    const item = itemsOf(ledger).find((each) => each.id === id);
    if (!item) throw new Error(id);
    return names.map((name) => factOf(viewOn(ledger, day), item, name));
  };
  test.each([
    [
      'T03.1',
      '2022-06-30',
      { days_left: 92, behind: 0, ahead: 7, last_report: '2022-06-30', report_age: 0 },
    ],
    [
      'T03.1',
      '2022-10-31',
      { days_left: -31, behind: 0, ahead: null, last_report: '2022-09-15', report_age: 46 },
    ],
    [
      'T03.1',
      '2023-01-31',
      { days_left: null, behind: null, last_report: '2022-11-18', report_age: null },
    ],
    [
      'T01.2',
      '2022-06-30',
      { slip: 107, month_due: '2022-09', last_report: null, report_age: null },
    ],
    ['T01.2', '2022-07-01', { slip: 0, month_due: '2022-06' }],
    ['T03.5', '2023-01-31', { slip: -31, behind: 40 }],
    ['T01.1', '2022-06-30', { behind: -6, slip: 0, excused: null }],
    ['T03.4', '2022-06-30', { slip: null, days_left: null, month_due: null }],
    ['T02.2', '2022-10-31', { excused: '2022-10-31' }],
    ['T02.2', '2023-01-31', { excused: null }],
    ['westbank-2', '2023-01-31', { excused: '2023-02-28', light: 'green' }],
  ] as const)('%s on %s', (id, day, known) => {
    expect(facts(id, day, Object.keys(known))).toEqual(Object.values(known));
  });

  test('a claim ends what an excuse holds', () => {
    const { ledger: made, item } = ledgerOf({
      log: [started, excuse, { date: '2022-05-01', event: 'done' }],
    });
    const excused = (day: string) => factOf(viewOn(made, day), item, 'excused');
    expect([excused('2022-04-30'), excused('2022-05-01')]).toEqual(['2022-08-31', null]);
  });

  test.each([
    [50, null],
    [51, 1],
    [49, null],
  ])('half the criteria met and %i percent reported is ahead by %s', (progress, points) => {
    const { ledger: made, item } = ledgerOf({
      criteria: [
        { id: 'a', text: 'Draft' },
        { id: 'b', text: 'Rule' },
      ],
      log: [
        { date: '2022-03-01', event: 'tick', criteria: ['a'] },
        { date: '2022-03-01', event: 'report', progress },
      ],
    });
    expect(factOf(viewOn(made, '2022-03-01'), item, 'ahead')).toBe(points);
  });

  test('a task is due with the last of its measures that is not withdrawn', () => {
    const due = (day: string) =>
      ledger.entries.task.map((task) => factOf(viewOn(ledger, day), task, 'due'));
    expect(due('2022-06-30')).toEqual(['2022-12-31', '2022-09-30', '2022-12-31', null]);
    expect(due('2023-01-31')).toEqual([null, '2022-11-30', '2022-12-31', null]);
  });
});
