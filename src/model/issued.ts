/** The plan of an item as issued, ready to replay its log on. */
import type { Infer } from './attribute.ts';
import type { criterionAttributes, Status } from './events.ts';
import type { DataOf } from './ledger.ts';
import type { Issued, Plan } from './standing.ts';

/** The status before any event: what the list itself says of the item. */
const initialStatus = (
  kind: 'measure' | 'project',
  source: { readonly as: string } | undefined,
  basis: 'published' | 'office',
): Status => {
  const isInList = source !== undefined && source.as !== 'mentioned';
  if (kind === 'project' && !isInList) return 'declared';
  return basis === 'published' && isInList ? 'listed' : 'planned';
};

const dropUndefined = (record: object): object =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

/** The plan and log of an item as its file gives them. */
export const issuedOf = (
  kind: 'measure' | 'project',
  data: DataOf<'measure'> | DataOf<'project'>,
  criteria: readonly Infer<typeof criterionAttributes>[],
  basis: 'published' | 'office',
): Issued => {
  const { title, title_zh, lead, support, start, due, deliverable } = data;
  const plan = { title, title_zh, lead, support, start, due, deliverable, criteria };
  return {
    plan: dropUndefined(plan) as Plan,
    initial: initialStatus(kind, data.source, basis),
    log: data.log ?? [],
  };
};
