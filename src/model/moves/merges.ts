/**
 * What a merge inside the move has thrown away of a branch that was never on the main line. Between both states nothing of it
 * is to be seen, and to git that branch is merged: nobody would be asked again. Pure.
 */
import type { Value } from '../attribute.ts';
import { isSameValue } from '../attribute.ts';
import type { Difference } from '../diff.ts';
import type { Event } from '../events.ts';
import type { Entry, Ledger } from '../ledger.ts';
import type { Author, Recording } from '../recorded.ts';
import { at, isLogging, type MoveFinding, type MoveRule } from './move.ts';

/** What a merge does not have, though one of its branches brought it. */
export interface Dropped {
  /** The record as that branch had it. */
  readonly entry: Entry;
  /** Its id as it is called in the end. */
  readonly id: string;
  /** An entry of its log, or a value of an attribute; else the record itself. */
  readonly what:
    | { readonly is: 'event'; readonly event: Event; readonly log: readonly Event[] }
    | { readonly is: 'attribute'; readonly name: string; readonly value: Value }
    | { readonly is: 'record' };
  /** Who had committed it. */
  readonly author: Author;
  /** The whole id of the merge. */
  readonly merge: string;
}

const logOf = (entry: Entry): readonly Event[] =>
  isLogging(entry) ? ((entry.data.log ?? []) as readonly Event[]) : [];

const isSame = (a: unknown, b: unknown): boolean => isSameValue(a as Value, b as Value);

type OfRecord = Pick<Recording, 'kind' | 'id'>;

const isOf = (a: OfRecord, b: OfRecord): boolean => a.kind === b.kind && a.id === b.id;

/** Whether a recording is the one that brought what a merge has not. */
const brought = (lost: Difference, { difference }: Recording): boolean => {
  if (lost.is === 'log') return difference.is === 'log' && isSame(difference.event, lost.event);
  if (lost.is !== 'attribute') return difference.is === 'added';
  const isSameName = difference.is === 'attribute' && difference.name === lost.name;
  return isSameName && isSame(difference.to, lost.from);
};

const whatOf = (lost: Difference, source: Recording): Dropped['what'] | undefined => {
  if (lost.is === 'log') return { is: 'event', event: lost.event, log: logOf(lost.before) };
  if (lost.is === 'removed') return { is: 'record' };
  if (lost.is !== 'attribute' || source.difference.is !== 'attribute') return undefined;
  // Back to what it was before that branch: the other side had nothing to say against it.
  return isSame(source.difference.from, lost.to)
    ? { is: 'attribute', name: lost.name, value: lost.from }
    : undefined;
};

/**
 * What merges have thrown away, told by a history of the move.
 * @param merges ids of the merges that are meant
 */
export const droppedBy = (
  recordings: readonly Recording[],
  merges: ReadonlySet<string>,
): readonly Dropped[] =>
  recordings.flatMap((recording, index): readonly Dropped[] => {
    const { difference: lost, commit, id, isInside } = recording;
    const isLoss =
      lost.is === 'attribute' ||
      lost.is === 'removed' ||
      (lost.is === 'log' && lost.how === 'removed');
    if (!isLoss || isInside || !merges.has(commit.id)) return [];
    const source = recordings
      .slice(0, index)
      .findLast((each) => isOf(each, recording) && brought(lost, each));
    const what = source && whatOf(lost, source);
    if (!what) return [];
    const entry = lost.is === 'removed' ? lost.entry : lost.before;
    return [{ entry, id, what, author: source.commit.author, merge: commit.id }];
  });

/** Whether a log has an entry that says so: the same event of the same day and unit, whoever reworded it. */
const says = (log: readonly Event[], { event, date, by }: Event): boolean =>
  log.some((each) => each.event === event && each.date === date && each.by === by);

/** Whether a ledger has what was thrown away. */
const has = (ledger: Ledger, { entry, id, what }: Dropped): boolean => {
  const found = ledger.byId[entry.kind].get(id) as Entry | undefined;
  if (!found) return false;
  switch (what.is) {
    case 'record':
      return true;
    case 'attribute':
      return isSame((found.data as unknown as Record<string, unknown>)[what.name], what.value);
    case 'event': {
      const { event, log } = what;
      const target = event.event === 'retract' ? log[event.entry - 1] : undefined;
      // Where what it took back is not there either, nothing is left to be taken back.
      return says(logOf(found), event) || (target !== undefined && !says(logOf(found), target));
    }
  }
};

/** `Wang <wang@office.example.org>` */
const nameOf = ({ name, address }: Author): string => `${name} <${address}>`;

export const droppedSides: MoveRule = ({ before, after, dropped }) =>
  dropped.flatMap((each): readonly MoveFinding[] => {
    // What the older state has is told of where it is compared with the newer one.
    if (has(before, each) || has(after, each)) return [];
    const { entry, id, what, author, merge } = each;
    const problem = {
      code: 'move/side-dropped',
      params: {
        id,
        event: what.is === 'event' ? what.event.event : null,
        date: what.is === 'event' ? what.event.date : null,
        attribute: what.is === 'attribute' ? what.name : null,
        author: nameOf(author),
        merge: merge.slice(0, 10),
      },
    } as const;
    const found = after.byId[entry.kind].get(id) as Entry | undefined;
    if (!found) return [{ ...problem, file: 'ledger.yaml', path: [] }];
    if (what.is === 'attribute') return [at(found, [what.name], problem)];
    return [at(found, ['log'], problem, true)];
  });
