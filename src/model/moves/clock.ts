/** When a commit was really made, as far as clocks and what stands on what can tell. Pure. */
import type { Commit } from '../recorded.ts';

/**
 * The committer's clock of each commit by its id, and never earlier than any of its ancestors: nothing is recorded before
 * what it stands on. A clock that runs ahead says no more than `now`.
 * @param commits parents before children
 */
export const recordedTimes = (
  commits: readonly Pick<Commit, 'id' | 'parents' | 'committed'>[],
): ReadonlyMap<string, Date> => {
  const times = new Map<string, Date>();
  for (const { id, parents, committed } of commits) {
    const before = parents.map((parent) => times.get(parent)?.getTime() ?? 0);
    times.set(id, new Date(Math.max(...before, committed.getTime())));
  }
  return times;
};
