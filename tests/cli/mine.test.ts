/** What a unit owes, on the ledger typed by hand, and the letters that lead on at a terminal. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { deskOf, replaceIn, type Setting } from '../desk.ts';
import { handLedger, projectRoot, read, realLedger, run } from '../harness.ts';

const ledger = handLedger;
const day = '2022-10-31';

const plain: Setting = { width: 80, env: { NO_COLOR: '1' } };

const mine = (args: readonly string[], setting: Setting = {}) =>
  run(['mine', ...args, '--ledger', ledger, '--today', day], setting);

interface Answer {
  readonly reporting: {
    readonly unreported: readonly string[];
    readonly missed: readonly string[];
    readonly due: string;
    readonly days_left: number;
  };
  readonly items: readonly {
    readonly id: string;
    readonly pressure: string;
    readonly next: { readonly verb: string; readonly id: string };
    readonly duty: { readonly id: string; readonly due: string; readonly days_left: number } | null;
  }[];
}

const owing = async (...args: readonly string[]): Promise<Answer> =>
  JSON.parse((await mine([...args, '--json'])).out);

test('in a terminal of 80 columns: the reporting day, then the most pressing first', async () => {
  const { exit, out } = await mine(['data-bureau'], plain);
  expect(exit).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "What Data Bureau owes
    Reports for 2022-10-01 to 2022-12-31 are due 2023-01-10, in 71 days.
    Still to report on, 1 of 3: T03.1.
     ID          ITEM                            DUE            DAYS  LIGHT   NEXT
    Overdue
     T03.1       Catalogue of public credit      2022-09-30  31 late  red     done
                 information (rejected
                 2022-09-22)

    In progress
     T01.1       Issue the service standard for  2022-12-31  61 left  yellow  report
                 the one window
     T01.2       Move the permit desks of all    2022-12-31  61 left  green   report
                 members to one hall

    Claimed, waiting for the check
     T03.3       Gateway for shared credit data                               show

    In support of others
     T03.2       Credit desks for quality marks  2022-10-31    today  yellow  show
     eastbank-1  Evening services in the         2022-12-31  61 left  yellow  show
                 district hall
    Linjiang 2022 · as of 2022-10-31 · illustrative: made up to show how a ledger
    works
    Next: reform done T03.1 --ledger tests/fixtures/hand/ledger
    "
  `);
});

test('in Chinese', async () => {
  const { out } = await mine(['市监局', '--lang', 'zh'], plain);
  expect(out).toMatchInlineSnapshot(`
    "市市场监督管理局待办事项
    2022-10-01 至 2022-12-31 的进展应于 2023-01-10 前报送，还有71天。
    应报的3项均已报送。
     编号   事项                    完成时限      距时限  亮灯  下一步
    即将到期
     T03.2  质量信用服务窗口        2022-10-31  今天到期  黄灯  report（报告进展）

    推进中
     T01.2  审批窗口整体进驻        2022-12-31    剩61天  绿灯  report（报告进展）
     T03.5  检查结果互认（受阻）    2022-12-31    剩61天  黄灯  resume（恢复推进）

    配合事项
     T01.1  出台“一窗通办”服务规范  2022-12-31    剩61天  黄灯  show（查看）
     T03.3  信用数据共享网关                                    show（查看）
    临江市2022年 · 截至 2022-10-31 · 示例数据：内容虚构，仅用于演示台账
    下一步：reform report T03.2 --ledger tests/fixtures/hand/ledger
    "
  `);
});

describe('what each unit owes, by hand', () => {
  test('a lead, a joint lead, a group with members, a criterion of its own, support', async () => {
    const { items } = await owing('data-bureau');
    expect(items.map(({ id, pressure }) => [id, pressure])).toEqual([
      // Rejected on 22 September and due on the 30th: what is overdue comes first.
      ['T03.1', 'overdue'],
      ['T01.1', 'going'],
      // Led by the group that it is a member of.
      ['T01.2', 'going'],
      ['T03.3', 'claimed'],
      ['T03.2', 'support'],
      ['eastbank-1', 'support'],
    ]);
    expect(items[0]?.next).toEqual({ verb: 'done', id: 'T03.1' });
  });

  test('the successor of a dissolved unit; the dissolved one itself owes nothing', async () => {
    const { items } = await owing('market-regulation');
    expect(items.map(({ id, pressure }) => [id, pressure])).toEqual([
      ['T03.2', 'soon'],
      ['T01.2', 'going'],
      ['T03.5', 'going'],
      ['T01.1', 'support'],
      ['T03.3', 'support'],
    ]);
    expect((await owing('quality-bureau')).items).toEqual([]);
  });

  test('a blocked item is resumed, a due criterion ticked', async () => {
    const market = await owing('market-regulation');
    expect(market.items.find(({ id }) => id === 'T03.5')?.next.verb).toBe('resume');
    const { items } = await owing('westbank');
    expect(items.map(({ id, next }) => [id, next.verb, next.id])).toEqual([
      ['T03.4', 'tick', 'T03.4#b'],
      ['westbank-1', 'tick', 'westbank-1#d'],
      ['westbank-2', 'report', 'westbank-2'],
      ['T02.1', 'show', 'T02.1'],
    ]);
    expect(items[0]?.duty).toEqual({ id: 'T03.4#b', due: day, days_left: 0 });
  });

  test('rejected and untouched, where it is not overdue already', async () => {
    const { out } = await run([
      ...['mine', 'data-bureau', '--json', '--ledger', ledger, '--today', '2022-09-25'],
    ]);
    const { items } = JSON.parse(out) as Answer;
    expect(items[0]).toMatchObject({
      id: 'T03.1',
      pressure: 'rejected',
      next: { verb: 'done', id: 'T03.1' },
      duty: { due: '2022-09-30', days_left: 5 },
    });
  });

  test('one that answers for a criterion alone owes that one', async () => {
    const { reform } = deskOf(handLedger, '2022-05-20', (root) =>
      replaceIn(
        root,
        'tasks/T02.yaml',
        'text_zh: 干流溯源完成}',
        'text_zh: 干流溯源完成, lead: [planning-bureau]}',
      ),
    );
    const { items } = JSON.parse(
      (await reform(['mine', 'planning-bureau', '--json'])).out,
    ) as Answer;
    expect(items.find(({ id }) => id === 'T02.2')).toMatchObject({
      pressure: 'soon',
      next: { verb: 'tick', id: 'T02.2#b' },
      // Criterion a is due before, and somebody else answers for it.
      duty: { id: 'T02.2#b', due: '2022-06-15', days_left: 26 },
    });
  });

  test('when the last criterion is open, its claim is what comes next', async () => {
    const { out } = await run([
      ...['mine', 'westbank', '--json', '--ledger', ledger, '--today', '2023-01-31'],
    ]);
    const { items } = JSON.parse(out) as Answer;
    const { next, duty } = items.find(({ id }) => id === 'T03.4') ?? {};
    expect([next, duty?.id]).toEqual([{ verb: 'done', id: 'T03.4' }, 'T03.4#b']);
  });

  test('reports: for the quarter to the 10th after it, and what was silent over a reporting day', async () => {
    // Last words: T03.4 on 30 June, westbank-1 on 30 August; westbank-2 is excused.
    const { reporting } = await owing('westbank');
    expect(reporting).toMatchObject({
      from: '2022-10-01',
      to: '2022-12-31',
      due: '2023-01-10',
      days_left: 71,
      items: ['T03.4', 'westbank-1'],
      unreported: ['T03.4', 'westbank-1'],
      missed: ['T03.4'],
    });
  });

  test('a query narrows it down', async () => {
    const { items } = await owing('data-bureau', 'status:in-progress', 'due:2022-12-31');
    expect(items.map(({ id }) => id)).toEqual(['T01.1', 'T01.2', 'eastbank-1']);
  });

  test('reports are for all that a unit owes, whatever is asked for', async () => {
    const { reporting, items } = await owing('data-bureau', 'light:red');
    expect(items.map(({ id }) => id)).toEqual(['T03.1']);
    expect(reporting).toEqual((await owing('data-bureau')).reporting);
    const { out } = await mine(['data-bureau', 'T01.2']);
    expect(out).toContain('Still to report on, 1 of 3: T03.1.');
  });

  test('where nothing fits what was asked for, that is said, and not that nothing is owed', async () => {
    const { out } = await mine(['data-bureau', 'status:blocked']);
    expect(out).toContain('Nothing that Data Bureau owes fits: status blocked.');
    expect(out).not.toContain('nothing that is open');
    const flagged = await mine(['--unit', 'data-bureau', '--status', 'blocked', '--lang', 'zh']);
    expect(flagged.out).toContain('市政务服务数据管理局没有符合条件的事项（状态 受阻）。');
    const { out: all } = await mine(['quality-bureau']);
    expect(all).toContain('Quality Bureau owes nothing that is open.');
  });
});

describe('whose', () => {
  const titleOf = (out: string) => out.split('\n')[0];

  test('named first, by --unit, by REFORM_BY, or kept by iam', async () => {
    expect(titleOf((await mine(['数据局'])).out)).toBe('What Data Bureau owes');
    expect(titleOf((await mine(['Data  bureau'])).out)).toBe('What Data Bureau owes');
    expect(titleOf((await mine(['--unit', 'data'])).out)).toBe('What Data Bureau owes');
    const env = { REFORM_BY: 'westbank' };
    expect(titleOf((await mine([], { env })).out)).toBe('What Westbank owes');
    expect(titleOf((await mine(['eastbank'], { env })).out)).toBe('What Eastbank owes');
    const { reform } = deskOf(handLedger, day);
    await reform(['iam', 'planning-bureau']);
    expect(titleOf((await reform(['mine'])).out)).toBe('What Planning Bureau owes');
  });

  test('a word that is no unit is searched for', async () => {
    const { out } = await mine(['standard', '--json'], { env: { REFORM_BY: 'data-bureau' } });
    expect(JSON.parse(out).items.map(({ id }: { id: string }) => id)).toEqual(['T01.1']);
  });

  test('a mistyped unit is no unit', async () => {
    for (const env of [{}, { REFORM_BY: 'data-bureau' }]) {
      const { exit, out, err } = await mine(['westbnak'], { env });
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain('there is no unit "westbnak"');
      expect(err).toContain('did you mean "westbank"');
    }
    const zh = await mine(['westbnak', '--lang', 'zh']);
    expect(zh.err).toContain('没有名为“westbnak”的单位');
  });

  test('nobody, and a word: it can only be a unit', async () => {
    expect(titleOf((await mine(['planning'])).out)).toBe('What Planning Bureau owes');
    expect((await mine(['Data Bureu'])).err).toContain('did you mean "Data Bureau"');
    const { exit, err } = await mine(['standard', 'light:red']);
    expect(exit).toBe(2);
    expect(err).toContain('there is no unit "standard"');
    expect(err).toContain('reform list units');
    for (const query of ['light:red', 'not', '(west', '"west bank"', '或']) {
      expect((await mine([query])).err).toContain('it is not clear whose items are meant');
    }
  });

  test('a word close to a unit is searched for where that finds something', async () => {
    // As near to `ecology-group` as `ecology-grup` is; here it is a word of a title.
    const { reform } = deskOf(handLedger, day, (root) =>
      replaceIn(root, 'tasks/T03.yaml', 'title: Gateway for', 'title: Westbnak gateway for'),
    );
    const { out } = await reform(['mine', 'westbnak', '--json'], {
      env: { REFORM_BY: 'data-bureau' },
    });
    expect(JSON.parse(out).items.map(({ id }: { id: string }) => id)).toEqual(['T03.3']);
  });

  test('nobody: says how to say who you are', async () => {
    const { exit, out, err } = await mine([]);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('reform iam UNIT');
    expect((await mine(['--unit', 'nobody'])).exit).toBe(2);
  });
});

test('on the published ledger a district owes its projects, of which nothing more is known', async () => {
  const { out } = await run([
    'mine',
    'huangpu',
    '--json',
    '--ledger',
    join(projectRoot, realLedger),
  ]);
  const { items } = JSON.parse(out) as Answer;
  expect(items.map(({ id, pressure }) => [id, pressure])).toEqual([
    ['huangpu-1', 'listed'],
    ['huangpu-2', 'listed'],
  ]);
});

test('CSV has one table with the whole command', async () => {
  const { out } = await mine(['data-bureau', '--format', 'csv']);
  const [head, first] = out.split('\n');
  expect(head).toBe('pressure,letter,id,title,due,days_left,light,note,next');
  expect(first).toBe(
    'Overdue,,T03.1,Catalogue of public credit information,2022-09-30,-31,red,rejected 2022-09-22,reform done T03.1',
  );
});

describe('letters at a terminal', () => {
  const ctrlC = '\u0003';
  const down = '\u001b[B';
  const at = (...typing: readonly string[]): Setting => ({
    width: 80,
    typing,
    env: { REFORM_BY: 'data-bureau', NO_COLOR: '1' },
  });
  const desk = () => deskOf(handLedger, day);

  test('a letter and what to do: the verb asks what it needs', async () => {
    const { root, reform, changed } = desk();
    const { exit, out } = await reform(['mine'], at('b\r', '\r', '二稿完成\r', '60\r', '\r'));
    expect(exit).toBe(0);
    expect(out).toContain(' b  T01.1 ');
    expect(changed()).toEqual(['tasks/T01.yaml']);
    expect(read(root, 'tasks/T01.yaml')).toContain(
      '      - { date: 2022-10-31, event: report, by: data-bureau, progress: 60, note: 二稿完成 }\n',
    );
  });

  test('one after the other, until return', async () => {
    const { root, reform } = desk();
    const typing = ['a\r', `${down}${down}\r`, 'y', 'b\r', `${down}${down}\r`, 'No hall\r', '\r'];
    expect((await reform(['mine'], at(...typing))).exit).toBe(0);
    expect(read(root, 'tasks/T03.yaml')).toContain(
      '{ date: 2022-10-31, event: tick, by: data-bureau, criteria: [c] }',
    );
    expect(read(root, 'tasks/T01.yaml')).toContain(
      '{ date: 2022-10-31, event: block, by: data-bureau, reason: No hall }',
    );
  });

  test('show shows, and the history names the command that was meant', async () => {
    const { reform } = desk();
    // Claimed: there is nothing to do but look.
    const { out } = await reform(['mine'], at('d\r', '\r', '\r'));
    expect(out).toContain('T03.3  Gateway for shared credit data');
    await reform(['mine'], at('b\r', '\r', 'x\r', '\r', '\r'));
    expect((await reform(['undo', '--list'])).out).toContain('report T01.1');
  });

  test('a letter that is not there is asked for again', async () => {
    const { reform, changed } = desk();
    const { exit } = await reform(['mine'], at('q\r\u0015\r'));
    expect([exit, changed()]).toEqual([0, []]);
  });

  test('Ctrl-C at the letters leaves; within a verb it writes nothing', async () => {
    const { reform, changed } = desk();
    expect((await reform(['mine'], at(ctrlC))).exit).toBe(0);
    const within = await reform(['mine'], at('b\r', '\r', ctrlC));
    expect(within.exit).toBe(130);
    expect(changed()).toEqual([]);
  });

  test('nobody is asked in other formats or where the answer goes to a file', async () => {
    const { reform } = desk();
    expect((await reform(['mine', '--json'], at())).exit).toBe(0);
    const piped = await reform(['mine'], { typing: [], env: { REFORM_BY: 'data-bureau' } });
    expect(piped.exit).toBe(0);
    expect(piped.out).not.toContain(' b  T01.1 ');
    const before = await reform(['mine', '--as-of', '2022-09-30'], at());
    expect(before.exit).toBe(0);
    expect(before.out).not.toContain(' a  T03.1 ');
  });
});
