import { join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '../../src/ledger/load.ts';
import { folderSource } from '../../src/ledger/source.ts';
import { type Event, movesFrom, statuses } from '../../src/model/events.ts';
import type { Item } from '../../src/model/ledger.ts';
import { problemsOfLog } from '../../src/model/rules/logs.ts';
import type { Issued } from '../../src/model/standing.ts';
import { projectRoot } from '../harness.ts';

test('which moves are possible from where', () => {
  const table = Object.fromEntries(
    statuses.map((status) => [status, movesFrom(status, 'project').join(' ')]),
  );
  expect(table).toMatchInlineSnapshot(`
    {
      "blocked": "report tick resume excuse postpone withdraw amend retract",
      "declared": "withdraw amend retract select",
      "done": "reject verify retract",
      "in-progress": "report tick block excuse postpone done withdraw amend retract",
      "listed": "start report tick block excuse postpone done withdraw amend retract",
      "planned": "start report tick block excuse postpone done withdraw amend retract",
      "verified": "reopen retract",
      "withdrawn": "reinstate retract",
    }
  `);
});

const base = load(folderSource(join(projectRoot, 'tests/diagnostics/base'))).ledger;
const [measure] = base.entries.measure as [Item];

/** What is wrong with a log of T01.1, planned at first. */
const problems = (log: readonly Event[], plan: Partial<Issued['plan']> = {}) =>
  problemsOfLog(base, measure, {
    plan: { title: 'Rules', ...plan },
    initial: 'planned',
    log,
  }).map(({ index, problem }) => [index, problem.code, problem.params]);

const evidence = [{ document: '穗府办规〔2022〕18号' }];
const done: Event = { date: '2022-09-01', event: 'done', by: 'a', result: 'In force', evidence };

test('a claim and its check', () => {
  const verify: Event = { date: '2022-09-02', event: 'verify', by: 'b', checked: 'site' };
  expect(problems([done, verify])).toEqual([]);
  expect(problems([done, { ...verify, by: 'a' }])).toEqual([
    [1, 'event/self-verified', { id: 'T01.1', unit: 'a' }],
  ]);
});

test('a claim lacks what it does not carry', () => {
  expect(
    problems([{ date: '2022-09-01', event: 'done' }]).map(([, code, params]) => [code, params]),
  ).toEqual([
    ['event/lacks', { event: 'done', id: 'T01.1', missing: 'evidence' }],
    ['event/lacks', { event: 'done', id: 'T01.1', missing: 'by' }],
    ['event/lacks', { event: 'done', id: 'T01.1', missing: 'result' }],
  ]);
});

test('a claim names the criteria that are open, or is told which', () => {
  const criteria = ['a', 'b'].map((id) => ({ id, text: id }));
  expect(problems([{ ...done, criteria: ['a'] }], { criteria, lead: ['data-bureau'] })).toEqual([
    [
      0,
      'event/open-criteria',
      {
        id: 'T01.1',
        open: [
          { id: 'b', who: [{ id: 'data-bureau', title: 'Data Bureau', title_zh: '市政务数据局' }] },
        ],
      },
    ],
  ]);
  const tick: Event = { date: '2022-08-01', event: 'tick', criteria: ['b'] };
  expect(problems([tick, { ...done, criteria: ['a'] }], { criteria })).toEqual([]);
});

test('a deadline moves later by postponement and earlier by amendment, and not the other way round', () => {
  const plan = { due: '2022-09-30' };
  const postpone = (due: string): Event => ({
    date: '2022-05-01',
    event: 'postpone',
    due,
    reason: 'x',
    document: 'y',
  });
  const amend = (due: string): Event => ({
    date: '2022-05-01',
    event: 'amend',
    set: { due },
    reason: 'x',
  });
  expect(problems([postpone('2022-10-31')], plan)).toEqual([]);
  expect(problems([amend('2022-08-31')], plan)).toEqual([]);
  expect(problems([postpone('2022-09-30')], plan).map(([, code]) => code)).toEqual([
    'event/not-later',
  ]);
  expect(problems([amend('2022-10-31')], plan).map(([, code]) => code)).toEqual([
    'event/later-by-amendment',
  ]);
});

test('what is retracted is no fault any more, and what rested on it is', () => {
  const block: Event = { date: '2022-05-01', event: 'block', reason: 'x' };
  const resume: Event = { date: '2022-06-01', event: 'resume' };
  const retract: Event = { date: '2022-07-01', event: 'retract', entry: 1, reason: 'x' };
  expect(problems([block, resume])).toEqual([]);
  expect(problems([block, resume, retract]).map(([index, code]) => [index, code])).toEqual([
    [1, 'event/illegal'],
  ]);
});
