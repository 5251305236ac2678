/** Recordings as a table: a row each, or one for each sort of thing that a commit did to many records. */
import { type Cell, type Column, type Table, textCell } from '../../format/document.ts';
import { type KindName, kindNames } from '../../model/kinds/index.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { unitName } from '../sayings.ts';
import { shortId } from '../sides.ts';
import type { Line } from './meant.ts';
import { type DayOf, eventOf, lateDays, textOf } from './told.ts';

/** Whether a line says nothing that the one about the record it belongs to does not say. */
const isImplied = ({ difference, isInside, kind }: Line): boolean => {
  if (!isInside) return false;
  return difference.is === 'log' ? difference.how === 'removed' : kind === 'criterion';
};

/** The sorts of things that a commit does to a record. */
type Sort = 'came' | 'went' | 'entries' | 'rewritten' | 'changed';

const sortOf = ({ difference, isInside }: Line): Sort => {
  if (difference.is === 'added') return 'came';
  if (difference.is === 'removed') return 'went';
  if (difference.is !== 'log') return 'changed';
  if (difference.how === 'appended' || difference.how === 'inserted') {
    return isInside ? 'came' : 'entries';
  }
  return isInside ? 'went' : 'rewritten';
};

/** Recordings that take one row. */
interface Row {
  /** What was done to many records; null where the row is about a single recording. */
  readonly many: Sort | null;
  /** The recording told, or all that are told of by their numbers. */
  readonly told: readonly [Line, ...Line[]];
  /** How many recordings the row stands for, those included that go without saying. */
  readonly count: number;
}

const recordsIn = (lines: readonly Line[]): number =>
  new Set(lines.map(({ kind, id }) => `${kind} ${id}`)).size;

/** What a commit did to more records than this is told by numbers. */
const mostTold = 8;

/**
 * The rows of a table, in the order given.
 * @param isFolded what one commit did to many records takes one row for each sort
 */
export const rowsOf = (lines: readonly Line[], isFolded: boolean): readonly Row[] => {
  const groupOf = (line: Line) => `${line.recording?.commit.id ?? ''} ${sortOf(line)}`;
  const groups = new Map<string, Line[]>();
  for (const line of isFolded ? lines : []) {
    const group = groups.get(groupOf(line));
    if (group) group.push(line);
    else groups.set(groupOf(line), [line]);
  }
  const rows: Row[] = [];
  // What goes without saying counts with the row of the record, which comes next.
  let implied = 0;
  for (const [key, group] of groups) {
    if (recordsIn(group.filter(({ isInside }) => !isInside)) <= mostTold) groups.delete(key);
  }
  for (const line of lines) {
    const group = groups.get(groupOf(line));
    const [first, ...others] = group ?? [line];
    if (group && first) {
      if (first === line)
        rows.push({ many: sortOf(line), told: [first, ...others], count: group.length });
    } else if (lines.length > 1 && isImplied(line)) {
      implied += 1;
    } else {
      rows.push({ many: null, told: [line], count: 1 + implied });
      implied = 0;
    }
  }
  return rows;
};

/** What a commit did to many records, by numbers. */
const manyText = ({ history, count }: Words, many: Sort, lines: readonly Line[]): string => {
  const counted = new Map<KindName, number>();
  for (const { difference, kind } of lines) {
    if (difference.is === 'log') continue;
    counted.set(kind, (counted.get(kind) ?? 0) + 1);
  }
  const counts = kindNames.flatMap((kind) => {
    const found = counted.get(kind);
    return found === undefined ? [] : [count(found, kind)];
  });
  const entries = lines.filter(({ difference }) => difference.is === 'log').length;
  switch (many) {
    case 'came':
      return history.addedMany(counts, entries);
    case 'went':
      return history.removedMany(counts, entries);
    case 'entries':
      return history.entriesMany(entries, recordsIn(lines));
    case 'rewritten':
      return history.rewrittenMany(entries, recordsIn(lines));
    case 'changed':
      return history.changedMany(lines.length, recordsIn(lines));
  }
};

const whoAndWhen = (words: Words, { recording }: Line, dayOf: DayOf) => {
  if (!recording) return { recorded: words.history.notCommitted, author: null, commit: null };
  const { commit, landed, isOrBefore } = recording;
  const day = dayOf(landed.when);
  return {
    recorded: isOrBefore ? words.history.orBefore(day) : day,
    author: commit.author.name || commit.author.address,
    commit: shortId(commit.id),
  };
};

/** What stands above the rows of one commit. */
const commitLine = (words: Words, line: Line, dayOf: DayOf): string => {
  const { recorded, author, commit } = whoAndWhen(words, line, dayOf);
  const subject = line.recording?.commit.subject ?? null;
  return [recorded, author, subject, commit]
    .filter((part) => part !== null && part !== '')
    .join(' · ');
};

/** What was recorded, without who recorded it when. */
const whatCells = (
  words: Words,
  view: View,
  { many, told }: Row,
  dayOf: DayOf,
): readonly (Cell | null)[] => {
  const [line] = told;
  if (many !== null) return [null, null, null, { text: manyText(words, many, told) }, null];
  const event = eventOf(line);
  const late = lateDays(line, dayOf);
  return [
    textCell(event?.date),
    late === null || late === 0 ? null : { text: String(late), value: late },
    { text: line.kind === 'ledger' ? 'ledger' : line.id },
    { text: textOf(words, view, line) },
    textCell(unitName(view.ledger, words, event?.by)),
  ];
};

/**
 * Rows as a table.
 * @param isGrouped who recorded it when stands above the rows of each commit, once, and not in columns: a terminal has
 * no room for them
 */
export const tableOf = (
  words: Words,
  view: View,
  rows: readonly Row[],
  { dayOf, isGrouped }: { readonly dayOf: DayOf; readonly isGrouped: boolean },
): Table => {
  const { columns } = words.history;
  const what: readonly Column[] = [
    { key: 'happened', heading: columns.happened, keeps: 'whole' },
    { key: 'late', heading: columns.late, align: 'right', keeps: 'whole' },
    { key: 'id', heading: columns.id, style: 'id', keeps: 'whole' },
    { key: 'what', heading: columns.what, keeps: 'text' },
    { key: 'by', heading: columns.by },
  ];
  if (isGrouped) {
    return {
      is: 'table',
      columns: [{ key: 'commit', heading: columns.commit }, ...what],
      rows: rows.map((row) => [
        { text: commitLine(words, row.told[0], dayOf) },
        ...whatCells(words, view, row, dayOf),
      ]),
      groupedBy: 'commit',
    };
  }
  return {
    is: 'table',
    columns: [
      { key: 'recorded', heading: columns.recorded, keeps: 'whole' },
      { key: 'author', heading: columns.author },
      ...what,
      { key: 'commit', heading: columns.commit, keeps: 'whole' },
    ],
    rows: rows.map((row) => {
      const { recorded, author, commit } = whoAndWhen(words, row.told[0], dayOf);
      return [
        { text: recorded },
        textCell(author),
        ...whatCells(words, view, row, dayOf),
        textCell(commit),
      ];
    }),
  };
};
