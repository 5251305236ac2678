/** Blocks of ours in files of others, and what git makes of the lines that setting up writes. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBroken, putIn, takeOut } from '../../../src/ledger/git/block.ts';
import { repositoryOf } from '../../../src/ledger/git/repository.ts';
import { carryOut, planInstall, planUninstall } from '../../../src/ledger/git/setup.ts';
import { temporaryFolder } from '../../harness.ts';
import { handRepository } from '../../repository.ts';

const bytes = fc.uint8Array({ maxLength: 200 }).map((each) => Buffer.from(each).toString('latin1'));
const lines = fc
  .array(fc.constantFrom('#!/bin/sh', 'exit 0', '* text', '', '# 注释'), { maxLength: 6 })
  .chain((all) =>
    fc
      .constantFrom('\n', '\r\n')
      .chain((end) =>
        fc
          .boolean()
          .map((isEnded) =>
            Buffer.from(all.join(end) + (isEnded ? end : ''), 'utf8').toString('latin1'),
          ),
      ),
  );
const texts = fc.oneof(bytes, lines).filter((text) => !isBroken(text));
const placings = fc.record({
  about: fc.constant('关于'),
  at: fc.constantFrom('end' as const, 'below-first-line' as const),
});

describe('a block', () => {
  test('is taken out so that every byte is as it was', () => {
    fc.assert(
      fc.property(texts, placings, (text, placing) => {
        const put = putIn(text, ['one 一', 'two'], placing);
        const taken = takeOut(put);
        expect(taken).toEqual({ text, lines: ['one 一', 'two'], isNothingLeft: false });
        expect(isBroken(put)).toBe(false);
      }),
    );
  });

  test('put in again takes the place of the one that was there', () => {
    fc.assert(
      fc.property(texts, placings, (text, placing) => {
        const once = putIn(text, ['one'], placing);
        expect(putIn(once, ['one'], placing)).toBe(once);
        expect(takeOut(putIn(once, ['two'], placing))).toMatchObject({ text, lines: ['two'] });
      }),
    );
  });

  test('that made its file leaves nothing of it', () => {
    const placing = { about: 'x', at: 'below-first-line', head: '#!/bin/sh' } as const;
    const made = putIn(undefined, ['one'], placing);
    expect(made.startsWith('#!/bin/sh\n# >>> reform >>> ')).toBe(true);
    expect(takeOut(made).isNothingLeft).toBe(true);
    expect(takeOut(`${made}mine\n`)).toMatchObject({
      text: '#!/bin/sh\nmine\n',
      isNothingLeft: false,
    });
  });
});

const wanted = (program: readonly string[]) => ({
  program,
  about: "it's ours",
  driver: 'reform: 按编号合并',
  unchecked: "it's gone: $HOME `touch ran` %s \\n",
  byLines: "it's gone: $HOME `touch ran` %s %A",
  failed: "it's failed: $HOME `touch ran` %s %A",
});

test('a program in a folder with blanks, quotes and signs of git is called as it is', () => {
  const repository = handRepository();
  const folder = join(temporaryFolder(), "a %A 'b' $(touch ran)");
  mkdirSync(folder);
  const program = join(folder, 'reform.sh');
  // Tells its arguments, and merges as somebody would who keeps what is theirs.
  writeFileSync(
    program,
    '#!/bin/sh\nprintf "%s\\n" "$@" > "$(dirname "$0")/told"\n[ "$2" = pre-commit ] || cp "$6" "$5"\n',
  );
  chmodSync(program, 0o755);
  const site = repositoryOf(join(repository.top, 'ledger'));
  carryOut(site, planInstall(site, wanted(['/bin/sh', program])).steps);
  const told = () => spawnSync('cat', [join(folder, 'told')], { encoding: 'utf8' }).stdout;
  repository.commit('Set up');
  expect(told()).toBe('git\npre-commit\n');
  for (const [branch, field] of [
    ['other', 'ecology'],
    ['main', 'digital-government'],
  ] as const) {
    repository.git('checkout', '--quiet', ...(branch === 'other' ? ['-b', branch] : [branch]));
    repository.replace('ledger/tasks/T04.yaml', 'field: business-environment', `field: ${field}`);
    repository.commit(field);
  }
  const { status } = spawnSync('git', ['merge', '--quiet', '--no-edit', 'other'], {
    cwd: repository.top,
  });
  expect(status).toBe(0);
  expect(repository.read('ledger/tasks/T04.yaml')).toContain('field: ecology');
});

test('what a hook says where the program is gone is said and not run', () => {
  const repository = handRepository();
  const site = repositoryOf(join(repository.top, 'ledger'));
  const { unchecked } = wanted([]);
  carryOut(site, planInstall(site, wanted(['no-such-program'])).steps);
  const { status, stderr, stdout } = spawnSync(
    join(repository.top, '.git', 'hooks', 'pre-commit'),
    {
      cwd: repository.top,
      encoding: 'utf8',
    },
  );
  expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: `${unchecked}\n`, stdout: '' });
  expect(repository.git('status', '--porcelain')).toBe('?? .gitattributes');
});

describe('where the driver does not merge', () => {
  /** Merges two branches whose lines fit together, with a program in the place of the driver. */
  const merged = (script: string | undefined) => {
    const repository = handRepository();
    const program = join(temporaryFolder(), 'reform.sh');
    writeFileSync(program, script ?? '');
    const site = repositoryOf(join(repository.top, 'ledger'));
    const command = script === undefined ? 'no-such-program' : program;
    carryOut(site, planInstall(site, wanted(['/bin/sh', command])).steps);
    const hooks = ['-c', `core.hooksPath=${temporaryFolder()}`];
    const commit = (text: string) => {
      repository.git('add', '--all');
      repository.git(...hooks, 'commit', '--quiet', '-m', text);
    };
    commit('Set up');
    repository.git('checkout', '--quiet', '-b', 'other');
    const file = 'ledger/tasks/T01.yaml';
    repository.write(file, `# theirs\n${repository.read(file)}`);
    commit('Theirs');
    repository.git('checkout', '--quiet', 'main');
    repository.write(file, `${repository.read(file)}# ours\n`);
    commit('Ours');
    const { status, stderr } = spawnSync('git', [...hooks, 'merge', '--no-edit', 'other'], {
      cwd: repository.top,
      encoding: 'utf8',
    });
    const text = repository.read(file);
    expect(text.startsWith('# theirs\n') && text.endsWith('# ours\n')).toBe(true);
    return { status, stderr, open: repository.git('ls-files', '--unmerged') };
  };

  test.each([
    ['has a bug', 'exit 70'],
    ['is killed', 'kill -9 $$'],
    ['finds the disk full', 'exit 5'],
    ['lacks what it is run by', 'exit 127'],
  ])('since it %s, both sides stand there as a conflict, and it is told', (_what, script) => {
    const { status, stderr, open } = merged(script);
    expect(status).toBe(1);
    expect(stderr).toContain(wanted([]).failed);
    expect(open).toContain('T01.yaml');
  });

  test('since it has gone, git merges by lines as ever, and it is told', () => {
    const { status, stderr, open } = merged(undefined);
    expect({ status, open }).toEqual({ status: 0, open: '' });
    expect(stderr).toContain(wanted([]).byLines);
  });
});

test('somebody else takes over the driver of a repository, and nothing of the old one stays', () => {
  const repository = handRepository();
  const site = repositoryOf(join(repository.top, 'ledger'));
  const before = repository.read('.git/config');
  carryOut(site, planInstall(site, wanted(['old'])).steps);
  carryOut(site, planInstall(site, wanted(['new'])).steps);
  expect(repository.git('config', '--get-all', 'merge.reform.driver')).not.toContain('old');
  expect(repository.read('.git/hooks/pre-merge-commit')).not.toContain('old');
  expect(planInstall(site, wanted(['new']))).toEqual({ steps: [], left: [] });
  carryOut(site, planUninstall(site).steps);
  expect(repository.read('.git/config')).toBe(before);
});
