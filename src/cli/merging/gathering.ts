/** Everything that a conflicted working folder holds of one ledger: the versions of its files, and what stands there now. */
import { join } from 'node:path';
import { isSame } from '../../ledger/disk.ts';
import { withObjects } from '../../ledger/git/objects.ts';
import { type Repository, repositoryOf } from '../../ledger/git/repository.ts';
import { readRevision } from '../../ledger/git/revision.ts';
import { ask, GitTrouble, isGitTrouble } from '../../ledger/git/run.ts';
import { type Loaded, load } from '../../ledger/load.ts';
import { type Standing, standingOf } from '../../ledger/merge/by-hand.ts';
import type { Versions } from '../../ledger/merge/file.ts';
import { hasMarkers } from '../../ledger/merge/markers.ts';
import { type Midst, midstOf, type Unmerged, unmergedIn } from '../../ledger/merge/midst.ts';
import { folderSource, type Source } from '../../ledger/source.ts';
import { isBeside, placeOf } from '../../model/layout.ts';
import { otherThan, type Side } from '../../model/merge/sides.ts';
import type { Context } from '../context.ts';
import { fromGit } from '../git.ts';

/** A ledger file in conflict. */
export interface Conflicted {
  /** Inside the ledger's folder. */
  readonly file: string;
  /** What git holds. */
  readonly held: Versions;
  /** What is to be merged: the same, or what is left open in the file where it was begun. */
  readonly versions: Versions;
  /** What stands in the folder; null where nothing does. */
  readonly now: Uint8Array | null;
  /** Whether what stands there has conflict markers. */
  readonly isMarked: boolean;
  /** How far somebody has come with it. */
  readonly standing: Standing['is'];
}

/** A file that git has found to be renamed on both sides, to different names; paths from the top of the repository. */
interface RenamedTwice {
  readonly from: string;
  readonly ours: string;
  readonly theirs: string;
}

/** What there is to be resolved. */
export interface Gathered {
  readonly midst: Midst;
  readonly files: readonly Conflicted[];
  /** Paths in conflict that are none of this ledger's, from the top of the repository. */
  readonly outside: readonly string[];
  /** Files in conflict that the ledger keeps beside its records, such as evidence, within its folder. */
  readonly beside: readonly string[];
  readonly renamed: readonly RenamedTwice[];
  readonly top: string;
  readonly source: Source;
  /** The ledger as each side has it by itself; undefined where that is not known. */
  readonly ours: Loaded | undefined;
  readonly theirs: Loaded | undefined;
}

const decoded = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

const nowAt = (source: Source, file: string): Uint8Array | null => {
  const read = source.read(file);
  return read.is === 'bytes' ? read.bytes : null;
};

/** The path inside the ledger of one in the repository; undefined where it lies elsewhere. */
const within = (prefix: string, path: string): string | undefined => {
  const start = prefix === '' ? '' : `${prefix}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
};

/** What is in conflict only because both sides have given a file another name. */
const renamedTwice = (unmerged: readonly Unmerged[]): readonly RenamedTwice[] =>
  unmerged.flatMap(({ path, base, ours, theirs }) => {
    if (base === undefined || ours !== undefined || theirs !== undefined) return [];
    const only = (side: Side) =>
      unmerged.filter((each) => {
        const isThere = each[side] !== undefined && each[otherThan(side)] === undefined;
        return isThere && each.base === undefined;
      });
    const [own, other] = [only('ours'), only('theirs')];
    const [mine, their] = [own[0], other[0]];
    const isClear = own.length === 1 && other.length === 1;
    return mine && their && isClear ? [{ from: path, ours: mine.path, theirs: their.path }] : [];
  });

/** Whether what is merged is the last stash: git keeps no record of that. */
const isStash = ({ top }: Repository, unmerged: readonly Unmerged[]): boolean => {
  const [one] = unmerged.filter(({ theirs }) => theirs !== undefined);
  if (!one) return false;
  const held = ask(top, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `refs/stash:${one.path}`,
  ]);
  return held.status === 0 && held.bytes.toString('utf8').trim() === one.theirs;
};

/** Reads all of it. */
export const gather = async ({ place }: Context): Promise<Gathered> => {
  const { root } = place();
  return fromGit(async () => {
    const repository = repositoryOf(root);
    const { top, prefix } = repository;
    const unmerged = unmergedIn(repository);
    const told = midstOf(repository, {});
    const midst: Midst =
      told.operation === 'other' && isStash(repository, unmerged)
        ? { ...told, operation: 'stash' }
        : told;
    const source = folderSource(root);
    const renamed = renamedTwice(unmerged);
    const isRenamed = (path: string) =>
      renamed.some((each) => [each.from, each.ours, each.theirs].includes(path));
    return withObjects(repository, async (objects): Promise<Gathered> => {
      const bytesOf = async (id: string | undefined, path: string) => {
        if (id === undefined) return null;
        const found = await objects.find(id);
        if (!found) throw new GitTrouble('missing-object', path);
        return found.bytes;
      };
      const files: Conflicted[] = [];
      const outside: string[] = [];
      const beside: string[] = [];
      for (const each of unmerged) {
        const file = within(prefix, each.path);
        if (isRenamed(each.path)) continue;
        if (file === undefined) outside.push(each.path);
        else if (each.isPlain && placeOf(file) !== undefined) {
          const held: Versions = {
            base: await bytesOf(each.base, each.path),
            ours: await bytesOf(each.ours, each.path),
            theirs: await bytesOf(each.theirs, each.path),
          };
          const now = nowAt(source, file);
          const standing = standingOf(now, held);
          const versions = standing.is === 'open' ? standing.versions : held;
          const isMarked = now !== null && hasMarkers(decoded(now));
          files.push({ file, held, versions, now, isMarked, standing: standing.is });
        } else if (isBeside(file)) beside.push(file);
        else outside.push(each.path);
      }
      const isIdle = unmerged.length === 0 && midst.operation === 'other';
      const ledgerAt = async (commit: string | undefined): Promise<Loaded | undefined> => {
        if (commit === undefined || isIdle) return undefined;
        try {
          return load((await readRevision(repository, objects, commit)).source);
        } catch (error) {
          // In a clone without all contents the files in conflict are there all the same.
          if (isGitTrouble(error)) return undefined;
          throw error;
        }
      };
      const [ours, theirs] = [
        await ledgerAt(midst.ours.commit),
        await ledgerAt(midst.theirs.commit),
      ];
      return { midst, files, outside, beside, renamed, top, source, ours, theirs };
    });
  });
};

/** Whether two contents are the same, absent ones included. */
export const isSameContent = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null ? b === null : isSame(a, b);

/** A path from the top of the repository, as the system has it. */
export const pathFrom = (top: string, path: string): string => join(top, ...path.split('/'));
