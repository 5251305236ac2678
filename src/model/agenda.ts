/**
 * Which meeting of the commission comes next, and how the tasks it hears stand on a day, by their
 * measures. Pure.
 */
import { type Duty, dutiesOf } from './duties.ts';
import { type Status, statuses } from './events.ts';
import { childrenOf, type Entry, type Item, type Ledger } from './ledger.ts';
import { type Colour, worstOf } from './lights.ts';
import { compareText } from './order.ts';
import type { ReportEvent } from './standing.ts';
import type { View } from './view.ts';

type Meeting = Entry<'meeting'>;

/** The meetings whose day is known, the first one first. */
const datedIn = ({ entries }: Ledger): readonly Meeting[] =>
  entries.meeting
    .filter(({ data }) => data.date !== undefined)
    .sort((a, b) => compareText(a.data.date ?? '', b.data.date ?? ''));

/** The meeting that comes next, or why there is none. */
export type Coming =
  | { readonly is: 'coming'; readonly meeting: Meeting }
  /** One is recorded, and nobody says when it is. */
  | { readonly is: 'undated'; readonly meeting: Meeting }
  | { readonly is: 'over'; readonly last: Meeting }
  | { readonly is: 'none' };

/** The first meeting on or after the view's day. */
export const comingMeeting = ({ ledger, today }: View): Coming => {
  const dated = datedIn(ledger);
  const coming = dated.find(({ data }) => (data.date ?? '') >= today);
  if (coming) return { is: 'coming', meeting: coming };
  const undated = ledger.entries.meeting.find(({ data }) => data.date === undefined);
  if (undated) return { is: 'undated', meeting: undated };
  const last = dated.at(-1);
  return last ? { is: 'over', last } : { is: 'none' };
};

/** What was last reported on a task, and on which of its measures. */
interface LastReport {
  readonly measure: Item;
  readonly event: ReportEvent;
}

/** A task that is heard, as it stands. */
export interface Heard {
  readonly task: Entry<'task'>;
  readonly measures: number;
  /** How many measures stand where; a status of none is left out. */
  readonly byStatus: { readonly [S in Status]?: number };
  /** The worst light of its measures. */
  readonly light: Colour | null;
  readonly overdue: number;
  readonly claimed: number;
  readonly lastReport: LastReport | null;
  /** Its measures that are overdue or red, with the deadline that presses most. */
  readonly late: readonly { readonly measure: Item; readonly duty: Duty | null }[];
}

/** How a task stands by its measures on the view's day. */
export const heard = (view: View, task: Entry<'task'>): Heard => {
  const measures = childrenOf(view.ledger, task, 'measure');
  const standings = measures.map((measure) => ({ measure, ...view.standing(measure) }));
  const counted = statuses.flatMap((status) => {
    const count = standings.filter((each) => each.status === status).length;
    return count > 0 ? [[status, count] as const] : [];
  });
  const byStatus: Heard['byStatus'] = Object.fromEntries(counted);
  const reports = standings
    .flatMap(({ measure, lastReport }) => (lastReport ? [{ measure, event: lastReport }] : []))
    .sort((a, b) => compareText(a.event.date, b.event.date));
  return {
    task,
    measures: measures.length,
    byStatus,
    light: worstOf(measures.map((measure) => view.light(measure).colour)),
    overdue: standings.filter(({ overdue }) => overdue).length,
    claimed: byStatus.done ?? 0,
    lastReport: reports.at(-1) ?? null,
    late: measures.flatMap((measure) => {
      const duty = dutiesOf(view, [measure])[0] ?? null;
      const isLate = duty !== null && duty.daysLeft < 0;
      return isLate || view.light(measure).colour === 'red' ? [{ measure, duty }] : [];
    }),
  };
};
