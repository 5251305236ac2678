/** Days of events are possible ones, and not far from the day they were recorded. */
import { addDays, type Day } from '../dates.ts';
import { isItem } from '../ledger.ts';
import { replay } from '../replay.ts';
import { issuedPlan } from '../view.ts';
import {
  atEntry,
  daysOf,
  type Move,
  type MoveFinding,
  type MoveRule,
  named,
  planBefore,
  type Recorded,
  recordedIn,
} from './move.ts';

export const impossibleDays: MoveRule = (move) => {
  const { before, today, originOf } = move;
  const earliest = addDays(`${before.about.year}-01-01`, -daysOf(before, 'move/too-early'));
  return recordedIn(move).flatMap((recorded): readonly MoveFinding[] => {
    const { date } = recorded.event;
    const day = originOf(recorded.entry, recorded.number)?.day ?? today;
    if (date > day) {
      const params = { ...named(recorded), date, recorded_on: day };
      return [atEntry(recorded, { code: 'move/future', params }, 'date')];
    }
    if (date >= earliest) return [];
    const params = { ...named(recorded), date, earliest };
    return [atEntry(recorded, { code: 'move/too-early', params }, 'date')];
  });
};

/** The deadline that a claim is about: of the item, or the first of the criteria that it says are met. */
const dueOf = ({ after }: Move, { entry, event }: Recorded): Day | undefined => {
  if (!isItem(entry)) return undefined;
  const { plan, criteria } = replay(issuedPlan(after, entry), event.date);
  if (event.event === 'done') return plan.due;
  if (event.event !== 'tick') return undefined;
  return criteria
    .flatMap(({ id, due }) => (due !== undefined && event.criteria.includes(id) ? [due] : []))
    .sort()[0];
};

/** What a day that keeps a deadline comes to: a claim that was in time, or a decision that was. */
const inTime = (
  move: Move,
  each: Recorded,
):
  | { readonly code: 'move/claimed-in-time' | 'move/decided-in-time'; readonly due: Day }
  | undefined => {
  const { entry, event, number } = each;
  const isDecision = event.event === 'postpone' || event.event === 'excuse';
  const code = isDecision ? 'move/decided-in-time' : 'move/claimed-in-time';
  const due =
    isDecision && isItem(entry) ? planBefore(move.after, entry, number)?.due : dueOf(move, each);
  return due === undefined ? undefined : { code, due };
};

export const lateRecords: MoveRule = (move) => {
  const { before, originOf } = move;
  const most = daysOf(before, 'move/late-recorded');
  return recordedIn(move).flatMap((each): readonly MoveFinding[] => {
    const day = originOf(each.entry, each.number)?.day;
    const { date } = each.event;
    // When the words that stood there were recorded is not what git tells of those that stand there now.
    if (day === undefined || each.isReworded) return [];
    const { code, due } = inTime(move, each) ?? {};
    if (code && due && date <= due && day > addDays(due, daysOf(before, code))) {
      const params = { ...named(each), date, due, recorded_on: day };
      return [atEntry(each, { code, params }, 'date')];
    }
    if (day <= addDays(date, most)) return [];
    const params = { ...named(each), date, recorded_on: day, days: most };
    return [atEntry(each, { code: 'move/late-recorded', params }, 'date')];
  });
};
