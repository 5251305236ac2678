/**
 * What every command needs: which ledger it is about, which day it is, and the words to answer in.
 */
import { relative, resolve, sep } from 'node:path';
import { cacheIn } from '../ledger/cache.ts';
import { type FoundLedger, findLedgers, isLedger } from '../ledger/discover.ts';
import { isReadable, type Loaded, type LoadOptions, load } from '../ledger/load.ts';
import { folderSource, type Source } from '../ledger/source.ts';
import { type Day, isDay } from '../model/dates.ts';
import { todayFor, type View, viewOn } from '../model/view.ts';
import { en, type Words } from '../words/en.ts';
import { exitCodes, Failure } from './failure.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

/** A ledger that has been loaded, with where it lies. */
export interface Opened extends Loaded {
  readonly root: string;
  readonly source: Source;
  /** The folder as a user sees it from here, with `/`. */
  readonly shown: string;
}

export interface Context {
  readonly io: Io;
  readonly words: Words;
  /** The ledger as it is, with whatever is wrong with it. */
  readonly open: (options?: LoadOptions) => Opened;
  /**
   * The ledger for reading. Fails where a file or record cannot be read: a list must not come out
   * shorter.
   */
  readonly read: (options?: LoadOptions) => Promise<{ opened: Opened; view: View }>;
}

/** A path as a user sees it from a folder, the same on every system. */
const shownFrom = (cwd: string, path: string): string => {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
};

const pickLedger = (io: Io, options: Options): string => {
  const named = options['ledger'] ?? io.env['REFORM_LEDGER'];
  if (typeof named === 'string' && named !== '') {
    const root = resolve(io.cwd, named);
    if (!isLedger(root)) throw new Failure(exitCodes.usage, (say) => say.notALedger(named));
    return root;
  }
  const found = findLedgers(io.cwd);
  if (found.length === 0) throw new Failure(exitCodes.usage, (say) => say.noLedger(io.cwd));
  const names = (each: readonly FoundLedger[]) => each.map(({ root }) => shownFrom(io.cwd, root));
  const year = options['year'];
  // A ledger that cannot be read may well be the one that is meant; loading it will say what is wrong.
  const fits =
    typeof year === 'string'
      ? found.filter((each) => each.year === year || each.root.endsWith(`${sep}${year}`))
      : found.filter((each) => each.state === 'current' || each.state === undefined);
  const [picked] = fits;
  if (picked && fits.length === 1) return picked.root;
  if (fits.length > 1) throw new Failure(exitCodes.usage, (say) => say.severalLedgers(names(fits)));
  throw new Failure(exitCodes.usage, (say) =>
    typeof year === 'string'
      ? say.noLedgerOfYear(year, names(found))
      : say.noCurrentLedger(names(found)),
  );
};

export const dayOption = (name: string, given: unknown): Day | undefined => {
  if (given === undefined) return undefined;
  const day = String(given);
  if (!isDay(day)) throw new Failure(exitCodes.usage, (say) => say.badDay(`--${name}`, day));
  return day;
};

export const contextOf = async (io: Io, options: Options): Promise<Context> => {
  const today = dayOption('today', options['today']);
  const open: Context['open'] = (how = {}) => {
    const root = pickLedger(io, options);
    const source = folderSource(root);
    const isCaching = io.cacheFolder !== null && options['cache'] !== false;
    const cache = isCaching ? { cache: cacheIn(io.cacheFolder, root) } : {};
    return { root, source, shown: shownFrom(io.cwd, root), ...load(source, { ...how, ...cache }) };
  };
  return {
    io,
    words: en,
    open,
    read: async (how = {}) => {
      const opened = open(how);
      if (!isReadable(opened)) {
        const { renderDiagnostics } = await import('../format/diagnostics.ts');
        const { isUnreadable } = await import('../model/diagnostic.ts');
        const bad = opened.diagnostics.filter(({ code }) => isUnreadable(code));
        const told = renderDiagnostics(bad.slice(0, 3), {
          prefix: opened.shown,
          medium: { width: io.stderr.width, color: false },
        });
        await io.stderr.write(`${told}\n`);
        throw new Failure(exitCodes.unreadable, (say) => say.unreadable(bad.length));
      }
      return { opened, view: viewOn(opened.ledger, today ?? todayFor(opened.ledger, io.now)) };
    },
  };
};
