/**
 * Files that are not the same on two sides of a comparison: evidence and texts that the ledger refers to, and files of
 * records that differ in nothing that counts.
 */
import { isBlob } from '../../ledger/git/committed.ts';
import { largestEvidence } from '../../ledger/source.ts';
import type { Difference } from '../../model/diff.ts';
import type { Event } from '../../model/events.ts';
import { type Entry, itemsOf, type Ledger } from '../../model/ledger.ts';
import { attachedFiles } from '../../model/rules/index.ts';
import type { Side } from '../sides.ts';

/** A file that the ledger refers to and that is not what it was. */
export interface FileChange {
  readonly file: string;
  readonly how: 'added' | 'changed' | 'removed';
  /** The records that refer to it, on either side. */
  readonly of: readonly Entry[];
}

/** What a side has of a file: what git calls it, or its bytes; undefined where that cannot be told. */
type State =
  | { readonly is: 'absent' }
  | { readonly is: 'named'; readonly name: string }
  | { readonly is: 'bytes'; readonly bytes: Uint8Array }
  /** A link, a folder or a device, where there should be a file. */
  | { readonly is: 'special' };

const named = (name: string | undefined): State =>
  name === undefined ? { is: 'absent' } : { is: 'named', name };

const stateOf = ({ blobs, source, leftOut }: Side, file: string): State | undefined => {
  if (blobs) return named(blobs.get(file));
  const read = source.read(file, largestEvidence);
  switch (read.is) {
    case 'missing':
      return named(leftOut.get(file));
    case 'bytes':
    case 'special':
      return read;
    default:
      return undefined;
  }
};

const isSameState = (was: State, is: State): boolean => {
  if (was.is === 'named' && is.is === 'named') return was.name === is.name;
  return was.is === 'named' && is.is === 'bytes' && isBlob(is.bytes, was.name);
};

/** What became of a file; of two sides the older one is always one that git holds. */
export const fateOfFile = (before: Side, after: Side, file: string): FileChange['how'] | 'same' => {
  const [was, is] = [stateOf(before, file), stateOf(after, file)];
  if (!was || !is) return 'same';
  if (was.is === 'absent') return is.is === 'absent' ? 'same' : 'added';
  if (is.is === 'absent') return 'removed';
  return isSameState(was, is) ? 'same' : 'changed';
};

/** The records of a ledger that refer to a file. */
const referringTo = (ledger: Ledger, file: string): readonly Entry[] => [
  ...[...itemsOf(ledger), ...ledger.entries.pilot].filter(({ data }) =>
    ((data.log ?? []) as readonly Event[]).some(({ evidence = [] }) =>
      evidence.some((each) => each.file === file),
    ),
  ),
  ...ledger.entries.document.filter(({ data }) => data.text?.file === file),
];

/**
 * What became of the files that evidence and documents refer to. A file that came together with the word that
 * refers to it is told there.
 */
export const fileChanges = (before: Side, after: Side): readonly FileChange[] => {
  const known = new Set(attachedFiles(before.ledger));
  const all = [...new Set([...known, ...attachedFiles(after.ledger)])].sort();
  return all.flatMap((file): readonly FileChange[] => {
    const how = fateOfFile(before, after, file);
    if (how === 'same' || (how === 'added' && !known.has(file))) return [];
    const of = [...referringTo(after.ledger, file), ...referringTo(before.ledger, file)];
    const isFirst = (entry: Entry, at: number) => of.findIndex(({ id }) => id === entry.id) === at;
    return [{ file, how, of: of.filter(isFirst) }];
  });
};

/** The files of records that are not the same and of which no difference tells: layout, order, comments. */
export const untoldFiles = (
  before: Side,
  after: Side,
  differences: readonly Difference[],
): readonly string[] => {
  const told = new Set(
    differences.flatMap((each) =>
      'entry' in each ? [each.entry.file] : [each.before.file, each.after.file],
    ),
  );
  return [...new Set([...before.files.keys(), ...after.files.keys()])]
    .filter((file) => !told.has(file) && fateOfFile(before, after, file) !== 'same')
    .sort();
};
