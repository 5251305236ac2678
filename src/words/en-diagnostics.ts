/**
 * English sentences of the diagnostics: a message (what is wrong), a hint (what to do about it,
 * where that can be said) and an explanation for `reform explain CODE` (why it matters).
 */
import {
  type DiagnosticCode,
  type DiagnosticParams,
  type ReferableKind,
  referableKinds,
  type SyntaxFault,
} from '../model/diagnostic.ts';
import { queryFaults } from './en-failures.ts';
import { moves } from './en-moves.ts';
import { statuses } from './en-statuses.ts';
import { list } from './phrases.ts';

/** The sentences of one code. */
export interface DiagnosticWords<P> {
  readonly message: (params: P) => string;
  readonly hint?: (params: P) => string | undefined;
  readonly explain: string;
}

const quoted = (text: string) => `"${text}"`;

const didYouMean = ({ suggestions }: { readonly suggestions: readonly string[] }) =>
  suggestions.length > 0 ? `did you mean ${list(suggestions.map(quoted))}?` : undefined;

/** Of more possible values none is listed: only codes of a review are as many. */
const manyOptions = 20;

const forms: Readonly<Record<DiagnosticParams['schema/wrong-type']['expected'], string>> = {
  text: 'text',
  day: 'a day as YYYY-MM-DD',
  'whole number': 'a whole number',
  number: 'a number',
  'true or false': 'true or false',
  list: 'a list',
  record: 'a record of keys and values',
  nothing: 'nothing',
  'empty text': 'empty text',
  id: 'an id',
};

const asFound = (found: DiagnosticParams['schema/wrong-type']['found'], text: string): string => {
  if (text === '') return forms[found];
  if (found === 'text') return quoted(text);
  return found === 'true or false' ? text : `the ${found} ${text}`;
};

/** What is wrong with text that is no YAML, and how to mend it. */
const faults: {
  readonly [F in SyntaxFault]?: { readonly message: string; readonly hint: string };
} = {
  quote: {
    message: 'this quotation mark is opened and not closed',
    hint: 'end the text with the same mark it begins with',
  },
  'after-quote': {
    message: 'text goes on behind a closing quotation mark',
    hint: 'double a mark that belongs to the text, or put the other sort around it',
  },
  bracket: {
    message: 'this bracket is opened and not closed, or its lines are not indented',
    hint: 'close it, or indent what stands in it',
  },
  'extra-bracket': {
    message: 'a bracket is closed that was not opened',
    hint: 'remove it',
  },
  comma: {
    message: 'a comma is missing between two entries',
    hint: 'write ", " between entries in brackets, and close the bracket',
  },
  'wide-comma': {
    message: 'a full-width comma ， stands between two entries',
    hint: 'write a half-width comma and a blank: ", "',
  },
  'wide-blank': {
    message: 'this line is indented with full-width or no-break blanks',
    hint: 'indent with plain blanks',
  },
  colon: {
    message: 'there is a second colon in this line',
    hint: 'put quotes around a value that has a colon and a blank in it',
  },
  'no-colon': {
    message: 'this should be a key with a colon and a blank behind it',
    hint: 'write "key: value", with a half-width colon and a blank',
  },
  indent: {
    message: 'this line is not indented as the others of its list or record are',
    hint: 'begin all lines of one list or record in the same column',
  },
  reserved: {
    message: 'a value cannot begin with this character',
    hint: 'put quotes around the value',
  },
};

const kindWords: Readonly<Record<ReferableKind, string>> = {
  unit: 'unit',
  field: 'field',
  district: 'district',
  document: 'document',
  arrangement: 'arrangement',
  'leading-reform': 'leading reform',
  pilot: 'pilot',
  task: 'task',
  criterion: 'criterion',
};

const registers: Readonly<Record<ReferableKind, string>> = {
  unit: 'units.yaml or districts.yaml',
  field: 'fields.yaml',
  district: 'districts.yaml',
  document: 'documents.yaml',
  arrangement: 'documents.yaml, written document/arrangement',
  'leading-reform': 'leading-reforms.yaml',
  pilot: 'pilots.yaml',
  task: 'the folder tasks',
  criterion: 'the criteria of the item',
};

type References = {
  readonly [K in ReferableKind as `reference/unknown-${K}`]: DiagnosticWords<
    DiagnosticParams[`reference/unknown-${K}`]
  >;
};

const references = Object.fromEntries(
  referableKinds.map((kind) => [
    `reference/unknown-${kind}`,
    {
      message: ({ given }) => `there is no ${kindWords[kind]} ${quoted(given)}`,
      hint: (params) => didYouMean(params) ?? `known are those in ${registers[kind]}`,
      explain: `A record names a ${kindWords[kind]} that the ledger does not have. The known ones stand in ${registers[kind]}. A name that leads nowhere would drop the record from every count by ${kindWords[kind]}; correct the spelling, or add the ${kindWords[kind]} to the register.`,
    } satisfies DiagnosticWords<DiagnosticParams['reference/unknown-unit']>,
  ]),
) as unknown as References;

export const diagnostics: {
  readonly [C in DiagnosticCode]: DiagnosticWords<DiagnosticParams[C]>;
} = {
  ...references,
  ...moves,
  'file/missing': {
    message: ({ file }) => `${file} is missing`,
    hint: ({ file }) =>
      file === 'ledger.yaml' ? 'a ledger is a folder with a ledger.yaml' : undefined,
    explain:
      'A ledger is a folder with a ledger.yaml, which says what the list is about, for which year and on what basis. Without it nothing in the folder can be judged.',
  },
  'file/empty': {
    message: () => 'the file is empty',
    hint: () => 'restore it, or remove it; a list without records is written []',
    explain:
      'A file that holds nothing, or nothing but comments, is more often an accident than a decision: a failed save, a merge gone wrong. If a register has no records yet, say so with [].',
  },
  'file/stray': {
    message: ({ file }) => `${quoted(file)} is no file of a ledger, so nothing in it counts`,
    hint: ({ expected }) => `a ledger has ${list(expected, 'and')}`,
    explain:
      'A file lies in the ledger folder under a name the tool does not read, such as tasks/T04.yml or a copy beside the original. If it holds records, they are missing from every list: rename it. Evidence belongs under evidence/, texts of documents under sources/, notes into a README.md.',
  },
  'file/special': {
    message: ({ what }) =>
      what === 'link'
        ? 'this link leads out of the ledger, or nowhere'
        : what === 'folder'
          ? 'this is a folder where a file should be'
          : 'this is not a regular file',
    hint: () => 'put the file itself here',
    explain:
      'Nothing in a ledger reaches outside its folder: a link may only lead to another file of the same ledger. Devices and pipes are never read, since that could wait for ever.',
  },
  'file/unreadable': {
    message: ({ reason }) => `the system does not let us read this file (${reason})`,
    hint: ({ reason }) => (reason === 'EACCES' ? 'check its permissions' : undefined),
    explain:
      'The operating system refused to open or read the file. A list made without it would be shorter than the truth, so no reader works until it can be read.',
  },
  'file/too-large': {
    message: ({ bytes, most }) => `the file has ${bytes} bytes; at most ${most} are read`,
    hint: () => 'one task a file keeps files small',
    explain:
      'A ledger file of a whole year is a few thousand bytes. A much larger one is a mistake or an attack, and reading it could take all memory.',
  },
  'file/not-utf8': {
    message: ({ maybe }) => `this line is not UTF-8${maybe === null ? '' : `, maybe ${maybe}`}`,
    hint: () => 'save the file as UTF-8',
    explain:
      'All files are UTF-8. Older Windows editors save Chinese as GBK; opened as UTF-8 that turns into other characters. Reopen the file in its own encoding and save it as UTF-8.',
  },
  'file/nul': {
    message: () => 'the file has a NUL byte, so it is no text',
    hint: () => 'restore it from git: a crash or a disk fault may have filled it with zeros',
    explain:
      'Text has no NUL bytes. They appear when a file was saved as UTF-16, or when a crash left zeros where text should be.',
  },
  'yaml/syntax': {
    message: ({ fault, message }) => faults[fault]?.message ?? `this is not YAML: ${message}`,
    hint: ({ fault }) => faults[fault]?.hint,
    explain:
      'The file cannot be read as YAML from this place on. Usual causes: a value with a colon or a quotation mark in it that needs quotes, a bracket that is not closed, lines that are not indented alike. Only the first such fault of a file is told, since the others often follow from it.',
  },
  'yaml/duplicate-key': {
    message: ({ key }) => `the key ${quoted(key)} stands twice in this record`,
    hint: () => 'remove one of them, or merge the two',
    explain:
      'A record has each key once. YAML readers differ in which of two they believe, so that one tool would show another value than the next. It often comes from a merge that kept both sides.',
  },
  'yaml/tab-indent': {
    message: () => 'a tab is used to indent',
    hint: () => 'indent with spaces',
    explain:
      'YAML does not allow tabs as indentation, since editors disagree on how wide a tab is.',
  },
  'yaml/conflict-markers': {
    message: () => 'git left a merge conflict here',
    hint: () => 'keep one side or both, and remove the lines with <<<<<<<, ======= and >>>>>>>',
    explain:
      'Two branches changed the same lines and nobody has decided between them yet. Until then neither side is the truth, so nothing in the file is read or written.',
  },
  'yaml/several-documents': {
    message: () => 'a second YAML document starts here',
    hint: () => 'remove the line ---',
    explain:
      'A line with --- starts a new document in the same file. Most tools read only the first one; what stands in the second would not count.',
  },
  'yaml/directive': {
    message: ({ directive }) => `the directive ${quoted(directive)} is not allowed`,
    hint: () => 'remove the line',
    explain:
      'A directive such as %YAML 1.1 changes how the whole file is read: no would become false, 012 would become 10. Ledger files are YAML 1.2 and nothing else.',
  },
  'yaml/tag': {
    message: ({ tag }) => `the tag ${quoted(tag)} is not allowed`,
    hint: () => 'write the plain value',
    explain:
      'Tags ask a reader to turn a value into something else, in some languages into a program object. A ledger holds plain values only.',
  },
  'yaml/alias': {
    message: ({ name }) => `${quoted(name)}: anchors and aliases are not allowed`,
    hint: () => 'write the value out, or put quotes around a text that starts with & or *',
    explain:
      'With an anchor and an alias one change alters several records at once, unseen in the diff of the others, and a few lines can stand for millions. Each record says what it says itself.',
  },
  'yaml/key': {
    message: () => 'a key must be a word',
    hint: () => 'write a plain word and a colon',
    explain:
      'A list or a record is used as a key here, often because of a stray ? or bracket. Keys are the words of the data dictionary.',
  },
  'yaml/too-deep': {
    message: ({ most }) => `records are nested more than ${most} levels deep`,
    hint: () => 'look for brackets or dashes that were repeated by mistake',
    explain:
      'No ledger is nested this deep; a file like that is damaged or made to hang its reader.',
  },
  'yaml/too-many-keys': {
    message: ({ most }) => `a record or list has more than ${most} entries`,
    hint: () => 'look for lines that were repeated by mistake',
    explain:
      'No record or list has thousands of entries; a file like that is damaged or made to keep its reader busy.',
  },
  'yaml/full-width-colon': {
    message: () => 'a full-width colon ： stands after a key',
    hint: () => 'write a half-width colon and a space: ": "',
    explain:
      'YAML separates a key from its value by a half-width colon and a space. With the full-width ： of a Chinese keyboard the whole line is taken for text.',
  },
  'yaml/ambiguous': {
    message: ({ text }) => `other YAML readers take ${text} for something else`,
    hint: ({ text }) => `write ${quoted(text)} if text is meant`,
    explain:
      'YAML 1.1, which many tools still read, takes no, on and y for a truth value, 12:30 for a number of minutes, and 012 for another number than 1.2 does. Quotes make it the same everywhere.',
  },
  'text/control': {
    message: ({ character }) => `the character ${character} cannot be seen and may mislead`,
    hint: ({ character }) => (character === 'U+000D' ? 'end lines with a line feed' : 'remove it'),
    explain:
      'Control characters can command a terminal; bidirectional and zero-width characters make text read differently from what it is. None has a place in a list that people trust by reading it.',
  },
  'text/not-nfc': {
    message: () => 'accents are written as separate characters (not NFC)',
    hint: () => 'retype the text; some systems decompose accents when copying',
    explain:
      'The same letter can be written as one character or as a letter and a combining accent. They look alike and compare as different, so searches miss one of them.',
  },
  'schema/unknown-key': {
    message: ({ given }) => `there is no key ${quoted(given)} here`,
    hint: (params) =>
      didYouMean(params) ?? 'keys of your own start with x-; see data/README.md for the others',
    explain:
      'A misspelt key would silently not count. The keys of every kind of record are listed in the data dictionary; keys of your own start with x- and are kept.',
  },
  'schema/missing-key': {
    message: ({ key }) => `the key ${quoted(key)} is missing`,
    hint: ({ key }) => `add "${key}: " with its value`,
    explain:
      'Without this key the record does not say what it must. The data dictionary tells which keys are required.',
  },
  'schema/wrong-type': {
    message: ({ expected, found, text }) =>
      `${forms[expected]} is expected here, not ${asFound(found, text)}`,
    hint: ({ expected, found, text }) => {
      if ((expected === 'text' || expected === 'id') && text !== '') {
        return `put quotes around it: ${quoted(text)}`;
      }
      if (expected === 'day') return 'write it as 2022-09-30';
      if (expected === 'whole number') return 'write digits only';
      if (expected === 'list' && found === 'text' && /^[\w-]+$/.test(text))
        return `write [${text}]`;
      return undefined;
    },
    explain:
      'The value is of another sort than the data dictionary says: a number where text is wanted (an id such as 1.10 or a document number needs quotes, or it loses digits), one value where a list is wanted, a date in another form than YYYY-MM-DD.',
  },
  'schema/unknown-value': {
    message: ({ given }) => `${quoted(given)} is not one of the possible values`,
    hint: (params) =>
      didYouMean(params) ??
      (params.options.length > manyOptions
        ? 'docs/review.md lists the codes'
        : `possible: ${list(params.options)}`),
    explain:
      'This key takes one of a few words only. A misspelt one would become a category of its own that nobody looks at.',
  },
  'schema/out-of-range': {
    message: ({ found, min, max }) => `${found} is not between ${min} and ${max}`,
    hint: ({ min, max }) => `a whole number from ${min} to ${max}`,
    explain:
      'The number is outside what makes sense for this key; a progress, for instance, is a percentage.',
  },
  'schema/impossible-date': {
    message: ({ given }) => `${given} is a day that does not exist`,
    hint: () => 'check the day and the month',
    explain:
      'The date has the right form and is in no calendar, such as 2022-02-30. Many programs would take it for 2 March without a word.',
  },
  'schema/unknown-zone': {
    message: ({ given }) => `there is no time zone ${quoted(given)}`,
    hint: () => 'use a name of the IANA list, such as Asia/Shanghai',
    explain:
      "The ledger's time zone decides which day it is, and so what is overdue. It is a name of the IANA list.",
  },
  'id/malformed': {
    message: ({ given }) => `${quoted(given)} is not an id of this kind`,
    hint: ({ example, meant }) =>
      meant === null ? `ids look like ${example}` : `did you mean ${quoted(meant)} in plain ASCII?`,
    explain:
      'Ids are plain ASCII in a fixed form. Full-width digits, Cyrillic or Greek letters that look Latin, long dashes and invisible characters make two ids that read alike and are not.',
  },
  'id/duplicate': {
    message: ({ id, file, line }) =>
      `the id ${quoted(id)} is taken by ${file}${line === null ? '' : `:${line}`}`,
    hint: () => 'give the newer record the next free id; ids are never used again',
    explain:
      'Two records with one id cannot be told apart: a report on one would be shown for the other. It often happens when two branches add a record at the same time. Districts and units share their ids, since a district is a unit too.',
  },
  'id/misplaced': {
    message: ({ id, expected }) =>
      `the id ${quoted(id)} does not fit its place; expected ${expected}`,
    hint: ({ id, expected }) =>
      expected.endsWith('…')
        ? `it begins with ${expected.slice(0, -1)}`
        : `name the file ${id}.yaml, or correct the id`,
    explain:
      "A task's file is named by its id, a measure's id starts with its task's, a project's with its district's. So everybody finds a record by its id alone, and sees when one was moved.",
  },
  'plan/due-before-start': {
    message: ({ start, due }) => `due on ${due}, before it starts on ${start}`,
    hint: () => 'one of the two is mistyped',
    explain: 'The deadline lies before the first day of work. One of the two is mistyped.',
  },
  'view/name': {
    message: ({ name }) => `"${name}" cannot name a view, or names two`,
    hint: () => 'one word of letters, figures and - that no other view has',
    explain:
      'A saved view is asked by its name: reform list --view NAME. The name is one word of letters, figures and hyphens, and no two views have the same.',
  },
  'view/query': {
    message: ({ fault }) => `${queryFaults[fault].message}`,
    hint: ({ fault }) => queryFaults[fault].hint,
    explain:
      'The query of a saved view is written as it would be typed behind reform list; docs/query.md describes the language. Try it there first: reform list QUERY --parse-only.',
  },
  'view/unknown-name': {
    message: ({ given }) => `there is no key, column or kind ${quoted(given)} for this view`,
    hint: didYouMean,
    explain:
      'A saved view may use the keys and columns of the kind it is about, measures and projects unless it says another. docs/query.md lists them.',
  },
  'review/rule': {
    message: ({ code, fault }) =>
      ({
        twice: `${code} stands here twice`,
        days: `${code} goes by no days`,
        nothing: `this says nothing about ${code}`,
      })[fault],
    hint: ({ fault }) =>
      ({
        twice: 'keep one of them: the last one counts',
        days: 'leave out days; rules that count them are told in docs/review.md',
        nothing: 'add severity: error, warning or ignored, or leave the line out',
      })[fault],
    explain:
      'Under review.rules a ledger takes rules otherwise than by default: each code once, with another severity, and with days where the rule counts days. Whoever reads a line that does nothing would believe that it does.',
  },
  'lights/red-first': {
    message: ({ rule, yellow, red }) =>
      `${rule} is red from ${red} on, which leaves no yellow from ${yellow}`,
    hint: ({ rule }) =>
      rule === 'due_soon'
        ? 'fewer days are left at red than at yellow'
        : 'red comes after yellow: give it the larger figure',
    explain:
      'Yellow is the warning before red. These two figures stand the other way round, so that an item would turn red without ever having been yellow. Where only one colour is wanted, leave the other out.',
  },
  'event/illegal': {
    message: ({ event, id, from, date }) =>
      from === null
        ? `${event} is no event of ${id}`
        : `${id} is ${statuses[from]} on ${date}: ${event} is not possible`,
    hint: ({ possible }) => (possible.length > 0 ? `possible now: ${list(possible)}` : undefined),
    explain:
      'An event may only come from certain statuses: only a claim can be verified, only a blocked item resumed. Replayed in the order of their dates, the events before this one leave the item where this one cannot come. Perhaps an event before it is missing or has the wrong date. Until mended the event has no effect.',
  },
  'event/lacks': {
    message: ({ event, id, missing }) => `${id}: ${event} needs ${quoted(missing)}`,
    hint: ({ missing }) => `add "${missing}: " with its value to the event`,
    explain:
      'Some events do not count without proof or reason: done needs evidence, who claims it and a result or criteria; verify who checked it and how; postpone, withdraw and excuse a reason and the document that decides it; block, reject, reopen and retract a reason; amend, once work has begun, a reason, and of lead, criteria or deliverable also a document; select a document; tick at least one criterion; evaluate who and what was found; replicate where to or where from.',
  },
  'event/open-criteria': {
    message: ({ id, open }) =>
      `${id}: ${list(
        open.map(({ id: letter, who }) => {
          const names = who.map(({ title }) => title).join(', ');
          return `criterion ${letter}${names === '' ? '' : ` (${names})`}`;
        }),
        'and',
      )} open`,
    hint: ({ open }) =>
      `name them in criteria: [${open.map((each) => each.id).join(', ')}] if they are met`,
    explain:
      'A measure is claimed done when each of its criteria is met: ticked before, or named in the claim itself.',
  },
  'event/self-verified': {
    message: ({ id, unit }) => `${id}: ${unit} verifies its own claim`,
    hint: () => 'somebody other than the claimant checks',
    explain: 'A claim is not a fact until somebody else has checked it. Who claims cannot verify.',
  },
  'event/unknown-entry': {
    message: ({ id, entry }) => `${id}: entry ${entry} of this log cannot be retracted`,
    hint: () => 'entries are counted from 1; only an earlier one that is no retraction, once',
    explain:
      'A retraction names an earlier entry of the same log by its number, counted from 1 in file order. A retraction cannot be retracted, and nothing twice; record the event again instead.',
  },
  'event/excuse-over': {
    message: ({ id, until, date }) =>
      `${id}: excused on ${date} until ${until}, which is over by then`,
    hint: () => 'an excuse covers days to come',
    explain:
      'An excuse holds the lights of an item from its day until the day it names. One that ends before it begins covers nothing.',
  },
  'event/not-later': {
    message: ({ id, due, current }) => `${id}: postponed to ${due}, which is not after ${current}`,
    hint: () => 'an earlier deadline is an amendment',
    explain: 'A postponement moves the deadline to a later day than the one in force.',
  },
  'event/later-by-amendment': {
    message: ({ id, due, current }) =>
      `${id}: an amendment moves the deadline from ${current} to ${due}`,
    hint: () => 'a later deadline is a postponement',
    explain:
      'A deadline moves to a later day only by postpone, so that every slip is counted and seen.',
  },
  'evidence/form': {
    message: () =>
      'evidence is one of document, url (http or https) or file; a sha256 belongs to a file and has 64 digits',
    hint: () => 'name one thing in each piece of evidence',
    explain:
      'Each piece of evidence is exactly one thing: a document number, a web address or a file in the ledger. Only a file has a sha256.',
  },
  'evidence/outside': {
    message: ({ file }) => `the file ${quoted(file)} lies outside the ledger`,
    hint: () => 'put it under evidence/ and write its path from the ledger folder',
    explain:
      'Evidence travels with the ledger: a path that leads out of its folder proves nothing on another machine.',
  },
  'evidence/missing': {
    message: ({ file }) => `the file ${quoted(file)} is not there`,
    hint: () => 'add the file, or correct its path',
    explain:
      'The record refers to a file that the ledger does not have. Add it, or correct the path.',
  },
  'evidence/changed': {
    message: ({ file }) => `the file ${quoted(file)} has changed since it was referred to`,
    hint: () => 'restore the file, or record the new one as new evidence',
    explain:
      'The SHA-256 kept with the reference is not that of the file now. What was checked is not what lies there.',
  },
  'source/quote-not-found': {
    message: ({ document }) => `these words do not stand in the text of ${document}`,
    hint: () => 'quote verbatim, quotation marks and spaces included',
    explain:
      'A quote is the proof that a record was not invented. Where the ledger keeps the text of the document, each quote is looked up in it, letter for letter.',
  },
  'count/more-than-issued': {
    message: ({ what, issued, recorded }) =>
      `${recorded} ${what} are listed, ${issued} were issued`,
    hint: () => 'look for a record entered twice, or amend the issued total',
    explain:
      'The issued document says how many there are. More recorded than issued means one is entered twice or does not belong to the list; fewer is no fault.',
  },
  'count/projects-per-district': {
    message: ({ district, rule, selected }) =>
      `${district} has ${selected} selected ${selected === 1 ? 'project' : 'projects'}, the rule is ${rule}`,
    hint: ({ rule, selected }) =>
      selected > rule ? 'withdraw one, or correct its district' : 'select another one',
    explain:
      'The issuer arranges the same number of projects in each district. Declared ones do not count until the city selects them; a withdrawn one keeps its place unless another was selected for it.',
  },
};
