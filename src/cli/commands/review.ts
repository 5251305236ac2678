/** `reform review`: all problems of a ledger, and whether it may have changed as it did. */
import { renderAnnotations, renderDiagnostics } from '../../format/diagnostics.ts';
import { renderCodeQuality } from '../../format/gitlab.ts';
import { sha256 } from '../../ledger/source.ts';
import type { Command } from '../command.ts';
import { type Context, seen } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { hasColor } from '../io.ts';
import { pickFormat } from '../options.ts';
import { remarksOf, reviewDocument, type Told, verdict } from '../reviewing/document.ts';
import { reviewOf } from '../reviewing/reviewing.ts';
import { comparisonOf } from '../sides.ts';

/** For people: what is wrong with each ledger, and behind it what is wrong with the move. */
const textOf = ({ io, words }: Context, { ledgers }: Told): string => {
  const medium = { width: io.stdout.width, color: hasColor(io, io.stdout) };
  const groups = ledgers.flatMap(({ remarks, shown }) =>
    (['ledger', 'move'] as const).flatMap((of) => {
      const own = remarks.filter((each) => each.of === of).map(({ diagnostic }) => diagnostic);
      if (own.length === 0) return [];
      const group = words.review.groups[of];
      const title = ledgers.length === 1 ? group : words.review.inLedger(shown, group);
      return [`${title}\n\n${renderDiagnostics(own, { prefix: shown, medium, words })}\n`];
    }),
  );
  return groups.join('\n');
};

const talkOf = ({ words }: Context, told: Told): readonly string[] => {
  const [first] = remarksOf(told);
  return [
    comparisonOf(words, told.before, told.after),
    ...verdict(words, told),
    ...(first ? [words.review.explain(first.diagnostic.code)] : []),
  ];
};

export const review: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('[range]')
      .option('--strict', help.strict)
      .option('--format <format>', help.formatReview)
      .option('--json', help.json);
  },
  run: async (context, [given], options) => {
    const { words } = context;
    const formats = ['text', 'json', 'markdown', 'github', 'gitlab'];
    const format = pickFormat(options, formats, 'text');
    const told = await reviewOf(context, given, options);
    const isRefused = told.errors > 0 || (options['strict'] === true && told.warnings > 0);
    const exit = isRefused ? exitCodes.findings : exitCodes.ok;
    const talk = talkOf(context, told);
    // A host knows files by their paths from the top of the repository, wherever the command was run.
    const fromTop = remarksOf(told).map(({ diagnostic, ledger: { folder } }) => ({
      ...diagnostic,
      file: seen(folder, diagnostic.file),
    }));
    switch (format) {
      case 'json':
        return {
          document: reviewDocument(context, told, options, { isFromTop: false }),
          format,
          exit,
        };
      case 'markdown': {
        const document = reviewDocument(context, told, options, { isFromTop: true });
        return { document, format, talk, exit };
      }
      case 'github':
        return { text: renderAnnotations(fromTop, { prefix: '.', words }), talk, exit };
      case 'gitlab': {
        const sum = (text: string) => sha256(Buffer.from(text));
        return { text: renderCodeQuality(fromTop, { words, sum }), talk, exit };
      }
      default:
        return { text: textOf(context, told), talk, exit };
    }
  },
};
