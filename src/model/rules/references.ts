/** What a record or an event refers to exists. */
import type { Shape, Type, Value } from '../attribute.ts';
import type { Finding, ReferableKind } from '../diagnostic.ts';
import { type Event, events } from '../events.ts';
import { kindOf } from '../kinds/index.ts';
import { childrenOf, type Entry, itemsOf, type Ledger, type Path } from '../ledger.ts';
import { namesOf, suggest } from '../names.ts';
import { allEntries, type Checked, found, type Rule } from './rule.ts';

/** The entries a reference of a type may name. */
const targetsOf = (ledger: Ledger, to: ReferableKind): readonly Entry[] =>
  to === 'unit' ? [...ledger.entries.unit, ...ledger.entries.district] : ledger.entries[to];

const isKnown = (ledger: Ledger, to: ReferableKind, id: string): boolean =>
  ledger.byId[to].has(id) || (to === 'unit' && ledger.byId.district.has(id));

/** References inside a value of a type, with their addresses. */
const referencesIn = (
  type: Type,
  value: Value | undefined,
  path: Path,
): readonly { to: ReferableKind; id: string; path: Path }[] => {
  if (value === undefined || value === null) return [];
  if (type.is === 'reference' && typeof value === 'string') {
    return [{ to: type.to as ReferableKind, id: value, path }];
  }
  if (type.is === 'list' && Array.isArray(value)) {
    return value.flatMap((each: Value, index) => referencesIn(type.of, each, [...path, index]));
  }
  if (type.is === 'map') return referencesInShape(type.of, value, path);
  if (type.is === 'log' && Array.isArray(value)) {
    return (value as unknown as Event[]).flatMap((event, index) =>
      referencesInShape(
        { by: eventBy, ...events[event.event].attributes },
        event as unknown as Value,
        [...path, index],
      ),
    );
  }
  return [];
};

const eventBy = { type: { is: 'reference', to: 'unit' }, doc: '', required: false } as const;

const referencesInShape = (shape: Shape, value: Value, path: Path) =>
  Object.entries(shape)
    // What the file gives to all its records is checked once, for the file.
    .filter(([, { inherited }]) => !inherited)
    .flatMap(([name, { type }]) =>
      referencesIn(type, (value as { readonly [key: string]: Value })[name], [...path, name]),
    );

/**
 * All references of a ledger: those of its records, and those of files kept by another record's id.
 */
const allReferences = ({ ledger, owners }: Checked) => [
  ...allEntries(ledger).flatMap(({ kind, data, file, path }) =>
    referencesInShape(kindOf(kind).attributes, data as unknown as Value, path).map((each) => ({
      ...each,
      file,
    })),
  ),
  ...owners.map(({ file, by, id }) => ({ to: by as ReferableKind, id, file, path: [by] as Path })),
];

export const unknownReferences: Rule = (checked) => {
  const { ledger, unread } = checked;
  return allReferences(checked).flatMap(({ to, id, file, path }) => {
    const isUnsure = unread.has(to) || (to === 'unit' && unread.has('district'));
    if (isUnsure || isKnown(ledger, to, id)) return [];
    const names = new Map(
      targetsOf(ledger, to).flatMap((each) =>
        [each.id, ...namesOf(each)].map((name) => [name, each.id] as const),
      ),
    );
    const near = suggest(id, names.keys()).map((name) => names.get(name) ?? name);
    const params = { given: id, suggestions: [...new Set(near)] };
    return [{ code: `reference/unknown-${to}`, params, file, path } as Finding];
  });
};

/** Criteria named in a log are criteria of the plan, at the time or after an amendment. */
export const unknownCriteria: Rule = ({ ledger, unread }) =>
  unread.has('criterion')
    ? []
    : itemsOf(ledger).flatMap((item) => {
        const known = new Set(
          [
            ...childrenOf(ledger, item, 'criterion').map((each) => each.data),
            ...(item.data.log ?? []).flatMap((event) =>
              event.event === 'amend' ? (event.set.criteria ?? []) : [],
            ),
          ].map(({ id }) => id),
        );
        return (item.data.log ?? []).flatMap((event, index) =>
          ('criteria' in event ? (event.criteria ?? []) : []).flatMap((id, at) =>
            known.has(id)
              ? []
              : [
                  found(item, ['log', index, 'criteria', at], {
                    code: 'reference/unknown-criterion',
                    params: { given: `${item.id}#${id}`, suggestions: [...known] },
                  }),
                ],
          ),
        );
      });
