/** What tests of writers share: a desk with a ledger on it, what its files say, and which of them changed. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { copyOf, type Ran, read, run } from './harness.ts';

/** The small invented ledger. */
export const baseLedger = 'tests/diagnostics/base';

/** What a command may be given besides its arguments. */
export type Setting = Parameters<typeof run>[1];

/** Files by their paths below a folder, each with its text. */
export type Files = Readonly<Record<string, string>>;

/** Every file of a ledger with its bytes; what a writer keeps for itself in hidden folders is none. */
export const contents = (root: string): Files =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => !file.startsWith('.') && statSync(join(root, file)).isFile())
      .sort()
      .map((file) => [file, readFileSync(join(root, file), 'latin1')]),
  );

/** Writes a file below a folder, and the folders that it needs. */
export const put = (root: string, file: string, text: string | Buffer): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

/** Replaces the first place where a file says something; it has to be there. */
export const replaceIn = (root: string, file: string, from: string, to: string): void => {
  const text = read(root, file);
  expect(text).toContain(from);
  writeFileSync(
    join(root, file),
    text.replace(from, () => to),
  );
};

/** A ledger that commands are run on. */
export interface Desk {
  readonly root: string;
  /** Runs a command beside the ledger on the day of the desk. */
  readonly reform: (args: readonly string[], setting?: Setting) => Promise<Ran>;
  /** The files that are not as they were at first. */
  readonly changed: () => readonly string[];
}

/** A desk with the ledger in this folder on it, as it is now. */
export const deskAt = (root: string, today = '2022-12-01'): Desk => {
  const before = contents(root);
  return {
    root,
    reform: (args, { env, ...setting } = {}) =>
      run([...args, '--today', today], {
        cwd: dirname(root),
        env: { REFORM_LEDGER: root, ...env },
        ...setting,
      }),
    changed: () => {
      const now = contents(root);
      const files = new Set([...Object.keys(before), ...Object.keys(now)]);
      return [...files].filter((file) => before[file] !== now[file]);
    },
  };
};

/** A desk with a copy of a ledger on it, in `ledger/`; what is prepared was so from the first. */
export const deskOf = (ledger: string, today: string, prepare?: (root: string) => void): Desk => {
  const root = copyOf(ledger);
  prepare?.(root);
  return deskAt(root, today);
};

/** A desk with a copy of the small invented ledger on it, on 2022-12-01. */
export const desk = (prepare?: (root: string) => void): Desk =>
  deskOf(baseLedger, '2022-12-01', prepare);
