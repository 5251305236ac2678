/** `reform summary --burn-up`: what was to be done by the end of each month, and what was. */
import { type Cell, faint, type Table } from '../../format/document.ts';
import { type BurnUpMonth, burnUp } from '../../model/burnup.ts';
import type { Answer, Asked } from './asked.ts';
import { bars, figure, figures, marksOf, withoutBars } from './figures.ts';

/** Marks of a whole bar; with the figures beside it a line fits into 80 columns in any language. */
const width = 30;

/** What is done, what is due and not done, and a stroke where what is due ends within what is done. */
const chart = ({ due, verified, claimed }: BurnUpMonth, whole: number): Cell => {
  const full = marksOf(verified ?? 0, whole, width);
  const half = marksOf((verified ?? 0) + (claimed ?? 0), whole, width);
  const planned = marksOf(due, whole, width);
  const marks = [...'█'.repeat(full), ...'▒'.repeat(half - full)];
  if (planned > half) marks.push(...'·'.repeat(planned - half));
  if (planned > 0) marks[planned - 1] = '│';
  return { text: marks.join('') };
};

/** Planned against done, cumulative, month by month. */
export const burnUpAnswer = ({ view, words, items, isFlat }: Asked): Answer => {
  const made = burnUp(view, items);
  const said = words.pivot.burnUp;
  const whole = Math.max(
    made.items,
    ...made.months.flatMap(({ issued, verified, claimed }) => [
      issued,
      (verified ?? 0) + (claimed ?? 0),
    ]),
  );
  const table: Table = {
    is: 'table',
    title: said.title,
    stub: 1,
    columns: [
      { key: 'month', heading: said.month, keeps: 'whole' },
      figures('issued', said.issued),
      figures('due', said.due),
      figures('verified', said.verified),
      figures('claimed', said.claimed),
      bars(said.chart),
    ],
    rows: made.months.map((month) => [
      { text: month.month },
      figure(month.issued),
      figure(month.due),
      figure(month.verified),
      figure(month.claimed),
      chart(month, whole),
    ]),
  };
  return {
    kind: 'burn-up',
    facts: { ...made },
    blocks: [
      isFlat ? withoutBars(table) : table,
      faint([
        ` ${said.legend}`,
        said.counts(made.items, made.undated, made.later),
        said.cumulative,
      ]),
    ],
  };
};
