/**
 * Plans to add a record and to set attributes of one: where it goes, under which id, and whether it
 * is an edit of the plan or an amendment recorded in the log. Pure.
 */
import type { Value } from './attribute.ts';
import type { Change, Recorded } from './change.ts';
import type { Day } from './dates.ts';
import { amendableAttributes, type Event } from './events.ts';
import { type KindName, kindOf } from './kinds/index.ts';
import { childrenOf, type Entry, type Item, isItem, type Ledger } from './ledger.ts';
import { finalStanding } from './view.ts';

/** Attribute names with new values; undefined takes one away. */
export type Settings = { readonly [attribute: string]: Value | undefined };

/** What an amendment says of itself. */
export interface Grounds {
  readonly date: Day;
  readonly by?: string;
  readonly reason?: string;
  readonly document?: string;
  readonly note?: string;
}

/** What is to be done: changes of files, and events to be checked and recorded. */
export interface Intent {
  readonly changes: readonly Change[];
  readonly recorded: readonly Recorded[];
}

/** Attributes in the order in which a record is written. */
const writtenOrder = (kind: KindName): readonly string[] =>
  Object.entries(kindOf(kind).attributes)
    .filter(([, { inherited }]) => !inherited)
    .map(([name]) => name);

/** Whether changing an attribute of a record is an amendment: the plan of an item that was issued. */
export const isAmendment = (ledger: Ledger, entry: Entry, attribute: string): boolean =>
  ledger.about.state !== 'draft' &&
  ((isItem(entry) && attribute in amendableAttributes) || entry.kind === 'criterion');

const amend = (item: Item, set: object, grounds: Grounds): Recorded => {
  const { date, by, reason, document, note } = grounds;
  const event = {
    date,
    event: 'amend',
    ...(by !== undefined && { by }),
    set,
    ...(reason !== undefined && { reason }),
    ...(document !== undefined && { document }),
    ...(note !== undefined && { note }),
  } as Event;
  return { entry: item, event };
};

const withSettings = (record: object, settings: Settings): { readonly [key: string]: Value } =>
  Object.fromEntries(
    Object.entries({ ...record, ...settings }).filter(([, value]) => value !== undefined),
  ) as { readonly [key: string]: Value };

/** The criteria in force, as an amendment must repeat them all. */
const criteriaInForce = (ledger: Ledger, item: Item) =>
  finalStanding(ledger, item).criteria.map(({ met: _met, ...criterion }) => criterion);

/** A record with what it is to be set to. */
export interface Setting {
  readonly entry: Entry;
  readonly settings: Settings;
}

/** The item whose criterion an entry is, where that is changed by amending the item's plan. */
const amendedParent = (ledger: Ledger, { entry }: Setting): Item | undefined => {
  const { kind, parent } = entry;
  const isAmended = kind === 'criterion' && ledger.about.state !== 'draft';
  return isAmended && parent && isItem(parent) ? parent : undefined;
};

/** One amendment for all criteria of an item: each repeats them all, and the last one would win. */
const amendCriteria = (
  ledger: Ledger,
  item: Item,
  own: readonly Setting[],
  grounds: Grounds,
): Recorded => {
  const criteria = criteriaInForce(ledger, item).map((criterion) => {
    const set = own.find(({ entry }) => (entry.data as { id: string }).id === criterion.id);
    return set ? withSettings(criterion, set.settings) : criterion;
  });
  return amend(item, { criteria }, grounds);
};

const planSetting = (ledger: Ledger, { entry, settings }: Setting, grounds: Grounds): Intent => {
  const names = Object.keys(settings);
  const amended = names.filter((name) => isAmendment(ledger, entry, name));
  const set = Object.fromEntries(amended.map((name) => [name, settings[name]]));
  return {
    changes: names
      .filter((name) => !amended.includes(name))
      .map((name) => ({
        op: 'put',
        file: entry.file,
        path: [...entry.path, name],
        value: settings[name],
        order: writtenOrder(entry.kind),
      })),
    recorded: amended.length > 0 ? [amend(entry as Item, set, grounds)] : [],
  };
};

/** Plans to set attributes of records. */
export const planSet = (ledger: Ledger, all: readonly Setting[], grounds: Grounds): Intent => {
  const ofItems = new Map<Item, Setting[]>();
  const others: Setting[] = [];
  for (const each of all) {
    const item = amendedParent(ledger, each);
    if (item) ofItems.set(item, [...(ofItems.get(item) ?? []), each]);
    else others.push(each);
  }
  const intents = others.map((each) => planSetting(ledger, each, grounds));
  return {
    changes: intents.flatMap(({ changes }) => changes),
    recorded: [
      ...intents.flatMap(({ recorded }) => recorded),
      ...[...ofItems].map(([item, own]) => amendCriteria(ledger, item, own, grounds)),
    ],
  };
};

/** What an attribute of a record is now, amendments included; absent is undefined. */
export const inForce = (ledger: Ledger, entry: Entry, attribute: string): Value | undefined => {
  const { parent } = entry;
  const record =
    entry.kind === 'criterion' && parent && isItem(parent)
      ? criteriaInForce(ledger, parent).find(({ id }) => id === entry.data.id)
      : isItem(entry) && attribute in amendableAttributes
        ? finalStanding(ledger, entry).plan
        : entry.data;
  const value = (record as { readonly [name: string]: Value | undefined } | undefined)?.[attribute];
  return Array.isArray(value) && value.length === 0 ? undefined : value;
};

/** The number after the highest that ids of a form have; ids are never used again. */
const nextNumber = (ids: readonly string[], form: RegExp): number =>
  Math.max(0, ...ids.map((id) => Number(form.exec(id)?.[1] ?? 0))) + 1;

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A short lower-case name made of the Latin letters and digits of a title; '' where it has none. */
export const slugOf = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);

/** The next free id of a kind; undefined where none can be made and one has to be given. */
export const nextId = (
  ledger: Ledger,
  kind: KindName,
  parent: Entry | undefined,
  title: string,
): string | undefined => {
  const ids = ledger.entries[kind].map(({ id }) => id);
  switch (kind) {
    case 'task':
      return `T${String(nextNumber(ids, /^T(\d+)$/)).padStart(2, '0')}`;
    case 'measure': {
      const own = ids.filter((id) => id.startsWith(`${parent?.id}.`));
      return `${parent?.id}.${nextNumber(own, /\.(\d+)$/)}`;
    }
    case 'project': {
      const own = ids.filter((id) => id.replace(/-\d+$/, '') === parent?.id);
      return `${parent?.id}-${nextNumber(own, /-(\d+)$/)}`;
    }
    case 'criterion': {
      if (!parent || !isItem(parent)) return undefined;
      // A letter that was given up keeps what was said of it in the log.
      const used = [
        ...childrenOf(ledger, parent, 'criterion').map(({ data }) => data.id),
        ...(parent.data.log ?? []).flatMap((event) => [
          ...(event.event === 'amend' ? (event.set.criteria ?? []).map(({ id }) => id) : []),
          ...('criteria' in event ? (event.criteria ?? []) : []),
        ]),
      ];
      const last = Math.max(-1, ...used.map((id) => letters.indexOf(id)));
      return letters[last + 1];
    }
    default: {
      const slug = slugOf(title);
      if (slug === '') return undefined;
      const whole = (local: string) => (kind === 'arrangement' ? `${parent?.id}/${local}` : local);
      let number = 1;
      const numbered = () => (number === 1 ? slug : `${slug}-${number}`);
      while (ids.includes(whole(numbered()))) number += 1;
      return numbered();
    }
  }
};

/** Where a new record goes. */
interface Home {
  readonly kind: KindName;
  /** The record it stands inside of, or whose file it stands in. */
  readonly parent: Entry | undefined;
  /** Files of the ledger that are there. */
  readonly files: ReadonlySet<string>;
}

/** Attributes of a record in the order in which they are written, absent ones left out. */
export const asWritten = (
  kind: KindName,
  data: { readonly [attribute: string]: Value | undefined },
): { readonly [attribute: string]: Value } =>
  Object.fromEntries(
    [...writtenOrder(kind), ...Object.keys(data).filter((name) => name.startsWith('x-'))].flatMap(
      (name) => {
        const own = data[name];
        return own === undefined ? [] : [[name, own] as const];
      },
    ),
  );

/** Plans to add a record at the end of those of its kind. `data` has its local id and attributes. */
export const planAdd = (
  ledger: Ledger,
  { kind, parent, files }: Home,
  data: { readonly [attribute: string]: Value },
  grounds: Grounds,
): Intent => {
  const { place } = kindOf(kind);
  const value = asWritten(kind, data);
  if (kind === 'criterion' && parent && isItem(parent) && ledger.about.state !== 'draft') {
    const criteria = [...criteriaInForce(ledger, parent), value];
    return { changes: [], recorded: [amend(parent, { criteria }, grounds)] };
  }
  const changes = ((): readonly Change[] => {
    switch (place.in) {
      case 'folder':
        return [{ op: 'create', file: `${place.folder}/${data['id']}.yaml`, value }];
      case 'parent': {
        const path = [...(parent?.path ?? []), place.key];
        const as = kind === 'criterion' ? 'line' : 'block';
        return [{ op: 'append', file: parent?.file ?? '', path, value, as }];
      }
      case 'folder-by': {
        const file = `${place.folder}/${parent?.id}.yaml`;
        const records = { [place.by]: parent?.id ?? '', [place.key]: [value] };
        return files.has(file)
          ? [{ op: 'append', file, path: [place.key], value, as: 'block' }]
          : [{ op: 'create', file, value: records }];
      }
      default:
        return files.has(place.file)
          ? [{ op: 'append', file: place.file, path: [], value, as: 'block' }]
          : [{ op: 'create', file: place.file, value: [value] }];
    }
  })();
  return { changes, recorded: [] };
};
