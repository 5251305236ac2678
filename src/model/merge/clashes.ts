/**
 * Entries of two logs that cannot both count: they set the same attribute of the plan, or one is not possible
 * after the other. Found by replaying what each side has by itself and what they have together.
 */
import { isSameValue, type Value } from '../attribute.ts';
import { endOfTime } from '../dates.ts';
import type { Event } from '../events.ts';
import { issuedOf } from '../issued.ts';
import type { DataOf } from '../ledger.ts';
import { byDate, replay, retractions } from '../replay.ts';
import type { Plan, Standing } from '../standing.ts';
import { type Element, isOnlyOf, type Logging, numbered } from './elements.ts';
import { type Conflict, type Fields, otherThan, type Side } from './sides.ts';

/** A conflict with the entries that give way, by the side that stands. */
interface Clash {
  readonly conflict: Conflict;
  readonly losers: { readonly [S in Side]: readonly Element[] };
  /** What the attribute is to be in place, where one side has changed it there. */
  readonly inPlace?: { readonly [S in Side]: Value | undefined };
}

const isSame = (a: Value | undefined, b: Value | undefined): boolean =>
  a === undefined || b === undefined ? a === b : isSameValue(a, b);

const asLog = (log: readonly Fields[]) => log as unknown as readonly Event[];

/** Where an item stands after a log; the basis of the ledger makes no difference to what is possible. */
const standingOf = (
  kind: 'measure' | 'project',
  record: Fields,
  log: readonly Fields[],
): Standing => {
  const { criteria = [], ...data } = record;
  const issued = issuedOf(
    kind,
    data as unknown as DataOf<'measure'>,
    criteria as unknown as NonNullable<Plan['criteria']>,
    'office',
  );
  return replay({ ...issued, log: asLog(log) }, endOfTime);
};

/** The attributes of the plan that an event sets. */
const setBy = (event: Event): { readonly [attribute: string]: Value } => {
  if (event.event === 'postpone') return { due: event.due };
  return event.event === 'amend' ? (event.set as unknown as Fields) : {};
};

/** Elements whose entries have an effect, or had one until they were retracted. */
const effective = (
  kind: 'measure' | 'project',
  record: Fields,
  elements: readonly Element[],
): ReadonlySet<Element> => {
  const all = numbered(elements);
  const log = all.map(({ value }) => value);
  const taking = new Set(retractions(asLog(log), endOfTime).values());
  const { entries } = standingOf(kind, record, log);
  return new Set(
    entries.flatMap(({ number, event, fate }) => {
      const element = all[number - 1]?.element;
      const counts = event.event === 'retract' ? taking.has(number) : fate !== 'illegal';
      return counts && element ? [element] : [];
    }),
  );
};

/** What the new entries of a side set, by attribute: the last value, and all entries that set it. */
const setOn = (
  kind: 'measure' | 'project',
  record: Fields,
  elements: readonly Element[],
  side: Side,
) => {
  const all = numbered(elements.filter(({ at }) => at[side] !== undefined));
  const { entries } = standingOf(
    kind,
    record,
    all.map(({ value }) => value),
  );
  const found = new Map<string, { value: Value; readonly elements: Element[] }>();
  for (const { number, event, fate } of [...entries].sort(byDate)) {
    const element = all[number - 1]?.element;
    if (!element || !isOnlyOf(element, side) || fate !== 'counts') continue;
    for (const [attribute, value] of Object.entries(setBy(event))) {
      const set = found.get(attribute) ?? { value, elements: [] };
      set.elements.push(element);
      found.set(attribute, Object.assign(set, { value }));
    }
  }
  return found;
};

/** Attributes that both sides set by events, to different values. */
const contested = (
  kind: 'measure' | 'project',
  { id, base, ours, theirs }: Logging,
  elements: readonly Element[],
): readonly Clash[] => {
  const own = setOn(kind, ours, elements, 'ours');
  const other = setOn(kind, theirs, elements, 'theirs');
  const before = elements.filter(({ at }) => at.base !== undefined);
  const { plan } = standingOf(
    kind,
    base,
    numbered(before).map(({ value }) => value),
  );
  const known = plan as unknown as Fields;
  const both = [...own].flatMap(([attribute, { value, elements: mine }]): readonly Clash[] => {
    const set = other.get(attribute);
    if (!set || isSameValue(set.value, value)) return [];
    const values = { base: known[attribute], ours: value, theirs: set.value };
    const conflict = { id, attribute, why: 'contested', values } as const;
    return [{ conflict, losers: { ours: set.elements, theirs: mine } }];
  });
  /** What the events of one side set and the other has changed where the plan is written. */
  const inPlace = (side: Side): readonly Clash[] =>
    [...(side === 'ours' ? own : other)].flatMap(([attribute, { value, elements: set }]) => {
      const [mine, their] = side === 'ours' ? [ours, theirs] : [theirs, ours];
      const [was, is, now] = [base[attribute], mine[attribute], their[attribute]];
      const isChanged = now !== undefined && !isSame(was, now) && !isSame(is, now);
      if (!isChanged || isSameValue(now, value)) return [];
      const told = { [side]: value, [otherThan(side)]: now } as { readonly [S in Side]: Value };
      const values = { base: known[attribute], ...told };
      const conflict = { id, attribute, why: 'contested', values } as const;
      return [
        {
          conflict,
          losers: { ours: [], theirs: [], [otherThan(side)]: set },
          inPlace: { ours: ours[attribute], theirs: theirs[attribute] },
        },
      ];
    });
  return [...both, ...inPlace('ours'), ...inPlace('theirs')];
};

const namesOf = (elements: readonly Element[]): Value =>
  elements.map(({ value }) => String(value['event']));

/** Entries that count on their own side and no longer count among those of both. */
const impossible = (
  kind: 'measure' | 'project',
  { id, ours, theirs, merged }: Logging,
  elements: readonly Element[],
): readonly Clash[] => {
  const on = (side: Side) => elements.filter(({ at }) => at[side] !== undefined);
  const own = {
    ours: effective(kind, ours, on('ours')),
    theirs: effective(kind, theirs, on('theirs')),
  };
  // What is impossible on a side by itself is no contradiction between the two.
  const alone = new Set(
    elements.filter((each) =>
      (['ours', 'theirs'] as const).every(
        (side) => each.at[side] === undefined || own[side].has(each),
      ),
    ),
  );
  const together = effective(kind, merged, elements);
  if ([...alone].every((each) => together.has(each))) return [];
  const losersTo = (side: Side): readonly Element[] => {
    const losers: Element[] = [];
    let stands = elements.filter((each) => !isOnlyOf(each, otherThan(side)));
    for (const each of elements.filter((element) => isOnlyOf(element, otherThan(side)))) {
      const longer = elements.filter((element) => element === each || stands.includes(element));
      const before = effective(kind, merged, stands);
      const after = effective(kind, merged, longer);
      const isPossible = after.has(each) || !alone.has(each);
      if (isPossible && [...before].every((element) => after.has(element) || !alone.has(element))) {
        stands = longer;
      } else losers.push(each);
    }
    return losers;
  };
  const losers = { ours: losersTo('ours'), theirs: losersTo('theirs') };
  if (losers.ours.length === 0 && losers.theirs.length === 0) return [];
  const values = { base: undefined, ours: namesOf(losers.theirs), theirs: namesOf(losers.ours) };
  return [{ conflict: { id, attribute: 'status', why: 'status', values }, losers }];
};

/** All that cannot both count in the united log of an item; nothing in that of another kind of record. */
export const clashesOf = (logging: Logging, elements: readonly Element[]): readonly Clash[] => {
  const { kind } = logging;
  if (kind !== 'measure' && kind !== 'project') return [];
  const has = (side: Side) => elements.some((each) => isOnlyOf(each, side));
  if (!has('ours') && !has('theirs')) return [];
  const clashes = contested(kind, logging, elements);
  return has('ours') && has('theirs')
    ? [...clashes, ...impossible(kind, logging, elements)]
    : clashes;
};
