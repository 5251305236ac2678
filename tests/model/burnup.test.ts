/** Burn-ups agree with what a summary of each month's last day says. */
import { expect, test } from 'vitest';
import { burnUp } from '../../src/model/burnup.ts';
import { type Item, itemsOf, type Ledger } from '../../src/model/ledger.ts';
import { tally } from '../../src/model/tally.ts';
import { viewOn } from '../../src/model/view.ts';
import { made } from '../demo/made.ts';

const { ledger } = made(1, 1);
const items = itemsOf(ledger);

const monthEnds = ['2022-02-28', '2022-06-30', '2022-09-30', '2022-12-31'];

test('what was done by a month is what a summary of its last day counts', () => {
  const { months } = burnUp(viewOn(ledger, '2023-03-15'), items);
  for (const day of monthEnds) {
    const { verified, claimed } = tally(viewOn(ledger, day), items);
    expect(months.find(({ month }) => month === day.slice(0, 7))).toMatchObject({
      verified,
      claimed,
    });
  }
  expect(months.at(-1)?.verified).toBe(null);
});

test('plans only grow, and the last month with what is said beside it is the whole', () => {
  const made = burnUp(viewOn(ledger, '2022-12-01'), items);
  const dues = made.months.map(({ due }) => due);
  expect(dues).toEqual([...dues].sort((a, b) => a - b));
  expect((dues.at(-1) ?? 0) + made.undated + made.later).toBe(made.items);
});

/** The ledger with one item's deadline as issued set to another day. */
const withDue = (due: string): { readonly ledger: Ledger; readonly items: readonly Item[] } => {
  const [first, ...rest] = items;
  const changed = { ...first, data: { ...first?.data, due, log: [] } } as unknown as Item;
  return { ledger, items: [changed, ...rest] };
};

test('a deadline far off is told and not drawn; one before the year is in every month', () => {
  const view = viewOn(ledger, '2022-12-01');
  const far = burnUp(view, withDue('2199-12-31').items);
  expect(far.months).toHaveLength(36);
  expect(far.months.at(-1)?.month).toBe('2024-12');
  expect(far.later).toBeGreaterThanOrEqual(1);
  const early = burnUp(view, withDue('2021-11-30').items);
  expect(early.months[0]).toMatchObject({ month: '2022-01', issued: 1, due: 1 });
});
