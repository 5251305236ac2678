/** What the rows of a list are, as values: fields, tasks and items with the cells that say so. */
import type { Cell } from '../sheets/sheet.ts';
import type { Column } from './column.ts';
import type { Group, Skipped } from './sections.ts';

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
