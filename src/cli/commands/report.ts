/** `reform report`: progress in words; the first report also starts the item. */
import { exitCodes, Failure } from '../failure.ts';
import { recordCommand } from '../writing/recording.ts';

const said = ['message', 'progress', 'problem', 'next'];

export const report = recordCommand('report', {
  prepare: async (_context, _ids, options) => {
    const isSaid = said.some((name) => options[name] !== undefined && options[name] !== '');
    if (!isSaid) throw new Failure(exitCodes.usage, (say) => say.nothingToReport());
    return options;
  },
});
