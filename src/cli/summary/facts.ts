/** Counts for programs, under keys as everywhere in JSON. */
import type { Score } from '../../model/scorecard.ts';
import type { Tally } from '../../model/tally.ts';

/** Items counted by where they stand. */
export const tallyFacts = ({ byStatus, byLight, ...counts }: Tally) => ({
  ...counts,
  byStatus,
  byLight,
});

/** How items were kept to their deadlines. */
export const scoreFacts = ({ onTime, daysLate, daysLateIssued, daysMoved, ...counts }: Score) => ({
  ...counts,
  on_time: onTime,
  days_late: daysLate,
  days_late_issued: daysLateIssued,
  days_moved: daysMoved,
});
