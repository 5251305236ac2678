/** `summary --by`: the ledger typed by hand counted by hand, and what is said of how counts add up. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { dimensionNames } from '../../src/model/pivot.ts';
import { handLedger, run } from '../harness.ts';
import { demoFolder } from './naive.ts';

const json = async (...args: readonly string[]) =>
  JSON.parse((await run(['summary', ...args, '--json', '--ledger', handLedger])).out);

/** Items by the values of rows. */
const rowsOf = ({ rows }: { rows: readonly { value: string | null; items: number }[] }) =>
  Object.fromEntries(rows.map(({ value, items }) => [String(value), items]));

test('by lead: joint measures under both, groups with their members, successors from their day on', async () => {
  const june = await json('--by', 'lead', '--as-of', '2022-06-30');
  expect(rowsOf(june)).toEqual({
    // T01.1, T03.1 and T03.3; T01.2 as a member of the permit group
    'data-bureau': 4,
    // its two projects, and T01.2 as a member
    eastbank: 3,
    'planning-bureau': 2,
    westbank: 2,
    'market-regulation': 2,
    'quality-bureau': 1,
    'ecology-bureau': 1,
    'ecology-group': 1,
    'permit-group': 1,
    null: 2,
  });
  expect(june.reckonings).toEqual([{ by: 'lead', named: 17, items: 15, again: 4, without: 2 }]);
  // A day later T03.2 has another lead, and T03.4 has two.
  const july = await json('--by', 'lead', '--as-of', '2022-07-01');
  expect(rowsOf(july)).toEqual({
    'data-bureau': 4,
    'market-regulation': 3,
    eastbank: 3,
    westbank: 3,
    'ecology-bureau': 2,
    'ecology-group': 1,
    'permit-group': 1,
    'planning-bureau': 1,
    null: 2,
  });
});

test('by kind and status, each cell', async () => {
  const { by, columns, rows, total } = await json('--by', 'kind,status', '--as-of', '2022-10-31');
  expect(by).toEqual(['kind', 'status']);
  expect(columns).toEqual([
    { value: 'declared', items: 2 },
    { value: 'in-progress', items: 10 },
    { value: 'blocked', items: 1 },
    { value: 'done', items: 2 },
  ]);
  expect(rows.map(({ cells }: { cells: number[] }) => cells)).toEqual([
    [0, 7, 1, 1],
    [2, 3, 0, 1],
  ]);
  expect(total).toMatchObject({ items: 15, claimed: 2, verified: 0, overdue: 2 });
});

test('by month due, and of what a query asks for', async () => {
  const all = await json('--by', 'due', '--as-of', '2022-10-31');
  expect(all.by).toEqual(['month-due']);
  expect(rowsOf(all)).toEqual({ '2022-09': 3, '2022-10': 3, '2022-11': 2, '2022-12': 5, null: 2 });
  const some = await json('--by', 'month due', 'status:blocked', '--as-of', '2022-10-31');
  expect(some.query).toBe('status:blocked');
  expect(rowsOf(some)).toEqual({ '2022-12': 1 });
});

test('the last lines say how totals add up, and which query it is', async () => {
  const { out } = await run([
    ...['summary', '--by', 'status,lead', '--ledger', handLedger, '--as-of', '2022-06-30'],
    'kind:measure',
  ]);
  expect(out.trimEnd().split('\n').slice(-3)).toEqual([
    'lead unit totals 13 = 9 measures + 4 counted again',
    'status totals 9 = 9 measures',
    expect.stringContaining('measure'),
  ]);
  const whole = await run(['summary', '--by', 'lead', '--ledger', handLedger, '--lang', 'zh']);
  expect(whole.out).toMatch(
    /按牵头单位合计 \d+ = 9项具体举措 \+ 6个基层改革创新项目 \+ 重复计入 \d+ − 未注明牵头单位 2/,
  );
});

test('a table too wide for the terminal goes on below, with what its rows are', async () => {
  const args = ['summary', '--by', 'lead,status', '--ledger', handLedger, '--as-of', '2022-06-30'];
  for (const [width, parts] of [
    [60, 3],
    [80, 2],
    [120, 1],
  ] as const) {
    const { out } = await run(args, { width, env: { NO_COLOR: '1' } });
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
    expect(out.match(/^ all, each once/gm)).toHaveLength(parts);
    for (const word of ['DECLARED', 'VERIFIED', 'WITHDRAWN']) expect(out).toContain(word);
  }
});

test('each count is what a list answers', async () => {
  const ledger = await demoFolder();
  const setting = ['--json', '--ledger', ledger, '--as-of', '2022-06-30'];
  const keys = { theme: 'themes', 'month-due': 'month_due' } as Record<string, string>;
  for (const side of dimensionNames) {
    const { rows } = JSON.parse((await run(['summary', '--by', side, ...setting])).out);
    for (const { value, items } of rows.slice(0, 1)) {
      if (value === null) continue;
      const { out } = await run(['list', `${keys[side] ?? side}:${value}`, ...setting]);
      expect(JSON.parse(out).count, `${side} ${value}`).toBe(items);
    }
  }
});

test('a spreadsheet gets values and no totals', async () => {
  const { out } = await run([
    ...['summary', '--by', 'due,kind', '--format', 'csv', '--ledger', handLedger],
    ...['--as-of', '2022-10-31'],
  ]);
  expect(out).toBe(
    'month-due,items,measure,project\n2022-09,3,2,1\n2022-10,3,2,1\n2022-11,2,1,1\n2022-12,5,3,2\nno deadline,2,1,1\n',
  );
});

test('a bar is no value and not for a spreadsheet', async () => {
  const heads = async (...args: readonly string[]) => {
    const { out } = await run([
      ...['summary', ...args, '--format', 'csv', '--ledger', handLedger],
      ...['--as-of', '2022-10-31'],
    ]);
    expect(out).not.toMatch(/[█▒·│]/);
    // Every row has a field for each column, or it is not read.
    const [head = []] = parse(out) as string[][];
    return head.join(',');
  };
  expect(await heads('--by', 'field')).toBe(
    'field,items,verified,claimed,overdue,red,yellow,green,unknown',
  );
  expect(await heads('--burn-up')).toBe('month,issued,due,verified,claimed');
});

test('a scorecard of a part says that it counts that part', async () => {
  const card = async (...args: readonly string[]) =>
    (await run(['summary', '--scorecard', ...args, '--ledger', handLedger])).out;
  const said = 'Only what was asked for is counted';
  expect(await card('lead:planning-bureau')).toContain(said);
  expect(await card('--lead', 'planning-bureau', '--lang', 'zh')).toContain('只计符合条件的事项');
  expect(await card()).not.toContain(said);
});

test.each([
  [['--by', 'colour'], /"colour" is none of its values/],
  [['--by', 'lead,lead'], /"lead,lead" is not one side/],
  [['--by', 'lead,field,kind'], /is not one side/],
  [['--by', ','], /is not one side/],
  [['--by', 'lead', '--burn-up'], /--by and --burn-up cannot be had at once/],
  [['--compare', 'sometime'], /--compare/],
  [['--format', 'csv'], /CSV is one table.*\n.*--by, --scorecard or --burn-up/],
  [['--compare', '2022-06-30', '--format', 'csv'], /CSV is one table/],
  [['--format', 'xml'], /there is no format "xml"/],
])('summary %j is a mistake', async (args, message) => {
  const { exit, out, err } = await run(['summary', ...args, '--ledger', handLedger]);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toMatch(message);
});

test('a side is known by the word of the language as well', async () => {
  const { out } = await run(['summary', '--by', '牵头单位，状态', '--lang', 'zh', '--json']);
  expect(JSON.parse(out).by).toEqual(['lead', 'status']);
});
