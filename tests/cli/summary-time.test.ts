/** Summaries of other days: issued totals, two days side by side, scorecards and burn-ups, worked out by hand. */
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { handLedger, run } from '../harness.ts';

const json = async (...args: readonly string[]) =>
  JSON.parse((await run(['summary', ...args, '--json', '--ledger', handLedger])).out);

test('issued totals are those in force on the day', async () => {
  const issued = async (day: string) => {
    const { totals } = await json('--as-of', day);
    return totals.find(({ what }: { what: string }) => what === 'measures').issued;
  };
  expect(await issued('2022-08-19')).toBe(9);
  expect(await issued('2022-08-20')).toBe(10);
});

test('what is selected and withdrawn is counted as it stood on the day', async () => {
  const projects = async (day: string) => {
    const { totals } = await json('--as-of', day);
    const found = totals.find(({ what }: { what: string }) => what === 'projects');
    return [found.listed, found.withdrawn];
  };
  // eastbank-1, westbank-1 and westbank-2, of which the last is withdrawn
  expect(await projects('2022-06-30')).toEqual([3, 1]);
  // eastbank-2 is selected
  expect(await projects('2022-07-01')).toEqual([4, 1]);
  expect(await projects('2022-10-31')).toEqual([4, 0]);
});

test('two days side by side: every fact that moved, and nothing else', async () => {
  const made = await json('--as-of', '2022-07-01', '--compare', '2022-06-30');
  const moves = made.moves.map(({ id, fact, from, to }: Record<string, unknown>) => [
    ...[id, fact, from, to],
  ]);
  expect(moves).toEqual([
    ['T01.1', 'status', 'in-progress', 'planned'],
    ['T01.1', 'light', 'green', 'yellow'],
    ['T01.1', 'progress', 30, null],
    ['T01.2', 'light', 'green', 'red'],
    ['T01.2', 'due', '2022-09-30', '2022-06-15'],
    ['T02.1', 'status', 'withdrawn', 'blocked'],
    ['T02.1', 'light', null, 'red'],
    ['T02.2', 'status', 'done', 'in-progress'],
    ['T02.2', 'light', null, 'red'],
    ['T02.2', 'progress', 100, 33],
    ['T03.2', 'lead', ['quality-bureau'], ['market-regulation']],
    ['T03.3', 'status', 'verified', 'in-progress'],
    ['T03.3', 'light', null, 'green'],
    ['T03.3', 'progress', 100, 50],
    ['T03.4', 'progress', 50, 33],
    ['T03.4', 'lead', ['planning-bureau'], ['ecology-bureau', 'westbank']],
    ['T03.5', 'status', 'blocked', 'planned'],
    ['T03.5', 'light', 'yellow', 'green'],
    ['eastbank-2', 'status', 'declared', 'planned'],
    ['eastbank-2', 'light', null, 'green'],
  ]);
  expect(made.moved).toBe(9);
  expect(made.from).toMatchObject({ day: '2022-06-30', overdue: 0, claimed: 1, verified: 1 });
  expect(made.to).toMatchObject({ day: '2022-07-01', overdue: 2, claimed: 0, verified: 0 });
});

test('the earlier day stands first, whichever is named first, and is told in both languages', async () => {
  const args = ['summary', '--ledger', handLedger, '--compare', '2022-07-01', '--as-of'];
  const { out } = await run([...args, '2022-06-30']);
  expect(out).toContain('2022-06-30 and 2022-07-01\n');
  expect(out).toMatch(/ overdue +0 +2 +\+2\n/);
  expect(out).toMatch(/ status: verified +1 +0 +−1\n/);
  expect(out).toMatch(/ T01\.2 .* light +green +red\n +deadline +2022-09-30 +2022-06-15\n/);
  expect(out).toMatch(/ light +owes nothing +red\n/);
  expect(out).toContain('9 items moved, in 20 facts.');
  const chinese = await run([...args, '2022-06-30', '--lang', 'zh']);
  expect(chinese.out).toContain('9个事项有变动，共20处。');
  expect((await run([...args, '2022-07-01'])).out).toContain('Nothing moved.');
});

test('scorecard: every figure of the whole and of some units', async () => {
  const { leads, total, reckoning } = await json('--scorecard', '--as-of', '2023-01-31');
  expect(total).toEqual({
    items: 15,
    // T02.2, T03.1, eastbank-1, westbank-1
    verified: 4,
    // eastbank-1: claimed 30 November, due 31 December
    on_time: 1,
    late: 3,
    // T02.1, T03.2
    claimed: 2,
    // T03.3, T03.4, T03.5, eastbank-2, westbank-2
    open: 5,
    overdue: 4,
    withdrawn: 3,
    declared: 1,
    // T03.4 has no deadline
    unjudged: 1,
    // T02.2, T03.1, T03.3
    rejected: 3,
    // T03.2 by 184 days, T03.5 by -31
    moved: 2,
    // T02.1 20, westbank-1 20, T03.1 49, T02.2 51
    days_late: 34.5,
    // and T03.2 181 days after 30 June
    days_late_issued: 49,
    days_moved: 76.5,
  });
  const of = (unit: string | null) => leads.find(({ lead }: { lead: string }) => lead === unit);
  expect(of('planning-bureau')).toMatchObject({ items: 1, late: 1, rejected: 1, days_late: 49 });
  expect(of('ecology-group')).toMatchObject({ items: 1, verified: 0, claimed: 1, days_late: 20 });
  expect(of('market-regulation')).toMatchObject({
    // T03.2 claimed in time after two postponements, T03.5 blocked, T01.2 withdrawn
    ...{ items: 3, claimed: 1, open: 1, overdue: 1, withdrawn: 1, moved: 2 },
    ...{ days_late: null, days_late_issued: 181, days_moved: 76.5 },
  });
  expect(of(null)).toMatchObject({ items: 2, withdrawn: 1, declared: 1, unjudged: 0 });
  expect(reckoning).toMatchObject({ by: 'lead', items: 15, without: 2 });
});

test('a claim on the very day of the deadline is in time', async () => {
  // T03.3 is claimed on 31 October, its deadline, and not yet checked.
  const { leads } = await json('--scorecard', 'id:T03.3', '--as-of', '2022-10-31');
  expect(leads).toHaveLength(1);
  expect(leads[0]).toMatchObject({ claimed: 1, on_time: 0, late: 0, days_late: null });
});

test('scorecard of a published list: nothing is judged, and nobody is late', async () => {
  const { out } = await run(['summary', '--scorecard', '--json']);
  expect(JSON.parse(out).total).toMatchObject({ items: 23, on_time: 0, late: 0, unjudged: 23 });
});

test('burn-up: plan as issued and in force, and what was done at the end of each month', async () => {
  const made = await json('--burn-up', '--as-of', '2022-10-31');
  const rows = made.months.map(({ month, ...counts }: { month: string }) => [
    month,
    ...Object.values(counts),
  ]);
  expect(rows).toEqual([
    ...['01', '02', '03', '04'].map((month) => [`2022-${month}`, 0, 0, 0, 0]),
    // T03.3 claimed
    ['2022-05', 0, 0, 0, 1],
    // T03.3 verified, T02.2 claimed; T01.2 and T03.2 were issued for June
    ['2022-06', 2, 0, 1, 1],
    // both taken back
    ['2022-07', 2, 0, 0, 0],
    ['2022-08', 2, 0, 0, 0],
    // eastbank-2 claimed on the last day
    ['2022-09', 4, 2, 0, 1],
    ['2022-10', 6, 5, 0, 2],
    ['2022-11', 8, 7, null, null],
    ['2022-12', 12, 12, null, null],
  ]);
  expect(made).toMatchObject({ items: 13, undated: 1, later: 0 });
});

test('burn-up: what was withdrawn was issued all the same, and is due no more', async () => {
  const { months, ...rest } = await json('--burn-up', '--as-of', '2023-01-31');
  // T01.1 and T01.2 are withdrawn; westbank-1 is claimed in December and verified in the new year.
  expect(months.slice(-2)).toEqual([
    { month: '2022-12', issued: 12, due: 10, verified: 3, claimed: 3 },
    { month: '2023-01', issued: 12, due: 10, verified: 4, claimed: 2 },
  ]);
  expect(rest).toMatchObject({ items: 11, undated: 1, later: 0 });
});

test('in the middle of a month nothing of its later days has happened', async () => {
  const { months } = await json('--burn-up', '--as-of', '2022-10-30');
  expect(months[9]).toMatchObject({ month: '2022-10', claimed: 1 });
});

test('the chart lines up beside its figures in both languages', async () => {
  const args = ['summary', '--burn-up', '--ledger', handLedger, '--as-of', '2022-10-31'];
  const setting = { width: 80, env: { NO_COLOR: '1' } };
  const { out } = await run(args, setting);
  // 30 marks are 13 items, rounded down: 2 claimed, 5 due.
  expect(out).toContain(' 2022-06          2    0         1        1  ██▒▒\n');
  expect(out).toContain(' 2022-10          6    5         0        2  ▒▒▒▒······│\n');
  const chinese = await run([...args, '--lang', 'zh'], setting);
  expect(chinese.out).toContain(' 2022-10       6       5       0         2  ▒▒▒▒······│\n');
  for (const line of chinese.out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(80);
});
