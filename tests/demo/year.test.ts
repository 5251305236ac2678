/** The made-up year: everything that can happen happens, all of it is possible, and it follows from the seed. */
import { expect, test } from 'vitest';
import { demoFiles } from '../../src/demo/index.ts';
import { eventNames, statuses } from '../../src/model/events.ts';
import { currentUnit, itemsOf, type Ledger } from '../../src/model/ledger.ts';
import { finalStanding, viewOn } from '../../src/model/view.ts';
import { eventsOf, made, statusesOf } from './made.ts';

const years = Array.from({ length: 21 }, (_each, seed) => made(seed, 1));
const { ledger } = made(1, 1);
const items = itemsOf(ledger);
const events = eventsOf(ledger);

test('the years of 21 seeds have nothing wrong with them, and every event and status', () => {
  for (const [seed, year] of years.entries()) {
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

const overdueOn = (on: Ledger, day: string) => {
  const view = viewOn(on, day);
  return itemsOf(on).filter((item) => view.standing(item).overdue);
};

test('a few are late in summer, some in autumn and winter, and most of them are caught up', () => {
  const bounds = [
    ['2022-06-30', [3, 8], [2, 9]],
    ['2022-09-30', [8, 15], [4, 18]],
    ['2022-12-31', [12, 25], [10, 28]],
  ] as const;
  for (const [seed, year] of years.entries()) {
    for (const [day, one, any] of bounds) {
      const [least, most] = seed === 1 ? one : any;
      const { length } = overdueOn(year.ledger, day);
      expect(length, `seed ${seed}, ${day}`).toBeGreaterThanOrEqual(least);
      expect(length, `seed ${seed}, ${day}`).toBeLessThanOrEqual(most);
    }
  }
  const inSummer = overdueOn(ledger, '2022-06-30');
  const inWinter = overdueOn(ledger, '2022-12-31');
  expect(inSummer.filter((item) => inWinter.includes(item)).length).toBeLessThan(
    inSummer.length / 2,
  );
});

test('nothing is claimed before work on it begins', () => {
  for (const { data } of items) {
    for (const { event, date } of data.log ?? []) {
      if (event === 'done') expect(date > (data.start ?? ''), data.title).toBe(true);
    }
  }
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

const textsOf = (event: object): readonly string[] =>
  Object.entries(event).flatMap(([key, value]) => {
    if (key === 'evidence') return (value as readonly object[]).flatMap(textsOf);
    return /^(?:note|problems?|next|reason|result|effectiveness|experience|conditions)$/.test(key)
      ? [value as string]
      : [];
  });

test('an event speaks one language, about every fourth Chinese', () => {
  for (const year of years) {
    const spoken = eventsOf(year.ledger)
      .map((event) => textsOf(event).map((text) => /\p{Script=Han}/u.test(text)))
      .filter(({ length }) => length > 0);
    expect(spoken.filter(({ length }) => length > 1).length).toBeGreaterThan(200);
    expect(spoken.filter((texts) => new Set(texts).size > 1)).toEqual([]);
    const share = spoken.filter(([isChinese]) => isChinese).length / spoken.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.35);
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
