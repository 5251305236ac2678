/**
 * What differs between two states of a ledger, by id, attribute and event and never by line: layout, order of
 * records and comments are no difference. Pure; what a difference means for the office is said elsewhere.
 */
import { isAbsent, isSameValue, type Value } from './attribute.ts';
import type { Event } from './events.ts';
import { type KindName, kindNames } from './kinds/index.ts';
import type { Entry, Ledger } from './ledger.ts';

/** What became of an entry of a log. */
export type LogDifference =
  /** Added at the end, as every entry should be. */
  | { readonly how: 'appended'; readonly number: number; readonly event: Event }
  /** Added before entries that stood there. */
  | { readonly how: 'inserted'; readonly number: number; readonly event: Event }
  /** Another entry in the place of one that stood there; `number` as it is now. */
  | {
      readonly how: 'changed';
      readonly number: number;
      readonly event: Event;
      readonly from: Event;
    }
  /** Gone; `number` is the one it had. */
  | { readonly how: 'removed'; readonly number: number; readonly event: Event }
  /** The same entry in another place; `was` is the number it had. */
  | {
      readonly how: 'reordered';
      readonly number: number;
      readonly was: number;
      readonly event: Event;
    };

/** One thing that is not as it was. */
export type Difference =
  /** A record that was not there, with all that stands inside it. */
  | { readonly is: 'added'; readonly entry: Entry }
  /** A record that is gone, with all that stood inside it. */
  | { readonly is: 'removed'; readonly entry: Entry }
  /** The same record under another id. */
  | { readonly is: 'renumbered'; readonly before: Entry; readonly after: Entry }
  /** The record stands in another file, or inside another record. */
  | { readonly is: 'moved'; readonly before: Entry; readonly after: Entry }
  /** An attribute has another value; null where there is or was none. */
  | {
      readonly is: 'attribute';
      readonly before: Entry;
      readonly after: Entry;
      readonly name: string;
      readonly from: Value;
      readonly to: Value;
    }
  | ({ readonly is: 'log'; readonly before: Entry; readonly after: Entry } & LogDifference);

/** Pairs of positions of a longest common subsequence. */
const common = <T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly (readonly [number, number])[] => {
  const pairs: (readonly [number, number])[] = [];
  let from = 0;
  while (from < a.length && from < b.length && isSame(a[from] as T, b[from] as T)) {
    pairs.push([from, from]);
    from += 1;
  }
  // Logs grow at the end: what is left to compare is short.
  const rows = a.length - from;
  const columns = b.length - from;
  if (rows === 0 || columns === 0) return pairs;
  const longest = Array.from({ length: rows + 1 }, () => new Array<number>(columns + 1).fill(0));
  const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
  const same = (i: number, j: number) => isSame(a[from + i] as T, b[from + j] as T);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const row = longest[i];
      if (row) row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (same(i, j) && at(i, j) === at(i + 1, j + 1) + 1) {
      pairs.push([from + i, from + j]);
      i += 1;
      j += 1;
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
};

type Numbered = { readonly number: number; readonly event: Event };

const isSameEvent = (a: Event, b: Event): boolean =>
  isSameValue(a as unknown as Value, b as unknown as Value);

/** Whether an entry may be another one's new wording: of the same event, or of the same day and unit. */
const isRewording = (a: Event, b: Event): boolean =>
  a.event === b.event || (a.date === b.date && a.by === b.by);

/** What became of the entries of a log, in the order of the new log, what is gone first. */
export const alignLogs = (
  before: readonly Event[],
  after: readonly Event[],
): readonly LogDifference[] => {
  const kept = common(before, after, isSameEvent);
  const keptBefore = new Set(kept.map(([index]) => index));
  const keptAfter = new Set(kept.map(([, index]) => index));
  const number = (log: readonly Event[], known: ReadonlySet<number>): Numbered[] =>
    log.flatMap((event, index) => (known.has(index) ? [] : [{ number: index + 1, event }]));
  const gone = number(before, keptBefore);
  const found: LogDifference[] = [];
  const take = (isMeant: (each: Numbered) => boolean): Numbered | undefined => {
    const index = gone.findIndex(isMeant);
    return index < 0 ? undefined : gone.splice(index, 1)[0];
  };
  /** How many entries that stayed stand before a position: what is between the same two is one gap. */
  const gapBefore = (number: number) => kept.filter(([index]) => index < number - 1).length;
  const gapAfter = (number: number) => kept.filter(([, index]) => index < number - 1).length;
  const added = number(after, keptAfter);
  const moved = added.filter(({ number, event }) => {
    const was = take((each) => isSameEvent(each.event, event));
    if (was) found.push({ how: 'reordered', number, was: was.number, event });
    return was === undefined;
  });
  for (const { number, event } of moved) {
    const gap = gapAfter(number);
    const from = take((each) => gapBefore(each.number) === gap && isRewording(each.event, event));
    if (from) found.push({ how: 'changed', number, event, from: from.event });
    else if (gap < kept.length || gone.some((each) => gapBefore(each.number) > gap))
      found.push({ how: 'inserted', number, event });
    else found.push({ how: 'appended', number, event });
  }
  const removed = gone.map((each): LogDifference => ({ how: 'removed', ...each }));
  return [...removed, ...found.sort((a, b) => a.number - b.number)];
};

type Data = { readonly [key: string]: Value };

const dataOf = ({ data }: Entry): Data => data as unknown as Data;

const logOf = (entry: Entry): readonly Event[] =>
  (dataOf(entry)['log'] as unknown as readonly Event[] | undefined) ?? [];

/** Attributes that are told otherwise: the id as renumbered, the log entry by entry. */
const apart = new Set(['id', 'log']);

const attributesBetween = (before: Entry, after: Entry): readonly Difference[] => {
  const [old, now] = [dataOf(before), dataOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return names
    .filter((name) => !apart.has(name))
    .flatMap((name): readonly Difference[] => {
      const [from, to] = [old[name] ?? null, now[name] ?? null];
      const isSame = isSameValue(from, to) || (isAbsent(from) && isAbsent(to));
      return isSame ? [] : [{ is: 'attribute', before, after, name, from, to }];
    });
};

/** Everything that differs about one record; what stands inside it is compared for itself. */
const between = (before: Entry, after: Entry): readonly Difference[] => {
  const isMoved = before.file !== after.file || before.parent?.id !== after.parent?.id;
  return [
    ...(before.id === after.id ? [] : [{ is: 'renumbered', before, after } as const]),
    ...(isMoved ? [{ is: 'moved', before, after } as const] : []),
    ...attributesBetween(before, after),
    ...alignLogs(logOf(before), logOf(after)).map(
      (each): Difference => ({ is: 'log', before, after, ...each }),
    ),
  ];
};

/** Records that say the same under another id: same kind, same title, same log as far as it went. */
const renumbered = (gone: readonly Entry[], added: readonly Entry[]): ReadonlyMap<Entry, Entry> => {
  const nameOf = (entry: Entry): string | undefined => {
    const { title, text } = dataOf(entry);
    // A criterion has no life of its own; its letter within an item is its name.
    const name = entry.kind === 'criterion' ? undefined : (title ?? text);
    return typeof name === 'string' ? name : undefined;
  };
  const continues = (before: Entry, after: Entry) =>
    alignLogs(logOf(before), logOf(after)).every(({ how }) => how === 'appended');
  const pairs = gone.flatMap((before) => {
    const name = nameOf(before);
    const fits = added.filter(
      (after) => name !== undefined && nameOf(after) === name && continues(before, after),
    );
    const [only] = fits;
    return only && fits.length === 1 ? [[before, only] as const] : [];
  });
  // Of two records that would continue as the same one neither does.
  const times = new Map<Entry, number>();
  for (const [, after] of pairs) times.set(after, (times.get(after) ?? 0) + 1);
  return new Map(pairs.filter(([, after]) => times.get(after) === 1));
};

/** Records of a kind by id; of those with the same id the first, as everywhere. */
const byId = (ledger: Ledger, kind: KindName): ReadonlyMap<string, Entry> =>
  ledger.byId[kind] as ReadonlyMap<string, Entry>;

/**
 * What differs between two states of a ledger: kinds in their order, records in the order of the newer
 * state with those that are gone behind them. What stands inside a record that is new or gone is not told again.
 */
export const differencesOf = (before: Ledger, after: Ledger): readonly Difference[] => {
  /** Records that have gone, come or changed their id as a whole, with everything inside them. */
  const whole = new Set<Entry>();
  const isInsideWhole = ({ parent }: Entry) => parent !== undefined && whole.has(parent);
  /** Ids of parents as they are called now, for what stands inside a renumbered record. */
  const newIds = new Map<Entry, Entry>();
  return kindNames.flatMap((kind): readonly Difference[] => {
    const [old, now] = [byId(before, kind), byId(after, kind)];
    const gone = [...old.values()].filter(({ id }) => !now.has(id));
    const come = [...now.values()].filter(({ id }) => !old.has(id));
    const same = new Map(renumbered(gone, come));
    // What stands inside a renumbered record has its id from it.
    for (const each of gone) {
      const parent = each.parent && newIds.get(each.parent);
      const tail = parent && each.parent && each.id.startsWith(each.parent.id);
      const id = tail ? `${parent.id}${each.id.slice(each.parent?.id.length)}` : undefined;
      const found = id === undefined ? undefined : come.find((other) => other.id === id);
      if (found) same.set(each, found);
    }
    for (const [from, to] of same) newIds.set(from, to);
    const renamed = new Set(same.values());
    const isNew = (entry: Entry) => !old.has(entry.id) && !renamed.has(entry);
    const isGone = (entry: Entry) => !now.has(entry.id) && !same.has(entry);
    const former = new Map([...same].map(([from, to]) => [to, from]));
    const told = [...now.values()].flatMap((entry): readonly Difference[] => {
      if (isNew(entry)) {
        const isInside = isInsideWhole(entry);
        whole.add(entry);
        return isInside ? [] : [{ is: 'added', entry }];
      }
      const was = former.get(entry) ?? old.get(entry.id);
      return was ? between(was, entry) : [];
    });
    const lost = [...old.values()].filter(isGone).flatMap((entry): readonly Difference[] => {
      const isInside = isInsideWhole(entry);
      whole.add(entry);
      return isInside ? [] : [{ is: 'removed', entry }];
    });
    return [...told, ...lost];
  });
};

/** The record that a difference is about, as it is now, or as it was where it is gone. */
export const recordOf = (difference: Difference): Entry =>
  difference.is === 'added' || difference.is === 'removed' ? difference.entry : difference.after;
