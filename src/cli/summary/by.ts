/** `reform summary --by A[,B]`: items counted by one or two sides, and how the counts add up. */
import { type Cell, type Column, faint, type Table } from '../../format/document.ts';
import { colours } from '../../model/lights.ts';
import { fold } from '../../model/names.ts';
import {
  type DimensionName,
  dimensionNames,
  factOfDimension,
  laidOut,
  type Pivot,
  pivot,
  type Reckoning,
} from '../../model/pivot.ts';
import type { Tally } from '../../model/tally.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { cellOfValue } from '../answer.ts';
import { usage } from '../failure.ts';
import { splitList } from '../options.ts';
import { type Answer, type Asked, countedOf } from './asked.ts';
import { tallyFacts } from './facts.ts';
import { bar, bars, figure, figures, some, withoutBars } from './figures.ts';

/** Names that a side goes by beside its own and the word of the language. */
const otherNames: ReadonlyMap<string, DimensionName> = new Map([
  ['due', 'month-due'],
  ['themes', 'theme'],
]);

const sideFrom = (words: Words, given: string): DimensionName => {
  const wanted = fold(given).replace(/[ _]/g, '-');
  const found =
    dimensionNames.find((name) => name === wanted) ??
    otherNames.get(wanted) ??
    dimensionNames.find((name) => fold(words.pivot.sides[name]) === fold(given));
  if (found) return found;
  throw usage((say) => say.unknownValue('--by', given, dimensionNames));
};

/** The one or two sides named, in the order in which they are shown. */
export const sidesFrom = (words: Words, given: string): readonly DimensionName[] => {
  const names = splitList(given).map((each) => sideFrom(words, each));
  if (names.length === 0 || names.length > 2 || new Set(names).size < names.length) {
    throw usage((say) => say.sides(given, dimensionNames));
  }
  return laidOut(names);
};

/** What the value of a side is called. */
export const valueCell = (
  view: View,
  words: Words,
  side: DimensionName,
  value: string | null,
): Cell => {
  if (value === null) return { text: words.pivot.none[side] };
  if (side === 'kind') return { text: words.kinds[value as 'measure' | 'project'].many };
  const kind = side === 'district' ? 'project' : 'measure';
  return cellOfValue(view, words, kind, factOfDimension(side), value) ?? { text: value };
};

const styleOf = (side: DimensionName): Pick<Column, 'style'> =>
  side === 'status' || side === 'light' ? { style: side } : {};

const countedColumns = ({ pivot: said, summary }: Words): readonly Column[] => [
  figures('items', said.items),
  bars(summary.bar),
  figures('verified', summary.verified),
  figures('claimed', summary.claimed),
  figures('overdue', summary.overdue),
  ...colours.map((colour) => figures(colour, said.lights[colour])),
];

const countedCells = (counted: Tally): readonly (Cell | null)[] => [
  figure(counted.items),
  bar(counted),
  some(counted.verified),
  some(counted.claimed),
  some(counted.overdue),
  ...colours.map((colour) => some(counted.byLight[colour] ?? 0)),
];

const pivotTable = (
  { view, words, isFlat }: Asked,
  row: DimensionName,
  column: DimensionName | undefined,
  { rows, columns, total }: Pivot,
): Table => {
  const across = columns.map(({ value }): Column => {
    const heading = column ? valueCell(view, words, column, value).text : '';
    const isWord = column === 'status' || column === 'light' || column === 'kind';
    return figures(value ?? 'none', isWord ? heading.toUpperCase() : heading);
  });
  return {
    is: 'table',
    stub: 1,
    columns: [
      { key: row, heading: words.heading(factOfDimension(row)), ...styleOf(row) },
      ...(column ? [figures('items', words.pivot.items), ...across] : countedColumns(words)),
    ],
    rows: [
      ...rows.map(({ value, counted, cells }) => [
        valueCell(view, words, row, value),
        ...(column ? [figure(counted.items), ...cells.map(some)] : countedCells(counted)),
      ]),
      ...(isFlat
        ? []
        : [
            [
              { text: words.pivot.total },
              ...(column
                ? [figure(total.items), ...columns.map(({ items }) => figure(items))]
                : countedCells(total)),
            ],
          ]),
    ],
  };
};

/** How the totals of a side come to the number of items. */
export const reckoningLine = (asked: Asked, { by, named, again, without }: Reckoning): string =>
  asked.words.pivot.reckoning(by, named, countedOf(asked), again, without);

/** Counts by one or two sides. */
export const byAnswer = (asked: Asked, sides: readonly DimensionName[]): Answer => {
  const { view, words, items, isFlat } = asked;
  const [row = 'field', column] = sides;
  const made = pivot(view, items, row, column);
  const table = pivotTable(asked, row, column, made);
  return {
    kind: 'summary-by',
    facts: {
      by: sides,
      columns: made.columns,
      rows: made.rows.map(({ value, counted, cells }) => ({
        value,
        ...tallyFacts(counted),
        cells,
      })),
      total: tallyFacts(made.total),
      reckonings: made.reckonings,
    },
    blocks: [
      {
        ...(isFlat ? withoutBars(table) : table),
        title: words.pivot.title(row, column),
      },
      faint([
        ...(column === undefined ? [` ${words.summary.legend}`] : []),
        ...made.reckonings.map((each) => reckoningLine(asked, each)),
      ]),
    ],
  };
};
