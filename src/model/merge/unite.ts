/**
 * The entries of both sides in one list: what stood there before, then what the main line added, then what the other side
 * did. A retraction stays with the entry it was written for, or it is a conflict. Pure but for what it collects.
 */
import { isSameValue } from '../attribute.ts';
import { alignBoth, type Log } from './align.ts';
import { type Element, isOnlyOf, type Logging, retracts, targetsOf } from './elements.ts';
import { type Conflict, decide, type Fields, type Merging, otherThan, type Side } from './sides.ts';

type Logs = { readonly base: Log; readonly ours: Log; readonly theirs: Log };

const without = (entry: Fields): Fields =>
  Object.fromEntries(Object.entries(entry).filter(([name]) => name !== 'entry'));

/** Where entries of a log stand: of the base and of each side. */
type Aligning = ReturnType<typeof alignBoth>;

const entryAt = (logs: Logs, side: Side, at: number): Fields => logs[side][at] as Fields;

const baseOf = (aligned: Aligning, side: Side, at: number): number =>
  aligned[side].fates.findIndex((fate) => fate.at === at);

/** New entries of the other side by the one of the first that says the same. */
const twinsIn = (logs: Logs, aligned: Aligning, first: Side): ReadonlyMap<number, number> => {
  const other = otherThan(first);
  const same = new Map<number, number>();
  for (const { at } of aligned[other].added) {
    const value = entryAt(logs, other, at);
    const target = retracts(value);
    const twin = aligned[first].added.find((each) => {
      const own = entryAt(logs, first, each.at);
      if ([...same.values()].includes(each.at)) return false;
      if (target === undefined) return isSameValue(own, value);
      const named = retracts(own);
      if (named === undefined || !isSameValue(without(own), without(value))) return false;
      const base = baseOf(aligned, other, target);
      return base < 0 ? same.get(target) === named : baseOf(aligned, first, named) === base;
    });
    if (twin) same.set(at, twin.at);
  }
  return same;
};

const elementOf = (logs: Logs, value: Fields, source: Side, at: Element['at']): Element => {
  const target = retracts(value);
  const beyond = target === undefined ? 0 : target - logs[source].length + 1;
  return { value, source, at, ...(beyond > 0 && { beyond }) };
};

/** Retractions of both sides that take back the same entry: those of the side off the main line. */
const doubledIn = (elements: readonly Element[], first: Side): readonly Element[] => {
  const targets = [...targetsOf(elements)];
  return targets.flatMap(([each, target]) => {
    const isOther = isOnlyOf(each, otherThan(first)) && target !== undefined;
    const isDoubled =
      isOther &&
      targets.some(
        ([own, taken]) => taken === target && own !== each && own.at[first] !== undefined,
      );
    return isDoubled ? [each] : [];
  });
};

/** What became of one entry of the base. */
interface Outcome {
  readonly elements: readonly Element[];
  /** What comes behind the entries of the main line. */
  readonly restored: readonly Element[];
  /** Why the entry is to be retracted. */
  readonly reason?: string;
  /** The side whose retractions of the entry are not to stand. */
  readonly without?: Side;
}

/** Both sides' entries in one list, what both have added alike once, and which are to be retracted for which reason. */
export const unite = (
  into: Merging,
  { id }: Logging,
  logs: Logs,
): { readonly elements: readonly Element[]; readonly retracted: Map<Element, string> } => {
  const { first } = into;
  const other = otherThan(first);
  const aligned = alignBoth(logs);
  /** Entries of the base that a side has retracted since, by the retraction. */
  const retractions = (side: Side, base: number) =>
    aligned[side].added.filter(({ at }) => {
      const target = retracts(entryAt(logs, side, at));
      return target !== undefined && target >= 0 && baseOf(aligned, side, target) === base;
    });
  const same = twinsIn(logs, aligned, first);
  const added = (side: Side, base: number): readonly Element[] =>
    aligned[side].added.flatMap(({ before, at }) => {
      if (before !== base || (side === other && same.has(at))) return [];
      const twin = side === first ? [...same].find(([, own]) => own === at)?.[0] : undefined;
      const places = { [side]: at, ...(twin !== undefined && { [other]: twin }) };
      return [elementOf(logs, entryAt(logs, side, at), side, places)];
    });

  /** A conflict about an entry of before that somebody has settled against the main line, which keeps what it has. */
  const settledForOther = (base: number, conflict: Conflict, values: Pair): Outcome => {
    const place = (side: Side) => aligned[side].fates[base]?.at as number;
    const [mine, their] = [values[first], values[other]];
    const back = their ? [elementOf(logs, their, other, { [other]: place(other) })] : [];
    if (mine === undefined) return { elements: [], restored: back };
    const isTaken = retractions(other, base).length > 0;
    const isBase = isSameValue(mine, logs.base[base] as Fields);
    const at = {
      ...(isBase && { base }),
      [first]: place(first),
      // What the other side's retraction takes back is what the main line has made of it.
      ...(isTaken && { [other]: place(other) }),
    };
    const elements = [elementOf(logs, mine, first, at)];
    if (isTaken) return { elements, restored: [] };
    const isDone = retractions(first, base).length > 0;
    return {
      elements,
      restored: back,
      ...(!isDone && { reason: into.retraction.reason(conflict) }),
    };
  };

  const outcomeOf = (base: number): Outcome => {
    const fates = { ours: aligned.ours.fates[base], theirs: aligned.theirs.fates[base] };
    const before = logs.base[base] as Fields;
    const versionOf = (side: Side) => {
      const at = fates[side]?.at;
      return at === undefined ? undefined : entryAt(logs, side, at);
    };
    const values: Pair = { ours: versionOf('ours'), theirs: versionOf('theirs') };
    const isKept = (side: Side) => fates[side]?.isKept === true;
    const isSame =
      values.ours === undefined || values.theirs === undefined
        ? values.ours === values.theirs
        : isSameValue(values.ours, values.theirs);
    const taken = { ours: retractions('ours', base), theirs: retractions('theirs', base) };
    const isTakenFrom = (side: Side) =>
      !isSame && !isKept(side) && taken[otherThan(side)].length > 0;
    const isTaken = isTakenFrom('ours') || isTakenFrom('theirs');
    const isClash = isTaken || (!isKept('ours') && !isKept('theirs') && !isSame);
    const told = (side: Side) => {
      const [retraction] = isTaken ? taken[side] : [];
      return retraction ? entryAt(logs, side, retraction.at) : values[side];
    };
    const conflict: Conflict = {
      ...{ id, attribute: 'log', why: isTaken ? 'retracted' : 'entry' },
      values: { base: before, ours: told('ours'), theirs: told('theirs') },
    };
    const isForOther = isClash && into.settle(conflict) === other;
    const changed: Side = isKept('ours') ? 'theirs' : 'ours';
    const stands = isClash ? decide(into, conflict) : changed;
    if (isForOther) return settledForOther(base, conflict, values);
    if (!isClash && !isKept(changed) && !isSame) {
      const what = values[changed] === undefined ? 'removed' : 'reworded';
      into.entries.push({ id, side: changed, what, number: base + 1, entry: before });
    }
    const value = values[stands];
    const against = isClash ? { without: otherThan(stands) } : {};
    if (value === undefined) return { elements: [], restored: [], ...against };
    const at = {
      ...(isSameValue(value, before) && { base }),
      ...(fates.ours?.at !== undefined && { ours: fates.ours.at }),
      ...(fates.theirs?.at !== undefined && { theirs: fates.theirs.at }),
    };
    return { elements: [elementOf(logs, value, stands, at)], restored: [], ...against };
  };

  const elements: Element[] = [];
  const restored: Element[] = [];
  const retracted = new Map<Element, string>();
  const dropped = new Set<string>();
  for (let base = 0; base <= logs.base.length; base += 1) {
    const isLast = base === logs.base.length;
    elements.push(...added(first, base), ...(isLast ? restored : []), ...added(other, base));
    if (isLast) break;
    const outcome = outcomeOf(base);
    elements.push(...outcome.elements);
    restored.push(...outcome.restored);
    const [entry] = outcome.elements;
    if (entry && outcome.reason !== undefined) retracted.set(entry, outcome.reason);
    const { without: side } = outcome;
    for (const { at } of side ? retractions(side, base) : []) dropped.add(`${side} ${at}`);
  }
  const isDropped = ({ at }: Element) =>
    dropped.has(`ours ${at.ours}`) || dropped.has(`theirs ${at.theirs}`);
  const standing = elements.filter((each) => !isDropped(each));
  const doubled = doubledIn(standing, first);
  for (const each of doubled) {
    into.entries.push({ id, side: other, what: 'doubled', number: null, entry: each.value });
  }
  return { elements: standing.filter((each) => !doubled.includes(each)), retracted };
};

/** An entry as both sides have it; undefined where it is gone. */
type Pair = { readonly [S in Side]: Fields | undefined };
