/** What was issued stays: no record goes, no id changes, and none is given to another matter. */
import { distance } from 'fastest-levenshtein';
import { type Entry, itemsOf, type Ledger, type Path } from '../ledger.ts';
import { fold } from '../names.ts';
import { at, isLogging, type Move, type MoveFinding, type MoveRule, wasIssued } from './move.ts';

/** Registers that name who there is; whoever is still referred to is missed by validate. */
const free: ReadonlySet<string> = new Set(['unit', 'platform']);

const byId = ({ byId }: Ledger, { kind, id }: Entry): Entry | undefined =>
  byId[kind].get(id) as Entry | undefined;

/** Where what is gone is pointed at: in what it stood in, or else where it stood. */
const placeOfGone = (
  after: Ledger,
  gone: Entry,
): Pick<MoveFinding, 'file' | 'path' | 'isBefore'> => {
  const parent = gone.parent && byId(after, gone.parent);
  return parent
    ? { file: parent.file, path: parent.path as Path }
    : { file: gone.file, path: gone.path, isBefore: true };
};

export const deletedRecords: MoveRule = (move) => {
  if (!wasIssued(move)) return [];
  return move.differences.flatMap((difference): readonly MoveFinding[] => {
    if (difference.is === 'renumbered') {
      const { before, after } = difference;
      const params = { id: after.id, was: before.id };
      return [at(after, ['id'], { code: 'move/id-changed', params })];
    }
    if (difference.is !== 'removed' || free.has(difference.entry.kind)) return [];
    const { kind, id } = difference.entry;
    const place = placeOfGone(move.after, difference.entry);
    return [{ code: 'move/record-deleted', params: { kind, id }, ...place }];
  });
};

/** Whether two titles can hardly be wordings of the same. */
const isAnother = (a: string, b: string): boolean => {
  const [one, other] = [fold(a), fold(b)];
  return distance(one, other) > Math.max(one.length, other.length) / 2;
};

interface Titled {
  readonly title: string;
}

/**
 * Items whose id means another matter now: another title, another lead or source, and no entry of the old log
 * goes on.
 */
const reused = ({
  differences,
}: Move): readonly { readonly before: Entry; readonly after: Entry }[] => {
  const changed = new Map<Entry, { before: Entry; names: Set<string>; lost: number }>();
  for (const each of differences) {
    if (each.is !== 'attribute' && each.is !== 'log') continue;
    const { before, after } = each;
    const known = changed.get(after) ?? { before, names: new Set<string>(), lost: 0 };
    if (each.is === 'attribute') known.names.add(each.name);
    else if (each.how === 'changed' || each.how === 'removed') known.lost += 1;
    changed.set(after, known);
  }
  return [...changed].flatMap(([after, { before, names, lost }]) => {
    if (!isLogging(before) || !isLogging(after) || !names.has('title')) return [];
    const isOther = isAnother((before.data as Titled).title, (after.data as Titled).title);
    const isElsewhere = names.has('lead') || names.has('source');
    const goesOn = lost < (before.data.log ?? []).length;
    return isOther && isElsewhere && !goesOn ? [{ before, after }] : [];
  });
};

const ofReuse = (after: Entry, was: string): MoveFinding => {
  const { title: now } = after.data as Titled;
  return at(after, ['id'], { code: 'move/id-reused', params: { id: after.id, was, now } });
};

/** Items that are new in the newer state and have the id of another matter that was deleted long ago. */
const returned = ({ before, after, lostTitle }: Move): readonly MoveFinding[] =>
  itemsOf(after).flatMap((item) => {
    const was = before.byId[item.kind].has(item.id) ? undefined : lostTitle(item);
    return was !== undefined && isAnother(was, item.data.title) ? [ofReuse(item, was)] : [];
  });

export const reusedIds: MoveRule = (move) =>
  wasIssued(move)
    ? [
        ...reused(move).map(({ before, after }) => ofReuse(after, (before.data as Titled).title)),
        ...returned(move),
      ]
    : [];
