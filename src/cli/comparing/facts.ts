/** What differs between two states of a ledger, for programs: ids, values and numbers, no words of a language. */
import type { Value } from '../../model/attribute.ts';
import { daysMoved } from '../../model/cautions.ts';
import type { Difference } from '../../model/diff.ts';
import { recordOf } from '../../model/diff.ts';
import type { Effect } from '../../model/effects.ts';
import { entryOf } from '../../model/effects.ts';
import { completedEvent } from '../../model/facts.ts';
import { kindOf } from '../../model/kinds/index.ts';
import { isItem } from '../../model/ledger.ts';
import type { Compared, Range, Side } from '../sides.ts';
import { type Counts, countsOf } from './counts.ts';
import type { Comparison, Marked } from './records.ts';
import type { Views } from './values.ts';

const sideFacts = (range: Range, { commit, when, isAbsent, folder }: Side) => ({
  is: range.is,
  revision: range.is === 'revision' ? range.name : null,
  commit,
  committed: when?.toISOString() ?? null,
  has_ledger: !isAbsent,
  folder: isAbsent ? null : folder,
});

/** What both sides are. */
export const sidesFacts = ({ from, to }: Compared, before: Side, after: Side) => ({
  from: sideFacts(from, before),
  to: sideFacts(to, after),
});

/** Keys that only some differences have; null in the others. */
const unsaid = {
  was_id: null,
  was_file: null,
  was_inside: null,
  attribute: null,
  from: null,
  to: null,
  how: null,
  number: null,
  was_number: null,
  event: null,
  was_event: null,
  fate: null,
};

const logFacts = ({ after }: Views, difference: Extract<Difference, { readonly is: 'log' }>) => {
  const { how, number, event, after: entry } = difference;
  const isThere = how !== 'removed';
  return {
    how,
    number,
    was_number: how === 'reordered' ? difference.was : null,
    event: completedEvent(event),
    was_event: how === 'changed' ? completedEvent(difference.from) : null,
    fate: isThere && isItem(entry) ? (entryOf(after, entry, number)?.fate ?? null) : null,
  };
};

const ownFacts = (views: Views, difference: Difference): { readonly [key: string]: unknown } => {
  switch (difference.is) {
    case 'added':
    case 'removed':
      return {};
    case 'renumbered':
      return { was_id: difference.before.id };
    case 'moved':
      return {
        was_file: difference.before.file,
        was_inside: difference.before.parent?.id ?? null,
      };
    case 'attribute':
      return { attribute: difference.name, from: difference.from, to: difference.to };
    case 'log':
      return logFacts(views, difference);
  }
};

const differenceFacts = (views: Views, { difference, cautions }: Marked) => {
  const { kind, id, file, parent } = recordOf(difference);
  return {
    record: kind,
    id,
    inside: parent?.id ?? null,
    file,
    is: difference.is,
    ...unsaid,
    ...ownFacts(views, difference),
    days_moved: daysMoved(views, difference),
    cautions,
  };
};

const countsFacts = ({ events, added, removed, deadlines, cautions, ...counts }: Counts) => ({
  ...counts,
  cautions: Object.fromEntries(cautions),
  events: Object.fromEntries(events),
  added: Object.fromEntries(added.map(([kind, count]) => [kindOf(kind).plural, count])),
  removed: Object.fromEntries(removed.map(([kind, count]) => [kindOf(kind).plural, count])),
  deadlines_later: deadlines.later,
  deadlines_earlier: deadlines.earlier,
  most_days_later: deadlines.most,
});

const effectFacts =
  (isOwn: boolean) =>
  ({ item, status, light }: Effect) => ({
    record: item.kind,
    id: item.id,
    is_own: isOwn,
    status,
    light,
  });

/** All that differs. */
export const comparisonFacts = (comparison: Comparison): { readonly [key: string]: Value } => {
  const { views, marked, records, elsewhere, files, untold } = comparison;
  const facts = {
    counts: countsFacts(countsOf(comparison)),
    differences: marked.map((each) => differenceFacts(views, each)),
    effects: [
      ...records.flatMap(({ effect }) => effect ?? []).map(effectFacts(true)),
      ...elsewhere.map(effectFacts(false)),
    ],
    files: files.map(({ file, how, of }) => ({ file, how, records: of.map(({ id }) => id) })),
    layout_files: untold,
  };
  return facts as unknown as { readonly [key: string]: Value };
};
