/**
 * What cannot be tested at the end of the year, in words: what is missing and how to mend it. On a
 * published list it says what was not published and judges nothing.
 */
import {
  type Block,
  type Column,
  type Document,
  faint,
  type Table,
  textCell,
} from '../format/document.ts';
import { titleOf } from '../model/facts.ts';
import type { KindName } from '../model/kinds/index.ts';
import { isItem } from '../model/ledger.ts';
import { type Gap, gapsOf, type Needed, neededNames, testedOf } from '../model/readiness.ts';
import type { View } from '../model/view.ts';
import type { Words } from '../words/en.ts';
import { basisFacts, basisLine } from './answer.ts';
import type { Context } from './context.ts';
import type { Options } from './options.ts';
import { type Chosen, chosen, kindAndQuery } from './selection.ts';

/** The answer, and what of it counts as a finding. */
export interface Readiness {
  readonly document: Document;
  /** Tasks and items that cannot be tested; none where that cannot be judged. */
  readonly cannot: number;
  /** Items that can be tested, but by half of what they might be. */
  readonly better: number;
  readonly echoes: readonly string[];
}

const missingIn = (words: Words, { missing, efforts }: Gap): string =>
  words.trace.join([
    ...missing.map((name) => words.trace.missing[name]),
    ...efforts.map(({ of, criterion }) =>
      of === 'criterion'
        ? words.trace.ready.effort.criterion(criterion ?? '')
        : words.trace.ready.effort[of],
    ),
  ]);

const settable: readonly Needed[] = ['lead', 'due', 'deliverable'];

/** The commands that give what is missing, with `…` for what only the office knows. */
const mendingOf = (view: View, words: Words, { entry, missing, efforts }: Gap): string => {
  const { id } = entry;
  if (isItem(entry) && view.standing(entry).status === 'done') {
    return words.trace.ready.claimed(`reform reject ${id}`);
  }
  const given = [
    ...settable.filter((name) => missing.includes(name)),
    ...efforts.flatMap(({ of }) => (of === 'criterion' ? [] : [of])),
  ];
  const isVague = efforts.some(({ of }) => of === 'criterion');
  return [
    ...(given.length > 0 ? [`reform set ${id} ${given.map((name) => `${name}=…`).join(' ')}`] : []),
    ...(missing.includes('criteria') ? [`reform add criterion ${id} text=… due=…`] : []),
    ...(missing.includes('measures') ? [`reform add measure ${id} title=…`] : []),
    ...(isVague ? [`reform edit ${id}`] : []),
  ].join('; ');
};

const gapTable = (
  view: View,
  words: Words,
  title: string,
  gaps: readonly Gap[],
  { isMended }: { readonly isMended: boolean },
): Table => {
  const { columns } = words.trace;
  const column = (key: 'title' | 'missing' | 'mend'): Column => ({
    key,
    heading: columns[key],
    ...(key === 'title' ? { keeps: 'text' as const } : {}),
  });
  return {
    is: 'table',
    title,
    columns: [
      { key: 'id', heading: columns.id, style: 'id', keeps: 'whole' },
      column('title'),
      column('missing'),
      ...(isMended ? [column('mend')] : []),
    ],
    rows: gaps.map((gap) => [
      { text: gap.entry.id },
      textCell(titleOf(gap.entry, words.language)),
      textCell(missingIn(words, gap)),
      ...(isMended ? [textCell(mendingOf(view, words, gap))] : []),
    ]),
  };
};

const countsOf = (gaps: readonly Gap[]): readonly (readonly [Needed, number])[] =>
  neededNames.flatMap((name) => {
    const count = gaps.filter(({ missing }) => missing.includes(name)).length;
    return count === 0 ? [] : [[name, count] as const];
  });

/** What can be said of a list of which only a part was published. */
const publishedBlocks = (words: Words, gaps: readonly Gap[], tested: number): readonly Block[] => {
  const { ready, columns } = words.trace;
  const counts = countsOf(gaps);
  const ofItems = counts.filter(([name]) => name !== 'measures');
  const ofTasks = counts.find(([name]) => name === 'measures')?.[1] ?? 0;
  const efforts = gaps.flatMap(({ entry, efforts: found }) =>
    found.filter(({ of }) => of === 'title').map((effort) => ({ entry, effort })),
  );
  return [
    {
      is: 'prose',
      paragraphs: [
        ready.unclear(tested),
        ...(counts.length > 0 ? [ready.notPublished(ofItems, ofTasks)] : []),
      ],
    },
    ...(efforts.length > 0
      ? [
          {
            is: 'table' as const,
            title: ready.efforts(efforts.length),
            columns: [
              { key: 'id', heading: columns.id, style: 'id' as const, keeps: 'whole' as const },
              { key: 'title', heading: columns.title, keeps: 'text' as const },
            ],
            // The words that were judged, in whichever language.
            rows: efforts.map(({ entry, effort }) => [{ text: entry.id }, textCell(effort.text)]),
          },
          faint([ready.unsaid]),
        ]
      : []),
  ];
};

const officeBlocks = (
  view: View,
  words: Words,
  gaps: readonly Gap[],
  tested: number,
): readonly Block[] => {
  const { ready } = words.trace;
  const cannot = gaps.filter(({ isTestable }) => !isTestable);
  const better = gaps.filter(({ isTestable }) => isTestable);
  const [first] = better;
  return [
    ...(cannot.length > 0
      ? [gapTable(view, words, ready.cannot(cannot.length), cannot, { isMended: true })]
      : [{ is: 'prose' as const, paragraphs: [ready.all(tested)] }]),
    ...(first
      ? [
          gapTable(view, words, ready.better(better.length), better, { isMended: false }),
          faint([words.footer.next(mendingOf(view, words, first))]),
        ]
      : []),
  ];
};

/** Items and, unless a query narrows them down, tasks; or the records of the kind that is named. */
const askedAbout = (
  context: Pick<Context, 'words'>,
  view: View,
  args: readonly string[],
  options: Options,
): Chosen => {
  const { named, rest } = kindAndQuery(args);
  const items: readonly KindName[] =
    rest.length > 0 ? ['measure', 'project'] : ['task', 'measure', 'project'];
  return chosen(context, view, named ? [named] : items, rest, options);
};

/** What is not ready for a test at the end of the year, of what the words of a query ask for. */
export const readinessOf = (
  context: Pick<Context, 'words'>,
  view: View,
  args: readonly string[],
  options: Options,
): Readiness => {
  const { words } = context;
  const { entries, asked, query, echoes } = askedAbout(context, view, args, options);
  const gaps = gapsOf(view, entries);
  const tested = testedOf(view, entries);
  const isPublished = view.ledger.about.basis === 'published';
  const cannot = gaps.filter(({ isTestable }) => !isTestable).length;
  const better = gaps.length - cannot;
  const counted =
    isPublished || gaps.length === 0 ? [] : [words.trace.ready.counted(tested, cannot, better)];
  return {
    document: {
      kind: 'ready',
      facts: {
        ...basisFacts(view),
        query,
        tested,
        cannot_be_tested: isPublished ? null : cannot,
        could_be_better: isPublished ? null : better,
        missing: Object.fromEntries(
          neededNames.map((name) => [
            name,
            gaps.filter(({ missing }) => missing.includes(name)).length,
          ]),
        ),
        items: gaps.map(({ entry, missing, efforts, isTestable }) => ({
          record: entry.kind,
          id: entry.id,
          testable: isPublished ? null : isTestable,
          missing,
          efforts,
        })),
      },
      blocks: [
        ...(isPublished
          ? publishedBlocks(words, gaps, tested)
          : officeBlocks(view, words, gaps, tested)),
        faint([[...counted, ...asked, basisLine(view, words)].join(' · ')]),
      ],
    },
    cannot: isPublished ? 0 : cannot,
    better: isPublished ? 0 : better,
    echoes,
  };
};
