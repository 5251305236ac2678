/** What a merge has done and what it leaves open, in words. */
import { oneLine } from '../../format/escape.ts';
import type { MergedFile } from '../../ledger/merge/file.ts';
import type { Merging, Midst } from '../../ledger/merge/midst.ts';
import type { Value } from '../../model/attribute.ts';
import type { Event } from '../../model/events.ts';
import type { Loss } from '../../model/merge/losses.ts';
import {
  type Conflict,
  type EntryNote,
  type Fields,
  isFields,
  keyOf,
  type Side,
} from '../../model/merge/sides.ts';
import type { Words } from '../../words/en.ts';
import { sayingsOf } from '../sayings.ts';

/** A longer value is told by its beginning. */
const longest = 80;

const cut = (text: string): string => {
  const line = oneLine(text);
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
};

/** Whether a value can be told as the event it is. */
const isEvent = (words: Words, value: Fields): boolean => {
  const isList = (name: string) => Array.isArray(value[name] ?? []);
  const isSound = value['event'] !== 'amend' || isFields(value['set']);
  return (
    String(value['event']) in words.events && isSound && isList('evidence') && isList('criteria')
  );
};

/** An entry of a log: what happened, when, who says so. */
const headText = (words: Words, entry: Fields): string => {
  const { event, date, by } = entry;
  const name = (words.events as { readonly [name: string]: string })[String(event)];
  return words.diff.event(
    name ?? String(event),
    String(date),
    by === undefined ? null : String(by),
  );
};

const entryText = (words: Words, entry: Fields): string => {
  const says = isEvent(words, entry) ? sayingsOf(words, entry as unknown as Event) : [];
  const head = oneLine(headText(words, entry));
  return says.length === 0 ? head : words.marks.noted(head, cut(words.marks.parts(says)));
};

const partText = (words: Words, value: Value): string => {
  if (Array.isArray(value))
    return value.map((each: Value) => partText(words, each)).join(words.comma);
  if (!isFields(value)) return String(value);
  if ('event' in value) return entryText(words, value);
  return Object.entries(value)
    .map(([name, each]) => words.marks.named(words.facts[name] ?? name, partText(words, each)))
    .join(words.comma);
};

/** A value in one line of a sentence. */
const valueText = (words: Words, value: Value | undefined): string =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0)
    ? words.merging.nothing
    : isFields(value) && 'event' in value
      ? entryText(words, value)
      : cut(partText(words, value));

/** A commit as people read it. */
const short = (commit: string): string => commit.slice(0, 10);

/** What a side is called: its branch, or else its commit. */
const nameOf = ({ name, commit }: Merging): string =>
  name === undefined ? (commit === undefined ? '' : short(commit)) : oneLine(name);

/** What both sides are called, on one line each. */
export const namesOf = (
  { merging }: Words,
  { operation, ours, theirs }: Midst,
  quoted: (name: string) => string = (name) => name,
): { readonly [S in Side]: string } => {
  const named = (side: Merging) => (side.name === undefined ? nameOf(side) : quoted(nameOf(side)));
  const own = named(ours);
  const unnamed = operation === 'stash' || operation === 'am' ? merging[operation] : undefined;
  const their = unnamed ?? named(theirs);
  const commit =
    theirs.commit === undefined || theirs.name === undefined ? '' : short(theirs.commit);
  return {
    ours: operation === 'rebase' ? merging.upstream(own) : own || merging.unknown,
    theirs: [their || merging.unknown, commit].filter((part) => part !== '').join(' '),
  };
};

/** What is in conflict, in one sentence. */
const conflictText = (words: Words, conflict: Conflict): string => {
  const { id, attribute, why, values } = conflict;
  return words.merging.conflict(why, {
    id,
    attribute,
    base: valueText(words, values.base),
    ours: valueText(words, values.ours),
    theirs: valueText(words, values.theirs),
  });
};

type Merged = Extract<MergedFile, { is: 'merged' }>;

/** What was done with an entry; null where that is no news to whoever merges. */
const noteText = (words: Words, { operation }: Midst, note: EntryNote): string | null => {
  // A commit that is put on top of another history lacks what that history lacks.
  const isMerge = operation === 'merge' || note.side === 'theirs';
  if ((note.what === 'removed' || note.what === 'reworded') && !isMerge) return null;
  return words.merging.entry(note.what, {
    ...{ id: note.id, side: note.side, number: note.number ?? 0 },
    entry: entryText(words, note.entry),
  });
};

/** What was done without asking, and what went with what was settled. */
export const doneLines = (words: Words, midst: Midst, merged: Merged): readonly string[] => {
  const { merging } = words;
  return [
    ...merged.renumbered.map(({ from, to, side }) => merging.renumbered(from, to, side)),
    ...merged.united.map(({ id, ours, theirs }) => merging.united(id, ours, theirs)),
    ...merged.settled.map(({ conflict, side }) => merging.settled(keyOf(conflict), side)),
    ...merged.entries.flatMap((note) => noteText(words, midst, note) ?? []),
    ...merged.moved.map((comment) => merging.moved(oneLine(comment))),
    ...merged.left.map((comment) => merging.left(oneLine(comment))),
  ];
};

/** What a file settled by hand lacks, a line each. */
export const lossLines = (words: Words, losses: readonly Loss[]): readonly string[] =>
  losses.map(({ id, attribute, side, event }) =>
    event === null
      ? words.merging.lost(id, attribute, side)
      : words.merging.lostEvent(id, side, entryText(words, event)),
  );

/** Each conflict with how it is settled. */
export const conflictLines = (words: Words, conflicts: readonly Conflict[]): readonly string[] =>
  conflicts.map((conflict) => {
    const { merging, marks } = words;
    const how = conflict.why === 'same-id' ? merging.renumberIt : merging.settle(keyOf(conflict));
    return marks.parts([conflictText(words, conflict), how]);
  });
