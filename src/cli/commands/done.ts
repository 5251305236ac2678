/** `reform done`: the claim that items are done, with evidence. */
import type { Event } from '../../model/events.ts';
import type { Item } from '../../model/ledger.ts';
import { foldId } from '../../model/names.ts';
import type { Command } from '../command.ts';
import { evidenceFrom } from '../evidence.ts';
import { exitCodes, Failure } from '../failure.ts';
import { messageFrom } from '../message.ts';
import { declareUpdate, type Options, splitList } from '../options.ts';
import { update } from '../update.ts';

const repeated = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];

/** Criteria may be typed with their item's id, `T04.1#b`, or by their letter alone. */
const criteriaFrom = (options: Options, item: Item): readonly string[] =>
  splitList(options['criteria']).map((given) => {
    const [, owner, letter = ''] = /^(?:(.*)#)?(.*)$/.exec(given) ?? [];
    if (owner !== undefined && foldId(owner) !== foldId(item.id)) {
      throw new Failure(exitCodes.usage, (say) => say.foreignCriterion(given, item.id));
    }
    return letter.toLowerCase();
  });

export const done: Command = {
  configure: (commander, help) => {
    declareUpdate(commander.argument('<id...>'), help)
      .option('-e, --evidence <evidence>', help.evidence, repeated)
      .option('--criteria <ids>', help.criteria)
      .option('--result <text>', help.result);
  },
  run: async (context, ids, options) => {
    const typed = ((options['evidence'] ?? []) as readonly string[]).map((each) => each.trim());
    const given = [...new Set(typed)].filter((each) => each !== '');
    if (given.length === 0) throw new Failure(exitCodes.usage, (say) => say.noEvidence());
    const note = await messageFrom(context.io, options);
    const { result } = options;
    return update(context, ids, options, ({ opened, date, by }, item): Event => {
      const criteria = criteriaFrom(options, item);
      if (by === undefined) throw new Failure(exitCodes.usage, (say) => say.noUnit());
      const { root, shown } = opened;
      return {
        date,
        event: 'done',
        by,
        ...(criteria.length > 0 && { criteria }),
        ...(typeof result === 'string' && { result }),
        ...(note !== undefined && { note }),
        evidence: given.map((each) => evidenceFrom(root, shown, context.io.cwd, each)),
      };
    });
  },
};
