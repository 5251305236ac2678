/**
 * What a change by hand must leave as it is: entries of logs, items that were issued, and the plan of
 * items on which work has begun. Verbs keep to this by themselves; text that somebody edited is held
 * against it.
 */
import type { Logged } from './change.ts';
import { amendableAttributes } from './events.ts';
import { childrenOf, type Item, isItem, itemsOf, type Ledger } from './ledger.ts';
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

const breachesOf = (before: Ledger, after: Ledger, entry: Logged): readonly Breach[] => {
  const { id, kind } = entry;
  const same = after.byId[kind].get(id) as Logged | undefined;
  const isDraft = before.about.state === 'draft';
  if (!same) return isDraft && !entry.data.log?.length ? [] : [{ is: 'gone', id }];
  const log: readonly unknown[] = same.data.log ?? [];
  const changed = (entry.data.log ?? []).findIndex(
    (event, index) => asText(event) !== asText(log[index]),
  );
  if (changed >= 0) return [{ is: 'entry', id, entry: changed + 1 }];
  if (!isItem(entry) || !isItem(same) || isDraft || !hasBegun(before, entry)) return [];
  const [old, now] = [planOf(before, entry), planOf(after, same)];
  return Object.keys(amendableAttributes)
    .filter((attribute) => asText(old[attribute]) !== asText(now[attribute]))
    .map((attribute) => ({ is: 'plan', id, attribute }));
};

/** All that an edit by hand did not keep. */
export const breaches = (before: Ledger, after: Ledger): readonly Breach[] =>
  [...itemsOf(before), ...before.entries.pilot].flatMap((entry) =>
    breachesOf(before, after, entry),
  );
