/** Ends a command that compares where one of the sides cannot be read, and tells what is wrong with it. */
import { posix } from 'node:path';
import { renderDiagnostics } from '../../format/diagnostics.ts';
import type { Repository } from '../../ledger/git/repository.ts';
import { isUnreadable } from '../../model/diagnostic.ts';
import type { Context } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';
import { type Side, shortId, unreadableSide } from '../sides.ts';

/** Problems that are shown; one is enough to see what sort they are of. */
const most = 3;

/** A ledger's folder on a side, as git itself calls it from here: `1a2b3c4d5e:./data/2022`, `:./data/2022`. */
const folderOn = (
  { commit, blobs, folder }: Side,
  { shown, prefix }: { readonly shown: string; readonly prefix: string },
): string => {
  if (commit === null && blobs === null) return shown;
  const path = posix.join(shown, posix.relative(prefix, folder));
  return `${commit === null ? '' : shortId(commit)}:${path.startsWith('.') ? path : `./${path}`}`;
};

/**
 * Writes the problems of a side that cannot be read to standard error.
 * @throws Failure where there is one
 */
export const refuseUnreadable = async (
  { io, words, place }: Context,
  { prefix }: Repository,
  ...sides: readonly Side[]
): Promise<void> => {
  const side = unreadableSide(...sides);
  if (!side) return;
  const bad = side.diagnostics.filter(({ code }) => isUnreadable(code));
  const told = renderDiagnostics(bad.slice(0, most), {
    prefix: folderOn(side, { shown: place().shown, prefix }),
    medium: { width: io.stderr.width, color: false },
    words,
  });
  await io.stderr.write(`${told}\n`);
  throw new Failure(exitCodes.unreadable, (say) => say.unreadableSide(side.label, bad.length));
};
