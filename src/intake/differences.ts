/**
 * What a list says of an item that the ledger has, held against what the ledger says: nothing new, a
 * change, or words of the issued list that the ledger has amended since.
 */
import type { Value } from '../model/attribute.ts';
import { amendableAttributes } from '../model/events.ts';
import { currentUnit, type Entry, type Ledger } from '../model/ledger.ts';
import { inForce, type Settings } from '../model/plan.ts';
import { foldText } from './lines.ts';

/** One attribute that the list gives another value. */
export interface Difference {
  readonly attribute: string;
  readonly is: Value | undefined;
  readonly becomes: Value;
}

export interface Compared {
  readonly differences: readonly Difference[];
  /** The list still has the words as issued; the ledger has gone on. */
  readonly outdated: readonly Difference[];
}

const folded = (value: Value | undefined): string =>
  typeof value === 'string' ? foldText(value) : JSON.stringify(value ?? null);

/** Whether two values say the same: the first of the leading units answers, the others are a set. */
const isSame = (
  ledger: Ledger,
  today: string,
  attribute: string,
  a: Value | undefined,
  b: Value,
): boolean => {
  if (attribute !== 'lead' && attribute !== 'support') return folded(a) === folded(b);
  const units = (value: Value | undefined) =>
    (Array.isArray(value) ? value : []).map((unit) => currentUnit(ledger, String(unit), today));
  const [old, now] = [units(a), units(b)];
  const isFirstSame = attribute === 'support' || old[0] === now[0];
  return isFirstSame && [...new Set(old)].sort().join() === [...new Set(now)].sort().join();
};

/** Compares what a list gives with a record; what the list leaves blank stays as it is. */
export const compare = (ledger: Ledger, today: string, entry: Entry, given: Settings): Compared => {
  const differences: Difference[] = [];
  const outdated: Difference[] = [];
  for (const [attribute, becomes] of Object.entries(given)) {
    if (becomes === undefined) continue;
    const is = inForce(ledger, entry, attribute);
    if (isSame(ledger, today, attribute, is, becomes)) continue;
    const issued = (entry.data as { readonly [name: string]: Value | undefined })[attribute];
    const isOld =
      attribute in amendableAttributes && isSame(ledger, today, attribute, issued, becomes);
    (isOld ? outdated : differences).push({ attribute, is, becomes });
  }
  return { differences, outdated };
};
