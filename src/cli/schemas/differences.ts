/** The answer of `diff`: what differs between two states of a ledger. */
import { cautions } from '../../model/cautions.ts';
import { eventNames, statuses } from '../../model/events.ts';
import {
  closed,
  definition,
  described,
  eventSchema,
  oneOf,
  orNull,
  type Properties,
  type Schema,
} from '../../model/json-schema.ts';
import { kindNames, kindOf } from '../../model/kinds/index.ts';
import { colours } from '../../model/lights.ts';
import type { AnswerName } from './names.ts';
import {
  among,
  answer,
  basis,
  count,
  flag,
  ids,
  kindWord,
  list,
  maybe,
  record,
  text,
  whole,
  word,
} from './parts.ts';

const side = (description: string): Schema =>
  record(description, {
    is: word('what it is', ['revision', 'ancestor', 'staged', 'work-tree']),
    revision: maybe(text('the revision as it was named; null where none was')),
    commit: maybe(text("the commit's whole id; null for what is not committed")),
    committed: maybe({
      ...text('when it was committed, in UTC; null for what is not'),
      format: 'date-time',
    }),
    has_ledger: flag('there is a ledger in the folder at all'),
    folder: maybe(
      text(
        "the ledger's folder from the repository's top, empty for the top itself; null without one",
      ),
    ),
  });

const plurals = kindNames.map((kind) => kindOf(kind).plural);

const counts: Properties = {
  records: count('records of which anything differs'),
  differences: count('all differences'),
  events: among('events that are new, by their names', eventNames, count('so many')),
  added: among(
    'records that came, by kind, with what stands inside them',
    plurals,
    count('so many'),
  ),
  removed: among(
    'records that are gone, by kind, with what stood inside them',
    plurals,
    count('so many'),
  ),
  edited: count('records of which an attribute was edited in place'),
  moved: count('records that stand in another file or inside another record'),
  renumbered: count('records with another id'),
  rewritten: count(
    'entries of logs that were changed, removed, put elsewhere or inserted before others',
  ),
  deadlines_later: count('deadlines that moved to a later day'),
  deadlines_earlier: count('deadlines that moved to an earlier day'),
  most_days_later: count('the most days by which one moved to a later day'),
  cautions: among(
    'records about which something must not be overlooked, by what it is',
    cautions,
    count('so many'),
  ),
};

/** Any value of a ledger's file. */
const value = (description: string): Schema => ({ description });
const event = (description: string): Schema => described(description, orNull(definition('event')));

const difference = closed({
  record: kindWord('what kind of record it is about'),
  id: text('its whole id, as it is now, or as it was where it is gone'),
  inside: maybe(text('the id of the record that it stands inside of')),
  file: text("the file it stands in, within the ledger's folder"),
  is: word('what became of it', ['added', 'removed', 'renumbered', 'moved', 'attribute', 'log']),
  was_id: maybe(text('renumbered: the id it had')),
  was_file: maybe(text('moved: the file it stood in')),
  was_inside: maybe(text('moved: the id of the record that it stood inside of')),
  attribute: maybe(text('attribute: its name, as the files have it')),
  from: value('attribute: the value it had; null where there was none'),
  to: value('attribute: the value it has; null where there is none'),
  how: maybe(
    word('log: what became of the entry', [
      'appended',
      'inserted',
      'changed',
      'removed',
      'reordered',
    ]),
  ),
  number: maybe(count('log: its number, counted from 1; the one it had where it is removed')),
  was_number: maybe(count('log: the number it had, where it was put elsewhere')),
  event: event('log: the entry; what it was where it is removed'),
  was_event: event('log: what a changed entry was'),
  fate: maybe(
    word('log: what the entry of an item comes to', ['counts', 'illegal', 'retracted', 'later']),
  ),
  days_moved: maybe(
    whole(
      'by how many days it moves a deadline, negative when earlier; of several the one that moves furthest',
    ),
  ),
  cautions: list('what must not be overlooked about it', word('a caution', cautions)),
});

const turn = (description: string, each: Schema): Schema =>
  record(description, { from: each, to: each });

const effect = closed({
  record: kindWord('what kind of item it is', ['measure', 'project']),
  id: text('its id'),
  is_own: flag('something of its own differs; otherwise it follows from another difference'),
  status: turn('where it stands by either state', word('a status', statuses)),
  light: turn(
    'its light by either state',
    maybe(word('a light; null where nothing is owed', colours)),
  ),
});

const diffSchema = answer(
  'diff',
  'What differs between two states of a ledger, by ids, attributes and events, both seen on the same day.',
  {
    ...basis,
    from: side('the older state'),
    to: side('the newer state'),
    counts: record('how much of what', counts),
    differences: list('what differs, registers first', difference),
    effects: list('items whose status or light is another one', effect),
    files: list(
      'files of evidence and texts that are not what they were',
      closed({
        file: text("its path within the ledger's folder"),
        how: word('what became of it', ['added', 'changed', 'removed']),
        records: ids('the ids of the records that refer to it'),
      }),
    ),
    other_ledgers: list(
      'other ledgers of the repository that are not the same in both states, and those that are where the compared one is in one only',
      closed({
        folder: text("its folder from the repository's top; empty for the top itself"),
        fate: word('what became of it', ['same', 'changed', 'added', 'removed']),
      }),
    ),
    layout_files: ids('files that differ in layout, order or comments only'),
  },
  {
    definitions: {
      event: oneOf(eventNames.map(definition)),
      ...Object.fromEntries(eventNames.map((name) => [name, eventSchema(name)])),
    },
  },
);

export const differences = { diff: diffSchema } as const satisfies {
  readonly [A in AnswerName]?: Schema;
};
