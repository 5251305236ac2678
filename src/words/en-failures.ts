/**
 * English sentences of what ends a command before it has done its work: what is wrong, and where
 * that can be said what to do about it.
 */
import type { QueryFault } from '../model/query.ts';
import type { WhyUnclear } from '../time/span.ts';
import { diffFailures } from './en-diff.ts';
import { gitFailures } from './en-git.ts';
import { historyFailures } from './en-history.ts';
import { intakeFailures } from './en-intake-failures.ts';
import { mergeFailures } from './en-merge.ts';
import { revisionFailures } from './en-revisions.ts';
import { time } from './en-time.ts';
import { list, plural } from './phrases.ts';

/** What is left of a command that was ended while it wrote. */
const unfinished =
  'it looks like a ledger whose making was broken off: remove that folder and begin again';

/** Why a query cannot be understood; the place is marked above. */
export const queryFaults: {
  readonly [F in QueryFault]: { readonly message: string; readonly hint: string };
} = {
  quote: {
    message: 'a quotation mark is opened here and not closed',
    hint: 'close it, or leave it out',
  },
  bracket: {
    message: 'a bracket without its other one, or with nothing in it',
    hint: 'brackets come in pairs',
  },
  operand: {
    message: 'there is nothing here to combine',
    hint: 'a or b, a and b, not a; search for the word itself in quotation marks: "or"',
  },
  value: {
    message: 'there is no value behind the colon',
    hint: 'key:value, or key:none for what is absent',
  },
  sign: {
    message: 'a query has no such sign: the shell would take it for its own',
    hint: 'write due:..2022-09-30 for less, progress:50.. for more, "not …" for others; words with such signs in quotation marks',
  },
  deep: {
    message: 'too many brackets within brackets',
    hint: 'save a part of it as a view in ledger.yaml',
  },
  long: {
    message: 'the query is longer than anybody types',
    hint: 'at most 4000 characters and 200 words; save a part of it as a view in ledger.yaml',
  },
  empty: {
    message: 'the query says nothing',
    hint: 'it would mean every record; status:planned is a query',
  },
};

export const failures = {
  ...gitFailures,
  ...mergeFailures,
  ...historyFailures,
  ...intakeFailures,
  ...revisionFailures,
  ...diffFailures,
  prefix: 'reform',
  /** What is named in a sentence here and is no record. */
  things: {
    code: 'code',
    column: 'column',
    format: 'format',
    record: 'record',
    schema: 'schema',
    shell: 'shell',
    value: 'value',
  },
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
  initNeeds: (missing: readonly string[]) => ({
    message: 'it is not clear of which city and year the ledger is',
    hint: `say so: ${missing.join(' ')}`,
  }),
  unknownZone: (zone: string) => ({
    message: `there is no time zone "${zone}"`,
    hint: 'a name such as Asia/Shanghai',
  }),
  notValid: (problem: string, hint: string | undefined) => ({
    message: `nothing was written: ${problem}`,
    hint,
  }),
  noFolder: () => ({
    message: 'say in which folder the new ledger is to lie',
    hint: 'a new one, such as data/2026',
  }),
  insideLedger: (folder: string, ledger: string) => ({
    message: `${folder} lies inside the ledger ${ledger}`,
    hint: 'a new ledger needs a folder of its own beside it',
  }),
  ledgerThere: (ledger: string, isSame: boolean) => ({
    message: isSame
      ? `${ledger} is a ledger already; nothing was written`
      : `the ledger ${ledger} is there already, and would be hidden behind the new one`,
    hint: 'begin the new one in another folder, beside it',
  }),
  taken: (files: readonly string[], isUnfinished: boolean) => ({
    message: `${files.slice(0, 5).join(', ')}${files.length > 5 ? ', …' : ''} ${files.length > 1 ? 'are' : 'is'} there already; nothing was written`,
    hint: isUnfinished ? unfinished : 'name another folder, or move what is there',
  }),
  leftHalf: (file: string, reason: string, folder: string) => ({
    message: `${file} could not be written (${reason}), nor what was written before it be taken away again`,
    hint: `there is no ledger in ${folder}: remove what was written there`,
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
  csvIsOneTable: (options: readonly string[]) => ({
    message: 'CSV is one table, and this answer has several',
    hint: `CSV goes with ${list(options)}`,
  }),
  excelIsCsv: (format: string) => ({
    message: `--excel writes CSV and cannot be had as ${format}`,
    hint: undefined,
  }),
  sides: (given: string, possible: readonly string[]) => ({
    message: `--by: "${given}" is not one side or two different ones`,
    hint: `one or two of them, with a comma between: ${possible.join(', ')}`,
  }),
  onlyOneOf: (options: readonly string[]) => ({
    message: `${list(options, 'and')} cannot be had at once`,
    hint: undefined,
  }),
  cannotFilter: (kind: string, filter: string) => ({
    message: `${kind} have no ${filter}`,
    hint: undefined,
  }),
  notAnItem: (id: string, kind: string) => ({
    message: `${id} is a ${kind}, for which that cannot be recorded`,
    hint: undefined,
  }),
  badDay: (option: string, given: string, why: WhyUnclear = 'unknown') => ({
    message: `${option}: "${given}" is no day`,
    hint: time.hints[why],
  }),
  future: (day: string, today: string) => ({
    message: `${day} is after today, ${today}`,
    hint: 'an event is recorded once it has happened',
  }),
  badNumber: (name: string, given: string, min: number, max: number) => ({
    message: `${name}: "${given}" is no number for it`,
    hint: `a whole number from ${min} to ${max}`,
  }),
  badPeriod: (given: string, why: WhyUnclear) => ({
    message: `"${given}" is no day and no stretch of days`,
    hint: time.hints[why],
  }),
  badNumbers: (name: string, given: string) => ({
    message: `${name}: "${given}" is no number and no range of numbers`,
    hint: 'such as 50, ..50, 50.. or 20..50',
  }),
  badWait: (given: string) => ({
    message: `--wait: "${given}" is no time`,
    hint: 'seconds, such as 5 or 0',
  }),
  queryFault: (fault: QueryFault) => queryFaults[fault],
  noLookingBack: (command: string) => ({
    message: `${command} acts today: --as-of is for questions`,
    hint: '--date says when something happened',
  }),
  oneGroup: () => ({
    message: 'rows are grouped by one column',
    hint: 'sort by more of them: --sort field,due',
  }),
  viewOfOthers: (view: string, of: string, asked: string, instead: string) => ({
    message: `the view ${view} is about ${of}, and this is about ${asked}`,
    hint: instead,
  }),
  noViews: () => ({
    message: 'the ledger has no saved views',
    hint: 'they are kept in ledger.yaml, under views: a name and a query',
  }),
  unknownKey: (key: string, suggestions: readonly string[], keys: readonly string[]) => ({
    message: `a query has no "${key}:"`,
    hint: suggestions.length > 0 ? `did you mean ${list(suggestions)}?` : `it has ${list(keys)}`,
  }),
  nothingFits: (nothing: string) => ({ message: nothing, hint: undefined }),
  whichItems: () => ({
    message: 'say which items: by their ids, or by --where and filters, not both',
    hint: 'reform list shows ids',
  }),
  notMeant: (given: string) => ({
    message: `--checked: ${given} is none of the items named`,
    hint: undefined,
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
  whoseDuties: () => ({
    message: 'it is not clear whose items are meant',
    hint: 'say who you are, once and for all: reform iam UNIT; or name a unit: reform mine UNIT',
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
  noProof: (path: string) => ({
    message: `${path} is a file of the ledger or of a program, which proves nothing`,
    hint: 'evidence lies under evidence/',
  }),
  emptyEvidence: () => ({
    message: '-e is empty',
    hint: 'a document number, a web address or a file',
  }),
  notUtf8: (what: string) => ({
    message: `${what} is not UTF-8, perhaps GBK`,
    hint: 'save the file as UTF-8, or set the terminal to UTF-8',
  }),
  whichEntry: (id: string) => ({
    message: 'say which entry was a mistake',
    hint: `reform retract ${id} 3 for the third; reform show ${id} counts them`,
  }),
  badName: (path: string) => ({
    message: `${path} has a name that a copy cannot keep`,
    hint: 'rename it: no dot in front, no backslash, no control characters',
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
      suggestions.length > 0 ? `did you mean ${list(suggestions)}?` : `kinds: ${kinds.join(', ')}`,
  }),
  extraWord: (word: string) => ({
    message: `"${word}" is one word too many`,
    hint: 'attributes are written key=value, with quotes around values that have blanks',
  }),
  needsHome: (kind: string, home: string, name: string) => ({
    message: `say in which ${home} the ${kind} stands`,
    hint: `reform add ${name} ID key=value…`,
  }),
  needs: (
    kind: string,
    missing: readonly { readonly name: string; readonly values: readonly string[] }[],
  ) => ({
    message: `the new ${kind} needs ${list(
      missing.map(({ name }) => name),
      'and',
    )}`,
    hint: `write ${missing.map(({ name, values }) => `${name}=${values.join('|') || '…'}`).join(' ')}`,
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
  damagedHistory: () => ({
    message: 'the history has an entry that cannot be read; nothing was taken back',
    hint: 'look at git diff; reform retract takes back one entry of a log',
  }),
  gitRefuses: (file: string) => ({
    message: `git does not say whether ${file} is committed; nothing was taken back`,
    hint: 'ask git: git status',
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
  noEditorNamed: () => ({
    message: 'there is no terminal for an editor',
    hint: 'set VISUAL or EDITOR, or use reform set',
  }),
  stillWrong: (problem: string) => ({ message: `not saved: ${problem}`, hint: undefined }),
  editedMeanwhile: (id: string) => ({
    message: `${id} was changed by somebody else meanwhile; nothing was written`,
    hint: undefined,
  }),
  textKept: (hint: string | undefined, file: string) =>
    `${hint === undefined ? '' : `${hint}; `}your text is kept in ${file}`,
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
    message: `the change could not be begun (${reason}${path === '' ? '' : `: ${path}`}); everything is as it was`,
    hint: reason === 'EACCES' || reason === 'EROFS' ? 'ask who may write there' : undefined,
  }),
  notAsMeant: (path: string) => ({
    message: `saved, but ${path} does not read back as it was written`,
    hint: 'look at it with git diff before anything else',
  }),
  notOneLine: (option: string, most: number) => ({
    message: `${option}: a name is on one line, without tabs, of at most ${most} characters`,
    hint: undefined,
  }),
  notEmpty: (folder: string, there: readonly string[], isUnfinished: boolean) => ({
    message: `${folder} is not empty: ${there.length > 3 ? `${there.slice(0, 3).join(', ')}, …` : there.join(', ')}`,
    hint: isUnfinished ? unfinished : 'name a folder that is new or empty',
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
};
