/** In which folder a ledger lay in each commit: where it was moved, it is followed to where it came from. */
import type { Value } from '../../model/attribute.ts';
import type { Commit } from '../../model/recorded.ts';
import { type Change, compare, keyOf, type Pair, pairsOf } from './commits.ts';
import type { Repository } from './repository.ts';
import type { Values } from './values.ts';

const inFolder = (folder: string, file: string): string =>
  folder === '' ? file : `${folder}/${file}`;

/** A path as a ledger in a folder names it; undefined where it lies elsewhere. */
export const within = (folder: string, path: string): string | undefined => {
  if (folder === '') return path;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
};

const home = 'ledger.yaml';

/** Which year's list of which place a ledger's head is about. */
export const matterOf = (value: Value | undefined): string | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const { year, jurisdiction } = value as { readonly [key: string]: Value };
  return JSON.stringify([year, jurisdiction]);
};

/**
 * The folder a ledger came from where it turns up in another one: where the head of the same list went away in the
 * same commit. Of several the one most of whose files came along as they were.
 */
const formerFolder = async (
  values: Values,
  folder: string,
  changes: readonly Change[],
): Promise<string | undefined> => {
  const arrived = new Map(
    changes.flatMap(({ path, before, after }) => {
      const file = within(folder, path);
      return file !== undefined && before === null && after !== null ? [[file, after]] : [];
    }),
  );
  const own = arrived.get(home);
  const left = changes.filter(({ after }) => after === null);
  const heads = left.flatMap(({ path, before }) =>
    before !== null && (path === home || path.endsWith(`/${home}`)) ? [{ path, before }] : [],
  );
  if (own === undefined || heads.length === 0) return undefined;
  await values.fetch([own, ...heads.map(({ before }) => before)].map((blob) => [home, blob]));
  const matter = matterOf(values.of(home, own));
  const candidates = heads
    .filter(({ before }) => matter !== undefined && matterOf(values.of(home, before)) === matter)
    .map(({ path }) => {
      const from = path === home ? '' : path.slice(0, -home.length - 1);
      const same = left.filter(({ path: each, before }) => {
        const file = within(from, each);
        return file !== undefined && arrived.get(file) === before;
      });
      return { from, same: same.length };
    });
  return candidates.sort((a, b) => b.same - a.same)[0]?.from;
};

/** Where the ledger lay in each commit, and what differs there from each parent. */
export const follow = async (
  { top, prefix }: Repository,
  values: Values,
  commits: readonly Commit[],
  head: string,
) => {
  const pairs = commits.flatMap(pairsOf);
  const searched = new Set([prefix]);
  const former = new Map<string, string | undefined>();
  for (;;) {
    const changes = compare(top, pairs, searched);
    const folders = new Map([[head, prefix]]);
    const turnedUp: { readonly pair: Pair; readonly folder: string }[] = [];
    for (const commit of [...commits].reverse()) {
      const folder = folders.get(commit.id) ?? prefix;
      folders.set(commit.id, folder);
      for (const pair of pairsOf(commit)) {
        const key = keyOf(pair);
        const [, parent] = pair;
        if (parent === null || folders.has(parent)) continue;
        const isNew = changes
          .get(key)
          ?.some(({ path, before }) => before === null && path === inFolder(folder, home));
        if (isNew && !former.has(key)) turnedUp.push({ pair, folder });
        folders.set(parent, (isNew ? former.get(key) : undefined) ?? folder);
      }
    }
    const everywhere =
      turnedUp.length === 0
        ? undefined
        : compare(
            top,
            turnedUp.map(({ pair }) => pair),
          );
    for (const { pair, folder } of turnedUp) {
      const key = keyOf(pair);
      const from = await formerFolder(values, folder, everywhere?.get(key) ?? []);
      former.set(key, from);
      if (from !== undefined) searched.add(from);
    }
    const isSettled = turnedUp.every(({ pair }) => former.get(keyOf(pair)) === undefined);
    if (isSettled) return { changes, folders };
  }
};
