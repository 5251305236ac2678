import { join } from 'node:path';
import { expect, test } from 'vitest';
import { load } from '../../src/ledger/load.ts';
import { folderSource } from '../../src/ledger/source.ts';
import { type Planned, planEvents, type Recorded } from '../../src/model/change.ts';
import type { Event } from '../../src/model/events.ts';
import type { Item } from '../../src/model/ledger.ts';
import { finalStanding } from '../../src/model/view.ts';
import { projectRoot } from '../harness.ts';

const { ledger } = load(folderSource(join(projectRoot, 'tests/diagnostics/base')));
const planned = [...ledger.entries.measure, ...ledger.entries.project].filter(
  (item) => finalStanding(ledger, item).status === 'planned',
);
const [item, other] = planned as [Item, Item];

const by = 'reform-office';
const date = '2022-12-01';
const decided = { by, date, reason: 'Merged', document: '例改办〔2022〕1号' };
const start: Event = { event: 'start', date, by };
const withdraw: Event = { event: 'withdraw', ...decided };
const reinstate: Event = { event: 'reinstate', ...decided };

const on = (entry: Item, ...events: readonly Event[]): readonly Recorded[] =>
  events.map((event) => ({ entry, event }));

const codes = (plan: Planned): readonly string[] =>
  plan.is === 'refused' ? plan.problems.map(({ code }) => code) : [];

const eventsOf = (plan: Planned): readonly unknown[] =>
  plan.is === 'changes'
    ? plan.changes.map((change) => (change.op === 'append' ? change.value : change))
    : [];

test('an event is possible that an earlier one of the same call makes so', () => {
  expect(codes(planEvents(ledger, on(item, reinstate)))).toEqual(['event/illegal']);
  expect(eventsOf(planEvents(ledger, on(item, withdraw, reinstate)))).toEqual([
    withdraw,
    reinstate,
  ]);
});

test('an event is refused that an earlier one of the same call rules out', () => {
  expect(codes(planEvents(ledger, on(item, start)))).toEqual([]);
  expect(codes(planEvents(ledger, on(item, start, start)))).toEqual(['event/illegal']);
  expect(codes(planEvents(ledger, on(item, withdraw, start)))).toEqual(['event/illegal']);
});

test('events of other records do not count, wherever they stand between', () => {
  expect(codes(planEvents(ledger, [...on(item, start), ...on(other, start)]))).toEqual([]);
  const mixed = [...on(item, withdraw), ...on(other, start), ...on(item, reinstate)];
  expect(eventsOf(planEvents(ledger, mixed))).toEqual([withdraw, start, reinstate]);
  expect(codes(planEvents(ledger, [...on(item, withdraw), ...on(other, reinstate)]))).toEqual([
    'event/illegal',
  ]);
});

test('a problem is told once, with the event that brings it, in the order of the call', () => {
  const { reason: _left, ...unfounded } = withdraw as Extract<Event, { event: 'withdraw' }>;
  const mixed = [...on(item, unfounded), ...on(other, reinstate), ...on(item, reinstate)];
  expect(codes(planEvents(ledger, mixed))).toEqual(['event/lacks', 'event/illegal']);
});

test('an earlier entry that a later recorded one makes impossible refuses the call', () => {
  const earlier: Event = { event: 'withdraw', ...decided, date: '2022-11-01' };
  expect(codes(planEvents(ledger, on(item, start, earlier)))).toEqual(['event/illegal']);
});
