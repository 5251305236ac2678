/**
 * One writer at a time. The lock is a file that appears as a whole (by a hard link) and names its
 * holder. Whoever finds a holder of this machine dead takes its place; of several who try, the one
 * that first links the successor's file of that very lock, whose name is used only once. A lock is
 * never judged by its age.
 */
import { linkSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { discard, reasonOf, replace, writeShared } from './disk.ts';

/** Who holds a lock, and what for. */
export interface Holder {
  readonly id: string;
  readonly pid: number;
  /** When the process began, in the system's own ticks: numbers of processes are used again. */
  readonly started: string | null;
  readonly host: string;
  /** Where process numbers count: containers may share a machine's name and not its processes. */
  readonly space: string | null;
  readonly user: string;
  /** ISO 8601 instant. */
  readonly since: string;
  readonly command: string;
}

/** What was said of a process: its state letter and the tick it began at, where that can be read. */
const processStat = (pid: number): { state: string; started: string } | undefined => {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may itself have brackets and blanks in it.
    const [state = '', ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state, started: rest[18] ?? '' };
  } catch {
    return undefined;
  }
};

const processSpace = (): string | null => {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
};

export const holderNow = (user: string, command: string, now: Date): Holder => ({
  id: crypto.randomUUID(),
  pid: process.pid,
  started: processStat(process.pid)?.started ?? null,
  host: hostname(),
  space: processSpace(),
  user,
  since: now.toISOString(),
  command,
});

/** Whether a holder's process is one of this machine, so that it can be told alive from dead. */
export const isHere = ({ host, space }: Holder): boolean => {
  const own = processSpace();
  return host === hostname() && (space ?? own) === own;
};

/** Whether a holder is proved dead; one of another machine never is. */
export const isDead = (holder: Holder): boolean => {
  const { pid, started } = holder;
  if (!isHere(holder)) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (reasonOf(error) === 'ESRCH') return true;
  }
  const now = processStat(pid);
  if (!now) return false;
  const isGone = now.state === 'Z' || now.state === 'X';
  return isGone || (started !== null && now.started !== started);
};

const lockName = 'lock';
const nextName = (id: string) => `next-${id}`;
const candidateName = (id: string) => `candidate-${id}`;

/** A holder's file: undefined where there is none, null where it says nothing of use. */
const readHolder = (path: string): Holder | null | undefined => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined;
    throw error;
  }
  try {
    const holder = JSON.parse(text) as Partial<Holder>;
    const { id, host, user, since, command, pid = 0 } = holder;
    const isTold = [id, host, user, since, command].every((each) => typeof each === 'string');
    const isWhole = isTold && Number.isInteger(pid) && pid > 0;
    return isWhole ? (holder as Holder) : null;
  } catch {
    return null;
  }
};

export const lockHolder = (backroom: string): Holder | null | undefined =>
  readHolder(join(backroom, lockName));

/** Makes a file appear under a name that nobody has; false where somebody has it. */
const linkAs = (from: string, to: string): boolean => {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (reasonOf(error) === 'EEXIST') return false;
    throw error;
  }
};

/**
 * Takes the place of a dead holder. Only the successor of a lock, or the successor of a successor
 * that died, may replace it, and each of these names is linked by one process alone.
 */
const takeOver = (backroom: string, dead: Holder, own: Holder, candidate: string): boolean => {
  const line = [dead.id];
  for (;;) {
    const claim = join(backroom, nextName(line.at(-1) ?? ''));
    if (linkAs(candidate, claim)) {
      // Somebody may have taken over and cleaned up since we looked.
      const isStill = line.includes(lockHolder(backroom)?.id ?? '');
      try {
        if (isStill) replace(candidate, join(backroom, lockName));
      } finally {
        for (const id of isStill ? line : line.slice(-1)) discard(join(backroom, nextName(id)));
      }
      return isStill && lockHolder(backroom)?.id === own.id;
    }
    const rival = readHolder(claim);
    if (!rival || !isDead(rival)) return false;
    line.push(rival.id);
  }
};

/** Tries once; tells who holds the lock where it is not free. */
const tryOnce = (
  backroom: string,
  own: Holder,
  candidate: string,
): { readonly held: true } | { readonly held: false; readonly by: Holder | null } => {
  if (linkAs(candidate, join(backroom, lockName))) return { held: true };
  const holder = lockHolder(backroom);
  if (holder === undefined) return { held: false, by: null };
  const isOurs = holder !== null && isDead(holder) && takeOver(backroom, holder, own, candidate);
  return isOurs ? { held: true } : { held: false, by: holder };
};

export type Acquired =
  | { readonly is: 'held'; readonly release: () => void }
  | { readonly is: 'busy'; readonly by: Holder | null }
  | { readonly is: 'interrupted' };

/** How to wait for a lock that somebody holds. */
export interface Waiting {
  readonly milliseconds: number;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly isInterrupted: () => boolean;
}

/**
 * Takes the lock, waiting for a live holder as long as is said. Throws what the system says where
 * the folder cannot be written.
 */
export const acquire = async (
  backroom: string,
  own: Holder,
  { milliseconds, pause, isInterrupted }: Waiting,
): Promise<Acquired> => {
  const candidate = join(backroom, candidateName(own.id));
  writeShared(candidate, Buffer.from(`${JSON.stringify(own)}\n`));
  try {
    let waited = 0;
    for (let attempt = 1; ; attempt += 1) {
      const tried = tryOnce(backroom, own, candidate);
      if (tried.held) return { is: 'held', release: () => release(backroom, own) };
      if (isInterrupted()) return { is: 'interrupted' };
      if (waited >= milliseconds) return { is: 'busy', by: tried.by };
      // Longer each time, and never the same for two who started together.
      const most = Math.min(100, 4 * attempt);
      const next = Math.min(milliseconds - waited, Math.ceil(most * (0.5 + Math.random() / 2)));
      await pause(next);
      waited += next;
    }
  } finally {
    discard(candidate);
  }
};

/** Gives the lock back, where it is still ours. */
const release = (backroom: string, own: Holder): void => {
  try {
    if (lockHolder(backroom)?.id === own.id) discard(join(backroom, lockName));
  } catch {
    // What was written stays written; the lock of a process that has ended is taken over.
  }
};

/**
 * Takes a lock away, where it is still the one that was looked at: only somebody who knows that nobody
 * holds it may ask for that.
 */
export const breakLock = (backroom: string, seen: Holder | null): void => {
  if (lockHolder(backroom)?.id === seen?.id) discard(join(backroom, lockName));
};

/** Files of writers that died while they tried for the lock. */
export const orphansOfLock = (backroom: string): readonly string[] => {
  let names: readonly string[];
  try {
    names = readdirSync(backroom);
  } catch {
    return [];
  }
  return names
    .filter((name) => /^(?:candidate|next)-/.test(name))
    .map((name) => join(backroom, name))
    .filter((path) => {
      const holder = readHolder(path);
      return holder === null || (holder !== undefined && isDead(holder));
    });
};
