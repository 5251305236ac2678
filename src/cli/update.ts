/**
 * What every update does: finds the items, plans the events, edits the text, checks the edited
 * whole, writes it and says what happened. A command only says which event it records.
 */
import { hintOf, messageOf, renderDiagnostics } from '../format/diagnostics.ts';
import { visible } from '../format/escape.ts';
import { isInGit } from '../ledger/discover.ts';
import { editText } from '../ledger/edit.ts';
import { allKeys, type Loaded, type LoadedFile, load } from '../ledger/load.ts';
import { overlay } from '../ledger/source.ts';
import { encode } from '../ledger/text.ts';
import { type FileEdit, writeFiles } from '../ledger/write.ts';
import { type Change, planEvents } from '../model/change.ts';
import type { Day } from '../model/dates.ts';
import type { Diagnostic, Problem } from '../model/diagnostic.ts';
import type { Event } from '../model/events.ts';
import { type Item, isItem } from '../model/ledger.ts';
import { type View, viewOn } from '../model/view.ts';
import type { Words } from '../words/en.ts';
import { ledgerName } from './answer.ts';
import type { Outcome } from './command.ts';
import { type Context, dayOption, type Opened } from './context.ts';
import { exitCodes, Failure } from './failure.ts';
import { readIdentity } from './identity.ts';
import type { Options } from './options.ts';
import { resolveAny, resolveUnit } from './resolve.ts';

/** What a command may use to make its events. */
export interface Recording {
  readonly context: Context;
  readonly opened: Opened;
  readonly view: View;
  readonly date: Day;
  /** The unit that says so, where it is known. */
  readonly by: string | undefined;
}

const itemsFrom = ({ words }: Context, opened: Opened, given: readonly string[]) => {
  const resolved = given.map((each) => resolveAny(words, opened.ledger, each));
  const items = resolved.map(({ entry }): Item => {
    if (isItem(entry)) return entry;
    throw new Failure(exitCodes.usage, (say) =>
      say.notAnItem(entry.id, words.kinds[entry.kind].one),
    );
  });
  return { items: [...new Set(items)], echoes: resolved.flatMap(({ echo }) => echo ?? []) };
};

const reporter = ({ io, words }: Context, opened: Opened, options: Options) => {
  const given = options['by'] || io.env['REFORM_BY'] || readIdentity(io)?.unit;
  return typeof given === 'string' ? resolveUnit(words, opened.ledger, given) : undefined;
};

const dateFrom = ({ today }: View, options: Options): Day => {
  const date = dayOption('date', options['date']) ?? today;
  if (date > today) throw new Failure(exitCodes.usage, (say) => say.future(date, today));
  return date;
};

/** The new contents of every file that changes. */
const editFiles = (opened: Opened, changes: readonly Change[]): readonly FileEdit[] => {
  const byFile = new Map<string, Change[]>();
  for (const change of changes) {
    byFile.set(change.file, [...(byFile.get(change.file) ?? []), change]);
  }
  return [...byFile].map(([file, own]) => {
    const { bytes, text, parsed } = opened.files.get(file) as LoadedFile;
    const edited = editText(text.text, parsed, own, allKeys);
    if (edited === undefined) {
      throw new Failure(exitCodes.findings, (say) => say.cannotEdit(seen(opened, file)));
    }
    return { file, before: bytes, after: encode({ ...text, text: edited }) };
  });
};

/** Problems of the edited ledger that it did not have before, wherever they stand. */
const newProblems = (before: Loaded, after: Loaded): readonly Diagnostic[] => {
  const keyOf = ({ file, code, params }: Diagnostic) => `${file} ${code} ${JSON.stringify(params)}`;
  // Counted, since the same mistake made once more is a new one.
  const known = new Map<string, number>();
  for (const key of before.diagnostics.map(keyOf)) known.set(key, (known.get(key) ?? 0) + 1);
  return after.diagnostics.filter((each) => {
    const left = known.get(keyOf(each)) ?? 0;
    known.set(keyOf(each), left - 1);
    return left <= 0 && each.severity === 'error';
  });
};

/** A file of the ledger as the user sees it from here. */
const seen = ({ shown }: Opened, file: string): string =>
  shown === '.' ? file : `${shown}/${file}`;

const diffOf = async (opened: Opened, edits: readonly FileEdit[]): Promise<string> => {
  const { createTwoFilesPatch } = await import('diff');
  const decode = (bytes: Uint8Array) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return edits
    .map(({ file, before, after }) => {
      const path = seen(opened, file);
      return createTwoFilesPatch(`a/${path}`, `b/${path}`, decode(before), decode(after), '', '', {
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      });
    })
    .join('');
};

const refuse = async ({ io }: Context, lines: readonly string[]): Promise<never> => {
  await io.stderr.write(lines.map((line) => `${visible(line)}\n`).join(''));
  throw new Failure(exitCodes.findings, (say) => say.refused());
};

const writeOrFail = (opened: Opened, edits: readonly FileEdit[]): void => {
  const shown = (file: string) => seen(opened, file);
  const result = writeFiles(opened.root, edits);
  switch (result.is) {
    case 'written':
      return;
    case 'changed':
      throw new Failure(exitCodes.busy, (say) => say.changedUnderneath(shown(result.file)));
    case 'different':
      throw new Failure(exitCodes.system, (say) => say.notAsMeant(shown(result.file)));
    case 'failed': {
      const { file, reason, written } = result;
      throw new Failure(exitCodes.system, (say) =>
        written.length > 0
          ? say.partlyWritten(shown(file), reason, written.map(shown))
          : say.notWritten(shown(file), reason),
      );
    }
  }
};

/** What a file would say as a key is an option here. */
const optionFor = (words: Words, { code, params }: Problem): string | undefined => {
  if (code === 'event/lacks') return words.write.give(params.missing);
  if (code === 'event/open-criteria') return words.write.giveCriteria(params.open);
  return undefined;
};

const itemAfter = (loaded: Loaded, item: Item): Item | undefined =>
  item.kind === 'measure'
    ? loaded.ledger.byId.measure.get(item.id)
    : loaded.ledger.byId.project.get(item.id);

/** Records one event for each item named, all or none. */
export const update = async (
  context: Context,
  ids: readonly string[],
  options: Options,
  eventFor: (recording: Recording, item: Item) => Promise<Event> | Event,
): Promise<Outcome> => {
  const { words } = context;
  const { opened, view } = await context.read({ toEdit: true, attachments: true });
  const name = ledgerName(opened.ledger, words);
  if (opened.ledger.about.state === 'closed') {
    throw new Failure(exitCodes.findings, (say) => say.closed(name));
  }
  const { items, echoes } = itemsFrom(context, opened, ids);
  const date = dateFrom(view, options);
  const by = reporter(context, opened, options);
  if (by?.echo) echoes.push(by.echo);
  const recording: Recording = { context, opened, view, date, by: by?.entry.id };
  const events: { item: Item; event: Event }[] = [];
  for (const item of items) events.push({ item, event: await eventFor(recording, item) });

  const plan = planEvents(opened.ledger, events);
  if (plan.is === 'refused') {
    const lines = plan.problems.flatMap((problem) => {
      const hint = optionFor(words, problem) ?? hintOf(problem);
      return [messageOf(problem), ...(hint ? [`  ${words.validate.hint}: ${hint}`] : [])];
    });
    return refuse(context, lines);
  }
  const edits = editFiles(opened, plan.changes);
  const edited = load(
    overlay(opened.source, new Map(edits.map(({ file, after }) => [file, after]))),
    {
      attachments: true,
    },
  );
  const problems = newProblems(opened, edited);
  if (problems.length > 0) {
    const medium = { width: context.io.stderr.width, color: false };
    return refuse(context, [renderDiagnostics(problems, { prefix: opened.shown, medium })]);
  }

  const viewAfter = viewOn(edited.ledger, view.today);
  const said = events.flatMap(({ item, event }) => {
    const after = itemAfter(edited, item);
    const from = view.standing(item).status;
    const to = after ? viewAfter.standing(after).status : from;
    return [
      words.write.recorded(item.id, event.event, event.date),
      ...(from === to
        ? []
        : [words.write.moved(item.id, words.statuses[from], words.statuses[to])]),
    ];
  });
  if (options['dryRun']) {
    return { text: await diffOf(opened, edits), talk: [...echoes, ...said, words.write.dryRun] };
  }
  writeOrFail(opened, edits);
  const files = edits.map(({ file }) => seen(opened, file));
  const see = isInGit(opened.root) ? [words.write.see] : [];
  return { talk: [...echoes, ...said, words.write.wrote(files, name), ...see] };
};
