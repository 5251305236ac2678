/**
 * Finds the headings of a list below its titles, in one row or in two, and says what each column
 * becomes: by its heading, or as whoever imports it has said.
 */
import { addressOf } from '../sheets/sheet.ts';
import type { Becomes, Column } from './column.ts';
import { type Grid, gridOf } from './grid.ts';
import { foldHeading, meaningOf } from './headings.ts';
import { oneLine } from './lines.ts';
import { type Headed, settle } from './settle.ts';

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
  if (meanings.length < cells.length / 3 && distinct.size < 5) return 0;
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
  if (!own.every((column) => isUnderGroup(column) && grid.text(below, column).length <= 20))
    return false;
  // Headings that reach down to this row say that it is one of headings.
  const reachesDown = columns.some(
    (column) => grid.text(row, column) !== '' && grid.origin(below, column)[0] === row,
  );
  return (
    reachesDown ||
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
  return oneLine(texts.join(' '));
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

/** What stands in a column below its heading, merged cells once. */
const textsBelow = (grid: Grid, [, last]: ListTable['headings'], at: number): readonly string[] =>
  Array.from({ length: grid.height - last - 1 }, (_none, index) => index + last + 1)
    .filter((row) => grid.origin(row, at)[0] === row && grid.origin(row, at)[1] === at)
    .map((row) => grid.text(row, at))
    .filter((text) => text !== '');

const choiceFor = (choices: Choices, heading: string, letter: string): Becomes | undefined => {
  const wanted = foldHeading(heading);
  for (const [said, becomes] of choices) {
    if (said === heading || said.toUpperCase() === letter) return becomes;
    if (wanted !== '' && foldHeading(said) === wanted) return becomes;
  }
  return undefined;
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
  const above = Array.from({ length: headings[0] }, (_none, row) =>
    cellsOf(grid, row).map(([, text]) => text),
  ).flat();
  const title = above.find((text) => [...text].length >= 4) ?? sheet.before;
  const columns = Array.from({ length: grid.width }, (_none, at): Headed => {
    const heading = headingIn(grid, headings, at);
    const letter = addressOf(0, at).replace(/\d/g, '');
    const choice = choiceFor(choices, heading, letter);
    const texts = textsBelow(grid, headings, at);
    return { at, letter, heading, texts, ...(choice !== undefined && { choice }) };
  });
  return {
    grid,
    headings,
    columns: settle(columns.filter(({ heading, texts }) => heading !== '' || texts.length > 0)),
    title: title?.replaceAll('\n', ''),
  };
};
