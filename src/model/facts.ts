/**
 * The facts of an entry by name: its own attributes and what is derived from them, for columns and
 * JSON.
 */
import type { Shape, Type, Value } from './attribute.ts';
import { attributesOf, type Event, type Evidence, evidenceAttributes } from './events.ts';
import { type KindName, kindNames, kindOf } from './kinds/index.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { View } from './view.ts';

/** The names of all facts of a kind that fit into a column, attributes first. */
export const factNames = (kind: KindName): readonly string[] => {
  const { attributes, derived } = kindOf(kind);
  const own = Object.entries(attributes)
    .filter(([, { type }]) => type.is !== 'records' && type.is !== 'log')
    .map(([name]) => name);
  return [...new Set([...own, ...Object.keys(derived)])];
};

/** What values a fact takes. */
export const typeOfFact = (kind: KindName, name: string): Type | undefined =>
  kindOf(kind).derived[name]?.type ?? kindOf(kind).attributes[name]?.type;

/** A fact of an entry; null where there is none. */
export const factOf = (view: View, entry: Entry, name: string): Value => {
  if (name === 'id') return entry.id;
  const derived = kindOf(entry.kind).derived[name];
  if (derived) return derived.of(view, entry);
  return (entry.data as unknown as { readonly [key: string]: Value })[name] ?? null;
};

/** The kinds a record of a kind may stand inside of. */
export const parentsOf = (kind: KindName): readonly KindName[] => {
  const { place } = kindOf(kind);
  if (place.in !== 'parent') return [];
  return place.parent === 'item' ? ['measure', 'project'] : [place.parent as KindName];
};

/** The names of all facts of a kind, then those it has from the records it stands in. */
export const factNamesAlong = (kind: KindName): readonly string[] => [
  ...new Set([...factNames(kind), ...parentsOf(kind).flatMap(factNamesAlong)]),
];

/** What values a fact takes, be it the kind's own or one of the record it stands in. */
export const typeAlong = (kind: KindName, name: string): Type | undefined =>
  typeOfFact(kind, name) ??
  parentsOf(kind)
    .map((parent) => typeAlong(parent, name))
    .find((type) => type !== undefined);

/** A fact of an entry, or else of the record it stands in; null where there is none. */
export const factAlong = (view: View, entry: Entry, name: string): Value =>
  name === 'id' || entry.parent === undefined || typeOfFact(entry.kind, name) !== undefined
    ? factOf(view, entry, name)
    : factAlong(view, entry.parent, name);

/** A value of a type with everything absent said: null, or an empty list, at every depth. */
const completed = (type: Type | undefined, value: Value | undefined): Value => {
  if (type?.is === 'list' || type?.is === 'log') {
    const each = (inner: Value) =>
      type.is === 'list' ? completed(type.of, inner) : completedEvent(inner as unknown as Event);
    return Array.isArray(value) ? value.map(each) : [];
  }
  if (value === undefined || value === null) return null;
  return type?.is === 'map' ? completedShape(type.of, value) : value;
};

const completedShape = (shape: Shape, value: Value): Value => {
  const given = value as { readonly [name: string]: Value };
  // A key that is a mistake is told as one, and is no fact.
  const kept = Object.entries(given).filter(
    ([name]) => name in shape || name === 'event' || name.startsWith('x-'),
  );
  const known = Object.entries(shape).map(([name, { type }]) => [
    name,
    completed(type, given[name]),
  ]);
  return { ...Object.fromEntries(kept), ...Object.fromEntries(known) };
};

/** An event with everything that it could carry said. */
export const completedEvent = (event: Event): Value =>
  completedShape(attributesOf(event.event), event as unknown as Value);

/** Evidence with everything that it could carry said. */
export const completedEvidence = (evidence: Evidence): Value =>
  completedShape(evidenceAttributes, evidence as Value);

/**
 * A fact of an entry, or else of the record it stands in, as programs get it: absent is null or an empty
 * list.
 */
export const completedFact = (view: View, entry: Entry, name: string): Value =>
  completed(typeAlong(entry.kind, name), factAlong(view, entry, name));

/** All facts of an entry, as programs get them: absent is null or an empty list. */
export const factsOf = (view: View, entry: Entry): { readonly [name: string]: Value } =>
  Object.fromEntries(
    factNames(entry.kind).map((name) => [
      name,
      completed(typeOfFact(entry.kind, name), factOf(view, entry, name)),
    ]),
  );

/** What a record is called in a language, by its own title or text. */
export const titleOf = (entry: Entry, language: 'en' | 'zh' = 'en'): string => {
  const names = entry.data as { readonly [name: string]: unknown };
  const title = kindOf(entry.kind).titleOf;
  const translated = language === 'zh' ? names[`${title}_zh`] : undefined;
  return String(translated ?? names[title] ?? entry.id);
};

/** The entry a reference names; a district answers for a unit. */
export const referred = (ledger: Ledger, to: string, id: string): Entry | undefined =>
  ledger.byId[to as KindName].get(id) ?? (to === 'unit' ? ledger.byId.district.get(id) : undefined);

const refersTo = (type: Type, kind: KindName): boolean =>
  (type.is === 'reference' && (type.to === kind || (type.to === 'unit' && kind === 'district'))) ||
  (type.is === 'list' && refersTo(type.of, kind));

/**
 * The entries that refer to an entry by one of their facts, by kind: the tasks of a field, the
 * items of a unit.
 */
export const referringTo = (view: View, entry: Entry): ReadonlyMap<KindName, readonly Entry[]> => {
  const found = new Map<KindName, readonly Entry[]>();
  for (const kind of kindNames) {
    const names = factNames(kind).filter((name) => {
      const type = typeOfFact(kind, name);
      return type !== undefined && refersTo(type, entry.kind);
    });
    if (names.length === 0) continue;
    const entries = (view.ledger.entries[kind] as readonly Entry[]).filter((each) =>
      names.some((name) => {
        const value = factOf(view, each, name);
        return value === entry.id || (Array.isArray(value) && value.includes(entry.id));
      }),
    );
    if (entries.length > 0) found.set(kind, entries);
  }
  return found;
};
