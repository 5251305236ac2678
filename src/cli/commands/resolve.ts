/** `reform resolve`: merges a conflicted ledger by id, attribute and event, where git could only merge lines. */
import { visible } from '../../format/escape.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Command, Outcome } from '../command.ts';
import { type Context, seen, wordsIn } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { readIdentity } from '../identity.ts';
import type { Options } from '../options.ts';
import { declareCareful, pickFormat, repeated } from '../options.ts';
import { resolveUnit } from '../resolve.ts';

/** Who settles: the unit that is named, by its id where the ledger can be read. */
const settlerOf = ({ io, words }: Context, options: Options, ledger: Ledger | undefined) => {
  const given = options['by'] || io.env['REFORM_BY'] || readIdentity(io)?.unit;
  if (typeof given !== 'string') return undefined;
  return ledger ? resolveUnit(words, ledger, given).entry.id : given;
};

/** What it does, a line each, for the history. */
const saidOf = (lines: readonly string[]): readonly string[] => lines.slice(0, 100);

const runResolve = async (context: Context, options: Options): Promise<Outcome> => {
  const { words } = context;
  const format = pickFormat(options, ['table', 'json', 'markdown'], 'table');
  const { gather } = await import('../merging/gathering.ts');
  const { resolveAll, problemsText } = await import('../merging/resolving.ts');
  const { answerFor, isSettled } = await import('../merging/answer.ts');
  const { doneLines } = await import('../merging/telling.ts');
  const { shown } = context.place();
  const gathered = await gather(context);
  const { ledger } = gathered.ours ?? gathered.theirs ?? {};
  const inLedger = await wordsIn(ledger?.about.language ?? words.language);
  const resolution = resolveAll(context, gathered, options, {
    by: settlerOf(context, options, ledger),
    reason: inLedger.merging.reason,
  });
  const { edits, problems } = resolution;
  const exit = isSettled(gathered, resolution) ? exitCodes.ok : exitCodes.findings;
  const { broken: isNew, brokenAtAll } = words.merging;
  const told = gathered.ours && gathered.theirs ? isNew : brokenAtAll;
  const broken =
    problems.length === 0 ? [] : [told(problems.length), problemsText(context, shown, problems)];
  const answer = (isWritten: boolean) => ({
    document: answerFor(context, gathered, resolution, { shown, isWritten }),
    format,
    exit,
  });
  if (options['dryRun']) {
    const { diffOf } = await import('../writing/change.ts');
    const text = format === 'table' ? await diffOf(context, { shown }, edits) : '';
    return { ...answer(false), text, talk: [...broken, words.merging.dryRun] };
  }
  if (edits.length === 0) return { ...answer(false), talk: broken };
  const { underLock } = await import('../writing/saving.ts');
  const said = resolution.files.flatMap(({ file, merged }) => [
    seen(shown, file),
    ...(merged.is === 'merged' ? doneLines(words, gathered.midst, merged) : []),
  ]);
  return underLock(context, options, async ({ write }) => {
    const rest = await write(edits, saidOf(said));
    const wrote = words.merging.wrote(edits.map(({ file }) => visible(seen(shown, file))));
    return { ...answer(true), talk: [wrote, ...rest, ...broken] };
  });
};

export const resolve: Command = {
  configure: (commander, { options: help }) => {
    declareCareful(
      commander
        .option('--ours <id.attribute>', help.resolveOurs, repeated)
        .option('--theirs <id.attribute>', help.resolveTheirs, repeated)
        .option('--by <unit>', help.by)
        .option('--format <format>', help.formatSections)
        .option('--json', help.json),
      help,
    );
  },
  run: (context, _args, options) => runResolve(context, options),
};
