/** `reform report`: progress in words; the first report also starts the item. */
import { askText } from '../ask.ts';
import { exitCodes, Failure, problemOf } from '../failure.ts';
import { askerFor, askNeeded } from '../writing/questions.ts';
import { integerFrom, recordCommand } from '../writing/recording.ts';

const said = ['message', 'progress', 'problem', 'next'];

export const report = recordCommand('report', {
  prepare: async (context, ids, options) => {
    const isSaid = said.some((name) => options[name] !== undefined && options[name] !== '');
    if (isSaid) return options;
    const { io, words } = context;
    const isAlone = !io.terminal || options['yes'] === true || ids.length === 0;
    if (isAlone) throw new Failure(exitCodes.usage, (say) => say.nothingToReport());
    // Where it is not possible the refusal says why.
    const asking = await askerFor(context, 'report', ids, options);
    if (!asking) return options;
    const { happened, progress: howFar } = words.asking.questions;
    const message = await askNeeded(asking.terminal, words, happened);
    const progress = await askText(asking.terminal, {
      message: howFar,
      check: (answer) =>
        answer === ''
          ? undefined
          : problemOf(words, () => integerFrom('progress', answer, { min: 0, max: 100 })),
    });
    return { ...options, message, ...(progress !== '' && { progress }) };
  },
});
