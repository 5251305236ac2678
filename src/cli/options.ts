/** Options that several commands share, from text to meaning. */
import type { Command as Commander } from 'commander';
import type { Help } from '../words/en-help.ts';
import { exitCodes, Failure, usage } from './failure.ts';

/** Options by their names, as the command line gives them. */
export type Options = { readonly [name: string]: string | boolean | readonly string[] | undefined };

/** Collects the values of an option that may be given several times. */
export const repeated = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

/** What whoever changes files takes: a dry run, no questions, patience. */
export const declareCareful = (commander: Commander, help: Help['options']): Commander =>
  commander
    .option('-n, --dry-run', help.dryRun)
    .option('-y, --yes', help.yes)
    .option('--wait <seconds>', help.wait);

/** The same for what makes a new change, which can be committed with it. */
export const declareWriter = (commander: Commander, help: Help['options']): Commander =>
  declareCareful(commander, help).option('--commit', help.commit);

/** What every event takes: words, proof, the day, who says so; and which items are meant. */
export const declareUpdate = (
  commander: Commander,
  help: Help['options'],
  { isForItems }: { readonly isForItems: boolean },
): Commander => {
  commander
    .option('-m, --message <text>', help.message)
    .option('-F, --file <file>', help.file)
    .option('-e, --evidence <evidence>', help.evidence, repeated)
    .option('--copy', help.copy)
    .option('--date <date>', help.date)
    .option('--by <unit>', help.by);
  if (isForItems) declareFilters(commander.option('--where <query>', help.where), help);
  return declareWriter(commander, help);
};

/** The flags that are short for a term of a query, by the term's key. */
export const filterOptions = [
  'district',
  'field',
  'unit',
  'lead',
  'support',
  'status',
  'light',
  'theme',
] as const;

/** Declares the flags that are short for terms of a query. */
export const declareFilters = (commander: Commander, help: Help['options']): Commander =>
  commander
    .option('--district <name>', help.district)
    .option('--field <name>', help.field)
    .option('--unit <name>', help.unit)
    .option('--lead <unit>', help.lead)
    .option('--support <unit>', help.support)
    .option('--status <status>', help.status)
    .option('--light <light>', help.light)
    .option('--theme <theme>', help.theme)
    .option('--view <name>', help.view);

/** The name under which the command line keeps an attribute's option. */
export const optionKey = (attribute: string): string =>
  attribute.replace(/[-_](.)/g, (_, letter: string) => letter.toUpperCase());

/** One of a few words, or a failure that names them. */
export const pickFrom = (name: string, given: string, possible: readonly string[]): string => {
  const found = possible.find((each) => each === given.trim().toLowerCase());
  if (found !== undefined) return found;
  throw new Failure(exitCodes.usage, (say) => say.unknownValue(name, given, possible));
};

/** The format asked for; `--json` is another way to ask for JSON, `--excel` for CSV. */
export const pickFormat = (
  options: Options,
  possible: readonly string[],
  otherwise: string,
): string => {
  const isExcel = options['excel'] === true;
  const given = options['json'] ? 'json' : (options['format'] ?? (isExcel ? 'csv' : otherwise));
  const format = String(given);
  if (isExcel && format !== 'csv') throw usage((say) => say.excelIsCsv(format));
  if (!possible.includes(format)) {
    throw new Failure(exitCodes.usage, (say) =>
      say.unknownValue(say.things.format, format, possible),
    );
  }
  return format;
};

/** How many rows are asked for; all of them where nothing is said. */
export const limitFrom = (options: Options): number => {
  const given = options['limit'];
  if (given === undefined) return Number.POSITIVE_INFINITY;
  const limit = /^\d{1,7}$/.test(String(given)) ? Number(given) : 0;
  if (limit > 0 && limit <= 1_000_000) return limit;
  throw usage((say) => say.badNumber('--limit', String(given), 1, 1_000_000));
};

/** The parts of an option that takes several values separated by commas. */
export const splitList = (given: Options[string]): readonly string[] =>
  typeof given === 'string'
    ? given
        .split(/[,，]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [];
