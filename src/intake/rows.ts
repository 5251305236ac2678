/**
 * Reads the rows of a list from top to bottom: sections, fields and tasks that stand above or beside
 * their rows and count for all below them, rows that are items, and rows that are neither.
 */
import type { Column } from './column.ts';
import type { ListTable } from './columns.ts';
import type { Outline } from './outline.ts';
import { kindsOfRows, sectionAbove, sectionLevels } from './sections.ts';
import { enter, type Roles, readRow, type Walk } from './walk.ts';

interface Manner {
  /** Makes a measure of each numbered point of a cell. */
  readonly split: boolean;
  /** Whether a title is that of a field the ledger has. */
  readonly isField: (title: string) => boolean;
}

/** Reads the rows of a list; one without a column of titles has none. */
export const readRows = (table: ListTable, { split, isField }: Manner): Outline => {
  const { grid, columns, headings } = table;
  const columnOf = (role: Column['becomes']) => columns.find(({ becomes }) => becomes === role);
  const [field, named, listed, project, district] = (
    ['field', 'task', 'measure', 'project', 'district'] as const
  ).map(columnOf);
  const lowest = project ?? listed ?? named;
  const nothing = {
    fields: [],
    tasks: [],
    items: [],
    skipped: [],
    filledDown: 0,
    repeated: 0,
    splittable: 0,
  };
  const first = headings[1] + 1;
  if (!lowest) return { ...nothing, kind: 'measure', range: [first, headings[1]] };
  const rows = Array.from({ length: grid.height - first }, (_none, index) => index + first);
  const kinds = kindsOfRows(table, rows, lowest);
  const above = sectionAbove(table, isField);
  const inside = [...kinds.values()].flatMap((kind) =>
    kind.is === 'section' ? [kind.section] : [],
  );
  const sections = above ? [above, ...inside] : inside;
  // Below sections of two levels the rows are measures, whatever their column is called.
  const isOutline = lowest === named && new Set(sections.map(({ style }) => style)).size > 1;
  const [task, measure] = isOutline ? [undefined, named] : [named, listed];
  const has = {
    task: task !== undefined && task !== lowest,
    field: field !== undefined,
    project: project !== undefined,
    measure: measure !== undefined,
  };
  const numbers = numberColumns(table, lowest, task);
  const roles: Roles = { field, task, measure, project, district, lowest, numbers };
  const walk: Walk = {
    table,
    roles,
    levels: sectionLevels(sections, has, isField),
    split,
    fields: new Map(),
    tasks: new Map(),
    items: [],
    skipped: [],
    styles: [],
    counts: { filledDown: 0, repeated: 0, splittable: 0 },
    above: {},
  };
  if (above) enter(walk, above);
  let last = headings[1];
  for (const row of rows) {
    const kind = kinds.get(row) ?? { is: 'blank' };
    if (kind.is !== 'blank') last = row;
    if (kind.is === 'repeated') walk.counts.repeated += 1;
    if (kind.is === 'skipped') walk.skipped.push(kind.skipped);
    if (kind.is === 'section') enter(walk, kind.section);
    if (kind.is === 'row') readRow(walk, row);
  }
  return {
    kind: project ? 'project' : 'measure',
    fields: [...walk.fields.values()],
    tasks: [...walk.tasks.values()],
    items: walk.items,
    skipped: walk.skipped,
    range: [first, last],
    ...walk.counts,
  };
};

/**
 * The columns of the tasks' numbers and of the rows' own. A single column beside both tasks and
 * measures numbers what it has a number for: each row, or only those with which a task begins.
 */
const numberColumns = (
  { grid, columns, headings }: ListTable,
  lowest: Column,
  task: Column | undefined,
): readonly [ofTasks: Column | undefined, ofRows: Column | undefined] => {
  const numbers = columns.filter(({ becomes }) => becomes === 'number');
  const [first, second] = numbers;
  if (!task || task === lowest) return [undefined, first];
  if (second) return [first, second];
  if (!first) return [undefined, first];
  for (let row = headings[1] + 1; row < grid.height; row += 1) {
    const isContinued = grid.text(row, task.at) === '' || grid.origin(row, task.at)[0] < row;
    const isOwn = grid.origin(row, first.at)[0] === row && grid.text(row, first.at) !== '';
    if (isContinued && grid.text(row, lowest.at) !== '')
      return isOwn ? [undefined, first] : [first, undefined];
  }
  // Every row says its task: numbers that repeat with it are the task's, and others count the rows.
  const seen = new Map<string, string>();
  for (let row = headings[1] + 1; row < grid.height; row += 1) {
    const [number, title] = [grid.text(row, first.at), grid.text(row, task.at)];
    if (number !== '' && seen.get(title) === number) return [first, undefined];
    if (seen.has(title) && seen.get(title) !== number) return [undefined, first];
    seen.set(title, number);
  }
  return [undefined, first];
};
