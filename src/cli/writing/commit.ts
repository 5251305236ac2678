/**
 * `--commit`: what a writer changed becomes a commit of its own, with a message in the ledger's language and a trailer
 * for each record and each piece of evidence. What would keep it from being one is told before anything is written.
 */
import { oneLine } from '../../format/escape.ts';
import { backroomOf } from '../../ledger/backroom.ts';
import { commitFiles, type Hindrance, type Ready, readyToCommit } from '../../ledger/git/commit.ts';
import { repositoryOf } from '../../ledger/git/repository.ts';
import { isGitTrouble } from '../../ledger/git/run.ts';
import { largestEvidence } from '../../ledger/source.ts';
import type { FileEdit } from '../../ledger/write.ts';
import { type Difference, differencesOf, recordOf } from '../../model/diff.ts';
import type { Event, Evidence } from '../../model/events.ts';
import { titleOf } from '../../model/facts.ts';
import type { Ledger } from '../../model/ledger.ts';
import type { Words } from '../../words/en.ts';
import type { Outcome } from '../command.ts';
import { type Context, type Opened, seen, typed, wordsIn } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';
import { fromGit } from '../git.ts';
import { sayingsOf, unitName } from '../sayings.ts';
import { inert } from './inert.ts';
import { loadEdited } from './proposal.ts';

/** A commit that can be made, with what it says. */
export interface Commitment {
  readonly ready: Ready;
  readonly message: string;
}

/** What happened, in a word or two. */
const whatOf = (words: Words, difference: Difference): string => {
  const { commit } = words.git;
  switch (difference.is) {
    case 'added':
    case 'removed':
      return commit[difference.is];
    case 'renumbered':
      return commit.renumbered(difference.before.id);
    case 'moved':
      return commit.moved(difference.after.file);
    case 'attribute':
      return commit.changed(words.facts[difference.name] ?? difference.name);
    case 'log':
      return difference.how === 'appended' ? words.events[difference.event.event] : commit.log;
  }
};

/** What an event says beside its name, in one line. */
const detailsOf = (words: Words, ledger: Ledger, event: Event): readonly string[] => [
  event.date,
  ...(event.by === undefined ? [] : [unitName(ledger, words, event.by) ?? event.by]),
  ...sayingsOf(words, event),
];

/** A line of its own for what happened to a record; it begins with the record's id, whatever else it says. */
const lineOf = (words: Words, ledger: Ledger, difference: Difference): string => {
  const what = whatOf(words, difference);
  const details = difference.is === 'log' ? detailsOf(words, ledger, difference.event) : [];
  const record = recordOf(difference);
  const named = difference.is === 'added' || difference.is === 'removed';
  const title = named ? [titleOf(record, words.language)] : [];
  return words.marks.named(record.id, [what, ...title, ...details].join(' · '));
};

/** The longest first line of a message, in characters; longer ones are cut short by most programs. */
const longestSubject = 72;

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length > longestSubject
    ? `${characters.slice(0, longestSubject - 1).join('')}…`
    : text;
};

/** The events that a change adds. */
const addedEvents = (before: Ledger, after: Ledger): readonly Event[] =>
  differencesOf(before, after).flatMap((each) => (each.is === 'log' ? [each.event] : []));

/**
 * The files that events give as evidence and that lay here before: a claim is not committed without its proof. They
 * stay as they are.
 */
const evidenceBeside = (
  { source }: Opened,
  edits: readonly FileEdit[],
  events: readonly Event[],
): readonly FileEdit[] => {
  const named = events.flatMap((event) => (event.evidence ?? []).flatMap(({ file }) => file ?? []));
  return [...new Set(named)]
    .filter((file) => edits.every((edit) => edit.file !== file))
    .flatMap((file) => {
      const read = source.read(file, largestEvidence);
      return read.is === 'bytes' ? [{ file, before: read.bytes, after: read.bytes }] : [];
    });
};

/** What a piece of evidence is, so that it can be found again; a file by its content as well. */
const evidenceLine = ({ document, url, file, sha256 }: Evidence): string =>
  [document, url, file, sha256 && `sha256:${sha256}`].filter(Boolean).join(' ');

/** Text of a ledger as it stands in a message: on one line, and nothing that a host acts on. */
const told = (text: string): string => inert(oneLine(text));

/**
 * What a commit says of a change: a line that says what happened, a line for each thing, and as its last paragraph
 * the trailers. Nothing of the ledger can begin a line or a trailer of its own.
 */
const messageFor = (
  words: Words,
  before: Ledger,
  after: Ledger,
  files: readonly string[],
): string => {
  const { commit } = words.git;
  const differences = differencesOf(before, after);
  const ids = [...new Set(differences.map((each) => recordOf(each).id))];
  const whats = [...new Set(differences.map((each) => whatOf(words, each)))];
  const [first] = differences;
  const title = first && ids.length === 1 ? titleOf(recordOf(first), words.language) : undefined;
  const what = whats.slice(0, 3).join(words.comma) + (whats.length > 3 ? '…' : '');
  const subject = first ? commit.changes(commit.ids(ids), what, title) : commit.layout(files);
  const evidence = addedEvents(before, after).flatMap((event) =>
    (event.evidence ?? []).map(evidenceLine),
  );
  const paragraphs = [
    [shortened(told(subject))],
    differences.map((each) => told(lineOf(words, after, each))),
    [
      ...ids.map((id) => `Reform-Id: ${told(id)}`),
      ...new Set(evidence.map((each) => `Evidence: ${told(each)}`)),
    ],
  ];
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
};

/** What keeps a change from being committed, as a failure; nothing has been written. */
const refused = (shown: string, hindrance: Hindrance): Failure => {
  switch (hindrance.is) {
    case 'unborn':
      return new Failure(exitCodes.usage, (say) => say.unborn());
    case 'nobody':
      return new Failure(exitCodes.usage, (say) => say.commitNobody(hindrance.detail));
    case 'midst':
      return new Failure(exitCodes.findings, (say) => say.commitMidst(hindrance.of));
    case 'locked':
      return new Failure(exitCodes.busy, (say) => say.commitLocked(hindrance.path));
    case 'uncommitted':
      return new Failure(exitCodes.findings, (say) =>
        say.commitUncommitted(seen(shown, hindrance.file)),
      );
    case 'filtered':
      return new Failure(exitCodes.findings, (say) =>
        say.commitFiltered(seen(shown, hindrance.file), hindrance.filter),
      );
  }
};

/**
 * The commit that edits would be.
 * @throws Failure where they cannot be committed
 */
export const commitmentFor = (
  { io }: Context,
  opened: Opened,
  edits: readonly FileEdit[],
): Promise<Commitment> =>
  fromGit(async () => {
    const { ledger, root, shown } = opened;
    const after = loadEdited(opened, edits).ledger;
    const all = [...edits, ...evidenceBeside(opened, edits, addedEvents(ledger, after))];
    const ready = readyToCommit(repositoryOf(root), all, io.env);
    if (ready.is !== 'ready') throw refused(shown, ready);
    const words = await wordsIn(ledger.about.language);
    const files = edits.map(({ file }) => file);
    return { ready, message: messageFor(words, ledger, after, files) };
  });

/** The words of a commit that is not made. */
export const previewOf = (
  { words }: Context,
  { ready, message }: Commitment,
): readonly string[] => [
  words.git.commit.would,
  ...message
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : `  ${line}`)),
  ...leftOut(words, ready),
];

const leftOut = ({ git }: Words, { ignored }: Ready): readonly string[] =>
  ignored.length > 0 ? [git.commit.ignored(ignored)] : [];

/** What is left to say, and where it is not committed the exit code. */
type Ending = Pick<Outcome, 'talk' | 'exit'>;

/**
 * Commits what has just been saved. What keeps git from it now cannot take the change back: it is told, with what to
 * type, and the command does not end as if all were well.
 * @param unwritten why the files may not be what was meant yet; none where they are
 */
export const commitSaved = (
  { words }: Context,
  { root, shown }: Opened,
  { ready, message }: Commitment,
  unwritten: readonly string[],
): Ending => {
  const { commit } = words.git;
  const files = ready.kept.map(({ file }) => seen(shown, file));
  const failed = (reason: string): Ending => ({
    talk: [...unwritten, commit.failed(reason), commit.byHand(typed(files))],
    exit: exitCodes.system,
  });
  if (unwritten.length > 0) return failed(commit.behind);
  if (ready.kept.length === 0) return { talk: leftOut(words, ready) };
  try {
    const made = commitFiles(ready, backroomOf(root), message).slice(0, 12);
    return { talk: [commit.made(made), ...leftOut(words, ready), commit.see(made)] };
  } catch (error) {
    if (isGitTrouble(error)) return failed(error.detail || error.kind);
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return failed(code);
  }
};
