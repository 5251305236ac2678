/**
 * `reform schema`: how answers for programs look, and what files of a ledger may hold, as JSON Schema;
 * with `--write` where editors find it.
 */
import { realpathSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { type Document, faint } from '../../format/document.ts';
import { visible } from '../../format/escape.ts';
import { noCache } from '../../ledger/cache.ts';
import { findLedgers } from '../../ledger/discover.ts';
import { isSame, reasonOf } from '../../ledger/disk.ts';
import { load } from '../../ledger/load.ts';
import { folderSource } from '../../ledger/source.ts';
import { decode, encode } from '../../ledger/text.ts';
import { putInto, standingAt, workspaceOf } from '../../ledger/workspace.ts';
import { groupedBy } from '../../model/groups.ts';
import { kindNames } from '../../model/kinds/index.ts';
import { filesOf } from '../../model/layout.ts';
import { suggest } from '../../model/names.ts';
import type { Words } from '../../words/en.ts';
import type { Command, Outcome } from '../command.ts';
import { type Context, shownFrom, wordsIn } from '../context.ts';
import { exitCodes, Failure, usage } from '../failure.ts';
import { type Options, pickFormat } from '../options.ts';
import type { EditedLedger } from '../schemas/editors.ts';
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

/** The ledgers meant: the one that is named, or else all that are found from here. */
const rootsMeant = ({ io, place }: Context, options: Options): readonly string[] => {
  const isNamed = Boolean(options['ledger'] ?? io.env['REFORM_LEDGER'] ?? options['year']);
  const found = isNamed ? [] : findLedgers(io.cwd).map(({ root }) => root);
  return found.length > 0 ? found : [place().root];
};

/** A ledger's folder as the user sees it; its own name where that would be nothing but dots. */
const nameOfFolder = ({ io }: Context, root: string): string => {
  const shown = shownFrom(io.cwd, root);
  return /^[./]+$/.test(shown) ? basename(realpathSync.native(root)) || shown : shown;
};

/** A ledger as far as it can be read: what it lacks is what is not offered. */
const edited = async (workspace: string, root: string): Promise<EditedLedger> => {
  const source = folderSource(root);
  const { ledger } = load(source, { attachments: false, rules: false, cache: noCache });
  return {
    folder: relative(workspace, realpathSync.native(root)).split(sep).join('/'),
    ledger,
    words: await wordsIn(ledger.about.language === 'zh' ? 'zh' : 'en'),
  };
};

/** A file that is not yet as it should be. */
interface Due {
  readonly workspace: string;
  readonly file: string;
  readonly before: string | undefined;
  readonly after: Uint8Array;
}

/** The bytes that stand at a path; fails where something else does. */
const standing = ({ io, words }: Context, workspace: string, file: string): Uint8Array | null => {
  const found = standingAt(workspace, file);
  if (found.is === 'missing') return null;
  if (found.is === 'bytes') return found.bytes;
  const path = shownFrom(io.cwd, join(workspace, found.path));
  throw new Failure(exitCodes.findings, () => words.schema.inTheWay(path));
};

/** What has to be written into a workspace: schemas first, since the settings name them. */
const dueIn = async (
  context: Context,
  workspace: string,
  roots: readonly string[],
): Promise<readonly Due[]> => {
  const { schemasFor, settingsFile, settingsWith } = await import('../schemas/editors.ts');
  const ledgers = await Promise.all(roots.map((root) => edited(workspace, root)));
  const schemas = ledgers.flatMap((each) => [...schemasFor(each)]);
  const files: Due[] = schemas.flatMap(([file, text]) => {
    const after = Buffer.from(text);
    const before = standing(context, workspace, file);
    return isSame(before, after) ? [] : [{ workspace, file, before: undefined, after }];
  });
  const given = standing(context, workspace, settingsFile) ?? new Uint8Array();
  const decoded = decode(given);
  const before = 'text' in decoded ? decoded.text : undefined;
  const text = before && settingsWith(before.text, ledgers);
  if (text === undefined) {
    const path = shownFrom(context.io.cwd, join(workspace, settingsFile));
    throw new Failure(exitCodes.findings, () => context.words.schema.notSettings(path));
  }
  const after = encode({ hasMark: before?.hasMark ?? false, text });
  if (isSame(given, after)) return files;
  return [...files, { workspace, file: settingsFile, before: before?.text ?? '', after }];
};

/** What would be written: the settings as a patch, schemas by name. */
const shownOf = async (
  { io, words }: Context,
  { workspace, file, before, after }: Due,
): Promise<string> => {
  const path = visible(shownFrom(io.cwd, join(workspace, file)));
  if (before === undefined) return `${words.schema.would(path, after.length)}\n`;
  const { createTwoFilesPatch } = await import('diff');
  const from = before === '' ? '/dev/null' : `a/${path}`;
  const text = new TextDecoder().decode(after);
  return visible(
    createTwoFilesPatch(from, `b/${path}`, before, text, '', '', {
      headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
    }),
  );
};

/** Sets editors up for the ledgers meant, in the folders that editors are opened on. */
const writeForEditors = async (context: Context, options: Options): Promise<Outcome> => {
  const { io, words } = context;
  const roots = rootsMeant(context, options);
  const due: Due[] = [];
  for (const [workspace, own] of groupedBy(roots, workspaceOf)) {
    due.push(...(await dueIn(context, workspace, own)));
  }
  if (options['dryRun']) {
    const shown = await Promise.all(due.map((each) => shownOf(context, each)));
    return { text: shown.join(''), talk: [words.write.dryRun] };
  }
  if (due.length === 0) return { talk: [words.write.nothing] };
  const pathOf = ({ workspace, file }: Due) => shownFrom(io.cwd, join(workspace, file));
  for (const each of due) {
    try {
      putInto(each.workspace, each.file, each.after);
    } catch (error) {
      throw new Failure(exitCodes.system, (say) => say.notWritten(pathOf(each), reasonOf(error)));
    }
  }
  const ledgers = roots.map((root) => nameOfFolder(context, root));
  return {
    talk: [
      words.schema.wrote(due.map(pathOf), ledgers),
      words.schema.commit,
      words.schema.extension,
    ],
  };
};

export const schema: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('[schema]')
      .option('--write', help.writeForEditors)
      .option('-n, --dry-run', help.dryRun)
      .option('--format <format>', help.format)
      .option('--json', help.json);
  },
  run: async (context, [given], options) => {
    const { words } = context;
    if (options['write']) {
      const others = ['format', 'json'].filter((name) => options[name] !== undefined);
      const besides = given === undefined ? others.map((name) => `--${name}`) : [given];
      if (besides.length > 0) throw usage((say) => say.onlyOneOf(['--write', ...besides]));
      return writeForEditors(context, options);
    }
    if (options['dryRun']) throw usage(words.schema.dryWhat);
    const format = pickFormat(options, ['table', 'json', 'csv', 'markdown'], 'table');
    if (given === undefined) return { document: listed(words), format };
    const { schemas } = await import('../schemas/index.ts');
    const found = schemas.get(given.trim().toLowerCase());
    if (found) return { text: `${JSON.stringify(found, null, 2)}\n` };
    throw usage((say) => say.unknownName(say.things.schema, given, suggest(given, schemaNames)));
  },
};
