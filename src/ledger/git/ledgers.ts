/**
 * The ledgers of one state of a whole repository, wherever they lie in it, and which of them is which in another state. A
 * ledger is a folder with a head; of its files only records and evidence are looked at, and none of them is read.
 */
import { join } from 'node:path';
import type { Value } from '../../model/attribute.ts';
import { placeOf } from '../../model/layout.ts';
import { folderSource, largestEvidence } from '../source.ts';
import { headFile, isLedger } from '../where.ts';
import { blobName, isBlob } from './committed.ts';
import { matterOf, within } from './folders.ts';
import type { Objects } from './objects.ts';
import type { Repository } from './repository.ts';
import type { Listing } from './revision.ts';
import { blobsLeftOut } from './sparse.ts';
import { valuesFrom } from './values.ts';

/** What git calls the contents of a ledger's files, by their paths in the ledger. */
type Blobs = ReadonlyMap<string, string>;

/** The ledgers of a state, by their folders from the repository's top; empty for the top itself. */
export type Ledgers = ReadonlyMap<string, Blobs>;

const isOwn = (file: string): boolean =>
  placeOf(file) !== undefined || file.startsWith('evidence/');

const isHidden = (path: string): boolean => /(?:^|\/)\.[^/]*\//.test(path);

const folderOf = (path: string): string | undefined => {
  if (path === headFile) return '';
  return path.endsWith(`/${headFile}`) ? path.slice(0, -headFile.length - 1) : undefined;
};

/** The ledgers that a commit or the index holds, among all its files. */
export const ledgersAmong = (listing: Listing): Ledgers => {
  const files = listing.filter(([path]) => !isHidden(path));
  return new Map(
    files
      .flatMap(([path]) => folderOf(path) ?? [])
      .map((folder) => [
        folder,
        new Map(
          files.flatMap(([path, blob]) => {
            const file = within(folder, path);
            return file !== undefined && isOwn(file) ? [[file, blob] as const] : [];
          }),
        ),
      ]),
  );
};

/** What git would call the contents of a ledger's files as they lie in the working folder. */
const blobsIn = (repository: Repository, folder: string, known: Blobs, like: string): Blobs => {
  const root = join(repository.top, folder);
  const source = isLedger(root) ? folderSource(root) : undefined;
  const leftOut = blobsLeftOut({ ...repository, prefix: folder });
  const lying = source?.list().filter(isOwn) ?? [];
  const found = new Map(
    lying.map((file) => {
      const read = source?.read(file, largestEvidence);
      // What is no file to read is none that git could have.
      if (read?.is !== 'bytes') return [file, ''];
      const name = known.get(file);
      return [file, name && isBlob(read.bytes, name) ? name : blobName(read.bytes, like)];
    }),
  );
  for (const [path, blob] of leftOut) {
    const file = within(folder, path);
    if (file !== undefined && isOwn(file)) found.set(file, blob);
  }
  return found;
};

/**
 * The ledgers of the working folder: those that another state has and that are still there, and the repository's own.
 * @param known the other state
 */
export const ledgersInFolder = (repository: Repository, known: Ledgers): Ledgers => {
  const like = [...known.values()].flatMap((blobs) => [...blobs.values()])[0] ?? '';
  const folders = [...new Set([repository.prefix, ...known.keys()])];
  return new Map(
    folders
      .map((folder) => {
        const blobs = blobsIn(repository, folder, known.get(folder) ?? new Map(), like);
        return [folder, blobs] as const;
      })
      .filter(([, blobs]) => blobs.has(headFile)),
  );
};

/** What became of a ledger. */
export type LedgerFate = 'same' | 'changed' | 'added' | 'removed';

/** What became of each ledger of either state, by its folder. */
export const fatesOf = (before: Ledgers, after: Ledgers): ReadonlyMap<string, LedgerFate> => {
  const isSame = (was: Blobs, is: Blobs) =>
    was.size === is.size && [...was].every(([file, blob]) => is.get(file) === blob);
  return new Map(
    [...new Set([...before.keys(), ...after.keys()])].sort().map((folder) => {
      const [was, is] = [before.get(folder), after.get(folder)];
      if (!was) return [folder, 'added'];
      if (!is) return [folder, 'removed'];
      return [folder, isSame(was, is) ? 'same' : 'changed'];
    }),
  );
};

/** A ledger in one of two states, by what it is about and what its files hold. */
interface Sought {
  readonly year: number;
  readonly jurisdiction: string;
  readonly blobs: Blobs;
}

/**
 * The folder in which a ledger lies in another state, where in its own one there is none: that of the same list, or one most of
 * whose files are the same. Of several the one with the most files that are.
 * @param from ledgers of the other state that are not in the first one
 */
export const folderElsewhere = async (
  objects: Objects,
  { year, jurisdiction, blobs }: Sought,
  from: Ledgers,
): Promise<string | undefined> => {
  const values = valuesFrom(objects);
  const heads = [...from].map(([folder, each]) => [folder, each.get(headFile) ?? ''] as const);
  await values.fetch(heads.map(([, blob]) => [headFile, blob]));
  const matter = matterOf({ year, jurisdiction } as Value);
  const candidates = [...from].map(([folder, each]) => {
    const same = [...each].filter(([file, blob]) => blobs.get(file) === blob).length;
    const head = matterOf(values.of(headFile, each.get(headFile) ?? ''));
    return { folder, same, isMeant: head === matter || same * 2 > each.size };
  });
  return candidates.filter(({ isMeant }) => isMeant).sort((a, b) => b.same - a.same)[0]?.folder;
};
