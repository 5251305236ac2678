/** `reform validate`: all problems of all files; with `--ready` what cannot be tested. */
import { renderAnnotations, renderDiagnostics } from '../../format/diagnostics.ts';
import { itemsOf } from '../../model/ledger.ts';
import { ledgerName, problemTalk } from '../answer.ts';
import type { Command, Outcome } from '../command.ts';
import type { Context } from '../context.ts';
import { exitCodes, usage } from '../failure.ts';
import { hasColor } from '../io.ts';
import { knownFacts } from '../known.ts';
import { type Options, pickFormat } from '../options.ts';
import { problemFacts } from '../problems.ts';
import { readinessOf } from '../readiness.ts';
import { shortId } from '../sides.ts';

/** What cannot be tested at the end of the year, as a finding where that can be judged. */
const checkReadiness = async (
  context: Context,
  args: readonly string[],
  options: Options,
): Promise<Outcome> => {
  const format = pickFormat(options, ['text', 'json', 'markdown'], 'text');
  const { opened, view } = await context.read();
  const { document, cannot, better, echoes } = readinessOf(context, view, args, options);
  const isFinding = cannot > 0 || (options['strict'] === true && better > 0);
  return {
    document,
    format: format === 'text' ? 'table' : format,
    talk: [...echoes, ...problemTalk(context.words, opened.diagnostics.length)],
    exit: isFinding ? exitCodes.findings : exitCodes.ok,
  };
};

export const validate: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('[query...]')
      .option('--ready', help.ready)
      .option('--strict', help.strict)
      .option('--format <format>', help.formatCheck)
      .option('--json', help.json);
  },
  run: async (context, args, options) => {
    if (options['ready']) return checkReadiness(context, args, options);
    const { io, look, words } = context;
    if (args.length > 0) {
      const { onlyWithReady, onlyWithReadyHint } = words.trace.ready;
      throw usage(() => ({ message: onlyWithReady, hint: onlyWithReadyHint }));
    }
    const format = pickFormat(options, ['text', 'json', 'github'], 'text');
    const { opened, known } = await look({ attachments: true });
    const { diagnostics, ledger, files, shown } = opened;
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const warnings = diagnostics.length - errors;
    const exit =
      errors > 0 || (options['strict'] && warnings > 0) ? exitCodes.findings : exitCodes.ok;
    const called = ledgerName(ledger, words) || shown;
    const name = known
      ? `${called} · ${words.history.knownBy(known.by, shortId(known.commit))}`
      : called;
    const [first] = diagnostics;
    const talk = first
      ? [words.validate.found(errors, warnings, name), words.validate.explain(first.code)]
      : [words.validate.clean(name, files.size, itemsOf(ledger).length)];
    if (format === 'json') {
      const facts = {
        ledger: shown,
        known_by: knownFacts(known),
        errors,
        warnings,
        problems: diagnostics.map((each) => problemFacts(each, words)),
      };
      return { document: { kind: 'validate', facts, blocks: [] }, format: 'json', exit };
    }
    if (format === 'github')
      return { text: renderAnnotations(diagnostics, { prefix: shown, words }), talk, exit };
    const medium = { width: io.stdout.width, color: hasColor(io, io.stdout) };
    const text = renderDiagnostics(diagnostics, { prefix: shown, medium, words });
    return { text: text === '' ? '' : `${text}\n`, talk, exit };
  },
};
