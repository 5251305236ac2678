/**
 * What became of one attribute, in words: days moved, units changed, words of a text replaced. It knows types of
 * values and no particular kind.
 */
import { isAbsent, isSameValue, type Type, type Value } from '../../model/attribute.ts';
import { daysBetween, isDay } from '../../model/dates.ts';
import { criterionAttributes } from '../../model/events.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { textOf } from '../answer.ts';
import { textChange } from './texts.ts';

/** The two states of a ledger that are compared, on the same day. */
export interface Views {
  readonly before: View;
  readonly after: View;
}

/** What a value is one of: its name in the files, what it is called, what it may be. */
interface Named {
  readonly name: string;
  readonly label: string;
  readonly type: Type | undefined;
}

type Data = { readonly [key: string]: Value };

const isData = (value: Value): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists up to this length are told whole; of longer ones what came and what went. */
const mostListed = 4;

const listChange = (
  words: Words,
  { before, after }: Views,
  { name, type }: Named,
  from: readonly Value[],
  to: readonly Value[],
): string => {
  const { came, went, turned, reordered } = words.diff;
  const text = (view: View, value: Value) =>
    textOf(view, words, name, type?.is === 'list' ? type.of : undefined, value);
  const isSimple = [...from, ...to].every((each) => typeof each !== 'object');
  const whole = (view: View, values: readonly Value[]) =>
    values.map((each) => text(view, each)).join(words.comma) || words.diff.nothing;
  if (isSimple && Math.max(from.length, to.length) <= mostListed) {
    return turned(whole(before, from), whole(after, to));
  }
  const without = (values: readonly Value[], others: readonly Value[]) =>
    values.filter((value) => !others.some((other) => isSameValue(value, other)));
  const parts = [
    ...without(from, to).map((each) => went(text(before, each))),
    ...without(to, from).map((each) => came(text(after, each))),
  ];
  return parts.length === 0 ? reordered : words.marks.parts(parts);
};

/** What became of a value, as phrases that each name it. */
const changesOf = (
  words: Words,
  views: Views,
  named: Named,
  from: Value,
  to: Value,
): readonly string[] => {
  const { label, name, type } = named;
  const { turned, nothing } = words.diff;
  const say = (phrase: string) => [words.marks.named(label, phrase)];
  if (Array.isArray(from) || Array.isArray(to)) {
    const listed = (value: Value) => (Array.isArray(value) ? value : value === null ? [] : [value]);
    return say(listChange(words, views, named, listed(from), listed(to)));
  }
  if (isData(from) && isData(to)) {
    const shape = type?.is === 'map' ? type.of : {};
    return [...new Set([...Object.keys(from), ...Object.keys(to)])].flatMap((key) => {
      const [old, now] = [from[key] ?? null, to[key] ?? null];
      if (isSameValue(old, now) || (isAbsent(old) && isAbsent(now))) return [];
      const inner = { name: key, label: words.inside(key), type: shape[key]?.type };
      return changesOf(words, views, inner, old, now).flatMap(say);
    });
  }
  if (typeof from === 'string' && typeof to === 'string') {
    if (isDay(from) && isDay(to) && type?.is === 'date') {
      return say(words.diff.day(turned(from, to), daysBetween(from, to)));
    }
    if (type?.is === 'text') return say(textChange(words, from, to));
  }
  const isPercent = type?.is === 'integer' && type.min === 0 && type.max === 100;
  const text = (view: View, value: Value) => {
    if (value === null) return nothing;
    if (type?.is === 'text' && typeof value === 'string') return words.marks.quoted(value);
    const shown = textOf(view, words, name, type, value);
    return isPercent ? words.marks.percent(shown) : shown;
  };
  return say(turned(text(views.before, from), text(views.after, to)));
};

/** What became of an attribute of a record or an event. */
export const attributeChanges = (
  words: Words,
  views: Views,
  name: string,
  type: Type | undefined,
  from: Value,
  to: Value,
): readonly string[] =>
  isSameValue(from, to)
    ? []
    : changesOf(words, views, { name, label: words.facts[name] ?? name, type }, from, to);

/** A criterion as the plan or an amendment gives it. */
export interface Criterion {
  readonly id: string;
  readonly text: string;
  readonly text_zh?: string | undefined;
  readonly due?: string | undefined;
}

/** What a criterion asks for, in the language of the answer. */
export const criterionText = ({ language }: Words, { text, text_zh }: Criterion): string =>
  (language === 'zh' ? text_zh : undefined) ?? text;

/** What became of the criteria of an item when an amendment gave it others. */
export const criteriaChanges = (
  words: Words,
  views: Views,
  from: readonly Criterion[],
  to: readonly Criterion[],
): readonly string[] => {
  const { criterion } = words.diff;
  const others = (all: readonly Criterion[], { id }: Criterion) =>
    all.find((each) => each.id === id);
  const gone = from.filter((each) => !others(to, each));
  return [
    ...gone.map((each) => criterion.removed(each.id, criterionText(words, each))),
    ...to.flatMap((each) => {
      const was = others(from, each);
      if (!was) {
        return [criterion.added(each.id, criterionText(words, each), each.due ?? null)];
      }
      return Object.entries(criterionAttributes).flatMap(([name, { type }]) => {
        const [old, now] = [was, each].map((one) => (one as unknown as Data)[name] ?? null);
        return attributeChanges(words, views, name, type, old ?? null, now ?? null).map((phrase) =>
          criterion.about(each.id, phrase),
        );
      });
    }),
  ];
};
