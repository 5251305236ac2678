/** A meeting of the commission that steers the reform, with its agenda. */
import { date, id, maps, reference, required, text } from '../attribute.ts';
import { kind, slug } from '../kind.ts';
import { naming, provenance } from './common.ts';

export const meeting = kind({
  name: 'meeting',
  plural: 'meetings',
  doc: 'A commission meeting and its agenda.',
  place: { in: 'file', file: 'meetings.yaml' },
  attributes: {
    id: id('its short name', slug('deep-reform-2022-1')),
    ...naming,
    date: date('the day it is held'),
    document: reference('the document that sets its agenda', 'document'),
    agenda: maps('what is heard, in order', {
      title: required(text('the point')),
      task: reference('the task it is about', 'task'),
    }),
    ...provenance,
  },
  derived: {},
  columns: ['id', 'title', 'title_zh', 'date', 'document'],
  titleOf: 'title',
});
