/**
 * What the schemas of answers are made of: values with a sentence each, and the parts that several
 * answers share. The sentences are for whoever writes a program, like those of attributes.
 */
import type { Value } from '../../model/attribute.ts';
import { eventNames, statuses } from '../../model/events.ts';
import {
  closed,
  definition,
  described,
  factSchemas,
  listOf,
  oneOf,
  orNull,
  type Properties,
  published,
  type Schema,
} from '../../model/json-schema.ts';
import { type KindName, kindNames } from '../../model/kinds/index.ts';
import { colours, type LightReason } from '../../model/lights.ts';
import { dimensionNames } from '../../model/pivot.ts';

export const text = (description: string): Schema => ({ type: 'string', description });
export const flag = (description: string): Schema => ({ type: 'boolean', description });
export const day = (description: string): Schema => ({
  type: 'string',
  format: 'date',
  description,
});
export const whole = (description: string): Schema => ({ type: 'integer', description });
export const count = (description: string): Schema => ({
  type: 'integer',
  minimum: 0,
  description,
});
export const percent = (description: string): Schema => ({
  ...count(description),
  maximum: 100,
});
export const word = (description: string, of: readonly string[]): Schema => ({
  type: 'string',
  enum: of,
  description,
});
export const ids = (description: string): Schema => ({
  ...listOf({ type: 'string' }),
  description,
});
export const list = (description: string, items: Schema): Schema => ({
  ...listOf(items),
  description,
});
export const record = (description: string, properties: Properties): Schema => ({
  ...closed(properties),
  description,
});
export const maybe = orNull;
/** A part described once in the same schema. */
export const part = (description: string, name: string): Schema =>
  described(description, definition(name));
/** Values of which any may stand there. */
export const either = (description: string, ...schemas: readonly Schema[]): Schema => ({
  anyOf: schemas,
  description,
});
/** A record of some names of which those that have nothing are left out. */
export const among = (description: string, names: readonly string[], each: Schema): Schema => ({
  ...closed(Object.fromEntries(names.map((name) => [name, each])), { optional: names }),
  description,
});

const envelope = (kind: string): Properties => ({
  schemaVersion: { const: 1, description: 'additions keep it' },
  kind: { const: kind, description: 'what kind of answer it is' },
});

/** An answer: the envelope, then what it says. */
export const answer = (
  kind: string,
  description: string,
  properties: Properties,
  { definitions = {}, rules = {} }: { definitions?: Properties; rules?: Schema } = {},
): Schema =>
  published(
    kind,
    { description, ...closed({ ...envelope(kind), ...properties }), ...rules },
    definitions,
  );

const about = factSchemas('ledger');
const ofLedger = (name: string): Schema => about[name] ?? {};

export const kindWord = (description: string, of: readonly KindName[] = kindNames): Schema =>
  word(description, of);

/** How much was known, where that was asked for. */
export const knownBy: Schema = maybe(
  record('only what git had by a day was asked; null where all is told that is recorded', {
    date: day('the last day on which something may have been recorded'),
    commit: text('the id of the last commit of the main line by then'),
    recorded: day('the day of that commit'),
    recorded_late: maybe(
      list(
        'what had happened by the day of the answer and was recorded later; null unless --as-of asks for a day',
        closed({
          record: kindWord('what kind of record it is about'),
          id: text('the id of that record'),
          entry: count('the number of the entry in the log as it stands now, from 1'),
          event: word('what happened', eventNames),
          date: day('the day it happened'),
          by: maybe(text('the id of the unit that says so')),
          recorded: maybe(day('the day it was recorded; null where it is not committed yet')),
          commit: maybe(text('the id of the commit that first held it')),
          days: maybe(whole('days from the one to the other')),
        }),
      ),
    ),
  }),
);

/** What every answer about a ledger begins with. */
export const basis: Properties = {
  jurisdiction: ofLedger('jurisdiction'),
  year: ofLedger('year'),
  basis: ofLedger('basis'),
  published: ofLedger('published'),
  illustrative: flag('made up to show how a ledger works'),
  today: day('the day that the answer is about'),
  known_by: knownBy,
};

export const query: Schema = maybe(
  text('what was asked for, as a query that can be typed again; null where everything is meant'),
);

type ReasonOf<R extends LightReason['rule']> = Extract<LightReason, { readonly rule: R }>;
type Figures<R extends LightReason['rule']> = {
  readonly [K in Exclude<keyof ReasonOf<R>, 'rule' | 'colour'>]: Schema;
};

const since = day('the first day of it');
const due = day('the deadline');
const planned = percent('what the plan expects by the day, in percent');
const progress = percent('how far it is, in percent');

/** The figures of each reason of a light. */
const figures: { readonly [R in LightReason['rule']]: Figures<R> } = {
  overdue: { days: count('days past the deadline'), due },
  behind: { points: whole('points that progress is behind plan'), planned, progress },
  start_late: {
    months: count('calendar months that have ended without a start'),
    start: day('the planned start'),
  },
  report_late: { periods: count('reporting days that went by without a word'), since },
  blocked: { days: count('days for which it has been blocked'), since },
  due_soon: { days: count('days left to the deadline'), due },
  excused: {
    until: day('the last day of the excuse'),
    without: list('the reasons that the excuse covers', definition('light-reason')),
  },
  memory: { days: count('days since it was red for the last time'), since },
  listed: {},
  no_deadline: {
    basis: word('whether none was published, or the office has none', ['published', 'office']),
  },
  on_plan: { planned, progress },
  unmeasured: { planned },
  to_start: { start: day('the planned start') },
  in_time: { days: count('days left to the deadline'), due },
};

/** One reason of a light: it names itself where an excuse covers others. */
export const lightReason: Schema = oneOf(
  Object.entries(figures).map(([rule, own]) =>
    closed({
      rule: { const: rule, description: 'the rule that found it; docs/lights.md' },
      colour: word('the colour that it alone would give', colours),
      ...own,
    }),
  ),
);

/** Items counted by where they stand. */
export const tallyProperties: Properties = {
  items: count('all of them'),
  claimed: count('claimed and not yet verified'),
  verified: count('verified'),
  overdue: count('open after their deadline'),
  byStatus: among('by status; one that none has is left out', statuses, count('so many')),
  byLight: among('by light; one that none shows is left out', colours, count('so many')),
};
export const tally: Schema = closed(tallyProperties);

/** How totals come to the number of items. */
export const reckoning: Schema = {
  ...closed({
    by: word('the side', dimensionNames),
    named: count('the totals of all groups that have a value'),
    items: count('the items, each once'),
    again: count('how often an item was counted that had been counted before'),
    without: count('items of which nothing is stated'),
  }),
  description: 'named = items + again - without',
};

/** A value of any fact. */
export const anything = (description: string): Schema =>
  either(
    description,
    { type: ['string', 'number', 'boolean', 'null'] },
    listOf({ type: 'string' }),
  );

const fromMeasure = factSchemas('measure');
const fact = (name: string): Schema => fromMeasure[name] ?? {};

/** What every answer about what is to be done says of an item. */
export const itemProperties = (
  record: readonly KindName[] = ['measure', 'project'],
): Properties => ({
  record: kindWord('what kind of record it is', record),
  id: text('its whole id'),
  title: text('what it is called, amendments included'),
  title_zh: fact('title_zh'),
  lead: fact('lead'),
  due: fact('due'),
  status: word('where it stands', statuses),
  light: fact('light'),
  progress: fact('progress'),
  excused: fact('excused'),
});

/** The reporting period whose day comes next. */
export const periodProperties: Properties = {
  from: day('the first day of the period to be reported on'),
  to: day('its last day'),
  due: day('the day by which reports are due'),
  days_left: whole('days to that day'),
};

/** Fixes one property of a record, for a rule beside it. */
export const where = (properties: { readonly [name: string]: Value }): Schema => ({
  type: 'object',
  properties,
});
