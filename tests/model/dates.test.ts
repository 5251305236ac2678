import { expect, test } from 'vitest';
import { dayAt, daysBetween, isDay, isTimeZone } from '../../src/model/dates.ts';

test.each(['2022-02-28', '2024-02-29', '2022-12-31', '0001-01-01'])('%s is a day', (day) => {
  expect(isDay(day)).toBe(true);
});

test.each([
  '2022-02-30',
  '2023-02-29',
  '2022-13-01',
  '2022-00-10',
  '2022-1-1',
  '2022/01/01',
  '20220101',
  '',
  '2022-01-01T00:00',
])('%s is none', (text) => {
  expect(isDay(text)).toBe(false);
});

test('days are counted across a change of clocks and a leap day', () => {
  expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
  expect(daysBetween('2022-03-26', '2022-03-28')).toBe(2);
  expect(daysBetween('2022-06-30', '2022-06-29')).toBe(-1);
});

test('the zone decides which day it is', () => {
  const instant = new Date('2022-06-30T16:30:00Z');
  expect(dayAt(instant, 'Asia/Shanghai')).toBe('2022-07-01');
  expect(dayAt(instant, 'UTC')).toBe('2022-06-30');
  expect(dayAt(new Date('2022-06-30T10:30:00Z'), 'Pacific/Pago_Pago')).toBe('2022-06-29');
});

test('a zone is one of the IANA list', () => {
  expect([isTimeZone('Asia/Shanghai'), isTimeZone('China Standard Time')]).toEqual([true, false]);
});
