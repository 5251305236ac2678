/**
 * One step of the way down a list: a section that is entered, a row that regroups, goes on or is an item.
 * What has been met so far is kept in one place and grows row by row.
 */
import type { Column } from './column.ts';
import type { ListTable } from './columns.ts';
import { foldTitle, oneLine } from './lines.ts';
import type { ItemRow, Said, TaskGroup } from './outline.ts';
import { pointsOf } from './points.ts';
import { type Group, type Section, type Skipped, titleIn } from './sections.ts';

/** What the columns of a list name. */
export interface Roles {
  readonly field: Column | undefined;
  readonly task: Column | undefined;
  readonly measure: Column | undefined;
  readonly project: Column | undefined;
  readonly district: Column | undefined;
  /** The column whose rows are items. */
  readonly lowest: Column;
  /** The columns of the tasks' numbers and of the rows' own. */
  readonly numbers: readonly [ofTasks: Column | undefined, ofRows: Column | undefined];
}

/** What counts for the rows below. */
interface Above {
  readonly field?: Group;
  readonly task?: TaskGroup;
  readonly district?: Group;
}

/** What has been met on the way down. */
export interface Walk {
  readonly table: ListTable;
  readonly roles: Roles;
  /** What the levels of sections are, from the outermost. */
  readonly levels: readonly ('field' | 'task' | 'district' | 'unused')[];
  /** Makes a measure of each numbered point of a cell. */
  readonly split: boolean;
  readonly fields: Map<string, Group>;
  readonly tasks: Map<string, TaskGroup>;
  readonly items: ItemRow[];
  readonly skipped: Skipped[];
  /** How the sections met so far are numbered, from the outermost. */
  readonly styles: string[];
  readonly counts: { filledDown: number; repeated: number; splittable: number };
  above: Above;
}

const saidIn = ({ table: { grid } }: Walk, row: number, at: number): Said => ({
  text: grid.text(row, at),
  cell: grid.at(row, at),
  address: grid.address(...grid.origin(row, at)),
});

const saidOf = (walk: Walk, row: number): ReadonlyMap<Column, Said> =>
  new Map(
    walk.table.columns
      .filter(({ becomes }) => becomes !== 'none')
      .map((column) => [column, saidIn(walk, row, column.at)] as const),
  );

const textIn = ({ table: { grid } }: Walk, row: number, column: Column | undefined): string =>
  column ? grid.text(row, column.at) : '';

/** The number printed in a column of numbers; a mark alone is none. */
const numberIn = (walk: Walk, row: number, column: Column | undefined): string | undefined => {
  const text = textIn(walk, row, column);
  return /[\p{L}\p{N}]/u.test(text) ? text.replace(/[、.．]$/u, '') : undefined;
};

const fieldNamed = ({ fields }: Walk, group: Group): Group => {
  const known = fields.get(foldTitle(group.title));
  if (known) return known;
  fields.set(foldTitle(group.title), group);
  return group;
};

const taskNamed = ({ tasks }: Walk, group: TaskGroup): TaskGroup => {
  const key = `${foldTitle(group.field?.title ?? '')} ${foldTitle(group.title)}`;
  const known = tasks.get(key);
  if (known) return known;
  tasks.set(key, group);
  return group;
};

/** Something only where it is there, as a part of a record. */
const inField = (field: Group | undefined) => (field ? { field } : {});
const inDistrict = (district: Group | undefined) => (district ? { district } : {});
const numbered = (number: string | undefined) => (number === undefined ? {} : { number });

/** Enters a section: it counts for all rows below it. */
export const enter = (walk: Walk, { style, group }: Section): void => {
  const { styles, levels, above } = walk;
  const known = styles.indexOf(style);
  const depth = Math.min(known < 0 ? styles.length : known, 1);
  if (known < 0) styles.push(style);
  const { number: _number, ...plain } = group;
  switch (levels[depth] ?? 'unused') {
    case 'field':
      walk.above = { field: fieldNamed(walk, plain) };
      return;
    case 'task': {
      const over = inField(above.field);
      walk.above = { ...over, task: taskNamed(walk, { ...group, ...over }) };
      return;
    }
    case 'district':
      walk.above = { district: plain };
      return;
    case 'unused':
      walk.skipped.push({ address: group.address, why: 'section', text: group.title });
  }
};

/** Takes up what a row itself says of its field, task and district; tells whether a task begins with it. */
const regroup = (walk: Walk, row: number): { readonly isNewTask: boolean } => {
  const { roles, counts } = walk;
  const { field, district, lowest } = roles;
  const task = roles.task === lowest ? undefined : roles.task;
  const { grid } = walk.table;
  const addressIn = ({ at }: Column) => grid.address(...grid.origin(row, at));
  const [fieldText, taskText, districtText] = [field, task, district].map((column) =>
    textIn(walk, row, column),
  );
  if (field && fieldText === '' && walk.above.field) counts.filledDown += 1;
  if (task && taskText === '' && walk.above.task) counts.filledDown += 1;
  if (district && districtText === '' && walk.above.district) counts.filledDown += 1;
  if (field && fieldText) {
    const named = fieldNamed(walk, { title: titleIn(fieldText).title, address: addressIn(field) });
    // A task belongs to the field it began in, and a district holds projects of many.
    const { above } = walk;
    if (named !== above.field) walk.above = { field: named, ...inDistrict(above.district) };
  }
  if (district && districtText) {
    const { title } = titleIn(districtText);
    walk.above = { ...walk.above, district: { title, address: addressIn(district) } };
  }
  if (!task || !taskText) return { isNewTask: false };
  const { number: inTitle, title } = titleIn(taskText);
  const named = taskNamed(walk, {
    title,
    address: addressIn(task),
    ...numbered(numberIn(walk, row, roles.numbers[0]) ?? inTitle),
    ...inField(walk.above.field),
  });
  walk.above = { ...walk.above, task: named };
  return { isNewTask: grid.origin(row, task.at)[0] === row };
};

/** Days of several rows do not add up. */
const days: ReadonlySet<string> = new Set(['due', 'start', 'reported', 'percent']);

/** More of the item before: its title's cell reaches down to this row, or only a milestone stands there. */
const goOn = (walk: Walk, row: number, isNewTask: boolean): boolean => {
  const { items, roles, table } = walk;
  const { grid } = table;
  const last = items.at(-1);
  const own = saidOf(walk, row);
  // A row with a milestone and without a title is one more of the item above.
  const isMilestone =
    grid.text(row, roles.lowest.at) === '' &&
    !isNewTask &&
    [...own].some(([{ becomes }, { text }]) => becomes === 'criteria' && text !== '');
  const reachesDown = grid.origin(row, roles.lowest.at)[0] !== row;
  if (!last || !(reachesDown || isMilestone)) return false;
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

const grouping: ReadonlySet<string> = new Set(['field', 'task', 'district', 'number']);

/** A row without a title: its task's words stand for it where a task begins here, or else it is told. */
const addWordless = (walk: Walk, row: number, isNewTask: boolean): void => {
  const { items, skipped, roles, above } = walk;
  const said = saidOf(walk, row);
  const fact = [...said].find(([{ becomes }, { text }]) => !grouping.has(becomes) && text !== '');
  if (!fact) return;
  const task = isNewTask && roles.measure ? above.task : undefined;
  if (!task) {
    const [, { address, text }] = fact;
    skipped.push({ address, why: 'no-title', text });
    return;
  }
  const { address, title } = task;
  const number = numbered(numberIn(walk, row, roles.numbers[1]));
  items.push({ address, title, ...number, task, hasTasksWords: true, said });
};

/** The task of a measure where the list has none: named after its field, or else after the list. */
const madeTask = (walk: Walk): TaskGroup => {
  const { above, table, roles } = walk;
  const { field } = above;
  const address = table.grid.address(table.headings[0], roles.lowest.at);
  return field
    ? taskNamed(walk, { title: field.title, address: field.address, field, madeFrom: 'field' })
    : taskNamed(walk, { title: table.title ?? '', address, madeFrom: 'list' });
};

/** A row of a list of tasks: one measure in the same words carries what is said of it. */
const addTask = (walk: Walk, row: number, { text, address }: Said): void => {
  const [ofTasks, ofRows] = walk.roles.numbers;
  const { number: inTitle, title } = titleIn(text);
  const task = taskNamed(walk, {
    title,
    address,
    ...numbered(numberIn(walk, row, ofTasks ?? ofRows) ?? inTitle),
    ...inField(walk.above.field),
  });
  walk.items.push({ address, title, task, hasTasksWords: true, said: saidOf(walk, row) });
};

/** Titles with where they stand, as measures or projects. */
const addTitled = (walk: Walk, row: number, { text, address }: Said): void => {
  const { roles, above, counts, items, split } = walk;
  const isProject = roles.lowest === roles.project;
  const home = isProject
    ? { ...inDistrict(above.district), ...inField(above.field) }
    : { task: above.task ?? madeTask(walk) };
  const item = { ...home, address, hasTasksWords: false, said: saidOf(walk, row) };
  const points = isProject ? undefined : pointsOf(text);
  const printed = numberIn(walk, row, roles.numbers[1]);
  if (points && split) {
    points.points.forEach((point, index) => {
      const before = index === 0 && points.before !== '' ? { before: oneLine(points.before) } : {};
      items.push({ ...item, ...before, ...numbered(printed), title: oneLine(point) });
    });
    return;
  }
  if (points) counts.splittable += 1;
  const { number: inTitle, title } = points ? { title: oneLine(text) } : titleIn(text);
  items.push({ ...item, title, ...numbered(printed ?? inTitle) });
};

/** Reads a row that is no section and no heading. */
export const readRow = (walk: Walk, row: number): void => {
  const { roles } = walk;
  const { isNewTask } = regroup(walk, row);
  if (goOn(walk, row, isNewTask)) return;
  const title = saidIn(walk, row, roles.lowest.at);
  const { text, address } = title;
  if (text === '') addWordless(walk, row, isNewTask);
  else if (title.cell.isStruck) walk.skipped.push({ address, why: 'struck', text });
  else if (roles.lowest === roles.task) addTask(walk, row, title);
  else if (roles.lowest === roles.project && !walk.above.district) {
    walk.skipped.push({ address, why: 'no-district', text });
  } else addTitled(walk, row, title);
};
