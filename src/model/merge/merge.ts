/**
 * Merges the values of one ledger file three ways: records by id, attributes one by one, logs united. What both
 * sides have changed differently is a conflict and never decided here. Pure.
 */
import { type Attribute, isSameValue, type Value } from '../attribute.ts';
import { isUnreadable } from '../diagnostic.ts';
import { type KindName, kindOf } from '../kinds/index.ts';
import { placeOf } from '../layout.ts';
import type { Path } from '../ledger.ts';
import { checkShape } from '../schema.ts';
import { logIn, mergeLogs, tellChanged } from './logs.ts';
import { recordsIn, wholeId } from './records.ts';
import { isSameRecord, putAt, renumber } from './renumber.ts';
import {
  type Conflict,
  decide,
  type EntryNote,
  type Fields,
  isFields,
  type Manner,
  type Merging,
  otherThan,
  type Renumbered,
  type Rewrite,
  type Side,
  type Sides,
  type United,
} from './sides.ts';

/** What a merge of one file comes to. */
export interface Merged {
  /** Undefined where the file is to go. */
  readonly value: Value | undefined;
  readonly conflicts: readonly Conflict[];
  readonly settled: readonly { readonly conflict: Conflict; readonly side: Side }[];
  readonly renumbered: readonly Renumbered[];
  readonly united: readonly United[];
  /** What was done with entries of logs, beyond uniting them. */
  readonly entries: readonly EntryNote[];
  /** What the sides' own texts must say otherwise, so that they fit together. */
  readonly rewrites: readonly Rewrite[];
}

/** Where a record stands on each side. */
type Paths = { readonly [S in Side]: Path };

const isSame = (a: Value | undefined, b: Value | undefined): boolean =>
  a === undefined || b === undefined ? a === b : isSameValue(a, b);

/** The value that stands where one thing can have only one. */
const mergeOne = (
  into: Merging,
  id: string,
  attribute: string | null,
  values: Sides,
  why: Conflict['why'] = 'value',
): Value | undefined => {
  const { base, ours, theirs } = values;
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours;
  if (isSame(base, ours)) return theirs;
  return values[decide(into, { id, attribute, why, values })];
};

/** Whether a record's part is many facts: none of them needs another. */
const isLoose = (attribute: Attribute | undefined): boolean =>
  attribute?.type.is === 'map' &&
  Object.values(attribute.type.of).every(({ required }) => !required);

const keysOf = (...all: readonly (Fields | undefined)[]): readonly string[] => [
  ...new Set(all.flatMap((each) => Object.keys(each ?? {}))),
];

/** Facts of a record that stand together under one key, one by one. */
const mergeLoose = (into: Merging, id: string, name: string, values: Sides): Value | undefined => {
  const { base = {}, ours = {}, theirs = {} } = values;
  const isOne = isSame(ours, theirs) || isSame(base, ours) || isSame(base, theirs);
  if (isOne || !isFields(base) || !isFields(ours) || !isFields(theirs)) {
    return mergeOne(into, id, name, values);
  }
  const merged = keysOf(ours, theirs).flatMap((key) => {
    const own = { base: base[key], ours: ours[key], theirs: theirs[key] };
    const value = mergeOne(into, id, `${name}.${key}`, own);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(merged);
};

/** Ids in the order of one side, those that only the other has behind what they stand behind there. */
const orderOf = (base: readonly string[], sides: Paths, first: Side): readonly string[] => {
  const both = new Set(base.filter((id) => sides.ours.includes(id) && sides.theirs.includes(id)));
  const known = (ids: Path) => ids.filter((id) => both.has(String(id))).join('\n');
  const kept = base.filter((id) => both.has(id)).join('\n');
  // A side that has put its records in another order is followed, whichever it is.
  const leads = known(sides[first]) === kept ? otherThan(first) : first;
  const skeleton = known(sides[leads]) === kept ? first : leads;
  const order = sides[skeleton].map(String);
  const own = new Set(order);
  let place = 0;
  for (const id of sides[otherThan(skeleton)].map(String)) {
    if (own.has(id)) {
      place = order.indexOf(id) + 1;
      continue;
    }
    // Behind what the skeleton has put there, so that the main line comes first.
    while (place < order.length && !both.has(order[place] ?? '')) place += 1;
    order.splice(place, 0, id);
    place += 1;
  }
  return order;
};

const mergeRecords = (
  into: Merging,
  kind: KindName,
  parent: string,
  attribute: string | null,
  paths: Paths,
  values: Sides,
): Value | undefined => {
  const [base, ours, theirs] = [values.base, values.ours, values.theirs].map(recordsIn);
  if (!base || !ours || !theirs) return mergeOne(into, parent, attribute, values);
  const lists = { ours: [...ours.keys()], theirs: [...theirs.keys()] };
  const records = orderOf([...base.keys()], lists, into.first).flatMap((local) => {
    const three = { base: base.get(local), ours: ours.get(local), theirs: theirs.get(local) };
    const at = (side: Side): Path => [...paths[side], lists[side].indexOf(local)];
    const id = wholeId(kind, parent, local);
    const merged = mergeRecord(into, kind, id, { ours: at('ours'), theirs: at('theirs') }, three);
    return merged === undefined ? [] : [merged];
  });
  if (records.length > 0) return records;
  // Without a record left it is written as that side writes it which took away the last one.
  return isSame(values.base, values.ours) ? values.theirs : values.ours;
};

const mergeAttribute = (
  into: Merging,
  kind: KindName,
  id: string,
  name: string,
  paths: Paths,
  values: Sides,
): Value | undefined => {
  const attribute = kindOf(kind).attributes[name];
  if (attribute?.type.is === 'records') {
    const inside = { ours: [...paths.ours, name], theirs: [...paths.theirs, name] };
    return mergeRecords(into, attribute.type.of as KindName, id, name, inside, values);
  }
  return isLoose(attribute) ? mergeLoose(into, id, name, values) : mergeOne(into, id, name, values);
};

const mergeRecord = (
  into: Merging,
  kind: KindName,
  id: string,
  paths: Paths,
  { base, ours, theirs }: Sides<Value | undefined>,
): Value | undefined => {
  if (isSame(ours, theirs)) return ours;
  if (!isFields(ours) || !isFields(theirs) || (base !== undefined && !isFields(base))) {
    const why = ours === undefined || theirs === undefined ? 'gone' : 'value';
    return mergeOne(into, id, null, { base, ours, theirs }, why);
  }
  if (base === undefined && !isSameRecord(kind, ours, theirs)) {
    const values = { base, ours, theirs };
    return values[decide(into, { id, attribute: null, why: 'same-id', values })];
  }
  const isLog = (name: string) => kindOf(kind).attributes[name]?.type.is === 'log';
  const names = keysOf(ours, theirs);
  const merged: { [name: string]: Value } = {};
  for (const name of names) {
    if (isLog(name)) continue;
    const values = { base: base?.[name], ours: ours[name], theirs: theirs[name] };
    const value = mergeAttribute(into, kind, id, name, paths, values);
    if (value !== undefined) merged[name] = value;
  }
  for (const name of names.filter(isLog)) {
    const logs = {
      base: logIn(base?.[name]),
      ours: logIn(ours[name]),
      theirs: logIn(theirs[name]),
    };
    const values = { base: base?.[name], ours: ours[name], theirs: theirs[name] };
    const { base: before, ours: own, theirs: other } = logs;
    const quiet = (['ours', 'theirs'] as const).find((side) => isSame(values.base, values[side]));
    const isReadable = before !== undefined && own !== undefined && other !== undefined;
    // Events of one side may still contradict what the other has changed in place.
    const isAlone = quiet !== undefined && isSame(base, quiet === 'ours' ? ours : theirs);
    if (!isReadable || isAlone || isSame(values.ours, values.theirs)) {
      if (isReadable && quiet) {
        const changed = otherThan(quiet);
        tellChanged(into, id, changed, { base: before, log: changed === 'ours' ? own : other });
      }
      const value = mergeOne(into, id, name, values);
      if (value !== undefined) merged[name] = value;
      continue;
    }
    const logging = { id, kind, paths, base: base ?? {}, ours, theirs, merged };
    const { log, put } = mergeLogs(into, logging, { base: before, ours: own, theirs: other });
    // An empty log is written as that side writes it which has one.
    const isNone = log.length === 0 && values[quiet ? otherThan(quiet) : 'ours'] === undefined;
    if (!isNone) merged[name] = log;
    for (const [attribute, value] of put) {
      if (value === undefined) delete merged[attribute];
      else merged[attribute] = value;
    }
  }
  return merged;
};

/** A whole file that names whose records it keeps. */
const mergeFolderBy = (into: Merging, kind: KindName, by: string, key: string, values: Sides) => {
  const { base, ours, theirs } = values;
  if (!isFields(ours) || !isFields(theirs) || (base !== undefined && !isFields(base))) {
    return mergeRecord(into, kind, String((isFields(base) && base[by]) || ''), noPaths, values);
  }
  const id = String(base?.[by] ?? ours[by] ?? '');
  const merged = keysOf(ours, theirs).flatMap((name) => {
    const own = { base: base?.[name], ours: ours[name], theirs: theirs[name] };
    const value =
      name === key
        ? mergeRecords(into, kind, id, name, { ours: [name], theirs: [name] }, own)
        : mergeOne(into, id, name, own);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(merged);
};

const noPaths: Paths = { ours: [], theirs: [] };

const mergeFile = (into: Merging, file: string, kind: KindName, values: Sides) => {
  const { place } = kindOf(kind);
  if (place.in === 'folder-by') {
    return mergeFolderBy(into, kind, place.by, place.key, values);
  }
  const { base, ours, theirs } = values;
  const isThere = ours !== undefined && theirs !== undefined;
  if (place.in === 'file' && isThere) {
    return mergeRecords(into, kind, file, null, noPaths, values);
  }
  const named = [base, ours, theirs].find(isFields)?.['id'];
  const id = place.in === 'single' ? 'ledger' : typeof named === 'string' ? named : file;
  return mergeRecord(into, kind, id, noPaths, values);
};

/** Whether a file's value can be replayed and compared as what it is. */
const isSoundFile = (kind: KindName, file: string, value: Value | undefined): boolean =>
  value === undefined || !checkShape(kind, file, value).some(({ code }) => isUnreadable(code));

/**
 * Merges one file.
 * @param file its path in the ledger
 * @param values the whole file as each has it; undefined where it is not there
 */
export const merge = (file: string, values: Sides, manner: Manner): Merged => {
  const kind = placeOf(file);
  if (kind === undefined) throw new Error(`${file} keeps no records`);
  const { base, ours, theirs } = values;
  const clashing =
    ours === undefined || theirs === undefined
      ? { rewrites: [], renumbered: [] }
      : renumber({ kind, base, ours, theirs }, manner.first);
  const rewritten = (side: Side) =>
    clashing.rewrites
      .filter((each) => each.side === side)
      .reduce((value, each) => value && putAt(value, each.path, each.value), values[side]);
  const into: Merging = {
    ...manner,
    conflicts: [],
    settled: [],
    rewrites: [...clashing.rewrites],
    united: [],
    entries: [],
    isSound: Object.values(values).every((value) => isSoundFile(kind, file, value)),
  };
  const three = { base, ours: rewritten('ours'), theirs: rewritten('theirs') };
  const value = mergeFile(into, file, kind, three);
  const { conflicts, settled, rewrites, united, entries } = into;
  const { renumbered } = clashing;
  return { value, conflicts, settled, renumbered, rewrites, united, entries };
};
