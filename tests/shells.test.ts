/** A query typed into a shell arrives as it is meant: no shell takes a part of it for its own. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { run, temporaryFolder } from './harness.ts';
import { queryExamples } from './query-page.ts';

const shells: Readonly<Record<string, readonly string[]>> = {
  bash: ['--noprofile', '--norc', '-c'],
  zsh: ['-f', '-c'],
  fish: ['--no-config', '-c'],
  pwsh: ['-NoProfile', '-NonInteractive', '-Command'],
};

const isThere = (shell: string): boolean => spawnSync(shell, ['--version']).error === undefined;

/** A program that prints what it is given. */
const echo = join(temporaryFolder(), 'echo.cjs');
writeFileSync(echo, 'process.stdout.write(JSON.stringify(process.argv.slice(2)))');

describe.each(Object.entries(shells))('%s', (shell, flags) => {
  describe.skipIf(!isThere(shell))(`(skipped where there is no ${shell})`, () => {
    test.each(queryExamples)('$typed', ({ typed, args }) => {
      const folder = temporaryFolder();
      const call =
        shell === 'pwsh' ? `& '${process.execPath}' '${echo}'` : `'${process.execPath}' '${echo}'`;
      const { stdout, stderr } = spawnSync(shell, [...flags, `${call} ${typed}`], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: folder },
      });
      expect(stderr).toBe('');
      expect(JSON.parse(stdout)).toEqual(args);
    });
  });
});

describe('each is understood', () => {
  const root = join(temporaryFolder(), 'year');
  beforeAll(() => run(['demo', root]));

  test.each(queryExamples)('$typed', async ({ args }) => {
    const { exit, err } = await run([...args, '--ledger', root, '--today', '2022-07-01']);
    expect(err).not.toContain('reform:');
    expect(exit).toBe(0);
  });
});
