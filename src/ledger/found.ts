/**
 * Founds a ledger: a folder of files that were not there, all of them or none. `ledger.yaml` comes
 * last, so that nobody finds a ledger before it is whole. Nobody else can be at work in it yet, so
 * it takes no lock, keeps no history and leaves nothing but the files.
 */
import { lstatSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { kindNames, kindOf } from '../model/kinds/index.ts';
import { placeOf } from '../model/layout.ts';
import {
  besideOf,
  bytesAt,
  discard,
  isSame,
  isThere,
  reasonOf,
  replace,
  syncFolder,
  writeNew,
} from './disk.ts';
import { headFile } from './where.ts';
import { discardEmpty } from './write.ts';

export type Founded =
  | { readonly is: 'founded' }
  /** Something is there already that would be written over or mixed with it; nothing was written. */
  | { readonly is: 'taken'; readonly files: readonly string[] }
  /** The system refused. What had been written is gone again, unless that was refused as well. */
  | {
      readonly is: 'failed';
      readonly file: string;
      readonly reason: string;
      readonly isLeft: boolean;
    };

/** The root itself, as a path inside it. */
const here = '.';

const statsOf = (path: string) => lstatSync(path, { throwIfNoEntry: false });

/** Files of records that stand in a folder, whether or not they would be written. */
const recordsIn = (root: string): readonly string[] =>
  kindNames.flatMap((name) => {
    const { place } = kindOf(name);
    if (place.in === 'parent') return [];
    if (place.in === 'single' || place.in === 'file') {
      return statsOf(join(root, place.file)) ? [place.file] : [];
    }
    const { folder } = place;
    if (!statsOf(join(root, folder))?.isDirectory()) return [];
    return readdirSync(join(root, folder))
      .map((each) => `${folder}/${each}`)
      .filter((file) => placeOf(file) !== undefined)
      .sort();
  });

const foldersOf = (file: string): readonly string[] => {
  const parts = file.split('/');
  return parts.slice(1).map((_each, index) => parts.slice(0, index + 1).join('/'));
};

/** What stands in the way: a file that is there, or anything but a real folder where one is needed. */
const inTheWay = (root: string, files: readonly string[]): readonly string[] => {
  if (!isThere(root)) return statsOf(root) ? [here] : [];
  if (!statsOf(realpathSync.native(root))?.isDirectory()) return [here];
  const folders = [...new Set(files.flatMap(foldersOf))];
  const odd = folders.filter((folder) => statsOf(join(root, folder))?.isDirectory() === false);
  if (odd.length > 0) return odd;
  const taken = files.filter((file) => statsOf(join(root, file)));
  return [...new Set([...recordsIn(root), ...taken])];
};

/** Makes a folder and those above it; puts what was not there into `made`, the deepest last. */
const makeFolders = (folder: string, made: string[]): void => {
  if (isThere(folder)) return;
  makeFolders(dirname(folder), made);
  mkdirSync(folder);
  made.push(folder);
};

const isGone = (path: string): boolean => {
  try {
    return statsOf(path) === undefined;
  } catch {
    return false;
  }
};

const mustRead = (path: string, bytes: Uint8Array): void => {
  if (isSame(bytesAt(path), bytes)) return;
  throw Object.assign(new Error('reads back differently'), { code: 'EIO' });
};

/**
 * Writes the files of a new ledger, among them its `ledger.yaml`, into a folder that is made where it
 * is not there.
 * @param files by their paths inside the folder
 */
export const foundLedger = (root: string, files: ReadonlyMap<string, Uint8Array>): Founded => {
  const made: string[] = [];
  const written: string[] = [];
  const head = files.get(headFile) as Uint8Array;
  const target = join(root, headFile);
  const beside = besideOf(target);
  let current = here;
  try {
    const taken = inTheWay(root, [...files.keys()]);
    if (taken.length > 0) return { is: 'taken', files: taken };
    for (const [file, bytes] of files) {
      if (file === headFile) continue;
      current = file;
      const path = join(root, file);
      makeFolders(dirname(path), made);
      writeNew(path, bytes);
      written.push(path);
      mustRead(path, bytes);
    }
    current = headFile;
    makeFolders(root, made);
    const folders = new Set([...written, ...made, target].map(dirname));
    for (const folder of folders) syncFolder(folder);
    written.push(beside);
    writeNew(beside, head);
    // Whoever founds another one here at the same time has met our first file, or we have met theirs.
    if (statsOf(target)) throw Object.assign(new Error('there by now'), { code: 'EEXIST' });
    replace(beside, target);
    written.push(target);
    mustRead(target, head);
    syncFolder(root);
    return { is: 'founded' };
  } catch (error) {
    for (const path of [...written].reverse()) discard(path);
    for (const folder of [...made].reverse()) discardEmpty([folder]);
    const reason = reasonOf(error);
    if (reason === 'EEXIST') return { is: 'taken', files: [current] };
    return {
      is: 'failed',
      file: current,
      reason,
      isLeft: ![...written, ...made].every(isGone),
    };
  }
};
