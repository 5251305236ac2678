/** Days and stretches of time as people type them at a shell, with the days they mean or why they cannot be told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from '../../src/model/dates.ts';
import { type Clock, readDay, readPeriod } from '../../src/time/period.ts';
import { projectRoot, read } from '../harness.ts';

/** A Thursday. */
const clock: Clock = { today: '2022-09-15', year: 2022 };

/** `2022-07-01..2022-09-30`, a day alone, or `? why`. */
const told = (text: string, by: Clock = clock): string => {
  const period = readPeriod(text, by);
  if (period.is === 'unclear') return `? ${period.why}`;
  const { from, to } = period;
  return from === to ? String(from) : `${from ?? ''}..${to ?? ''}`;
};

const on = (today: string, year = 2022): Clock => ({ today, year });

describe('with figures', () => {
  test.each([
    ['2022-09-30', '2022-09-30'],
    ['2022-9-5', '2022-09-05'],
    ['2022.09.30', '2022-09-30'],
    ['20220930', '2022-09-30'],
    ['31/12/2022', '2022-12-31'],
    ['12/31/2022', '2022-12-31'],
    ['2024-02-29', '2024-02-29'],
    ['2022-09', '2022-09-01..2022-09-30'],
    ['202209', '2022-09-01..2022-09-30'],
    ['2022/9', '2022-09-01..2022-09-30'],
    ['2022-02', '2022-02-01..2022-02-28'],
    ['2024-02', '2024-02-01..2024-02-29'],
    ['2022', '2022-01-01..2022-12-31'],
    ['1949', '1949-01-01..1949-12-31'],
    ['2200', '2200-01-01..2200-12-31'],
    ['2022Q1', '2022-01-01..2022-03-31'],
    ['2022-q4', '2022-10-01..2022-12-31'],
    ['2022H2', '2022-07-01..2022-12-31'],
    ['q2', '2022-04-01..2022-06-30'],
    ['H1', '2022-01-01..2022-06-30'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('from the day it is', () => {
  test.each([
    ['today', '2022-09-15'],
    ['Tomorrow', '2022-09-16'],
    ['yesterday', '2022-09-14'],
    ['今日', '2022-09-15'],
    ['明天', '2022-09-16'],
    ['前天', '2022-09-13'],
    ['后天', '2022-09-17'],
    ['this week', '2022-09-12..2022-09-18'],
    ['last-week', '2022-09-05..2022-09-11'],
    ['next-week', '2022-09-19..2022-09-25'],
    ['本周', '2022-09-12..2022-09-18'],
    ['这周', '2022-09-12..2022-09-18'],
    ['下周', '2022-09-19..2022-09-25'],
    ['上个星期', '2022-09-05..2022-09-11'],
    ['本周一', '2022-09-12'],
    ['上周五', '2022-09-09'],
    ['下星期日', '2022-09-25'],
    ['本周天', '2022-09-18'],
    ['this-month', '2022-09-01..2022-09-30'],
    ['next month', '2022-10-01..2022-10-31'],
    ['本月', '2022-09-01..2022-09-30'],
    ['下个月', '2022-10-01..2022-10-31'],
    ['本月15日', '2022-09-15'],
    ['上月下旬', '2022-08-21..2022-08-31'],
    ['next-quarter', '2022-10-01..2022-12-31'],
    ['last-quarter', '2022-04-01..2022-06-30'],
    ['本季度', '2022-07-01..2022-09-30'],
    ['下季度', '2022-10-01..2022-12-31'],
    ['this-year', '2022-01-01..2022-12-31'],
    ['next-year', '2023-01-01..2023-12-31'],
    ['今年', '2022-01-01..2022-12-31'],
    ['当年', '2022-01-01..2022-12-31'],
    ['上年', '2021-01-01..2021-12-31'],
    ['明年', '2023-01-01..2023-12-31'],
    ['前年', '2020-01-01..2020-12-31'],
    ['明年一季度', '2023-01-01..2023-03-31'],
    ['去年三季度', '2021-07-01..2021-09-30'],
    ['今年9月底', '2022-09-30'],
    ['去年底', '2021-12-31'],
    ['month end', '2022-09-30'],
    ['end of the month', '2022-09-30'],
    ['end of next month', '2022-10-31'],
    ['quarter-end', '2022-09-30'],
    ['end of this quarter', '2022-09-30'],
    ['end of last year', '2021-12-31'],
    ['月底', '2022-09-30'],
    ['月末', '2022-09-30'],
    ['下月底前', '2022-10-31'],
    ['季末', '2022-09-30'],
    ['本季末', '2022-09-30'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected));

  test.each([
    ['last-month', '2023-01-01', '2022-12-01..2022-12-31'],
    ['next-month', '2022-12-31', '2023-01-01..2023-01-31'],
    ['next-month', '2023-01-31', '2023-02-01..2023-02-28'],
    ['last-quarter', '2023-02-01', '2022-10-01..2022-12-31'],
    ['next-quarter', '2022-11-30', '2023-01-01..2023-03-31'],
    ['last-week', '2023-01-01', '2022-12-19..2022-12-25'],
    ['this-week', '2022-09-12', '2022-09-12..2022-09-18'],
    ['this-week', '2022-09-18', '2022-09-12..2022-09-18'],
    ['this-week', '2023-01-01', '2022-12-26..2023-01-01'],
    ['yesterday', '2024-03-01', '2024-02-29'],
    ['yesterday', '2023-03-01', '2023-02-28'],
    ['tomorrow', '2022-12-31', '2023-01-01'],
    ['month-end', '2024-02-10', '2024-02-29'],
    ['quarter-end', '2022-12-31', '2022-12-31'],
    ['quarter-end', '2023-01-01', '2023-03-31'],
    ['last-year', '2024-02-29', '2023-01-01..2023-12-31'],
  ])('%s on %s', (text, today, expected) => expect(told(text, on(today))).toBe(expected));
});

describe('counted from the day it is', () => {
  test.each([
    ['+30d', '2022-09-15..2022-10-15'],
    ['-14d', '2022-09-01..2022-09-15'],
    ['+0d', '2022-09-15'],
    ['+2w', '2022-09-15..2022-09-29'],
    ['-3m', '2022-06-15..2022-09-15'],
    ['+1q', '2022-09-15..2022-12-15'],
    ['+1y', '2022-09-15..2023-09-15'],
    ['+30 days', '2022-09-15..2022-10-15'],
    ['- 2 weeks', '2022-09-01..2022-09-15'],
    ['+3个月', '2022-09-15..2022-12-15'],
    ['-2周', '2022-09-01..2022-09-15'],
    ['+10天', '2022-09-15..2022-09-25'],
    ['30天内', '2022-09-15..2022-10-15'],
    ['30日内', '2022-09-15..2022-10-15'],
    ['三个月内', '2022-09-15..2022-12-15'],
    ['两周之内', '2022-09-15..2022-09-29'],
    ['一年内', '2022-09-15..2023-09-15'],
    ['半年内', '2022-09-15..2023-03-15'],
    ['未来7天', '2022-09-15..2022-09-22'],
    ['近30天', '2022-08-16..2022-09-15'],
    ['最近半年', '2022-03-15..2022-09-15'],
    ['过去两个季度', '2022-03-15..2022-09-15'],
    ['十五天后', '2022-09-30'],
    ['3天前', '2022-09-12'],
    ['within 30 days', '2022-09-15..2022-10-15'],
    ['the next 2 weeks', '2022-09-15..2022-09-29'],
    ['last 2 weeks', '2022-09-01..2022-09-15'],
    ['past 3 months', '2022-06-15..2022-09-15'],
    ['2 weeks from now', '2022-09-29'],
    ['3 days ago', '2022-09-12'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected));

  test.each([
    ['+1m', '2022-01-31', '2022-01-31..2022-02-28'],
    ['+1m', '2024-01-31', '2024-01-31..2024-02-29'],
    ['+13m', '2022-12-31', '2022-12-31..2024-01-31'],
    ['-1m', '2022-03-31', '2022-02-28..2022-03-31'],
    ['-1m', '2022-01-15', '2021-12-15..2022-01-15'],
    ['+1y', '2024-02-29', '2024-02-29..2025-02-28'],
    ['-1q', '2022-05-31', '2022-02-28..2022-05-31'],
    ['+1d', '2022-12-31', '2022-12-31..2023-01-01'],
    ['-1d', '2024-03-01', '2024-02-29..2024-03-01'],
  ])('%s on %s', (text, today, expected) => expect(told(text, on(today))).toBe(expected));
});

describe('in words', () => {
  test.each([
    ['9月', '2022-09-01..2022-09-30'],
    ['十二月', '2022-12-01..2022-12-31'],
    ['二〇二二年九月', '2022-09-01..2022-09-30'],
    ['22年9月', '2022-09-01..2022-09-30'],
    ['September', '2022-09-01..2022-09-30'],
    ['may', '2022-05-01..2022-05-31'],
    ['Sept 2022', '2022-09-01..2022-09-30'],
    ['30 Sept', '2022-09-30'],
    ['2月下旬', '2022-02-21..2022-02-28'],
    ['三季度', '2022-07-01..2022-09-30'],
    ['三季度内', '2022-07-01..2022-09-30'],
    ['三季度末', '2022-09-30'],
    ['前三季度', '2022-01-01..2022-09-30'],
    ['first quarter', '2022-01-01..2022-03-31'],
    ['下半年', '2022-07-01..2022-12-31'],
    ['全年', '2022-01-01..2022-12-31'],
    ['年内', '2022-01-01..2022-12-31'],
    ['2022年度', '2022-01-01..2022-12-31'],
    ['年中', '2022-06-30'],
    ['岁末', '2022-12-31'],
    ['2023年底', '2023-12-31'],
    ['end of 2022', '2022-12-31'],
    ['by September', '2022-09-30'],
    ['no later than 2022-09-30', '2022-09-30'],
    ['截至9月底', '2022-09-30'],
    ['2022年9月底前完成', '2022-09-30'],
    ['1月启动，9月底完成', '2022-01-01..2022-09-30'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected));

  test('without a year they are of the ledger, and without a ledger of the day it is', () => {
    expect(told('Q3', on('2023-02-01', 2022))).toBe('2022-07-01..2022-09-30');
    expect(told('年底', on('2023-02-01', 2022))).toBe('2022-12-31');
    expect(told('year-end', on('2023-02-01', 2022))).toBe('2022-12-31');
    expect(told('今年底', on('2023-02-01', 2022))).toBe('2023-12-31');
    expect(told('2月29日', on('2023-02-01', 2024))).toBe('2024-02-29');
    expect(told('Q3', { today: '2023-02-01' })).toBe('2023-07-01..2023-09-30');
  });
});

describe('from one to another', () => {
  test.each([
    ['2022-07-01..2022-09-30', '2022-07-01..2022-09-30'],
    [' 2022-07-01 .. 2022-09-30 ', '2022-07-01..2022-09-30'],
    ['7月..9月', '2022-07-01..2022-09-30'],
    ['Q1..Q2', '2022-01-01..2022-06-30'],
    ['2021Q4..今天', '2021-10-01..2022-09-15'],
    ['2022。。2023', '2022-01-01..2023-12-31'],
    ['2022．．2023', '2022-01-01..2023-12-31'],
    ['+7d..+30d', '2022-09-22..2022-10-15'],
    ['-30d..-7d', '2022-08-16..2022-09-08'],
    ['9月底..年底', '2022-09-30..2022-12-31'],
    ['today..today', '2022-09-15'],
    ['..9月底', '..2022-09-30'],
    ['..-7d', '..2022-09-08'],
    ['9月..', '2022-09-01..'],
    ['7月至9月', '2022-07-01..2022-09-30'],
    ['7月~9月', '2022-07-01..2022-09-30'],
    ['7-9月', '2022-07-01..2022-09-30'],
    ['9月1日至15日', '2022-09-01..2022-09-15'],
    ['2021年10月至12月', '2021-10-01..2021-12-31'],
    ['2022-07-01～2022-09-30', '2022-07-01..2022-09-30'],
    ['2022-07-01 to 2022-09-30', '2022-07-01..2022-09-30'],
    ['今天至年底', '2022-09-15..2022-12-31'],
    ['本周至年底', '2022-09-12..2022-12-31'],
    ['上周到下周', '2022-09-05..2022-09-25'],
    ['+7d~+30d', '2022-09-22..2022-10-15'],
  ])('%s', (text, expected) => expect(told(text)).toBe(expected));
});

describe('not told', () => {
  test.each([
    ['', 'unknown'],
    ['..', 'unknown'],
    ['2022..2023..2024', 'unknown'],
    ['2022...2023', 'unknown'],
    ['soon..9月', 'unknown'],
    ['9月..soon', 'unknown'],
    ['2022-02-29', 'impossible'],
    ['2022-13', 'impossible'],
    ['13月', 'impossible'],
    ['2月29日', 'impossible'],
    ['9月..7月', 'impossible'],
    ['9月至7月', 'impossible'],
    ['today..yesterday', 'impossible'],
    ['1948', 'year'],
    ['2201-01-01', 'year'],
    ['+9999y', 'year'],
    ['-9999m', 'year'],
    ['2w', 'duration'],
    ['30天', 'duration'],
    ['3个月', 'duration'],
    ['10个工作日内', 'duration'],
    ['20年内', 'duration'],
    ['9月内', 'duration'],
    ['03/04/2022', 'order'],
    ['2022.1', 'lost-zero'],
    ['国庆前', 'vague'],
    ['9月前', 'before'],
    ['9月起', 'start'],
    ['长期', 'unknown'],
    ['无', 'unknown'],
    ['44834', 'unknown'],
    ['15日', 'unknown'],
    ['30日前', 'unknown'],
    ['今年以来', 'unknown'],
    ['last quarter of 2022', 'unknown'],
    ['9月底前完成100家', 'unknown'],
    [`9月${' '.repeat(100)}`, 'unknown'],
  ])('%s', (text, why) => expect(told(text)).toBe(`? ${why}`));
});

describe('one day', () => {
  const day = (text: string, end: 'first' | 'last') => {
    const found = readDay(text, clock, end);
    return typeof found === 'string' ? found : `? ${found.why}`;
  };

  test.each([
    ['2022-09-30', '2022-09-30', '2022-09-30'],
    ['9月', '2022-09-01', '2022-09-30'],
    ['9月底', '2022-09-30', '2022-09-30'],
    ['上周', '2022-09-05', '2022-09-11'],
    ['+30d', '2022-10-15', '2022-10-15'],
    ['-14d', '2022-09-01', '2022-09-01'],
    ['30天内', '2022-09-15', '2022-10-15'],
    ['7月至9月', '2022-07-01', '2022-09-30'],
    ['7月..', '2022-07-01', '? start'],
    ['..9月', '? unknown', '2022-09-30'],
    ['2022-02-30', '? impossible', '? impossible'],
  ])('%s', (text, first, last) =>
    expect([day(text, 'first'), day(text, 'last')]).toEqual([first, last]),
  );
});

describe('whatever is typed', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '今',
          '明',
          '去',
          '上',
          '下',
          '本',
          '前',
          '年',
          '月',
          '日',
          '天',
          '周',
          '季度',
          '半',
          '底',
          '末',
          '内',
          '至',
          '到',
        ],
        ...[
          '一',
          '十',
          '两',
          '..',
          '-',
          '+',
          '~',
          ' ',
          '.',
          '/',
          'd',
          'w',
          'm',
          'Q',
          'H',
          'of',
          'end',
          'last',
          'next',
          'week',
        ],
        ...[
          'month',
          'quarter',
          'year',
          'today',
          'by',
          'Sept',
          'May',
          '２０２２',
          '９',
          '＋',
          '\u0000',
          '\ud800',
          '²',
        ],
      ),
      fc.nat({ max: 9999 }).map(String),
    ),
    { maxLength: 9 },
  );
  const days = fc
    .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const texts = fc.oneof(
    pieces.map((all) => all.join('')),
    fc.string({ unit: 'grapheme' }),
  );

  test('gives days that exist, the first not after the last, and never throws', () => {
    fc.assert(
      fc.property(texts, days, fc.integer({ min: 1, max: 9999 }), (text, today, year) => {
        const period = readPeriod(text, { today, year });
        if (period.is === 'unclear') return;
        const { from, to } = period;
        expect(from ?? to).not.toBeNull();
        for (const day of [from, to]) {
          if (day === null) continue;
          expect(isDay(day)).toBe(true);
          expect(day >= '1949-01-01' && day <= '2200-12-31').toBe(true);
        }
        if (from !== null && to !== null) expect(to >= from).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('is a day of the stretch where one day is wanted', () => {
    fc.assert(
      fc.property(texts, days, fc.constantFrom('first', 'last'), (text, today, end) => {
        const day = readDay(text, { today }, end);
        const period = readPeriod(text, { today });
        if (typeof day !== 'string') return;
        expect(period.is).toBe('period');
        if (period.is === 'unclear') return;
        expect((period.from ?? day) <= day && day <= (period.to ?? day)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  test('means the same in full width', () => {
    const wide = (text: string) =>
      text.replace(/[!-~]/g, (each) => String.fromCodePoint(each.charCodeAt(0) + 0xfee0));
    fc.assert(
      fc.property(pieces, days, (all, today) => {
        const text = all.join('');
        expect(readPeriod(wide(text), { today })).toEqual(readPeriod(text, { today }));
      }),
      { numRuns: 3000 },
    );
  });

  test('a day as files have it is that day on any day', () => {
    const within = fc
      .date({ min: new Date('1949-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(within, days, fc.constantFrom('first', 'last'), (day, today, end) => {
        expect(readDay(day, { today }, end)).toBe(day);
      }),
    );
  });
});

describe('the page about days', () => {
  const page = read(projectRoot, 'docs/dates.md');
  const rows = (cells: number) =>
    [...page.matchAll(/^\| `([^`]+)` \|(.*)\|\r?$/gm)]
      .map(([, text = '', rest = '']) => [text, ...rest.split('|').map((cell) => cell.trim())])
      .filter(({ length }) => length === cells);

  test('has both of its tables', () => {
    expect([rows(4).length, rows(2).length]).toEqual([49, 11]);
  });

  test.each(rows(4))('%s on %s', (text = '', today = '', from = '', to = '') => {
    const open = (day: string) => (day === 'open' ? null : day);
    const expected = { is: 'period', from: open(from), to: open(to) };
    expect(readPeriod(text, on(today))).toEqual(expected);
  });

  test.each(rows(2))('%s: %s', (text = '', why = '') => {
    expect(readPeriod(text, clock)).toEqual({ is: 'unclear', why });
  });
});
