/**
 * The differences between two states of a ledger, record by record and in sections: by field, district or unit. It
 * orders what differs and says nothing of it.
 */
import { type Caution, cautions, cautionsOf, exchanged } from '../../model/cautions.ts';
import { type Difference, differencesOf, recordOf } from '../../model/diff.ts';
import { type Effect, effectsOf } from '../../model/effects.ts';
import { factAlong, referred, titleOf } from '../../model/facts.ts';
import { type KindName, kindNames } from '../../model/kinds/index.ts';
import { type Entry, type Item, isItem } from '../../model/ledger.ts';
import { compareText, natural } from '../../model/order.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import type { Side } from '../sides.ts';
import { type FileChange, fileChanges, untoldFiles } from './files.ts';
import type { Views } from './values.ts';

/** A difference with what must not be overlooked about it. */
export interface Marked {
  readonly difference: Difference;
  readonly cautions: readonly Caution[];
  /** The item that has the title which this one had, and the other way round. */
  readonly exchangedWith: Entry | undefined;
}

/** All that differs about a record; what stands inside an item is told of the item. */
export interface RecordChange {
  /** The record as it is now, or as it was where it is gone. */
  readonly entry: Entry;
  readonly marked: readonly Marked[];
  readonly effect: Effect | undefined;
  readonly files: readonly FileChange[];
}

/** A file that came where one was missing proves more than before; any other change proves something else. */
export const isSuspect = ({ how }: FileChange): boolean => how !== 'added';

/** What must not be overlooked about a record, each once, in the order of `cautions`. */
export const cautionsAbout = ({ marked, files }: RecordChange): readonly Caution[] => {
  const found = new Set<Caution>(marked.flatMap((each) => each.cautions));
  if (files.some(isSuspect)) found.add('evidence-changed');
  return cautions.filter((each) => found.has(each));
};

/** Two states of a ledger, compared. */
export interface Comparison {
  readonly views: Views;
  readonly marked: readonly Marked[];
  readonly records: readonly RecordChange[];
  /** Items that stand otherwise although nothing of their own differs, as by another rule for lights. */
  readonly elsewhere: readonly Effect[];
  readonly files: readonly FileChange[];
  /** Files that differ in layout, order or comments only. */
  readonly untold: readonly string[];
  readonly sides: { readonly before: Side; readonly after: Side };
}

const keyOf = ({ kind, id }: Entry): string => `${kind}:${id}`;

/** Records of the older state by what they are called now, where that is another id. */
const formerIds = (differences: readonly Difference[]): ReadonlyMap<string, Entry> =>
  new Map(
    differences.flatMap((each) =>
      each.is === 'renumbered' ? [[keyOf(each.before), each.after] as const] : [],
    ),
  );

/** The record that a difference is told of. */
const homeOf = (difference: Difference, renamed: ReadonlyMap<string, Entry>): Entry => {
  const record = recordOf(difference);
  const home = record.kind === 'criterion' ? (record.parent ?? record) : record;
  // Of an item that has another id now, what it lost has the old one.
  return difference.is === 'removed' ? (renamed.get(keyOf(home)) ?? home) : home;
};

/** Everything that differs between two states of a ledger, on the same day. */
export const comparisonBetween = (before: Side, after: Side, views: Views): Comparison => {
  const differences = differencesOf(before.ledger, after.ledger);
  const others = exchanged(differences);
  const marked = differences.map((difference): Marked => {
    const exchangedWith = others.get(difference);
    const own = cautionsOf(views, difference);
    const said = exchangedWith
      ? cautions.filter((each) => each === 'ids-exchanged' || own.includes(each))
      : own;
    return { difference, cautions: said, exchangedWith };
  });
  const renamed = formerIds(differences);
  const formerly = new Map(
    differences.flatMap((each) =>
      each.is === 'renumbered' && isItem(each.before)
        ? [[each.after.id, each.before as Item] as const]
        : [],
    ),
  );
  const effects = effectsOf(views.before, views.after, formerly);
  const files = fileChanges(before, after);
  const found = new Map<string, { readonly entry: Entry; readonly marked: Marked[] }>();
  for (const each of marked) {
    const entry = homeOf(each.difference, renamed);
    const own = found.get(keyOf(entry)) ?? { entry, marked: [] };
    found.set(keyOf(entry), own);
    own.marked.push(each);
  }
  for (const { of } of files) {
    for (const entry of of) {
      if (!found.has(keyOf(entry))) found.set(keyOf(entry), { entry, marked: [] });
    }
  }
  return {
    views,
    marked,
    records: [...found.values()].map(({ entry, marked }) => ({
      entry,
      marked,
      effect: effects.find(({ item }) => keyOf(item) === keyOf(entry)),
      files: files.filter(({ of }) => of.some((each) => keyOf(each) === keyOf(entry))),
    })),
    elsewhere: effects.filter(({ item }) => !found.has(keyOf(item))),
    files,
    untold: untoldFiles(before, after, differences),
    sides: { before, after },
  };
};

/** By what records are grouped. */
export const groupings = ['field', 'district', 'unit'] as const;
export type Grouping = (typeof groupings)[number];

/** Records under a heading. */
export interface Section {
  readonly title: string;
  readonly records: readonly RecordChange[];
}

/** Where a section stands: what names it, and its place among the others. */
interface Place {
  readonly key: string;
  readonly title: string;
  readonly order: readonly number[];
}

const registerPlace = (
  view: View,
  words: Words,
  kind: 'field' | 'district' | 'unit',
  id: string | undefined,
  none: string,
): Place => {
  const entry = id === undefined ? undefined : referred(view.ledger, kind, id);
  const at = (view.ledger.entries[kind] as readonly Entry[]).findIndex((each) => each.id === id);
  const last = Number.MAX_SAFE_INTEGER;
  return {
    key: `${kind}:${id ?? ''}`,
    title: entry ? titleOf(entry, words.language) : (id ?? none),
    order: [kind === 'district' ? 2 : 1, id === undefined ? last : at < 0 ? last - 1 : at],
  };
};

const first = (view: View, entry: Entry, fact: string): string | undefined => {
  const value = factAlong(view, entry, fact);
  return (Array.isArray(value) ? value : value === null ? [] : [value]).map(String)[0];
};

const grouped: ReadonlySet<KindName> = new Set<KindName>(['task', 'measure', 'project']);

const placeOf = (view: View, words: Words, entry: Entry, by: Grouping): Place => {
  const { kind } = entry;
  const { none } = words.pivot;
  if (!grouped.has(kind)) {
    const { one, many } = words.kinds[kind];
    return {
      key: kind,
      title: kind === 'ledger' ? one : many,
      order: [kind === 'ledger' ? 0 : 3, kindNames.indexOf(kind)],
    };
  }
  if (by === 'unit')
    return registerPlace(view, words, 'unit', first(view, entry, 'lead'), none.lead);
  if (kind === 'project') {
    const id = first(view, entry, 'district');
    return registerPlace(view, words, 'district', id, none.district);
  }
  if (by === 'field') {
    return registerPlace(view, words, 'field', first(view, entry, 'field'), words.footer.across);
  }
  const lead = first(view, entry, 'lead');
  const district = lead !== undefined && view.ledger.byId.district.has(lead) ? lead : undefined;
  return registerPlace(view, words, 'district', district, none.district);
};

/** Items behind their task and each other's numbers; what is gone stands where it stood. */
const byId = (a: RecordChange, b: RecordChange): number =>
  compareText(natural(a.entry.id), natural(b.entry.id));

/** The records in sections, in the order of the ledger's own registers. */
export const sectionsOf = (
  words: Words,
  { views, records }: Comparison,
  by: Grouping,
): readonly Section[] => {
  const sections = new Map<string, Place & { readonly records: RecordChange[] }>();
  for (const record of records) {
    const { kind, id } = record.entry;
    const view = views.after.ledger.byId[kind].has(id) ? views.after : views.before;
    const place = placeOf(view, words, record.entry, by);
    const section = sections.get(place.key) ?? { ...place, records: [] };
    sections.set(place.key, section);
    section.records.push(record);
  }
  const byOrder = (a: Place, b: Place) =>
    (a.order[0] ?? 0) - (b.order[0] ?? 0) || (a.order[1] ?? 0) - (b.order[1] ?? 0);
  return [...sections.values()].sort(byOrder).map(({ title, records: held }) => ({
    title: title.charAt(0).toUpperCase() + title.slice(1),
    records: [...held].sort(byId),
  }));
};
