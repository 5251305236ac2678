/**
 * A ledger as a commit or the index holds it, as a source of files. One process lists the files and one that
 * is shared hands out their contents, whatever their number.
 */
import { placeOf } from '../../model/layout.ts';
import { largestFile, type Source } from '../source.ts';
import { momentOf } from './moment.ts';
import type { Objects } from './objects.ts';
import { isShallow, type Repository, withoutHead } from './repository.ts';
import { ask, GitTrouble, isGitTrouble, tell, wordsOf } from './run.ts';

/** A ledger's files as git holds them. */
export interface Held {
  readonly source: Source;
  /** What git calls the content of each file, by path in the ledger; the same content has the same name. */
  readonly blobs: ReadonlyMap<string, string>;
  /**
   * The same files with the contents of some that are no records, such as evidence that is to be checked.
   */
  readonly also: (files: readonly string[]) => Promise<Source>;
  /** All files that were listed, with what git calls their contents, by their paths from the repository's top. */
  readonly listing: Listing;
}

/** Files by their paths from the repository's top, with what git calls their contents; no links or submodules. */
export type Listing = readonly (readonly [path: string, blob: string])[];

/** How much is listed. */
interface Reach {
  /** All of the repository, and not the ledger's folder alone. */
  readonly everywhere?: boolean;
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

type Entries = readonly (readonly [path: string, listed: Listed])[];

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
const hold = async (repository: Repository, objects: Objects, entries: Entries): Promise<Held> => {
  const listed = inLedger(repository, entries);
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
    listing: entries.flatMap(([path, { mode, blob }]) =>
      mode === link || mode === submodule ? [] : [[path, blob] as const],
    ),
  };
};

/** Paths of a listing as the ledger names them; hidden folders are no part of it. */
const inLedger = ({ prefix }: Repository, entries: Entries): ReadonlyMap<string, Listed> => {
  const folder = prefix === '' ? '' : `${prefix}/`;
  const skipped = folder.length;
  return new Map(
    entries
      .filter(([path]) => path.startsWith(folder))
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

const within = ({ prefix }: Repository, { everywhere = false }: Reach): readonly string[] =>
  prefix === '' || everywhere ? [] : ['--', `${prefix}/`];

/** A commit's id and time. */
export interface CommitNamed {
  readonly commit: string;
  readonly when: Date;
}

/** Whether a name can be handed to git: not an option, and one line of plain characters. */
const isName = (name: string): boolean =>
  name !== '' && !name.startsWith('-') && !/\p{Cc}/u.test(name);

/** What git says of a name that it understands and that means nothing here, such as `main@{upstream}`. */
const meaningless = /upstream|log for|no such branch|does not point to a branch/;

const findOr = async (objects: Objects, asked: string, name: string) => {
  try {
    return await objects.find(asked);
  } catch (error) {
    // Git ends the conversation over such a name.
    const isName =
      isGitTrouble(error) && error.kind === 'refused' && meaningless.test(error.detail);
    throw isName ? new GitTrouble('unknown-revision', name) : error;
  }
};

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
  const found = isName(name) ? await findOr(objects, asked, name) : undefined;
  if (found?.type === 'commit') {
    const [, seconds] = /^committer .*> (\d+) [+-]\d{4}$/m.exec(found.bytes.toString('utf8')) ?? [];
    return { commit: found.id, when: momentOf(seconds) };
  }
  if (name === 'HEAD') throw withoutHead(repository);
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
  reach: Reach = {},
): Promise<Revision> => {
  const named = await findCommit(repository, objects, name);
  const listing = ask(repository.top, [
    ...['ls-tree', '-r', '-z', '--full-tree', named.commit],
    ...within(repository, reach),
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
  return { name, ...named, ...(await hold(repository, objects, entries)) };
};

/**
 * The ledger as it would be committed now.
 * @param indexFile another index than the repository's own, as git gives to a hook
 * @throws GitTrouble `missing-object` in a clone without all contents
 */
export const readIndex = async (
  repository: Repository,
  objects: Objects,
  { indexFile, ...reach }: Reach & { readonly indexFile?: string } = {},
): Promise<Held> => {
  const env = indexFile === undefined ? {} : { GIT_INDEX_FILE: indexFile };
  const listing = tell(
    repository.top,
    ['ls-files', '--stage', '-z', '--full-name', ...within(repository, reach)],
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
  return hold(repository, objects, entries);
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
