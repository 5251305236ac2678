/**
 * Where a ledger's lock, journal and history lie: in the git directory, where no pull request can
 * plant them, or else in `.reform` in the ledger's folder. Git itself is never started for it.
 */
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { isThere, keepOwner, reasonOf } from './disk.ts';
import { sha256 } from './source.ts';

/** The folder git keeps its own files in, for a working folder that `.git` stands in. */
const gitFolderIn = (folder: string): string | undefined => {
  const dotGit = join(folder, '.git');
  const stats = statSync(dotGit, { throwIfNoEntry: false });
  if (!stats) return undefined;
  const isFolder = stats.isDirectory();
  if (!isFolder && !stats.isFile()) return undefined;
  // In a worktree or a submodule it is a file that names the folder.
  const named = isFolder ? dotGit : /^gitdir: (.+)/.exec(readFileSync(dotGit, 'utf8'))?.[1]?.trim();
  const found = named === undefined ? undefined : resolve(folder, named);
  return found !== undefined && isThere(join(found, 'HEAD')) ? found : undefined;
};

interface WorkTree {
  readonly top: string;
  readonly gitFolder: string;
}

/** The git working folder that a folder lies in, found without starting git. */
export const workTreeOf = (folder: string): WorkTree | undefined => {
  const gitFolder = gitFolderIn(folder);
  if (gitFolder !== undefined) return { top: folder, gitFolder };
  const above = dirname(folder);
  return above === folder ? undefined : workTreeOf(above);
};

/** A ledger's name inside a repository, as one part of a path. */
const nameIn = (top: string, root: string): string => {
  const inner = relative(top, root).split(sep).join('/');
  const name = inner === '' ? 'top' : encodeURIComponent(inner).replace(/\./g, '%2E');
  return name.length <= 100 ? name : sha256(Buffer.from(inner)).slice(0, 32);
};

/** The folder for a ledger's lock, journal and history; it need not be there yet. */
export const backroomOf = (root: string): string => {
  const real = realpathSync.native(root);
  const tree = workTreeOf(real);
  return tree ? join(tree.gitFolder, 'reform', nameIn(tree.top, real)) : join(real, '.reform');
};

/**
 * The same for a reader, who may be one that is not let into the git directory: undefined then, since
 * the ledger can be read all the same.
 */
export const backroomForReading = (root: string): string | undefined => {
  try {
    return backroomOf(root);
  } catch (error) {
    if (['EACCES', 'EPERM'].includes(reasonOf(error))) return undefined;
    throw error;
  }
};

/** Makes the folder, as open to others as the one it stands in: several people may share it. */
export const makeBackroom = (backroom: string, root: string): void => {
  const isInside = dirname(backroom) === realpathSync.native(root);
  if (lstatSync(backroom, { throwIfNoEntry: false })?.isSymbolicLink()) {
    const refusal = { code: 'ELOOP', syscall: 'mkdir', path: backroom };
    throw Object.assign(new Error('a link is no folder of ours'), refusal);
  }
  const like = isInside ? dirname(backroom) : dirname(dirname(backroom));
  const open = statSync(like);
  for (const each of [dirname(backroom), backroom, join(backroom, 'history')]) {
    if (isThere(each)) continue;
    try {
      mkdirSync(each);
    } catch (error) {
      // Another writer was quicker.
      if (reasonOf(error) === 'EEXIST') continue;
      throw error;
    }
    chmodSync(each, open.mode);
    keepOwner(each, open);
  }
  // Should the folder become a repository later, none of this belongs in it.
  const ignore = join(backroom, '.gitignore');
  if (isInside && !isThere(ignore)) writeFileSync(ignore, '*\n');
};
