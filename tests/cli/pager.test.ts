import { spawnSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { copyOf, handLedger, projectRoot, realLedger, run, temporaryFolder } from '../harness.ts';

/** A pager that remembers what it was given. */
const reader = (isThere = true) => {
  const given: { command: readonly string[]; env: Io['env']; text: string }[] = [];
  const page: Io['page'] = async (command, env, text) => {
    given.push({ command, env, text });
    return isThere;
  };
  return { given, page };
};

const cwd = join(projectRoot, realLedger);
const long = ['list', 'tasks'];
const terminal = { cwd, width: 80, height: 24 };

describe('a long answer on a terminal', () => {
  test('goes to less, which leaves when all fits and lets colours through', async () => {
    const { given, page } = reader();
    const { exit, out } = await run(long, { ...terminal, page });
    expect({ exit, out }).toEqual({ exit: 0, out: '' });
    expect(given).toHaveLength(1);
    expect(given[0]?.command).toEqual(['less']);
    expect(given[0]?.env).toEqual({ LESS: 'FRX', LV: '-c', LESSCHARSET: 'utf-8' });
    expect(given[0]?.text).toContain('\u001b[1m');
    expect(given[0]?.text).toBe((await run(long, { ...terminal, page: reader(false).page })).out);
  });

  test.each([
    [{ PAGER: 'more' }, ['more']],
    [{ PAGER: 'more', REFORM_PAGER: "'my pager' -x 'a b'" }, ['my pager', '-x', 'a b']],
  ])('goes to the pager that is named: %j', async (env, command) => {
    const { given, page } = reader();
    await run(long, { ...terminal, env, page });
    expect(given[0]?.command).toEqual(command);
  });

  test('leaves LESS as the user has set it', async () => {
    const { given, page } = reader();
    await run(long, { ...terminal, env: { LESS: '-S', LESSCHARSET: 'latin1' }, page });
    expect(given[0]?.env).toEqual({ LV: '-c' });
  });

  test.each([
    [{ PAGER: '' }],
    [{ PAGER: 'cat' }],
    [{ PAGER: 'more', REFORM_PAGER: '' }],
    [{ TERM: 'dumb' }],
  ])('goes to none where none is wanted: %j', async (env) => {
    const { given, page } = reader();
    const { out } = await run(long, { ...terminal, env, page });
    expect(given).toEqual([]);
    expect(out).toContain('T01');
  });

  test('goes to none with --no-pager, and is written where there is no pager', async () => {
    const { given, page } = reader();
    const { out } = await run([...long, '--no-pager'], { ...terminal, page });
    expect(given).toEqual([]);
    expect((await run(long, { ...terminal, page: reader(false).page })).out).toBe(out);
  });
});

test('a short answer, a file and a pipe have no pager', async () => {
  const { given, page } = reader();
  await run(['show', 'huangpu-1'], { cwd, width: 80, height: 200, page });
  await run(long, { cwd, page });
  expect(given).toEqual([]);
});

test('an answer is long from the line on that pushes its first one out', async () => {
  const { out } = await run(long, { cwd, width: 80 });
  const lines = out.trimEnd().split('\n').length;
  for (const [height, times] of [
    [lines, 1],
    [lines + 1, 0],
  ] as const) {
    const { given, page } = reader();
    await run(long, { cwd, width: 80, height, env: { NO_COLOR: '1' }, page });
    expect(given.length, `${height} lines`).toBe(times);
  }
});

test('what a writer says is never paged', async () => {
  const { given, page } = reader();
  const ledger = copyOf(handLedger);
  const args = ['report', 'T01.1', '-m', 'x', '--date', '2022-10-01', '-y'];
  const { exit, err } = await run(args, { cwd: ledger, width: 80, height: 2, page });
  expect({ exit, given }).toEqual({ exit: 0, given: [] });
  expect(err).toContain('T01.1');
});

/** Runs the real program in a terminal of 24 lines. */
const inTerminal = (pager: string, stdin = '') =>
  spawnSync(
    'script',
    [
      '-qec',
      `stty cols 80 rows 24; node '${join(projectRoot, 'bin/reform.js')}' list tasks`,
      '/dev/null',
    ],
    {
      cwd,
      encoding: 'utf8',
      input: stdin,
      env: {
        PATH: process.env['PATH'],
        TERM: 'xterm',
        REFORM_PAGER: pager,
        HOME: temporaryFolder(),
      },
    },
  );

const isTerminalHere = spawnSync('script', ['--version']).error === undefined;

describe.skipIf(!isTerminalHere)('in a real terminal (needs script)', () => {
  test('the pager gets all of it; one that is left early is no mistake', () => {
    const all = inTerminal("sed 's/^/| /'");
    expect(all.status).toBe(0);
    expect(all.stdout).toMatch(/^\| .*TASK/m);
    expect(all.stdout.match(/^\| /gm)?.length).toBeGreaterThan(24);
    const some = inTerminal('head -n 2');
    expect(some.status).toBe(0);
    expect(some.stdout.trimEnd().split('\n').length).toBe(2);
    const none = inTerminal('true');
    expect({ status: none.status, out: none.stdout }).toEqual({ status: 0, out: '' });
  });

  test('a pager that is missing or fails loses nothing', () => {
    const plain = inTerminal('cat').stdout;
    expect(plain).toContain('T01');
    expect(inTerminal('no-such-pager-here').stdout).toBe(plain);
    expect(inTerminal('false').stdout).toBe(plain);
  });

  test('the pager is no command line for a shell', () => {
    const folder = temporaryFolder();
    const pager = join(folder, 'a pager; touch PWNED');
    writeFileSync(pager, '#!/bin/sh\nprintf "<%s>" "$@"; cat >/dev/null\n');
    chmodSync(pager, 0o755);
    expect(inTerminal(`'${pager}' '$(touch PWNED)' '; x'`).stdout).toBe('<$(touch PWNED)><; x>');
  });
});
