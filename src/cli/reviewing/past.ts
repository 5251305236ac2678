/** What a review asks of git's history: who recorded each entry of a log and when, and which ids were had before. */

import { commitsOf } from '../../ledger/git/commits.ts';
import { historyOf } from '../../ledger/git/history.ts';
import { type Objects, withObjects } from '../../ledger/git/objects.ts';
import type { Repository } from '../../ledger/git/repository.ts';
import { findCommit } from '../../ledger/git/revision.ts';
import { type Day, dayAt } from '../../model/dates.ts';
import { alignLogs, type Difference } from '../../model/diff.ts';
import { titleOf } from '../../model/facts.ts';
import { type Entry, isItem } from '../../model/ledger.ts';
import { recordedTimes } from '../../model/moves/clock.ts';
import { droppedBy } from '../../model/moves/merges.ts';
import {
  type AfterCheck,
  isLogging,
  type Move,
  type Recorded,
  recordedIn as recordedByMove,
} from '../../model/moves/move.ts';
import {
  ancestry,
  type Commit,
  entriesRecorded,
  entryKey,
  type Recording,
  recordedIn,
} from '../../model/recorded.ts';
import { fateOfFile } from '../comparing/files.ts';
import { fromGit } from '../git.ts';
import type { Side } from '../sides.ts';

type Past = Pick<Move, 'originOf' | 'lostTitle' | 'afterCheck' | 'dropped' | 'today'>;

const nothing = {
  originOf: () => undefined,
  lostTitle: () => undefined,
  afterCheck: () => undefined,
  dropped: [],
};

/** The merges among the commits that led to the last one and not to another one. */
const mergesSince = (commits: readonly Commit[], from: string | null): ReadonlySet<string> => {
  const known = new Map(commits.map((commit) => [commit.id, commit]));
  const before = from === null ? new Set() : ancestry(known, from);
  return new Set(
    commits.flatMap(({ id, parents }) => (parents.length > 1 && !before.has(id) ? [id] : [])),
  );
};

/**
 * Whether more than the move itself is asked about: a check is held against whoever claimed, and an id against
 * whatever had it, long before.
 */
const needsAll = (differences: readonly Difference[]): boolean =>
  differences.some(
    (each) =>
      (each.is === 'log' && each.event.event === 'verify') ||
      (each.is === 'added' && (isItem(each.entry) || each.entry.kind === 'task')),
  );

/** Titles of items that were deleted, by kind and id; what a draft lost had not been issued. */
const titlesLost = (recordings: readonly Recording[]): ReadonlyMap<string, string> => {
  const issued = recordings.findLastIndex(
    ({ difference }) =>
      difference.is === 'attribute' && difference.name === 'state' && difference.from === 'draft',
  );
  return new Map(
    recordings
      .slice(issued + 1)
      .flatMap(({ difference }) =>
        difference.is === 'removed' && isItem(difference.entry)
          ? [
              [
                `${difference.entry.kind} ${difference.entry.id}`,
                titleOf(difference.entry),
              ] as const,
            ]
          : [],
      ),
  );
};

/** What was done, after it was verified, to what a verification rests on. */
const sinceCheck = async (
  objects: Objects,
  folder: string,
  after: Side,
  { entry }: Recorded,
  { difference, commit }: Recording,
): Promise<AfterCheck> => {
  const then = difference.is === 'log' && isLogging(difference.after) ? difference.after : entry;
  const log = then.data.log ?? [];
  const changes = alignLogs(log, entry.data.log ?? []);
  const named = log.flatMap(({ evidence = [] }) =>
    evidence.flatMap(({ file }) => (file === undefined || /\p{Cc}/u.test(file) ? [] : [file])),
  );
  const files: string[] = [];
  for (const file of new Set(named)) {
    const path = folder === '' ? file : `${folder}/${file}`;
    const found = await objects.find(`${commit.id}:${path}`);
    const blobs = new Map(found?.type === 'blob' ? [[file, found.id]] : []);
    if (fateOfFile({ ...after, blobs }, after, file) !== 'same') files.push(file);
  }
  return {
    gone: changes.flatMap(({ how, number, event }) =>
      how === 'removed' ? [{ number, event }] : [],
    ),
    rewritten: changes.flatMap(({ how, number }) => (how === 'changed' ? [number] : [])),
    files,
  };
};

/**
 * What git knows of the entries and ids of the newer state. What is not committed was recorded today, by nobody that
 * is known; of what lies before the end of a history that was cut off nothing is known.
 * @param now the day it is
 */
export const pastOf = (
  repository: Repository,
  before: Side,
  after: Side,
  differences: readonly Difference[],
  now: Day,
): Promise<Past> =>
  fromGit(() =>
    withObjects(repository, async (objects): Promise<Past> => {
      const { timezone } = before.ledger.about;
      const to = after.commit ?? (await findCommit(repository, objects, 'HEAD')).commit;
      const isStill = differences.length === 0 && to === before.commit;
      const commits = isStill ? [] : commitsOf(repository.top, to, {});
      const merges = mergesSince(commits, before.commit);
      if (differences.length === 0 && merges.size === 0) return { ...nothing, today: now };
      const from = needsAll(differences) || before.commit === null ? undefined : before.commit;
      const history = await historyOf(repository, objects, {
        to,
        ...(from !== undefined && { from }),
      });
      const recordings = recordedIn(history);
      const entries = entriesRecorded(recordings);
      const lost = titlesLost(recordings);
      const times = recordedTimes(commits);
      const dayOf = (commit: string): Day => {
        const time = times.get(commit);
        const day = time ? dayAt(time, timezone) : now;
        // A clock that runs ahead makes no day a past one.
        return day < now ? day : now;
      };
      const recordingOf = (entry: Entry, number: number): Recording | undefined => {
        const event = isLogging(entry) ? entry.data.log?.[number - 1] : undefined;
        return event && entries.get(entryKey(entry.kind, entry.id, event));
      };
      const checks = new Map<string, AfterCheck>();
      const inMove = { before: before.ledger, after: after.ledger, differences };
      for (const recorded of recordedByMove(inMove)) {
        const { entry, number, event } = recorded;
        const found = event.event === 'verify' ? recordingOf(entry, number) : undefined;
        if (!found) continue;
        const folder = history.folders.get(found.commit.id) ?? repository.prefix;
        const since = await sinceCheck(objects, folder, after, recorded, found);
        checks.set(`${entry.kind} ${entry.id} ${number}`, since);
      }
      return {
        today: after.commit === null ? now : dayOf(to),
        originOf: (entry, number) => {
          const found = recordingOf(entry, number);
          const isOpen = !found && after.commit === null;
          if (isOpen) return { author: undefined, day: now, commit: undefined };
          if (!found || found.isOrBefore) return undefined;
          const { author, id } = found.commit;
          return { author, day: dayOf(id), commit: id };
        },
        lostTitle: ({ kind, id }) => lost.get(`${kind} ${id}`),
        afterCheck: ({ kind, id }, number) => checks.get(`${kind} ${id} ${number}`),
        dropped: droppedBy(recordings, merges),
      };
    }),
  );
