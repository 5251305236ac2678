/** Real repositories for tests: a ledger in git, with commits by different people on days that the test gives. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot, temporaryFolder } from './harness.ts';

interface Committing {
  /** Who, as `Name <address>`. */
  readonly author?: string;
  /** When, in ISO 8601 with a zone. */
  readonly when?: string;
}

/** A repository with a working folder, and what a test does in it. */
export interface TestRepository {
  readonly top: string;
  readonly git: (...args: readonly string[]) => string;
  readonly read: (file: string) => string;
  readonly write: (file: string, text: string) => void;
  /** Puts another text in the place of one that must be there. */
  readonly replace: (file: string, from: string, to: string) => void;
  readonly remove: (file: string) => void;
  /** Commits everything and tells the commit's id. */
  readonly commit: (message: string, how?: Committing) => string;
}

const environment = (env: Readonly<Record<string, string>> = {}) => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  ...env,
});

/** What a test does in a repository that is there. */
export const repositoryAt = (top: string): TestRepository => {
  const runGit = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
    execFileSync('git', [...args], {
      cwd: top,
      encoding: 'utf8',
      env: environment(env),
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trimEnd();
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(top, file)), { recursive: true });
    writeFileSync(join(top, file), text);
  };
  const read = (file: string) => readFileSync(join(top, file), 'utf8');
  return {
    top,
    git: (...args) => runGit(args),
    read,
    write,
    replace: (file, from, to) => {
      const text = read(file);
      if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
      write(file, text.replace(from, to));
    },
    remove: (file) => rmSync(join(top, file)),
    commit: (
      message,
      { author = 'Test <test@example.org>', when = '2022-04-01T09:00:00+08:00' } = {},
    ) => {
      const [, name = '', address = ''] = /^(.*) <(.*)>$/.exec(author) ?? [];
      const env = {
        GIT_AUTHOR_NAME: name,
        GIT_AUTHOR_EMAIL: address,
        GIT_AUTHOR_DATE: when,
        GIT_COMMITTER_NAME: name,
        GIT_COMMITTER_EMAIL: address,
        GIT_COMMITTER_DATE: when,
      };
      runGit(['add', '--all']);
      runGit(['commit', '--quiet', '--allow-empty', '-m', message], env);
      return runGit(['rev-parse', 'HEAD']);
    },
  };
};

/** A new repository on a branch `main`, without any commit. */
export const newRepository = (): TestRepository => {
  const top = join(temporaryFolder(), 'repository');
  mkdirSync(top);
  const repository = repositoryAt(top);
  repository.git('init', '--quiet', '--initial-branch=main');
  repository.git('config', 'user.name', 'Test');
  repository.git('config', 'user.email', 'test@example.org');
  return repository;
};

/** One that holds the ledger typed by hand, committed, in `ledger/`. */
export const handRepository = (): TestRepository => {
  const repository = newRepository();
  cpSync(join(projectRoot, 'tests/fixtures/hand/ledger'), join(repository.top, 'ledger'), {
    recursive: true,
  });
  repository.commit('The list as issued', { when: '2022-03-01T09:00:00+08:00' });
  return repository;
};
