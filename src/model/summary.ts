/** The state of a whole ledger in numbers: issued beside recorded, claimed apart from verified. */
import { groupedBy } from './groups.ts';
import { type Entry, type Item, itemsOf } from './ledger.ts';
import { isOpen } from './standing.ts';
import { type Tally, tally } from './tally.ts';
import { issuedTotals, recordedTotals, totalNames } from './totals.ts';
import type { View } from './view.ts';

export interface Summary {
  /** Null where only a part of the list was asked for: a part is not what was issued. */
  readonly totals:
    | readonly {
        readonly what: (typeof totalNames)[number];
        readonly issued: number | null;
        readonly listed: number;
        readonly withdrawn: number;
        readonly recorded: number;
        readonly as: { readonly [called: string]: number };
      }[]
    | null;
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
  /** Both together. */
  readonly items: Tally;
  /**
   * Open items by whether anything can be said of their being on time: only a deadline allows that.
   */
  readonly judged: { readonly can: number; readonly cannot: number };
}

/**
 * Counts a ledger as it stands on the view's day, or a part of it: of the items given, with the tasks
 * that they belong to.
 */
export const summarize = (view: View, part: readonly Item[] | null = null): Summary => {
  const { ledger } = view;
  const issued = issuedTotals(ledger.about, view.today);
  const items = part ?? itemsOf(ledger);
  const measures = items.filter((item) => item.kind === 'measure');
  const projects = items.filter((item) => item.kind === 'project');
  const tasks =
    part === null
      ? ledger.entries.task
      : [...new Set(measures.map(({ parent }) => parent))].filter(
          (parent): parent is Entry<'task'> => parent?.kind === 'task',
        );
  const tasksOf = groupedBy(tasks, ({ data }) => data.field);
  const measuresOf = groupedBy(measures, ({ parent }) =>
    parent?.kind === 'task' ? parent.data.field : undefined,
  );
  const projectsOf = groupedBy(projects, ({ data }) => data.district);
  const inField = (id: string | undefined) => ({
    tasks: tasksOf.get(id)?.length ?? 0,
    measures: tally(view, measuresOf.get(id) ?? []),
  });
  const open = items.map(view.standing).filter(({ status }) => isOpen(status));
  const recorded = part === null ? recordedTotals(view) : null;
  return {
    totals:
      recorded &&
      totalNames.map((what) => ({ what, issued: issued[what] ?? null, ...recorded[what] })),
    fields: [
      ...ledger.entries.field.map((field) => ({ field, ...inField(field.id) })),
      ...(tasksOf.has(undefined) ? [{ field: null, ...inField(undefined) }] : []),
    ],
    districts: ledger.entries.district.map((district) => ({
      district,
      projects: tally(view, projectsOf.get(district.id) ?? []),
    })),
    measures: tally(view, measures),
    projects: tally(view, projects),
    items: tally(view, items),
    judged: {
      can: open.filter(({ plan }) => plan.due !== undefined).length,
      cannot: open.filter(({ plan }) => plan.due === undefined).length,
    },
  };
};
