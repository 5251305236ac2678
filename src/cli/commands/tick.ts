/** `reform tick`: criteria are met, typed `T04.1#a` or by `--criteria`. */
import { foldId } from '../../model/names.ts';
import { exitCodes, Failure } from '../failure.ts';
import { splitList } from '../options.ts';
import { criteriaFrom, recordCommand } from '../writing/recording.ts';

const ownerOf = (given: string): string => given.normalize('NFKC').split('#')[0] ?? '';

export const tick = recordCommand('tick', {
  argument: '[criterion...]',
  idsFrom: (args) => [
    ...new Map(args.map((each) => [foldId(ownerOf(each)), ownerOf(each)])).values(),
  ],
  carry: (id, args, options) => {
    const own = args.filter((each) => /[#＃]/.test(each) && foldId(ownerOf(each)) === foldId(id));
    const typed = [...own, ...splitList(options['criteria'])];
    if (typed.length === 0) throw new Failure(exitCodes.usage, (say) => say.noCriteria(id));
    return { criteria: criteriaFrom(typed, id) };
  },
});
