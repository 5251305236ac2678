/** The answers of commands that check, explain and trace, and of the list of what can be undone. */
import { diagnosticCodes, severities } from '../../model/diagnostic.ts';
import { eventNames, statuses } from '../../model/events.ts';
import { closed, factSchemas, type Properties, type Schema } from '../../model/json-schema.ts';
import { kindNames } from '../../model/kinds/index.ts';
import { neededNames } from '../../model/readiness.ts';
import { linkNames, registerLinks } from '../../model/trace.ts';
import type { AnswerName } from './names.ts';
import {
  answer,
  basis,
  count,
  day,
  flag,
  ids,
  kindWord,
  knownBy,
  list,
  maybe,
  query,
  record,
  text,
  word,
} from './parts.ts';
import { parameterDefinitions, problem } from './problems.ts';

const node: Properties = {
  record: kindWord('what kind of record it is'),
  id: text('its whole id'),
};

const factOfArrangement = factSchemas('arrangement')['kind'] ?? {};
const recordStatus = maybe(word('where it stands, where it is an item or task', statuses));

const nodes: Schema = list(
  'every record that the links join, once',
  closed({
    ...node,
    kind: maybe({ ...factOfArrangement, description: 'what sort of arrangement it is' }),
    status: recordStatus,
  }),
);

const link: Schema = closed({
  as: word('what is said of the record it leads to', [...linkNames, ...registerLinks]),
  from: record('what `to` comes from', node),
  to: record('what carries `from` out', node),
});

const links = (description: string): Schema => ({
  ...list(description, { $ref: '#/definitions/link' }),
});

const mention: Schema = closed({
  record: kindWord('what kind of record names it'),
  id: text('the whole id of that record'),
  as: word('as evidence, as the decision behind a change, or as its own number', [
    'evidence',
    'decision',
    'number',
  ]),
  paper: text('the number or id of a document, a web address, or a file of the ledger'),
  is: word('which of these', ['document', 'url', 'file']),
  note: maybe(text('what is said of it')),
  date: maybe(day('the day of the event or decision')),
  event: maybe(word('the event that names it; null outside a log', eventNames)),
  entry: maybe(count('the number of the event in the log, from 1')),
  criteria: ids('the criteria that the event is about'),
  fate: word('what became of the event', ['counts', 'illegal', 'retracted', 'later']),
});

const mentions = (description: string): Schema =>
  list(description, { $ref: '#/definitions/mention' });

const traceSchema = answer(
  'trace',
  'How the records of a whole ledger hang together, and where that is not recorded.',
  {
    ...basis,
    nodes,
    links: links('how the records hang together'),
    duties_without_task: ids('duties that no task implements, as far as is recorded'),
    other_arrangements_without_task: ids('arrangements without a task that ask for none'),
    tasks_without_arrangement: ids('tasks that implement no arrangement'),
    supporting_projects: list(
      'projects that support tasks',
      closed({ id: text('the id of the project'), supports: ids('the tasks it supports') }),
    ),
    tasks: record('tasks issued beside tasks recorded', {
      issued: maybe(count('how many the issued document says')),
      recorded: count('how many are recorded'),
    }),
  },
  { definitions: { link } },
);

const traced: Schema = closed({
  record: maybe(kindWord('what kind of record it is; null for a paper that is none')),
  id: text('its whole id, or the paper as it was found'),
  nodes,
  up: links('what it comes from, nearest first'),
  down: links('what carries it out'),
  papers: mentions('the papers that prove or decide it and what carries it out'),
  named_in: mentions('the records that name it, where it is a document or paper'),
});

const traceOfSchema = answer(
  'trace-of',
  'What each of some records or papers comes from, and what carries it out.',
  { ...basis, traced: list('what was named, in that order', traced) },
  { definitions: { link, mention } },
);

const severity: Schema = word('how bad it is', [...new Set(Object.values(severities))].sort());

const validateSchema = answer(
  'validate',
  'Everything that is wrong with a ledger. Message and hint are in the language asked for.',
  {
    ledger: text("the ledger's folder, as it was seen from the working folder"),
    known_by: knownBy,
    errors: count('how many errors'),
    warnings: count('how many warnings'),
    problems: list(
      'the problems, by file, line and column',
      problem({
        severity,
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

const readySchema = answer(
  'ready',
  'What cannot be tested at the end of the year. What was not published cannot be judged: null.',
  {
    ...basis,
    query,
    tested: count('items that are to be tested'),
    cannot_be_tested: maybe(count('tasks and items that cannot be')),
    could_be_better: maybe(count('items that could be tested better')),
    missing: record(
      'how many lack what',
      Object.fromEntries(neededNames.map((name) => [name, count(`without ${name}`)])),
    ),
    items: list(
      'those of which something can be said',
      closed({
        ...node,
        testable: maybe(flag('can be tested at all')),
        missing: list('what it lacks', word('an attribute', neededNames)),
        efforts: list(
          'texts that only promise effort',
          closed({
            of: word('which text', ['title', 'deliverable', 'criterion']),
            criterion: maybe(text('the letter of the criterion')),
            text: text('the text'),
          }),
        ),
      }),
    ),
  },
);

const code: Schema = word('the code', [...diagnosticCodes].sort());

const codesSchema = answer('codes', 'The codes of all problems that validate knows.', {
  codes: list('the codes, in alphabetical order', closed({ code, severity })),
});

const explainSchema = answer('explain', 'What a problem means, in the language asked for.', {
  code,
  severity,
  text: text('what it means and how to mend it, for people'),
});

const schemasSchema = answer('schemas', 'The schemas that there are.', {
  answers: list(
    'of answers',
    closed({ name: text('its name'), command: text('the command that gives it') }),
  ),
  files: list(
    "of a ledger's files",
    closed({
      name: text('its name'),
      files: text('the files, as a pattern'),
      record: kindWord('the kind of record in them', kindNames),
    }),
  ),
});

const undoSchema = answer(
  'undo',
  "The user's own commands that can be taken back, the last one first.",
  {
    commands: list(
      'the commands',
      closed({
        id: text('its id in the history'),
        when: { type: 'string', format: 'date-time', description: 'when, in UTC' },
        user: text('whose it is'),
        command: text('what was typed, without the name of the program'),
        said: ids('what it said to people at that time, in their language'),
        files: ids("the files it changed, within the ledger's folder"),
      }),
    ),
  },
);

export const checks = {
  trace: traceSchema,
  'trace-of': traceOfSchema,
  validate: validateSchema,
  ready: readySchema,
  codes: codesSchema,
  explain: explainSchema,
  schemas: schemasSchema,
  undo: undoSchema,
} as const satisfies { readonly [A in AnswerName]?: Schema };
