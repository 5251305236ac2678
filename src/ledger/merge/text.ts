/**
 * The text of a merged file: the lines of both sides as far as they fit together, and where they do not, one side's
 * lines edited. Whatever comes out is read again and must say what the merge of the values says.
 */
import type { Value } from '../../model/attribute.ts';
import type { Change } from '../../model/change.ts';
import { otherThan, type Rewrite, type Side } from '../../model/merge/sides.ts';
import { changesTowards } from '../../model/merge/towards.ts';
import { createText, editText } from '../edit.ts';
import { allKeys } from '../load.ts';
import { parse } from '../parse.ts';
import { type Candidate, faultsIn, faultWeight, nearest, readerFor } from './choosing.ts';
import { commonLines, lostLines, weave } from './lines.ts';

/** The three texts of a file, without byte order marks; null where there was none before. */
export interface Texts {
  readonly base: string | null;
  readonly ours: string;
  readonly theirs: string;
}

/** What the text is to say, and what the sides' own must say otherwise for it. */
export interface Meant {
  readonly file: string;
  readonly value: Value;
  readonly rewrites: readonly Rewrite[];
  readonly first: Side;
}

const rewritten = (
  text: string,
  side: Side,
  { file, rewrites }: Pick<Meant, 'file' | 'rewrites'>,
): string | undefined => {
  const changes = rewrites
    .filter((each) => each.side === side)
    .map(({ path, value }): Change => ({ op: 'put', file, path, value, order: [] }));
  if (changes.length === 0) return text;
  return editText(text, parse(text, { keys: allKeys }), changes, allKeys);
};

/** A text edited until it says what is meant; undefined where that cannot be done. */
const edited = (
  { text, parsed }: Pick<Candidate, 'text' | 'parsed'>,
  { file, value }: Pick<Meant, 'file' | 'value'>,
): string | undefined => {
  if (parsed.value === undefined) return undefined;
  const changes = changesTowards(file, parsed.value, value);
  if (!changes) return undefined;
  const after = editText(text, parsed, changes, allKeys);
  if (after === undefined) return undefined;
  const again = parse(after, { keys: allKeys });
  const left = again.value === undefined ? undefined : changesTowards(file, again.value, value);
  return left?.length === 0 ? after : undefined;
};

/** A text edited until it says what is meant, whoever wrote its lines; undefined where that cannot be done. */
export const editedTowards = (text: string, meant: Pick<Meant, 'file' | 'value'>) =>
  edited({ text, parsed: parse(text, { keys: allKeys }) }, meant);

/** The text that says what is meant and keeps what both sides have written; undefined where there is none. */
export const mergeText = (texts: Texts, meant: Meant): string | undefined => {
  const { file, value, first } = meant;
  const own = rewritten(texts[first], first, meant);
  const other = rewritten(texts[otherThan(first)], otherThan(first), meant);
  if (own === undefined || other === undefined) return undefined;
  const allowed = Math.max(faultsIn(own), faultsIn(other));
  const read = readerFor(file, value, allowed);
  const base = texts.base ?? commonLines(own, other);
  const best = nearest(weave(base, own, other), base, read);
  if (best.far < 1) return best.text;
  // One of them is edited: the one that loses least of what either side has written.
  const starts = [best, read(own), read(other)]
    .filter(({ far }) => far < faultWeight)
    .map((start) => {
      const lost = lostLines(base, own, start.text) + lostLines(base, other, start.text);
      return { start, cost: start.far + lost };
    });
  for (const { start } of starts.sort((a, b) => a.cost - b.cost)) {
    const text = edited(start, meant);
    if (text !== undefined) return text;
  }
  return undefined;
};

/** The text of a file that only one side has, under another id. */
export const renumberedText = (
  text: string,
  side: Side,
  meant: Pick<Meant, 'file' | 'rewrites'> & { readonly value: Value },
): string | undefined => rewritten(text, side, meant) ?? createText(meant.value);
