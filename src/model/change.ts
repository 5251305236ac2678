/**
 * What a command wants to change, as data, and whether it may. Planning is pure: the text of the
 * files is edited elsewhere, and the edited whole is checked again before anything is written.
 */
import type { Value } from './attribute.ts';
import type { Problem } from './diagnostic.ts';
import type { Event } from './events.ts';
import { type Entry, type Item, isItem, type Ledger, type Path } from './ledger.ts';
import { problemsOfLog, problemsOfPilotLog } from './rules/logs.ts';
import { issuedPlan } from './view.ts';

/** A value added at the end of a list, which is begun where there is none. */
interface Append {
  readonly op: 'append';
  readonly file: string;
  /** The address of the list. */
  readonly path: Path;
  readonly value: Value;
  /** Events and criteria stand on one line each; other records take a line for each attribute. */
  readonly as: 'line' | 'block';
}

/** An attribute of a record given another value, or taken away. */
interface Put {
  readonly op: 'put';
  readonly file: string;
  /** The address of the attribute; its last key is the attribute's name. */
  readonly path: Path;
  /** Undefined takes the attribute away. */
  readonly value: Value | undefined;
  /** All attributes of the record in the order in which they are written. */
  readonly order: readonly string[];
}

/** A file that is not there yet. */
interface Create {
  readonly op: 'create';
  readonly file: string;
  readonly value: Value;
}

export type Change = Append | Put | Create;

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

/** What keeps a log: events can be recorded for it. */
export type Logged = Item | Entry<'pilot'>;

export const isLogged = (entry: Entry): entry is Logged => isItem(entry) || entry.kind === 'pilot';

const problemsWith = (ledger: Ledger, entry: Logged, log: readonly Event[]) =>
  entry.kind === 'pilot'
    ? problemsOfPilotLog(ledger, entry, log)
    : problemsOfLog(ledger, entry, { ...issuedPlan(ledger, entry), log });

/** An event to record, and what it is recorded for. */
export interface Recorded {
  readonly entry: Logged;
  readonly event: Event;
}

/**
 * The problems that events bring to their logs, each checked with the earlier ones of its record in the
 * log; those that stood there before are not their fault.
 */
const problemsOf = (ledger: Ledger, events: readonly Recorded[]): readonly Problem[] => {
  const keyOf = (each: { index: number; problem: Problem }) => JSON.stringify(each);
  const logs = new Map<Logged, { log: readonly Event[]; known: ReadonlySet<string> }>();
  return events.flatMap(({ entry, event }) => {
    const log = logs.get(entry)?.log ?? entry.data.log ?? [];
    const known = logs.get(entry)?.known ?? new Set(problemsWith(ledger, entry, log).map(keyOf));
    const longer = [...log, event];
    const problems = problemsWith(ledger, entry, longer);
    logs.set(entry, { log: longer, known: new Set(problems.map(keyOf)) });
    return problems.filter((each) => !known.has(keyOf(each))).map(({ problem }) => problem);
  });
};

/**
 * Plans to record events, those of one record in the order in which they are given; refused as a whole
 * where one of the records does not allow its event.
 */
export const planEvents = (ledger: Ledger, events: readonly Recorded[]): Planned => {
  const problems = problemsOf(ledger, events);
  if (problems.length > 0) return { is: 'refused', problems };
  return {
    is: 'changes',
    changes: events.map(({ entry, event }) => ({
      op: 'append',
      file: entry.file,
      path: [...entry.path, 'log'],
      value: without(event),
      as: 'line',
    })),
  };
};

/** The value of a file after a change: what the edited text must read back as. */
export const applyChange = (value: Value | undefined, change: Change): Value => {
  if (change.op === 'create') return change.value;
  const last = change.op === 'put' ? change.path.at(-1) : undefined;
  const changed = (at: Value | undefined): Value => {
    if (change.op === 'append') return [...(Array.isArray(at) ? at : []), change.value];
    const others = Object.entries(at ?? {}).filter(([name]) => name !== last);
    const own = change.value === undefined ? [] : [[String(last), change.value]];
    return Object.fromEntries([...others, ...own]);
  };
  const put = (at: Value | undefined, [key, ...rest]: Path): Value => {
    if (key === undefined) return changed(at);
    if (Array.isArray(at)) {
      return at.map((each: Value, index) => (index === key ? put(each, rest) : each));
    }
    const record = at as { readonly [key: string]: Value };
    return { ...record, [key]: put(record[key], rest) };
  };
  return put(value, change.op === 'put' ? change.path.slice(0, -1) : change.path);
};
