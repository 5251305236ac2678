/** `reform retract`: an earlier entry of a log was a mistake; it stays visible without effect. */
import { exitCodes, Failure } from '../failure.ts';
import { recordCommand } from '../writing/recording.ts';

const entryIn = (args: readonly string[]): string | undefined =>
  args.length === 2 && /^#?\d+$/.test(args[1] ?? '') ? args[1]?.replace('#', '') : undefined;

export const retract = recordCommand('retract', {
  argument: '[id|entry...]',
  idsFrom: (args) => (entryIn(args) === undefined ? args : args.slice(0, 1)),
  prepare: (_context, args, options) => {
    const entry = entryIn(args);
    const given = entry ?? options['entry'];
    if (given === undefined)
      throw new Failure(exitCodes.usage, (say) => say.whichEntry(args[0] ?? 'ID'));
    return { ...options, entry: given };
  },
});
