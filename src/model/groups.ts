/** Things put together by what they share. */

/** Things under each of their keys, once under each; keys and things in the order in which they come. */
export const groupedByEach = <K, T>(
  all: Iterable<T>,
  keysOf: (each: T) => Iterable<K>,
): ReadonlyMap<K, readonly T[]> => {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    for (const key of new Set(keysOf(each))) {
      const group = groups.get(key);
      if (group) group.push(each);
      else groups.set(key, [each]);
    }
  }
  return groups;
};

/** Things by the one key of each; keys and things in the order in which they come. */
export const groupedBy = <K, T>(
  all: Iterable<T>,
  keyOf: (each: T) => K,
): ReadonlyMap<K, readonly T[]> => groupedByEach(all, (each) => [keyOf(each)]);
