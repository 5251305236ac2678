/** The few things that only the real program can show: exit codes, pipes, what it opens. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOf, projectRoot, realLedger, temporaryFolder } from './harness.ts';

const bin = join(projectRoot, 'bin', 'reform.js');
const ledger = join(projectRoot, realLedger);

const reform = (args: readonly string[], options: { cwd?: string; nodeArgs?: string[] } = {}) =>
  spawnSync(process.execPath, [...(options.nodeArgs ?? []), bin, ...args], {
    cwd: options.cwd ?? projectRoot,
    encoding: 'utf8',
  });

test('the main job', () => {
  const { status, stdout, stderr } = reform(['list', '--district', 'Huangpu']);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('huangpu-1  Create a national bioeconomy pilot area');
  expect(stdout).toContain(
    'huangpu-2  Carry out the pilot reform of market-oriented allocation of new factors',
  );
});

test.each([
  [['list'], 0],
  [['explain', 'nonsense'], 2],
  [['list', '--nonsense'], 2],
  [['show', 'nobody'], 2],
])('%j ends with %i and no stack trace', (args, exit) => {
  const { status, stderr } = reform(args);
  expect(status).toBe(exit);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('--version and help open the small file only, which has neither YAML nor schemas in it', () => {
  const spy = join(temporaryFolder(), 'spy.cjs');
  const code =
    "const fs=require('node:fs');const read=fs.readFileSync;const seen=[];fs.readFileSync=(p,...r)=>{seen.push(String(p));return read(p,...r)};process.on('exit',()=>process.stderr.write(seen.join('\\n')));";
  spawnSync(process.execPath, [
    '-e',
    'require("node:fs").writeFileSync(process.argv[1],process.argv[2])',
    spy,
    code,
  ]);
  const version = reform(['--version'], { nodeArgs: ['--require', spy] });
  const listing = reform(['list'], { nodeArgs: ['--require', spy] });
  expect(version.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(version.stderr).toContain('main.cjs');
  expect(version.stderr).not.toContain('room.cjs');
  expect(listing.stderr).toContain('room.cjs');
});

test('starts from a folder of any name, and from below the repository', () => {
  const { status, stdout } = reform(['list', '--district', 'Huangpu'], {
    cwd: join(projectRoot, 'data', '2022'),
  });
  expect(status).toBe(0);
  expect(stdout).toContain('2 projects');
});

test('a working folder that has been removed is a sentence', () => {
  const gone = temporaryFolder();
  const script = `cd "${gone}" && rmdir "${gone}" && "${process.execPath}" "${join(projectRoot, 'bin/reform.js')}" list`;
  const { status, stderr } = spawnSync('sh', ['-c', script], { encoding: 'utf8' });
  expect([status, stderr]).toEqual([5, expect.stringContaining('uv_cwd')]);
  expect(stderr).not.toContain('    at ');
});

describe('output that nobody takes', () => {
  test('a closed pipe is no mistake', async () => {
    const child = spawn(process.execPath, [bin, 'list', 'tasks', '--json', '--ledger', ledger], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('a long answer of which only the start is wanted, and one that nobody hears', () => {
    const large = join(temporaryFolder(), 'large');
    expect(reform(['demo', large, '--scale', '10']).status).toBe(0);
    for (const command of [
      'list | head -n 1',
      'list | true',
      'list --json | head -n 1',
      'list --json >&-',
      'summary | true',
      'summary <&- >&- 2>&-',
    ]) {
      const { status, stderr } = spawnSync(
        'bash',
        [
          '-c',
          `export REFORM_LEDGER="$2"; "$0" "$1" ${command}; exit "\${PIPESTATUS[0]}"`,
          process.execPath,
          bin,
          large,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] },
      );
      expect({ status, stderr }, command).toEqual({ status: 0, stderr: '' });
    }
  });

  test.skipIf(!existsSync('/dev/full'))(
    'a full disk is told, with exit 5 (needs /dev/full)',
    () => {
      const full = openSync('/dev/full', 'w');
      const { status, stderr } = spawnSync(
        process.execPath,
        [bin, 'list', 'tasks', '--json', '--ledger', ledger],
        {
          stdio: ['ignore', full, 'pipe'],
          encoding: 'utf8',
        },
      );
      expect(status).toBe(5);
      expect(stderr).toBe('reform: the output could not be written (ENOSPC)\n');
    },
  );
});

test('the same bytes in every zone and locale', () => {
  const answers = ['UTC', 'Asia/Shanghai', 'Pacific/Pago_Pago'].map(
    (zone) =>
      spawnSync(process.execPath, [bin, 'summary', '--today', '2022-06-30', '--ledger', ledger], {
        encoding: 'utf8',
        env: { ...process.env, TZ: zone, LC_ALL: zone === 'UTC' ? 'C' : 'zh_CN.UTF-8' },
      }).stdout,
  );
  expect(new Set(answers).size).toBe(1);
});

test('what is bundled apart from the rest is whole: the parts that edit settings', () => {
  const { status, stdout, stderr } = reform([
    'schema',
    '--write',
    '-n',
    '--ledger',
    copyOf(realLedger),
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: 'Dry run: nothing was written.\n' });
  expect(stdout).toContain('"yaml.schemas"');
});
