/**
 * Runs git, and nothing that a repository would have it run: no hook, filter, pager, monitor, helper
 * or transport, nothing fetched, no replaced objects, and no variable of a hook or a shell that would point
 * it at another repository. Whoever asks names plumbing only: `status`, `diff`, `log` and `commit` run
 * programs that a repository's configuration names.
 */
import type { ChildProcessWithoutNullStreams } from 'node:child_process';

/** Why git could not answer. */
export type GitTroubleKind =
  /** There is no git on this machine. */
  | 'absent'
  /** No repository holds the folder. */
  | 'no-repository'
  /** A repository without a working folder. */
  | 'bare'
  /** Nothing has been committed yet. */
  | 'unborn'
  /** No such revision; `detail` is the name as typed. */
  | 'unknown-revision'
  /** An object is not here, as in a clone without all contents; `detail` is its name. */
  | 'missing-object'
  /** History ends before what is asked for. */
  | 'shallow'
  /** Two revisions without a common ancestor; `detail` names them. */
  | 'unrelated'
  /** What git keeps of a branch cannot be read; `detail` is the file. */
  | 'damaged'
  /** Git says no, in its own words. */
  | 'refused';

/** Git could not answer; the shell turns it into a sentence. */
export class GitTrouble extends Error {
  override readonly name = 'GitTrouble';
  readonly kind: GitTroubleKind;
  /** What git said or what was asked for; text of strangers. */
  readonly detail: string;

  constructor(kind: GitTroubleKind, detail = '') {
    super(`git: ${kind} ${detail}`);
    this.kind = kind;
    this.detail = detail;
  }
}

/** By name and not by class: the bundle has one copy of the class in each of its files. */
export const isGitTrouble = (error: unknown): error is GitTrouble =>
  error instanceof Error && error.name === 'GitTrouble';

const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: '/dev/null',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
  LC_ALL: 'C',
});

/** What stands before every question. */
const options = (folder: string): readonly string[] => [
  ...['-C', folder, '--no-pager'],
  ...['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'],
  ...['-c', 'protocol.allow=never', '-c', 'core.quotePath=false'],
];

/** What git answered. */
export interface Answer {
  /** The exit code; 128 is git's word for that it cannot go on. */
  readonly status: number;
  readonly bytes: Buffer;
  /** What it said on standard error, without the last line end. */
  readonly said: string;
}

/** How to ask. */
interface Asking {
  /** What git reads from standard input. */
  readonly input?: string | Uint8Array;
  /** More of git's environment, such as an index of its own. */
  readonly env?: Readonly<Record<string, string>>;
}

const mostBytes = 400_000_000;
const mostMilliseconds = 60_000;

/**
 * Asks git one question and waits for the answer, whatever its exit code.
 * @throws GitTrouble where there is no git, or it does not come to an end
 */
export const ask = (
  folder: string,
  args: readonly string[],
  { input, env = {} }: Asking = {},
): Answer => {
  // Loaded only here: readers start without it.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout, stderr, error } = spawnSync('git', [...options(folder), ...args], {
    env: { ...environment(), ...env },
    timeout: mostMilliseconds,
    maxBuffer: mostBytes,
    ...(input !== undefined && { input }),
  });
  const { code = '' } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'EACCES') throw new GitTrouble('absent');
  if (status === null) throw new GitTrouble('refused', code || 'git was stopped');
  return { status, bytes: stdout, said: stderr.toString('utf8').trimEnd() };
};

/** Git's own words, without what it says to everybody. */
export const wordsOf = (said: string): string => said.replace(/^(?:fatal|error): /, '');

/** What git says where a partial clone lacks what it would have to fetch. */
const lacking = /lazy fetching disabled|promisor remote|could not fetch/;

/** Why git gave up, by what it said. */
export const troubleOf = (said: string): GitTrouble => {
  const words = wordsOf(said);
  return new GitTrouble(lacking.test(said) ? 'missing-object' : 'refused', words);
};

/**
 * What git answers, as text.
 * @throws GitTrouble where it does not answer with success
 */
export const tell = (folder: string, args: readonly string[], asking: Asking = {}): string => {
  const { status, bytes, said } = ask(folder, args, asking);
  if (status !== 0) throw troubleOf(said);
  return bytes.toString('utf8');
};

/** Starts git for a conversation through its standard input and output. */
export const converse = (
  folder: string,
  args: readonly string[],
): ChildProcessWithoutNullStreams => {
  const { spawn } = process.getBuiltinModule('node:child_process');
  return spawn('git', [...options(folder), ...args], { env: environment() });
};
