/** `reform schema`: how answers for programs look, and what files of a ledger may hold, as JSON Schema. */
import { type Document, faint } from '../../format/document.ts';
import { kindNames } from '../../model/kinds/index.ts';
import { filesOf } from '../../model/layout.ts';
import { suggest } from '../../model/names.ts';
import type { Words } from '../../words/en.ts';
import type { Command } from '../command.ts';
import { usage } from '../failure.ts';
import { pickFormat } from '../options.ts';
import { answerCommands, nameOfFiles, schemaNames } from '../schemas/names.ts';

/** All of them, with what each describes. */
const listed = (words: Words): Document => {
  const answers = Object.entries(answerCommands).map(([name, command]) => ({ name, command }));
  const files = kindNames.flatMap((kind) => {
    const pattern = filesOf(kind);
    return pattern === undefined ? [] : [{ name: nameOfFiles(kind), files: pattern, record: kind }];
  });
  const rows = [
    ...answers.map(({ name, command }) => [name, command] as const),
    ...files.map(({ name, files: pattern }) => [name, pattern] as const),
  ];
  return {
    kind: 'schemas',
    facts: { answers, files },
    blocks: [
      {
        is: 'table',
        columns: [
          { key: 'name', heading: words.schema.name, style: 'id', keeps: 'whole' },
          { key: 'of', heading: words.schema.of },
        ],
        rows: rows.map(([name, of]) => [{ text: name }, { text: of }]),
      },
      faint([words.footer.next('reform schema list'), words.schema.editors]),
    ],
  };
};

export const schema: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('[schema]')
      .option('--format <format>', help.format)
      .option('--json', help.json);
  },
  run: async ({ words }, [given], options) => {
    const format = pickFormat(options, ['table', 'json', 'csv', 'markdown'], 'table');
    if (given === undefined) return { document: listed(words), format };
    const { schemas } = await import('../schemas/index.ts');
    const found = schemas.get(given.trim().toLowerCase());
    if (found) return { text: `${JSON.stringify(found, null, 2)}\n` };
    throw usage((say) => say.unknownName(say.things.schema, given, suggest(given, schemaNames)));
  },
};
