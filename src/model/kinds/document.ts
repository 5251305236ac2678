/** Documents that duties come from, and the single duties and principles in them. */
import { choice, date, id, map, records, reference, required, text } from '../attribute.ts';
import { type Facts, kind, slug } from '../kind.ts';
import { childrenOf } from '../ledger.ts';
import { naming, provenance } from './common.ts';
import { count } from './item.ts';

const documentFacts: Facts = {
  arrangements: {
    doc: 'arrangements recorded from it',
    type: count,
    of: ({ ledger }, entry) => childrenOf(ledger, entry, 'arrangement').length,
  },
};

export const document = kind({
  name: 'document',
  plural: 'documents',
  doc: 'Where duties come from: the issued documents and the texts that report them.',
  place: { in: 'file', file: 'documents.yaml' },
  attributes: {
    id: id('its short name', slug('congress-12')),
    ...naming,
    number: text('its document number'),
    date: date('the day it was issued or published'),
    issuer: text('who issued or published it'),
    part_of: reference('the document it is a component of', 'document'),
    contents: choice('how much of its contents is known here', [
      'published',
      'partly published',
      'not published',
    ]),
    text: map('its full text, kept with the ledger; quotes are looked up in it', {
      file: required(text("the file, within the ledger's folder")),
      sha256: required(text('the SHA-256 of the file, in hexadecimal')),
    }),
    ...provenance,
    arrangements: records('the single duties and principles in it', 'arrangement'),
  },
  derived: documentFacts,
  columns: ['id', 'title', 'part_of', 'date', 'contents', 'arrangements'],
  titleOf: 'title',
});

const arrangementFacts: Facts = {
  tasks: {
    doc: 'tasks that implement it',
    type: count,
    of: ({ ledger }, entry) =>
      ledger.entries.task.filter((task) => task.data.implements?.includes(entry.id)).length,
  },
};

export const arrangement = kind({
  name: 'arrangement',
  plural: 'arrangements',
  doc: 'One duty or principle in a document.',
  place: {
    in: 'parent',
    parent: 'document',
    key: 'arrangements',
    idOf: (parent, local) => `${parent}/${local}`,
  },
  attributes: {
    id: id('its short name within the document', slug('urban')),
    kind: required(
      choice('what sort of arrangement it is', [
        'duty',
        'principle',
        'characteristic',
        'perspective',
        'emphasis',
      ]),
    ),
    ...naming,
    ...provenance,
  },
  derived: arrangementFacts,
  columns: ['id', 'kind', 'title', 'tasks'],
  titleOf: 'title',
});
