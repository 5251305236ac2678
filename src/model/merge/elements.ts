/**
 * The entries of a log that is being united, each with the places it comes from, so that what names entries by
 * their number can follow them.
 */
import type { KindName } from '../kinds/index.ts';
import type { Path } from '../ledger.ts';
import { type Fields, otherThan, type Side } from './sides.ts';

/** An entry of the united log, with its place in the logs it comes from, counted from 0. */
export interface Element {
  readonly value: Fields;
  /** The side by whose numbers the value names other entries. */
  readonly source: Side;
  readonly at: { readonly base?: number; readonly ours?: number; readonly theirs?: number };
  /** For a retraction that names nothing on its own side: by how much its number is beyond the last. */
  readonly beyond?: number;
}

/** The record whose logs are united. */
export interface Logging {
  readonly id: string;
  readonly kind: KindName;
  /** Where the record stands in the file of each side. */
  readonly paths: { readonly [S in Side]: Path };
  /** The record as each has it, and as it is merged but for its log. */
  readonly base: Fields;
  readonly ours: Fields;
  readonly theirs: Fields;
  readonly merged: Fields;
}

/** The place of the entry that a retraction names, counted from 0; undefined for other events. */
export const retracts = (entry: Fields | undefined): number | undefined => {
  const named = entry?.['event'] === 'retract' ? entry['entry'] : undefined;
  return typeof named === 'number' && Number.isInteger(named) ? named - 1 : undefined;
};

/** The elements by where they stand in the log of one side. */
const standingIn = (elements: readonly Element[], side: Side): ReadonlyMap<number, Element> =>
  new Map(
    elements.flatMap((element) => {
      const own = element.at[side];
      return own === undefined ? [] : [[own, element] as const];
    }),
  );

/** The retractions among the elements with the element that each takes back; undefined where that is not among them. */
export const targetsOf = (
  elements: readonly Element[],
): ReadonlyMap<Element, Element | undefined> => {
  const places = { ours: standingIn(elements, 'ours'), theirs: standingIn(elements, 'theirs') };
  return new Map(
    elements.flatMap((element) => {
      const target = retracts(element.value);
      if (target === undefined) return [];
      const { at, source } = element;
      const own = places[source].get(target);
      const isOfBoth = at.base !== undefined && at[otherThan(source)] !== undefined;
      const other = isOfBoth ? places[otherThan(source)].get(target) : undefined;
      // Where entries were moved on one side, its number is the one that was looked at.
      const isMoved = other !== undefined && other.at.base !== target;
      return [[element, isMoved ? other : (own ?? other)] as const];
    }),
  );
};

/** The elements with retractions naming entries by their place among them; what retracts nothing left goes. */
export const numbered = (
  elements: readonly Element[],
): readonly { readonly element: Element; readonly value: Fields }[] => {
  const targets = targetsOf(elements);
  const isLost = (each: Element) =>
    each.beyond === undefined &&
    each.at.base === undefined &&
    targets.has(each) &&
    targets.get(each) === undefined;
  if (elements.some(isLost)) return numbered(elements.filter((each) => !isLost(each)));
  const places = new Map(elements.map((element, index) => [element, index + 1]));
  return elements.map((element) => {
    const { value, beyond } = element;
    const target = targets.get(element);
    const entry = beyond === undefined ? target && places.get(target) : elements.length + beyond;
    const isSame = entry === undefined || entry === value['entry'];
    return { element, value: isSame ? value : { ...value, entry } };
  });
};

/** Whether only one side has an entry. */
export const isOnlyOf = ({ at }: Element, side: Side): boolean =>
  at[side] !== undefined && at[otherThan(side)] === undefined && at.base === undefined;
