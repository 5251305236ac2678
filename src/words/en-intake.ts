/** English words and sentences about lists that are imported: what was read, what becomes of it, what was not taken. */

import type { Amended } from '../intake/amendments.ts';
import type { Trouble } from '../intake/cells.ts';
import type { Becomes, WhyNot } from '../intake/column.ts';
import type { Claimed, Counts, IntakePlan } from '../intake/outcome.ts';
import type { Note } from '../sheets/fault.ts';
import { list, plural, some } from './phrases.ts';

const becomes: { readonly [name: string]: string } = {
  number: 'printed number',
  field: 'field',
  task: 'task',
  measure: 'measure',
  district: 'district',
  project: 'project',
  lead: 'lead units',
  support: 'supporting units',
  start: 'first day of work',
  due: 'deadline',
  deliverable: 'deliverable',
  criteria: 'criteria',
  progress: 'report: progress in words',
  percent: 'report: progress in percent',
  status: 'report: where it stands',
  problem: 'report: problem',
  next: 'report: next step',
  reported: 'day of the report',
  note: 'note',
};

const whyNot: { readonly [W in WhyNot]: string } = {
  unknown: 'not taken: the heading is not known',
  double: 'not taken: another column is that already',
  numbers: 'not taken: it holds nothing but figures',
  chosen: 'not taken, as you said',
  person: 'not taken: a ledger names units and no persons',
  'closed-on': 'not taken: when it is done is said by done and verify',
  'assigned-on': 'not taken: a ledger has no such day',
  light: 'not taken: lights are derived and never stored',
  money: 'not taken: a ledger has no such attribute',
  score: 'not taken: a ledger has no such attribute',
};

/** What whoever imports a file ought to know about it. */
const note = (each: Note): string => {
  switch (each.code) {
    case 'formulas':
      return `${each.sheet}: ${plural(each.count, 'cell is', 'cells are')} computed by a formula (first ${each.cell}); what they came to when the file was saved was taken.`;
    case 'formulas-empty':
      return `${each.sheet}: ${plural(each.count, 'formula has', 'formulas have')} no stored value (first ${each.cell}) and were read as empty: open the file, save it and import it again.`;
    case 'macros':
      return 'The file has macros; they were not run.';
    case 'external-links':
      return 'The file refers to other files; they were not opened.';
    case 'encoding':
      return `The text was read as ${each.encoding}; another encoding is named with --encoding.`;
    case 'hidden-sheets':
      return `Hidden sheets were left out: ${list(each.names, 'and')}. Take one with --sheet NAME.`;
    case 'hidden-rows':
      return `${each.sheet}: ${plural(each.count, 'hidden row was', 'hidden rows were')} taken too.`;
    case 'hidden-columns':
      return `${each.sheet}: ${plural(each.count, 'hidden column was', 'hidden columns were')} taken too.`;
    case 'sheets-without-cells':
      return `${plural(each.count, 'sheet has', 'sheets have')} no cells and were left out.`;
    case 'tracked':
      return `The document has tracked changes: insertions were taken${each.hasDeletions ? ', deletions left out' : ''}.`;
    case 'nested':
      return `${each.sheet}: ${plural(each.count, 'table stands', 'tables stand')} inside a cell (first ${each.cell}) and was read as its text.`;
    case 'numbered':
      return `${each.sheet}: ${plural(each.count, 'number', 'numbers')} that the word processor counts by itself were counted (first ${each.cell}).`;
    case 'ragged':
      return `The rows have different numbers of cells, first in row ${each.row}.`;
  }
};

const why: { readonly [W in Trouble['why']]: (text: string) => string } = {
  'no-title': () => 'the row has no title: not taken',
  'no-district': () => 'no district stands for it: not taken',
  total: () => 'a total: not taken',
  footnote: () => 'a note at the foot: not taken',
  form: () => 'a line of the form: not taken',
  struck: () => 'struck through: not taken',
  section: () => 'a heading between the rows that no level is left for: not taken',
  'due-open': () => 'no deadline yet; the words are kept',
  'due-kept': (id) => `no day any more: ${id} keeps its deadline`,
  'due-several': () => 'more than one day; the words are kept',
  'due-order': () => 'day, month or year? It can be read in two ways; the words are kept',
  'due-unknown': () => 'no day can be told; the words are kept',
  'due-impossible': () => 'no such day; the words are kept',
  'due-before': () => 'before it begins, or before it ends? The words are kept',
  'due-vague': () => 'no last day can be told; the words are kept',
  'due-duration': () => 'so long from which day on? The words are kept',
  'due-start': () => 'says when it begins and not when it ends; the words are kept',
  'due-year': () => 'no year of a list; the words are kept',
  'due-lost-zero': () => 'January, or October without its zero? The words are kept',
  'start-unclear': () => 'no first day can be told: not taken',
  'start-later': () => 'begins after its deadline: not taken',
  'unit-unclear': () => 'no unit can be told: not taken',
  'percent-unclear': () => 'no share from 0 to 100: not taken',
  'reported-unclear': () => 'no day can be told; the day of the import is used',
  'reported-later': () => 'is still to come; today is used',
  twice: (first) => `word for word the same row as ${first}: not taken twice`,
  alike: (first) => `the same words as ${first} under another number: taken as well`,
  'not-started': () => 'not begun, so kept as a note and not as a report',
  'too-long': () => 'too long for a title: not taken',
  criteria: (id) => `${id} has other criteria: change them with reform set or add`,
};

export const intake = {
  standardInput: 'standard input',
  paste: 'Paste the table, then press Ctrl-D on a line of its own.',
  title: (file: string, isApplied: boolean) =>
    isApplied ? `What ${file} brought` : `What ${file} would bring`,
  found: (sheet: string, headings: string, first: number, last: number, rows: number) =>
    `${sheet === '' ? 'The table' : sheet}: headings in ${headings.includes('–') ? 'rows' : 'row'} ${headings}, ${plural(rows, 'item', 'items')} in rows ${first} to ${last}.`,
  becomes: (what: Becomes, quarter: number | undefined) =>
    `${what.startsWith('x-') ? `${what}, kept as it is` : (becomes[what] ?? what)}${quarter === undefined ? '' : `, quarter ${quarter}`}`,
  bothSides: 'lead and supporting units',
  whyNot: (each: WhyNot, besides: string | undefined, cells: number) =>
    `${besides === undefined ? whyNot[each] : `not taken: column ${besides} is that already`}${cells > 0 ? ` (${plural(cells, 'cell', 'cells')})` : ''}`,
  chosen: (text: string) => `${text} (as you said)`,
  titles: {
    columns: 'Columns',
    counts: 'What it comes to',
    deadlines: 'Deadlines as read',
    units: 'Units, districts and fields',
    amended: 'Changes of what stands in the ledger',
    items: 'New items, the first of them',
    outdated: 'Amended since it was issued: the ledger stays as it is',
    troubles: 'Not taken, or not as printed',
    remarks: 'To know',
  },
  columns: {
    column: 'COLUMN',
    heading: 'HEADING',
    becomes: 'BECOMES',
    example: 'FOR EXAMPLE',
    what: '',
    added: 'COUNT',
    printed: 'PRINTED',
    day: 'DAY',
    rows: 'ROWS',
    name: 'NAME',
    id: 'ID',
    cell: 'CELL',
    text: 'TEXT',
    why: 'WHY',
    attribute: 'ATTRIBUTE',
    under: 'TASK OR DISTRICT',
  },
  counted: (what: keyof Counts) => what,
  changes: 'changes of what is there',
  same: 'items that are so already',
  how: {
    known: (title: string) => `in the register as ${title}`,
    chosen: (title: string) => `${title}, as you said`,
    new: () => 'new',
  },
  changed: { is: 'IS', becomes: 'BECOMES' },
  outdated: { is: 'IN FORCE', becomes: 'IN THE LIST' },
  like: (names: readonly string[]) => `new; the same as ${list(names)}? Then say --same`,
  by: { set: '', amend: 'amendment', postpone: 'postponement' } satisfies {
    readonly [B in Amended['by']]: string;
  },
  why: (each: Trouble['why'], text: string) => why[each](text),
  comma: 'new; if these are several, part them with ; in the list',
  byYear: "counted from the ledger's year",
  more: (count: number) => `and ${count} more (all of them: --json)`,
  remarks: {
    note,
    filledDown: (count: number) =>
      `${plural(count, 'blank cell', 'blank cells')} below a field, task or district ${count === 1 ? 'was' : 'were'} filled with the one above.`,
    tasksWords: (count: number) =>
      `${plural(count, 'measure carries', 'measures carry')} the words of ${count === 1 ? 'its' : 'their'} task, since no cell names one.`,
    made: (made: IntakePlan['made']) => {
      const byField = made.filter(({ from }) => from === 'field');
      const count = byField.reduce((sum, { items }) => sum + items, 0);
      const named = made.filter(({ from }) => from === 'list');
      return [
        ...(byField.length > 0
          ? [
              `No column names tasks: ${plural(count, 'measure stands', 'measures stand')} under ${plural(byField.length, 'task', 'tasks')}, one for each field and named after it.`,
            ]
          : []),
        ...named.map(
          ({ title, items }) =>
            `No column names tasks: ${plural(items, 'measure stands', 'measures stand')} under one that is named after the list, "${title}".`,
        ),
      ];
    },
    splittable: (count: number) =>
      `${plural(count, 'cell holds', 'cells hold')} numbered points and ${count === 1 ? 'was' : 'were'} left whole; --split makes a measure of each point.`,
    split: 'Numbered points of a cell became a measure each.',
    ongoing: (count: number) =>
      `${plural(count, 'deadline says', 'deadlines say')} that the work goes on (长期, ongoing): words kept, no day.`,
    latest: (count: number) =>
      `${plural(count, 'item has', 'items have')} a deadline in each of several rows: the latest is the item's, each is its criterion's.`,
    order: (order: 'dmy' | 'mdy') =>
      `Days such as 03/04/2026 are read ${order === 'dmy' ? 'day first' : 'month first'}, as others of the column tell.`,
    repeated: (count: number) => `${plural(count, 'row repeats', 'rows repeat')} the headings.`,
    claims: (claimed: readonly Claimed[]) => {
      const of = (claims: Claimed['claims']) => claimed.filter((each) => each.claims === claims);
      const sentence = (claims: Claimed['claims'], says: string, verb: string) => {
        const ids = of(claims).map(({ id }) => id);
        if (ids.length === 0) return [];
        return [
          `${plural(ids.length, 'item is', 'items are')} said to be ${says} (${some(ids, 'items')}): kept as words of a report; ${verb}.`,
        ];
      };
      return [
        ...sentence('complete', 'done', 'claim it with evidence: reform done ID -e … --result …'),
        ...sentence(
          'closed',
          'closed',
          'claim it, then have it checked: reform done, reform verify',
        ),
        ...sentence('withdrawn', 'given up', 'record it with its document: reform withdraw ID'),
        ...sentence('blocked', 'blocked', 'record why: reform block ID -r …'),
      ];
    },
    missing: (ids: readonly string[]) =>
      `${plural(ids.length, 'item', 'items')} of the ledger ${ids.length === 1 ? 'is' : 'are'} not in the list and ${ids.length === 1 ? 'stays' : 'stay'} (${some(ids, 'items')}): what is given up is withdrawn with reform withdraw.`,
    elsewhere: (ids: readonly string[]) =>
      `${plural(ids.length, 'item stands', 'items stand')} under another task in the ledger and ${ids.length === 1 ? 'stays' : 'stay'} there: ${some(ids, 'items')}.`,
    reportDay: (day: string) =>
      `Reports without a day of their own are dated ${day}; another day: --date.`,
    needs: (needs: readonly ('reason' | 'document')[]) =>
      `The changes need ${list(
        needs.map((each) => (each === 'reason' ? 'a reason (-m)' : 'a document (-d)')),
        'and',
      )} before they can be written.`,
    skippedSheets: (names: readonly string[]) => `No list was found in ${list(names, 'and')}.`,
    dry: 'Nothing has been written. The same command with --apply writes it as one change.',
    nothing: 'Nothing to write: what can be recorded stands in the ledger already.',
    dropped: (words: readonly string[]) =>
      `Words beside the names of units were left out: ${some(words, 'kinds of words')}.`,
    published:
      'This ledger holds what was published, each record with its words; what is imported carries none.',
    unseen: (count: number) =>
      `${plural(count, 'cell holds', 'cells hold')} characters that nobody sees; they were left out.`,
    silent: (ids: readonly string[]) =>
      `${plural(ids.length, 'item is', 'items are')} said not to have begun, or not to be over (${some(ids, 'items')}): nothing is recorded for that.`,
    blank: (blank: IntakePlan['blank'], facts: Readonly<Record<string, string>>) =>
      `The list is blank where the ledger has something, which stays: ${some(
        blank.map(({ id, attribute }) => `${id} ${facts[attribute] ?? attribute}`),
        'places',
      )}.`,
  },
  said: (file: string, added: Counts, amended: number) => {
    const counts = (Object.entries(added) as [keyof Counts, number][])
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${count} ${count === 1 ? singular[what] : what}`);
    const parts = [
      ...(counts.length > 0 ? [`${list(counts, 'and')} added`] : []),
      ...(amended > 0 ? [`${plural(amended, 'change', 'changes')} made`] : []),
    ];
    return `Imported ${file}: ${parts.length > 0 ? parts.join('; ') : 'nothing new'}.`;
  },
  savedMapping: (file: string) =>
    `How it was read is kept in ${file}; read the next edition with --mapping ${file}.`,
};

const singular: { readonly [C in keyof Counts]: string } = {
  fields: 'field',
  districts: 'district',
  units: 'unit',
  tasks: 'task',
  measures: 'measure',
  projects: 'project',
  criteria: 'criterion',
  reports: 'report',
};
