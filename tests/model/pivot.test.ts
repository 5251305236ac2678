/** Counts by sides: that they add up, whatever the sides, and that units are called as on the day. */
import { describe, expect, test } from 'vitest';
import { type Item, itemsOf } from '../../src/model/ledger.ts';
import { dimensionNames, groupsBy, laidOut, pivot } from '../../src/model/pivot.ts';
import { viewOn } from '../../src/model/view.ts';
import { made } from '../demo/made.ts';

const { ledger } = made(1, 1);
const items = itemsOf(ledger);
const days = ['2022-06-30', '2022-12-01'];
const pairs = days.flatMap((day) =>
  dimensionNames.flatMap((row) =>
    dimensionNames.filter((name) => name !== row).map((column) => [day, row, column] as const),
  ),
);

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const views = new Map(days.map((day) => [day, viewOn(ledger, day)]));
const viewFor = (day: string) => views.get(day) ?? viewOn(ledger, day);

/** In how many groups with a value each item stands. */
const placesOf = (groups: ReturnType<typeof groupsBy>): ReadonlyMap<Item, number> => {
  const places = new Map<Item, number>(items.map((item) => [item, 0]));
  for (const { value, items: inside } of groups) {
    if (value === null) continue;
    for (const item of inside) places.set(item, (places.get(item) ?? 0) + 1);
  }
  return places;
};

describe.each(pairs)('on %s by %s and %s', (day, row, column) => {
  const view = viewFor(day);
  const { rows, columns, total, reckonings } = pivot(view, items, row, column);

  test('totals come to the number of items, and say how', () => {
    expect(reckonings.map(({ by }) => by)).toEqual([row, column]);
    const sides = [rows.map(({ value, counted }) => ({ value, items: counted.items })), columns];
    for (const [at, { by, named, items: all, again, without }] of reckonings.entries()) {
      const places = [...placesOf(groupsBy(view, items, by)).values()];
      const side = sides[at] ?? [];
      expect(all).toBe(items.length);
      expect(named).toBe(all + again - without);
      expect(named).toBe(sum(side.filter(({ value }) => value !== null).map((each) => each.items)));
      expect(without).toBe(places.filter((count) => count === 0).length);
      expect(again).toBe(sum(places.map((count) => Math.max(0, count - 1))));
      expect(without).toBe(side.find(({ value }) => value === null)?.items ?? 0);
    }
    expect(total.items).toBe(items.length);
  });

  test('the cells of a row come to the row, and of a column to the column', () => {
    const inColumns = placesOf(groupsBy(view, items, column));
    const inRows = placesOf(groupsBy(view, items, row));
    const times = (places: ReadonlyMap<Item, number>, inside: readonly Item[]) =>
      sum(inside.map((item) => Math.max(1, places.get(item) ?? 0)));
    for (const [at, group] of groupsBy(view, items, row).entries()) {
      expect(rows[at]?.counted.items).toBe(group.items.length);
      expect(sum(rows[at]?.cells ?? [])).toBe(times(inColumns, group.items));
    }
    for (const [at, group] of groupsBy(view, items, column).entries()) {
      expect(columns[at]?.items).toBe(group.items.length);
      expect(sum(rows.map(({ cells }) => cells[at] ?? 0))).toBe(times(inRows, group.items));
    }
  });
});

test('the made-up year has something on every side, and joint measures to count again', () => {
  const view = viewFor('2022-06-30');
  for (const name of dimensionNames) {
    const named = groupsBy(view, items, name).filter(({ value }) => value !== null);
    expect(named.length, name).toBeGreaterThan(1);
  }
  expect(pivot(view, items, 'lead').reckonings[0]?.again).toBeGreaterThan(20);
  expect(pivot(view, items, 'month-due').reckonings[0]?.without).toBeGreaterThan(0);
});

test('values stand in their own order, and what has none comes last', () => {
  const view = viewFor('2022-06-30');
  const valuesOf = (name: (typeof dimensionNames)[number]) =>
    groupsBy(view, items, name).map(({ value }) => value);
  expect(valuesOf('field')).toEqual(ledger.entries.field.map(({ id }) => id));
  expect(valuesOf('kind')).toEqual(['measure', 'project']);
  expect(valuesOf('light').slice(0, 3)).toEqual(['red', 'yellow', 'green']);
  expect(valuesOf('light').at(-1)).toBe(null);
  const months = valuesOf('month-due');
  expect(months.slice(0, -1)).toEqual(months.slice(0, -1).sort());
  const leads = groupsBy(view, items, 'lead').map((group) => group.items.length);
  expect(leads).toEqual([...leads].sort((a, b) => b - a));
});

test('units go down the page, whichever way round they are asked for', () => {
  expect(laidOut(['status', 'lead'])).toEqual(['lead', 'status']);
  expect(laidOut(['lead', 'status'])).toEqual(['lead', 'status']);
  expect(laidOut(['support', 'lead'])).toEqual(['support', 'lead']);
  expect(laidOut(['kind', 'field'])).toEqual(['kind', 'field']);
  expect(laidOut(['lead'])).toEqual(['lead']);
});
