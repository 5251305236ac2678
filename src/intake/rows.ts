/**
 * Reads the rows of a list from top to bottom: sections, fields and tasks that stand above or beside
 * their rows and count for all below them, rows that are items, and rows that are neither.
 */
import type { Cell } from '../sheets/sheet.ts';
import type { Column, ListTable } from './columns.ts';
import type { Grid } from './grid.ts';
import { oneLine } from './lines.ts';
import { pointsOf } from './points.ts';
import {
  folded,
  type Group,
  kindsOfRows,
  type Section,
  type Skipped,
  sectionAbove,
  sectionLevels,
  titleIn,
} from './sections.ts';

/** What a cell says, and where. */
export interface Said {
  readonly text: string;
  readonly cell: Cell;
  readonly address: string;
}

/** A task of the list, with or without rows below it. */
export interface TaskGroup extends Group {
  readonly field?: Group;
  /** Why the list has it though no cell names it. */
  readonly madeFrom?: 'field' | 'list';
}

/** A row that is an item. */
export interface ItemRow {
  /** The address of its title. */
  readonly address: string;
  readonly title: string;
  readonly number?: string;
  readonly task?: TaskGroup;
  readonly district?: Group;
  /** Of a project; a measure is in the field of its task. */
  readonly field?: Group;
  /** No cell names the measure: the task's words stand for it. */
  readonly hasTasksWords: boolean;
  /** What stood before the numbered points it was taken from. */
  readonly before?: string;
  readonly said: ReadonlyMap<Column, Said>;
  /** The cells of each of its rows, where its title's cell reaches down over several. */
  readonly rows?: readonly ReadonlyMap<Column, Said>[];
}

export interface Outline {
  readonly kind: 'measure' | 'project';
  readonly fields: readonly Group[];
  readonly tasks: readonly TaskGroup[];
  readonly items: readonly ItemRow[];
  readonly skipped: readonly Skipped[];
  /** The first and last row with something in it, from 0. */
  readonly range: readonly [first: number, last: number];
  /** Groups whose value was taken from a row above, how often. */
  readonly filledDown: number;
  /** Rows that repeat the headings. */
  readonly repeated: number;
  /** Cells of measures that hold numbered points and were left whole. */
  readonly splittable: number;
}

interface Manner {
  /** Makes a measure of each numbered point of a cell. */
  readonly split: boolean;
  /** Whether a title is that of a field the ledger has. */
  readonly isField: (title: string) => boolean;
}

const saidIn = (grid: Grid, row: number, at: number): Said => ({
  text: grid.text(row, at),
  cell: grid.at(row, at),
  address: grid.address(...grid.origin(row, at)),
});

/** Reads the rows of a list. */
export const readRows = (table: ListTable, { split, isField }: Manner): Outline => {
  const { grid, columns, headings } = table;
  const columnOf = (role: Column['becomes']) => columns.find(({ becomes }) => becomes === role);
  const [field, named, listed, project, district] = (
    ['field', 'task', 'measure', 'project', 'district'] as const
  ).map(columnOf);
  const lowest = project ?? listed ?? named;
  const rows = Array.from(
    { length: grid.height - headings[1] - 1 },
    (_none, index) => index + headings[1] + 1,
  );
  const kinds = kindsOfRows(table, rows, lowest);
  const above = sectionAbove(table, isField);
  const inside = [...kinds.values()].flatMap((kind) =>
    kind.is === 'section' ? [kind.section] : [],
  );
  const sections = above ? [above, ...inside] : inside;
  // Below sections of two levels the rows are measures, whatever their column is called.
  const isOutline = lowest === named && new Set(sections.map(({ style }) => style)).size > 1;
  const [task, measure] = isOutline ? [undefined, named] : [named, listed];
  const levels = sectionLevels(
    sections,
    {
      task: task !== undefined && task !== lowest,
      field: field !== undefined,
      project: project !== undefined,
      measure: measure !== undefined,
    },
    isField,
  );
  const [numbers, others] = numberColumns(table, lowest, task);

  const fields = new Map<string, Group>();
  const tasks = new Map<string, TaskGroup>();
  const items: ItemRow[] = [];
  const skipped: Skipped[] = [];
  let filledDown = 0;
  let repeated = 0;
  let splittable = 0;
  const styles: string[] = [];
  let current: { field?: Group; task?: TaskGroup; district?: Group } = {};
  /** The row of the cell that the current field or task was read from. */
  const numberAt = (column: Column | undefined, row: number) => {
    const text = column ? grid.text(row, column.at) : '';
    return /[\p{L}\p{N}]/u.test(text) ? text.replace(/[、.．]$/u, '') : undefined;
  };
  const fieldNamed = (group: Group): Group => {
    const known = fields.get(folded(group.title));
    if (known) return known;
    fields.set(folded(group.title), group);
    return group;
  };
  const taskNamed = (group: TaskGroup): TaskGroup => {
    const key = `${folded(group.field?.title ?? '')} ${folded(group.title)}`;
    const known = tasks.get(key);
    if (known) return known;
    tasks.set(key, group);
    return group;
  };
  const enter = ({ style, group }: Section) => {
    const known = styles.indexOf(style);
    const depth = Math.min(known < 0 ? styles.length : known, 1);
    if (known < 0) styles.push(style);
    const level = levels[depth] ?? 'unused';
    const { number: _number, ...plain } = group;
    if (level === 'field') current = { field: fieldNamed(plain) };
    else if (level === 'task') {
      const { field: over } = current;
      current = {
        ...(over && { field: over }),
        task: taskNamed({ ...group, ...(over && { field: over }) }),
      };
    } else if (level === 'district') current = { district: plain };
    else skipped.push({ address: group.address, why: 'section', text: group.title });
  };
  /** Takes up what the row itself says of its field, task and district; tells which of them are new. */
  const regroup = (row: number): { readonly isNewTask: boolean } => {
    const own = (column: Column | undefined) => (column ? grid.text(row, column.at) : '');
    const [fieldText, taskText, districtText] = [
      own(field),
      task === lowest ? '' : own(task),
      own(district),
    ];
    if (field && fieldText === '' && current.field) filledDown += 1;
    if (task && task !== lowest && taskText === '' && current.task) filledDown += 1;
    if (district && districtText === '' && current.district) filledDown += 1;
    if (field && fieldText !== '') {
      const { title } = titleIn(fieldText);
      const named = fieldNamed({ title, address: grid.address(...grid.origin(row, field.at)) });
      const { district: over } = current;
      if (named !== current.field) current = { field: named, ...(over && { district: over }) };
    }
    if (district && districtText !== '') {
      current = {
        ...current,
        district: {
          title: titleIn(districtText).title,
          address: grid.address(...grid.origin(row, district.at)),
        },
      };
    }
    if (!task || taskText === '') return { isNewTask: false };
    const { number: inTitle, title } = titleIn(taskText);
    const number = numberAt(numbers, row) ?? inTitle;
    const named = taskNamed({
      title,
      address: grid.address(...grid.origin(row, task.at)),
      ...(number !== undefined && { number }),
      ...(current.field && { field: current.field }),
    });
    const isNewTask = grid.origin(row, task.at)[0] === row;
    current = { ...current, task: named };
    return { isNewTask };
  };
  const saidOf = (row: number) =>
    new Map(
      columns
        .filter(({ becomes }) => becomes !== 'none')
        .map((column) => [column, saidIn(grid, row, column.at)] as const),
    );
  /** More of the item before: its title's cell reaches down to this row. */
  const goOn = (row: number): boolean => {
    const last = items.at(-1);
    if (!lowest || !last || grid.origin(row, lowest.at)[0] === row) return false;
    const own = saidOf(row);
    const said = new Map(last.said);
    for (const [column, more] of own) {
      const before = said.get(column);
      const isAbove = grid.origin(row, column.at)[0] !== row;
      if (more.text === '' || isAbove || days.has(column.becomes)) continue;
      const both = before && before.text !== '' ? `${before.text}\n${more.text}` : more.text;
      said.set(column, { ...(before ?? more), text: both });
    }
    items[items.length - 1] = { ...last, said, rows: [...(last.rows ?? [last.said]), own] };
    return true;
  };
  const addItem = (row: number) => {
    const { isNewTask } = regroup(row);
    if (!lowest || goOn(row)) return;
    const { text, cell, address } = saidIn(grid, row, lowest.at);
    const said = saidOf(row);
    const facts = [...said].filter(
      ([{ becomes }, each]) => !grouping.has(becomes) && each.text !== '',
    );
    if (text === '') {
      const standsFor = isNewTask && measure ? current.task : undefined;
      if (standsFor && facts.length > 0) {
        items.push({
          address: standsFor.address,
          title: standsFor.title,
          task: standsFor,
          hasTasksWords: true,
          said,
        });
      } else if (facts.length > 0 && !standsFor) {
        const at = facts[0]?.[1].address ?? address;
        skipped.push({ address: at, why: 'no-title', text: facts[0]?.[1].text ?? '' });
      }
      return;
    }
    if (cell.isStruck) {
      skipped.push({ address, why: 'struck', text });
      return;
    }
    if (lowest === task) {
      const { number: inTitle, title } = titleIn(text);
      const number = numberAt(numbers ?? others, row) ?? inTitle;
      const own = taskNamed({
        title,
        address,
        ...(number !== undefined && { number }),
        ...(current.field && { field: current.field }),
      });
      items.push({ address, title, task: own, hasTasksWords: true, said });
      return;
    }
    if (lowest === project && !current.district) {
      skipped.push({ address, why: 'no-district', text });
      return;
    }
    const under = {
      ...(current.district && lowest === project && { district: current.district }),
      ...(current.field && lowest === project && { field: current.field }),
      ...(lowest === measure && {
        task:
          current.task ??
          madeTask(table, current.field, taskNamed, grid.address(headings[0], lowest.at)),
      }),
      hasTasksWords: false,
      said,
    };
    const points = lowest === measure ? pointsOf(text) : undefined;
    if (points && split) {
      points.points.forEach((point, index) => {
        items.push({
          ...under,
          address,
          title: oneLine(point),
          ...(index === 0 && points.before !== '' && { before: oneLine(points.before) }),
        });
      });
      return;
    }
    if (points) splittable += 1;
    const { number: inTitle, title } = points ? { title: oneLine(text) } : titleIn(text);
    const number = numberAt(others, row) ?? inTitle;
    items.push({ ...under, address, title, ...(number !== undefined && { number }) });
  };

  if (above) enter(above);
  let last = headings[1];
  for (const row of rows) {
    const kind = kinds.get(row) ?? { is: 'blank' };
    if (kind.is !== 'blank') last = row;
    if (kind.is === 'repeated') repeated += 1;
    if (kind.is === 'skipped') skipped.push(kind.skipped);
    if (kind.is === 'section') enter(kind.section);
    if (kind.is === 'row') addItem(row);
  }
  return {
    kind: project ? 'project' : 'measure',
    fields: [...fields.values()],
    tasks: [...tasks.values()],
    items,
    skipped,
    range: [headings[1] + 1, last],
    filledDown,
    repeated,
    splittable,
  };
};

/** Days of several rows do not add up. */
const days: ReadonlySet<string> = new Set(['due', 'start', 'reported', 'percent']);

const grouping: ReadonlySet<string> = new Set(['field', 'task', 'district', 'number']);

/** The task of a measure where the list has none: named after its field, or else after the list. */
const madeTask = (
  { title }: ListTable,
  field: Group | undefined,
  taskNamed: (group: TaskGroup) => TaskGroup,
  address: string,
): TaskGroup =>
  field
    ? taskNamed({ title: field.title, address: field.address, field, madeFrom: 'field' })
    : taskNamed({ title: title ?? '', address, madeFrom: 'list' });

/**
 * The columns of the tasks' numbers and of the rows' own. A single column beside both tasks and
 * measures numbers what it has a number for: each row, or only those with which a task begins.
 */
const numberColumns = (
  { grid, columns, headings }: ListTable,
  lowest: Column | undefined,
  task: Column | undefined,
): readonly [ofTasks: Column | undefined, ofRows: Column | undefined] => {
  const numbers = columns.filter(({ becomes }) => becomes === 'number');
  const [first, second] = numbers;
  if (!task || task === lowest) return [undefined, first];
  if (second) return [first, second];
  if (!first || !lowest) return [undefined, first];
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
