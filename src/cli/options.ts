/** Options that several commands share, from text to meaning. */
import type { Command as Commander } from 'commander';
import type { Help } from '../words/en-help.ts';
import { exitCodes, Failure } from './failure.ts';

/** Options by their names, as the command line gives them. */
export type Options = { readonly [name: string]: string | boolean | readonly string[] | undefined };

/** What every update takes: words, the day, who says so, and a dry run. */
export const declareUpdate = (commander: Commander, help: Help['options']): Commander =>
  commander
    .option('-m, --message <text>', help.message)
    .option('-F, --file <file>', help.file)
    .option('--date <date>', help.date)
    .option('--by <unit>', help.by)
    .option('-n, --dry-run', help.dryRun);

/** The format asked for; `--json` is another way to ask for JSON. */
export const pickFormat = (
  options: Options,
  possible: readonly string[],
  otherwise: string,
): string => {
  const given = options['json'] ? 'json' : (options['format'] ?? otherwise);
  const format = String(given);
  if (!possible.includes(format)) {
    throw new Failure(exitCodes.usage, (say) => say.unknownValue('format', format, possible));
  }
  return format;
};

/** The parts of an option that takes several values separated by commas. */
export const splitList = (given: Options[string]): readonly string[] =>
  typeof given === 'string'
    ? given
        .split(/[,，]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [];
