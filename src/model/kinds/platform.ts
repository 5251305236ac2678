/** A platform that leads reform: development zones, free trade areas and the like. */
import { id } from '../attribute.ts';
import { kind, slug } from '../kind.ts';
import { naming, provenance } from './common.ts';

export const platform = kind({
  name: 'platform',
  plural: 'platforms',
  doc: 'A development zone or other platform with a leading role.',
  place: { in: 'file', file: 'platforms.yaml' },
  attributes: { id: id('its short name', slug('nansha-ftz')), ...naming, ...provenance },
  derived: {},
  columns: ['id', 'title', 'title_zh'],
  titleOf: 'title',
});
