/**
 * Finds the units, districts and fields that a list names in the ledger's registers, by their whole
 * names and aliases only, and proposes those it does not find under ids spelt from their names.
 */
import { pinyin } from 'pinyin-pro';
import type { Value } from '../model/attribute.ts';
import { titleOf } from '../model/facts.ts';
import type { Entry, Ledger } from '../model/ledger.ts';
import { foldId, namesOf } from '../model/names.ts';
import { slugOf } from '../model/plan.ts';
import { groupOf, isGroup, isLookalike, plainName } from './who.ts';

type RegisterKind = 'unit' | 'district' | 'field';

/** A name of the list with the record it was taken for. */
export interface Registered {
  readonly kind: RegisterKind;
  /** As printed. */
  readonly name: string;
  readonly id: string;
  /** What the record is called in the register. */
  readonly title: string;
  /** Printed as the register has it, in either language. */
  readonly isPlain: boolean;
  /** Found by its name, said by whoever imports it, or proposed. */
  readonly how: 'known' | 'chosen' | 'new';
  readonly address: string;
  readonly rows: number;
  /** Names that one of them may be short for; only ever told. */
  readonly like: readonly string[];
}

/** Records that the registers do not have yet, in the order in which they are met. */
export type NewRecords = {
  readonly [K in RegisterKind]: readonly { readonly [name: string]: Value }[];
};

export interface Registers {
  /** The id of a name, proposed where it is not known. */
  readonly idOf: (kind: RegisterKind, name: string, address: string) => string;
  /** The same, counted as a row of the list that names a unit. */
  readonly unitOf: (name: string, address: string) => string;
  readonly readings: () => readonly Registered[];
  readonly news: () => NewRecords;
}

/** Names of groups end in these: 自贸区 is a zone and no district. */
const zones =
  /(?:自贸|开发|功能|保税|示范|试验|试点|园|新|合作|先行|特|景|社|片|工业|高新|经开|产业|辖|校|库|小)区$/u;

const isDistrictName = (name: string): boolean =>
  /^[\p{Script=Han}]{1,4}[区县]$/u.test(name) && !zones.test(name);

/** The letters of a name, Chinese ones as they are spoken; of a name in both only its Latin words. */
const spelt = (name: string, gap: string): string => {
  if (!/\p{Script=Han}/u.test(name)) return slugOf(name.replace(/['’.]/g, ''));
  const latin = name.match(/[\p{Script=Latin}\d][\p{Script=Latin}\d'’ .&-]{2,}/u)?.[0];
  if (latin !== undefined) return slugOf(latin.replace(/['’.]/g, ''));
  return slugOf(
    pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(gap),
  );
};

/** What a field is called without the words that only say that it is one. */
const bareField = (title: string): string =>
  title.replace(/(?:专项)?(?:改革)?(?:领域|方面|板块|类)(?:改革)?$/u, '');

const sortOf = (name: string): 'group' | 'special-group' | 'department' =>
  isGroup(name)
    ? 'group'
    : /领导小组|专项小组|指挥部|专班/u.test(name)
      ? 'special-group'
      : 'department';

/** So many names are held against each other. */
const mostCompared = 500;

/**
 * The registers of a ledger as a list fills them.
 * @param choices names, as printed, with the ids that whoever imports the list has said they mean
 * @param shorts names by what the list itself calls them for short
 */
export const registersOf = (
  ledger: Ledger,
  choices: ReadonlyMap<string, string>,
  shorts: ReadonlyMap<string, string>,
): Registers => {
  const city = ledger.about.jurisdiction_zh ?? ledger.about.jurisdiction;
  const plain = (kind: RegisterKind, name: string) =>
    kind === 'field' ? plainName(bareField(name), city) : plainName(name, city);
  const sharing = (kind: RegisterKind): readonly RegisterKind[] =>
    kind === 'field' ? ['field'] : ['unit', 'district'];
  const known = new Map<string, string>();
  const taken = { unit: new Set<string>(), district: new Set<string>(), field: new Set<string>() };
  const keyOf = (kind: RegisterKind, name: string) => `${sharing(kind)[0]} ${plain(kind, name)}`;
  const names = new Map<string, string>();
  const titles = new Map<string, string>();
  const plains = new Map<string, ReadonlySet<string>>();
  for (const kind of ['unit', 'district', 'field'] as const) {
    for (const entry of ledger.entries[kind] as readonly Entry[]) {
      taken[kind].add(entry.id);
      titles.set(entry.id, titleOf(entry));
      const { title, title_zh } = entry.data as {
        readonly title: string;
        readonly title_zh?: string;
      };
      plains.set(entry.id, new Set([title, ...(title_zh === undefined ? [] : [title_zh])]));
      for (const name of [...namesOf(entry), entry.id]) {
        const key = keyOf(kind, name);
        if (!known.has(key)) known.set(key, entry.id);
        if (kind !== 'field') names.set(name, plain('unit', name));
      }
    }
  }
  const said = new Map([...choices].map(([name, id]) => [keyOf('unit', name), id]));
  const folds = {
    unit: new Set([...taken.unit].map(foldId)),
    district: new Set([...taken.district].map(foldId)),
    field: new Set([...taken.field].map(foldId)),
  };
  const found = new Map<string, Registered>();
  const news: { [K in RegisterKind]: { readonly [name: string]: Value }[] } = {
    unit: [],
    district: [],
    field: [],
  };

  const free = (kind: RegisterKind, name: string): string => {
    const isLatin = /\p{Script=Latin}{3}/u.test(name);
    // 市委 is no 委; of other names the city's own is left out.
    const base = isLatin || /市[委府直长]/u.test(name) ? name.normalize('NFKC') : plain(kind, name);
    const bare = kind === 'district' ? base.replace(/[区县]$/u, '') : base;
    const slug = spelt(bare, [...bare].length <= 3 ? '' : '-') || kind;
    // `12` and `012` would be one id to whoever types it.
    const isTaken = (id: string) => sharing(kind).some((each) => folds[each].has(foldId(id)));
    let id = slug;
    for (let number = 2; isTaken(id); number += 1) id = `${slug}-${number}`;
    return id;
  };
  const propose = (kind: RegisterKind, name: string, id: string): void => {
    taken[kind].add(id);
    folds[kind].add(foldId(id));
    if (kind !== 'unit') news[kind].push({ id, title: name });
    else {
      const aliases = [...shorts].flatMap(([short, long]) => (long === name ? [short] : []));
      news.unit.push({
        id,
        title: name,
        ...(aliases.length > 0 && { aliases }),
        kind: sortOf(name),
      });
    }
  };
  /** Names that a new one may be short for, or they for it. */
  const lookalikes = (name: string): readonly string[] => {
    // A register of so many units is none of a city, and every name is near some other.
    if (names.size > mostCompared) return [];
    const own = plain('unit', name);
    return [...names].flatMap(([other, bare]) => (isLookalike(own, bare) ? [other] : []));
  };

  /** Finds a name or proposes it, and tells the key under which it is kept. */
  const look = (asked: RegisterKind, name: string, address: string): string => {
    const isDistrict = asked !== 'field' && !isGroup(name) && isDistrictName(plain('unit', name));
    const kind: RegisterKind = asked === 'unit' && isDistrict ? 'district' : asked;
    const key = keyOf(kind, name);
    if (found.has(key)) return key;
    // `ACA` beside `Anti-Corruption Agency (ACA)` is the same unit, unless the register has another.
    const long =
      kind === 'unit' && !known.has(key) && !said.has(key) ? shorts.get(name) : undefined;
    if (long !== undefined && long !== name) return look(asked, long, address);
    const chosen = kind === 'field' ? undefined : said.get(key);
    const old = known.get(key);
    const id = chosen ?? old ?? free(kind, name);
    const isNew = !sharing(kind).some((each) => taken[each].has(id));
    const like = isNew && kind === 'unit' && chosen === undefined ? lookalikes(name) : [];
    if (isNew) propose(kind, name, id);
    if (kind !== 'field') names.set(name, plain('unit', name));
    const how = chosen !== undefined ? 'chosen' : isNew ? 'new' : 'known';
    const title = titles.get(id) ?? name;
    const isPlain = how === 'known' && (plains.get(id)?.has(name) ?? false);
    found.set(key, { kind, name, id, title, isPlain, how, address, rows: 0, like });
    return key;
  };
  const idOf: Registers['idOf'] = (kind, name, address) =>
    found.get(look(kind, name, address))?.id ?? '';
  const unitOf: Registers['unitOf'] = (name, address) => {
    const key = look('unit', name, address);
    const each = found.get(key);
    if (each) found.set(key, { ...each, rows: each.rows + 1 });
    return each?.id ?? '';
  };
  /** A group of all districts has those of the register as its members; which others there are nobody said. */
  const members = ledger.entries.district.map(({ id }) => id);
  const withMembers = (record: { readonly [name: string]: Value }) => {
    const isAll = record['kind'] === 'group' && groupOf(String(record['title'])) === 'districts';
    return isAll && members.length > 0 ? { ...record, members } : record;
  };
  return {
    idOf,
    unitOf,
    readings: () => [...found.values()],
    news: () => ({ ...news, unit: news.unit.map(withMembers) }),
  };
};

/** Which unit each name means, as whoever imports a list has said. */
export interface Same {
  /** Names that mean a unit of the register, with its id. */
  readonly ids: ReadonlyMap<string, string>;
  /** Names that mean another name of the list, whose unit takes them as aliases. */
  readonly others: ReadonlyMap<string, string>;
  /** What is neither: a mistake. */
  readonly unknown: readonly string[];
}

/**
 * Finds what `NAME=UNIT` means: a unit of the register by its id or name, or another name of the list.
 * @param names the names of units in the list
 */
export const sameUnits = (
  ledger: Ledger,
  names: ReadonlySet<string>,
  same: ReadonlyMap<string, string>,
): Same => {
  const city = ledger.about.jurisdiction_zh ?? ledger.about.jurisdiction;
  const entries: readonly Entry[] = [...ledger.entries.unit, ...ledger.entries.district];
  const known = new Map(
    entries.flatMap((entry) =>
      [entry.id, ...namesOf(entry)].map((name) => [plainName(name, city), entry.id]),
    ),
  );
  const ids = new Map<string, string>();
  const others = new Map<string, string>();
  const unknown: string[] = [];
  for (const [name, unit] of same) {
    const id = known.get(plainName(unit, city));
    if (!names.has(name)) unknown.push(name);
    else if (id !== undefined) ids.set(name, id);
    else if (names.has(unit) && unit !== name) others.set(name, unit);
    else unknown.push(unit);
  }
  return { ids, others, unknown };
};
