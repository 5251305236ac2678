/**
 * English help of every command: what it does, its options and examples. Reference pages are
 * generated from it.
 */

/** The help of one command. */
export interface CommandHelp {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What a user should know, above the options. */
  readonly about: string;
  readonly examples: readonly (readonly [command: string, what: string])[];
}

const commands = {
  list: {
    summary: 'what is on the list: measures, projects, tasks and all other records',
    about: `Lists records of a kind: fields, districts, units, documents, arrangements, leading-reforms,
pilots, platforms, meetings, tasks, measures, projects, criteria. Without a kind: measures and projects.
Further words search ids, titles and aliases in either language. Names, ids in any case and unique parts of
names are taken everywhere. A column that is empty in every row is not drawn; the last lines name it.`,
    examples: [
      [
        'reform list --district Huangpu',
        "a district's projects, and the measures it leads or supports",
      ],
      ['reform list tasks --field "social governance"', 'the tasks of a field'],
      ['reform list tasks --columns id,title,as --sort as', 'other columns, another order'],
      ['reform list ecological voucher', 'search'],
      ['reform list projects --format csv > projects.csv', 'for a spreadsheet'],
    ],
  },
  show: {
    summary: 'all that is known of a record, with its source and its log',
    about: `Shows records of any kind by id, name or alias: an item with its criteria, evidence and log, a task
with its measures, a district with its projects, a document with its arrangements, and whatever refers to it.`,
    examples: [
      ['reform show huangpu-1', 'one project'],
      ['reform show T01 T01.1', 'a task, then one of its measures'],
      ['reform show "ecological voucher"', 'by a part of a name'],
      ['reform show work-arrangement', 'a document and the arrangements in it'],
      ['reform show ledger', 'the ledger itself'],
    ],
  },
  summary: {
    summary: 'issued beside recorded, claimed apart from verified',
    about: `Counts the ledger: what the issued document says it holds beside what is recorded, by field and by
district, what is claimed and what is verified, and what can be judged at all.`,
    examples: [
      ['reform summary', 'as of today'],
      ['reform summary --today 2022-06-30', 'as it stood at the end of June'],
      ['reform summary --json', 'for programs'],
    ],
  },
  validate: {
    summary: 'check every file and every fact of the ledger',
    about: `Checks all files and tells all problems at once, each with its place and a hint. Exit code 1 when
anything is wrong (with --strict also on warnings), 0 when all is well.`,
    examples: [
      ['reform validate', 'for people'],
      ['reform validate --strict', 'warnings count too'],
      ['reform validate --format github', 'annotations in a GitHub workflow'],
      ['reform validate --format json', 'for programs'],
    ],
  },
  explain: {
    summary: 'what a problem means and what to do about it',
    about: 'Explains a code that validate tells. Without a code: lists them all.',
    examples: [
      ['reform explain event/illegal', 'one code'],
      ['reform explain', 'all codes'],
    ],
  },
  report: {
    summary: 'report progress; the first report also starts the item',
    about: `Adds one line to the log of each item: what happened, how far it is, what stands in the way, what comes
next. Nothing else in the file changes. The change is checked before it is written and read back after.`,
    examples: [
      ['reform report huangpu-1 -m "Site chosen"', 'in words'],
      [
        'reform report T01.1 --progress 60 -m "412 comments" --next "Second hearing"',
        'with figures',
      ],
      ['reform report T01.1 -F notes.txt --date 2022-07-05', 'text of a file, happened earlier'],
      ['reform report T01.1 T01.2 -m "Drafted" -n', 'several items; -n only shows the change'],
    ],
  },
  done: {
    summary: 'claim that items are done, with evidence',
    about: `Adds a claim to the log of each item. A claim needs evidence and the unit that makes it, and every criterion
met or named, or else a result. It is no fact until somebody else verifies it.`,
    examples: [
      [
        'reform done T01.1 -e 穗府办规〔2022〕18号 --by planning-bureau --result "In force"',
        'a document',
      ],
      ['reform done T01.2 -e evidence/T01.2/annex.pdf --criteria a,b', 'a file in the ledger'],
      [
        'reform done huangpu-1 -e https://www.example.org/notice -m "Opened" -n',
        'a web page; -n only shows',
      ],
    ],
  },
  iam: {
    summary: 'say once which unit you report for',
    about: `Keeps your unit and name in your own configuration, never in the repository. Commands use the unit
unless --by or REFORM_BY names another. Without a unit: says who you are.`,
    examples: [
      ['reform iam planning-bureau --name 李明', 'set'],
      ['reform iam', 'who am I'],
      ['reform iam --forget', 'no longer'],
    ],
  },
} satisfies Record<string, CommandHelp>;

export const enHelp = {
  commands: commands as { readonly [N in keyof typeof commands]: CommandHelp },
  program: 'A ledger of reform tasks and measures, kept as plain YAML files in git.',
  groups: { ask: 'Ask:', update: 'Update:', check: 'Check:', shell: 'Yourself:' },
  examples: 'Examples:',
  after: `A first look:
  reform summary
  reform list --district Huangpu
  reform show huangpu-1

Exit codes: 0 ok · 1 problems found, or a change refused · 2 wrong usage · 3 the ledger cannot be read ·
4 changed underneath, try again · 5 the disk or the system said no · 70 a mistake of ours.`,
  options: {
    ledger: "the ledger's folder (default: REFORM_LEDGER, or the current ledger found upwards)",
    year: 'the ledger of a year, where several are found',
    noCache: 'read every file anew, whatever is known from before',
    today: 'take this day for today, as YYYY-MM-DD',
    help: 'show help for a command',
    version: 'show the version',
    format: 'how to write the answer: table, json, csv or markdown',
    formatSections: 'how to write the answer: table, json or markdown',
    formatCheck: 'how to write the problems: text, json or github',
    json: 'the same as --format json',
    columns: 'which columns, separated by commas: any attribute of the kind',
    sort: 'sort by columns, separated by commas; with - before a name downwards',
    district: 'only of a district',
    field: 'only of a field',
    unit: 'only what a unit leads or supports',
    status: 'only with a status; several separated by commas',
    strict: 'warnings count as errors',
    message: 'what happened, in words',
    file: 'the words from a file; - for standard input',
    progress: 'how far the work is, in percent',
    problem: 'what stands in the way',
    next: 'what comes next',
    evidence: 'a document number, a web address or a file in the ledger; may be repeated',
    criteria: 'criteria that are met with this, separated by commas',
    result: 'what was achieved, where there are no criteria',
    date: 'the day it happened, as YYYY-MM-DD (default: today in the zone of the ledger)',
    by: 'the unit that says so (default: REFORM_BY, then reform iam)',
    dryRun: 'only show the change to the files',
    name: 'your name',
    forget: 'forget who you are',
  },
};

export type Help = typeof enHelp;
