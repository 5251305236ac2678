/**
 * Conflict markers as git writes them, each with the names by which its conflict is settled. What carries them can
 * be read again as either side would have it.
 */
import { pathOf } from '../../model/merge/records.ts';
import { type Conflict, keyOf, type Side } from '../../model/merge/sides.ts';
import { allKeys } from '../load.ts';
import { parse } from '../parse.ts';
import { lineAt, lineStarts } from '../text.ts';
import { hunksBetween, joined, linesOf, type Run } from './lines.ts';

/** What stands behind the signs of a marker of ours. */
const mark = 'reform';

/** The line with which one of the parts of a conflict begins or ends. */
const marker = (sign: '<' | '=' | '>', size: number, words = ''): string =>
  sign.repeat(size) + (words === '' ? '' : ` ${words}`);

/** Tells the lines of a text, counted from 0, that a conflict is about. */
const placesIn = (file: string, text: string) => {
  const { value, document } = parse(text, { keys: allKeys });
  const starts = lineStarts(text);
  return ({ id, attribute, why }: Conflict): readonly Run[] => {
    const record = value === undefined ? undefined : pathOf(file, value, id);
    if (!record) return [];
    const named = attribute?.split('.') ?? [];
    const isInLog = why === 'status' || why === 'entry' || why === 'retracted';
    // An event may contradict what the other side has changed where the plan is written.
    const paths = isInLog ? [['log']] : why === 'contested' ? [['log'], named] : [named];
    return paths.flatMap((path) => {
      const node = document?.getIn([...record, ...path], true);
      const range = (node as { range?: readonly number[] } | undefined)?.range;
      if (!range) return [];
      const [start = 0, end = start] = range;
      return [{ from: lineAt(starts, start), to: lineAt(starts, Math.max(start, end - 1)) + 1 }];
    });
  };
};

/** A text with the sides' versions between markers where they differ. */
export interface Marking {
  readonly file: string;
  readonly conflicts: readonly Conflict[];
  /** What the sides are called, on one line each. */
  readonly names: { readonly [S in Side]: string };
  /** How many signs a marker has. */
  readonly size: number;
}

/** Where two versions of a file differ, each time with the conflicts that this is about. */
const labelledHunks = (
  own: readonly string[],
  other: readonly string[],
  { file, conflicts }: Pick<Marking, 'file' | 'conflicts'>,
  texts: { readonly [S in Side]: string },
) => {
  const places = { ours: placesIn(file, texts.ours), theirs: placesIn(file, texts.theirs) };
  const about = conflicts.map((conflict) => ({
    conflict,
    ours: places.ours(conflict),
    theirs: places.theirs(conflict),
  }));
  const touches = (ranges: readonly Run[], { from, to }: Run) =>
    ranges.some((range) => range.from < to && from < range.to);
  return hunksBetween(own, other).map((hunk) => ({
    hunk,
    about: about
      .filter((each) => touches(each.ours, hunk.ours) || touches(each.theirs, hunk.theirs))
      .map(({ conflict }) => conflict),
  }));
};

/** Whether two versions differ only where a conflict is. */
export const isDifferentOnlyIn = (
  ours: string,
  theirs: string,
  about: Pick<Marking, 'file' | 'conflicts'>,
): boolean =>
  labelledHunks(linesOf(ours).lines, linesOf(theirs).lines, about, { ours, theirs }).every(
    (each) => each.about.length > 0,
  );

/** Both versions of a file in one text. They differ in nothing but what is in conflict. */
export const withMarkers = (ours: string, theirs: string, marking: Marking): string => {
  const { conflicts, names, size } = marking;
  const [own, other] = [linesOf(ours), linesOf(theirs)];
  const carriage = ours.includes('\r\n') ? '\r' : '';
  const labelled = labelledHunks(own.lines, other.lines, marking, { ours, theirs });
  const placed = new Set(labelled.flatMap(({ about }) => about));
  const loose = conflicts.filter((each) => !placed.has(each));
  const lines: string[] = [];
  let at = 0;
  for (const { hunk, about } of labelled) {
    // What could not be placed stands where nothing else does.
    const meant = about.length > 0 ? about : loose.length > 0 ? loose : conflicts;
    const keys = [...new Set(meant.map(keyOf))].join(', ');
    lines.push(
      ...own.lines.slice(at, hunk.ours.from),
      marker('<', size, `${mark} ours ${keys} (${names.ours})`) + carriage,
      ...own.lines.slice(hunk.ours.from, hunk.ours.to),
      marker('=', size) + carriage,
      ...other.lines.slice(hunk.theirs.from, hunk.theirs.to),
      marker('>', size, `${mark} theirs ${keys} (${names.theirs})`) + carriage,
    );
    at = hunk.ours.to;
  }
  lines.push(...own.lines.slice(at));
  const isLast = labelled.at(-1)?.hunk.ours.to === own.lines.length;
  return joined(lines, isLast || own.isEnded);
};

/** A text with markers of ours, as either side would have it, and the conflicts that are left in it. */
export interface Marked {
  readonly ours: string;
  readonly theirs: string;
  /** The names by which they are settled. */
  readonly open: readonly string[];
}

const opening = new RegExp(`^<{7,} ${mark} ours ((?:\\S+, )*\\S+) \\(`);

/** Whether a line is a marker, of whoever. */
const isMarker = (line: string): boolean => /^(?:<{7,}|={7,}|>{7,}|\|{7,})(?: |\r?$)/.test(line);

/** Whether a text holds conflict markers, of whoever. */
export const hasMarkers = (text: string): boolean => /^(?:<{7,}|>{7,}) /m.test(text);

/** Reads a text with markers that `withMarkers` has set; undefined where others stand in it, or none. */
export const readMarked = (text: string): Marked | undefined => {
  const open: string[] = [];
  const sides = { ours: [] as string[], theirs: [] as string[] };
  let within: 'both' | Side = 'both';
  for (const line of text.split('\n')) {
    const begins = opening.exec(line);
    if (begins && within === 'both') {
      open.push(...(begins[1] ?? '').split(', '));
      within = 'ours';
    } else if (within === 'ours' && /^={7,}\r?$/.test(line)) within = 'theirs';
    else if (within === 'theirs' && /^>{7,} /.test(line)) within = 'both';
    else if (isMarker(line) && !/^=/.test(line)) return undefined;
    else {
      if (within !== 'theirs') sides.ours.push(line);
      if (within !== 'ours') sides.theirs.push(line);
    }
  }
  if (open.length === 0 || within !== 'both') return undefined;
  return { ours: sides.ours.join('\n'), theirs: sides.theirs.join('\n'), open };
};
