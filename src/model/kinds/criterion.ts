/** A criterion of an item: what an outsider could check, with its own date. */
import { criterionAttributes } from '../events.ts';
import { type Facts, kind } from '../kind.ts';
import { type Entry, isItem } from '../ledger.ts';

const facts: Facts = {
  met: {
    doc: 'the day it was met, as claimed',
    type: { is: 'date' },
    of: (view, entry) => {
      if (!entry.parent || !isItem(entry.parent)) return null;
      const { id } = (entry as Entry<'criterion'>).data;
      return view.standing(entry.parent).criteria.find((each) => each.id === id)?.met ?? null;
    },
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
