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
  references,
  required,
  text,
  texts,
} from '../attribute.ts';
import { kind } from '../kind.ts';
import { defaultLights, type LightRule, type Steps } from '../lights.ts';
import { moveCodes, weights } from '../moves/codes.ts';
import { defaultReporting, rhythms } from '../reporting.ts';
import { owned, provenance } from './common.ts';

const most = { min: 0, max: 100_000 };

const totals = {
  fields: integer('special fields', most),
  tasks: integer('reform tasks', most),
  measures: integer('specific measures', most),
  projects: integer('district projects', most),
  'leading-reforms': integer('leading reforms of the five-year plan', most),
};

const { every, by } = defaultReporting;

/** Common to the rules that a ledger sets for itself: where they come from. */
const ruled = {
  quote: text('the words of the rule, verbatim'),
  document: reference('the document that gives the rule', 'document'),
};

const inWords = ({ yellow, red }: Steps) =>
  [yellow === undefined ? [] : `yellow ${yellow}`, red === undefined ? [] : `red ${red}`]
    .flat()
    .join(', ');

/** What a rule for lights counts, and from how many on it shows a colour. */
const steps = (
  rule: LightRule,
  doc: string,
  range: { readonly min: number; readonly max: number },
) =>
  map(`${doc}; by default ${inWords(defaultLights[rule])}, {} switches it off`, {
    yellow: integer('yellow from here on', range),
    red: integer('red from here on', range),
  });

const reporting = map('when units report', {
  every: choice(`how long a reporting period is; by default a ${every}`, rhythms),
  by: integer(`days after the end of the period by which its report is due; by default ${by}`, {
    min: 1,
    max: 31,
  }),
  ...ruled,
});

const lights = map('what makes a light yellow or red; docs/lights.md explains it', {
  overdue: steps('overdue', 'days past the deadline', { min: 1, max: 3650 }),
  behind: steps('behind', 'percentage points of planned progress that are missing', {
    min: 1,
    max: 100,
  }),
  start_late: steps(
    'start_late',
    'calendar months that have ended without a start, that of the planned start included',
    { min: 1, max: 120 },
  ),
  report_late: steps('report_late', 'reporting days that went by without a word', {
    min: 1,
    max: 120,
  }),
  blocked: steps('blocked', 'days for which it has been blocked', { min: 0, max: 3650 }),
  due_soon: steps('due_soon', 'days left to the deadline, red fewer than yellow', {
    min: 0,
    max: 3650,
  }),
  excused: choice(
    `what a delay shows for which an excuse holds; by default ${defaultLights.excused}`,
    ['green', 'yellow'],
  ),
  memory: integer(
    'days for which an item that was red stays yellow once it has caught up; by default none',
    { min: 1, max: 366 },
  ),
  ...ruled,
});

const review = map('how changes of the ledger are reviewed; docs/review.md explains it', {
  office: references('the units that check claims and decide about deadlines', 'unit'),
  authors: maps('who may record for which units', {
    author: required(text('the address or name of whoever commits, or *@ and a domain')),
    units: references('the units they may record for; all of them where this is left out', 'unit'),
  }),
  rules: maps('rules that are taken otherwise than by default', {
    code: required(choice('the code of the rule', moveCodes)),
    severity: choice('what the rule makes of what it finds', weights),
    days: integer('by how many days it goes, for rules that count days', { min: 0, max: 3650 }),
  }),
});

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
      ...ruled,
    }),
    reporting,
    lights,
    review,
    views: maps('saved questions, asked by reform list --view NAME', {
      name: required(text('one word in lower case')),
      query: required(text('what it asks for, as it would be typed')),
      kind: text(
        'the kind it is about: tasks, projects …; measures and projects unless said otherwise',
      ),
      columns: texts('the columns of its table'),
      sort: texts('the columns it is sorted by; with - before a name downwards'),
    }),
    ...owned,
    ...provenance,
  },
  derived: {},
  columns: ['title', 'title_zh', 'year', 'state', 'basis', 'published'],
  titleOf: 'title',
});
