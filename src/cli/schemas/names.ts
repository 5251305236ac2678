/** The kinds of answers that are described by a schema, and the commands that give them. */
import { type KindName, kindNames } from '../../model/kinds/index.ts';
import { filesOf } from '../../model/layout.ts';

export const answerCommands = {
  list: 'reform list --json',
  query: 'reform list --parse-only --json',
  show: 'reform show ID --json',
  summary: 'reform summary --json',
  'summary-by': 'reform summary --by SIDES --json',
  'summary-compare': 'reform summary --compare DAY --json',
  scorecard: 'reform summary --scorecard --json',
  'burn-up': 'reform summary --burn-up --json',
  due: 'reform due --json',
  mine: 'reform mine --json',
  inbox: 'reform inbox --json',
  agenda: 'reform agenda --json',
  log: 'reform log --json',
  diff: 'reform diff --json',
  trace: 'reform trace --json',
  'trace-of': 'reform trace ID --json',
  validate: 'reform validate --json',
  ready: 'reform validate --ready --json',
  codes: 'reform explain --json',
  explain: 'reform explain CODE --json',
  schemas: 'reform schema --json',
  undo: 'reform undo --list --json',
  review: 'reform review --json',
  resolve: 'reform resolve --json',
  import: 'reform import FILE --json',
} as const;

export type AnswerName = keyof typeof answerCommands;

/** The name of the schema of the files that keep records of a kind: `files/tasks`, `files/ledger`. */
export const nameOfFiles = (kind: KindName): string =>
  `files/${(filesOf(kind) ?? kind).replace(/(?:\/\*)?\.yaml$/, '')}`;

/** The names of all schemas. */
export const schemaNames: readonly string[] = [
  ...Object.keys(answerCommands),
  ...kindNames.filter((kind) => filesOf(kind) !== undefined).map(nameOfFiles),
];
