/**
 * What a rule on a move may look at: both states, what differs, who recorded what when. Pure: what git knows
 * is handed over as values, and what nobody knows is undefined and never taken for a fault.
 */
import { isAbsent, type Value } from '../attribute.ts';
import type { Day } from '../dates.ts';
import type { Finding, Problem } from '../diagnostic.ts';
import type { Difference, LogDifference } from '../diff.ts';
import type { Event } from '../events.ts';
import { type Entry, type Item, isItem, itemsOf, type Ledger, type Path } from '../ledger.ts';
import type { Author } from '../recorded.ts';
import { byDate, planAfter } from '../replay.ts';
import type { Plan } from '../standing.ts';
import { finalStanding, issuedPlan } from '../view.ts';
import { type Called, defaultDays, type MoveCode, moveSeverities, type Weight } from './codes.ts';
import type { Dropped } from './merges.ts';

/** How an entry came into the ledger. */
export interface Origin {
  /** Undefined for what is not committed. */
  readonly author: Author | undefined;
  /** The day it was recorded. */
  readonly day: Day;
  /** The commit; undefined for what is not committed. */
  readonly commit: string | undefined;
}

/** What later commits of the same move did to what a verification rests on. */
export interface AfterCheck {
  /** Entries of the same log that were there when it was verified, and are not any more. */
  readonly gone: readonly { readonly number: number; readonly event: Event }[];
  /** The number of the entry that took the place of one of them. */
  readonly rewritten: readonly number[];
  /** Files of evidence that are not what they were then. */
  readonly files: readonly string[];
}

/** What became of a file beside the records. */
export type FileFate = 'same' | 'changed' | 'gone';

/** A move from one state of a ledger to another. */
export interface Move {
  readonly before: Ledger;
  readonly after: Ledger;
  readonly differences: readonly Difference[];
  /** The last day on which anything in it can have been recorded. */
  readonly today: Day;
  /** How an entry of a log of the newer state was recorded; undefined where that is not known. */
  readonly originOf: (entry: Entry, number: number) => Origin | undefined;
  /** The title of the record that had an id before it was deleted; undefined where none is known to have been. */
  readonly lostTitle: (entry: Entry) => string | undefined;
  /** What became of a file of the older state. */
  readonly fateOf: (file: string) => FileFate;
  /** What came after a verification of the newer state; undefined where nothing is known to have. */
  readonly afterCheck: (entry: Entry, number: number) => AfterCheck | undefined;
  /** What merges inside the move have thrown away of their branches. */
  readonly dropped: readonly Dropped[];
}

/** A finding of a rule; `before` where its place is one in the older state. */
export type MoveFinding = Finding & { readonly isBefore?: boolean };

/** A function from a move to findings, which changes nothing. */
export type MoveRule = (move: Move) => readonly MoveFinding[];

/** What keeps a log. */
export type Logging = Entry<'measure'> | Entry<'project'> | Entry<'pilot'>;

export const logging = (ledger: Ledger): readonly Logging[] => [
  ...itemsOf(ledger),
  ...ledger.entries.pilot,
];

export const isLogging = (entry: Entry): entry is Logging =>
  isItem(entry) || entry.kind === 'pilot';

/** A finding at an address inside a record of the newer state. */
export const at = (
  { file, path }: Entry,
  inner: Path,
  problem: Problem,
  onKey = false,
): MoveFinding => ({ ...problem, file, path: [...path, ...inner], ...(onKey && { onKey }) });

/** An entry of a log that this move records. */
export interface Recorded {
  readonly entry: Logging;
  /** From 1, as the newer state counts. */
  readonly number: number;
  readonly event: Event;
  /** Another wording of an entry that stood there. */
  readonly isReworded?: boolean;
}

/** Entries of logs that this move records, reworded ones included: each is held to what is asked of new ones. */
export const recordedIn = ({
  before,
  after,
  differences,
}: Pick<Move, 'before' | 'after' | 'differences'>): readonly Recorded[] => {
  const touched = new Map<Entry, LogDifference[]>();
  const known = new Set<Entry>();
  for (const each of differences) {
    if (each.is === 'renumbered') known.add(each.after);
    if (each.is === 'log') touched.set(each.after, [...(touched.get(each.after) ?? []), each]);
  }
  return logging(after).flatMap((entry): readonly Recorded[] => {
    if (!known.has(entry) && !before.byId[entry.kind].has(entry.id))
      return (entry.data.log ?? []).map((event, index) => ({ entry, number: index + 1, event }));
    return (touched.get(entry) ?? []).flatMap(({ how, number, event }) =>
      how === 'removed' || how === 'reordered'
        ? []
        : [{ entry, number, event, isReworded: how === 'changed' }],
    );
  });
};

/** What every problem of an entry says of it. */
export const named = ({ entry, number, event }: Recorded) => ({
  id: entry.id,
  entry: number,
  event: event.event,
});

/** A finding at an entry of a log, or at a key of it. */
export const atEntry = (
  { entry, number }: Recorded,
  problem: Problem,
  ...inner: Path
): MoveFinding => at(entry, ['log', number - 1, ...inner], problem);

/** A value in one line where it is one; null for lists, records and nothing. */
export const plain = (value: Value): string | null =>
  typeof value === 'object' ? null : String(value);

const short = (value: Value): string | null | undefined => {
  if (isAbsent(value)) return null;
  if (typeof value !== 'object' || value === null) return String(value);
  if (!Array.isArray(value)) return undefined;
  const parts = value.map(short);
  return parts.every((each) => typeof each === 'string') ? parts.join(', ') : undefined;
};

/** What a value was and is, lists in one line; both null where one of them is longer than that. */
export const shortly = (from: Value, to: Value) => {
  const [was, now] = [short(from), short(to)];
  return was === undefined || now === undefined ? { was: null, now: null } : { was, now };
};

/** A unit with what it is called. */
export const called = ({ byId }: Ledger, id: string): Called => {
  const { title = id, title_zh = null } = byId.unit.get(id)?.data ?? {};
  return { id, title, title_zh };
};

/** The plan in force right before an entry of an item's log; undefined where that entry has no effect. */
export const planBefore = (ledger: Ledger, item: Item, number: number): Plan | undefined => {
  const order = finalStanding(ledger, item)
    .entries.filter(({ fate }) => fate === 'counts')
    .sort(byDate);
  const at = order.findIndex((each) => each.number === number);
  if (at < 0) return undefined;
  return order
    .slice(0, at)
    .reduce((plan, { event }) => planAfter(plan, event), issuedPlan(ledger, item).plan);
};

/** The number of the claim that a verification is about. */
export const claimBefore = (
  ledger: Ledger,
  item: Item,
  verification: number,
): number | undefined => {
  const order = finalStanding(ledger, item)
    .entries.filter(({ fate }) => fate === 'counts')
    .sort(byDate);
  const at = order.findIndex(({ number }) => number === verification);
  return order.slice(0, Math.max(at, 0)).findLast(({ event }) => event.event === 'done')?.number;
};

/** What a ledger makes of a code. */
export const weightOf = ({ about }: Ledger, code: MoveCode): Weight =>
  about.review?.rules?.findLast((rule) => rule.code === code)?.severity ?? moveSeverities[code];

/** By how many days a rule goes. */
export const daysOf = ({ about }: Ledger, code: keyof typeof defaultDays): number =>
  about.review?.rules?.findLast((rule) => rule.code === code)?.days ?? defaultDays[code];

/** Whether the plan of the older state was issued: a draft is edited freely. */
export const wasIssued = ({ before }: Move): boolean => before.about.state !== 'draft';
