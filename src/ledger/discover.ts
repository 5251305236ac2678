/** Finds ledgers from a working folder upwards, without loading them. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Value } from '../model/attribute.ts';
import { parse } from './parse.ts';
import { folderSource } from './source.ts';
import { decode } from './text.ts';

/** A folder with a `ledger.yaml`, and what that says; undefined where it cannot be read. */
export interface FoundLedger {
  readonly root: string;
  readonly state: string | undefined;
  readonly year: string | undefined;
}

/** The file that makes a folder a ledger. */
export const headFile = 'ledger.yaml';

export const isLedger = (folder: string): boolean => existsSync(join(folder, headFile));

const describe = (root: string): FoundLedger => {
  const read = folderSource(root).read(headFile);
  const decoded = read.is === 'bytes' ? decode(read.bytes) : undefined;
  const value =
    decoded && 'text' in decoded ? parse(decoded.text.text, { keys: new Set() }).value : undefined;
  const head = (typeof value === 'object' && !Array.isArray(value) ? value : {}) as {
    readonly [key: string]: Value;
  };
  const word = (key: string) => (head[key] === undefined ? undefined : String(head[key]));
  return { root, state: word('state'), year: word('year') };
};

const isFolder = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Ledgers of a folder: itself, its `data`, or the folders in its `data`. */
export const ledgersIn = (folder: string): readonly string[] => {
  if (isLedger(folder)) return [folder];
  const data = join(folder, 'data');
  if (!isFolder(data)) return [];
  if (isLedger(data)) return [data];
  return readdirSync(data)
    .sort()
    .map((name) => join(data, name))
    .filter(isLedger);
};

/** The ledgers of the nearest folder, from a folder upwards, that has any. */
export const findLedgers = (from: string): readonly FoundLedger[] => {
  const here = ledgersIn(from);
  if (here.length > 0) return here.map(describe);
  const above = dirname(from);
  return above === from ? [] : findLedgers(above);
};
