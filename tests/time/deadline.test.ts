/** Deadlines as offices write them, each with the day it means, or why it cannot be told. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDay } from '../../src/model/dates.ts';
import { type Deadline, orderOf, readDeadline } from '../../src/time/deadline.ts';

const year = 2022;
const read = (text: string) => readDeadline(text, { year });

/** `2022-01-01..2022-09-30 rounded byYear`, to be short in tables. */
const told = (deadline: Deadline): string => {
  if (deadline.is === 'unclear') return `? ${deadline.why}`;
  if (deadline.is !== 'days') return deadline.is;
  const { start, due, rounded, byYear } = deadline;
  return [start ? `${start}..${due}` : due, rounded && 'rounded', byYear && 'byYear']
    .filter(Boolean)
    .join(' ');
};

describe('in Chinese', () => {
  test.each([
    ['2022年9月底前', '2022-09-30 rounded'],
    ['2022年9月底', '2022-09-30 rounded'],
    ['2022年9月末', '2022-09-30 rounded'],
    ['2022年9月月底', '2022-09-30 rounded'],
    ['2022年9月份', '2022-09-30 rounded'],
    ['2022年9月内', '2022-09-30 rounded'],
    ['2022年9月30日', '2022-09-30'],
    ['2022年9月30日前', '2022-09-30'],
    ['2022年9月30日之前', '2022-09-30'],
    ['2022 年 9 月 30 日', '2022-09-30'],
    ['2022年9月30号', '2022-09-30'],
    ['2022年09月05日', '2022-09-05'],
    ['2022年9月\n底前', '2022-09-30 rounded'],
    ['２０２２年９月底前', '2022-09-30 rounded'],
    ['（2022年9月底前）', '2022-09-30 rounded'],
    ['9月底', '2022-09-30 rounded byYear'],
    ['9月', '2022-09-30 rounded byYear'],
    ['9月30日', '2022-09-30 byYear'],
    ['9月30', '2022-09-30 byYear'],
    ['2月底', '2022-02-28 rounded byYear'],
    ['2024年2月底', '2024-02-29 rounded'],
    ['2024年2月29日', '2024-02-29'],
    ['22年9月', '2022-09-30 rounded'],
    ['22年底', '2022-12-31 rounded'],
    ['2022年三季度', '2022-09-30 rounded'],
    ['2022年三季度末', '2022-09-30 rounded'],
    ['2022年三季度末前', '2022-09-30 rounded'],
    ['2022年三季度内', '2022-09-30 rounded'],
    ['2022年第三季度', '2022-09-30 rounded'],
    ['2022年前三季度', '2022-09-30 rounded'],
    ['2022三季度', '2022-09-30 rounded'],
    ['第三季度', '2022-09-30 rounded byYear'],
    ['第3季度', '2022-09-30 rounded byYear'],
    ['3季度', '2022-09-30 rounded byYear'],
    ['三季度', '2022-09-30 rounded byYear'],
    ['一季度末', '2022-03-31 rounded byYear'],
    ['二季末', '2022-06-30 rounded byYear'],
    ['上半年', '2022-06-30 rounded byYear'],
    ['下半年', '2022-12-31 rounded byYear'],
    ['2023年上半年', '2023-06-30 rounded'],
    ['2022上半年内', '2022-06-30 rounded'],
    ['年中', '2022-06-30 rounded byYear'],
    ['2023年中前', '2023-06-30 rounded'],
    ['年内', '2022-12-31 rounded byYear'],
    ['年底', '2022-12-31 rounded byYear'],
    ['年底前', '2022-12-31 rounded byYear'],
    ['年末', '2022-12-31 rounded byYear'],
    ['岁末', '2022-12-31 rounded byYear'],
    ['全年', '2022-12-31 rounded byYear'],
    ['当年', '2022-12-31 rounded byYear'],
    ['本年', '2022-12-31 rounded byYear'],
    ['本年度内', '2022-12-31 rounded byYear'],
    ['今年年底前', '2022-12-31 rounded byYear'],
    ['2022年年底', '2022-12-31 rounded'],
    ['2022年底前', '2022-12-31 rounded'],
    ['2022年末', '2022-12-31 rounded'],
    ['2022年内', '2022-12-31 rounded'],
    ['2022年度', '2022-12-31 rounded'],
    ['2023年', '2023-12-31 rounded'],
    ['12月上旬', '2022-12-10 rounded byYear'],
    ['12月中旬', '2022-12-20 rounded byYear'],
    ['12月下旬', '2022-12-31 rounded byYear'],
    ['2023年2月下旬', '2023-02-28 rounded'],
    ['2022年12月月底', '2022-12-31 rounded'],
    ['明年6月', '2023-06-30 rounded byYear'],
    ['次年3月底前', '2023-03-31 rounded byYear'],
    ['明年', '2023-12-31 rounded byYear'],
    ['二〇二二年九月', '2022-09-30 rounded'],
    ['二零二二年九月三十日', '2022-09-30'],
    ['二○二二年十二月二十五日前', '2022-12-25'],
    ['九月底前', '2022-09-30 rounded byYear'],
    ['十二月', '2022-12-31 rounded byYear'],
    ['十月廿一日', '2022-10-21 byYear'],
    ['2022年12月31日24时前', '2022-12-31'],
    ['2022年12月31日（星期六）18:00前', '2022-12-31'],
    ['于2022年9月底前完成', '2022-09-30 rounded'],
    ['力争2022年9月底前', '2022-09-30 rounded'],
    ['原则上9月底前完成', '2022-09-30 rounded byYear'],
    ['截至2022年9月30日', '2022-09-30'],
    ['9月底前完成并长期坚持', '2022-09-30 rounded byYear'],
    ['9月底前出台实施方案', '2022-09-30 rounded byYear'],
    ['9月底前完成投资1.5亿元', '2022-09-30 rounded byYear'],
    ['9月底前完成80%', '2022-09-30 rounded byYear'],
    ['2025年底前完成三年行动任务', '2025-12-31 rounded'],
    ['按穗府〔2021〕3号文要求于9月底前完成', '2022-09-30 rounded byYear'],
    ['9月底前（2022年9月30日）', '2022-09-30'],
    ['1. 9月底前出台', '2022-09-30 rounded byYear'],
    ['①9月底前出台', '2022-09-30 rounded byYear'],
    ['（1）9月底前出台', '2022-09-30 rounded byYear'],
    ['2022年中央部署落实', '2022-12-31 rounded'],
  ])('%j is %s', (text, expected) => {
    expect(told(read(text))).toBe(expected);
  });
});

describe('in figures', () => {
  test.each([
    ['2022.9.30', '2022-09-30'],
    ['2022.9.30前', '2022-09-30'],
    ['2022. 9. 30', '2022-09-30'],
    ['2022.9', '2022-09-30 rounded'],
    ['2022.09', '2022-09-30 rounded'],
    ['2022.9月底', '2022-09-30 rounded'],
    ['2022.10', '2022-10-31 rounded'],
    ['2022/9/30', '2022-09-30'],
    ['2022/9', '2022-09-30 rounded'],
    ['09/2022', '2022-09-30 rounded'],
    ['9-2022', '2022-09-30 rounded'],
    ['2022-09-30', '2022-09-30'],
    ['2022-09', '2022-09-30 rounded'],
    ['2022-09-30 00:00:00', '2022-09-30'],
    ['2022-09-30T00:00:00.000Z', '2022-09-30'],
    ['2022-9-30 18:00', '2022-09-30'],
    ['20220930', '2022-09-30'],
    ['202209', '2022-09-30 rounded'],
    ['2022', '2022-12-31 rounded'],
    ['44834', '2022-09-30'],
    ['44834.0', '2022-09-30'],
    ['44834.75', '2022-09-30'],
    ['31/12/2022', '2022-12-31'],
    ['12/31/2022', '2022-12-31'],
    ['30.09.2022', '2022-09-30'],
    ['30-09-2022', '2022-09-30'],
    ['05/05/2022', '2022-05-05'],
    ['30/09/22', '2022-09-30'],
    ['22/9/30', '2022-09-30'],
    ['9/30', '2022-09-30 byYear'],
    ['30/9', '2022-09-30 byYear'],
    ['9.30前', '2022-09-30 byYear'],
    ['12.31', '2022-12-31 byYear'],
    ['11.15', '2022-11-15 byYear'],
    ['9.22', '2022-09-22 byYear'],
    ['30.9', '2022-09-30 byYear'],
    ['30.9前', '2022-09-30 byYear'],
    ['12/31', '2022-12-31 byYear'],
    ['31/12', '2022-12-31 byYear'],
    ['9.1-12.31', '? order'],
    ['6.15-12.31', '2022-06-15..2022-12-31 byYear'],
  ])('%j is %s', (text, expected) => {
    expect(told(read(text))).toBe(expected);
  });

  test.each([
    ['03/04/2022', 'dmy', '2022-04-03'],
    ['03/04/2022', 'mdy', '2022-03-04'],
    ['03/04/22', 'dmy', '2022-04-03'],
    ['3/4', 'mdy', '2022-03-04 byYear'],
    ['31/12/2022', 'mdy', '? impossible'],
    ['9月底', 'mdy', '2022-09-30 rounded byYear'],
  ] as const)('%j in a column of %s is %s', (text, order, expected) => {
    expect(told(readDeadline(text, { year, order }))).toBe(expected);
  });
});

test.each([2022, 2026, 2029, 2030])(
  'the end of a month is a day of the year %d and not a month of another',
  (ofYear) => {
    for (const text of ['12.31', '9.30', '12/31', '9/30', '31/12', '30/9', '30.9']) {
      const day = text.startsWith('12') || text.endsWith('12') ? '12-31' : '09-30';
      expect(told(readDeadline(text, { year: ofYear })), text).toBe(`${ofYear}-${day} byYear`);
    }
  },
);

describe('in English', () => {
  test.each([
    ['30 September 2022', '2022-09-30'],
    ['30th September 2022', '2022-09-30'],
    ['30th of September, 2022', '2022-09-30'],
    ['30 Sept. 2022', '2022-09-30'],
    ['Sept 30 2022', '2022-09-30'],
    ['September 30, 2022', '2022-09-30'],
    ['September 30th, 2022', '2022-09-30'],
    ['30-Sep-22', '2022-09-30'],
    ['30-Sep-2022', '2022-09-30'],
    ['30 Sep', '2022-09-30 byYear'],
    ['September 30', '2022-09-30 byYear'],
    ['2022-Sep-30', '2022-09-30'],
    ['September 2022', '2022-09-30 rounded'],
    ['SEPTEMBER 2022', '2022-09-30 rounded'],
    ['Sep-2022', '2022-09-30 rounded'],
    ["Sep '22", '2022-09-30 rounded'],
    ['May 2022', '2022-05-31 rounded'],
    ['May', '2022-05-31 rounded byYear'],
    ['by end of September', '2022-09-30 rounded byYear'],
    ['by the end of May', '2022-05-31 rounded byYear'],
    ['end September 2022', '2022-09-30 rounded'],
    ['end of 2022', '2022-12-31 rounded'],
    ['end-2022', '2022-12-31 rounded'],
    ['year end', '2022-12-31 rounded byYear'],
    ['Year-end 2023', '2023-12-31 rounded'],
    ['by the end of the year', '2022-12-31 rounded byYear'],
    ['mid-2022', '2022-06-30 rounded'],
    ['H1 2022', '2022-06-30 rounded'],
    ['2022 H2', '2022-12-31 rounded'],
    ['first half', '2022-06-30 rounded byYear'],
    ['second half of 2023', '2023-12-31 rounded'],
    ['third quarter', '2022-09-30 rounded byYear'],
    ['3rd quarter of 2022', '2022-09-30 rounded'],
    ['Q3', '2022-09-30 rounded byYear'],
    ['2022Q3', '2022-09-30 rounded'],
    ['2022-Q3', '2022-09-30 rounded'],
    ['Q3 2022', '2022-09-30 rounded'],
    ['Q3/2022', '2022-09-30 rounded'],
    ['Q3 22', '2022-09-30 rounded'],
    ['by 2025', '2025-12-31 rounded'],
    ['All schools connected by 2025', '2025-12-31 rounded'],
    ['No later than 30 June 2022', '2022-06-30'],
    ['Publish the plan by June 2022.', '2022-06-30 rounded'],
    ['To be completed by 30 June 2022', '2022-06-30'],
    ['before 30 June 2022', '2022-06-30'],
    ['before the end of June 2022', '2022-06-30 rounded'],
  ])('%j is %s', (text, expected) => {
    expect(told(read(text))).toBe(expected);
  });
});

describe('a stretch has a start', () => {
  test.each([
    ['2022年1月-9月', '2022-01-01..2022-09-30 rounded'],
    ['2022年1-9月', '2022-01-01..2022-09-30 rounded'],
    ['1—9月', '2022-01-01..2022-09-30 rounded byYear'],
    ['1～9月', '2022-01-01..2022-09-30 rounded byYear'],
    ['一至九月', '2022-01-01..2022-09-30 rounded byYear'],
    ['2022.01–2022.12', '2022-01-01..2022-12-31 rounded'],
    ['2022.1-2022.9', '2022-01-01..2022-09-30 rounded'],
    ['2022.01-12', '2022-01-01..2022-12-31 rounded'],
    ['2022-01-2022-12', '2022-01-01..2022-12-31 rounded'],
    ['2022年3月至2023年6月', '2022-03-01..2023-06-30 rounded'],
    ['2022年10月至次年3月', '2022-10-01..2023-03-31 rounded'],
    ['10月至2023年3月', '2022-10-01..2023-03-31 rounded'],
    ['1月1日至6月30日', '2022-01-01..2022-06-30 byYear'],
    ['9月1日-15日', '2022-09-01..2022-09-15 byYear'],
    ['2022/1/1-2022/6/30', '2022-01-01..2022-06-30'],
    ['2022-01-01 至 2022-06-30', '2022-01-01..2022-06-30'],
    ['20220101-20220630', '2022-01-01..2022-06-30'],
    ['自2022年3月起至2023年6月止', '2022-03-01..2023-06-30 rounded'],
    ['一季度至三季度', '2022-01-01..2022-09-30 rounded byYear'],
    ['1-3季度', '2022-01-01..2022-09-30 rounded byYear'],
    ['2021-2023年', '2021-01-01..2023-12-31 rounded'],
    ['2021–2023', '2021-01-01..2023-12-31 rounded'],
    ['January to September 2022', '2022-01-01..2022-09-30 rounded'],
    ['Jan–Sep 2022', '2022-01-01..2022-09-30 rounded'],
    ['1 January 2022 to 30 June 2023', '2022-01-01..2023-06-30'],
    ['1–30 September 2022', '2022-09-01..2022-09-30'],
    ['from March 2022 until June 2022', '2022-03-01..2022-06-30 rounded'],
    ['Q2 2022 - Q1 2023', '2022-04-01..2023-03-31 rounded'],
    ['1月启动，9月底完成', '2022-01-01..2022-09-30 rounded byYear'],
    ['2022年3月启动，9月底前完成', '2022-03-01..2022-09-30 rounded'],
    ['Start: January 2022; End: June 2023', '2022-01-01..2023-06-30 rounded'],
  ])('%j is %s', (text, expected) => {
    expect(told(read(text))).toBe(expected);
  });
});

test.each([
  '长期坚持',
  '长期',
  '持续推进',
  '常态化',
  '常态化推进',
  '每年',
  '每季度',
  '每月25日前报送',
  '全年持续',
  '2022年全年持续推进',
  '逐年推进',
  'Ongoing',
  'On-going',
  'continuous',
  'annually',
  'quarterly',
])('%j has no deadline and needs none', (text) => {
  expect(read(text)).toEqual({ is: 'ongoing' });
});

test.each([
  '',
  ' ',
  '\n',
  '/',
  '-',
  '—',
  '——',
  '无',
  '暂无',
  'N/A',
  'n/a',
  'TBD',
  'tbc',
  '待定',
  '　',
  '…',
])('%j says nothing', (text) => {
  expect(read(text)).toEqual({ is: 'none' });
});

describe('cannot be told', () => {
  test.each([
    ['①6月底前；②9月底前', 'several'],
    ['①6月底前出台方案；②12月底前全面推开', 'several'],
    ['6月底、12月底', 'several'],
    ['6、12月底', 'several'],
    ['一、二季度', 'several'],
    ['1月底前启动，9月底前完成', 'several'],
    ['2022年6月30日、2022年12月31日', 'several'],
    ['9月底前，3个月内', 'duration'],
    ['每年12月底前', 'several'],
    ['3 and 30 September 2022', 'several'],
    ['June 2022, December 2022', 'several'],
    ['9月底前报告，年底完成', 'several'],
    ['03/04/2022', 'order'],
    ['03.04.2022', 'order'],
    ['3/4', 'order'],
    ['9.3', 'order'],
    ['12.3', 'order'],
    ['22.9', 'order'],
    ['30.1', 'lost-zero'],
    ['30.15', 'impossible'],
    ['31.9', 'impossible'],
    ['9.31', 'impossible'],
    ['新建道路30.9公里', 'unknown'],
    ['Sep-22', 'order'],
    ['22/9/24', 'order'],
    ['9月31日', 'impossible'],
    ['2月30日', 'impossible'],
    ['2022年2月29日', 'impossible'],
    ['13月', 'impossible'],
    ['0月', 'impossible'],
    ['五季度', 'impossible'],
    ['2022-13-01', 'impossible'],
    ['20221301', 'impossible'],
    ['202213', 'impossible'],
    ['32/12/2022', 'impossible'],
    ['31 June 2022', 'impossible'],
    ['2022年9月至3月', 'impossible'],
    ['2月29日', 'impossible'],
    ['9月前', 'before'],
    ['9月份前', 'before'],
    ['2022年9月之前', 'before'],
    ['三季度前', 'before'],
    ['2022年前', 'before'],
    ['12月中旬前', 'before'],
    ['before September 2022', 'before'],
    ['9月初', 'vague'],
    ['年初', 'vague'],
    ['9月中', 'vague'],
    ['12月中下旬', 'vague'],
    ['农历八月', 'vague'],
    ['Summer 2022', 'vague'],
    ['spring', 'vague'],
    ['early 2023', 'vague'],
    ['late September', 'vague'],
    ['mid-September 2022', 'vague'],
    ['FY2022/23 Q1', 'vague'],
    ['Q1 FY22', 'vague'],
    ['2022/23', 'vague'],
    ['end of the financial year', 'vague'],
    ['2025年持续推进', 'vague'],
    ['within 6 months', 'duration'],
    ['6个月内', 'duration'],
    ['三个月内', 'duration'],
    ['15个工作日内', 'duration'],
    ['两年内', 'duration'],
    ['3月内', 'duration'],
    ['9月起', 'start'],
    ['2022年9月启动', 'start'],
    ['自2022年9月1日起施行', 'start'],
    ['from September 2022', 'start'],
    ['1922年9月', 'year'],
    ['2922年9月30日', 'year'],
    ['20000', 'year'],
    ['2022.1', 'lost-zero'],
    ['9', 'unknown'],
    ['62000', 'unknown'],
    ['Completed', 'unknown'],
    ['Completed 30 June 2022', 'unknown'],
    ['已于6月底完成', 'unknown'],
    ['已完成', 'unknown'],
    ['国庆节前', 'vague'],
    ['2022年春节前', 'vague'],
    ['2022年秋季', 'vague'],
    ['2022 onwards', 'start'],
    ['9月底前启动', 'start'],
    ['22/09', 'order'],
    ['9/22', 'order'],
    ['2022 09 30', 'unknown'],
    ['2022，9，30', 'unknown'],
    ['30 09 2022', 'unknown'],
    ['落实国务院2022年重点工作任务分工方案', 'unknown'],
    ['Strategy 2022', 'unknown'],
    ['30 septembre 2022', 'unknown'],
    ['septembre 2022', 'unknown'],
    ['30 de septiembre de 2022', 'unknown'],
    ['сентябрь 2022', 'unknown'],
    ['fin 2022', 'unknown'],
    ['尽快', 'unknown'],
    ['22年', 'unknown'],
    ['学年末', 'unknown'],
    ['May need more time', 'unknown'],
    ['一二月底', 'unknown'],
    ['八月十五', 'unknown'],
    ['30 September 12 schools', 'unknown'],
    [`9月底${'前'.repeat(1000)}`, 'unknown'],
  ])('%j: %s', (text, why) => {
    expect(told(read(text))).toBe(`? ${why}`);
  });
});

test.each([
  [['31/12/2022', '03/04/2022'], 'dmy'],
  [['12/31/2022', '03/04/2022'], 'mdy'],
  [['31/12/2022', '12/31/2022'], undefined],
  [['03/04/2022', '05/06/2022'], undefined],
  [['31.12.2022'], 'dmy'],
  [['１３/04/2022'], 'dmy'],
  [['from 13/04/2022 to 03/05/2022'], 'dmy'],
  [['2022-12-31', '9月底', ''], undefined],
  [['32/31/2022'], undefined],
  [[], undefined],
])('a column of %j is %s', (texts, order) => {
  expect(orderOf(texts)).toBe(order);
});

const settings = { seed: 2022, numRuns: 400 };

const pad = (value: number) => String(value).padStart(2, '0');
const wide = (text: string) =>
  text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
const figures = '〇一二三四五六七八九';
const spoken = (value: number): string => {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens > 1 ? figures[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? figures[ones] : ''}`;
};
const names =
  'January February March April May June July August September October November December';

const aDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const written = (day: string): readonly string[] => {
  const [y = 0, m = 0, d = 0] = day.split('-').map(Number);
  const name = names.split(' ')[m - 1] ?? '';
  const digits = [...String(y)].map((each) => figures[Number(each)]).join('');
  return [
    day,
    `${y}年${m}月${d}日`,
    `${y}年${m}月${d}日前`,
    `于${y} 年 ${pad(m)} 月 ${pad(d)} 日之前完成`,
    `${digits}年${spoken(m)}月${spoken(d)}日`,
    `${y}.${m}.${d}`,
    `${y}/${pad(m)}/${pad(d)}`,
    `${y}${pad(m)}${pad(d)}`,
    `${day} 17:30:00`,
    `${d} ${name} ${y}`,
    `${name} ${d}, ${y}`,
    `${d}-${name.slice(0, 3)}-${y}`,
    `by ${d} ${name.toUpperCase()} ${y}`,
  ];
};

describe('whatever is written', () => {
  test('every day reads back from every form, narrow and wide', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        for (const text of written(day)) {
          expect(read(text), text).toEqual({ is: 'days', due: day });
          expect(read(wide(text)), wide(text)).toEqual({ is: 'days', due: day });
        }
      }),
      settings,
    );
  });

  test('a day of a column that tells its order reads back', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const [y, m, d] = day.split('-');
        const due = { is: 'days', due: day };
        expect(readDeadline(`${d}/${m}/${y}`, { year, order: 'dmy' })).toEqual(due);
        expect(readDeadline(`${m}/${d}/${y}`, { year, order: 'mdy' })).toEqual(due);
      }),
      settings,
    );
  });

  test('a number of an office program is the day it shows', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        const serial = (Date.parse(day) - Date.parse('1899-12-30')) / 86_400_000;
        const expected =
          serial <= 60_000 ? { is: 'days', due: day } : { is: 'unclear', why: 'unknown' };
        expect(read(String(serial))).toEqual(expected);
      }),
      settings,
    );
  });

  const part = fc.constantFrom(
    ...'2022 22 9 31 0 年 月 日 底 前 季度 第 三 十 上半年 至 - / . ~ （ ） 、 ； 每 持续 ① 内 Sep may end of by q3 fy to mid within months'.split(
      ' ',
    ),
    ' ',
    '\n',
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(part, { maxLength: 14 }).map((parts) => parts.join('')),
  );

  test('it is an answer, and a start is not later than its end', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('dmy', 'mdy', undefined), (text, order) => {
        const answer = readDeadline(text, order ? { year, order } : { year });
        if (answer.is !== 'days') return;
        expect(isDay(answer.due)).toBe(true);
        if (answer.start !== undefined) expect(answer.start <= answer.due).toBe(true);
      }),
      { ...settings, numRuns: 4000 },
    );
  });

  test('wide and narrow letters read the same', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 10 }), (parts) => {
        const text = parts.join('');
        expect(read(wide(text))).toEqual(read(text));
      }),
      { ...settings, numRuns: 2000 },
    );
  });

  test.each(['1', '9月', '2022.', '1-', '一', ' ', '2022年', '(', 'within ', '-', 'may '])(
    'a long cell of %j is no deadline, or none at all',
    (unit) => {
      expect(read(unit.repeat(32_767 / unit.length)).is).not.toBe('days');
      expect(read(unit.repeat(1000 / unit.length)).is).not.toBe('days');
    },
  );
});
