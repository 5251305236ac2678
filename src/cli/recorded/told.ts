/** A recording in words, and as facts for programs. */
import { type Day, dayAt, daysBetween } from '../../model/dates.ts';
import { recordOf } from '../../model/diff.ts';
import type { Event } from '../../model/events.ts';
import { completedEvent, titleOf } from '../../model/facts.ts';
import { isItem } from '../../model/ledger.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { partsOf } from '../comparing/events.ts';
import { sentencesOf } from '../comparing/sentences.ts';
import { sayingsOf } from '../sayings.ts';
import { type Line, placeNow } from './meant.ts';

/** The entry of a log that came or went, if it is one. */
export const eventOf = ({ difference }: Line): Event | undefined =>
  difference.is === 'log' ? difference.event : undefined;

/** Tells the day of an instant in the ledger's zone; each instant is asked for once. */
export const daysIn = (zone: string): ((instant: Date) => Day) => {
  const known = new Map<number, Day>();
  return (instant) => {
    const day = known.get(instant.getTime()) ?? dayAt(instant, zone);
    known.set(instant.getTime(), day);
    return day;
  };
};

/** Tells the day of an instant. */
export type DayOf = ReturnType<typeof daysIn>;

/** The day it was recorded; null where it is in no commit yet. */
const recordedOn = ({ recording }: Line, dayOf: DayOf): Day | null =>
  recording && dayOf(recording.landed.when);

/** Days from what happened to when it was recorded; null where nothing new happened, or is not recorded yet. */
export const lateDays = (line: Line, dayOf: DayOf): number | null => {
  const { difference } = line;
  const recorded = recordedOn(line, dayOf);
  const isNew =
    difference.is === 'log' && (difference.how === 'appended' || difference.how === 'inserted');
  return isNew && recorded !== null ? daysBetween(difference.event.date, recorded) : null;
};

/** An entry of a log in words: of one that stands there now what it changed of the plan as well. */
const eventText = (words: Words, view: View, line: Line, event: Event): string => {
  const now = placeNow(view.ledger, line);
  const says = now ? partsOf(words, { view, ...now, event }) : sayingsOf(words, event);
  const standing =
    now && isItem(now.entry) ? view.standing(now.entry).entries[now.number - 1] : undefined;
  const by = standing?.fate === 'retracted' ? standing.retractedBy : null;
  const fate = standing?.fate === 'illegal' ? words.show.illegal : undefined;
  const note = by === null ? fate : words.show.retractedBy(by);
  return words.history.event(words.events[event.event], [
    ...says,
    ...(note === undefined ? [] : [words.marks.note(note)]),
  ]);
};

/** What was recorded, in words. */
export const textOf = (words: Words, view: View, line: Line): string => {
  const { difference } = line;
  const { added, removed } = words.history;
  switch (difference.is) {
    case 'added':
    case 'removed': {
      const { entry } = difference;
      const say = difference.is === 'added' ? added : removed;
      return say(words.kinds[entry.kind].one, titleOf(entry, words.language));
    }
    case 'log': {
      const { how, event, number } = difference;
      const text = eventText(words, view, line, event);
      if (how === 'appended') return text;
      if (how === 'inserted') return words.diff.log.inserted(number, text);
      if (how === 'removed') return words.diff.log.removed(number, text);
    }
  }
  return sentencesOf(words, { before: view, after: view }, difference).join(words.comma);
};

/** A recording for programs. */
export const factsOf = (line: Line, dayOf: DayOf) => {
  const { difference, recording, kind, id, isInside } = line;
  const record = recordOf(difference);
  const event = eventOf(line);
  const isAttribute = difference.is === 'attribute';
  return {
    recorded: recordedOn(line, dayOf),
    or_before: recording?.isOrBefore ?? false,
    author: recording?.commit.author ?? null,
    authored: recording?.commit.authored.toISOString() ?? null,
    commit: recording?.commit.id ?? null,
    subject: recording?.commit.subject ?? null,
    landed: recording?.landed.commit.id ?? null,
    record: kind,
    id,
    id_then: record.id,
    file: record.file,
    inside: isInside,
    change: difference.is,
    attribute: isAttribute ? difference.name : null,
    from: isAttribute ? difference.from : null,
    to: isAttribute ? difference.to : null,
    how: difference.is === 'log' ? difference.how : null,
    entry: difference.is === 'log' ? difference.number : null,
    event: event ? completedEvent(event) : null,
    replaces:
      difference.is === 'log' && difference.how === 'changed'
        ? completedEvent(difference.from)
        : null,
    happened: event?.date ?? null,
    days: lateDays(line, dayOf),
  };
};
