/** The answer of `reform review`. */
import { severities } from '../../model/diagnostic.ts';
import type { Schema } from '../../model/json-schema.ts';
import { judgements } from '../reviewing/judging.ts';
import type { AnswerName } from './names.ts';
import { answer, count, flag, list, maybe, record, text, word } from './parts.ts';
import { parameterDefinitions, problem } from './problems.ts';

/** A state of the ledger that was compared. */
const side = (description: string): Schema =>
  record(description, {
    is: word('a revision, an ancestor, what is staged or the working folder', [
      'revision',
      'ancestor',
      'staged',
      'work-tree',
    ]),
    revision: maybe(text('the revision as it was named')),
    commit: maybe(text("the commit's whole id; null for what is not committed")),
    committed: maybe({
      type: 'string',
      format: 'date-time',
      description: 'when it was committed, in UTC',
    }),
    has_ledger: flag('there is a ledger in the folder'),
    folder: maybe(
      text(
        "the ledger's folder from the repository's top, empty for the top itself; null without one",
      ),
    ),
  });

const reviewSchema = answer(
  'review',
  'Everything that is wrong with a ledger as it would be, and what the move to it may not do. Message and hint are in the language asked for.',
  {
    ledger: text("the ledger's folder, as it was seen from the working folder"),
    from: side('the older state'),
    to: side('the newer state'),
    judgement: word(
      'whether the move was judged: there may have been no ledger, none any more, or one that cannot be read',
      judgements,
    ),
    other_ledgers: list(
      'the other ledgers of the repository that are told of, those that changed and those that are gone',
      record('a ledger', {
        folder: text("its folder, from the repository's top; . for the top itself"),
        judgement: word('whether its move was judged', judgements),
      }),
    ),
    errors: count('how many errors'),
    warnings: count('how many warnings'),
    problems: list(
      'the problems: of the newer state, then of the move, each by file, line and column',
      problem({
        severity: word('how bad it is', [...new Set(Object.values(severities))].sort()),
        of: word('whether it is a problem of the newer state or of the move', ['ledger', 'move']),
        side: word('the state in which the line stands', ['from', 'to']),
        ledger: text("the ledger's folder, as it was seen from the working folder"),
        file: text("the file, within the ledger's folder"),
        line: maybe(count('the line, from 1; null where the whole file is meant')),
        column: maybe(count('the column, from 1, in UTF-16 units')),
        length: maybe(count('how many UTF-16 units are meant')),
        message: text('a sentence for people'),
        hint: maybe(text('how to mend it, for people')),
      }),
    ),
  },
  { definitions: parameterDefinitions },
);

export const reviews = {
  review: reviewSchema,
} as const satisfies { readonly [A in AnswerName]?: Schema };
