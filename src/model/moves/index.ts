/** The registry of rules on a move, and what the older state makes of what they find. */
import { checkedByClaimant, strangeAuthors } from './authors.ts';
import type { MoveCode } from './codes.ts';
import { impossibleDays, lateRecords } from './dates.ts';
import { changedEvidence, lateEvidence, rewrittenAfterCheck } from './evidence.ts';
import { rewrittenLogs } from './logs.ts';
import { droppedSides } from './merges.ts';
import { type Move, type MoveFinding, type MoveRule, weightOf } from './move.ts';
import { editedPlans, laterCriteria } from './plan.ts';
import { deletedRecords, reusedIds } from './records.ts';
import { changedSettings, changedUnits, closedYear, editedSources } from './settings.ts';
import {
  checkedByKin,
  decidedByOffice,
  foreignRetractions,
  foreignUnits,
  unknownOffices,
} from './units.ts';

const rules: readonly MoveRule[] = [
  closedYear,
  rewrittenLogs,
  droppedSides,
  editedPlans,
  laterCriteria,
  deletedRecords,
  reusedIds,
  changedSettings,
  editedSources,
  changedUnits,
  lateEvidence,
  changedEvidence,
  rewrittenAfterCheck,
  foreignUnits,
  decidedByOffice,
  unknownOffices,
  checkedByKin,
  foreignRetractions,
  strangeAuthors,
  checkedByClaimant,
  impossibleDays,
  lateRecords,
];

/** A finding on a move with how grave it is by the older state: nobody switches off the check of their own change. */
export interface Weighed {
  readonly finding: MoveFinding;
  readonly severity: 'error' | 'warning';
}

/** What an id that means another matter makes of all else that is said of the record: one and the same. */
const withoutEchoes = (found: readonly MoveFinding[]): readonly MoveFinding[] => {
  const reused = new Set(
    found.flatMap(({ code, params }) => (code === 'move/id-reused' ? [params.id] : [])),
  );
  const isEcho = ({ code, params }: MoveFinding) =>
    code !== 'move/id-reused' && 'id' in params && reused.has(params.id);
  return reused.size === 0 ? found : found.filter((each) => !isEcho(each));
};

/** Each finding once: what a move did to an entry may be seen from both of its ends. */
const each = (found: readonly MoveFinding[]): readonly MoveFinding[] => {
  const keyOf = ({ code, params }: MoveFinding) => JSON.stringify([code, params]);
  return [...new Map([...found].reverse().map((one) => [keyOf(one), one])).values()].reverse();
};

/** All that is to be said of a move. */
export const reviewMove = (move: Move): readonly Weighed[] =>
  withoutEchoes(each(rules.flatMap((rule) => rule(move)))).flatMap((finding) => {
    const severity = weightOf(move.before, finding.code as MoveCode);
    return severity === 'ignored' ? [] : [{ finding, severity }];
  });
