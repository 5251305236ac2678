/**
 * Which ledgers of a repository a review is about. The older state decides it: what a change adds or closes turns nobody away
 * from the ledger that was current.
 */

import { matterOf } from '../../ledger/git/folders.ts';
import { fatesOf, folderElsewhere, type Ledgers } from '../../ledger/git/ledgers.ts';
import { type Objects, withObjects } from '../../ledger/git/objects.ts';
import type { Repository } from '../../ledger/git/repository.ts';
import { valuesFrom } from '../../ledger/git/values.ts';
import { headFile } from '../../ledger/where.ts';
import type { Value } from '../../model/attribute.ts';
import { fromGit } from '../git.ts';
import { ledgersOnSides, type Side } from '../sides.ts';

/** A ledger that came up, and one of the older state that it is. */
interface Pair {
  readonly folder: string;
  readonly of: string;
}

/** Ledgers by their folders from the repository's top, as they lie in the newer state. */
export interface Meant {
  /** The one that the review is about first of all; undefined where there is none in either state. */
  readonly main: string | undefined;
  /** What else changed of the ledgers that the older state has. */
  readonly others: readonly string[];
  /** Ledgers of the older state that are nowhere in the newer one. */
  readonly removed: readonly string[];
  /** New ledgers of the same list as one that is still there. */
  readonly copies: readonly Pair[];
}

/** What is known of the ledgers of both states. */
interface Known {
  readonly before: Ledgers;
  readonly after: Ledgers;
  /** Those of the older state that are current there. */
  readonly current: ReadonlySet<string>;
  /** Where a ledger of the older state lies now, for those that were moved. */
  readonly movedTo: ReadonlyMap<string, string>;
}

/** The ledgers meant, where `own` is the one that is found from the working folder, if any is. */
const choose = (
  { before, after, current, movedTo }: Known,
  own: string | undefined,
): Omit<Meant, 'copies'> => {
  const placeOf = (folder: string) => (after.has(folder) ? folder : movedTo.get(folder));
  const stays = [...before.keys()].flatMap((folder) => {
    const place = placeOf(folder);
    return place === undefined ? [] : [{ folder, place }];
  });
  const removed = [...before.keys()].filter((folder) => placeOf(folder) === undefined);
  const living = stays.filter(({ folder }) => current.has(folder)).map(({ place }) => place);
  const isOwn = own !== undefined && (living.includes(own) || current.size === 0);
  const main = isOwn ? own : (living[0] ?? own ?? stays[0]?.place);
  const fates = fatesOf(before, after);
  const others = stays.filter(
    ({ folder, place }) => place !== main && (place !== folder || fates.get(folder) !== 'same'),
  );
  return { main, others: others.map(({ place }) => place), removed };
};

type Head = { readonly [key: string]: Value };

/** The head of each ledger, as far as it can be read. */
const headsOf = async (objects: Objects, ledgers: Ledgers): Promise<ReadonlyMap<string, Head>> => {
  const values = valuesFrom(objects);
  const blobs = [...ledgers].map(([folder, each]) => [folder, each.get(headFile) ?? ''] as const);
  const held = blobs.filter(([, blob]) => blob !== '');
  await values.fetch(held.map(([, blob]) => [headFile, blob]));
  return new Map(
    held.flatMap(([folder, blob]) => {
      const value = values.of(headFile, blob);
      const isHead = typeof value === 'object' && value !== null && !Array.isArray(value);
      return isHead ? [[folder, value as Head] as const] : [];
    }),
  );
};

const among = (ledgers: Ledgers, folders: readonly string[]): Ledgers =>
  new Map([...ledgers].filter(([folder]) => folders.includes(folder)));

interface Arrivals {
  /** Where ledgers of the older state went that are not where they were. */
  readonly movedTo: ReadonlyMap<string, string>;
  readonly copies: readonly Pair[];
}

/** What the ledgers are that came up with the newer state. */
const arrivals = async (
  objects: Objects,
  before: Ledgers,
  after: Ledgers,
  heads: ReadonlyMap<string, Head>,
  own: Side,
): Promise<Arrivals> => {
  const came = among(
    after,
    [...after.keys()].filter((folder) => !before.has(folder)),
  );
  const stays = [...before.keys()].filter((folder) => after.has(folder));
  const movedTo = new Map<string, string>();
  const copies: Pair[] = [];
  if (before.size === 0 || came.size === 0) return { movedTo, copies };
  // What lies in the working folder alone git has no contents of.
  const news =
    own.listing === null
      ? new Map<string, Head>([[own.folder, own.ledger.about as unknown as Head]])
      : await headsOf(objects, came);
  for (const [folder, blobs] of came) {
    const head = news.get(folder);
    const { year, jurisdiction } = head ?? {};
    if (typeof year !== 'number' || typeof jurisdiction !== 'string') continue;
    const left = [...before.keys()].filter((each) => !after.has(each) && !movedTo.has(each));
    const sought = { year, jurisdiction, blobs };
    const former = await folderElsewhere(objects, sought, among(before, left));
    const of = stays.find((each) => matterOf(heads.get(each)) === matterOf(head));
    if (former !== undefined) movedTo.set(former, folder);
    else if (of !== undefined) copies.push({ folder, of });
  }
  return { movedTo, copies };
};

/**
 * Finds the ledgers that a review is about.
 * @param own the folder of the ledger that is found from the working folder; undefined where none, or none alone, is
 * @param sides any ledger's sides of what is compared
 */
export const ledgersMeant = (
  repository: Repository,
  own: string | undefined,
  sides: { readonly before: Side; readonly after: Side },
): Promise<Meant> =>
  fromGit(() =>
    withObjects(repository, async (objects) => {
      const { before, after } = ledgersOnSides(repository, sides.before, sides.after);
      const heads = await headsOf(objects, before);
      const current = [...before.keys()].filter(
        (folder) =>
          before.size === 1 || !['draft', 'closed'].includes(String(heads.get(folder)?.['state'])),
      );
      const { movedTo, copies } = await arrivals(objects, before, after, heads, sides.after);
      const known = { before, after, current: new Set(current), movedTo };
      return { ...choose(known, own), copies };
    }),
  );
