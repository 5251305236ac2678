/** Scorecards: every item is in one place of its lead's card, and joint ones are on several cards. */
import { expect, test } from 'vitest';
import { type Item, itemsOf } from '../../src/model/ledger.ts';
import { scorecard } from '../../src/model/scorecard.ts';
import { viewOn } from '../../src/model/view.ts';
import { made } from '../demo/made.ts';

const { ledger } = made(1, 1);
const items = itemsOf(ledger);

test.each(['2022-06-30', '2022-09-30', '2023-01-31'])('on %s everything adds up', (day) => {
  const { leads, total, reckoning } = scorecard(viewOn(ledger, day), items);
  for (const score of [total, ...leads.map((each) => each.score)]) {
    const { verified, claimed, open, withdrawn, declared } = score;
    expect(verified + claimed + open + withdrawn + declared).toBe(score.items);
    expect(score.onTime + score.late).toBeLessThanOrEqual(verified);
    expect(score.onTime + score.late).toBeGreaterThanOrEqual(verified - score.unjudged);
    expect(score.overdue).toBeLessThanOrEqual(open);
    if (score.daysLate !== null) expect(score.daysLate).toBeGreaterThan(0);
  }
  const sum = leads.reduce((all, { lead, score }) => all + (lead === null ? 0 : score.items), 0);
  expect(sum).toBe(reckoning.named);
  expect(total.items).toBe(items.length);
  expect(leads.map(({ lead }) => lead)).toEqual([...new Set(leads.map(({ lead }) => lead))]);
});

test('by the end of the year some were late, some in time, some rejected', () => {
  const { total } = scorecard(viewOn(ledger, '2023-01-31'), items);
  for (const key of ['onTime', 'late', 'rejected', 'moved', 'withdrawn'] as const) {
    expect(total[key], key).toBeGreaterThan(0);
  }
});

test('nothing and nobody is no card', () => {
  const { leads, total } = scorecard(viewOn(ledger, '2022-06-30'), []);
  expect(leads).toEqual([]);
  expect(total).toMatchObject({ items: 0, daysLate: null, daysLateIssued: null, daysMoved: null });
});

/** The first measure, planned for 30 September, with another log. */
const withLog = (log: readonly object[]): readonly Item[] => {
  const [first] = items;
  return [{ ...first, data: { ...first?.data, due: '2022-09-30', log } } as unknown as Item];
};

test('a rejection counts while it stands: not where it was impossible, or is taken back', () => {
  const done = { date: '2022-05-01', event: 'done', by: 'a' };
  const reject = { date: '2022-05-02', event: 'reject', reason: 'b' };
  const back = { date: '2022-05-03', event: 'retract', entry: 2, reason: 'c' };
  const rejected = (log: readonly object[]) =>
    scorecard(viewOn(ledger, '2022-06-30'), withLog(log)).total.rejected;
  expect(rejected([done, reject])).toBe(1);
  expect(rejected([done, reject, reject])).toBe(1);
  expect(
    rejected([done, reject, { ...done, date: '2022-05-03' }, { ...reject, date: '2022-05-04' }]),
  ).toBe(2);
  expect(rejected([done, reject, back])).toBe(0);
});

test('on the day of the deadline is in time, a day later is late by one', () => {
  const score = (claimed: string, day: string) =>
    scorecard(
      viewOn(ledger, day),
      withLog([
        { date: claimed, event: 'done', by: 'a' },
        { date: '2022-12-01', event: 'verify', by: 'b', checked: 'site' },
      ]),
    ).total;
  expect(score('2022-09-30', '2022-12-01')).toMatchObject({ onTime: 1, late: 0, daysLate: null });
  expect(score('2022-10-01', '2022-12-01')).toMatchObject({ onTime: 0, late: 1, daysLate: 1 });
  // Before the check nothing is closed, and the days are known all the same.
  expect(score('2022-10-01', '2022-11-30')).toMatchObject({ late: 0, claimed: 1, daysLate: 1 });
});

test('of what a published list only names nothing can be judged, deadline or not', () => {
  const about = { ...ledger.about, basis: 'published' } as const;
  const view = viewOn({ ...ledger, about }, '2023-01-31');
  const [first] = withLog([]);
  const source = { document: 'a', as: 'listed', quote: 'b' };
  const listed = { ...first, data: { ...first?.data, source } } as unknown as Item;
  expect(scorecard(view, [listed]).total).toMatchObject({ open: 1, unjudged: 1, late: 0 });
});
