/** The other ledgers of a repository in which two states of one are compared: nobody may take one of them for all. */
import { join, posix } from 'node:path';
import { fatesOf, type LedgerFate } from '../../ledger/git/ledgers.ts';
import type { Repository } from '../../ledger/git/repository.ts';
import { isLedger } from '../../ledger/where.ts';
import type { Words } from '../../words/en.ts';
import { type Context, typed } from '../context.ts';
import { ledgersOnSides, type Side } from '../sides.ts';

/** A ledger beside the one that is compared. */
export interface OtherLedger {
  /** From the repository's top; empty for the top itself. */
  readonly folder: string;
  readonly fate: LedgerFate;
}

/**
 * The other ledgers that are not the same in both states; those that are the same as well where the one that is compared is not
 * in both of them.
 */
export const otherLedgers = (
  repository: Repository,
  before: Side,
  after: Side,
): readonly OtherLedger[] => {
  const ledgers = ledgersOnSides(repository, before, after);
  const isEach = before.isAbsent !== after.isAbsent;
  const compared = [
    ...(before.isAbsent ? [] : [before.folder]),
    ...(after.isAbsent ? [] : [after.folder]),
  ];
  return [...fatesOf(ledgers.before, ledgers.after)].flatMap(([folder, fate]) =>
    compared.includes(folder) || (fate === 'same' && !isEach) ? [] : [{ folder, fate }],
  );
};

/** A folder as it is named in a sentence. */
const folderName = (folder: string): string => (folder === '' ? '.' : folder);

/** Where the ledger was moved from, in a sentence; none where it lies where it lay. */
export const movedSentence = (words: Words, before: Side, after: Side): readonly string[] =>
  before.folder === after.folder || before.isAbsent || after.isAbsent
    ? []
    : [words.diff.ledgerMoved(folderName(before.folder), folderName(after.folder))];

/**
 * A line for each other ledger, with what to type about it where it is in the working folder.
 * @param range as it was typed, option and all
 */
export const otherLedgerLines = (
  { words, place }: Context,
  repository: Repository,
  others: readonly OtherLedger[],
  range: readonly string[],
): readonly string[] =>
  others.map(({ folder, fate }) => {
    const said = words.diff.ledgers[fate](folderName(folder));
    const isHere = fate !== 'same' && isLedger(join(repository.top, folder));
    if (!isHere) return words.diff.ledgers.ended(said);
    const shown = posix.join(place().shown, posix.relative(repository.prefix, folder));
    const command = `reform ${typed(['diff', ...range, '--ledger', shown])}`;
    return words.marks.named(said, command);
  });
