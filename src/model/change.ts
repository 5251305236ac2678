/**
 * What a command wants to change, as data, and whether it may. Planning is pure: the text of the
 * files is edited elsewhere, and the edited whole is checked again before anything is written.
 */
import type { Value } from './attribute.ts';
import type { Problem } from './diagnostic.ts';
import type { Event } from './events.ts';
import type { Item, Ledger, Path } from './ledger.ts';
import { problemsOfLog } from './rules/logs.ts';
import { issuedPlan } from './view.ts';

/** A value added at the end of a list, which is begun where there is none. */
export interface Change {
  readonly op: 'append';
  readonly file: string;
  /** The address of the list. */
  readonly path: Path;
  readonly value: Value;
}

/** Changes to make, or why not. */
export type Planned =
  | { readonly is: 'changes'; readonly changes: readonly Change[] }
  | { readonly is: 'refused'; readonly problems: readonly Problem[] };

const without = (event: Event): Value =>
  Object.fromEntries(
    Object.entries(event).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Value;

/**
 * The problems an event brings to an item's log; those that stood there before are not its fault.
 */
const problemsOf = (ledger: Ledger, item: Item, event: Event): readonly Problem[] => {
  const issued = issuedPlan(ledger, item);
  const keyOf = ({ index, problem }: { index: number; problem: Problem }) =>
    `${index} ${JSON.stringify(problem)}`;
  const { basis } = ledger.about;
  const known = new Set(problemsOfLog(item, issued, basis).map(keyOf));
  return problemsOfLog(item, { ...issued, log: [...issued.log, event] }, basis)
    .filter((each) => !known.has(keyOf(each)))
    .map(({ problem }) => problem);
};

/**
 * Plans to record an event for each item; refused as a whole where one of them does not allow it.
 */
export const planEvents = (
  ledger: Ledger,
  events: readonly { readonly item: Item; readonly event: Event }[],
): Planned => {
  const problems = events.flatMap(({ item, event }) => problemsOf(ledger, item, event));
  if (problems.length > 0) return { is: 'refused', problems };
  return {
    is: 'changes',
    changes: events.map(({ item, event }) => ({
      op: 'append',
      file: item.file,
      path: [...item.path, 'log'],
      value: without(event),
    })),
  };
};

/** The value of a file after a change: what the edited text must read back as. */
export const applyChange = (value: Value | undefined, { path, value: added }: Change): Value => {
  const put = (at: Value | undefined, [key, ...rest]: Path): Value => {
    if (key === undefined) return [...(Array.isArray(at) ? at : []), added];
    if (Array.isArray(at)) {
      return at.map((each: Value, index) => (index === key ? put(each, rest) : each));
    }
    const record = at as { readonly [key: string]: Value };
    return { ...record, [key]: put(record[key], rest) };
  };
  return put(value, path);
};
