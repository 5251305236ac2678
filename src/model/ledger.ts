/**
 * A ledger as a value: entries of every kind, found by id, with where each one stands in the files.
 * It is built by `collect.ts`; it must not read files or know YAML.
 */
import type { Infer } from './attribute.ts';
import type { KindName, kinds } from './kinds/index.ts';

/** Keys and list positions that lead to a value inside a file. */
export type Path = readonly (string | number)[];

/** The data of a record of a kind, as its file gives it. */
export type DataOf<K extends KindName> = Infer<(typeof kinds)[K]['attributes']>;

/** One record, with its whole id and its place. */
export type Entry<K extends KindName = KindName> = {
  readonly [N in K]: {
    readonly kind: N;
    /** Unique within its kind: `T04.1`, `T04.1#a`, `congress-12/urban`. */
    readonly id: string;
    readonly data: DataOf<N>;
    /** The record it stands inside of, such as a measure's task. */
    readonly parent: Entry | undefined;
    readonly file: string;
    readonly path: Path;
  };
}[K];

/** A measure or a project: what has a log and a status. */
export type Item = Entry<'measure'> | Entry<'project'>;

/** One year's list. */
export interface Ledger {
  readonly about: DataOf<'ledger'>;
  readonly entries: { readonly [K in KindName]: readonly Entry<K>[] };
  /** By kind and exact id. Where an id stands twice, the first one. */
  readonly byId: { readonly [K in KindName]: ReadonlyMap<string, Entry<K>> };
  /** The entries inside an entry, of one kind, in file order. */
  readonly inside: ReadonlyMap<Entry, readonly Entry[]>;
}

/** The entries of a kind that stand inside an entry. */
export const childrenOf = <K extends KindName>(
  ledger: Ledger,
  parent: Entry,
  kind: K,
): readonly Entry<K>[] =>
  (ledger.inside.get(parent) ?? []).filter((each) => each.kind === kind) as unknown as Entry<K>[];

export const isItem = (entry: Entry): entry is Item =>
  entry.kind === 'measure' || entry.kind === 'project';

/** Measures, then projects, in the ledger's order. */
export const itemsOf = (ledger: Ledger): readonly Item[] => [
  ...ledger.entries.measure,
  ...ledger.entries.project,
];

/** The unit that does a unit's work on a day: itself, or whoever succeeded it by then. */
export const currentUnit = (ledger: Ledger, id: string, day: string): string => {
  const seen = new Set<string>();
  let current = id;
  while (!seen.has(current)) {
    seen.add(current);
    const successor = ledger.byId.unit.get(current)?.data.succeeded_by;
    if (!successor || successor.date > day) break;
    current = successor.unit;
  }
  return current;
};

/** Units as they are on a day, each once: a dissolved one is whoever succeeded it. */
export const unitsOn = (ledger: Ledger, ids: readonly string[], day: string): readonly string[] => [
  ...new Set(ids.map((id) => currentUnit(ledger, id, day))),
];

/** The same with the members of groups among them: everybody who answers where these are named. */
export const unitsAnswering = (
  ledger: Ledger,
  ids: readonly string[],
  day: string,
): readonly string[] =>
  unitsOn(
    ledger,
    // The members of a group are those of whoever it has become by then.
    unitsOn(ledger, ids, day).flatMap((id) => [
      id,
      ...(ledger.byId.unit.get(id)?.data.members ?? []),
    ]),
    day,
  );
