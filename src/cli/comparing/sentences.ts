/**
 * One difference between two states of a ledger in the office's words: what was claimed with which proof, by how
 * many days a deadline moved, what is gone. It says what happened and judges nothing.
 */
import type { Difference } from '../../model/diff.ts';
import { titleOf } from '../../model/facts.ts';
import { kindOf } from '../../model/kinds/index.ts';
import { childrenOf, type Entry, isItem } from '../../model/ledger.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { unitName } from '../sayings.ts';
import { eventSentence, headOf, type Logged, logOf, rewording } from './events.ts';
import { attributeChanges, criterionText, type Views } from './values.ts';

/** Entries of a new record's log that are named one by one. */
const mostEntries = 5;

/**
 * What stands in a record that came or went as a whole: units, deadline, criteria, log.
 * @param isTold the first entries of the log are named
 */
const gist = (words: Words, view: View, entry: Entry, isTold: boolean): readonly string[] => {
  if (!isItem(entry)) return [];
  const { plan, status } = view.standing(entry);
  const log = entry.data.log ?? [];
  const units = (plan.lead ?? []).map((id) => unitName(view.ledger, words, id)).join(words.comma);
  const criteria = childrenOf(view.ledger, entry, 'criterion').length;
  const heads = log
    .slice(0, isTold ? mostEntries : 0)
    .map(({ event, date }) => words.diff.event(words.events[event], date, null));
  return [
    ...(units === '' ? [] : [words.marks.named(words.facts['lead'] ?? '', units)]),
    ...(plan.due === undefined ? [] : [words.marks.named(words.facts['due'] ?? '', plan.due)]),
    ...(criteria > 0 ? [words.count(criteria, 'criterion')] : []),
    ...(log.length > 0 ? [words.value('status', status)] : []),
    ...(log.length > 0 ? [words.diff.log.holds(log.length, heads)] : []),
  ];
};

/** The records inside a record that have a life of their own. */
const inside = (view: View, entry: Entry): readonly Entry[] =>
  (view.ledger.inside.get(entry) ?? []).filter(({ kind }) => kind !== 'criterion');

const wholeRecord = (
  words: Words,
  view: View,
  entry: Entry,
  say: (kind: string) => string,
  isTold: boolean,
): readonly string[] => {
  const kind = words.kinds[entry.kind].one;
  const own = [say(kind), ...gist(words, view, entry, isTold)].join(' · ');
  const others = inside(view, entry).map((each) =>
    [
      words.diff.within(
        say(words.kinds[each.kind].one),
        `${each.id} ${titleOf(each, words.language)}`,
      ),
      ...gist(words, view, each, false),
    ].join(' · '),
  );
  return [own, ...others];
};

/** The letter of a criterion within its item. */
const letterOf = ({ data }: Entry): string => (data as { readonly id: string }).id;

const cameOrWent = (
  words: Words,
  views: Views,
  { is, entry }: Extract<Difference, { readonly is: 'added' | 'removed' }>,
): readonly string[] => {
  const { criterion, added, removed } = words.diff;
  if (entry.kind === 'criterion') {
    const text = criterionText(words, entry.data);
    return is === 'added'
      ? [criterion.added(entry.data.id, text, entry.data.due ?? null)]
      : [criterion.removed(entry.data.id, text)];
  }
  return is === 'added'
    ? wholeRecord(words, views.after, entry, added, true)
    : wholeRecord(words, views.before, entry, removed, false);
};

const attributeSentences = (
  words: Words,
  views: Views,
  { after, name, from, to }: Extract<Difference, { readonly is: 'attribute' }>,
): readonly string[] => {
  if (after.kind === 'unit' && name === 'succeeded_by' && from === null && to !== null) {
    const { unit, date, document } = to as { readonly [key: string]: string };
    const successor = unitName(views.after.ledger, words, unit) ?? '';
    return [words.diff.succeeded(successor, date ?? '', document ?? null)];
  }
  const type = kindOf(after.kind).attributes[name]?.type;
  return attributeChanges(words, views, name, type, from, to);
};

const logSentence = (
  words: Words,
  { before, after }: Views,
  difference: Extract<Difference, { readonly is: 'log' }>,
): string => {
  const { log } = words.diff;
  const { number, event } = difference;
  const now: Logged = { view: after, entry: difference.after, number, event };
  switch (difference.how) {
    case 'appended':
      return eventSentence(words, now);
    case 'inserted':
      return log.inserted(number, eventSentence(words, now));
    case 'reordered':
      return log.reordered(difference.was, number, headOf(words, now));
    case 'removed':
      return log.removed(
        number,
        eventSentence(words, { view: before, entry: difference.before, number, event }),
      );
    case 'changed': {
      const was = logOf(difference.before).indexOf(difference.from) + 1;
      const old = { view: before, entry: difference.before, number: was, event: difference.from };
      return log.changed(number, rewording(words, old, now));
    }
  }
};

const moved = (
  words: Words,
  { before, after }: Extract<Difference, { readonly is: 'moved' }>,
): readonly string[] => [
  ...(before.parent?.id === after.parent?.id
    ? []
    : [words.diff.moved(before.parent?.id ?? before.file, after.parent?.id ?? after.file)]),
  ...(before.file === after.file ? [] : [words.diff.moved(before.file, after.file)]),
];

/**
 * A difference in the words of the reader's language, a line each; what is said of a criterion names its letter.
 * Text of a ledger in them is as it stands there: whoever shows it escapes it.
 */
export const sentencesOf = (
  words: Words,
  views: Views,
  difference: Difference,
): readonly string[] => {
  const said = () => {
    switch (difference.is) {
      case 'added':
      case 'removed':
        return cameOrWent(words, views, difference);
      case 'renumbered':
        return [words.diff.renumbered(difference.before.id, difference.after.id)];
      case 'moved':
        return moved(words, difference);
      case 'attribute':
        return attributeSentences(words, views, difference);
      case 'log':
        return [logSentence(words, views, difference)];
    }
  };
  const isOfCriterion =
    'after' in difference && difference.after.kind === 'criterion' ? difference.after : undefined;
  if (!isOfCriterion) return said();
  return said().map((phrase) => words.diff.criterion.about(letterOf(isOfCriterion), phrase));
};
