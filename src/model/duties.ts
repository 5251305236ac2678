/**
 * What is owed by when: open items and their criteria, each with its deadline, as a day finds them.
 * Pure; how far ahead somebody looks and how it is shown is for others.
 */
import { type Day, daysBetween } from './dates.ts';
import { type Item, unitsOn } from './ledger.ts';
import { compareText } from './order.ts';
import { type CriterionStanding, isOpen, type Standing } from './standing.ts';
import type { View } from './view.ts';

/** An open item, or a criterion that is due on a day of its own, with its deadline. */
export interface Duty {
  /** `T04.1`, or `T04.1#b` for a criterion. */
  readonly id: string;
  readonly item: Item;
  /** Null where the item itself is due. */
  readonly criterion: CriterionStanding | null;
  readonly due: Day;
  /** Days to the deadline; negative when it is past. */
  readonly daysLeft: number;
  /** Who answers for it on the day, the first one first. */
  readonly lead: readonly string[];
}

const dutiesOfItem = (view: View, item: Item): readonly Duty[] => {
  const standing = view.standing(item);
  if (!isOpen(standing.status)) return [];
  const { plan, criteria } = standing;
  const duty = (criterion: CriterionStanding | null, due: Day): Duty => ({
    id: criterion ? `${item.id}#${criterion.id}` : item.id,
    item,
    criterion,
    due,
    daysLeft: daysBetween(view.today, due),
    lead: unitsOn(view.ledger, criterion?.lead ?? plan.lead ?? [], view.today),
  });
  return [
    ...criteria.flatMap((each) =>
      // What is due with its item is asked for with it.
      each.met === null && each.due !== undefined && each.due !== plan.due
        ? [duty(each, each.due)]
        : [],
    ),
    ...(plan.due === undefined ? [] : [duty(null, plan.due)]),
  ];
};

/** What items owe on the view's day, by deadline, so that what is most overdue comes first. */
export const dutiesOf = (view: View, items: readonly Item[]): readonly Duty[] =>
  items.flatMap((item) => dutiesOfItem(view, item)).sort((a, b) => compareText(a.due, b.due));

/** Open items for which nothing says when anything is due: neither they nor an open criterion. */
export const undatedOf = (view: View, items: readonly Item[]): readonly Item[] =>
  items.filter(
    (item) =>
      isOpen(view.standing(item).status) &&
      view.standing(item).plan.due === undefined &&
      dutiesOfItem(view, item).length === 0,
  );

/** A claim that was rejected, and since then nothing has been recorded. */
export interface Rejection {
  readonly item: Item;
  readonly event: Extract<Standing['entries'][number]['event'], { event: 'reject' }>;
  readonly days: number;
}

/** The rejection after which an item has been left lying: its last event that counts. */
export const untouchedRejection = (view: View, item: Item): Rejection | undefined => {
  const { status, entries } = view.standing(item);
  if (!isOpen(status)) return undefined;
  const last = entries
    .filter((entry) => entry.fate === 'counts')
    .sort((a, b) => compareText(a.event.date, b.event.date) || a.number - b.number)
    .at(-1);
  if (last?.event.event !== 'reject') return undefined;
  return { item, event: last.event, days: daysBetween(last.event.date, view.today) };
};
