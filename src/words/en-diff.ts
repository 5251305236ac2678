/** English words for what differs between two states of a ledger. */
import type { Caution } from '../model/cautions.ts';
import { plural } from './phrases.ts';

const caution: { readonly [C in Caution]: string } = {
  'record-removed': 'record removed',
  'criterion-removed': 'criterion removed',
  withdrawn: 'withdrawn',
  'deadline-later': 'deadline later',
  'deadline-removed': 'deadline taken away',
  'lead-changed': 'another lead',
  'title-changed': 'another title',
  'deliverable-changed': 'another deliverable',
  'criterion-changed': 'criterion changed',
  'log-rewritten': 'log rewritten',
  'entry-retracted': 'entry taken back',
  'plan-rewritten': 'plan edited in place after work began',
  'unit-succeeded': 'succession changed',
  'unit-renamed': 'another name',
  'members-changed': 'other members',
  'totals-changed': 'issued totals changed',
  'rules-changed': 'rules of the ledger changed',
  renumbered: 'another id',
  'ids-exchanged': 'id exchanged',
  'no-effect': 'event without effect',
  'evidence-changed': 'file of evidence changed',
};

/** Records by what must not be overlooked about them, where nothing else in the sentence counts it. */
const countedCautions: { readonly [C in Caution]?: (records: number) => string } = {
  'lead-changed': (count) => `${count} with another lead`,
  'title-changed': (count) => `${count} with another title`,
  'deliverable-changed': (count) => `${count} with another deliverable`,
  'criterion-changed': (count) => `${count} with a changed criterion`,
  'unit-succeeded': (count) =>
    plural(count, 'unit with another succession', 'units with other successions'),
  'unit-renamed': (count) => plural(count, 'unit with another name', 'units with other names'),
  'members-changed': (count) =>
    plural(count, 'group with other members', 'groups with other members'),
  'ids-exchanged': (count) => `${count} with exchanged ids`,
  'totals-changed': () => 'issued totals changed',
  'rules-changed': () => 'rules of the ledger changed',
  'evidence-changed': (count) => `${count} with another file of evidence`,
};

/** Sentences of what ends the comparison. */
export const diffFailures = {
  unreadableSide: (side: string, count: number) => ({
    message: `the ledger cannot be read in ${side}: ${plural(count, 'problem', 'problems')}`,
    hint: 'compare with a state that can be read, or mend this one first',
  }),
  noLedgerOnSides: (from: string, to: string, folder: string) => ({
    message: `there is no ledger in ${folder}, neither in ${from} nor in ${to}`,
    hint: undefined,
  }),
};

/** Behind or in front of a part of a text. */
const behind = (before: string | null): string =>
  before === null ? ' at the beginning' : ` after ${before}`;

export const diff = {
  /** Where there is or was no value. */
  nothing: 'none',
  turned: (from: string, to: string) => `${from} → ${to}`,
  came: (text: string) => `added ${text}`,
  went: (text: string) => `taken out ${text}`,
  reordered: 'another order',
  /** A day that moved; negative days are earlier. */
  day: (turned: string, days: number) =>
    `${turned} (${plural(Math.abs(days), 'day', 'days')} ${days > 0 ? 'later' : 'earlier'})`,
  texts: {
    added: (text: string, before: string | null) => `${text} added${behind(before)}`,
    gone: (text: string, before: string | null) => `${text} taken out${behind(before)}`,
    replaced: (turned: string, before: string | null) => `${turned}${behind(before)}`,
    rewritten: (turned: string) => `rewritten: ${turned}`,
  },
  /** `claimed done 2022-12-20 by Planning Bureau` */
  event: (event: string, date: string, unit: string | null) =>
    `${event} ${date}${unit === null ? '' : ` by ${unit}`}`,
  reason: (text: string) => `reason: ${text}`,
  evidence: (text: string) => `evidence: ${text}`,
  criterion: {
    named: (criteria: readonly string[]) =>
      `${criteria.length === 1 ? 'criterion' : 'criteria'} ${criteria.join(', ')}`,
    about: (id: string, phrase: string) => `criterion ${id}, ${phrase}`,
    added: (id: string, text: string, due: string | null) =>
      `criterion ${id} added: ${text}${due === null ? '' : ` (due ${due})`}`,
    removed: (id: string, text: string) => `criterion ${id} removed: ${text}`,
  },
  log: {
    inserted: (entry: number, event: string) =>
      `entry ${entry} inserted before what stood there: ${event}`,
    removed: (entry: number, event: string) => `entry ${entry} removed: ${event}`,
    changed: (entry: number, change: string) => `entry ${entry} rewritten: ${change}`,
    reordered: (was: number, entry: number, event: string) =>
      `entry ${was} put in place ${entry}: ${event}`,
    holds: (entries: number, heads: readonly string[]) =>
      [
        `${plural(entries, 'entry', 'entries')} in its log`,
        ...(heads.length > 0
          ? [
              `: ${heads.join(', ')}${entries > heads.length ? ` and ${entries - heads.length} more` : ''}`,
            ]
          : []),
      ].join(''),
  },
  added: (kind: string) => `${kind} added`,
  removed: (kind: string) => `${kind} removed`,
  /** The same of a record inside it. */
  within: (said: string, record: string) => `${said}: ${record}`,
  moved: (from: string, to: string) => `moved from ${from} to ${to}`,
  renumbered: (from: string, to: string) => `another id: ${from} → ${to}`,
  succeeded: (unit: string, day: string, document: string | null) =>
    `succeeded by ${unit} from ${day}${document === null ? '' : ` · document ${document}`}`,

  /** In front of what must not be overlooked. */
  mark: 'Mind:',
  cautions: 'Mind',
  caution,
  later: {
    item: (days: number) => `deadline ${plural(days, 'day', 'days')} later`,
    criterion: (days: number) => `deadline of a criterion ${plural(days, 'day', 'days')} later`,
  },
  file: {
    added: (file: string) => `${file}, which was missing, is there now`,
    changed: (file: string) => `the file ${file} is another one`,
    removed: (file: string) => `the file ${file} is gone`,
  },
  counted: {
    sentence: (records: number, counts: readonly string[]) =>
      `${plural(records, 'record', 'records')}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}.`,
    event: (count: number, event: string) => `${count} ${event}`,
    added: (counted: string) => `${counted} added`,
    removed: (counted: string) => `${counted} removed`,
    later: (count: number, most: number) =>
      count === 1
        ? `1 deadline ${plural(most, 'day', 'days')} later`
        : `${count} deadlines later, by up to ${plural(most, 'day', 'days')}`,
    earlier: (count: number) => `${plural(count, 'deadline', 'deadlines')} earlier`,
    edited: (count: number) => `${count} edited in place`,
    renumbered: (count: number) => `${count} with another id`,
    moved: (count: number) => `${count} moved`,
    rewritten: (count: number) => `${plural(count, 'entry', 'entries')} of logs rewritten`,
    cautions: countedCautions,
  },
  elsewhere: (items: number) =>
    items === 1
      ? '1 more item stands otherwise, though nothing of its own differs'
      : `${items} more items stand otherwise, though nothing of their own differs`,
  same: 'No difference.',
  onlyLayout: (files: number) =>
    files === 1
      ? 'No change in the ledger (1 file differs in layout, order or comments).'
      : `No change in the ledger (${files} files differ in layout, order or comments).`,
  alsoLayout: (files: number) =>
    files === 1
      ? '1 more file differs in layout, order or comments only.'
      : `${files} more files differ in layout, order or comments only.`,
  ledgerMoved: (from: string, to: string) => `The ledger was moved from ${from} to ${to}.`,
  /** What became of another ledger of the repository; a command may follow. */
  ledgers: {
    same: (folder: string) => `The ledger in ${folder} is the same in both`,
    changed: (folder: string) => `The ledger in ${folder} also changed`,
    added: (folder: string) => `The ledger in ${folder} is new`,
    removed: (folder: string) => `The ledger in ${folder} is gone`,
    ended: (said: string) => `${said}.`,
  },
  allNew: (side: string) => `There is no ledger in ${side}: all of it is new.`,
  allGone: (side: string) => `There is no ledger in ${side}: all of it is gone.`,
  holds: (counts: readonly string[]) => `It holds ${counts.join(', ')}.`,
};
