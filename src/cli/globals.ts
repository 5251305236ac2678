/** The options that stand before a command or behind it, whichever it is. */
import type { Command as Commander } from 'commander';
import type { Help } from '../words/en-help.ts';

/** Declares them on the program. */
export const declareGlobals = (program: Commander, help: Help['options']): Commander =>
  program
    .option('--ledger <dir>', help.ledger)
    .option('--year <year>', help.year)
    .option('--today <date>', help.today)
    .option('--as-of <date>', help.asOf)
    .option('--known-by <date>', help.knownBy)
    .option('--lang <language>', help.lang)
    .option('--no-cache', help.noCache)
    .option('--no-pager', help.noPager)
    .helpOption('-h, --help', help.help);
