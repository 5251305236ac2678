/**
 * A ledger as it was known by a day: what the main line held then, read from git, and what was recorded later of what
 * had happened by then.
 */
import { cacheOf } from '../ledger/cache.ts';
import { headLine } from '../ledger/git/commits.ts';
import { historyOf } from '../ledger/git/history.ts';
import { type Objects, withObjects } from '../ledger/git/objects.ts';
import { isShallow, type Repository, repositoryOf } from '../ledger/git/repository.ts';
import { findCommit, type Revision, readRevision } from '../ledger/git/revision.ts';
import { type Loaded, load } from '../ledger/load.ts';
import type { Source } from '../ledger/source.ts';
import { type Day, dayAt, daysBetween } from '../model/dates.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { Ledger } from '../model/ledger.ts';
import { entriesRecorded, entryKey, holding, recordedIn, tellApart } from '../model/recorded.ts';
import { attachedFiles } from '../model/rules/index.ts';
import type { Known, LateEntry } from '../model/view.ts';
import type { Words } from '../words/en.ts';
import type { Outcome } from './command.ts';
import { exitCodes, Failure } from './failure.ts';
import { fromGit } from './git.ts';
import { shortId } from './sides.ts';

/** What is asked of the past. */
export interface AskedOfPast {
  /** The last day on which something may have been recorded. */
  readonly by: Day;
  /** Tells what had happened by this day and was recorded later; null where nobody asks. */
  readonly lateUntil: Day | null;
  readonly attachments: boolean;
  readonly rules: boolean;
}

/** A ledger's folder as it is now. */
interface Current extends Loaded {
  readonly root: string;
}

/** The ledger as it was known, loaded as any ledger is. */
interface Past {
  readonly source: Source;
  readonly loaded: Loaded;
  readonly known: Known;
}

/** The ledger of a commit, in whatever folder it lay then. */
const ledgerAt = async (
  repository: Repository,
  objects: Objects,
  head: string,
  commit: string,
): Promise<{ readonly revision: Revision; readonly folder: string } | undefined> => {
  const holds = ({ source }: Revision) => source.list().includes('ledger.yaml');
  const here = await readRevision(repository, objects, commit);
  if (holds(here)) return { revision: here, folder: repository.prefix };
  const { folders } = await historyOf(repository, objects, { to: head });
  const folder = folders.get(commit);
  if (folder === undefined || folder === repository.prefix) return undefined;
  const there = await readRevision({ ...repository, prefix: folder }, objects, commit);
  return holds(there) ? { revision: there, folder } : undefined;
};

/** Entries of logs that stand there now and did not then, of what had happened by a day. */
const lateEntries = async (
  repository: Repository,
  objects: Objects,
  range: { readonly from: string; readonly to: string },
  then: Ledger,
  now: Ledger,
  until: Day,
): Promise<readonly LateEntry[]> => {
  const missing = tellApart(then, now).flatMap(({ difference }) =>
    difference.is === 'log' &&
    (difference.how === 'appended' ||
      difference.how === 'inserted' ||
      difference.how === 'changed') &&
    difference.event.date <= until
      ? [difference]
      : [],
  );
  if (missing.length === 0) return [];
  const recorded = entriesRecorded(recordedIn(await historyOf(repository, objects, range)));
  return missing.map(({ after, number, event }) => {
    const { kind, id } = after;
    const found = recorded.get(entryKey(kind, id, event));
    return {
      ...{ kind, id, within: holding(after).map((each) => each.id), number, event },
      recorded: found ? dayAt(found.landed.when, now.about.timezone) : null,
      commit: found?.commit.id ?? null,
    };
  });
};

/**
 * The ledger as the main line held it at the end of a day.
 * @throws Failure where git cannot answer, or nothing had been recorded by then
 */
export const readPast = (
  { root, ledger, clean }: Current,
  { by, lateUntil, attachments, rules }: AskedOfPast,
): Promise<Past> =>
  fromGit(async () => {
    const repository = repositoryOf(root);
    return withObjects(repository, async (objects) => {
      const { commit: head } = await findCommit(repository, objects, 'HEAD');
      const line = headLine(repository, head).map(({ commit, when }) => ({
        commit: commit.id,
        day: dayAt(when, ledger.about.timezone),
      }));
      const last = line.findLast(({ day }) => day <= by);
      if (!last) {
        const first = line[0]?.day ?? '';
        const isCutOff = isShallow(repository);
        throw new Failure(isCutOff ? exitCodes.unreadable : exitCodes.usage, (say) =>
          say.knownTooEarly(by, first, isCutOff),
        );
      }
      const { commit, day } = last;
      const there = await ledgerAt(repository, objects, head, commit);
      if (!there) {
        throw new Failure(exitCodes.usage, (say) => say.knownWithoutLedger(by, shortId(commit)));
      }
      const { revision, folder } = there;
      // Most files are as they are now and need not be parsed again.
      const cache = cacheOf(clean);
      const records = load(revision.source, { rules, cache });
      const source = attachments
        ? await revision.also(attachedFiles(records.ledger))
        : revision.source;
      const loaded = attachments ? load(source, { attachments, rules, cache }) : records;
      const late =
        lateUntil === null
          ? null
          : await lateEntries(
              repository,
              objects,
              { from: commit, to: head },
              loaded.ledger,
              ledger,
              lateUntil,
            );
      return { source, loaded, known: { by, commit, recorded: day, folder, late } };
    });
  });

/** At most so many entries are told one by one, or else so many records. */
const mostTold = 10;

/** Kinds of what has a log, stands in such a record or holds some; what is told of others comes from any record. */
const withLogs: ReadonlySet<KindName> = new Set([
  ...(['task', 'measure', 'project', 'criterion', 'pilot'] as const),
]);

/** Whether an entry stands in the log of a record, of one inside of it, or of the item that a criterion is of. */
const isOf = ({ id, within }: LateEntry, about: NonNullable<Outcome['about']>): boolean =>
  about.some((each) => each.id === id || within.includes(each.id) || each.id.startsWith(`${id}#`));

const entryLine = (words: Words, { id, event, recorded }: LateEntry): string => {
  const days = recorded === null ? null : daysBetween(event.date, recorded);
  return words.history.lateEntry(id, words.events[event.event], event.date, recorded, days);
};

/** Several entries of one record. */
const recordLine = (words: Words, id: string, entries: readonly LateEntry[]): string => {
  const dates = entries.map(({ event }) => event.date).sort();
  return words.history.lateRecord(id, entries.length, dates[0] ?? '', dates.at(-1) ?? '');
};

/**
 * What was recorded after the day asked for, for people, a line each; nothing where nobody asked.
 * @param about names the records that are told of; of the others only how many entries there are
 */
export const lateTalk = (
  words: Words,
  known: Known | null,
  day: Day,
  about: Outcome['about'],
): readonly string[] => {
  if (!known?.late) return [];
  const { late, lateMore, lateOthers } = words.history;
  const named = about?.every(({ kind }) => withLogs.has(kind)) ? about : undefined;
  const own = known.late.filter((each) => named === undefined || isOf(each, named));
  const others = known.late.length - own.length;
  const byRecord = new Map<string, readonly LateEntry[]>();
  for (const each of own) byRecord.set(each.id, [...(byRecord.get(each.id) ?? []), each]);
  const records = [...byRecord].slice(0, mostTold);
  const isShort = own.length <= mostTold;
  const told = isShort
    ? own.map((each) => entryLine(words, each))
    : records.map(([id, entries]) => recordLine(words, id, entries));
  const more = isShort
    ? 0
    : own.length - records.reduce((sum, [, entries]) => sum + entries.length, 0);
  return [
    late(own.length, known.by, day, others > 0),
    ...told.map((line) => `  ${line}`),
    ...(more > 0 ? [`  ${lateMore(more)}`] : []),
    ...(others > 0 ? [`  ${lateOthers(others)}`] : []),
  ];
};

/** How much was known, for programs; null where all is that is recorded. */
export const knownFacts = (known: Known | null) =>
  known && {
    date: known.by,
    commit: known.commit,
    recorded: known.recorded,
    recorded_late:
      known.late?.map(({ kind, id, number, event, recorded, commit }) => ({
        record: kind,
        id,
        entry: number,
        event: event.event,
        date: event.date,
        by: event.by ?? null,
        recorded,
        commit,
        days: recorded === null ? null : daysBetween(event.date, recorded),
      })) ?? null,
  };
