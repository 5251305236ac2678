/** `reform summary`: the whole ledger in numbers, or what a query asks for. */
import { type Block, type Cell, type Column, faint, type Table } from '../../format/document.ts';
import { titleOf } from '../../model/facts.ts';
import { sourceNames } from '../../model/kinds/common.ts';
import type { Entry } from '../../model/ledger.ts';
import { type Summary, summarize } from '../../model/summary.ts';
import type { Tally } from '../../model/tally.ts';
import type { Words } from '../../words/en.ts';
import type { Answer, Asked } from './asked.ts';
import { tallyFacts } from './facts.ts';
import { bar, bars, figure, figures, some } from './figures.ts';

const totalsTable = (totals: NonNullable<Summary['totals']>, words: Words): Table => {
  const others = sourceNames.filter((called) => called !== 'listed');
  return {
    is: 'table',
    title: words.summary.title,
    columns: [
      { key: 'what', heading: words.summary.what },
      figures('issued', words.summary.issued),
      figures('listed', words.summary.listed),
      ...others.map((called) => figures(called, words.summary.called[called])),
      figures('recorded', words.summary.recorded),
    ],
    rows: totals.map(({ what, issued, listed, as, recorded }) => [
      { text: words.summary.totals[what] },
      figure(issued),
      figure(listed),
      // What is called by its own kind's name is listed; it need not stand there twice.
      ...others.map((called) => (called === what.slice(0, -1) ? null : some(as[called] ?? 0))),
      figure(recorded),
    ]),
  };
};

const tallyCells = (tally: Tally): readonly (Cell | null)[] => [
  some(tally.claimed),
  some(tally.verified),
  some(tally.overdue),
  bar(tally),
];

const tallyColumns = ({ summary }: Words): readonly Column[] => [
  figures('claimed', summary.claimed),
  figures('verified', summary.verified),
  figures('overdue', summary.overdue),
  bars(summary.bar),
];

/** The name of a field or district; beside an English name stands the Chinese one. */
const nameColumns = (words: Words, kind: 'field' | 'district'): readonly Column[] => [
  { key: kind, heading: words.kinds[kind].one.toUpperCase() },
  ...(words.language === 'en' ? [{ key: `${kind}_zh`, heading: words.heading('title_zh') }] : []),
];

const nameCells = (words: Words, entry: Entry<'field' | 'district'>): readonly (Cell | null)[] => {
  const { title_zh } = entry.data;
  const chinese = title_zh === undefined ? null : { text: title_zh };
  return [{ text: titleOf(entry, words.language) }, ...(words.language === 'en' ? [chinese] : [])];
};

const fieldsTable = (fields: Summary['fields'], words: Words): Table => ({
  is: 'table',
  title: words.summary.byField,
  columns: [
    ...nameColumns(words, 'field'),
    figures('tasks', words.summary.tasks),
    figures('measures', words.summary.measures),
    ...tallyColumns(words),
  ],
  rows: fields.map(({ field, tasks, measures }) => [
    ...(field
      ? nameCells(words, field)
      : [{ text: words.footer.across }, ...(words.language === 'en' ? [null] : [])]),
    figure(tasks),
    figure(measures.items),
    ...tallyCells(measures),
  ]),
});

const districtsTable = (districts: Summary['districts'], words: Words): Table => ({
  is: 'table',
  title: words.summary.byDistrict,
  columns: [
    ...nameColumns(words, 'district'),
    figures('projects', words.summary.projects),
    ...tallyColumns(words),
  ],
  rows: districts.map(({ district, projects }) => [
    ...nameCells(words, district),
    figure(projects.items),
    ...tallyCells(projects),
  ]),
});

/** Counts by a status or colour, each with its word. */
const counted = (words: Words, fact: 'status' | 'light', counts: object) =>
  Object.entries(counts).map(([value, count]) => [count, words.value(fact, value)] as const);

const standingBlock = (
  { measures, projects, judged, items: all }: Summary,
  words: Words,
  isPublished: boolean,
): Block => {
  const { byLight } = all;
  const canSee = Object.keys(byLight).some((colour) => colour !== 'unknown');
  const { stand } = words.summary;
  return {
    is: 'prose',
    title: words.summary.standing,
    paragraphs: [
      stand(words.count(measures.items, 'measure'), counted(words, 'status', measures.byStatus)),
      stand(words.count(projects.items, 'project'), counted(words, 'status', projects.byStatus)),
      ...(canSee ? [words.summary.lights(counted(words, 'light', byLight))] : []),
      words.summary.claimedAndVerified(all.claimed, all.verified, all.overdue),
      words.summary.judged(judged.can, judged.cannot, isPublished),
    ],
  };
};

const factsOf = ({ fields, districts, measures, projects, items, ...rest }: Summary) => ({
  ...rest,
  measures: tallyFacts(measures),
  projects: tallyFacts(projects),
  items: tallyFacts(items),
  fields: fields.map(({ field, tasks, measures: own }) => ({
    field: field?.id ?? null,
    tasks,
    measures: tallyFacts(own),
  })),
  districts: districts.map(({ district, projects: own }) => ({
    district: district.id,
    projects: tallyFacts(own),
  })),
});

/** Everything in numbers: issued beside recorded, then by field and by district. */
export const wholeAnswer = ({ view, words, items, isPart }: Asked): Answer => {
  const { about } = view.ledger;
  const summary = summarize(view, isPart ? items : null);
  const { totals, measures, projects } = summary;
  const fields = summary.fields.filter(({ measures: { items: count } }) => !isPart || count > 0);
  const districts = summary.districts.filter(
    ({ projects: { items: count } }) => !isPart || count > 0,
  );
  return {
    kind: 'summary',
    facts: { title: about.title, ...factsOf(summary) },
    blocks: [
      ...(totals ? [totalsTable(totals, words)] : []),
      ...(fields.length > 0 ? [fieldsTable(fields, words)] : []),
      ...(districts.length > 0 ? [districtsTable(districts, words)] : []),
      ...(measures.items + projects.items > 0 ? [faint([` ${words.summary.legend}`])] : []),
      standingBlock(summary, words, about.basis === 'published'),
    ],
  };
};
