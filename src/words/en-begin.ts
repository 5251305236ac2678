/**
 * English sentences of a new ledger: what its empty files say to whoever opens them, and what its
 * first command tells.
 */
import type { Attribute, Type } from '../model/attribute.ts';
import type { KindName } from '../model/kinds/index.ts';
import { keptIn } from '../model/layout.ts';
import { list } from './phrases.ts';

/** Where the records of a kind stand, for whoever looks for their ids. */
const standIn = (kind: KindName): string => list(keptIn(kind));

/** Which values an attribute takes, where its example does not show it. */
const takes = (type: Type): string => {
  switch (type.is) {
    case 'choice':
      return `: ${list(type.of)}`;
    case 'reference':
      return `; an id in ${standIn(type.to as KindName)}`;
    case 'list':
      return type.of.is === 'reference'
        ? `; ids in ${standIn(type.of.to as KindName)}`
        : takes(type.of);
    default:
      return '';
  }
};

export const begin = {
  /** What an example says of an attribute, in few words. */
  attribute: ({ doc, type, required }: Attribute): string =>
    `${doc}${takes(type)}${required ? ' (needed)' : ''}`,

  files: {
    ledger: (title: string) => [
      `${title}: what this ledger is about. It is a draft until: reform set ledger state=current`,
      'Every attribute is explained in the example lines below; take away a # and a line counts.',
    ],
    ledgerMore: 'What else can stand here:',
    register: (doc: string, kind: string) => [
      doc,
      `Add one with: reform add ${kind} id=short-name title="…"`,
      'or by hand, as in the example below without its # signs and without the [] at the end.',
    ],
    /** Above the special fields of the Guangzhou article. */
    guangzhouFields: [
      'The special fields, with the names of the 12 of Guangzhou in 2022 as an article of 15 March 2022 gives them.',
      'It was published in English: title_zh_basis says where each Chinese name comes from. Make them your own.',
    ],
    tasks: (example: string) => `# Reform tasks

One file a task, named by its id: \`T01.yaml\`. Its measures stand inside it. Add them with
\`reform add task title="…"\` and \`reform add measure T01 title="…"\`, or write the file by hand:

\`\`\`yaml
${example}
\`\`\`

The \`log\` is what commands write (\`reform report\`, \`done\`, \`verify\` and so on): one event a line, added at the end,
never changed.
`,
    projects: (example: string) => `# District projects

One file a district, named by its id: \`huangpu.yaml\`. Districts declare projects with
\`reform add project huangpu title="…"\`; the city takes them into its list with \`reform select\`. By hand:

\`\`\`yaml
${example}
\`\`\`
`,
    readme: (title: string) => `# ${title}

This folder is a ledger: what was arranged, who leads, by when, and what came of it. Plain YAML files, kept with the
program \`reform\`. Each register begins with an example of what it holds.

\`\`\`sh
reform import list.xlsx             # shows how a spreadsheet would be read; --apply writes it
reform add task title="…"           # or record by record
reform validate                     # check every file
reform set ledger state=current     # the list is issued: from now on it changes by events
\`\`\`
`,
  },

  ask: {
    city: 'Which city, district or other body is the list of?',
    cityChinese: 'Its Chinese name (return to leave out)',
    year: (year: number) => `Which year? (return for ${year})`,
    fields: 'Which special fields to begin with?',
    fieldSets: { 'guangzhou-2022': 'the 12 of Guangzhou in 2022', none: 'none' },
  },

  title: (city: string, year: number) => `${city} reform ledger ${year}`,
  /** As such ledgers are called in Chinese; a bare name is that of a city. */
  titleChinese: (city: string, year: number) =>
    `${/(?:[市区县省盟旗]|自治州)$/.test(city) ? city : `${city}市`}${year}年全面深化改革台账`,

  began: (folder: string, title: string, files: number) =>
    `${folder}: ${title}, a draft of ${files} files.`,
  assumed: (language: string, timezone: string) =>
    `Language ${language}, time zone ${timezone}; both stand in ledger.yaml.`,
  kept: (files: readonly string[]) => `Left as it was: ${list(files, 'and')}.`,
  next: (flag: string) => [
    'Next:',
    `  reform import list.xlsx${flag}      # look first`,
    `  reform validate${flag}              # check it`,
    `  reform summary${flag}               # what there is`,
  ],
};
