/**
 * From planned changes to the new bytes of files, checked as a whole before anybody writes them: a
 * change that would break something is refused here, with everything that is wrong about it.
 */
import { hintOf, messageOf, renderDiagnostics } from '../../format/diagnostics.ts';
import type { Table } from '../../format/document.ts';
import { visible } from '../../format/escape.ts';
import { cacheOf } from '../../ledger/cache.ts';
import { isSame } from '../../ledger/disk.ts';
import { createText, editText } from '../../ledger/edit.ts';
import { allKeys, type Loaded, load } from '../../ledger/load.ts';
import { overlay } from '../../ledger/source.ts';
import { encode } from '../../ledger/text.ts';
import type { FileEdit } from '../../ledger/write.ts';
import { applyChange, type Change, type Planned, planEvents } from '../../model/change.ts';
import { type Diagnostic, type Problem, sameProblem } from '../../model/diagnostic.ts';
import { groupedBy } from '../../model/groups.ts';
import type { Intent } from '../../model/plan.ts';
import { type View, viewOn } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { type Context, type Opened, type Reading, seen } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';

/** What a command would do. */
export interface Proposal {
  readonly edits: readonly FileEdit[];
  /** What it does, a line for each thing; kept in the history. */
  readonly said: readonly string[];
  /** How names that were typed have been read. */
  readonly echoes: readonly string[];
  /** How many items it is about, and what becomes of them. */
  readonly count: number;
  readonly preview?: Table;
  /** The change in the history that it takes back. */
  readonly undoes?: string;
}

/** What a file would say as a key is an option here. */
const optionFor = (words: Words, { code, params }: Problem): string | undefined => {
  if (code === 'event/lacks') return words.write.give(params.missing);
  if (code === 'event/open-criteria') {
    return words.write.giveCriteria(params.open.map(({ id }) => id));
  }
  if (code === 'event/illegal') return words.write.possible(params.possible);
  if (code === 'event/later-by-amendment') return words.write.postpone(params.id, params.due);
  return undefined;
};

const refuse = async ({ io }: Context, lines: readonly string[]): Promise<never> => {
  await io.stderr.write(lines.map((line) => `${visible(line)}\n`).join(''));
  throw new Failure(exitCodes.findings, (say) => say.refused());
};

/** The changes of a plan, or a refusal that tells all that is wrong with it. */
const changesOf = async (context: Context, plan: Planned): Promise<readonly Change[]> => {
  if (plan.is === 'changes') return plan.changes;
  const { words } = context;
  const lines = plan.problems.flatMap((problem) => {
    const hint = optionFor(words, problem) ?? hintOf(problem, words);
    return [
      messageOf(problem, words),
      ...(hint ? [`  ${words.marks.named(words.validate.hint, hint)}`] : []),
    ];
  });
  return refuse(context, lines);
};

const editFile = (opened: Opened, file: string, changes: readonly Change[]): FileEdit => {
  const loaded = opened.files.get(file);
  const [first, ...others] = changes;
  // What is added to a new file is written with it.
  const text =
    first?.op === 'create'
      ? createText(others.reduce(applyChange, first.value))
      : loaded && editText(loaded.text.text, loaded.parsed, changes, allKeys);
  if (text === undefined) {
    throw new Failure(exitCodes.findings, (say) => say.cannotEdit(seen(opened.shown, file)));
  }
  const after = encode({ hasMark: loaded?.text.hasMark ?? false, text });
  return { file, before: loaded?.bytes ?? null, after };
};

/** The new contents of every file that changes. */
const editFiles = (opened: Opened, changes: readonly Change[]): readonly FileEdit[] => {
  const byFile = groupedBy(changes, ({ file }) => file);
  return [...byFile].map(([file, own]) => editFile(opened, file, own));
};

/** Problems of the edited ledger that it did not have before, wherever they stand. */
export const newProblems = (before: Loaded, after: Loaded): readonly Diagnostic[] => {
  // Counted, since the same mistake made once more is a new one.
  const known = new Map<string, number>();
  for (const key of before.diagnostics.map(sameProblem)) known.set(key, (known.get(key) ?? 0) + 1);
  return after.diagnostics.filter((each) => {
    const left = known.get(sameProblem(each)) ?? 0;
    known.set(sameProblem(each), left - 1);
    return left <= 0 && each.severity === 'error';
  });
};

/** The ledger with the edits made, as it would load. */
export const loadEdited = (
  { source, clean, attachments }: Opened,
  edits: readonly FileEdit[],
): Loaded => {
  const after = new Map(edits.map(({ file, after: bytes }) => [file, bytes]));
  return load(overlay(source, after), { attachments, cache: cacheOf(clean) });
};

/** The ledger as it would be; refuses what the edits break. */
export const checkEdited = async (
  context: Context,
  { opened, view }: Reading,
  edits: readonly FileEdit[],
): Promise<View> => {
  const edited = loadEdited(opened, edits);
  const problems = newProblems(opened, edited);
  if (problems.length > 0) {
    const { io, words } = context;
    const medium = { width: io.stderr.width, color: false };
    return refuse(context, [renderDiagnostics(problems, { prefix: opened.shown, medium, words })]);
  }
  return viewOn(edited.ledger, view.today);
};

/** What is intended as new contents of files, with the ledger as it would be; refused where it breaks something. */
export const editsFor = async (
  context: Context,
  reading: Reading,
  { changes, recorded }: Intent,
  attachments: readonly FileEdit[] = [],
): Promise<{ readonly edits: readonly FileEdit[]; readonly after: View }> => {
  const events = await changesOf(context, planEvents(reading.opened.ledger, recorded));
  // Two items may be proved by one file, and two files may have one name.
  const files = new Map<string, FileEdit>();
  for (const each of attachments) {
    const same = files.get(each.file);
    if (same && !isSame(same.after, each.after)) {
      throw new Failure(exitCodes.usage, (say) => say.otherEvidence(each.file));
    }
    files.set(each.file, each);
  }
  const edits = [...editFiles(reading.opened, [...changes, ...events]), ...files.values()];
  return { edits, after: await checkEdited(context, reading, edits) };
};
