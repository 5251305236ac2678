/**
 * Plans what a list changes about records that the ledger has: amendments, postponements and plain
 * edits of a draft, each told with what it was.
 */
import type { Value } from '../model/attribute.ts';
import { type Change, planEvents, type Recorded } from '../model/change.ts';
import type { Day } from '../model/dates.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { Event } from '../model/events.ts';
import { type Entry, type Item, isItem, type Ledger } from '../model/ledger.ts';
import { type Grounds, inForce, planSet, type Settings } from '../model/plan.ts';
import { itemWith } from './additions.ts';
import { compare, type Difference } from './differences.ts';

/** The ledger that a list is held against. */
export interface Desk {
  readonly ledger: Ledger;
  /** What each of its files says. */
  readonly values: ReadonlyMap<string, Value>;
  readonly today: Day;
}

/** An attribute of a record that changes, and by what. */
export interface Amended extends Difference {
  readonly id: string;
  readonly address: string;
  readonly by: 'set' | 'amend' | 'postpone';
}

/** Something that was read and cannot be recorded, with what the ledger's rules say to it. */
export interface Refused {
  readonly address: string;
  readonly id: string;
  /** What was to be recorded, in the words of the list. */
  readonly text: string;
  readonly problem: Problem;
}

/** A later deadline of an issued plan is a postponement. */
const postponement = (due: Day, { date, by, reason, document, note }: Grounds): Event => ({
  date,
  event: 'postpone',
  ...(by !== undefined && { by }),
  due,
  ...(reason !== undefined && { reason }),
  ...(document !== undefined && { document }),
  ...(note !== undefined && { note }),
});

/** What becomes of the items that the ledger has. */
export interface Changing {
  readonly changes: Change[];
  readonly recorded: { readonly id: string; readonly address: string; readonly event: Event }[];
  readonly amended: Amended[];
  readonly outdated: Amended[];
  readonly refused: Refused[];
}

/**
 * The printed words of a deadline go with its day: other words for the same day are no change, and a new day
 * has no old words.
 */
const withWords = (ledger: Ledger, today: Day, entry: Entry, given: Settings): Settings => {
  const { due_text: words, ...rest } = given;
  const isNewDay =
    rest['due'] !== undefined &&
    compare(ledger, today, entry, { due: rest['due'] }).differences.length > 0;
  const hasOldWords = inForce(ledger, entry, 'due_text') !== undefined;
  if (isNewDay && (words !== undefined || hasOldWords)) return { ...rest, due_text: words ?? '' };
  if (rest['due'] !== undefined) return rest;
  return inForce(ledger, entry, 'due') === undefined ? given : rest;
};

/** Plans what a list gives a record; tells whether that changes it. */
export const amend = (
  { ledger, today }: Desk,
  into: Changing,
  entry: Entry,
  given: Settings,
  address: string,
  grounds: Grounds,
): boolean => {
  const isDraft = ledger.about.state === 'draft';
  const { due_text: words, ...rest } = given;
  const compared = compare(
    ledger,
    today,
    entry,
    isDraft ? withWords(ledger, today, entry, given) : rest,
  );
  const told = ({ attribute, is, becomes }: Difference, by: Amended['by']): Amended => ({
    id: entry.id,
    address,
    attribute,
    is,
    becomes,
    by,
  });
  into.outdated.push(...compared.outdated.map((each) => told(each, 'amend')));
  const { differences } = compared;
  if (differences.length === 0) return false;
  const isIssued = isItem(entry) && !isDraft;
  const isLater = ({ attribute, is, becomes }: Difference) =>
    isIssued && attribute === 'due' && typeof is === 'string' && String(becomes) > is;
  const later = differences.find(isLater);
  const others = differences.filter((each) => each !== later);
  if (later) {
    into.recorded.push({
      id: entry.id,
      address,
      event: postponement(String(later.becomes), {
        ...(typeof words === 'string' && { note: words }),
        ...grounds,
      }),
    });
    into.amended.push(told(later, 'postpone'));
  }
  // An empty text takes words away that were those of another day.
  const settings = Object.fromEntries(
    others.map(({ attribute, becomes }) => [attribute, becomes === '' ? undefined : becomes]),
  );
  const hasDay = 'due' in settings && typeof words === 'string';
  const { changes, recorded } = planSet(
    ledger,
    [{ entry, settings }],
    hasDay ? { note: words, ...grounds } : grounds,
  );
  into.changes.push(...changes);
  into.recorded.push(...recorded.map(({ event }) => ({ id: entry.id, address, event })));
  const amendedKeys = recorded.flatMap(({ event }) =>
    event.event === 'amend' ? Object.keys(event.set) : [],
  );
  into.amended.push(
    ...others.map((each) => told(each, amendedKeys.includes(each.attribute) ? 'amend' : 'set')),
  );
  return true;
};

/** What an event says in words. */
const wordsOf = (event: Event): string =>
  event.event === 'report'
    ? [event.note, event.problem, event.next].filter((each) => each !== undefined).join('；')
    : '';

/**
 * Sorts out what the rules do not allow; what only lacks its grounds is told apart. An event is checked
 * with those of the same item before it.
 */
export const allowed = (
  ledger: Ledger,
  wanted: Changing['recorded'],
): {
  readonly recorded: readonly Recorded[];
  readonly refused: readonly Refused[];
  readonly needs: readonly ('reason' | 'document')[];
} => {
  const recorded = new Map<Item, Recorded[]>();
  const refused: Refused[] = [];
  const needs = new Set<'reason' | 'document'>();
  for (const { id, address, event } of wanted) {
    const entry = itemWith(ledger, id);
    if (!entry) continue;
    const before = recorded.get(entry) ?? [];
    const planned = planEvents(ledger, [...before, { entry, event }]);
    if (planned.is === 'changes') {
      recorded.set(entry, [...before, { entry, event }]);
      continue;
    }
    const [problem] = planned.problems.filter(({ code }) => code !== 'event/lacks');
    if (problem) refused.push({ address, id, text: wordsOf(event), problem });
    for (const { code, params } of problem ? [] : planned.problems) {
      if (code === 'event/lacks') needs.add(params.missing as 'reason' | 'document');
    }
  }
  return { recorded: [...recorded.values()].flat(), refused, needs: [...needs] };
};
