import { describe, expect, test } from 'vitest';
import { kindNames } from '../../src/model/kinds/index.ts';
import { handLedger, run } from '../harness.ts';

const show = (ids: readonly string[], ledger?: string, more: readonly string[] = []) =>
  run(['show', ...ids, ...(ledger ? ['--ledger', ledger] : []), ...more]);

test('a published project: what is known, its source, and what was not published', async () => {
  const { exit, out } = await show(['huangpu-1']);
  expect(exit).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "huangpu-1  Create a national bioeconomy pilot area
     国家生物经济先导区
     district            Huangpu
     printed number      1
     Chinese title from  found
     aliases             creating a national bioeconomy pilot area, national bioeconomy pilot area
     note                Of the Chinese title only the key term 生物经济先导区 was found.
     called              project
     status              listed
     light               cannot be judged: nothing was published of its progress; no deadline was published

    Source
    article, where it is called: project
    «Create a national bioeconomy pilot area»
    «creating a national bioeconomy pilot area»
    Not published: lead unit, deadline, progress.
    Guangzhou 2022 · as published 2022-03-15
    "
  `);
});

test('the special group: claimed by the article, not verified', async () => {
  const { out } = await show(['t1.1']);
  expect(out).toContain('done (claimed)');
  expect(out).toMatchInlineSnapshot(`
    "T01.1  Establish a special group for the reform of urban planning and construction management system
     note        Claimed by the article, which does not say when the group was established or who reports it; the day in the log is the day of the article. It is not called one of the 120 measures.
     called      mentioned
     status      done (claimed)
     claimed     2022-03-15
     last event  2022-03-15
     task        T01
     field       Urban planning and construction management

    Log
     #  DATE        EVENT         WHAT
     1  2022-03-15  claimed done  A special group for the reform of urban planning and construction management system was established · article

    Source
    article, where it is called: mentioned
    «a special group for the reform of urban planning and construction management system was established»
    Not published: lead unit, deadline, progress.
    Guangzhou 2022 · as published 2022-03-15
    "
  `);
});

test('an item with criteria and a log, as it stood on a day', async () => {
  const { out } = await show(['T03.1'], handLedger, ['--today', '2022-10-31']);
  expect(out).toMatchSnapshot();
});

test('a task with its measures, a district with its projects, a document with its arrangements', async () => {
  const { out } = await show(['T01', 'huangpu', 'congress-12']);
  expect(out).toContain('Measures (1)');
  expect(out).toContain('Projects (2)');
  expect(out).toContain('Arrangements (4)');
});

test('by a name of the body of the article, which is echoed', async () => {
  const { out, err } = await show(['ecological voucher']);
  expect(out).toContain('Innovate the eco voucher mechanism');
  expect(err).toBe('ecological voucher → conghua-1 Innovate the eco voucher mechanism\n');
});

describe('any kind by its id', () => {
  test.each(kindNames)('%s', async (kind) => {
    const { out } = await run(['list', kind, '--ledger', handLedger, '--json']);
    const ids = JSON.parse(out).items.map(({ id }: { id: string }) => id);
    const shown = await show(ids, handLedger, ['--json']);
    expect(shown.exit, shown.err).toBe(0);
    expect(JSON.parse(shown.out).items.map(({ id }: { id: string }) => id)).toEqual(ids);
    const text = await show(ids, handLedger);
    expect(text.exit, text.err).toBe(0);
    for (const id of ids) expect(text.out).toContain(id);
  });
});

test('an unknown id helps to find the right one', async () => {
  const { exit, out, err } = await show(['huangpu-3']);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toBe(
    'reform: there is no record "huangpu-3"\ndid you mean "huangpu-1", "huangpu-2" or "huangpu"?\n',
  );
});

test('a fragment of several names asks which', async () => {
  const { exit, err } = await show(['pilot']);
  expect(exit).toBe(2);
  expect(err).toContain('fits more than one record');
});

describe('a light, and why', () => {
  const line = async (id: string, day: string, heading: string, more: readonly string[] = []) => {
    const { out } = await show([id], handLedger, ['--today', day, ...more]);
    return out.split('\n').find((each) => each.startsWith(` ${heading} `));
  };

  test.each([
    [
      'T01.1',
      '2022-10-31',
      /light +yellow: 30 points behind plan \(progress 45 %, planned 75 %\)$/,
    ],
    [
      'T03.4',
      '2022-10-31',
      /light +red: 33 points behind .*; 1 reporting day missed \(last heard of 2022-06-30\);/,
    ],
    [
      'T02.2',
      '2022-10-31',
      /light +green: excused until 2022-10-31, otherwise red: 31 days overdue/,
    ],
    ['T03.4', '2022-06-30', /light +cannot be judged: it has no deadline$/],
  ])('of %s on %s', async (id, day, sentence) => {
    expect(await line(id, day, 'light')).toMatch(sentence);
  });

  test('in Chinese', async () => {
    expect(await line('T01.1', '2022-10-31', '亮灯', ['--lang', 'zh'])).toMatch(
      /亮灯 +黄灯：落后计划30个百分点（进度45%，计划75%）$/,
    );
  });

  test('none where nothing is owed', async () => {
    expect(await line('T03.1', '2023-01-31', 'light')).toBeUndefined();
  });

  test('a report that runs ahead of the criteria met is told with it', async () => {
    expect(await line('T03.1', '2022-06-30', 'light')).toMatch(
      /light +green: .*; reported 40 %, but 1 of 3 criteria met \(33 %\)$/,
    );
    expect(await line('T03.1', '2022-06-30', '亮灯', ['--lang', 'zh'])).toMatch(
      /；自报进度40%，但3个节点仅完成1个（33%）$/,
    );
    expect(await line('T03.1', '2022-10-31', 'light')).not.toContain('reported');
  });

  test('how much later the deadline is than issued, if at all', async () => {
    const slip = 'days later than issued';
    expect(await line('T01.2', '2022-06-30', slip)).toMatch(/ 107$/);
    expect(await line('T01.2', '2022-07-01', slip)).toBeUndefined();
  });

  test('for programs: the colour, and each reason with its figures', async () => {
    const { out } = await show(['T02.2', 'T02', 'T03.1'], handLedger, [
      ...['--today', '2022-10-31'],
      '--json',
    ]);
    const [excused, task, red] = JSON.parse(out).items;
    expect([excused.light, task.light, red.light]).toEqual(['green', 'green', 'red']);
    expect(excused.light_reasons).toEqual([
      {
        rule: 'excused',
        colour: 'green',
        until: '2022-10-31',
        without: [
          { rule: 'overdue', colour: 'red', days: 31, due: '2022-09-30' },
          { rule: 'behind', colour: 'red', points: 67, planned: 100, progress: 33 },
          { rule: 'report_late', colour: 'yellow', periods: 1, since: '2022-07-01' },
        ],
      },
    ]);
    expect(task).not.toHaveProperty('light_reasons');
  });
});

test('in Chinese a record is named in Chinese, with the other name below', async () => {
  const { out } = await show(['T03.1'], handLedger, ['--lang', 'zh', '--today', '2022-10-31']);
  expect(out).toMatch(/^T03\.1 {2}编制公共信用信息目录\n Catalogue of public credit information\n/);
  expect(out).toContain('公开征求意见');
  expect(out).not.toContain('Draft out for comment');
});
