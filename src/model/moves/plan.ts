/** A plan that was issued changes by amendments and postponements in the log, and not where it stands. */
import { isAbsent } from '../attribute.ts';
import type { Difference } from '../diff.ts';
import { amendableAttributes } from '../events.ts';
import { type Entry, type Item, isItem } from '../ledger.ts';
import { finalStanding } from '../view.ts';
import {
  at,
  atEntry,
  type Move,
  type MoveFinding,
  type MoveRule,
  named,
  planBefore,
  recordedIn,
  shortly,
  wasIssued,
} from './move.ts';

type OfAttribute = Extract<Difference, { is: 'attribute' }>;

/** What an amendment of needs a document for, and the deadline; of a criterion what makes it one. */
const weighty: ReadonlySet<string> = new Set(['due', 'lead', 'deliverable', 'text']);

/** Translations that are added change nothing of the plan. */
const isTranslation = ({ name, from }: OfAttribute): boolean =>
  name.endsWith('_zh') && isAbsent(from);

/** What was issued of a task. */
const ofTask: ReadonlySet<string> = new Set(['title', 'title_zh', 'horizon', 'field', 'themes']);

/** Which item's plan a record is part of. */
const itemOf = (entry: Entry): Item | undefined => {
  if (isItem(entry)) return entry;
  return entry.kind === 'criterion' && entry.parent && isItem(entry.parent)
    ? entry.parent
    : undefined;
};

const hasBegun = ({ before }: Move, { kind, id }: Item): boolean => {
  const item = before.byId[kind].get(id) as Item | undefined;
  return (
    item !== undefined &&
    !['declared', 'listed', 'planned'].includes(finalStanding(before, item).status)
  );
};

/** Whether a deadline slips: then it is no matter whether work has begun, unless a transcript is corrected. */
const isSlip = ({ before }: Move, { name, from, to }: OfAttribute): boolean =>
  name === 'due' &&
  before.about.basis === 'office' &&
  typeof from === 'string' &&
  (to === null || to > from);

const ofAttribute = (move: Move, difference: OfAttribute): readonly MoveFinding[] => {
  const { before, after, name, from, to } = difference;
  if (isTranslation(difference)) return [];
  const params = { id: after.id, attribute: name, ...shortly(from, to) };
  if (after.kind === 'task' && ofTask.has(name))
    return [at(after, [name], { code: 'move/plan-reworded', params })];
  const item = itemOf(before);
  const isPlan = after.kind === 'criterion' || name in amendableAttributes;
  if (!item || !isPlan) return [];
  const isGrave = (weighty.has(name) && hasBegun(move, item)) || isSlip(move, difference);
  const code = isGrave ? 'move/plan-edited' : 'move/plan-reworded';
  return [at(after, [name], { code, params })];
};

/** What a list calls a project decides whether it was selected. */
const selectedByHand = ({ before, after, from, to }: OfAttribute): readonly MoveFinding[] => {
  const called = (value: unknown) => (value as { readonly as?: string } | null)?.as ?? null;
  const [was, now] = [called(from), called(to)];
  if (before.kind !== 'project' || was === now) return [];
  const params = { id: after.id, attribute: 'source.as', was, now };
  return [at(after, ['source', 'as'], { code: 'move/plan-edited', params })];
};

export const editedPlans: MoveRule = (move) => {
  if (!wasIssued(move)) return [];
  return move.differences.flatMap((difference): readonly MoveFinding[] => {
    if (difference.is === 'attribute')
      return difference.name === 'source'
        ? selectedByHand(difference)
        : ofAttribute(move, difference);
    if (difference.is !== 'added' || difference.entry.kind !== 'criterion') return [];
    const item = itemOf(difference.entry);
    if (!item || !move.before.byId[item.kind].has(item.id)) return [];
    const code = hasBegun(move, item) ? 'move/plan-edited' : 'move/plan-reworded';
    const { id, text } = difference.entry.data;
    const params = { id: item.id, attribute: 'criteria', was: null, now: text ?? id };
    return [at(difference.entry, [], { code, params })];
  });
};

/** A criterion that an amendment gives a later day, or none, and one that would come after all is over. */
export const laterCriteria: MoveRule = (move) =>
  recordedIn(move).flatMap((recorded): readonly MoveFinding[] => {
    const { entry, number, event } = recorded;
    if (event.event !== 'amend' || !isItem(entry)) return [];
    const before = planBefore(move.after, entry, number);
    const end = finalStanding(move.after, entry).plan.due;
    return (event.set.criteria ?? []).flatMap(({ id, due: now }, index): readonly MoveFinding[] => {
      const was = before?.criteria?.find((each) => each.id === id)?.due;
      const isLater = was !== undefined && (now === undefined || now > was);
      if (!isLater) return [];
      const place = ['set', 'criteria', index] as const;
      const of = { ...named(recorded), criterion: id };
      if (now !== undefined && end !== undefined && now > end) {
        const params = { ...of, due: end, now };
        return [atEntry(recorded, { code: 'move/criterion-after-due', params }, ...place)];
      }
      const params = { ...of, was, now: now ?? null };
      return [atEntry(recorded, { code: 'move/criterion-later', params }, ...place)];
    });
  });
