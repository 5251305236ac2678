/** Lists imported into real ledgers: what is said of them, what is written, what a second run finds. */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { contents, type Desk, deskAt, put, replaceIn } from '../desk.ts';
import { run } from '../harness.ts';
import { sampleList } from '../sample.ts';

type Row = readonly (string | number | Date | null)[];

const day = (text: string): Date => new Date(`${text}T00:00:00Z`);

const heading: Row = [
  '序号',
  '领域',
  '改革任务',
  '具体举措',
  '牵头单位',
  '配合单位',
  '完成时限',
  '成果形式',
  '进展情况（截至2026年9月底）',
  '存在问题',
  '下一步',
  '分管领导',
];

const body: readonly Row[] = [
  [
    1,
    '营商环境',
    '商事制度改革',
    '推行一照通行',
    '市市场监管局',
    '市政务数据局、各区',
    '2026年9月底前',
    '方案',
    '已印发方案',
    '数据未打通',
    '扩大试点',
    '张三',
  ],
  [
    2,
    null,
    null,
    '推进证照分离',
    '市市场监管局（牵头）、市司法局',
    null,
    '年底前',
    '文件',
    null,
    null,
    null,
    null,
  ],
  [
    3,
    null,
    '招投标改革',
    '出台评定分离办法',
    '市住建局',
    '市发改委',
    day('2026-06-30'),
    '办法',
    '已完成',
    null,
    null,
    null,
  ],
  [
    4,
    '民生',
    '医药卫生体制改革',
    '建设医联体',
    '市卫健委',
    '市医保局；市财政局',
    '三季度',
    null,
    '60%',
    null,
    null,
    null,
  ],
  [
    5,
    null,
    null,
    '推广居家药学服务',
    '市卫健委',
    null,
    '长期坚持',
    null,
    '未启动',
    null,
    null,
    null,
  ],
];

const above: readonly Row[] = [['示例市2026年改革任务台账'], ['填报单位：市委改革办']];
const below: readonly Row[] = [['合计', null, null, '5项'], ['注：按季度填报。']];

const merges = (from: number) => [
  { startRow: 0, startCol: 0, endRow: 0, endCol: 11 },
  { startRow: from, startCol: 1, endRow: from + 2, endCol: 1 },
  { startRow: from, startCol: 2, endRow: from + 1, endCol: 2 },
  { startRow: from + 3, startCol: 1, endRow: from + 4, endCol: 1 },
  { startRow: from + 3, startCol: 2, endRow: from + 4, endCol: 2 },
];

const workbook = async (
  rows: readonly Row[],
  merged: ReturnType<typeof merges> = [],
  name = '台账',
) =>
  Buffer.from(
    await writeXlsx({ sheets: [{ name, rows: rows.map((row) => [...row]), merges: merged }] }),
  );

/** The list as an office has it, titles and merged cells and all. */
const officeList = () => workbook([...above, heading, ...body, ...below], merges(3));

/** The list without merged cells, every row with its field and task, in an order of its own. */
const plainRows = (): readonly Row[] => {
  let [field, task]: Row = [null, null];
  return body.map(([number, ownField, ownTask, ...rest]) => {
    field = ownField ?? field ?? null;
    task = ownTask ?? task ?? null;
    return [number ?? null, field, task, ...rest];
  });
};

const draft = `title: 示例市2026年改革台账
jurisdiction: 示例市
year: 2026
timezone: Asia/Shanghai
language: zh
state: draft
basis: office
`;

/** An empty Chinese ledger with files beside it, answered for in English. */
const deskWith = (
  files: Readonly<Record<string, Buffer | string>>,
  ledger: Readonly<Record<string, string>> = {},
): Desk => {
  const folder = mkdtempSync(join(tmpdir(), 'reform import '));
  for (const [file, text] of Object.entries({ 'ledger.yaml': draft, ...ledger }))
    put(folder, `ledger/${file}`, text);
  for (const [file, bytes] of Object.entries(files)) put(folder, file, bytes);
  const desk = deskAt(join(folder, 'ledger'), '2026-10-08');
  return {
    ...desk,
    reform: (args, { env, ...setting } = {}) =>
      desk.reform(args, { env: { REFORM_LANG: 'en', ...env }, ...setting }),
  };
};

const factsOf = async (desk: Desk, args: readonly string[], stdin?: string) => {
  const ran = await desk.reform(
    ['import', ...args, '--json'],
    stdin === undefined ? {} : { stdin },
  );
  expect(ran.err, ran.err).not.toContain('reform:');
  return JSON.parse(ran.out) as {
    readonly added: Readonly<Record<string, number>>;
    readonly changed: readonly {
      readonly id: string;
      readonly attribute: string;
      readonly becomes: unknown;
      readonly by: string;
    }[];
    readonly same: number;
    readonly notTaken: readonly { readonly address: string; readonly why: string }[];
    readonly registered: readonly {
      readonly name: string;
      readonly id: string;
      readonly how: string;
      readonly like: readonly string[];
    }[];
    readonly deadlines: readonly { readonly text: string; readonly due: string }[];
    readonly missing: readonly string[];
    readonly outdated: readonly { readonly id: string }[];
    readonly lists: readonly {
      readonly columns: readonly {
        readonly column: string;
        readonly becomes: string;
        readonly whyNot: string | null;
      }[];
    }[];
    readonly claims: readonly { readonly id: string; readonly claims: string }[];
    readonly needs: readonly string[];
  };
};

const nothing = {
  fields: 0,
  districts: 0,
  units: 0,
  tasks: 0,
  measures: 0,
  projects: 0,
  criteria: 0,
  reports: 0,
};

describe('a list of an office', () => {
  test('is told in words and a count, and nothing is written', async () => {
    const desk = deskWith({ 'list.xlsx': await officeList() });
    const { out, exit } = await desk.reform(['import', 'list.xlsx']);
    expect(exit).toBe(0);
    expect(out).toContain('headings in row 3, 5 items in rows 4 to 10');
    expect(out).toMatch(/measures +5/);
    expect(out).toMatch(/年底前 +2026-12-31/);
    expect(out).toContain('Nothing has been written');
    expect(desk.changed()).toEqual([]);
    const facts = await factsOf(desk, ['list.xlsx']);
    expect(facts.added).toEqual({
      ...nothing,
      fields: 2,
      units: 9,
      tasks: 3,
      measures: 5,
      reports: 3,
    });
    expect(facts.notTaken.map(({ address, why }) => `${address} ${why}`)).toEqual([
      '台账!A9 total',
      '台账!A10 footnote',
    ]);
    expect(facts.lists[0]?.columns.at(-1)).toMatchObject({
      column: 'L',
      becomes: 'none',
      whyNot: 'person',
    });
    expect(facts.claims).toMatchObject([{ id: 'T02.1', claims: 'complete' }]);
  });

  test('becomes tasks and measures, units and reports, with the printed words kept', async () => {
    const desk = deskWith({ 'list.xlsx': await officeList() });
    const { err, exit } = await desk.reform(['import', 'list.xlsx', '--apply']);
    expect(err).toContain(
      'Imported list.xlsx: 2 fields, 9 units, 3 tasks, 5 measures and 3 reports added.',
    );
    expect(exit).toBe(0);
    expect(readFileSync(join(desk.root, 'tasks/T01.yaml'), 'utf8')).toBe(`id: T01
field: ying-shang-huan-jing
title: 商事制度改革
measures:
  - id: T01.1
    number: "1"
    title: 推行一照通行
    lead: [shi-chang-jian-guan-ju]
    support: [zheng-wu-shu-ju-ju, gequ]
    due: 2026-09-30
    due_text: 2026年9月底前
    deliverable: 方案
    log:
      - { date: 2026-09-30, event: report, problem: 数据未打通, next: 扩大试点, note: 已印发方案 }
  - id: T01.2
    number: "2"
    title: 推进证照分离
    lead: [shi-chang-jian-guan-ju]
    support: [sifaju]
    due: 2026-12-31
    due_text: 年底前
    deliverable: 文件
`);
    expect(readFileSync(join(desk.root, 'tasks/T02.yaml'), 'utf8')).toContain('due: 2026-06-30\n');
    expect(readFileSync(join(desk.root, 'tasks/T03.yaml'), 'utf8')).toContain('progress: 60');
    expect((await desk.reform(['validate', '--strict'])).exit).toBe(0);
  });

  test('changes nothing the second time, whenever that is', async () => {
    const desk = deskWith({ 'list.xlsx': await officeList() });
    await desk.reform(['import', 'list.xlsx', '--apply']);
    const before = contents(desk.root);
    const again = await run(['import', 'list.xlsx', '--apply', '--today', '2026-11-30'], {
      cwd: join(desk.root, '..'),
      env: { REFORM_LEDGER: desk.root, REFORM_LANG: 'en' },
    });
    expect(again.err).toContain('nothing was written');
    expect(again.exit).toBe(0);
    expect(contents(desk.root)).toEqual(before);
    expect((await factsOf(desk, ['list.xlsx'])).same).toBe(5);
  });

  test('changes nothing in another order, without merged cells', async () => {
    const rows = plainRows();
    const sorted = [...rows].sort((a, b) => String(a[4]).localeCompare(String(b[4]), 'en'));
    const desk = deskWith({
      'list.xlsx': await officeList(),
      'sorted.xlsx': await workbook([heading, ...sorted]),
    });
    await desk.reform(['import', 'list.xlsx', '--apply']);
    const facts = await factsOf(desk, ['sorted.xlsx']);
    expect(facts.added).toEqual(nothing);
    expect(facts.changed).toEqual([]);
    expect(facts.same).toBe(5);
  });

  test('is taken back as one change', async () => {
    const desk = deskWith({ 'list.xlsx': await officeList() });
    await desk.reform(['import', 'list.xlsx', '--apply']);
    expect(desk.changed().length).toBeGreaterThan(3);
    expect((await desk.reform(['undo', '-y'])).exit).toBe(0);
    expect(desk.changed()).toEqual([]);
  });

  test('is shown as a change of files by -n', async () => {
    const desk = deskWith({ 'list.xlsx': await officeList() });
    const { out } = await desk.reform(['import', 'list.xlsx', '-n']);
    expect(out).toContain('+++ b/ledger/tasks/T01.yaml');
    expect(desk.changed()).toEqual([]);
  });
});

describe('units', () => {
  const units = `- id: market
  title: Market Regulation
  title_zh: 市市场监督管理局
  aliases: [市市场监管局]
  kind: department
- id: development
  title: 市发展改革委
  kind: department
`;

  test('are found by their aliases, and lookalikes are told and not taken for them', async () => {
    const desk = deskWith({ 'list.xlsx': await officeList() }, { 'units.yaml': units });
    const { registered } = await factsOf(desk, ['list.xlsx']);
    const told = (name: string) => registered.find((each) => each.name === name);
    expect(told('市市场监管局')).toMatchObject({ id: 'market', how: 'known' });
    expect(told('市发改委')).toMatchObject({ how: 'new', like: ['市发展改革委'] });
  });

  test('are who whoever imports the list says they are', async () => {
    const desk = deskWith({ 'list.xlsx': await officeList() }, { 'units.yaml': units });
    const { registered, added } = await factsOf(desk, [
      'list.xlsx',
      '--same',
      '市发改委=development',
    ]);
    expect(registered.find(({ name }) => name === '市发改委')).toMatchObject({
      id: 'development',
      how: 'chosen',
    });
    expect(added['units']).toBe(7);
  });

  test('are another name of the list, which then is an alias', async () => {
    const rows = [
      ['改革任务', '牵头单位'],
      ['任务一', '市卫健委'],
      ['任务二', '市卫生健康委'],
    ];
    const desk = deskWith({ 'list.xlsx': await workbook(rows) });
    const args = [
      'import',
      'list.xlsx',
      '--same',
      '市卫健委=市卫生健康委',
      '--save-mapping',
      'map.yaml',
      '--apply',
    ];
    expect((await desk.reform(args)).exit).toBe(0);
    expect(readFileSync(join(desk.root, 'units.yaml'), 'utf8')).toContain(
      'title: 市卫生健康委\n  aliases: [市卫健委]\n',
    );
    expect(readFileSync(join(desk.root, '../map.yaml'), 'utf8')).toContain(
      'name: 市卫健委\n    unit: wei-sheng-jian-kang-wei',
    );
    expect(await factsOf(desk, ['list.xlsx'])).toMatchObject({ added: nothing, same: 2 });
  });

  test.each([
    ['市发改委=developmnt', '"developmnt" is no name of the list', 'did you mean "development"?'],
    ['市没有局=development', '"市没有局" is no name of the list', ''],
  ])('are not guessed: --same %s', async (same, said, hint) => {
    const desk = deskWith({ 'list.xlsx': await officeList() }, { 'units.yaml': units });
    const { err, exit } = await desk.reform(['import', 'list.xlsx', '--same', same]);
    expect(err).toContain(said);
    expect(err).toContain(hint);
    expect(exit).toBe(2);
  });

  test('of who imports it need not be in the new ledger, unless it is named', async () => {
    const desk = deskWith({ 'list.xlsx': await officeList() });
    const as = (env: Readonly<Record<string, string>>, ...more: readonly string[]) =>
      desk.reform(['import', 'list.xlsx', ...more], { env });
    expect((await as({ REFORM_BY: 'elsewhere' })).exit).toBe(0);
    expect((await as({}, '--by', 'elsewhere')).exit).toBe(2);
  });

  test('of all districts are a group with the districts as its members', async () => {
    const districts = '- id: donghu\n  title: 东湖区\n- id: xishan\n  title: 西山区\n';
    const desk = deskWith({ 'list.xlsx': await officeList() }, { 'districts.yaml': districts });
    await desk.reform(['import', 'list.xlsx', '--apply']);
    expect(readFileSync(join(desk.root, 'units.yaml'), 'utf8')).toContain(
      '- id: gequ\n  title: 各区\n  kind: group\n  members: [donghu, xishan]\n',
    );
  });
});

describe('a later edition', () => {
  const edition: readonly Row[] = [
    [
      1,
      '营商环境',
      '商事制度改革',
      '推行一照通行',
      '市市场监管局',
      '市政务数据局、各区',
      '2026年12月底前',
      '方案',
      '全市推开',
      null,
      null,
      null,
    ],
    [
      2,
      '营商环境',
      '商事制度改革',
      '推进证照分离全覆盖',
      '市司法局',
      null,
      '年底前',
      '文件',
      null,
      null,
      null,
      null,
    ],
    [
      3,
      '营商环境',
      '招投标改革',
      '出台评定分离办法',
      '市住建局',
      '市发改委',
      '2026年5月',
      '办法',
      '已完成',
      null,
      null,
      null,
    ],
    [
      6,
      '民生',
      '医药卫生体制改革',
      '新的举措',
      '市卫健委',
      null,
      '2026.11',
      null,
      null,
      null,
      null,
      null,
    ],
  ];

  const issued = async (): Promise<Desk> => {
    const desk = deskWith({
      'list.xlsx': await officeList(),
      'second.xlsx': await workbook([heading, ...edition]),
    });
    await desk.reform(['import', 'list.xlsx', '--apply']);
    replaceIn(desk.root, 'ledger.yaml', 'state: draft', 'state: current');
    return desk;
  };

  test('of a draft changes the plan itself', async () => {
    const desk = deskWith({
      'list.xlsx': await officeList(),
      'second.xlsx': await workbook([heading, ...edition]),
    });
    await desk.reform(['import', 'list.xlsx', '--apply']);
    expect((await desk.reform(['import', 'second.xlsx', '--apply'])).exit).toBe(0);
    const text = readFileSync(join(desk.root, 'tasks/T01.yaml'), 'utf8');
    expect(text).toContain('due: 2026-12-31\n    due_text: 2026年12月底前\n');
    expect(text).toContain('title: 推进证照分离全覆盖\n');
    expect(text).not.toContain('amend');
  });

  test('of an issued list needs its grounds, and nothing is written without', async () => {
    const desk = await issued();
    const before = contents(desk.root);
    const { err, exit } = await desk.reform(['import', 'second.xlsx', '--apply']);
    expect(exit).toBe(1);
    expect(err).toContain('needs a reason and a document');
    expect(contents(desk.root)).toEqual(before);
    expect((await factsOf(desk, ['second.xlsx'])).needs).toEqual(['reason', 'document']);
  });

  test('of an issued list becomes postponements, amendments and additions', async () => {
    const desk = await issued();
    const args = ['import', 'second.xlsx', '--apply', '-m', '年中调整', '-d', '示改办[2026]8号'];
    const { exit, err } = await desk.reform(args);
    expect(err).toContain('1 measure and 1 report added; 4 changes made');
    expect(exit).toBe(0);
    const text = readFileSync(join(desk.root, 'tasks/T01.yaml'), 'utf8');
    expect(text).toContain('due: 2026-09-30\n');
    expect(text).toContain(
      '{ date: 2026-10-08, event: postpone, due: 2026-12-31, reason: 年中调整, document: 示改办〔2026〕8号, note: 2026年12月底前 }',
    );
    expect(text).toContain(
      '{ date: 2026-10-08, event: amend, set: { title: 推进证照分离全覆盖, lead: [sifaju] }, reason: 年中调整, document: 示改办〔2026〕8号 }',
    );
    expect((await desk.reform(['validate', '--strict'])).exit).toBe(0);
    const again = await factsOf(desk, ['second.xlsx']);
    expect(again.added).toEqual(nothing);
    expect(again.changed).toEqual([]);
  });

  test('tells what it no longer has, and takes nothing away', async () => {
    const desk = await issued();
    const { missing } = await factsOf(desk, ['second.xlsx', '-m', 'x', '-d', 'y']);
    expect(missing).toEqual(['T03.1', 'T03.2']);
  });

  test('does not take back what was amended since: the first list still says what was issued', async () => {
    const desk = await issued();
    await desk.reform([
      'import',
      'second.xlsx',
      '--apply',
      '-m',
      '年中调整',
      '-d',
      '示改办〔2026〕8号',
    ]);
    const facts = await factsOf(desk, ['list.xlsx']);
    expect(facts.changed).toEqual([]);
    expect(facts.outdated.map(({ id }) => id)).toEqual(['T01.1', 'T01.2', 'T01.2', 'T02.1']);
  });
});

describe('how a list is read', () => {
  test('is said with --map, kept, and used again', async () => {
    const rows: readonly Row[] = [
      ['甲', '乙', '丙', '丁'],
      ['任务一', '举措一', '市财政局', '说明'],
    ];
    const desk = deskWith({ 'odd.xlsx': await workbook(rows) });
    expect((await desk.reform(['import', 'odd.xlsx'])).exit).toBe(2);
    const said = [
      '--heading-row',
      '1',
      '--map',
      '甲=task',
      '--map',
      'B=measure',
      '--map',
      '丙=lead',
      '--map',
      '丁=x-remark',
    ];
    const first = await factsOf(desk, ['odd.xlsx', ...said, '--save-mapping', 'map.yaml']);
    expect(first.added).toMatchObject({ tasks: 1, measures: 1, units: 1 });
    const kept = readFileSync(join(desk.root, '../map.yaml'), 'utf8');
    expect(kept).toContain('  - heading: 甲\n    becomes: task\n');
    expect(await factsOf(desk, ['odd.xlsx', '--mapping', 'map.yaml'])).toMatchObject({
      added: first.added,
    });
    await desk.reform(['import', 'odd.xlsx', '--mapping', 'map.yaml', '--apply']);
    expect(readFileSync(join(desk.root, 'tasks/T01.yaml'), 'utf8')).toContain('x-remark: 说明\n');
  });

  test('of a mapping is read though the next edition is no workbook', async () => {
    const desk = deskWith({
      'list.xlsx': await officeList(),
      'list.csv': '改革任务,牵头单位\n任务一,市甲局\n',
    });
    await desk.reform(['import', 'list.xlsx', '--sheet', '台账', '--save-mapping', 'map.yaml']);
    expect((await factsOf(desk, ['list.csv', '--mapping', 'map.yaml'])).added).toMatchObject({
      tasks: 1,
    });
  });

  test('is kept over an older mapping, and over no other file', async () => {
    const desk = deskWith({ 'list.xlsx': await officeList(), 'notes.txt': 'mine\n' });
    const keep = (file: string) => desk.reform(['import', 'list.xlsx', '--save-mapping', file]);
    expect((await keep('map.yaml')).exit).toBe(0);
    expect((await keep('map.yaml')).exit).toBe(0);
    for (const file of ['notes.txt', 'list.xlsx', 'ledger']) {
      const { exit, err } = await keep(file);
      expect(err).toContain('is no mapping');
      expect(exit).toBe(2);
    }
    for (const file of ['ledger/ledger.yaml', 'ledger/tasks/T09.yaml', 'ledger/map.yaml']) {
      mkdirSync(join(desk.root, 'tasks'), { recursive: true });
      const { exit, err } = await keep(file);
      expect(err).toContain('lies in the folder of the ledger');
      expect(exit).toBe(2);
    }
    expect((await keep('no/such/folder.yaml')).exit).toBe(5);
    expect(desk.changed()).toEqual([]);
    expect(readFileSync(join(desk.root, '../notes.txt'), 'utf8')).toBe('mine\n');
  });

  test('makes measures of numbered points when asked', async () => {
    const rows: readonly Row[] = [
      ['改革任务', '具体举措', '牵头单位'],
      ['任务一', '1.出台办法；2.建设系统；3.开展试点。', '市财政局'],
    ];
    const desk = deskWith({ 'list.xlsx': await workbook(rows) });
    expect((await factsOf(desk, ['list.xlsx'])).added).toMatchObject({ measures: 1 });
    expect((await desk.reform(['import', 'list.xlsx'])).out).toContain(
      '--split makes a measure of each point',
    );
    expect((await factsOf(desk, ['list.xlsx', '--split'])).added).toMatchObject({ measures: 3 });
    await desk.reform(['import', 'list.xlsx', '--split', '--apply']);
    expect(await factsOf(desk, ['list.xlsx', '--split'])).toMatchObject({
      added: nothing,
      same: 3,
    });
  });

  test('dates reports as --date says', async () => {
    const rows: readonly Row[] = [
      ['改革任务', '牵头单位', '进展情况'],
      ['任务一', '市财政局', '已启动'],
    ];
    const desk = deskWith({ 'list.xlsx': await workbook(rows) });
    await desk.reform(['import', 'list.xlsx', '--date', '2026-09-01', '--by', 'x', '--apply']);
    expect(desk.changed()).toEqual([]);
    await desk.reform(['import', 'list.xlsx', '--date', '2026-09-01', '--apply']);
    expect(readFileSync(join(desk.root, 'tasks/T01.yaml'), 'utf8')).toContain(
      '{ date: 2026-09-01, event: report, note: 已启动 }',
    );
  });

  test('takes quarters as criteria and reports', async () => {
    const rows: readonly Row[] = [
      [
        '重点工作',
        '牵头单位',
        '阶段性工作目标 一季度',
        '阶段性工作目标 四季度',
        '进展落实情况 一季度',
        '进展落实情况 四季度',
      ],
      ['任务一', '市财政局', '印发方案', '建成系统', '已印发', '已建成'],
    ];
    const desk = deskWith({ 'list.xlsx': await workbook(rows) });
    await desk.reform(['import', 'list.xlsx', '--apply']);
    const text = readFileSync(join(desk.root, 'tasks/T01.yaml'), 'utf8');
    expect(text).toContain('{ id: a, text: 印发方案, due: 2026-03-31 }');
    expect(text).toContain('{ id: b, text: 建成系统, due: 2026-12-31 }');
    expect(text).toContain('{ date: 2026-03-31, event: report, note: 已印发 }');
    // The quarter is not over: what is told of it is told today.
    expect(text).toContain('{ date: 2026-10-08, event: report, note: 已建成 }');
  });

  test('is asked for where a workbook has several lists', async () => {
    const rows = (title: string) => [
      ['改革任务', '牵头单位'],
      [title, '市财政局'],
    ];
    const bytes = Buffer.from(
      await writeXlsx({
        sheets: [
          { name: '一月', rows: rows('任务一') },
          { name: '二月', rows: rows('任务二') },
          { name: '说明', rows: [['本表说明']] },
        ],
      }),
    );
    const desk = deskWith({ 'list.xlsx': bytes });
    const { err, exit } = await desk.reform(['import', 'list.xlsx']);
    expect(exit).toBe(2);
    expect(err).toContain('一月 (1 row) and 二月 (1 row)');
    expect((await factsOf(desk, ['list.xlsx', '--sheet', '二月'])).added).toMatchObject({
      tasks: 1,
    });
    expect((await factsOf(desk, ['list.xlsx', '--sheet', 'all'])).added).toMatchObject({
      tasks: 2,
    });
    expect((await desk.reform(['import', 'list.xlsx', '--sheet', '三月'])).err).toContain(
      'there is no sheet "三月"',
    );
  });
});

describe('a list with traps in it', () => {
  test('is taken once, however often its sheet is named, and over two sheets', async () => {
    const rows = [
      ['改革任务', '牵头单位'],
      ['任务一', '市甲局'],
    ];
    const bytes = Buffer.from(
      await writeXlsx({
        sheets: [
          { name: 'Table 1', rows },
          { name: 'Table 2', rows },
        ],
      }),
    );
    const desk = deskWith({ 'list.xlsx': bytes });
    expect((await desk.reform(['import', 'list.xlsx'])).err).toContain('has several lists');
    expect(
      (await factsOf(desk, ['list.xlsx', '--sheet', 'Table 1', '--sheet', 'table 1'])).added,
    ).toMatchObject({ measures: 1 });
    const all = await factsOf(desk, ['list.xlsx', '--sheet', 'all']);
    expect(all.added).toMatchObject({ measures: 1 });
    expect(all.notTaken).toMatchObject([{ why: 'twice', address: 'Table 2!A2' }]);
  });

  test('leaves out what nobody sees, and says so', async () => {
    const desk = deskWith({
      'list.csv': '改革任务,牵头单位\n任务\u200b一,市甲局\u202e\nCafe\u0301,、\n',
    });
    const { out, exit } = await desk.reform(['import', 'list.csv', '--apply']);
    expect(exit).toBe(0);
    expect(out).toContain('2 cells hold characters that nobody sees');
    expect(readFileSync(join(desk.root, 'tasks/T01.yaml'), 'utf8')).toContain('title: 任务一\n');
    expect(readFileSync(join(desk.root, 'tasks/T02.yaml'), 'utf8')).toContain('title: Caf\u00e9\n');
    expect((await desk.reform(['validate', '--strict'])).exit).toBe(0);
  });

  test('gives ids that stay apart, and no empty numbers', async () => {
    const desk = deskWith({ 'list.csv': '序号,领域,改革任务\n、,012,任务一\n.,１２,任务二\n' });
    expect((await desk.reform(['import', 'list.csv', '--apply', '--map', 'B=field'])).exit).toBe(0);
    expect((await desk.reform(['validate', '--strict'])).exit).toBe(0);
  });

  test('is refused where one task would hold more than a file may', async () => {
    const rows = Array.from({ length: 5_001 }, (_none, index) => `举措${index},市甲局`);
    const desk = deskWith({ 'list.csv': ['具体举措,牵头单位', ...rows].join('\n') });
    const { exit, err } = await desk.reform(['import', 'list.csv', '--apply']);
    expect(err).toContain('5001 measures would stand in one task');
    expect(exit).toBe(2);
  });

  test('keeps days of spreadsheets that are none', async () => {
    const desk = deskWith({
      'list.xlsx': await workbook([
        ['改革任务', '完成时限'],
        ['任务一', day('1900-01-01')],
      ]),
    });
    const { notTaken } = await factsOf(desk, ['list.xlsx']);
    expect(notTaken).toMatchObject([{ why: 'due-year' }]);
  });

  test('of a thousand units, or cells of blanks, is read in bounded steps', async () => {
    const units = Array.from({ length: 1_000 }, (_none, index) => `任务${index},市第${index}局,`);
    const blanks = Array.from(
      { length: 20 },
      (_none, index) => `事${index},市${' '.repeat(30_000)}x,年${' '.repeat(30_000)}x`,
    );
    const desk = deskWith({
      'list.csv': ['改革任务,牵头单位,完成时限', ...units, ...blanks].join('\n'),
    });
    expect((await factsOf(desk, ['list.csv'])).added).toMatchObject({ tasks: 1_020 });
  });

  test('is no folder', async () => {
    const desk = deskWith({});
    mkdirSync(join(desk.root, '../folder'));
    const { err, exit } = await desk.reform(['import', 'folder']);
    expect(err).toContain('folder is a folder');
    expect(exit).toBe(2);
  });
});

describe('text', () => {
  const rows = plainRows().map((row) =>
    row.map((cell) => (cell instanceof Date ? '2026年6月30日' : String(cell ?? ''))),
  );
  const table = (gap: string) =>
    [heading.map(String), ...rows].map((row) => row.join(gap)).join('\r\n');

  test('in GB18030 is read and said to be', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reform-gb-'));
    writeFileSync(join(folder, 'utf8.csv'), table(','));
    const bytes = execFileSync('iconv', ['-f', 'UTF-8', '-t', 'GB18030', join(folder, 'utf8.csv')]);
    const desk = deskWith({ 'list.csv': bytes });
    const { out } = await desk.reform(['import', 'list.csv']);
    expect(out.toLowerCase()).toContain('gb18030');
    expect((await factsOf(desk, ['list.csv'])).added).toMatchObject({
      measures: 5,
      tasks: 3,
      fields: 2,
    });
  });

  test('pasted from a spreadsheet comes through standard input', async () => {
    const desk = deskWith({});
    const facts = await factsOf(desk, ['-'], table('\t'));
    expect(facts.added).toMatchObject({ measures: 5, tasks: 3, fields: 2, units: 9 });
  });
});

describe('refused', () => {
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');

  test.each([
    ['old.xls', Buffer.concat([ole, Buffer.alloc(600)]), 'save it as .xlsx'],
    ['old.doc', Buffer.concat([ole, Buffer.alloc(600)]), 'save it as .docx'],
    ['old.wps', Buffer.concat([ole, Buffer.alloc(600)]), 'save it as .docx'],
    ['old.et', Buffer.concat([ole, Buffer.alloc(600)]), 'save it as .xlsx'],
    [
      'secret.xlsx',
      Buffer.concat([
        ole,
        Buffer.alloc(504),
        Buffer.from('EncryptedPackage', 'utf16le'),
        Buffer.alloc(600),
      ]),
      'protected with a password',
    ],
    ['paper.pdf', Buffer.from('%PDF-1.7\n'), 'holds no table'],
    ['broken.xlsx', Buffer.from('PK\u0003\u0004 and nothing more'), 'is damaged'],
    ['letter.txt', Buffer.from('Dear Sir,\nnothing to see here.\n'), 'no headings of a list'],
    ['empty.csv', Buffer.from(''), 'has no table'],
  ])('%s', async (name, bytes, said) => {
    const desk = deskWith({ [name]: bytes });
    const { err, out, exit } = await desk.reform(['import', name, '--apply']);
    expect(err).toContain(said);
    expect(err).not.toMatch(/\bat .*\.[jt]s:/);
    expect(out).toBe('');
    expect(exit).toBe(2);
    expect(desk.changed()).toEqual([]);
  });

  test.each([
    [['no-such.xlsx'], 'there is no file no-such.xlsx'],
    [['list.xlsx', '--map', 'A'], 'does not say what a column becomes'],
    [['list.xlsx', '--map', 'A=colour'], 'does not say what a column becomes'],
    [['list.xlsx', '--map', '没有的列=task'], 'there is no column "没有的列"'],
    [['list.xlsx', '--same', '市发改委'], 'does not say which unit'],
    [['list.xlsx', '--heading-row', '0'], 'is no row'],
    [['list.xlsx', '--mapping', 'no-such.yaml'], 'there is no file no-such.yaml'],
    [['list.xlsx', '--mapping', 'bad.yaml'], 'columns: 甲 is not what it should be'],
    [
      ['list.xlsx', '--map', '改革任务=none', '--map', '具体举措=none'],
      'names tasks, measures or projects',
    ],
    [['pasted.csv', '--encoding', 'klingon'], 'no such encoding'],
  ])('%j', async (args, said) => {
    const desk = deskWith({
      'list.xlsx': await officeList(),
      'bad.yaml': 'columns:\n  - { heading: 甲, becomes: colour }\n',
      'pasted.csv': 'a,b\n',
    });
    const { err, exit } = await desk.reform(['import', ...args]);
    expect(err).toContain(said);
    expect(exit).toBe(2);
  });

  test('by a closed ledger', async () => {
    const desk = deskWith({ 'list.xlsx': await officeList() });
    replaceIn(desk.root, 'ledger.yaml', 'state: draft', 'state: closed');
    const { exit, err } = await desk.reform(['import', 'list.xlsx', '--apply']);
    expect(exit).toBe(1);
    expect(err).toContain('closed');
  });
});

/** LibreOffice is large; where it is not installed these cannot be run. */
const office = ['soffice', 'libreoffice'].find((name) =>
  (process.env['PATH'] ?? '').split(':').some((folder) => existsSync(join(folder, name))),
);

describe.skipIf(office === undefined)(
  'LibreOffice (skipped where soffice is not installed)',
  () => {
    const resaved = (bytes: Buffer, ending: string): Buffer => {
      const folder = mkdtempSync(join(tmpdir(), 'reform-office-'));
      writeFileSync(join(folder, 'list.xlsx'), bytes);
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
      execFileSync(
        office ?? '',
        [
          profile,
          '--headless',
          '--convert-to',
          ending,
          '--outdir',
          join(folder, 'out'),
          join(folder, 'list.xlsx'),
        ],
        { stdio: 'ignore' },
      );
      const [made] = readdirSync(join(folder, 'out'));
      return readFileSync(join(folder, 'out', made ?? ''));
    };

    test('opens the sample of the first hour, and saves what stands in it', async () => {
      const sample = await sampleList();
      const desk = deskWith({ 'sample.xlsx': sample, 'resaved.xlsx': resaved(sample, 'xlsx') });
      const { added, deadlines, registered } = await factsOf(desk, ['sample.xlsx']);
      expect(added).toMatchObject({ tasks: 5, measures: 8, units: 12 });
      expect(await factsOf(desk, ['resaved.xlsx'])).toMatchObject({ added, deadlines, registered });
    });

    test.each(['xlsx', 'ods'])('saves the list as %s, and nothing has changed', async (ending) => {
      const bytes = await officeList();
      const desk = deskWith({ 'list.xlsx': bytes, [`resaved.${ending}`]: resaved(bytes, ending) });
      await desk.reform(['import', 'list.xlsx', '--apply']);
      const facts = await factsOf(desk, [`resaved.${ending}`]);
      expect(facts.added).toEqual(nothing);
      expect(facts.changed).toEqual([]);
      expect(facts.same).toBe(5);
    });
  },
);
