/**
 * The keys of a query, by kind: every attribute and derived fact of a kind, those of the record it stands in, and a
 * few that mean more than one attribute. Columns and sorting take the same names. A key that means more is an entry
 * of `wide`.
 */
import { type Type, textsIn, type Value } from './attribute.ts';
import { factAlong, factNamesAlong, typeAlong } from './facts.ts';
import { type KindName, kindOf } from './kinds/index.ts';
import type { Entry } from './ledger.ts';
import { unitsOf } from './select.ts';
import type { View } from './view.ts';

/** How the values of a key are understood. */
export type KeyForm =
  | { readonly is: 'text' | 'date' | 'integer' | 'flag' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  /** Records of these kinds, by any of their names. */
  | { readonly is: 'name'; readonly of: readonly KindName[] };

export interface QueryKey {
  readonly name: string;
  readonly form: KeyForm;
  readonly doc: string;
  /** What an entry has of it; by default the fact of the same name. */
  readonly of?: (view: View, entry: Entry) => readonly Value[];
}

const items: readonly KindName[] = ['measure', 'project', 'task'];

/** Keys that mean more than the attribute of their name, and the kinds they are for. */
const wide: readonly (QueryKey & { readonly kinds: readonly KindName[] })[] = [
  {
    name: 'district',
    kinds: [...items, 'criterion', 'district'],
    doc: 'the district of a project, or a district that leads or supports',
    form: { is: 'name', of: ['district'] },
    of: (view, entry) =>
      entry.kind === 'district'
        ? [entry.id]
        : [
            ...textsIn(factAlong(view, entry, 'district')),
            ...unitsOf(view, entry).filter((id) => view.ledger.byId.district.has(id)),
          ],
  },
  {
    name: 'field',
    kinds: ['field'],
    doc: 'the special field',
    form: { is: 'name', of: ['field'] },
    of: (_view, entry) => [entry.id],
  },
  {
    name: 'unit',
    kinds: [...items, 'criterion'],
    doc: 'who leads or supports, as a member of a group too; a project also by its district',
    form: { is: 'name', of: ['unit', 'district'] },
    of: (view, entry) => [...unitsOf(view, entry), ...textsIn(factAlong(view, entry, 'district'))],
  },
  {
    name: 'lead',
    kinds: [...items, 'criterion'],
    doc: 'who leads, as a member of a group too',
    form: { is: 'name', of: ['unit', 'district'] },
    of: (view, entry) => unitsOf(view, entry, ['lead']),
  },
  {
    name: 'support',
    kinds: [...items, 'criterion'],
    doc: 'who supports, as a member of a group too',
    form: { is: 'name', of: ['unit', 'district'] },
    of: (view, entry) => unitsOf(view, entry, ['support']),
  },
  {
    name: 'task',
    kinds: [...items, 'criterion'],
    doc: 'the task it belongs to; a project that supports one is found by supports:',
    form: { is: 'name', of: ['task'] },
    of: (view, entry) =>
      entry.kind === 'task' ? [entry.id] : textsIn(factAlong(view, entry, 'task')),
  },
];

/** How values of a type are understood; undefined where it has no values that could be typed. */
const formOf = (type: Type | undefined): KeyForm | undefined => {
  switch (type?.is) {
    case 'list':
      return formOf(type.of);
    case 'reference':
      return { is: 'name', of: type.to === 'unit' ? ['unit', 'district'] : [type.to as KindName] };
    case 'id':
      return { is: 'text' };
    case 'text':
    case 'date':
    case 'integer':
    case 'flag':
    case 'choice':
      return type;
    default:
      return undefined;
  }
};

/** What kind a record is of, where it has no attribute of that name. */
export const kindKey = (kinds: readonly KindName[]): QueryKey => ({
  name: 'kind',
  doc: 'what kind of record it is',
  form: { is: 'choice', of: kinds },
  of: (_view, entry) => [entry.kind],
});

const docAlong = (kind: KindName, name: string): string | undefined => {
  const { attributes, derived, place } = kindOf(kind);
  const own = derived[name]?.doc ?? attributes[name]?.doc;
  if (own !== undefined || place.in !== 'parent') return own;
  const parents = place.parent === 'item' ? ['measure', 'project'] : [place.parent];
  return parents.map((each) => docAlong(each as KindName, name)).find((doc) => doc !== undefined);
};

/** A title is asked for in either language. */
const bothTitles = (name: string) => (view: View, entry: Entry) =>
  [name, `${name}_zh`].flatMap((each) => textsIn(factAlong(view, entry, each)));

/** The keys that mean something for a kind, by name. */
const keysOfKind = (kind: KindName): ReadonlyMap<string, QueryKey> => {
  const keys = new Map<string, QueryKey>();
  for (const { kinds, ...key } of wide) if (kinds.includes(kind)) keys.set(key.name, key);
  for (const name of ['id', ...factNamesAlong(kind)]) {
    const form = formOf(name === 'id' ? { is: 'text' } : typeAlong(kind, name));
    if (!form || keys.has(name)) continue;
    const isTitle = name === kindOf(kind).titleOf && typeAlong(kind, `${name}_zh`) !== undefined;
    const key = { name, form, doc: docAlong(kind, name) ?? 'its id' };
    keys.set(name, isTitle ? { ...key, of: bothTitles(name) } : key);
  }
  return keys;
};

/** The keys that mean something for at least one of some kinds, by name, in alphabetical order. */
export const queryKeys = (kinds: readonly KindName[]): ReadonlyMap<string, QueryKey> => {
  const all = new Map([...kinds].reverse().flatMap((kind) => [...keysOfKind(kind)]));
  const own = all.get('kind') ?? kindKey(kinds);
  return new Map([...all, ['kind', own] as const].sort(([a], [b]) => (a < b ? -1 : 1)));
};
