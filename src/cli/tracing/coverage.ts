/**
 * The whole ledger traced: documents with their arrangements and tasks, and where that is not
 * recorded. What is not recorded of a published list is never called not implemented.
 */
import { type Block, type Cell, faint, type Table, textCell } from '../../format/document.ts';
import { titleOf } from '../../model/facts.ts';
import { childrenOf, type Entry } from '../../model/ledger.ts';
import { issuedTotals, recordedTotals } from '../../model/totals.ts';
import type { Coverage, Links } from '../../model/trace.ts';
import type { View } from '../../model/view.ts';
import { basisLine, cellOf } from '../answer.ts';
import { branch, columnsOf, endsOf, linkFacts, nodesOf, type Traced } from './rows.ts';

/** Verified measures of all that a task has; a withdrawn one does not hold it back. */
const verifiedOf = (view: View, entry: Entry): Cell | null => {
  if (entry.kind !== 'task') return null;
  const statuses = childrenOf(view.ledger, entry, 'measure').map(
    (each) => view.standing(each).status,
  );
  const live = statuses.filter((each) => each !== 'withdrawn');
  const verified = live.filter((each) => each === 'verified');
  return live.length === 0 ? null : { text: `${verified.length}/${live.length}` };
};

type DocumentCoverage = Coverage['documents'][number];

/** The rows of an arrangement: itself by its name within the document, then its tasks. */
const arrangementRows = (
  { view, words, isPublished }: Traced,
  { arrangement, tasks }: DocumentCoverage['arrangements'][number],
): Table['rows'] => {
  const { kind, id } = arrangement.data;
  return [
    [
      textCell(id),
      textCell(words.trace.arrangement(titleOf(arrangement, words.language), kind)),
      tasks.length === 0 ? textCell(words.trace.noTask(isPublished)) : null,
      null,
    ],
    ...tasks.map((task) => [
      textCell(branch(1, task.id)),
      textCell(titleOf(task, words.language)),
      cellOf(view, words, task, 'status'),
      verifiedOf(view, task),
    ]),
  ];
};

/** A document with its duties, and with whatever else in it a task implements. */
const documentBlock = (
  traced: Traced,
  { document, arrangements }: DocumentCoverage,
): readonly Block[] => {
  const { words } = traced;
  const { part_of, number, date } = document.data;
  const shown = arrangements.filter(
    ({ arrangement, tasks }) => arrangement.data.kind === 'duty' || tasks.length > 0,
  );
  if (shown.length === 0) return [];
  const beside = [
    ...(part_of === undefined ? [] : [`${words.trace.up.component} ${part_of}`]),
    ...[number ?? date].filter((each) => each !== undefined),
  ];
  const name = [document.id, titleOf(document, words.language)].join('  ');
  return [
    {
      is: 'table',
      title: [name, ...beside].join(' · '),
      columns: columnsOf(words, ['id', 'title', 'status', 'verified']),
      rows: shown.flatMap((each) => arrangementRows(traced, each)),
    },
  ];
};

/** How many of each kind of arrangement, in the order in which the kinds are met. */
const byKind = (arrangements: readonly Entry<'arrangement'>[]) => [
  ...arrangements.reduce(
    (counts, { data }) => counts.set(data.kind, (counts.get(data.kind) ?? 0) + 1),
    new Map<Entry<'arrangement'>['data']['kind'], number>(),
  ),
];

/** How many pilots are to do what an arrangement says. */
const pilotsOf = (links: Links, arrangement: Entry): Cell | null => {
  const pilots = (links.outOf.get(arrangement) ?? []).filter(({ as }) => as === 'duty');
  return pilots.length === 0 ? null : { text: String(pilots.length), value: pilots.length };
};

const withoutBlocks = (
  { view, words, links, isPublished }: Traced,
  { without }: Coverage,
): readonly Block[] => {
  const duties = without.filter(({ data }) => data.kind === 'duty');
  const others = byKind(without.filter(({ data }) => data.kind !== 'duty'));
  const title = words.trace.without(duties.length, isPublished);
  const hasDuties = view.ledger.entries.arrangement.some(({ data }) => data.kind === 'duty');
  return [
    duties.length === 0
      ? {
          is: 'prose',
          title,
          paragraphs: [hasDuties ? words.trace.noneWithout : words.trace.noDuties],
        }
      : {
          is: 'table',
          title,
          columns: columnsOf(words, ['id', 'title', 'pilots']),
          rows: duties.map((each) => [
            textCell(each.id),
            textCell(titleOf(each, words.language)),
            pilotsOf(links, each),
          ]),
        },
    ...(others.length > 0 ? [faint([words.trace.asksForNone(others)])] : []),
    ...(isPublished && duties.length > 0 ? [faint([words.trace.notRecorded])] : []),
  ];
};

const unfoundedBlock = ({ view, words }: Traced, { unfounded }: Coverage): Block => {
  const title = words.trace.unfounded(unfounded.length);
  if (unfounded.length === 0) {
    const { noneUnfounded, noTasks } = words.trace;
    const hasTasks = view.ledger.entries.task.length > 0;
    return { is: 'prose', title, paragraphs: [hasTasks ? noneUnfounded : noTasks] };
  }
  return {
    is: 'table',
    title,
    columns: columnsOf(words, ['id', 'title', 'from']),
    rows: unfounded.map((task) => {
      const { leading_reform, pilot } = task.data;
      const from = [leading_reform, pilot].filter((each) => each !== undefined);
      return [
        textCell(task.id),
        textCell(titleOf(task, words.language)),
        textCell(words.trace.join(from)),
      ];
    }),
  };
};

const supportingBlock = ({ view, words, isPublished }: Traced, { supporting }: Coverage): Block => {
  const title = words.trace.supporting(supporting.length);
  if (supporting.length === 0) {
    return { is: 'prose', title, paragraphs: [words.trace.noneSupporting(isPublished)] };
  }
  return {
    is: 'table',
    title,
    columns: columnsOf(words, ['id', 'title', 'supports', 'status']),
    rows: supporting.map(({ project, tasks }) => [
      textCell(project.id),
      textCell(titleOf(project, words.language)),
      textCell(words.trace.join(tasks.map(({ id }) => id))),
      cellOf(view, words, project, 'status'),
    ]),
  };
};

/** The whole ledger for people. */
export const wholeBlocks = (traced: Traced, coverage: Coverage): readonly Block[] => {
  const { view, words } = traced;
  const documents = coverage.documents.flatMap((each) => documentBlock(traced, each));
  const silent = coverage.documents
    .filter(({ arrangements }) => arrangements.length === 0)
    .map(({ document }) => document.id);
  const issued = issuedTotals(view.ledger.about, view.today).tasks ?? null;
  const { recorded } = recordedTotals(view).tasks;
  const [first] = view.ledger.entries.task;
  return [
    ...(documents.length > 0
      ? documents
      : [{ is: 'prose', paragraphs: [words.trace.noArrangements] } as const]),
    ...(silent.length > 0 ? [faint([words.trace.silent(silent)])] : []),
    ...withoutBlocks(traced, coverage),
    unfoundedBlock(traced, coverage),
    supportingBlock(traced, coverage),
    faint([
      `${words.trace.recorded(recorded, issued)} · ${basisLine(view, words)}`,
      ...(first ? [words.footer.next(`reform trace ${first.id}`)] : []),
    ]),
  ];
};

/** The whole ledger for programs. */
export const wholeFacts = ({ view, links }: Traced, coverage: Coverage) => {
  const { document, arrangement, task } = view.ledger.entries;
  const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id);
  const duties = coverage.without.filter(({ data }) => data.kind === 'duty');
  const others = coverage.without.filter(({ data }) => data.kind !== 'duty');
  return {
    nodes: nodesOf(view, [...document, ...arrangement, ...task, ...endsOf(links.all)]),
    links: links.all.map(linkFacts),
    duties_without_task: ids(duties),
    other_arrangements_without_task: ids(others),
    tasks_without_arrangement: ids(coverage.unfounded),
    supporting_projects: coverage.supporting.map(({ project, tasks }) => ({
      id: project.id,
      supports: ids(tasks),
    })),
    tasks: {
      issued: issuedTotals(view.ledger.about, view.today).tasks ?? null,
      recorded: recordedTotals(view).tasks.recorded,
    },
  };
};
