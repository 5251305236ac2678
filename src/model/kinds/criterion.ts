/** A criterion of an item: what an outsider could check, with its own date. */
import { daysBetween } from '../dates.ts';
import { criterionAttributes } from '../events.ts';
import { type Facts, kind } from '../kind.ts';
import { type Entry, isItem } from '../ledger.ts';
import { isOpen } from '../standing.ts';
import type { View } from '../view.ts';
import { difference, units, unitsAsCalled } from './item.ts';

/** A criterion as the plan in force has it, with where its item stands. */
const standingOf = (view: View, { parent, data }: Entry) => {
  if (!parent || !isItem(parent)) return undefined;
  const item = view.standing(parent);
  const own = item.criteria.find(({ id }) => id === (data as Entry<'criterion'>['data']).id);
  return own && { item, own };
};

/** Days to its own day while it is owed: not met, and its item still open. */
const daysLeft = (view: View, entry: Entry): number | null => {
  const standing = standingOf(view, entry);
  if (!standing) return null;
  const { item, own } = standing;
  const isOwed = own.due !== undefined && own.met === null && isOpen(item.status);
  return isOwed ? daysBetween(view.today, own.due) : null;
};

const facts: Facts = {
  lead: {
    doc: 'the units that answer for it: its own, or else those of its item',
    type: units,
    of: (view, entry) => {
      const standing = standingOf(view, entry);
      return unitsAsCalled(standing?.own.lead ?? standing?.item.plan.lead, view) ?? null;
    },
  },
  due: {
    doc: 'its day, amendments included',
    type: { is: 'date' },
    of: (view, entry) =>
      (standingOf(view, entry)?.own ?? (entry as Entry<'criterion'>).data).due ?? null,
  },
  met: {
    doc: 'the day it was met, as claimed',
    type: { is: 'date' },
    of: (view, entry) => standingOf(view, entry)?.own.met ?? null,
  },
  overdue: {
    doc: 'not met after its own day; nothing where it has none',
    type: { is: 'flag' },
    of: (view, entry) => {
      const standing = standingOf(view, entry);
      return standing?.own.due === undefined ? null : (daysLeft(view, entry) ?? 0) < 0;
    },
  },
  days_left: {
    doc: 'days to its own day, negative when past; nothing once it is met or its item is closed',
    type: difference,
    of: daysLeft,
  },
};

export const criterion = kind({
  name: 'criterion',
  plural: 'criteria',
  doc: 'A milestone of an item: what an outsider could check.',
  place: {
    in: 'parent',
    parent: 'item',
    key: 'criteria',
    idOf: (parent, local) => `${parent}#${local}`,
  },
  attributes: criterionAttributes,
  derived: facts,
  columns: ['id', 'text', 'text_zh', 'lead', 'due', 'met'],
  titleOf: 'text',
});
