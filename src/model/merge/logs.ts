/**
 * Makes one log of both sides': the united entries, and what settling a conflict adds below. Numbers by which retractions
 * name entries follow their entries, and nothing that the main line has recorded is rewritten or taken away.
 */
import { isSameValue, type Value } from '../attribute.ts';
import { align, type Log } from './align.ts';
import { clashesOf } from './clashes.ts';
import { type Element, isOnlyOf, type Logging, numbered, targetsOf } from './elements.ts';
import { decide, type Fields, isFields, type Merging, type Side } from './sides.ts';
import { unite } from './unite.ts';

/** A log as a list of entries; undefined where the value is none. */
export const logIn = (value: Value | undefined): Log | undefined => {
  if (value === undefined) return [];
  if (!Array.isArray(value)) return undefined;
  return value.every(isFields) ? (value as Log) : undefined;
};

/** Tells what a side has done to entries of before, where the other has left them alone. */
export const tellChanged = (
  into: Merging,
  id: string,
  side: Side,
  { base, log }: { readonly base: Log; readonly log: Log },
): void => {
  for (const [index, { at, isKept }] of align(base, log).fates.entries()) {
    if (isKept) continue;
    const what = at === undefined ? 'removed' : 'reworded';
    into.entries.push({ id, side, what, number: index + 1, entry: base[index] as Fields });
  }
};

/**
 * One log made of both. Entries that cannot both count are a conflict: settled, those of the other side stay and
 * are retracted below; until then they are left out.
 * @returns the log, and attributes that are to be otherwise than both have them in place
 */
export const mergeLogs = (
  into: Merging,
  logging: Logging,
  logs: { readonly base: Log; readonly ours: Log; readonly theirs: Log },
): { readonly log: Log; readonly put: ReadonlyMap<string, Value | undefined> } => {
  const { id, paths } = logging;
  const { elements, retracted } = unite(into, logging, logs);
  const leftOut = new Set<Element>();
  const again: Fields[] = [];
  const put = new Map<string, Value | undefined>();
  const targets = targetsOf(elements);
  const clashes = into.isSound ? clashesOf(logging, elements) : [];
  for (const { conflict, losers, inPlace } of clashes) {
    const isSettled = into.settle(conflict) !== undefined;
    const side = decide(into, conflict);
    if (inPlace && conflict.attribute !== null) put.set(conflict.attribute, inPlace[side]);
    for (const loser of losers[side]) {
      if (!isSettled) leftOut.add(loser);
      else if (!targets.has(loser)) {
        if (!retracted.has(loser)) retracted.set(loser, into.retraction.reason(conflict));
      } else if (loser.at[into.first] === undefined) leftOut.add(loser);
      else {
        // A retraction cannot be retracted: what it took back is recorded once more.
        const target = targets.get(loser);
        if (target && !again.some((each) => isSameValue(each, target.value))) {
          again.push(target.value);
        }
      }
    }
  }
  const kept = numbered(elements.filter((each) => !leftOut.has(each)));
  for (const { element, value } of kept) {
    for (const side of ['ours', 'theirs'] as const) {
      const at = element.at[side];
      const own = at === undefined ? undefined : logs[side][at];
      if (at === undefined || own === undefined || own['entry'] === value['entry']) continue;
      const path = [...paths[side], 'log', at, 'entry'];
      into.rewrites.push({ side, path, value: value['entry'] as Value });
    }
  }
  const count = (side: Side) => kept.filter(({ element }) => isOnlyOf(element, side)).length;
  if (count('ours') > 0 && count('theirs') > 0) {
    into.united.push({ id, ours: count('ours'), theirs: count('theirs') });
  }
  const taken = new Set(targetsOf(kept.map(({ element }) => element)).values());
  const { date, by } = into.retraction;
  const retractions = kept.flatMap(({ element, value }, index): readonly Fields[] => {
    const reason = retracted.get(element);
    if (reason === undefined || taken.has(element)) return [];
    const number = index + 1;
    into.entries.push({ id, side: element.source, what: 'retracted', number, entry: value });
    return [{ date, event: 'retract', ...(by !== undefined && { by }), entry: number, reason }];
  });
  for (const [index, entry] of again.entries()) {
    const number = kept.length + index + 1;
    into.entries.push({ id, side: into.first, what: 'again', number, entry });
  }
  return { log: [...kept.map(({ value }) => value), ...again, ...retractions], put };
};
