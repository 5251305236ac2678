/** One of the special fields the tasks are sorted into. */
import { id } from '../attribute.ts';
import { type Facts, kind, slug } from '../kind.ts';
import { childrenOf } from '../ledger.ts';
import { naming, owned, provenance } from './common.ts';
import { count } from './item.ts';

const facts: Facts = {
  tasks: {
    doc: 'tasks recorded in it',
    type: count,
    of: ({ ledger }, entry) =>
      ledger.entries.task.filter((task) => task.data.field === entry.id).length,
  },
  measures: {
    doc: 'measures recorded in it',
    type: count,
    of: ({ ledger }, entry) =>
      ledger.entries.task
        .filter((task) => task.data.field === entry.id)
        .reduce((sum, task) => sum + childrenOf(ledger, task, 'measure').length, 0),
  },
};

export const field = kind({
  name: 'field',
  plural: 'fields',
  doc: 'One of the special fields, in the published order.',
  place: { in: 'file', file: 'fields.yaml' },
  attributes: {
    id: id('its short name', slug('urban-planning')),
    ...naming,
    ...owned,
    ...provenance,
  },
  derived: facts,
  columns: ['id', 'title', 'title_zh', 'tasks', 'measures'],
  titleOf: 'title',
});
