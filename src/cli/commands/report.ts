/** `reform report`: progress in words; the first report also starts the item. */
import type { Event } from '../../model/events.ts';
import type { Command } from '../command.ts';
import { exitCodes, Failure } from '../failure.ts';
import { messageFrom } from '../message.ts';
import { declareUpdate, type Options } from '../options.ts';
import { update } from '../update.ts';

const progressFrom = (options: Options): number | undefined => {
  const given = options['progress'];
  if (typeof given !== 'string') return undefined;
  const digits = given.normalize('NFKC').replace(/\s*%$/, '');
  const percent = Number(digits);
  if (!/^\d{1,3}$/.test(digits) || percent > 100) {
    throw new Failure(exitCodes.usage, (say) => say.badPercent(given));
  }
  return percent;
};

const textFrom = (options: Options, name: string): string | undefined => {
  const given = options[name];
  return typeof given === 'string' && given.trim() !== '' ? given.trim() : undefined;
};

export const report: Command = {
  configure: (commander, help) => {
    declareUpdate(commander.argument('<id...>'), help)
      .option('--progress <percent>', help.progress)
      .option('--problem <text>', help.problem)
      .option('--next <text>', help.next);
  },
  run: async (context, ids, options) => {
    const note = await messageFrom(context.io, options);
    const progress = progressFrom(options);
    const problem = textFrom(options, 'problem');
    const next = textFrom(options, 'next');
    if ([note, progress, problem, next].every((each) => each === undefined)) {
      throw new Failure(exitCodes.usage, (say) => say.nothingToReport());
    }
    return update(
      context,
      ids,
      options,
      ({ date, by }): Event => ({
        date,
        event: 'report',
        ...(by !== undefined && { by }),
        ...(progress !== undefined && { progress }),
        ...(note !== undefined && { note }),
        ...(problem !== undefined && { problem }),
        ...(next !== undefined && { next }),
      }),
    );
  },
};
