/** Finds ledgers from a working folder upwards, without loading them. */
import type { Value } from '../model/attribute.ts';
import { parse } from './parse.ts';
import { folderSource } from './source.ts';
import { decode } from './text.ts';
import { headFile, nearestLedgers } from './where.ts';

/** A folder with a `ledger.yaml`, and what that says; undefined where it cannot be read. */
export interface FoundLedger {
  readonly root: string;
  readonly state: string | undefined;
  readonly year: string | undefined;
}

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

/** The ledgers of the nearest folder, from a folder upwards, that has any. */
export const findLedgers = (from: string): readonly FoundLedger[] =>
  nearestLedgers(from).map(describe);
