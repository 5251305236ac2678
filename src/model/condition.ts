/**
 * A query whose keys and values are understood: what a record must be to be meant. It says nothing of how that was
 * typed.
 */

import { type Value, valuesIn } from './attribute.ts';
import type { Day } from './dates.ts';
import { factAlong } from './facts.ts';
import type { Entry } from './ledger.ts';
import { fold, namesOf } from './names.ts';
import type { QueryKey } from './query-keys.ts';
import type { View } from './view.ts';

/** What is wanted of a fact. Days and numbers are from and to, both included; an open end is null. */
export type Wanted =
  /** A word of a fixed set, an id, or yes or no. */
  | { readonly is: 'value'; readonly value: string | boolean }
  | { readonly is: 'days'; readonly from: Day | null; readonly to: Day | null }
  | { readonly is: 'numbers'; readonly from: number | null; readonly to: number | null }
  | { readonly is: 'text'; readonly text: string }
  /** Nothing stands there, or anything does. */
  | { readonly is: 'none' | 'any' };

export type Condition =
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  /** Folded, as is the text above: what is compared a thousand times is folded once. */
  | { readonly is: 'word'; readonly text: string }
  | { readonly is: 'fact'; readonly key: QueryKey; readonly wanted: readonly Wanted[] };

const hasWord = (entry: Entry, word: string): boolean => {
  return [entry.id, ...namesOf(entry)].some((name) => fold(name).includes(word));
};

/** Whether one of a fact's values is what is wanted. */
const isWanted = (own: readonly Value[], wanted: Wanted): boolean => {
  switch (wanted.is) {
    case 'none':
      return own.length === 0;
    case 'any':
      return own.length > 0;
    case 'value':
      return own.some((each) => each === wanted.value);
    case 'text':
      return own.some((each) => fold(String(each)).includes(wanted.text));
    case 'days':
    case 'numbers':
      return own.some(
        (each) =>
          each !== null &&
          (wanted.from === null || each >= wanted.from) &&
          (wanted.to === null || each <= wanted.to),
      );
  }
};

/** What an entry has of a key; nothing where its kind has no such fact. */
export const valuesOf = (view: View, entry: Entry, key: QueryKey): readonly Value[] =>
  key.of ? key.of(view, entry) : valuesIn(factAlong(view, entry, key.name));

/** Whether an entry is what a condition asks for. A fact that its kind does not have is absent. */
export const fits = (view: View, entry: Entry, condition: Condition): boolean => {
  switch (condition.is) {
    case 'all':
      return condition.of.every((each) => fits(view, entry, each));
    case 'any':
      return condition.of.some((each) => fits(view, entry, each));
    case 'not':
      return !fits(view, entry, condition.of);
    case 'word':
      return hasWord(entry, condition.text);
    case 'fact': {
      const { key, wanted } = condition;
      const own = valuesOf(view, entry, key);
      return wanted.some((each) => isWanted(own, each));
    }
  }
};
