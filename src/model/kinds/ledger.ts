/**
 * The ledger itself: what it is about, on what basis, and what the issued document says it holds.
 */
import {
  choice,
  date,
  flag,
  integer,
  map,
  maps,
  reference,
  required,
  text,
  texts,
} from '../attribute.ts';
import { kind } from '../kind.ts';
import { provenance } from './common.ts';

const most = { min: 0, max: 100_000 };

const totals = {
  fields: integer('special fields', most),
  tasks: integer('reform tasks', most),
  measures: integer('specific measures', most),
  projects: integer('district projects', most),
  'leading-reforms': integer('leading reforms of the five-year plan', most),
};

export const ledger = kind({
  name: 'ledger',
  plural: 'ledgers',
  doc: "One year's list.",
  place: { in: 'single', file: 'ledger.yaml' },
  attributes: {
    title: required(text('its title')),
    title_zh: text('its Chinese title'),
    aliases: texts('other names it goes by'),
    jurisdiction: required(text('the city')),
    jurisdiction_zh: text('the city, in Chinese'),
    year: required(integer('the year of the list', { min: 1949, max: 2200 })),
    timezone: required(text('the IANA zone that decides which day it is')),
    language: required(choice('the language of its tables', ['en', 'zh'])),
    state: required(
      choice('a draft may be edited, a current one changes by events, a closed one not at all', [
        'draft',
        'current',
        'closed',
      ]),
    ),
    basis: required(
      choice('transcribed from what was published, or kept by the office itself', [
        'published',
        'office',
      ]),
    ),
    published: date('the day of the publication it was transcribed from'),
    illustrative: flag('made up to show how a ledger works'),
    issued: map('what the issued document says it holds', totals),
    issued_amendments: maps('later changes to the issued totals, each giving the new ones', {
      date: required(date('the day of the decision')),
      document: required(text('the document that decides it')),
      reason: text('why'),
      ...totals,
    }),
    rules: map('rules the issuer set for the list', {
      projects_per_district: integer('selected projects in each district', most),
      quote: text('the words of the rule, verbatim'),
      document: reference('the document that gives the rule', 'document'),
    }),
    ...provenance,
  },
  derived: {},
  columns: ['title', 'title_zh', 'year', 'state', 'basis', 'published'],
  titleOf: 'title',
});
