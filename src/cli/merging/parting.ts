/** Parts two tasks that both sides have made under one number, each into a file of its own. */
import { allKeys } from '../../ledger/load.ts';
import type { MergedFile } from '../../ledger/merge/file.ts';
import { renumberedText } from '../../ledger/merge/text.ts';
import { parse } from '../../ledger/parse.ts';
import { decode, encode } from '../../ledger/text.ts';
import type { FileEdit } from '../../ledger/write.ts';
import { placeOf, stemOf } from '../../model/layout.ts';
import { isSameRecord, putAt, renumberTask } from '../../model/merge/renumber.ts';
import { type Fields, isFields, otherThan, type Side } from '../../model/merge/sides.ts';
import { type Conflicted, type Gathered, isSameContent } from './gathering.ts';
import type { Resolved } from './resolving.ts';

/** Ids of tasks. */
interface Numbers {
  /** On either side. */
  readonly given: ReadonlySet<string>;
  /** Those that cannot be given out any more; it grows as they are. */
  readonly used: Set<string>;
}

const taskIn = (
  bytes: Uint8Array | null,
): { text: string; hasMark: boolean; task: Fields } | undefined => {
  const decoded = bytes === null ? undefined : decode(bytes);
  if (!decoded || 'problem' in decoded) return undefined;
  const { text, hasMark } = decoded.text;
  const { value, problems } = parse(text, { keys: allKeys });
  return isFields(value) && problems.length === 0 ? { text, hasMark, task: value } : undefined;
};

/** Two tasks made under one number: the one that is not on the main line gets a file of its own. */
export const partTasks = (
  { file, versions, now, standing }: Conflicted,
  first: Side,
  { source, used, given }: Pick<Gathered, 'source'> & Numbers,
): Resolved | undefined => {
  if (versions.base !== null || placeOf(file) !== 'task') return undefined;
  const [own, other] = [taskIn(versions[first]), taskIn(versions[otherThan(first)])];
  if (!own || !other || isSameRecord('task', own.task, other.task)) return undefined;
  const side = otherThan(first);
  const folder = file.slice(0, file.lastIndexOf('/') + 1);
  const under = (taken: ReadonlySet<string>) => {
    const { renumbered, rewrites } = renumberTask(other.task, side, taken);
    const target = `${folder}${renumbered.to}.yaml`;
    const value = rewrites.reduce(
      (task, each) => putAt(task, each.path, each.value),
      other.task as Fields[string],
    );
    const text = renumberedText(other.text, side, { file: target, rewrites, value });
    return {
      renumbered,
      target,
      bytes: text === undefined ? undefined : encode({ text, hasMark: other.hasMark }),
    };
  };
  const there = (target: string) => {
    const read = source.read(target);
    return read.is === 'bytes' ? read.bytes : null;
  };
  // Asked again, it finds what it has made, whatever somebody has done with it since.
  const made = source.list().find((name) => {
    if (name === file || placeOf(name) !== 'task' || given.has(stemOf(name))) return false;
    const read = taskIn(there(name));
    return read !== undefined && isSameRecord('task', read.task, other.task);
  });
  const parted =
    made === undefined
      ? under(used)
      : {
          renumbered: { from: String(other.task['id']), to: stemOf(made), side },
          target: made,
          bytes: there(made) ?? undefined,
        };
  if (!parted.bytes) return undefined;
  const kept = versions[first] as Uint8Array;
  // Somebody has made something else of it.
  if (standing === 'closed' && !isSameContent(now, kept)) return undefined;
  used.add(parted.renumbered.to);
  const edits: FileEdit[] = [
    { file, before: now, after: kept },
    { file: parted.target, before: there(parted.target), after: parted.bytes },
  ].filter(({ before, after }) => !isSameContent(before, after));
  const merged: MergedFile = {
    is: 'merged',
    bytes: kept,
    conflicts: [],
    settled: [],
    united: [],
    moved: [],
    left: [],
    entries: [],
    renumbered: [parted.renumbered],
  };
  return { file, state: 'settled', merged, edits, losses: [], target: parted.target };
};

/** Ids of tasks that are given out: on either side, and in the folder as well. */
export const taskNumbers = ({ ours, theirs, source }: Gathered): Numbers => {
  const given = new Set(
    [ours, theirs].flatMap((side) => side?.ledger.entries.task.map(({ id }) => id) ?? []),
  );
  const there = source.list().filter((file) => placeOf(file) === 'task');
  return { given, used: new Set([...given, ...there.map(stemOf)]) };
};
