/** The answer about who recorded what and when. */
import { eventNames } from '../../model/events.ts';
import {
  closed,
  definition,
  described,
  eventSchema,
  oneOf,
  orNull,
  type Schema,
} from '../../model/json-schema.ts';
import type { AnswerName } from './names.ts';
import {
  answer,
  basis,
  count,
  day,
  flag,
  ids,
  kindWord,
  list,
  maybe,
  query,
  record,
  text,
  whole,
  word,
} from './parts.ts';

const commit = maybe(text('the id of the commit; null where it is in none yet'));

const anEvent = (description: string): Schema =>
  described(description, orNull(definition('event')));

const logSchema = answer(
  'log',
  'Who recorded what and when, the last first.',
  {
    ...basis,
    query,
    ids: maybe(ids('the ids that were asked for; null where a query was asked, or everything')),
    head: text('the id of the commit that it leads to'),
    shallow: flag('the history is cut off, as in a shallow clone'),
    unread: list(
      'versions of files that could not be read and were passed over',
      closed({
        commit: text('the id of the commit that holds it'),
        file: text("the file, within the ledger's folder"),
      }),
    ),
    count: count('how many were recorded; --limit may give fewer'),
    items: list(
      'what was recorded',
      closed({
        recorded: maybe(
          day(
            "the day it was first on the main line, by the committer's clock; null: in no commit",
          ),
        ),
        or_before: flag('it may have been recorded earlier: what came before is not here'),
        author: maybe(
          record('who wrote the commit, as git keeps it', {
            name: text('the name'),
            address: text('the address'),
          }),
        ),
        authored: maybe(text("the instant it was written, by the author's clock")),
        commit,
        subject: maybe(text("the first line of the commit's message")),
        landed: maybe(text('the id of the commit of the main line that brought it')),
        record: kindWord('what kind of record it is about'),
        id: text('the id of that record as it is called now'),
        id_then: text('the id as it was called then'),
        file: text("the file it stood in, within the ledger's folder"),
        inside: flag('it came or went with the record that it belongs to or stands in'),
        change: word('what became of the record', [
          ...['added', 'removed', 'renumbered', 'moved', 'attribute', 'log'],
        ]),
        attribute: maybe(text('the attribute that has another value')),
        from: { description: 'the value before; null where there was none' },
        to: { description: 'the value since; null where there is none' },
        how: maybe(
          word('what became of the entry of the log', [
            ...['appended', 'inserted', 'changed', 'removed', 'reordered'],
          ]),
        ),
        entry: maybe(count('the number of the entry then, from 1')),
        event: anEvent('the entry of the log'),
        replaces: anEvent('the entry that stood in its place'),
        happened: maybe(day('the day that the entry gives')),
        days: maybe(whole('days from then to the day it was recorded; null where nothing is new')),
      }),
    ),
  },
  {
    definitions: {
      event: oneOf(eventNames.map(definition)),
      ...Object.fromEntries(eventNames.map((name) => [name, eventSchema(name)])),
    },
  },
);

export const histories = { log: logSchema } as const satisfies {
  readonly [A in AnswerName]?: Schema;
};
