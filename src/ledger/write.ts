/**
 * Makes the change of one command, to one file or many, all or nothing: complete copies beside the
 * files, then the journal, which is the point of no return, then the renames. Whatever stops it
 * before that point leaves everything as it was; whatever stops it later is finished by the next
 * writer. The caller holds the lock.
 */
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import {
  besideOf,
  bytesAt,
  discard,
  isBesideName,
  isSame,
  isThere,
  reasonOf,
  replace,
  syncFolder,
  writeNew,
  writeWhole,
} from './disk.ts';
import {
  contentOf,
  encodeJournal,
  isContent,
  type Journal,
  type JournalFile,
  journalPath,
  placeInHistory,
  readJournal,
} from './journal.ts';
import { orphansOfLock } from './lock.ts';
import { folderSource } from './source.ts';

/** One file with what it must still be and what it becomes; null is a file that is not there. */
export interface FileEdit {
  /** Path inside the ledger's folder. */
  readonly file: string;
  readonly before: Uint8Array | null;
  readonly after: Uint8Array | null;
}

/** What is kept of a command beside the files it changes. */
export type Told = Pick<Journal, 'when' | 'user' | 'command' | 'said' | 'undoes'>;

export type Written =
  | { readonly is: 'written' }
  /** Somebody changed the file meanwhile; nothing was written. */
  | { readonly is: 'changed'; readonly file: string }
  /** The system refused before anything was changed; everything is as it was. */
  | { readonly is: 'failed'; readonly file: string; readonly reason: string }
  | { readonly is: 'interrupted' }
  /** The change is made and will last; the next writer brings the files up to it. */
  | { readonly is: 'unfinished'; readonly file: string; readonly reason: string }
  /** A file does not read back as it was written. */
  | { readonly is: 'different'; readonly file: string };

interface Prepared extends FileEdit {
  readonly target: string;
  readonly beside: string | null;
}

/** A path with its links followed, as far as it is there. */
const realOf = (path: string): string =>
  isThere(path) ? realpathSync.native(path) : join(realOf(dirname(path)), basename(path));

/** Where a file's bytes go, links followed. Throws ELOOP where that is outside the folder. */
const targetOf = (root: string, file: string): string => {
  const target = realOf(join(root, file));
  const inner = relative(realpathSync.native(root), target);
  if (inner !== '..' && !inner.startsWith(`..${sep}`) && !isAbsolute(inner)) return target;
  throw Object.assign(new Error('outside the folder'), { code: 'ELOOP', path: file });
};

/** Makes a folder; tells the folders that were not there, the deepest first. */
const makeFolder = (folder: string): readonly string[] => {
  const first = mkdirSync(folder, { recursive: true });
  const made: string[] = [];
  for (let each = folder; first !== undefined; each = dirname(each)) {
    made.push(each);
    if (each === first) break;
  }
  return made;
};

/** Removes folders in which nothing stands, as long as that is so. */
export const discardEmpty = (folders: readonly string[]): void => {
  for (const folder of folders) {
    try {
      rmdirSync(folder);
    } catch {
      // Something else stands in it.
      return;
    }
  }
};

/** Lays a complete copy of the new content beside its file. */
const prepare = (target: string, edit: FileEdit): Prepared => {
  // Renaming over a file asks nobody's leave, not even that of one that is write-protected.
  if (edit.before !== null) accessSync(target, constants.W_OK);
  if (edit.after === null) return { ...edit, target, beside: null };
  const beside = besideOf(target);
  writeNew(beside, edit.after, edit.before === null ? undefined : statSync(target));
  return { ...edit, target, beside };
};

const journalFileOf = ({ file, before, after, beside }: Prepared): JournalFile => ({
  file,
  before: contentOf(file, before),
  after: contentOf(file, after),
  beside: beside === null ? null : basename(beside),
});

/** Brings one file to what the journal says; the copy beside it is used up. */
const settle = (target: string, beside: string | null): void => {
  if (beside !== null) replace(beside, target);
  else {
    rmSync(target, { force: true });
    discardEmpty([dirname(target)]);
  }
};

const syncFolders = (folders: readonly string[]): void => {
  for (const folder of new Set(folders)) if (isThere(folder)) syncFolder(folder);
};

/** Makes the journal the newest entry of the history. */
const close = (backroom: string, journal: Journal): void => {
  const { path, old } = placeInHistory(backroom, journal);
  replace(journalPath(backroom), path);
  syncFolder(dirname(path));
  syncFolder(backroom);
  for (const each of old) discard(each);
};

/** Whether the journal is gone again after it could not be written as it should be. */
const takeBackJournal = (backroom: string): boolean => {
  discard(journalPath(backroom));
  try {
    return !isThere(journalPath(backroom));
  } catch {
    // What may stand is finished by the next writer.
    return false;
  }
};

/**
 * Makes a change.
 * @param isInterrupted asked last before the point of no return
 */
export const writeFiles = (
  root: string,
  backroom: string,
  edits: readonly FileEdit[],
  told: Told,
  isInterrupted: () => boolean = () => false,
): Written => {
  const prepared: Prepared[] = [];
  const made: string[] = [];
  let current = '';
  const abandon = () => {
    for (const { beside } of prepared) if (beside !== null) discard(beside);
    discardEmpty(made);
  };
  let journal: Journal;
  try {
    const gone = edits.find(({ file, before }) => before !== null && !isThere(join(root, file)));
    if (gone) return { is: 'changed', file: gone.file };
    for (const edit of edits) {
      current = edit.file;
      const target = targetOf(root, edit.file);
      if (edit.before === null) made.push(...makeFolder(dirname(target)));
      prepared.push(prepare(target, edit));
    }
    // A record's text stands in the journal as well; new files must not be lost before their turn.
    const created = prepared.filter(({ before }) => before === null);
    syncFolders([...created.map(({ target }) => dirname(target)), ...made.map(dirname)]);
    const moved = prepared.find(({ target, before }) => !isSame(bytesAt(target), before));
    if (moved || isInterrupted()) {
      abandon();
      return moved ? { is: 'changed', file: moved.file } : { is: 'interrupted' };
    }
    journal = { id: crypto.randomUUID(), ...told, files: prepared.map(journalFileOf) };
    writeWhole(journalPath(backroom), encodeJournal(journal));
  } catch (error) {
    const reason = reasonOf(error);
    if (!takeBackJournal(backroom)) return { is: 'unfinished', file: current, reason };
    abandon();
    return { is: 'failed', file: current, reason };
  }
  try {
    for (const { file, target, beside } of prepared) {
      current = file;
      settle(target, beside);
    }
    syncFolders(prepared.map(({ target }) => dirname(target)));
    const different = prepared.find(({ target, after }) => !isSame(bytesAt(target), after));
    close(backroom, journal);
    return different ? { is: 'different', file: different.file } : { is: 'written' };
  } catch (error) {
    return { is: 'unfinished', file: current, reason: reasonOf(error) };
  }
};

/** What a writer found of those before it. */
export type Recovered =
  | { readonly is: 'clean' }
  /** An unfinished change was finished. */
  | { readonly is: 'finished'; readonly journal: Journal }
  /** The journal cannot be read. */
  | { readonly is: 'damaged' }
  /** A file is neither as it was before the unfinished change nor as it was to become. */
  | { readonly is: 'contradicted'; readonly file: string; readonly journal: Journal };

/** Lays the copy beside a file anew where it is no longer there as a whole. */
const besideAgain = (target: string, { beside, after }: JournalFile): string | undefined => {
  const laid = beside === null ? null : join(dirname(target), beside);
  if (laid !== null && isContent(after, bytesAt(laid))) return laid;
  if (after?.text === undefined) return undefined;
  const anew = besideOf(target);
  const like = statSync(target, { throwIfNoEntry: false });
  writeNew(anew, Buffer.from(after.text), like);
  return anew;
};

/** Finishes an unfinished change, or tells which file does not let it. */
const finish = (root: string, backroom: string, journal: Journal): Recovered => {
  const all = journal.files.map((each) => ({ ...each, target: targetOf(root, each.file) }));
  for (const { target, after } of all) if (after !== null) makeFolder(dirname(target));
  const pending = all.filter(({ target, after }) => !isContent(after, bytesAt(target)));
  const foreign = pending.find(({ target, before }) => !isContent(before, bytesAt(target)));
  if (foreign) return { is: 'contradicted', file: foreign.file, journal };
  const copies = pending.map((each) => ({
    ...each,
    copy: each.after === null ? null : besideAgain(each.target, each),
  }));
  const lost = copies.find(({ copy }) => copy === undefined);
  if (lost) return { is: 'contradicted', file: lost.file, journal };
  for (const { target, copy } of copies) settle(target, copy ?? null);
  syncFolders(all.map(({ target }) => dirname(target)));
  close(backroom, journal);
  return { is: 'finished', journal };
};

/** Copies that never took their file's place, and files of dead writers. */
export const leftovers = (root: string, backroom: string): readonly string[] => [
  ...folderSource(root)
    .list()
    .filter(isBesideName)
    .map((file) => join(root, file)),
  ...(isThere(backroom) ? readdirSync(backroom) : [])
    .filter(isBesideName)
    .map((name) => join(backroom, name)),
  ...orphansOfLock(backroom),
];

/**
 * What a writer does first: finishes what another began, and clears away what nobody will finish.
 * Throws what the system says.
 */
export const recover = (root: string, backroom: string): Recovered => {
  const journal = readJournal(backroom);
  if (journal === null) return { is: 'damaged' };
  const recovered: Recovered = journal ? finish(root, backroom, journal) : { is: 'clean' };
  if (recovered.is === 'contradicted') return recovered;
  for (const path of leftovers(root, backroom)) discard(path);
  return recovered;
};
