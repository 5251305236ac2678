/**
 * From the rows of a list to what it says: items with their units, days, criteria and reports, the
 * printed words kept, and everything told that could not be read. It does not know the ledger yet.
 */
import type { Day } from '../model/dates.ts';
import { orderOf, readDeadline } from '../time/deadline.ts';
import {
  beginsOn,
  daysIn,
  joined,
  type Moment,
  meant,
  type Pen,
  quarterEnd,
  type Trouble,
  together,
  wordsOfDay,
} from './cells.ts';
import type { Column } from './column.ts';
import type { ListTable } from './columns.ts';
import { hidesSomething } from './grid.ts';
import type { Role } from './headings.ts';
import type { ItemRow, Outline, Said } from './outline.ts';
import { pointsOf } from './points.ts';
import { type Cells, type Claims, type Reported, readProgress } from './reports.ts';
import { readUnits } from './who.ts';

/** A printed deadline with the days it was read as. */
interface DueRead {
  readonly text: string;
  readonly due: Day;
  readonly start?: Day;
  /** The year was not printed. */
  readonly byYear: boolean;
}

export interface ListedItem {
  readonly row: ItemRow;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly start?: Day;
  readonly due?: Day;
  /** The printed words, where they are more or other than the day. */
  readonly due_text?: string;
  readonly deliverable?: string;
  readonly note?: string;
  readonly own: { readonly [name: `x-${string}`]: string };
  readonly criteria: readonly { readonly text: string; readonly due?: Day }[];
  readonly reports: readonly Reported[];
  /** What the list says of where it stands, where only a verb of its own may say so. */
  readonly claims?: Claims;
  /** The list says of its progress only that there is none yet. */
  readonly isSilent?: true;
}

export interface Listing {
  readonly table: ListTable;
  readonly outline: Outline;
  readonly items: readonly ListedItem[];
  readonly troubles: readonly Trouble[];
  /** Printed deadlines that are more than a plain day, each once, with how many rows have them. */
  readonly deadlines: readonly (DueRead & { readonly rows: number })[];
  /** Items whose deadline is the latest of several rows. */
  readonly latest: number;
  /** Cells that hold characters nobody sees, which were left out. */
  readonly unseen: number;
  /** Words beside the names of units that were left out, each once. */
  readonly dropped: readonly string[];
  /** Names of units by what the list calls them for short. */
  readonly shorts: ReadonlyMap<string, string>;
  /** Which part of days like 03/04/2022 comes first, where the column tells. */
  readonly order?: 'dmy' | 'mdy';
  /** Rows whose deadline is meant to be none: `长期坚持`, ongoing. */
  readonly ongoing: number;
}

/** Longer text is no title; the limit keeps a runaway cell out of the ledger. */
const longestTitle = 5_000;

/** The two sides of who does it. */
interface Sides {
  readonly lead: readonly string[];
  readonly support: readonly string[];
}

const nobody: Sides = { lead: [], support: [] };

const readSides = (
  column: Column,
  said: Said,
  before: Sides | undefined,
  { tell, drop, shorten }: Pen,
): Sides => {
  const side = column.hasBothSides ? 'both' : column.becomes === 'support' ? 'support' : 'lead';
  const units = readUnits(said.text, side);
  if (units.ditto) {
    const { lead, support } = before ?? nobody;
    return { lead: side === 'support' ? [] : lead, support: side === 'lead' ? [] : support };
  }
  for (const [short, name] of units.short) shorten(short, name);
  if (units.said !== undefined) drop(units.said);
  for (const piece of units.unclear)
    tell({ address: said.address, why: 'unit-unclear', text: piece });
  return units;
};

const readWho = (cells: Cells, before: Sides | undefined, pen: Pen): Sides => {
  const sides = cells
    .filter(([{ becomes }]) => becomes === 'lead' || becomes === 'support')
    .map(([column, said]) => readSides(column, said, before, pen));
  const lead = [...new Set(sides.flatMap((each) => each.lead))];
  const support = [...new Set(sides.flatMap((each) => each.support))];
  return { lead, support: support.filter((each) => !lead.includes(each)) };
};

/** The days of an item, and how its deadline was printed. */
interface Days extends Pick<ListedItem, 'start' | 'due' | 'due_text'> {
  readonly isOngoing?: true;
  /** The last of several days, one for each row. */
  readonly isLatest?: true;
  readonly read?: DueRead;
}

const readDue = (said: Said, { moment, tell }: Pen): Days => {
  const read = daysIn(said, moment);
  const words = wordsOfDay(said);
  const due_text = words === undefined ? {} : { due_text: words };
  switch (read.is) {
    // `待定` and TBC say something, a dash does not.
    case 'none': {
      if (!/\p{L}/u.test(said.text) || meant(said.text) === undefined) return {};
      tell({ address: said.address, why: 'due-open', text: joined(said.text) });
      return due_text;
    }
    case 'ongoing':
      return { ...due_text, isOngoing: true };
    case 'unclear': {
      tell({ address: said.address, why: `due-${read.why}`, text: joined(said.text) });
      return { due_text: joined(said.text) };
    }
    case 'days': {
      const { due, start, byYear = false } = read;
      const days = { due, ...(start !== undefined && { start }) };
      return words === undefined
        ? days
        : { ...days, ...due_text, read: { text: words, ...days, byYear } };
    }
  }
};

const readStart = (said: Said, due: Day | undefined, { moment, tell }: Pen): Day | undefined => {
  const read = daysIn(said, moment);
  const text = joined(said.text);
  if (read.is === 'days') {
    const start = beginsOn(said, read);
    if (due === undefined || start <= due) return start;
    tell({ address: said.address, why: 'start-later', text });
  } else if (read.is !== 'none' || (/\p{L}/u.test(text) && meant(text) !== undefined)) {
    tell({ address: said.address, why: 'start-unclear', text });
  }
  return undefined;
};

const readDays = (cells: Cells, pen: Pen): Days => {
  const find = (role: Role) => cells.find(([{ becomes }]) => becomes === role)?.[1];
  const [dueCell, startCell] = [find('due'), find('start')];
  const days = dueCell ? readDue(dueCell, pen) : {};
  const start = startCell && readStart(startCell, days.due, pen);
  return start === undefined ? days : { ...days, start };
};

const withText = (said: ReadonlyMap<Column, Said>): Cells =>
  [...said].filter(([, { text }]) => text !== '');

/** Days of several rows of which nothing tells what each is for: the words are kept. */
const readSeveral = (
  addresses: readonly string[],
  rows: readonly ReadonlyMap<Column, Said>[],
  { tell }: Pen,
): Days => {
  const cells = rows.flatMap((row) => [...row]).filter(([{ becomes }]) => becomes === 'due');
  const texts = new Map(cells.map(([, { address, text }]) => [address, joined(text)]));
  const words = together([...new Set([...texts.values()].filter((text) => text !== ''))]);
  tell({ address: addresses[1] ?? '', why: 'due-several', text: words });
  return { due_text: words };
};

/** The days of an item over several rows: it begins with the first of them and is due with the last. */
const readDaysOf = ({ said, rows = [] }: ItemRow, pen: Pen): Days => {
  const dueCells = new Set(
    rows.flatMap((row) =>
      [...row].flatMap(([{ becomes }, { address, text }]) =>
        becomes === 'due' && text !== '' ? [address] : [],
      ),
    ),
  );
  if (dueCells.size < 2) return readDays(withText(said), pen);
  const isOfCriteria = withText(said).some(([{ becomes }]) => becomes === 'criteria');
  if (!isOfCriteria) return readSeveral([...dueCells], rows, pen);
  const all = rows.map((row) => readDays(withText(row), pen));
  const due = all
    .flatMap((days) => days.due ?? [])
    .sort()
    .at(-1);
  const start = all.flatMap((days) => days.start ?? []).sort()[0];
  const isLatest = due === undefined ? {} : { due, isLatest: true as const };
  return {
    ...isLatest,
    ...(start !== undefined && (due === undefined || start <= due) && { start }),
  };
};

/** The criteria of a cell: of a quarter, or one for each point or line. */
const criteriaIn = (
  [{ becomes, quarter }, { text }]: Cells[number],
  { year }: Moment,
): ListedItem['criteria'] => {
  if (becomes !== 'criteria') return [];
  if (quarter !== undefined) return [{ text: joined(text), due: quarterEnd(year, quarter) }];
  const parts = pointsOf(text)?.points ?? text.split('\n');
  return parts
    .map(joined)
    .filter((part) => part !== '')
    .map((part) => {
      const read = readDeadline(part, { year });
      return read.is === 'days' ? { text: part, due: read.due } : { text: part };
    });
};

/** The criteria of an item; over several rows, each with the deadline of its own row. */
const criteriaOf = ({ said, rows }: ItemRow, pen: Pen): ListedItem['criteria'] => {
  if (!rows) return withText(said).flatMap((cell) => criteriaIn(cell, pen.moment));
  const seen = new Set<string>();
  return rows.flatMap((row) => {
    const cells = withText(row).filter(
      ([{ becomes }, { address }]) => becomes !== 'criteria' || !seen.has(address),
    );
    for (const [, { address }] of cells) seen.add(address);
    // What cannot be read has been told when the item's own days were.
    const { due } = readDays(
      withText(row).filter(([{ becomes }]) => becomes === 'due'),
      { ...pen, tell: () => {} },
    );
    return cells
      .flatMap((cell) => criteriaIn(cell, pen.moment))
      .map((each) => (due === undefined ? each : { due, ...each }));
  });
};

type Read = ListedItem & Pick<Days, 'isOngoing' | 'isLatest' | 'read'>;

const readItem = (row: ItemRow, before: Sides | undefined, pen: Pen): Read => {
  const cells = withText(row.said);
  const wordsOf = (role: Role) => {
    const said = cells.find(([{ becomes }]) => becomes === role)?.[1];
    return said && joined(said.text);
  };
  const deliverable = wordsOf('deliverable');
  const { reports, claims, aside, isSilent } = readProgress(cells, pen);
  if (aside.length > 0)
    pen.tell({ address: row.address, why: 'not-started', text: together(aside) });
  const remarks = cells.filter(([{ becomes }]) => becomes === 'note');
  const told = remarks.map(([{ heading }, { text }]) =>
    remarks.length > 1 ? `${heading}：${joined(text)}` : joined(text),
  );
  const notes = [row.before, ...told, ...aside].filter((each) => each !== undefined);
  return {
    row,
    ...readWho(cells, before, pen),
    ...readDaysOf(row, pen),
    ...(deliverable !== undefined && { deliverable }),
    ...(notes.length > 0 && { note: together(notes) }),
    own: Object.fromEntries(
      cells.flatMap(([{ becomes }, { text }]) =>
        becomes.startsWith('x-') ? [[becomes, joined(text)]] : [],
      ),
    ),
    criteria: criteriaOf(row, pen),
    reports,
    ...(claims && { claims }),
    ...(isSilent && { isSilent }),
  };
};

/** Each printed deadline once, in the order of the list. */
const printedDeadlines = (items: readonly Read[]): Listing['deadlines'] => {
  const found = new Map<string, DueRead & { readonly rows: number }>();
  for (const { read } of items) {
    if (read) found.set(read.text, { ...read, rows: (found.get(read.text)?.rows ?? 0) + 1 });
  }
  return [...found.values()];
};

/** Reads the cells of a list's items. */
export const readList = (
  table: ListTable,
  outline: Outline,
  given: Omit<Moment, 'order'>,
): Listing => {
  const troubles: Trouble[] = [...outline.skipped];
  const dropped = new Set<string>();
  const shorts = new Map<string, string>();
  const dueColumn = table.columns.find(({ becomes }) => becomes === 'due');
  const printed = outline.items.map(
    ({ said }) => (dueColumn ? said.get(dueColumn)?.text : undefined) ?? '',
  );
  const order = orderOf(printed);
  const pen: Pen = {
    moment: { ...given, order },
    tell: (trouble) => troubles.push(trouble),
    drop: (words) => dropped.add(words),
    shorten: (short, name) => shorts.set(short, name),
  };
  const seen = new Map<string, ItemRow>();
  const items: Read[] = [];
  for (const row of outline.items) {
    const { address, title, task, district, number } = row;
    const words = [...row.said].flatMap(([{ becomes }, { text }]) =>
      becomes === 'number' ? [] : [text],
    );
    const key = JSON.stringify([task?.field?.title, task?.title, district?.title, title, words]);
    const first = seen.get(key);
    const isTwice = first !== undefined && first.number === number;
    if (isTwice) pen.tell({ address, why: 'twice', text: first.address });
    else if ([...title].length > longestTitle)
      pen.tell({ address, why: 'too-long', text: title.slice(0, 40) });
    else {
      if (first) pen.tell({ address, why: 'alike', text: first.address });
      else seen.set(key, row);
      items.push(readItem(row, items.at(-1), pen));
    }
  }
  const unseen = table.grid.sheet.rows.flat().filter(({ text }) => hidesSomething(text)).length;
  const ongoing = items.filter(({ isOngoing }) => isOngoing).length;
  const latest = items.filter(({ isLatest }) => isLatest).length;
  return {
    table,
    outline,
    items,
    troubles,
    deadlines: printedDeadlines(items),
    ongoing,
    latest,
    dropped: [...dropped],
    unseen,
    shorts,
    ...(order && { order }),
  };
};
