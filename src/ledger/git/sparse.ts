/** Which files of a ledger a sparse checkout leaves out of the working folder: nobody may take them for gone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository, type Repository, repositoryOf } from './repository.ts';
import { ask, isGitTrouble } from './run.ts';

/**
 * The files that are committed and not checked out on purpose, with what git calls their contents, by their paths
 * from the working folder's top. Git is started only where the repository has ever been told to leave files out.
 * @param repository of it only the ledger's folder is looked at
 */
export const blobsLeftOut = (repository: Repository): ReadonlyMap<string, string> => {
  const { top, gitFolder } = repository;
  if (!existsSync(join(gitFolder, 'info', 'sparse-checkout'))) return new Map();
  const folder = inRepository(repository, '');
  const within = folder === '' ? [] : ['--', folder];
  const { bytes } = ask(top, ['ls-files', '--stage', '-v', '-z', '--full-name', ...within]);
  return new Map(
    bytes
      .toString('utf8')
      .split('\0')
      .flatMap((line) => {
        const [, blob, path] = /^S \d+ ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? [];
        const isLeftOut = path !== undefined && !existsSync(join(top, path));
        return isLeftOut && blob !== undefined ? [[path, blob] as const] : [];
      }),
  );
};

/**
 * The files of records among them; none without git, or outside of it.
 * @param root the ledger's folder
 */
export const filesLeftOut = (root: string): readonly string[] => {
  try {
    return [...blobsLeftOut(repositoryOf(root)).keys()].filter((path) => path.endsWith('.yaml'));
  } catch (error) {
    if (isGitTrouble(error)) return [];
    throw error;
  }
};
