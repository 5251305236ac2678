/** `reform done`: the claim that items are done, with evidence. */
import { messageOf } from '../../format/diagnostics.ts';
import { events } from '../../model/events.ts';
import { type Item, isItem } from '../../model/ledger.ts';
import { openCriteria } from '../../model/rules/logs.ts';
import type { Words } from '../../words/en.ts';
import { type Asked, askText } from '../ask.ts';
import type { Context, Reading } from '../context.ts';
import { exitCodes, Failure, problemOf } from '../failure.ts';
import { type Options, splitList } from '../options.ts';
import { resolveAny, resolveUnit } from '../resolve.ts';
import { proofFrom } from '../writing/evidence.ts';
import { askMet } from '../writing/questions.ts';
import { givenEvidence, recordCommand } from '../writing/recording.ts';
import { reporter } from '../writing/update.ts';

/** Asks which of the open criteria are met, or what was achieved where there are none. */
const askForResult = async (
  { words }: Context,
  terminal: Asked,
  { view }: Reading,
  item: Item,
  options: Options,
): Promise<Options> => {
  const { criteria } = view.standing(item);
  if (criteria.length === 0) {
    if (options['result'] !== undefined) return options;
    const check = (answer: string) => (answer === '' ? words.ask.needed : undefined);
    return { ...options, result: await askText(terminal, { message: words.ask.result, check }) };
  }
  if (options['criteria'] !== undefined) return options;
  const met = await askMet(terminal, words, view, item);
  return met.length > 0 ? { ...options, criteria: met.join(',') } : options;
};

/** A claim that leaves a criterion open is refused before more is asked: it would change nothing. */
const refuseOpen = (words: Words, { view }: Reading, item: Item, { criteria }: Options): void => {
  const named = splitList(criteria).map((each) => each.replace(/^.*[#＃]/s, '').toLowerCase());
  const open = openCriteria(view.ledger, view.standing(item), named);
  if (open.length === 0) return;
  const problem = { code: 'event/open-criteria', params: { id: item.id, open } } as const;
  const message = messageOf(problem, words);
  throw new Failure(exitCodes.findings, () => ({ message, hint: undefined }));
};

/** Asks for what a claim needs and the command line does not say. */
const askForClaim = async (
  context: Context,
  terminal: Asked,
  ids: readonly string[],
  options: Options,
): Promise<Options> => {
  const { io, words } = context;
  const reading = await context.read();
  const { root, shown, ledger } = reading.opened;
  const place = { root, shown, cwd: io.cwd, copyFor: options['copy'] ? 'copy' : undefined };
  let claim = options;
  const isPossible = (item: Item) =>
    events.done.from.some((each) => each === reading.view.standing(item).status);
  const [only, ...others] = ids.map((each) => resolveAny(words, ledger, each).entry);
  // Where it is not possible there is nothing to ask; the refusal says why.
  if (only && isItem(only) && !isPossible(only)) return options;
  if (only && isItem(only) && others.length === 0) {
    claim = await askForResult(context, terminal, reading, only, claim);
    refuseOpen(words, reading, only, claim);
  }
  if (givenEvidence(claim).length === 0) {
    const check = (answer: string) =>
      answer === '' ? words.ask.needed : problemOf(words, () => proofFrom(place, answer));
    const evidence = await askText(terminal, { message: words.ask.evidence, check });
    claim = { ...claim, evidence: [evidence] };
  }
  if (reporter(context, reading.opened, claim) === undefined) {
    const check = (answer: string) => problemOf(words, () => resolveUnit(words, ledger, answer));
    claim = { ...claim, by: await askText(terminal, { message: words.ask.by, check }) };
  }
  return claim;
};

export const done = recordCommand('done', {
  prepare: async (context, ids, options) => {
    const { terminal } = context.io;
    const isLacking = givenEvidence(options).length === 0;
    if (terminal && !options['yes'] && ids.length > 0) {
      return askForClaim(context, terminal, ids, options);
    }
    if (isLacking) throw new Failure(exitCodes.usage, (say) => say.noEvidence());
    return options;
  },
});
