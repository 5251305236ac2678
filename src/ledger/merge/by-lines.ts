/** Git's own merge of lines, for what is not read as a ledger file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Side } from '../../model/merge/sides.ts';
import { ask } from '../git/run.ts';
import type { Versions } from './file.ts';

/** The exit codes of `git merge-file` up to here count conflicts; beyond, it could not merge. */
const mostConflicts = 127;

/**
 * Merges lines with git's markers where both sides changed them.
 * @returns undefined where git cannot merge them, as what is not text
 */
export const mergeByLines = (
  { base, ours, theirs }: Versions,
  names: { readonly [S in Side]: string },
  size: number,
): { readonly bytes: Uint8Array; readonly conflicts: number } | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'reform-merge-'));
  try {
    const put = (name: string, bytes: Uint8Array | null) => {
      writeFileSync(join(folder, name), bytes ?? new Uint8Array());
      return name;
    };
    const files = [put('ours', ours), put('base', base), put('theirs', theirs)];
    const { status, bytes } = ask(folder, [
      ...['merge-file', '-p', `--marker-size=${size}`],
      ...['-L', names.ours, '-L', 'base', '-L', names.theirs, ...files],
    ]);
    return status > mostConflicts ? undefined : { bytes, conflicts: status };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
