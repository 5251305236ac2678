/**
 * Merges lines of text three ways, without knowing what they say. What both sides have changed in different
 * places is put together, even where the places touch; what they have changed in the same place is a clash with
 * the ways in which it may be meant.
 */
import { diffArrays } from 'diff';
import { lineEndAt } from '../nodes.ts';

/** Lines that stand, or the two versions of a place. */
export type Piece =
  | { readonly is: 'lines'; readonly lines: readonly string[] }
  | {
      readonly is: 'clash';
      /** The line of the base at which it stands, counted from 0, and how many of them it replaces. */
      readonly at: number;
      readonly length: number;
      readonly ways: readonly (readonly string[])[];
    };

/** A text cut into lines, each with what stands before its line feed. */
interface Cut {
  readonly lines: readonly string[];
  /** Whether the last line is ended. */
  readonly isEnded: boolean;
}

/** How most lines of a text end; undefined where it has one line only. */
const styleOf = (text: string): '\r\n' | '\n' | undefined => {
  const all = text.split('\n').length - 1;
  if (all === 0) return undefined;
  const carried = text.split('\r\n').length - 1;
  return carried * 2 > all ? '\r\n' : '\n';
};

const cut = (text: string, style: '\r\n' | '\n'): Cut => {
  const isEnded = text === '' || text.endsWith('\n');
  const lines = text === '' ? [] : (isEnded ? text.slice(0, -1) : text).split('\n');
  const last = lines.at(-1);
  // A last line without an end is the same line as with one.
  if (isEnded || style === '\n' || last === undefined) return { lines, isEnded };
  return { lines: [...lines.slice(0, -1), `${last}\r`], isEnded };
};

/** Lines as a text. */
export const joined = (lines: readonly string[], isEnded: boolean): string => {
  const text = lines.join('\n');
  if (lines.length === 0) return '';
  return isEnded ? `${text}\n` : text.replace(/\r$/, '');
};

/** A run of lines of the base and what stands in its place. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** More differences than this are not looked for one by one. */
const mostDifferences = 20_000;

const editsOf = (base: readonly string[], side: readonly string[]): readonly Edit[] => {
  const parts = diffArrays([...base], [...side], { maxEditLength: mostDifferences });
  if (!parts) return [{ from: 0, to: base.length, lines: side }];
  const edits: Edit[] = [];
  let at = 0;
  for (const { added, removed, value } of parts) {
    const last = edits.at(-1);
    const from = at;
    if (!added) at += value.length;
    if (!added && !removed) continue;
    const edit = added ? { from, to: from, lines: value } : { from, to: at, lines: [] };
    if (last?.to === from) {
      edits[edits.length - 1] = {
        from: last.from,
        to: edit.to,
        lines: [...last.lines, ...edit.lines],
      };
    } else edits.push(edit);
  }
  return edits;
};

/** What a line is about, however it is laid out: its key, or that it is an entry in braces. */
const subject = (line: string): string => {
  const text = line.trim();
  return (/^(?:- *)?(?:\{|["']?[\w-]+["']? *:)/.exec(text)?.[0] ?? text).replace(/["' ]/g, '');
};

/** An edit as several where its lines are about the same things as those that they replace. */
const refined = (base: readonly string[], edit: Edit): readonly Edit[] => {
  const before = base.slice(edit.from, edit.to);
  if (before.length === 0 || edit.lines.length === 0) return [edit];
  const parts = diffArrays(before.map(subject), edit.lines.map(subject));
  const edits: Edit[] = [];
  let [at, taken] = [edit.from, 0];
  for (const { added, removed, value } of parts) {
    const { length } = value;
    if (added) {
      edits.push({ from: at, to: at, lines: edit.lines.slice(taken, taken + length) });
    } else if (removed) edits.push({ from: at, to: at + length, lines: [] });
    else {
      for (let index = 0; index < length; index += 1) {
        const line = edit.lines[taken + index] ?? '';
        if (line !== base[at + index]) {
          edits.push({ from: at + index, to: at + index + 1, lines: [line] });
        }
      }
    }
    if (!added) at += length;
    if (!removed) taken += length;
  }
  return edits;
};

const isOverlapping = (a: Edit, b: Edit): boolean => {
  if (a.from === a.to && b.from === b.to) return a.from === b.from;
  return Math.max(a.from, b.from) < Math.min(a.to, b.to) || isWithin(a, b) || isWithin(b, a);
};

/** Whether an insertion stands in the middle of what another edit replaces. */
const isWithin = (a: Edit, b: Edit): boolean => a.from === a.to && b.from < a.from && a.to < b.to;

const keyOf = ({ from, to, lines }: Edit): string => `${from} ${to} ${lines.join('\n')}`;

/** A stretch of the base with what one side has made of it. */
const applied = (
  base: readonly string[],
  edits: readonly Edit[],
  from: number,
  to: number,
): readonly string[] => {
  let at = from;
  const lines: string[] = [];
  for (const edit of edits) {
    lines.push(...base.slice(at, edit.from), ...edit.lines);
    at = edit.to;
  }
  return [...lines, ...base.slice(at, to)];
};

/** Lines of one side without those that the other has as well. */
const withoutThose = (lines: readonly string[], known: readonly string[]): readonly string[] => {
  const left = new Map<string, number>();
  for (const line of known) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  });
};

/** The ways in which two versions of a place may be put together, the likeliest first. */
const waysOf = (
  first: readonly string[],
  other: readonly string[],
): readonly (readonly string[])[] => {
  const woven = diffArrays([...first], [...other]).flatMap(({ value }) => value);
  const ways = [
    [...first, ...other],
    [...first, ...withoutThose(other, first)],
    woven,
    first,
    other,
    [...other, ...first],
  ];
  const seen = new Set<string>();
  return ways.filter((way) => {
    const text = way.join('\n');
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
};

/** The lines that two texts have in common: what both may have begun with. */
export const commonLines = (a: string, b: string): string =>
  diffArrays(a.split('\n'), b.split('\n'))
    .flatMap(({ added, removed, value }) => (added || removed ? [] : value))
    .join('\n');

/** Lines of one side that the base does not have and a text neither. */
export const lostLines = (base: string, side: string, text: string): number => {
  const split = (each: string) => each.split(/\r?\n/);
  return withoutThose(withoutThose(split(side), split(base)), split(text)).length;
};

/** Three texts cut into what stands and where they clash, and whether the whole ends with a line end. */
export interface Woven {
  readonly pieces: readonly Piece[];
  readonly isEnded: boolean;
}

/** Of three things that one which is not as it was. */
const changedOf = <T>(base: T, first: T, other: T): T => (first === base ? other : first);

/**
 * Weaves two texts together.
 * @param first comes first where both have added in the same place
 */
export const weave = (base: string, first: string, other: string): Woven => {
  const was = styleOf(base) ?? styleOf(first) ?? styleOf(other) ?? '\n';
  const style = changedOf(was, styleOf(first) ?? was, styleOf(other) ?? was);
  // Where one side has changed how all lines end, the others are read as if they had.
  const read = (text: string) => {
    const own = styleOf(text);
    const isOther = own !== undefined && own !== style;
    const same = isOther ? text.replace(/\r?\n/g, style) : text;
    return cut(same, style);
  };
  const [old, own, their] = [read(base), read(first), read(other)];
  const edits = (lines: readonly string[]) =>
    editsOf(old.lines, lines).flatMap((edit) => refined(old.lines, edit));
  const [mine, theirs] = [edits(own.lines), edits(their.lines)];
  const keys = new Set(theirs.map(keyOf));
  const shared = new Set(mine.map(keyOf).filter((key) => keys.has(key)));
  const isShared = (edit: Edit) => shared.has(keyOf(edit));
  const tagged = [
    ...mine.map((edit) => ({ edit, isMine: true })),
    ...theirs.filter((edit) => !isShared(edit)).map((edit) => ({ edit, isMine: false })),
  ].sort((a, b) => a.edit.from - b.edit.from || a.edit.to - b.edit.to);
  const pieces: Piece[] = [];
  let at = 0;
  const stand = (to: number) => {
    if (to > at) pieces.push({ is: 'lines', lines: old.lines.slice(at, to) });
    at = Math.max(at, to);
  };
  for (let index = 0; index < tagged.length; ) {
    const group = [tagged[index] as (typeof tagged)[number]];
    for (let grown = true; grown; ) {
      const next = tagged[index + group.length];
      grown = next !== undefined && group.some(({ edit }) => isOverlapping(edit, next.edit));
      if (grown && next) group.push(next);
    }
    index += group.length;
    const from = Math.min(...group.map(({ edit }) => edit.from));
    const to = Math.max(...group.map(({ edit }) => edit.to));
    stand(from);
    const of = (isMine: boolean) =>
      applied(
        old.lines,
        group
          .filter((each) => each.isMine === isMine || isShared(each.edit))
          .map(({ edit }) => edit),
        from,
        to,
      );
    const isBoth =
      group.some((each) => each.isMine && !isShared(each.edit)) &&
      group.some((each) => !each.isMine);
    if (isBoth)
      pieces.push({ is: 'clash', at: from, length: to - from, ways: waysOf(of(true), of(false)) });
    else pieces.push({ is: 'lines', lines: of(group.some((each) => each.isMine)) });
    at = Math.max(at, to);
  }
  stand(old.lines.length);
  return { pieces, isEnded: changedOf(old.isEnded, own.isEnded, their.isEnded) };
};

/** A run of lines; `to` stands behind the last. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Where two texts differ, by lines counted from 0. */
export const hunksBetween = (
  ours: readonly string[],
  theirs: readonly string[],
): readonly { readonly ours: Run; readonly theirs: Run }[] => {
  let shift = 0;
  return editsOf(ours, theirs).map(({ from, to, lines }) => {
    const start = from + shift;
    shift += lines.length - (to - from);
    return { ours: { from, to }, theirs: { from: start, to: start + lines.length } };
  });
};

/** The lines of a text with how they end, and whether the last one does. */
export const linesOf = (text: string): Cut =>
  cut(text, lineEndAt(text, 0) === '\r\n' ? '\r\n' : '\n');
