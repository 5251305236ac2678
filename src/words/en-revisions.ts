/** English words for what git holds, and for why it could not be asked. */
import { plural } from './phrases.ts';

/** Sentences of what ends a command because git cannot answer. */
export const revisionFailures = {
  gitAbsent: () => ({
    message: 'git is not installed here, or cannot be started',
    hint: 'what is committed can be told by git alone; the ledger itself is read without it',
  }),
  noRepository: (folder: string) => ({
    message: `${folder} does not lie in a git repository`,
    hint: 'begin one: git init && git add . && git commit',
  }),
  bareRepository: (folder: string) => ({
    message: `${folder} is a git repository without a working folder`,
    hint: 'clone it, and ask in the clone',
  }),
  unborn: () => ({
    message: 'nothing has been committed here yet',
    hint: 'commit the ledger first: git add . && git commit',
  }),
  unknownRevision: (name: string) => ({
    message: `git knows no revision "${name}"`,
    hint: 'a branch, a tag, a commit, HEAD~1; two of them as A..B',
  }),
  missingObject: (detail: string) => ({
    message: `this clone does not hold all that is committed: ${detail}`,
    hint: 'fetch it first, such as by git fetch --refetch; in CI clone without a filter',
  }),
  shallow: (name: string) => ({
    message:
      name === ''
        ? 'this clone is shallow: its history ends before the two have anything in common'
        : `this clone is shallow: its history ends before "${name}"`,
    hint: 'git fetch --unshallow; on GitHub fetch-depth: 0 for actions/checkout, on GitLab GIT_DEPTH: 0',
  }),
  noMainLine: () => ({
    message: 'no main line is known here: neither origin/HEAD nor main nor master',
    hint: 'say where the change begins: reform review A..B',
  }),
  emptySide: (range: string) => ({
    message: `a side of the range "${range}" is empty`,
    hint: 'name both, such as main..HEAD; in a script look whether a variable was set',
  }),
  unrelated: () => ({
    message: 'the two have no common ancestor in git',
    hint: 'compare them as they are: reform diff A..B',
  }),
  gitDamaged: (file: string) => ({
    message: `what git keeps of the branch cannot be read: ${file}`,
    hint: 'commit nothing now; git fsck and git reflog tell what can be saved',
  }),
  gitRefused: (words: string) => ({
    message: `git refuses: ${words}`,
    hint: undefined,
  }),
  rangeAndStaged: () => ({
    message: '--staged compares with what is staged, so that A..B leaves it nothing to do',
    hint: 'reform diff --staged, or reform diff A --staged',
  }),
  sparse: (files: number, folder: string) => ({
    message: `${plural(files, 'file', 'files')} of the ledger ${files === 1 ? 'is' : 'are'} not checked out here (sparse checkout)`,
    hint: `git sparse-checkout add ${folder}`,
  }),
};

/** How the two states that are compared are called. */
export const revisions = {
  workTree: 'working folder',
  staged: 'what is staged',
  /** A revision as it was named, and the beginning of its id. */
  commit: (name: string, id: string) => (name === id ? id : `${name} (${id})`),
  between: (from: string, to: string) => `${from} → ${to}`,
};
