/**
 * English words for what is done in git: setting a repository up for its ledgers, checking what is to be committed,
 * who owns which files, and what a commit says.
 */
import { list } from './phrases.ts';

const midsts = {
  merge: 'a merge',
  rebase: 'a rebase',
  am: 'applying a patch',
  'cherry-pick': 'a cherry-pick',
  revert: 'a revert',
};

/** Sentences of what ends a command. */
export const gitFailures = {
  unknownAction: (given: string, actions: readonly string[]) => ({
    message: given === '' ? 'say what to do' : `reform git has no action "${given}"`,
    hint: `one of: ${actions.join(', ')}`,
  }),
  setUpBroken: (at: string, reason: string, done: readonly string[]) => ({
    message: [
      `it ended half-way, at ${at}: ${reason}`,
      ...(done.length > 0 ? ['done before that:', ...done] : ['nothing was done before that']),
    ].join('\n'),
    hint: 'mend that and type it again: what is done stays done',
  }),
  commitNobody: (words: string) => ({
    message: `not saved: git does not know who commits (${words})`,
    hint: 'say so once: git config --global user.name "…" && git config --global user.email "…"',
  }),
  commitMidst: (of: keyof typeof midsts) => ({
    message: `not saved: git is in the midst of ${midsts[of]}, which makes a commit of its own`,
    hint: `finish it first (git ${of} --continue) or give it up (git ${of} --abort); without --commit the change can be saved now`,
  }),
  commitLocked: (path: string) => ({
    message: `not saved: another git is at work, or one that died has left ${path}`,
    hint: 'try again; where no git is running, remove that file',
  }),
  commitUncommitted: (file: string) => ({
    message: `not saved: ${file} holds changes that are not committed, and they would go into this commit`,
    hint: 'commit them first, or do without --commit',
  }),
  commitFiltered: (file: string, filter: string) => ({
    message: `not saved: git keeps ${file} by the filter "${filter}", which is not run here`,
    hint: 'do without --commit, and commit it yourself: git add, git commit',
  }),
};

/**
 * What is written into files and settings of a repository, one line each. It is in one language for all: whoever sets
 * the same repository up in another one finds it as it should be.
 */
export const inRepositories = {
  /** What the merge driver is called in git's configuration. */
  driver: 'reform: ledgers by id, attribute and event',
  /** Beside the first mark of a block in a file of others. */
  about: 'put here by reform git install, taken away by reform git uninstall',
  /** What a hook says where the program has gone. */
  unchecked:
    'WARNING: reform is not found, so the ledger was NOT checked. Install it, or run reform git install anew.',
  /** What the merge driver says where the program has gone. */
  byLines:
    'WARNING: reform is not found, so a file of the ledger was merged by lines. Install it, or run reform git install anew.',
  /** What the merge driver says where the program has failed. */
  failed:
    'WARNING: reform failed, so a file of the ledger was merged by lines and is left as a conflict. Look at it before git add, or merge it anew: reform resolve -y',
};

export const git = {
  steps: {
    attributes: (file: string, isPut: boolean) =>
      isPut
        ? `${file}: the ledger's files are merged by reform. Commit this file: it is for everybody.`
        : `${file}: the lines for this ledger are taken away.`,
    hook: (file: string, isPut: boolean) =>
      isPut
        ? `${file}: checks the ledger before each commit.`
        : `${file}: the check is taken away.`,
    setting: (key: string, values: readonly string[]) =>
      values.length > 0
        ? `git config ${key}: ${values.join('; ')}`
        : `git config ${key}: taken away.`,
  },
  left: {
    link: (file: string) => `${file} is a link and was left as it is.`,
    special: (file: string) => `${file} is not a file and was left as it is.`,
    broken: (file: string) =>
      `${file} was left as it is: the marks of reform in it are not as they were put there. Take them away by hand.`,
    'no-script': (file: string) => `${file} is somebody's own program and was left as it is.`,
    'not-executable': (file: string) =>
      `${file} is there and switched off (not executable); it was left as it is.`,
    outside: (folder: string) =>
      `core.hooksPath names ${folder}, which is not of this repository alone; nothing was put there.`,
  },
  callIt: (command: string) =>
    `To have the ledger checked all the same, call from your hook: ${command}`,
  notChosen: (file: string) =>
    `But git does not merge ${file} by reform: other lines of .gitattributes or .git/info/attributes say otherwise.`,
  clone:
    'The hooks and the driver are for this clone only: everybody runs reform git install once.',
  nothing: 'It is so already: nothing was changed.',
  dryRun: 'Dry run: nothing was changed.',

  notThere: (ledger: string) =>
    `${ledger}: this ledger has left its folder; run reform git install for where it lies now.`,
  gone: (ledger: string) =>
    `${ledger}: this commit would take the whole ledger away. A year that is over is closed: reform set ledger state=closed`,
  stopped:
    'The commit was stopped; nothing is lost. Mend it, git add, and commit again; to commit it as it is: git commit --no-verify',

  owners: {
    head: (title: string) => [
      `Who is asked before files of the ledger change: ${title}`,
      'Made by reform git codeowners from the owners of its fields, districts and units; the last line that fits counts.',
    ],
    unknown: (pattern: string, from: readonly string[]) =>
      from.length > 0
        ? `${pattern}: no owners are known of ${list(from, 'and')}`
        : `${pattern}: nobody is named there`,
    /** Of how many files nobody is known. */
    missing: (files: number, all: number) =>
      `No owners are known for ${files} of ${all} patterns; give them with: reform set UNIT owners=@city/team`,
  },

  commit: {
    changes: (ids: string, what: string, title: string | undefined) =>
      title === undefined ? `${ids}: ${what}` : `${ids}: ${what}, ${title}`,
    ids: (ids: readonly string[]) =>
      ids.length > 4 ? `${ids.slice(0, 3).join(', ')} and ${ids.length - 3} more` : ids.join(', '),
    added: 'added',
    removed: 'removed',
    renumbered: (was: string) => `renumbered from ${was}`,
    moved: (file: string) => `moved to ${file}`,
    changed: (attribute: string) => `${attribute} changed`,
    log: 'record edited',
    layout: (files: readonly string[]) => `Layout and comments of ${list(files, 'and')}`,
    would: 'It would be committed with these words:',
    made: (commit: string) => `Committed: ${commit}.`,
    see: (commit: string) => `See it: git show ${commit}   Take it back: git revert ${commit}`,
    ignored: (files: readonly string[]) =>
      `Not committed, since git is told to ignore it: ${list(files, 'and')}.`,
    failed: (reason: string) => `Saved, but NOT committed: ${reason}`,
    behind: 'the files are not all written yet',
    byHand: (files: string) =>
      `Do not record it again; commit it: git add -- ${files} && git commit`,
  },
};
