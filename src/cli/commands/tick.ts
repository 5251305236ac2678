/** `reform tick`: criteria are met, typed `T04.1#a` or by `--criteria`. */
import { fold, foldId } from '../../model/names.ts';
import { exitCodes, Failure } from '../failure.ts';
import { splitList } from '../options.ts';
import { askerFor, askMet } from '../writing/questions.ts';
import { criteriaFrom, recordCommand } from '../writing/recording.ts';

/** What stands before the last `#`, and behind it. */
const halves = (given: string): readonly [owner: string, letter: string | undefined] => {
  const [, owner = given, letter] = /^(.*)[#＃](.*)$/s.exec(given) ?? [];
  return [owner, letter];
};

export const tick = recordCommand('tick', {
  argument: '[criterion...]',
  idsFrom: (args) => [
    ...new Map(args.map((each) => [foldId(halves(each)[0]), halves(each)[0]])).values(),
  ],
  prepare: async (context, args, options) => {
    const isSaid = options['criteria'] !== undefined || args.some((each) => halves(each)[1]);
    const asking = isSaid ? undefined : await askerFor(context, 'tick', args, options);
    const [only, ...others] = asking?.items ?? [];
    if (!asking || !only || others.length > 0) return options;
    const met = await askMet(asking.terminal, context.words, asking.view, only);
    return met.length > 0 ? { ...options, criteria: met.join(',') } : options;
  },
  carry: ({ id, typed, args }, options) => {
    const names = new Set([id, ...typed].map((each) => fold(each)));
    const own = args.map(halves).flatMap(([owner, letter]) => {
      const isOwn = names.has(fold(owner)) || foldId(owner) === foldId(id);
      return isOwn && letter !== undefined ? [letter] : [];
    });
    const criteria = [...own, ...splitList(options['criteria'])];
    if (criteria.length === 0) throw new Failure(exitCodes.usage, (say) => say.noCriteria(id));
    return { criteria: criteriaFrom(criteria, id) };
  },
});
