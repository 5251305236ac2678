/** The page about answers for programs, with the list of what there is made from the schemas themselves. */
import { schemas } from '../src/cli/schemas/index.ts';
import { answerCommands } from '../src/cli/schemas/names.ts';
import { kindNames, kindOf } from '../src/model/kinds/index.ts';
import { filesOf } from '../src/model/layout.ts';

const code = (text: string) => `\`${text}\``;

/** Where a schema is published, from the page. */
export const schemaPath = (name: string): string => `json/${name}.schema.json`;

const link = (name: string) => `[${code(name)}](${schemaPath(name)})`;

const answerRows = Object.entries(answerCommands).map(
  ([name, command]) =>
    `| ${link(name)} | ${code(command)} | ${String(schemas.get(name)?.['description'])} |`,
);

const fileRows = kindNames.flatMap((kind) => {
  const files = filesOf(kind);
  const name = [...schemas].find(([, { title }]) => title === files)?.[0];
  return name === undefined || files === undefined
    ? []
    : [`| ${link(name)} | ${code(files)} | ${kindOf(kind).doc} |`];
});

/** `docs/json.md`. */
export const jsonPage = (): string =>
  `${[
    '# Answers for programs',
    '<!-- Made from src/cli/schemas by `npm run docs`; a test keeps it current. -->',
    'Every command that asks takes `--json`. Each kind of answer is described by a JSON Schema, printed by `reform schema NAME` and kept in `docs/json/`; a test holds every answer against it, on several ledgers and days.',
    '## The promise',
    [
      '- An answer is one record: `schemaVersion`, `kind`, then what that kind says. Additions keep the version, so pass over keys that you do not know; a key that is renamed, taken away or given another meaning raises it.',
      '- A schema lists every key and lets no other pass: it says what this version of the program answers. A program that is to go on working with later ones looks only at the keys that it uses.',
      '- Absent is `null` or `[]`, and a key never missing. What an option adds stands only with it: `missing` with `--missing`, `light_reasons` of a list with `--explain`; with `--columns` a record has `record` and these columns. Counts by name leave out the names of which there are none.',
      '- Ids, codes, days and figures, in no language: `--lang` changes nothing. A text of the ledger is as the ledger has it, and its Chinese stands beside it. Only `message` and `hint` of `validate`, the text of `explain` and what `undo --list` repeats are sentences for people.',
      '- Days are `YYYY-MM-DD`, shares are in percent, units and other records are ids. Control characters are written by number.',
      '- Exit code 0 is an answer, 1 an answer with findings (`validate`). From 2 on standard output is empty and standard error says why.',
    ].join('\n'),
    '## Use',
    [
      '```sh',
      "reform list light:red --json | jq -r '.items[] | [.id, .due, .lead[0]] | @tsv'",
      "reform summary --json | jq '.items | { verified, claimed, overdue }'",
      "reform validate --json | jq -e '.errors == 0'",
      '```',
    ].join('\n'),
    '## Answers',
    ['| schema | command | what it says |', '|---|---|---|', ...answerRows].join('\n'),
    '## Files of a ledger',
    'The same attributes that `reform validate` checks, for an editor that checks YAML while it is typed (draft-07, which these editors understand). Keep the schema beside the ledger and name it in the first line of a file:',
    [
      '```sh',
      'mkdir .schemas && reform schema files/tasks > .schemas/tasks.json',
      '```',
      '',
      '```yaml',
      '# yaml-language-server: $schema=../.schemas/tasks.json',
      'id: T01',
      '```',
    ].join('\n'),
    'It knows shapes and words, not records: that a unit exists, that an event may come and that a quote stands in its document is for `reform validate`.',
    ['| schema | files | what they keep |', '|---|---|---|', ...fileRows].join('\n'),
  ].join('\n\n')}\n`;
