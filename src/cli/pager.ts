/**
 * Long answers on a terminal go through a pager, as git's do: REFORM_PAGER, then PAGER, then less. What
 * is said beside an answer never does.
 */
import parseArgs from 'string-argv';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

/**
 * What the pager is told unless the user has told it something else: leave when all fits, let colours
 * through, keep the answer on the screen; an answer is UTF-8 whatever the locale.
 */
const defaults = { LESS: 'FRX', LV: '-c', LESSCHARSET: 'utf-8' } as const;

/** The words of the pager's command; none where no pager is wanted. */
const pagerOf = ({ env }: Io, options: Options): readonly string[] => {
  if (options['pager'] === false || env['TERM'] === 'dumb') return [];
  const words = parseArgs(env['REFORM_PAGER'] ?? env['PAGER'] ?? 'less');
  return words[0] === 'cat' || words[0] === '' ? [] : words;
};

/** Whether a text takes more than the lines of the terminal, long lines counted as it breaks them. */
const isLong = (text: string, { width, height }: Io['stdout']): boolean => {
  if (width === null || height === null) return false;
  const rows = text
    .trimEnd()
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
  // The prompt takes a line.
  return rows >= height;
};

/** Shows a long answer in a pager; false where there is none, or none is needed, so it has to be written. */
export const paged = async (io: Io, text: string, options: Options): Promise<boolean> => {
  if (!isLong(text, io.stdout)) return false;
  const command = pagerOf(io, options);
  if (command.length === 0) return false;
  const unset = Object.entries(defaults).filter(([name]) => io.env[name] === undefined);
  return io.page(command, Object.fromEntries(unset), text);
};
