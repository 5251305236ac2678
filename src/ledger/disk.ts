/**
 * The few steps that put bytes on a disk so that they stay there: complete copies, forced to disk,
 * renamed into place. Nothing here knows what the bytes mean or which steps belong together.
 */
import {
  chownSync,
  closeSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** The system's code of an error, such as `ENOSPC`. */
export const reasonOf = (error: unknown): string =>
  (error as NodeJS.ErrnoException).code ?? String(error);

export const isSame = (a: Uint8Array | null, b: Uint8Array | null): boolean =>
  a === null || b === null ? a === b : Buffer.compare(a, b) === 0;

/**
 * Whether something stands at a path. Throws where the system does not say: what is not known to be
 * missing must not be taken for missing.
 */
export const isThere = (path: string): boolean => {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    if (reasonOf(error) === 'ENOTDIR') return false;
    throw error;
  }
};

/** The bytes of a file, or null where there is none. */
export const bytesAt = (path: string): Uint8Array | null => {
  try {
    return readFileSync(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(reasonOf(error))) return null;
    throw error;
  }
};

/**
 * Writes all bytes, however few the system takes at a time: a full disk takes some and says so only
 * then.
 */
const writeAll = (descriptor: number, bytes: Uint8Array): void => {
  let done = 0;
  while (done < bytes.length) {
    const taken = writeSync(descriptor, bytes, done, bytes.length - done);
    // A device that takes nothing and reports no error would keep us here for ever.
    if (taken === 0) throw Object.assign(new Error('nothing was taken'), { code: 'EIO' });
    done += taken;
  }
  if (fstatSync(descriptor).size !== bytes.length) {
    throw Object.assign(new Error('short write'), { code: 'EIO' });
  }
};

/** Leftovers that cannot be removed are told by `reform doctor`; they change nothing. */
export const discard = (path: string): void => {
  try {
    rmSync(path, { force: true });
  } catch {
    // What has failed is told; that its leftover could not be removed either adds nothing to it.
  }
};

/** Whose a file is, and who may do what with it. */
type Like = Pick<Stats, 'uid' | 'gid' | 'mode'>;

/** Writes a new file and forces it to disk; where that fails nothing is left of it. */
export const writeNew = (path: string, bytes: Uint8Array, like?: Like): void => {
  const descriptor = openSync(path, 'wx', like?.mode ?? 0o666);
  try {
    try {
      // The mask of the process took its share of the permissions.
      if (like && (fstatSync(descriptor).mode & 0o7777) !== (like.mode & 0o7777)) {
        fchmodSync(descriptor, like.mode & 0o7777);
      }
      writeAll(descriptor, bytes);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (like) keepOwner(path, like);
  } catch (error) {
    discard(path);
    throw error;
  }
};

/**
 * Only root may give a file away; whoever else replaces a file of another user then owns it, and
 * leaves it to the same group where that is one of theirs.
 */
export const keepOwner = (path: string, like: Pick<Like, 'uid' | 'gid'>): void => {
  const { uid, gid } = statSync(path);
  for (const owner of uid === like.uid ? [uid] : [like.uid, uid]) {
    if (owner === uid && gid === like.gid) return;
    try {
      chownSync(path, owner, like.gid);
      return;
    } catch (error) {
      if (reasonOf(error) !== 'EPERM') throw error;
    }
  }
};

const besidePattern = /^\..+\.reform-[0-9a-f]{8}\.tmp$/;

/** Whether a file is one of ours that was to take another's place and did not come to it. */
export const isBesideName = (name: string): boolean => besidePattern.test(basename(name));

/** A name beside a file, hidden and never used before. */
export const besideOf = (target: string): string =>
  join(
    dirname(target),
    `.${basename(target).slice(-120)}.reform-${crypto.randomUUID().slice(0, 8)}.tmp`,
  );

/** Makes the renames in a folder last; systems that cannot open a folder do so by themselves. */
export const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** On Windows a scanner or a spreadsheet may hold a file for a moment. */
const heldForAMoment = new Set(['EPERM', 'EBUSY', 'EACCES']);
const retries = 12;

/** Waits without giving anything else a turn, in milliseconds. */
const waitHere = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

/** Renames over what is there; on Windows again and again for about two seconds while it is held. */
export const replace = (from: string, to: string): void => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const isHeld = process.platform === 'win32' && heldForAMoment.has(reasonOf(error));
      if (!isHeld || attempt > retries) throw error;
      waitHere(25 * attempt);
    }
  }
};

/**
 * Writes a new file of ours, as open to others as its folder is: whoever shares the folder must be able
 * to read who holds a lock and to finish what was left.
 */
export const writeShared = (path: string, bytes: Uint8Array): void => {
  const { uid, gid, mode } = statSync(dirname(path));
  writeNew(path, bytes, { uid, gid, mode: mode & 0o666 });
};

/** Writes a file of ours so that it is there as a whole or not at all, and lasts. */
export const writeWhole = (path: string, bytes: Uint8Array): void => {
  const beside = besideOf(path);
  writeShared(beside, bytes);
  try {
    replace(beside, path);
  } catch (error) {
    discard(beside);
    throw error;
  }
  syncFolder(dirname(path));
};
