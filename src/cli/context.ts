/**
 * What every command needs: which ledger it is about, which day it is, and the words to answer in.
 */
import { relative, resolve, sep } from 'node:path';
import { backroomForReading } from '../ledger/backroom.ts';
import { type Clean, cacheIn, cacheOf, noCache } from '../ledger/cache.ts';
import { type FoundLedger, findLedgers } from '../ledger/discover.ts';
import { filesLeftOut } from '../ledger/git/sparse.ts';
import { steadySource, type Trouble } from '../ledger/journal.ts';
import { isReadable, type Loaded, load } from '../ledger/load.ts';
import { folderSource, type Source } from '../ledger/source.ts';
import { isLedger } from '../ledger/where.ts';
import { type Day, isDay } from '../model/dates.ts';
import type { Ledger } from '../model/ledger.ts';
import { type Known, todayFor, type View, viewOn } from '../model/view.ts';
import type { Clock } from '../time/period.ts';
import { en, type Words } from '../words/en.ts';
import type { Outcome } from './command.ts';
import { dayFrom } from './day.ts';
import { exitCodes, Failure } from './failure.ts';
import type { Io } from './io.ts';
import { lateTalk, readPast } from './known.ts';
import type { Language } from './language.ts';
import type { Options } from './options.ts';

/** A ledger that has been loaded, with where it lies. */
export interface Opened extends Loaded {
  readonly root: string;
  readonly source: Source;
  /** The folder as a user sees it from here, with `/`. */
  readonly shown: string;
  /** Why an unfinished change could not be looked through. */
  readonly trouble: Trouble | undefined;
  /** The files that evidence and documents refer to were looked at. */
  readonly attachments: boolean;
}

/** How to open a ledger. */
interface How {
  /** Also looks at the files that evidence and documents refer to. */
  readonly attachments?: boolean;
  /** Without, what goes beyond one record is not checked, and nothing is told of it. */
  readonly rules?: boolean;
  /** What was found clean when the ledger was read before. */
  readonly known?: Clean;
  /** Whoever holds the lock reads the files as they are; others see whole changes only. */
  readonly isLocked?: boolean;
}

/** A ledger open for reading, on a day. */
export interface Reading {
  readonly opened: Opened;
  readonly view: View;
}

export interface Context {
  readonly io: Io;
  readonly words: Words;
  /** The command as it was typed, without the program's name. */
  readonly command: string;
  /** The ledger's folder, and how it looks from here. */
  readonly place: () => Pick<Opened, 'root' | 'shown'>;
  /** The ledger as it is, with whatever is wrong with it. */
  readonly open: (how?: How) => Opened;
  /** The ledger that is asked about, as it is or as it was known by a day; with whatever is wrong with it. */
  readonly look: (how?: How) => Promise<{ readonly opened: Opened; readonly known: Known | null }>;
  /**
   * The ledger for reading. Fails where a file or record cannot be read: a list must not come out
   * shorter.
   */
  readonly read: (how?: How) => Promise<Reading>;
  /** What is to be said below an answer about some records or all, a line each, once the ledger has been read. */
  readonly notes: (about: Outcome['about']) => readonly string[];
}

/** A path as a user sees it from a folder, the same on every system. */
export const shownFrom = (cwd: string, path: string): string => {
  const shown = relative(cwd, path).split(sep).join('/');
  return shown === '' ? '.' : shown;
};

/** A file of the ledger as the user sees it from here. */
export const seen = (shown: string, file: string): string =>
  shown === '.' ? file : `${shown}/${file}`;

/** The folder of the ledger that is meant: the one named, or the one that is found from here. */
export const pickLedger = (io: Io, options: Options): string => {
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
  // One that cannot be read, or says something odd, may well be meant; loading it will say what is wrong.
  const fits =
    typeof year === 'string'
      ? found.filter((each) => each.year === year || each.root.endsWith(`${sep}${year}`))
      : found.filter(
          ({ state }) => found.length === 1 || (state !== 'draft' && state !== 'closed'),
        );
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

/** A word as a shell has to be given it, so that none of it is taken for the shell's own. */
const quotedForShell = (word: string): string => {
  if (/^[\p{L}\p{N}_:,.=/@%+-]+$/u.test(word)) return word;
  return /["$`\\!\n]/.test(word) ? `'${word.replace(/'/g, `'\\''`)}'` : `"${word}"`;
};

/** Words as a shell would have to be given them again. */
export const typed = (argv: readonly string[]): string => argv.map(quotedForShell).join(' ');

/** The words of a language; Chinese ones are loaded when they are wanted. */
export const wordsIn = async (language: Language): Promise<Words> =>
  language === 'en' ? en : (await import('../words/all-zh.ts')).words;

/** A command that is printed names the ledger that was named: typed again it would ask another one. */
const namingLedger = (words: Words, options: Options): Words => {
  const named = (['ledger', 'year'] as const).flatMap((name) => {
    const given = options[name];
    return typeof given === 'string' ? [`--${name}`, given] : [];
  });
  if (named.length === 0) return words;
  const next = (command: string) =>
    words.footer.next(command.startsWith('reform ') ? `${command} ${typed(named)}` : command);
  return { ...words, footer: { ...words.footer, next } };
};

/** What days that are typed are read by: `--today`, or else the clock in the ledger's zone. */
const clockFor = (ledger: Ledger, io: Io, options: Options): Clock => {
  const clock = { today: todayFor(ledger, io.now), year: ledger.about.year };
  return { ...clock, today: dayFrom('--today', options['today'], clock, 'last') ?? clock.today };
};

/**
 * The day a question is about. `--today` says which day it is; `--as-of` looks back from there, or
 * ahead.
 */
export const dayOf = (ledger: Ledger, io: Io, options: Options): Day => {
  const clock = clockFor(ledger, io, options);
  return dayFrom('--as-of', options['asOf'], clock, 'last') ?? clock.today;
};

/** The last day on which what is told may have been recorded; undefined where all of it counts. */
const knownDayOf = (ledger: Ledger, io: Io, options: Options): Day | undefined =>
  dayFrom('--known-by', options['knownBy'], clockFor(ledger, io, options), 'last');

export const contextOf = async (
  io: Io,
  argv: readonly string[],
  options: Options,
  language: Language,
): Promise<Context> => {
  const words = namingLedger(await wordsIn(language), options);
  const place: Context['place'] = () => {
    const root = pickLedger(io, options);
    return { root, shown: shownFrom(io.cwd, root) };
  };
  const open: Context['open'] = (how = {}) => {
    const { isLocked = false, attachments = false, rules = true, known } = how;
    const { root, shown } = place();
    // A list must not come out shorter because files were left out on purpose.
    const leftOut = filesLeftOut(root);
    if (leftOut.length > 0) {
      throw new Failure(exitCodes.unreadable, (say) => say.sparse(leftOut.length, shown));
    }
    const { source, trouble } = isLocked
      ? { source: folderSource(root), trouble: undefined }
      : steadySource(root, backroomForReading(root));
    const isCaching = io.cacheFolder !== null && options['cache'] !== false;
    const cache =
      known !== undefined ? cacheOf(known) : isCaching ? cacheIn(io.cacheFolder, root) : noCache;
    const loaded = load(source, { attachments, rules, cache });
    return { root, source, shown, trouble, attachments, ...loaded };
  };
  /** Fails where a file or record cannot be read. */
  const demandReadable = async (opened: Opened): Promise<void> => {
    if (isReadable(opened)) return;
    const { renderDiagnostics } = await import('../format/diagnostics.ts');
    const { isUnreadable } = await import('../model/diagnostic.ts');
    const bad = opened.diagnostics.filter(({ code }) => isUnreadable(code));
    const told = renderDiagnostics(bad.slice(0, 3), {
      prefix: opened.shown,
      medium: { width: io.stderr.width, color: false },
      words,
    });
    await io.stderr.write(`${told}\n`);
    throw new Failure(exitCodes.unreadable, (say) => say.unreadable(bad.length));
  };
  let notes: Context['notes'] = () => [];
  const look: Context['look'] = async (how = {}) => {
    if (options['knownBy'] === undefined) return { opened: open(how), known: null };
    const { attachments = false, rules = true } = how;
    const current = open({ rules: false });
    const by = knownDayOf(current.ledger, io, options) ?? dayOf(current.ledger, io, options);
    const lateUntil = options['asOf'] === undefined ? null : dayOf(current.ledger, io, options);
    if (lateUntil !== null) await demandReadable(current);
    const past = await readPast(current, { by, lateUntil, attachments, rules });
    notes = (about) => lateTalk(words, past.known, lateUntil ?? by, about);
    const opened = { ...current, ...past.loaded, source: past.source, attachments };
    return { opened, known: past.known };
  };
  return {
    io,
    words,
    command: typed(argv),
    place,
    open,
    look,
    notes: (about) => notes(about),
    read: async (how = {}) => {
      const { opened, known } = await look(how);
      await demandReadable(opened);
      if (opened.trouble) {
        await io.stderr.write(`${words.write.trouble[opened.trouble]}\n`);
      }
      const day = known && options['asOf'] === undefined ? known.by : undefined;
      const today = day ?? dayOf(opened.ledger, io, options);
      return { opened, view: viewOn(opened.ledger, today, known) };
    },
  };
};
