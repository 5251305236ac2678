/** `reform block`: work cannot go on. */
import { askerFor, askNeeded } from '../writing/questions.ts';
import { recordCommand } from '../writing/recording.ts';

export const block = recordCommand('block', {
  prepare: async (context, ids, options) => {
    if (options['message'] !== undefined || options['reason'] !== undefined) return options;
    const asking = await askerFor(context, 'block', ids, options);
    if (!asking) return options;
    const { words } = context;
    const reason = await askNeeded(asking.terminal, words, words.asking.questions.why);
    return { ...options, reason };
  },
});
