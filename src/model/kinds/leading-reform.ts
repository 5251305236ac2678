/**
 * One of the creative leading reforms of the five-year plan; never one of the district projects.
 */
import { id, reference } from '../attribute.ts';
import { type Facts, kind, slug } from '../kind.ts';
import { naming, provenance } from './common.ts';

const facts: Facts = {
  task: {
    doc: 'the tasks that carry it this year',
    type: { is: 'list', of: { is: 'text' } },
    of: ({ ledger }, entry) =>
      ledger.entries.task
        .filter((task) => task.data.leading_reform === entry.id)
        .map((task) => task.id),
  },
};

export const leadingReform = kind({
  name: 'leading-reform',
  plural: 'leading-reforms',
  doc: 'A creative leading reform of the five-year plan period.',
  place: { in: 'file', file: 'leading-reforms.yaml' },
  attributes: {
    id: id('its short name', slug('digital-government')),
    ...naming,
    field: reference('the special field it belongs to', 'field'),
    plan: reference('the document that sets it', 'document'),
    ...provenance,
  },
  derived: facts,
  columns: ['id', 'title', 'title_zh', 'field', 'task'],
  titleOf: 'title',
});
