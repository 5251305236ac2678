/** `reform git`: what a repository is set up with, that all of it can be taken back, and what hooks let through. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot, run, temporaryFolder } from '../harness.ts';
import { handRepository, newRepository, repositoryAt, type TestRepository } from '../repository.ts';

const bin = join(projectRoot, 'bin', 'reform.js');

const reformIn = (repository: TestRepository, folder = 'ledger') =>
  ((...args: readonly string[]) =>
    run([...args, '--today', '2022-12-01'], {
      cwd: repository.top,
      env: { REFORM_LEDGER: join(repository.top, folder), PATH: '/usr/bin:/bin' },
    })) satisfies (...args: readonly string[]) => ReturnType<typeof run>;

/** A repository with the hand-typed ledger in a folder of any name. */
const repositoryWith = (...folders: readonly string[]): TestRepository => {
  const repository = newRepository();
  for (const folder of folders) {
    cpSync(join(projectRoot, 'tests/fixtures/hand/ledger'), join(repository.top, folder), {
      recursive: true,
    });
  }
  repository.commit('The list as issued');
  return repository;
};

/** Everything that setting up may touch: each file with its bytes and permissions. */
const stateOf = ({ top }: TestRepository): Readonly<Record<string, string>> => {
  const files = [
    ...(existsSync(join(top, '.gitattributes')) ? ['.gitattributes'] : []),
    '.git/config',
    ...readdirSync(join(top, '.git/hooks')).map((name) => `.git/hooks/${name}`),
  ];
  return Object.fromEntries(
    files.map((file) => {
      const { mode } = statSync(join(top, file));
      return [file, `${mode.toString(8)} ${readFileSync(join(top, file), 'latin1')}`];
    }),
  );
};

/** Commits as a person would, with hooks. */
const commitBy = ({ top }: TestRepository, ...args: readonly string[]) =>
  spawnSync('git', ['commit', ...args], {
    cwd: top,
    encoding: 'utf8',
    env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', PATH: '/usr/bin:/bin' },
  });

const broken = ['field: digital-government', 'field: no-such-field'] as const;

describe('install', () => {
  test('says what it did, and done again does nothing', async () => {
    const repository = handRepository();
    const reform = reformIn(repository);
    const { exit, err } = await reform('git', 'install');
    expect(exit, err).toBe(0);
    expect(repository.read('.gitattributes')).toMatch(
      /^# >>> reform >>> [^\n]*\n\/ledger\/\*\.yaml merge=reform\n\/ledger\/tasks\/\*\.yaml merge=reform\n\/ledger\/projects\/\*\.yaml merge=reform\n# <<< reform <<<\n$/,
    );
    expect(err).toContain(".gitattributes: the ledger's files are merged by reform.");
    expect(err).toContain('.git/hooks/pre-merge-commit: checks the ledger');
    expect(repository.git('config', 'merge.reform.driver')).toContain('git merge-driver --');
    const state = stateOf(repository);
    const again = await reform('git', 'install');
    expect(again.err).toBe('It is so already: nothing was changed.\n');
    expect(stateOf(repository)).toEqual(state);
  });

  test('put there anew for a program in another place, it says so', async () => {
    const repository = handRepository();
    await reformIn(repository)('git', 'install');
    const programs = temporaryFolder();
    writeFileSync(join(programs, 'reform'), '#!/bin/sh\n', { mode: 0o755 });
    const { err } = await run(['git', 'install'], {
      cwd: repository.top,
      env: { REFORM_LEDGER: join(repository.top, 'ledger'), PATH: `${programs}:/usr/bin:/bin` },
    });
    expect(err).toContain('.git/hooks/pre-commit: checks the ledger');
    expect(err).not.toContain('taken away');
    expect(repository.read('.git/hooks/pre-commit')).toContain('  reform git pre-commit');
  });

  test('broken off half-way it says what it has done, and typed again it goes on', async () => {
    const repository = handRepository();
    const reform = reformIn(repository);
    rmSync(join(repository.top, '.git/hooks'), { recursive: true });
    symlinkSync('/proc/nowhere', join(repository.top, '.git/hooks'));
    const { exit, err } = await reform('git', 'install');
    expect(exit).toBe(5);
    expect(err).toMatch(/half-way, at \.git\/hooks\/pre-commit: E[A-Z]+\n/);
    expect(err).toContain(".gitattributes: the ledger's files are merged by reform.");
    expect(err).toContain('git config reform.ledger: ledger');
    expect(err).toContain('type it again');
    repository.remove('.git/hooks');
    const again = await reform('git', 'install');
    expect(again).toMatchObject({ exit: 0 });
    expect(again.err).toContain('.git/hooks/pre-commit: checks the ledger');
    expect(again.err).not.toContain('.gitattributes: ');
  });

  test.skipIf(process.getuid?.() !== 0)(
    'what belongs to somebody else is told as git tells it',
    () => {
      const repository = handRepository();
      const { top } = repository;
      const all = [
        top,
        ...readdirSync(top, { recursive: true, encoding: 'utf8' }).map((each) => join(top, each)),
      ];
      for (const path of all) lchownSync(path, 12345, 12345);
      for (const args of [['install'], ['uninstall'], ['pre-commit']]) {
        const { status, stderr } = spawnSync(process.execPath, [bin, 'git', ...args], {
          cwd: join(top, 'ledger'),
          encoding: 'utf8',
          env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
        });
        expect(status).toBe(5);
        expect(stderr).toContain('safe.directory');
      }
    },
  );

  test('what it puts into files is the same in every language', async () => {
    const repository = handRepository();
    const reform = reformIn(repository);
    await reform('git', 'install', '--lang', 'zh');
    const state = stateOf(repository);
    const { err } = await reform('git', 'install');
    expect(err).toBe('It is so already: nothing was changed.\n');
    expect(stateOf(repository)).toEqual(state);
    expect(repository.read('.gitattributes')).not.toMatch(/\p{Script=Han}/u);
  });

  test('-n shows it and does nothing', async () => {
    const repository = handRepository();
    const state = stateOf(repository);
    const { exit, out, err } = await reformIn(repository)('git', 'install', '-n');
    expect(exit).toBe(0);
    expect(out).toContain('+/ledger/*.yaml merge=reform\n');
    expect(err).toContain('Dry run: nothing was changed.');
    expect(stateOf(repository)).toEqual(state);
  });

  test('a program on the PATH is called by its name', async () => {
    const repository = handRepository();
    const bin = temporaryFolder();
    writeFileSync(join(bin, 'reform'), '#!/bin/sh\n');
    const PATH = `.:${bin}:/usr/bin`;
    const env = { PATH, REFORM_LEDGER: join(repository.top, 'ledger') };
    const install = () => run(['git', 'install'], { cwd: repository.top, env });
    await install();
    expect(repository.git('config', 'merge.reform.driver')).toContain('bin/reform.js git ');
    chmodSync(join(bin, 'reform'), 0o755);
    await install();
    expect(repository.git('config', 'merge.reform.driver')).toMatch(
      / then reform git merge-driver /,
    );
    expect(repository.read('.git/hooks/pre-commit')).toContain('\n  reform git pre-commit ||');
  });

  test.each([
    ['is there already', '*.png binary\n'],
    ['has no end of its last line', '*.png binary'],
    ['has CR LF', '*.png binary\r\n*.txt text\r\n'],
    ['has CR LF and no end of its last line', '*.png binary\r\n*.txt text'],
    ['is empty', ''],
    ['is no UTF-8', Buffer.from([0x23, 0xff, 0xfe, 0x0a, 0xe9])],
  ])('and uninstall leave .gitattributes as it was that %s', async (_, before) => {
    const repository = handRepository();
    const path = join(repository.top, '.gitattributes');
    writeFileSync(path, before);
    const state = stateOf(repository);
    const reform = reformIn(repository);
    expect((await reform('git', 'install')).exit).toBe(0);
    expect(repository.git('check-attr', 'merge', 'ledger/tasks/T01.yaml')).toContain(': reform');
    expect(readFileSync(path, 'latin1').startsWith(Buffer.from(before).toString('latin1'))).toBe(
      true,
    );
    const { exit, err } = await reform('git', 'uninstall');
    expect(exit, err).toBe(0);
    expect(readFileSync(path)).toEqual(Buffer.from(before));
    expect({ ...stateOf(repository), '.git/config': '' }).toEqual({ ...state, '.git/config': '' });
    expect(repository.git('config', '--local', '--list')).not.toMatch(/reform/);
  });

  test('and uninstall leave nothing where nothing was', async () => {
    const repository = handRepository();
    const state = stateOf(repository);
    const reform = reformIn(repository);
    await reform('git', 'install');
    await reform('git', 'uninstall');
    expect(stateOf(repository)).toEqual(state);
    expect((await reform('git', 'uninstall')).err).toBe('It is so already: nothing was changed.\n');
  });

  test('what was written into its files since stays', async () => {
    const repository = handRepository();
    const reform = reformIn(repository);
    await reform('git', 'install');
    for (const file of ['.gitattributes', '.git/hooks/pre-commit']) {
      repository.write(file, `${repository.read(file)}# mine\n`);
    }
    await reform('git', 'uninstall');
    expect(repository.read('.gitattributes')).toBe('# mine\n');
    expect(repository.read('.git/hooks/pre-commit')).toBe('#!/bin/sh\n# mine\n');
  });

  test('marks that somebody has changed are not touched', async () => {
    const repository = handRepository();
    const reform = reformIn(repository);
    await reform('git', 'install');
    const half = repository.read('.gitattributes').replace('# <<< reform <<<\n', '');
    repository.write('.gitattributes', half);
    const { err } = await reform('git', 'uninstall');
    expect(err).toContain('Take them away by hand.');
    expect(repository.read('.gitattributes')).toBe(half);
  });

  test('several ledgers: each for itself, the driver and the hooks as long as one is there', async () => {
    const repository = repositoryWith('data/2022', 'data/2023');
    const [first, second] = [reformIn(repository, 'data/2022'), reformIn(repository, 'data/2023')];
    await first('git', 'install');
    const alone = repository.read('.gitattributes');
    await second('git', 'install');
    expect(repository.read('.gitattributes').match(/^\/data\/202[23]\/\*\.yaml/gm)).toHaveLength(2);
    expect(repository.git('config', '--get-all', 'reform.ledger')).toBe('data/2022\ndata/2023');
    await second('git', 'uninstall');
    expect(repository.read('.gitattributes')).toBe(alone);
    expect(existsSync(join(repository.top, '.git/hooks/pre-commit'))).toBe(true);
    await first('git', 'uninstall');
    expect(existsSync(join(repository.top, '.git/hooks/pre-commit'))).toBe(false);
    expect(existsSync(join(repository.top, '.gitattributes'))).toBe(false);
  });

  test('folders with quotes, blanks, signs and Chinese are matched, and nothing else', async () => {
    for (const folder of ['a "b\' c', '改革/台账', '-x [1]*?', '#!\\d']) {
      const repository = repositoryWith(folder);
      const { exit, err } = await reformIn(repository, folder)('git', 'install');
      expect(exit, err).toBe(0);
      expect(err).not.toContain('But git does not merge');
      const attribute = (path: string) =>
        repository.git('check-attr', '-z', 'merge', '--', path).split('\0')[2];
      expect(attribute(`${folder}/tasks/T01.yaml`)).toBe('reform');
      expect(attribute('other/tasks/T01.yaml')).toBe('unspecified');
      expect(attribute('-x 1aa/ledger.yaml')).toBe('unspecified');
      repository.replace(`${folder}/tasks/T01.yaml`, ...broken);
      const { status, stderr } = commitBy(repository, '-qam', 'Wrong');
      expect(status).toBe(1);
      expect(stderr).toContain('no-such-field');
    }
  });

  test('the whole repository as a ledger', async () => {
    const repository = newRepository();
    cpSync(join(projectRoot, 'tests/fixtures/hand/ledger'), repository.top, { recursive: true });
    repository.commit('The list as issued');
    expect((await reformIn(repository, '.')('git', 'install')).exit).toBe(0);
    expect(repository.git('check-attr', 'merge', 'units.yaml')).toContain(': reform');
    repository.replace('tasks/T01.yaml', ...broken);
    expect(commitBy(repository, '-qam', 'Wrong').status).toBe(1);
  });

  test('other attributes that win are told', async () => {
    const repository = handRepository();
    repository.write('ledger/.gitattributes', '* merge=union\n');
    const { err } = await reformIn(repository)('git', 'install');
    expect(err).toContain('But git does not merge ledger/ledger.yaml by reform');
  });

  test('outside of a repository, and in one without a working folder', async () => {
    const folder = temporaryFolder();
    cpSync(join(projectRoot, 'tests/fixtures/hand/ledger'), join(folder, 'ledger'), {
      recursive: true,
    });
    const { exit, err } = await run(['git', 'install'], {
      cwd: folder,
      env: { REFORM_LEDGER: join(folder, 'ledger') },
    });
    expect(exit).toBe(2);
    expect(err).toContain('does not lie in a git repository');
  });

  test('an action that there is not', async () => {
    const { exit, err } = await reformIn(handRepository())('git', 'push');
    expect(exit).toBe(2);
    expect(err).toContain('install, uninstall, codeowners');
  });
});

describe('hooks of others', () => {
  const withHook = (text: string, mode = 0o755) => {
    const repository = handRepository();
    repository.write('.git/hooks/pre-commit', text);
    chmodSync(join(repository.top, '.git/hooks/pre-commit'), mode);
    return repository;
  };

  test('a script of the shell gets a block, and loses it again', async () => {
    const own = '#!/usr/bin/env bash\nset -e\necho theirs >&2\nexit 0';
    const repository = withHook(own, 0o700);
    const reform = reformIn(repository);
    await reform('git', 'install');
    repository.replace('ledger/tasks/T01.yaml', ...broken);
    const stopped = commitBy(repository, '-qam', 'Wrong');
    expect(stopped.status).toBe(1);
    expect(stopped.stderr).toContain('no-such-field');
    repository.replace('ledger/tasks/T01.yaml', broken[1], broken[0]);
    repository.write('notes.txt', 'x');
    repository.git('add', 'notes.txt');
    const made = commitBy(repository, '-qm', 'Right');
    expect(made.stderr).toContain('theirs');
    expect(made.status, made.stderr).toBe(0);
    await reform('git', 'uninstall');
    expect(repository.read('.git/hooks/pre-commit')).toBe(own);
    expect(statSync(join(repository.top, '.git/hooks/pre-commit')).mode & 0o777).toBe(0o700);
  });

  test.each([
    ['a program', '#!/usr/bin/env python3\nprint(1)\n', 0o755, "somebody's own program"],
    ['a binary', '\u007fELF\n', 0o755, "somebody's own program"],
    ['switched off', '#!/bin/sh\nexit 1\n', 0o644, 'switched off'],
  ])('%s is left as it is, and how to call the check is told', async (_, text, mode, why) => {
    const repository = withHook(text, mode);
    const reform = reformIn(repository);
    const { exit, err } = await reform('git', 'install');
    expect(exit).toBe(0);
    expect(err).toContain(why);
    expect(err).toContain('bin/reform.js git pre-commit');
    expect(repository.read('.git/hooks/pre-commit')).toBe(text);
    await reform('git', 'uninstall');
    expect(repository.read('.git/hooks/pre-commit')).toBe(text);
  });

  test('a link is not written through', async () => {
    const repository = handRepository();
    const target = join(temporaryFolder(), 'shared.sh');
    writeFileSync(target, '#!/bin/sh\n', { mode: 0o755 });
    symlinkSync(target, join(repository.top, '.git/hooks/pre-commit'));
    symlinkSync(target, join(repository.top, '.gitattributes'));
    const { err } = await reformIn(repository)('git', 'install');
    expect(err).toContain('.git/hooks/pre-commit is a link');
    expect(err).toContain('.gitattributes is a link');
    expect(readFileSync(target, 'utf8')).toBe('#!/bin/sh\n');
  });

  test('core.hooksPath: inside the repository it is used, outside of it is not', async () => {
    const repository = handRepository();
    const reform = reformIn(repository);
    repository.git('config', 'core.hooksPath', '.hooks');
    await reform('git', 'install');
    expect(existsSync(join(repository.top, '.hooks/pre-commit'))).toBe(true);
    expect(existsSync(join(repository.top, '.git/hooks/pre-commit'))).toBe(false);
    repository.replace('ledger/tasks/T01.yaml', ...broken);
    expect(commitBy(repository, '-qam', 'Wrong').status).toBe(1);
    await reform('git', 'uninstall');
    expect(existsSync(join(repository.top, '.hooks/pre-commit'))).toBe(false);

    const shared = temporaryFolder();
    repository.git('config', 'core.hooksPath', shared);
    const { err } = await reform('git', 'install');
    expect(err).toContain('not of this repository alone');
    expect(readdirSync(shared)).toEqual([]);
  });
});

describe('before a commit', () => {
  const ready = async () => {
    const repository = handRepository();
    await reformIn(repository)('git', 'install');
    repository.commit('Set up');
    return repository;
  };

  test('what is to be committed is checked, whatever lies in the working folder', async () => {
    const repository = await ready();
    repository.replace('ledger/tasks/T01.yaml', ...broken);
    repository.write('notes.txt', 'x');
    repository.git('add', 'notes.txt');
    expect(commitBy(repository, '-qm', 'The ledger is not in it').status).toBe(0);
    repository.git('add', '.');
    repository.replace('ledger/tasks/T01.yaml', broken[1], broken[0]);
    const { status, stderr } = commitBy(repository, '-qm', 'The ledger is in it, and wrong');
    expect(status).toBe(1);
    expect(stderr).toMatch(/^ledger\/tasks\/T01\.yaml:\d+:\d+: error\[reference\//m);
    expect(stderr).toContain('The commit was stopped; nothing is lost.');
    expect(commitBy(repository, '-qm', 'As it is', '--no-verify').status).toBe(0);
  });

  test.each([
    ['-qam', 'All'],
    ['-qm', 'One file', 'ledger/tasks/T01.yaml'],
    ['-qm', 'One file', '--include', 'ledger/tasks/T01.yaml'],
  ])('with git commit %s %s %s the index is the one of the commit', async (...args) => {
    const repository = await ready();
    repository.replace('ledger/tasks/T01.yaml', ...broken);
    const { status, stderr } = commitBy(repository, ...args.filter((each) => each !== undefined));
    expect(status).toBe(1);
    expect(stderr).toContain('no-such-field');
    repository.replace('ledger/tasks/T01.yaml', broken[1], 'field: ecology');
    expect(commitBy(repository, ...args.filter((each) => each !== undefined)).status).toBe(0);
  });

  test('evidence is compared with its hash as it is to be committed', async () => {
    const repository = await ready();
    repository.write('ledger/evidence/T03.1/annex.txt', 'Another text\n');
    const { status, stderr } = commitBy(repository, '-qam', 'Other evidence');
    expect(status).toBe(1);
    expect(stderr).toContain('annex.txt');
  });

  test('a merge that is clean by lines and wrong as a ledger is stopped', async () => {
    const repository = await ready();
    repository.git('checkout', '--quiet', '-b', 'other');
    repository.replace('ledger/fields.yaml', 'id: business-environment', 'id: business-climate');
    for (const file of ['tasks/T04.yaml', 'pilots.yaml', 'leading-reforms.yaml']) {
      const [from, to] = ['field: business-environment', 'field: business-climate'];
      repository.replace(`ledger/${file}`, from, to);
    }
    repository.commit('Another id for a field');
    repository.git('checkout', '--quiet', 'main');
    repository.replace(
      'ledger/tasks/T01.yaml',
      'field: digital-government',
      'field: business-environment',
    );
    repository.commit('Another field for a task');
    const { status, stdout, stderr } = spawnSync('git', ['merge', '--no-edit', 'other'], {
      cwd: repository.top,
      encoding: 'utf8',
      env: { ...process.env, PATH: '/usr/bin:/bin' },
    });
    expect(status, stdout + stderr).not.toBe(0);
    expect(stdout + stderr).toContain('The commit was stopped');
  });

  test('in a worktree, and in a submodule', async () => {
    const repository = await ready();
    repository.git('worktree', 'add', '--quiet', '../other', '-b', 'other');
    const other = repositoryAt(join(dirname(repository.top), 'other'));
    other.replace('ledger/tasks/T01.yaml', ...broken);
    expect(commitBy(other, '-qam', 'Wrong').stderr).toContain('no-such-field');

    const outer = newRepository();
    outer.git(
      '-c',
      'protocol.file.allow=always',
      'submodule',
      '--quiet',
      'add',
      repository.top,
      'sub',
    );
    const inner = repositoryAt(join(outer.top, 'sub'));
    inner.git('config', 'user.name', 'Test');
    inner.git('config', 'user.email', 'test@example.org');
    expect((await reformIn(inner)('git', 'install')).exit).toBe(0);
    inner.replace('ledger/tasks/T01.yaml', ...broken);
    expect(commitBy(inner, '-qam', 'Wrong').stderr).toContain('no-such-field');
    expect(existsSync(join(outer.top, '.git/hooks/pre-commit'))).toBe(false);
  });

  test('where the program has gone the commit goes through, with a warning', async () => {
    const repository = handRepository();
    await run(['git', 'install'], {
      cwd: repository.top,
      env: { REFORM_LEDGER: join(repository.top, 'ledger'), PATH: '' },
    });
    for (const name of ['pre-commit', 'pre-merge-commit']) {
      repository.replace(`.git/hooks/${name}`, 'bin/reform.js', 'bin/gone.js');
    }
    repository.replace('ledger/tasks/T01.yaml', ...broken);
    const { status, stderr } = commitBy(repository, '-qam', 'Unchecked');
    expect(status).toBe(0);
    expect(stderr).toContain('WARNING: reform is not found, so the ledger was NOT checked.');
  });

  test('by hand, without anything installed', async () => {
    const repository = handRepository();
    const reform = reformIn(repository);
    expect(await reform('git', 'pre-commit')).toEqual({ exit: 0, out: '', err: '' });
    repository.replace('ledger/tasks/T01.yaml', ...broken);
    expect((await reform('git', 'pre-commit')).exit).toBe(0);
    repository.git('add', '.');
    const { exit, out, err } = await reform('git', 'pre-commit');
    expect(exit).toBe(1);
    expect(out).toContain('no-such-field');
    expect(err).toContain('The commit was stopped');
  });

  test('a commit that takes the whole ledger away is stopped, and one that moves it is not', async () => {
    const repository = await ready();
    repository.git('rm', '-rq', 'ledger');
    const gone = commitBy(repository, '-qm', 'Gone');
    expect(gone.status).toBe(1);
    expect(gone.stderr).toContain('would take the whole ledger away');
    repository.git('reset', '-q', '--hard');
    repository.git('mv', 'ledger', 'list');
    const moved = commitBy(repository, '-qm', 'Moved');
    expect(moved.status, moved.stderr).toBe(0);
    expect(moved.stderr).toContain('has left its folder');
  });

  test('the first commit of a repository', async () => {
    const repository = newRepository();
    cpSync(join(projectRoot, 'tests/fixtures/hand/ledger'), join(repository.top, 'ledger'), {
      recursive: true,
    });
    await reformIn(repository)('git', 'install');
    repository.replace('ledger/tasks/T01.yaml', ...broken);
    repository.git('add', '.');
    expect(commitBy(repository, '-qm', 'First').status).toBe(1);
    repository.replace('ledger/tasks/T01.yaml', broken[1], broken[0]);
    repository.git('add', '.');
    expect(commitBy(repository, '-qm', 'First').status).toBe(0);
  });
});

test('branches that touch different facts on neighbouring lines merge by themselves', async () => {
  const repository = handRepository();
  await reformIn(repository)('git', 'install');
  repository.commit('Set up');
  repository.git('checkout', '--quiet', '-b', 'other');
  repository.replace('ledger/tasks/T04.yaml', 'field: business-environment', 'field: ecology');
  repository.commit('Another field');
  repository.git('checkout', '--quiet', 'main');
  repository.replace('ledger/tasks/T04.yaml', 'One licence for one trade', 'One licence a trade');
  repository.commit('Another title');
  const { status, stdout, stderr } = spawnSync('git', ['merge', '--no-edit', 'other'], {
    cwd: repository.top,
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
  expect(repository.read('ledger/tasks/T04.yaml')).toContain(
    'field: ecology\ntitle: "One licence a trade"\n',
  );
});

test('a merge driver that has gone leaves marks for both sides, and not one side alone', async () => {
  const repository = handRepository();
  await reformIn(repository)('git', 'install');
  const named = repository.git('config', 'merge.reform.driver');
  expect(named).toContain('bin/reform.js');
  repository.git('config', 'merge.reform.driver', named.replace('bin/reform.js', 'bin/gone.js'));
  repository.commit('Set up');
  repository.git('checkout', '--quiet', '-b', 'other');
  repository.replace('ledger/tasks/T04.yaml', 'field: business-environment', 'field: ecology');
  repository.commit('Theirs');
  repository.git('checkout', '--quiet', 'main');
  repository.replace(
    'ledger/tasks/T04.yaml',
    'field: business-environment',
    'field: digital-government',
  );
  repository.commit('Ours');
  const { status } = spawnSync('git', ['merge', '--no-edit', 'other'], { cwd: repository.top });
  expect(status).toBe(1);
  expect(repository.read('ledger/tasks/T04.yaml')).toMatch(
    /<{7}[\s\S]*digital-government[\s\S]*={7}[\s\S]*ecology[\s\S]*>{7}/,
  );
  expect(repository.git('ls-files', '-u')).toContain('T04.yaml');
});

describe('codeowners', () => {
  test('tasks by field and lead units, projects by district, the rest by the ledger', async () => {
    const repository = repositoryWith('data/my ledger');
    const folder = 'data/my ledger';
    const reform = reformIn(repository, folder);
    for (const [record, owner] of [
      ['ledger', '@city/reform-office'],
      ['ecology', '@city/ecology'],
      ['ecology-bureau', '@li-ming'],
      ['westbank', 'west@example.org'],
    ] as const) {
      const { exit, err } = await reform('set', record, `owners=${owner}`);
      expect(exit, err).toBe(0);
    }
    const { exit, out, err } = await reform('git', 'codeowners');
    expect(exit).toBe(0);
    const lines = out.split('\n').filter((line) => line !== '');
    const rules = lines.filter((line) => !line.startsWith('#'));
    expect(rules[0]).toBe('/data/my\\ ledger/ @city/reform-office');
    expect(rules).toContain('/data/my\\ ledger/tasks/T02.yaml @city/ecology @li-ming');
    expect(rules.at(-1)).toBe('/data/my\\ ledger/projects/westbank.yaml west@example.org');
    expect(lines).toContain(
      '# /data/my ledger/tasks/T04.yaml: no owners are known of business-environment',
    );
    expect(err).toContain('No owners are known for');
    expect((await reform('git', 'codeowners')).out).toBe(out);
  });

  test('what is no account is refused', async () => {
    const repository = handRepository();
    for (const owner of ['mayor', '@x @y', '@', '@a//b', '# x']) {
      const { exit } = await reformIn(repository)('set', 'ecology-bureau', `owners=${owner}`);
      expect(exit, owner).not.toBe(0);
    }
  });
});
