/** A specific measure: the unit of delivery. */
import { id } from '../attribute.ts';
import { type Facts, kind } from '../kind.ts';
import type { Entry } from '../ledger.ts';
import { itemColumns, itemFacts, plan } from './item.ts';

const facts: Facts = {
  ...itemFacts,
  task: {
    doc: 'the task it belongs to',
    type: { is: 'text' },
    of: (_view, entry) => entry.parent?.id ?? null,
  },
  field: {
    doc: 'the field of its task',
    type: { is: 'reference', to: 'field' },
    of: (_view, entry) => (entry.parent as Entry<'task'> | undefined)?.data.field ?? null,
  },
};

export const measure = kind({
  name: 'measure',
  plural: 'measures',
  doc: 'A specific measure of a task: what a unit is asked to deliver.',
  place: { in: 'parent', parent: 'task', key: 'measures', idOf: (_parent, local) => local },
  attributes: {
    id: id("its task's id and a number", { pattern: /^T[0-9]{2,}\.[0-9]+$/, example: 'T04.1' }),
    ...plan,
  },
  derived: facts,
  columns: itemColumns,
  titleOf: 'title',
});
