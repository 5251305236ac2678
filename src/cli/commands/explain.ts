/** `reform explain CODE`: what a problem means. */
import { type DiagnosticCode, diagnosticCodes, severities } from '../../model/diagnostic.ts';
import { suggest } from '../../model/names.ts';
import type { Command } from '../command.ts';
import { exitCodes, Failure } from '../failure.ts';
import { pickFormat } from '../options.ts';

const isCode = (given: string): given is DiagnosticCode =>
  (diagnosticCodes as readonly string[]).includes(given);

export const explain: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('[code]')
      .option('--format <format>', help.formatSections)
      .option('--json', help.json);
  },
  run: async ({ words }, [given], options) => {
    const format = pickFormat(options, ['table', 'json', 'markdown'], 'table');
    if (given === undefined) {
      const rows = [...diagnosticCodes]
        .sort()
        .map((code) => ({ code, severity: severities[code] }));
      return {
        format,
        document: {
          kind: 'codes',
          facts: { codes: rows },
          blocks: [
            {
              is: 'pairs',
              pairs: rows.map(({ code, severity }) => ({
                name: code,
                cell: { text: words.validate[severity] },
              })),
            },
          ],
        },
      };
    }
    if (!isCode(given)) {
      throw new Failure(exitCodes.usage, (say) =>
        say.unknownName(say.things.code, given, suggest(given, diagnosticCodes)),
      );
    }
    const severity = severities[given];
    const text = words.diagnostics[given].explain;
    return {
      format,
      document: {
        kind: 'explain',
        facts: { code: given, severity, text },
        blocks: [
          { is: 'prose', style: 'strong', paragraphs: [`${words.validate[severity]}[${given}]`] },
          { is: 'prose', paragraphs: [text] },
        ],
      },
    };
  },
};
