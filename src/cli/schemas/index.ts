/** Every schema that is published, by its name: of the answers for programs, and of a ledger's files. */
import { fileSchema, type Schema } from '../../model/json-schema.ts';
import { kindNames } from '../../model/kinds/index.ts';
import { filesOf } from '../../model/layout.ts';
import { checks } from './checks.ts';
import { differences } from './differences.ts';
import { histories } from './histories.ts';
import { imports } from './imports.ts';
import { type AnswerName, nameOfFiles } from './names.ts';
import { records } from './records.ts';
import { resolutions } from './resolutions.ts';
import { reviews } from './reviews.ts';
import { summaries } from './summaries.ts';
import { work } from './work.ts';

const answers: { readonly [A in AnswerName]: Schema } = {
  ...records,
  ...summaries,
  ...work,
  ...histories,
  ...differences,
  ...checks,
  ...reviews,
  ...resolutions,
  ...imports,
};

/** All schemas by their names: `list`, `files/tasks`. */
export const schemas: ReadonlyMap<string, Schema> = new Map<string, Schema>([
  ...Object.entries(answers),
  ...kindNames.flatMap((kind) =>
    filesOf(kind) === undefined ? [] : [[nameOfFiles(kind), fileSchema(kind)] as const],
  ),
]);
