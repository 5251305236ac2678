/** English words for what was recorded when and by whom, and for what was known by a day. */
import { list, plural } from './phrases.ts';

/** Sentences of what keeps a ledger from being asked about as it was known by a day. */
export const historyFailures = {
  noKnownBy: (command: string) => ({
    message: `${command} writes or compares, or is about no day: it cannot go by what was known by one`,
    hint: '--known-by goes with what is asked: list, show, summary, due, inbox, log …',
  }),
  knownTooEarly: (day: string, first: string, isCutOff: boolean) => ({
    message: `nothing had been recorded by ${day}: the main line begins on ${first}${isCutOff ? ' in this shallow clone' : ''}`,
    hint: isCutOff
      ? 'git fetch --unshallow brings the rest of the history'
      : `from the first day on: --known-by ${first}`,
  }),
  knownWithoutLedger: (day: string, commit: string) => ({
    message: `there was no such ledger yet by ${day} (commit ${commit})`,
    hint: 'when it began: reform log ledger',
  }),
};

export const history = {
  columns: {
    recorded: 'RECORDED',
    author: 'AUTHOR',
    happened: 'HAPPENED',
    late: 'LATE',
    id: 'ID',
    what: 'WHAT',
    by: 'BY',
    commit: 'COMMIT',
  },
  notCommitted: 'not committed yet',
  orBefore: (day: string) => `on or before ${day}`,
  /** A record that came, with its name. */
  added: (kind: string, title: string) => `${kind} added: ${title}`,
  removed: (kind: string, title: string) => `${kind} removed: ${title}`,
  /** Many records that came, or went, in one commit. */
  addedMany: (counts: readonly string[], entries: number) =>
    `added: ${list(counts, 'and')}${entries > 0 ? `; ${plural(entries, 'entry of a log', 'entries of logs')}` : ''}`,
  removedMany: (counts: readonly string[], entries: number) =>
    `removed: ${list(counts, 'and')}${entries > 0 ? `; ${plural(entries, 'entry of a log', 'entries of logs')}` : ''}`,
  /** What one commit did to many records. */
  entriesMany: (entries: number, records: number) => `${entries} entries of ${records} records`,
  rewrittenMany: (entries: number, records: number) =>
    `${entries} entries of ${records} records changed, removed or moved`,
  changedMany: (changes: number, records: number) =>
    `${changes} values, places or ids of ${records} records changed`,
  event: (event: string, says: readonly string[]) => [event, ...says].join(' · '),
  count: (shown: number, all: number) =>
    shown === all
      ? `${plural(all, 'change', 'changes')} recorded.`
      : `${shown} of ${plural(all, 'change', 'changes')}; more with a larger --limit.`,
  nothing: 'Nothing is recorded of it.',
  clock:
    "Recorded: the day it first stood on the main line, by the committer's clock. Happened: the day the entry gives. Late: the days between them.",
  shallow:
    'This clone is shallow: what its oldest commits hold was recorded on or before the day shown. git fetch --unshallow brings the rest.',
  unread: (versions: number, commit: string, file: string) =>
    `${plural(versions, 'version of a file', 'versions of files')} could not be read and ${versions === 1 ? 'was' : 'were'} passed over: ${file} in ${commit}${versions > 1 ? ' …' : ''}`,
  unreadHead:
    'What is not committed yet is not told: the last commit holds files that cannot be read. See reform diff.',
  knownBy: (day: string, commit: string) => `as known by ${day}, commit ${commit}`,
  /** @param isPart only of the records that the answer is about, and others have some */
  late: (count: number, by: string, day: string, isPart: boolean) =>
    count === 0
      ? `Nothing ${isPart ? 'of these records ' : ''}that had happened by ${day} was recorded after ${by}.`
      : `Not yet recorded by ${by}, though it had happened by ${day}: ${plural(count, 'entry', 'entries')}.`,
  lateEntry: (
    id: string,
    event: string,
    happened: string,
    recorded: string | null,
    days: number | null,
  ) =>
    recorded === null
      ? `${id}: ${event} ${happened}, not committed yet`
      : `${id}: ${event} ${happened}, recorded ${recorded}${days !== null && days > 0 ? ` (${plural(days, 'day', 'days')} late)` : ''}`,
  /** Entries of one record by their number, with the first and the last day of what they tell. */
  lateRecord: (id: string, count: number, first: string, last: string) =>
    `${id}: ${plural(count, 'entry', 'entries')}, ${first === last ? first : `${first} to ${last}`}`,
  lateMore: (count: number) => `and ${count} more, all of them with --json`,
  lateOthers: (count: number) => `and ${count} of other records, all of them with --json`,
};
