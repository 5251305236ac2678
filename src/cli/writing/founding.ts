/**
 * How a command begins a new ledger: in which folder it may lie, and what has to be said when it may
 * not or when the system refuses.
 */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { foundLedger } from '../../ledger/found.ts';
import { isLedger, ledgersIn } from '../../ledger/where.ts';
import { placeOf } from '../../model/layout.ts';
import { type Context, pickLedger, seen, shownFrom, typed } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';

/** The folder of a new ledger, and how it looks from here. */
export interface Site {
  readonly root: string;
  readonly shown: string;
}

/** What any folder may have had before there was a ledger in it, and keeps. */
const mayBeThere = ['README.md', '.gitattributes'];

/** Whether a folder holds files of a ledger and no ledger: making one was broken off there. */
export const isUnfinished = (root: string): boolean =>
  !isLedger(root) &&
  existsSync(root) &&
  statSync(root).isDirectory() &&
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (file) => placeOf(file.replaceAll(sep, '/')) !== undefined,
  ).length > 2;

/** A path with its links followed as far as it is there. */
const realOf = (path: string): string =>
  existsSync(path) ? realpathSync.native(path) : join(realOf(dirname(path)), basename(path));

/** Ledgers in the folders of a folder, and in theirs: where nobody would look for them from outside. */
const ledgersBelow = (folder: string, depth = 2): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(
      (each) => each.isDirectory() && !each.name.startsWith('.') && each.name !== 'node_modules',
    )
    .map(({ name }) => join(folder, name))
    .flatMap((each) => (isLedger(each) ? [each] : depth > 1 ? ledgersBelow(each, depth - 1) : []));

const ledgerAbove = (folder: string): string | undefined => {
  const above = dirname(folder);
  if (above === folder) return undefined;
  return isLedger(above) ? above : ledgerAbove(above);
};

/** The folder that a new ledger is to lie in. Fails where another ledger is, around it or below it. */
export const siteFrom = ({ io }: Context, given: string): Site => {
  if (given.trim() === '') throw new Failure(exitCodes.usage, (say) => say.noFolder());
  const root = resolve(io.cwd, given);
  const show = (path: string) => shownFrom(io.cwd, path);
  const above = ledgerAbove(realOf(root)) ?? ledgerAbove(root);
  if (above !== undefined) {
    throw new Failure(exitCodes.findings, (say) => say.insideLedger(show(root), show(above)));
  }
  const isFolder = existsSync(root) && statSync(root).isDirectory();
  const [there] = isFolder ? [...ledgersIn(root), ...ledgersBelow(root)] : [];
  if (there !== undefined) {
    throw new Failure(exitCodes.findings, (say) => say.ledgerThere(show(there), there === root));
  }
  return { root, shown: show(root) };
};

/**
 * Writes a new ledger, all of it or nothing; a README that stands there already stays.
 * @returns the files that were there and stay, as they are seen from here
 */
export const foundOn = (
  { io }: Context,
  { root, shown }: Site,
  files: ReadonlyMap<string, Uint8Array>,
): readonly string[] => {
  const kept = mayBeThere.filter((file) => files.has(file) && existsSync(join(root, file)));
  // Asked to stop, it stops when all is there: half a ledger helps nobody.
  io.onInterrupt(() => {});
  const founded = foundLedger(root, new Map([...files].filter(([file]) => !kept.includes(file))));
  switch (founded.is) {
    case 'founded':
      return kept.map((file) => seen(shown, file));
    case 'taken': {
      const taken = founded.files.map((file) => (file === '.' ? shown : seen(shown, file)));
      throw new Failure(exitCodes.findings, (say) => say.taken(taken, isUnfinished(root)));
    }
    case 'failed': {
      const file = founded.file === '.' ? shown : seen(shown, founded.file);
      throw new Failure(exitCodes.system, (say) =>
        founded.isLeft
          ? say.leftHalf(file, founded.reason, shown)
          : say.notWritten(file, founded.reason),
      );
    }
  }
};

/** What a command needs to be typed with so that it is about this ledger; '' where it is so anyway. */
export const ledgerFlag = ({ io }: Context, { root, shown }: Site): string => {
  try {
    if (pickLedger(io, {}) === root) return '';
  } catch {
    // None or several are found from here, so it has to be named.
  }
  return ` --ledger ${typed([shown])}`;
};
