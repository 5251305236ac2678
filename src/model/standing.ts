/** Where an item stands, as a value: what replaying its log on a plan leads to. */
import type { Infer } from './attribute.ts';
import type { Day } from './dates.ts';
import type {
  amendableAttributes,
  criterionAttributes,
  Event,
  Evidence,
  Status,
} from './events.ts';

type Amendable = Infer<typeof amendableAttributes>;

/** The plan in force: as issued, with amendments and postponements. */
export type Plan = Amendable & { readonly title: string };

/** An item's plan as issued, before any event. */
export interface Issued {
  readonly plan: Plan;
  readonly initial: Status;
  readonly log: readonly Event[];
}

export interface CriterionStanding extends Infer<typeof criterionAttributes> {
  /** The day it was ticked or claimed, as long as that stands. */
  readonly met: Day | null;
}

/** What became of one entry of the log. Entries are numbered from 1 in file order. */
export interface EntryStanding {
  readonly number: number;
  readonly event: Event;
  /** Where the item stood when the event came. */
  readonly from: Status;
  readonly fate: 'counts' | 'illegal' | 'retracted' | 'later';
  /** The entry that retracted it. */
  readonly retractedBy: number | null;
}

export type ReportEvent = Extract<Event, { event: 'report' }>;
export type DoneEvent = Extract<Event, { event: 'done' }>;
export type VerifyEvent = Extract<Event, { event: 'verify' }>;

/** Where an item stands on a day. */
export interface Standing {
  readonly status: Status;
  readonly plan: Plan;
  readonly issuedDue: Day | null;
  /** How often the deadline was postponed. */
  readonly moved: number;
  readonly criteria: readonly CriterionStanding[];
  /**
   * Criteria met of all, or without criteria what was last reported; 100 once verified. Percent,
   * rounded down.
   */
  readonly progress: number | null;
  readonly reported: number | null;
  /**
   * What the plan expects by the day: dated criteria due of all, or a straight line from start to
   * due.
   */
  readonly planned: number | null;
  readonly overdue: boolean;
  /** Whether the city has it on its list: not merely declared. */
  readonly selected: boolean;
  readonly evidence: readonly Evidence[];
  readonly claim: DoneEvent | null;
  readonly verification: VerifyEvent | null;
  readonly blockedBy: Extract<Event, { event: 'block' }> | null;
  readonly excusedUntil: Day | null;
  readonly lastReport: ReportEvent | null;
  readonly lastEvent: Day | null;
  readonly entries: readonly EntryStanding[];
}

const owing: readonly Status[] = ['listed', 'planned', 'in-progress', 'blocked'];

/**
 * Whether an item owes anything by its deadline: what is claimed, closed, withdrawn or only
 * declared does not.
 */
export const isOpen = (status: Status): boolean => owing.includes(status);

/** A task's status by its measures': null without any. Withdrawn measures do not hold it back. */
export const rollUp = (measures: readonly Status[]): Status | null => {
  if (measures.length === 0) return null;
  const live = measures.filter((each) => each !== 'withdrawn');
  const [first] = live;
  if (first === undefined) return 'withdrawn';
  if (live.every((each) => each === first)) return first;
  if (live.every((each) => each === 'done' || each === 'verified')) return 'done';
  const isUntouched = live.every((each) => each === 'listed' || each === 'planned');
  return isUntouched ? 'planned' : 'in-progress';
};
