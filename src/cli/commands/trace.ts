/** `reform trace`: where records come from, and what carries them out. */
import { faint } from '../../format/document.ts';
import { foldPaper, mentionsBy, mentionsOf, naming } from '../../model/mentions.ts';
import { suggest } from '../../model/names.ts';
import { coverageOf, linksOf } from '../../model/trace.ts';
import { basisFacts, basisLine, problemTalk } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitCodes, Failure } from '../failure.ts';
import { pickFormat } from '../options.ts';
import { resolveAny } from '../resolve.ts';
import { wholeBlocks, wholeFacts } from '../tracing/coverage.ts';
import { documentOf, type Target, targetBlocks, targetFacts } from '../tracing/record.ts';
import type { Traced } from '../tracing/rows.ts';

/** What is meant by what was typed: a paper by its number, address or path, else a record. */
const targetOf = (
  { view, words, mentions }: Traced,
  given: string,
): { readonly target: Target; readonly echo: string | undefined } => {
  const [named] = naming(mentions, [given]);
  const document = documentOf(view.ledger, given);
  if (document && (named || document.id !== given)) {
    return { target: { entry: document }, echo: undefined };
  }
  if (named) return { target: { entry: null, paper: named.paper }, echo: undefined };
  if (/〔\d{4}〕|^https?:/i.test(foldPaper(given))) {
    const near = suggest(given, new Set(mentions.map(({ paper }) => paper)));
    throw new Failure(exitCodes.usage, (say) => say.unknownName(words.trace.paper, given, near));
  }
  const { entry, echo } = resolveAny(words, view.ledger, given);
  return { target: { entry }, echo };
};

export const trace: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('[id...]')
      .option('--format <format>', help.formatSections)
      .option('--json', help.json);
  },
  run: async ({ read, words }, args, options) => {
    const format = pickFormat(options, ['table', 'json', 'markdown'], 'table');
    const { opened, view } = await read();
    const mentions = mentionsOf(view);
    const traced: Traced = {
      view,
      words,
      links: linksOf(view.ledger),
      mentions,
      mentionsIn: mentionsBy(mentions),
      isPublished: view.ledger.about.basis === 'published',
    };
    const problems = problemTalk(words, opened.diagnostics.length);
    if (args.length === 0) {
      const coverage = coverageOf(view.ledger, traced.links);
      const facts = { ...basisFacts(view), ...wholeFacts(traced, coverage) };
      const blocks = wholeBlocks(traced, coverage);
      return { document: { kind: 'trace', facts, blocks }, format, talk: problems };
    }
    const meant = args.map((given) => targetOf(traced, given));
    const targets = meant.map(({ target }) => target);
    const blocks = targets.flatMap((target) => targetBlocks(traced, target));
    return {
      document: {
        kind: 'trace-of',
        facts: {
          ...basisFacts(view),
          traced: targets.map((target) => targetFacts(traced, target)),
        },
        blocks: [...blocks, faint([basisLine(view, words)])],
      },
      format,
      about: targets.some(({ entry }) => entry === null)
        ? undefined
        : targets.flatMap(({ entry }) => entry ?? []),
      talk: [...meant.flatMap(({ echo }) => echo ?? []), ...problems],
    };
  },
};
