/** A pilot: evaluated, then replicated. */
import { choice, id, reference, references } from '../attribute.ts';
import { events, log } from '../events.ts';
import { type Facts, kind, slug } from '../kind.ts';
import type { Entry } from '../ledger.ts';
import { pilotStanding } from '../replay.ts';
import type { View } from '../view.ts';
import { naming, provenance } from './common.ts';

const standing = ({ today }: View, entry: Entry) =>
  pilotStanding((entry as Entry<'pilot'>).data.log ?? [], today);

const facts: Facts = {
  evaluated: {
    doc: 'the day of the last evaluation',
    type: { is: 'date' },
    of: (view, entry) => standing(view, entry).evaluations.at(-1)?.date ?? null,
  },
  replicated: {
    doc: 'how far it has been taken out',
    type: { is: 'list', of: events.replicate.attributes.to.type },
    of: (view, entry) => standing(view, entry).replications.flatMap(({ to }) => to ?? []),
  },
  replicated_from: {
    doc: 'where its practice was taken in from',
    type: { is: 'list', of: { is: 'text' } },
    of: (view, entry) => standing(view, entry).replications.flatMap(({ from }) => from ?? []),
  },
};

export const pilot = kind({
  name: 'pilot',
  plural: 'pilots',
  doc: 'A reform pilot entrusted to the city by the state or the province.',
  place: { in: 'file', file: 'pilots.yaml' },
  attributes: {
    id: id('its short name', slug('business-environment')),
    ...naming,
    level: choice('who set it up, where that is stated', ['national', 'provincial', 'municipal']),
    field: reference('the special field it belongs to', 'field'),
    duties: references('what is to be done with it', 'arrangement'),
    ...provenance,
    log: log('evaluations and replications, added at the end, never changed'),
  },
  derived: facts,
  columns: ['id', 'title', 'level', 'duties', 'evaluated', 'replicated', 'replicated_from'],
  titleOf: 'title',
});
