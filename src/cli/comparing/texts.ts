/**
 * How one text became another, in a few words: of two paragraphs only what is new, gone or replaced. It knows no
 * records.
 */
import { type Change, diffChars, diffWordsWithSpace } from 'diff';
import type { Words } from '../../words/en.ts';

/** Texts up to this length, in characters, are shown whole. */
const short = 48;
/** Of longer pieces the beginning and the end are shown, of what stands before them the end. */
const longest = 160;
const context = 16;
/** More places than these are a new text. */
const mostPlaces = 3;
/** Edits beyond which two texts have nothing in common; bounds the time that comparing takes. */
const mostEdits = 600;

const lengthOf = (text: string): number => [...text].length;

/** A text with its middle left out where it is long. */
const shortened = (text: string, most = longest): string => {
  const characters = [...text];
  if (characters.length <= most) return text;
  const half = Math.floor(most / 2);
  return `${characters.slice(0, half).join('')} … ${characters.slice(-half).join('')}`;
};

/** Chinese has no blanks between its words. */
const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** One place where a text is another one. */
interface Place {
  /** What stands before it on both sides. */
  readonly behind: string;
  readonly old: string;
  readonly now: string;
}

/** Characters in between that make two places one: nobody reads a word that is torn. */
const isGlue = (text: string, isHan: boolean): boolean =>
  isHan ? lengthOf(text) < 3 : !/\p{L}|\p{N}/u.test(text);

const placesIn = (changes: readonly Change[], isHan: boolean): readonly Place[] => {
  const places: { behind: string; old: string; now: string }[] = [];
  let behind = '';
  let isOpen = false;
  changes.forEach(({ added, removed, value }, at) => {
    if (added || removed) {
      if (!isOpen) places.push({ behind, old: '', now: '' });
      isOpen = true;
      const last = places.at(-1);
      if (last && removed) last.old += value;
      if (last && added) last.now += value;
      return;
    }
    const last = places.at(-1);
    if (isOpen && last && at < changes.length - 1 && isGlue(value, isHan)) {
      last.old += value;
      last.now += value;
      return;
    }
    isOpen = false;
    behind = value;
  });
  return places;
};

/** The end of what stands before a place, not cut within a word. */
const endOf = (behind: string, isHan: boolean): string => {
  const text = behind.trimEnd();
  const end = [...text].slice(-context).join('');
  if (end === text) return text;
  return `…${end.replace(isHan ? /^[\p{P}\s]+/u : /^\S*\s/, '')}`;
};

/** What became of a text, as one phrase. */
export const textChange = ({ marks, diff }: Words, from: string, to: string): string => {
  const { texts, turned } = diff;
  const whole = () => turned(marks.quoted(shortened(from)), marks.quoted(shortened(to)));
  if (lengthOf(from) <= short && lengthOf(to) <= short) return whole();
  const isHan = hasHan(from) || hasHan(to);
  const compare = isHan ? diffChars : diffWordsWithSpace;
  const changes = compare(from, to, { maxEditLength: mostEdits });
  const places = changes === undefined ? [] : placesIn(changes, isHan);
  const kept = (changes ?? []).reduce(
    (sum, { added, removed, value }) => (added || removed ? sum : sum + value.length),
    0,
  );
  if (places.length === 0 || places.length > mostPlaces || kept * 3 < from.length) {
    return texts.rewritten(whole());
  }
  return marks.parts(
    places.map(({ behind, old, now }) => {
      const before = behind.trim() === '' ? null : marks.quoted(endOf(behind, isHan));
      if (old.trim() === '') return texts.added(marks.quoted(shortened(now.trim())), before);
      if (now.trim() === '') return texts.gone(marks.quoted(shortened(old.trim())), before);
      const [was, is] = [old, now].map((each) => marks.quoted(shortened(each.trim())));
      return texts.replaced(turned(was ?? '', is ?? ''), before);
    }),
  );
};
