/** The names under which a repository's revisions can be asked for. */
import { repositoryOf } from './repository.ts';
import { ask, isGitTrouble } from './run.ts';

/**
 * Branches, tags and those of other repositories that are known here, the last changed first; none where git cannot tell.
 * @param folder a folder in the repository
 */
export const revisionNames = (folder: string): readonly string[] => {
  try {
    const { top } = repositoryOf(folder);
    const { bytes } = ask(top, [
      ...['for-each-ref', '--sort=-creatordate', '--count=200', '--format=%(refname:short)'],
      ...['refs/heads', 'refs/tags', 'refs/remotes'],
    ]);
    return [
      'HEAD',
      ...bytes
        .toString('utf8')
        .split('\n')
        .filter((name) => name !== ''),
    ];
  } catch (error) {
    // A Tab key must not end in a sentence.
    if (isGitTrouble(error)) return [];
    throw error;
  }
};
