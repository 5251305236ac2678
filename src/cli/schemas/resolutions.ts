/** The answer of `reform resolve`. */
import type { Schema } from '../../model/json-schema.ts';
import type { AnswerName } from './names.ts';
import { answer, count, flag, ids, list, maybe, record, text, word } from './parts.ts';

const sideNames = ['ours', 'theirs'];

const side = (description: string): Schema =>
  record(description, {
    commit: maybe(text('its commit; null where that is not known')),
    name: maybe(text('its branch, or what git was told to merge')),
  });

/** Any value of a ledger's file. */
const value = (description: string): Schema => ({ description });

const attribute = maybe(
  text('the attribute, lights.overdue where it stands in another; null for the record as a whole'),
);

const comments = (description: string): Schema =>
  list(
    description,
    record('a comment', {
      file: text("the file, within the ledger's folder"),
      comment: text('the comment, with its sign'),
    }),
  );

const resolveSchema = answer(
  'resolve',
  'What was united in a conflicted working folder, what was settled, and what only a person can settle.',
  {
    operation: word('what git is doing', [
      ...['merge', 'rebase', 'am', 'cherry-pick', 'revert', 'stash', 'other'],
    ]),
    main: word('the side on the main line: its entries come first and its ids stay', sideNames),
    ours: side('what is merged into; in a rebase what is rebased onto'),
    theirs: side('what is merged; in a rebase the commit that is put on top'),
    written: flag('files were written; not with --dry-run or where nothing was to be done'),
    files: list(
      "the ledger's files that are in conflict",
      record('a file', {
        file: text("its path within the ledger's folder"),
        state: word(
          'settled, by hand or not; in conflict still; worked on by hand and not settled; a version that cannot be read; no text found that keeps both',
          ['settled', 'conflict', 'by-hand', 'edited', 'unread', 'unwritten'],
        ),
      }),
    ),
    outside: ids("paths in conflict that are none of the ledger's, from the top of the repository"),
    beside: ids(
      "files in conflict that the ledger keeps beside its records, within the ledger's folder",
    ),
    renamed_twice: list(
      'files that both sides have renamed',
      record('a file', {
        from: text('the name that both began with, from the top of the repository'),
        ours: text('the name that ours has given it'),
        theirs: text('the name that theirs has given it'),
      }),
    ),
    united: list(
      'logs in which events of both sides stand',
      record('a log', {
        id: text("the record's id"),
        ours: count('events that only ours had'),
        theirs: count('events that only theirs had'),
      }),
    ),
    renumbered: list(
      'records that got another number, since both sides had given out the same',
      record('a record', {
        from: text('the id it had'),
        to: text('the id it has'),
        side: word('the side it is from', sideNames),
      }),
    ),
    references: list(
      'records that name an id which now is that of another record',
      record('a record', {
        id: text('the record that names it'),
        from: text('the id it names'),
        to: text('the id of the record that it means'),
        file: maybe(text('the file in which it was rewritten; null where it could not be')),
      }),
    ),
    settled: list(
      'conflicts that were settled',
      record('a conflict', {
        id: text("the record's id"),
        attribute,
        side: word('the side that stands', sideNames),
      }),
    ),
    entries: list(
      'entries of logs that were dealt with, beyond standing side by side',
      record('an entry', {
        id: text("the record's id"),
        what: word(
          'put otherwise or taken away by a side; a retraction that is not needed; retracted by settling; recorded once more by settling',
          ['reworded', 'removed', 'doubled', 'retracted', 'again'],
        ),
        side: word('the side whose entry or doing it is', sideNames),
        number: maybe(count('its number: before where it was changed or taken away, else now')),
        event: text('its event'),
        date: text('its day'),
      }),
    ),
    losses: list(
      'what files that were settled by hand lack, though it contradicted nothing',
      record('something', {
        file: text("the file, within the ledger's folder"),
        id: text("the record's id"),
        attribute: maybe(text('the attribute; null for the record as a whole and for an event')),
        side: word('the side that has it', sideNames),
        event: maybe(text('the event; null for what is none')),
        date: maybe(text('its day')),
      }),
    ),
    conflicts: list(
      'conflicts that are left; settled by --ours or --theirs ID.attribute, or ID',
      record('a conflict', {
        file: text("the file, within the ledger's folder"),
        id: text("the record's id"),
        attribute,
        why: word(
          'two values; deleted and changed; an earlier entry changed twice; an entry retracted by one side and changed or removed by the other; an attribute set by events of both; events that cannot both count; two records under one id',
          ['value', 'gone', 'entry', 'retracted', 'contested', 'status', 'same-id'],
        ),
        moved_to: maybe(text('the id under which a deleted record seems to stand on that side')),
        base: value('what both began with'),
        ours: value('what ours has; for status the names of its events'),
        theirs: value('what theirs has; for status the names of its events'),
      }),
    ),
    comments_moved: comments('comments that found no place of their own and stand at the end'),
    comments_left: comments('comments that went with what was not taken'),
    problems: count('errors of the whole that neither side had; 0 while conflicts are left'),
    next: ids('the commands to be typed next'),
  },
);

export const resolutions = {
  resolve: resolveSchema,
} as const satisfies { readonly [A in AnswerName]?: Schema };
