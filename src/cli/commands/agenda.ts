/** `reform agenda`: the coming meeting of the commission, and how the tasks it hears stand. */
import { type Block, type Document, faint, type Table } from '../../format/document.ts';
import { comingMeeting, type Heard, heard } from '../../model/agenda.ts';
import { daysBetween } from '../../model/dates.ts';
import { statuses } from '../../model/events.ts';
import { referred, titleOf } from '../../model/facts.ts';
import type { Entry } from '../../model/ledger.ts';
import { entriesOf } from '../../model/select.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { basisFacts, basisLine, cellOf, problemTalk } from '../answer.ts';
import type { Command } from '../command.ts';
import { daysCell, itemColumns, itemTitle, unitCell, unitName } from '../duties.ts';
import { pickFormat } from '../options.ts';
import { resolveAmong } from '../resolve.ts';

/** A point of an agenda, with the task it is about where the ledger has it. */
interface Point {
  readonly number: number;
  readonly title: string;
  readonly task: string | null;
  readonly heard: Heard | null;
}

const pointsOf = (view: View, { data }: Entry<'meeting'>): readonly Point[] =>
  (data.agenda ?? []).map(({ title, task }, index) => {
    const entry = task === undefined ? undefined : view.ledger.byId.task.get(task);
    return {
      number: index + 1,
      title: title ?? '',
      task: task ?? null,
      heard: entry ? heard(view, entry) : null,
    };
  });

/** Measures by where they stand, in words. */
const statusText = (words: Words, { measures, byStatus }: Heard): string =>
  measures === 0
    ? words.asking.agenda.noMeasures
    : statuses
        .flatMap((status) =>
          byStatus[status]
            ? [words.asking.agenda.standing(byStatus[status], words.statuses[status])]
            : [],
        )
        .join(words.comma);

const pointsTable = (view: View, words: Words, points: readonly Point[]): Table => {
  const { headings } = words.asking;
  const columns = itemColumns(words);
  const some = (count: number) => (count > 0 ? { text: String(count), value: count } : null);
  return {
    is: 'table',
    columns: [
      { key: 'point', heading: headings.point, align: 'right', keeps: 'whole' },
      { key: 'title', heading: headings.title, keeps: 'text' },
      columns.id,
      { key: 'task', heading: headings.task, keeps: 'text' },
      { key: 'field', heading: words.heading('field') },
      { key: 'measures', heading: headings.measures },
      columns.light,
      { key: 'overdue', heading: headings.overdue, align: 'right', keeps: 'whole' },
      { key: 'claimed', heading: headings.claims, align: 'right', keeps: 'whole' },
    ],
    rows: points.map(({ number, title, task, heard: told }) => [
      { text: String(number), value: number },
      { text: title },
      task === null ? null : { text: task },
      told && { text: titleOf(told.task, words.language) },
      told && cellOf(view, words, told.task, 'field'),
      told && { text: statusText(words, told) },
      told && cellOf(view, words, told.task, 'light'),
      told && some(told.overdue),
      told && some(told.claimed),
    ]),
  };
};

const heardIn = (points: readonly Point[]): readonly Heard[] => [
  ...new Map(points.flatMap((each) => (each.heard ? [[each.task, each.heard]] : []))).values(),
];

const reportsTable = (view: View, words: Words, all: readonly Heard[]): readonly Table[] => {
  const { headings, agenda: said } = words.asking;
  const columns = itemColumns(words);
  const reports = all.flatMap(({ lastReport }) => lastReport ?? []);
  if (reports.length === 0) return [];
  return [
    {
      is: 'table',
      title: said.reports,
      columns: [
        columns.id,
        { key: 'date', heading: headings.date, keeps: 'whole' },
        { key: 'by', heading: headings.by },
        { key: 'says', heading: headings.says, keeps: 'text' },
      ],
      rows: reports.map(({ measure, event }) => [
        { text: measure.id },
        { text: event.date },
        event.by === undefined ? null : { text: unitName(view, words, event.by) },
        { text: saysOf(words, event) },
      ]),
    },
  ];
};

type Reported = NonNullable<Heard['lastReport']>['event'];

/** What a report says, in one line. */
const saysOf = (words: Words, { progress, note, problem, next }: Reported): string => {
  const { says } = words.show;
  return [
    ...(progress === undefined ? [] : [says.progress(progress)]),
    ...(note === undefined ? [] : [note]),
    ...(problem === undefined ? [] : [says.problem(problem)]),
    ...(next === undefined ? [] : [says.next(next)]),
  ].join(' · ');
};

const lateTable = (view: View, words: Words, all: readonly Heard[]): readonly Table[] => {
  const { agenda: said } = words.asking;
  const columns = itemColumns(words);
  const late = all.flatMap((each) => each.late);
  if (late.length === 0) return [];
  return [
    {
      is: 'table',
      title: said.late,
      columns: [
        columns.id,
        columns.title,
        columns.lead,
        columns.due,
        columns.days_left,
        columns.light,
      ],
      rows: late.map(({ measure, duty }) => [
        { text: duty?.id ?? measure.id },
        { text: itemTitle(view, words, measure) },
        unitCell(view, words, duty?.lead ?? []),
        duty && { text: duty.due },
        duty && daysCell(words, duty.daysLeft),
        cellOf(view, words, measure, 'light'),
      ]),
    },
  ];
};

const headingOf = (view: View, words: Words, meeting: Entry<'meeting'>): string => {
  const { agenda: said } = words.asking;
  const title = titleOf(meeting, words.language);
  const { date } = meeting.data;
  return date === undefined
    ? said.undated(title, view.ledger.about.basis === 'published')
    : said.on(title, date, daysBetween(view.today, date));
};

const blocksOf = (
  view: View,
  words: Words,
  meeting: Entry<'meeting'>,
  points: readonly Point[],
): readonly Block[] => {
  const { agenda: said } = words.asking;
  const { document } = meeting.data;
  const paper = document === undefined ? undefined : referred(view.ledger, 'document', document);
  const all = heardIn(points);
  const isPublished = view.ledger.about.basis === 'published';
  return [
    {
      is: 'prose',
      title: headingOf(view, words, meeting),
      paragraphs: [
        ...(paper ? [said.document(titleOf(paper, words.language))] : []),
        ...(points.length === 0 ? [said.noAgenda(isPublished)] : []),
      ],
    },
    pointsTable(view, words, points),
    ...lateTable(view, words, all),
    ...reportsTable(view, words, all),
  ];
};

const pointFacts = ({ number, title, task, heard: told }: Point) => ({
  point: number,
  title,
  task,
  field: told?.task.data.field ?? null,
  measures: told?.measures ?? null,
  byStatus: told?.byStatus ?? null,
  light: told?.light ?? null,
  overdue: told?.overdue ?? null,
  claimed: told?.claimed ?? null,
  last_report: told?.lastReport
    ? {
        id: told.lastReport.measure.id,
        date: told.lastReport.event.date,
        by: told.lastReport.event.by ?? null,
        progress: told.lastReport.event.progress ?? null,
        note: told.lastReport.event.note ?? null,
      }
    : null,
  late: told?.late.map(({ measure }) => measure.id) ?? [],
});

export const agenda: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('[meeting]')
      .option('--format <format>', help.format)
      .option('--json', help.json)
      .option('--excel', help.excel);
  },
  run: async ({ read, words }, [given], options) => {
    const format = pickFormat(options, ['table', 'json', 'csv', 'markdown'], 'table');
    const { opened, view } = await read();
    const { agenda: said } = words.asking;
    const meetings = entriesOf(opened.ledger, ['meeting']) as readonly Entry<'meeting'>[];
    const named =
      given === undefined
        ? undefined
        : resolveAmong(words, meetings, given, words.kinds.meeting.one);
    const coming = comingMeeting(view);
    const meeting = named?.entry ?? ('meeting' in coming ? coming.meeting : undefined);
    const points = meeting ? pointsOf(view, meeting) : [];
    const without =
      coming.is === 'over'
        ? said.over(
            titleOf(coming.last, words.language),
            coming.last.data.date ?? '',
            coming.last.id,
          )
        : said.none;
    const blocks: readonly Block[] = meeting
      ? blocksOf(view, words, meeting, points)
      : [{ is: 'prose', paragraphs: [without] }];
    const document: Document = {
      kind: 'agenda',
      facts: {
        ...basisFacts(view),
        meeting: meeting?.id ?? null,
        date: meeting?.data.date ?? null,
        days_left: meeting?.data.date ? daysBetween(view.today, meeting.data.date) : null,
        last: coming.is === 'over' ? coming.last.id : null,
        points: points.map(pointFacts),
      },
      blocks: [
        ...(format === 'csv' ? [pointsTable(view, words, points)] : blocks),
        faint([basisLine(view, words)]),
      ],
    };
    const talk = [
      ...(named?.echo === undefined ? [] : [named.echo]),
      ...problemTalk(words, opened.diagnostics.length),
    ];
    return { document, format, talk };
  },
};
