/**
 * English words and sentences for people. Codes, ids and JSON keys are not words and do not stand
 * here. Another language is a file beside this one with the type of `en`.
 */
import type { EventName, Status } from '../model/events.ts';
import type { Breach } from '../model/kept.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { Colour } from '../model/lights.ts';
import { asking } from './en-asking.ts';
import { begin } from './en-begin.ts';
import { completion } from './en-completion.ts';
import { demo } from './en-demo.ts';
import { diagnostics } from './en-diagnostics.ts';
import { diff } from './en-diff.ts';
import { docOf } from './en-docs.ts';
import { failures } from './en-failures.ts';
import { git } from './en-git.ts';
import { history } from './en-history.ts';
import { intake } from './en-intake.ts';
import { lights } from './en-lights.ts';
import { merging } from './en-merge.ts';
import { review } from './en-moves.ts';
import { pivot } from './en-pivot.ts';
import { choices, query } from './en-query.ts';
import { revisions } from './en-revisions.ts';
import { samples } from './en-samples.ts';
import { schema } from './en-schema.ts';
import { statuses } from './en-statuses.ts';
import { time } from './en-time.ts';
import { trace } from './en-trace.ts';
import { list, plural, some } from './phrases.ts';

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

/**
 * What an attribute or a derived fact is called in a sentence; its heading is the same in capitals.
 */
const facts: Readonly<Record<string, string>> = {
  agenda: 'agenda',
  ahead: 'reported beyond criteria',
  aliases: 'aliases',
  arrangements: 'arrangements',
  as: 'called',
  basis: 'basis',
  behind: 'points behind plan',
  claimed: 'claimed',
  contents: 'contents',
  criteria: 'criteria',
  date: 'date',
  days_left: 'days left',
  deliverable: 'deliverable',
  district: 'district',
  document: 'document',
  due: 'deadline',
  due_issued: 'deadline as issued',
  due_text: 'deadline in words',
  duties: 'duties',
  evaluated: 'evaluated',
  excused: 'excused until',
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
  last_report: 'last heard of',
  lead: 'lead unit',
  leading_reform: 'leading reform',
  level: 'level',
  light: 'light',
  lights: 'rule for lights',
  measures: 'measures',
  members: 'members',
  met: 'met',
  month_due: 'month due',
  moved: 'times moved',
  note: 'note',
  number: 'printed number',
  overdue: 'overdue',
  owners: 'owners of its files',
  part_of: 'part of',
  pilot: 'pilot',
  plan: 'plan',
  planned: 'planned progress',
  progress: 'progress',
  projects: 'projects',
  published: 'published',
  readings: 'our readings',
  replicated: 'replicated',
  replicated_from: 'taken in from',
  replicates_from: 'replicates from',
  report_age: 'days since last heard of',
  reported: 'reported progress',
  reporting: 'reporting',
  review: 'review',
  rules: 'rules',
  slip: 'days later than issued',
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
  views: 'saved views',
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

/** The commands that record an event; a report also starts an item. */
export const verbs: { readonly [E in EventName]: readonly string[] } = {
  start: [],
  report: ['report'],
  tick: ['tick'],
  block: ['block'],
  resume: ['resume'],
  excuse: ['excuse'],
  postpone: ['postpone'],
  done: ['done'],
  reject: ['reject'],
  verify: ['verify'],
  reopen: ['reopen'],
  withdraw: ['withdraw'],
  reinstate: ['reinstate'],
  amend: ['set'],
  retract: ['retract'],
  select: ['select'],
  evaluate: ['evaluate'],
  replicate: ['replicate'],
};

export const en = {
  /** Which of a record's titles goes with these words. */
  language: 'en' as 'en' | 'zh',
  kinds,
  statuses,
  facts,
  events,
  heading: (fact: string): string => headings[fact] ?? (facts[fact] ?? fact).toUpperCase(),
  docOf,
  /** What a key is called that stands inside an attribute, such as `projects_per_district`. */
  inside: (key: string): string => key,
  /** A value of a fixed set as the tables call it. */
  value: (fact: string, value: string): string =>
    (fact === 'status' ? statuses[value as Status] : undefined) ??
    (['light', 'excused'].includes(fact) ? lights.colours[value as Colour] : undefined) ??
    choices[value] ??
    value,
  comma: ', ',
  /** Between two sentences. */
  stop: '. ',
  /** How a language joins what stands together. */
  marks: {
    named: (name: string, text: string) => `${name}: ${text}`,
    note: (text: string) => `(${text})`,
    noted: (text: string, note: string) => `${text} (${note})`,
    quoted: (text: string) => `«${text}»`,
    parts: (texts: readonly string[]) => texts.join('; '),
    sentences: (texts: readonly string[]) => texts.join(' '),
    percent: (figure: string) => `${figure} %`,
  },
  yes: 'yes',
  no: 'no',
  count: (count: number, kind: KindName) => plural(count, kinds[kind].one, kinds[kind].many),
  items: (count: number) => plural(count, 'item', 'items'),
  item: 'ITEM',
  anItem: 'measure or project',
  theCommand: 'the command line',

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
    /** `9 measures: 2 verified, 7 in progress.` */
    stand: (what: string, counts: readonly (readonly [number, string])[]) =>
      `${what}${counts.length > 0 ? `: ${counts.map((each) => each.join(' ')).join(', ')}` : ''}.`,
    lights: (counts: readonly (readonly [number, string])[]) =>
      `Lights: ${counts.map((each) => each.join(' ')).join(', ')}.`,
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
    set: (id: string, attribute: string, value: unknown) =>
      value === undefined
        ? `${id}: ${attribute} taken away.`
        : `${id}: ${attribute} → ${Array.isArray(value) ? value.join(', ') : String(value)}.`,
    added: (id: string, kind: string, title: string) => `${id}: ${kind} added: ${title}.`,
    wrote: (files: readonly string[], removed: readonly string[], ledger: string) =>
      [
        ...(files.length > 0 ? [`Wrote ${some(files, 'files')} (${ledger}).`] : []),
        ...(removed.length > 0 ? [`Removed ${some(removed, 'files')} (${ledger}).`] : []),
      ].join(' '),
    dryRun: 'Dry run: nothing was written.',
    nothing: 'It is so already: nothing was written.',
    binary: (file: string, bytes: number) => `Binary file b/${file} (${bytes} bytes)`,
    resolved: (given: string, id: string, title: string) => `${given} → ${id} ${title}`,
    /** What can be done about a change that was made. */
    see: (isInGit: boolean, canUndo: boolean) => {
      const ways = [
        ...(isInGit ? ['See the change: git diff'] : []),
        ...(canUndo ? ['Take it back: reform undo'] : []),
      ];
      return ways.length > 0 ? [ways.join('   ')] : [];
    },
    give: (option: string) => `give it with --${option}`,
    giveCriteria: (open: readonly string[]) =>
      `name them with --criteria ${open.join(',')} if they are met`,
    possible: (possible: readonly EventName[]) =>
      possible.length === 0
        ? 'nothing more is possible from there'
        : `possible from there: ${list(possible.flatMap((each) => verbs[each]))}`,
    postpone: (id: string, due: string) => `a later deadline: reform postpone ${id} --due ${due}`,
    attribute: 'ATTRIBUTE',
    now: 'IS',
    after: 'BECOMES',
    recovered: (command: string, user: string, when: string) =>
      `Finished what was interrupted: ${command} (${user}, ${when}).`,
    unfinished: (file: string, reason: string) =>
      `Saved; ${file} could not be brought up to it yet (${reason}): the next update finishes it.`,
    trouble: {
      damaged:
        'The journal of an unfinished change is damaged; the files are shown as they are. See reform doctor.',
      contradicted:
        'A change was interrupted and a file of it changed by hand since, so only a part of it may stand here. See reform doctor.',
    },
    setAside: (path: string) => `The journal was put aside: ${path}`,
  },

  ask: {
    confirm: (count: number) => `Change these ${count} items?`,
    checked: (id: string) => `How was ${id} checked?`,
    kind: 'Add what?',
    needed: 'this is needed',
    evidence: 'Evidence: a document number, a web address or a file',
    by: 'Which unit says so?',
    result: 'What was achieved?',
    isMet: (id: string, text: string) => `Is criterion ${id} met? ${text}`,
    home: (kind: string) => `In which ${kind}?`,
    attribute: (name: string, isNeeded: boolean) =>
      `${name[0]?.toUpperCase()}${name.slice(1)}${isNeeded ? '' : ' (return to leave out)'}`,
  },

  undo: {
    when: 'WHEN (UTC)',
    command: 'COMMAND',
    said: 'WHAT IT DID',
    next: 'The first one is taken back next: reform undo',
    nothing: 'There is nothing to take back.',
    undone: (command: string) => `Taken back: ${command}`,
    was: (line: string) => `  no longer: ${line}`,
  },

  edit: {
    unchanged: 'Nothing was changed.',
    edited: (id: string) => `${id}: edited.`,
    cannotPlace: 'the text is not one record in YAML: is its indentation still in order?',
    giveUp: 'mend it and save, or save it as it is to give up; nothing has been written',
    newId: (id: string) => `the id ${id} is gone: ids never change`,
    breach: (breach: Breach) => {
      switch (breach.is) {
        case 'gone':
          return `${breach.id} is gone: what was issued stays; reform withdraw ${breach.id}`;
        case 'entry':
          return `${breach.id}: entry ${breach.entry} of the log was changed; what is recorded stays: reform retract ${breach.id} ${breach.entry}`;
        case 'plan':
          return `${breach.id}: work has begun, so changing ${facts[breach.attribute] ?? breach.attribute} is an amendment: reform set ${breach.id} ${breach.attribute}=…`;
      }
    },
  },

  doctor: {
    clean: 'All is well: no lock, no unfinished change, no leftovers.',
    mended: 'Mended.',
    staleLock: (user: string, host: string, pid: number, since: string, command: string) =>
      `A lock of ${user}, whose process ${pid} on ${host} is dead (since ${since}, ${command}).`,
    liveLock: (user: string, host: string, pid: number, since: string, command: string) =>
      `${user} is at it: process ${pid} on ${host}, since ${since} (${command}).`,
    foreignLock: (user: string, host: string, pid: number, since: string, command: string) =>
      `A lock of ${user} on another machine: process ${pid} on ${host}, since ${since} (${command}); --force breaks it.`,
    strangeLock: 'A lock that names nobody; --force breaks it.',
    damagedJournal: 'The journal of an unfinished change is damaged; --force puts it aside.',
    unfinished: (command: string, user: string, when: string) =>
      `An unfinished change: ${command} (${user}, ${when}).`,
    leftover: (path: string) => `A leftover of a writer that died: ${path}`,
  },

  iam: {
    nobody: 'Nobody is set. Say who you are: reform iam UNIT --name NAME',
    is: (unit: string, name: string | undefined) => (name ? `${name}, ${unit}` : unit),
    saved: (file: string) => `Saved in ${file}.`,
    forgotten: 'Forgotten.',
  },

  asking,
  begin,
  completion,
  demo,
  diff,

  history,
  intake,
  lights,
  pivot,
  query,
  choices,
  diagnostics,
  samples,
  schema,
  review,
  revisions,
  time,
  trace,
  failures,
  git,
  merging,
};

export type Words = typeof en;
/** What a failure says: chosen when it is shown, in the language it is shown in. */
export type Say = (failures: Words['failures']) => {
  readonly message: string;
  readonly hint: string | undefined;
};
