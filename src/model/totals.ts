/** What the issued document says the ledger holds, beside what is recorded in it. */
import type { Day } from './dates.ts';
import { type DataOf, type Entry, type Item, isItem, type Ledger } from './ledger.ts';
import { compareText } from './order.ts';
import type { Standing } from './standing.ts';

export const totalNames = ['fields', 'tasks', 'measures', 'projects', 'leading-reforms'] as const;
type TotalName = (typeof totalNames)[number];

const kindOfTotal = {
  fields: 'field',
  tasks: 'task',
  measures: 'measure',
  projects: 'project',
  'leading-reforms': 'leading-reform',
} as const;

/** A ledger with where its items stand: on a day, as a view has it, or once all has happened. */
interface Recording {
  readonly ledger: Ledger;
  readonly standing: (item: Item) => Standing;
}

/** How many records of a sort there are, and on whose word. */
interface Recorded {
  readonly recorded: number;
  /** Those that are on the issued list as far as is known: they count against the issued total. */
  readonly listed: number;
  /**
   * Those of the listed that were withdrawn; they stay on the list, and others may have come for
   * them.
   */
  readonly withdrawn: number;
  /** How many the source calls what, in the order of appearance. */
  readonly as: { readonly [called: string]: number };
}

/** The issued totals with the amendments decided by a day; the latest of them is heard. */
export const issuedTotals = (
  about: DataOf<'ledger'>,
  day: Day,
): { readonly [N in TotalName]?: number | undefined } => {
  const amended = (about.issued_amendments ?? [])
    .filter(({ date }) => date <= day)
    .sort((a, b) => compareText(a.date, b.date));
  const totals = (from: { readonly [N in TotalName]?: number }) =>
    Object.fromEntries(
      totalNames.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])),
    );
  return Object.assign({}, totals(about.issued ?? {}), ...amended.map(totals));
};

/**
 * Whether a record stands on the issued list. Records called something else by the source, such as
 * a pilot recorded as a task, are not said to be among the issued tasks; a project that is only
 * declared is not.
 */
const isListed = ({ ledger, standing }: Recording, name: TotalName, entry: Entry): boolean => {
  const as = (entry.data as { source?: { as: string } }).source?.as;
  const isCalledSo = as === undefined || as === 'listed' || as === kindOfTotal[name];
  if (entry.kind !== 'project') return isCalledSo;
  const { selected } = standing(entry);
  return ledger.about.basis === 'published' ? selected && isCalledSo : selected;
};

const isWithdrawn = ({ standing }: Recording, entry: Entry): boolean =>
  isItem(entry) && standing(entry).status === 'withdrawn';

/** What is recorded, beside the issued totals. */
export const recordedTotals = (recording: Recording): { readonly [N in TotalName]: Recorded } => {
  const count = (name: TotalName): Recorded => {
    const entries: readonly Entry[] = recording.ledger.entries[kindOfTotal[name]];
    const listed = entries.filter((entry) => isListed(recording, name, entry));
    const as: Record<string, number> = {};
    for (const { data } of entries) {
      const called = (data as { source?: { as: string } }).source?.as;
      if (called !== undefined) as[called] = (as[called] ?? 0) + 1;
    }
    return {
      recorded: entries.length,
      listed: listed.length,
      withdrawn: listed.filter((entry) => isWithdrawn(recording, entry)).length,
      as,
    };
  };
  return Object.fromEntries(totalNames.map((name) => [name, count(name)])) as {
    [N in TotalName]: Recorded;
  };
};
