/** Which files of a ledger a sparse checkout leaves out of the working folder: nobody may take them for gone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { inRepository, repositoryOf } from './repository.ts';
import { ask, isGitTrouble } from './run.ts';

/**
 * The files that are committed and not checked out on purpose, by their paths from the working folder's top.
 * Git is started only where the repository has ever been told to leave files out.
 * @param root the ledger's folder
 */
export const filesLeftOut = (root: string): readonly string[] => {
  try {
    const repository = repositoryOf(root);
    if (!existsSync(join(repository.gitFolder, 'info', 'sparse-checkout'))) return [];
    const folder = inRepository(repository, '');
    const within = folder === '' ? [] : ['--', folder];
    const { bytes } = ask(repository.top, ['ls-files', '-v', '-z', '--full-name', ...within]);
    return bytes
      .toString('utf8')
      .split('\0')
      .filter((line) => line.startsWith('S ') && line.endsWith('.yaml'))
      .map((line) => line.slice(2))
      .filter((path) => !existsSync(join(repository.top, path)));
  } catch (error) {
    // Without git, or outside of it, nothing is left out.
    if (isGitTrouble(error)) return [];
    throw error;
  }
};
