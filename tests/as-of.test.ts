/**
 * How everything stood on a day is what the files of that day said: every event of a year is committed on its day, and
 * the last commit asked as of a day answers as the commit of that day does.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { read, run, temporaryFolder } from './harness.ts';

const days = ['2022-04-10', '2022-09-30', '2022-11-15', '2023-01-20'];

const root = join(temporaryFolder(), 'year');
const cacheFolder = temporaryFolder();

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

const entry = /^ *- \{ date: (\d{4}-\d{2}-\d{2}), event: /;

/** A file without the events after a day, and without logs in which nothing is left. */
const upTo = (text: string, day: string): string => {
  const lines = text.split('\n').filter((line) => (entry.exec(line)?.[1] ?? '') <= day);
  const isEmptyLog = (line: string, at: number) =>
    /^ *log:$/.test(line) && !entry.test(lines[at + 1] ?? '');
  return lines.filter((line, at) => !isEmptyLog(line, at)).join('\n');
};

beforeAll(async () => {
  await run(['demo', root]);
  git('init', '--quiet');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.yaml') && !file.startsWith('.'),
  );
  const whole = new Map(files.map((file) => [file, read(root, file)]));
  for (const day of days) {
    for (const [file, text] of whole) writeFileSync(join(root, file), upTo(text, day));
    git('add', '.');
    git('commit', '--quiet', '-m', day);
    git('tag', day);
  }
});

const questions: readonly (readonly string[])[] = [
  ['list', '--json'],
  ['list', 'tasks', '--json'],
  ['list', 'pilots', '--json'],
  ['list', 'criteria', '--json'],
  ['list', '--explain', '--columns', 'id,status,light,lead,due'],
  ['summary', '--json'],
  ['summary', '--by', 'lead,light', '--json'],
  ['summary', '--scorecard', '--json'],
  ['due', '--json'],
  ['inbox', '--json'],
  ['trace', '--json'],
];

describe.each(days)('as of %s', (day) => {
  test.each(questions)('%s %s %s %s', async (...args) => {
    const question = args.filter((each) => each !== undefined);
    const answer = async (options: readonly string[]) => {
      const { exit, out, err } = await run([...question, '--ledger', root, ...options], {
        cacheFolder,
        now: '2023-06-01T04:00:00Z',
      });
      expect(exit, err).toBe(0);
      return out;
    };
    git('checkout', '--quiet', days.at(-1) ?? '');
    const lookedBack = await answer(['--as-of', day]);
    git('checkout', '--quiet', day);
    expect(lookedBack).toBe(await answer(['--today', day]));
  });
});

test('the days differ, so that looking back is something', async () => {
  const totals = days.map(
    (day) => read(root, 'tasks/T01.yaml') && git('show', `${day}:tasks/T01.yaml`).length,
  );
  expect(new Set(totals).size).toBeGreaterThan(2);
});
