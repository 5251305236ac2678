/**
 * Which items can be tested at the end of the year: somebody answers for them, by a day, and there is
 * something to look for. It judges what is written, never the work.
 */
import { type Entry, type Item, isItem } from './ledger.ts';
import { missingOf } from './missing.ts';
import type { View } from './view.ts';
import { isOnlyEffort } from './wording.ts';

/** What a test at the end of the year needs. */
export const neededNames = ['lead', 'due', 'deliverable', 'criteria', 'measures'] as const;
export type Needed = (typeof neededNames)[number];

/** A text of an item that only promises effort, such as a title that promotes and no more. */
interface Effort {
  readonly of: 'title' | 'deliverable' | 'criterion';
  /** The criterion's letter; null for the others. */
  readonly criterion: string | null;
  readonly text: string;
}

/** What keeps a task or item from being tested, or from being tested well. */
export interface Gap {
  readonly entry: Item | Entry<'task'>;
  readonly missing: readonly Needed[];
  readonly efforts: readonly Effort[];
  /** Whether it can be tested at all: by a criterion or by its deliverable. */
  readonly isTestable: boolean;
}

/** Whether an item is to be tested at all: it is on the list and neither closed nor withdrawn. */
const isTested = (view: View, item: Item): boolean =>
  !['declared', 'verified', 'withdrawn'].includes(view.standing(item).status);

const gapOfItem = (view: View, item: Item): Gap => {
  const { plan, criteria } = view.standing(item);
  const missing = missingOf(view, item);
  const promising: readonly Effort[] = [
    ...(plan.deliverable === undefined
      ? []
      : [{ of: 'deliverable' as const, criterion: null, text: plan.deliverable }]),
    ...criteria.map(({ id, text }) => ({ of: 'criterion' as const, criterion: id, text })),
  ];
  const vague = promising.filter(({ text }) => isOnlyEffort(text));
  const isCheckable = promising.length > vague.length;
  // A title need not say what is handed over where something else does.
  const titles = isCheckable
    ? []
    : [plan.title, plan.title_zh].filter((each) => each !== undefined);
  const inTitle = titles.filter(isOnlyEffort).slice(0, 1);
  return {
    entry: item,
    missing: neededNames.filter((name) => missing.includes(name)),
    efforts: [...inTitle.map((text): Effort => ({ of: 'title', criterion: null, text })), ...vague],
    isTestable: isCheckable && !missing.includes('lead') && !missing.includes('due'),
  };
};

/**
 * What of these entries is not ready for a test at the end of the year, in their order: items on the
 * list that are still open or claimed, and tasks that no measure carries out. Other entries are passed
 * over.
 */
export const gapsOf = (view: View, entries: readonly Entry[]): readonly Gap[] =>
  entries.flatMap((entry): readonly Gap[] => {
    if (entry.kind === 'task') {
      if (!missingOf(view, entry).includes('measures')) return [];
      return [{ entry, missing: ['measures'], efforts: [], isTestable: false }];
    }
    if (!isItem(entry) || !isTested(view, entry)) return [];
    const gap = gapOfItem(view, entry);
    return gap.isTestable && gap.missing.length + gap.efforts.length === 0 ? [] : [gap];
  });

/** How many of these entries are to be tested at the end of the year. */
export const testedOf = (view: View, entries: readonly Entry[]): number =>
  entries.filter((entry) => isItem(entry) && isTested(view, entry)).length;
