/**
 * Turns the values of all files into a ledger: checks each one's shape, makes entries of the
 * records in it and indexes them. Pure. What a shape check refuses is left out of the entry, so
 * that the other checks can still run on the rest; readers never get to see such a ledger.
 */
import type { Type, Value } from './attribute.ts';
import { type Finding, isUnreadable } from './diagnostic.ts';
import type { Event } from './events.ts';
import { type KindName, kindNames, kindOf } from './kinds/index.ts';
import { placeOf } from './layout.ts';
import type { DataOf, Entry, Ledger, Path } from './ledger.ts';
import type { LooseEvent, Owner } from './rules/rule.ts';
import { checkShape } from './schema.ts';

/** A file of the ledger, its path relative to the ledger's folder with `/` between its parts. */
export interface FileValue {
  readonly file: string;
  /** Undefined where the file could not be read; the reasons have been told. */
  readonly value: Value | undefined;
  /** Found clean before, so that its shape need not be checked again. */
  readonly isKnown?: boolean;
}

export interface Collected {
  readonly ledger: Ledger;
  readonly findings: readonly Finding[];
  /** Kinds of which some record could not be read: nothing follows from their absence. */
  readonly unread: ReadonlySet<KindName>;
  readonly owners: readonly Owner[];
  readonly loose: readonly LooseEvent[];
}

/**
 * Stands in where `ledger.yaml` cannot be read, so that the other files are checked all the same.
 */
const unknownLedger: DataOf<'ledger'> = {
  title: '',
  jurisdiction: '',
  year: 0,
  timezone: 'UTC',
  language: 'en',
  state: 'current',
  basis: 'office',
};

type MutableRecord = { [key: string]: Value };

const isRecord = (value: unknown): value is { readonly [key: string]: Value } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Kinds kept inside records of a kind, at any depth. */
const kindsInside = (kind: KindName): readonly KindName[] => [
  kind,
  ...Object.values(kindOf(kind).attributes).flatMap(({ type }) =>
    type.is === 'records' ? kindsInside(type.of as KindName) : [],
  ),
];

const samePath = (a: Path, b: Path) => a.length === b.length && a.every((key, i) => key === b[i]);
const startsWith = (path: Path, start: Path) =>
  path.length >= start.length && start.every((key, i) => key === path[i]);

/** What collecting fills; it lives only as long as `collect` runs. */
interface Collecting {
  readonly entries: { [K in KindName]: Entry[] };
  readonly inside: Map<Entry, Entry[]>;
  readonly findings: Finding[];
  readonly unread: Set<KindName>;
  readonly owners: Owner[];
  readonly loose: LooseEvent[];
}

/** Where a record stands, what it is inside of, and which addresses the shape check refused. */
interface Where {
  readonly file: string;
  readonly path: Path;
  readonly parent?: Entry;
  /** Attributes the file gives to all its records. */
  readonly given?: { readonly [key: string]: Value };
  readonly refused: readonly Path[];
}

const markUnread = (into: Collecting, kind: KindName): void => {
  for (const each of kindsInside(kind)) into.unread.add(each);
};

/** Adds a record and the records inside it, leaving out what the shape check refused. */
const addRecord = (
  into: Collecting,
  kind: KindName,
  raw: Value | undefined,
  where: Where,
): void => {
  const { attributes, place } = kindOf(kind);
  const refused = where.refused.filter((path) => startsWith(path, where.path));
  const isRefused = (...path: Path) =>
    refused.some((each) => startsWith(each, [...where.path, ...path]));
  if (!isRecord(raw) || refused.some((path) => samePath(path, where.path))) {
    markUnread(into, kind);
    if (!isRecord(raw)) return;
  }
  const local = kind === 'ledger' ? 'ledger' : raw['id'];
  const holdsRecords = Object.values(attributes).some(({ type }) => type.is === 'records');
  // A record without a sound id cannot be found by others; what stands inside it is still looked at.
  const hasSoundId = kind === 'ledger' || !isRefused('id');
  if (!hasSoundId) into.unread.add(kind);
  if (typeof local !== 'string' || !(hasSoundId || holdsRecords)) {
    markUnread(into, kind);
    return;
  }
  const data: MutableRecord = { ...where.given };
  for (const [name, value] of Object.entries(raw)) {
    const type: Type | undefined = attributes[name]?.type;
    const isKept = type ? type.is !== 'records' && !isRefused(name) : name.startsWith('x-');
    if (isKept) data[name] = value;
  }
  const id = place.in === 'parent' ? place.idOf(where.parent?.id ?? '', local) : local;
  const entry = {
    kind,
    id,
    data,
    parent: where.parent,
    file: where.file,
    path: where.path,
  } as unknown as Entry;
  into.entries[kind].push(entry);
  const brokenLog = Object.keys(attributes).find(
    (name) => attributes[name]?.type.is === 'log' && isRefused(name),
  );
  if (brokenLog !== undefined) {
    into.unread.add(kind);
    const logPath = [...where.path, brokenLog];
    const isLogAtAll = !refused.some((path) => samePath(path, logPath));
    const log = isLogAtAll ? (raw[brokenLog] as readonly Value[]) : [];
    log.forEach((event, index) => {
      if (isRefused(brokenLog, index)) return;
      into.loose.push({ entry, index, event: event as unknown as Event });
    });
  }
  if (where.parent) {
    const siblings = into.inside.get(where.parent);
    if (siblings) siblings.push(entry);
    else into.inside.set(where.parent, [entry]);
  }
  for (const [name, { type }] of Object.entries(attributes)) {
    if (type.is !== 'records') continue;
    const records = raw[name];
    if (records === undefined) continue;
    addRecords(into, type.of as KindName, records, {
      file: where.file,
      path: [...where.path, name],
      parent: entry,
      refused,
    });
  }
};

const addRecords = (
  into: Collecting,
  kind: KindName,
  raw: Value | undefined,
  where: Where,
): void => {
  if (!Array.isArray(raw)) {
    markUnread(into, kind);
    return;
  }
  raw.forEach((record: Value, index) => {
    addRecord(into, kind, record, { ...where, path: [...where.path, index] });
  });
};

const addFile = (into: Collecting, { file, value, isKnown = false }: FileValue): void => {
  const kind = placeOf(file);
  if (kind === undefined) return;
  if (value === undefined) {
    markUnread(into, kind);
    return;
  }
  const found = isKnown ? [] : checkShape(kind, file, value);
  into.findings.push(...found);
  const refused = found
    .filter(({ code }) => isUnreadable(code))
    // What is missing spoils nothing but itself; in an event, whose place it takes, that is the event.
    .map(({ code, path, params }) =>
      code === 'schema/missing-key' ? [...path, params.key] : path,
    );
  const { place } = kindOf(kind);
  if (place.in === 'file') {
    addRecords(into, kind, value, { file, path: [], refused });
  } else if (place.in === 'folder-by') {
    const held = isRecord(value) ? value : {};
    const by = held[place.by];
    if (typeof by !== 'string') {
      markUnread(into, kind);
      return;
    }
    into.owners.push({ file, by: place.by as KindName, id: by });
    addRecords(into, kind, held[place.key], {
      file,
      path: [place.key],
      refused,
      given: { [place.by]: by },
    });
  } else {
    addRecord(into, kind, value, { file, path: [], refused });
  }
};

/**
 * Puts records kept in one file for each record of another kind into that kind's order: projects
 * come in the published order of their districts and not by the alphabet.
 */
const sortBy = (into: Collecting, kind: KindName): void => {
  const { place } = kindOf(kind);
  if (place.in !== 'folder-by') return;
  const order = new Map(into.entries[place.by as KindName].map(({ id }, index) => [id, index]));
  const rank = ({ data }: Entry) =>
    order.get((data as unknown as Record<string, string>)[place.by] ?? '') ?? order.size;
  into.entries[kind].sort((a, b) => rank(a) - rank(b));
};

/** Collects the records of all files, in the order in which the files are given. */
export const collect = (files: readonly FileValue[]): Collected => {
  const into: Collecting = {
    entries: Object.fromEntries(
      kindNames.map((kind) => [kind, []]),
    ) as unknown as Collecting['entries'],
    inside: new Map(),
    findings: [],
    unread: new Set(),
    owners: [],
    loose: [],
  };
  for (const file of files) addFile(into, file);
  const about = into.entries.ledger[0]?.data as DataOf<'ledger'> | undefined;
  if (into.findings.some(({ file }) => placeOf(file) === 'ledger')) into.unread.add('ledger');
  const byId = Object.fromEntries(
    kindNames.map((kind) => {
      const index = new Map<string, Entry>();
      for (const entry of into.entries[kind]) {
        if (!index.has(entry.id)) index.set(entry.id, entry);
      }
      return [kind, index];
    }),
  );
  for (const kind of kindNames) sortBy(into, kind);
  const ledger: Ledger = {
    about: { ...unknownLedger, ...about },
    entries: into.entries as unknown as Ledger['entries'],
    byId: byId as unknown as Ledger['byId'],
    inside: into.inside,
  };
  if (about === undefined) into.unread.add('ledger');
  const { findings, unread, owners, loose } = into;
  return { ledger, findings, unread, owners, loose };
};
