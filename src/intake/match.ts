/**
 * Finds which items of a ledger a list is about: by id, by title, and by number where the title was
 * only reworded. The same list in another order finds the same items.
 */
import { distance } from 'fastest-levenshtein';
import { type Entry, type Item, isItem, type Ledger } from '../model/ledger.ts';
import { foldId, namesOf } from '../model/names.ts';
import { finalStanding } from '../model/view.ts';
import type { ListedItem } from './list.ts';
import type { TaskGroup } from './rows.ts';
import type { Group } from './sections.ts';

/** A title for comparison: blanks, marks, width and case fall together. */
export const foldTitle = (title: string): string => {
  const bare = title
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
  return bare === '' ? title : bare;
};

/** Titles that share less than this are two titles and not one reworded. */
const leastAlike = 0.5;

const isReworded = (a: string, b: string): boolean => {
  const [first, second] = [foldTitle(a), foldTitle(b)];
  const longest = Math.max(first.length, second.length);
  return longest > 0 && 1 - distance(first, second) / longest >= leastAlike;
};

const titlesOf = (ledger: Ledger, entry: Entry): ReadonlySet<string> =>
  new Set([
    ...namesOf(entry).map(foldTitle),
    ...(isItem(entry) ? [foldTitle(finalStanding(ledger, entry).plan.title)] : []),
  ]);

/** Records by something of theirs, in their order. */
const grouped = <T>(all: readonly T[], keysOf: (each: T) => Iterable<string>) => {
  const found = new Map<string, T[]>();
  for (const each of all) {
    for (const key of new Set(keysOf(each))) {
      const same = found.get(key);
      if (same) same.push(each);
      else found.set(key, [each]);
    }
  }
  return found;
};

/** One way to tell which record is meant: keys that both sides have, and what else must hold. */
interface Way<L, E> {
  readonly ofListed: (listed: L) => Iterable<string>;
  readonly ofEntry: (entry: E) => Iterable<string>;
  readonly holds?: (listed: L, entry: E) => boolean;
  /** Records that are alike are taken in their order; without, only what is alone on both sides is taken. */
  readonly inOrder?: true;
}

/** Goes through the ways in order; each pairs what is left. */
const pairUp = <L, E>(
  listed: readonly L[],
  entries: readonly E[],
  ways: readonly Way<L, E>[],
): ReadonlyMap<L, E> => {
  const pairs = new Map<L, E>();
  const used = new Set<E>();
  for (const { ofListed, ofEntry, inOrder, holds = () => true } of ways) {
    const left = listed.filter((each) => !pairs.has(each));
    const byKey = grouped(
      entries.filter((each) => !used.has(each)),
      ofEntry,
    );
    for (const [key, same] of grouped(left, ofListed)) {
      const found = byKey.get(key) ?? [];
      if (!inOrder && (same.length > 1 || found.length > 1)) continue;
      const free = found.filter((each) => !used.has(each));
      const asked = same.filter((each) => !pairs.has(each));
      asked.forEach((each, index) => {
        const entry = free[index];
        if (entry === undefined || !holds(each, entry)) return;
        pairs.set(each, entry);
        used.add(entry);
      });
    }
  }
  return pairs;
};

const some = (text: string | undefined): readonly string[] => (text === undefined ? [] : [text]);

/** The tasks of a list that the ledger has. */
export const matchTasks = (
  ledger: Ledger,
  tasks: readonly TaskGroup[],
): ReadonlyMap<TaskGroup, Entry<'task'>> => {
  const fieldNames = (id: string | undefined) => {
    const field = id === undefined ? undefined : ledger.byId.field.get(id);
    return field ? namesOf(field).map(foldTitle) : [];
  };
  const isInField = ({ field }: TaskGroup, entry: Entry<'task'>) =>
    !field ||
    entry.data.field === undefined ||
    fieldNames(entry.data.field).some((name) => foldTitle(field.title).startsWith(name));
  const numberOf = (entry: Entry<'task'>) => some(entry.data.number).map(foldId);
  const inField = (id: string | undefined, title: string) =>
    id === undefined ? [` ${title}`] : fieldNames(id).map((name) => `${name} ${title}`);
  return pairUp(tasks, ledger.entries.task, [
    { ofListed: ({ number }) => some(number).map(foldId), ofEntry: ({ id }) => [foldId(id)] },
    {
      ofListed: ({ title, number }) =>
        some(number).map((each) => `${foldTitle(title)} ${foldId(each)}`),
      ofEntry: (entry) =>
        [...titlesOf(ledger, entry)].flatMap((title) =>
          numberOf(entry).map((each) => `${title} ${each}`),
        ),
      holds: isInField,
    },
    {
      ofListed: ({ title, field }) => [
        `${field ? foldTitle(field.title) : ''} ${foldTitle(title)}`,
      ],
      ofEntry: (entry) =>
        [...titlesOf(ledger, entry)].flatMap((title) => inField(entry.data.field, title)),
      inOrder: true,
    },
    {
      ofListed: ({ title }) => [foldTitle(title)],
      ofEntry: (entry) => titlesOf(ledger, entry),
      holds: isInField,
    },
    { ofListed: ({ title }) => [foldTitle(title)], ofEntry: (entry) => titlesOf(ledger, entry) },
    {
      ofListed: ({ number }) => some(number).map(foldId),
      ofEntry: numberOf,
      holds: ({ title }, entry) => isReworded(title, entry.data.title),
    },
  ]);
};

/** The items of a list that the ledger has. */
export const matchItems = (
  ledger: Ledger,
  items: readonly ListedItem[],
  tasks: ReadonlyMap<TaskGroup, Entry<'task'>>,
  districtOf: (district: Group) => string,
): ReadonlyMap<ListedItem, Item> => {
  const entries: readonly Item[] = [...ledger.entries.measure, ...ledger.entries.project];
  const homeOf = ({ row }: ListedItem): string | undefined =>
    row.district ? districtOf(row.district) : row.task && tasks.get(row.task)?.id;
  const home = (entry: Item) => (entry.kind === 'project' ? entry.data.district : entry.parent?.id);
  const title = ({ row }: ListedItem) => foldTitle(row.title);
  const number = ({ row }: ListedItem) => some(row.number).map(foldId);
  const numberOf = (entry: Item) => some(entry.data.number).map(foldId);
  const onlyOf = (entry: Item) =>
    entry.kind === 'measure' &&
    (ledger.inside.get(entry.parent as Entry) ?? []).filter(({ kind }) => kind === 'measure')
      .length === 1;
  return pairUp(items, entries, [
    { ofListed: number, ofEntry: ({ id }) => [foldId(id)] },
    {
      ofListed: (each) => number(each).map((own) => `${homeOf(each)} ${title(each)} ${own}`),
      ofEntry: (entry) =>
        [...titlesOf(ledger, entry)].flatMap((own) =>
          numberOf(entry).map((each) => `${home(entry)} ${own} ${each}`),
        ),
    },
    {
      ofListed: (each) => [`${homeOf(each)} ${title(each)}`],
      ofEntry: (entry) => [...titlesOf(ledger, entry)].map((own) => `${home(entry)} ${own}`),
      inOrder: true,
    },
    { ofListed: (each) => [title(each)], ofEntry: (entry) => titlesOf(ledger, entry) },
    {
      ofListed: (each) => number(each).map((own) => `${homeOf(each)} ${own}`),
      ofEntry: (entry) => numberOf(entry).map((own) => `${home(entry)} ${own}`),
      holds: ({ row }, entry) => isReworded(row.title, entry.data.title),
    },
    {
      ofListed: number,
      ofEntry: numberOf,
      holds: ({ row }, entry) => isReworded(row.title, entry.data.title),
    },
    // A task whose words stand for its only measure: when the task was reworded, so was the measure.
    {
      ofListed: (each) => (each.row.hasTasksWords ? some(homeOf(each)) : []),
      ofEntry: (entry) => (onlyOf(entry) ? some(home(entry)) : []),
      holds: ({ row }, entry) => isReworded(row.title, entry.data.title),
    },
  ]);
};
