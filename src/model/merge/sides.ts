/**
 * What a merge of ledger files speaks of: the two sides, what both have changed differently, and what was
 * done on the way. Values only.
 */
import type { Value } from '../attribute.ts';
import type { Path } from '../ledger.ts';

/** The side that is merged into, and the one that is merged, as git calls them. */
export type Side = 'ours' | 'theirs';

export const otherThan = (side: Side): Side => (side === 'ours' ? 'theirs' : 'ours');

/** One thing as the last common state and both sides have it; undefined where it is absent. */
export interface Sides<T = Value | undefined> {
  readonly base: T;
  readonly ours: T;
  readonly theirs: T;
}

/** Why both sides cannot stand. */
export type ConflictWhy =
  /** An attribute has been given two values. */
  | 'value'
  /** One side has deleted the record, the other has changed it. */
  | 'gone'
  /** An entry that was recorded before has been rewritten, removed or retracted differently. */
  | 'entry'
  /** One side retracts an entry that the other has removed, rewritten or never had. */
  | 'retracted'
  /** Events of both sides set the same attribute of the plan. */
  | 'contested'
  /** An event of one side is not possible after those of the other. */
  | 'status'
  /** Both sides have made a record with this id, and they are not the same. */
  | 'same-id';

/** Something that only a person can settle. */
export interface Conflict {
  /** The whole id of the record; the ledger's own is `ledger`. */
  readonly id: string;
  /** The attribute, `lights.overdue` where it stands inside another; null for the record as a whole. */
  readonly attribute: string | null;
  readonly why: ConflictWhy;
  /** What each has; for logs, the entries in question. */
  readonly values: Sides;
}

/** The name by which a conflict is settled: `T04.1.due`, or `T04.1` for a record as a whole. */
export const keyOf = ({ id, attribute }: Pick<Conflict, 'id' | 'attribute'>): string =>
  attribute === null ? id : `${id}.${attribute}`;

/** A record that got another id, since both sides had given out the same one. */
export interface Renumbered {
  readonly from: string;
  readonly to: string;
  /** The side whose record it is. */
  readonly side: Side;
}

/** Another value at an address of one side's file, without which its text would not fit the whole. */
export interface Rewrite {
  readonly side: Side;
  readonly path: Path;
  readonly value: Value;
}

/** Something about an entry of a log that was done without asking, or that settling a conflict has brought. */
export interface EntryNote {
  readonly id: string;
  /** Whose entry it is, or who has done it. */
  readonly side: Side;
  readonly what: /** It was recorded before, and this side has put it otherwise; taken. */
    | 'reworded'
    /** It was recorded before, and this side has taken it away; taken. */
    | 'removed'
    /** A retraction of what the main line has retracted as well; left out. */
    | 'doubled'
    /** It gives way, and an entry below takes it back. */
    | 'retracted'
    /** It was taken back on the main line and is recorded once more. */
    | 'again';
  /** Its number: before for what was changed or removed, else now; null where it has none. */
  readonly number: number | null;
  readonly entry: Fields;
}

/** Entries of a log that stand again from one side only. */
export interface United {
  readonly id: string;
  /** New entries of each side, those that both have left out. */
  readonly ours: number;
  readonly theirs: number;
}

/** What a retraction says that settles a conflict between events. */
interface Retraction {
  readonly date: string;
  readonly by?: string;
  readonly reason: (conflict: Conflict) => string;
}

/** How to merge. */
export interface Manner {
  /** The side on the main line: its entries come first, its ids stay. */
  readonly first: Side;
  /** Which side holds where both have changed the same; undefined where nobody has said so. */
  readonly settle: (conflict: Conflict) => Side | undefined;
  /** Which side stands for now in what is not settled. */
  readonly meanwhile: Side;
  readonly retraction: Retraction;
}

export type Fields = { readonly [key: string]: Value };

export const isFields = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What merging collects on the way; it lives only as long as one merge runs. */
export interface Merging extends Manner {
  /** What nobody has settled. */
  readonly conflicts: Conflict[];
  /** What has been settled, and for which side. */
  readonly settled: { readonly conflict: Conflict; readonly side: Side }[];
  readonly rewrites: Rewrite[];
  readonly united: United[];
  readonly entries: EntryNote[];
  /** Whether all three are sound enough for logs to be replayed. */
  readonly isSound: boolean;
}

/** Notes a conflict and tells which side stands. */
export const decide = (into: Merging, conflict: Conflict): Side => {
  const side = into.settle(conflict);
  if (side === undefined) into.conflicts.push(conflict);
  else into.settled.push({ conflict, side });
  return side ?? into.meanwhile;
};
