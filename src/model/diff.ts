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

/**
 * Cells of the table by which two lists are compared: logs of two thousand entries of which none is the same. Beyond, what
 * lies between their common beginning and end has nothing in common.
 */
const mostCells = 4_000_000;

/** Pairs of positions of a longest common subsequence. */
export const common = <T>(
  a: readonly T[],
  b: readonly T[],
  isSame: (a: T, b: T) => boolean,
): readonly (readonly [number, number])[] => {
  const same = (i: number, j: number) => isSame(a[i] as T, b[j] as T);
  let from = 0;
  while (from < a.length && from < b.length && same(from, from)) from += 1;
  let behind = 0;
  const left = () => Math.min(a.length, b.length) - from - behind;
  while (left() > 0 && same(a.length - 1 - behind, b.length - 1 - behind)) behind += 1;
  const pairs = Array.from({ length: from }, (_, at): readonly [number, number] => [at, at]);
  // Logs grow at the end: what is left to compare is short.
  const rows = a.length - from - behind;
  const columns = b.length - from - behind;
  if (rows > 0 && columns > 0 && rows * columns <= mostCells) {
    const longest = Array.from({ length: rows + 1 }, () => new Uint32Array(columns + 1));
    const at = (i: number, j: number) => longest[i]?.[j] ?? 0;
    for (let i = rows - 1; i >= 0; i -= 1) {
      for (let j = columns - 1; j >= 0; j -= 1) {
        const row = longest[i];
        const isPair = same(from + i, from + j);
        if (row) row[j] = isPair ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
      }
    }
    for (let i = 0, j = 0; i < rows && j < columns; ) {
      if (same(from + i, from + j)) {
        pairs.push([from + i, from + j]);
        i += 1;
        j += 1;
      } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
      else j += 1;
    }
  }
  for (let at = behind; at > 0; at -= 1) pairs.push([a.length - at, b.length - at]);
  return pairs;
};

/** An entry of a log, with how many of the entries that stayed stand before it. */
interface Loose {
  readonly number: number;
  readonly event: Event;
  readonly gap: number;
}

/** The entries of a log that did not stay as they were and where they were. */
const looseIn = (log: readonly Event[], kept: readonly number[]): readonly Loose[] => {
  const stayed = new Set(kept);
  let gap = 0;
  return log.flatMap((event, index) => {
    if (!stayed.has(index)) return [{ number: index + 1, event, gap }];
    gap += 1;
    return [];
  });
};

/** An event as text, whatever the order of its keys. */
const canonical = (value: Value): string =>
  JSON.stringify(value, (_key, each: Value) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

const keyOf = (event: Event): string => canonical(event as unknown as Value);

const isSameEvent = (a: Event, b: Event): boolean =>
  isSameValue(a as unknown as Value, b as unknown as Value);

const isSameStatement = (a: Event, b: Event): boolean =>
  a.event === b.event && a.date === b.date && a.by === b.by;

/** Whether an entry may be another one's new wording: of the same event, or of the same day and unit. */
export const isRewording = (a: Event, b: Event): boolean =>
  a.event === b.event || (a.date === b.date && a.by === b.by);

/** How many entries that are gone from one place are held against a new one there. */
const mostCandidates = 200;

/** New entries with the ones whose place they took: the same statement first, then any that may be meant. */
const reworded = (gone: readonly Loose[], added: readonly Loose[]): ReadonlyMap<Loose, Loose> => {
  const left = new Map<number, Loose[]>();
  for (const each of gone) {
    const inGap = left.get(each.gap) ?? [];
    left.set(each.gap, inGap);
    inGap.push(each);
  }
  const found = new Map<Loose, Loose>();
  for (const isMeant of [isSameStatement, isRewording]) {
    for (const each of added) {
      if (found.has(each)) continue;
      const candidates = left.get(each.gap) ?? [];
      const at = candidates
        .slice(0, mostCandidates)
        .findIndex(({ event }) => isMeant(event, each.event));
      const [was] = at < 0 ? [] : candidates.splice(at, 1);
      if (was) found.set(each, was);
    }
  }
  return found;
};

/** What became of the entries of a log, in the order of the new log, what is gone first. */
export const alignLogs = (
  before: readonly Event[],
  after: readonly Event[],
): readonly LogDifference[] => {
  let same = 0;
  while (same < before.length && same < after.length) {
    if (!isSameEvent(before[same] as Event, after[same] as Event)) break;
    same += 1;
  }
  if (same === before.length && same === after.length) return [];
  // Most of a log is the same; only the rest is compared by its text.
  const keysOf = (log: readonly Event[]) =>
    log.map((event, index) => (index < same ? `${index}` : keyOf(event)));
  const [old, now] = [keysOf(before), keysOf(after)];
  const kept = common(old, now, (a, b) => a === b);
  const gone = looseIn(
    before,
    kept.map(([index]) => index),
  );
  const added = looseIn(
    after,
    kept.map(([, index]) => index),
  );
  const elsewhere = new Map<string, Loose[]>();
  for (const each of [...gone].reverse()) {
    const key = old[each.number - 1] ?? '';
    const same = elsewhere.get(key) ?? [];
    elsewhere.set(key, same);
    same.push(each);
  }
  const places = new Map<Loose, Loose>();
  for (const each of added) {
    const was = elsewhere.get(now[each.number - 1] ?? '')?.pop();
    if (was) places.set(each, was);
  }
  const taken = new Set(places.values());
  const rewordings = reworded(
    gone.filter((each) => !taken.has(each)),
    added.filter((each) => !places.has(each)),
  );
  for (const was of rewordings.values()) taken.add(was);
  const lastReworded = [...rewordings.keys()].reduce(
    (last, { number }) => Math.max(last, number),
    0,
  );
  const removed = gone
    .filter((each) => !taken.has(each))
    .map(({ number, event }): LogDifference => ({ how: 'removed', number, event }));
  return [
    ...removed,
    ...added.map((each): LogDifference => {
      const { number, event, gap } = each;
      const place = places.get(each);
      if (place) return { how: 'reordered', number, was: place.number, event };
      const from = rewordings.get(each);
      if (from) return { how: 'changed', number, event, from: from.event };
      const isLast = gap === kept.length && number > lastReworded;
      return { how: isLast ? 'appended' : 'inserted', number, event };
    }),
  ];
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

/** What became of the record that a record stands in. */
interface Home {
  /** There is such a record, and it is still there. */
  readonly isThere: boolean;
  /** It stands in the same one, so that what became of that is told there. */
  readonly isSame: boolean;
}

/** Everything that differs about one record; what stands inside it is compared for itself. */
const between = (before: Entry, after: Entry, home: Home): readonly Difference[] => {
  const isInside = home.isThere && home.isSame;
  // A criterion is called by its item and a letter: with another item's id it has not changed.
  const isCalledAnew =
    before.id !== after.id && !(isInside && dataOf(before)['id'] === dataOf(after)['id']);
  const isMoved = !home.isSame || (!isInside && before.file !== after.file);
  return [
    ...(isCalledAnew ? [{ is: 'renumbered', before, after } as const] : []),
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
  const homeOf = ({ parent }: Entry, entry: Entry): Home => {
    const now = parent && (newIds.get(parent) ?? byId(after, parent.kind).get(parent.id));
    return { isThere: now !== undefined, isSame: now === entry.parent };
  };
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
      return was ? between(was, entry, homeOf(was, entry)) : [];
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
