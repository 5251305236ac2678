/** Finds the records of one file's value by their ids, whatever else stands in it. */
import type { Value } from '../attribute.ts';
import { type KindName, kindOf } from '../kinds/index.ts';
import { placeOf } from '../layout.ts';
import type { Path } from '../ledger.ts';
import { type Fields, isFields } from './sides.ts';

/** Records of a list by their own ids; undefined where it is no list in which each record has one of its own. */
export const recordsIn = (value: Value | undefined): ReadonlyMap<string, Fields> | undefined => {
  if (value === undefined) return new Map();
  if (!Array.isArray(value) || !value.every(isFields)) return undefined;
  const ids = value.map(({ id }) => id);
  if (!ids.every((id) => typeof id === 'string') || new Set(ids).size < ids.length) {
    return undefined;
  }
  return new Map(value.map((record: Fields) => [String(record['id']), record]));
};

/** A record's whole id from that of the record around it and its own. */
export const wholeId = (kind: KindName, parent: string, local: string): string => {
  const { place } = kindOf(kind);
  return place.in === 'parent' ? place.idOf(parent, local) : local;
};

/** The lists of records inside a record of a kind, by attribute. */
export const listsOf = (kind: KindName): readonly (readonly [name: string, of: KindName])[] =>
  Object.entries(kindOf(kind).attributes).flatMap(([name, { type }]) =>
    type.is === 'records' ? [[name, type.of as KindName] as const] : [],
  );

/** A record with its whole id and its address in the file. */
interface Placed {
  readonly kind: KindName;
  readonly id: string;
  readonly path: Path;
  readonly record: Fields;
}

const placedIn = (
  kind: KindName,
  parent: string,
  path: Path,
  value: Value | undefined,
): readonly Placed[] =>
  [...(recordsIn(value) ?? [])].flatMap(([local, record], index) =>
    placedAt(kind, wholeId(kind, parent, local), [...path, index], record),
  );

const placedAt = (kind: KindName, id: string, path: Path, record: Fields): readonly Placed[] => [
  { kind, id, path, record },
  ...listsOf(kind).flatMap(([name, of]) => placedIn(of, id, [...path, name], record[name])),
];

/** All records of a file, each before those that stand inside it. */
export const recordsOf = (file: string, value: Value): readonly Placed[] => {
  const kind = placeOf(file);
  if (kind === undefined) return [];
  const { place } = kindOf(kind);
  const own = isFields(value) ? value : {};
  switch (place.in) {
    case 'file':
      return placedIn(kind, '', [], value);
    case 'folder-by': {
      const { by, key } = place;
      const around = { kind: 'district', id: String(own[by] ?? ''), path: [], record: {} } as const;
      return [around, ...placedIn(kind, '', [key], own[key])];
    }
    default:
      return placedAt(kind, place.in === 'single' ? 'ledger' : String(own['id'] ?? ''), [], own);
  }
};

/** Where the record with a whole id stands in a file; undefined where it does not. */
export const pathOf = (file: string, value: Value, id: string): Path | undefined =>
  recordsOf(file, value).find((each) => each.id === id)?.path;
