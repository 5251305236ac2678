/** Where a ledger lies in a git repository, and in which state that repository is. Git is not started for it. */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { workTreeOf } from '../backroom.ts';
import { GitTrouble } from './run.ts';

/** A ledger's place in a repository. */
export interface Repository {
  /** The working folder. */
  readonly top: string;
  /** The folder git keeps its own files in for this working folder; one of several in a worktree. */
  readonly gitFolder: string;
  /** The one that all worktrees share. */
  readonly commonFolder: string;
  /** The ledger's path from `top`, with `/`; empty where the ledger is the whole working folder. */
  readonly prefix: string;
}

const isBare = (folder: string): boolean =>
  ['HEAD', 'objects', 'refs'].every((name) => existsSync(join(folder, name)));

/** Whether a folder or one above it is a repository without a working folder. */
const liesInBare = (folder: string): boolean =>
  isBare(folder) || (dirname(folder) !== folder && liesInBare(dirname(folder)));

/**
 * The repository that a folder lies in.
 * @param root a ledger's folder, or any other
 * @throws GitTrouble `no-repository` or `bare`
 */
export const repositoryOf = (root: string): Repository => {
  const real = realpathSync.native(root);
  const tree = workTreeOf(real);
  if (!tree) throw new GitTrouble(liesInBare(real) ? 'bare' : 'no-repository', root);
  const { top, gitFolder } = tree;
  const common = join(gitFolder, 'commondir');
  const commonFolder = existsSync(common)
    ? resolve(gitFolder, readFileSync(common, 'utf8').trim())
    : gitFolder;
  const prefix = relative(top, real).split(sep).join('/');
  return { top, gitFolder, commonFolder, prefix };
};

/** A path of the ledger as git names it. */
export const inRepository = ({ prefix }: Repository, file: string): string =>
  prefix === '' ? file : `${prefix}/${file}`;

/**
 * Why HEAD means no commit: nothing has been committed yet, or what git keeps of the branch is there and cannot be
 * read. Told apart by the file, since git says the same of both.
 */
export const withoutHead = ({ gitFolder, commonFolder }: Repository): GitTrouble => {
  const [, ref] = /^ref: (.+)$/m.exec(readFileSync(join(gitFolder, 'HEAD'), 'utf8')) ?? [];
  const file = ref === undefined ? join(gitFolder, 'HEAD') : join(commonFolder, ref.trim());
  // A folder of branches that begin alike is none.
  const isThere = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  return isThere ? new GitTrouble('damaged', file) : new GitTrouble('unborn');
};

/** Whether the history here was cut off when it was cloned. */
export const isShallow = ({ commonFolder }: Repository): boolean =>
  existsSync(join(commonFolder, 'shallow'));
