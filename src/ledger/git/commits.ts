/**
 * Commits as git lists them, and which files differ between two of them. One process answers for any number of
 * commits, and one for any number of pairs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Commit, type Landing, mainLine } from '../../model/recorded.ts';
import { momentOf } from './moment.ts';
import { isShallow, type Repository } from './repository.ts';
import { ask, GitTrouble, tell, wordsOf } from './run.ts';

const fields = ['%H', '%P', '%an', '%ae', '%at', '%ct', '%s'] as const;

/** The commits that lead to one, parents before children; what leads to `from` is left out. */
export const commitsOf = (
  top: string,
  to: string,
  {
    from,
    isMainLine = false,
  }: { readonly from?: string | undefined; readonly isMainLine?: boolean },
): readonly Commit[] => {
  const parts = tell(top, [
    ...['rev-list', '--topo-order', '--reverse', '--encoding=UTF-8'],
    `--format=${fields.map((field) => `${field}%x00`).join('')}`,
    ...(isMainLine ? ['--first-parent'] : []),
    ...[to, ...(from === undefined ? [] : [`^${from}`]), '--'],
  ]).split('\0');
  const count = Math.floor(parts.length / fields.length);
  return Array.from({ length: count }, (_, index): Commit => {
    const [first = '', parents = '', name = '', address = '', authored, committed, subject = ''] =
      parts.slice(index * fields.length, (index + 1) * fields.length);
    return {
      // Before the first field stands a line that git puts above each commit.
      id: first.slice(first.lastIndexOf('\n') + 1),
      parents: parents === '' ? [] : parents.split(' '),
      author: { name, address },
      authored: momentOf(authored),
      committed: momentOf(committed),
      subject,
    };
  });
};

/** The main line up to a commit, the oldest first. */
export const headLine = (repository: Repository, to: string): readonly Landing[] => {
  const commits = commitsOf(repository.top, to, { isMainLine: true });
  return mainLine(to, new Map(commits.map((commit) => [commit.id, commit])));
};

/** A commit and one of its parents; null where it has none. */
export type Pair = readonly [commit: string, parent: string | null];

/** A file that differs between two commits, by what git calls its contents; null where there is none. */
export interface Change {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A text that two pairs share only where they are the same. */
export const keyOf = ([commit, parent]: Pair): string => `${commit} ${parent}`;

const header = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/;
const compared = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) [A-Z]/;

/** Only of a file the contents are a record; a link or a submodule is none. */
const blobOf = (mode: string | undefined, id: string | undefined): string | null =>
  mode?.startsWith('100') && id !== undefined ? id : null;

/**
 * What differs between the commits of each pair.
 * @param folders only below these; everywhere without
 */
export const compare = (
  top: string,
  pairs: readonly Pair[],
  folders?: ReadonlySet<string>,
): ReadonlyMap<string, readonly Change[]> => {
  const everywhere = folders === undefined || folders.has('');
  const { status, bytes, said } = ask(
    top,
    [
      ...['diff-tree', '--stdin', '-r', '-z', '--no-renames', '--root', '--always'],
      ...['--', ...(everywhere ? [] : [...folders].map((folder) => `${folder}/`))],
    ],
    { input: pairs.map(([commit, parent]) => `${commit}${parent ? ` ${parent}` : ''}\n`).join('') },
  );
  // A clone without all its trees cannot be compared.
  if (status !== 0) throw new GitTrouble('missing-object', wordsOf(said));
  const found = new Map<string, Change[]>();
  const answers = pairs[Symbol.iterator]();
  let changes: Change[] = [];
  const parts = bytes.toString('utf8').split('\0');
  for (let at = 0; at < parts.length; at += 1) {
    const part = parts[at] ?? '';
    if (header.test(part)) {
      changes = [];
      const next = answers.next();
      if (!next.done) found.set(keyOf(next.value), changes);
      continue;
    }
    const [, modeBefore, modeAfter, before, after] = compared.exec(part) ?? [];
    if (after === undefined) continue;
    at += 1;
    changes.push({
      path: parts[at] ?? '',
      before: blobOf(modeBefore, before),
      after: blobOf(modeAfter, after),
    });
  }
  return found;
};

/** A commit with each of its parents. */
export const pairsOf = ({ id, parents }: Commit): readonly Pair[] =>
  parents.length === 0 ? [[id, null]] : parents.map((parent) => [id, parent] as const);

/** The commits at which the history here was cut off when it was cloned. */
export const cutOff = (repository: Repository): ReadonlySet<string> =>
  new Set(
    isShallow(repository)
      ? readFileSync(join(repository.commonFolder, 'shallow'), 'utf8').trim().split('\n')
      : [],
  );
