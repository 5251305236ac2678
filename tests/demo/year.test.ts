/** The made-up year: everything that can happen happens, all of it is possible, and it follows from the seed. */
import { expect, test } from 'vitest';
import { demoFiles } from '../../src/demo/index.ts';
import { eventNames, statuses } from '../../src/model/events.ts';
import { currentUnit, itemsOf } from '../../src/model/ledger.ts';
import { finalStanding, viewOn } from '../../src/model/view.ts';
import { eventsOf, made, statusesOf } from './made.ts';

const { ledger } = made(1, 1);
const items = itemsOf(ledger);
const events = eventsOf(ledger);

test('twenty years of twenty seeds have nothing wrong with them, and every event and status', () => {
  for (let seed = 0; seed < 20; seed += 1) {
    const year = made(seed, 1);
    expect(year.findings, `seed ${seed}`).toEqual([]);
    const happened = new Set(eventsOf(year.ledger).map(({ event }) => event));
    expect(
      eventNames.filter((name) => !happened.has(name)),
      `seed ${seed}`,
    ).toEqual([]);
    const ended = statusesOf(year.ledger);
    // What an office keeps itself is planned at first and never only listed.
    expect(Object.keys(ended).sort(), `seed ${seed}`).toEqual(
      statuses.filter((status) => status !== 'listed').sort(),
    );
  }
});

test('the same seed makes the same, another one another year of the same list', () => {
  expect(JSON.stringify([...demoFiles(5, 1)])).toBe(JSON.stringify([...demoFiles(5, 1)]));
  const other = made(6, 1).ledger;
  expect(other.entries.measure.map(({ data }) => data.title)).toEqual(
    ledger.entries.measure.map(({ data }) => data.title),
  );
  expect(eventsOf(other)).not.toEqual(events);
});

test('a year as it mostly ends: done, some of it late, a little of it stuck', () => {
  const { verified = 0, done = 0, blocked = 0, withdrawn = 0 } = statusesOf(ledger);
  expect(verified / items.length).toBeGreaterThan(0.55);
  expect((verified + done) / items.length).toBeGreaterThan(0.7);
  expect(blocked + withdrawn).toBeLessThan(items.length / 10);
  const view = viewOn(ledger, '2023-01-31');
  const overdue = items.filter((item) => view.standing(item).overdue).length;
  expect(overdue).toBeGreaterThan(5);
  expect(overdue).toBeLessThan(items.length / 5);
});

test('everything happens from the day of the list to early 2023, on workdays', () => {
  for (const { date } of events) {
    expect(date >= '2022-02-25' && date <= '2023-01-31', date).toBe(true);
    expect(new Date(`${date}T00:00:00Z`).getUTCDay() % 6, date).not.toBe(0);
  }
});

test('some entries were recorded after later ones', () => {
  const late = items.filter(({ data: { log = [] } }) =>
    log.some(({ date }, index) => index > 0 && date < (log[index - 1]?.date ?? '')),
  );
  expect(late.length).toBeGreaterThan(10);
});

test('every entry counts but those that were taken back', () => {
  const fates = items.flatMap((item) => finalStanding(ledger, item).entries);
  expect(new Set(fates.map(({ fate }) => fate))).toEqual(new Set(['counts', 'retracted']));
});

test('after the merger nobody acts for the offices that were merged', () => {
  for (const { by, date } of events) {
    expect(by, date).toBeDefined();
    expect(currentUnit(ledger, by ?? '', date)).toBe(by);
  }
  expect(events.some(({ by }) => by === 'big-data-office')).toBe(true);
  expect(events.some(({ by }) => by === 'digital-government')).toBe(true);
});

test('who checks a claim has no part in the item', () => {
  for (const item of items) {
    const { verification, plan } = finalStanding(ledger, item);
    if (!verification) continue;
    expect([...(plan.lead ?? []), ...(plan.support ?? [])]).not.toContain(verification.by);
  }
});

test('what is rejected or reopened is done again, mostly, and what is postponed has its paper', () => {
  const twice = items.filter(
    ({ data }) => (data.log ?? []).filter(({ event }) => event === 'done').length > 1,
  );
  expect(twice.length).toBeGreaterThan(8);
  for (const each of events) {
    if (['postpone', 'excuse', 'withdraw', 'amend'].includes(each.event)) {
      expect(each).toMatchObject({ document: expect.stringMatching(/^示改办〔202[23]〕\d+号$/) });
      expect(each).toMatchObject({ reason: expect.any(String) });
    }
  }
});

test('reports have notes, and some a problem, a next step, progress; some are in Chinese', () => {
  const reports = events.flatMap((each) => (each.event === 'report' ? [each] : []));
  expect(reports.every(({ note }) => note !== undefined && !note.includes('#'))).toBe(true);
  for (const key of ['problem', 'next', 'progress', 'evidence'] as const) {
    const count = reports.filter((each) => each[key] !== undefined).length;
    expect(count, key).toBeGreaterThan(5);
    expect(count, key).toBeLessThan(reports.length);
  }
  expect(reports.some(({ note = '' }) => /\p{Script=Han}/u.test(note))).toBe(true);
});
