/**
 * How an office's list is to be read, kept as a file of its own so that the next edition is read the same
 * way: which column is what, which printed name is which unit.
 */
import type { Value } from '../model/attribute.ts';
import type { Becomes } from './column.ts';
import type { Choices, ListTable } from './columns.ts';
import { roles } from './headings.ts';

export interface Mapping {
  /** Names of the sheets to take; none means the only one that has a list. */
  readonly sheets: readonly string[];
  /** The row of the headings, counted from 1. */
  readonly heading_row?: number;
  readonly split: boolean;
  readonly columns: Choices;
  /** Ids of units by their printed names. */
  readonly units: ReadonlyMap<string, string>;
}

export const noMapping: Mapping = {
  sheets: [],
  split: false,
  columns: new Map(),
  units: new Map(),
};

/** What can be said of a column. */
export const whatColumnsBecome: readonly string[] = [...roles, 'none', 'x-…'];

/** Whether a word says what a column becomes. */
export const isBecomes = (text: string): text is Becomes =>
  (roles as readonly string[]).includes(text) ||
  text === 'none' ||
  /^x-[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text);

type Fields = { readonly [name: string]: Value };

const isFields = (value: Value | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Pairs as the file has them, `{ heading: 序号, becomes: number }`, or the first that is none. */
const pairsIn = <T extends string>(
  value: Value,
  [left, right]: readonly [string, string],
  isRight: (text: string) => text is T,
): { readonly pairs: ReadonlyMap<string, T> } | { readonly odd: string } => {
  if (!Array.isArray(value)) return { odd: left };
  const pairs = new Map<string, T>();
  for (const each of value as readonly Value[]) {
    const [a, b] = isFields(each) ? [each[left], each[right]] : [];
    const isPair = isFields(each) && Object.keys(each).length === 2;
    if (!isPair || typeof a !== 'string' || typeof b !== 'string' || !isRight(b)) {
      return { odd: typeof a === 'string' ? a : left };
    }
    pairs.set(a, b);
  }
  return { pairs };
};

const isId = (text: string): text is string => idForm.test(text);

/** A mapping as its file gives it, or the key that is not what it should be. */
export const readMapping = (
  value: Value | undefined,
):
  | { readonly is: 'mapping'; readonly mapping: Mapping }
  | { readonly is: 'wrong'; readonly key: string } => {
  const wrong = (key: string) => ({ is: 'wrong' as const, key });
  if (!isFields(value)) return wrong('columns');
  const { sheets = [], heading_row, split = false, columns = [], units = [], ...others } = value;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) return wrong(unknown);
  const isTexts = Array.isArray(sheets) && sheets.every((each) => typeof each === 'string');
  if (!isTexts) return wrong('sheets');
  const isRow =
    heading_row === undefined || (Number.isInteger(heading_row) && Number(heading_row) > 0);
  if (!isRow) return wrong('heading_row');
  if (typeof split !== 'boolean') return wrong('split');
  const ofColumns = pairsIn(columns, ['heading', 'becomes'], isBecomes);
  if ('odd' in ofColumns) return wrong(`columns: ${ofColumns.odd}`);
  const ofUnits = pairsIn(units, ['name', 'unit'], isId);
  if ('odd' in ofUnits) return wrong(`units: ${ofUnits.odd}`);
  return {
    is: 'mapping',
    mapping: {
      sheets: sheets as readonly string[],
      ...(heading_row !== undefined && { heading_row: Number(heading_row) }),
      split,
      columns: ofColumns.pairs,
      units: ofUnits.pairs,
    },
  };
};

/**
 * How lists were read, as the file that reads the next edition in the same way.
 * @param units what was said of names; those that the registers know need not be said again
 */
export const mappingOf = (
  tables: readonly ListTable[],
  units: ReadonlyMap<string, string>,
  { sheets, heading_row, split, units: known }: Mapping,
): Value => {
  const columns = new Map(
    tables.flatMap((table) =>
      table.columns.map(({ heading, letter, becomes }) => [heading || letter, becomes] as const),
    ),
  );
  const named = new Map([...known, ...units]);
  return {
    ...(sheets.length > 0 && { sheets }),
    ...(heading_row !== undefined && { heading_row }),
    ...(split && { split }),
    columns: [...columns].map(([heading, becomes]) => ({ heading, becomes })),
    ...(named.size > 0 && { units: [...named].map(([name, unit]) => ({ name, unit })) }),
  };
};
