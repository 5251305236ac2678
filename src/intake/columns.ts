/**
 * Finds the headings of a list below its titles, in one row or in two, and says what each column
 * becomes: by its heading, or as whoever imports it has said.
 */
import { addressOf } from '../sheets/sheet.ts';
import { type Grid, gridOf } from './grid.ts';
import {
  foldHeading,
  type LeftOut,
  leftOut,
  type Meaning,
  meaningOf,
  namesBothSides,
  type Role,
} from './headings.ts';

/** What a column becomes: a role, an attribute of the office's own, or nothing. */
export type Becomes = Role | `x-${string}` | 'none';

/** Why a column is not taken. */
export type WhyNot = LeftOut | 'unknown' | 'double' | 'chosen';

export interface Column {
  /** Counted from 0. */
  readonly at: number;
  /** Its letter. */
  readonly letter: string;
  readonly heading: string;
  readonly becomes: Becomes;
  readonly quarter?: number;
  /** What parts the units of its cells, where it is not the comma. */
  readonly parts?: 'other';
  /** The heading names leading and supporting units, and the cells say which is which. */
  readonly hasBothSides?: true;
  readonly whyNot?: WhyNot;
  /** Whoever imports it has said so. */
  readonly isChosen?: true;
}

/** A list in a sheet: where its headings stand and what they say. */
export interface ListTable {
  readonly grid: Grid;
  /** The first and the last row of the headings, from 0. */
  readonly headings: readonly [first: number, last: number];
  readonly columns: readonly Column[];
  /** The nearest text above the headings that is longer than a word: the list's own title. */
  readonly title: string | undefined;
}

/** What whoever imports it has said of columns: by heading or letter. */
export type Choices = ReadonlyMap<string, Becomes>;

/** Headings stand among the first rows; titles, units of measure and dates above them. */
const deepest = 60;

const titleRoles: ReadonlySet<string> = new Set(['task', 'measure', 'project']);

/** The distinct headings of a row, each with its first column. */
const cellsOf = (grid: Grid, row: number): readonly (readonly [column: number, text: string])[] =>
  Array.from({ length: grid.width }, (_none, column) => column)
    .filter((column) => grid.origin(row, column)[1] === column)
    .map((column) => [column, grid.text(row, column)] as const)
    .filter(([, text]) => text !== '');

/** How much a row looks like headings; 0 where it does not. */
const likeness = (grid: Grid, row: number): number => {
  const cells = cellsOf(grid, row);
  const meanings = cells.flatMap(([, text]) => meaningOf(text) ?? []);
  const distinct = new Set(meanings.map(({ is }) => is));
  const hasTitle = meanings.some(({ is }) => titleRoles.has(is));
  if (distinct.size < 2 || (!hasTitle && distinct.size < 3)) return 0;
  // A row of the list may hold a heading's words in a sentence; a row of headings holds little else.
  if (meanings.length < cells.length / 3) return 0;
  return meanings.reduce((sum, { isExact }) => sum + (isExact ? 3 : 1), 0);
};

/** The second row of headings, where one stands below cells that are merged across or left blank. */
const hasSecondRow = (grid: Grid, row: number): boolean => {
  const below = row + 1;
  if (below >= grid.height) return false;
  const columns = Array.from({ length: grid.width }, (_none, column) => column);
  const own = columns.filter(
    (column) => grid.origin(below, column)[0] === below && grid.text(below, column) !== '',
  );
  if (own.length < 2) return false;
  const isUnderGroup = (column: number) => {
    const [, left] = grid.origin(row, column);
    if (grid.span(row, column) > 1) return true;
    const isGroupBegun = grid.text(row, column) !== '' && grid.text(row, column + 1) === '';
    return grid.text(row, left) === '' || isGroupBegun;
  };
  return (
    own.every((column) => isUnderGroup(column) && grid.text(below, column).length <= 20) &&
    own.some((column) => meaningOf(headingIn(grid, [row, below], column)) !== undefined)
  );
};

/** What stands above a column, from top to bottom; a group's heading counts for all its columns. */
const headingIn = (grid: Grid, [first, last]: ListTable['headings'], column: number): string => {
  const texts: string[] = [];
  for (let row = first; row <= last; row += 1) {
    let text = grid.text(row, column);
    if (text === '' && row < last) {
      let left = column;
      while (left > 0 && grid.text(row, left) === '') left -= 1;
      text = grid.text(last, column) === '' ? '' : grid.text(row, left);
    }
    if (text !== '' && text !== texts.at(-1)) texts.push(text);
  }
  return texts.join(' ').replaceAll('\n', '');
};

/** A row above that puts groups of columns under one heading. */
const isGroupRow = (grid: Grid, row: number): boolean => {
  const cells = cellsOf(grid, row);
  return (
    cells.length > 1 &&
    cells.some(([column]) => {
      const span = grid.span(row, column);
      return span > 1 && span < grid.width * 0.8;
    }) &&
    cells.every(([, text]) => text.length <= 20)
  );
};

const headingRows = (grid: Grid): ListTable['headings'] | undefined => {
  const rows = Array.from({ length: Math.min(deepest, grid.height) }, (_none, row) => row);
  const scored = rows.map((row) => ({ row, score: likeness(grid, row) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), { row: -1, score: 0 });
  if (best.score === 0) return undefined;
  const first = best.row > 0 && isGroupRow(grid, best.row - 1) ? best.row - 1 : best.row;
  const last = hasSecondRow(grid, best.row) ? best.row + 1 : best.row;
  return [first, last];
};

const choiceFor = (choices: Choices, heading: string, letter: string): Becomes | undefined => {
  const wanted = foldHeading(heading);
  for (const [said, becomes] of choices) {
    if (said === heading || said.toUpperCase() === letter) return becomes;
    if (wanted !== '' && foldHeading(said) === wanted) return becomes;
  }
  return undefined;
};

/** A column as its heading alone tells it. */
const readColumn = (grid: Grid, rows: ListTable['headings'], at: number, choices: Choices) => {
  const heading = headingIn(grid, rows, at);
  const letter = addressOf(0, at).replace(/\d/g, '');
  return {
    at,
    letter,
    heading,
    meaning: meaningOf(heading),
    choice: choiceFor(choices, heading, letter),
  };
};

type Draft = Omit<Column, 'becomes'> & {
  readonly becomes: Becomes;
  readonly meaning: Meaning | undefined;
};

const drafted = ({
  at,
  letter,
  heading,
  meaning,
  choice,
}: ReturnType<typeof readColumn>): Draft => {
  const common = { at, letter, heading, meaning };
  if (choice !== undefined) {
    return {
      ...common,
      becomes: choice,
      isChosen: true,
      ...(choice === 'none' && { whyNot: 'chosen' }),
      ...(meaning?.quarter !== undefined && { quarter: meaning.quarter }),
    };
  }
  if (!meaning) return { ...common, becomes: 'none', whyNot: 'unknown' };
  const isRole = !(leftOut as readonly string[]).includes(meaning.is);
  if (!isRole) return { ...common, becomes: 'none', whyNot: meaning.is as LeftOut };
  return {
    ...common,
    becomes: meaning.is as Role,
    ...(meaning.quarter !== undefined && { quarter: meaning.quarter }),
    ...(meaning.is === 'lead' && namesBothSides(heading) && { hasBothSides: true as const }),
  };
};

/** Roles that several columns may have: numbers of tasks and of measures. */
const isMany = (role: Becomes) => role === 'number' || role.startsWith('x-') || role === 'none';

const becoming = (column: Draft, becomes: Becomes): Draft => ({ ...column, becomes });

/** What two columns of the same role are to each other. */
const settled = (drafts: readonly Draft[]): readonly Draft[] => {
  const having = (all: readonly Draft[], role: Becomes) =>
    all.filter((each) => each.becomes === role);
  let columns = drafts;
  const turn = (column: Draft | undefined, role: Becomes) => {
    if (!column || column.isChosen) return;
    columns = columns.map((each) => (each.at === column.at ? becoming(each, role) : each));
  };
  // Who is responsible beside somebody who leads supports.
  const leads = having(columns, 'lead');
  if (leads.length > 1 && having(columns, 'support').length === 0) {
    const leader = leads.find(({ heading }) => /牵头|主办|lead/iu.test(heading)) ?? leads[0];
    turn(
      leads.find((each) => each !== leader),
      'support',
    );
  }
  if (having(columns, 'district').length === 0)
    for (const each of having(columns, 'project')) turn(each, 'task');
  const tasks = having(columns, 'task');
  if (tasks.length > 1 && having(columns, 'measure').length === 0) turn(tasks[1], 'measure');
  // Where a status stands without a report in words, the comments are the report.
  const [comment] = having(columns, 'note').filter(({ heading }) => /comment/i.test(heading));
  if (having(columns, 'status').length > 0 && having(columns, 'progress').length === 0) {
    turn(comment, 'progress');
  }
  // With reports in words a column of percent is how far it is; without, `进度` is the report.
  const [percent] = having(columns, 'percent').filter(({ heading }) =>
    /^进度$|^完成进度$/u.test(foldHeading(heading)),
  );
  if (having(columns, 'progress').length === 0) turn(percent, 'progress');
  return columns;
};

/** The first column of a role, better by its whole heading, keeps it. */
const withoutDoubles = (columns: readonly Draft[]): readonly Column[] => {
  const keyOf = ({ becomes, quarter }: Draft) => `${becomes} ${quarter ?? ''}`;
  const keeper = new Map<string, Draft>();
  const rank = ({ isChosen, meaning }: Draft) => (isChosen ? 2 : meaning?.isExact ? 1 : 0);
  for (const each of columns) {
    const before = keeper.get(keyOf(each));
    if (!before || rank(each) > rank(before)) keeper.set(keyOf(each), each);
  }
  return columns.map((each): Column => {
    const { meaning: _meaning, ...column } = each;
    if (isMany(each.becomes) || keeper.get(keyOf(each)) === each) return column;
    return { ...column, becomes: 'none', whyNot: 'double' };
  });
};

/** The list in a sheet, or undefined where no headings are found. */
export const findList = (
  sheet: Parameters<typeof gridOf>[0],
  choices: Choices,
  headingRow?: number,
): ListTable | undefined => {
  const grid = gridOf(sheet);
  const headings =
    headingRow === undefined ? headingRows(grid) : ([headingRow, headingRow] as const);
  if (!headings) return undefined;
  const drafts = Array.from({ length: grid.width }, (_none, at) =>
    drafted(readColumn(grid, headings, at, choices)),
  );
  const above = Array.from({ length: headings[0] }, (_none, row) =>
    cellsOf(grid, row).map(([, text]) => text),
  ).flat();
  const title = above.find((text) => [...text].length >= 4) ?? sheet.before;
  const someText = (at: number, form: RegExp) => {
    for (let row = headings[1] + 1; row < grid.height; row += 1)
      if (form.test(grid.text(row, at))) return true;
    return false;
  };
  // Where one cell parts its units by semicolons or lines, the commas of the others belong to names.
  const withParts = (column: Column): Column => {
    const isOfUnits = column.becomes === 'lead' || column.becomes === 'support';
    return isOfUnits && someText(column.at, /[;；\n]/u) ? { ...column, parts: 'other' } : column;
  };
  const columns = withoutDoubles(settled(drafts)).filter(
    ({ heading, at }) => heading !== '' || someText(at, /./u),
  );
  return { grid, headings, columns: columns.map(withParts), title: title?.replaceAll('\n', '') };
};
