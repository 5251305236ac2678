/** `reform diff`: what differs between two states of the ledger, by record and in words. */

import { faint } from '../../format/document.ts';
import { kindNames } from '../../model/kinds/index.ts';
import type { View } from '../../model/view.ts';
import { viewOn } from '../../model/view.ts';
import { basisFacts, basisLine } from '../answer.ts';
import type { Command } from '../command.ts';
import { comparisonBlocks, wholeBlocks } from '../comparing/blocks.ts';
import { comparisonFacts, sidesFacts } from '../comparing/facts.ts';
import { otherLedgerLines, otherLedgers } from '../comparing/ledgers.ts';
import { comparisonBetween, type Grouping, groupings } from '../comparing/records.ts';
import { refuseUnreadable } from '../comparing/unreadable.ts';
import { type Context, dayOf } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';
import { fromGit } from '../git.ts';
import { pickFormat, pickFrom } from '../options.ts';
import { comparisonOf, rangeFrom, readSides, type Side } from '../sides.ts';

/** What a ledger holds, counted by kinds. */
const holdings = ({ words }: Context, { ledger }: Side): readonly string[] =>
  kindNames
    .filter((kind) => kind !== 'ledger' && ledger.entries[kind].length > 0)
    .map((kind) => words.count(ledger.entries[kind].length, kind));

const blocksFor = (
  context: Context,
  before: Side,
  after: Side,
  others: readonly string[],
  told: () => ReturnType<typeof comparisonBlocks>,
) => {
  const { words } = context;
  if (before.isAbsent === after.isAbsent) return told();
  const compared = comparisonOf(words, before, after);
  const [there, absent] = before.isAbsent ? [after, before] : [before, after];
  const said = before.isAbsent ? words.diff.allNew(absent.label) : words.diff.allGone(absent.label);
  return wholeBlocks(words, compared, said, holdings(context, there), others);
};

export const diff: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('[range]')
      .option('--staged', help.staged)
      .option('--by <field|district|unit>', help.byGroup)
      .option('--format <format>', help.formatSections)
      .option('--json', help.json);
  },
  run: async (context, [given], options) => {
    const { io, words } = context;
    const format = pickFormat(options, ['table', 'json', 'markdown'], 'table');
    const by = pickFrom('--by', String(options['by'] ?? 'field'), groupings) as Grouping;
    const range = rangeFrom(given, options['staged'] === true);
    const { repository, before, after } = await readSides(context, range);
    await refuseUnreadable(context, repository, before, after);
    if (before.isAbsent && after.isAbsent) {
      throw new Failure(exitCodes.usage, (say) =>
        say.noLedgerOnSides(before.label, after.label, context.place().shown),
      );
    }
    const { ledger } = after.isAbsent ? before : after;
    const day = dayOf(ledger, io, options);
    const [older, newer]: readonly View[] = [before, after].map((side) => viewOn(side.ledger, day));
    if (!older || !newer) throw new Error('a comparison has two sides');
    const view = after.isAbsent ? older : newer;
    const comparison = comparisonBetween(before, after, { before: older, after: newer });
    const others = await fromGit(() => otherLedgers(repository, before, after));
    const typedRange = [...(given ? [given] : []), ...(options['staged'] ? ['--staged'] : [])];
    const lines = otherLedgerLines(context, repository, others, typedRange);
    const blocks = blocksFor(context, before, after, lines, () =>
      comparisonBlocks(words, comparison, comparisonOf(words, before, after), by, lines),
    );
    return {
      document: {
        kind: 'diff',
        facts: {
          ...basisFacts(view),
          ...sidesFacts(range, before, after),
          ...comparisonFacts(comparison),
          other_ledgers: others.map(({ folder, fate }) => ({ folder, fate })),
        },
        blocks: [...blocks, faint([basisLine(view, words)])],
      },
      format,
    };
  },
};
