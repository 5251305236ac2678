import { expect, test } from 'vitest';
import { addDays } from '../../src/model/dates.ts';
import { itemsOf } from '../../src/model/ledger.ts';
import { isOpen } from '../../src/model/standing.ts';
import { viewOn } from '../../src/model/view.ts';
import { made } from '../demo/made.ts';

const { ledger } = made(2022, 1);
const view = viewOn(ledger, '2022-09-30');

test('a view on its own day is itself, and on another day it is made once', () => {
  expect(view.on('2022-09-30')).toBe(view);
  const earlier = view.on('2022-06-30');
  expect(earlier.today).toBe('2022-06-30');
  expect(view.on('2022-06-30')).toBe(earlier);
  expect(earlier.on('2022-09-30')).toBe(view);
  const fresh = viewOn(ledger, '2022-06-30');
  for (const item of itemsOf(ledger)) {
    expect(earlier.standing(item)).toEqual(fresh.standing(item));
    expect(earlier.light(item)).toEqual(fresh.light(item));
  }
});

test('where an item stands is found out once', () => {
  for (const item of itemsOf(ledger)) {
    expect(view.standing(item)).toBe(view.standing(item));
    expect(view.light(item)).toBe(view.light(item));
  }
});

test('on any day who owes nothing has no light, the first reason gives the colour, no green without a deadline', () => {
  for (let day = '2022-01-01'; day < '2023-03-01'; day = addDays(day, 9)) {
    const then = view.on(day);
    for (const item of itemsOf(ledger)) {
      const { status, plan } = then.standing(item);
      const { colour, reasons } = then.light(item);
      expect(colour === null, item.id).toBe(!isOpen(status));
      if (reasons[0]) expect(reasons[0].colour, item.id).toBe(colour);
      if (plan.due === undefined) expect(colour, item.id).not.toBe('green');
    }
  }
});
