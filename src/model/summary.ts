/** The state of a whole ledger in numbers: issued beside recorded, claimed apart from verified. */
import { type Status, statuses } from './events.ts';
import { childrenOf, type Entry, type Item, itemsOf } from './ledger.ts';
import { isOpen } from './standing.ts';
import { issuedTotals, recordedTotals, totalNames } from './totals.ts';
import type { View } from './view.ts';

/** Items by where they stand. A claim is not a fact: claimed and verified are counted apart. */
export interface Tally {
  readonly items: number;
  readonly claimed: number;
  readonly verified: number;
  readonly overdue: number;
  readonly byStatus: { readonly [S in Status]?: number };
}

export interface Summary {
  readonly totals: readonly {
    readonly what: (typeof totalNames)[number];
    readonly issued: number | null;
    readonly listed: number;
    readonly withdrawn: number;
    readonly recorded: number;
    readonly as: { readonly [called: string]: number };
  }[];
  /** Fields in the published order, then null for what runs across fields. */
  readonly fields: readonly {
    readonly field: Entry<'field'> | null;
    readonly tasks: number;
    readonly measures: Tally;
  }[];
  readonly districts: readonly {
    readonly district: Entry<'district'>;
    readonly projects: Tally;
  }[];
  readonly measures: Tally;
  readonly projects: Tally;
  /**
   * Open items by whether anything can be said of their being on time: only a deadline allows that.
   */
  readonly judged: { readonly can: number; readonly cannot: number };
}

const tally = (view: View, items: readonly Item[]): Tally => {
  const standings = items.map(view.standing);
  const byStatus: { [S in Status]?: number } = {};
  for (const status of statuses) {
    const count = standings.filter((each) => each.status === status).length;
    if (count > 0) byStatus[status] = count;
  }
  return {
    items: items.length,
    claimed: byStatus.done ?? 0,
    verified: byStatus.verified ?? 0,
    overdue: standings.filter((each) => each.overdue).length,
    byStatus,
  };
};

/** Counts a ledger as it stands on the view's day. */
export const summarize = (view: View): Summary => {
  const { ledger } = view;
  const issued = issuedTotals(ledger.about);
  const recorded = recordedTotals(ledger);
  const ofTasks = (tasks: readonly Entry<'task'>[]) => ({
    tasks: tasks.length,
    measures: tally(
      view,
      tasks.flatMap((task) => childrenOf(ledger, task, 'measure')),
    ),
  });
  const across = ledger.entries.task.filter((task) => task.data.field === undefined);
  const open = itemsOf(ledger)
    .map(view.standing)
    .filter(({ status }) => isOpen(status));
  return {
    totals: totalNames.map((what) => ({ what, issued: issued[what] ?? null, ...recorded[what] })),
    fields: [
      ...ledger.entries.field.map((field) => ({
        field,
        ...ofTasks(ledger.entries.task.filter((task) => task.data.field === field.id)),
      })),
      ...(across.length > 0 ? [{ field: null, ...ofTasks(across) }] : []),
    ],
    districts: ledger.entries.district.map((district) => ({
      district,
      projects: tally(
        view,
        ledger.entries.project.filter((project) => project.data.district === district.id),
      ),
    })),
    measures: tally(view, ledger.entries.measure),
    projects: tally(view, ledger.entries.project),
    judged: {
      can: open.filter(({ plan }) => plan.due !== undefined).length,
      cannot: open.filter(({ plan }) => plan.due === undefined).length,
    },
  };
};
