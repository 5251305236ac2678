/**
 * What could stand at the cursor, and which of it fits what is typed there already. Titles and names
 * come from a ledger that somebody else has written: what leaves here is one line of visible
 * characters each, and quoting it is left to the shell that knows how.
 */
import { oneLine } from '../../format/escape.ts';
import { fold, foldId } from '../../model/names.ts';

export interface Candidate {
  readonly value: string;
  /** What it is, for shells that show it. */
  readonly about?: string | undefined;
  /** Other names it goes by. */
  readonly names?: readonly string[];
}

/** What a shell offers: words, or the files or folders that are there. */
export type Offer =
  | { readonly is: 'words'; readonly candidates: readonly Candidate[] }
  | { readonly is: 'files' }
  | { readonly is: 'folders' };

export const nothing: Offer = { is: 'words', candidates: [] };

export const offer = (candidates: readonly Candidate[]): Offer => ({ is: 'words', candidates });

/** Words without anything said of them. */
export const plainly = (values: readonly string[]): Offer =>
  offer(values.map((value) => ({ value })));

/** The candidates that begin as the word does; else the only one that has it in one of its names. */
const fitting = (candidates: readonly Candidate[], word: string): readonly Candidate[] => {
  const begins = (folded: (text: string) => string) =>
    candidates.filter(({ value }) => folded(value).startsWith(folded(word)));
  const found = [(text: string) => text, fold, foldId].map(begins).find((each) => each.length > 0);
  if (found) return found;
  const wanted = fold(word);
  const named = candidates.filter(({ names = [] }) =>
    names.some((name) => fold(name).includes(wanted)),
  );
  return named.length === 1 ? named : [];
};

/** Values of a list with commas: those that were chosen stay, and are not offered again. */
export const within = (
  offered: Offer,
  before: string,
  word: string,
  separator: RegExp = /[,，]/,
): { readonly offered: Offer; readonly before: string; readonly word: string } => {
  const parts = word.split(separator);
  const last = parts.at(-1) ?? '';
  const chosen = new Set(parts.slice(0, -1));
  if (offered.is !== 'words') return { offered, before, word };
  return {
    offered: offer(offered.candidates.filter(({ value }) => !chosen.has(value))),
    before: before + word.slice(0, word.length - last.length),
    word: last,
  };
};

/** The longest text that is said of a candidate. */
const longestAbout = 60;

const short = (text: string): string => {
  const characters = [...oneLine(text)];
  return characters.length > longestAbout
    ? `${characters.slice(0, longestAbout - 1).join('')}…`
    : characters.join('');
};

/**
 * An offer as the shells' scripts read it: the first line says what is offered, then a word a line,
 * with a tab before what is said of it. A word that would not be one line as it is is left out.
 */
export const written = (offered: Offer, before: string, word: string): string => {
  if (offered.is !== 'words') return `:${offered.is}\n`;
  const fits = fitting(offered.candidates, word).filter(
    ({ value }) => value !== '' && oneLine(value) === value && !/[\t\n]/.test(before),
  );
  const lines = new Map(
    fits.map(({ value, about = '' }) => [`${before}${value}`, short(about)] as const),
  );
  return `:words\n${[...lines].map(([value, about]) => `${value}\t${about}\n`).join('')}`;
};
