/**
 * What a file that somebody has settled by hand lacks of what either side had to add, and nobody had to decide. A
 * conflict is theirs to settle as they like; an event, a change or a record that contradicted nothing is not. Pure.
 */
import { isSameValue, type Value } from '../attribute.ts';
import { kindOf } from '../kinds/index.ts';
import { merge } from './merge.ts';
import { recordsOf } from './records.ts';
import {
  type Conflict,
  type Fields,
  isFields,
  type Manner,
  otherThan,
  type Side,
  type Sides,
} from './sides.ts';

/** Something that is not in the file. */
export interface Loss {
  readonly id: string;
  /** The attribute whose change is missing; null for the record as a whole, and for an event. */
  readonly attribute: string | null;
  /** The side that has it. */
  readonly side: Side;
  /** The event that is missing. */
  readonly event: Fields | null;
}

type Placed = ReturnType<typeof recordsOf>[number];

const logOf = ({ record }: Placed): readonly Fields[] => {
  const log = record['log'];
  return Array.isArray(log) ? log.filter(isFields) : [];
};

/** An event by what it says; a retraction by what it takes back. */
const saidIn = (log: readonly Fields[], event: Fields): Value => {
  const target = event['event'] === 'retract' ? log[Number(event['entry']) - 1] : undefined;
  return target ? { ...event, entry: target } : event;
};

const isSame = (a: Value | undefined, b: Value | undefined): boolean =>
  isSameValue(a ?? null, b ?? null);

/** Conflicts about entries, in which one of them was to go. */
const isAboutEntries = ({ why }: Conflict): boolean => why === 'entry' || why === 'retracted';

/** Events that should be there: those of both ways to settle, retractions only where nobody had to decide. */
const lostEvents = (
  id: string,
  logs: { readonly [S in Side | 'now' | 'own' | 'other']: readonly Fields[] },
  conflicts: readonly Conflict[],
): readonly Loss[] => {
  const { own, other, now } = logs;
  const left = now.map((event) => saidIn(now, event));
  const decided = conflicts
    .filter((conflict) => conflict.id === id && isAboutEntries(conflict))
    .flatMap(({ values }) => [values.base, values.ours, values.theirs]);
  const take = (said: Value): boolean => {
    const at = left.findIndex((each) => isSameValue(each, said));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  };
  const inOther = other.map((event) => saidIn(other, event));
  const both = own.map((event) => ({ event, said: saidIn(own, event) }));
  const isIn = (list: readonly Value[], said: Value) =>
    list.some((each) => isSameValue(each, said));
  const all = [
    ...both.filter(({ event, said }) => event['event'] !== 'retract' || isIn(inOther, said)),
    ...other
      .map((event) => ({ event, said: saidIn(other, event) }))
      .filter(({ event, said }) => {
        const isOwn = isIn(
          both.map((each) => each.said),
          said,
        );
        return event['event'] !== 'retract' && !isOwn;
      }),
  ];
  return all.flatMap(({ event, said }): readonly Loss[] => {
    if (take(said) || decided.some((each) => isSame(each, event))) return [];
    const isOurs = isIn(
      logs.ours.map((each) => saidIn(logs.ours, each)),
      said,
    );
    return [{ id, attribute: null, side: isOurs ? 'ours' : 'theirs', event }];
  });
};

/**
 * What a file lacks.
 * @param now what it says
 */
export const lossesIn = (file: string, values: Sides, now: Value, first: Side): readonly Loss[] => {
  const manner = (meanwhile: Side): Manner => ({
    ...{ first, meanwhile, settle: () => undefined },
    retraction: { date: '', reason: () => '' },
  });
  const merged = merge(file, values, manner(first));
  const otherwise = merge(file, values, manner(otherThan(first)));
  const { conflicts } = merged;
  const inFile = (value: Value | undefined) => (value === undefined ? [] : recordsOf(file, value));
  const find = (list: readonly Placed[], id: string) => list.find((each) => each.id === id);
  const stands = inFile(now);
  const sides = { ours: inFile(values.ours), theirs: inFile(values.theirs) };
  const [base, other] = [inFile(values.base), inFile(otherwise.value)];
  const missing = new Set<string>();
  return inFile(merged.value).flatMap((placed): readonly Loss[] => {
    const { id, kind, record } = placed;
    const against = find(other, id);
    // Where it is to be decided whether there is such a record, there may be none.
    if (!against) return [];
    const { titleOf, attributes } = kindOf(kind);
    const was = merged.renumbered.find(({ to }) => to === id);
    const isMeant = (each: Placed) =>
      each.kind === kind && isSame(each.record[titleOf], record[titleOf]);
    const here = was === undefined ? find(stands, id) : stands.find(isMeant);
    const [own, their] = [find(sides.ours, was?.from ?? id), find(sides.theirs, was?.from ?? id)];
    const before = was === undefined ? find(base, id) : undefined;
    if (!here) {
      const isInside = [...missing].some((around) => id.startsWith(around));
      missing.add(id);
      const side = was?.side ?? (own ? 'ours' : 'theirs');
      return isInside ? [] : [{ id, attribute: null, side, event: null }];
    }
    const changed = Object.entries(attributes).flatMap(([name, { type }]): readonly Loss[] => {
      if (name === 'id' || type.is === 'log' || type.is === 'records') return [];
      const [meant, old] = [record[name], before?.record[name]];
      const isCertain = isSame(meant, against.record[name]) && !isSame(meant, old);
      if (!isCertain || !isSame(here.record[name], old)) return [];
      const side = isSame(own?.record[name], meant) ? 'ours' : 'theirs';
      return [{ id, attribute: name, side, event: null }];
    });
    const logs = {
      ...{ own: logOf(placed), other: logOf(against), now: logOf(here) },
      ours: own ? logOf(own) : [],
      theirs: their ? logOf(their) : [],
    };
    return [...changed, ...lostEvents(id, logs, conflicts)];
  });
};
