/**
 * What a change by hand must leave as it is: entries of logs, items that were issued, and the plan of
 * items on which work has begun. Verbs keep to this by themselves; text that somebody edited is held
 * against it.
 */
import type { Value } from './attribute.ts';
import { amendableAttributes } from './events.ts';
import { childrenOf, type Item, itemsOf, type Ledger } from './ledger.ts';
import { finalStanding } from './view.ts';

/** Something that was not kept. */
export type Breach =
  | { readonly is: 'gone'; readonly id: string }
  | { readonly is: 'entry'; readonly id: string; readonly entry: number }
  | { readonly is: 'plan'; readonly id: string; readonly attribute: string };

const asText = (value: unknown): string => JSON.stringify(value ?? null);

const planOf = (ledger: Ledger, item: Item): { readonly [attribute: string]: unknown } => ({
  ...item.data,
  criteria: childrenOf(ledger, item, 'criterion').map(({ data }) => data),
});

const hasBegun = (ledger: Ledger, item: Item): boolean =>
  !['declared', 'listed', 'planned'].includes(finalStanding(ledger, item).status);

/** The item that took an item's place: the same id in the same kind. */
const sameIn = (after: Ledger, { kind, id }: Item): Item | undefined => after.byId[kind].get(id);

const breachesOf = (before: Ledger, after: Ledger, item: Item): readonly Breach[] => {
  const { id } = item;
  const same = sameIn(after, item);
  const isDraft = before.about.state === 'draft';
  if (!same) return isDraft && !item.data.log?.length ? [] : [{ is: 'gone', id }];
  const log: readonly unknown[] = same.data.log ?? [];
  const changed = (item.data.log ?? []).findIndex(
    (event, index) => asText(event as unknown as Value) !== asText(log[index]),
  );
  if (changed >= 0) return [{ is: 'entry', id, entry: changed + 1 }];
  if (isDraft || !hasBegun(before, item)) return [];
  const [old, now] = [planOf(before, item), planOf(after, same)];
  return Object.keys(amendableAttributes)
    .filter((attribute) => asText(old[attribute]) !== asText(now[attribute]))
    .map((attribute) => ({ is: 'plan', id, attribute }));
};

/** All that an edit by hand did not keep. */
export const breaches = (before: Ledger, after: Ledger): readonly Breach[] =>
  itemsOf(before).flatMap((item) => breachesOf(before, after, item));
