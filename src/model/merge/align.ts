/**
 * Holds the logs of two sides against the one that both began with: which entries stayed, which were put in other words
 * and which are new. An entry counts as the same one only where it cannot be another. Pure.
 */
import { isSameValue } from '../attribute.ts';
import { common, isRewording } from '../diff.ts';
import type { Event } from '../events.ts';
import type { Fields, Side } from './sides.ts';

export type Log = readonly Fields[];

/** What became of an entry of the base: where it stands, and whether as it was. */
interface Fate {
  readonly at: number | undefined;
  readonly isKept: boolean;
}

/** A new entry, and the one of the base before which it stands. */
interface Added {
  readonly before: number;
  readonly at: number;
}

/** What one side has made of the entries of the base, and what it has added before which of them. */
export interface Aligned {
  readonly fates: readonly Fate[];
  readonly added: readonly Added[];
}

const asEvent = (fields: Fields | undefined) => fields as unknown as Event;

/**
 * Whether an entry is another one in other words: the same statement of the same unit on the same day. On a branch that
 * lacks the base's entry another event of the same sort may well stand in its place.
 */
const isSameStatement = (a: Fields | undefined, b: Fields | undefined): boolean =>
  ['event', 'date', 'by'].every((name) => a?.[name] === b?.[name]);

/** One side held against the base. */
export const align = (base: Log, side: Log): Aligned => {
  const fates = base.map((): Fate => ({ at: undefined, isKept: false }));
  const added: Added[] = [];
  let [from, start] = [0, 0];
  for (const [kept, at] of [...common(base, side, isSameValue), [base.length, side.length]]) {
    // Between two entries that stayed: an entry may have been reworded, the others are new.
    for (let each = start; each < (at ?? 0); each += 1) {
      const reworded = fates.findIndex(
        (_, index) =>
          index >= from && index < (kept ?? 0) && isSameStatement(base[index], side[each]),
      );
      if (reworded < 0) added.push({ before: from, at: each });
      else {
        fates[reworded] = { at: each, isKept: false };
        from = reworded + 1;
      }
    }
    fates[kept ?? 0] = { at: at ?? 0, isKept: true };
    [from, start] = [(kept ?? 0) + 1, (at ?? 0) + 1];
  }
  return { fates: fates.slice(0, base.length), added };
};

/** The new entry of a side that may stand in the place of an entry of the base. */
const standIn = (base: Log, side: Log, { fates, added }: Aligned, index: number) =>
  added.find(
    ({ before, at }) =>
      before <= index &&
      fates.slice(before, index).every((fate) => fate.at === undefined) &&
      isRewording(asEvent(base[index]), asEvent(side[at])),
  );

const withFate = ({ fates, added }: Aligned, index: number, { at }: Added): Aligned => ({
  fates: fates.map((fate, each) => (each === index ? { at, isKept: false } : fate)),
  added: added.filter((each) => each.at !== at),
});

/** Both sides; an entry that both have replaced has been replaced by what they have in its place. */
export const alignBoth = ({
  base,
  ours,
  theirs,
}: {
  readonly base: Log;
  readonly ours: Log;
  readonly theirs: Log;
}): { readonly [S in Side]: Aligned } => {
  let aligned = { ours: align(base, ours), theirs: align(base, theirs) };
  for (const index of base.keys()) {
    const isGone = [aligned.ours, aligned.theirs].every(
      ({ fates }) => fates[index]?.at === undefined,
    );
    if (!isGone) continue;
    const own = standIn(base, ours, aligned.ours, index);
    const other = standIn(base, theirs, aligned.theirs, index);
    if (!own || !other || isSameValue(ours[own.at] ?? null, theirs[other.at] ?? null)) continue;
    aligned = {
      ours: withFate(aligned.ours, index, own),
      theirs: withFate(aligned.theirs, index, other),
    };
  }
  return aligned;
};
