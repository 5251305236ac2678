/** The answer of `import`: how a list was read, and what it would bring. */
import type { Counts } from '../../intake/outcome.ts';
import { closed, oneOf, type Properties, type Schema } from '../../model/json-schema.ts';
import type { Note } from '../../sheets/fault.ts';
import type { AnswerName } from './names.ts';
import {
  answer,
  anything,
  count,
  day,
  flag,
  ids,
  list,
  maybe,
  record,
  text,
  word,
} from './parts.ts';

const address = text('the cell, as office programs write it');
const id = text('the id of the record');

type NoteOf<C extends Note['code']> = Extract<Note, { readonly code: C }>;
type Said<C extends Note['code']> = { readonly [K in Exclude<keyof NoteOf<C>, 'code'>]: Schema };

const sheet = text('the sheet');
const inCells = { sheet, count: count('how many'), cell: text('the first of them') };
const inSheet = { sheet, count: count('how many') };

const notes: { readonly [C in Note['code']]: Said<C> } = {
  formulas: inCells,
  'formulas-empty': inCells,
  macros: {},
  'external-links': {},
  encoding: { encoding: text('the encoding it was read in') },
  'hidden-sheets': { names: ids('the sheets') },
  'hidden-rows': inSheet,
  'hidden-columns': inSheet,
  'sheets-without-cells': { count: count('how many') },
  tracked: {
    hasInsertions: flag('insertions were taken'),
    hasDeletions: flag('deletions were left out'),
  },
  nested: inCells,
  numbered: inCells,
  ragged: { row: count('the first row that differs, from 1') },
};

const note: Schema = oneOf(
  Object.entries(notes).map(([code, said]) =>
    closed({ code: { const: code, description: 'what there is to know' }, ...said }),
  ),
);

const counts: { readonly [C in keyof Counts]: Schema } = {
  fields: count('fields'),
  districts: count('districts'),
  units: count('units'),
  tasks: count('tasks'),
  measures: count('measures'),
  projects: count('projects'),
  criteria: count('criteria'),
  reports: count('reports'),
};

const amended: Schema = closed({
  id,
  address,
  attribute: text('the attribute'),
  is: anything('what the ledger has; null where it has nothing'),
  becomes: anything('what the list says'),
  by: word('how it would be recorded', ['set', 'amend', 'postpone']),
});

const column: Properties = {
  column: text('its letter'),
  heading: text('its heading'),
  becomes: text('what its cells become; none where they are not taken'),
  quarter: maybe(count('the quarter that it is about')),
  whyNot: maybe(text('why it is not taken')),
};

const importSchema = answer(
  'import',
  'How a list was read, and what it would change or has changed.',
  {
    file: text('the name of the file'),
    applied: flag('it was written'),
    lists: list(
      'the lists that were found',
      closed({
        sheet: text('the sheet; empty for a text file'),
        headings: list('the rows of the headings, first and last, from 1', count('a row')),
        columns: list('its columns', closed(column)),
        items: count('items in it'),
      }),
    ),
    added: record('how many records it adds', counts),
    changed: list('attributes that change', amended),
    same: count('items that the ledger has already as the list gives them'),
    deadlines: list(
      'how printed deadlines were read',
      closed({
        text: text('the printed words'),
        due: day('the day'),
        start: maybe(day('the first day, where one is given')),
        byYear: flag('the year was not written; it is that of the ledger'),
        rows: count('in how many rows'),
      }),
    ),
    registered: list(
      'how names were taken',
      closed({
        kind: word('what it is a name of', ['unit', 'district', 'field']),
        name: text('as printed'),
        id,
        title: text('what the record is called in the register'),
        isPlain: flag('printed as the register has it'),
        how: word('found, said by whoever imports it, or proposed', ['known', 'chosen', 'new']),
        address,
        rows: count('in how many rows'),
        like: ids('names that it may be short for'),
      }),
    ),
    outdated: list('where the list repeats what has been amended since', amended),
    notTaken: list(
      'what was not taken',
      closed({ address, why: text('why, in a code'), text: text('what stands there') }),
    ),
    claims: list(
      'claims of the list, which need a verb of their own',
      closed({
        id,
        claims: word('what it claims', ['complete', 'closed', 'withdrawn', 'blocked']),
        address,
      }),
    ),
    dropped: ids('words beside names of units that were left out'),
    blank: list(
      'where the ledger has something and the list is blank',
      closed({ id, attribute: text('the attribute') }),
    ),
    items: list(
      'new items',
      closed({
        id,
        title: text('its title'),
        under: text('the title of its task or district'),
        lead: ids('the ids of its lead units'),
        due: maybe(day('its deadline')),
      }),
    ),
    missing: ids('items of the ledger that the list does not have'),
    elsewhere: list(
      'items under another task or district than in the ledger',
      closed({ id, address }),
    ),
    needs: list('what amendments lack', word('an attribute', ['reason', 'document'])),
    notes: list('what there is to know about the file', note),
  },
);

export const imports = { import: importSchema } as const satisfies {
  readonly [A in AnswerName]?: Schema;
};
