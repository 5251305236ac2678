/** `reform undo`: takes back the user's own last command as a whole, again and again. */
import { type Document, faint } from '../../format/document.ts';
import { backroomOf } from '../../ledger/backroom.ts';
import { commitOf } from '../../ledger/git/committed.ts';
import { isContent, type Journal, readHistory, steadySource } from '../../ledger/journal.ts';
import { largestEvidence, type Source } from '../../ledger/source.ts';
import type { FileEdit } from '../../ledger/write.ts';
import type { Words } from '../../words/en.ts';
import type { Command } from '../command.ts';
import { type Context, type Reading, seen } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';
import { declareCareful, pickFormat } from '../options.ts';
import { change } from '../writing/change.ts';
import { checkEdited, type Proposal } from '../writing/proposal.ts';

type History = readonly (Journal | null)[];

const refused = (say: ConstructorParameters<typeof Failure>[1]) =>
  new Failure(exitCodes.findings, say);

const bytesIn = (source: Source, file: string): Uint8Array | null => {
  const read = source.read(file, largestEvidence);
  return read.is === 'bytes' ? read.bytes : null;
};

/**
 * A user's commands that can be taken back, the last one first. What git or somebody's hand has taken
 * back already is not among them.
 */
const ownCommands = (history: History, user: string, source: Source): readonly Journal[] => {
  const undone = new Set(history.map((each) => each?.undoes));
  const isThere = ({ files }: Journal) =>
    files.some(({ file, before }) => !isContent(before, bytesIn(source, file)));
  return history
    .filter((each) => each !== null)
    .filter((each) => each.user === user && each.undoes === null && !undone.has(each.id))
    .filter(isThere)
    .reverse();
};

/** What taking a command back does to its files. */
const editsBack = ({ opened }: Reading, history: History, last: Journal): readonly FileEdit[] => {
  const { root, shown, source } = opened;
  const since = history.slice(history.indexOf(last) + 1).reverse();
  // What cannot be read may be a later command of the same user.
  if (since.includes(null)) throw refused((say) => say.damagedHistory());
  return last.files.map(({ file, before, after }) => {
    const bytes = bytesIn(source, file);
    if (!isContent(after, bytes)) {
      const by = since.find((each) => each?.files.some((other) => other.file === file));
      throw refused((say) =>
        say.changedSince(seen(shown, file), last.command, by?.user, by?.command, by?.when),
      );
    }
    const commit = bytes && commitOf(root, file, bytes);
    if (commit) throw refused((say) => say.committed(seen(shown, file), last.command, commit));
    if (bytes && commit === null) throw refused((say) => say.gitRefuses(seen(shown, file)));
    if (before === null) return { file, before: bytes, after: null };
    if (before.text === undefined) throw refused((say) => say.damagedHistory());
    return { file, before: bytes, after: Buffer.from(before.text) };
  });
};

/** A long text is shown by its beginning. */
const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

const listed = (words: Words, own: readonly Journal[]): Document => ({
  kind: 'undo',
  facts: {
    commands: own.map(({ id, when, user, command, said, files }) => ({
      ...{ id, when, user, command, said },
      files: files.map(({ file }) => file),
    })),
  },
  blocks: [
    {
      is: 'table',
      columns: [
        { key: 'when', heading: words.undo.when, keeps: 'whole' },
        { key: 'command', heading: words.undo.command, keeps: 'text' },
        { key: 'said', heading: words.undo.said, keeps: 'text' },
      ],
      rows: own.map(({ when, command, said }) => [
        { text: when.slice(0, 16).replace('T', ' ') },
        { text: short(command) },
        { text: short(words.marks.sentences(said)) },
      ]),
    },
    faint([own.length > 0 ? words.undo.next : words.undo.nothing]),
  ],
});

const proposeUndo = async (context: Context, reading: Reading): Promise<Proposal> => {
  const { io, words } = context;
  const history = readHistory(backroomOf(reading.opened.root));
  const [last] = ownCommands(history, io.user, reading.opened.source);
  if (!last) throw refused((say) => say.nothingToUndo(io.user));
  const edits = editsBack(reading, history, last);
  await checkEdited(context, reading, edits);
  const said = [words.undo.undone(last.command), ...last.said.map((line) => words.undo.was(line))];
  return { edits, said, echoes: [], count: 1, undoes: last.id };
};

export const undo: Command = {
  configure: (commander, { options: help }) => {
    declareCareful(
      commander
        .option('--list', help.undoList)
        .option('--format <format>', help.format)
        .option('--json', help.json),
      help,
    );
  },
  run: async (context, _args, options) => {
    if (options['list']) {
      const { root } = context.place();
      const backroom = backroomOf(root);
      const { source } = steadySource(root, backroom);
      const own = ownCommands(readHistory(backroom), context.io.user, source);
      const format = pickFormat(options, ['table', 'json', 'csv', 'markdown'], 'table');
      return { document: listed(context.words, own), format };
    }
    // A copy of evidence may be what somebody else has referred to since; and closing can be undone.
    const how = { attachments: true, evenClosed: true };
    return change(context, options, (reading) => proposeUndo(context, reading), how);
  },
};
