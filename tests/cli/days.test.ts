/** Days as people type them to writers: what is understood, what is told of it, and what then stands in the files. */
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseLedger, type Desk, desk, deskOf, put, replaceIn } from '../desk.ts';
import { copyOf, handLedger, projectRoot, read, run } from '../harness.ts';

/** The lines of a file that say something, without their indentation. */
const linesWith = ({ root }: Desk, file: string, word: string): readonly string[] =>
  read(root, file)
    .split('\n')
    .filter((line) => line.includes(word))
    .map((line) => line.trim());

const paper = ['-m', '场地移交推迟', '-d', '云改办〔2022〕9号'];

describe('an event', () => {
  test.each([
    ['昨天', '2022-11-30'],
    ['yesterday', '2022-11-30'],
    ['上周五', '2022-11-25'],
    ['-7d', '2022-11-24'],
    ['30 Nov 2022', '2022-11-30'],
    ['２０２２－１１－３０', '2022-11-30'],
  ])('of %s', async (typed, day) => {
    const at = desk();
    const { exit, err } = await at.reform(['report', 'T01.1', '-m', 'x', '--date', typed]);
    expect([exit, err.split('\n').slice(0, 2)]).toEqual([
      0,
      [`${typed} → ${day}`, `T01.1: reported ${day}.`],
    ]);
    expect(linesWith(at, 'tasks/T01.yaml', 'report')).toEqual([
      `- { date: ${day}, event: report, note: x }`,
    ]);
  });

  test('of a stretch of days is of the first', async () => {
    const at = desk();
    const { err } = await at.reform(['report', 'T01.1', '-m', 'x', '--date', '上周']);
    expect(err).toContain('上周 → 2022-11-21\n');
  });

  test('of a day as files have it is not told about', async () => {
    const { err } = await desk().reform(['report', 'T01.1', '-m', 'x', '--date', '2022-11-30']);
    expect(err).toMatch(/^T01.1: reported 2022-11-30\.\n/);
  });

  test('without a year is of the year of the ledger', async () => {
    const at = deskOf(baseLedger, '2023-02-01');
    const { err } = await at.reform(['report', 'T01.1', '-m', 'x', '--date', '12月20日']);
    expect(err).toContain('12月20日 → 2022-12-20\n');
  });

  test.each(['tomorrow', '+1d', '年底', '2023-01'])('of %s is in the future', async (typed) => {
    const { reform, changed } = desk();
    const { exit, err } = await reform(['report', 'T01.1', '-m', 'x', '--date', typed]);
    expect([exit, err]).toEqual([2, expect.stringContaining('is after today, 2022-12-01')]);
    expect(changed()).toEqual([]);
  });
});

describe('a deadline', () => {
  test.each([
    ['年底', '2022-12-31'],
    ['2023-01', '2023-01-31'],
    ['2023Q1', '2023-03-31'],
    ['+30d', '2022-12-31'],
    ['30天内', '2022-12-31'],
    ['2023年2月底前', '2023-02-28'],
    ['明年一季度', '2023-03-31'],
  ])('postponed to %s', async (typed, day) => {
    const at = desk();
    const { exit, err } = await at.reform(['postpone', 'T01.1', '--due', typed, ...paper]);
    expect([exit, err.split('\n')[0]]).toEqual([0, `${typed} → ${day}`]);
    expect(linesWith(at, 'tasks/T01.yaml', 'postpone')).toEqual([
      `- { date: 2022-12-01, event: postpone, due: ${day}, reason: 场地移交推迟, document: 云改办〔2022〕9号 }`,
    ]);
  });

  test('of several items is told once', async () => {
    const { exit, err } = await desk().reform([
      'postpone',
      'T01.1',
      'T02.1',
      '--due',
      '2023Q1',
      ...paper,
    ]);
    expect([exit, err.match(/→ 2023-03-31/g)]).toEqual([0, ['→ 2023-03-31']]);
  });

  test('excused until the end of a month', async () => {
    const at = desk();
    const { exit } = await at.reform(['excuse', 'T01.1', '--until', '下月', ...paper]);
    expect(exit).toBe(0);
    expect(linesWith(at, 'tasks/T01.yaml', 'excuse')[0]).toContain('until: 2023-01-31');
  });

  test('and a start that are set: the last day and the first', async () => {
    const at = desk();
    const args = ['set', 'T02.1', 'start=10月', 'due=12月中旬', '--date', '昨天', ...paper];
    const { exit, err } = await at.reform(args);
    expect([exit, err.split('\n').slice(0, 3)]).toEqual([
      0,
      ['昨天 → 2022-11-30', 'start: 10月 → 2022-10-01', 'deadline: 12月中旬 → 2022-12-20'],
    ]);
    expect(linesWith(at, 'tasks/T02.yaml', 'amend')[0]).toMatch(
      /^- \{ date: 2022-11-30, event: amend, .*start: 2022-10-01, due: 2022-12-20/,
    );
  });

  test('of a new measure, added on a day that is told', async () => {
    const at = desk();
    const args = [
      'add',
      'measure',
      'T02',
      'title=New',
      'due=year-end',
      '--date',
      'today',
      ...paper,
    ];
    const { exit, err } = await at.reform(args);
    expect([exit, err]).toEqual([0, expect.stringContaining('deadline: year-end → 2022-12-31\n')]);
    expect(err).toContain('today → 2022-12-01\n');
    expect(linesWith(at, 'tasks/T02.yaml', 'due: 2022-12-31')).toHaveLength(2);
  });

  test('of a register is the first day, too', async () => {
    const at = desk();
    const args = ['add', 'meeting', 'id=deep-reform-2', 'title=Second meeting', 'date=下周五'];
    const { exit, err } = await at.reform(args);
    expect([exit, err]).toEqual([0, expect.stringContaining('date: 下周五 → 2022-12-09\n')]);
    expect(linesWith(at, 'meetings.yaml', '2022-12-09')).toEqual(['date: 2022-12-09']);
  });

  test('as the page about days shows it', async () => {
    const [, line = '', told = ''] =
      /^\$ reform (.*)\n(.*)$/m.exec(read(projectRoot, 'docs/dates.md').replaceAll('\r\n', '\n')) ??
      [];
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, word]) => quoted ?? word ?? '',
    );
    const { exit, err } = await desk().reform(words);
    expect([exit, err.split('\n')[0]]).toEqual([0, told]);
  });
});

describe('a day that cannot be told', () => {
  test.each([
    ['03/04/2023', 'day or month first?'],
    ['2023-02-29', 'there is no such day'],
    ['2023.1', 'January, or October?'],
    ['30 days', 'from which day on?'],
    ['before March', 'before it begins, or before it is over?'],
    ['spring 2023', 'no certain day'],
    ['1 March or 1 May', 'several days'],
    ['7月..', 'when something begins'],
    ['2999', 'after 2200'],
    ['soon', 'write 2022-09-30, 30 Sept 2022, 9月底'],
  ])('%s is refused, and says why', async (typed, why) => {
    const { reform, changed } = desk();
    const postponed = await reform(['postpone', 'T01.1', '--due', typed, ...paper]);
    expect([postponed.exit, postponed.err]).toEqual([2, expect.stringContaining(why)]);
    expect(postponed.err).toContain(`--due: "${typed}" is no day`);
    const set = await reform(['set', 'T02.1', `due=${typed}`, ...paper]);
    expect([set.exit, set.err]).toEqual([2, expect.stringContaining(why)]);
    expect(set.err).toContain(`due: "${typed}" is no day`);
    expect(changed()).toEqual([]);
  });
});

test('is told in Chinese as well', async () => {
  const { reform } = desk();
  const args = ['postpone', 'T01.1', ...paper, '--lang', 'zh', '--due'];
  const refused = await reform([...args, '03/04/2023']);
  expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('月在前还是日在前？')]);
  const { exit, err } = await reform([...args, '明年一季度']);
  expect([exit, err.split('\n')[0]]).toEqual([0, '明年一季度 → 2023-03-31']);
});

test('the reports of an import are of the day that is named', async () => {
  const at = desk((root) =>
    put(dirname(root), 'list.csv', '编号,具体举措,进展情况\nT02.1,确定改造小区,已选定3个小区\n'),
  );
  const args = ['import', 'list.csv', '--apply', '--date', '上周五'];
  const { err } = await at.reform(args);
  expect(err).toContain('上周五 → 2022-11-25\n');
  expect(linesWith(at, 'tasks/T02.yaml', 'report')[0]).toContain('date: 2022-11-25');
});

describe('today is that of the ledger', () => {
  /** What is recorded as of today at an instant, for a ledger in a zone. */
  const recorded = async (now: string, timezone: string): Promise<string | undefined> => {
    const root = copyOf(baseLedger);
    replaceIn(root, 'ledger.yaml', 'timezone: Asia/Shanghai', `timezone: ${timezone}`);
    const setting = { cwd: dirname(root), env: { REFORM_LEDGER: root }, now };
    const { err } = await run(['report', 'T01.1', '-m', 'x', '--date', 'today'], setting);
    return err.split('\n')[0];
  };

  test.each([
    ['2022-11-30T15:59:59Z', 'Asia/Shanghai', '2022-11-30'],
    ['2022-11-30T16:00:00Z', 'Asia/Shanghai', '2022-12-01'],
    ['2022-12-01T10:59:59Z', 'Etc/GMT+11', '2022-11-30'],
    ['2022-12-01T11:00:00Z', 'Etc/GMT+11', '2022-12-01'],
  ])('at %s in %s', async (now, zone, day) => {
    expect(await recorded(now, zone)).toBe(`today → ${day}`);
  });

  test('and where that is yesterday elsewhere, tomorrow is refused', async () => {
    const root = copyOf(baseLedger);
    replaceIn(root, 'ledger.yaml', 'timezone: Asia/Shanghai', 'timezone: Etc/GMT+11');
    const setting = {
      cwd: dirname(root),
      env: { REFORM_LEDGER: root },
      now: '2022-12-01T10:00:00Z',
    };
    const report = ['report', 'T01.1', '-m', 'x', '--date'];
    const { exit, err } = await run([...report, '2022-12-01'], setting);
    expect([exit, err]).toEqual([2, expect.stringContaining('is after today, 2022-11-30')]);
    expect((await run([...report, '2022-11-30'], setting)).exit).toBe(0);
  });

  test('and a month ends where the ledger is', async () => {
    const root = copyOf(baseLedger);
    const setting = {
      cwd: dirname(root),
      env: { REFORM_LEDGER: root },
      now: '2022-10-31T16:30:00Z',
    };
    const { err } = await run(['postpone', 'T01.1', '--due', '月底', ...paper], setting);
    expect(err.split('\n')[0]).toBe('月底 → 2022-11-30');
  });
});

test('a day without a year is of the year of the ledger, whenever that is asked', async () => {
  for (const option of ['--as-of', '--today']) {
    const { out } = await run(['list', option, '9月底', '--ledger', copyOf(handLedger)], {
      now: '2026-03-01T04:00:00Z',
    });
    expect(out).toContain('as of 2022-09-30');
  }
});
