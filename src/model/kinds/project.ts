/** A district's grass-roots innovation project: declared by the district, selected by the city. */
import { id, inherited, reference, references } from '../attribute.ts';
import { kind } from '../kind.ts';
import { itemColumns, itemFacts, plan } from './item.ts';

export const project = kind({
  name: 'project',
  plural: 'projects',
  doc: "A district's grass-roots innovation project.",
  place: { in: 'folder-by', folder: 'projects', by: 'district', key: 'projects' },
  attributes: {
    id: id("its district's id and a number", {
      pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*-[0-9]+$/,
      example: 'huangpu-1',
    }),
    district: inherited(
      reference('the district that declares it, named once in its file', 'district'),
    ),
    ...plan,
    field: reference('the special field it belongs to', 'field'),
    supports: references('the tasks it supports', 'task'),
  },
  derived: itemFacts,
  columns: itemColumns,
  titleOf: 'title',
});
