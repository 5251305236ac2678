/**
 * What git knows of a ledger's past: every commit, and what it changed of the ledger's files, as values. One process
 * lists the commits, one compares them and one hands out contents, whatever the number of commits and files; a
 * folder that was moved is followed to where it was, which takes two more for each move.
 */
import type { FileValue } from '../../model/collect.ts';
import { byLayout, placeOf } from '../../model/layout.ts';
import {
  ancestry,
  type Commit,
  type Edge,
  type History,
  landings,
  mainLine,
  type Step,
} from '../../model/recorded.ts';
import { type Change, commitsOf, cutOff, keyOf, pairsOf } from './commits.ts';
import { follow, within } from './folders.ts';
import type { Objects } from './objects.ts';
import type { Repository } from './repository.ts';
import { valuesFrom } from './values.ts';

/** A ledger's past as it could be read. */
export interface ReadHistory extends History {
  /** Versions of files that no reader could have read; what stood before counts until the next that can be. */
  readonly unread: readonly { readonly commit: string; readonly file: string }[];
  /** The ledger's folder in each commit, from the repository's top; empty for the top itself. */
  readonly folders: ReadonlyMap<string, string>;
}

/** A file that differs along an edge, by its path in the ledger. */
interface FileChange {
  readonly file: string;
  before: string | null;
  after: string | null;
}

/** Files of records that differ between a commit and a parent, wherever the ledger lay in each. */
const fileChanges = (
  changes: readonly Change[],
  folder: string,
  folderBefore: string,
): ReadonlyMap<string, FileChange> => {
  const found = new Map<string, FileChange>();
  const at = (file: string): FileChange => {
    const change = found.get(file) ?? { file, before: null, after: null };
    found.set(file, change);
    return change;
  };
  for (const { path, before, after } of changes) {
    const now = within(folder, path);
    const then = within(folderBefore, path);
    if (now !== undefined && placeOf(now) !== undefined) at(now).after = after;
    if (then !== undefined && placeOf(then) !== undefined) at(then).before = before;
  }
  return new Map([...found].filter(([, { before, after }]) => before !== after));
};

/** A commit beside each of its parents, by the files of records that differ. */
interface Compared {
  readonly commit: Commit;
  readonly edges: readonly {
    readonly parent: string | null;
    readonly files: ReadonlyMap<string, FileChange>;
  }[];
}

/** The commits that a merge brought to its first parent: of one on the main line those that landed with it. */
const broughtTo = (
  head: string,
  commits: ReadonlyMap<string, Commit>,
): ((merge: Commit) => readonly string[]) => {
  const line = mainLine(head, commits);
  const landed = new Map<string, string[]>(line.map(({ commit }) => [commit.id, []]));
  for (const [id, at] of landings(line, commits)) landed.get(line[at]?.commit.id ?? '')?.push(id);
  return ({ id, parents: [first = '', ...others] }) => {
    const known = landed.get(id);
    if (known) return known.filter((each) => each !== id);
    const before = ancestry(commits, first);
    return others.flatMap((each) => [...ancestry(commits, each)].filter((one) => !before.has(one)));
  };
};

/** Which files the commits changed that came with a merge. */
const touchedBefore = (
  head: string,
  compared: readonly Compared[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const broughtBy = broughtTo(head, new Map(compared.map(({ commit }) => [commit.id, commit])));
  const files = new Map(
    compared.map(({ commit, edges }) => [commit.id, [...(edges[0]?.files.keys() ?? [])]]),
  );
  return new Map(
    compared
      .filter(({ commit }) => commit.parents.length > 1)
      .map(({ commit }) => [
        commit.id,
        new Set(broughtBy(commit).flatMap((id) => files.get(id) ?? [])),
      ]),
  );
};

/**
 * What led to a commit, and what it did to the ledger.
 * @param to a whole commit id
 * @param from leaves out what led to this commit, itself included
 * @throws GitTrouble `missing-object` in a clone without all contents
 */
export const historyOf = async (
  repository: Repository,
  objects: Objects,
  { to, from }: { readonly to: string; readonly from?: string },
): Promise<ReadHistory> => {
  const commits = commitsOf(repository.top, to, { from });
  const values = valuesFrom(objects);
  const { changes, folders } = await follow(repository, values, commits, to);
  const compared = commits.map((commit) => {
    const folder = folders.get(commit.id) ?? repository.prefix;
    const edges = pairsOf(commit).map((pair) => {
      const [, parent] = pair;
      const folderBefore = parent === null ? folder : (folders.get(parent) ?? folder);
      const files = fileChanges(changes.get(keyOf(pair)) ?? [], folder, folderBefore);
      return { parent, files };
    });
    return { commit, edges };
  });
  const touched = touchedBefore(to, compared);
  const changed = compared.map(({ commit, edges }) => {
    const [first, ...others] = edges;
    // A file that is as in one of the parents brings nothing that nobody had.
    const isNew = [...(first?.files.keys() ?? [])].some((file) =>
      others.every(({ files }) => files.has(file)),
    );
    // A branch whose change to a file is not in it has lost something.
    const isLoss = others.some(({ files }) =>
      [...files.keys()].some(
        (file) => !first?.files.has(file) && touched.get(commit.id)?.has(file),
      ),
    );
    return { commit, edges: isNew || isLoss ? edges : [] };
  });
  const all = changed.flatMap(({ edges }) => edges.flatMap(({ files }) => [...files.values()]));
  await values.fetch(
    all.flatMap(({ file, before, after }) =>
      [before, after].flatMap((blob) => (blob === null ? [] : [[file, blob] as const])),
    ),
  );
  // What cannot be read is taken for what it took the place of.
  const standIns = new Map<string, string | null>();
  const unread: { readonly commit: string; readonly file: string }[] = [];
  const valuesOf = (file: string, blob: string | null): readonly FileValue[] => {
    const seen = standIns.get(`${file} ${blob}`);
    const read = seen === undefined ? blob : seen;
    const value = read === null ? undefined : values.of(file, read);
    return value === undefined ? [] : [{ file, value, isKnown: true }];
  };
  const steps = changed.map(({ commit, edges }): Step => {
    const told = edges.map(({ parent, files }): Edge => {
      const each = [...files.values()].sort((a, b) => byLayout(a.file, b.file));
      for (const { file, before, after } of each) {
        const key = `${file} ${after}`;
        if (after === null || values.of(file, after) !== undefined || standIns.has(key)) continue;
        const earlier = standIns.get(`${file} ${before}`);
        standIns.set(key, earlier === undefined ? before : earlier);
        unread.push({ commit: commit.id, file });
      }
      return {
        parent,
        before: each.flatMap(({ file, before }) => valuesOf(file, before)),
        after: each.flatMap(({ file, after }) => valuesOf(file, after)),
      };
    });
    return { commit, edges: told };
  });
  return { head: to, steps, cut: cutOff(repository), unread, folders };
};
