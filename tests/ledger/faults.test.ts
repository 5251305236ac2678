/**
 * Every call of the file system that a command makes fails once, in every way there is, and the
 * ledger is whole after each of them: for all readers at once, and for all writers that come after.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { backroomOf } from '../../src/ledger/backroom.ts';
import { aFolder, bury, litterIn, restore, tree } from '../crash.ts';
import { isDeath, type Mode, modes, withFault } from '../faults.ts';
import { copyOf, handLedger, type Ran, read, run, temporaryFolder } from '../harness.ts';

vi.mock('node:fs', async () => (await import('../faults.ts')).faulty());

/** Names that are the same in every run, so that equal disks are recognised as equal. */
let names = 0;
beforeEach(() => {
  vi.spyOn(crypto, 'randomUUID').mockImplementation(() => {
    names += 1;
    return `${String(names).padStart(8, '0')}-0000-4000-8000-000000000000`;
  });
});

/** `REFORM_FAULTS=all` lets every call fail in every command, which takes many minutes. */
const isThorough = process.env['REFORM_FAULTS'] === 'all';
const long = { timeout: isThorough ? 1_800_000 : 240_000 };

const today = '2023-02-15';
const readers = [
  ['list', '--json'],
  ['list', 'tasks', '--json'],
] as const;

/** A folder in which a ledger lies in `ledger/`. */
const home = temporaryFolder();
const ledgerIn = (place: string) => join(place, 'ledger');
/** Where the command works, always at the same path. */
const work = join(home, 'work');

const setting = { cwd: work, env: { REFORM_LEDGER: ledgerIn(work) } };
const reform = (args: readonly string[]): Promise<Ran> => run([...args, '--today', today], setting);

/** The same for looking at what a fault has left: files that were looked at before are not parsed again. */
const look = (args: readonly string[]): Promise<Ran> =>
  run([...args, '--today', today], { ...setting, cacheFolder: join(home, 'cache') });

const isOfWriters = (path: string) => /(?:^|\/)\.(?:reform|.*\.tmp$)/.test(path);
const ledgerFiles = () =>
  JSON.stringify([...tree(ledgerIn(work), isOfWriters)].filter(([, text]) => text !== aFolder));

const seenByReaders = async (): Promise<string> => {
  const seen: string[] = [];
  for (const args of readers) {
    const { exit, out, err } = await look(args);
    seen.push(exit === 0 ? out : `exit ${exit}: ${err}`);
  }
  return seen.join('');
};

const validated = async (): Promise<string> => (await look(['validate', '--json'])).out;

/** A folder with all that is in it. */
type Disk = ReadonlyMap<string, string>;

/** A ledger as its files, its readers and its checks show it. */
interface State {
  readonly files: string;
  readonly seen: string;
  readonly problems: string;
}

const stateNow = async (): Promise<State> => ({
  files: ledgerFiles(),
  seen: await seenByReaders(),
  problems: await validated(),
});

const must = async (args: readonly string[]) => {
  const { exit, err } = await reform(args);
  expect(exit, `${args.join(' ')}: ${err}`).toBe(0);
};

const places = ['in a git repository', 'in a folder'] as const;

interface Scenario {
  readonly name: string;
  readonly before?: readonly (readonly string[])[];
  readonly command: readonly string[];
  /** It has one rename only. */
  readonly isOneFile?: boolean;
  /** Where it is tried even when not everything is. */
  readonly isAlways?: (typeof places)[number];
  /** Its second half is also left to another writer. */
  readonly isFinished?: boolean;
}

const by = ['--by', 'reform-office'];
const several = ['report', 'T03.3', 'westbank-2', 'eastbank-2', '--progress', '71', ...by];
const copying = ['done', 'eastbank-2', '-e', '../proof.txt', '--copy', '--result', 'Open', ...by];
const adding = ['add', 'task', 'title=One more'];
const next = ['report', 'T03.4', '--progress', '72', ...by];
const nextAgain = ['report', 'T03.4', '--progress', '73', ...by];

const scenarios: readonly Scenario[] = [
  {
    name: 'a report, one file',
    command: ['report', 'T03.3', '--progress', '71', ...by],
    isOneFile: true,
    isAlways: 'in a folder',
  },
  {
    name: 'a report, three files',
    command: several,
    isFinished: true,
    isAlways: 'in a git repository',
  },
  {
    name: 'a claim with a copy of its evidence',
    command: copying,
    isFinished: true,
    isAlways: 'in a git repository',
  },
  { name: 'a task added, a new file', command: adding, isOneFile: true },
  { name: 'a report on three files undone', before: [several], command: ['undo'] },
  {
    name: 'a claim undone, its copy gone',
    before: [copying],
    isAlways: 'in a git repository',
    command: ['undo'],
  },
  {
    name: 'an added task undone, its file gone',
    before: [adding],
    isAlways: 'in a folder',
    command: ['undo'],
    isOneFile: true,
    isFinished: true,
  },
];

/** Lays out a ledger as it is before the command. */
const prepare = async (
  place: (typeof places)[number],
  { before = [] }: Scenario,
): Promise<Disk> => {
  names = 0;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  renameSync(copyOf(handLedger), ledgerIn(work));
  const head = join(ledgerIn(work), 'ledger.yaml');
  writeFileSync(head, read(head).replace('tasks: 4', 'tasks: 5'));
  writeFileSync(join(work, 'proof.txt'), 'Open until nine.\n'.repeat(10));
  if (place === 'in a git repository') {
    execFileSync('git', ['init', '--quiet', '--template=', work]);
  }
  for (const args of before) await must(args);
  return tree(work);
};

/** A disk as a whole, for telling whether it was checked before. */
const diskNow = () => JSON.stringify([...tree(work)]);

interface Loop {
  /** The folder as it is before each run. */
  readonly start: Disk;
  readonly command: readonly string[];
  /** What a writer that comes after does. */
  readonly after: readonly string[];
  readonly old: State;
  readonly new: State;
  readonly oldNext: State;
  readonly newNext: State;
  /** What was found of each disk; the same one is judged once. */
  readonly judged: Map<string, Judgement>;
}

interface Judgement {
  readonly is: 'old' | 'new' | 'neither';
  readonly wrong: readonly string[];
}

/** What the states before and after a command are, and after the one that follows. */
const loopOf = async (
  start: Disk,
  command: readonly string[],
  after: readonly string[],
): Promise<Loop> => {
  const to = async (commands: readonly (readonly string[])[]) => {
    restore(work, start);
    for (const args of commands) await must(args);
    return stateNow();
  };
  return {
    start,
    command,
    after,
    old: await to([]),
    new: await to([command]),
    oldNext: await to([after]),
    newNext: await to([command, after]),
    judged: new Map(),
  };
};

/** What is wrong with the disk as a command has left it; `is` tells which state it shows. */
const judged = async (loop: Loop): Promise<Judgement> => {
  const wrong: string[] = [];
  const root = ledgerIn(work);
  const backroom = backroomOf(root);
  const seen = await seenByReaders();
  const is = seen === loop.old.seen ? 'old' : seen === loop.new.seen ? 'new' : 'neither';
  if (is === 'neither') wrong.push('readers see neither the old state nor the new one');
  if ((await validated()) !== (is === 'old' ? loop.old : loop.new).problems)
    wrong.push('validate finds other problems');
  const { exit, err } = await look(loop.after);
  if (exit !== 0) wrong.push(`the next writer ends with ${exit}: ${err}`);
  const last = await stateNow();
  const expected = is === 'old' ? loop.oldNext : loop.newNext;
  if (last.files !== expected.files)
    wrong.push('files are not as they should be after the next writer');
  if (last.seen !== expected.seen) wrong.push('readers see something else after the next writer');
  if (last.problems !== expected.problems)
    wrong.push('validate finds other problems after the next writer');
  const litter = litterIn(root, backroom);
  if (litter.length > 0) wrong.push(`left: ${litter.join(', ')}`);
  const isInside = dirname(backroom) === root;
  if (isInside && !tree(backroom).has('.gitignore')) wrong.push('.reform would get into git');
  return { is, wrong };
};

/**
 * Which calls fail, of so many. Those that change nothing are ten times as many as the others and
 * mostly the same for each file: one in so many fails, another one in each loop, and all of the last,
 * which come when the change is made.
 */
const chosen = (mode: Mode, all: number): readonly number[] => {
  const numbers = Array.from({ length: all }, (_each, index) => index + 1);
  if (isThorough || !mode.endsWith('reading')) return numbers;
  const [stride, last] = mode === 'EIO while reading' ? [37, 12] : [101, 0];
  return numbers.filter((at) => at > all - last || at % stride === loops % stride);
};

let loops = 0;
const counted = new Map<Mode, number>();

/** Runs the command with a fault at every call, in one mode, until no call is left to fail. */
const failEverywhere = async (loop: Loop, mode: Mode): Promise<readonly string[]> => {
  const wrong: string[] = [];
  loops += 1;
  restore(work, loop.start);
  const firstName = 1_000;
  names = firstName;
  const { seen } = await withFault(mode, Number.POSITIVE_INFINITY, () => reform(loop.command));
  restore(work, loop.start);
  for (const at of chosen(mode, seen)) {
    names = firstName;
    const { result, call } = await withFault(mode, at, () => reform(loop.command));
    // A fault may only make a command shorter once it has struck.
    if (call === undefined) throw new Error(`${mode} ${at} of ${seen} did not come about`);
    counted.set(mode, (counted.get(mode) ?? 0) + 1);
    bury(backroomOf(ledgerIn(work)));
    const disk = diskNow();
    const judgement = loop.judged.get(disk) ?? (await judged(loop));
    loop.judged.set(disk, judgement);
    restore(work, loop.start);
    const tell = (what: string) => wrong.push(`${mode} ${at}, ${call.replace(home, '…')}: ${what}`);
    for (const each of judgement.wrong) tell(each);
    if (isDeath(mode)) continue;
    const { exit, err } = result;
    if (![0, 1, 2, 3, 4, 5].includes(exit) || /^\s+at /m.test(err)) tell(`exit ${exit}: ${err}`);
    if ((exit === 0) !== (judgement.is === 'new')) {
      tell(`exit ${exit}, and the state is ${judgement.is}: ${err}`);
    }
    if (err.includes('Saved') && judgement.is !== 'new') tell('said to be saved, and is not');
    if (mode === 'short write' && exit !== 0) tell(`exit ${exit}: ${err}`);
  }
  return wrong;
};

const failInEveryWay = async (loop: Loop): Promise<readonly string[]> => {
  const wrong: string[] = [];
  for (const mode of modes) wrong.push(...(await failEverywhere(loop, mode)));
  return wrong;
};

const runsSoFar = () => [...counted.values()].reduce((sum, each) => sum + each, 0);

describe.each(places)('%s', (place) => {
  const all = scenarios.filter(({ isAlways }) => isThorough || isAlways === place);

  test.each(all)('$name', long, async (scenario) => {
    const before = runsSoFar();
    const start = await prepare(place, scenario);
    expect(await failInEveryWay(await loopOf(start, scenario.command, next))).toEqual([]);
    // A dozen calls change something even in the shortest of commands, and each fails in many ways.
    expect(runsSoFar() - before).toBeGreaterThan(isThorough ? 300 : 100);
  });
});

/** A ledger whose writer died in the midst of its renames, or before the first where it has one only. */
const crashed = async (scenario: Scenario): Promise<Disk> => {
  const start = await prepare('in a git repository', scenario);
  const root = ledgerIn(work);
  const filesBefore = ledgerFiles();
  for (let at = 1; ; at += 1) {
    restore(work, start);
    const { call } = await withFault('killed before', at, () => reform(scenario.command));
    expect(call).toBeDefined();
    bury(backroomOf(root));
    const isCommitted = existsSync(join(backroomOf(root), 'journal'));
    if (isCommitted && (scenario.isOneFile || ledgerFiles() !== filesBefore)) break;
  }
  return tree(work);
};

const finished = scenarios.filter(({ isFinished, command }) =>
  isThorough ? isFinished : command === several,
);

describe('while it finishes what another writer left', () => {
  test.each(finished)('$name', long, async (scenario) => {
    const before = runsSoFar();
    const start = await crashed(scenario);
    const loop = await loopOf(start, next, nextAgain);
    // What readers see at first is what the dead writer meant.
    restore(work, await prepare('in a git repository', scenario));
    await must(scenario.command);
    expect(loop.old.seen).toBe(await seenByReaders());
    expect(await failInEveryWay(loop)).toEqual([]);
    expect(runsSoFar() - before).toBeGreaterThan(isThorough ? 300 : 100);
  });
});

test('every way to fail has been tried', () => {
  expect([...counted.keys()].sort()).toEqual([...modes].sort());
  if (process.env['REFORM_FAULTS'])
    process.stdout.write(`${runsSoFar()} ${JSON.stringify([...counted])}\n`);
});
