/**
 * What was known by a day is what the main line held at its end: every event of a year is committed, some of them weeks
 * after their day, and asking the last commit as known by a day answers as the commit of that day does.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '../../src/model/dates.ts';
import { copyOf, handLedger, read, run, temporaryFolder } from '../harness.ts';
import { handRepository, newRepository, repositoryAt, type TestRepository } from '../repository.ts';

const year = newRepository();
const root = join(year.top, 'ledger');
const cacheFolder = temporaryFolder();

const entry = /^ *- \{ date: (\d{4}-\d{2}-\d{2}), event: /;

/** Every fifth entry is recorded three weeks after it happened. */
const recordedOn = (line: string, at: number): string => {
  const day = entry.exec(line)?.[1] ?? '';
  return day !== '' && at % 5 === 0 ? addDays(day, 21) : day;
};

/** A file as it was on a day: what was recorded later is not there yet, nor a log in which nothing is left. */
const upTo = (text: string, day: string): string => {
  const lines = text.split('\n').filter((line, at) => recordedOn(line, at) <= day);
  const isEmptyLog = (line: string, at: number) =>
    /^ *log:$/.test(line) && !entry.test(lines[at + 1] ?? '');
  return lines.filter((line, at) => !isEmptyLog(line, at)).join('\n');
};

const days = ['2022-04-10', '2022-09-30', '2022-10-20', '2023-01-20', '2023-04-01'];
const whole = new Map<string, string>();

beforeAll(async () => {
  await run(['demo', root]);
  for (const file of readdirSync(root, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.yaml')) whole.set(file, read(root, file));
  for (const day of days) {
    for (const [file, text] of whole) writeFileSync(join(root, file), upTo(text, day));
    year.commit(day, { when: `${day}T18:00:00+08:00` });
    year.git('tag', day);
  }
});

const answer = async (
  question: readonly string[],
  { top, folder = 'ledger' }: { readonly top: string; readonly folder?: string },
) => {
  const { exit, out, err } = await run([...question, '--ledger', join(top, folder)], {
    cacheFolder,
    now: '2023-06-01T04:00:00Z',
  });
  expect(exit, err).toBeLessThan(2);
  return { out, err };
};

const questions: readonly (readonly string[])[] = [
  ['list', '--json'],
  ['list', 'tasks', '--json'],
  ['show', 'T01', 'T01.1', 'planning-bureau', '--json'],
  ['list', '--explain', '--columns', 'id,status,light,lead,due'],
  ['summary', '--json'],
  ['summary', '--by', 'lead,light'],
  ['due', '--json'],
  ['mine', 'planning-bureau', '--json'],
  ['inbox', '--json'],
  ['agenda', '--json'],
  ['trace', '--json'],
  ['validate', '--json'],
  ['validate', '--ready', '--json'],
];

/** An answer without the words that say how much was known. */
const withoutKnown = (out: string): string =>
  out.startsWith('{')
    ? JSON.stringify({ ...JSON.parse(out), known_by: null })
    : out.replace(/ · as known by \d{4}-\d{2}-\d{2}, commit [0-9a-f]{10}/g, '');

describe.each(['2022-04-10', '2022-09-30', '2022-10-20'])('known by %s', (day) => {
  test.each(questions)('%s %s %s %s', async (...args) => {
    const question = args.filter((each) => each !== undefined);
    year.git('checkout', '--quiet', 'main');
    const { out } = await answer([...question, '--known-by', day], year);
    const commit = year.git('rev-parse', day);
    expect(out).toContain(out.startsWith('{') ? commit : commit.slice(0, 10));
    year.git('checkout', '--quiet', day);
    const then = await answer([...question, '--today', day], year);
    year.git('checkout', '--quiet', 'main');
    expect(withoutKnown(out)).toBe(withoutKnown(then.out));
  });
});

test('between two commits the earlier one stands', async () => {
  const at = async (day: string) =>
    JSON.parse((await answer(['list', '--json', '--known-by', day], year)).out).known_by;
  expect(await at('2022-10-19')).toEqual({
    date: '2022-10-19',
    commit: year.git('rev-parse', '2022-09-30'),
    recorded: '2022-09-30',
    recorded_late: null,
  });
  expect((await at('2022Q3')).date).toBe('2022-09-30');
});

test('what is read from git is not kept for the working folder', async () => {
  const plain = await answer(['list', '--json', '--no-cache'], year);
  await answer(['list', '--json', '--known-by', '2022-04-10'], year);
  expect((await answer(['list', '--json'], year)).out).toBe(plain.out);
});

describe('with a day of the view', () => {
  test('events up to it that were recorded later are listed, all of them and no others', async () => {
    const question = ['list', '--as-of', '2022-09-20', '--known-by', '2022-09-30'];
    const { out } = await answer([...question, '--json'], year);
    const { known_by: known, today } = JSON.parse(out);
    expect(today).toBe('2022-09-20');
    const missing = [...whole].flatMap(([, text]) =>
      text.split('\n').filter((line, at) => {
        const day = entry.exec(line)?.[1] ?? '';
        return day !== '' && day <= '2022-09-20' && recordedOn(line, at) > '2022-09-30';
      }),
    );
    const dated = (all: readonly string[]) => [...all].sort();
    expect(missing.length).toBeGreaterThan(5);
    expect(dated(known.recorded_late.map(({ date, event }: Late) => `${date} ${event}`))).toEqual(
      dated(missing.map((line) => line.replace(/^ *- \{ date: (\S+), event: (\w+).*/, '$1 $2'))),
    );
    const recorded = new Set(known.recorded_late.map((each: Late) => each.recorded));
    expect(recorded).toEqual(new Set(['2022-10-20']));
    const { err } = await answer(question, year);
    expect(err).toContain(
      `Not yet recorded by 2022-09-30, though it had happened by 2022-09-20: ${missing.length} entries`,
    );
    const told = err.split('\n').filter((line) => /^ {2}\S+: /.test(line));
    expect(told).toHaveLength(missing.length);
    for (const line of told)
      expect(line).toMatch(/\w: \w+ 2022-09-\d\d, recorded 2022-10-20 \(\d\d days late\)$/);
  });

  test('people are told of those that the answer is about, and how many others there are', async () => {
    const question = ['--as-of', '2022-09-20', '--known-by', '2022-09-30'];
    const { out } = await answer(['list', ...question, '--json'], year);
    const all: readonly Late[] = JSON.parse(out).known_by.recorded_late;
    const [{ id = '' } = {}] = all.filter((each) => /^T\d+\.\d+$/.test(each.id));
    const own = all.filter((each) => each.id === id);
    for (const verb of ['list', 'show', 'due', 'inbox', 'summary', 'trace', 'log']) {
      const named = verb === 'list' || verb === 'summary' ? `id:${id}` : id;
      const { err } = await answer([verb, named, ...question], year);
      const told = err.split('\n').filter((line) => /^ {2}\S+: /.test(line));
      expect(told.length, verb).toBeGreaterThan(0);
      expect(new Set(told.map((line) => line.trim().split(': ')[0])), verb).toEqual(new Set([id]));
      expect(err, verb).toContain(`and ${all.length - own.length} of other records`);
    }
  });

  test('more than ten are told by their records, and no more than ten of those', async () => {
    const question = ['list', '--as-of', '2022-09-30', '--known-by', '2022-04-10'];
    const { err } = await answer(question, year);
    const told = err.split('\n').filter((line) => /^ {2}\S+: /.test(line));
    expect(told).toHaveLength(10);
    for (const line of told)
      expect(line).toMatch(/: (?:1 entry|\d+ entries), 2022-\d\d-\d\d(?: to 2022-\d\d-\d\d)?$/);
    const all = Number(/by 2022-09-30: (\d+) entries\./.exec(err)?.[1]);
    const shown = told.reduce((sum, line) => sum + Number(/: (\d+) entr/.exec(line)?.[1]), 0);
    expect(err).toContain(`  and ${all - shown} more, all of them with --json`);
  });

  test('of a task, what its measures have is told', async () => {
    const question = ['--as-of', '2022-09-20', '--known-by', '2022-09-30'];
    const { out } = await answer(['list', ...question, '--json'], year);
    const all: readonly Late[] = JSON.parse(out).known_by.recorded_late;
    const [task = ''] = all.flatMap((each) => /^(T\d+)\./.exec(each.id)?.[1] ?? []);
    const { err } = await answer(['show', task, ...question], year);
    expect(err).toMatch(new RegExp(`^ {2}${task}\\.\\d+: \\w+`, 'm'));
  });

  test('what was recorded on the day it happened is not called late', async () => {
    const { err } = await answer(
      ['show', 'T01.2', '--as-of', '2023-02-05', '--known-by', '2023-01-31'],
      punctualRepository(),
    );
    expect(err).toContain('Not yet recorded by 2023-01-31');
    expect(err).toContain('  T01.2: reinstated 2023-02-01, recorded 2023-02-01\n');
    expect(err).not.toMatch(/\blate\b/);
    const { err: zh } = await answer(
      [...['show', 'T01.2', '--as-of', '2023-02-05', '--known-by', '2023-01-31'], '--lang', 'zh'],
      punctualRepository(),
    );
    expect(zh).toContain('截至 2023-01-31 尚未入账');
    expect(zh).not.toContain('迟');
  });

  test('answers as the commit then did as of that day', async () => {
    const { out } = await answer(
      ['list', '--json', '--as-of', '2022-06-30', '--known-by', '2022-09-30'],
      year,
    );
    year.git('checkout', '--quiet', '2022-09-30');
    const then = await answer(['list', '--json', '--as-of', '2022-06-30'], year);
    year.git('checkout', '--quiet', 'main');
    expect(withoutKnown(out)).toBe(withoutKnown(then.out));
  });
});

interface Late {
  readonly id: string;
  readonly date: string;
  readonly event: string;
  readonly recorded: string | null;
}

const file = 'ledger/tasks/T01.yaml';
const reinstate = 'date: 2023-02-01, event: reinstate, by: reform-office, reason: Hall ready';
const record = (repository: TestRepository): void =>
  repository.write(file, `${repository.read(file).trimEnd()}\n      - { ${reinstate} }\n`);

const punctualRepository = (): TestRepository => {
  const repository = handRepository();
  record(repository);
  repository.commit('Reinstated', { when: '2023-02-01T09:00:00+08:00' });
  return repository;
};

test.each([['--known-by'], ['--as-of']])(
  '%s: nothing is offered that would write',
  async (flag) => {
    for (const question of [['inbox'], ['mine', 'planning-bureau']]) {
      const { out } = await answer([...question, flag, '2022-10-20'], year);
      const { out: now } = await answer([...question, '--today', '2022-10-20'], year);
      const offered = /reform (?:verify|report|done|tick|block|resume) /;
      expect(now).toMatch(offered);
      expect(out).not.toMatch(offered);
    }
  },
);

test('what is not even committed is late as well', async () => {
  const repository = handRepository();
  record(repository);
  const { out, err } = await answer(
    ['list', '--json', '--as-of', '2023-02-05', '--known-by', '2023-02-10'],
    repository,
  );
  const { known_by: known, items } = JSON.parse(out);
  expect(known.recorded_late).toMatchObject([
    { id: 'T01.2', entry: 7, event: 'reinstate', date: '2023-02-01', recorded: null, commit: null },
  ]);
  expect(items.find(({ id }: Late) => id === 'T01.2').status).toBe('withdrawn');
  expect(err).toContain('T01.2: reinstated 2023-02-01, not committed yet');
});

test('a branch is known from the day it was merged', async () => {
  const repository = handRepository();
  repository.git('checkout', '--quiet', '-b', 'claim');
  record(repository);
  repository.commit('On a branch', { when: '2023-02-02T09:00:00+08:00' });
  repository.git('checkout', '--quiet', 'main');
  repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'claim');
  repository.commit('Merged', { when: '2023-02-21T09:00:00+08:00' });
  const statusBy = async (day: string) => {
    const { out } = await answer(['show', 'T01.2', '--json', '--known-by', day], repository);
    return JSON.parse(out).items[0].status;
  };
  expect(await statusBy('2023-02-20')).toBe('withdrawn');
  expect(await statusBy('2023-02-21')).not.toBe('withdrawn');
});

test('a clock that was set back cannot make something known earlier', async () => {
  const repository = handRepository();
  repository.write('README.md', 'one\n');
  repository.commit('One', { when: '2023-02-10T09:00:00+08:00' });
  record(repository);
  repository.commit('Set back', { when: '2022-06-01T09:00:00+08:00' });
  const { out } = await answer(['show', 'T01.2', '--json', '--known-by', '2022-12-01'], repository);
  expect(JSON.parse(out).known_by.recorded).toBe('2022-03-01');
});

test('the folder may have been moved since', async () => {
  const repository = handRepository();
  mkdirSync(join(repository.top, 'ledgers'));
  renameSync(join(repository.top, 'ledger'), join(repository.top, 'ledgers/2022'));
  repository.commit('Moved', { when: '2023-02-03T09:00:00+08:00' });
  const place = { top: repository.top, folder: 'ledgers/2022' };
  const { out } = await answer(['list', '--json', '--known-by', '2022-12-01'], place);
  const { known_by: known, items } = JSON.parse(out);
  expect(known.recorded).toBe('2022-03-01');
  expect(items).toHaveLength(15);
});

test('a broken working folder does not stop it', async () => {
  const repository = handRepository();
  repository.write(file, 'id: [\n');
  const { out } = await answer(['list', '--json', '--known-by', '2022-12-01'], repository);
  expect(JSON.parse(out).items).toHaveLength(15);
});

describe('it refuses', () => {
  const refused = async (args: readonly string[], folder: string) => {
    const { exit, out, err } = await run([...args, '--ledger', folder]);
    expect(out).toBe('');
    return { exit, err };
  };
  const ledgerOf = ({ top }: TestRepository) => join(top, 'ledger');

  test('to write', async () => {
    const repository = handRepository();
    const before = repository.read(file);
    const args = ['report', 'T01.1', '-m', 'x', '--known-by', '2022-12-01'];
    const { exit, err } = await refused(args, ledgerOf(repository));
    expect(exit).toBe(2);
    expect(err).toContain('--known-by');
    expect(repository.read(file)).toBe(before);
  });

  test('days before the first commit', async () => {
    const args = ['list', '--known-by', '2022-02-28'];
    const { exit, err } = await refused(args, ledgerOf(handRepository()));
    expect(exit).toBe(2);
    expect(err).toContain('the main line begins on 2022-03-01');
  });

  test('days before a shallow clone begins', async () => {
    const repository = handRepository();
    record(repository);
    repository.commit('Two', { when: '2023-02-04T09:00:00+08:00' });
    const top = join(temporaryFolder(), 'clone');
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository.top}`, top]);
    const args = ['list', '--known-by', '2022-12-31'];
    const { exit, err } = await refused(args, ledgerOf(repositoryAt(top)));
    expect(exit).toBe(3);
    expect(err).toContain('git fetch --unshallow');
  });

  test('days before there was this ledger', async () => {
    const repository = newRepository();
    repository.write('README.md', 'one\n');
    repository.commit('One', { when: '2022-01-10T09:00:00+08:00' });
    renameSync(copyOf(handLedger), join(repository.top, 'ledger'));
    repository.commit('Two', { when: '2022-03-10T09:00:00+08:00' });
    const args = ['list', '--known-by', '2022-02-01'];
    const { exit, err } = await refused(args, ledgerOf(repository));
    expect(exit).toBe(2);
    expect(err).toContain('there was no such ledger yet by 2022-02-01');
  });

  test('where there is no git', async () => {
    const { exit, err } = await refused(['list', '--known-by', '2022-12-31'], copyOf(handLedger));
    expect(exit).toBe(2);
    expect(err).toContain('does not lie in a git repository');
  });

  test('what is no day', async () => {
    const args = ['list', '--known-by', '$(x)'];
    const { exit, err } = await refused(args, ledgerOf(handRepository()));
    expect(exit).toBe(2);
    expect(err).toContain('--known-by');
  });
});
