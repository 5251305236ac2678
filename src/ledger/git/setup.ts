/**
 * What a repository needs for its ledgers, put there and taken back: lines in `.gitattributes`, the merge driver in
 * its configuration, hooks. First a plan as a value, then its steps; nothing of others is overwritten.
 */
import { lstatSync, mkdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { expectedFiles } from '../../model/layout.ts';
import { besideOf, discard, isThere, reasonOf, replace, syncFolder, writeNew } from '../disk.ts';
import { isBroken, putIn, takeOut } from './block.ts';
import { inRepository, type Repository } from './repository.ts';
import { ask, GitTrouble, isGitTrouble, tell, wordsOf } from './run.ts';

/** A step of setting up; both sides as they are and as they become, null or empty where there is nothing. */
export type Step =
  | {
      readonly is: 'file';
      readonly of: 'attributes' | 'hook';
      readonly path: string;
      readonly before: string | null;
      readonly after: string | null;
      /** Lines of ours are put there or exchanged, and none are taken away. */
      readonly isPut: boolean;
    }
  | {
      readonly is: 'setting';
      readonly key: string;
      readonly before: readonly string[];
      readonly after: readonly string[];
    };

/** Something of others that is left as it is, and why. */
export interface Left {
  readonly of: 'attributes' | 'hook';
  readonly path: string;
  readonly why: /** A link: what it leads to belongs to somebody else. */
    | 'link'
    /** Not a file. */
    | 'special'
    /** Marks of ours that somebody has changed. */
    | 'broken'
    /** A program that is no plain script of the shell. */
    | 'no-script'
    /** A hook that is switched off. */
    | 'not-executable'
    /** A folder for hooks of more than this repository. */
    | 'outside';
}

export interface Setup {
  readonly steps: readonly Step[];
  readonly left: readonly Left[];
}

/** What the lines in files say for people, each in one line, and how this program is started. */
export interface Wanted {
  /** The command that starts this program; one word where a shell finds it. */
  readonly program: readonly string[];
  /** Beside the first mark of a block. */
  readonly about: string;
  /** What the merge driver is called. */
  readonly driver: string;
  /** What a hook says where the program has gone. */
  readonly unchecked: string;
  /** What the driver says where the program has gone, and where it has failed. */
  readonly byLines: string;
  readonly failed: string;
}

const hookNames = ['pre-commit', 'pre-merge-commit'] as const;

const ledgersKey = 'reform.ledger';

/** A word as sh has to be given it. */
const quoted = (word: string): string =>
  /^[A-Za-z0-9_./-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;

const commandOf = ({ program }: Wanted): string => program.map(quoted).join(' ');

/** A condition of the shell: whether the program is still there. */
const foundBy = ({ program: [first = '', ...files] }: Wanted): string =>
  [
    `command -v ${quoted(first)} >/dev/null 2>&1`,
    ...files.map((file) => `[ -f ${quoted(file)} ]`),
  ].join(' && ');

/**
 * The driver as git's configuration has it. Where the program is not there or fails, git's own merge by lines takes its
 * place: the file would else be one side alone, without a mark that another was there. A program that fails had
 * something to say of this file, so that it stays a conflict even where its lines fit together.
 */
const driverOf = (wanted: Wanted): string => {
  // Git puts something in the place of a percent sign that stands alone.
  const plain = (text: string) => text.replace(/%/g, '%%');
  const say = (text: string) => plain(`printf '%s\\n' ${quoted(text)} >&2`);
  const byLines = 'git merge-file --marker-size=%L %A %O %B';
  return [
    `if ${plain(foundBy(wanted))}; then ${plain(commandOf(wanted))} git merge-driver -- %O %A %B %P %L`,
    's=$?',
    '[ "$s" -le 1 ] && exit "$s"',
    // It may have got as far as marking what it could not merge.
    "grep -q '^<<<<<<<' %A && exit 1",
    byLines,
    say(wanted.failed),
    'exit 1',
    `fi; ${byLines}`,
    's=$?',
    say(wanted.byLines),
    'exit "$s"',
  ].join('; ');
};

const hookLines = (wanted: Wanted): readonly string[] => [
  `if ${foundBy(wanted)}; then`,
  `  ${commandOf(wanted)} git pre-commit || exit $?`,
  'else',
  `  printf '%s\\n' ${quoted(wanted.unchecked)} >&2`,
  'fi',
];

/** A path as a pattern of `.gitattributes`; in quotes where blanks or signs would end it. */
const patternOf = (folder: string, file: string): string => {
  const plain = folder.replace(/[\\*?[\]]/g, '\\$&');
  const pattern = `/${plain === '' ? '' : `${plain}/`}${file}`;
  if (!/[\s"\p{Cc}]/u.test(pattern)) return pattern;
  const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };
  return `"${pattern.replace(/["\\]/g, '\\$&').replace(/[\n\t\r]/g, (sign) => escapes[sign] ?? '')}"`;
};

/** The lines of a ledger in `.gitattributes`: each folder of records, whatever kinds there will be. */
const attributeLines = ({ prefix }: Repository): readonly string[] => {
  const patterns = expectedFiles.map((file) => file.replace(/[^/]+$/, '*.yaml'));
  return [...new Set(patterns)].map((file) => `${patternOf(prefix, file)} merge=reform`);
};

/** The values of a setting of this repository, whatever those of the user and the machine are. */
const settingOf = ({ top }: Repository, key: string): readonly string[] => {
  const { status, bytes, said } = ask(top, ['config', '--local', '-z', '--get-all', key]);
  if (status > 1) {
    // Of a repository that belongs to somebody else only this says so, and how to allow it.
    tell(top, ['rev-parse', '--git-dir']);
    throw new GitTrouble('refused', wordsOf(said));
  }
  return bytes.toString('utf8').split('\0').slice(0, -1);
};

/** The ledgers for which a repository is set up, by their paths from its top; `.` for the top itself. */
export const ledgersSetUp = (repository: Repository): readonly string[] =>
  settingOf(repository, ledgersKey);

const nameOf = ({ prefix }: Repository): string => (prefix === '' ? '.' : prefix);

/** Whether a path lies in a folder or is it, as far as its links can be followed. */
const liesIn = (folder: string, path: string): boolean => {
  const real = (each: string): string =>
    isThere(each) ? realpathSync.native(each) : join(real(dirname(each)), basename(each));
  const inner = relative(real(folder), real(path));
  return inner !== '..' && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
};

/** Where git looks for hooks, and whether that is a place of this repository alone. */
const hooksFolder = (
  repository: Repository,
): { readonly folder: string; readonly isOwn: boolean } => {
  const { top, commonFolder } = repository;
  const asked = ask(top, ['config', '-z', '--type=path', '--get-all', 'core.hooksPath']);
  // The last value is our own, by which nothing is run while we ask.
  const named = asked.bytes.toString('utf8').split('\0').slice(0, -2).at(-1);
  if (named === undefined || named === '') {
    return { folder: join(commonFolder, 'hooks'), isOwn: true };
  }
  const folder = resolve(top, named);
  return { folder, isOwn: liesIn(commonFolder, folder) || liesIn(top, folder) };
};

/** A file of others as Latin-1 text, null where there is none, or why it is left alone. */
const textAt = (path: string): { readonly text: string | null } | { readonly why: Left['why'] } => {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return { text: null };
  if (stats.isSymbolicLink()) return { why: 'link' };
  if (!stats.isFile()) return { why: 'special' };
  const text = readFileSync(path, 'latin1');
  return isBroken(text) ? { why: 'broken' } : { text };
};

/** A script of the shell that lines of the shell can be put into. */
const isShellScript = (text: string): boolean =>
  /^#! *(?:\/usr)?(?:\/local)?\/bin\/(?:env +)?(?:ba|da|k|z)?sh(?: +-[a-z]+)*\n/.test(text) &&
  !text.includes('\r');

const isRunnable = (path: string): boolean =>
  process.platform === 'win32' || (statSync(path).mode & 0o111) !== 0;

/** Nothing to do where a side is as the other. */
const changed = (step: Step): readonly Step[] =>
  JSON.stringify(step.before) === JSON.stringify(step.after) ? [] : [step];

/** What becomes of a file: its new text, null for none. */
type Rewriting = (
  text: string | null,
  path: string,
) => string | null | { readonly why: Left['why'] };

/** How many lines of ours stand in a file. */
const linesIn = (text: string | null): number => takeOut(text ?? '').lines?.length ?? 0;

const rewrite = (of: Left['of'], path: string, rewriting: Rewriting): Setup => {
  const read = textAt(path);
  if ('why' in read) return { steps: [], left: [{ of, path, why: read.why }] };
  const after = rewriting(read.text, path);
  if (after !== null && typeof after === 'object') {
    return { steps: [], left: [{ of, path, why: after.why }] };
  }
  const { text: before } = read;
  const isPut = linesIn(after) > 0 && linesIn(after) >= linesIn(before);
  return { steps: changed({ is: 'file', of, path, before, after, isPut }), left: [] };
};

const joined = (setups: readonly Setup[]): Setup => ({
  steps: setups.flatMap(({ steps }) => steps),
  left: setups.flatMap(({ left }) => left),
});

const settings = (
  repository: Repository,
  all: Readonly<Record<string, readonly string[]>>,
): Setup => ({
  steps: Object.entries(all).flatMap(([key, after]) =>
    changed({ is: 'setting', key, before: settingOf(repository, key), after }),
  ),
  left: [],
});

const hooksIn = (folder: string, rewriting: Rewriting): Setup =>
  joined(hookNames.map((name) => rewrite('hook', join(folder, name), rewriting)));

const newHook = (wanted: Wanted): Rewriting => {
  const placing = { about: wanted.about, at: 'below-first-line', head: '#!/bin/sh' } as const;
  return (text, path) => {
    if (text !== null && takeOut(text).lines === undefined) {
      if (!isShellScript(text)) return { why: 'no-script' };
      // With a line of ours its other lines would run as well.
      if (!isRunnable(path)) return { why: 'not-executable' };
    }
    return putIn(text ?? undefined, hookLines(wanted), placing);
  };
};

/**
 * What setting up a ledger would do.
 * @throws GitTrouble where git refuses
 */
export const planInstall = (repository: Repository, wanted: Wanted): Setup => {
  const { about } = wanted;
  const ledgers = [...new Set([...ledgersSetUp(repository), nameOf(repository)])];
  const attributes = rewrite('attributes', join(repository.top, '.gitattributes'), (text) => {
    const known = text === null ? [] : (takeOut(text).lines ?? []);
    const lines = [...new Set([...known, ...attributeLines(repository)])];
    const isComplete = lines.length === known.length;
    return isComplete ? text : putIn(text ?? undefined, lines, { about, at: 'end' });
  });
  const { folder, isOwn } = hooksFolder(repository);
  const hooks = isOwn
    ? hooksIn(folder, newHook(wanted))
    : { steps: [], left: [{ of: 'hook', path: folder, why: 'outside' } as const] };
  const driver = settings(repository, {
    'merge.reform.name': [wanted.driver],
    'merge.reform.driver': [driverOf(wanted)],
    [ledgersKey]: ledgers,
  });
  return joined([attributes, driver, hooks]);
};

/** A file without its block; null where nothing else is in it. */
const without: Rewriting = (text) => {
  const { text: rest, isNothingLeft } = takeOut(text ?? '');
  return text === null || isNothingLeft ? null : rest;
};

/**
 * What taking it back would do. What other ledgers of the repository need stays.
 * @throws GitTrouble where git refuses
 */
export const planUninstall = (repository: Repository): Setup => {
  const own = new Set(attributeLines(repository));
  const attributes = rewrite('attributes', join(repository.top, '.gitattributes'), (text, path) => {
    const known = text === null ? [] : (takeOut(text).lines ?? []);
    const others = known.filter((line) => !own.has(line));
    if (text === null || others.length === known.length) return text;
    if (others.length === 0) return without(text, path);
    const [, about = ''] = /^# >>> reform >>> (?:made this file; )?(.*)$/m.exec(text) ?? [];
    const said = Buffer.from(about, 'latin1').toString('utf8').replace(/\r$/, '');
    return putIn(text, others, { about: said, at: 'end' });
  });
  const ledgers = ledgersSetUp(repository).filter((name) => name !== nameOf(repository));
  if (ledgers.length > 0) {
    return joined([attributes, settings(repository, { [ledgersKey]: ledgers })]);
  }
  const none = { 'merge.reform.name': [], 'merge.reform.driver': [], [ledgersKey]: [] };
  const { folder, isOwn } = hooksFolder(repository);
  // Where they were put before somebody named another folder they are still.
  const folders = new Set([join(repository.commonFolder, 'hooks'), ...(isOwn ? [folder] : [])]);
  const hooks = [...folders].map((each) => hooksIn(each, without));
  const all = joined([attributes, settings(repository, none), ...hooks]);
  // What was never ours needs no word.
  return { ...all, left: all.left.filter(({ why }) => why === 'broken') };
};

const writeFile = (path: string, text: string | null): void => {
  if (text === null) {
    rmSync(path, { force: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  const folder = statSync(dirname(path));
  const isHook = hookNames.some((name) => name === basename(path));
  // A hook may be run by whoever may look into its folder.
  const anew = { uid: folder.uid, gid: folder.gid, mode: folder.mode & (isHook ? 0o777 : 0o666) };
  const beside = besideOf(path);
  writeNew(beside, Buffer.from(text, 'latin1'), statSync(path, { throwIfNoEntry: false }) ?? anew);
  try {
    replace(beside, path);
  } catch (error) {
    discard(beside);
    throw error;
  }
  syncFolder(dirname(path));
};

const writeSetting = ({ top }: Repository, key: string, values: readonly string[]): void => {
  const { status, said } = ask(top, ['config', '--local', '--unset-all', key]);
  // Five: there was none.
  if (status !== 0 && status !== 5) throw new GitTrouble('refused', wordsOf(said));
  for (const value of values) tell(top, ['config', '--local', '--add', '--', key, value]);
};

/** Where it was broken off, and why. */
export interface BrokenOff {
  readonly step: Step;
  readonly reason: string;
  readonly done: readonly Step[];
}

/**
 * Does what was planned, as far as git and the system let it; undefined where that was all. Doing it again, whole, mends
 * what was broken off.
 */
export const carryOut = (repository: Repository, steps: readonly Step[]): BrokenOff | undefined => {
  const done: Step[] = [];
  for (const step of steps) {
    try {
      if (step.is === 'file') writeFile(step.path, step.after);
      else writeSetting(repository, step.key, step.after);
    } catch (error) {
      if (isGitTrouble(error)) return { step, reason: error.detail, done };
      const { code } = error as NodeJS.ErrnoException;
      if (code === undefined) throw error;
      return { step, reason: code, done };
    }
    done.push(step);
  }
  return undefined;
};

/** Whether git would merge the ledger's files by the driver: lines further down may say otherwise. */
export const isDriverChosen = (repository: Repository): boolean => {
  const path = inRepository(repository, 'ledger.yaml');
  const { bytes } = ask(repository.top, ['check-attr', '-z', 'merge', '--', path]);
  return bytes.toString('utf8').split('\0')[2] === 'reform';
};

/** Whether a program of this name is found by a shell, in a folder that is named in full. */
export const isOnPath = (name: string, path: string | undefined): boolean =>
  (path ?? '')
    .split(process.platform === 'win32' ? ';' : ':')
    .filter((folder) => isAbsolute(folder))
    .some((folder) => {
      try {
        return statSync(join(folder, name)).isFile() && isRunnable(join(folder, name));
      } catch (error) {
        if (['ENOENT', 'ENOTDIR', 'EACCES'].includes(reasonOf(error))) return false;
        throw error;
      }
    });
