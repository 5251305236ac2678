/** English words for merging: what was united, what contradicts itself, and how that is settled. */
import type { ConflictWhy, EntryNote, Side } from '../model/merge/sides.ts';
import { list, plural } from './phrases.ts';

/** What both sides say of the same thing. */
interface Told {
  readonly id: string;
  readonly attribute: string | null;
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/** An entry of a log, with its number before or now. */
interface EntryTold {
  readonly id: string;
  readonly side: Side;
  readonly number: number;
  readonly entry: string;
}

/** An entry that settling would retract. */
interface Taken {
  readonly id: string;
  readonly number: number;
  readonly event: string;
  readonly date: string;
}

/** Sentences of what ends a command. */
export const mergeFailures = {
  driverNeeds: () => ({
    message: 'git gives a merge driver five things: %O %A %B %P %L',
    hint: 'reform git install sets it up',
  }),
  driverUnread: (path: string, code: string) => ({
    message: `${path} cannot be read or written (${code})`,
    hint: undefined,
  }),
  noConflict: (given: string, open: readonly string[]) => ({
    message: `"${given}" is not in conflict`,
    hint: open.length > 0 ? `in conflict: ${list(open, 'and')}` : 'nothing is in conflict',
  }),
  settledByHand: (given: string, file: string, typed: string) => ({
    message: `"${given}" was not settled: ${file} has been worked on by hand and is left as it is`,
    hint: `git checkout -m -- ${typed} brings its conflicts back`,
  }),
  notSettled: (given: string, file: string) => ({
    message: `"${given}" was not settled: ${file} can only be merged by lines`,
    hint: 'settle it by hand; reform resolve tells why',
  }),
  settledByWhom: (entries: readonly Taken[]) => ({
    message: `settling retracts ${list(
      entries.map(({ id, number, event, date }) => `entry ${number} of ${id} (${event} ${date})`),
      'and',
    )}, and somebody has to say so`,
    hint: 'name the unit with --by, or for good with: reform iam UNIT',
  }),
  bothSides: (given: string) => ({
    message: `"${given}" cannot be settled for both sides`,
    hint: 'give it to --ours or to --theirs',
  }),
};

const sides: { readonly [S in Side]: string } = { ours: 'ours', theirs: 'theirs' };

export const merging = {
  side: (side: Side, name: string) => (name === '' ? sides[side] : `${sides[side]}, ${name}`),
  /** What the two sides are, in a rebase and elsewhere. */
  sides: (ours: string, theirs: string, first: Side, isRebase: boolean) =>
    isRebase
      ? `Ours is what is rebased onto (${ours}), theirs your own commit (${theirs}).`
      : `Ours is ${ours}, theirs ${theirs}; on the main line: ${sides[first]}.`,
  upstream: (commit: string) => `onto ${commit}`,
  unknown: 'what is merged',
  stash: 'the stash',
  am: 'the patch',
  nothing: 'none',
  more: (count: number) => `and ${count} more`,

  conflict: (why: ConflictWhy, { id, attribute, base, ours, theirs }: Told): string => {
    switch (why) {
      case 'value':
        return `${id} ${attribute ?? ''}: ours ${ours}, theirs ${theirs} (before: ${base})`;
      case 'contested':
        return `${id} ${attribute ?? ''}: both sides have recorded a change of it: ours ${ours}, theirs ${theirs} (before: ${base})`;
      case 'status':
        return `${id}: the log of ours (${ours}) and that of theirs (${theirs}) are not possible together`;
      case 'entry':
        return `${id}: an entry recorded before was changed differently: ours ${ours}, theirs ${theirs} (before: ${base})`;
      case 'retracted':
        return `${id}: an entry is taken back on one side and was changed or removed on the other: ours ${ours}, theirs ${theirs} (the entry: ${base})`;
      case 'gone':
        return `${id}: deleted on one side, changed on the other`;
      case 'same-id':
        return `${id}: both sides have made another record under this id`;
    }
  },
  settle: (key: string) => `settle with: reform resolve --ours ${key} (or --theirs ${key})`,
  renumberIt: 'reform resolve gives the second one the next number',
  united: (id: string, ours: number, theirs: number) =>
    `${id}: the events of both sides stand in its log (${ours} of ours, ${theirs} of theirs).`,
  renumbered: (from: string, to: string, side: Side) =>
    `${to}: was ${from} on the side of ${sides[side]}; both sides had given out ${from}.`,
  references: (id: string, from: string, to: string) =>
    `${id} names ${from}, which is ${to} now, where it cannot be rewritten: do it by hand.`,
  rewritten: (id: string, from: string, to: string) =>
    `${id}: names ${to} now instead of ${from}, which is what it meant.`,
  entry: (what: EntryNote['what'], { id, side, number, entry }: EntryTold): string => {
    switch (what) {
      case 'reworded':
        return `${id}: ${sides[side]} has rewritten entry ${number}, it was: ${entry}. reform review refuses that.`;
      case 'removed':
        return `${id}: ${sides[side]} has removed entry ${number}, it was: ${entry}. reform review refuses that.`;
      case 'doubled':
        return `${id}: the retraction of ${sides[side]} is not needed, the main line has taken back the same entry: ${entry}.`;
      case 'retracted':
        return `${id}: entry ${number} gives way and is retracted: ${entry}.`;
      case 'again':
        return `${id}: what the main line had taken back stands once more, as entry ${number}: ${entry}.`;
    }
  },
  lost: (id: string, attribute: string | null, side: Side) =>
    attribute === null
      ? `${id}, as ${sides[side]} has it, is not in it.`
      : `${id} ${attribute}: the change of ${sides[side]} is not in it.`,
  lostEvent: (id: string, side: Side, entry: string) =>
    `${id}: an event of ${sides[side]} is not in it as it was: ${entry}.`,
  meant: (typed: string) =>
    `If that is meant: git add ${typed}; to begin anew: git checkout -m -- ${typed}.`,
  edited: (file: string, typed: string) =>
    `${file}: was worked on between its conflict markers and cannot be read as either side has it. It was left as it is: settle the rest by hand, or begin anew with git checkout -m -- ${typed}.`,
  beside: (file: string, typed: string) =>
    `${file}: both sides have this file with other contents; it belongs to the ledger and cannot be merged. Keep one (git checkout --ours -- ${typed}, or --theirs), or both under two names, and correct the entry that names it; then git add it.`,
  renamedTwice: (from: string, ours: string, theirs: string) =>
    `${from}: both sides have renamed it, ours to ${ours}, theirs to ${theirs}. Keep one of them, with what both say, and git rm the others.`,
  movedTo: (id: string, side: Side, to: string, file: string) =>
    `${id} seems to be ${to} now on the side of ${sides[side]} (${file}): what the other side says of it belongs there.`,
  settled: (key: string, side: Side) => `${key}: as ${sides[side]} has it.`,
  reason: (key: string) =>
    `Two branches contradicted each other: ${key} holds as the other entry has it`,
  moved: (comment: string) =>
    `A comment found no place of its own and stands at the end: ${comment}`,
  left: (comment: string) => `A comment went with what was not taken: ${comment}`,
  unread: (file: string, version: 'base' | Side, line: number, problem: string) =>
    `${file}: ${version === 'base' ? 'the version that both began with' : `the version of ${sides[version]}`} cannot be read (line ${line}: ${problem}). It is merged by lines, as git does; settle it by hand.`,
  unwritten: (file: string) =>
    `${file}: no text was found that keeps what both sides have written. It is merged by lines, as git does; settle it by hand.`,
  notText: (file: string) => `${file}: cannot be merged; ours stands.`,
  byHand: (file: string, typed: string) =>
    `${file}: has no conflict markers any more and was left as it is. To merge it anew: git checkout -m -- ${typed}, then reform resolve.`,
  deleted: (file: string) => `${file}: deleted.`,
  outside: (path: string) =>
    `${path} is in conflict too and no file of this ledger: settle it yourself.`,
  none: 'Nothing is in conflict in this ledger.',
  wrote: (files: readonly string[]) => `Wrote ${files.join(', ')}.`,
  open: (count: number) => `${plural(count, 'conflict is', 'conflicts are')} left.`,
  all: 'All conflicts of this ledger are settled.',
  broken: (count: number) =>
    `What comes out has ${plural(count, 'problem', 'problems')} that neither side had:`,
  brokenAtAll: (count: number) => `What comes out has ${plural(count, 'problem', 'problems')}:`,
  dryRun: 'Nothing was written (--dry-run).',
  title: 'Conflicts',
};
