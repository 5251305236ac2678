/**
 * Works out how a conflicted ledger is resolved: each file merged again, records with the same new number parted, and
 * what was settled by hand left alone. It writes nothing.
 */
import { renderDiagnostics } from '../../format/diagnostics.ts';
import { allKeys, type Loaded, load } from '../../ledger/load.ts';
import { mergeByLines } from '../../ledger/merge/by-lines.ts';
import { type MergedFile, type Merger, mergeFile } from '../../ledger/merge/file.ts';
import { parse } from '../../ledger/parse.ts';
import { overlay } from '../../ledger/source.ts';
import { decode } from '../../ledger/text.ts';
import type { FileEdit } from '../../ledger/write.ts';
import type { Value } from '../../model/attribute.ts';
import { dayAt } from '../../model/dates.ts';
import { type Diagnostic, sameProblem } from '../../model/diagnostic.ts';
import { type Loss, lossesIn } from '../../model/merge/losses.ts';
import { type Conflict, keyOf, type Renumbered, type Side } from '../../model/merge/sides.ts';
import { foldId } from '../../model/names.ts';
import { type Context, seen, typed } from '../context.ts';
import { usage } from '../failure.ts';
import type { Options } from '../options.ts';
import { type Conflicted, type Gathered, isSameContent } from './gathering.ts';
import { partTasks, taskNumbers } from './parting.ts';
import { followReferences, type Reference } from './references.ts';
import { namesOf } from './telling.ts';

/** What becomes of a file. */
type State =
  | 'settled'
  | 'conflict'
  /** Settled by hand; left as it is. */
  | 'by-hand'
  /** Worked on by hand, and neither settled nor to be read as either side would have it; left as it is. */
  | 'edited'
  /** A version cannot be read. */
  | 'unread'
  /** No text was found that keeps both. */
  | 'unwritten';

export interface Resolved {
  readonly file: string;
  readonly state: State;
  readonly merged: MergedFile;
  readonly edits: readonly FileEdit[];
  /** What somebody's work on it lacks of what either side has. */
  readonly losses: readonly Loss[];
  /** A file that was made beside it. */
  readonly target?: string;
}

export interface Resolution {
  readonly files: readonly Resolved[];
  readonly conflicts: readonly { readonly file: string; readonly conflict: Conflict }[];
  readonly references: readonly Reference[];
  readonly edits: readonly FileEdit[];
  /** Errors of the whole that neither side had; none are looked for while conflicts are left. */
  readonly problems: readonly Diagnostic[];
}

/** Who settles conflicts, and how that is said in the ledger. */
export interface Settling {
  /** The unit; undefined where nobody has said so. */
  readonly by: string | undefined;
  /** Why an entry was retracted, in the ledger's language, by the name of the conflict. */
  readonly reason: (key: string) => string;
}

const repeatedOption = (options: Options, name: string): readonly string[] => {
  const given = options[name];
  return Array.isArray(given) ? given.map(String) : [];
};

/** The names by which a conflict can be settled. */
const namesFor = (conflict: Conflict): readonly string[] => [
  foldId(keyOf(conflict)),
  foldId(conflict.id),
];

/** How people have settled conflicts, by name or by the whole record. */
const settlerFor = (options: Options) => {
  const chosen = new Map<string, { readonly side: Side; readonly given: string }>();
  for (const side of ['ours', 'theirs'] as const) {
    for (const given of repeatedOption(options, side)) {
      const before = chosen.get(foldId(given));
      if (before && before.side !== side) throw usage((say) => say.bothSides(given));
      chosen.set(foldId(given), { side, given });
    }
  }
  const settle = (conflict: Conflict): Side | undefined =>
    namesFor(conflict)
      .map((name) => chosen.get(name)?.side)
      .find((side) => side !== undefined);
  return { settle, asked: [...chosen].map(([key, { given }]) => ({ key, given })) };
};

const settledIn = ({ merged }: Resolved): readonly Conflict[] =>
  merged.is === 'merged' ? merged.settled.map(({ conflict }) => conflict) : [];

const isOpenTo = ({ state }: Resolved): boolean => state === 'settled' || state === 'conflict';

/** Fails where something was to be settled and was not. */
const demandSettled = (
  asked: ReturnType<typeof settlerFor>['asked'],
  files: readonly Resolved[],
  open: readonly Conflict[],
  show: (file: string) => string,
): void => {
  for (const { key, given } of asked) {
    const has = (file: Resolved) =>
      settledIn(file).some((conflict) => namesFor(conflict).includes(key));
    if (files.some((file) => isOpenTo(file) && has(file))) continue;
    const closed = files.find(has);
    if (closed) {
      const path = show(closed.file);
      throw usage((say) => say.settledByHand(given, path, typed([path])));
    }
    const unread = files.find(({ state }) => !['settled', 'conflict', 'by-hand'].includes(state));
    if (unread) throw usage((say) => say.notSettled(given, show(unread.file)));
    const settled = files.filter(isOpenTo).flatMap(settledIn);
    throw usage((say) => say.noConflict(given, [...open, ...settled].map(keyOf)));
  }
};

/** Fails where entries are to be retracted and nobody says so. */
const demandBy = (files: readonly Resolved[], { by }: Settling): void => {
  const taken = files.flatMap(({ merged }) =>
    merged.is === 'merged' ? merged.entries.filter(({ what }) => what === 'retracted') : [],
  );
  if (by !== undefined || taken.length === 0) return;
  const named = taken.map(({ id, number, entry }) => ({
    ...{ id, number: number ?? 0 },
    ...{ event: String(entry['event']), date: String(entry['date']) },
  }));
  throw usage((say) => say.settledByWhom(named));
};

const valueIn = (bytes: Uint8Array | null): Value | undefined => {
  const text = bytes === null ? undefined : decode(bytes);
  return text && !('problem' in text) ? parse(text.text.text, { keys: allKeys }).value : undefined;
};

const lossesOf = (
  { file, held }: Conflicted,
  now: Uint8Array | null,
  first: Side,
): readonly Loss[] => {
  const value = valueIn(now);
  const values = {
    base: valueIn(held.base),
    ours: valueIn(held.ours),
    theirs: valueIn(held.theirs),
  };
  if (value === undefined || values.ours === undefined || values.theirs === undefined) return [];
  return lossesIn(file, values, value, first);
};

const resolveFile = (each: Conflicted, merger: Merger): Resolved => {
  const { file, versions, now, isMarked, standing } = each;
  const merged = mergeFile(file, versions, merger);
  const left = { file, merged, edits: [], losses: [] };
  if (merged.is !== 'merged') {
    // What somebody has worked on is left, and so is what git has marked.
    if (standing === 'open') return { ...left, state: 'edited' };
    if (standing === 'fresh') {
      const lines = mergeByLines(versions, merger.names, merger.size);
      const isThere = !lines || isMarked || isSameContent(now, lines.bytes);
      const edits = isThere ? [] : [{ file, before: now, after: lines.bytes }];
      return { ...left, state: merged.is, edits };
    }
  } else {
    const { bytes } = merged;
    const state = merged.conflicts.length > 0 ? 'conflict' : 'settled';
    const isThere = bytes === undefined || isSameContent(now, bytes);
    if (standing !== 'closed' || (isThere && bytes !== undefined)) {
      const isBegun = standing === 'open' && state === 'settled' && bytes !== undefined;
      const losses = isBegun ? lossesOf(each, bytes, merger.first) : [];
      const edits = isThere ? [] : [{ file, before: now, after: bytes }];
      return { file, state, merged, edits, losses };
    }
  }
  if (isMarked) return { ...left, state: 'edited' };
  return { ...left, state: 'by-hand', losses: lossesOf(each, now, merger.first) };
};

/** Errors of the whole that neither side has; entries and records may have other numbers there. */
const newProblems = (
  { ours, theirs, source }: Gathered,
  edits: readonly FileEdit[],
  renumbered: readonly Renumbered[],
) => {
  const keyOfProblem = (each: Diagnostic) =>
    renumbered.reduce(
      (text, { from, to }) => text.replaceAll(from, to),
      sameProblem(each).replace(/"entry":\d+/, '"entry":0'),
    );
  const known = new Set(
    [ours, theirs].flatMap((side) => side?.diagnostics.map(keyOfProblem) ?? []),
  );
  const after: Loaded = load(
    overlay(source, new Map(edits.map(({ file, after: bytes }) => [file, bytes]))),
  );
  return after.diagnostics.filter(
    (each) => each.severity === 'error' && !known.has(keyOfProblem(each)),
  );
};

/** The day for what is recorded by settling, in the zone of whichever side's ledger can be read. */
const todayIn = ({ io }: Context, { ours, theirs }: Gathered): string =>
  dayAt(io.now, (ours ?? theirs)?.ledger.about.timezone ?? 'UTC');

/** Works it out. Fails where a conflict that is named cannot be settled. */
export const resolveAll = (
  context: Context,
  gathered: Gathered,
  options: Options,
  settling: Settling,
): Resolution => {
  const { words } = context;
  const { midst, ours, theirs } = gathered;
  const { settle, asked } = settlerFor(options);
  const { by } = settling;
  const merger: Merger = {
    first: midst.first,
    settle,
    retraction: {
      date: todayIn(context, gathered),
      ...(by !== undefined && { by }),
      reason: (conflict) => settling.reason(keyOf(conflict)),
    },
    names: namesOf(words, midst),
    size: 7,
  };
  const numbers = taskNumbers(gathered);
  const files = gathered.files.map(
    (each) =>
      partTasks(each, midst.first, { source: gathered.source, ...numbers }) ??
      resolveFile(each, merger),
  );
  const conflicts = files.flatMap((each) =>
    each.merged.is === 'merged' && isOpenTo(each)
      ? each.merged.conflicts.map((conflict) => ({ file: each.file, conflict }))
      : [],
  );
  demandSettled(
    asked,
    files,
    conflicts.map(({ conflict }) => conflict),
    (file) => seen(context.place().shown, file),
  );
  demandBy(files.filter(isOpenTo), settling);
  const renumbered = files.flatMap((each) =>
    each.merged.is === 'merged' && isOpenTo(each) ? each.merged.renumbered : [],
  );
  const own = files.flatMap((each) => each.edits);
  const sides = { ours: ours?.ledger, theirs: theirs?.ledger };
  const { references, edits } = followReferences(gathered.source, own, renumbered, sides);
  const isWhole =
    (files.length > 0 || midst.operation !== 'other') &&
    files.every(({ state }) => state === 'settled' || state === 'by-hand');
  return {
    files,
    conflicts,
    references,
    edits,
    problems: isWhole ? newProblems(gathered, edits, renumbered) : [],
  };
};

/** Problems as `validate` shows them. */
export const problemsText = (
  { io, words }: Context,
  shown: string,
  problems: readonly Diagnostic[],
) =>
  renderDiagnostics(problems, {
    prefix: shown,
    medium: { width: io.stderr.width, color: false },
    words,
  });
