/**
 * Everything a review can say of a move from one state of a ledger to another, as data: a code with its
 * parameters, how grave it is unless the ledger says otherwise, and the figures it goes by. It imports
 * nothing that runs: the kinds are built with it.
 */
import type { EventName } from '../events.ts';
import type { KindName } from '../kinds/index.ts';

/** An entry of a log: whose, its number from 1, and what it records. */
interface OfEntry {
  readonly id: string;
  readonly entry: number;
  readonly event: EventName;
}

/** An attribute that has another value; texts and days as they stand, null for what is longer or absent. */
interface OfAttribute {
  readonly id: string;
  readonly attribute: string;
  readonly was: string | null;
  readonly now: string | null;
}

interface Unsaid {
  readonly attribute: string;
}

/** What an attribute was and is, where both are short; null for what is absent. */
interface Short {
  readonly was: string | null;
  readonly now: string | null;
}

/** A unit with what it is called. */
export interface Called {
  readonly id: string;
  readonly title: string;
  readonly title_zh: string | null;
}

/** A unit that does what is not for it to do. */
interface OfUnit extends OfEntry {
  readonly unit: string;
  readonly who: Called;
  /** Only what this move makes of the units would let it. */
  readonly newly: boolean;
}

/** The parameters each code carries. */
export interface MoveParams {
  'move/not-judged': { readonly label: string };
  'move/ledger-removed': { readonly folder: string };
  'move/ledger-twice': { readonly folder: string; readonly was: string };
  'move/closed': Record<never, never>;
  'move/entry-changed': OfEntry;
  'move/entry-removed': OfEntry & { readonly date: string };
  'move/entry-inserted': OfEntry;
  'move/entry-reordered': OfEntry & { readonly before: number };
  'move/side-dropped': {
    readonly id: string;
    /** What it was: an event with its day, an attribute, or else the record itself. */
    readonly event: EventName | null;
    readonly date: string | null;
    readonly attribute: string | null;
    /** Who had committed it, and the merge, short. */
    readonly author: string;
    readonly merge: string;
  };
  'move/plan-edited': OfAttribute;
  'move/plan-reworded': OfAttribute;
  'move/criterion-later': OfEntry & { readonly criterion: string } & Short;
  'move/criterion-after-due': OfEntry & {
    readonly criterion: string;
    readonly due: string;
    readonly now: string;
  };
  'move/record-deleted': { readonly kind: KindName; readonly id: string };
  'move/id-changed': { readonly id: string; readonly was: string };
  'move/id-reused': { readonly id: string; readonly was: string; readonly now: string };
  'move/issued-changed': Unsaid;
  'move/basis-changed': Unsaid & { readonly was: string | null; readonly now: string | null };
  'move/rule-changed': Unsaid;
  'move/state-changed': { readonly was: string | null; readonly now: string | null };
  'move/setting-changed': Unsaid & Short;
  'move/review-weakened': Unsaid & { readonly rules: readonly string[] };
  'move/source-edited': OfAttribute;
  'move/unit-changed': { readonly unit: string; readonly attribute: string } & Short;
  'move/evidence-late': OfEntry & {
    readonly date: string;
    readonly document: string;
    /** The day of the document, or the year in its number. */
    readonly dated: string;
  };
  'move/decision-late': MoveParams['move/evidence-late'];
  'move/checked-evidence-changed': OfEntry & { readonly file: string };
  'move/claimed-evidence-changed': OfEntry & { readonly file: string };
  'move/foreign-unit': OfUnit;
  'move/not-office': OfEntry & {
    readonly unit: string | null;
    readonly who: Called | null;
    readonly newly: boolean;
    readonly office: readonly string[];
  };
  'move/unknown-office': OfEntry & { readonly unit: string; readonly who: Called };
  'move/kin-check': OfEntry & { readonly unit: string; readonly owner: string };
  'move/foreign-retract': OfEntry & { readonly unit: string; readonly owner: string };
  'move/same-author': OfEntry & { readonly author: string };
  'move/same-name': OfEntry & { readonly author: string; readonly claimant: string };
  'move/checked-at-once': OfEntry;
  'move/foreign-author': OfEntry & {
    readonly unit: string;
    readonly author: string;
    readonly newly: boolean;
  };
  'move/unknown-author': { readonly author: string };
  'move/future': OfEntry & { readonly date: string; readonly recorded_on: string };
  'move/too-early': OfEntry & { readonly date: string; readonly earliest: string };
  'move/late-recorded': OfEntry & {
    readonly date: string;
    readonly recorded_on: string;
    readonly days: number;
  };
  'move/claimed-in-time': OfEntry & {
    readonly date: string;
    readonly due: string;
    readonly recorded_on: string;
  };
  'move/decided-in-time': MoveParams['move/claimed-in-time'];
}

export type MoveCode = keyof MoveParams;

/** How grave each is unless the ledger says otherwise. */
export const moveSeverities: { readonly [C in MoveCode]: 'error' | 'warning' } = {
  'move/not-judged': 'error',
  'move/ledger-removed': 'error',
  'move/ledger-twice': 'error',
  'move/closed': 'error',
  'move/entry-changed': 'error',
  'move/entry-removed': 'error',
  'move/entry-inserted': 'error',
  'move/entry-reordered': 'error',
  'move/side-dropped': 'error',
  'move/plan-edited': 'error',
  'move/plan-reworded': 'warning',
  'move/criterion-later': 'warning',
  'move/criterion-after-due': 'error',
  'move/record-deleted': 'error',
  'move/id-changed': 'error',
  'move/id-reused': 'error',
  'move/issued-changed': 'error',
  'move/basis-changed': 'error',
  'move/rule-changed': 'error',
  'move/state-changed': 'error',
  'move/setting-changed': 'warning',
  'move/review-weakened': 'error',
  'move/source-edited': 'warning',
  'move/unit-changed': 'warning',
  'move/evidence-late': 'error',
  'move/decision-late': 'warning',
  'move/checked-evidence-changed': 'error',
  'move/claimed-evidence-changed': 'warning',
  'move/foreign-unit': 'error',
  'move/not-office': 'error',
  'move/unknown-office': 'warning',
  'move/kin-check': 'error',
  'move/foreign-retract': 'warning',
  'move/same-author': 'error',
  'move/same-name': 'warning',
  'move/checked-at-once': 'warning',
  'move/foreign-author': 'error',
  'move/unknown-author': 'error',
  'move/future': 'error',
  'move/too-early': 'error',
  'move/late-recorded': 'warning',
  'move/claimed-in-time': 'warning',
  'move/decided-in-time': 'warning',
};

export const moveCodes = Object.keys(moveSeverities) as readonly MoveCode[];

/** What a ledger may make of a code. */
export const weights = ['error', 'warning', 'ignored'] as const;
export type Weight = (typeof weights)[number];

/** The codes that go by a number of days, with the days unless the ledger says otherwise. */
export const defaultDays = {
  /** Before the first day of the list's year. */
  'move/too-early': 366,
  /** After the day of the event. */
  'move/late-recorded': 31,
  /** After the deadline that the claim says it kept. */
  'move/claimed-in-time': 7,
  /** After the deadline that the decision says it came before. */
  'move/decided-in-time': 7,
} as const satisfies { readonly [C in MoveCode]?: number };
