/**
 * The real program, killed, started a hundred times at once, and on disks that are full or closed:
 * nothing it has acknowledged is lost, and nobody sees half of a change.
 * REFORM_CRASH_RUNS sets how many are killed and how many start at once, REFORM_CRASH_SEED when.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statfsSync,
  symlinkSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { backroomOf } from '../src/ledger/backroom.ts';
import {
  deadPid,
  type Ended,
  layOut,
  litterIn,
  seeded,
  spin,
  startReform,
  today,
  tree,
} from './crash.ts';
import { handLedger, run, temporaryFolder } from './harness.ts';
import { handRepository } from './repository.ts';

const isWindows = process.platform === 'win32';
const isRoot = process.getuid?.() === 0;
const asked = Number(process.env['REFORM_CRASH_RUNS'] ?? 0);
const isTold = process.env['REFORM_CRASH_RUNS'] !== undefined;
const kills = asked || 60;
const crowd = asked || 40;
const seed = Number(process.env['REFORM_CRASH_SEED'] ?? 1);
const long = { timeout: 60_000 + 2_000 * (kills + crowd) };

const ledgerIn = (place: string) => join(place, 'ledger');
const by = ['--by', 'reform-office'];
const someone = {
  ...{ GIT_AUTHOR_NAME: 'Li', GIT_AUTHOR_EMAIL: 'li@example.org' },
  ...{ GIT_COMMITTER_NAME: 'Li', GIT_COMMITTER_EMAIL: 'li@example.org' },
};

/** A command in this process, which is faster, on the same files. */
const reform = (place: string, args: readonly string[]) =>
  run([...args, '--today', today], { cwd: place, env: { REFORM_LEDGER: ledgerIn(place) } });

const logged = ['T03.3', 'T03.4', 'eastbank-2', 'westbank-2'] as const;

interface Shown {
  readonly items: readonly {
    readonly id: string;
    readonly log: readonly { readonly note: string | null }[];
  }[];
}

/** How often each note stands in each item's log, as a reader sees it: `note of item`. */
const notes = async (place: string): Promise<ReadonlyMap<string, number>> => {
  const { exit, out, err } = await reform(place, ['show', ...logged, '--json']);
  expect(exit, err).toBe(0);
  const counts = new Map<string, number>();
  for (const { id, log } of (JSON.parse(out) as Shown).items) {
    for (const { note } of log) {
      const key = `${note} of ${id}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
};

const isClean = async (place: string) => {
  const root = ledgerIn(place);
  expect(litterIn(root, backroomOf(root))).toEqual([]);
  const { exit, out } = await reform(place, ['validate']);
  expect(exit, out).toBe(0);
};

/** A ledger that has been written to before, so that the folder of the lock is there to be watched. */
const usedOnce = async (): Promise<string> => {
  const place = layOut(handLedger);
  writeFileSync(join(place, 'proof.txt'), 'Open until nine.\n'.repeat(100));
  const { exit, err } = await reform(place, ['report', 'T03.4', '-m', 'first', ...by]);
  expect(exit, err).toBe(0);
  return place;
};

const template = usedOnce();
const used = async (): Promise<string> => {
  const place = join(temporaryFolder(), 'place');
  cpSync(await template, place, { recursive: true });
  return place;
};

/** Milliseconds that a command takes, the middle one of five. */
const lifeOf = async (args: readonly string[]): Promise<number> => {
  const took: number[] = [];
  for (let each = 0; each < 5; each += 1) {
    const place = await used();
    const start = performance.now();
    const { code, err } = await startReform(place, args).ended;
    expect(code, err).toBe(0);
    took.push(performance.now() - start);
  }
  return took.sort((a, b) => a - b)[2] ?? 0;
};

/** From when on the moment of death is counted. */
type From = 'start' | 'lock' | 'journal';

/** Starts a command and sends it a signal some time after something; tells how it ended. */
const strike = async (
  place: string,
  args: readonly string[],
  signal: NodeJS.Signals,
  { from, after }: { readonly from: From; readonly after: number },
): Promise<Ended> => {
  const watcher = from === 'start' ? undefined : watch(backroomOf(ledgerIn(place)));
  const { child, ended } = startReform(place, args);
  const send = () => child.kill(signal);
  const timer = from === 'start' ? setTimeout(send, after) : undefined;
  watcher?.once('error', () => {});
  watcher?.on('change', (_event, name) => {
    if (name !== from || child.killed) return;
    spin(after);
    send();
  });
  const end = await ended;
  clearTimeout(timer);
  watcher?.close();
  return end;
};

const instant = (
  random: () => number,
  life: number,
): { readonly from: From; readonly after: number } => {
  const from =
    (['start', 'lock', 'journal', 'journal'] as const)[Math.floor(random() * 4)] ?? 'start';
  const most = { start: life * 1.1, lock: 12, journal: 2 }[from];
  return { from, after: random() * most };
};

describe.skipIf(isWindows).concurrent('killed at any moment', () => {
  const several = ['T03.3', 'westbank-2', 'eastbank-2'];
  const commands: { readonly [name: string]: (note: string) => readonly string[] } = {
    'a report on three files': (note) => ['report', ...several, '-m', note, ...by],
    'a claim with a copy of its evidence': (note) => [
      ...['done', 'eastbank-2', '-e', '../proof.txt', '--copy', '--result', 'Open'],
      ...['-m', note, ...by],
    ],
  };

  test.each(Object.entries(commands))('%s', long, async (name, command) => {
    // Two at a time, each on a ledger of its own.
    const isClaim = name.startsWith('a claim');
    const items = isClaim ? ['eastbank-2'] : several;
    const random = seeded(seed);
    const life = await lifeOf(command('life'));
    const ends = { before: 0, unfinished: 0, after: 0, acknowledged: 0 };
    const runs = Math.ceil(kills / 2);
    let place = await used();
    let kept: string[] = [];
    for (let each = 1; each <= runs; each += 1) {
      // A claim can be made once; a log of hundreds of entries takes long to read.
      if (isClaim || each % 25 === 0) {
        place = await used();
        kept = [];
      }
      const root = ledgerIn(place);
      const note = `note-${each}`;
      const { code, err } = await strike(place, command(note), 'SIGKILL', instant(random, life));
      expect([0, null], err).toContain(code);
      const isUnfinished = existsSync(join(backroomOf(root), 'journal'));
      const seen = await notes(place);
      const counts = items.map((item) => seen.get(`${note} of ${item}`) ?? 0);
      const isWritten = counts[0] === 1;
      expect(counts).toEqual(items.map(() => (isWritten ? 1 : 0)));
      if (code === 0) expect(isWritten).toBe(true);
      const next = await reform(place, ['report', 'T03.4', '-m', `next-${each}`, ...by]);
      expect(next.exit, next.err).toBe(0);
      const told = next.err.split('\n').filter((line) => line.startsWith('Finished what was'));
      expect(told).toHaveLength(isUnfinished ? 1 : 0);
      if (isWritten) kept.push(...items.map((item) => `${note} of ${item}`));
      kept.push(`next-${each} of T03.4`);
      expect(litterIn(root, backroomOf(root))).toEqual([]);
      if (isClaim && isWritten) {
        const copy = readFileSync(join(root, 'evidence', 'eastbank-2', 'proof.txt'));
        expect(copy.equals(readFileSync(join(place, 'proof.txt')))).toBe(true);
      }
      const isLast = each === runs || isClaim || (each + 1) % 25 === 0;
      if (isLast) {
        const last = await notes(place);
        expect(kept.filter((key) => last.get(key) !== 1)).toEqual([]);
      }
      if (isLast && (!isClaim || each % 10 === 0)) await isClean(place);
      ends[
        code === 0 ? 'acknowledged' : isUnfinished ? 'unfinished' : isWritten ? 'after' : 'before'
      ] += 1;
    }
    // A test in which nobody dies at a bad moment shows nothing.
    expect(ends.before + ends.unfinished).toBeGreaterThan(runs / 4);
    expect(ends.unfinished, JSON.stringify(ends)).toBeGreaterThan(0);
    if (isTold) process.stdout.write(`${name}: ${JSON.stringify(ends)}, life ${life} ms\n`);
  });
});

describe.skipIf(isWindows)('many at once', () => {
  const isKilled = (index: number) => index % 10 === 5;

  /** Half of them are about one item, the others about items of several files. */
  const itemOf = (index: number) =>
    (index % 2 === 0 ? 'T03.3' : logged[((index - 1) / 2) % logged.length]) ?? '';

  test('a tenth of them killed: what was acknowledged is there, once', long, async () => {
    const place = await used();
    const random = seeded(seed);
    let ended = 0;
    const doomed: { readonly after: number; readonly kill: () => void }[] = [];
    const all = Array.from({ length: crowd }, (_each, index) => {
      const args = ['report', itemOf(index), '-m', `crowd-${index}`, '--wait', '600', ...by];
      const { child, ended: end } = startReform(place, args);
      // Killed when so many others have ended: while it waits, while it writes, or before.
      const kill = () => child.kill('SIGKILL');
      if (isKilled(index)) doomed.push({ after: Math.floor(random() * crowd * 0.6), kill });
      return end.then((each) => {
        ended += 1;
        for (const { after, kill: strikeNow } of doomed) if (ended > after) strikeNow();
        return { ...each, index };
      });
    });
    const results = await Promise.all(all);
    const failed = results.filter(({ index, code }) => code !== 0 && !isKilled(index));
    expect(failed.map(({ code, err }) => `${code}: ${err}`)).toEqual([]);
    const next = await reform(place, ['report', 'T03.4', '-m', 'next', ...by]);
    expect(next.exit, next.err).toBe(0);
    const seen = await notes(place);
    const key = (index: number) => `crowd-${index} of ${itemOf(index)}`;
    const wrong = results.filter(({ index, code }) => {
      const times = seen.get(key(index)) ?? 0;
      return code === 0 ? times !== 1 : times > 1;
    });
    expect(wrong).toEqual([]);
    expect([...seen.keys()].filter((each) => each.startsWith('crowd-')).length).toBeLessThanOrEqual(
      crowd,
    );
    if (isTold)
      process.stdout.write(`killed: ${results.filter(({ code }) => code !== 0).length}\n`);
    await isClean(place);
  });
});

describe.skipIf(isWindows)('many at once that commit what they change', () => {
  test('each has its commit, one on top of the other', long, async () => {
    const repository = handRepository();
    const started = 8;
    const items = ['T03.3', 'T03.3', 'T03.4', 'eastbank-2'];
    const results = await Promise.all(
      Array.from({ length: started }, (_each, index) => {
        const item = items[index % items.length] ?? '';
        const args = ['report', item, '-m', `crowd-${index}`, '--wait', '600', ...by, '--commit'];
        return startReform(repository.top, args, { env: someone }).ended;
      }),
    );
    expect(results.filter(({ code }) => code !== 0)).toEqual([]);
    expect(repository.git('rev-list', '--count', 'HEAD')).toBe(String(1 + started));
    expect(repository.git('status', '--porcelain')).toBe('');
    expect(repository.git('fsck', '--no-dangling')).toBe('');
    const text = repository.git('log', '-p', '--format=', 'HEAD');
    for (let index = 0; index < started; index += 1) expect(text).toContain(`crowd-${index} `);
  });
});

/** Makes a process wait, just before it tries for the lock, until all others are there too. */
const barrier = (
  place: string,
): {
  readonly preload: string;
  readonly open: (all: readonly Promise<unknown>[]) => Promise<void>;
} => {
  const gate = join(place, 'gate');
  execFileSync('mkfifo', [gate]);
  const preload = join(place, 'barrier.cjs');
  writeFileSync(
    preload,
    `const fs = require('node:fs');
const { linkSync } = fs;
fs.linkSync = (...args) => {
  fs.linkSync = linkSync;
  fs.writeSync(2, 'ready\\n');
  fs.closeSync(fs.openSync(${JSON.stringify(gate)}, 'r'));
  return linkSync(...args);
};
`,
  );
  return {
    preload,
    open: async (ready) => {
      await Promise.all(ready);
      // Whoever waits to read is let through by the first who writes.
      const descriptor = openSync(gate, 'r+');
      onTestFinished(() => closeSync(descriptor));
    },
  };
};

describe.skipIf(isWindows)('twelve find the lock of a dead process at one moment', () => {
  test.each([1, 2, 3])('round %i: each takes its turn', long, async (round) => {
    const place = await used();
    const backroom = backroomOf(ledgerIn(place));
    const host = (await import('node:os')).hostname();
    const dead = (id: string) =>
      `${JSON.stringify({ id, pid: deadPid, started: null, host, user: 'x', since: '', command: 'x' })}\n`;
    writeFileSync(join(backroom, 'lock'), dead('dead-1'));
    // Somebody who was about to take its place died as well.
    if (round % 2 === 0) writeFileSync(join(backroom, 'next-dead-1'), dead('dead-2'));
    const { preload, open } = barrier(place);
    const all = Array.from({ length: 12 }, (_each, index) => {
      const args = ['report', 'T03.3', '-m', `turn-${index}`, '--wait', '600', ...by];
      const { child, ended } = startReform(place, args, { preload });
      const ready = new Promise<void>((resolve) => {
        child.stderr?.on('data', (chunk) => String(chunk).includes('ready') && resolve());
        child.on('close', () => resolve());
      });
      return { ready, ended };
    });
    await open(all.map(({ ready }) => ready));
    const results = await Promise.all(all.map(({ ended }) => ended));
    expect(results.filter(({ code }) => code !== 0)).toEqual([]);
    expect(results.every(({ err }) => err.startsWith('ready\n'))).toBe(true);
    const seen = await notes(place);
    expect(results.filter((_each, index) => seen.get(`turn-${index} of T03.3`) !== 1)).toEqual([]);
    await isClean(place);
  });
});

test('readers see both files of a change changed, or neither', long, async () => {
  const place = await used();
  const writes = Math.ceil(kills / 8);
  let isOver = false;
  const write = async () => {
    for (let progress = 1; progress <= writes; progress += 1) {
      const args = [
        'report',
        'eastbank-2',
        'westbank-2',
        '--progress',
        String(progress % 100),
        ...by,
      ];
      const { code, err } = await startReform(place, args).ended;
      expect(code, err).toBe(0);
    }
    isOver = true;
  };
  const progressIn = (out: string) => {
    const { items } = JSON.parse(out) as { items: { id: string; progress: number | null }[] };
    const of = (id: string) => items.find((each) => each.id === id)?.progress ?? null;
    return [of('eastbank-2'), of('westbank-2')] as const;
  };
  const first = progressIn((await reform(place, ['list', '--json'])).out);
  const different: unknown[] = [];
  const states = new Set<number | null>();
  const look = (exit: number | null, out: string, err: string) => {
    expect(exit, err).toBe(0);
    const [one, other] = progressIn(out);
    // Before the first write they have nothing to do with each other.
    if (one === first[0] && other === first[1]) return;
    states.add(one);
    if (one !== other) different.push([one, other]);
  };
  const readHere = async () => {
    while (!isOver) {
      const { exit, out, err } = await reform(place, ['list', '--json']);
      look(exit, out, err);
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  const readThere = async () => {
    while (!isOver) {
      const { code, out, err } = await startReform(place, ['list', '--json']).ended;
      look(code, out, err);
    }
  };
  await Promise.all([write(), readHere(), readThere()]);
  expect(different).toEqual([]);
  expect(states.size).toBeGreaterThan(writes / 4);
});

describe.skipIf(isWindows)('asked to stop at any moment', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s', long, async (signal) => {
    const random = seeded(seed + 1);
    const args = (note: string) => ['report', 'T03.3', 'westbank-2', '-m', note, ...by];
    const life = await lifeOf(args('life'));
    const place = await used();
    const root = ledgerIn(place);
    const ends = new Map<number | null, number>();
    for (let each = 0; each < kills / 8; each += 1) {
      const note = `stop-${each}`;
      const { code, err } = await strike(place, args(note), signal, instant(random, life));
      // A signal before the command has begun its work ends the process as signals do.
      expect([0, 130, null], err).toContain(code);
      const seen = await notes(place);
      const counts = ['T03.3', 'westbank-2'].map((item) => seen.get(`${note} of ${item}`) ?? 0);
      expect(counts, err).toEqual(code === 0 ? [1, 1] : [0, 0]);
      expect(litterIn(root, backroomOf(root))).toEqual([]);
      expect(err).not.toMatch(/^\s+at /m);
      ends.set(code, (ends.get(code) ?? 0) + 1);
    }
    if (isTold) process.stdout.write(`${signal}: ${JSON.stringify([...ends])}\n`);
    await isClean(place);
  });
});

/** Mounts a disk of a few pages for one test; tells whether the system lets us. */
const mounted = (folder: string, size: string): boolean => {
  if (process.platform !== 'linux' || !isRoot) return false;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', folder]);
  if (status === 0) onTestFinished(() => void execFileSync('umount', [folder]));
  return status === 0;
};
const unmountable = 'only root of a Linux system that lets it mount can try this';

const filesOf = (place: string) => [...tree(place)];

describe('disks', () => {
  test(
    'that are full: exit 5 and nothing changed, whatever room is left',
    long,
    async ({ skip }) => {
      const folder = temporaryFolder();
      skip(!mounted(folder, '2m'), unmountable);
      const place = await used();
      cpSync(place, folder, { recursive: true });
      const fill = join(folder, 'fill');
      const args = (note: string) => ['report', 'T03.3', 'westbank-2', '-m', note, ...by];
      const codes: (number | null)[] = [];
      for (let pages = 0; pages < 24; pages += 1) {
        const before = filesOf(folder);
        const { bfree, bsize } = statfsSync(folder);
        writeFileSync(fill, Buffer.alloc((Number(bfree) - pages) * Number(bsize)));
        const { code, err } = await startReform(folder, args(`room-${pages}`)).ended;
        rmSync(fill);
        codes.push(code);
        if (code === 0) continue;
        expect(code, err).toBe(5);
        expect(err).toContain('ENOSPC');
        expect(filesOf(folder)).toEqual(before);
      }
      expect(codes[0]).toBe(5);
      expect(codes.at(-1)).toBe(0);
      // With room again, it works.
      const { code, err } = await startReform(folder, args('room')).ended;
      expect(code, err).toBe(0);
      await isClean(folder);
    },
  );

  test('that may only be read: readers work, writers end with 5', async ({ skip }) => {
    const folder = temporaryFolder();
    skip(!mounted(folder, '2m'), unmountable);
    cpSync(layOut(handLedger), folder, { recursive: true });
    execFileSync('mount', ['-o', 'remount,ro', folder]);
    const before = filesOf(folder);
    const listed = await startReform(folder, ['list']).ended;
    expect({ code: listed.code, err: listed.err }).toEqual({ code: 0, err: '' });
    const { code, err } = await startReform(folder, ['report', 'T03.3', '-m', 'x', ...by]).ended;
    expect(code, err).toBe(5);
    expect(err).toContain('EROFS');
    expect(filesOf(folder)).toEqual(before);
  });
});

describe.skipIf(isWindows)('what may not be written', () => {
  /** Somebody who may read the ledger and no more. */
  const stranger = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  const report = ['report', 'T03.3', 'westbank-2', '-m', 'x', ...by];

  test.each([
    ['the folder of the lock', (place: string) => join(place, '.git'), 0o555],
    ['a folder of the ledger', (place: string) => join(ledgerIn(place), 'tasks'), 0o555],
    ['a file', (place: string) => join(ledgerIn(place), 'tasks', 'T03.yaml'), 0o444],
  ])(
    '%s without permission: exit 5, nothing changed, readers work',
    async (_what, pathIn, mode) => {
      const place = layOut(handLedger);
      if (isRoot) {
        chmodSync(dirname(ledgerIn(place)), 0o755);
        for (const path of ['', ...tree(place).keys()])
          chownSync(join(place, path), 65_534, 65_534);
      }
      const closed = pathIn(place);
      chmodSync(closed, mode);
      onTestFinished(() => chmodSync(closed, 0o755));
      const before = filesOf(ledgerIn(place));
      const listed = await startReform(place, ['list'], stranger).ended;
      expect(listed.code, listed.err).toBe(0);
      const { code, err } = await startReform(place, report, stranger).ended;
      expect(code, err).toBe(5);
      expect(err).toContain('EACCES');
      expect(filesOf(ledgerIn(place))).toEqual(before);
      expect(litterIn(ledgerIn(place), backroomOf(ledgerIn(place)))).toEqual([]);
    },
  );

  test.each([
    ['a FIFO', (path: string) => void execFileSync('mkfifo', [path])],
    ['a link to a device', (path: string) => symlinkSync('/dev/zero', path)],
    ['a folder', (path: string) => mkdirSync(path)],
    [
      'a link out of the ledger',
      (path: string) => symlinkSync(join(dirname(path), '..', '..', 'outside.yaml'), path),
    ],
    ['a link to nowhere', (path: string) => symlinkSync('nowhere.yaml', path)],
  ])('%s in place of a file: exit 3, nothing changed', async (what, put) => {
    const place = layOut(handLedger);
    const path = join(ledgerIn(place), 'tasks', 'T03.yaml');
    const outside = join(place, 'outside.yaml');
    cpSync(path, outside);
    rmSync(path);
    put(path);
    const before = readFileSync(outside, 'utf8');
    const { code, err } = await startReform(place, report).ended;
    expect(code, `${what}: ${err}`).toBe(3);
    expect(readFileSync(outside, 'utf8')).toBe(before);
    expect((await startReform(place, ['list']).ended).code).toBe(3);
  });

  test('a device in place of a file', async ({ skip }) => {
    const place = layOut(handLedger);
    const path = join(ledgerIn(place), 'tasks', 'T03.yaml');
    rmSync(path);
    skip(
      !isRoot || spawnSync('mknod', [path, 'c', '1', '5']).status !== 0,
      'only root makes devices',
    );
    const { code, err } = await startReform(place, report).ended;
    expect(code, err).toBe(3);
  });

  test('a folder of evidence that is a link out of the ledger', async () => {
    const place = layOut(handLedger);
    const outside = join(place, 'outside');
    mkdirSync(outside);
    writeFileSync(join(place, 'proof.txt'), 'proof');
    rmSync(join(ledgerIn(place), 'evidence', 'T03.4'), { recursive: true });
    symlinkSync(outside, join(ledgerIn(place), 'evidence', 'T03.4'));
    const args = ['report', 'T03.4', '-m', 'x', '-e', '../proof.txt', '--copy', ...by];
    const { code, err } = await startReform(place, args).ended;
    expect(code, err).not.toBe(0);
    expect([...tree(outside).keys()]).toEqual([]);
  });
});
