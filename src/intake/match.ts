/**
 * Finds which items of a ledger a list is about: by id, by title, and by number where the title was
 * only reworded. The same list in another order finds the same items.
 */
import { distance } from 'fastest-levenshtein';
import type { Value } from '../model/attribute.ts';
import { groupedByEach } from '../model/groups.ts';
import { type Entry, type Item, isItem, type Ledger } from '../model/ledger.ts';
import { foldId, namesOf } from '../model/names.ts';
import { inForce, type Settings } from '../model/plan.ts';
import { finalStanding } from '../model/view.ts';
import { foldTitle } from './lines.ts';
import type { ListedItem } from './list.ts';
import type { TaskGroup } from './outline.ts';
import type { Group } from './sections.ts';

/** Titles that share so much are one reworded, in the same place of a list. */
const mostAlike = 0.75;

/** Titles that share less are two, though their number and their leading unit are the same. */
const leastAlike = 0.6;

const likenessOf = (a: string, b: string): number => {
  const [first, second] = [foldTitle(a), foldTitle(b)];
  const longest = Math.max(first.length, second.length);
  return longest === 0 ? 0 : 1 - distance(first, second) / longest;
};

/** Whether one title is the other with words put around it. */
const contains = (a: string, b: string): boolean => {
  const [shorter = '', longer = ''] = [foldTitle(a), foldTitle(b)].sort(
    (x, y) => x.length - y.length,
  );
  return shorter.length >= 4 && longer.includes(shorter);
};

/**
 * Whether a title under the same number is the other one reworded. Titles of reforms are formulas
 * (制定…办法), so that it takes a good deal to be the same, or the same unit that leads.
 */
const isReworded = (a: string, b: string, hasSameLead = false): boolean => {
  const like = likenessOf(a, b);
  return like >= mostAlike || contains(a, b) || (hasSameLead && like >= leastAlike);
};

const titlesOf = (ledger: Ledger, entry: Entry): ReadonlySet<string> =>
  new Set([
    ...namesOf(entry).map(foldTitle),
    ...(isItem(entry) ? [foldTitle(finalStanding(ledger, entry).plan.title)] : []),
  ]);

/** One way to tell which record is meant: keys that both sides have, and what else must hold. */
interface Way<L, E> {
  readonly ofListed: (listed: L) => Iterable<string>;
  readonly ofEntry: (entry: E) => Iterable<string>;
  readonly holds?: (listed: L, entry: E) => boolean;
  /**
   * Of records that share a key the likest are taken first, then in their order; without it only what is
   * alone on both sides is taken.
   */
  readonly likeness?: (listed: L, entry: E) => number;
}

/** Goes through the ways in order; each pairs what is left. */
const pairUp = <L, E>(
  listed: readonly L[],
  entries: readonly E[],
  ways: readonly Way<L, E>[],
): ReadonlyMap<L, E> => {
  const pairs = new Map<L, E>();
  const used = new Set<E>();
  for (const { ofListed, ofEntry, likeness, holds = () => true } of ways) {
    const left = listed.filter((each) => !pairs.has(each));
    const byKey = groupedByEach(
      entries.filter((each) => !used.has(each)),
      ofEntry,
    );
    for (const [key, same] of groupedByEach(left, ofListed)) {
      const found = byKey.get(key) ?? [];
      if (!likeness && (same.length > 1 || found.length > 1)) continue;
      const likest = same
        .flatMap((each) =>
          found.map((entry) => ({ each, entry, like: likeness?.(each, entry) ?? 0 })),
        )
        .sort((a, b) => b.like - a.like);
      for (const { each, entry } of likest) {
        if (pairs.has(each) || used.has(entry) || !holds(each, entry)) continue;
        pairs.set(each, entry);
        used.add(entry);
      }
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
      likeness: () => 0,
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
    // Offices number their lists like ids too, so that the words come first.
    {
      ofListed: ({ number }) => some(number).map(foldId),
      ofEntry: ({ id }) => [foldId(id)],
      holds: ({ title }, entry) => isReworded(title, entry.data.title),
    },
  ]);
};

/** What is left on both sides of one task or district, and reworded by a little: the likest of each other. */
const pairReworded = (
  pairs: ReadonlyMap<ListedItem, Item>,
  left: readonly { readonly item: ListedItem; readonly home: string | undefined }[],
  entries: readonly { readonly entry: Item; readonly home: string | undefined }[],
): ReadonlyMap<ListedItem, Item> => {
  const all = new Map(pairs);
  const likest = left
    .flatMap(({ item, home }) =>
      entries
        .filter((each) => home !== undefined && each.home === home)
        .map(({ entry }) => ({ item, entry, like: likenessOf(item.row.title, entry.data.title) })),
    )
    .filter(({ like }) => like >= mostAlike)
    .sort((a, b) => b.like - a.like);
  const used = new Set<Item>();
  for (const { item, entry } of likest) {
    if (all.has(item) || used.has(entry)) continue;
    all.set(item, entry);
    used.add(entry);
  }
  return all;
};

/** The items of a list that the ledger has. */
export const matchItems = (
  ledger: Ledger,
  items: readonly ListedItem[],
  tasks: ReadonlyMap<TaskGroup, Entry<'task'>>,
  districtOf: (district: Group) => string,
  settings: ReadonlyMap<ListedItem, Settings>,
): ReadonlyMap<ListedItem, Item> => {
  /** How many attributes a list gives an item that the ledger has as well. */
  const agreeing = (item: ListedItem, entry: Item): number =>
    Object.entries(settings.get(item) ?? {}).filter(
      ([attribute, value]) =>
        JSON.stringify(inForce(ledger, entry, attribute) ?? null) === JSON.stringify(value ?? null),
    ).length;
  const leadOf = (lead: Value | undefined) => (Array.isArray(lead) ? lead[0] : undefined);
  const isSame = (item: ListedItem, entry: Item): boolean => {
    const [own, other] = [settings.get(item)?.['lead'], inForce(ledger, entry, 'lead')].map(leadOf);
    return isReworded(item.row.title, entry.data.title, own !== undefined && own === other);
  };
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
  const pairs = pairUp(items, entries, [
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
      likeness: agreeing,
    },
    { ofListed: (each) => [title(each)], ofEntry: (entry) => titlesOf(ledger, entry) },
    {
      ofListed: (each) => number(each).map((own) => `${homeOf(each)} ${own}`),
      ofEntry: (entry) => numberOf(entry).map((own) => `${home(entry)} ${own}`),
      holds: isSame,
    },
    {
      ofListed: number,
      ofEntry: numberOf,
      holds: isSame,
    },
    // Offices number their lists like ids too, so that the words come first.
    { ofListed: number, ofEntry: ({ id }) => [foldId(id)], holds: isSame },
    // A task whose words stand for its only measure: when the task was reworded, so was the measure.
    {
      ofListed: (each) => (each.row.hasTasksWords ? some(homeOf(each)) : []),
      ofEntry: (entry) => (onlyOf(entry) ? some(home(entry)) : []),
      holds: isSame,
    },
  ]);
  const found = new Set(pairs.values());
  return pairReworded(
    pairs,
    items.filter((item) => !pairs.has(item)).map((item) => ({ item, home: homeOf(item) })),
    entries.filter((entry) => !found.has(entry)).map((entry) => ({ entry, home: home(entry) })),
  );
};
