/** What `validate` tells of a problem, with the figures and names of each code. */
import {
  type DiagnosticCode,
  type DiagnosticParams,
  diagnosticCodes,
} from '../../model/diagnostic.ts';
import { eventNames, statuses } from '../../model/events.ts';
import { closed, definition, type Properties, type Schema } from '../../model/json-schema.ts';
import { kindNames } from '../../model/kinds/index.ts';
import { lightRules } from '../../model/lights.ts';
import {
  count,
  day,
  either,
  flag,
  ids,
  kindWord,
  list,
  maybe,
  text,
  where,
  whole,
  word,
} from './parts.ts';

type Parameter = { [C in DiagnosticCode]: keyof DiagnosticParams[C] }[DiagnosticCode];

/** What a parameter says, wherever it stands. */
const parameters: { readonly [P in Parameter]: Schema } = {
  given: text('what stands there'),
  suggestions: ids('what may have been meant'),
  file: text("a file within the ledger's folder"),
  expected: either(
    'what was expected there',
    { type: 'string' },
    { type: 'array', items: { type: 'string' } },
  ),
  what: text('what is meant'),
  reason: text('what the system said'),
  bytes: count('its size in bytes'),
  most: count('the most that is read'),
  maybe: maybe(text('the encoding that it may be in')),
  fault: text('what sort of mistake it is'),
  message: text('what the YAML library said'),
  key: text('the key'),
  directive: text('the directive'),
  tag: text('the tag'),
  name: text('the name'),
  text: text('what stands there'),
  character: text('the character'),
  found: either('what was found', { type: 'string' }, { type: 'integer' }),
  options: ids('what may stand there'),
  min: whole('the least that may stand there'),
  max: whole('the most that may stand there'),
  example: text('an id as it should be'),
  meant: maybe(text('what may have been meant')),
  id: text('the id of the record'),
  line: maybe(count('the line where it stands as well, from 1')),
  start: day('the first day of work'),
  due: day('the deadline'),
  rule: either('the rule', { type: 'string', enum: lightRules }, { type: 'integer' }),
  yellow: whole('from how many on it shows yellow'),
  red: whole('from how many on it shows red'),
  event: maybe(word('the event; null where it is none that was left out', eventNames)),
  from: maybe(word('where the item stands before the event', statuses)),
  date: maybe(day('the day of the event; null where there is none')),
  possible: list('the events that are possible there', word('an event', eventNames)),
  missing: text('what the event lacks'),
  open: list(
    'criteria that are not met',
    closed({
      id: text('its letter'),
      who: list(
        'the units that answer for it',
        closed({
          id: text('the id of the unit'),
          title: text('what it is called'),
          title_zh: maybe(text('its Chinese name')),
        }),
      ),
    }),
  ),
  unit: maybe(text('the id of the unit; null where none is named')),
  entry: whole('the number of the entry'),
  until: day('the last day of the excuse'),
  current: day('the deadline in force'),
  document: text('the id or number of the document'),
  issued: count('how many the issued document says'),
  recorded: count('how many are recorded'),
  district: text('the id of the district'),
  selected: count('how many are selected'),
  kind: kindWord('what kind of record it is', kindNames),
  attribute: maybe(text('the attribute; null where it is none that was left out')),
  was: maybe(text('what stood there before, where that is one line')),
  now: maybe(text('what stands there now, where that is one line')),
  before: whole('the number the entry had'),
  label: text('what the older state is called'),
  author: text('who committed it'),
  merge: text('the short id of the merge that left it out'),
  owner: text('the id of the unit that recorded the entry'),
  dated: text('the day of the document, or the year in its number'),
  recorded_on: day('the day it was recorded'),
  earliest: day('the earliest day that is taken for possible'),
  days: whole('by how many days the rule goes'),
  code: text('the code of the rule'),
  rules: ids('the codes of rules that would refuse less'),
  folder: text("a ledger's folder, from the top of the repository"),
  criterion: text('the letter of the criterion'),
  who: maybe(
    closed({
      id: text('the id of the unit'),
      title: text('what it is called'),
      title_zh: maybe(text('its Chinese name')),
    }),
  ),
  newly: flag('only what the move itself says of units would let it'),
  office: ids('the units that may'),
  claimant: text('who committed the claim'),
};

/** The parameters of each code. */
const parametersOf: { readonly [C in DiagnosticCode]: readonly (keyof DiagnosticParams[C])[] } = {
  'file/missing': ['file'],
  'file/empty': [],
  'file/stray': ['file', 'expected'],
  'file/special': ['what'],
  'file/unreadable': ['reason'],
  'file/too-large': ['bytes', 'most'],
  'file/not-utf8': ['maybe'],
  'file/nul': [],
  'yaml/syntax': ['fault', 'message'],
  'yaml/duplicate-key': ['key'],
  'yaml/tab-indent': [],
  'yaml/conflict-markers': [],
  'yaml/several-documents': [],
  'yaml/directive': ['directive'],
  'yaml/tag': ['tag'],
  'yaml/alias': ['name'],
  'yaml/key': [],
  'yaml/too-deep': ['most'],
  'yaml/too-many-keys': ['most'],
  'yaml/full-width-colon': [],
  'yaml/ambiguous': ['text'],
  'text/control': ['character'],
  'text/not-nfc': ['text'],
  'schema/unknown-key': ['given', 'suggestions'],
  'schema/missing-key': ['key'],
  'schema/wrong-type': ['expected', 'found', 'text'],
  'schema/unknown-value': ['given', 'suggestions', 'options'],
  'schema/out-of-range': ['found', 'min', 'max'],
  'schema/impossible-date': ['given'],
  'schema/unknown-zone': ['given'],
  'id/malformed': ['given', 'example', 'meant'],
  'id/duplicate': ['id', 'file', 'line'],
  'id/misplaced': ['id', 'expected'],
  'reference/unknown-unit': ['given', 'suggestions'],
  'reference/unknown-field': ['given', 'suggestions'],
  'reference/unknown-district': ['given', 'suggestions'],
  'reference/unknown-document': ['given', 'suggestions'],
  'reference/unknown-arrangement': ['given', 'suggestions'],
  'reference/unknown-leading-reform': ['given', 'suggestions'],
  'reference/unknown-pilot': ['given', 'suggestions'],
  'reference/unknown-task': ['given', 'suggestions'],
  'reference/unknown-criterion': ['given', 'suggestions'],
  'plan/due-before-start': ['start', 'due'],
  'view/name': ['name'],
  'view/query': ['fault'],
  'view/unknown-name': ['given', 'suggestions'],
  'review/rule': ['code', 'fault'],
  'lights/red-first': ['rule', 'yellow', 'red'],
  'event/illegal': ['event', 'id', 'from', 'date', 'possible'],
  'event/lacks': ['event', 'id', 'missing'],
  'event/open-criteria': ['id', 'open'],
  'event/self-verified': ['id', 'unit'],
  'event/unknown-entry': ['id', 'entry'],
  'event/excuse-over': ['id', 'until', 'date'],
  'event/not-later': ['id', 'due', 'current'],
  'event/later-by-amendment': ['id', 'due', 'current'],
  'evidence/form': [],
  'evidence/outside': ['file'],
  'evidence/missing': ['file'],
  'evidence/changed': ['file'],
  'source/quote-not-found': ['document'],
  'count/more-than-issued': ['what', 'issued', 'recorded'],
  'count/projects-per-district': ['district', 'rule', 'selected'],
  'move/not-judged': ['label'],
  'move/ledger-removed': ['folder'],
  'move/ledger-twice': ['folder', 'was'],
  'move/closed': [],
  'move/entry-changed': ['id', 'entry', 'event'],
  'move/entry-removed': ['id', 'entry', 'event', 'date'],
  'move/entry-inserted': ['id', 'entry', 'event'],
  'move/entry-reordered': ['id', 'entry', 'event', 'before'],
  'move/side-dropped': ['id', 'event', 'date', 'attribute', 'author', 'merge'],
  'move/plan-edited': ['id', 'attribute', 'was', 'now'],
  'move/plan-reworded': ['id', 'attribute', 'was', 'now'],
  'move/criterion-later': ['id', 'entry', 'event', 'criterion', 'was', 'now'],
  'move/criterion-after-due': ['id', 'entry', 'event', 'criterion', 'due', 'now'],
  'move/record-deleted': ['kind', 'id'],
  'move/id-changed': ['id', 'was'],
  'move/id-reused': ['id', 'was', 'now'],
  'move/issued-changed': ['attribute'],
  'move/basis-changed': ['attribute', 'was', 'now'],
  'move/rule-changed': ['attribute'],
  'move/state-changed': ['was', 'now'],
  'move/setting-changed': ['attribute', 'was', 'now'],
  'move/review-weakened': ['attribute', 'rules'],
  'move/source-edited': ['id', 'attribute', 'was', 'now'],
  'move/unit-changed': ['unit', 'attribute', 'was', 'now'],
  'move/evidence-late': ['id', 'entry', 'event', 'date', 'document', 'dated'],
  'move/decision-late': ['id', 'entry', 'event', 'date', 'document', 'dated'],
  'move/checked-evidence-changed': ['id', 'entry', 'event', 'file'],
  'move/claimed-evidence-changed': ['id', 'entry', 'event', 'file'],
  'move/foreign-unit': ['id', 'entry', 'event', 'unit', 'who', 'newly'],
  'move/not-office': ['id', 'entry', 'event', 'unit', 'who', 'newly', 'office'],
  'move/unknown-office': ['id', 'entry', 'event', 'unit', 'who'],
  'move/kin-check': ['id', 'entry', 'event', 'unit', 'owner'],
  'move/foreign-retract': ['id', 'entry', 'event', 'unit', 'owner'],
  'move/same-author': ['id', 'entry', 'event', 'author'],
  'move/same-name': ['id', 'entry', 'event', 'author', 'claimant'],
  'move/checked-at-once': ['id', 'entry', 'event'],
  'move/foreign-author': ['id', 'entry', 'event', 'unit', 'author', 'newly'],
  'move/unknown-author': ['author'],
  'move/future': ['id', 'entry', 'event', 'date', 'recorded_on'],
  'move/too-early': ['id', 'entry', 'event', 'date', 'earliest'],
  'move/late-recorded': ['id', 'entry', 'event', 'date', 'recorded_on', 'days'],
  'move/claimed-in-time': ['id', 'entry', 'event', 'date', 'due', 'recorded_on'],
  'move/decided-in-time': ['id', 'entry', 'event', 'date', 'due', 'recorded_on'],
};

/** Codes that carry the same parameters, together. */
const bySameParameters = (): ReadonlyMap<string, readonly DiagnosticCode[]> => {
  const codes = new Map<string, DiagnosticCode[]>();
  for (const code of diagnosticCodes) {
    const names = parametersOf[code].join();
    codes.set(names, [...(codes.get(names) ?? []), code]);
  }
  return codes;
};

const nameOf = (parameter: string): string => `parameter-${parameter}`;

/** The parts that problems refer to. */
export const parameterDefinitions: Properties = Object.fromEntries(
  Object.entries(parameters).map(([name, schema]) => [nameOf(name), schema]),
);

const paramsOf = (names: string): Schema =>
  closed(
    Object.fromEntries(
      names
        .split(',')
        .filter((name) => name !== '')
        .map((name) => [name, definition(nameOf(name))]),
    ),
  );

/** A problem with its place; the parameters follow from the code. */
export const problem = (common: Properties): Schema => ({
  ...closed({
    code: word('what sort of problem it is; reform explain CODE says more', diagnosticCodes),
    ...common,
    params: { type: 'object', description: 'what the message is made of' },
  }),
  oneOf: [...bySameParameters()].map(([names, codes]) =>
    where({ code: { type: 'string', enum: codes }, params: paramsOf(names) }),
  ),
});
