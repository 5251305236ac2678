/**
 * Records that were renumbered because somebody else's record got their id in the meantime, as when two branches have
 * numbered alike and one gives way. By their ids alone the one would be new and the other rewritten. Pure.
 */
import { alignLogs, type Difference } from './diff.ts';
import type { Event } from './events.ts';
import type { KindName } from './kinds/index.ts';
import type { Entry, Ledger } from './ledger.ts';

type Data = { readonly [key: string]: unknown };

const dataOf = ({ data }: Entry): Data => data as unknown as Data;

const titleOf = (entry: Entry | undefined): unknown => entry && dataOf(entry)['title'];

const logOf = (entry: Entry): readonly Event[] =>
  (dataOf(entry)['log'] as readonly Event[] | undefined) ?? [];

const withId = (ledger: Ledger, kind: KindName, id: string): Entry | undefined =>
  (ledger.byId[kind] as ReadonlyMap<string, Entry>).get(id);

/** The record that one which is new here was before, where another one has its id now. */
const formerOf = (before: Ledger, after: Ledger, entry: Entry): Entry | undefined => {
  const title = titleOf(entry);
  if (typeof title !== 'string') return undefined;
  const fits = (before.entries[entry.kind] as readonly Entry[]).filter((each) => {
    const now = withId(after, each.kind, each.id);
    const isTaken = now !== undefined && titleOf(now) !== title;
    return (
      titleOf(each) === title &&
      isTaken &&
      alignLogs(logOf(each), logOf(entry)).every(({ how }) => how === 'appended')
    );
  });
  const [only] = fits;
  return fits.length === 1 ? only : undefined;
};

/** A difference about a record, or about what stands in it, by the id that its new holder has. */
const isAbout = (difference: Difference, taken: Entry): boolean => {
  const record = 'before' in difference ? difference.before : difference.entry;
  const isOf = (each: Entry | undefined): boolean =>
    each !== undefined && ((each.kind === taken.kind && each.id === taken.id) || isOf(each.parent));
  return isOf(record);
};

/**
 * The same differences, with what was renumbered told as that and what took its id told as new.
 * @param differences from the one ledger to the other
 */
export const retold = (
  before: Ledger,
  after: Ledger,
  differences: readonly Difference[],
): readonly Difference[] => {
  const pairs = differences.flatMap((difference) => {
    const from = difference.is === 'added' && formerOf(before, after, difference.entry);
    return from ? [{ from, to: difference.entry }] : [];
  });
  if (pairs.length === 0) return differences;
  const own = pairs.map(({ to }) => to);
  const kept = differences.filter(
    (difference) =>
      !(difference.is === 'added' && own.includes(difference.entry)) &&
      !pairs.some(({ from }) => isAbout(difference, from)),
  );
  const told = pairs.flatMap(({ from, to }): readonly Difference[] => {
    const taken = withId(after, from.kind, from.id);
    const inside = (before.inside.get(from) ?? []).flatMap((each): readonly Difference[] => {
      const now = withId(after, each.kind, `${to.id}${each.id.slice(from.id.length)}`);
      return now ? [{ is: 'renumbered', before: each, after: now }] : [];
    });
    return [
      { is: 'renumbered', before: from, after: to },
      ...inside,
      ...alignLogs(logOf(from), logOf(to)).map(
        (each): Difference => ({ is: 'log', before: from, after: to, ...each }),
      ),
      ...(taken ? [{ is: 'added', entry: taken } as const] : []),
    ];
  });
  return [...kept, ...told];
};
