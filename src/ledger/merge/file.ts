/**
 * Merges one file of a ledger, from bytes to bytes: values by id, attribute and event, and the text that says them with
 * what both sides wrote around it. Nothing is dropped unseen: what cannot be put together is told.
 */
import type { Value } from '../../model/attribute.ts';
import { type DiagnosticCode, isUnreadable } from '../../model/diagnostic.ts';
import { type Merged, merge } from '../../model/merge/merge.ts';
import { type Conflict, type Manner, otherThan } from '../../model/merge/sides.ts';
import { allKeys } from '../load.ts';
import { lineEndAt } from '../nodes.ts';
import { parse } from '../parse.ts';
import { decode, encode } from '../text.ts';
import { commentsDue, missingComments } from './comments.ts';
import { isDifferentOnlyIn, type Marking, withMarkers } from './markers.ts';
import { editedTowards, mergeText, type Texts } from './text.ts';

/** The bytes of a file; null where it is not there. */
export interface Versions {
  readonly base: Uint8Array | null;
  readonly ours: Uint8Array | null;
  readonly theirs: Uint8Array | null;
}

/** How to merge a file, and how to mark what is left. */
export interface Merger extends Omit<Manner, 'meanwhile'> {
  readonly names: Marking['names'];
  /** How many signs a conflict marker has. */
  readonly size: number;
}

/** What a merge of one file's bytes comes to. */
export type MergedFile =
  | (Omit<Merged, 'value' | 'rewrites'> & {
      readonly is: 'merged';
      /** With markers where conflicts are left; null where the file goes; undefined where it is left as it is. */
      readonly bytes: Uint8Array | null | undefined;
      /** Comments that found no place of their own and stand at the end. */
      readonly moved: readonly string[];
      /** Comments that went with what was settled against them. */
      readonly left: readonly string[];
    })
  /** A version cannot be read. */
  | {
      readonly is: 'unread';
      readonly version: keyof Versions;
      readonly code: DiagnosticCode;
      readonly line: number;
    }
  /** The values merge, but no text was found that keeps what both sides wrote. */
  | { readonly is: 'unwritten' };

interface Version {
  readonly text: string;
  readonly hasMark: boolean;
  readonly value: Value;
}

type Read =
  | { readonly is: 'read'; readonly version: Version | null }
  | Pick<Extract<MergedFile, { is: 'unread' }>, 'is' | 'code' | 'line'>;

const readVersion = (bytes: Uint8Array | null): Read => {
  if (bytes === null) return { is: 'read', version: null };
  const decoded = decode(bytes);
  if ('problem' in decoded) return { is: 'unread', code: decoded.problem.code, line: decoded.line };
  const { text, hasMark } = decoded.text;
  const { value, problems } = parse(text, { keys: allKeys });
  const fault = problems.find(({ problem }) => isUnreadable(problem.code));
  if (fault || value === undefined) {
    const line = text.slice(0, fault?.start ?? 0).split('\n').length;
    return { is: 'unread', code: fault?.problem.code ?? 'file/empty', line };
  }
  return { is: 'read', version: { text, hasMark, value } };
};

/** Comments put at the end of a text, a line each. */
const withComments = (text: string, comments: readonly string[]): string => {
  const lineEnd = lineEndAt(text, text.length);
  const gap = text === '' || text.endsWith('\n') ? '' : lineEnd;
  return text + gap + comments.map((comment) => comment + lineEnd).join('');
};

const isSameText = (text: string, value: Value): boolean => {
  const read = parse(text, { keys: allKeys });
  return JSON.stringify(read.value) === JSON.stringify(value);
};

/** A file that one side has deleted: it stands as one side has it, or nobody has decided. */
const mergeDeleted = (
  file: string,
  versions: Versions,
  values: Values,
  merger: Merger,
): MergedFile => {
  const {
    rewrites: _rewrites,
    value,
    ...merged
  } = merge(file, values, {
    ...merger,
    meanwhile: merger.first,
  });
  const kept = versions.ours ?? versions.theirs;
  const bytes = merged.conflicts.length > 0 ? undefined : value === undefined ? null : kept;
  return { is: 'merged', ...merged, bytes, moved: [], left: [] };
};

interface Values {
  readonly base: Value | undefined;
  readonly ours: Value | undefined;
  readonly theirs: Value | undefined;
}

/** The text with one side standing for now in what nobody has settled. */
const textWith = (file: string, texts: Texts, values: Values, manner: Manner) => {
  const merged = merge(file, values, manner);
  const { value, rewrites } = merged;
  const meant = { file, rewrites, first: manner.first };
  const text = value === undefined ? undefined : mergeText(texts, { ...meant, value });
  return { merged, text };
};

/** Comments that would stand had the conflicts been settled the other way: they went with what was not taken. */
const gone = (
  file: string,
  texts: Texts,
  values: Values,
  merger: Merger,
  missing: readonly string[],
): readonly string[] => {
  const settle = (conflict: Conflict) => {
    const side = merger.settle(conflict);
    return side && otherThan(side);
  };
  const { text } = textWith(file, texts, values, { ...merger, settle, meanwhile: 'ours' });
  if (text === undefined) return [];
  const counts = new Map<string, number>();
  for (const each of missing) counts.set(each, (counts.get(each) ?? 0) + 1);
  const still = missingComments(counts, text);
  return missing.filter((each) => !still.includes(each));
};

/** Merges the versions of one file. */
export const mergeFile = (file: string, versions: Versions, merger: Merger): MergedFile => {
  const read = {
    base: readVersion(versions.base),
    ours: readVersion(versions.ours),
    theirs: readVersion(versions.theirs),
  };
  for (const version of ['ours', 'theirs', 'base'] as const) {
    const each = read[version];
    if (each.is === 'unread') return { ...each, version };
  }
  const versionOf = (each: Read) => (each.is === 'read' ? each.version : null);
  const [base, ours, theirs] = [read.base, read.ours, read.theirs].map(versionOf);
  const values = { base: base?.value, ours: ours?.value, theirs: theirs?.value };
  if (!ours || !theirs) return mergeDeleted(file, versions, values, merger);
  const texts = { base: base?.text ?? null, ours: ours.text, theirs: theirs.text };
  const had = base ?? ours;
  const hasMark = had.hasMark === ours.hasMark ? theirs.hasMark : ours.hasMark;
  const due = commentsDue(texts.base ?? '', ours.text, theirs.text);
  const own = textWith(file, texts, values, { ...merger, meanwhile: 'ours' });
  const { value: _value, rewrites: _rewrites, ...merged } = own.merged;
  if (own.text === undefined) return { is: 'unwritten' };
  const isClean = merged.conflicts.length === 0;
  const { conflicts } = merged;
  const other = isClean ? own : textWith(file, texts, values, { ...merger, meanwhile: 'theirs' });
  if (other.text === undefined) return { is: 'unwritten' };
  // Between markers stands what is in conflict and nothing else, where that can be had.
  const isNarrow = isClean || isDifferentOnlyIn(own.text, other.text, { file, conflicts });
  const { value: otherwise } = other.merged;
  const narrow =
    isNarrow || otherwise === undefined
      ? undefined
      : editedTowards(own.text, { file, value: otherwise });
  const theirText = narrow ?? other.text;
  const missing = missingComments(due, own.text, theirText);
  const isSettled = missing.length > 0 && merged.settled.length > 0;
  const left = isSettled ? gone(file, texts, values, merger, missing) : [];
  const moved = missing.filter((each) => !left.includes(each));
  const finished = [own.text, theirText].map((text) => {
    const whole = moved.length > 0 ? withComments(text, moved) : text;
    const { value } = parse(text, { keys: allKeys });
    return value !== undefined && isSameText(whole, value) ? whole : undefined;
  });
  const [mine, their] = finished;
  if (mine === undefined || their === undefined) return { is: 'unwritten' };
  const text = isClean
    ? mine
    : withMarkers(mine, their, { file, conflicts, names: merger.names, size: merger.size });
  return { is: 'merged', ...merged, bytes: encode({ text, hasMark }), moved, left };
};
