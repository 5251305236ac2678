/**
 * What git is merging at the moment: which operation, what its two sides are, and which of them is on the main line. Read
 * from git's own files and by asking about commits.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Side } from '../../model/merge/sides.ts';
import type { Repository } from '../git/repository.ts';
import { ask, tell } from '../git/run.ts';

/** What leaves files in conflict; `other` is anything that keeps no record of itself. */
type Operation = 'merge' | 'rebase' | 'am' | 'cherry-pick' | 'revert' | 'stash' | 'other';

/** One side: its commit, and the branch or what git was told to merge, where that is known. */
export interface Merging {
  readonly commit: string | undefined;
  /** Text of strangers. */
  readonly name: string | undefined;
}

export interface Midst {
  readonly operation: Operation;
  readonly ours: Merging;
  readonly theirs: Merging;
  /** The side on the main line, which keeps its numbers and comes first. */
  readonly first: Side;
}

/** Variables of the environment, as git gives them to a merge driver. */
type Env = { readonly [name: string]: string | undefined };

const lineIn = (folder: string, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const path = join(folder, name);
    if (existsSync(path)) return readFileSync(path, 'utf8').split('\n')[0]?.trim() || undefined;
  }
  return undefined;
};

const branchOf = (ref: string | undefined): string | undefined =>
  ref?.replace(/^ref: /, '').match(/^refs\/(?:heads|remotes)\/(.+)$/)?.[1];

const commitOf = ({ top }: Repository, name: string): string | undefined => {
  const asked = ask(top, [
    ...['rev-parse', '--verify', '--quiet', '--end-of-options'],
    `${name}^{commit}`,
  ]);
  return asked.status === 0 ? asked.bytes.toString('utf8').trim() : undefined;
};

/** What the driver is told by git: `GITHEAD_<commit>=name` for each commit that is merged. */
const headIn = (env: Env, ours: string | undefined): Merging => {
  const heads = Object.entries(env).flatMap(([variable, name]) => {
    const [, commit] = /^GITHEAD_([0-9a-f]{40,64})$/.exec(variable) ?? [];
    return commit === undefined || commit === ours ? [] : [{ commit, name }];
  });
  return heads[0] ?? { commit: undefined, name: undefined };
};

/** The branch that the message of a merge names. */
const branchInMessage = (gitFolder: string): string | undefined =>
  /^Merge (?:remote-tracking )?(?:branch|tag|commit) '([^']+)'/.exec(
    lineIn(gitFolder, 'MERGE_MSG') ?? '',
  )?.[1];

/**
 * Which side the main line is on: the commits of `reform.main`, or of what `origin` calls its main branch, or of
 * the branch `main` or `master` here.
 */
const firstOf = (repository: Repository, ours: Merging, theirs: Merging): Side => {
  const { top } = repository;
  if (ours.commit === undefined || theirs.commit === undefined) return 'ours';
  const set = ask(top, ['config', '--get', 'reform.main']);
  const named = set.status === 0 ? set.bytes.toString('utf8').trim() : '';
  const lines =
    named !== ''
      ? [[named]]
      : [
          ['refs/remotes/origin/HEAD', 'refs/remotes/origin/main', 'refs/remotes/origin/master'],
          ['refs/heads/main', 'refs/heads/master'],
        ];
  for (const names of lines) {
    const main = names
      .map((name) => commitOf(repository, name))
      .find((commit) => commit !== undefined);
    if (main === undefined) continue;
    const has = (commit: string | undefined) =>
      ask(top, ['merge-base', '--is-ancestor', commit ?? '', main]).status === 0;
    const [own, other] = [has(ours.commit), has(theirs.commit)];
    if (own !== other) return own ? 'ours' : 'theirs';
  }
  return 'ours';
};

/** What is being merged. */
export const midstOf = (repository: Repository, env: Env): Midst => {
  const { gitFolder } = repository;
  const head = commitOf(repository, 'HEAD');
  const branch = branchOf(lineIn(gitFolder, 'HEAD'));
  const rebase = ['rebase-merge', 'rebase-apply'].find((name) => existsSync(join(gitFolder, name)));
  if (rebase !== undefined) {
    const theirs = {
      commit: commitOf(repository, 'REBASE_HEAD'),
      name: branchOf(lineIn(gitFolder, `${rebase}/head-name`)),
    };
    const isPatch = existsSync(join(gitFolder, rebase, 'applying'));
    const operation = isPatch ? 'am' : 'rebase';
    // What is rebased or applied comes on top of the other, wherever that lies.
    return { operation, ours: { commit: head, name: undefined }, theirs, first: 'ours' };
  }
  const [operation, file] = (
    [
      ['merge', 'MERGE_HEAD'],
      ['cherry-pick', 'CHERRY_PICK_HEAD'],
      ['revert', 'REVERT_HEAD'],
    ] as const
  ).find(([, name]) => existsSync(join(gitFolder, name))) ?? ['other', undefined];
  const ours = { commit: head, name: branch };
  const told = headIn(env, head);
  const theirs =
    file === undefined
      ? told
      : {
          commit: commitOf(repository, file),
          name: operation === 'merge' ? branchInMessage(gitFolder) : undefined,
        };
  const isTold = file === undefined && told.commit !== undefined;
  return {
    operation: isTold ? 'merge' : operation,
    ours,
    theirs,
    first: firstOf(repository, ours, theirs),
  };
};

/** The versions of a path in conflict, by git's names of their contents. */
export interface Unmerged {
  /** From the top of the repository. */
  readonly path: string;
  readonly base: string | undefined;
  readonly ours: string | undefined;
  readonly theirs: string | undefined;
  /** Whether all of them are plain files. */
  readonly isPlain: boolean;
}

/** All paths that are in conflict. */
export const unmergedIn = ({ top }: Repository): readonly Unmerged[] => {
  const found = new Map<string, { readonly mode: string; readonly id: string; stage: string }[]>();
  for (const line of tell(top, ['ls-files', '-u', '-z', '--full-name']).split('\0')) {
    const [, mode = '', id = '', stage = '', path] =
      /^(\d+) ([0-9a-f]+) (\d)\t(.*)$/s.exec(line) ?? [];
    if (path === undefined) continue;
    found.set(path, [...(found.get(path) ?? []), { mode, id, stage }]);
  }
  return [...found].map(([path, all]) => {
    const at = (stage: string) => all.find((each) => each.stage === stage)?.id;
    const isPlain = all.every(({ mode }) => mode.startsWith('100'));
    return { path, base: at('1'), ours: at('2'), theirs: at('3'), isPlain };
  });
};
