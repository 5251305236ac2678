/** One writer at a time: who may take the lock, whom from, and what is left of those who tried. */
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type Acquired,
  acquire,
  breakLock,
  type Holder,
  holderNow,
  isDead,
  lockHolder,
  orphansOfLock,
} from '../../src/ledger/lock.ts';
import { deadPid } from '../crash.ts';
import { read, temporaryFolder } from '../harness.ts';

const hasProc = existsSync('/proc/self/stat');
const now = new Date('2022-12-01T04:00:00Z');

const holder = (of: Partial<Holder> = {}): Holder => ({
  ...holderNow('tester', 'report T01.1', now),
  ...of,
});
const dead = (id: string): Holder => holder({ id, pid: deadPid, started: null });

const put = (folder: string, name: string, content: Holder | string): void =>
  writeFileSync(
    join(folder, name),
    typeof content === 'string' ? content : `${JSON.stringify(content)}\n`,
  );

/** Tries for the lock without ever waiting; tells how long it would have waited. */
const tryFor = async (
  folder: string,
  own: Holder,
  {
    milliseconds = 0,
    whilePausing = () => {},
    isInterrupted = () => false,
  }: {
    readonly milliseconds?: number;
    readonly whilePausing?: (times: number) => void;
    readonly isInterrupted?: () => boolean;
  } = {},
): Promise<{ readonly acquired: Acquired; readonly pauses: readonly number[] }> => {
  const pauses: number[] = [];
  const pause = async (each: number) => {
    pauses.push(each);
    whilePausing(pauses.length);
  };
  return { acquired: await acquire(folder, own, { milliseconds, pause, isInterrupted }), pauses };
};

const expectHeld = async (folder: string, own = holder()) => {
  const { acquired } = await tryFor(folder, own);
  expect(acquired.is).toBe('held');
  expect(lockHolder(folder)).toEqual(own);
  expect(readdirSync(folder)).toEqual(['lock']);
  if (acquired.is === 'held') acquired.release();
  expect(readdirSync(folder)).toEqual([]);
};

/** It is busy, and not a byte of what others have left is another. */
const expectBusy = async (folder: string, by: Holder | null) => {
  const before = readdirSync(folder).map((name) => [name, read(folder, name)]);
  const { acquired, pauses } = await tryFor(folder, holder(), { milliseconds: 1_000 });
  expect(acquired).toEqual({ is: 'busy', by });
  expect(pauses.reduce((sum, each) => sum + each, 0)).toBe(1_000);
  expect(readdirSync(folder).map((name) => [name, read(folder, name)])).toEqual(before);
};

describe('a free lock', () => {
  test('is taken, names its holder, and is given back', async () => {
    await expectHeld(temporaryFolder());
  });

  test('is taken by one of two only', async () => {
    const folder = temporaryFolder();
    const one = holder();
    expect((await tryFor(folder, one)).acquired.is).toBe('held');
    expect((await tryFor(folder, holder())).acquired).toEqual({ is: 'busy', by: one });
  });

  test('in a folder that is not there: what the system says is thrown', async () => {
    await expect(tryFor(join(temporaryFolder(), 'gone'), holder())).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});

describe('a live holder', () => {
  test('keeps it, however old the lock', async () => {
    const folder = temporaryFolder();
    const alive = holder({ since: '1970-01-01T00:00:00Z' });
    put(folder, 'lock', alive);
    await expectBusy(folder, alive);
  });

  test('is not waited for where no time is given', async () => {
    const folder = temporaryFolder();
    put(folder, 'lock', holder());
    expect((await tryFor(folder, holder())).pauses).toEqual([]);
  });

  test('is succeeded as soon as it gives the lock back', async () => {
    const folder = temporaryFolder();
    const first = (await tryFor(folder, holder())).acquired;
    const { acquired, pauses } = await tryFor(folder, holder(), {
      milliseconds: 5_000,
      whilePausing: (times) => {
        if (times === 3 && first.is === 'held') first.release();
      },
    });
    expect(acquired.is).toBe('held');
    expect(pauses).toHaveLength(3);
  });

  test('is no longer waited for by whoever is asked to stop', async () => {
    const folder = temporaryFolder();
    put(folder, 'lock', holder());
    let isInterrupted = false;
    const { acquired } = await tryFor(folder, holder(), {
      milliseconds: 5_000,
      whilePausing: () => {
        isInterrupted = true;
      },
      isInterrupted: () => isInterrupted,
    });
    expect(acquired).toEqual({ is: 'interrupted' });
    expect(readdirSync(folder)).toEqual(['lock']);
  });

  test('does not take another one away when it gives back what it lost', async () => {
    const folder = temporaryFolder();
    const first = (await tryFor(folder, holder())).acquired;
    breakLock(folder, lockHolder(folder) ?? null);
    const second = holder();
    expect((await tryFor(folder, second)).acquired.is).toBe('held');
    if (first.is === 'held') first.release();
    expect(lockHolder(folder)).toEqual(second);
  });

  test('of another user counts as alive', () => {
    expect(isDead(holder({ pid: 1, started: null }))).toBe(false);
  });
});

describe('a dead holder', () => {
  test('is succeeded', async () => {
    const folder = temporaryFolder();
    put(folder, 'lock', dead('a'));
    await expectHeld(folder);
  });

  test.skipIf(!hasProc)('whose number another process has by now is succeeded', async () => {
    const folder = temporaryFolder();
    put(folder, 'lock', holder({ started: '1' }));
    await expectHeld(folder);
  });

  test('whose number is in use and whose beginning is not known counts as alive', async () => {
    const folder = temporaryFolder();
    const unknown = holder({ started: null });
    put(folder, 'lock', unknown);
    await expectBusy(folder, unknown);
  });

  test.skipIf(!hasProc)('that its parent has not yet looked after is dead', async () => {
    // The shell becomes a program that never asks what became of the shell's child.
    const parent = spawn('sh', ['-c', 'true & echo $!; exec sleep 60'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    onTestFinished(() => void parent.kill());
    const pid = Number(await new Promise((resolve) => parent.stdout.once('data', resolve)));
    const state = () => / ([A-Z]) \d+ /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];
    while (state() !== 'Z') await new Promise((resolve) => setImmediate(resolve));
    const { started } = holder();
    expect(isDead(holder({ pid, started: null }))).toBe(true);
    expect(isDead(holder({ pid, started }))).toBe(true);
  });

  test('of another machine is never known to be dead', async () => {
    const folder = temporaryFolder();
    const elsewhere = { ...dead('a'), host: `not-${hostname()}`, since: '1970-01-01T00:00:00Z' };
    put(folder, 'lock', elsewhere);
    await expectBusy(folder, elsewhere);
  });
});

test.each([
  ['nothing', ''],
  ['half of it', '{"id":"a","pid":'],
  ['null', 'null'],
  ['a list', '[]'],
  ['no id', JSON.stringify({ pid: deadPid, host: hostname() })],
  ['no number', JSON.stringify({ id: 'a', host: hostname() })],
  ['a number that is none', JSON.stringify({ id: 'a', pid: 1.5, host: hostname() })],
  ['bytes', '\0\u0001\ufffd'],
])('a lock with %s in it is never taken over', async (_what, text) => {
  const folder = temporaryFolder();
  put(folder, 'lock', text);
  await expectBusy(folder, null);
});

describe('who is about to take a dead holder’s place', () => {
  test('and lives is not disturbed', async () => {
    const folder = temporaryFolder();
    put(folder, 'lock', dead('a'));
    put(folder, 'next-a', holder());
    await expectBusy(folder, dead('a'));
  });

  test('and died is succeeded, and so is its successor', async () => {
    const folder = temporaryFolder();
    put(folder, 'lock', dead('a'));
    put(folder, 'next-a', dead('b'));
    put(folder, 'next-b', dead('c'));
    await expectHeld(folder);
  });

  test('and died after it had taken it is succeeded, as any holder', async () => {
    const folder = temporaryFolder();
    put(folder, 'lock', dead('b'));
    put(folder, 'next-a', dead('b'));
    const { acquired } = await tryFor(folder, holder());
    expect(acquired.is).toBe('held');
    expect(orphansOfLock(folder)).toEqual([join(folder, 'next-a')]);
  });

  test('and left a torn file keeps everybody out, until doctor --force', async () => {
    const folder = temporaryFolder();
    put(folder, 'lock', dead('a'));
    put(folder, 'next-a', '{');
    await expectBusy(folder, dead('a'));
    breakLock(folder, lockHolder(folder) ?? null);
    expect((await tryFor(folder, holder())).acquired.is).toBe('held');
  });
});

test('orphans are the files of the dead, and of nobody', () => {
  const folder = temporaryFolder();
  put(folder, 'lock', dead('a'));
  put(folder, 'journal', '');
  put(folder, 'candidate-live', holder());
  put(folder, 'candidate-dead', dead('b'));
  put(folder, 'candidate-torn', '{');
  put(folder, 'next-live', holder());
  put(folder, 'next-dead', dead('c'));
  const names = ['candidate-dead', 'candidate-torn', 'next-dead'];
  expect([...orphansOfLock(folder)].sort()).toEqual(names.map((name) => join(folder, name)));
  expect(orphansOfLock(join(folder, 'gone'))).toEqual([]);
});
