/**
 * Values of files that were read and found clean before, so that they need not be parsed and
 * checked again. A value is believed only where the whole text is the same, character for
 * character, and the program is the same build. The cache lies outside the ledger and may be
 * deleted, unreadable or unwritable at any time.
 */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Value } from '../model/attribute.ts';

/** Put in when the program is bundled: a hash of its sources. */
declare const REFORM_BUILD: string;

interface Kept {
  readonly text: string;
  readonly value: Value;
}

/** Files that were found clean, by path. */
export type Clean = ReadonlyMap<string, Kept>;

export interface Cache {
  /** The value of a file with this text, if it was found clean before. */
  readonly find: (file: string, text: string) => Value | undefined;
  /** Keeps what was found clean this time, where that is anything new. */
  readonly keep: (clean: Clean) => void;
}

/** A cache that knows nothing and keeps nothing. */
export const noCache: Cache = { find: () => undefined, keep: () => {} };

const findIn =
  (kept: Clean): Cache['find'] =>
  (file, text) => {
    const known = kept.get(file);
    return known?.text === text ? known.value : undefined;
  };

/** What one load found clean, for the next one of nearly the same files. */
export const cacheOf = (clean: Clean): Cache => ({ find: findIn(clean), keep: () => {} });

/** Long paths are cut; two ledgers that share a name only miss each other's values. */
const nameOf = (root: string): string =>
  `${Buffer.from(root).toString('base64url').slice(-150)}.json`;

const readKept = (path: string): Clean => {
  try {
    const { build, files } = JSON.parse(readFileSync(path, 'utf8'));
    return new Map(build === REFORM_BUILD ? Object.entries(files as Record<string, Kept>) : []);
  } catch {
    return new Map();
  }
};

const discard = (path: string): void => {
  try {
    rmSync(path, { force: true });
  } catch {
    // A folder that does not let us write need not let us clean up either.
  }
};

/** The cache of a ledger's folder, kept in another folder. */
export const cacheIn = (folder: string, root: string): Cache => {
  const path = join(folder, nameOf(root));
  const kept = readKept(path);
  return {
    find: findIn(kept),
    keep: (clean) => {
      const isKnown =
        clean.size === kept.size &&
        [...clean].every(([file, { text }]) => kept.get(file)?.text === text);
      if (isKnown) return;
      const beside = `${path}.${process.pid}.tmp`;
      try {
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
        const files = Object.fromEntries(clean);
        writeFileSync(beside, JSON.stringify({ build: REFORM_BUILD, files }), { mode: 0o600 });
        renameSync(beside, path);
      } catch {
        // Nothing depends on it; the next command parses again.
        discard(beside);
      }
    },
  };
};
