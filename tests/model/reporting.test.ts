import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/model/dates.ts';
import {
  periodOf,
  periodToReport,
  type Reporting,
  reportingOf,
  reportsMissed,
  rhythms,
} from '../../src/model/reporting.ts';
import { ledgerOf } from '../lights.ts';

const quarterly: Reporting = { every: 'quarter', by: 10 };

describe('periods', () => {
  test.each([
    ['2022-03-31', quarterly, ['2022-01-01', '2022-03-31', '2022-01-11', '2022-04-10']],
    ['2022-04-01', quarterly, ['2022-04-01', '2022-06-30', '2022-04-11', '2022-07-10']],
    ['2022-12-31', quarterly, ['2022-10-01', '2022-12-31', '2022-10-11', '2023-01-10']],
    [
      '2024-02-29',
      { every: 'month', by: 5 },
      ['2024-02-01', '2024-02-29', '2024-02-06', '2024-03-05'],
    ],
    // There is no 31 February: the 31st day after January.
    [
      '2022-01-15',
      { every: 'month', by: 31 },
      ['2022-01-01', '2022-01-31', '2022-02-01', '2022-03-03'],
    ],
    [
      '2022-06-30',
      { every: 'half-year', by: 10 },
      ['2022-01-01', '2022-06-30', '2022-01-11', '2022-07-10'],
    ],
    [
      '2022-07-01',
      { every: 'half-year', by: 10 },
      ['2022-07-01', '2022-12-31', '2022-07-11', '2023-01-10'],
    ],
    [
      '2022-07-01',
      { every: 'year', by: 20 },
      ['2022-01-01', '2022-12-31', '2022-01-21', '2023-01-20'],
    ],
    // 2022-10-02 is a Sunday.
    [
      '2022-10-02',
      { every: 'week', by: 2 },
      ['2022-09-26', '2022-10-02', '2022-09-28', '2022-10-04'],
    ],
    [
      '2022-10-03',
      { every: 'week', by: 2 },
      ['2022-10-03', '2022-10-09', '2022-10-05', '2022-10-11'],
    ],
  ] as const)('%s lies in the period of %o', (day, reporting, days) => {
    const { from, to, opens, due } = periodOf(day, reporting);
    expect([from, to, opens, due]).toEqual(days);
  });

  test('the one to report on next', () => {
    expect(periodToReport('2022-04-10', quarterly).due).toBe('2022-04-10');
    expect(periodToReport('2022-04-11', quarterly).due).toBe('2022-07-10');
  });

  test('follow one another without a gap, as do the days on which they are reported', () => {
    const days = fc.integer({ min: 0, max: 100_000 }).map((count) => addDays('1949-01-01', count));
    const reportings = fc.record({
      every: fc.constantFrom(...rhythms),
      by: fc.integer({ min: 1, max: 31 }),
    });
    fc.assert(
      fc.property(days, reportings, (day, reporting) => {
        const period = periodOf(day, reporting);
        const before = periodOf(addDays(period.from, -1), reporting);
        expect(period.from <= day && day <= period.to).toBe(true);
        expect(addDays(before.to, 1)).toBe(period.from);
        expect(addDays(before.due, 1)).toBe(period.opens);
        const next = periodToReport(day, reporting);
        expect(next.opens <= day && day <= next.due).toBe(true);
        // A word serves the reporting day that comes next, and no other.
        expect(reportsMissed(day, next.due, reporting)).toBe(0);
        expect(reportsMissed(day, addDays(next.due, 1), reporting)).toBe(0);
        const after = periodToReport(addDays(next.due, 1), reporting);
        expect(reportsMissed(day, after.due, reporting)).toBe(0);
        expect(reportsMissed(day, addDays(after.due, 1), reporting)).toBe(1);
      }),
      { seed: 2022, numRuns: 300 },
    );
  });
});

test('a ledger sets the rhythm, the day or both; a quarter and the 10th are the rest', () => {
  const of = (reporting: object | undefined) =>
    reportingOf(ledgerOf({}, reporting ? { reporting: { ...reporting } } : {}).ledger);
  expect(of(undefined)).toEqual(quarterly);
  expect(of({ every: 'month' })).toEqual({ every: 'month', by: 10 });
  expect(of({ by: 20 })).toEqual({ every: 'quarter', by: 20 });
});
