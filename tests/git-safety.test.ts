/**
 * Asking git runs nothing of the repository's: a ledger in a repository whose configuration, attributes and hooks plant a
 * file wherever git would start a program, and a count of how often git itself is started.
 */
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run, temporaryFolder } from './harness.ts';
import { handRepository } from './repository.ts';

const repository = handRepository();
const root = join(repository.top, 'ledger');
const planted = join(temporaryFolder(), 'planted');
const plant = `sh -c 'echo "$0 $*" >> "${planted}"; exit 1'`;

/** Every setting by which git can be made to run something. */
const hostile: readonly (readonly [key: string, value: string])[] = [
  ['core.fsmonitor', plant],
  ['core.sshCommand', plant],
  ['core.pager', plant],
  ['core.editor', plant],
  ['core.askPass', plant],
  ['core.gitProxy', plant],
  ['core.alternateRefsCommand', plant],
  ['credential.helper', `!${plant}`],
  ['diff.external', plant],
  ['diff.evil.textconv', plant],
  ['diff.evil.command', plant],
  ['filter.evil.clean', plant],
  ['filter.evil.smudge', plant],
  ['filter.evil.process', plant],
  ['filter.evil.required', 'true'],
  ['gpg.program', plant],
  ['gpg.ssh.program', plant],
  ['log.showSignature', 'true'],
  ['commit.gpgSign', 'true'],
  ['interactive.diffFilter', plant],
  ['pager.ls-tree', plant],
  ['uploadpack.packObjectsHook', plant],
  ['alias.cat-file', `!${plant}`],
  ['remote.origin.url', `ext::${plant}`],
  ['remote.origin.promisor', 'true'],
  ['extensions.partialClone', 'origin'],
  ['protocol.ext.allow', 'always'],
];

const hooks = [
  'post-index-change',
  'reference-transaction',
  'pre-commit',
  'commit-msg',
  'post-commit',
  'post-checkout',
  'fsmonitor-watchman',
];

beforeAll(() => {
  repository.replace('ledger/units.yaml', 'title: ', 'title: The ');
  repository.commit('second', { when: '2022-05-01T09:00:00+08:00' });
  for (const [key, value] of hostile) repository.git('config', key, value);
  const folder = join(repository.top, '.git', 'hooks');
  mkdirSync(folder, { recursive: true });
  for (const hook of hooks) {
    writeFileSync(join(folder, hook), `#!/bin/sh\necho hook ${hook} >> "${planted}"\n`);
    chmodSync(join(folder, hook), 0o755);
  }
  repository.write('.gitattributes', '* filter=evil diff=evil\n');
  rmSync(planted, { force: true });
});

describe('in a hostile repository', () => {
  test('git itself would run what is planted, so that the trap is one', () => {
    try {
      repository.git('status');
    } catch {
      // What it ran has failed, as it should.
    }
    expect(readFileSync(planted, 'utf8')).not.toBe('');
    rmSync(planted);
  });

  test.each([
    ['list'],
    ['validate'],
    ['diff'],
    ['diff', 'HEAD~1..HEAD'],
    ['diff', '--staged'],
    ['diff', 'HEAD~1...HEAD', '--format', 'markdown'],
    ['diff', '--output=x..HEAD'],
    ['review', 'HEAD~1..HEAD'],
    ['review', 'HEAD~1'],
    ['log'],
    ['log', 'T01'],
    ['list', '--known-by', '2022-04-15'],
    ['resolve'],
    ['git', 'codeowners'],
    ['undo'],
    ['git', 'pre-commit'],
    ['git', 'install', '-n'],
  ])('%s %s %s %s runs none of it', async (...args) => {
    const { exit, err } = await run(
      args.filter((each) => each !== undefined),
      { cwd: root },
    );
    expect(exit, err).toBeLessThan(6);
    expect(existsSync(planted) && readFileSync(planted, 'utf8')).toBe(false);
  });

  test('a change is not committed past a filter, and without one nothing runs either', async () => {
    const report = ['report', 'T02.1', '-m', 'x', '--date', '2022-05-02', '--commit'];
    const setting = { cwd: root, env: { REFORM_BY: 'planning-bureau' } };
    const refused = await run(report, setting);
    expect(refused.exit, refused.err).toBe(1);
    repository.remove('.gitattributes');
    const made = await run(report, setting);
    expect(made.exit, made.err).toBe(0);
    expect(existsSync(planted) && readFileSync(planted, 'utf8')).toBe(false);
    expect((await run(['log', 'T02.1', '--limit', '1'], { cwd: root })).out).toContain('x');
  });
});

describe('a sparse checkout', () => {
  const sparse = handRepository();
  sparse.replace('ledger/units.yaml', 'title: ', 'title: The ');
  sparse.commit('second');
  sparse.git('sparse-checkout', 'set', '--no-cone', '/*', '!/ledger/tasks/T02.yaml');
  const cwd = join(sparse.top, 'ledger');

  test('makes no list shorter', async () => {
    const { exit, err, out } = await run(['list'], { cwd });
    expect([exit, out]).toEqual([3, '']);
    expect(err).toContain('1 file');
    expect(err).toContain('git sparse-checkout add');
  });

  test.each([['diff', 'HEAD~1..HEAD'], ['review', 'HEAD~1..HEAD'], ['diff']])(
    '%s %s needs no working folder',
    async (...args) => {
      const { exit, err } = await run(args, { cwd });
      expect(exit, err).toBe(0);
    },
  );
});

describe('how often git is started', () => {
  const path = process.env['PATH'];
  const folder = temporaryFolder();
  const log = join(folder, 'log');

  beforeAll(() => {
    const real = (path ?? '')
      .split(':')
      .map((each) => join(each, 'git'))
      .find((each) => existsSync(each));
    const script = `#!/bin/sh\necho "$*" >> "${log}"\nexec "${real}" "$@"\n`;
    writeFileSync(join(folder, 'git'), script);
    chmodSync(join(folder, 'git'), 0o755);
    process.env['PATH'] = `${folder}:${path}`;
  });

  afterAll(() => {
    process.env['PATH'] = path;
  });

  test.each([
    [['diff', 'HEAD'], 2],
    [['diff', 'HEAD~1..HEAD'], 3],
    [['list', '--known-by', '2022-04-15'], 3],
    [['log'], 4],
    [['review', 'HEAD~1..HEAD'], 10],
    [['list'], 0],
    [['validate'], 0],
  ] as const)('%j: at most %i times, whatever the number of files', async (args, most) => {
    rmSync(log, { force: true });
    await run(args, { cwd: root });
    const started = existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : [];
    expect(started.length, started.join('\n')).toBeLessThanOrEqual(most);
  });
});
