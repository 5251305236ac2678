/**
 * `reform edit`: one record alone in the user's editor, checked when it is saved. What is wrong with
 * it comes back as comments above the text; the text itself is never lost.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import parseArgs from 'string-argv';
import { hintOf, messageOf } from '../../format/diagnostics.ts';
import { oneLine } from '../../format/escape.ts';
import { excerptOf, replaceExcerpt } from '../../ledger/excerpt.ts';
import { isReadable, type LoadedFile } from '../../ledger/load.ts';
import { encode } from '../../ledger/text.ts';
import type { FileEdit } from '../../ledger/write.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { breaches } from '../../model/kept.ts';
import type { Entry } from '../../model/ledger.ts';
import type { Words } from '../../words/en.ts';
import type { Command } from '../command.ts';
import { type Context, type Opened, type Reading, seen } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';
import { declareWriter } from '../options.ts';
import { resolveAny } from '../resolve.ts';
import { change } from '../writing/change.ts';
import { loadEdited, newProblems } from '../writing/proposal.ts';

/** A comment of ours; taken out again before the text is read. */
const mark = '# reform: ';

const withProblems = (text: string, problems: readonly string[]): string =>
  problems.map((line) => `${mark}${oneLine(line)}\n`).join('') + text;

const withoutProblems = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .split('\n')
    .filter((line) => !line.startsWith(mark))
    .join('\n')
    .replace(/\r\n/g, '\n');

/** The record as its file has it now. */
const textOf = (opened: Opened, { kind, id, file }: Entry): string | undefined => {
  const entry =
    kind === 'ledger' ? opened.ledger.entries.ledger[0] : opened.ledger.byId[kind].get(id);
  const loaded = opened.files.get(file);
  const text = entry && loaded && excerptOf(loaded.text.text, loaded.parsed, entry.path);
  return text?.replace(/\r\n/g, '\n');
};

const told = (words: Words, problem: Diagnostic): readonly string[] => {
  const hint = hintOf(problem);
  return [
    `${words.validate.error}[${problem.code}] ${messageOf(problem)}`,
    ...(problem.excerpt === null ? [] : [`  | ${problem.excerpt.trim()}`]),
    ...(hint === undefined ? [] : [`  ${words.validate.hint}: ${hint}`]),
  ];
};

/** The edited file, or what is wrong with it. */
const check = (
  words: Words,
  opened: Opened,
  entry: Entry,
  text: string,
): { readonly edit: FileEdit } | { readonly problems: readonly string[] } => {
  const { bytes, text: whole, parsed } = opened.files.get(entry.file) as LoadedFile;
  const replaced = replaceExcerpt(whole.text, parsed, entry.path, text);
  if (replaced === undefined) return { problems: [words.edit.cannotPlace] };
  const edit = { file: entry.file, before: bytes, after: encode({ ...whole, text: replaced }) };
  const after = loadEdited(opened, [edit]);
  const found = newProblems(opened, after);
  if (found.length > 0)
    return { problems: found.slice(0, 10).flatMap((each) => told(words, each)) };
  const lost = isReadable(after) ? breaches(opened.ledger, after.ledger) : [];
  const isThere = entry.kind === 'ledger' || after.ledger.byId[entry.kind].has(entry.id);
  if (lost.length === 0 && isThere) return { edit };
  return {
    problems: [
      ...lost.map((each) => words.edit.breach(each)),
      ...(isThere || lost.length > 0 ? [] : [words.edit.newId(entry.id)]),
    ],
  };
};

/** Opens the editor on a file and waits for it. */
const openEditor = ({ io }: Context, file: string): void => {
  const fallback = process.platform === 'win32' ? 'notepad' : 'vi';
  const editor = io.env['VISUAL'] || io.env['EDITOR'] || fallback;
  const [program = fallback, ...args] = parseArgs(editor);
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { error, status } = spawnSync(program, [...args, file], { stdio: 'inherit', shell: false });
  if (error) throw new Failure(exitCodes.usage, (say) => say.noEditor(editor, error.message));
  if (status !== 0) throw new Failure(exitCodes.findings, (say) => say.editorFailed(editor));
};

/** Lets the user edit until the text is right; undefined where nothing was changed. */
const edited = (
  context: Context,
  { opened }: Reading,
  entry: Entry,
  file: string,
): string | undefined => {
  const { words } = context;
  const before = textOf(opened, entry);
  if (before === undefined) {
    throw new Failure(exitCodes.findings, (say) => say.cannotEdit(seen(opened.shown, entry.file)));
  }
  let offered = before;
  let problems: readonly string[] = [];
  for (;;) {
    writeFileSync(file, withProblems(offered, problems), { mode: 0o600 });
    openEditor(context, file);
    const text = withoutProblems(readFileSync(file, 'utf8'));
    if (text === before || text.trim() === '') return undefined;
    // Saved as it was shown: the user has given up, and keeps the text.
    if (problems.length > 0 && text === offered) {
      throw new Failure(exitCodes.findings, (say) => say.stillWrong(problems[0] ?? '', file));
    }
    const checked = check(words, opened, entry, text);
    if ('edit' in checked) return text;
    offered = text;
    problems = [...checked.problems, words.edit.giveUp];
  }
};

export const edit: Command = {
  configure: (commander, { options: help }) => {
    declareWriter(commander.argument('<id>'), help);
  },
  run: async (context, [id = ''], options) => {
    const { io, words } = context;
    // While the editor is open, Ctrl-C is the editor's.
    io.onInterrupt(() => {});
    const first = await context.read({ attachments: true });
    const { entry, echo } = resolveAny(words, first.opened.ledger, id);
    const before = textOf(first.opened, entry);
    const folder = mkdtempSync(join(tmpdir(), 'reform-'));
    const file = join(folder, `${entry.id.replace(/[^A-Za-z0-9.-]/g, '_')}.yaml`);
    const text = edited(context, first, entry, file);
    if (text === undefined) {
      rmSync(folder, { recursive: true, force: true });
      return { talk: [words.edit.unchanged] };
    }
    writeFileSync(file, text, { mode: 0o600 });
    const outcome = await change(
      context,
      options,
      async ({ opened }) => {
        if (textOf(opened, entry) !== before) {
          throw new Failure(exitCodes.busy, (say) => say.editedMeanwhile(entry.id, file));
        }
        const checked = check(words, opened, entry, text);
        if ('problems' in checked) {
          throw new Failure(exitCodes.findings, (say) =>
            say.stillWrong(checked.problems[0] ?? '', file),
          );
        }
        const echoes = echo === undefined ? [] : [echo];
        return { edits: [checked.edit], said: [words.edit.edited(entry.id)], echoes, count: 1 };
      },
      { attachments: true },
    );
    rmSync(folder, { recursive: true, force: true });
    return outcome;
  },
};
