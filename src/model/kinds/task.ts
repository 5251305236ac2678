/** A reform task; its standing follows from its measures. */
import { choice, choices, id, records, reference, references, text } from '../attribute.ts';
import type { Day } from '../dates.ts';
import { statuses } from '../events.ts';
import { type Facts, kind } from '../kind.ts';
import { childrenOf, type Entry } from '../ledger.ts';
import { colours, worstOf } from '../lights.ts';
import { rollUp } from '../standing.ts';
import type { View } from '../view.ts';
import { calledBySource, naming, provenance } from './common.ts';
import { count, units, unitsAsCalled } from './item.ts';

const measuresOf = (view: View, entry: Entry) => childrenOf(view.ledger, entry, 'measure');

const statusesOf = (view: View, entry: Entry) =>
  measuresOf(view, entry).map((measure) => view.standing(measure).status);

const laterOf = (last: Day | null, day: Day | undefined): Day | null =>
  day === undefined || (last !== null && last >= day) ? last : day;

/** All units that have a part in its measures, as they are called on the day. */
const unitsIn = (view: View, entry: Entry, role: 'lead' | 'support') =>
  unitsAsCalled(
    measuresOf(view, entry).flatMap((measure) => view.standing(measure).plan[role] ?? []),
    view,
  ) ?? null;

const facts: Facts = {
  as: calledBySource,
  lead: {
    doc: 'the units that lead one of its measures',
    type: units,
    of: (view, entry) => unitsIn(view, entry, 'lead'),
  },
  support: {
    doc: 'the units that support one of its measures',
    type: units,
    of: (view, entry) => unitsIn(view, entry, 'support'),
  },
  measures: {
    doc: 'measures recorded in it',
    type: count,
    of: (view, entry) => statusesOf(view, entry).length,
  },
  status: {
    doc: 'where it stands, by its measures',
    type: { is: 'choice', of: statuses },
    of: (view, entry) => rollUp(statusesOf(view, entry)),
  },
  light: {
    doc: 'the worst light of its measures; what cannot be judged is worse than green',
    type: { is: 'choice', of: colours },
    of: (view, entry) => worstOf(measuresOf(view, entry).map((each) => view.light(each).colour)),
  },
  due: {
    doc: 'the last deadline of its measures, withdrawn ones left out',
    type: { is: 'date' },
    of: (view, entry) =>
      measuresOf(view, entry)
        .map(view.standing)
        .filter(({ status }) => status !== 'withdrawn')
        .reduce<Day | null>((last, { plan: { due } }) => laterOf(last, due), null),
  },
  claimed: {
    doc: 'measures claimed done and not yet verified',
    type: count,
    of: (view, entry) => statusesOf(view, entry).filter((each) => each === 'done').length || null,
  },
  verified: {
    doc: 'measures verified',
    type: count,
    of: (view, entry) =>
      statusesOf(view, entry).filter((each) => each === 'verified').length || null,
  },
};

export const task = kind({
  name: 'task',
  plural: 'tasks',
  doc: 'A reform task: it belongs to a field or runs across fields, and holds measures.',
  place: { in: 'folder', folder: 'tasks' },
  attributes: {
    id: id("its id in this ledger, not the printed list's number", {
      pattern: /^T[0-9]{2,}$/,
      example: 'T04',
    }),
    number: text('its number on the printed list'),
    field: reference('the special field it belongs to; none when it runs across fields', 'field'),
    ...naming,
    horizon: choice('a reform with a long-term goal, or one by phases and milestones', [
      'long-term',
      'phased',
    ]),
    themes: choices('the themes of the year it serves', ['digital', 'green', 'international']),
    implements: references('the arrangements it carries out', 'arrangement'),
    leading_reform: reference('the leading reform it carries on', 'leading-reform'),
    pilot: reference('the pilot it carries on', 'pilot'),
    replicates_from: text('the practice it copies in from elsewhere'),
    ...provenance,
    measures: records('what is to be delivered', 'measure'),
  },
  derived: facts,
  columns: ['id', 'title', 'field', 'as', 'status', 'light'],
  titleOf: 'title',
});
