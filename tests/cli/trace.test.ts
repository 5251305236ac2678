import { join } from 'node:path';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { deskOf, put, replaceIn } from '../desk.ts';
import { handLedger, run, temporaryFolder } from '../harness.ts';

const plain = { NO_COLOR: '1' };
const folder = temporaryFolder();
const demo = join(folder, 'example');

beforeAll(async () => {
  await run(['demo', 'example'], { cwd: folder });
});

const hand = (args: readonly string[], setting = {}) =>
  run(['trace', ...args, '--ledger', handLedger], { env: plain, ...setting });

describe('the whole ledger', () => {
  test('documents, their duties and tasks, and what is left over', async () => {
    const { exit, out, err } = await hand([], { width: 80 });
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "reform-list-2022  Reform programme of Linjiang for 2022 · 临改委〔2022〕1号
       ID          TITLE                                    STATUS       VERIFIED
       one-window  Every approval at one window
       └ T01       Every approval at one window             in progress       0/2
       rivers      Lasting care for rivers and lakes
       └ T02       Rivers and lakes: lasting care           in progress       0/2
       credit      Share public credit information
       └ T03       Share public credit information          in progress       1/5
       steady      Seek progress in steadiness (principle)
       └ T02       Rivers and lakes: lasting care           in progress       0/2
      No arrangement is recorded of: plan-14.

      Duties that no task implements (0)
      Every duty is implemented by a task.

      Tasks that implement no arrangement (1)
       ID   TITLE                      COMES FROM
       T04  One licence for one trade  one-licence

      Projects that support tasks (2)
       ID          TITLE                                  SUPPORTS  STATUS
       eastbank-1  Evening services in the district hall  T01       done (claimed)
       westbank-2  Riverside stations                     T02, T03  in progress
      4 tasks issued, 4 recorded here · Linjiang 2022 · as of 2022-12-01 ·
      illustrative: made up to show how a ledger works
      Next: reform trace T01 --ledger tests/fixtures/hand/ledger
      "
    `);
  });

  test('in Chinese', async () => {
    const { out } = await hand(['--lang', 'zh'], { width: 80 });
    expect(out).toMatchInlineSnapshot(`
      "reform-list-2022  临江市2022年改革工作要点 · 临改委〔2022〕1号
       编号        名称                      状态    已销号
       one-window  政务服务“一窗通办”
       └ T01       政务服务“一窗通办”改革    推进中     0/2
       rivers      河湖长效管护
       └ T02       河湖长效管护机制改革      推进中     0/2
       credit      公共信用信息共享
       └ T03       公共信用信息共享机制改革  推进中     1/5
       steady      稳中求进（原则）
       └ T02       河湖长效管护机制改革      推进中     0/2
      未记录部署的文件：plan-14。

      无任务落实的任务要求（0项）
      各项任务要求均有改革任务落实。

      未对应部署的改革任务（1项）
       编号  名称            来源
       T04   “一业一证”改革  one-licence

      支撑改革任务的项目（2个）
       编号        名称            支撑任务  状态
       eastbank-1  “夜间政务”服务  T01       申请销号
       westbank-2  水上驿站        T02、T03  推进中
      下达改革任务4项，本台账记录4项 · 临江市2022年 · 截至 2022-12-01 ·
      示例数据：内容虚构，仅用于演示台账
      下一步：reform trace T01 --ledger tests/fixtures/hand/ledger
      "
    `);
  });

  test('what is not recorded of a published list is never called not implemented', async () => {
    const { exit, out } = await run(['trace'], { width: 100, env: plain });
    expect(exit).toBe(0);
    expect(out).toContain('41 tasks issued, 22 recorded here');
    expect(out).toContain('Duties with no task recorded here (7)');
    expect(out).toContain('Not recorded is not the same as not implemented');
    expect(out).not.toMatch(/no task implements/i);
    // Only duties ask for a task: the other arrangements are counted apart.
    expect(out).toContain('2 characteristics, 4 perspectives, 5 emphases, 15 principles');
  });

  test('for programs', async () => {
    const { out } = await hand(['--json']);
    const { kind, nodes, links, ...rest } = JSON.parse(out);
    expect(kind).toBe('trace');
    expect(rest).toMatchObject({
      duties_without_task: [],
      other_arrangements_without_task: [],
      tasks_without_arrangement: ['T04'],
      supporting_projects: [
        { id: 'eastbank-1', supports: ['T01'] },
        { id: 'westbank-2', supports: ['T02', 'T03'] },
      ],
      tasks: { issued: 4, recorded: 4 },
    });
    const known = new Set(nodes.map(({ record, id }: Node) => `${record} ${id}`));
    expect(known.size).toBe(nodes.length);
    for (const { from, to } of links) {
      expect(known).toContain(`${from.record} ${from.id}`);
      expect(known).toContain(`${to.record} ${to.id}`);
    }
    expect(links).toContainEqual({
      as: 'implements',
      from: { record: 'arrangement', id: 'reform-list-2022/rivers' },
      to: { record: 'task', id: 'T02' },
    });
  });

  test('an empty ledger', async () => {
    const { root, reform } = deskOf('tests/diagnostics/base', '2022-12-01');
    const city = ['--jurisdiction', 'Anywhere', '--year', '2030'];
    await reform(['init', `${root}-empty`, ...city]);
    const { exit, out } = await reform(['trace', '--ledger', `${root}-empty`]);
    expect(exit).toBe(0);
    expect(out).toContain('No arrangement is recorded.');
    expect(out).toContain('0 tasks recorded');
    // Of nothing it is idle to say that all of it is in order.
    expect(out).toContain('No duty is recorded.');
    expect(out).toContain('No task is recorded.');
    expect(out).not.toContain('Every');
  });
});

interface Node {
  readonly record: string;
  readonly id: string;
}

describe('one record', () => {
  test('up to the documents and down to the evidence', async () => {
    const { exit, out, err } = await hand(['T03', '--today', '2023-01-31'], { width: 100 });
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "T03  Share public credit information  (in progress)

      Comes from
       ID                       HOW               TITLE                                  STATUS
       reform-list-2022/credit  implements        Share public credit information
       └ reform-list-2022       stands in         Reform programme of Linjiang for 2022  临改委〔2022〕1号
       reform-list-2022         transcribed from  Reform programme of Linjiang for 2022  see above

      Carried out by
       ID                             HOW           TITLE                       STATUS
       T03.1                          measure       Catalogue of public credit  verified
                                                    information
       └ https://plan.linjiang.examp  evidence                                  met 2022-06-10
       le/consultation/7
       └ 临规〔2022〕60号             evidence                                  claimed done 2022-09-15
       └ evidence/T03.1/annex.txt     evidence                                  claimed done 2022-11-18
       T03.2                          measure       Credit desks for quality    done (claimed)
                                                    marks
       └ 临改办〔2022〕20号           decision                                  postponed 2022-07-20
       └ 临改办〔2022〕29号           decision                                  postponed 2022-11-10
       └ evidence/T03.2/rollout.csv   evidence                                  claimed done 2022-12-28
       └ https://market.linjiang.exa  evidence                                  claimed done 2022-12-28
       mple/desks
       T03.3                          measure       Gateway for shared credit   in progress
                                                    data
       └ 临数〔2022〕21号             evidence                                  claimed done 2022-05-30
       └ https://audit.linjiang.exam  evidence                                  verified 2022-06-20
       ple/3
       └ 临数〔2022〕58号             evidence                                  claimed done 2022-10-31
       T03.4                          measure       Inventory of green lots in  in progress
                                                    default
       └ evidence/T03.4/minutes.md    evidence                                  met 2022-06-28
       └ 临改委〔2022〕6号            decision                                  plan amended 2022-07-01
       └ https://westbank.linjiang.e  evidence                                  met 2023-01-10
       xample/green
       T03.5                          measure       Mutual recognition of       blocked
                                                    inspections
       └ 临改办〔2022〕28号           decision                                  plan amended 2022-11-02
       westbank-2                     supported by  Riverside stations          in progress
       └ 西岸府〔2022〕9号            decision                                  withdrawn 2022-05-15
       └ 西岸府〔2022〕25号           decision                                  reinstated 2022-09-01
       └ 临改办〔2022〕27号           decision                                  excused 2022-10-31
      Linjiang 2022 · as of 2023-01-31 · illustrative: made up to show how a ledger works
      "
    `);
  });

  test('several, of any kind, by any of their names', async () => {
    const several = await hand(['T01', '信用']);
    expect({ exit: several.exit, out: several.out }).toEqual({ exit: 2, out: '' });
    expect(several.err).toContain('say which');
    const named = await hand(['T4', '市监局', 't2.1', 'reform-list-2022/steady']);
    expect(named.exit).toBe(0);
    expect(named.out).toContain('market-regulation  Market Regulation Bureau');
    expect(named.out).toContain('T02.1  Name a warden for every reach  (in progress)');
    expect(named.err).toContain('市监局 → market-regulation');
  });

  test('an evidence that was retracted carries nothing out, a criterion has its own', async () => {
    const { out } = await hand(['T03.2', '--json', '--today', '2022-07-10']);
    const [{ papers }] = JSON.parse(out).traced;
    expect(papers).toEqual([]);
    const before = await hand(['T03.2', '--json', '--today', '2022-07-09']);
    expect(JSON.parse(before.out).traced[0].papers).toMatchObject([
      { record: 'measure', id: 'T03.2', as: 'evidence', entry: 3, event: 'report', is: 'url' },
    ]);
    const criterion = await hand(['T03.4#c', '--json', '--today', '2023-01-31']);
    expect(JSON.parse(criterion.out).traced[0]).toMatchObject({
      record: 'criterion',
      id: 'T03.4#c',
      papers: [{ paper: 'https://westbank.linjiang.example/green', criteria: ['c'] }],
    });
  });

  test('an unknown one fails and says what may have been meant', async () => {
    const { exit, out, err } = await hand(['eastbnak-1']);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('did you mean "eastbank-1"');
  });

  test('what no task implements: a duty is owed one, a principle is not', async () => {
    const { root, reform } = deskOf('tests/diagnostics/base', '2022-12-01', (at) => {
      replaceIn(
        at,
        'documents.yaml',
        'id: one-matter, kind: duty',
        'id: one-matter, kind: emphasis',
      );
      replaceIn(
        at,
        'documents.yaml',
        '  arrangements:\n',
        '  arrangements:\n    - { id: lonely, kind: emphasis, title: Lonely }\n    - { id: forgotten, kind: duty, title: Forgotten }\n',
      );
    });
    const whole = await reform(['trace']);
    expect(whole.out).toContain('Duties that no task implements (2)');
    expect(whole.out).toContain('work-points/forgotten');
    expect(whole.out).toContain('Without a task, and asking for none: 1 emphasis.');
    expect(whole.out).toContain('One matter at one go (emphasis)');
    const emphasis = await reform(['trace', 'work-points/lonely']);
    expect(emphasis.out).toContain(
      'No task is expected to implement it: it is of the kind emphasis',
    );
    replaceIn(root, 'documents.yaml', 'lonely, kind: emphasis', 'lonely, kind: duty');
    const duty = await reform(['trace', 'work-points/lonely']);
    expect(duty.out).toContain('Nothing is recorded that carries it out.');
  });
});

describe('a paper', () => {
  test.each(['临改委〔2023〕1号', '临改委[2023]1号', '临改委（2023）1号'])(
    '%s is found in the decisions that name it',
    async (number) => {
      const { exit, out } = await hand([number, '--today', '2023-01-31'], { width: 80 });
      expect(exit).toBe(0);
      expect(out).toMatch(/Named in \(2\)/);
      expect(out).toMatch(/T01\.1 .*decision +withdrawn 2023-01-18 +5/);
      expect(out).toMatch(/T01\.2 .*decision +withdrawn 2023-01-18 +6/);
    },
  );

  test('of the ledger is traced as the document it is', async () => {
    const { out } = await hand(['临改委[2022]1号', '--json']);
    expect(JSON.parse(out).traced[0]).toMatchObject({ record: 'document', id: 'reform-list-2022' });
  });

  test('a file and a web address are papers, too', async () => {
    const file = await hand(['evidence/T03.1/annex.txt', '--json']);
    expect(JSON.parse(file.out).traced[0].named_in).toMatchObject([{ id: 'T03.1', is: 'file' }]);
    const url = await hand([
      'https://eco.linjiang.example/audit',
      '--json',
      '--today',
      '2022-12-31',
    ]);
    expect(JSON.parse(url.out).traced[0].named_in).toMatchObject([{ id: 'T02.2', is: 'url' }]);
  });

  test('that nothing names fails and says which are near', async () => {
    const { exit, out, err } = await hand(['临改办〔2022〕99号']);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('did you mean "临改办〔2022〕');
    // The decision is of January: in December nothing names it yet.
    expect((await hand(['临改委〔2023〕1号'])).exit).toBe(2);
  });
});

test.each([60, 80, 120])('no line is wider than %i columns, in either language', async (width) => {
  for (const lang of ['en', 'zh']) {
    for (const args of [[], ['T01', 'congress-9', 'market-regulation', 'work-plan-2022']]) {
      const { exit, out } = await run(['trace', ...args, '--lang', lang, '--ledger', demo], {
        width,
        env: plain,
      });
      expect(exit).toBe(0);
      for (const line of out.split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    }
  }
});

test('text of a ledger cannot reach the terminal or break a table', async () => {
  const evil = 'x \\u001b[31m | <b> \\u202e';
  const { reform } = deskOf('tests/diagnostics/base', '2022-12-01', (root) => {
    put(
      root,
      'tasks/T03.yaml',
      `id: T03\ntitle: "${evil}"\nimplements: [work-points/old-estates]\nmeasures:\n  - id: T03.1\n    title: "${evil}"\n    log:\n      - { date: 2022-05-01, event: report, note: n, evidence: [{ document: "${evil}", note: "${evil}" }] }\n`,
    );
  });
  for (const format of ['table', 'markdown', 'json']) {
    const { out, exit } = await reform(['trace', 'T03', '--format', format]);
    expect(exit).toBeLessThan(4);
    expect(out).not.toContain('\u001b');
    expect(out).not.toContain('\u202e');
    if (format === 'markdown') expect(out).not.toMatch(/[^\\]<b>/);
  }
});

test('documents that are components of each other do not hang it', async () => {
  const { reform } = deskOf('tests/diagnostics/base', '2022-12-01', (root) => {
    replaceIn(root, 'documents.yaml', '- id: plan-14\n', '- id: plan-14\n  part_of: work-points\n');
    replaceIn(
      root,
      'documents.yaml',
      '- id: work-points\n',
      '- id: work-points\n  part_of: plan-14\n',
    );
  });
  const whole = await reform(['trace']);
  expect(whole.exit).toBe(0);
  expect(whole.out).toContain('work-points  Key points of reform work in 2022 · part of plan-14');
  const { exit, out } = await reform(['trace', 'T01.1']);
  expect(exit).toBe(0);
  expect(out).toContain('see above');
});
