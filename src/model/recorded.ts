/**
 * Who recorded what, and when: which commit first brought each record, event and value. It is worked out from the
 * files that each commit changed, given as values; git is asked elsewhere. Pure.
 */
import { isSameValue, type Value } from './attribute.ts';
import { collect, type FileValue } from './collect.ts';
import { type Difference, differencesOf, recordOf } from './diff.ts';
import type { Event } from './events.ts';
import type { KindName } from './kinds/index.ts';
import type { Entry, Ledger } from './ledger.ts';
import { retold } from './renumbering.ts';

/** Who wrote a commit, as git keeps it; text of strangers. */
export interface Author {
  readonly name: string;
  readonly address: string;
}

/** A commit without what it changed. */
export interface Commit {
  /** Its whole id. */
  readonly id: string;
  /** The ids of its parents; that of the branch it was made on comes first. */
  readonly parents: readonly string[];
  readonly author: Author;
  /** When it was written, by the author's clock. */
  readonly authored: Date;
  /** When it was committed, by the committer's clock. */
  readonly committed: Date;
  /** The first line of its message. */
  readonly subject: string;
}

/** The files of the ledger that differ between a commit and one of its parents. */
export interface Edge {
  /** The parent's id; null where the commit has none. */
  readonly parent: string | null;
  readonly before: readonly FileValue[];
  readonly after: readonly FileValue[];
}

/** A commit with what it changed, beside each of its parents; a merge that only unites has no edges. */
export interface Step {
  readonly commit: Commit;
  readonly edges: readonly Edge[];
}

/** What led to a commit. */
export interface History {
  /** The commit that it leads to. */
  readonly head: string;
  /** Parents before children; also of commits that leave the ledger as it is. */
  readonly steps: readonly Step[];
  /** The ids of commits whose parents are not here, as in a shallow clone. */
  readonly cut: ReadonlySet<string>;
}

/** How a commit came onto the main line. */
export interface Landing {
  /** The commit of the main line that brought it: a merge, or the commit itself. */
  readonly commit: Commit;
  /**
   * The committer's clock of that commit, and never earlier than what the main line had before: nothing can be
   * recorded before what it stands on.
   */
  readonly when: Date;
}

/** A difference, and whether it only came along with another. */
export interface Told {
  readonly difference: Difference;
  /** It came or went with the record that it belongs to or stands in. */
  readonly isInside: boolean;
}

/** Something that was recorded. */
export interface Recording extends Told {
  readonly kind: KindName;
  /** The id of the record as it is called at the end of the history. */
  readonly id: string;
  /** The ids of the records it stands inside of, as they are called in the end. */
  readonly within: readonly string[];
  /** The commit in which it first stood. */
  readonly commit: Commit;
  readonly landed: Landing;
  /** What came before that commit is not here, so that it may have been recorded earlier. */
  readonly isOrBefore: boolean;
}

/** The same words in the same order for values that are the same. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, canonical(each)]),
  );
};

/** A text that two values share only where they are the same. */
const textOf = (value: unknown): string => JSON.stringify(canonical(value));

/** The log of a record; empty where it has none. */
const logOf = ({ data }: Entry): readonly Event[] => ('log' in data ? (data.log ?? []) : []);

/** A text that two entries of logs share only where they are the same entry of the same record. */
export const entryKey = (kind: KindName, id: string, event: Event): string =>
  `${keyOf(kind, id)} ${textOf(event)}`;

const keyOf = (kind: KindName, id: string): string => `${kind} ${id}`;

/** The commits of the main line, the oldest first: from the end, always by the first parent. */
export const mainLine = (
  head: string,
  commits: ReadonlyMap<string, Commit>,
): readonly Landing[] => {
  const line: Commit[] = [];
  for (let at = commits.get(head); at; at = commits.get(at.parents[0] ?? '')) line.push(at);
  let latest = 0;
  return line.reverse().map((commit) => {
    latest = Math.max(latest, commit.committed.getTime());
    return { commit, when: new Date(latest) };
  });
};

/** The ids of a commit and of all that led to it, as far as they are known. */
export const ancestry = (commits: ReadonlyMap<string, Commit>, id: string): ReadonlySet<string> => {
  const found = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const commit = commits.get(next);
    if (!commit || found.has(next)) continue;
    found.add(next);
    open.push(...commit.parents);
  }
  return found;
};

/** With which commit of the main line each commit came, by its place on that line. */
export const landings = (
  line: readonly Landing[],
  commits: ReadonlyMap<string, Commit>,
): ReadonlyMap<string, number> => {
  const at = new Map<string, number>();
  line.forEach(({ commit }, index) => {
    const open = [commit];
    for (let next = open.pop(); next; next = open.pop()) {
      if (at.has(next.id)) continue;
      at.set(next.id, index);
      for (const parent of next.parents) {
        const found = commits.get(parent);
        if (found) open.push(found);
      }
    }
  });
  return at;
};

/** A record that came or went, with everything in it. */
const wholeOf = (ledger: Ledger, entry: Entry, is: 'added' | 'removed'): readonly Told[] => {
  const events = logOf(entry).map(
    (event, index): Difference => ({
      is: 'log',
      how: is === 'added' ? 'appended' : 'removed',
      before: entry,
      after: entry,
      number: index + 1,
      event,
    }),
  );
  return [
    ...events.map((difference) => ({ difference, isInside: true })),
    ...(ledger.inside.get(entry) ?? []).flatMap((each) => [
      { difference: { is, entry: each } as const, isInside: true },
      ...wholeOf(ledger, each, is),
    ]),
  ];
};

/** Everything that differs between two states, what stands in records that came or went told one by one. */
export const tellApart = (before: Ledger, after: Ledger): readonly Told[] =>
  retold(before, after, differencesOf(before, after)).flatMap((difference): readonly Told[] => {
    const itself = { difference, isInside: false };
    if (difference.is !== 'added' && difference.is !== 'removed') return [itself];
    const ledger = difference.is === 'added' ? after : before;
    return [itself, ...wholeOf(ledger, difference.entry, difference.is)];
  });

const toldBy = ({ before, after }: Edge): readonly Told[] =>
  tellApart(collect(before).ledger, collect(after).ledger);

/** What a difference is, whichever parent it is seen from. */
const essence = (difference: Difference): string => {
  const { kind, id } = recordOf(difference);
  const of = keyOf(kind, id);
  switch (difference.is) {
    case 'attribute':
      return textOf([of, difference.name, difference.to]);
    case 'log': {
      const { how, event } = difference;
      const became = how === 'removed' || how === 'reordered' ? how : 'there';
      return textOf([of, became, event]);
    }
    default:
      return textOf([of, difference.is]);
  }
};

/** What a commit did. */
interface Brought extends Told {
  /** As it is seen from one parent and not from all: nothing new, unless it undoes what another parent had. */
  readonly isPartial: boolean;
}

/** An entry whose place another one took is gone as well. */
const withWhatIsGone = (told: Told): readonly Told[] => {
  const { difference } = told;
  if (difference.is !== 'log' || difference.how !== 'changed') return [told];
  const { before, after, from } = difference;
  const number = logOf(before).indexOf(from) + 1;
  const gone = { is: 'log', how: 'removed', before, after, number, event: from } as const;
  return [told, { ...told, difference: gone }];
};

/** What a commit brought that none of its parents had, then what only some of them had not. */
const broughtBy = (edges: readonly (readonly Told[])[]): readonly Brought[] => {
  const [first = [], ...others] = edges;
  const seen = edges.map((told) => new Set(told.map(({ difference }) => essence(difference))));
  const isNew = ({ difference }: Told) => seen.every((known) => known.has(essence(difference)));
  const partial = new Map(
    (others.length === 0 ? [] : edges.flat())
      .flatMap(withWhatIsGone)
      .filter(
        (told) => !isNew(told) && ['attribute', 'log', 'removed'].includes(told.difference.is),
      )
      .map((told) => [essence(told.difference), told]),
  );
  return [
    ...first.filter(isNew).map((told) => ({ ...told, isPartial: false })),
    ...[...partial.values()].map((told) => ({ ...told, isPartial: true })),
  ];
};

/** Later ids by earlier ones, where a record has been renumbered since. */
type Names = ReadonlyMap<string, string>;

const noNames: Names = new Map();

/** How records are called at the end, from how they were called before an edge. */
const namesBefore = (after: Names, told: readonly Told[]): Names => {
  const renumbered = told.flatMap(({ difference }) =>
    difference.is === 'renumbered' ? [difference] : [],
  );
  if (renumbered.length === 0) return after;
  const names = new Map(after);
  for (const difference of renumbered) {
    const { kind, id } = difference.after;
    names.set(keyOf(kind, difference.before.id), after.get(keyOf(kind, id)) ?? id);
  }
  return names;
};

/** The records that a record stands inside of, from the inside out. */
export const holding = ({ parent }: Entry): readonly Entry[] =>
  parent ? [parent, ...holding(parent)] : [];

/** How often an event stands in a log. */
const copiesIn = (log: readonly Event[], event: Event): number =>
  log.filter((each) => isSameValue(each as unknown as Value, event as unknown as Value)).length;

/**
 * Tells what is recorded for a second time, as when the same change was made on two branches, and what a merge only
 * has from one of its parents. What is asked about has to come in the order of recording.
 */
const repetition = () => {
  const copies = new Map<string, number>();
  const last = new Map<string, string>();
  const values = new Map<string, string>();
  const isSaid = (key: string, text: string): boolean => {
    const isSame = last.get(key) === text;
    last.set(key, text);
    return isSame;
  };
  return (id: string, { difference, isPartial }: Brought): boolean => {
    const entry = recordOf(difference);
    const of = keyOf(entry.kind, id);
    switch (difference.is) {
      case 'attribute': {
        const { name, from, to } = difference;
        const key = `${of} ${name}`;
        const value = values.get(key);
        if (isPartial && (value === undefined || value === textOf(to))) return true;
        values.set(key, textOf(to));
        return isSaid(key, textOf([from, to])) && !isPartial;
      }
      case 'log': {
        const { how, event } = difference;
        const key = (each: Event) => `${of} ${textOf(each)}`;
        // A record that is gone is given as it was: none of its log is left.
        const isWhole = how === 'removed' && difference.before === difference.after;
        const left = (each: Event) => (isWhole ? 0 : copiesIn(logOf(difference.after), each));
        const known = copies.get(key(event));
        if (how === 'reordered') return isPartial;
        if (isPartial && known === undefined) return true;
        if (how === 'removed') {
          const isRepeated = known !== undefined && known <= left(event);
          copies.set(key(event), left(event));
          return isRepeated;
        }
        if (how === 'changed') copies.set(key(difference.from), left(difference.from));
        if (left(event) <= (known ?? 0)) return true;
        copies.set(key(event), (known ?? 0) + 1);
        return false;
      }
      case 'added':
        return isSaid(of, textOf(['added', entry.data]));
      case 'removed':
        return (isPartial && !last.has(of)) || isSaid(of, 'removed');
      default:
        return false;
    }
  };
};

/**
 * Everything that a history recorded, in the order of the main line, and before each of its commits what came with
 * it. What two branches recorded alike counts once, for the one that came first.
 */
export const recordedIn = ({ head, steps, cut }: History): readonly Recording[] => {
  const commits = new Map(steps.map(({ commit }) => [commit.id, commit]));
  const line = mainLine(head, commits);
  const landedAt = landings(line, commits);
  const names = new Map<string, Names>();
  const found: (Recording & Brought & { readonly at: number })[] = [];
  // Children before parents: a record is followed from what it is called in the end.
  for (const { commit, edges } of [...steps].reverse()) {
    const own = names.get(commit.id) ?? noNames;
    const told = edges.map(toldBy);
    commit.parents.forEach((parent, index) => {
      if (!names.has(parent)) names.set(parent, namesBefore(own, told[index] ?? []));
    });
    const before = namesBefore(own, told[0] ?? []);
    const at = landedAt.get(commit.id);
    const landed = at === undefined ? undefined : line[at];
    if (at === undefined || !landed) continue;
    const brought = broughtBy(told).map(({ difference, isInside, isPartial }) => {
      const record = recordOf(difference);
      const known = difference.is === 'removed' ? before : own;
      const called = (entry: Entry) => known.get(keyOf(entry.kind, entry.id)) ?? entry.id;
      const within = holding(record).map(called);
      return {
        ...{ difference, kind: record.kind, id: called(record), within, commit, landed, at },
        ...{ isOrBefore: cut.has(commit.id), isInside, isPartial },
      };
    });
    found.push(...brought.reverse());
  }
  const isRepeated = repetition();
  return found
    .reverse()
    .sort((a, b) => a.at - b.at)
    .filter((each) => !isRepeated(each.id, each))
    .map(({ at: _at, isPartial: _isPartial, ...recording }) => recording);
};

/** Which recording first brought each entry of a log that is there, by `entryKey`. */
export const entriesRecorded = (
  recordings: readonly Recording[],
): ReadonlyMap<string, Recording> => {
  const found = new Map<string, Recording>();
  for (const recording of recordings) {
    const { difference, kind, id } = recording;
    if (difference.is !== 'log' || difference.how === 'reordered') continue;
    const key = entryKey(kind, id, difference.event);
    if (difference.how === 'removed') found.delete(key);
    else if (!found.has(key)) found.set(key, recording);
  }
  return found;
};
