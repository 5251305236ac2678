/**
 * Commits the files of one command and nothing else: other changes, staged or not, stay as they are. Objects are
 * written, the index brought up to them, the branch moved last, by plumbing only: no hook, no filter, no signature.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { besideOf, discard } from '../disk.ts';
import type { FileEdit } from '../write.ts';
import { blobName } from './committed.ts';
import { inRepository, type Repository, withoutHead } from './repository.ts';
import { ask, GitTrouble, tell, wordsOf } from './run.ts';

/** What keeps files from being committed; nothing has been changed. */
export type Hindrance =
  /** Nothing has been committed yet. */
  | { readonly is: 'unborn' }
  /** Git does not know who commits; `detail` in its own words. */
  | { readonly is: 'nobody'; readonly detail: string }
  /** Git is in the midst of something that is to become a commit of its own. */
  | { readonly is: 'midst'; readonly of: 'merge' | 'rebase' | 'am' | 'cherry-pick' | 'revert' }
  /** Another git is at the index, or one that died. */
  | { readonly is: 'locked'; readonly path: string }
  /** The file holds changes that are not committed, or staged ones. */
  | { readonly is: 'uncommitted'; readonly file: string }
  /** The repository keeps the file by a program, which is not run. */
  | { readonly is: 'filtered'; readonly file: string; readonly filter: string };

/** A file as the repository is to keep it. */
interface Kept {
  /** Inside the ledger's folder. */
  readonly file: string;
  /** From the top of the repository. */
  readonly path: string;
  readonly mode: string;
  /** Null where it goes. */
  readonly bytes: Uint8Array | null;
}

/** What can be committed, and on top of what. */
export interface Ready {
  readonly is: 'ready';
  readonly repository: Repository;
  readonly head: string;
  readonly kept: readonly Kept[];
  /** New files that are left out, since the repository is told to ignore them. */
  readonly ignored: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** Who commits and when, as far as the environment says so; the rest is git's configuration. */
const identityFrom = (
  env: Readonly<Record<string, string | undefined>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((who) =>
      ['NAME', 'EMAIL', 'DATE'].flatMap((what) => {
        const name = `GIT_${who}_${what}`;
        const value = env[name];
        return value === undefined ? [] : [[name, value] as const];
      }),
    ),
  );

const midsts = [
  ['MERGE_HEAD', 'merge'],
  ['rebase-merge', 'rebase'],
  ['rebase-apply/applying', 'am'],
  ['rebase-apply', 'rebase'],
  ['CHERRY_PICK_HEAD', 'cherry-pick'],
  ['REVERT_HEAD', 'revert'],
] as const;

interface Listed {
  readonly mode: string;
  readonly blob: string;
}

/** What a listing says of paths; several lines of one path are those of a conflict. */
const listed = (listing: Buffer): ReadonlyMap<string, readonly Listed[]> => {
  const found = new Map<string, Listed[]>();
  for (const line of listing.toString('utf8').split('\0')) {
    // `mode type id TAB path` of a tree, `mode id stage TAB path` of the index.
    const [, mode, blob, path] =
      /^(\d+) (?:\w+ )?([0-9a-f]{40,64})(?: \d)?\t(.*)$/s.exec(line) ?? [];
    if (mode === undefined || blob === undefined || path === undefined) continue;
    found.set(path, [...(found.get(path) ?? []), { mode, blob }]);
  }
  return found;
};

const listing = (repository: Repository, args: readonly string[]) => {
  const { status, bytes, said } = ask(repository.top, args);
  if (status !== 0) throw new GitTrouble('refused', wordsOf(said));
  return listed(bytes);
};

/** Paths for git's standard input. */
const lines = (paths: readonly string[]): string => paths.map((path) => `${path}\0`).join('');

/** The program by which the repository keeps a file, where there is one. */
const filteredIn = (
  { top }: Repository,
  paths: readonly string[],
): readonly { readonly path: string; readonly filter: string }[] => {
  const args = ['check-attr', '-z', '--stdin', 'filter', 'working-tree-encoding'];
  const words = tell(top, args, { input: lines(paths) }).split('\0');
  return paths.flatMap((path) =>
    words.flatMap((word, index) => {
      const value = words[index + 2] ?? '';
      const isOurs = index % 3 === 0 && word === path;
      return isOurs && !['unspecified', 'unset'].includes(value) ? [{ path, filter: value }] : [];
    }),
  );
};

const ignoredIn = ({ top }: Repository, paths: readonly string[]): readonly string[] => {
  if (paths.length === 0) return [];
  // This command takes paths for patterns whatever it is told; behind a dot none begins like one.
  const { status, bytes, said } = ask(top, ['check-ignore', '-z', '--stdin'], {
    input: lines(paths.map((path) => `./${path}`)),
    env: { GIT_LITERAL_PATHSPECS: '0' },
  });
  // One: none of them.
  if (status > 1) throw new GitTrouble('refused', wordsOf(said));
  const given = bytes.toString('utf8').split('\0').slice(0, -1);
  return given.map((path) => path.slice(2));
};

/** Line ends as a repository keeps them that changes them on the way to the working folder. */
const withLineFeeds = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replace(/\r\n/g, '\n'), 'latin1');

type Bytes = Uint8Array | null;

/**
 * From a file as it lies here to the file as the repository keeps it; undefined where what is committed
 * or staged is another one.
 */
const keepingOf = (
  before: Bytes,
  committed: readonly Listed[],
  staged: readonly Listed[],
): ((bytes: Bytes) => Bytes) | undefined => {
  const [one] = committed;
  if (staged.length !== committed.length || staged[0]?.blob !== one?.blob) return undefined;
  if (!one || before === null) return one || before ? undefined : (bytes) => bytes;
  if (blobName(before, one.blob) === one.blob) return (bytes) => bytes;
  const isConverted = blobName(withLineFeeds(before), one.blob) === one.blob;
  return isConverted ? (bytes) => bytes && withLineFeeds(bytes) : undefined;
};

/**
 * Whether a file that stays as it is was brought for this change, as evidence is: it lies here, is not committed yet,
 * and nothing else of that name is staged.
 */
const isBrought = (
  { before, after }: FileEdit,
  committed: readonly Listed[],
  staged: readonly Listed[],
  head: string,
): boolean =>
  after !== null &&
  before === after &&
  committed.length === 0 &&
  staged.every(({ blob }) => blob === blobName(after, head));

/**
 * Whether the files of a change can be committed; asked before anything is written.
 * @param env the environment of the command, for who commits
 * @throws GitTrouble where git refuses
 */
export const readyToCommit = (
  repository: Repository,
  edits: readonly FileEdit[],
  env: Readonly<Record<string, string | undefined>>,
): Ready | Hindrance => {
  const { top, gitFolder } = repository;
  const named = ask(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}']);
  if (named.status > 1) throw new GitTrouble('refused', wordsOf(named.said));
  if (named.status === 1) {
    const trouble = withoutHead(repository);
    if (trouble.kind !== 'unborn') throw trouble;
    return { is: 'unborn' };
  }
  const head = named.bytes.toString('utf8').trim();
  const identity = identityFrom(env);
  for (const who of ['GIT_AUTHOR_IDENT', 'GIT_COMMITTER_IDENT']) {
    const { status, said } = ask(top, ['var', who], { env: identity });
    if (status !== 0) return { is: 'nobody', detail: wordsOf(said.split('\n').at(-1) ?? '') };
  }
  const midst = midsts.find(([name]) => existsSync(join(gitFolder, name)));
  if (midst) return { is: 'midst', of: midst[1] };
  const lock = join(gitFolder, 'index.lock');
  if (existsSync(lock)) return { is: 'locked', path: lock };
  const pathOf = ({ file }: FileEdit) => inRepository(repository, file);
  const paths = edits.map(pathOf);
  const fileOf = (path: string) => edits.find((each) => pathOf(each) === path)?.file ?? path;
  const committed = listing(repository, ['ls-tree', '-z', '--full-tree', head, '--', ...paths]);
  const staged = listing(repository, ['ls-files', '-s', '-z', '--full-name', '--', ...paths]);
  const [filtered] = filteredIn(repository, paths);
  if (filtered) return { is: 'filtered', file: fileOf(filtered.path), filter: filtered.filter };
  const ignored = new Set(
    ignoredIn(
      repository,
      paths.filter((path) => !committed.has(path)),
    ),
  );
  const kept: Kept[] = [];
  for (const edit of edits) {
    const path = pathOf(edit);
    if (ignored.has(path)) continue;
    const keep = isBrought(edit, committed.get(path) ?? [], staged.get(path) ?? [], head)
      ? (bytes: Bytes) => bytes
      : keepingOf(edit.before, committed.get(path) ?? [], staged.get(path) ?? []);
    if (!keep) return { is: 'uncommitted', file: edit.file };
    const mode = committed.get(path)?.[0]?.mode ?? '100644';
    kept.push({ file: edit.file, path, mode, bytes: keep(edit.after) });
  }
  return { is: 'ready', repository, head, kept, ignored: [...ignored].map(fileOf), env: identity };
};

/**
 * Commits what is ready and tells the commit's id.
 * @param backroom the folder of our own in the git directory, where an index of this commit alone lies for a moment
 * @throws GitTrouble where git refuses; the files stay as they are, staged or not
 */
export const commitFiles = (
  { repository, head, kept, env }: Ready,
  backroom: string,
  message: string,
): string => {
  const { top } = repository;
  const blobs = kept.map(({ bytes }) =>
    bytes === null
      ? '0'.repeat(head.length)
      : tell(top, ['hash-object', '-w', '--no-filters', '--stdin'], { input: bytes }).trim(),
  );
  const input = kept
    .map(
      ({ path, mode, bytes }, index) => `${bytes === null ? '0' : mode} ${blobs[index]}\t${path}\0`,
    )
    .join('');
  const update = ['update-index', '-z', '--index-info'];
  const index = besideOf(join(backroom, 'index'));
  let tree: string;
  try {
    const own = { GIT_INDEX_FILE: index };
    tell(top, ['read-tree', head], { env: own });
    tell(top, update, { env: own, input });
    tree = tell(top, ['write-tree'], { env: own }).trim();
  } finally {
    discard(index);
  }
  // Our messages are UTF-8, whatever those of the user are.
  const made = ['-c', 'i18n.commitEncoding=UTF-8', 'commit-tree', tree, '-p', head];
  const commit = tell(top, made, { env, input: message }).trim();
  // Before the branch: an index behind it would take the change back with the next commit.
  tell(top, update, { input });
  const about = `reform: ${message.split('\n', 1)[0]}`;
  tell(top, ['update-ref', '-m', about, 'HEAD', commit, head], { env });
  return commit;
};
