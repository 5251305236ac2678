/** The answers about daily work: what is due, what a unit owes, what waits for the office, what is heard. */
import { eventNames, statuses } from '../../model/events.ts';
import { closed, factSchemas, type Properties, type Schema } from '../../model/json-schema.ts';
import { colours } from '../../model/lights.ts';
import { pressures } from '../../model/owing.ts';
import type { AnswerName } from './names.ts';
import {
  among,
  answer,
  basis,
  count,
  day,
  flag,
  ids,
  itemProperties,
  list,
  maybe,
  percent,
  periodProperties,
  query,
  record,
  text,
  whole,
  word,
} from './parts.ts';

const head: Properties = { ...basis, query };

const dueSchema = answer(
  'due',
  'What open items and their criteria owe by their deadlines, the most overdue first.',
  {
    ...head,
    until: day('the last day that was looked at'),
    count: count('how much is owed by then; --limit may give less of it'),
    items: list(
      'what is owed',
      closed({
        ...itemProperties(['measure', 'project', 'criterion']),
        item: text('the id of the item that it is, or that the criterion belongs to'),
        due: day('its deadline'),
        days_left: whole('days to the deadline, negative when it is past'),
        overdue: flag('the deadline is past'),
        week: day('the Monday of the week of the deadline'),
      }),
    ),
    later: count('how much more is due after the last day looked at'),
    not_judged: ids('open items for which nothing says when anything is due'),
  },
);

const next = (verbs: readonly string[]): Schema =>
  record('the command that takes it on', {
    verb: word('the verb', verbs),
    id: text('what it is about'),
  });

const periodIds: Properties = {
  items: ids('items to be reported on'),
  unreported: ids('those not yet reported on'),
  missed: ids('those of which earlier reporting days went by without a word'),
};

const mineSchema = answer('mine', 'What a unit owes, the most pressing first.', {
  ...basis,
  unit: text('the id of the unit'),
  reporting: record('the period to report on, of all that the unit owes', {
    ...periodProperties,
    ...periodIds,
  }),
  items: list(
    'what the unit leads, then what it supports',
    closed({
      ...itemProperties(),
      pressure: word('what is most pressing about it', pressures),
      duty: maybe(
        record('the deadline that comes first', {
          id: text('the id of the item or criterion'),
          due: day('its deadline'),
          days_left: whole('days to it, negative when it is past'),
        }),
      ),
      rejected: maybe(day('the day its claim was rejected, where nothing was recorded since')),
      next: next([...eventNames, 'show']),
    }),
  ),
  query,
});

const waiting: Properties = {
  ...itemProperties(),
  by: maybe(text('the id of the unit that said so')),
  since: day('since when it waits'),
  days: count('for how many days'),
  reason: maybe(text('why, or what was achieved')),
};

const inboxSchema = answer('inbox', 'What waits for the reform office, the oldest first.', {
  ...head,
  claims: list(
    'claims to check',
    closed({
      ...waiting,
      evidence: ids('what proves it: papers, addresses, files'),
      next: next(['verify']),
    }),
  ),
  reporting: record('reports that are still to come', {
    ...periodProperties,
    units: list(
      'units with something still to report on',
      closed({ unit: maybe(text('the id of the unit; null where nobody leads')), ...periodIds }),
    ),
  }),
  rejected: list('claims that were rejected, with nothing recorded since', closed(waiting)),
  blocked: list('items that are blocked', closed(waiting)),
  excuses: list(
    'excuses that end within 30 days',
    closed({
      ...itemProperties(),
      until: day('the last day of the excuse'),
      days_left: count('days to it'),
    }),
  ),
});

const light = factSchemas('task')['light'] ?? {};

const agendaSchema = answer(
  'agenda',
  'A meeting of the commission, and how the tasks that it hears stand.',
  {
    ...basis,
    meeting: maybe(text('the id of the meeting; null where none is to come')),
    date: maybe(day('the day it is held')),
    days_left: maybe(whole('days to it, negative when it is past')),
    last: maybe(text('the id of the last meeting, where all are over')),
    points: list(
      'what is heard, in order; what is said of a task is null where there is none',
      closed({
        point: count('its number, from 1'),
        title: text('the point'),
        task: maybe(text('the id of the task it is about')),
        field: maybe(text('the id of the field of the task')),
        measures: maybe(count('measures of the task')),
        byStatus: maybe(
          among('these by status; one that none has is left out', statuses, count('so many')),
        ),
        light: { ...light, enum: [...colours, null] },
        overdue: maybe(count('measures that are overdue')),
        claimed: maybe(count('measures that are claimed')),
        last_report: maybe(
          record('what was last reported on one of its measures', {
            id: text('the id of the measure'),
            date: day('the day'),
            by: maybe(text('the id of the unit that reported')),
            progress: maybe(percent('how far it is, in percent')),
            note: maybe(text('what was said')),
          }),
        ),
        late: ids('measures that are overdue or red'),
      }),
    ),
  },
);

export const work = {
  due: dueSchema,
  mine: mineSchema,
  inbox: inboxSchema,
  agenda: agendaSchema,
} as const satisfies { readonly [A in AnswerName]?: Schema };
