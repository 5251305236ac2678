/** How much of what differs between two states of a ledger: events, deadlines, records that came and went. */
import { type Caution, cautions, deadlinesMoved } from '../../model/cautions.ts';
import type { Difference } from '../../model/diff.ts';
import { type EventName, eventNames } from '../../model/events.ts';
import { type KindName, kindNames } from '../../model/kinds/index.ts';
import type { Entry } from '../../model/ledger.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { logOf } from './events.ts';
import { type Comparison, cautionsAbout } from './records.ts';

/** So many of each word of a set; a word that nothing has is left out. */
type Counted<K extends string> = readonly (readonly [of: K, count: number])[];

export interface Counts {
  readonly records: number;
  readonly differences: number;
  /** Events that were not in a log before. */
  readonly events: Counted<EventName>;
  readonly added: Counted<KindName>;
  readonly removed: Counted<KindName>;
  /** Records of which an attribute was edited in place. */
  readonly edited: number;
  readonly moved: number;
  readonly renumbered: number;
  /** Entries of logs that were changed, removed, put elsewhere or inserted before others. */
  readonly rewritten: number;
  readonly deadlines: {
    readonly later: number;
    readonly earlier: number;
    /** The most days by which one is later; 0 where none is. */
    readonly most: number;
  };
  /** Records about which something must not be overlooked, by what it is. */
  readonly cautions: Counted<Caution>;
}

const counted = <K extends string>(words: readonly K[], all: readonly K[]): Counted<K> =>
  words.flatMap((word) => {
    const count = all.filter((each) => each === word).length;
    return count > 0 ? [[word, count] as const] : [];
  });

const withInside = (view: View, entry: Entry): readonly Entry[] => [
  entry,
  ...(view.ledger.inside.get(entry) ?? []).flatMap((each) => withInside(view, each)),
];

/** The records that came or went, with those that stand inside them. */
const recordsThat = (
  is: 'added' | 'removed',
  view: View,
  differences: readonly Difference[],
): readonly Entry[] =>
  differences.flatMap((each) =>
    each.is === is && 'entry' in each ? withInside(view, each.entry) : [],
  );

const kindsOf = (entries: readonly Entry[]): readonly KindName[] => entries.map(({ kind }) => kind);

/** Counts what differs. */
export const countsOf = ({ views, marked, records }: Comparison): Counts => {
  const differences = marked.map(({ difference }) => difference);
  const added = recordsThat('added', views.after, differences);
  const removed = recordsThat('removed', views.before, differences);
  const events = [
    ...differences.flatMap((each) =>
      each.is === 'log' && (each.how === 'appended' || each.how === 'inserted') ? [each.event] : [],
    ),
    ...added.flatMap(logOf),
  ];
  const days = deadlinesMoved(views, differences).map((move) => move.days);
  const edited = differences.flatMap((each) => (each.is === 'attribute' ? [each.after] : []));
  return {
    records: records.length,
    differences: differences.length,
    events: counted(
      eventNames,
      events.map(({ event }) => event),
    ),
    added: counted(kindNames, kindsOf(added)),
    removed: counted(kindNames, kindsOf(removed)),
    edited: new Set(edited).size,
    moved: differences.filter(({ is }) => is === 'moved').length,
    renumbered: differences.filter(({ is }) => is === 'renumbered').length,
    rewritten: differences.filter((each) => each.is === 'log' && each.how !== 'appended').length,
    deadlines: {
      later: days.filter((each) => each > 0).length,
      earlier: days.filter((each) => each < 0).length,
      most: Math.max(0, ...days),
    },
    cautions: counted(cautions, records.flatMap(cautionsAbout)),
  };
};

/** The same in one sentence; nothing that is none is said. */
export const countsSentence = (words: Words, counts: Counts): string => {
  const { counted: say } = words.diff;
  const { later, earlier, most } = counts.deadlines;
  const more = (count: number, phrase: (count: number) => string) =>
    count > 0 ? [phrase(count)] : [];
  return say.sentence(counts.records, [
    ...counts.events.map(([event, count]) => say.event(count, words.events[event])),
    ...counts.added.map(([kind, count]) => say.added(words.count(count, kind))),
    ...counts.removed.map(([kind, count]) => say.removed(words.count(count, kind))),
    ...more(later, (count) => say.later(count, most)),
    ...more(earlier, say.earlier),
    ...more(counts.edited, say.edited),
    ...more(counts.renumbered, say.renumbered),
    ...more(counts.moved, say.moved),
    ...more(counts.rewritten, say.rewritten),
    ...counts.cautions.flatMap(([caution, count]) => say.cautions[caution]?.(count) ?? []),
  ]);
};
