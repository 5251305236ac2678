/**
 * English words and sentences for people. Codes, ids and JSON keys are not words and do not stand
 * here. Another language is a file beside this one with the type of `en`.
 */
import type { EventName, Status } from '../model/events.ts';
import type { KindName } from '../model/kinds/index.ts';

const list = (words: readonly string[], last = 'or'): string =>
  words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

const kinds: { readonly [K in KindName]: { readonly one: string; readonly many: string } } = {
  ledger: { one: 'ledger', many: 'ledgers' },
  field: { one: 'field', many: 'fields' },
  district: { one: 'district', many: 'districts' },
  unit: { one: 'unit', many: 'units' },
  document: { one: 'document', many: 'documents' },
  arrangement: { one: 'arrangement', many: 'arrangements' },
  'leading-reform': { one: 'leading reform', many: 'leading reforms' },
  pilot: { one: 'pilot', many: 'pilots' },
  platform: { one: 'platform', many: 'platforms' },
  meeting: { one: 'meeting', many: 'meetings' },
  task: { one: 'task', many: 'tasks' },
  measure: { one: 'measure', many: 'measures' },
  project: { one: 'project', many: 'projects' },
  criterion: { one: 'criterion', many: 'criteria' },
};

const statuses: { readonly [S in Status]: string } = {
  declared: 'declared',
  listed: 'listed',
  planned: 'planned',
  'in-progress': 'in progress',
  blocked: 'blocked',
  done: 'done (claimed)',
  verified: 'verified',
  withdrawn: 'withdrawn',
};

/**
 * What an attribute or a derived fact is called in a sentence; its heading is the same in capitals.
 */
const facts: Readonly<Record<string, string>> = {
  agenda: 'agenda',
  aliases: 'aliases',
  arrangements: 'arrangements',
  as: 'called',
  basis: 'basis',
  claimed: 'claimed',
  contents: 'contents',
  date: 'date',
  deliverable: 'deliverable',
  district: 'district',
  document: 'document',
  due: 'deadline',
  due_issued: 'deadline as issued',
  due_text: 'deadline in words',
  duties: 'duties',
  evaluated: 'evaluated',
  field: 'field',
  horizon: 'horizon',
  id: 'id',
  illustrative: 'illustrative',
  implements: 'implements',
  issued: 'issued',
  issued_amendments: 'amended totals',
  issuer: 'issuer',
  jurisdiction: 'jurisdiction',
  jurisdiction_zh: 'jurisdiction (Chinese)',
  kind: 'kind',
  language: 'language',
  last_event: 'last event',
  lead: 'lead unit',
  leading_reform: 'leading reform',
  level: 'level',
  measures: 'measures',
  members: 'members',
  met: 'met',
  moved: 'times moved',
  note: 'note',
  number: 'printed number',
  overdue: 'overdue',
  part_of: 'part of',
  pilot: 'pilot',
  plan: 'plan',
  planned: 'planned progress',
  progress: 'progress',
  projects: 'projects',
  published: 'published',
  readings: 'our readings',
  replicated: 'replicated',
  replicates_from: 'replicates from',
  reported: 'reported progress',
  rules: 'rules',
  source: 'source',
  start: 'start',
  state: 'state',
  status: 'status',
  succeeded_by: 'succeeded by',
  support: 'supporting units',
  supports: 'supports',
  task: 'task',
  tasks: 'tasks',
  text: 'text',
  text_zh: 'Chinese text',
  themes: 'themes',
  timezone: 'time zone',
  title: 'title',
  title_zh: 'Chinese title',
  title_zh_basis: 'Chinese title from',
  verified: 'verified',
  year: 'year',
};

/** Shorter headings where the name would make a column wide. */
const headings: Readonly<Record<string, string>> = {
  due: 'DUE',
  due_issued: 'DUE (ISSUED)',
  lead: 'LEAD',
  support: 'SUPPORT',
  number: 'NO.',
  moved: 'MOVED',
  reported: 'REPORTED',
  planned: 'PLANNED',
  title_zh: 'CHINESE',
  text_zh: 'CHINESE',
};

const events: { readonly [E in EventName]: string } = {
  start: 'started',
  report: 'reported',
  tick: 'met',
  block: 'blocked',
  resume: 'resumed',
  excuse: 'excused',
  postpone: 'postponed',
  done: 'claimed done',
  reject: 'claim rejected',
  verify: 'verified',
  reopen: 'reopened',
  withdraw: 'withdrawn',
  reinstate: 'reinstated',
  amend: 'plan amended',
  retract: 'retracted',
  select: 'selected',
  evaluate: 'evaluated',
  replicate: 'replicated',
};

export const en = {
  kinds,
  statuses,
  facts,
  events,
  heading: (fact: string): string => headings[fact] ?? (facts[fact] ?? fact).toUpperCase(),
  yes: 'yes',
  no: 'no',
  count: (count: number, kind: KindName) => plural(count, kinds[kind].one, kinds[kind].many),
  items: (count: number) => plural(count, 'item', 'items'),
  item: 'ITEM',

  footer: {
    /** Which ledger the rows are from, such as `Guangzhou 2022`. */
    ledger: (jurisdiction: string, year: number) => `${jurisdiction} ${year}`,
    asPublished: (day: string) => `as published ${day}`,
    asOf: (day: string) => `as of ${day}`,
    illustrative: 'illustrative: made up to show how a ledger works',
    notPublished: (names: readonly string[]) => `Not published: ${names.join(', ')}.`,
    empty: (names: readonly string[]) => `Empty: ${names.join(', ')}.`,
    next: (command: string) => `Next: ${command}`,
    nothing: (of: readonly KindName[], asked: readonly string[]) => {
      const named = list(of.map((kind) => kinds[kind].many));
      return `No ${named} found${asked.length > 0 ? ` for ${asked.join(', ')}` : ''}.`;
    },
    problems: (count: number) =>
      `The ledger has ${plural(count, 'problem', 'problems')}; see reform validate.`,
    across: 'across fields, or not stated',
  },

  show: {
    log: 'Log',
    criteria: 'Criteria',
    source: 'Source',
    sourceLine: (document: string, called: string) => `${document}, where it is called: ${called}`,
    evidence: 'Evidence',
    agenda: 'Agenda',
    related: (kind: KindName) => kinds[kind].many[0]?.toUpperCase() + kinds[kind].many.slice(1),
    columns: { number: '#', date: 'DATE', event: 'EVENT', by: 'BY', says: 'WHAT' },
    retractedBy: (entry: number) => `retracted by entry ${entry}`,
    illegal: 'without effect: not possible then',
    later: 'after this day',
    met: (day: string) => `met ${day}`,
    says: {
      progress: (percent: number) => `${percent} %`,
      problem: (text: string) => `problem: ${text}`,
      next: (text: string) => `next: ${text}`,
      criteria: (ids: readonly string[]) => `criteria ${ids.join(', ')}`,
      due: (day: string) => `to ${day}`,
      until: (day: string) => `until ${day}`,
      checked: (how: string) => `checked: ${how}`,
      entry: (number: number) => `entry ${number}`,
      document: (number: string) => `document ${number}`,
      to: (scope: string) => `out to the ${scope}`,
      from: (place: string) => `in from ${place}`,
    },
  },

  summary: {
    title: 'Issued and recorded',
    what: 'WHAT',
    issued: 'ISSUED',
    listed: 'LISTED',
    recorded: 'RECORDED',
    called: {
      listed: 'LISTED',
      task: 'AS TASK',
      measure: 'AS MEASURE',
      project: 'AS PROJECT',
      'leading-reform': 'AS LEADING REFORM',
      pilot: 'AS PILOT',
      platform: 'AS PLATFORM',
      mentioned: 'MENTIONED',
    },
    totals: {
      fields: 'fields',
      tasks: 'tasks',
      measures: 'measures',
      projects: 'projects',
      'leading-reforms': 'leading reforms',
    },
    byField: 'By field',
    byDistrict: 'By district',
    standing: 'Where they stand',
    tasks: 'TASKS',
    measures: 'MEASURES',
    projects: 'PROJECTS',
    claimed: 'CLAIMED',
    verified: 'VERIFIED',
    overdue: 'OVERDUE',
    bar: '█ ▒ ·',
    legend: '█ verified  ▒ claimed  · open',
    claimedAndVerified: (claimed: number, verified: number, overdue: number) =>
      `${claimed} claimed done and not yet verified · ${verified} verified · ${overdue} overdue.`,
    judged: (can: number, cannot: number, isPublished: boolean) =>
      cannot === 0
        ? can === 0
          ? 'Nothing is open.'
          : `All ${plural(can, 'open item', 'open items')} can be judged by a deadline.`
        : `${plural(can, 'open item', 'open items')} can be judged by a deadline; ${cannot} cannot: ${isPublished ? 'no deadline was published' : 'none is set'}.`,
  },

  validate: {
    clean: (ledger: string, files: number, items: number) =>
      `${ledger}: no problems in ${plural(files, 'file', 'files')}, ${plural(items, 'item', 'items')}.`,
    found: (errors: number, warnings: number, ledger: string) =>
      `${ledger}: ${plural(errors, 'error', 'errors')}, ${plural(warnings, 'warning', 'warnings')}.`,
    explain: (code: string) => `More on one: reform explain ${code}`,
    error: 'error',
    warning: 'warning',
    hint: 'hint',
  },

  write: {
    recorded: (id: string, event: EventName, date: string) => `${id}: ${events[event]} ${date}.`,
    moved: (id: string, from: string, to: string) => `${id}: ${from} → ${to}.`,
    wrote: (files: readonly string[], ledger: string) => `Wrote ${list(files, 'and')} (${ledger}).`,
    dryRun: 'Dry run: nothing was written.',
    resolved: (given: string, id: string, title: string) => `${given} → ${id} ${title}`,
    see: 'See the change: git diff',
    give: (option: string) => `give it with --${option}`,
    giveCriteria: (open: readonly string[]) =>
      `name them with --criteria ${open.join(',')} if they are met`,
  },

  iam: {
    nobody: 'Nobody is set. Say who you are: reform iam UNIT --name NAME',
    is: (unit: string, name: string | undefined) => (name ? `${name}, ${unit}` : unit),
    saved: (file: string) => `Saved in ${file}.`,
    forgotten: 'Forgotten.',
  },

  failures: {
    prefix: 'reform',
    noLedger: (folder: string) => ({
      message: `no ledger found from ${folder} upwards`,
      hint: 'name its folder: --ledger DIR, or set REFORM_LEDGER',
    }),
    notALedger: (folder: string) => ({
      message: `${folder} has no ledger.yaml`,
      hint: 'a ledger is a folder with a ledger.yaml',
    }),
    noCurrentLedger: (found: readonly string[]) => ({
      message: `no ledger here is current: ${found.join(', ')}`,
      hint: 'pick one: --year YEAR or --ledger DIR',
    }),
    severalLedgers: (found: readonly string[]) => ({
      message: `several ledgers are found: ${found.join(', ')}`,
      hint: 'pick one: --year YEAR or --ledger DIR',
    }),
    noLedgerOfYear: (year: string, found: readonly string[]) => ({
      message: `no ledger of ${year}; there are ${found.join(', ')}`,
      hint: undefined,
    }),
    unreadable: (count: number) => ({
      message: `the ledger cannot be read: ${plural(count, 'problem', 'problems')}`,
      hint: 'see all of them: reform validate',
    }),
    unknownName: (what: string, given: string, suggestions: readonly string[], see?: string) => ({
      message: `there is no ${what} "${given}"`,
      hint:
        suggestions.length > 0
          ? `did you mean ${list(suggestions.map((each) => `"${each}"`))}?`
          : see && `the known ones: ${see}`,
    }),
    ambiguousName: (what: string, given: string, found: readonly string[]) => ({
      message: `"${given}" fits more than one ${what}`,
      hint: `say which: ${list(found)}`,
    }),
    unknownValue: (what: string, given: string, possible: readonly string[]) => ({
      message: `there is no ${what} "${given}"`,
      hint: `possible: ${possible.join(', ')}`,
    }),
    cannotFilter: (kind: string, filter: string) => ({
      message: `${kind} have no ${filter}, so --${filter} does not apply to them`,
      hint: undefined,
    }),
    notAnItem: (id: string, kind: string) => ({
      message: `${id} is a ${kind}; only measures and projects have a log`,
      hint: undefined,
    }),
    badDay: (option: string, given: string) => ({
      message: `${option}: "${given}" is no day`,
      hint: 'write it as YYYY-MM-DD',
    }),
    future: (day: string, today: string) => ({
      message: `${day} is after today, ${today}`,
      hint: 'an event is recorded once it has happened',
    }),
    badPercent: (given: string) => ({
      message: `"${given}" is no progress`,
      hint: 'a whole number from 0 to 100',
    }),
    nothingToReport: () => ({
      message: 'a report needs words',
      hint: 'say what happened: -m TEXT, or -F FILE (- for standard input)',
    }),
    textTwice: () => ({ message: '-m and -F exclude each other', hint: undefined }),
    noEvidence: () => ({
      message: 'done needs evidence',
      hint: '-e with a document number, a web address or a file in the ledger',
    }),
    foreignCriterion: (given: string, id: string) => ({
      message: `${given} is no criterion of ${id}`,
      hint: 'name criteria of several items one item at a time',
    }),
    noAddress: (given: string) => ({
      message: `"${given}" is no web address`,
      hint: undefined,
    }),
    noUnit: () => ({
      message: 'it is not clear who says so',
      hint: '--by UNIT, or once and for all: reform iam UNIT',
    }),
    noFile: (path: string) => ({
      message: `there is no file ${path}`,
      hint: undefined,
    }),
    unreadableFile: (path: string, reason: string) => ({
      message: `${path} cannot be read (${reason})`,
      hint: undefined,
    }),
    evidenceOutside: (path: string, folder: string) => ({
      message: `${path} lies outside the ledger`,
      hint: `put it under ${folder} first, so that it travels with the ledger`,
    }),
    closed: (ledger: string) => ({
      message: `${ledger} is closed and takes no more events`,
      hint: undefined,
    }),
    refused: () => ({ message: 'refused; nothing was written', hint: undefined }),
    changedUnderneath: (file: string) => ({
      message: `${file} was changed by somebody else meanwhile; nothing was written`,
      hint: 'look at it and try again',
    }),
    cannotEdit: (file: string) => ({
      message: `${file} is written in a way that cannot be added to safely; nothing was written`,
      hint: 'write the log of the item as a list with one entry a line',
    }),
    notWritten: (path: string, reason: string) => ({
      message: `${path} could not be written (${reason}); the file is as it was`,
      hint: undefined,
    }),
    partlyWritten: (path: string, reason: string, written: readonly string[]) => ({
      message: `${path} could not be written (${reason}); saved before that: ${written.join(', ')}`,
      hint: 'git diff shows what was saved; run the command again for the rest',
    }),
    notAsMeant: (path: string) => ({
      message: `${path} does not read back as it was written`,
      hint: 'look at it with git diff before anything else',
    }),
    output: (reason: string) => ({
      message: `the output could not be written (${reason})`,
      hint: undefined,
    }),
    system: (reason: string) => ({ message: reason, hint: undefined }),
    bug: (what: string) => ({
      message: `a mistake of ours: ${what}`,
      hint: 'please report it, with the command; REFORM_DEBUG=1 shows where',
    }),
  },
};

export type Words = typeof en;
/** What a failure says: chosen when it is shown, in the language it is shown in. */
export type Say = (failures: Words['failures']) => {
  readonly message: string;
  readonly hint: string | undefined;
};
