/**
 * Decides clashes of lines by what they are to say. Records say what they say independently of each other, so that
 * one clash of each is tried at a time: what is read grows with the clashes of one record and not with those of a file.
 */
import type { Value } from '../../model/attribute.ts';
import { distance, distances } from '../../model/merge/distance.ts';
import { recordsIn } from '../../model/merge/records.ts';
import { isFields } from '../../model/merge/sides.ts';
import { allKeys } from '../load.ts';
import { type Parsed, parse } from '../parse.ts';
import { lineAt, lineStarts } from '../text.ts';
import { joined, type Piece, type Woven } from './lines.ts';

/** A text as read, and how far it is from what is meant; infinitely where it cannot be read. */
export interface Candidate {
  readonly text: string;
  readonly parsed: Parsed;
  readonly far: number;
  /** The same by the outermost record; faults stand with the lines that have them. */
  readonly by: ReadonlyMap<string, number>;
  readonly faults: readonly number[];
}

/** A fault weighs more than anything that could be put right by an edit. */
export const faultWeight = 10_000;

const isFault = ({ problem }: Parsed['problems'][number]): boolean =>
  /^(?:yaml|text)\//.test(problem.code);

/** How many faults a text has. */
export const faultsIn = (text: string): number =>
  parse(text, { keys: allKeys }).problems.filter(isFault).length;

/** Reads texts and tells how far they are from what is meant, each once. */
export const readerFor = (file: string, value: Value, allowed: number) => {
  const known = new Map<string, Candidate>();
  return (text: string): Candidate => {
    const before = known.get(text);
    if (before) return before;
    const parsed = parse(text, { keys: allKeys });
    const faults = parsed.problems.filter(isFault).map(({ start }) => start);
    const far =
      parsed.value === undefined
        ? Number.POSITIVE_INFINITY
        : distance(file, parsed.value, value) + faultWeight * Math.max(0, faults.length - allowed);
    const by = parsed.value === undefined || far < 1 ? new Map() : distances(parsed.value, value);
    const read = { text, parsed, far, by, faults };
    known.set(text, read);
    return read;
  };
};

type Read = ReturnType<typeof readerFor>;

/** Where the outermost records of a text begin, by line counted from 0. */
const recordLines = (text: string): readonly { readonly id: string; readonly line: number }[] => {
  const { value, document } = parse(text, { keys: allKeys });
  if (value === undefined || !document) return [];
  const lists = isFields(value)
    ? Object.entries(value).map(([key, list]) => [[key], list] as const)
    : [[[], value] as const];
  const starts = lineStarts(text);
  return lists.flatMap(([path, list]) => {
    const records = Array.isArray(list) ? recordsIn(list) : undefined;
    return [...(records?.keys() ?? [])].map((id, index) => {
      const node = document.getIn([...path, index], true) as { range?: readonly number[] };
      return { id, line: lineAt(starts, node.range?.[0] ?? 0) };
    });
  });
};

/** Stands for all records that the base does not have. */
const newRecords = '\n';

/** Clashes with what their lines may say, so that those which touch the same records are together. */
const together = (
  base: string,
  clashes: readonly Extract<Piece, { is: 'clash' }>[],
): { readonly groups: readonly string[]; readonly groupOf: (record: string) => string } => {
  const records = recordLines(base);
  const known = new Set(records.map(({ id }) => id));
  const mixed = new Set<string>();
  const groups = clashes.map(({ at, length, ways }) => {
    const own = records.findLast(({ line }) => line < at + Math.min(1, length))?.id ?? '';
    const isNew = ways.some((way) =>
      way.some((line) => /^\s*-\s*(?:\{\s*)?["']?id["']?\s*:/.test(line)),
    );
    if (isNew) mixed.add(own);
    return own;
  });
  const groupOf = (record: string) =>
    mixed.has(record) || (record !== '' && !known.has(record)) ? newRecords : record;
  return { groups: groups.map(groupOf), groupOf };
};

/** How many ways there are at most; they stand in the order of their likelihood. */
const mostWays = 6;

/** Rounds in which every clash is looked at again, since clashes of one record hang together. */
const mostRounds = 3;

/** Puts the pieces together in the way that comes nearest to what is meant. */
export const nearest = ({ pieces, isEnded }: Woven, base: string, read: Read): Candidate => {
  const clashes = pieces.filter((piece) => piece.is === 'clash');
  const build = (picks: readonly number[]) => {
    let clash = 0;
    let line = 0;
    const ranges: { readonly from: number; readonly to: number }[] = [];
    const lines = pieces.flatMap((piece): readonly string[] => {
      const own =
        piece.is === 'lines'
          ? piece.lines
          : (piece.ways[Math.min(picks[clash] ?? 0, piece.ways.length - 1)] ?? []);
      if (piece.is === 'clash') {
        ranges.push({ from: line, to: line + own.length });
        clash += 1;
      }
      line += own.length;
      return own;
    });
    return { text: joined(lines, isEnded), ranges };
  };
  const { groups, groupOf } = together(base, clashes);
  /** How far each group is, and the whole. */
  const look = (picks: readonly number[]) => {
    const { text, ranges } = build(picks);
    const candidate = read(text);
    const by = new Map<string, number>();
    const add = (group: string, far: number) => by.set(group, (by.get(group) ?? 0) + far);
    for (const [record, far] of candidate.by) add(groupOf(record), far);
    const starts = candidate.faults.length > 0 ? lineStarts(text) : [];
    for (const fault of candidate.faults) {
      const line = lineAt(starts, fault);
      const clash = ranges.findLastIndex(({ from }) => from <= line);
      add(groups[clash] ?? '', faultWeight);
    }
    const isRead = candidate.parsed.value !== undefined;
    const farOf = (group: string) => (isRead ? (by.get(group) ?? 0) : Number.POSITIVE_INFINITY);
    return { candidate, farOf };
  };
  let picks: readonly number[] = clashes.map(() => 0);
  let found = look(picks);
  let best = found;
  const better = () => {
    if (found.candidate.far < best.candidate.far) best = found;
    return best.candidate.far === 0;
  };
  if (better() || clashes.length === 0) return best.candidate;
  // Each way for all at once: every group takes the one that suits it.
  const fars = new Map(groups.map((group) => [group, found.farOf(group)]));
  for (let way = 1; way < mostWays; way += 1) {
    const tried = look(clashes.map(() => way));
    if (tried.candidate.far < best.candidate.far) best = tried;
    const suited = new Set(
      [...fars].flatMap(([group, far]) => (tried.farOf(group) < far ? [group] : [])),
    );
    for (const group of suited) fars.set(group, tried.farOf(group));
    picks = picks.map((pick, index) => (suited.has(groups[index] ?? '') ? way : pick));
  }
  found = look(picks);
  if (better()) return best.candidate;
  // Then one clash of each group after the other.
  const nth = groups.map(
    (group, index) => groups.slice(0, index).filter((each) => each === group).length,
  );
  const most = Math.max(0, ...nth) + 1;
  for (let round = 0, isMoved = true; round < mostRounds && isMoved; round += 1) {
    isMoved = false;
    for (let turn = 0; turn < most; turn += 1) {
      for (let way = 0; way < mostWays; way += 1) {
        const other = picks.map((pick, index) =>
          nth[index] === turn && found.farOf(groups[index] ?? '') > 0 ? way : pick,
        );
        if (other.every((pick, index) => pick === picks[index])) continue;
        const tried = look(other);
        const next = picks.map((pick, index) => {
          const group = groups[index] ?? '';
          return tried.farOf(group) < found.farOf(group) ? (other[index] ?? pick) : pick;
        });
        if (next.every((pick, index) => pick === picks[index])) continue;
        picks = next;
        found = look(picks);
        isMoved = true;
        if (better()) return best.candidate;
      }
    }
  }
  return best.candidate;
};
