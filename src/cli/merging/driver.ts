/**
 * The merge driver that git runs for a ledger file: it reads three versions, writes the merged one in the place of
 * ours and ends with 1 where a person has to look at it. It never ends with 0 over anything it has not read back.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repositoryOf } from '../../ledger/git/repository.ts';
import { isGitTrouble } from '../../ledger/git/run.ts';
import { mergeByLines } from '../../ledger/merge/by-lines.ts';
import { type MergedFile, mergeFile, type Versions } from '../../ledger/merge/file.ts';
import { type Midst, midstOf } from '../../ledger/merge/midst.ts';
import { placeOf } from '../../model/layout.ts';
import type { Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { exitCodes, Failure, usage } from '../failure.ts';
import { conflictLines, doneLines, namesOf } from './telling.ts';

/** Signs of a conflict marker, where git does not say. */
const usualSize = 7;

/** The part of a path by which a ledger knows its file; undefined where it keeps no records. */
const fileIn = (top: string, path: string): string | undefined => {
  const parts = path.split('/');
  const tails = [2, 1].filter((count) => parts.length >= count);
  const possible = tails
    .map((count) => ({ file: parts.slice(-count).join('/'), root: parts.slice(0, -count) }))
    .filter(({ file }) => placeOf(file) !== undefined);
  const isLedger = ({ root }: { readonly root: readonly string[] }) =>
    existsSync(join(top, ...root, 'ledger.yaml'));
  return (possible.find(isLedger) ?? possible[0])?.file;
};

const bytesAt = (path: string, shown: string): Uint8Array => {
  try {
    return readFileSync(path);
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException;
    throw new Failure(exitCodes.system, (say) => say.driverUnread(shown, code));
  }
};

const write = (path: string, shown: string, bytes: Uint8Array): void => {
  try {
    writeFileSync(path, bytes);
    if (Buffer.compare(readFileSync(path), bytes) === 0) return;
  } catch (error) {
    const { code = 'EIO' } = error as NodeJS.ErrnoException;
    throw new Failure(exitCodes.system, (say) => say.driverUnread(shown, code));
  }
  throw new Failure(exitCodes.system, (say) => say.driverUnread(shown, 'EIO'));
};

const nobody = { commit: undefined, name: undefined };

/** What is merged, as far as git says; without it three files are merged all the same. */
const midstFor = ({ io }: Context): { readonly top: string; readonly midst: Midst } => {
  try {
    const repository = repositoryOf(io.cwd);
    return { top: repository.top, midst: midstOf(repository, io.env) };
  } catch (error) {
    if (!isGitTrouble(error)) throw error;
    const midst: Midst = { operation: 'other', ours: nobody, theirs: nobody, first: 'ours' };
    return { top: io.cwd, midst };
  }
};

/**
 * Merges one file for git.
 * @param args the base, ours, theirs, the path from the top of the repository, the signs of a marker
 */
export const mergeDriver = async (context: Context, args: readonly string[]): Promise<Outcome> => {
  const { io, words } = context;
  const [base, ours, theirs, path, given = ''] = args;
  if (base === undefined || ours === undefined || theirs === undefined || path === undefined) {
    throw usage((say) => say.driverNeeds());
  }
  const size = /^[1-9]\d{0,2}$/.test(given) ? Number(given) : usualSize;
  const { top, midst } = midstFor(context);
  const names = namesOf(words, midst);
  const target = resolve(io.cwd, ours);
  const before = bytesAt(resolve(io.cwd, base), base);
  const versions: Versions = {
    // Where both sides have made the file, git gives an empty one.
    base: before.length === 0 ? null : before,
    ours: bytesAt(target, ours),
    theirs: bytesAt(resolve(io.cwd, theirs), theirs),
  };
  const byLines = (talk: readonly string[]): Outcome => {
    const lines = mergeByLines(versions, names, size);
    if (!lines) return { talk: [...talk, words.merging.notText(path)], exit: exitCodes.findings };
    write(target, ours, lines.bytes);
    const isClean = talk.length === 0 && lines.conflicts === 0;
    return { talk, ...(!isClean && { exit: exitCodes.findings }) };
  };
  const file = fileIn(top, path);
  if (file === undefined) return byLines([]);
  const merged = ((): MergedFile => {
    try {
      return mergeFile(file, versions, {
        first: midst.first,
        settle: () => undefined,
        retraction: { date: '', reason: () => '' },
        names,
        size,
      });
    } catch (error) {
      // Left as it is, ours would look like the whole of it.
      byLines([]);
      throw error;
    }
  })();
  switch (merged.is) {
    case 'unread':
      return byLines([words.merging.unread(path, merged.version, merged.line, merged.code)]);
    case 'unwritten':
      return byLines([words.merging.unwritten(path)]);
    case 'merged': {
      if (merged.bytes) write(target, ours, merged.bytes);
      const talk = [
        ...doneLines(words, midst, merged),
        ...conflictLines(words, merged.conflicts),
      ].map((line) => words.marks.named(path, line));
      const isClean = merged.conflicts.length === 0;
      return { talk, ...(!isClean && { exit: exitCodes.findings }) };
    }
  }
};
