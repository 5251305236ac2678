/**
 * Files of an editor's own, at the top of a working folder: read, and written whole or not at all. It
 * follows no link, so that nothing a repository holds can lead a write elsewhere.
 */
import { lstatSync, mkdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workTreeOf } from './backroom.ts';
import { besideOf, bytesAt, discard, isSame, replace, syncFolder, writeNew } from './disk.ts';

/** The folder that an editor is opened on: the repository's, or else the ledger's own, links followed. */
export const workspaceOf = (root: string): string => {
  const real = realpathSync.native(root);
  return workTreeOf(real)?.top ?? real;
};

type Standing =
  | { readonly is: 'missing' }
  | { readonly is: 'bytes'; readonly bytes: Uint8Array }
  /** A link, or no plain file or folder; the path within the workspace. */
  | { readonly is: 'in-the-way'; readonly path: string };

const statsOf = (path: string) => lstatSync(path, { throwIfNoEntry: false });

/** What stands at a path within a workspace. */
export const standingAt = (workspace: string, file: string): Standing => {
  const parts = file.split('/');
  for (const depth of parts.slice(1).keys()) {
    const path = parts.slice(0, depth + 1).join('/');
    const stats = statsOf(join(workspace, path));
    if (!stats) return { is: 'missing' };
    if (!stats.isDirectory()) return { is: 'in-the-way', path };
  }
  const path = join(workspace, file);
  const stats = statsOf(path);
  if (!stats) return { is: 'missing' };
  return stats.isFile()
    ? { is: 'bytes', bytes: readFileSync(path) }
    : { is: 'in-the-way', path: file };
};

/** Writes a file of a workspace where nothing is in the way. Throws what the system says. */
export const putInto = (workspace: string, file: string, bytes: Uint8Array): void => {
  const path = join(workspace, file);
  mkdirSync(dirname(path), { recursive: true });
  const beside = besideOf(path);
  writeNew(beside, bytes, statSync(path, { throwIfNoEntry: false }));
  try {
    replace(beside, path);
  } catch (error) {
    discard(beside);
    throw error;
  }
  syncFolder(dirname(path));
  if (!isSame(bytesAt(path), bytes)) {
    throw Object.assign(new Error('reads back differently'), { code: 'EIO' });
  }
};
