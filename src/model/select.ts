/** Which entries a question is about, and in which order. */
import type { Value } from './attribute.ts';
import { type Status, statuses } from './events.ts';
import { factOf } from './facts.ts';
import type { KindName } from './kinds/index.ts';
import { childrenOf, currentUnit, type Entry, type Ledger } from './ledger.ts';
import { fold, namesOf } from './names.ts';
import { compareText, natural } from './order.ts';
import type { View } from './view.ts';

/** What to keep. Several values of one filter are alternatives; filters add up. */
export interface Selection {
  readonly district?: readonly string[];
  readonly field?: readonly string[];
  readonly unit?: readonly string[];
  readonly status?: readonly Status[];
  readonly lead?: readonly string[];
  readonly support?: readonly string[];
  readonly task?: readonly string[];
  /** Days from and to, both included, as `from..to`; either may be absent. */
  readonly due?: readonly string[];
  /** Words that must all stand in an entry's id, titles or aliases. */
  readonly words?: readonly string[];
}

export type FilterName = keyof Omit<Selection, 'words'>;

const listOf = (value: Value): readonly string[] =>
  Array.isArray(value) ? value.map(String) : value === null ? [] : [String(value)];

/** All units that lead or support an entry, members of groups included. */
const unitsOf = (
  view: View,
  entry: Entry,
  roles: readonly string[] = ['lead', 'support'],
): readonly string[] => {
  if (entry.kind === 'task') {
    return childrenOf(view.ledger, entry, 'measure').flatMap((each) => unitsOf(view, each, roles));
  }
  return roles
    .flatMap((name) => listOf(factOf(view, entry, name)))
    .flatMap((id) => [id, ...(view.ledger.byId.unit.get(id)?.data.members ?? [])])
    .map((id) => currentUnit(view.ledger, id, view.today));
};

const items: readonly KindName[] = ['measure', 'project', 'task'];

/** Asks for what belongs to no field. */
export const noField = 'none';

/**
 * For each filter, the kinds it makes sense for and the values of an entry that it is held against.
 */
const filters: {
  readonly [F in FilterName]: {
    readonly kinds: readonly KindName[];
    readonly of: (view: View, entry: Entry) => readonly string[];
    /** How a wanted value is held against an entry's own; the same unless said otherwise. */
    readonly fits?: (own: string, wanted: string) => boolean;
  };
} = {
  district: {
    kinds: [...items, 'district'],
    of: (view, entry) => {
      if (entry.kind === 'district') return [entry.id];
      return [...listOf(factOf(view, entry, 'district')), ...unitsOf(view, entry)];
    },
  },
  field: {
    kinds: [...items, 'field', 'pilot', 'leading-reform'],
    of: (view, entry) => {
      if (entry.kind === 'field') return [entry.id];
      const field = factOf(view, entry, 'field');
      return field === null ? [noField] : listOf(field);
    },
  },
  unit: {
    kinds: items,
    of: (view, entry) => [...unitsOf(view, entry), ...listOf(factOf(view, entry, 'district'))],
  },
  status: { kinds: items, of: (view, entry) => listOf(factOf(view, entry, 'status')) },
  lead: { kinds: items, of: (view, entry) => unitsOf(view, entry, ['lead']) },
  support: { kinds: items, of: (view, entry) => unitsOf(view, entry, ['support']) },
  task: {
    kinds: items,
    of: (view, entry) => (entry.kind === 'task' ? [entry.id] : listOf(factOf(view, entry, 'task'))),
  },
  due: {
    kinds: ['measure', 'project'],
    of: (view, entry) => listOf(factOf(view, entry, 'due')),
    fits: (own, wanted) => {
      const [from = '', to = ''] = wanted.split('..');
      return own >= from && (to === '' || own <= to);
    },
  },
};

export const filterNames = Object.keys(filters) as readonly FilterName[];

/** Whether a filter means anything for a kind: a platform has no status. */
export const canFilter = (filter: FilterName, kind: KindName): boolean =>
  filters[filter].kinds.includes(kind);

const hasWords = (entry: Entry, words: readonly string[]): boolean => {
  const text = [entry.id, ...namesOf(entry)].map(fold).join('\n');
  return words.every((word) => text.includes(fold(word)));
};

/** The entries that fit a selection, in the order given. */
export const select = <E extends Entry>(
  view: View,
  entries: readonly E[],
  { words = [], ...wanted }: Selection,
): readonly E[] =>
  entries.filter(
    (entry) =>
      hasWords(entry, words) &&
      (Object.entries(wanted) as [FilterName, readonly string[]][]).every(([name, values]) => {
        const { of, fits = (a, b) => a === b } = filters[name];
        const own = of(view, entry);
        return values.some((value) => own.some((each) => fits(each, value)));
      }),
  );

/** A key to sort by; what is absent comes last in either direction. */
export interface SortKey {
  readonly name: string;
  readonly isDescending: boolean;
}

const inOrder = (value: Value): string => natural(String(value).toLowerCase());

const compareValues = (name: string, a: Value, b: Value): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (name === 'status') {
    return statuses.indexOf(a as Status) - statuses.indexOf(b as Status);
  }
  return compareText(inOrder(a), inOrder(b));
};

const isAbsent = (value: Value): boolean =>
  value === null || (Array.isArray(value) && value.length === 0);

/** Sorts by several keys; entries that are equal in all of them keep their order. */
export const sortEntries = <E extends Entry>(
  view: View,
  entries: readonly E[],
  keys: readonly SortKey[],
): readonly E[] => {
  const compare = (a: E, b: E): number => {
    for (const { name, isDescending } of keys) {
      const [x, y] = [factOf(view, a, name), factOf(view, b, name)];
      if (isAbsent(x) !== isAbsent(y)) return isAbsent(x) ? 1 : -1;
      const order = isAbsent(x) ? 0 : compareValues(name, x, y);
      if (order !== 0) return isDescending ? -order : order;
    }
    return 0;
  };
  return keys.length === 0 ? entries : [...entries].sort(compare);
};

/** Entries of some kinds, in the ledger's order. */
export const entriesOf = (ledger: Ledger, kinds: readonly KindName[]): readonly Entry[] =>
  kinds.flatMap((kind): readonly Entry[] => ledger.entries[kind]);
