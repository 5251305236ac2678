/** `reform validate`: all problems of all files. */
import {
  hintOf,
  messageOf,
  renderAnnotations,
  renderDiagnostics,
} from '../../format/diagnostics.ts';
import type { Value } from '../../model/attribute.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { itemsOf } from '../../model/ledger.ts';
import { ledgerName } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitCodes } from '../failure.ts';
import { hasColor } from '../io.ts';
import { pickFormat } from '../options.ts';

const factsOf = (diagnostic: Diagnostic): Value => {
  const { code, severity, file, at, params } = diagnostic;
  return {
    code,
    severity,
    file,
    line: at?.line ?? null,
    column: at?.column ?? null,
    length: at?.length ?? null,
    message: messageOf(diagnostic),
    hint: hintOf(diagnostic) ?? null,
    params: params as unknown as Value,
  };
};

export const validate: Command = {
  configure: (commander, { options: help }) => {
    commander
      .option('--strict', help.strict)
      .option('--format <format>', help.formatCheck)
      .option('--json', help.json);
  },
  run: async ({ io, open, words }, _args, options) => {
    const format = pickFormat(options, ['text', 'json', 'github'], 'text');
    const { diagnostics, ledger, files, shown } = open({ attachments: true });
    const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
    const warnings = diagnostics.length - errors;
    const exit =
      errors > 0 || (options['strict'] && warnings > 0) ? exitCodes.findings : exitCodes.ok;
    const name = ledgerName(ledger, words) || shown;
    const [first] = diagnostics;
    const talk = first
      ? [words.validate.found(errors, warnings, name), words.validate.explain(first.code)]
      : [words.validate.clean(name, files.size, itemsOf(ledger).length)];
    if (format === 'json') {
      const facts = { ledger: shown, errors, warnings, problems: diagnostics.map(factsOf) };
      return { document: { kind: 'validate', facts, blocks: [] }, format: 'json', exit };
    }
    if (format === 'github') return { text: renderAnnotations(diagnostics, shown), talk, exit };
    const medium = { width: io.stdout.width, color: hasColor(io, io.stdout) };
    const text = renderDiagnostics(diagnostics, { prefix: shown, medium });
    return { text: text === '' ? '' : `${text}\n`, talk, exit };
  },
};
