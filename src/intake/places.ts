/** In which task of the ledger the tasks of a list stand that are not found by their own words. */
import type { Entry, Item } from '../model/ledger.ts';
import type { ListedItem } from './list.ts';
import type { TaskGroup } from './outline.ts';

/** The task that most of some items stand in. */
const majority = (homes: readonly Entry[]): Entry<'task'> | undefined => {
  const counts = new Map<Entry, number>();
  for (const task of homes) counts.set(task, (counts.get(task) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] as Entry<'task'> | undefined;
};

/**
 * Where tasks stand that were not found by their own words: one whose known items all stand in a task that
 * nothing else is called, is that task under another name; one that no cell names is where most of its items are.
 */
export const placeTasks = (
  tasks: readonly TaskGroup[],
  named: ReadonlyMap<TaskGroup, Entry<'task'>>,
  items: ReadonlyMap<ListedItem, Item>,
): {
  readonly renamed: ReadonlyMap<TaskGroup, Entry<'task'>>;
  readonly places: ReadonlyMap<TaskGroup, Entry<'task'>>;
} => {
  const known = new Map(named);
  const renamed = new Map<TaskGroup, Entry<'task'>>();
  const taken = new Set(named.values());
  const homesOf = new Map<TaskGroup, Entry[]>();
  for (const [{ row }, { parent }] of items) {
    if (!row.task || !parent) continue;
    const homes = homesOf.get(row.task);
    if (homes) homes.push(parent);
    else homesOf.set(row.task, [parent]);
  }
  for (const task of tasks) {
    if (known.has(task)) continue;
    const homes = homesOf.get(task) ?? [];
    const home = majority(homes);
    if (!home) continue;
    const isRenamed = !taken.has(home) && homes.every((each) => each === home);
    if (task.madeFrom === undefined && !isRenamed) continue;
    known.set(task, home);
    if (task.madeFrom === undefined) {
      renamed.set(task, home);
      taken.add(home);
    }
  }
  return { renamed, places: known };
};
