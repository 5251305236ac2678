/**
 * A district of the city: it declares projects, and it can lead or support a measure as a unit
 * does.
 */
import { id } from '../attribute.ts';
import { type Facts, kind, slug } from '../kind.ts';
import { naming, owned, provenance } from './common.ts';
import { count } from './item.ts';

const facts: Facts = {
  projects: {
    doc: 'its projects, declared ones included',
    type: count,
    of: ({ ledger }, entry) =>
      ledger.entries.project.filter((project) => project.data.district === entry.id).length,
  },
};

export const district = kind({
  name: 'district',
  plural: 'districts',
  doc: 'A district, in the published order; a district is a unit too.',
  place: { in: 'file', file: 'districts.yaml' },
  attributes: { id: id('its short name', slug('huangpu')), ...naming, ...owned, ...provenance },
  derived: facts,
  columns: ['id', 'title', 'title_zh', 'projects'],
  titleOf: 'title',
});
