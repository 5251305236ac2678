/**
 * The two states of a ledger that a command compares: revisions, what is staged, or the working folder. Each is
 * loaded as any ledger is; whoever compares them asks whether they can be read.
 */
import { backroomForReading } from '../ledger/backroom.ts';
import { type Cache, cacheOf, noCache } from '../ledger/cache.ts';
import {
  fatesOf,
  folderElsewhere,
  type Ledgers,
  ledgersAmong,
  ledgersInFolder,
} from '../ledger/git/ledgers.ts';
import type { Objects } from '../ledger/git/objects.ts';
import { withObjects } from '../ledger/git/objects.ts';
import { type Repository, repositoryOf } from '../ledger/git/repository.ts';
import {
  findCommit,
  type Held,
  type Listing,
  mergeBase,
  readIndex,
  readRevision,
} from '../ledger/git/revision.ts';
import { blobsLeftOut } from '../ledger/git/sparse.ts';
import { steadySource } from '../ledger/journal.ts';
import { isReadable, type Loaded, load } from '../ledger/load.ts';
import { overlay, type Source } from '../ledger/source.ts';
import { attachedFiles } from '../model/rules/index.ts';
import type { Words } from '../words/en.ts';
import type { Context } from './context.ts';
import { usage } from './failure.ts';
import { fromGit, indexGiven } from './git.ts';

/** One state of the ledger. */
export interface Side extends Loaded {
  /** What it is called, such as `main (1a2b3c4)`. */
  readonly label: string;
  /** The commit's whole id; null for what is not committed. */
  readonly commit: string | null;
  /** When it was committed; null for what is not. */
  readonly when: Date | null;
  readonly source: Source;
  /** What git calls the contents of its files; null for the working folder. */
  readonly blobs: ReadonlyMap<string, string> | null;
  /** The same of files that a sparse checkout leaves out of the working folder. */
  readonly leftOut: ReadonlyMap<string, string>;
  /** All files of the repository in this state; null for the working folder. */
  readonly listing: Listing | null;
  /** Where the ledger lies in this state, from the repository's top; empty for the top itself. */
  readonly folder: string;
  /** Whether there is no ledger in this folder at all. */
  readonly isAbsent: boolean;
}

/** What is asked to be compared. */
export type Range =
  | { readonly is: 'revision'; readonly name: string }
  | { readonly is: 'ancestor'; readonly of: readonly [string, string] }
  | { readonly is: 'staged' }
  | { readonly is: 'work-tree' };

/** Both sides of a comparison, the older one first. */
export interface Compared {
  readonly from: Range;
  readonly to: Range;
}

const revision = (name: string): Range => ({ is: 'revision', name: name === '' ? 'HEAD' : name });

/**
 * What a range as it was typed compares: `A..B`, `A...B` from their last common ancestor, `A` with the
 * working folder, nothing for `HEAD` with the working folder.
 */
export const rangeFrom = (given: string | undefined, isStaged: boolean): Compared => {
  const to: Range = { is: isStaged ? 'staged' : 'work-tree' };
  const [, a = '', dots, b = ''] = /^(.*?)(\.{2,3})(.*)$/s.exec(given ?? '') ?? [];
  if (dots === undefined) return { from: revision(given ?? ''), to };
  if (isStaged) throw usage((say) => say.rangeAndStaged());
  const [first, second] = [a || 'HEAD', b || 'HEAD'];
  const from: Range = dots === '...' ? { is: 'ancestor', of: [first, second] } : revision(first);
  return { from, to: revision(second) };
};

/** How many characters of a commit's id are shown. */
export const shortId = (commit: string): string => commit.slice(0, 10);

/** How the sides are loaded. */
interface How {
  /** Also looks at the files that evidence and documents refer to, of the newer side. */
  readonly attachments?: boolean;
  /** The ledger's place in its repository, where that is not the one that is found. */
  readonly repository?: Repository;
}

/** What was read of a side, and how to read more of it. */
type Read = Pick<Side, 'label' | 'commit' | 'when' | 'blobs' | 'leftOut' | 'listing' | 'folder'> &
  Pick<Held, 'source' | 'also'>;

/** Whatever else lies in the repository is listed as well: there may be other ledgers. */
const everywhere = { everywhere: true };

/** What files hold that are not in the working folder, as far as git has it here. */
const contentsOf = async (
  objects: Objects,
  files: readonly string[],
  blobs: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Uint8Array>> => {
  const found = files.map(async (file) => {
    const blob = blobs.get(file);
    const object = blob === undefined ? undefined : await objects.find(blob);
    return object ? [[file, object.bytes] as const] : [];
  });
  return new Map((await Promise.all(found)).flat());
};

const readSide = async (
  { io, place, words: { revisions } }: Context,
  repository: Repository,
  objects: Objects,
  range: Range,
): Promise<Read> => {
  const { prefix: folder } = repository;
  const uncommitted = { commit: null, when: null, leftOut: new Map(), folder };
  switch (range.is) {
    case 'work-tree': {
      const { root } = place();
      const { source } = steadySource(root, backroomForReading(root));
      const leftOut: ReadonlyMap<string, string> = new Map(
        [...blobsLeftOut(repository)].map(([path, blob]) => [
          folder === '' ? path : path.slice(folder.length + 1),
          blob,
        ]),
      );
      const also = async (files: readonly string[]) =>
        overlay(source, await contentsOf(objects, files, leftOut));
      const label = revisions.workTree;
      return { label, ...uncommitted, blobs: null, listing: null, leftOut, source, also };
    }
    case 'staged':
      return {
        label: revisions.staged,
        ...uncommitted,
        ...(await readIndex(repository, objects, { ...everywhere, ...indexGiven(io) })),
      };
    default: {
      const name =
        range.is === 'revision' ? range.name : await ancestorOf(repository, objects, range.of);
      const read = await readRevision(repository, objects, name, everywhere);
      const typed = /^[0-9a-f]{40,64}$/.test(name) ? shortId(read.commit) : name;
      const label = revisions.commit(typed, shortId(read.commit));
      return { ...read, label, leftOut: new Map(), folder };
    }
  }
};

const ancestorOf = async (
  repository: Repository,
  objects: Objects,
  [a, b]: readonly [string, string],
): Promise<string> => {
  const first = await findCommit(repository, objects, a);
  const second = await findCommit(repository, objects, b);
  return mergeBase(repository, first.commit, second.commit);
};

const loadSide = async (
  { also, source, ...read }: Read,
  { attachments = false }: How,
  cache: Cache,
): Promise<Side> => {
  const isAbsent = !source.list().includes('ledger.yaml');
  const loaded = load(source, { cache });
  if (!attachments) return { ...read, source, isAbsent, ...loaded };
  const whole = await also(attachedFiles(loaded.ledger));
  const again = load(whole, { attachments, cache: cacheOf(loaded.clean) });
  return { ...read, source: whole, isAbsent, ...again };
};

/** The ledgers of the state that a side is one of. */
const ledgersOn = (
  repository: Repository,
  { listing }: Pick<Side, 'listing'>,
  known: Ledgers,
): Ledgers => (listing === null ? ledgersInFolder(repository, known) : ledgersAmong(listing));

/** All ledgers of both states; the older one is always one that git holds. */
export const ledgersOnSides = (
  repository: Repository,
  before: Pick<Side, 'listing'>,
  after: Pick<Side, 'listing'>,
): { readonly before: Ledgers; readonly after: Ledgers } => {
  const older = ledgersOn(repository, before, new Map());
  return { before: older, after: ledgersOn(repository, after, older) };
};

/**
 * A side on which there is no ledger where the other one has it, in the folder it lies in there: a new place makes
 * no new ledger. As it is where there is no such ledger anywhere.
 * @param isOlder the side is the older one
 */
const followed = async (
  context: Context,
  repository: Repository,
  objects: Objects,
  [absent, there]: readonly [Side, Side],
  { range, how, isOlder }: { readonly range: Range; readonly how: How; readonly isOlder: boolean },
): Promise<Side> => {
  const [before, after] = isOlder ? [absent, there] : [there, absent];
  const ledgers = ledgersOnSides(repository, before, after);
  const [own, others] = isOlder ? [ledgers.after, ledgers.before] : [ledgers.before, ledgers.after];
  const fates = fatesOf(ledgers.before, ledgers.after);
  const gone = isOlder ? 'removed' : 'added';
  const { year, jurisdiction } = there.ledger.about;
  const sought = { year, jurisdiction, blobs: own.get(there.folder) ?? new Map() };
  const prefix = await folderElsewhere(
    objects,
    sought,
    new Map([...others].filter(([folder]) => fates.get(folder) === gone)),
  );
  if (prefix === undefined) return absent;
  const read = await readSide(context, { ...repository, prefix }, objects, range);
  return loadSide(read, how, cacheOf(there.clean));
};

/**
 * The folder in which a ledger of the working folder lay in both states, from before it was moved; undefined where it
 * is in neither.
 */
const folderThen = async (
  context: Context,
  repository: Repository,
  objects: Objects,
  sides: readonly Side[],
): Promise<string | undefined> => {
  const read = await readSide(context, repository, objects, { is: 'work-tree' });
  const here = await loadSide(read, {}, noCache);
  if (here.isAbsent || sides.some(({ listing }) => listing === null)) return undefined;
  const { year, jurisdiction } = here.ledger.about;
  const sought = { year, jurisdiction, blobs: new Map<string, string>() };
  for (const { listing } of sides) {
    const found = await folderElsewhere(objects, sought, ledgersAmong(listing ?? []));
    if (found !== undefined) return found;
  }
  return undefined;
};

/**
 * Reads and loads both sides, the older one first. A ledger that was moved is followed to where it lies on each, and the
 * repository is told with the folder that it lies in where it was found.
 * @throws Failure where git cannot answer
 */
export const readSides = (
  context: Context,
  { from, to }: Compared,
  how: How = {},
): Promise<{ readonly repository: Repository; readonly before: Side; readonly after: Side }> =>
  fromGit(async () => {
    const asked = how.repository ?? repositoryOf(context.place().root);
    return withObjects(asked, async (objects) => {
      const bothIn = async (repository: Repository) => {
        const older = await readSide(context, repository, objects, from);
        const newer = await readSide(context, repository, objects, to);
        const before = await loadSide(older, {}, noCache);
        // Most files are the same on both sides and need not be parsed twice.
        const after = await loadSide(newer, how, cacheOf(before.clean));
        return { repository, before, after };
      };
      const first = await bothIn(asked);
      const isNowhere = first.before.isAbsent && first.after.isAbsent;
      const prefix = isNowhere
        ? await folderThen(context, asked, objects, [first.after, first.before])
        : undefined;
      const { repository, before, after } =
        prefix === undefined ? first : await bothIn({ ...asked, prefix });
      if (before.isAbsent === after.isAbsent) return { repository, before, after };
      const follow = (sides: readonly [Side, Side], range: Range, how: How, isOlder: boolean) =>
        followed(context, repository, objects, sides, { range, how, isOlder });
      return before.isAbsent
        ? { repository, before: await follow([before, after], from, {}, true), after }
        : { repository, before, after: await follow([after, before], to, how, false) };
    });
  });

/** A side whose ledger cannot be read, if there is one: what is absent as a whole has nothing to be read. */
export const unreadableSide = (...sides: readonly Side[]): Side | undefined =>
  sides.find((side) => !side.isAbsent && !isReadable(side));

/** How both sides are called. */
export const comparisonOf = (
  { revisions }: Pick<Words, 'revisions'>,
  before: Side,
  after: Side,
): string => revisions.between(before.label, after.label);
