/**
 * From what a command wants to what it says it did: a dry run, a preview that asks, or the change
 * itself, made under the lock.
 */
import { visible } from '../../format/escape.ts';
import { formats } from '../../format/index.ts';
import { workTreeOf } from '../../ledger/backroom.ts';
import { isSame } from '../../ledger/disk.ts';
import { folderSource } from '../../ledger/source.ts';
import type { FileEdit } from '../../ledger/write.ts';
import { placeOf } from '../../model/layout.ts';
import { ledgerName } from '../answer.ts';
import { askWhether } from '../ask.ts';
import type { Outcome } from '../command.ts';
import { type Context, type Opened, type Reading, seen } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';
import { hasColor } from '../io.ts';
import type { Options } from '../options.ts';
import { type Commitment, commitmentFor, commitSaved, previewOf } from './commit.ts';
import type { Proposal } from './proposal.ts';
import { underLock } from './saving.ts';

/** A change of more items than this is shown first. */
const mostUnasked = 3;

/** What would change in the files, as a patch. */
export const diffOf = async (
  { words }: Context,
  opened: Pick<Opened, 'shown'>,
  edits: readonly FileEdit[],
): Promise<string> => {
  const { createTwoFilesPatch } = await import('diff');
  const decode = (bytes: Uint8Array | null) =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes ?? new Uint8Array());
  return edits
    .map(({ file, before, after }) => {
      const path = visible(seen(opened.shown, file));
      // Evidence may be anything.
      if (placeOf(file) === undefined) {
        return `${words.write.binary(path, after?.length ?? 0)}\n`;
      }
      const [from, to] = [before ? `a/${path}` : '/dev/null', after ? `b/${path}` : '/dev/null'];
      return createTwoFilesPatch(from, to, decode(before), decode(after), '', '', {
        headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true },
      });
    })
    .join('');
};

/** Shows what would become of many items and asks; without anybody to ask it goes no further. */
const confirm = async (context: Context, proposal: Proposal): Promise<void> => {
  const { io, words } = context;
  const { count, preview, echoes } = proposal;
  if (count <= mostUnasked) return;
  const render = await formats['table']?.();
  const blocks = preview ? [preview] : [];
  const medium = { width: io.stderr.width, color: hasColor(io, io.stderr) };
  const table = render?.({ kind: 'preview', facts: {}, blocks }, medium) ?? '';
  await io.stderr.write(echoes.map((line) => `${visible(line)}\n`).join('') + table);
  if (!io.terminal) throw new Failure(exitCodes.usage, (say) => say.askYes(count));
  if (await askWhether(io.terminal, words, words.ask.confirm(count))) return;
  throw new Failure(exitCodes.findings, (say) => say.declined());
};

/** Whether the files of a ledger are still what they were when it was read. */
const isAsRead = ({ root, files }: Opened): boolean => {
  const source = folderSource(root);
  const now = source.list().filter((file) => placeOf(file) !== undefined);
  return (
    now.length === files.size &&
    now.every((file) => {
      const read = source.read(file);
      return read.is === 'bytes' && isSame(read.bytes, files.get(file)?.bytes ?? null);
    })
  );
};

/** How a change is made. */
interface Manner {
  /** Whether files that evidence refers to are checked. */
  readonly attachments?: boolean;
  readonly evenClosed?: boolean;
}

/** Makes a change, or shows it. */
export const change = async (
  context: Context,
  options: Options,
  propose: (reading: Reading) => Promise<Proposal>,
  { attachments = false, evenClosed = false }: Manner = {},
): Promise<Outcome> => {
  const { words } = context;
  const proposed = async (how: Parameters<Context['read']>[0]) => {
    const reading = await context.read({ ...how, attachments });
    const { ledger } = reading.opened;
    if (ledger.about.state === 'closed' && !evenClosed) {
      throw new Failure(exitCodes.findings, (say) => say.closed(ledgerName(ledger, words)));
    }
    return { ...reading, proposal: await propose(reading) };
  };
  const committing = async (
    opened: Opened,
    { edits }: Proposal,
  ): Promise<Commitment | undefined> =>
    options['commit'] === true && edits.length > 0
      ? commitmentFor(context, opened, edits)
      : undefined;
  // Bytes of another encoding have become this character before anybody could look at them.
  if (context.command.includes('\ufffd')) {
    throw new Failure(exitCodes.usage, (say) => say.notUtf8(words.theCommand));
  }
  // What is refused or only shown needs no lock.
  const first = await proposed({});
  if (options['dryRun']) {
    const { edits, said, echoes } = first.proposal;
    const text = await diffOf(context, first.opened, edits);
    const commitment = await committing(first.opened, first.proposal);
    const committed = commitment ? previewOf(context, commitment) : [];
    return { text, talk: [...echoes, ...said, ...committed, words.write.dryRun] };
  }
  if (!options['yes']) await confirm(context, first.proposal);
  if (first.proposal.edits.length === 0) {
    return { talk: [...first.proposal.echoes, ...first.proposal.said, words.write.nothing] };
  }
  return underLock(context, options, async ({ write }) => {
    const { opened, proposal } = isAsRead(first.opened)
      ? first
      : await proposed({ isLocked: true, known: first.opened.clean });
    const { edits, said, echoes } = proposal;
    // Not before: somebody else's command may have been between its change and its commit.
    const commitment = await committing(opened, proposal);
    // Nothing that the system could refuse stands behind the write.
    const isInGit = workTreeOf(opened.root) !== undefined;
    const rest = await write(edits, said, proposal.undoes);
    const files = (isRemoved: boolean) =>
      edits
        .filter(({ after }) => (after === null) === isRemoved)
        .map(({ file }) => seen(opened.shown, file));
    const wrote = words.write.wrote(files(false), files(true), ledgerName(opened.ledger, words));
    if (commitment) {
      const { talk = [], ...ending } = commitSaved(context, opened, commitment, rest);
      return { talk: [...echoes, ...said, wrote, ...talk], ...ending };
    }
    const see = words.write.see(isInGit, proposal.undoes === undefined);
    return { talk: [...echoes, ...said, wrote, ...rest, ...see] };
  });
};
