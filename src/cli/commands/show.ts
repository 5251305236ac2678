/** `reform show`: all that is known of records, of any kind. */
import { type Block, type Cell, faint, type Pairs, type Table } from '../../format/document.ts';
import type { Event } from '../../model/events.ts';
import {
  completedEvent,
  completedEvidence,
  factNames,
  factOf,
  factsOf,
  referringTo,
  titleOf,
} from '../../model/facts.ts';
import { type KindName, kindNames, kindOf } from '../../model/kinds/index.ts';
import { childrenOf, type Entry, isItem, type Ledger } from '../../model/ledger.ts';
import type { EntryStanding, Standing } from '../../model/standing.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { basisFacts, basisLine, cellOf, emptyColumns, problemTalk, tableOf } from '../answer.ts';
import type { Command } from '../command.ts';
import { explainLight } from '../lights.ts';
import { pickFormat } from '../options.ts';
import { resolveAny } from '../resolve.ts';
import { sayingsOf, unitName } from '../sayings.ts';

/**
 * Not among the named values: what is shown in a place of its own, and what the light says in words or
 * the deadline says already.
 */
const apart = new Set([
  ...['id', 'title', 'title_zh', 'source', 'agenda', 'text_zh'],
  ...['ahead', 'behind', 'days_left', 'month_due', 'report_age'],
]);

const fateOf = (words: Words, { fate, retractedBy }: EntryStanding): readonly string[] => {
  if (fate === 'retracted' && retractedBy !== null)
    return [words.marks.note(words.show.retractedBy(retractedBy))];
  if (fate === 'illegal') return [words.marks.note(words.show.illegal)];
  return fate === 'later' ? [words.marks.note(words.show.later)] : [];
};

const logTable = (
  ledger: Ledger,
  words: Words,
  log: readonly Event[],
  standing: Standing | undefined,
): Table => {
  const { columns } = words.show;
  const cell = (text: string | undefined): Cell | null =>
    text === undefined || text === '' ? null : { text };
  return {
    is: 'table',
    title: words.show.log,
    columns: [
      { key: 'number', heading: columns.number, align: 'right' },
      { key: 'date', heading: columns.date, keeps: 'whole' },
      { key: 'event', heading: columns.event, style: 'strong', keeps: 'whole' },
      { key: 'by', heading: columns.by },
      { key: 'says', heading: columns.says },
    ],
    rows: log.map((event, index) => {
      const entry = standing?.entries[index];
      const says = [...sayingsOf(words, event), ...(entry ? fateOf(words, entry) : [])];
      return [
        cell(String(index + 1)),
        cell(event.date),
        cell(words.events[event.event]),
        cell(unitName(ledger, words, event.by)),
        cell(says.join(' · ')),
      ];
    }),
  };
};

const criteriaTable = (view: View, words: Words, standing: Standing): Table => ({
  is: 'table',
  title: words.show.criteria,
  columns: [
    { key: 'id', heading: words.heading('id'), style: 'id' },
    { key: 'text', heading: words.heading('text') },
    { key: 'lead', heading: words.heading('lead') },
    { key: 'due', heading: words.heading('due'), keeps: 'whole' },
    { key: 'met', heading: words.heading('met'), keeps: 'whole' },
  ],
  rows: standing.criteria.map(({ id, text, text_zh, lead, due, met }) => [
    { text: id },
    { text: (words.language === 'zh' ? text_zh : undefined) ?? text },
    lead
      ? { text: lead.map((each) => unitName(view.ledger, words, each)).join(words.comma) }
      : null,
    due ? { text: due } : null,
    met ? { text: met } : null,
  ]),
});

/** A named value: of an item's light also why, in a sentence; what would say nothing new is none. */
const namedCell = (view: View, words: Words, entry: Entry, name: string): Cell | null => {
  const cell = cellOf(view, words, entry, name);
  if (!isItem(entry)) return cell;
  if (name === 'light') return cell && { ...cell, text: explainLight(view, words, entry) };
  const fact = (each: string) => factOf(view, entry, each);
  const isSaid =
    ((name === 'slip' || name === 'moved') && fact(name) === 0) ||
    (name === 'last_report' && fact(name) === fact('last_event'));
  return isSaid ? null : cell;
};

/** The named values of a record that has them, in the order of the kind. */
const pairsOf = (view: View, words: Words, entry: Entry): Pairs => ({
  is: 'pairs',
  pairs: factNames(entry.kind)
    .filter((name) => !apart.has(name))
    .flatMap((name) => {
      const cell = namedCell(view, words, entry, name);
      if (!cell) return [];
      const style = name === 'status' || name === 'light' ? name : 'plain';
      return [{ name: words.facts[name] ?? name, cell, style }];
    }),
});

interface Sourced {
  readonly source?: {
    readonly document: string;
    readonly as: string;
    readonly quote: string;
    readonly also?: readonly string[];
  };
}

const sourceOf = (view: View, words: Words, entry: Entry): readonly Block[] => {
  const { source } = entry.data as Sourced;
  if (!source) return [];
  const document = view.ledger.byId.document.get(source.document);
  const as = words.value('as', source.as);
  const called = words.show.sourceLine(document?.id ?? source.document, as);
  const quotes = [source.quote, ...(source.also ?? [])].map(words.marks.quoted);
  return [{ is: 'prose', title: words.show.source, paragraphs: [called, ...quotes] }];
};

const agendaOf = (view: View, words: Words, entry: Entry): readonly Block[] => {
  if (entry.kind !== 'meeting' || !entry.data.agenda) return [];
  const paragraphs = entry.data.agenda.map(({ title, task }, index) => {
    const about = task === undefined ? undefined : view.ledger.byId.task.get(task);
    const point = `${index + 1}. ${title}`;
    return about
      ? words.marks.noted(point, `${about.id} ${titleOf(about, words.language)}`)
      : point;
  });
  return [{ is: 'prose', title: words.show.agenda, paragraphs }];
};

/** Records inside a record and those that refer to it, a table for each kind. */
const relatedTo = (view: View, words: Words, entry: Entry): readonly Block[] => {
  const referring = referringTo(view, entry);
  return kindNames
    .filter((kind) => kind !== 'criterion')
    .flatMap((kind: KindName) => {
      const inside = childrenOf(view.ledger, entry, kind) as readonly Entry[];
      const outside = referring.get(kind) ?? [];
      const entries = [...new Set([...inside, ...outside])].filter((each) => each !== entry);
      if (entries.length === 0) return [];
      // A column in which every row names the record itself says nothing.
      const columns = kindOf(kind).columns.filter(
        (name) => !entries.every((each) => factOf(view, each, name) === entry.id),
      );
      const table = tableOf(view, words, entries, columns, [kind]);
      return [
        { ...table, title: words.marks.noted(words.show.related(kind), String(entries.length)) },
      ];
    });
};

const blocksOf = (view: View, words: Words, entry: Entry): readonly Block[] => {
  const title = titleOf(entry, words.language);
  const other = titleOf(entry, words.language === 'zh' ? 'en' : 'zh');
  const standing = isItem(entry) ? view.standing(entry) : undefined;
  const log = 'log' in entry.data ? (entry.data.log ?? []) : [];
  const columns = tableOf(view, words, [entry], kindOf(entry.kind).columns, [entry.kind]);
  const missing = standing && emptyColumns(view.ledger, words, columns);
  return [
    {
      is: 'prose',
      title: `${entry.id}  ${title}`,
      paragraphs: other === title ? [] : [` ${other}`],
    },
    pairsOf(view, words, entry),
    ...agendaOf(view, words, entry),
    ...(standing && standing.criteria.length > 0 ? [criteriaTable(view, words, standing)] : []),
    ...(log.length > 0 ? [logTable(view.ledger, words, log, standing)] : []),
    ...relatedTo(view, words, entry),
    ...sourceOf(view, words, entry),
    ...(missing ? [faint([missing])] : []),
  ];
};

const idsByKind = (groups: ReadonlyMap<KindName, readonly Entry[]>) =>
  Object.fromEntries(
    [...groups].map(([kind, entries]) => [kindOf(kind).plural, entries.map(({ id }) => id)]),
  );

/**
 * A record for programs: its facts, what is in it and what refers to it, and for items the whole
 * standing.
 */
const entryFacts = (view: View, entry: Entry) => {
  const inside = new Map<KindName, readonly Entry[]>();
  for (const kind of kindNames) {
    const entries = childrenOf(view.ledger, entry, kind) as readonly Entry[];
    if (entries.length > 0) inside.set(kind, entries);
  }
  const standing = isItem(entry) ? view.standing(entry) : undefined;
  const light = isItem(entry) ? view.light(entry) : undefined;
  const event = (given: Event | null) => given && completedEvent(given);
  return {
    record: entry.kind,
    ...factsOf(view, entry),
    id: entry.id,
    file: entry.file,
    contains: idsByKind(inside),
    referred_by: idsByKind(referringTo(view, entry)),
    ...(light && { light_reasons: light.reasons }),
    ...(standing && {
      criteria: standing.criteria.map((each) => ({ text_zh: null, due: null, lead: [], ...each })),
      evidence: standing.evidence.map(completedEvidence),
      claim: event(standing.claim),
      verification: event(standing.verification),
    }),
    ...('log' in kindOf(entry.kind).attributes && {
      log: (('log' in entry.data ? entry.data.log : undefined) ?? []).map(completedEvent),
    }),
  };
};

export const show: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('<id...>')
      .option('--format <format>', help.formatSections)
      .option('--json', help.json);
  },
  run: async ({ read, words }, args, options) => {
    const format = pickFormat(options, ['table', 'json', 'markdown'], 'table');
    const { opened, view } = await read();
    const resolved = args.map((given) => resolveAny(words, opened.ledger, given));
    const entries = resolved.map(({ entry }) => entry);
    const basis: Block = faint([basisLine(view, words)]);
    return {
      document: {
        kind: 'show',
        facts: { ...basisFacts(view), items: entries.map((entry) => entryFacts(view, entry)) },
        blocks: [...entries.flatMap((entry) => blocksOf(view, words, entry)), basis],
      },
      format,
      about: entries,
      talk: [
        ...resolved.flatMap(({ echo }) => echo ?? []),
        ...problemTalk(words, opened.diagnostics.length),
      ],
    };
  },
};
