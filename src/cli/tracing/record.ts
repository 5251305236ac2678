/** One record or paper traced: what it comes from, what carries it out, and where it is named. */
import { type Block, type Cell, faint, type Table, textCell } from '../../format/document.ts';
import { titleOf } from '../../model/facts.ts';
import { kindNames } from '../../model/kinds/index.ts';
import type { Entry, Ledger } from '../../model/ledger.ts';
import { foldPaper, type Mention, naming } from '../../model/mentions.ts';
import { downFrom, type Link, type Step, upFrom } from '../../model/trace.ts';
import type { Words } from '../../words/en.ts';
import { cellOf } from '../answer.ts';
import { branch, columnsOf, endsOf, linkFacts, nodeOf, nodesOf, type Traced } from './rows.ts';

/** What was named: a record, or a paper that is none of the ledger's documents. */
export type Target = { readonly entry: Entry } | { readonly entry: null; readonly paper: string };

/** What happened when a paper was named, such as `claimed done 2022-12-20`. */
const happening = (words: Words, { event, date, fate }: Mention): string =>
  [
    ...(event === null ? [] : [words.events[event]]),
    ...(date === null ? [] : [date]),
    ...(fate === 'illegal' || fate === 'retracted'
      ? [words.marks.note(words.trace.noEffect[fate])]
      : []),
  ].join(' ');

/** The document of the ledger that a paper is, by its id or its number. */
export const documentOf = (
  { byId, entries }: Ledger,
  paper: string,
): Entry<'document'> | undefined =>
  byId.document.get(paper) ??
  entries.document.find(
    ({ data }) => data.number !== undefined && foldPaper(data.number) === foldPaper(paper),
  );

/** The papers that an item's or pilot's log names to effect, each once; of a criterion those about it. */
const papersOf = ({ mentionsIn }: Traced, entry: Entry): readonly Mention[] => {
  const letter = entry.kind === 'criterion' ? entry.data.id : null;
  const owner = entry.kind === 'criterion' ? entry.parent : entry;
  const standing = (owner && mentionsIn.get(owner))?.filter(
    ({ fate, as, criteria }) =>
      fate === 'counts' && as !== 'number' && (letter === null || criteria.includes(letter)),
  );
  const seen = new Set<string>();
  return (standing ?? []).filter(({ as, paper }) => {
    const key = `${as} ${paper}`;
    return seen.has(key) ? false : seen.add(key);
  });
};

const paperRows = (traced: Traced, entry: Entry, depth: number): Table['rows'] =>
  papersOf(traced, entry).map((mention) => {
    const { view, words } = traced;
    const document = documentOf(view.ledger, mention.paper);
    return [
      textCell(branch(depth, mention.paper)),
      textCell(words.trace[mention.as]),
      textCell(document ? titleOf(document, words.language) : mention.note),
      textCell(happening(words, mention)),
    ];
  });

const stepRow = (
  { view, words }: Traced,
  { link, entry, depth, isRepeated }: Step,
  names: Readonly<Record<Link['as'], string>>,
): readonly (Cell | null)[] => {
  const standing = () =>
    entry.kind === 'document'
      ? textCell(entry.data.number ?? entry.data.date)
      : entry.kind === 'meeting'
        ? textCell(entry.data.date)
        : cellOf(view, words, entry, 'status');
  return [
    textCell(branch(depth - 1, entry.id)),
    textCell(names[link.as]),
    textCell(titleOf(entry, words.language)),
    isRepeated ? textCell(words.trace.above) : standing(),
  ];
};

const stepColumns = ['id', 'link', 'title', 'status'] as const;

const namedInBlock = ({ words }: Traced, mentions: readonly Mention[]): readonly Block[] =>
  mentions.length === 0
    ? []
    : [
        {
          is: 'table',
          title: words.marks.noted(words.trace.namedIn, String(mentions.length)),
          columns: columnsOf(words, ['id', 'title', 'link', 'event', 'entry']),
          rows: mentions.map((mention) => [
            textCell(mention.in.kind === 'ledger' ? 'ledger' : mention.in.id),
            textCell(titleOf(mention.in, words.language)),
            textCell(words.trace[mention.as]),
            textCell(happening(words, mention)),
            mention.entry === null ? null : { text: String(mention.entry) },
          ]),
        },
      ];

/** The places that name a document or paper, its own number not among them. */
const namingOf = ({ mentions }: Traced, target: Target): readonly Mention[] => {
  if (target.entry === null) return naming(mentions, [target.paper]);
  const { entry } = target;
  if (entry.kind !== 'document') return [];
  const papers = [entry.id, ...(entry.data.number === undefined ? [] : [entry.data.number])];
  return naming(mentions, papers).filter((each) => each.in !== entry);
};

interface Sourced {
  readonly source?: { readonly document: string };
}

/** How many records of each kind were transcribed from a document. */
const transcribedFrom = ({ view, words }: Traced, entry: Entry): readonly Block[] => {
  if (entry.kind !== 'document') return [];
  const counts = kindNames.flatMap((kind) => {
    const count = view.ledger.entries[kind].filter(
      (each) => each !== entry && (each.data as Sourced).source?.document === entry.id,
    ).length;
    return count === 0 ? [] : [words.count(count, kind)];
  });
  return counts.length === 0 ? [] : [faint([words.trace.transcribed(counts)])];
};

/** A record traced, for people. */
const recordBlocks = (traced: Traced, entry: Entry): readonly Block[] => {
  const { view, words, links, isPublished } = traced;
  const up = upFrom(view, links, entry);
  const down = downFrom(view, links, entry);
  const upRows = up.map((step) => stepRow(traced, step, words.trace.up));
  const downRows = [
    ...paperRows(traced, entry, 0),
    ...down.flatMap((step) => [
      stepRow(traced, step, words.trace.down),
      ...(step.isRepeated ? [] : paperRows(traced, step.entry, step.depth)),
    ]),
  ];
  const isOwed = entry.kind !== 'arrangement' || entry.data.kind === 'duty';
  const nothingDown =
    entry.kind === 'arrangement' && !isOwed
      ? words.trace.notAsked(entry.data.kind)
      : words.trace.nothingDown(isPublished);
  const section = (title: string, rows: Table['rows'], nothing: string): Block =>
    rows.length === 0
      ? { is: 'prose', title, paragraphs: [nothing] }
      : { is: 'table', title, columns: columnsOf(words, stepColumns), rows };
  const status = cellOf(view, words, entry, 'status');
  return [
    {
      is: 'prose',
      title: [
        entry.kind === 'ledger' ? 'ledger' : entry.id,
        titleOf(entry, words.language),
        ...(status ? [words.marks.note(status.text)] : []),
      ].join('  '),
      paragraphs: [],
    },
    section(words.trace.comesFrom, upRows, words.trace.nothingUp),
    section(words.trace.carriedOut, downRows, nothingDown),
    ...namedInBlock(traced, namingOf(traced, { entry })),
    ...transcribedFrom(traced, entry),
  ];
};

const mentionFacts = ({ in: entry, ...rest }: Mention) => ({ ...nodeOf(entry), ...rest });

/** The same for programs. */
export const targetFacts = (traced: Traced, target: Target) => {
  const namedIn = namingOf(traced, target).map(mentionFacts);
  if (target.entry === null) {
    const { paper } = target;
    return { record: null, id: paper, nodes: [], up: [], down: [], papers: [], named_in: namedIn };
  }
  const { view, links } = traced;
  const { entry } = target;
  const up = upFrom(view, links, entry).map(({ link }) => link);
  const down = downFrom(view, links, entry).map(({ link }) => link);
  const carrying = [...new Set([entry, ...endsOf(down)])];
  return {
    ...nodeOf(entry),
    nodes: nodesOf(view, [entry, ...endsOf(up), ...endsOf(down)]),
    up: up.map(linkFacts),
    down: down.map(linkFacts),
    papers: carrying.flatMap((each) => papersOf(traced, each)).map(mentionFacts),
    named_in: namedIn,
  };
};

/** What was named, traced, for people. */
export const targetBlocks = (traced: Traced, target: Target): readonly Block[] =>
  target.entry
    ? recordBlocks(traced, target.entry)
    : [
        { is: 'prose', title: target.paper, paragraphs: [] },
        ...namedInBlock(traced, namingOf(traced, target)),
      ];
