/** `reform summary`: the whole ledger in numbers. */
import type { Block, Cell, Column, Table } from '../../format/document.ts';
import { titleOf } from '../../model/facts.ts';
import { sourceNames } from '../../model/kinds/common.ts';
import { type Summary, summarize, type Tally } from '../../model/summary.ts';
import type { Words } from '../../words/en.ts';
import { basisFacts, basisLine, ledgerName, problemTalk } from '../answer.ts';
import type { Command } from '../command.ts';
import { pickFormat } from '../options.ts';

const number = (count: number | null): Cell | null =>
  count === null ? null : { text: String(count) };
/** A zero says nothing where most are zero. */
const some = (count: number): Cell | null => (count === 0 ? null : number(count));

/** Ten marks: verified, claimed, and the rest open. */
const bar = ({ items, verified, claimed }: Tally): Cell | null => {
  if (items === 0) return null;
  const full = Math.floor((10 * verified) / items);
  const half = Math.floor((10 * (verified + claimed)) / items) - full;
  return { text: '█'.repeat(full) + '▒'.repeat(half) + '·'.repeat(10 - full - half) };
};

const right = (key: string, heading: string): Column => ({ key, heading, align: 'right' });

const totalsTable = ({ totals }: Summary, words: Words): Table => {
  const others = sourceNames.filter((called) => called !== 'listed');
  return {
    is: 'table',
    title: words.summary.title,
    columns: [
      { key: 'what', heading: words.summary.what },
      right('issued', words.summary.issued),
      right('listed', words.summary.listed),
      ...others.map((called) => right(called, words.summary.called[called])),
      right('recorded', words.summary.recorded),
    ],
    rows: totals.map(({ what, issued, listed, as, recorded }) => [
      { text: words.summary.totals[what] },
      number(issued),
      number(listed),
      // What is called by its own kind's name is listed; it need not stand there twice.
      ...others.map((called) => (called === what.slice(0, -1) ? null : some(as[called] ?? 0))),
      number(recorded),
    ]),
  };
};

const tallyCells = (tally: Tally) => [
  some(tally.claimed),
  some(tally.verified),
  some(tally.overdue),
  bar(tally),
];

const tallyColumns = (words: Words): readonly Column[] => [
  right('claimed', words.summary.claimed),
  right('verified', words.summary.verified),
  right('overdue', words.summary.overdue),
  { key: 'bar', heading: words.summary.bar },
];

const fieldsTable = ({ fields }: Summary, words: Words): Table => ({
  is: 'table',
  title: words.summary.byField,
  columns: [
    { key: 'field', heading: words.kinds.field.one.toUpperCase() },
    { key: 'field_zh', heading: words.heading('title_zh') },
    right('tasks', words.summary.tasks),
    right('measures', words.summary.measures),
    ...tallyColumns(words),
  ],
  rows: fields.map(({ field, tasks, measures }) => [
    field ? { text: titleOf(field) } : { text: words.footer.across },
    field?.data.title_zh ? { text: field.data.title_zh } : null,
    number(tasks),
    number(measures.items),
    ...tallyCells(measures),
  ]),
});

const districtsTable = ({ districts }: Summary, words: Words): Table => ({
  is: 'table',
  title: words.summary.byDistrict,
  columns: [
    { key: 'district', heading: words.kinds.district.one.toUpperCase() },
    { key: 'district_zh', heading: words.heading('title_zh') },
    right('projects', words.summary.projects),
    ...tallyColumns(words),
  ],
  rows: districts.map(({ district, projects }) => [
    { text: titleOf(district) },
    district.data.title_zh ? { text: district.data.title_zh } : null,
    number(projects.items),
    ...tallyCells(projects),
  ]),
});

const statusLine = (words: Words, counted: string, { byStatus }: Tally): string => {
  const counts = Object.entries(byStatus).map(
    ([status, count]) => `${count} ${words.statuses[status as keyof typeof words.statuses]}`,
  );
  return `${counted}${counts.length > 0 ? `: ${counts.join(', ')}` : ''}.`;
};

const factsOf = (summary: Summary) => ({
  totals: summary.totals,
  fields: summary.fields.map(({ field, ...rest }) => ({ field: field?.id ?? null, ...rest })),
  districts: summary.districts.map(({ district, ...rest }) => ({ district: district.id, ...rest })),
  measures: summary.measures,
  projects: summary.projects,
  judged: summary.judged,
});

export const summary: Command = {
  configure: (commander, { options: help }) => {
    commander.option('--format <format>', help.formatSections).option('--json', help.json);
  },
  run: async ({ read, words }, _args, options) => {
    const format = pickFormat(options, ['table', 'json', 'markdown'], 'table');
    const { opened, view } = await read();
    const counted = summarize(view);
    const { measures, projects, judged } = counted;
    const { about } = opened.ledger;
    const standing: Block = {
      is: 'prose',
      title: words.summary.standing,
      paragraphs: [
        statusLine(words, words.count(measures.items, 'measure'), measures),
        statusLine(words, words.count(projects.items, 'project'), projects),
        words.summary.claimedAndVerified(
          measures.claimed + projects.claimed,
          measures.verified + projects.verified,
          measures.overdue + projects.overdue,
        ),
        words.summary.judged(judged.can, judged.cannot, about.basis === 'published'),
      ],
    };
    return {
      document: {
        kind: 'summary',
        facts: { ...basisFacts(view), title: about.title, ...factsOf(counted) },
        blocks: [
          {
            is: 'prose',
            title: `${ledgerName(opened.ledger, words)}  ${about.title}`,
            paragraphs: [],
          },
          totalsTable(counted, words),
          ...(counted.fields.length > 0 ? [fieldsTable(counted, words)] : []),
          ...(counted.districts.length > 0 ? [districtsTable(counted, words)] : []),
          ...(measures.items + projects.items > 0
            ? [{ is: 'prose', style: 'faint', paragraphs: [` ${words.summary.legend}`] } as const]
            : []),
          standing,
          { is: 'prose', style: 'faint', paragraphs: [basisLine(view, words)] },
        ],
      },
      format,
      talk: problemTalk(words, opened.diagnostics.length),
    };
  },
};
