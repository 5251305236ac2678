/** `reform summary --compare DAY`: a ledger on two days side by side, and what moved in between. */
import { type Cell, faint, type Table } from '../../format/document.ts';
import { type Comparison, compare, type Move } from '../../model/comparison.ts';
import { statuses } from '../../model/events.ts';
import { colours } from '../../model/lights.ts';
import type { Tally } from '../../model/tally.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { cellOf, cellOfValue } from '../answer.ts';
import { itemColumns } from '../duties.ts';
import type { Answer, Asked } from './asked.ts';
import { tallyFacts } from './facts.ts';
import { figure, figures } from './figures.ts';

/** What is counted on both days; a status or light that nothing has on either is left out. */
const countsOf = (words: Words, a: Tally, b: Tally) => {
  const said = words.pivot.compare;
  const named = [
    ...statuses.map((status) => ({
      name: said.status(words.value('status', status)),
      of: ({ byStatus }: Tally) => byStatus[status] ?? 0,
    })),
    ...colours.map((colour) => ({
      name: said.light(words.value('light', colour)),
      of: ({ byLight }: Tally) => byLight[colour] ?? 0,
    })),
    { name: said.overdue, of: ({ overdue }: Tally) => overdue },
  ].filter(({ of }) => of(a) + of(b) > 0);
  return [{ name: said.items, of: ({ items }: Tally) => items }, ...named];
};

const changeCell = (from: number, to: number): Cell | null => {
  const change = to - from;
  return change === 0
    ? null
    : { text: `${change > 0 ? '+' : '−'}${Math.abs(change)}`, value: change };
};

const countsTable = (words: Words, { from, to }: Comparison): Table => {
  const said = words.pivot.compare;
  return {
    is: 'table',
    title: said.title(from.day, to.day),
    columns: [
      { key: 'counted', heading: said.what },
      figures('from', from.day),
      figures('to', to.day),
      figures('change', said.change),
    ],
    rows: countsOf(words, from.counted, to.counted).map(({ name, of }) => [
      { text: name },
      figure(of(from.counted)),
      figure(of(to.counted)),
      changeCell(of(from.counted), of(to.counted)),
    ]),
  };
};

const movesTable = (before: View, after: View, words: Words, moves: readonly Move[]): Table => {
  const said = words.pivot.compare;
  const columns = itemColumns(words);
  const { none } = words.pivot;
  const absent = { light: none.light, due: none['month-due'], lead: none.lead };
  const cell = (view: View, { item, fact }: Move, value: Move['from']): Cell | null => {
    const known = cellOfValue(view, words, item.kind, fact, value);
    return known ?? (fact in absent ? { text: absent[fact as keyof typeof absent] } : null);
  };
  return {
    is: 'table',
    title: said.moved,
    columns: [
      columns.id,
      columns.title,
      { key: 'fact', heading: said.fact, keeps: 'whole' },
      { key: 'from', heading: said.from },
      { key: 'to', heading: said.to },
    ],
    rows: moves.map((move, at) => {
      const isFirst = moves[at - 1]?.item !== move.item;
      return [
        isFirst ? { text: move.item.id } : null,
        isFirst ? cellOf(after, words, move.item, 'title') : null,
        { text: words.facts[move.fact] ?? move.fact },
        cell(before, move, move.from),
        cell(after, move, move.to),
      ];
    }),
  };
};

/** Two days side by side, the earlier one first, whichever was named first. */
export const compareAnswer = ({ view, words, items }: Asked, day: string): Answer => {
  const other = view.on(day);
  const [before, after] = other.today <= view.today ? [other, view] : [view, other];
  const made = compare(before, after, items);
  const moved = new Set(made.moves.map(({ item }) => item)).size;
  return {
    kind: 'summary-compare',
    facts: {
      from: { day: made.from.day, ...tallyFacts(made.from.counted) },
      to: { day: made.to.day, ...tallyFacts(made.to.counted) },
      moved,
      moves: made.moves.map(({ item, fact, from, to }) => ({ id: item.id, fact, from, to })),
    },
    blocks: [
      countsTable(words, made),
      ...(moved > 0 ? [movesTable(before, after, words, made.moves)] : []),
      faint([words.pivot.compare.count(moved, made.moves.length)]),
    ],
  };
};
