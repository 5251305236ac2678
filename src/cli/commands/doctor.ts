/** `reform doctor`: locks, unfinished changes and leftovers of writers: tells of them and mends them. */
import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { visible } from '../../format/escape.ts';
import { backroomOf } from '../../ledger/backroom.ts';
import { readJournal } from '../../ledger/journal.ts';
import { breakLock, isDead, isHere, lockHolder } from '../../ledger/lock.ts';
import { leftovers } from '../../ledger/write.ts';
import type { Command } from '../command.ts';
import { type Context, seen } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { underLock } from '../writing/saving.ts';

interface Finding {
  readonly what: string;
  /** A lock that no writer takes over by itself. */
  readonly isLock?: boolean;
}

const lockFinding = ({ words }: Context, backroom: string): readonly Finding[] => {
  const holder = lockHolder(backroom);
  if (holder === undefined) return [];
  if (holder === null) return [{ what: words.doctor.strangeLock, isLock: true }];
  const { user, host, pid, since, command } = holder;
  if (isDead(holder)) return [{ what: words.doctor.staleLock(user, host, pid, since, command) }];
  // A process that is seen to live on this machine keeps its lock.
  const isLock = !isHere(holder);
  const say = isLock ? words.doctor.foreignLock : words.doctor.liveLock;
  return [{ what: say(user, host, pid, since, command), isLock }];
};

const journalFinding = ({ words }: Context, backroom: string): readonly Finding[] => {
  const journal = readJournal(backroom);
  if (journal === undefined) return [];
  if (journal === null) return [{ what: words.doctor.damagedJournal }];
  const { user, when, command } = journal;
  return [{ what: words.doctor.unfinished(command, user, when) }];
};

const findings = (
  context: Context,
  root: string,
  shown: string,
  backroom: string,
): readonly Finding[] => {
  const lock = lockFinding(context, backroom);
  const holder = lockHolder(backroom);
  // What a writer at work has laid out is no leftover.
  if (holder && isHere(holder) && !isDead(holder)) return lock;
  const left = leftovers(root, backroom).map((path): Finding => {
    const inner = relative(root, path);
    const name = inner.startsWith('..') ? path : seen(shown, inner);
    return { what: context.words.doctor.leftover(name) };
  });
  return [...lock, ...journalFinding(context, backroom), ...left];
};

export const doctor: Command = {
  configure: (commander, { options: help }) => {
    commander
      .option('-n, --dry-run', help.doctorDryRun)
      .option('--force', help.force)
      .option('--wait <seconds>', help.wait);
  },
  run: async (context, _args, options) => {
    const { words } = context;
    const { root, shown } = context.place();
    const backroom = backroomOf(root);
    const holder = lockHolder(backroom) ?? null;
    const found = findings(context, root, shown, backroom);
    const text = found.map(({ what }) => `${visible(what)}\n`).join('');
    if (found.length === 0) return { text: `${words.doctor.clean}\n` };
    if (options['dryRun']) return { text, exit: exitCodes.findings };
    if (options['force'] && found.some(({ isLock }) => isLock)) breakLock(backroom, holder);
    await underLock(context, { wait: '0', ...options }, async () => {});
    const left = existsSync(backroom) ? findings(context, root, shown, backroom) : [];
    const talk = left.length === 0 ? [words.doctor.mended] : left.map(({ what }) => what);
    return { text, talk, exit: left.length === 0 ? exitCodes.ok : exitCodes.findings };
  },
};
