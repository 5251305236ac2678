/** Lights in words: every reason, in both languages, with its figures. */
import { describe, expect, test } from 'vitest';
import type { LightReason } from '../src/model/lights.ts';
import { lights as en } from '../src/words/en-lights.ts';
import { lights as zh } from '../src/words/zh-lights.ts';

const due = '2022-09-30';
const overdue: LightReason = { rule: 'overdue', colour: 'red', days: 31, due };
const behind: LightReason = {
  rule: 'behind',
  colour: 'yellow',
  points: 24,
  planned: 64,
  progress: 40,
};

const rows: readonly (readonly [LightReason, string, string])[] = [
  [overdue, 'red: 31 days overdue (due 2022-09-30)', '红灯：逾期31天（完成时限 2022-09-30）'],
  [
    { ...overdue, days: 1 },
    'red: 1 day overdue (due 2022-09-30)',
    '红灯：逾期1天（完成时限 2022-09-30）',
  ],
  [
    behind,
    'yellow: 24 points behind plan (progress 40 %, planned 64 %)',
    '黄灯：落后计划24个百分点（进度40%，计划64%）',
  ],
  [
    { rule: 'start_late', colour: 'yellow', months: 1, start: '2022-03-15' },
    'yellow: not started (planned for 2022-03-15, 1 calendar month late)',
    '黄灯：未按时启动（计划 2022-03-15 启动，按月计已迟1个月）',
  ],
  [
    { rule: 'report_late', colour: 'red', periods: 2, since: '2022-03-20' },
    'red: 2 reporting days missed (last heard of 2022-03-20)',
    '红灯：已漏报2期（最近一次报送 2022-03-20）',
  ],
  [
    { rule: 'blocked', colour: 'yellow', days: 18, since: '2022-10-13' },
    'yellow: blocked for 18 days (since 2022-10-13)',
    '黄灯：受阻18天（自 2022-10-13 起）',
  ],
  [
    { rule: 'due_soon', colour: 'yellow', days: 14, due },
    'yellow: due in 14 days (2022-09-30)',
    '黄灯：距完成时限14天（2022-09-30）',
  ],
  [
    { rule: 'due_soon', colour: 'yellow', days: 0, due },
    'yellow: due today (2022-09-30)',
    '黄灯：今日到期（2022-09-30）',
  ],
  [
    { rule: 'excused', colour: 'green', until: '2022-10-31', without: [overdue, behind] },
    'green: excused until 2022-10-31, otherwise red: 31 days overdue (due 2022-09-30); 24 points behind plan (progress 40 %, planned 64 %)',
    '绿灯：准予缓办至 2022-10-31，否则应为红灯：逾期31天（完成时限 2022-09-30）；落后计划24个百分点（进度40%，计划64%）',
  ],
  [
    { rule: 'memory', colour: 'yellow', days: 3, since: '2022-10-28' },
    'yellow: caught up, and still red 3 days ago (2022-10-28)',
    '黄灯：已赶上进度，3天前（2022-10-28）仍为红灯',
  ],
  [
    { rule: 'listed', colour: 'unknown' },
    'cannot be judged: nothing was published of its progress',
    '无法判断：进展情况未公开',
  ],
  [
    { rule: 'no_deadline', colour: 'unknown', basis: 'published' },
    'cannot be judged: no deadline was published',
    '无法判断：完成时限未公开',
  ],
  [
    { rule: 'no_deadline', colour: 'unknown', basis: 'office' },
    'cannot be judged: it has no deadline',
    '无法判断：未明确完成时限',
  ],
  [
    { rule: 'on_plan', colour: 'green', planned: 50, progress: 60 },
    'green: progress 60 %, planned 50 %',
    '绿灯：进度60%，计划50%',
  ],
  [
    { rule: 'unmeasured', colour: 'unknown', planned: 50 },
    'cannot be judged: no progress figure to hold against the plan (50 %)',
    '无法判断：未报送进度，无从对照计划（50%）',
  ],
  [
    { rule: 'to_start', colour: 'green', start: '2022-11-01' },
    'green: to start 2022-11-01',
    '绿灯：计划 2022-11-01 启动',
  ],
  [
    { rule: 'in_time', colour: 'green', days: 40, due },
    'green: due in 40 days (2022-09-30)',
    '绿灯：距完成时限40天（2022-09-30）',
  ],
];

describe('a light says why', () => {
  test.each(rows)('%o', (reason, english, chinese) => {
    expect([en.sentence([reason]), zh.sentence([reason])]).toEqual([english, chinese]);
  });

  test('with all reasons, under the colour of the first', () => {
    expect(en.sentence([overdue, behind])).toMatch(/^red: .*overdue.*; 24 points/);
    expect(zh.sentence([overdue, behind])).toMatch(/^红灯：.*逾期.*；落后计划/);
  });

  test('or without any, as where all rules are off', () => {
    expect([en.sentence([]), zh.sentence([])]).toEqual(['green', '绿灯']);
  });

  test('and that nothing is owed, or how far a report is ahead', () => {
    expect([en.none('verified'), zh.none('已销号')]).toEqual([
      'no light: verified',
      '不亮灯：已销号',
    ]);
    expect([en.ahead(80, 1, 4, 25), zh.ahead(80, 1, 4, 25)]).toEqual([
      'reported 80 %, but 1 of 4 criteria met (25 %)',
      '自报进度80%，但4个节点仅完成1个（25%）',
    ]);
  });
});
