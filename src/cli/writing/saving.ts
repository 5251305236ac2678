/**
 * The order in which every writer works: lock, finish what others left unfinished, read, write, tell,
 * unlock. Asked to stop, it stops before the point of no return or not at all.
 */
import { backroomOf, makeBackroom } from '../../ledger/backroom.ts';
import { isPossible, readJournal, setJournalAside } from '../../ledger/journal.ts';
import { acquire, type Holder, holderNow } from '../../ledger/lock.ts';
import {
  type FileEdit,
  type Recovered,
  recover,
  type Told,
  writeFiles,
} from '../../ledger/write.ts';
import { type Context, seen } from '../context.ts';
import { exitCodes, Failure, isFailure } from '../failure.ts';
import type { Options } from '../options.ts';

/** What a writer may do while it holds the lock. */
interface Locked {
  /**
   * Makes a change and tells what is left to say of it. Fails where nothing was written.
   * @param said what it does, a line for each item
   */
  readonly write: (
    edits: readonly FileEdit[],
    said: readonly string[],
    undoes?: string,
  ) => Promise<readonly string[]>;
}

const defaultWait = 5;

/** Seconds to wait for another writer. */
const waitFrom = (options: Options): number => {
  const given = options['wait'] ?? defaultWait;
  const seconds = Number(given);
  if (!/^\d+(?:\.\d+)?$/.test(String(given)) || seconds > 3_600) {
    throw new Failure(exitCodes.usage, (say) => say.badWait(String(given)));
  }
  return seconds;
};

const busy = (holder: Holder | null, shown: string): Failure =>
  new Failure(exitCodes.busy, (say) =>
    holder
      ? say.locked(shown, holder.user, holder.host, holder.pid, holder.since, holder.command)
      : say.lockedByNobody(shown),
  );

const interrupted = () => new Failure(exitCodes.interrupted, (say) => say.interrupted());

/** What the system refuses before anything is written says so. */
const orUnwritten = async <T>(attempt: () => Promise<T>): Promise<T> => {
  try {
    return await attempt();
  } catch (error) {
    if (isFailure(error)) throw error;
    const { code, path = '' } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure(exitCodes.system, (say) => say.notBegun(path, code));
  }
};

/** Where it is forced, a journal that the system does not let us finish counts as damaged. */
const recoverOr = (root: string, backroom: string, isForced: boolean): Recovered => {
  try {
    return recover(root, backroom);
  } catch (error) {
    if (!isForced || readJournal(backroom) === undefined) throw error;
    return { is: 'damaged' };
  }
};

/** Finishes what a writer before us began, and says so. */
const recoverAloud = async (
  { io, words }: Context,
  root: string,
  shown: string,
  backroom: string,
  isForced: boolean,
): Promise<void> => {
  const recovered = recoverOr(root, backroom, isForced);
  const isStuck = recovered.is === 'damaged' || recovered.is === 'contradicted';
  if (isStuck && isForced) {
    await io.stderr.write(`${words.write.setAside(setJournalAside(backroom))}\n`);
    recover(root, backroom);
    return;
  }
  switch (recovered.is) {
    case 'clean':
      return;
    case 'finished': {
      const { user, when, command } = recovered.journal;
      await io.stderr.write(`${words.write.recovered(command, user, when)}\n`);
      return;
    }
    case 'damaged':
      throw new Failure(exitCodes.unreadable, (say) => say.damagedJournal());
    case 'contradicted': {
      const { file, journal } = recovered;
      throw new Failure(exitCodes.busy, (say) =>
        say.contradicted(seen(shown, file), journal.command, journal.user),
      );
    }
  }
};

/** Does a writer's work while no other writer is at it. */
export const underLock = async <T>(
  context: Context,
  options: Options,
  work: (locked: Locked) => Promise<T>,
): Promise<T> => {
  const { io, words, command } = context;
  const { root, shown } = context.place();
  const milliseconds = 1_000 * waitFrom(options);
  const backroom = backroomOf(root);
  let isInterrupted = false;
  io.onInterrupt(() => {
    isInterrupted = true;
  });
  /** Lets a wish to stop come through. */
  const settle = async () => {
    await io.pause(0);
    await io.pause(0);
    if (isInterrupted) throw interrupted();
  };
  const write: Locked['write'] = async (edits, said, undoes) => {
    // A journal with such a name would not be believed.
    const odd = edits.find(({ file }) => !isPossible(file));
    if (odd) throw new Failure(exitCodes.usage, (say) => say.badName(odd.file));
    await settle();
    const told: Told = {
      when: io.now.toISOString(),
      user: io.user,
      command,
      said,
      undoes: undoes ?? null,
    };
    const result = writeFiles(root, backroom, edits, told, () => isInterrupted);
    switch (result.is) {
      case 'written':
        return [];
      case 'unfinished':
        return [words.write.unfinished(seen(shown, result.file), result.reason)];
      case 'interrupted':
        throw interrupted();
      case 'changed':
        throw new Failure(exitCodes.busy, (say) => say.changedUnderneath(seen(shown, result.file)));
      case 'different':
        throw new Failure(exitCodes.system, (say) => say.notAsMeant(seen(shown, result.file)));
      case 'failed':
        throw new Failure(exitCodes.system, (say) =>
          say.notWritten(seen(shown, result.file), result.reason),
        );
    }
  };
  const acquired = await orUnwritten(async () => {
    makeBackroom(backroom, root);
    // Not when the program began: an editor or a question may have been open for long.
    return acquire(backroom, holderNow(io.user, command, new Date()), {
      milliseconds,
      pause: io.pause,
      isInterrupted: () => isInterrupted,
    });
  });
  if (acquired.is === 'interrupted') throw interrupted();
  if (acquired.is === 'busy') throw busy(acquired.by, shown);
  try {
    await orUnwritten(() =>
      recoverAloud(context, root, shown, backroom, options['force'] === true),
    );
    return await work({ write });
  } finally {
    acquired.release();
  }
};
