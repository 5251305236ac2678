/**
 * One event of a log in the words of a reviewer: who said what when, with which proof, by how much a deadline
 * moved, and whether it had an effect at all.
 */
import type { Shape, Value } from '../../model/attribute.ts';
import type { Day } from '../../model/dates.ts';
import { entryOf, plansAround } from '../../model/effects.ts';
import { amendableAttributes, attributesOf, type Event } from '../../model/events.ts';
import { type Entry, isItem } from '../../model/ledger.ts';
import { retractions } from '../../model/replay.ts';
import type { EntryStanding, Plan } from '../../model/standing.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { evidenceText, sayingsOf, unitName } from '../sayings.ts';
import { attributeChanges, criteriaChanges, criterionText, type Views } from './values.ts';

/** An entry of a record's log, in the state of the ledger that holds it. */
export interface Logged {
  readonly view: View;
  readonly entry: Entry;
  readonly number: number;
  readonly event: Event;
}

type Data = { readonly [name: string]: Value | undefined };

/** What happened, when, and who says so. */
export const headOf = (words: Words, { view, event }: Pick<Logged, 'view' | 'event'>): string =>
  words.diff.event(
    words.events[event.event],
    event.date,
    unitName(view.ledger, words, event.by) ?? null,
  );

type Fate = Pick<EntryStanding, 'fate' | 'retractedBy'>;

/** The entries of a record that keeps a log. */
export const logOf = ({ data }: Entry): readonly Event[] =>
  (data as { readonly log?: readonly Event[] }).log ?? [];

/** What becomes of an entry of a pilot's log, which has no status that could forbid it. */
const pilotFate = (log: readonly Event[], number: number, { date }: Event, day: Day): Fate => {
  const retractedBy = retractions(log, day).get(number) ?? null;
  return {
    fate: date > day ? 'later' : retractedBy === null ? 'counts' : 'retracted',
    retractedBy,
  };
};

const fateOf = (words: Words, { fate, retractedBy }: Fate): readonly string[] => {
  const { illegal, later, retractedBy: by } = words.show;
  switch (fate) {
    case 'counts':
      return [];
    case 'illegal':
      return [words.marks.note(illegal)];
    case 'later':
      return [words.marks.note(later)];
    case 'retracted':
      return [words.marks.note(by(retractedBy ?? 0))];
  }
};

const amendable: Shape = amendableAttributes;

/** What an amendment, a postponement or taking one back changes, held against the plan that was in force. */
const planChanges = (
  words: Words,
  view: View,
  [was, is]: readonly [Plan, Plan],
): readonly string[] => {
  const views: Views = { before: view, after: view };
  const [old, now] = [was, is] as unknown as readonly Data[];
  return Object.keys({ ...is, ...was }).flatMap((name) =>
    name === 'criteria'
      ? criteriaChanges(words, views, was.criteria ?? [], is.criteria ?? [])
      : attributeChanges(
          words,
          views,
          name,
          amendable[name]?.type,
          old?.[name] ?? null,
          now?.[name] ?? null,
        ),
  );
};

/** The criteria that an event names, with what they ask for. */
const criteriaOf = (words: Words, event: Event, plan: Plan | undefined): readonly string[] => {
  const named = 'criteria' in event ? (event.criteria ?? []) : [];
  if (named.length === 0) return [];
  return [
    words.diff.criterion.named(
      named.map((id) => {
        const found = plan?.criteria?.find((each) => each.id === id);
        return found ? `${id} ${words.marks.quoted(criterionText(words, found))}` : id;
      }),
    ),
  ];
};

/** What happened by the entry that a retraction takes back, when, and who said so. */
export const takenBack = (words: Words, { view, entry, event }: Logged): readonly string[] => {
  const target = event.event === 'retract' ? logOf(entry)[event.entry - 1] : undefined;
  return target ? [headOf(words, { view, event: target })] : [];
};

/** The same with its number. */
const retracted = (words: Words, logged: Logged): readonly string[] => {
  if (logged.event.event !== 'retract') return [];
  const number = words.show.says.entry(logged.event.entry);
  const [target] = takenBack(words, logged);
  return [target === undefined ? number : words.marks.noted(number, target)];
};

/** What an event says, part by part, its grounds and its proof last and named. */
export const partsOf = (words: Words, logged: Logged): readonly string[] => {
  const { view, entry, number, event } = logged;
  const plans = isItem(entry) ? plansAround(view, entry, number) : undefined;
  const [plan] = plans ?? [];
  const { reason, document } = event as { readonly reason?: string; readonly document?: string };
  const evidence = event.evidence ?? [];
  // What is told here with more than the log itself shows.
  const rest = {
    ...event,
    ...(event.event === 'amend' && { set: {} }),
    ...(event.event === 'postpone' && plan !== undefined && { due: undefined }),
    ...{ criteria: undefined, evidence: undefined, reason: undefined, document: undefined },
  } as unknown as Event;
  const isRetraction = event.event === 'retract';
  return [
    ...retracted(words, logged),
    ...(plans ? planChanges(words, view, plans) : []),
    ...criteriaOf(words, event, plan),
    ...(isRetraction ? [] : sayingsOf(words, rest)),
    ...(isRetraction && event.note !== undefined ? [event.note] : []),
    ...(reason === undefined ? [] : [words.diff.reason(reason)]),
    ...(document === undefined ? [] : [words.show.says.document(document)]),
    ...(evidence.length === 0
      ? []
      : [words.diff.evidence(evidence.map(evidenceText).join(words.comma))]),
  ];
};

/** An event in one line. */
export const eventSentence = (words: Words, logged: Logged): string => {
  const { view, entry, number, event } = logged;
  const fate = isItem(entry)
    ? entryOf(view, entry, number)
    : pilotFate(logOf(entry), number, event, view.today);
  return [
    headOf(words, logged),
    ...partsOf(words, logged),
    ...(fate ? fateOf(words, fate) : []),
  ].join(' · ');
};

/** What became of the words of an entry; of another event in its place both are told. */
export const rewording = (words: Words, was: Logged, now: Logged): string => {
  if (was.event.event !== now.event.event) {
    return words.diff.turned(eventSentence(words, was), eventSentence(words, now));
  }
  const views: Views = { before: was.view, after: now.view };
  const shape = attributesOf(now.event.event);
  const [old, data] = [was.event, now.event] as unknown as readonly Data[];
  const names = [...new Set([...Object.keys(old ?? {}), ...Object.keys(data ?? {})])];
  const changes = names.flatMap((name) =>
    attributeChanges(
      words,
      views,
      name,
      shape[name]?.type,
      old?.[name] ?? null,
      data?.[name] ?? null,
    ),
  );
  return words.marks.named(headOf(words, was), words.marks.parts(changes));
};
