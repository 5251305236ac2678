/** Reference pages made from the code itself: the data dictionary and the commands. */
import { catalogue } from '../src/cli/catalogue.ts';
import type { Shape, Type } from '../src/model/attribute.ts';
import { attributesOf, eventNames, events, statuses } from '../src/model/events.ts';
import type { Kind, Place } from '../src/model/kind.ts';
import { kindNames, kindOf } from '../src/model/kinds/index.ts';
import { run } from './harness.ts';

const code = (text: string) => `\`${text}\``;

const typeInWords = (type: Type): string => {
  switch (type.is) {
    case 'text':
      return 'text';
    case 'date':
      return 'day, `YYYY-MM-DD`';
    case 'integer':
      return type.max > 1_000_000 ? 'whole number' : `whole number, ${type.min} to ${type.max}`;
    case 'flag':
      return 'true or false';
    case 'choice':
      return `one of ${type.of.map(code).join(', ')}`;
    case 'id':
      return `id such as ${code(type.form.example)}`;
    case 'reference':
      return `id of ${/^[aeiou]/.test(type.to) ? 'an' : 'a'} ${type.to}`;
    case 'list':
      return `list: ${typeInWords(type.of)}`;
    case 'map':
      return `record with ${Object.entries(type.of)
        .map(([name, { required }]) => `${code(name)}${required ? ' (required)' : ''}`)
        .join(', ')}`;
    case 'records':
      return `list of ${kindOf(type.of as (typeof kindNames)[number]).plural}`;
    case 'log':
      return 'list of events, see below';
  }
};

const placeInWords = (place: Place): string => {
  switch (place.in) {
    case 'single':
      return `The file ${code(place.file)} is the record.`;
    case 'file':
      return `A list in ${code(place.file)}.`;
    case 'folder':
      return `One record a file in ${code(`${place.folder}/`)}, the file named by its id.`;
    case 'folder-by':
      return `In ${code(`${place.folder}/`)} a file for each ${place.by}, named by its id, with ${code(`${place.by}:`)} and the list under ${code(`${place.key}:`)}.`;
    case 'parent':
      return `Inside its ${place.parent}, under ${code(`${place.key}:`)}. Its whole id is such as ${code(place.idOf(place.parent === 'document' ? 'congress-12' : 'T04.1', place.parent === 'document' ? 'urban' : place.parent === 'task' ? 'T04.1' : 'a'))}.`;
  }
};

const rowsOf = (shape: Shape): readonly string[] =>
  Object.entries(shape)
    .filter(([, { inherited }]) => !inherited)
    .map(
      ([name, { type, required, doc }]) =>
        `| ${code(name)}${required ? ' **required**' : ''} | ${typeInWords(type).replaceAll('|', '\\|')} | ${doc} |`,
    );

const kindSection = ({ name, doc, place, attributes, derived }: Kind): string => {
  const facts = Object.entries(derived).map(
    ([fact, { doc: what }]) => `| ${code(fact)} | ${what} |`,
  );
  return [
    `## ${name}`,
    `${doc} ${placeInWords(place)}`,
    ['| key | value | what it says |', '|---|---|---|', ...rowsOf(attributes)].join('\n'),
    ...(facts.length > 0
      ? [
          ['Derived, never stored:', '', '| fact | what it says |', '|---|---|', ...facts].join(
            '\n',
          ),
        ]
      : []),
  ].join('\n\n');
};

const eventSection = (name: (typeof eventNames)[number]): string => {
  const { doc, on, from, demands, attributes } = events[name];
  const own = Object.keys(attributes).map(code).join(', ') || 'nothing of its own';
  const required = Object.entries(attributesOf(name))
    .filter(([key, each]) => each.required && key !== 'date')
    .map(([key]) => key);
  const needs = [...required, ...demands].map(code).join(', ') || '-';
  const possible = from.length === statuses.length ? 'any' : from.map(code).join(', ') || '-';
  return `| ${code(name)} | ${doc} | ${on.join(', ')} | ${possible} | ${own} | ${needs} |`;
};

/** `data/README.md`. */
export const dataDictionary = (): string =>
  `${[
    '# The data dictionary',
    '<!-- Made from src/model/kinds and src/model/events.ts by `npm run docs`; a test keeps it current. -->',
    'A ledger is a folder with a `ledger.yaml`. This page lists the kinds of record in it, the keys each may have, and the events of a log. All files are UTF-8 and YAML 1.2 without anchors, tags or directives. A key that is not listed is an error, except `x-…`, which is kept. Dates are calendar days; text that looks like a number, a truth value or a time needs quotes.',
    '`2022/` is the first real ledger: Guangzhou’s reform programme of 2022, transcribed from the article kept in `2022/sources/article.txt`. Each record has the words it was taken from (`source.quote`, looked up in the article by `reform validate`), what the article calls it (`source.as`), and which attributes are our reading (`readings`). What the article does not give is not in it.',
    'Where a Chinese name does not stand in the document itself, `title_zh_basis` says where it comes from: `official` (the name of a place), `found` (in another publication of the same years) or `back-translation`.',
    ...kindNames.map((name) => kindSection(kindOf(name))),
    '## events',
    'A log is a list of events, one a line, added at the end and never changed. Replay sorts them by `date`, in file order within a day. Every event has `event`, `date` (the day it happened), and may have `by` (the unit that says so), `note` and `evidence`.',
    [
      '| event | what it says | logged by | possible from | carries | needs |',
      '|---|---|---|---|---|---|',
      ...eventNames.map(eventSection),
    ].join('\n'),
    'Beyond that: `done` names every criterion that is not yet met, or gives a `result` where there are no criteria; in a ledger on a published basis it may lack `by`. `verify` comes from a unit other than the claimant. `amend` needs a `document` for `lead`, `criteria` and `deliverable`. `evaluate` says at least one of its three things; `replicate` says `to` or `from`.',
    '## status',
    `Where an item stands follows from its log: ${statuses.map(code).join(', ')}. Before any event a measure is \`planned\` and a project \`declared\`; a project that stands on the issued list (\`source.as\` is not \`mentioned\`) is \`planned\`. In a ledger on a published basis an item on the list is \`listed\`: on the list, and nothing about its progress published.`,
  ].join('\n\n')}\n`;

/** `docs/commands.md`. */
export const commandReference = async (): Promise<string> => {
  const helpOf = async (args: readonly string[]) => (await run(args)).out.trimEnd();
  const sections = await Promise.all(
    catalogue.map(
      async ({ name }) => `## reform ${name}\n\n\`\`\`\n${await helpOf([name, '--help'])}\n\`\`\``,
    ),
  );
  return `${[
    '# Commands',
    '<!-- Made from the help of the program by `npm run docs`; a test keeps it current. -->',
    `\`\`\`\n${await helpOf(['--help'])}\n\`\`\``,
    ...sections,
  ].join('\n\n')}\n`;
};
