/** Where ledgers lie, from a working folder upwards, by the names of files alone: nothing is opened. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The file that makes a folder a ledger. */
export const headFile = 'ledger.yaml';

export const isLedger = (folder: string): boolean => existsSync(join(folder, headFile));

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
export const nearestLedgers = (from: string): readonly string[] => {
  const here = ledgersIn(from);
  if (here.length > 0) return here;
  const above = dirname(from);
  return above === from ? [] : nearestLedgers(above);
};
