/** Which two states a review is about, from a range as it was typed. */
import { withObjects } from '../../ledger/git/objects.ts';
import { isShallow, repositoryOf } from '../../ledger/git/repository.ts';
import { findCommit } from '../../ledger/git/revision.ts';
import { GitTrouble } from '../../ledger/git/run.ts';
import { usage } from '../failure.ts';
import { fromGit } from '../git.ts';
import { type Compared, rangeFrom } from '../sides.ts';

/** Where the main line may be, the surest first. */
const mainLines = [
  'refs/remotes/origin/HEAD',
  'refs/remotes/origin/main',
  'refs/remotes/origin/master',
  'refs/heads/main',
  'refs/heads/master',
];

/**
 * The main line of a repository.
 * @throws Failure where none is known: nothing would be compared with nothing, and pass
 */
const mainLineOf = (root: string): Promise<string> =>
  fromGit(async () => {
    const repository = repositoryOf(root);
    return withObjects(repository, async (objects) => {
      await findCommit(repository, objects, 'HEAD');
      for (const name of mainLines) {
        if (await objects.find(`${name}^{commit}`)) return name;
      }
      if (isShallow(repository)) throw new GitTrouble('shallow');
      throw usage((say) => say.noMainLine());
    });
  });

/**
 * `A..B` begins where both have last been the same, as a pull request is shown: what the main line did meanwhile is
 * no part of the move. `A` goes from there to the working folder as it is, nothing from the main line.
 * @param root any folder of the repository
 * @param given as it was typed
 */
export const reviewedRange = async (root: string, given: string | undefined): Promise<Compared> => {
  if (given === undefined) {
    const main = await mainLineOf(root);
    return { from: { is: 'ancestor', of: ['HEAD', main] }, to: { is: 'work-tree' } };
  }
  // In a script an empty side is a variable that was never set, and HEAD held against itself would pass.
  if (given === '' || /^\.\.|\.\.$/.test(given)) throw usage((say) => say.emptySide(given));
  const { from, to } = rangeFrom(given, false);
  const isPair = from.is === 'revision' && to.is === 'revision';
  return { from: isPair ? { is: 'ancestor', of: [from.name, to.name] } : from, to };
};
