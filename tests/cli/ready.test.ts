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
  run(['validate', '--ready', ...args, '--ledger', handLedger], { env: plain, ...setting });

describe('an office ledger', () => {
  test('what cannot be tested, why, and how to mend it', async () => {
    const { exit, out, err } = await hand([], { width: 100 });
    expect({ exit, err }).toEqual({ exit: 1, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "Cannot be tested at the end of the year (9)
       ID          TITLE                                             MISSING       HOW TO MEND
       T04         One licence for one trade                         measures      reform add measure
                                                                                   T04 title=…
       T01.1       Issue the service standard for the one window     deliverable,  reform set T01.1
                                                                     criteria      deliverable=…;
                                                                                   reform add
                                                                                   criterion T01.1
                                                                                   text=… due=…
       T01.2       Move the permit desks of all members to one hall  deliverable,  reform set T01.2
                                                                     criteria      deliverable=…;
                                                                                   reform add
                                                                                   criterion T01.2
                                                                                   text=… due=…
       T03.2       Credit desks for quality marks                    deliverable,  reform set T03.2
                                                                     criteria      deliverable=…;
                                                                                   reform add
                                                                                   criterion T03.2
                                                                                   text=… due=…
       T03.4       Inventory of green lots in default                deadline      reform set T03.4
                                                                                   due=…
       T03.5       Mutual recognition of inspections                 deliverable,  reform set T03.5
                                                                     criteria      deliverable=…;
                                                                                   reform add
                                                                                   criterion T03.5
                                                                                   text=… due=…
       eastbank-1  Evening services in the district hall             deliverable,  claimed as it is:
                                                                     criteria      reform reject
                                                                                   eastbank-1
       eastbank-2  Shared yards for small workshops                  deliverable,  reform set
                                                                     criteria      eastbank-2
                                                                                   deliverable=…;
                                                                                   reform add
                                                                                   criterion
                                                                                   eastbank-2 text=…
                                                                                   due=…
       westbank-2  Riverside stations                                deliverable,  reform set
                                                                     criteria      westbank-2
                                                                                   deliverable=…;
                                                                                   reform add
                                                                                   criterion
                                                                                   westbank-2 text=…
                                                                                   due=…

      Can be tested, but could be tested better (3)
       ID     TITLE                           MISSING
       T02.1  Name a warden for every reach   deliverable
       T02.2  Trace and number all outfalls   deliverable
       T03.3  Gateway for shared credit data  deliverable
      Next: reform set T02.1 deliverable=… --ledger tests/fixtures/hand/ledger
      12 items to be tested; 9 cannot be, counting tasks without measures; 3 could be better · Linjiang
      2022 · as of 2022-12-01 · illustrative: made up to show how a ledger works
      "
    `);
  });

  test('in Chinese', async () => {
    const { exit, out } = await hand(['--lang', 'zh'], { width: 80 });
    expect(exit).toBe(1);
    expect(out).toMatchInlineSnapshot(`
      "年底无法检验（9项）
       编号        名称                    缺少            补正方法
       T04         “一业一证”改革          具体举措        reform add measure T04
                                                           title=…
       T01.1       出台“一窗通办”服务规范  成果形式、节点  reform set T01.1
                                                           deliverable=…; reform add
                                                           criterion T01.1 text=…
                                                           due=…
       T01.2       审批窗口整体进驻        成果形式、节点  reform set T01.2
                                                           deliverable=…; reform add
                                                           criterion T01.2 text=…
                                                           due=…
       T03.2       质量信用服务窗口        成果形式、节点  reform set T03.2
                                                           deliverable=…; reform add
                                                           criterion T03.2 text=…
                                                           due=…
       T03.4       闲置绿地失信清查        完成时限        reform set T03.4 due=…
       T03.5       检查结果互认            成果形式、节点  reform set T03.5
                                                           deliverable=…; reform add
                                                           criterion T03.5 text=…
                                                           due=…
       eastbank-1  “夜间政务”服务          成果形式、节点  已申请销号，先退回：reform
                                                           reject eastbank-1
       eastbank-2  小微企业共享厂房        成果形式、节点  reform set eastbank-2
                                                           deliverable=…; reform add
                                                           criterion eastbank-2 text=…
                                                           due=…
       westbank-2  水上驿站                成果形式、节点  reform set westbank-2
                                                           deliverable=…; reform add
                                                           criterion westbank-2 text=…
                                                           due=…

      可以检验，但有待完善（3项）
       编号   名称                缺少
       T02.1  落实河段管护责任人  成果形式
       T02.2  入河排口溯源编号    成果形式
       T03.3  信用数据共享网关    成果形式
      下一步：reform set T02.1 deliverable=… --ledger tests/fixtures/hand/ledger
      需检验12个事项；无法检验9项，含没有具体举措的任务；有待完善3项 · 临江市2022年 ·
      截至 2022-12-01 · 示例数据：内容虚构，仅用于演示台账
      "
    `);
  });

  test('for programs', async () => {
    const { exit, out } = await hand(['--json', '--today', '2022-12-31']);
    expect(exit).toBe(1);
    const { kind, query, tested, cannot_be_tested, could_be_better, missing, items } =
      JSON.parse(out);
    expect({ kind, query, tested, cannot_be_tested, could_be_better, missing }).toEqual({
      kind: 'ready',
      query: null,
      tested: 10,
      cannot_be_tested: 8,
      could_be_better: 2,
      missing: { lead: 0, due: 1, deliverable: 8, criteria: 6, measures: 1 },
    });
    expect(items).toHaveLength(10);
    expect(items[0]).toEqual({
      record: 'task',
      id: 'T04',
      testable: false,
      missing: ['measures'],
      efforts: [],
    });
  });

  test('a query narrows it down, and then only items are meant', async () => {
    const { exit, out } = await hand(['field:ecology', '--json']);
    expect(exit).toBe(0);
    const { items, query, cannot_be_tested, could_be_better } = JSON.parse(out);
    expect(items.map(({ id }: { id: string }) => id)).toEqual(['T02.1', 'T02.2']);
    expect({ query, cannot_be_tested, could_be_better }).toEqual({
      query: 'field:ecology',
      cannot_be_tested: 0,
      could_be_better: 2,
    });
    const tasks = await hand(['tasks', '--json']);
    expect(JSON.parse(tasks.out).items).toMatchObject([{ id: 'T04' }]);
    const wrong = await hand(['feild:ecology']);
    expect({ exit: wrong.exit, out: wrong.out }).toEqual({ exit: 2, out: '' });
  });

  test('what could be better is a finding only with --strict', async () => {
    expect((await hand(['field:ecology'])).exit).toBe(0);
    expect((await hand(['field:ecology', '--strict'])).exit).toBe(1);
  });

  test('once everything is there all can be tested', async () => {
    const { reform } = deskOf('tests/diagnostics/base', '2022-06-01', (root) => {
      put(
        root,
        'tasks/T03.yaml',
        'id: T03\ntitle: Promote the reform\nmeasures:\n  - id: T03.1\n    title: Deepen the reform\n    lead: [data-bureau]\n    start: 2022-01-01\n    due: 2022-09-30\n    deliverable: Rules in force\n    criteria:\n      - { id: a, due: 2022-06-30, text: Draft out }\n',
      );
    });
    const ready = await reform(['validate', '--ready', 'task:T03']);
    expect({ exit: ready.exit, err: ready.err }).toEqual({ exit: 0, err: '' });
    expect(ready.out).toContain('All 1 item can be tested at the end of the year.');
    expect((await reform(['validate', '--ready', '--strict', 'task:T03'])).exit).toBe(0);
  });

  test('a title that only promotes is named where nothing else can be checked', async () => {
    const { root, reform } = deskOf('tests/diagnostics/base', '2022-06-01', (at) => {
      put(
        at,
        'tasks/T03.yaml',
        'id: T03\ntitle: Reform\nmeasures:\n  - id: T03.1\n    title: Deepen the reform\n    lead: [data-bureau]\n    due: 2022-09-30\n',
      );
    });
    const promoting = await reform(['validate', '--ready', 'task:T03']);
    expect(promoting.exit).toBe(1);
    expect(promoting.out).toContain('the title names no result');
    expect(promoting.out).toContain('reform set T03.1 deliverable=… title=…');
    replaceIn(root, 'tasks/T03.yaml', 'Deepen the reform', 'Publish the rules');
    const publishing = await reform(['validate', '--ready', 'task:T03']);
    expect(publishing.exit).toBe(1);
    expect(publishing.out).not.toContain('the title');
  });

  test('how to mend it is a command that exists and mends it', async () => {
    const { reform } = deskOf(handLedger, '2022-12-31');
    const ids = async () =>
      JSON.parse((await reform(['validate', '--ready', '--json'])).out).items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids()).toEqual(expect.arrayContaining(['T04', 'T03.4', 'T01.1']));
    const by = ['-m', 'Asked for', '-d', '临改办〔2022〕40号', '--by', 'reform-office', '-y'];
    const mended = [
      ['add', 'measure', 'T04', 'title=Issue the licence', 'lead=data-bureau', 'due=2023-03-31'],
      ['set', 'T03.4', 'due=2023-03-31', ...by],
      ['set', 'T01.1', 'deliverable=Standard in force', ...by],
    ];
    for (const command of mended) {
      const { exit, err } = await reform(command);
      expect(exit, err).toBe(0);
    }
    const left = await ids();
    expect(left).not.toContain('T04');
    expect(left).not.toContain('T03.4');
    expect(left).toContain('T04.1');
  });
});

describe('a published list', () => {
  test('cannot be judged: nothing that was not published is a fault', async () => {
    const { exit, out, err } = await run(['validate', '--ready', '--strict'], {
      width: 80,
      env: plain,
    });
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    expect(out).toMatchInlineSnapshot(`
      "23 items: whether they can be tested cannot be judged.
      Not published: lead unit of 23, deadline of 23, deliverable of 23, criteria of
      23. No measure is recorded here of 21 tasks.

      Published titles that name effort and no result (10)
       ID           TITLE
       haizhu-2     Deepen the pilot of chief data officer system
       liwan-2      Promote the innovative development of regional medical examination
                    and testing integration
       tianhe-1     Promote the high-quality improvement of "Hong Kong and Macao Youth
                    home"
       tianhe-2     Promote the reform and innovation of home pharmaceutical care
       baiyun-2     Explore the "Baiyun model" of social governance modernization in
                    urban villages
       nansha-2     Promote the pilot of global traceability service standardization
       conghua-1    Innovate the eco voucher mechanism
       conghua-2    Deepen the reform of point land supply
       zengcheng-1  Promote the use right of collectively operated construction land
                    into the market
       zengcheng-2  Promote the pilot innovation of agricultural socialized services
      What the list that was not published says of their results is not known.
      Guangzhou 2022 · as published 2022-03-15
      "
    `);
  });

  test('for programs', async () => {
    const { exit, out } = await run(['validate', '--ready', '--json']);
    expect(exit).toBe(0);
    const { tested, cannot_be_tested, could_be_better, items } = JSON.parse(out);
    expect({ tested, cannot_be_tested, could_be_better }).toEqual({
      tested: 23,
      cannot_be_tested: null,
      could_be_better: null,
    });
    for (const { testable } of items) expect(testable).toBeNull();
  });
});

test('an empty ledger has nothing to be tested', async () => {
  const { root, reform } = deskOf('tests/diagnostics/base', '2030-01-01');
  await reform(['init', `${root}-empty`, '--jurisdiction', 'Anywhere', '--year', '2030']);
  const { exit, out } = await reform(['validate', '--ready', '--ledger', `${root}-empty`]);
  expect(exit).toBe(0);
  expect(out).toContain('There is nothing to be tested.');
});

test('a ledger that cannot be read is not called ready', async () => {
  const { reform } = deskOf('tests/diagnostics/base', '2022-06-01', (root) =>
    put(root, 'tasks/T03.yaml', 'id: [\n'),
  );
  const { exit, out } = await reform(['validate', '--ready']);
  expect({ exit, out }).toEqual({ exit: 3, out: '' });
});

test('without --ready nothing can be left out of the check', async () => {
  const { exit, out, err } = await run(['validate', 'lead:planning']);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain('--ready');
});

test.each([60, 80, 120])('no line is wider than %i columns, in either language', async (width) => {
  for (const lang of ['en', 'zh']) {
    for (const ledger of [handLedger, demo, 'data/2022']) {
      const { out } = await run(['validate', '--ready', '--lang', lang, '--ledger', ledger], {
        width,
        env: plain,
      });
      expect(out).not.toBe('');
      for (const line of out.split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    }
  }
});
