/** What a ledger says of itself, and what judges everybody else, does not change unseen. */
import { isAbsent, isSameValue, type Value } from '../attribute.ts';
import type { Problem } from '../diagnostic.ts';
import type { Difference } from '../diff.ts';
import type { Ledger } from '../ledger.ts';
import {
  at,
  type Move,
  type MoveFinding,
  type MoveRule,
  plain,
  shortly,
  wasIssued,
} from './move.ts';
import { weakenedReview } from './review.ts';

type OfAttribute = Extract<Difference, { is: 'attribute' }>;

/** Whether a rule was changed on the strength of another document than before. */
const isDecided = (from: Value, to: Value): boolean => {
  const documentOf = (value: Value) =>
    (value as { readonly document?: string } | null)?.document ?? null;
  return documentOf(to) !== null && documentOf(to) !== documentOf(from);
};

/** Whether a list only grew at its end. */
const isContinued = (from: Value, to: Value): boolean => {
  const [old, now] = [from ?? [], to ?? []] as unknown as readonly (readonly Value[])[];
  return (old ?? []).every((value, index) => {
    const same = now?.[index];
    return same !== undefined && isSameValue(value, same);
  });
};

const problemOf = (
  { before, after }: Move,
  { name, from, to }: OfAttribute,
): Problem | undefined => {
  const params = { attribute: name };
  const [was, now] = [plain(from), plain(to)];
  const changed = {
    code: 'move/setting-changed',
    params: { ...params, ...shortly(from, to) },
  } as const;
  switch (name) {
    case 'issued':
      return { code: 'move/issued-changed', params };
    case 'issued_amendments':
      return isContinued(from, to) ? changed : { code: 'move/issued-changed', params };
    case 'basis':
    case 'year':
    case 'timezone':
    case 'jurisdiction':
      return { code: 'move/basis-changed', params: { ...params, was, now } };
    case 'lights':
    case 'reporting':
    case 'rules':
      return isDecided(from, to) ? changed : { code: 'move/rule-changed', params };
    case 'state':
      // A year ends; that it is opened again, or its plan for editing, is another matter.
      return was === 'current' && now === 'closed'
        ? changed
        : { code: 'move/state-changed', params: { was, now } };
    case 'review':
      return weakenedReview(before, after) ?? changed;
    case 'published':
    case 'illustrative':
      return changed;
    default:
      return undefined;
  }
};

export const changedSettings: MoveRule = (move) => {
  if (!wasIssued(move)) return [];
  return move.differences.flatMap((difference): readonly MoveFinding[] => {
    if (difference.is !== 'attribute' || difference.before.kind !== 'ledger') return [];
    const problem = problemOf(move, difference);
    return problem ? [at(difference.after, [difference.name], problem, true)] : [];
  });
};

const stateOf = ({ about }: Ledger) => about.state;

/** A closed year takes no changes; opening it again is told for itself. */
export const closedYear: MoveRule = ({ before, after, differences }) => {
  const [about] = after.entries.ledger;
  const isClosed = stateOf(before) === 'closed' && stateOf(after) === 'closed';
  if (!isClosed || differences.length === 0 || !about) return [];
  return [at(about, ['state'], { code: 'move/closed', params: {} })];
};

/** What says where a record comes from, and what is known of a document. */
const provenance: ReadonlySet<string> = new Set(['source', 'readings', 'due_text']);
const ofDocument: ReadonlySet<string> = new Set(['number', 'date', 'text']);

export const editedSources: MoveRule = (move) => {
  if (!wasIssued(move)) return [];
  return move.differences.flatMap((difference): readonly MoveFinding[] => {
    if (difference.is !== 'attribute' || difference.from === null) return [];
    const { after, name, from, to } = difference;
    if (!provenance.has(name) && !(after.kind === 'document' && ofDocument.has(name))) return [];
    const params = { id: after.id, attribute: name, ...shortly(from, to) };
    return [at(after, [name], { code: 'move/source-edited', params }, true)];
  });
};

/** What decides who may speak for an item, and as whom people know it. */
const ofUnit: ReadonlySet<string> = new Set([
  'succeeded_by',
  'members',
  'kind',
  'title',
  'title_zh',
  'aliases',
]);

/** A succession in a line. */
const successor = (value: Value): Value => {
  const { unit, date } = (value ?? {}) as { readonly unit?: string; readonly date?: string };
  return unit === undefined ? null : `${unit} (${date})`;
};

export const changedUnits: MoveRule = ({ differences }) =>
  differences.flatMap((difference): readonly MoveFinding[] => {
    if (difference.is !== 'attribute' || difference.after.kind !== 'unit') return [];
    const { after, name, from, to } = difference;
    if (!ofUnit.has(name) || (name.endsWith('_zh') && isAbsent(from))) return [];
    const values =
      name === 'succeeded_by' ? ([successor(from), successor(to)] as const) : ([from, to] as const);
    const params = { unit: after.id, attribute: name, ...shortly(...values) };
    return [at(after, [name], { code: 'move/unit-changed', params }, true)];
  });
