/** The page about the query language, made from the keys themselves, and its examples as they are typed. */
import { kindNames, kindOf } from '../src/model/kinds/index.ts';
import { type KeyForm, type QueryKey, queryKeys } from '../src/model/query-keys.ts';
import { zh } from '../src/words/zh.ts';

/** Each is the same in bash, zsh, fish and PowerShell; the arguments are what `reform` must get. */
export const queryExamples: readonly {
  readonly typed: string;
  readonly args: readonly string[];
  readonly what: string;
}[] = [
  { typed: 'list status:blocked', args: ['list', 'status:blocked'], what: 'one key, one value' },
  {
    typed: 'list "status:done,verified"',
    args: ['list', 'status:done,verified'],
    what: 'one of several values; PowerShell wants the quotation marks, the others do not mind',
  },
  { typed: 'list due:..2022-09-30', args: ['list', 'due:..2022-09-30'], what: 'until a day' },
  { typed: 'list due:2022Q3', args: ['list', 'due:2022Q3'], what: 'within a quarter' },
  { typed: 'list due:+30d', args: ['list', 'due:+30d'], what: 'from today to 30 days from now' },
  { typed: 'list due:9月', args: ['list', 'due:9月'], what: "in September of the ledger's year" },
  { typed: 'list due:none', args: ['list', 'due:none'], what: 'without a deadline' },
  { typed: 'list progress:..50', args: ['list', 'progress:..50'], what: 'at most half done' },
  {
    typed: 'list overdue:yes not light:red',
    args: ['list', 'overdue:yes', 'not', 'light:red'],
    what: 'terms side by side must all hold; `not` turns one round',
  },
  {
    typed: 'list light:red or overdue:yes',
    args: ['list', 'light:red', 'or', 'overdue:yes'],
    what: '`or` binds less than terms side by side',
  },
  {
    typed: 'list "(light:red or overdue:yes) lead:planning"',
    args: ['list', '(light:red or overdue:yes) lead:planning'],
    what: 'brackets, inside one quoted argument',
  },
  {
    typed: 'list "lead:Planning and Natural Resources Bureau"',
    args: ['list', 'lead:Planning and Natural Resources Bureau'],
    what: 'a name with a blank; any name, alias or unique part of one, in either language',
  },
  { typed: 'list 牵头:规资局', args: ['list', '牵头:规资局'], what: 'keys in Chinese' },
  {
    typed: 'list due：2022Q3 （light：red 或 overdue：yes）',
    args: ['list', 'due：2022Q3', '（light：red', '或', 'overdue：yes）'],
    what: 'full-width punctuation, which no shell takes for its own',
  },
  {
    typed: 'list estates night',
    args: ['list', 'estates', 'night'],
    what: 'words of titles, ids and aliases',
  },
  {
    typed: 'list tasks horizon:long-term',
    args: ['list', 'tasks', 'horizon:long-term'],
    what: 'records of another kind',
  },
  {
    typed: 'list horizon:long-term',
    args: ['list', 'horizon:long-term'],
    what: 'an attribute of the task that a measure stands in',
  },
  {
    typed: 'list --status planned --lead planning',
    args: ['list', '--status', 'planned', '--lead', 'planning'],
    what: 'the flags are short for terms',
  },
];

const code = (text: string) => `\`${text}\``;

const formInWords = (form: KeyForm): string => {
  switch (form.is) {
    case 'text':
      return 'text, or a part of it';
    case 'date':
      return 'days: see [dates](dates.md)';
    case 'integer':
      return 'numbers: `50`, `..50`, `50..`, `20..50`';
    case 'flag':
      return '`yes` or `no`';
    case 'choice':
      return form.of.map(code).join(', ');
    case 'name':
      return `names of ${form.of.map((kind) => kindOf(kind).plural).join(' or ')}`;
  }
};

const rowOf = ({ name, form, doc }: QueryKey): string => {
  const chinese = zh.facts[name];
  return `| ${code(name)}${chinese === undefined ? '' : ` ${chinese}`} | ${formInWords(form)} | ${doc} |`;
};

const tableOf = (keys: readonly QueryKey[]): readonly string[] => [
  '| key | values | meaning |',
  '|---|---|---|',
  ...keys.map(rowOf),
];

const others = kindNames.filter((kind) => kind !== 'measure' && kind !== 'project');

/** `docs/query.md`. */
export const queryPage = (): string =>
  [
    '# Asking with a query',
    '',
    'Made from the code by `npm run docs`.',
    '',
    'Readers take a query behind the kind, writers behind `--where`. Every answer says which query was active, and',
    '`--parse-only` says how it is understood without answering it.',
    '',
    '| typed | what it asks for |',
    '|---|---|',
    ...queryExamples.map(({ typed, what }) => `| ${code(`reform ${typed}`)} | ${what} |`),
    '',
    '- A term is `key:value`; several values with commas are alternatives. `none` is what is absent, `any` what is there.',
    '- Terms side by side (or joined by `and`) must all hold; `or` binds less, `not` more; brackets put together.',
    '  In Chinese: `且`, `或`, `非`.',
    '- A word without a key is searched for in ids, titles and aliases. In quotation marks it may hold blanks, colons and',
    '  commas.',
    '- Names of units are those of the day: a dissolved unit is found under its successor. A unit that is a member of a',
    '  group leads and supports what the group does.',
    '- A word that follows a name in the same argument belongs to the name where that makes it the name of one record.',
    '- There is no `<`, `>`, `=` and no leading `-`: shells take them for their own.',
    '- What is not understood is refused, with a mark under it; nothing is guessed.',
    '',
    '## Saved views',
    '',
    'Questions that are asked every week are kept in `ledger.yaml` and asked with `reform list --view late`:',
    '',
    '```yaml',
    'views:',
    '  - { name: late, query: "overdue:yes or light:red", columns: [id, title, lead, days_left], sort: [days_left] }',
    '  - { name: far, query: "horizon:long-term", kind: tasks }',
    '```',
    '',
    'What is typed besides narrows the view; columns and order that are typed take the place of its own.',
    '',
    '## Keys of measures and projects',
    '',
    ...tableOf([...queryKeys(['measure', 'project']).values()]),
    ...others.flatMap((kind) => [
      '',
      `## Keys of ${kindOf(kind).plural}`,
      '',
      ...tableOf([...queryKeys([kind]).values()]),
    ]),
    '',
  ].join('\n');
