/** Figures as cells, and bars of marks: what all summaries are drawn with. */
import type { Cell, Column, Table } from '../../format/document.ts';

/** A figure; null is not known, and is left blank. */
export const figure = (count: number | null): Cell | null =>
  count === null ? null : { text: String(count), value: count };

/** A figure where most are zero and zero says nothing. */
export const some = (count: number | null): Cell | null => (count === 0 ? null : figure(count));

/** A column of figures. */
export const figures = (key: string, heading: string): Column => ({
  key,
  heading,
  align: 'right',
  keeps: 'whole',
});

/** A column of bars. */
export const bars = (heading: string): Column => ({ key: 'bar', heading, keeps: 'whole' });

/** A table of values alone: a bar is none. */
export const withoutBars = (table: Table): Table => {
  const isValue = (at: number) => table.columns[at]?.key !== 'bar';
  return {
    ...table,
    columns: table.columns.filter((_column, at) => isValue(at)),
    rows: table.rows.map((row) => row.filter((_cell, at) => isValue(at))),
  };
};

/** How many marks a count of a whole takes, rounded down: a bar is full when all is done. */
export const marksOf = (count: number, whole: number, marks: number): number =>
  whole === 0 ? 0 : Math.floor((marks * count) / whole);

/** Marks of what is verified, claimed, and the rest. */
export const bar = (
  { items, verified, claimed }: Readonly<Record<'items' | 'verified' | 'claimed', number>>,
  marks = 10,
): Cell | null => {
  if (items === 0) return null;
  const full = marksOf(verified, items, marks);
  const half = marksOf(verified + claimed, items, marks) - full;
  return { text: '█'.repeat(full) + '▒'.repeat(half) + '·'.repeat(marks - full - half) };
};
