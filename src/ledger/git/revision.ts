/**
 * A ledger as a commit or the index holds it, as a source of files. One process lists the files and one that
 * is shared hands out their contents, whatever their number.
 */
import { placeOf } from '../../model/layout.ts';
import { largestFile, type Source } from '../source.ts';
import type { Objects } from './objects.ts';
import { isShallow, type Repository } from './repository.ts';
import { ask, GitTrouble, tell, wordsOf } from './run.ts';

/** A ledger's files as git holds them. */
export interface Held {
  readonly source: Source;
  /** What git calls the content of each file, by path in the ledger; the same content has the same name. */
  readonly blobs: ReadonlyMap<string, string>;
  /**
   * The same files with the contents of some that are no records, such as evidence that is to be checked.
   */
  readonly also: (files: readonly string[]) => Promise<Source>;
}

export interface Revision extends Held {
  /** As it was asked for. */
  readonly name: string;
  /** The commit's whole id. */
  readonly commit: string;
  /** When it was committed, by the committer's clock. */
  readonly when: Date;
}

/** What a listing says of one path. */
interface Listed {
  readonly mode: string;
  readonly blob: string;
}

const link = '120000';
const submodule = '160000';

/** Contents by path; what a listing names and this does not has not been asked for. */
type Contents = ReadonlyMap<string, Buffer>;

const sourceOf = (listed: ReadonlyMap<string, Listed>, contents: Contents): Source => ({
  list: () => [...listed.keys()],
  read: (file, most = largestFile) => {
    const mode = listed.get(file)?.mode;
    if (mode === undefined) return { is: 'missing' };
    if (mode === link) return { is: 'special', what: 'link' };
    if (mode === submodule) return { is: 'special', what: 'folder' };
    const bytes = contents.get(file);
    if (!bytes) return { is: 'unreadable', reason: 'ENODATA' };
    if (bytes.length > most) return { is: 'too-large', bytes: bytes.length, most };
    return { is: 'bytes', bytes };
  },
});

/** Fetches the contents that a reader of the ledger needs, and answers from them. */
const hold = async (objects: Objects, listed: ReadonlyMap<string, Listed>): Promise<Held> => {
  const fetch = async (isWanted: (file: string) => boolean): Promise<Contents> => {
    const wanted = [...listed].filter(
      ([file, { mode }]) => mode !== link && mode !== submodule && isWanted(file),
    );
    const read = wanted.map(async ([file, { blob }]) => {
      const found = await objects.find(blob);
      if (!found) throw new GitTrouble('missing-object', file);
      return [file, found.bytes] as const;
    });
    return new Map(await Promise.all(read));
  };
  const records = await fetch((file) => placeOf(file) !== undefined);
  return {
    source: sourceOf(listed, records),
    blobs: new Map([...listed].map(([file, { blob }]) => [file, blob])),
    also: async (files) => {
      const more = await fetch((file) => files.includes(file) && !records.has(file));
      return sourceOf(listed, new Map([...records, ...more]));
    },
  };
};

/** Paths of a listing as the ledger names them; hidden folders are no part of it. */
const inLedger = (
  { prefix }: Repository,
  entries: readonly (readonly [path: string, listed: Listed])[],
): ReadonlyMap<string, Listed> => {
  const skipped = prefix === '' ? 0 : prefix.length + 1;
  return new Map(
    entries
      .map(([path, listed]) => [path.slice(skipped), listed] as const)
      .filter(
        ([file]) =>
          !file
            .split('/')
            .slice(0, -1)
            .some((part) => part.startsWith('.')),
      ),
  );
};

const within = ({ prefix }: Repository): readonly string[] =>
  prefix === '' ? [] : ['--', `${prefix}/`];

/** A commit's id and time. */
export interface CommitNamed {
  readonly commit: string;
  readonly when: Date;
}

/** Whether a name can be handed to git: not an option, and one line of plain characters. */
const isName = (name: string): boolean =>
  name !== '' && !name.startsWith('-') && !/\p{Cc}/u.test(name);

/**
 * The commit that a name means.
 * @throws GitTrouble `unborn` for HEAD before the first commit, `shallow` where the history here ends before,
 * `unknown-revision`
 */
export const findCommit = async (
  repository: Repository,
  objects: Objects,
  name: string,
): Promise<CommitNamed> => {
  // In a search of messages, `:/text`, whatever follows is part of the text.
  const asked = name.startsWith(':/') ? name : `${name}^{commit}`;
  const found = isName(name) ? await objects.find(asked) : undefined;
  if (found?.type === 'commit') {
    const [, seconds] = /^committer .*> (\d+) [+-]\d{4}$/m.exec(found.bytes.toString('utf8')) ?? [];
    return { commit: found.id, when: new Date(Number(seconds ?? 0) * 1_000) };
  }
  if (name === 'HEAD') throw new GitTrouble('unborn');
  const isCutOff = isShallow(repository) && /[~^]|^[0-9a-f]{7,64}$|\//.test(name);
  throw new GitTrouble(isCutOff ? 'shallow' : 'unknown-revision', name);
};

/**
 * The ledger as a commit holds it; without any file where the commit has no such folder.
 * @throws GitTrouble as `findCommit`, and `missing-object` in a clone without all contents
 */
export const readRevision = async (
  repository: Repository,
  objects: Objects,
  name: string,
): Promise<Revision> => {
  const named = await findCommit(repository, objects, name);
  const listing = ask(repository.top, [
    ...['ls-tree', '-r', '-z', '--full-tree', named.commit],
    ...within(repository),
  ]);
  if (listing.status !== 0) throw new GitTrouble('missing-object', wordsOf(listing.said));
  const entries = listing.bytes
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, mode, blob, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return path === undefined || mode === undefined || blob === undefined
        ? []
        : [[path, { mode, blob }] as const];
    });
  return { name, ...named, ...(await hold(objects, inLedger(repository, entries))) };
};

/**
 * The ledger as it would be committed now.
 * @param indexFile another index than the repository's own, as git gives to a hook
 * @throws GitTrouble `missing-object` in a clone without all contents
 */
export const readIndex = async (
  repository: Repository,
  objects: Objects,
  { indexFile }: { readonly indexFile?: string } = {},
): Promise<Held> => {
  const env = indexFile === undefined ? {} : { GIT_INDEX_FILE: indexFile };
  const listing = tell(
    repository.top,
    ['ls-files', '--stage', '-z', '--full-name', ...within(repository)],
    { env },
  );
  const entries = listing.split('\0').flatMap((line) => {
    const [, mode, blob, stage, path] = /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s.exec(line) ?? [];
    // Of a file in conflict the side that is being merged into stands.
    const isMeant = stage === '0' || stage === '2';
    return path === undefined || mode === undefined || blob === undefined || !isMeant
      ? []
      : [[path, { mode, blob }] as const];
  });
  return hold(objects, inLedger(repository, entries));
};

/**
 * The last common ancestor of two commits.
 * @throws GitTrouble `shallow` where the history here ends before it, `unrelated` where there is none
 */
export const mergeBase = (repository: Repository, a: string, b: string): string => {
  const { status, bytes, said } = ask(repository.top, ['merge-base', a, b]);
  const base = bytes.toString('utf8').trim();
  // Where history is cut off, git answers with what is left: only an ancestor of one of them is sure to be the last.
  const isSure = !isShallow(repository) || base === a || base === b;
  if (status === 0 && base !== '' && isSure) return base;
  if (!isSure) throw new GitTrouble('shallow');
  if (status === 1) throw new GitTrouble('unrelated');
  throw new GitTrouble('refused', wordsOf(said));
};
