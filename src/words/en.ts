/**
 * English words and sentences for people. Codes, ids and JSON keys are not words and do not stand
 * here. Another language is a file beside this one with the type of `en`.
 */
import type { EventName, Status } from '../model/events.ts';
import type { Breach } from '../model/kept.ts';
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

/** The commands that record an event; a report also starts an item. */
const verbs: { readonly [E in EventName]: readonly string[] } = {
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
  anItem: 'measure or project',

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
    set: (id: string, attribute: string, value: unknown) =>
      value === undefined
        ? `${id}: ${attribute} taken away.`
        : `${id}: ${attribute} → ${Array.isArray(value) ? value.join(', ') : String(value)}.`,
    added: (id: string, kind: string, title: string) => `${id}: ${kind} added: ${title}.`,
    wrote: (files: readonly string[], ledger: string) => `Wrote ${list(files, 'and')} (${ledger}).`,
    dryRun: 'Dry run: nothing was written.',
    nothing: 'It is so already: nothing was written.',
    binary: (file: string, bytes: number) => `Binary file b/${file} (${bytes} bytes)`,
    resolved: (given: string, id: string, title: string) => `${given} → ${id} ${title}`,
    see: 'See the change: git diff   Take it back: reform undo',
    seeNoGit: 'Take it back: reform undo',
    give: (option: string) => `give it with --${option}`,
    giveCriteria: (open: readonly string[]) =>
      `name them with --criteria ${open.join(',')} if they are met`,
    possible: (possible: readonly EventName[]) =>
      possible.length === 0
        ? 'nothing more is possible from there'
        : `possible from there: ${list(possible.flatMap((each) => verbs[each]))}`,
    postpone: (id: string, due: string) => `a later deadline: reform postpone ${id} --due ${due}`,
    after: 'BECOMES',
    recovered: (command: string, user: string, when: string) =>
      `Finished what was interrupted: ${command} (${user}, ${when}).`,
    unfinished: (file: string, reason: string) =>
      `Saved; ${file} could not be brought up to it yet (${reason}): the next update finishes it.`,
    damagedJournal:
      'The journal of an unfinished change is damaged; the files are shown as they are. See reform doctor.',
    setAside: (path: string) => `The journal was put aside: ${path}`,
  },

  ask: {
    confirm: (count: number) => `Change these ${count} items?`,
    checked: (id: string) => `How was ${id} checked?`,
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
      `A lock of ${user}, process ${pid} on ${host}, since ${since} (${command}); --force breaks it.`,
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
      message: what.startsWith('-')
        ? `${what}: "${given}" is none of its values`
        : `there is no ${what} "${given}"`,
      hint: `possible: ${possible.join(', ')}`,
    }),
    cannotFilter: (kind: string, filter: string) => ({
      message: `${kind} have no ${filter}, so --${filter} does not apply to them`,
      hint: undefined,
    }),
    notAnItem: (id: string, kind: string) => ({
      message: `${id} is a ${kind}, for which that cannot be recorded`,
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
    badNumber: (name: string, given: string, min: number, max: number) => ({
      message: `${name}: "${given}" is no number for it`,
      hint: `a whole number from ${min} to ${max}`,
    }),
    badRange: (given: string) => ({
      message: `due: "${given}" is no day and no range of days`,
      hint: 'write due:2022-09-30, due:..2022-09-30 or due:2022-07-01..2022-09-30',
    }),
    badWait: (given: string) => ({
      message: `--wait: "${given}" is no time`,
      hint: 'seconds, such as 5 or 0',
    }),
    unknownQuery: (given: string, keys: readonly string[]) => ({
      message: `a query cannot have "${given}" yet`,
      hint: `write key:value with ${list(keys)}; several add up, a bare word searches`,
    }),
    unknownKey: (key: string, suggestions: readonly string[], keys: readonly string[]) => ({
      message: `a query has no "${key}:"`,
      hint: suggestions.length > 0 ? `did you mean ${list(suggestions)}?` : `it has ${list(keys)}`,
    }),
    emptyQuery: () => ({
      message: 'the query says nothing',
      hint: 'it would mean every item; status:planned is a query',
    }),
    filterTwice: (name: string) => ({
      message: `${name} is given twice`,
      hint: 'several values of one: separate them by commas',
    }),
    nothingFits: (nothing: string) => ({ message: nothing, hint: undefined }),
    whichItems: () => ({
      message: 'say which items: by their ids, or by --where and filters, not both',
      hint: 'reform list shows ids',
    }),
    noCriteria: (id: string) => ({
      message: `${id}: which criteria are met?`,
      hint: `write ${id}#a, or --criteria a,b; reform show ${id} lists them`,
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
    tooLong: (path: string, most: number) => ({
      message: `${path} has more than ${most} bytes`,
      hint: 'put it under evidence/ and name it with -e',
    }),
    evidenceOutside: (path: string, folder: string) => ({
      message: `${path} lies outside the ledger`,
      hint: `--copy puts a copy under ${folder}, so that it travels with the ledger`,
    }),
    folderEvidence: (path: string) => ({
      message: `${path} is a folder`,
      hint: 'name a file in it',
    }),
    badName: (path: string) => ({
      message: `${path} has a name that a copy cannot keep`,
      hint: 'rename it: no dot in front, no control characters',
    }),
    otherEvidence: (file: string) => ({
      message: `${file} is there already and says something else`,
      hint: 'rename the new one, so that both are kept',
    }),
    closed: (ledger: string) => ({
      message: `${ledger} is closed and takes no more events`,
      hint: undefined,
    }),
    refused: () => ({ message: 'refused; nothing was written', hint: undefined }),
    declined: () => ({ message: 'nothing was written', hint: undefined }),
    askYes: (count: number) => ({
      message: `${count} items would change, and nobody is there to be asked`,
      hint: '-y does it without asking, -n shows the change to the files',
    }),
    interrupted: () => ({ message: 'stopped; nothing was written', hint: undefined }),
    locked: (
      ledger: string,
      user: string,
      host: string,
      pid: number,
      since: string,
      command: string,
    ) => ({
      message: `${ledger} is being changed by ${user} (process ${pid} on ${host}, since ${since}: ${command}); nothing was written`,
      hint: 'try again in a moment; --wait SECONDS waits longer, reform doctor tells more',
    }),
    lockedByNobody: (ledger: string) => ({
      message: `${ledger} is being changed by somebody else; nothing was written`,
      hint: 'try again in a moment; reform doctor tells more',
    }),
    damagedJournal: () => ({
      message: 'the journal of an unfinished change is damaged; nothing was written',
      hint: 'reform doctor --force puts it aside; look at git diff before',
    }),
    contradicted: (file: string, command: string, user: string) => ({
      message: `${file} was changed by hand after "${command}" of ${user} was interrupted; nothing was written`,
      hint: 'restore the file, or let go of what was interrupted: reform doctor --force',
    }),
    unknownAttribute: (
      kind: string,
      key: string,
      suggestions: readonly string[],
      possible: readonly string[],
    ) => ({
      message: `a ${kind} has no "${key}" that could be set`,
      hint:
        suggestions.length > 0
          ? `did you mean ${list(suggestions)}?`
          : `it has ${possible.join(', ')}; the rest: reform edit`,
    }),
    assignedTwice: (key: string) => ({ message: `${key} is given twice`, hint: undefined }),
    notAList: (key: string) => ({
      message: `${key} has one value: write ${key}=…`,
      hint: undefined,
    }),
    nothingToSet: () => ({
      message: 'say what to set',
      hint: 'key=value, such as due=2022-09-30 or support+=planning-bureau',
    }),
    derived: (key: string, verb: string | undefined, verbs: readonly string[]) => ({
      message: `${key} follows from the log and is not set`,
      hint: `use reform ${verb ?? list([...new Set(verbs)])}`,
    }),
    cannotTakeAway: (id: string, key: string) => ({
      message: `${id}: ${key} is part of the plan as issued and cannot be taken away`,
      hint: 'an amendment gives it another value',
    }),
    whatToAdd: (kinds: readonly string[]) => ({
      message: 'say what to add',
      hint: `reform add KIND; kinds are ${kinds.join(', ')}`,
    }),
    unknownKind: (given: string, suggestions: readonly string[], kinds: readonly string[]) => ({
      message: `there is no kind of record "${given}"`,
      hint:
        suggestions.length > 0
          ? `did you mean ${list(suggestions)}?`
          : `kinds: ${kinds.join(', ')}`,
    }),
    extraWord: (word: string) => ({
      message: `"${word}" is one word too many`,
      hint: 'attributes are written key=value, with quotes around values that have blanks',
    }),
    needsHome: (kind: string, home: string, name: string) => ({
      message: `a ${kind} stands in a ${home}: say in which one`,
      hint: `reform add ${name} ID key=value…`,
    }),
    needs: (kind: string, missing: readonly string[]) => ({
      message: `a ${kind} needs ${list(missing, 'and')}`,
      hint: `write ${missing.map((each) => `${each}=…`).join(' ')}`,
    }),
    needsId: (kind: string) => ({
      message: `no id can be made for this ${kind}`,
      hint: 'give one: id=a-short-name',
    }),
    badId: (id: string, example: string) => ({
      message: `"${id}" is no id of this kind`,
      hint: `an id looks like ${example}`,
    }),
    takenId: (id: string) => ({
      message: `${id} is there already`,
      hint: 'ids are never used twice',
    }),
    nothingToUndo: (user: string) => ({
      message: `there is nothing of ${user} to take back`,
      hint: 'reform undo takes back commands of your own on this machine only',
    }),
    changedSince: (
      file: string,
      command: string,
      user: string | undefined,
      by: string | undefined,
      when: string | undefined,
    ) => ({
      message:
        user === undefined
          ? `${file} was changed by hand or by git since "${command}"`
          : `${file} was changed since "${command}": by ${user}, ${when} (${by})`,
      hint: 'nothing was taken back; reform retract takes back one entry of a log',
    }),
    committed: (file: string, command: string, commit: string) => ({
      message: `"${command}" is committed: ${file} in ${commit}`,
      hint: `take it back in git: git revert ${commit}; or one entry of a log: reform retract`,
    }),
    noEditor: (editor: string, reason: string) => ({
      message: `the editor ${editor} could not be started (${reason})`,
      hint: 'set VISUAL or EDITOR',
    }),
    editorFailed: (editor: string) => ({
      message: `the editor ${editor} ended with an error; nothing was written`,
      hint: undefined,
    }),
    stillWrong: (problem: string, file: string) => ({
      message: `not saved: ${problem}`,
      hint: `your text is kept in ${file}`,
    }),
    editedMeanwhile: (id: string, file: string) => ({
      message: `${id} was changed by somebody else meanwhile; nothing was written`,
      hint: `your text is kept in ${file}`,
    }),
    changedUnderneath: (file: string) => ({
      message: `${file} was changed by somebody else meanwhile; nothing was written`,
      hint: 'look at it and try again',
    }),
    cannotEdit: (file: string) => ({
      message: `${file} is written in a way that cannot be added to safely; nothing was written`,
      hint: 'write the log of the item as a list with one entry a line',
    }),
    notWritten: (path: string, reason: string) => ({
      message: `${path} could not be written (${reason}); everything is as it was`,
      hint: undefined,
    }),
    notBegun: (path: string, reason: string) => ({
      message: `the change could not be begun (${reason}: ${path}); everything is as it was`,
      hint: reason === 'EACCES' || reason === 'EROFS' ? 'ask who may write there' : undefined,
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
