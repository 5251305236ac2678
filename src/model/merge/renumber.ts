/**
 * Gives another number to records that both sides have made under the same one: to those of the side that is not
 * on the main line, with what follows from it inside them.
 */
import { isSameValue, type Value } from '../attribute.ts';
import { type KindName, kindOf } from '../kinds/index.ts';
import type { Path } from '../ledger.ts';
import { listsOf, recordsIn, wholeId } from './records.ts';
import {
  type Fields,
  isFields,
  otherThan,
  type Renumbered,
  type Rewrite,
  type Side,
} from './sides.ts';

/** A value with another one at an address. */
export const putAt = (value: Value, [key, ...rest]: Path, put: Value): Value => {
  if (key === undefined) return put;
  if (Array.isArray(value)) {
    return value.map((each: Value, index) => (index === key ? putAt(each, rest, put) : each));
  }
  const fields = value as Fields;
  return { ...fields, [key]: putAt(fields[key] ?? null, rest, put) };
};

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** The next id of the form that a clashing one has; undefined where none can be made. */
const nextAfter = (kind: KindName, id: string, used: ReadonlySet<string>): string | undefined => {
  if (kind === 'criterion') {
    const last = Math.max(-1, ...[...used].map((each) => letters.indexOf(each)));
    return letters[last + 1];
  }
  const [, stem = '', digits = ''] = /^(.*?)(\d+)$/.exec(id) ?? [];
  const numbers = [...used].flatMap((each) => {
    const tail = each.startsWith(stem) ? each.slice(stem.length) : '';
    return /^\d+$/.test(tail) ? [Number(tail)] : [];
  });
  return stem + String(Math.max(0, ...numbers) + 1).padStart(digits.length, '0');
};

/** Kinds whose ids are given out in order; others are named after what they are. */
const isNumbered = (kind: KindName): boolean =>
  kind === 'task' || kind === 'measure' || kind === 'project' || kind === 'criterion';

/** Whether two records with one id are the same one, made on both sides. */
export const isSameRecord = (kind: KindName, a: Fields, b: Fields): boolean =>
  !isNumbered(kind) ||
  isSameValue(a[kindOf(kind).titleOf] ?? null, b[kindOf(kind).titleOf] ?? null);

/** Letters of criteria that a log speaks of, each with its address. */
const lettersIn = (log: Value | undefined): readonly { path: Path; letter: string }[] => {
  if (!Array.isArray(log)) return [];
  return log.flatMap((event: Value, at: number) => {
    if (!isFields(event)) return [];
    const named = Array.isArray(event['criteria']) ? event['criteria'] : [];
    const set = isFields(event['set']) ? event['set']['criteria'] : undefined;
    return [
      ...named.map((letter: Value, index: number) => ({
        path: [at, 'criteria', index],
        letter: String(letter),
      })),
      ...(Array.isArray(set) ? set : []).map((each: Value, index: number) => ({
        path: [at, 'set', 'criteria', index, 'id'],
        letter: isFields(each) ? String(each['id']) : '',
      })),
    ];
  });
};

/** A record as three have it. */
interface Three {
  readonly base: Fields | undefined;
  readonly first: Fields;
  readonly other: Fields;
}

/** What renumbering finds; it lives only as long as one merge is prepared. */
interface Found {
  readonly side: Side;
  readonly rewrites: Rewrite[];
  readonly renumbered: Renumbered[];
}

const logOf = (record: Fields | undefined): readonly Value[] => {
  const log = record?.['log'];
  return Array.isArray(log) ? log : [];
};

/** Ids of a list that are in use or were, on any side. */
const usedIn = (kind: KindName, lists: readonly (Value | undefined)[], logs: readonly unknown[]) =>
  new Set([
    ...lists.flatMap((list) => [...(recordsIn(list)?.keys() ?? [])]),
    ...(kind === 'criterion'
      ? logs.flatMap((log) => lettersIn(log as Value | undefined).map(({ letter }) => letter))
      : []),
  ]);

/** Looks through one list of records and what stands inside those that both sides have. */
const lookThrough = (
  found: Found,
  kind: KindName,
  parent: string,
  path: Path,
  lists: { readonly [S in keyof Three]: Value | undefined },
  around?: Three,
): void => {
  const [base, first, other] = [lists.base, lists.first, lists.other].map(recordsIn);
  if (!base || !first || !other) return;
  const used = usedIn(kind, Object.values(lists), [around?.first['log'], around?.other['log']]);
  const side = found.side;
  [...other].forEach(([id, record], index) => {
    const twin = first.get(id);
    if (!twin) return;
    const at = [...path, index];
    if (base.has(id) || isSameRecord(kind, twin, record)) {
      for (const [name, of] of listsOf(kind)) {
        const inside = { base: base.get(id)?.[name], first: twin[name], other: record[name] };
        const three = { base: base.get(id), first: twin, other: record };
        lookThrough(found, of, wholeId(kind, parent, id), [...at, name], inside, three);
      }
      return;
    }
    const next = nextAfter(kind, id, used);
    if (next === undefined) return;
    used.add(next);
    const [from, to] = [wholeId(kind, parent, id), wholeId(kind, parent, next)];
    found.renumbered.push({ from, to, side });
    found.rewrites.push({ side, path: [...at, 'id'], value: next });
    if (kind !== 'criterion') return;
    // What this side has recorded of its criterion speaks of it by the letter it had.
    const log = [...path.slice(0, -1), 'log'];
    const before = logOf(around?.base);
    const now = logOf(around?.other);
    for (const { path: inLog, letter } of lettersIn(now)) {
      const event = now[Number(inLog[0])] ?? null;
      const isNew = !before.some((each) => isSameValue(each, event));
      if (isNew && letter === id) {
        found.rewrites.push({ side, path: [...log, ...inLog], value: next });
      }
    }
  });
};

/** A file as three have it, and what kind of records it keeps. */
export interface Keeping {
  readonly kind: KindName;
  readonly base: Value | undefined;
  readonly ours: Value;
  readonly theirs: Value;
}

/** What is to be rewritten in the file of the side that is not on the main line, so that no id means two records. */
export const renumber = (
  { kind, base, ours, theirs }: Keeping,
  first: Side,
): Pick<Found, 'rewrites' | 'renumbered'> => {
  const side = otherThan(first);
  const found: Found = { side, rewrites: [], renumbered: [] };
  const [own, other] = first === 'ours' ? [ours, theirs] : [theirs, ours];
  const { place } = kindOf(kind);
  const within = (value: Value | undefined, key: string) =>
    isFields(value) ? value[key] : undefined;
  if (place.in === 'file') {
    lookThrough(found, kind, '', [], { base, first: own, other });
  } else if (place.in === 'folder-by') {
    const { key } = place;
    const lists = { base: within(base, key), first: within(own, key), other: within(other, key) };
    lookThrough(found, kind, '', [key], lists);
  } else if (isFields(own) && isFields(other) && (base || isSameRecord(kind, own, other))) {
    const three = { base: isFields(base) ? base : undefined, first: own, other };
    for (const [name, of] of listsOf(kind)) {
      const lists = { base: three.base?.[name], first: own[name], other: other[name] };
      lookThrough(found, of, String(other['id'] ?? ''), [name], lists, three);
    }
  }
  return found;
};

/**
 * What is to be rewritten in a task's file so that it has another id, and its measures with it.
 * @param used ids of tasks on either side
 */
export const renumberTask = (task: Fields, side: Side, used: ReadonlySet<string>) => {
  const from = String(task['id']);
  const to = nextAfter('task', from, used) ?? from;
  const measures = [...(recordsIn(task['measures'])?.keys() ?? [])];
  const rewrites: readonly Rewrite[] = [
    { side, path: ['id'], value: to },
    ...measures.flatMap((id, index) =>
      id.startsWith(`${from}.`)
        ? [{ side, path: ['measures', index, 'id'], value: to + id.slice(from.length) }]
        : [],
    ),
  ];
  return { renumbered: { from, to, side }, rewrites };
};
