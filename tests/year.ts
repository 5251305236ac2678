/** An honest year in git: the made-up ledger, every entry of a log committed by itself, in its unit's name. */
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, run, temporaryFolder } from './harness.ts';
import { newRepository, type TestRepository } from './repository.ts';

const entryLine = /^ *- \{ date: (\d{4}-\d{2}-\d{2}), event: [a-z]+, by: ([a-z-]+)/;

interface Line {
  readonly file: string;
  readonly at: number;
  /** The day it was recorded: no earlier than anything above it in the same log. */
  readonly day: string;
  readonly unit: string;
}

const linesOf = (file: string, lines: readonly string[]): readonly Line[] => {
  let day = '';
  return lines.flatMap((line, at): readonly Line[] => {
    const [, date, unit] = entryLine.exec(line) ?? [];
    if (date === undefined || unit === undefined) {
      day = '';
      return [];
    }
    day = date > day ? date : day;
    return [{ file, at, day, unit }];
  });
};

/** A file with the entries that have been recorded, without logs in which nothing stands yet. */
const withEntries = (lines: readonly string[], there: ReadonlySet<number>): string => {
  const kept = lines.flatMap((line, at) => (entryLine.test(line) && !there.has(at) ? [] : [line]));
  const isEmptyLog = (line: string, at: number) =>
    /^ *log:$/.test(line) && !entryLine.test(kept[at + 1] ?? '');
  return kept.filter((line, at) => !isEmptyLog(line, at)).join('\n');
};

/** The repository, and the ids of its commits, the oldest first: the list as issued, then an entry each. */
export const honestYear = async (): Promise<{
  readonly repository: TestRepository;
  readonly commits: readonly string[];
}> => {
  const demo = join(temporaryFolder(), 'demo');
  await run(['demo', demo]);
  const files = readdirSync(demo, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.[a-z]+$/.test(file) && !file.startsWith('.'));
  const whole = new Map(files.map((file) => [file, read(demo, file).split('\n')]));
  const entries = [...whole].flatMap(([file, lines]) => linesOf(file, lines));
  const order = [...entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const there = new Map<string, Set<number>>();
  const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;
  const file = (name: string, lines: readonly string[]) =>
    `M 100644 inline ledger/${name}\n${data(withEntries(lines, there.get(name) ?? new Set()))}`;
  const commit = (unit: string, day: string, changes: string) => {
    const who = `${unit} <clerk@${unit}.example.org> ${Date.parse(`${day}T10:00:00Z`) / 1_000} +0800`;
    return `commit refs/heads/main\nauthor ${who}\ncommitter ${who}\n${data('update')}${changes}\n`;
  };
  const stream = [
    commit(
      'reform-office',
      '2022-01-20',
      [...whole].map(([name, lines]) => file(name, lines)).join(''),
    ),
    ...order.map((line) => {
      const own = there.get(line.file) ?? new Set<number>();
      there.set(line.file, own.add(line.at));
      return commit(line.unit, line.day, file(line.file, whole.get(line.file) ?? []));
    }),
  ];
  const repository = newRepository();
  execFileSync('git', ['fast-import', '--quiet'], { cwd: repository.top, input: stream.join('') });
  repository.git('reset', '--quiet', '--hard', 'main');
  return { repository, commits: repository.git('rev-list', '--reverse', 'main').split('\n') };
};
