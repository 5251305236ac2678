/** `reform diff`: what a reviewer reads of two states of a ledger in git. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textChange } from '../../src/cli/comparing/texts.ts';
import { en } from '../../src/words/en.ts';
import { zh } from '../../src/words/zh.ts';
import { changedRepository } from '../differences.ts';
import { handLedger, projectRoot, run, temporaryFolder } from '../harness.ts';
import { handRepository, newRepository, repositoryAt, type TestRepository } from '../repository.ts';

interface Asking {
  readonly cwd?: string;
  readonly width?: number;
  readonly today?: string;
}

const ask = async (
  { top }: TestRepository,
  args: readonly string[] = [],
  { cwd = join(top, 'ledger'), width, today = '2023-01-31' }: Asking = {},
) =>
  run(['diff', ...args, '--today', today], {
    cwd,
    env: { NO_COLOR: '1' },
    ...(width !== undefined && { width }),
  });

/** The answer without the ids of commits, which hash everything in them. */
const told = async (
  repository: TestRepository,
  args: readonly string[] = [],
  asking: Asking = {},
): Promise<string> => {
  const { exit, out, err } = await ask(repository, args, asking);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out.replace(/\b[0-9a-f]{10}\b/g, '0123456789').trimEnd();
};

const factsOf = async (repository: TestRepository, args: readonly string[] = []) =>
  JSON.parse((await ask(repository, [...args, '--json'])).out);

const t01 = 'ledger/tasks/T01.yaml';
const t03 = 'ledger/tasks/T03.yaml';

/** Behind the last entry of a log that waits for one. */
const recording = ({ replace }: TestRepository, event: string): void => {
  const end = '          # end of the log, not of the story\n';
  replace(t03, end, `          - { ${event} }\n${end}`);
};

describe('a change of every sort', () => {
  const repository = changedRepository();

  test('at a terminal of 80 columns', async () => {
    expect(await told(repository, [], { width: 80 })).toMatchInlineSnapshot(`
      "HEAD (0123456789) → working folder
      13 records: 1 started, 1 postponed, 1 claimed done, 1 project removed, 1
      criterion removed, 2 deadlines later, by up to 92 days, 4 edited in place, 1
      with another id, 1 moved, 4 entries of logs rewritten, 1 with another lead, 1
      with another deliverable, 1 unit with another succession, issued totals changed,
      1 with another file of evidence.

      Mind
       - ledger Linjiang reform list 2022 (invented): issued totals changed
       - T01.1 Issue the service standard for the one window: log rewritten
       - T01.2 Move the permit desks of all members to one hall: log rewritten, event
         without effect
       - T02.1 Name a warden for every reach: criterion removed, plan edited in place
         after work began
       - T02.2 Trace and number all outfalls: log rewritten
       - T05 One licence for one trade: another id
       - T03.1 Catalogue of public credit information: file of evidence changed
       - T03.2 Credit desks for quality marks: deadline 31 days later, plan edited in
         place after work began
       - T03.4 Inventory of green lots in default: another lead, another deliverable,
         plan edited in place after work began
       - T03.5 Mutual recognition of inspections: deadline 92 days later, event
         without effect
       - westbank-2 Riverside stations: log rewritten
       - westbank-3 Night ferry: record removed
       - planning-bureau Planning Bureau: succession changed

      Ledger
       ledger  Linjiang reform list 2022 (invented)
         - Mind: issued: tasks: 4 → 3

      Digital government
       T01.1  Issue the service standard for the one window
         - Mind: entry 4 rewritten: reported 2022-10-30 by Data Bureau: progress: 45 %
           → 85 %
       T01.2  Move the permit desks of all members to one hall
         - Mind: entry 5 inserted before what stood there: started 2023-01-20 by
           Permit Group · (without effect: not possible then)

      Ecological civilisation
       T02.1  Name a warden for every reach
         - Mind: criterion a removed: Wardens named
       T02.2  Trace and number all outfalls
         - Mind: entry 2 removed: met 2022-05-25 by Ecology Bureau · criterion a
           «Method issued» · evidence: https://eco.linjiang.example/method

      Business environment
       T05  One licence for one trade
         - Mind: another id: T04 → T05
         - moved from tasks/T04.yaml to tasks/T05.yaml

      Across fields, or not stated
       T03.1  Catalogue of public credit information
         - Mind: the file evidence/T03.1/annex.txt is another one
       T03.2  Credit desks for quality marks
         - Mind: deadline: 2022-06-30 → 2022-07-31 (31 days later)
       T03.4  Inventory of green lots in default
         - Mind: lead unit: Planning Bureau → Data Bureau
         - Mind: deliverable: «A public list» → «A public list of all lots»
       T03.5  Mutual recognition of inspections
         - light: red → yellow
         - Mind: postponed 2023-01-08 by Reform Office · deadline: 2022-11-30 →
           2023-03-02 (92 days later) · reason: Second hearing · document
           临改委〔2023〕3号
         - Mind: claimed done 2023-01-10 by Market Regulation Bureau · Inspections are
           recognised · evidence: 临市监〔2023〕2号 · (without effect: not possible
           then)

      Westbank
       westbank-2  Riverside stations
         - Mind: entry 1 put in place 2: started 2022-04-10 by Westbank
       westbank-3  Night ferry
         - Mind: project removed · withdrawn · 3 entries in its log

      Units
       planning-bureau  Planning Bureau
         - Mind: succeeded by Data Bureau from 2022-12-01 · document 临编〔2022〕9号
      1 more file differs in layout, order or comments only.
      Linjiang 2022 · as of 2023-01-31 · illustrative: made up to show how a ledger
      works"
    `);
  });

  test('in Chinese', async () => {
    expect(await told(repository, ['--lang', 'zh'], { width: 80 })).toMatchInlineSnapshot(`
      "HEAD（0123456789） → 工作目录
      涉及13条台账内容：启动1次，延期1次，申请销号1次，删去1个基层改革创新项目，删去1
      个节点，2项完成时限推后，最多92天，直接改动4条，编号变更1条，移动1条，改动已有进
      展记录4条，变更牵头单位1项，变更成果形式1项，1个单位承接关系有变，印发数有变，1
      项佐证文件有变。

      注意事项
       - ledger 临江市2022年改革台账(虚构)：印发数有变
       - T01.1 出台“一窗通办”服务规范：进展记录被改动
       - T01.2 审批窗口整体进驻：进展记录被改动、进展无效
       - T02.1 落实河段管护责任人：节点被删去、启动后直接改动计划
       - T02.2 入河排口溯源编号：进展记录被改动
       - T05 “一业一证”改革：编号变更
       - T03.1 编制公共信用信息目录：佐证文件有变
       - T03.2 质量信用服务窗口：完成时限推后31天、启动后直接改动计划
       - T03.4 闲置绿地失信清查：牵头单位有变、成果形式有变、启动后直接改动计划
       - T03.5 检查结果互认：完成时限推后92天、进展无效
       - westbank-2 水上驿站：进展记录被改动
       - westbank-3 夜间轮渡：记录被删去
       - planning-bureau 市规划和自然资源局：单位承接关系有变

      台账
       ledger  临江市2022年改革台账(虚构)
         - 注意：印发数：改革任务：4 → 3

      数字政府改革
       T01.1  出台“一窗通办”服务规范
         - 注意：改写第4条记录：2022-10-30 市政务服务数据管理局报告进展：进度：45% →
           85%
       T01.2  审批窗口整体进驻
         - 注意：在原有记录之前插入第5条：2023-01-20 审批协同组启动 ·
           （无效：当时不具备条件）

      生态文明体制改革
       T02.1  落实河段管护责任人
         - 注意：删去节点 a：责任人名单公布
       T02.2  入河排口溯源编号
         - 注意：删去第2条记录：2022-05-25 市生态环境局完成节点 · 节点 a “印发办法” ·
           佐证材料：https://eco.linjiang.example/method

      营商环境改革
       T05  “一业一证”改革
         - 注意：编号变更：T04 → T05
         - 由 tasks/T04.yaml 移至 tasks/T05.yaml

      跨领域或未注明
       T03.1  编制公共信用信息目录
         - 注意：文件 evidence/T03.1/annex.txt 内容有变
       T03.2  质量信用服务窗口
         - 注意：完成时限：2022-06-30 → 2022-07-31（推后31天）
       T03.4  闲置绿地失信清查
         - 注意：牵头单位：市规划和自然资源局 → 市政务服务数据管理局
         - 注意：成果形式：“A public list” → “A public list of all lots”
       T03.5  检查结果互认
         - 亮灯：红灯 → 黄灯
         - 注意：2023-01-08 市委改革办延期 · 完成时限：2022-11-30 →
           2023-03-02（推后92天） · 理由：Second hearing · 文件：临改委〔2023〕3号
         - 注意：2023-01-10 市市场监督管理局申请销号 · Inspections are recognised ·
           佐证材料：临市监〔2023〕2号 · （无效：当时不具备条件）

      西岸区
       westbank-2  水上驿站
         - 注意：第1条记录移为第2条：2022-04-10 西岸区启动
       westbank-3  夜间轮渡
         - 注意：删去基层改革创新项目 · 已撤销 · 进展记录3条

      单位
       planning-bureau  市规划和自然资源局
         - 注意：自 2022-12-01 起由市政务服务数据管理局承接 · 文件：临编〔2022〕9号
      另有1个文件仅版式、顺序或注释不同。
      临江市2022年 · 截至 2023-01-31 · 示例数据：内容虚构，仅用于演示台账"
    `);
  });

  test('for a pull request, by units', async () => {
    const args = ['--by', 'unit', '--format', 'markdown'];
    expect(await told(repository, args)).toMatchInlineSnapshot(`
      "## HEAD (0123456789) → working folder

      13 records: 1 started, 1 postponed, 1 claimed done, 1 project removed, 1 criterion removed, 2 deadlines later, by up to 92 days, 4 edited in place, 1 with another id, 1 moved, 4 entries of logs rewritten, 1 with another lead, 1 with another deliverable, 1 unit with another succession, issued totals changed, 1 with another file of evidence.

      ## Mind

      - ledger Linjiang reform list 2022 (invented): issued totals changed
      - T03.2 Credit desks for quality marks: deadline 31 days later, plan edited in place after work began
      - T03.5 Mutual recognition of inspections: deadline 92 days later, event without effect
      - T01.1 Issue the service standard for the one window: log rewritten
      - T03.1 Catalogue of public credit information: file of evidence changed
      - T02.2 Trace and number all outfalls: log rewritten
      - T03.4 Inventory of green lots in default: another lead, another deliverable, plan edited in place after work began
      - T02.1 Name a warden for every reach: criterion removed, plan edited in place after work began
      - T01.2 Move the permit desks of all members to one hall: log rewritten, event without effect
      - westbank-2 Riverside stations: log rewritten
      - T05 One licence for one trade: another id
      - westbank-3 Night ferry: record removed
      - planning-bureau Planning Bureau: succession changed

      ## Ledger

      ### ledger Linjiang reform list 2022 (invented)

      - **Mind:** issued: tasks: 4 → 3

      ## Market Regulation Bureau

      ### T03.2 Credit desks for quality marks

      - **Mind:** deadline: 2022-06-30 → 2022-07-31 (31 days later)

      ### T03.5 Mutual recognition of inspections

      - light: red → yellow
      - **Mind:** postponed 2023-01-08 by Reform Office · deadline: 2022-11-30 → 2023-03-02 (92 days later) · reason: Second hearing · document 临改委〔2023〕3号
      - **Mind:** claimed done 2023-01-10 by Market Regulation Bureau · Inspections are recognised · evidence: 临市监〔2023〕2号 · (without effect: not possible then)

      ## Data Bureau

      ### T01.1 Issue the service standard for the one window

      - **Mind:** entry 4 rewritten: reported 2022-10-30 by Data Bureau: progress: 45 % → 85 %

      ### T03.1 Catalogue of public credit information

      - **Mind:** the file evidence/T03.1/annex.txt is another one

      ## Ecology Bureau

      ### T02.2 Trace and number all outfalls

      - **Mind:** entry 2 removed: met 2022-05-25 by Ecology Bureau · criterion a «Method issued» · evidence: https://eco.linjiang.example/method

      ### T03.4 Inventory of green lots in default

      - **Mind:** lead unit: Planning Bureau → Data Bureau
      - **Mind:** deliverable: «A public list» → «A public list of all lots»

      ## Special Group on Ecology

      ### T02.1 Name a warden for every reach

      - **Mind:** criterion a removed: Wardens named

      ## Permit Group

      ### T01.2 Move the permit desks of all members to one hall

      - **Mind:** entry 5 inserted before what stood there: started 2023-01-20 by Permit Group · (without effect: not possible then)

      ## Westbank

      ### westbank-2 Riverside stations

      - **Mind:** entry 1 put in place 2: started 2022-04-10 by Westbank

      ## No lead unit stated

      ### T05 One licence for one trade

      - **Mind:** another id: T04 → T05
      - moved from tasks/T04.yaml to tasks/T05.yaml

      ### westbank-3 Night ferry

      - **Mind:** project removed · withdrawn · 3 entries in its log

      ## Units

      ### planning-bureau Planning Bureau

      - **Mind:** succeeded by Data Bureau from 2022-12-01 · document 临编〔2022〕9号

      1 more file differs in layout, order or comments only.

      Linjiang 2022 · as of 2023-01-31 · illustrative: made up to show how a ledger works"
    `);
  });

  test('is the same text at any width but for where its lines end', async () => {
    const words = (text: string) => text.replace(/\s+/g, ' ');
    const wide = words(await told(repository));
    expect(words(await told(repository, [], { width: 120 }))).toBe(wide);
    expect(words(await told(repository, [], { width: 80 }))).toBe(wide);
  });

  test('by districts: what no district leads stands last', async () => {
    const out = await told(repository, ['--by', 'district']);
    const headings = out.split('\n').filter((line) => /^\S/.test(line));
    expect(headings).toEqual(expect.arrayContaining(['Westbank', 'Of no district', 'Units']));
    expect(headings.indexOf('Westbank')).toBeLessThan(headings.indexOf('Of no district'));
  });

  test('for programs', async () => {
    const { from, to, counts, differences, effects, files, layout_files } =
      await factsOf(repository);
    expect(from).toMatchObject({ is: 'revision', revision: 'HEAD', has_ledger: true });
    expect(to).toEqual({
      is: 'work-tree',
      revision: null,
      commit: null,
      committed: null,
      has_ledger: true,
      folder: 'ledger',
    });
    expect(counts).toMatchObject({
      events: { start: 1, postpone: 1, done: 1 },
      removed: { projects: 1, criteria: 1 },
      deadlines_later: 2,
      most_days_later: 92,
      rewritten: 4,
      cautions: { 'lead-changed': 1, 'unit-succeeded': 1, 'log-rewritten': 4 },
    });
    const postponed = differences.find(
      ({ event }: { readonly event: { readonly event: string } | null }) =>
        event?.event === 'postpone',
    );
    expect(postponed).toMatchObject({
      id: 'T03.5',
      inside: 'T03',
      file: 'tasks/T03.yaml',
      is: 'log',
      how: 'appended',
      number: 9,
      fate: 'counts',
      days_moved: 92,
      cautions: ['deadline-later'],
    });
    expect(effects).toContainEqual({
      record: 'measure',
      id: 'T03.5',
      is_own: true,
      status: { from: 'blocked', to: 'blocked' },
      light: { from: 'red', to: 'yellow' },
    });
    expect(files).toEqual([
      { file: 'evidence/T03.1/annex.txt', how: 'changed', records: ['T03.1'] },
    ]);
    expect(layout_files).toEqual(['fields.yaml']);
  });
});

describe('what an event comes to', () => {
  test('a claim: what was said, with which proof, and where the item stands now', async () => {
    const repository = handRepository();
    recording(repository, 'date: 2023-01-20, event: resume, by: market-regulation');
    recording(
      repository,
      'date: 2023-01-21, event: done, by: market-regulation, result: Recognised, evidence: [{ document: 临市监〔2023〕2号, note: Annex }]',
    );
    const out = await told(repository);
    expect(out).toContain('1 record: 1 resumed, 1 claimed done.');
    expect(out).toContain('   - status: blocked → done (claimed); light: red → owes nothing');
    expect(out).toContain(
      '   - claimed done 2023-01-21 by Market Regulation Bureau · Recognised · evidence: 临市监〔2023〕2号 · Annex',
    );
    expect(out).not.toContain('Mind');
  });

  test('of an amendment each thing it changes, held against the plan that was in force', async () => {
    const repository = handRepository();
    recording(
      repository,
      'date: 2023-01-20, event: amend, by: reform-office, set: { lead: [ data-bureau ], support: [ westbank ], due: 2022-10-31, criteria: [ { id: a, text: Agreed } ] }, reason: Merged, document: 临改委〔2023〕5号',
    );
    const out = await told(repository);
    expect(out).toContain(
      [
        'plan amended 2023-01-20 by Reform Office',
        'lead unit: Market Regulation Bureau → Data Bureau',
        // The deadline that an earlier amendment set, not the one issued; the support stays as it was.
        'deadline: 2022-11-30 → 2022-10-31 (30 days earlier)',
        'criterion a added: Agreed',
        'reason: Merged',
        'document 临改委〔2023〕5号',
      ].join(' · '),
    );
  });

  test('an amendment that leaves a criterion out is marked', async () => {
    const repository = handRepository();
    repository.replace(
      t03,
      '          - { date: 2023-01-10, event: tick, by: westbank, criteria: [ c ]',
      '          - { date: 2023-01-09, event: amend, by: reform-office, set: { criteria: [ { id: a, due: 2022-06-30, text: Lots agreed, text_zh: 地块确认 }, { id: b, due: 2023-03-31, text: List published, text_zh: 清单公布 } ] }, reason: Less, document: 临改委〔2023〕6号 }\n          - { date: 2023-01-10, event: tick, by: westbank, criteria: [ c ]',
    );
    const out = await told(repository);
    expect(out).toContain('log rewritten');
    expect(out).toContain('criterion c removed: First lots planted');
    expect(out).toContain('criterion b, deadline: 2022-10-31 → 2023-03-31 (151 days later)');
  });

  test('a retraction says what it takes back, and what is taken back says so', async () => {
    const repository = handRepository();
    recording(
      repository,
      'date: 2023-01-20, event: retract, by: market-regulation, entry: 8, reason: Another measure',
    );
    const out = await told(repository);
    expect(out).toContain(
      'retracted 2023-01-20 by Market Regulation Bureau · entry 8 (reported 2023-01-05 by Market Regulation Bureau) · reason: Another measure',
    );
    recording(repository, 'date: 2023-01-21, event: report, by: market-regulation, progress: 70');
    recording(
      repository,
      'date: 2023-01-22, event: retract, by: market-regulation, entry: 10, reason: No',
    );
    expect(await told(repository)).toContain('70 % · (retracted by entry 11)');
  });

  test('an event of a day to come is said to be one', async () => {
    const repository = handRepository();
    recording(repository, 'date: 2023-03-01, event: resume, by: market-regulation');
    const out = await told(repository);
    expect(out).toContain('resumed 2023-03-01 by Market Regulation Bureau · (after this day)');
    expect(await told(repository, [], { today: '2023-03-01' })).toContain(
      'status: blocked → in progress',
    );
  });

  test('an entry of a pilot that was retracted', async () => {
    const repository = handRepository();
    const pilots = 'ledger/pilots.yaml';
    repository.replace(
      pilots,
      '\n- id: credit-repair',
      '    - { date: 2023-01-12, event: evaluate, by: ecology-group, effectiveness: None }\n    - { date: 2023-01-13, event: retract, by: reform-office, entry: 7, reason: Twice }\n\n- id: credit-repair',
    );
    expect(await told(repository)).toContain(
      'evaluated 2023-01-12 by Special Group on Ecology · None · (retracted by entry 8)',
    );
  });

  test('another rule for lights: which items show another one, though nothing of theirs differs', async () => {
    const repository = handRepository();
    repository.replace('ledger/ledger.yaml', 'issued:\n', 'lights:\n  overdue: {}\nissued:\n');
    const out = await told(repository);
    expect(out).toContain('rules of the ledger changed');
    expect(out).toMatch(/\d+ more items stand otherwise, though nothing of their own differs/);
    expect(out).toMatch(/\d items?: light: red → /);
    const { effects } = await factsOf(repository);
    expect(effects.every(({ is_own }: { readonly is_own: boolean }) => !is_own)).toBe(true);
  });
});

describe('records that came or went', () => {
  const linesAbout = (out: string, id: string): readonly string[] => {
    const [, body = ''] = out.split(new RegExp(`^ ${id} {2}.*$`, 'm'));
    return /^(?:\n {3}.*)*/.exec(body)?.[0]?.trim().split('\n') ?? [];
  };

  test('with what stands inside them: told of once, counted whole, marked once', async () => {
    const repository = handRepository();
    repository.remove(t01);
    expect(linesAbout(await told(repository), 'T01')).toEqual([
      '- Mind: task removed',
      '   - measure removed: T01.1 Issue the service standard for the one window · lead unit: Data Bureau · deadline: 2022-12-31 · withdrawn · 5 entries in its log',
      '   - measure removed: T01.2 Move the permit desks of all members to one hall · lead unit: Permit Group · deadline: 2022-12-31 · withdrawn · 6 entries in its log',
    ]);
    repository.commit('Gone');
    const back = await told(repository, ['HEAD..HEAD~1']);
    expect(back).toContain(
      '1 record: 2 started, 2 reported, 3 postponed, 2 withdrawn, 2 retracted, 1 task added, 2 measures added.',
    );
    expect(linesAbout(back, 'T01')).toHaveLength(3);
  });

  test('an item by itself: who leads it, until when, and how its log begins', async () => {
    const repository = handRepository();
    const text = repository.read(t01);
    repository.write(t01, text.slice(0, text.indexOf('  - id: T01.2')));
    repository.commit('Gone');
    repository.write(t01, text);
    expect(linesAbout(await told(repository), 'T01.2')[0]).toMatch(
      /^- measure added · lead unit: Permit Group · deadline: \S+ · \w+ · 6 entries in its log: postponed 2022-06-10, retracted 2022-07-01, .* and 1 more$/,
    );
  });

  test('a criterion that an item lost as it got another id is told of the item', async () => {
    const repository = handRepository();
    repository.replace('ledger/tasks/T02.yaml', 'id: T02.2', 'id: T02.3');
    repository.replace(
      'ledger/tasks/T02.yaml',
      '  - {id: c, due: 2022-09-30, text: Tributaries traced, text_zh: 支流溯源完成}\n',
      '',
    );
    expect(linesAbout(await told(repository), 'T02.3')).toEqual([
      '- Mind: another id: T02.2 → T02.3',
      '   - Mind: criterion c removed: Tributaries traced',
    ]);
  });
});

describe('lists', () => {
  const leads = (ids: readonly string[]) => `lead: [${ids.join(', ')}]`;
  const all = ['data-bureau', 'ecology-bureau', 'planning-bureau', 'quality-bureau', 'westbank'];

  /** What is told of the units that lead a measure. */
  const changed = async (from: readonly string[], to: readonly string[]): Promise<string> => {
    const repository = handRepository();
    repository.replace(t01, leads(['data-bureau']), leads(from));
    repository.commit('From');
    repository.replace(t01, leads(from), leads(to));
    return /lead unit: .*/.exec(await told(repository))?.[0] ?? '';
  };

  test('short ones whole, of longer ones what came and went', async () => {
    expect(await changed(all.slice(0, 2), all.slice(1, 2))).toBe(
      'lead unit: Data Bureau, Ecology Bureau → Ecology Bureau',
    );
    expect(await changed(all, [...all.slice(1), 'eastbank'])).toBe(
      'lead unit: taken out Data Bureau; added Eastbank',
    );
    expect(await changed(all, [...all].reverse())).toBe('lead unit: another order');
  });
});

describe('what is no change in the ledger', () => {
  test('no difference at all', async () => {
    expect(await told(handRepository())).toBe(
      [
        'HEAD (0123456789) → working folder',
        'No difference.',
        'Linjiang 2022 · as of 2023-01-31 · illustrative: made up to show how a ledger works',
      ].join('\n'),
    );
  });

  test('layout, order and comments', async () => {
    const repository = handRepository();
    const units = 'ledger/units.yaml';
    const [office = '', ...others] = repository.read(units).split(/^(?=- )/m);
    repository.write(units, `# by rank\n${[...others, office].join('')}`);
    repository.replace(t01, 'lead: [data-bureau]', 'lead:\n      - data-bureau');
    const out = await told(repository);
    expect(out).toContain('No change in the ledger (2 files differ in layout, order or comments).');
    expect((await factsOf(repository)).layout_files).toEqual(['tasks/T01.yaml', 'units.yaml']);
    repository.commit('Sorted');
    expect(await told(repository, ['HEAD~1..HEAD'])).toContain('2 files differ in layout');
  });

  test('ends of lines that git itself turns into others are not even layout', async () => {
    const repository = handRepository();
    const annex = 'ledger/evidence/T03.1/annex.txt';
    for (const file of [t01, annex]) {
      repository.write(file, repository.read(file).replace(/\r?\n/g, '\r\n'));
    }
    expect(await told(repository)).toContain('No difference.');
  });
});

describe('files that the ledger refers to', () => {
  const annex = 'ledger/evidence/T03.1/annex.txt';

  test('are told of the record that refers to them, between commits as well', async () => {
    const repository = handRepository();
    repository.remove(annex);
    expect(await told(repository)).toContain(
      'T03.1 Catalogue of public credit information: file of evidence changed',
    );
    repository.commit('Lost');
    expect(await told(repository, ['HEAD~1..HEAD'])).toContain(
      '   - Mind: the file evidence/T03.1/annex.txt is gone',
    );
    expect(await told(repository, ['HEAD..HEAD~1'])).toContain(
      '   - evidence/T03.1/annex.txt, which was missing, is there now',
    );
  });

  test('are others where a link or a folder stands in their place', async () => {
    const repository = handRepository();
    const path = join(repository.top, annex);
    rmSync(path);
    symlinkSync('/etc/hostname', path);
    expect((await factsOf(repository)).files).toMatchObject([{ how: 'changed' }]);
    rmSync(path);
    mkdirSync(path);
    expect((await factsOf(repository)).files).toMatchObject([{ how: 'changed' }]);
  });

  test('are the same where git holds a pointer to them', async () => {
    const repository = handRepository();
    const text = repository.read(annex);
    const sum = 'a398bdc3971f774bec96862cef0b43b790fec82094aac333c4fd79152e75a76d';
    repository.write(
      annex,
      `version https://git-lfs.github.com/spec/v1\noid sha256:${sum}\nsize ${Buffer.byteLength(text)}\n`,
    );
    repository.commit('Kept elsewhere');
    repository.write(annex, text);
    expect(await told(repository)).toContain('No difference.');
  });

  test('that came with the claim that names them are told there alone', async () => {
    const repository = handRepository();
    repository.write('ledger/evidence/T03.5/list.txt', 'A list');
    recording(
      repository,
      'date: 2023-01-21, event: report, by: market-regulation, evidence: [{ file: evidence/T03.5/list.txt }]',
    );
    const { files } = await factsOf(repository);
    expect(files).toEqual([]);
  });
});

describe('what is compared', () => {
  /** Two branches with a commit each, and something staged and something not on the second. */
  const branches = (): TestRepository => {
    const repository = handRepository();
    const { git } = repository;
    git('switch', '--quiet', '--create', 'ours');
    recording(repository, 'date: 2023-01-05, event: report, by: market-regulation, note: ours');
    repository.commit('Ours');
    git('switch', '--quiet', 'main');
    repository.replace('ledger/ledger.yaml', 'tasks: 4', 'tasks: 5');
    repository.commit('Theirs');
    git('switch', '--quiet', 'ours');
    repository.replace(t01, 'due: 2022-06-15', 'due: 2022-06-16');
    git('add', '--all');
    repository.replace(t01, 'due: 2022-06-16', 'due: 2022-06-17');
    return repository;
  };

  const idsIn = async (repository: TestRepository, ...args: readonly string[]) => {
    const { differences } = await factsOf(repository, args);
    return differences.map(({ id, to }: { readonly id: string; readonly to: unknown }) =>
      typeof to === 'string' ? `${id} ${to}` : id,
    );
  };

  test('commits, ancestors, what is staged, the working folder', async () => {
    const repository = branches();
    expect(await idsIn(repository)).toEqual(['T01.2 2022-06-17']);
    expect(await idsIn(repository, '--staged')).toEqual(['T01.2 2022-06-16']);
    expect(await idsIn(repository, 'HEAD~1')).toEqual(['T01.2 2022-06-17', 'T03.5']);
    expect(await idsIn(repository, 'HEAD~1', '--staged')).toEqual(['T01.2 2022-06-16', 'T03.5']);
    expect(await idsIn(repository, 'main..ours')).toEqual(['ledger', 'T03.5']);
    expect(await idsIn(repository, 'main...ours')).toEqual(['T03.5']);
    expect(await idsIn(repository, 'HEAD~1..')).toEqual(['T03.5']);
  });

  test('in a hook, what the commit is to hold', async () => {
    const repository = branches();
    const env = { GIT_INDEX_FILE: '.git/index.lock' };
    execFileSync('git', ['read-tree', 'HEAD~1'], {
      cwd: repository.top,
      env: { ...process.env, ...env },
    });
    const { out } = await run(['diff', '--staged', '--json'], {
      cwd: repository.top,
      env: { ...env, REFORM_LEDGER: join(repository.top, 'ledger') },
    });
    const { differences } = JSON.parse(out);
    expect(differences.map(({ id }: { readonly id: string }) => id)).toEqual(['T03.5']);
  });

  test('from any folder, in a work tree of its own and in a submodule', async () => {
    const repository = branches();
    const { top, git } = repository;
    for (const cwd of [join(top, 'ledger', 'tasks'), join(top, 'ledger', 'evidence', 'T03.1')]) {
      const { exit, out } = await ask(repository, [], { cwd });
      expect({ exit, out }).toEqual({ exit: 0, out: (await ask(repository)).out });
    }
    const tree = join(dirname(top), '工作 树');
    git('worktree', 'add', '--quiet', tree, 'main');
    expect(await idsIn(repositoryAt(tree), 'HEAD~1..HEAD')).toEqual(['ledger']);

    const outer = newRepository();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', top, '台账');
    const inner = repositoryAt(join(outer.top, '台账'));
    recording(inner, 'date: 2023-01-06, event: report, by: market-regulation, note: inside');
    expect(await idsIn(inner)).toEqual(['T03.5']);
  });

  test('a ledger in a folder with a Chinese name', async () => {
    const repository = newRepository();
    const folder = join(repository.top, '改革 台账');
    cpSync(join(projectRoot, handLedger), folder, { recursive: true });
    repository.commit('As issued');
    repository.replace('改革 台账/tasks/T01.yaml', 'due: 2022-06-15', 'due: 2022-06-16');
    const { exit, out } = await ask(repository, [], { cwd: folder });
    expect(exit).toBe(0);
    expect(out).toContain('deadline: 2022-06-15 → 2022-06-16 (1 day later)');
  });

  test('a side without any ledger: all is new, and counted', async () => {
    const repository = newRepository();
    repository.write('README.md', 'Soon\n');
    repository.commit('Before the list');
    cpSync(join(projectRoot, handLedger), join(repository.top, 'ledger'), { recursive: true });
    const out = await told(repository);
    expect(out).toContain('There is no ledger in HEAD (0123456789): all of it is new.');
    expect(out).toContain('It holds 3 fields, 2 districts');
    expect(out.split('\n').length).toBeLessThan(10);
    repository.commit('The list');
    expect(await told(repository, ['HEAD..HEAD~1'])).toContain('all of it is gone.');
    const { from, counts } = await factsOf(repository, ['HEAD~1']);
    expect(from.has_ledger).toBe(false);
    expect(counts.added).toMatchObject({ tasks: 4, measures: 9 });
    repository.commit('Once more');
    repository.git('rm', '-r', '--quiet', '--cached', 'ledger');
    repository.git('commit', '--quiet', '-m', 'Out of git');
    repository.git('commit', '--quiet', '--allow-empty', '-m', 'Again');
    const { exit, err } = await ask(repository, ['HEAD~1..HEAD']);
    expect(exit).toBe(2);
    expect(err).toContain('there is no ledger in .');
  });
});

describe('what cannot be compared', () => {
  test('a revision whose ledger cannot be read is named, with its problems', async () => {
    const repository = handRepository();
    const text = repository.read(t01);
    repository.write(t01, `${text}\n  - {`);
    const broken = repository.commit('Broken').slice(0, 10);
    repository.write(t01, text);
    const { exit, out, err } = await ask(repository, [], { cwd: repository.top });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('no ledger');
    const asked = await run(['diff', '--ledger', 'ledger'], { cwd: repository.top });
    expect({ exit: asked.exit, out: asked.out }).toEqual({ exit: 3, out: '' });
    expect(asked.err).toContain(`${broken}:./ledger/tasks/T01.yaml:`);
    expect(asked.err).toContain(`the ledger cannot be read in HEAD (${broken})`);
  });

  test('the same of the working folder and of what is staged', async () => {
    const repository = handRepository();
    repository.write(t01, 'id: [');
    expect((await ask(repository)).err).toMatch(/^tasks\/T01\.yaml:1:/);
    repository.git('add', '--all');
    const { exit, err } = await ask(repository, ['--staged']);
    expect(exit).toBe(3);
    expect(err).toMatch(/^:\.\/tasks\/T01\.yaml:1:/);
  });

  test.each([
    [['nonsense'], 'git knows no revision "nonsense"'],
    [['--output=x..HEAD'], 'unknown option'],
    [['HEAD..HEAD', '--staged'], '--staged'],
    [['--by', 'nonsense'], 'nonsense'],
    [['--format', 'csv'], 'csv'],
  ])('exit 2: %s', async (args, said) => {
    const { exit, out, err } = await ask(handRepository(), args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(said);
  });

  test('no repository, and one without a commit', async () => {
    const folder = join(temporaryFolder(), 'ledger');
    cpSync(join(projectRoot, handLedger), folder, { recursive: true });
    const outside = await run(['diff'], { cwd: folder });
    expect(outside.exit).toBe(2);
    expect(outside.err).toContain('does not lie in a git repository');
    const unborn = newRepository();
    cpSync(folder, join(unborn.top, 'ledger'), { recursive: true });
    const { exit, err } = await ask(unborn);
    expect(exit).toBe(2);
    expect(err).toContain('nothing has been committed here yet');
    // A branch of the same beginning is a folder where this one's file would be.
    unborn.write(join('.git/refs/heads/main', 'old'), '');
    expect((await ask(unborn)).err).toContain('nothing has been committed here yet');
  });
});

describe('text of strangers', () => {
  test('is nothing but text on a page', async () => {
    const repository = handRepository();
    const title = '"Red <img src=x> **bold** [a](b) @all\\n# Heading"';
    repository.replace(
      t01,
      'title: Move the permit desks of all members to one hall',
      `title: ${title}`,
    );
    recording(repository, `date: 2023-01-20, event: report, by: market-regulation, note: ${title}`);
    const out = await told(repository, ['--format', 'markdown']);
    // In what must be minded, in the heading, as the new title, and in the report.
    expect(out.match(/\\<img/g)).toHaveLength(4);
    expect(out).not.toMatch(/[^\\](?:<img|\[a|@all|\*bold)|^# Heading/m);
    expect(await told(repository)).not.toMatch(/^# Heading/m);
  });

  test('that no ledger may hold, and odd names of revisions, are shown by number', async () => {
    const repository = handRepository();
    recording(
      repository,
      'date: 2023-01-20, event: report, by: market-regulation, note: "\\u001b[31mRed\\u202e"',
    );
    const { exit, out, err } = await ask(repository);
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    const named = await ask(handRepository(), ['\u001b[31m\u202emain']);
    expect(named.exit).toBe(2);
    expect(`${err}${named.err}`).not.toMatch(/[\u001b\u202e]/);
  });

  test('a file that evidence names outside of the ledger is not looked at', async () => {
    const repository = handRepository();
    const secret = join(repository.top, 'secret.txt');
    writeFileSync(secret, 'x');
    recording(
      repository,
      'date: 2023-01-20, event: report, by: market-regulation, evidence: [{ file: ../secret.txt }]',
    );
    repository.commit('Outside');
    rmSync(secret);
    mkdirSync(secret);
    expect((await factsOf(repository)).files).toEqual([]);
  });
});

describe('one text and another', () => {
  const long =
    'The office has received four hundred and twelve comments, of which about a third was taken up after the second hearing with the units.';

  test.each([
    ['short ones whole', 'A draft', 'A second draft', '«A draft» → «A second draft»'],
    [
      'a word replaced',
      long,
      long.replace('twelve', 'fifteen'),
      '«twelve» → «fifteen» after «…hundred and»',
    ],
    [
      'words added',
      long,
      long.replace('hearing with', 'hearing in May with'),
      '«in May» added after «…second hearing»',
    ],
    ['words taken out', long, long.replace(' about', ''), '«about» taken out after «…of which»'],
    ['at the beginning', long, `Late: ${long}`, '«Late:» added at the beginning'],
    [
      'words beside each other as one',
      long,
      long.replace('four hundred', 'five thousand'),
      '«four hundred» → «five thousand» after «…has received»',
    ],
    [
      'two places',
      long,
      long.replace('twelve', 'fifteen').replace('third', 'half'),
      '«twelve» → «fifteen» after «…hundred and»; «third» → «half» after «…which about a»',
    ],
  ])('%s', (_name, from, to, expected) => {
    expect(textChange(en, from, to)).toBe(expected);
  });

  test('another text altogether is told by its beginning and end', () => {
    const other = 'x '.repeat(300).trim();
    const said = textChange(en, long, other);
    expect(said).toMatch(/^rewritten: «The office/);
    expect(said.length).toBeLessThan(400);
    const [a, b] = ['a', 'b'].map((each) => `${each.repeat(60)} end`);
    expect(textChange(en, a ?? '', b ?? '')).toMatch(/^rewritten: /);
  });

  test('Chinese, which has no blanks between words', () => {
    const text =
      '已收到各单位意见四百一十二条，其中约三分之一予以采纳，拟于第二次听证会后修改完善并按程序报批，同时做好政策解读。';
    expect(textChange(zh, text, text.replace('第二次', '第三次'))).toBe(
      '“…其中约三分之一予以采纳，拟于第”之后 “二” → “三”',
    );
    expect(textChange(zh, text, text.replace('四百一十二', '三百二十五'))).toBe(
      '“已收到各单位意见”之后 “四百一十二” → “三百二十五”',
    );
    expect(textChange(zh, text, text.replace('，同时做好政策解读', ''))).toBe(
      '“…二次听证会后修改完善并按程序报批”之后删去“，同时做好政策解读”',
    );
  });

  test('texts of which nothing is the same are compared in time', () => {
    const [a, b] = ['甲乙丙丁', '戊己庚辛'].map((each) => each.repeat(50_000));
    expect(textChange(zh, a ?? '', b ?? '')).toMatch(/^重写：/);
  });
});
