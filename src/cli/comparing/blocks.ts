/**
 * What differs between two states of a ledger as a document for people: what must not be overlooked, then every
 * record with its changes, in sections.
 */
import { type Block, faint, type Points } from '../../format/document.ts';
import { type Caution, type DeadlineMove, deadlinesMoved } from '../../model/cautions.ts';
import type { Effect } from '../../model/effects.ts';
import { titleOf } from '../../model/facts.ts';
import type { Entry } from '../../model/ledger.ts';
import type { Words } from '../../words/en.ts';
import { countsOf, countsSentence } from './counts.ts';
import { takenBack } from './events.ts';
import type { FileChange } from './files.ts';
import { movedSentence } from './ledgers.ts';
import {
  type Comparison,
  cautionsAbout,
  type Grouping,
  isSuspect,
  type RecordChange,
  type Section,
  sectionsOf,
} from './records.ts';
import { sentencesOf } from './sentences.ts';
import type { Views } from './values.ts';

const about = (words: Words, entry: Entry): { readonly id: string; readonly title: string } => {
  const title = titleOf(entry, words.language);
  return { id: entry.id, title: title === entry.id ? '' : title };
};

const lightWord = (words: Words, light: Effect['light']['from']): string =>
  light === null ? words.pivot.none.light : words.value('light', light);

const effectText = (words: Words, { status, light }: Effect): string => {
  const { turned } = words.diff;
  const say = (fact: string, from: string, to: string) =>
    from === to ? [] : [words.marks.named(words.facts[fact] ?? fact, turned(from, to))];
  const statusWord = (word: Effect['status']['from']) => words.value('status', word);
  return words.marks.parts([
    ...say('status', statusWord(status.from), statusWord(status.to)),
    ...say('light', lightWord(words, light.from), lightWord(words, light.to)),
  ]);
};

const fileText = (words: Words, { file, how }: FileChange): string => words.diff.file[how](file);

const recordPoints = (
  words: Words,
  views: Views,
  { entry, marked, effect, files }: RecordChange,
): Points => {
  const mark = { mark: words.diff.mark };
  return {
    is: 'points',
    about: about(words, entry),
    points: [
      ...(effect ? [{ text: effectText(words, effect) }] : []),
      ...marked.flatMap(({ difference, cautions }) =>
        sentencesOf(words, views, difference).map((text, at) => ({
          text,
          ...(cautions.length > 0 && at === 0 && mark),
        })),
      ),
      ...files.map((each) => ({ text: fileText(words, each), ...(isSuspect(each) && mark) })),
    ],
  };
};

/** By how many days a record's own deadline is later, and by how many the one of a criterion. */
const laterTexts = (words: Words, views: Views, { marked }: RecordChange): readonly string[] => {
  const moves = deadlinesMoved(
    views,
    marked.map(({ difference }) => difference),
  );
  return (['item', 'criterion'] as const).flatMap((of: DeadlineMove['of']) => {
    const most = Math.max(0, ...moves.filter((each) => each.of === of).map(({ days }) => days));
    return most > 0 ? [words.diff.later[of](most)] : [];
  });
};

/** What a caution is about in particular: the entries that were taken back, the settings that are others. */
const particulars = (
  words: Words,
  views: Views,
  { marked }: RecordChange,
  caution: Caution,
): readonly string[] =>
  marked
    .filter((each) => each.cautions.includes(caution))
    .flatMap(({ difference, exchangedWith }) => {
      if (caution === 'ids-exchanged') return exchangedWith?.id ?? [];
      if (difference.is === 'log' && caution === 'entry-retracted') {
        const { after: entry, number, event } = difference;
        return takenBack(words, { view: views.after, entry, number, event });
      }
      const isSetting = difference.is === 'attribute' && caution === 'rules-changed';
      return isSetting ? [words.facts[difference.name] ?? difference.name] : [];
    });

/** What must not be overlooked about a record, each thing once and in the same order everywhere. */
const cautionTexts = (words: Words, views: Views, record: RecordChange): readonly string[] =>
  cautionsAbout(record).flatMap((each) => {
    if (each === 'deadline-later') return laterTexts(words, views, record);
    const said = words.diff.caution[each];
    const about = particulars(words, views, record, each);
    return [about.length === 0 ? said : words.marks.noted(said, about.join(words.comma))];
  });

const cautionBlock = (
  words: Words,
  views: Views,
  sections: readonly Section[],
): readonly Block[] => {
  const records = sections.flatMap((section) => section.records);
  const points = records.flatMap((record) => {
    const said = cautionTexts(words, views, record);
    if (said.length === 0) return [];
    const { id, title } = about(words, record.entry);
    const named = title === '' ? id : `${id} ${title}`;
    return [{ text: words.marks.named(named, said.join(words.comma)) }];
  });
  return points.length === 0 ? [] : [{ is: 'points', title: words.diff.cautions, points }];
};

/** Items that stand otherwise although nothing of theirs differs, counted by what became of them. */
const elsewhereBlock = (words: Words, { elsewhere }: Comparison): readonly Block[] => {
  if (elsewhere.length === 0) return [];
  const counted = new Map<string, number>();
  for (const effect of elsewhere) {
    const text = effectText(words, effect);
    counted.set(text, (counted.get(text) ?? 0) + 1);
  }
  const points = [...counted].map(([text, count]) => ({
    text: words.marks.named(words.items(count), text),
  }));
  return [{ is: 'points', title: words.diff.elsewhere(elsewhere.length), points }];
};

const nothingSaid = (words: Words, { marked, files, untold }: Comparison): string | undefined => {
  if (marked.length > 0 || files.length > 0) return undefined;
  return untold.length > 0 ? words.diff.onlyLayout(untold.length) : words.diff.same;
};

/**
 * The whole comparison.
 * @param compared how both sides are called
 * @param others what is to be said of other ledgers
 */
export const comparisonBlocks = (
  words: Words,
  comparison: Comparison,
  compared: string,
  by: Grouping,
  others: readonly string[] = [],
): readonly Block[] => {
  const { views, untold, sides } = comparison;
  const moved = movedSentence(words, sides.before, sides.after);
  const nothing = nothingSaid(words, comparison);
  const head = nothing ?? countsSentence(words, countsOf(comparison));
  const sections = sectionsOf(words, comparison, by);
  const changes = sections.flatMap(({ title, records }) =>
    records.map(
      (record, at): Block => ({
        ...recordPoints(words, views, record),
        ...(at === 0 && { title }),
      }),
    ),
  );
  return [
    { is: 'prose', title: compared, paragraphs: [head, ...moved, ...others] },
    ...cautionBlock(words, views, sections),
    ...changes,
    ...elsewhereBlock(words, comparison),
    ...(nothing === undefined && untold.length > 0
      ? [faint([words.diff.alsoLayout(untold.length)])]
      : []),
  ];
};

/** A comparison with a side on which there is no ledger: what there is, counted. */
export const wholeBlocks = (
  words: Words,
  compared: string,
  said: string,
  counts: readonly string[],
  others: readonly string[],
): readonly Block[] => [
  {
    is: 'prose',
    title: compared,
    paragraphs: [said, ...(counts.length > 0 ? [words.diff.holds(counts)] : []), ...others],
  },
];
