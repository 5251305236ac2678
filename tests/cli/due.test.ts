/** What is late and what is coming: on the ledger typed by hand by hand, on the made-up year worked out twice. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Setting } from '../desk.ts';
import { handLedger, projectRoot, realLedger, run } from '../harness.ts';
import { days, demoFolder, itemsOn, owes } from './naive.ts';

const hand = join(projectRoot, handLedger);
const plain: Setting = { width: 80, env: { NO_COLOR: '1' } };

const due = (ledger: string, day: string, args: readonly string[] = [], setting: Setting = {}) =>
  run(['due', ...args, '--ledger', ledger, '--today', day], setting);

interface Answer {
  readonly until: string;
  readonly count: number;
  readonly later: number;
  readonly not_judged: readonly string[];
  readonly items: readonly {
    readonly id: string;
    readonly due: string;
    readonly days_left: number;
    readonly overdue: boolean;
    readonly week: string;
    readonly excused: string | null;
  }[];
}

const answer = async (ledger: string, day: string, ...args: readonly string[]): Promise<Answer> =>
  JSON.parse((await due(ledger, day, [...args, '--json'])).out);

test('in a terminal of 80 columns: overdue, then week by week', async () => {
  const { exit, out, err } = await due(hand, '2022-10-31', [], plain);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatchInlineSnapshot(`
    " ID            ITEM             LEAD            DUE             DAYS  LIGHT    %
    Overdue
     T02.2#b       Main river       Ecology Bureau  2022-06-15  138 late  green   33
                   traced (excused
                   until
                   2022-10-31)
     T02.2         Trace and        Ecology Bureau  2022-09-30   31 late  green   33
                   number all
                   outfalls
                   (excused until
                   2022-10-31)
     T03.1         Catalogue of     Planning        2022-09-30   31 late  red     66
                   public credit    Bureau, Data
                   information      Bureau

    Week of 2022-10-31 (Mon–Sun), this week
     T03.2         Credit desks     Market          2022-10-31     today  yellow  80
                   for quality      Regulation
                   marks            Bureau
     T03.4#b       List published   Ecology         2022-10-31     today  red     33
                                    Bureau,
                                    Westbank
     westbank-1#d  First yard       Westbank        2022-10-31     today  red     33
                   cleared

    Week of 2022-11-28 (Mon–Sun)
     T02.1         Name a warden    Special Group   2022-11-30   30 left  green   50
                   for every reach  on Ecology
     westbank-1    Charging yards   Westbank        2022-11-30   30 left  red     33
                   under the
                   bridges
    3 overdue, 5 due by 2022-11-30 · Linjiang 2022 · as of 2022-10-31 ·
    illustrative: made up to show how a ledger works
    6 deadlines lie further ahead: reform due --within 2022-12-31
    "
  `);
});

test('in Chinese, by months', async () => {
  const args = ['--lang', 'zh', '--by', 'month', '--within', 'year-end'];
  expect((await due(hand, '2022-10-31', args, plain)).out).toMatchInlineSnapshot(`
    " 编号          事项            牵头单位      完成时限       距时限  亮灯  进度%
    已逾期
     T02.2#b       干流溯源完成（  市生态环境局  2022-06-15  逾期138天  绿灯     33
                   缓办至
                   2022-10-31）
     T02.2         入河排口溯源编  市生态环境局  2022-09-30   逾期31天  绿灯     33
                   号（缓办至
                   2022-10-31）
     T03.1         编制公共信用信  市规划和自然  2022-09-30   逾期31天  红灯     66
                   息目录          资源局、市政
                                   务服务数据管
                                   理局

    2022年10月，本月
     T03.2         质量信用服务窗  市市场监督管  2022-10-31   今天到期  黄灯     80
                   口              理局
     T03.4#b       清单公布        市生态环境局  2022-10-31   今天到期  红灯     33
                                   、西岸区
     westbank-1#d  首个场站清退    西岸区        2022-10-31   今天到期  红灯     33

    2022年11月
     T02.1         落实河段管护责  生态文明体制  2022-11-30     剩30天  绿灯     50
                   任人            改革专项小组
     westbank-1    桥下充电场站    西岸区        2022-11-30     剩30天  红灯     33

    2022年12月
     T01.1         出台“一窗通办”  市政务服务数  2022-12-31     剩61天  黄灯     45
                   服务规范        据管理局
     T01.2         审批窗口整体进  审批协同组    2022-12-31     剩61天  绿灯
                   驻
     T03.4#c       首批补绿        市生态环境局  2022-12-31     剩61天  红灯     33
                                   、西岸区
     T03.5         检查结果互认（  市市场监督管  2022-12-31     剩61天  黄灯     40
                   受阻）          理局
     eastbank-1    “夜间政务”服务  东岸区        2022-12-31     剩61天  黄灯     50
     westbank-2    水上驿站（缓办  西岸区        2022-12-31     剩61天  绿灯
                   至
                   2023-02-28）
    逾期3项，至 2022-12-31 到期11项 · 临江市2022年 · 截至 2022-10-31 ·
    示例数据：内容虚构，仅用于演示台账
    "
  `);
});

describe('by hand', () => {
  test('2022-07-01: criteria of their own day, what is due with its item once, the day after in the list', async () => {
    const { items, later, not_judged } = await answer(hand, '2022-07-01');
    expect(items.map(({ id, days_left }) => [id, days_left])).toEqual([
      // The postponement was taken back today.
      ['T01.2', -16],
      ['T02.2#b', -16],
      ['T02.1#a', -1],
      ['T03.2', -1],
    ]);
    // T01.1, T02.1, T02.2, T03.1, T03.3, T03.5, eastbank-1, eastbank-2, westbank-1 with b; T03.4 b and c.
    expect(later).toBe(12);
    expect(not_judged).toEqual([]);
  });

  test('2022-10-31: due today is not overdue; excused is, and says so; claimed is not there', async () => {
    const { items } = await answer(hand, '2022-10-31');
    expect(items.map(({ id, days_left, excused }) => [id, days_left, excused])).toEqual([
      ['T02.2#b', -138, '2022-10-31'],
      ['T02.2', -31, '2022-10-31'],
      ['T03.1', -31, null],
      ['T03.2', 0, null],
      ['T03.4#b', 0, null],
      ['westbank-1#d', 0, null],
      ['T02.1', 30, null],
      ['westbank-1', 30, null],
    ]);
    expect(items.map(({ week }) => week)).toEqual([
      '2022-06-13',
      '2022-09-26',
      '2022-09-26',
      '2022-10-31',
      '2022-10-31',
      '2022-10-31',
      '2022-11-28',
      '2022-11-28',
    ]);
  });

  test('how far ahead: days on, a day, a stretch to its end', async () => {
    const until = async (within: string) =>
      (await answer(hand, '2022-10-31', '--within', within)).until;
    expect(await until('30d')).toBe('2022-11-30');
    expect(await until('+2w')).toBe('2022-11-14');
    expect(await until('2022-12-31')).toBe('2022-12-31');
    expect(await until('year-end')).toBe('2022-12-31');
    expect(await until('年底')).toBe('2022-12-31');
    expect(await until('10天')).toBe('2022-11-10');
    // A month is a month, and not so many months on.
    expect(await until('12月')).toBe('2022-12-31');
    expect(await until('0d')).toBe('2022-10-31');
    expect((await answer(hand, '2022-10-31', '--within', 'year-end')).later).toBe(0);
  });

  test.each([['soon'], ['-14d'], ['2022-10-30']])('--within %s is refused', async (within) => {
    const { exit, out, err } = await due(hand, '2022-10-31', [`--within=${within}`]);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain(within);
  });

  test('a query narrows it down, is named below, and goes on in the command that looks further', async () => {
    const { out } = await due(hand, '2022-10-31', ['lead:westbank']);
    expect(out).toContain('westbank-1#d');
    expect(out).not.toContain('T03.1');
    expect(out).toContain('reform due lead:westbank --within 2022-12-31');
  });

  test('without a deadline nothing can be judged', async () => {
    // T03.4 has none of its own; once its criteria are met nothing says when it is due.
    const { not_judged } = await answer(hand, '2022-06-29');
    expect(not_judged).toEqual(['T03.4']);
  });

  test('CSV is one table, the first day of the week in a column', async () => {
    const { out } = await due(hand, '2022-10-31', ['--format', 'csv']);
    const lines = out.trimEnd().split('\n');
    expect(lines).toHaveLength(9);
    expect(lines[0]).toBe('week,id,title,lead,due,days_left,light,progress,note');
    expect(lines[1]).toBe(
      '2022-06-13,T02.2#b,Main river traced,Ecology Bureau,2022-06-15,-138,green,33,excused until 2022-10-31',
    );
  });

  test('--limit shows the first so many; what is counted stays', async () => {
    const first = await answer(hand, '2022-10-31', '--limit', '2');
    const all = await answer(hand, '2022-10-31');
    expect(first).toEqual({ ...all, items: all.items.slice(0, 2) });
    expect(first.count).toBe(8);
    const { out } = await due(hand, '2022-10-31', ['--limit', '2']);
    expect(out).toContain('3 overdue, 5 due by 2022-11-30 · the first 2 of 8 · ');
    expect((await due(hand, '2022-10-31', ['--limit', '8'])).out).not.toContain('the first');
    const { exit, err } = await due(hand, '2022-10-31', ['--limit', '0']);
    expect(exit).toBe(2);
    expect(err).toContain('--limit');
  });

  test('Markdown has a table for each week', async () => {
    const { out } = await due(hand, '2022-10-31', ['--format', 'markdown']);
    expect(out.match(/^### .*/gm)).toEqual([
      '### Overdue',
      '### Week of 2022-10-31 (Mon–Sun), this week',
      '### Week of 2022-11-28 (Mon–Sun)',
    ]);
  });
});

test('the published ledger says that no deadline was published', async () => {
  const { exit, out } = await due(join(projectRoot, realLedger), '2022-12-01');
  expect(exit).toBe(0);
  expect(out).toContain('Cannot be judged: for 22 open items no deadline was published.');
});

describe('the made-up year, worked out twice', () => {
  let root = '';
  beforeAll(async () => {
    root = await demoFolder();
  });

  test.each(['2022-03-15', '2022-06-30', '2022-10-03', '2022-12-31', '2023-01-20'])(
    'on %s',
    async (day) => {
      const until = new Date(Date.parse(day) + 45 * 86_400_000).toISOString().slice(0, 10);
      const rows = itemsOn(root, day)
        .filter(owes)
        .flatMap((item) => [
          ...item.open
            .filter((each) => each.due !== undefined && each.due !== item.due)
            .map((each) => [`${item.id}#${each.id}`, each.due ?? ''] as const),
          ...(item.due === undefined ? [] : [[item.id, item.due] as const]),
        ]);
      const expected = rows.filter(([, when]) => when <= until);
      const { items, later } = await answer(root, day, '--within', '45d');
      const sorted = (all: readonly (readonly [string, string])[]) =>
        all.map(([id, when]) => `${when} ${id} ${days(day, when)}`).sort();
      expect(items.map((each) => `${each.due} ${each.id} ${each.days_left}`).sort()).toEqual(
        sorted(expected),
      );
      expect(later).toBe(rows.length - expected.length);
      // By deadline, so that what is late longest comes first.
      const dues = items.map((each) => each.due);
      expect(dues).toEqual([...dues].sort());
      expect(items.every((each) => each.overdue === each.due < day)).toBe(true);
    },
  );
});
