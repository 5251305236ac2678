/**
 * What every verb of an item's life does: finds the items, plans an event for each, and says where
 * each of them stood and stands. A verb only says which event it records.
 */
import type { FileEdit } from '../../ledger/write.ts';
import { isLogged, type Logged, type Recorded } from '../../model/change.ts';
import type { Day } from '../../model/dates.ts';
import { normalDocument } from '../../model/documents.ts';
import { type Event, type EventName, events } from '../../model/events.ts';
import { titleOf } from '../../model/facts.ts';
import type { KindName } from '../../model/kinds/index.ts';
import { type Entry, isItem } from '../../model/ledger.ts';
import type { Grounds } from '../../model/plan.ts';
import { entriesOf } from '../../model/select.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import type { Outcome } from '../command.ts';
import type { Context, Opened, Reading } from '../context.ts';
import { type DayTaken, takeDay } from '../day.ts';
import { exitCodes, Failure, usage } from '../failure.ts';
import { readIdentity } from '../identity.ts';
import type { Options } from '../options.ts';
import { resolveAmong, resolveAny, resolveUnit } from '../resolve.ts';
import { chosen, flagsFrom } from '../selection.ts';
import { change } from './change.ts';
import { editsFor, type Proposal } from './proposal.ts';

/** What a verb may use to make its event for one record. */
export interface Recording {
  readonly context: Context;
  readonly opened: Opened;
  readonly view: View;
  readonly entry: Logged;
  readonly date: Day;
  /** The unit that says so, where it is known. */
  readonly by: string | undefined;
  /** The words of the command line that mean this record. */
  readonly typed: readonly string[];
}

/** An event, with the files that come with it. */
export interface Made {
  readonly event: Event;
  readonly attachments?: readonly FileEdit[];
  /** How what was typed was read, where that is not plain. */
  readonly echoes: readonly string[];
}

/** How the events come about. */
interface Making {
  readonly eventFor: (recording: Recording) => Made;
  /** Refuses what makes no sense for the records meant, each with the words that mean it. */
  readonly check: (
    all: readonly { readonly id: string; readonly typed: readonly string[] }[],
  ) => void;
}

interface Found {
  readonly entries: readonly Logged[];
  /** The record that each word means, in the order of the words. */
  readonly meant?: readonly (readonly [word: string, id: string])[];
  readonly echoes: readonly string[];
}

/** The records of a log that ids or names mean. */
const named = (
  { words }: Context,
  { opened }: Reading,
  event: EventName,
  ids: readonly string[],
): Found => {
  const [only, ...others] = events[event].on;
  const found = ids.map((each) =>
    only === 'pilot' && others.length === 0
      ? resolveAmong<Entry>(words, entriesOf(opened.ledger, ['pilot']), each, words.kinds.pilot.one)
      : resolveAny(words, opened.ledger, each),
  );
  const entries = found.map(({ entry }): Logged => {
    const isPossible = isLogged(entry) && (isItem(entry) || !isOfItems(event));
    if (isPossible) return entry;
    throw new Failure(exitCodes.usage, (say) =>
      say.notAnItem(entry.id, words.kinds[entry.kind].one),
    );
  });
  return {
    entries: [...new Set(entries)],
    meant: ids.map((word, index) => [word, entries[index]?.id ?? ''] as const),
    echoes: found.flatMap(({ echo }) => echo ?? []),
  };
};

const isOfItems = (event: EventName): boolean =>
  !(events[event].on as readonly string[]).includes('pilot');

const items: readonly KindName[] = ['measure', 'project'];

/** Whether items are named by what they are and not by their ids. */
const isQuery = (options: Options): boolean =>
  options['where'] !== undefined || options['view'] !== undefined || flagsFrom(options).length > 0;

/** The items that a query and filters mean. */
const queried = ({ words }: Context, { view }: Reading, options: Options): Found => {
  const found = chosen({ words }, view, items, [], options);
  const entries = found.entries.filter(isItem);
  if (entries.length > 0) return { entries, echoes: found.echoes };
  throw new Failure(exitCodes.usage, (say) =>
    say.nothingFits(words.footer.nothing(items, found.asked)),
  );
};

/** The records of any kind that ids or names mean, or the items of a query. */
export const meantBy = (
  context: Context,
  reading: Reading,
  ids: readonly string[],
  options: Options,
): { readonly entries: readonly Entry[]; readonly echoes: readonly string[] } => {
  if (ids.length === 0) return queried(context, reading, options);
  const found = ids.map((each) => resolveAny(context.words, reading.opened.ledger, each));
  const entries = [...new Set(found.map(({ entry }) => entry))];
  return { entries, echoes: found.flatMap(({ echo }) => echo ?? []) };
};

/** The unit that says so: the one named, or of `REFORM_BY`, or of who the user is. */
export const reporter = ({ io, words }: Context, opened: Opened, options: Options) => {
  const given = options['by'] || io.env['REFORM_BY'] || readIdentity(io)?.unit;
  return typeof given === 'string' ? resolveUnit(words, opened.ledger, given) : undefined;
};

/** The day it happened: the one given, else today. */
const dateFrom = (view: View, words: Words, options: Options): DayTaken => {
  const { date } = options;
  if (typeof date !== 'string') return { day: view.today, echo: undefined };
  const taken = takeDay(view, words, 'date', date);
  if (taken.day > view.today) throw usage((say) => say.future(taken.day, view.today));
  return taken;
};

/** What an amendment says of itself; words beside a reason are a note, as in the verbs. */
export const groundsFrom = (
  context: Context,
  { opened, view }: Reading,
  options: Options,
  message: string | undefined,
  findReporter = reporter,
): { readonly grounds: Grounds; readonly echoes: readonly string[] } => {
  const by = findReporter(context, opened, options);
  const given = (name: string) => {
    const text = options[name];
    return typeof text === 'string' && text.trim() !== '' ? text.trim() : undefined;
  };
  const document = given('document');
  const reason = given('reason') ?? message;
  const date = dateFrom(view, context.words, options);
  const grounds = {
    date: date.day,
    ...(by && { by: by.entry.id }),
    ...(reason !== undefined && { reason }),
    ...(document !== undefined && { document: normalDocument(document) }),
    ...(message !== undefined && message !== reason && { note: message }),
  };
  return { grounds, echoes: [by?.echo ?? [], date.echo ?? []].flat() };
};

/** Items are meant by their ids or by a query, and not by both. */
export const checkMeant = (ids: readonly string[], options: Options): void => {
  if (isQuery(options) === ids.length > 0) throw usage((say) => say.whichItems());
};

const sameAfter = ({ ledger }: View, entry: Logged): Logged | undefined =>
  ledger.byId[entry.kind].get(entry.id) as Logged | undefined;

/** What an item is called before and after. */
const statusOf = (view: View, words: Words, entry: Logged | undefined): string =>
  entry && isItem(entry) ? words.statuses[view.standing(entry).status] : '';

/** Where each item stood and stands. */
const previewOf = (
  words: Words,
  before: View,
  after: View,
  events: readonly Recorded[],
): NonNullable<Proposal['preview']> => ({
  is: 'table',
  columns: [
    { key: 'id', heading: words.heading('id'), style: 'id' },
    { key: 'title', heading: words.item, keeps: 'text' },
    { key: 'event', heading: words.show.columns.event, keeps: 'whole' },
    { key: 'from', heading: words.heading('status'), keeps: 'whole' },
    { key: 'to', heading: words.write.after, keeps: 'whole' },
  ],
  rows: events.map(({ entry, event }) => [
    { text: entry.id },
    { text: titleOf(entry, words.language) },
    { text: words.events[event.event] },
    { text: statusOf(before, words, entry) },
    { text: statusOf(after, words, sameAfter(after, entry)) },
  ]),
});

/** What the recorded events have done, a line or two for each. */
const saidOf = (words: Words, before: View, after: View, events: readonly Recorded[]) =>
  events.flatMap(({ entry, event }) => {
    const from = statusOf(before, words, entry);
    const to = statusOf(after, words, sameAfter(after, entry));
    const recorded = words.write.recorded(entry.id, event.event, event.date);
    return from === to ? [recorded] : [recorded, words.write.moved(entry.id, from, to)];
  });

/** Records one event for each record meant, all or none. */
export const update = async (
  context: Context,
  name: EventName,
  ids: readonly string[],
  options: Options,
  { eventFor, check }: Making,
): Promise<Outcome> => {
  const { words } = context;
  // What was shown and confirmed is what is changed, even if a query would find others by then.
  let meant = ids;
  let typed: NonNullable<Found['meant']> | undefined;
  const propose = async (reading: Reading): Promise<Proposal> => {
    const { opened, view } = reading;
    const found =
      meant.length > 0 ? named(context, reading, name, meant) : queried(context, reading, options);
    meant = found.entries.map(({ id }) => id);
    typed ??= found.meant ?? [];
    const called = (id: string) =>
      (typed ?? []).flatMap(([word, each]) => (each === id ? [word] : []));
    check(found.entries.map(({ id }) => ({ id, typed: called(id) })));
    const date = dateFrom(view, words, options);
    const by = reporter(context, opened, options);
    // Where it is not possible anyway, the refusal says where the item stands.
    const isPossible = found.entries.every(
      (entry) =>
        !isItem(entry) ||
        (events[name].from as readonly string[]).includes(view.standing(entry).status),
    );
    if (!by && isPossible && (events[name].demands as readonly string[]).includes('by')) {
      throw new Failure(exitCodes.usage, (say) => say.noUnit());
    }
    const recorded: Recorded[] = [];
    const attachments: FileEdit[] = [];
    const echoes = [...found.echoes, by?.echo ?? [], date.echo ?? []].flat();
    for (const entry of found.entries) {
      const told = { context, opened, view, entry, date: date.day, by: by?.entry.id };
      const made = eventFor({ ...told, typed: called(entry.id) });
      recorded.push({ entry, event: made.event });
      attachments.push(...(made.attachments ?? []));
      echoes.push(...made.echoes);
    }
    const intent = { changes: [], recorded };
    const { edits, after } = await editsFor(context, reading, intent, attachments);
    return {
      edits,
      echoes: [...new Set(echoes)],
      count: recorded.length,
      said: saidOf(words, view, after, recorded),
      preview: previewOf(words, view, after, recorded),
    };
  };
  return change(context, options, propose);
};
