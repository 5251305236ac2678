/** Whoever can lead, support, report, claim or check. */
import { choice, date, id, map, reference, references, required, text } from '../attribute.ts';
import { kind, slug } from '../kind.ts';
import { naming, owned, provenance } from './common.ts';

export const unit = kind({
  name: 'unit',
  plural: 'units',
  doc: 'A department, special group or group of units.',
  place: { in: 'file', file: 'units.yaml' },
  attributes: {
    id: id('its short name', slug('planning-bureau')),
    ...naming,
    kind: choice('what sort of unit it is', ['department', 'district', 'special-group', 'group']),
    members: references('the units that make up a group', 'unit'),
    succeeded_by: map('the unit that took over its work', {
      unit: required(reference('the successor', 'unit')),
      date: required(date('the first day of the successor')),
      document: text('the document that decides it'),
    }),
    ...owned,
    ...provenance,
  },
  derived: {},
  columns: ['id', 'title', 'title_zh', 'kind', 'aliases'],
  titleOf: 'title',
});
