/** What a review finds: all that is wrong with the newer state, and what the move to it may not do. */
import type { Repository } from '../../ledger/git/repository.ts';
import { isReadable, placing } from '../../ledger/load.ts';
import { headFile } from '../../ledger/where.ts';
import {
  type Diagnostic,
  type Problem,
  severities,
  sortDiagnostics,
} from '../../model/diagnostic.ts';
import { differencesOf } from '../../model/diff.ts';
import { reviewMove } from '../../model/moves/index.ts';
import type { FileFate, Move } from '../../model/moves/move.ts';
import { fileChanges } from '../comparing/files.ts';
import { type Context, dayOf } from '../context.ts';
import type { Side } from '../sides.ts';
import { pastOf } from './past.ts';

/** Whether the move could be judged: there was no ledger before, there is none any more, or a side cannot be read. */
export const judgements = ['judged', 'new', 'gone', 'unreadable'] as const;
type Judgement = (typeof judgements)[number];

/** A problem, of the newer state itself or of the move to it. */
export interface Remark {
  readonly diagnostic: Diagnostic;
  readonly of: 'ledger' | 'move';
  /** The state in which its line stands. */
  readonly side: 'from' | 'to';
}

/** What a review found. */
export interface Reviewed {
  readonly judgement: Judgement;
  /** Of the newer state first, each by file and line. */
  readonly remarks: readonly Remark[];
}

const fates: { readonly [how: string]: FileFate } = { changed: 'changed', removed: 'gone' };

const remarksOnMove = async (
  { io }: Pick<Context, 'io'>,
  repository: Repository,
  before: Side,
  after: Side,
  options: Parameters<typeof dayOf>[2],
): Promise<readonly Remark[]> => {
  const differences = differencesOf(before.ledger, after.ledger);
  const now = dayOf(before.ledger, io, options);
  const files = new Map(fileChanges(before, after).map(({ file, how }) => [file, fates[how]]));
  const move: Move = {
    before: before.ledger,
    after: after.ledger,
    differences,
    ...(await pastOf(repository, before, after, differences, now)),
    fateOf: (file) => files.get(file) ?? 'same',
  };
  const [placeBefore, placeAfter] = [placing(before.files), placing(after.files)];
  const placed = reviewMove(move).map(({ finding, severity }): Remark => {
    const { isBefore = false, ...found } = finding;
    const diagnostic = (isBefore ? placeBefore : placeAfter)(found);
    return {
      diagnostic: { ...diagnostic, severity },
      of: 'move',
      side: isBefore ? 'from' : 'to',
    };
  });
  const sides = new Map(placed.map((each) => [each.diagnostic, each]));
  return sortDiagnostics([...sides.keys()]).flatMap((each) => sides.get(each) ?? []);
};

/** Told at the head of a ledger, since there is nothing else to point at. */
const atHead = (problem: Problem, side: Remark['side']): Remark => ({
  diagnostic: {
    ...problem,
    severity: severities[problem.code],
    file: headFile,
    at: null,
    excerpt: null,
  },
  of: 'move',
  side,
});

const named = (folder: string): string => (folder === '' ? '.' : folder);

/** What is said of a new ledger that is the same list as one that is still there. */
export const copiedLedger = (folder: string, of: string): Reviewed => {
  const params = { folder: named(folder), was: named(of) };
  return { judgement: 'new', remarks: [atHead({ code: 'move/ledger-twice', params }, 'to')] };
};

/** What is said of a ledger that the older state has and the newer one has not. */
export const removedLedger = (folder: string): Reviewed => {
  const params = { folder: named(folder) };
  return {
    judgement: 'gone',
    remarks: [atHead({ code: 'move/ledger-removed', params }, 'from')],
  };
};

/** Reviews a move. What stops a side from being read is told, and the rest is left. */
export const judge = async (
  context: Pick<Context, 'io'>,
  repository: Repository,
  { before, after }: { readonly before: Side; readonly after: Side },
  options: Parameters<typeof dayOf>[2],
): Promise<Reviewed> => {
  const own = after.diagnostics.map(
    (diagnostic): Remark => ({ diagnostic, of: 'ledger', side: 'to' }),
  );
  if (before.isAbsent) return { judgement: 'new', remarks: own };
  if (after.isAbsent) return removedLedger(before.folder);
  if (!isReadable(after)) return { judgement: 'unreadable', remarks: own };
  if (!isReadable(before)) {
    const { label } = before;
    const unjudged = atHead({ code: 'move/not-judged', params: { label } }, 'to');
    return { judgement: 'unreadable', remarks: [...own, unjudged] };
  }
  const moved = await remarksOnMove(context, repository, before, after, options);
  return { judgement: 'judged', remarks: [...own, ...moved] };
};
