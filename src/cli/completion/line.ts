/**
 * A command line as a shell hands it over, up to the cursor: what has been typed so far and what the
 * last word is going to be. It knows the flags it is given and no commands of its own.
 */
import type { Shell } from './shells.ts';

/** A flag as help shows it. */
export interface Flag {
  /** Its long name and its short one, as they are typed. */
  readonly names: readonly string[];
  /** The word that stands for its value; undefined where it takes none. */
  readonly placeholder: string | undefined;
  readonly about: string;
}

/** What stands on the line before the cursor. */
export interface Line<Name extends string> {
  readonly command: Name | undefined;
  /** Words of the command that are neither flags nor their values. */
  readonly args: readonly string[];
  /** Values of flags by the long name of each; empty where it takes none. */
  readonly given: ReadonlyMap<string, string>;
  readonly cursor: Cursor;
}

/** The word at the cursor, as far as it is typed. */
type Cursor = {
  /** What stands before it in the same word, such as `--district=`. */
  readonly before: string;
  readonly word: string;
} & (
  | { readonly is: 'flag' }
  | { readonly is: 'value'; readonly of: Flag }
  | { readonly is: 'word' }
);

const posix = (word: string): string =>
  word.replace(
    /\\(.)|'([^']*)'?|"((?:\\.|[^"\\])*)"?/gs,
    (_, escaped?: string, single?: string, double?: string) =>
      escaped ?? single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? '',
  );

const powershell = (word: string): string =>
  word.replace(
    /`(.)|'((?:''|[^'])*)'?|"((?:`.|""|[^"`])*)"?/gs,
    (_, escaped?: string, single?: string, double?: string) =>
      escaped ??
      single?.replace(/''/g, "'") ??
      double?.replace(
        /`(.)|"(")/gs,
        (_whole, tick?: string, quote?: string) => tick ?? quote ?? '',
      ) ??
      '',
  );

/** The words as a command would get them; zsh takes its quotes away itself, fish those of whole words. */
export const plainWords = (shell: Shell, words: readonly string[]): readonly string[] => {
  switch (shell) {
    case 'bash':
      return words.map(posix);
    case 'powershell':
      return words.map(powershell);
    case 'fish':
      return words.map((word, at) => (at === words.length - 1 ? posix(word) : word));
    case 'zsh':
      return words;
  }
};

/** What a word with a flag in it says: the flag, and the value behind its equals sign. */
const splitFlag = (word: string, flags: readonly Flag[]) => {
  const [, name = word, value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
  return { flag: flags.find(({ names }) => names.includes(name)), name, value };
};

/** Takes a line apart; `flagsOf` tells the flags of a command, and those that stand before any. */
export const lineOf = <Name extends string>(
  words: readonly string[],
  commands: readonly Name[],
  flagsOf: (command: Name | undefined) => readonly Flag[],
): Line<Name> => {
  const before = words.slice(0, -1);
  const word = words.at(-1) ?? '';
  const args: string[] = [];
  const given = new Map<string, string>();
  let command: Name | undefined;
  let awaiting: Flag | undefined;
  let isAllWords = false;
  for (const each of before) {
    if (awaiting) {
      given.set(awaiting.names[0] ?? '', each);
      awaiting = undefined;
    } else if (!isAllWords && each === '--') {
      isAllWords = true;
    } else if (!isAllWords && /^-./.test(each)) {
      const { flag, value } = splitFlag(each, flagsOf(command));
      if (flag?.placeholder !== undefined && value === undefined) awaiting = flag;
      else if (flag) given.set(flag.names[0] ?? '', value ?? '');
    } else if (command === undefined) {
      // `help list` is about list.
      command = commands.find((name) => name === each);
    } else {
      args.push(each);
    }
  }
  const cursor = (): Cursor => {
    if (awaiting) return { is: 'value', of: awaiting, before: '', word };
    if (isAllWords || !word.startsWith('-')) return { is: 'word', before: '', word };
    const { flag, name, value } = splitFlag(word, flagsOf(command));
    if (value === undefined) return { is: 'flag', before: '', word };
    return flag?.placeholder === undefined
      ? { is: 'flag', before: '', word }
      : { is: 'value', of: flag, before: `${name}=`, word: value };
  };
  return { command, args, given, cursor: cursor() };
};
