/**
 * What one unit owes on a day: each of its items once, under what is most pressing about it, with the
 * verb that takes it on. Pure; it decides nothing that a unit could not decide otherwise.
 */
import { type Day, endOfTime } from './dates.ts';
import { type Duty, dutiesOf, type Rejection, untouchedRejection } from './duties.ts';
import type { EventName } from './events.ts';
import { type Item, unitsAnswering } from './ledger.ts';
import { compareText } from './order.ts';
import { isOpen, type Standing } from './standing.ts';
import type { View } from './view.ts';

/** What is pressing about an item, the most pressing first. */
export const pressures = [
  'overdue',
  'rejected',
  'soon',
  'going',
  'coming',
  /** On a published list, of which nothing more is known. */
  'listed',
  'claimed',
  'support',
] as const;
type Pressure = (typeof pressures)[number];

/** An item a unit has to do with. */
export interface Owing {
  readonly item: Item;
  readonly pressure: Pressure;
  /** The deadline it answers for that comes first; null where there is none. */
  readonly duty: Duty | null;
  readonly rejection: Rejection | null;
  /** The command that takes it on, and what it is about. */
  readonly next: {
    readonly verb: Extract<EventName, 'report' | 'tick' | 'done' | 'resume'> | 'show';
    readonly id: string;
  };
}

type Role = 'lead' | 'criterion' | 'support';

/** What a unit is to an item on the day; a district answers for a project that names no lead. */
const roleOf = (view: View, unit: string, item: Item): Role | undefined => {
  const { plan, criteria } = view.standing(item);
  const lead =
    item.kind === 'project' && (plan.lead ?? []).length === 0 ? [item.data.district] : plan.lead;
  const isAmong = (ids: readonly string[] = []) =>
    unitsAnswering(view.ledger, ids, view.today).includes(unit);
  if (isAmong(lead)) return 'lead';
  if (criteria.some((each) => each.met === null && isAmong(each.lead))) return 'criterion';
  return isAmong(plan.support) ? 'support' : undefined;
};

const pressureOf = (
  { status }: Standing,
  role: Role,
  duty: Duty | null,
  rejection: Rejection | null,
  horizon: Day,
): Pressure => {
  if (role === 'support') return 'support';
  if (status === 'done') return 'claimed';
  if (duty !== null && duty.daysLeft < 0) return 'overdue';
  if (rejection !== null) return 'rejected';
  if (duty !== null && duty.due <= horizon) return 'soon';
  if (status === 'listed') return 'listed';
  return status === 'planned' ? 'coming' : 'going';
};

const nextOf = (
  { status, criteria, reported }: Standing,
  item: Item,
  pressure: Pressure,
  duty: Duty | null,
): Owing['next'] => {
  const { id } = item;
  if (pressure === 'support' || pressure === 'claimed') return { verb: 'show', id };
  if (status === 'blocked') return { verb: 'resume', id };
  if (pressure === 'rejected') return { verb: 'done', id };
  const open = criteria.filter(({ met }) => met === null);
  if (duty?.criterion && open.length > 1) return { verb: 'tick', id: duty.id };
  const isComplete = criteria.length > 0 ? open.length === 0 : reported === 100;
  const isLast = pressure === 'overdue' && status === 'in-progress';
  return { verb: isComplete || isLast ? 'done' : 'report', id };
};

const owingOfItem = (view: View, unit: string, item: Item, horizon: Day): readonly Owing[] => {
  const standing = view.standing(item);
  const role =
    isOpen(standing.status) || standing.status === 'done' ? roleOf(view, unit, item) : undefined;
  if (role === undefined || (role === 'criterion' && standing.status === 'done')) return [];
  const all = dutiesOf(view, [item]);
  const own = all.filter(
    ({ criterion }) =>
      criterion !== null &&
      unitsAnswering(view.ledger, criterion.lead ?? [], view.today).includes(unit),
  );
  const duty = (role === 'criterion' ? own[0] : undefined) ?? all[0] ?? null;
  const rejection = untouchedRejection(view, item) ?? null;
  const pressure = pressureOf(standing, role, duty, rejection, horizon);
  return [{ item, pressure, duty, rejection, next: nextOf(standing, item, pressure, duty) }];
};

/** What has no deadline comes last. */
const dueOf = ({ duty }: Owing): Day => duty?.due ?? endOfTime;

/** What a unit owes of these items, the most pressing first. `horizon` is the last day that is soon. */
export const owingOf = (
  view: View,
  unit: string,
  items: readonly Item[],
  horizon: Day,
): readonly Owing[] =>
  items
    .flatMap((item) => owingOfItem(view, unit, item, horizon))
    .sort(
      (a, b) =>
        pressures.indexOf(a.pressure) - pressures.indexOf(b.pressure) ||
        compareText(dueOf(a), dueOf(b)),
    );
