/**
 * `reform edit`: one record alone in the user's editor, checked when it is saved. What is wrong with
 * it comes back as comments above the text; the text itself is never lost.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import parseArgs from 'string-argv';
import { hintOf, messageOf } from '../../format/diagnostics.ts';
import { oneLine } from '../../format/escape.ts';
import { bytesAt, isSame } from '../../ledger/disk.ts';
import { excerptOf, replaceExcerpt } from '../../ledger/excerpt.ts';
import { isReadable, type LoadedFile } from '../../ledger/load.ts';
import { encode } from '../../ledger/text.ts';
import type { FileEdit } from '../../ledger/write.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { breaches } from '../../model/kept.ts';
import type { Entry } from '../../model/ledger.ts';
import type { Words } from '../../words/en.ts';
import type { Command, Outcome } from '../command.ts';
import { type Context, type Opened, type Reading, seen } from '../context.ts';
import { exitCodes, Failure, isFailure } from '../failure.ts';
import { declareWriter, type Options } from '../options.ts';
import { type Resolved, resolveAny } from '../resolve.ts';
import { change } from '../writing/change.ts';
import { loadEdited, newProblems } from '../writing/proposal.ts';

/** How a comment of ours begins. */
const mark = '# reform: ';

const asComments = (problems: readonly string[]): readonly string[] =>
  problems.map((line) => `${mark}${oneLine(line)}`);

/** The text without the comments that were put above it; lines like them that were there before stay. */
const withoutComments = (text: string, before: string): string => {
  const own = new Set(before.split('\n'));
  return text
    .replace(/^\ufeff/, '')
    .replace(/\r\n/g, '\n')
    .split('\n')
    .filter((line) => !line.startsWith(mark) || own.has(line))
    .join('\n');
};

/** The record as its file has it now. */
const textOf = (opened: Opened, { kind, id, file }: Entry): string | undefined => {
  const entry =
    kind === 'ledger' ? opened.ledger.entries.ledger[0] : opened.ledger.byId[kind].get(id);
  const loaded = opened.files.get(file);
  const text = entry && loaded && excerptOf(loaded.text.text, loaded.parsed, entry.path);
  return text?.replace(/\r\n/g, '\n');
};

const told = (words: Words, problem: Diagnostic): readonly string[] => {
  const hint = hintOf(problem, words);
  return [
    `${words.validate.error}[${problem.code}] ${messageOf(problem, words)}`,
    ...(problem.excerpt === null ? [] : [`  | ${problem.excerpt.trim()}`]),
    ...(hint === undefined ? [] : [`  ${words.marks.named(words.validate.hint, hint)}`]),
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
  const named = io.env['VISUAL'] || io.env['EDITOR'];
  // Without a terminal nobody could use the editor that is there by default.
  if (!named && !io.terminal) throw new Failure(exitCodes.usage, (say) => say.noEditorNamed());
  const fallback = process.platform === 'win32' ? 'notepad' : 'vi';
  const editor = named || fallback;
  const [program = fallback, ...args] = parseArgs(editor);
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { error, status } = spawnSync(program, [...args, file], { stdio: 'inherit', shell: false });
  if (error) throw new Failure(exitCodes.usage, (say) => say.noEditor(editor, error.message));
  if (status !== 0) throw new Failure(exitCodes.findings, (say) => say.editorFailed(editor));
};

/** What the user has left in a file; nothing where it was removed. */
const textIn = (file: string, before: string): string => {
  const bytes = bytesAt(file);
  if (bytes === null) return '';
  try {
    return withoutComments(new TextDecoder('utf-8', { fatal: true }).decode(bytes), before);
  } catch {
    throw new Failure(exitCodes.findings, (say) => say.notUtf8(file));
  }
};

/** An editor that is a program may never give up. */
const mostRounds = 20;

/** Lets the user edit until the text is right; undefined where nothing was changed. */
const edited = (
  context: Context,
  { opened }: Reading,
  entry: Entry,
  before: string,
  file: string,
): string | undefined => {
  const { words } = context;
  let offered = before;
  let comments: readonly string[] = [];
  for (let round = 1; ; round += 1) {
    writeFileSync(file, [...comments, offered].join('\n'), { mode: 0o600 });
    openEditor(context, file);
    const text = textIn(file, before);
    if (text === before || text.trim() === '') return undefined;
    // Saved as it was shown: the user has given up.
    if (comments.length > 0 && (text === offered || round > mostRounds)) {
      const problem = (comments[0] ?? '').slice(mark.length);
      throw new Failure(exitCodes.findings, (say) => say.stillWrong(problem));
    }
    const checked = check(words, opened, entry, text);
    if ('edit' in checked) return text;
    offered = text;
    comments = asComments([...checked.problems, words.edit.giveUp]);
  }
};

/** Ends with the failure that was, and says where the text is kept that the user typed. */
const keeping = (error: unknown, folder: string, file: string, before: string): unknown => {
  const bytes = bytesAt(file);
  const isTyped = bytes !== null && !isSame(bytes, Buffer.from(before)) && bytes.length > 0;
  if (!isTyped) {
    rmSync(folder, { recursive: true, force: true });
    return error;
  }
  if (!isFailure(error)) return error;
  return new Failure(error.exit, (say) => {
    const { message, hint } = error.say(say);
    return { message, hint: say.textKept(hint, file) };
  });
};

/** Saves what was edited, where the record is still what it was. */
const save = (
  context: Context,
  options: Options,
  { entry, echo }: Resolved,
  before: string,
  text: string,
): Promise<Outcome> =>
  change(
    context,
    options,
    async ({ opened }) => {
      if (textOf(opened, entry) !== before) {
        throw new Failure(exitCodes.busy, (say) => say.editedMeanwhile(entry.id));
      }
      const checked = check(context.words, opened, entry, text);
      if ('problems' in checked) {
        const [problem = ''] = checked.problems;
        throw new Failure(exitCodes.findings, (say) => say.stillWrong(problem));
      }
      const said = [context.words.edit.edited(entry.id)];
      return { edits: [checked.edit], said, echoes: echo === undefined ? [] : [echo], count: 1 };
    },
    { attachments: true },
  );

export const edit: Command = {
  configure: (commander, { options: help }) => {
    declareWriter(commander.argument('<id>'), help);
  },
  run: async (context, [id = ''], options) => {
    const { io, words } = context;
    // While the editor is open, Ctrl-C is the editor's.
    io.onInterrupt(() => {});
    const reading = await context.read({ attachments: true });
    const { opened } = reading;
    const meant = resolveAny(words, opened.ledger, id);
    const { entry } = meant;
    const before = textOf(opened, entry);
    if (before === undefined) {
      throw new Failure(exitCodes.findings, (say) =>
        say.cannotEdit(seen(opened.shown, entry.file)),
      );
    }
    const folder = mkdtempSync(join(tmpdir(), 'reform-'));
    const file = join(folder, `${entry.id.replace(/[^A-Za-z0-9.-]/g, '_')}.yaml`);
    try {
      const text = edited(context, reading, entry, before, file);
      const outcome =
        text === undefined
          ? { talk: [words.edit.unchanged] }
          : await save(context, options, meant, before, text);
      rmSync(folder, { recursive: true, force: true });
      return outcome;
    } catch (error) {
      throw keeping(error, folder, file, before);
    }
  },
};
