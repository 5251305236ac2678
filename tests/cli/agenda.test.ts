/** The coming meeting and the tasks it hears: on the ledger typed by hand, and on the made-up year. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { deskOf, put, replaceIn, type Setting } from '../desk.ts';
import { handLedger, projectRoot, realLedger, run } from '../harness.ts';
import { demoFolder, itemsOn } from './naive.ts';

const hand = join(projectRoot, handLedger);
const plain: Setting = { width: 80, env: { NO_COLOR: '1' } };

const agenda = (ledger: string, day: string, args: readonly string[] = [], setting: Setting = {}) =>
  run(['agenda', ...args, '--ledger', ledger, '--today', day], setting);

interface Answer {
  readonly meeting: string | null;
  readonly date: string | null;
  readonly days_left: number | null;
  readonly last: string | null;
  readonly points: readonly {
    readonly task: string | null;
    readonly measures: number | null;
    readonly byStatus: Readonly<Record<string, number>> | null;
    readonly light: string | null;
    readonly overdue: number | null;
    readonly claimed: number | null;
    readonly last_report: { readonly id: string; readonly date: string } | null;
    readonly late: readonly string[];
  }[];
}

const answer = async (ledger: string, day: string, ...args: readonly string[]): Promise<Answer> =>
  JSON.parse((await agenda(ledger, day, [...args, '--json'])).out);

test('the meeting that comes next, in a terminal of 80 columns', async () => {
  const { exit, out, err } = await agenda(hand, '2022-03-01', [], plain);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatchInlineSnapshot(`
    "First commission meeting of 2022, 2022-03-10 (in 9 days)
    Agenda set by: Reform programme of Linjiang for 2022
     #  POINT            ID   TASK            FIELD         MEASURES      LIGHT
     1  听取“一窗通办”   T01  Every approval  Digital       2 planned     green
        进展 (progress        at one window   government
        of the one
        window)
     2  研究河湖管护     T02  Rivers and      Ecological    1 planned, 1  green
        (care for             lakes: lasting  civilisation  in progress
        rivers)               care
     3  其他事项 (any
        other business)
    Linjiang 2022 · as of 2022-03-01 · illustrative: made up to show how a ledger
    works
    "
  `);
});

test('one that is named, in Chinese', async () => {
  const args = ['第一次会议', '--lang', 'zh'];
  expect((await agenda(hand, '2022-10-31', args, plain)).out).toMatchInlineSnapshot(`
    "市委深改委2022年第一次会议，2022-03-10（235天前）
    议题依据：临江市2022年改革工作要点
     序号  议题           编号  改革任务        领域          举措       亮灯  逾期
        1  听取“一窗通办  T01   政务服务“一窗   数字政府改革  推进中2项  黄灯
           ”进展                通办”改革
           (progress of
           the one
           window)
        2  研究河湖管护   T02   河湖长效管护机  生态文明体制  推进中2项  绿灯     1
           (care for            制改革          改革
           rivers)
        3  其他事项 (any
           other
           business)

    需说明的事项
     编号     事项              牵头单位      完成时限       距时限  亮灯
     T02.2#b  入河排口溯源编号  市生态环境局  2022-06-15  逾期138天  绿灯（缓办）

    最近报送
     编号   日期        单位            最近进展
     T01.1  2022-10-30  市政务服务数据  45% · 存在问题：标准之间不一致 ·
                        管理局          下一步：Second draft
    临江市2022年 · 截至 2022-10-31 · 示例数据：内容虚构，仅用于演示台账
    "
  `);
});

describe('by hand', () => {
  test('the day of the meeting itself is still ahead, the day after is not', async () => {
    expect(await answer(hand, '2022-03-10')).toMatchObject({
      meeting: 'deep-reform-2022-1',
      days_left: 0,
    });
    expect(await answer(hand, '2022-03-11')).toMatchObject({
      meeting: null,
      last: 'deep-reform-2022-1',
      points: [],
    });
    const { exit, out } = await agenda(hand, '2022-03-11');
    expect(exit).toBe(0);
    expect(out).toContain(
      'No meeting is ahead. The last one: First commission meeting of 2022, 2022-03-10.',
    );
    expect(out).toContain('reform agenda deep-reform-2022-1');
  });

  test('how the tasks stand on the day', async () => {
    const { points } = await answer(hand, '2022-10-31', 'deep-reform-2022-1');
    expect(
      points.map(({ task, byStatus, overdue, claimed, last_report, late }) => ({
        task,
        byStatus,
        overdue,
        claimed,
        last: last_report?.id ?? null,
        late,
      })),
    ).toEqual([
      {
        task: 'T01',
        byStatus: { 'in-progress': 2 },
        overdue: 0,
        claimed: 0,
        last: 'T01.1',
        late: [],
      },
      // T02.2 is excused, which moves no deadline.
      {
        task: 'T02',
        byStatus: { 'in-progress': 2 },
        overdue: 1,
        claimed: 0,
        last: null,
        late: ['T02.2'],
      },
      { task: null, byStatus: null, overdue: null, claimed: null, last: null, late: [] },
    ]);
    const early = await answer(hand, '2022-06-30', 'deep-reform-2022-1');
    expect(early.points[1]?.byStatus).toEqual({ done: 1, withdrawn: 1 });
    expect(early.points[1]?.claimed).toBe(1);
  });

  test('an unknown meeting is refused, with the known one', async () => {
    const { exit, out, err } = await agenda(hand, '2022-10-31', ['deep-reform-2022-2']);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('deep-reform-2022-1');
  });

  test('a task without measures is heard; without any meeting there is nothing to show', async () => {
    const point = '      task: T01\n';
    const { root, reform } = deskOf(handLedger, '2022-10-31', (copy) =>
      replaceIn(copy, 'meetings.yaml', point, point.replace('T01', 'T04')),
    );
    expect((await reform(['agenda', 'deep-reform-2022-1'])).out).toContain('no measures recorded');
    put(root, 'meetings.yaml', '[]\n');
    const { exit, out } = await reform(['agenda']);
    expect(exit).toBe(0);
    expect(out).toContain('No meeting is recorded.');
  });

  test('CSV is the table of its points', async () => {
    const { out } = await agenda(hand, '2022-03-01', ['--format', 'csv']);
    const lines = out.trimEnd().split('\n');
    expect(lines[0]).toBe('point,title,id,task,field,measures,light,overdue,claimed');
    expect(lines).toHaveLength(4);
  });
});

test('the published ledger: neither date nor agenda was published', async () => {
  const { exit, out } = await agenda(join(projectRoot, realLedger), '2022-12-01');
  expect(exit).toBe(0);
  expect(out).toContain('its date was not published');
  expect(out).toContain('Its agenda was not published.');
});

describe('the made-up year, worked out twice', () => {
  let root = '';
  beforeAll(async () => {
    root = await demoFolder();
  });

  test.each([
    ['2022-04-20', 'commission-2'],
    ['2022-09-29', 'commission-4'],
    ['2022-11-25', 'commission-6'],
  ])('on %s', async (day, meeting) => {
    const items = itemsOn(root, day);
    const { meeting: coming, points } = await answer(root, day);
    expect(coming).toBe(meeting);
    for (const { task, measures, byStatus, overdue, last_report } of points) {
      if (task === null) continue;
      const own = items.filter(({ id }) => id.startsWith(`${task}.`));
      expect(measures).toBe(own.length);
      const counts: Record<string, number> = {};
      for (const { status } of own) counts[status] = (counts[status] ?? 0) + 1;
      expect(byStatus).toEqual(counts);
      const late = own.filter(
        ({ status, due }) =>
          due !== undefined && due < day && ['planned', 'in-progress', 'blocked'].includes(status),
      );
      expect(overdue).toBe(late.length);
      const reports = own
        .flatMap(({ told }) => told.filter(({ event }) => event === 'report'))
        .map(({ date }) => date)
        .sort();
      expect(last_report?.date ?? null).toBe(reports.at(-1) ?? null);
    }
  });
});
