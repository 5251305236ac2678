/** `reform summary --scorecard`: how each lead unit kept to its deadlines. */
import { type Cell, type Column, faint } from '../../format/document.ts';
import { type Score, scorecard } from '../../model/scorecard.ts';
import type { Words } from '../../words/en.ts';
import type { Answer, Asked } from './asked.ts';
import { reckoningLine, valueCell } from './by.ts';
import { scoreFacts } from './facts.ts';
import { figure, figures, some } from './figures.ts';

const columnsOf = ({ pivot, summary }: Words): readonly Column[] => {
  const said = pivot.scorecard;
  return [
    figures('items', pivot.items),
    figures('verified', summary.verified),
    figures('on_time', said.onTime),
    figures('late', said.late),
    figures('claimed', summary.claimed),
    figures('open', said.open),
    figures('overdue', summary.overdue),
    figures('unjudged', said.unjudged),
    figures('rejected', said.rejected),
    figures('days_late', said.daysLate),
    figures('days_late_issued', said.daysLateIssued),
    figures('moved', said.moved),
    figures('days_moved', said.daysMoved),
    figures('withdrawn', said.withdrawn),
    figures('declared', said.declared),
  ];
};

const cellsOf = (score: Score): readonly (Cell | null)[] => [
  figure(score.items),
  some(score.verified),
  some(score.onTime),
  some(score.late),
  some(score.claimed),
  some(score.open),
  some(score.overdue),
  some(score.unjudged),
  some(score.rejected),
  figure(score.daysLate),
  figure(score.daysLateIssued),
  some(score.moved),
  figure(score.daysMoved),
  some(score.withdrawn),
  some(score.declared),
];

/** How each lead unit kept to its deadlines. */
export const scorecardAnswer = (asked: Asked): Answer => {
  const { view, words, items, isPart, isFlat } = asked;
  const { leads, total, reckoning } = scorecard(view, items);
  const said = words.pivot.scorecard;
  return {
    kind: 'scorecard',
    facts: {
      leads: leads.map(({ lead, score }) => ({ lead, ...scoreFacts(score) })),
      total: scoreFacts(total),
      reckoning,
    },
    blocks: [
      {
        is: 'table',
        title: said.title,
        stub: 1,
        columns: [{ key: 'lead', heading: words.heading('lead') }, ...columnsOf(words)],
        rows: [
          ...leads.map(({ lead, score }) => [
            valueCell(view, words, 'lead', lead),
            ...cellsOf(score),
          ]),
          ...(isFlat ? [] : [[{ text: words.pivot.total }, ...cellsOf(total)]]),
        ],
      },
      faint([
        ...(isPart ? [said.part] : []),
        ...said.notes,
        said.joint,
        reckoningLine(asked, reckoning),
      ]),
    ],
  };
};
