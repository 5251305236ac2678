/**
 * Items counted by one or two of their sides: by lead unit, by field and status. An item with several
 * leads stands under each of them and is one item all the same, so every count comes with what makes
 * it add up. A new side is one entry of `dimensions`.
 */
import { valuesOf } from './condition.ts';
import { statuses } from './events.ts';
import { typeOfFact } from './facts.ts';
import { groupedByEach } from './groups.ts';
import type { Entry, Item } from './ledger.ts';
import { colours } from './lights.ts';
import { compareText, natural } from './order.ts';
import { queryKeys } from './query-keys.ts';
import { type Tally, tally } from './tally.ts';
import type { View } from './view.ts';

/** One side of an item. */
interface Dimension {
  /** The key of a query that asks for its values: a count is what a list answers to it. */
  readonly key: string;
  /** Which of the key's values are meant; all of them where nothing is said. */
  readonly isOne?: (view: View, value: string) => boolean;
  /** Its values in their own order, or how they are put in order. */
  readonly order: (view: View) => readonly string[] | 'by text' | 'fullest first';
  /** There are so many values that they stand in rows, whichever way round they are asked for. */
  readonly isLong?: true;
}

const ids = (entries: readonly Entry[]): readonly string[] => entries.map(({ id }) => id);

/** The words an attribute of a task is chosen from. */
const choicesOf = (name: string): readonly string[] => {
  const type = typeOfFact('task', name);
  const chosen = type?.is === 'list' ? type.of : type;
  return chosen?.is === 'choice' ? chosen.of : [];
};

const kinds = ['measure', 'project'] as const;

const dimensions = {
  field: { key: 'field', order: ({ ledger }) => ids(ledger.entries.field) },
  district: {
    key: 'district',
    isOne: ({ ledger }, value) => ledger.byId.district.has(value),
    order: ({ ledger }) => ids(ledger.entries.district),
  },
  lead: { key: 'lead', order: () => 'fullest first', isLong: true },
  support: { key: 'support', order: () => 'fullest first', isLong: true },
  theme: { key: 'themes', order: () => choicesOf('themes') },
  horizon: { key: 'horizon', order: () => choicesOf('horizon') },
  status: { key: 'status', order: () => statuses },
  light: { key: 'light', order: () => colours },
  'month-due': { key: 'month_due', order: () => 'by text' },
  kind: { key: 'kind', order: () => kinds },
} as const satisfies { readonly [name: string]: Dimension };

export type DimensionName = keyof typeof dimensions;

export const dimensionNames = Object.keys(dimensions) as readonly DimensionName[];

/** The fact whose values stand in the rows or columns of a side. */
export const factOfDimension = (name: DimensionName): string => dimensions[name].key;

/** The values of an item, each once. */
const valuesBy = (view: View, name: DimensionName): ((item: Item) => ReadonlySet<string>) => {
  const { key, isOne }: Dimension = dimensions[name];
  const asked = queryKeys(kinds).get(key);
  return (item) => {
    const values = asked ? valuesOf(view, item, asked).map(String) : [];
    return new Set(isOne ? values.filter((value) => isOne(view, value)) : values);
  };
};

/** Items of one value; null holds those of which nothing is stated. */
export interface Group {
  readonly value: string | null;
  readonly items: readonly Item[];
}

const comparing = (order: readonly string[] | 'by text' | 'fullest first') => {
  const byText = (a: Group, b: Group) =>
    compareText(natural(a.value ?? ''), natural(b.value ?? ''));
  if (order === 'by text') return byText;
  if (order === 'fullest first') {
    return (a: Group, b: Group) => b.items.length - a.items.length || byText(a, b);
  }
  // A value that no register names comes after those that one does.
  const places = new Map(order.map((value, place) => [value, place]));
  const placeOf = ({ value }: Group) => places.get(value ?? '') ?? places.size;
  return (a: Group, b: Group) => placeOf(a) - placeOf(b) || byText(a, b);
};

/**
 * Items by the values of a side, in the order of the values, then those without any. An item with
 * several values stands under each of them, once.
 */
export const groupsBy = (
  view: View,
  items: readonly Item[],
  name: DimensionName,
): readonly Group[] => {
  const { order }: Dimension = dimensions[name];
  const valuesIn = valuesBy(view, name);
  const held = groupedByEach(items, (item): Iterable<string | null> => {
    const values = valuesIn(item);
    return values.size === 0 ? [null] : values;
  });
  const groups = [...held].map(([value, inside]) => ({ value, items: inside }));
  return [
    ...groups.filter(({ value }) => value !== null).sort(comparing(order(view))),
    ...groups.filter(({ value }) => value === null),
  ];
};

/** Why totals of groups are not the number of items: `named = items + again − without`. */
export interface Reckoning {
  readonly by: DimensionName;
  /** The totals of all groups that have a value. */
  readonly named: number;
  readonly items: number;
  /** How often an item was counted that had been counted before. */
  readonly again: number;
  /** Items of which nothing is stated. */
  readonly without: number;
}

/** How the totals of groups and the number of items come together. */
export const reckon = (
  by: DimensionName,
  groups: readonly Group[],
  items: readonly Item[],
): Reckoning => {
  const named = groups.filter(({ value }) => value !== null);
  const total = named.reduce((sum, group) => sum + group.items.length, 0);
  const distinct = new Set(named.flatMap((group) => group.items)).size;
  return {
    by,
    named: total,
    items: items.length,
    again: total - distinct,
    without: items.length - distinct,
  };
};

/** Items counted by one or two sides. */
export interface Pivot {
  readonly rows: readonly {
    readonly value: string | null;
    readonly counted: Tally;
    /** Items of the row in each column, in the order of the columns. */
    readonly cells: readonly number[];
  }[];
  /** The columns with the items in each, every item once; none where one side alone was asked for. */
  readonly columns: readonly { readonly value: string | null; readonly items: number }[];
  /** Every item once. */
  readonly total: Tally;
  /** How rows, and then columns, add up. */
  readonly reckonings: readonly Reckoning[];
}

/** The sides in the order in which they are shown: those of many values go down the page. */
export const laidOut = (by: readonly DimensionName[]): readonly DimensionName[] => {
  const [row, column] = by;
  if (row === undefined || column === undefined) return by;
  const isLong = (name: DimensionName) => (dimensions[name] as Dimension).isLong === true;
  return isLong(column) && !isLong(row) ? [column, row] : by;
};

/** Counts items by rows and, where a second side is given, by columns. */
export const pivot = (
  view: View,
  items: readonly Item[],
  row: DimensionName,
  column?: DimensionName,
): Pivot => {
  const down = groupsBy(view, items, row);
  const across = column === undefined ? [] : groupsBy(view, items, column);
  const inColumns = across.map((group) => new Set(group.items));
  return {
    rows: down.map((group) => ({
      value: group.value,
      counted: tally(view, group.items),
      cells: inColumns.map((held) => group.items.filter((item) => held.has(item)).length),
    })),
    columns: across.map((group) => ({ value: group.value, items: group.items.length })),
    total: tally(view, items),
    reckonings: [
      reckon(row, down, items),
      ...(column === undefined ? [] : [reckon(column, across, items)]),
    ],
  };
};
