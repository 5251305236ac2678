/**
 * Writes files so that each is either as it was or as it was meant: a new file beside the old one,
 * forced to disk, then renamed over it. Nothing is written where a file is not what it was when it
 * was read.
 */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** One file with what it must still be and what it becomes. */
export interface FileEdit {
  /** Path inside the ledger's folder. */
  readonly file: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export type Written =
  | { readonly is: 'written' }
  /** Somebody changed the file meanwhile; nothing was written. */
  | { readonly is: 'changed'; readonly file: string }
  /** The system refused; `written` are the files that were renamed before it did. */
  | {
      readonly is: 'failed';
      readonly file: string;
      readonly reason: string;
      readonly written: readonly string[];
    }
  /** A file does not read back as it was written. */
  | { readonly is: 'different'; readonly file: string };

const isSame = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;

const reasonOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

/**
 * Writes all bytes, however few the system takes at a time: a full disk takes some and says so only
 * then.
 */
const writeAll = (descriptor: number, bytes: Uint8Array): void => {
  let done = 0;
  while (done < bytes.length) done += writeSync(descriptor, bytes, done, bytes.length - done);
  if (fstatSync(descriptor).size !== bytes.length) {
    throw Object.assign(new Error('short write'), { code: 'EIO' });
  }
};

/** A complete copy beside the target, on disk, with the target's permissions. */
const writeBeside = (target: string, bytes: Uint8Array): string => {
  const beside = join(
    dirname(target),
    `.${basename(target)}.${process.pid}-${crypto.randomUUID().slice(0, 8)}.tmp`,
  );
  const { mode } = statSync(target);
  const descriptor = openSync(beside, 'wx', mode);
  try {
    // The mask of the process took its share of the permissions.
    if (fstatSync(descriptor).mode !== mode) fchmodSync(descriptor, mode);
    writeAll(descriptor, bytes);
    fsyncSync(descriptor);
  } catch (error) {
    closeSync(descriptor);
    rmSync(beside, { force: true });
    throw error;
  }
  closeSync(descriptor);
  return beside;
};

/** Makes the renames in a folder last; systems that cannot open a folder do so by themselves. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Replaces files. All new contents are on disk before the first rename. */
export const writeFiles = (root: string, edits: readonly FileEdit[]): Written => {
  const pending: { file: string; target: string; beside: string }[] = [];
  const written: string[] = [];
  let current = '';
  try {
    for (const { file, after } of edits) {
      current = file;
      const target = realpathSync(join(root, file));
      // Renaming over a file asks nobody's leave, not even that of one that is write-protected.
      accessSync(target, constants.W_OK);
      pending.push({ file, target, beside: writeBeside(target, after) });
    }
    const moved = edits.find(
      ({ before }, index) => !isSame(readFileSync(pending[index]?.target ?? ''), before),
    );
    if (moved) return { is: 'changed', file: moved.file };
    for (const { file, target, beside } of pending) {
      current = file;
      renameSync(beside, target);
      written.push(file);
    }
    for (const folder of new Set(pending.map(({ target }) => dirname(target)))) syncFolder(folder);
    const different = edits.find(
      ({ after }, index) => !isSame(readFileSync(pending[index]?.target ?? ''), after),
    );
    return different ? { is: 'different', file: different.file } : { is: 'written' };
  } catch (error) {
    return { is: 'failed', file: current, reason: reasonOf(error), written };
  } finally {
    for (const { beside } of pending) rmSync(beside, { force: true });
  }
};
