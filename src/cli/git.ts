/** What keeps git from answering, as a failure in words. */
import { resolve } from 'node:path';
import type { GitTrouble } from '../ledger/git/run.ts';
import { isGitTrouble } from '../ledger/git/run.ts';
import type { Say } from '../words/en.ts';
import { type ExitCode, exitCodes, Failure } from './failure.ts';
import type { Io } from './io.ts';

const told = ({ kind, detail }: GitTrouble): readonly [ExitCode, Say] => {
  switch (kind) {
    case 'absent':
      return [exitCodes.system, (say) => say.gitAbsent()];
    case 'no-repository':
      return [exitCodes.usage, (say) => say.noRepository(detail)];
    case 'bare':
      return [exitCodes.usage, (say) => say.bareRepository(detail)];
    case 'unborn':
      return [exitCodes.usage, (say) => say.unborn()];
    case 'unknown-revision':
      return [exitCodes.usage, (say) => say.unknownRevision(detail)];
    case 'missing-object':
      return [exitCodes.unreadable, (say) => say.missingObject(detail)];
    case 'shallow':
      return [exitCodes.unreadable, (say) => say.shallow(detail)];
    case 'unrelated':
      return [exitCodes.usage, (say) => say.unrelated()];
    case 'damaged':
      return [exitCodes.unreadable, (say) => say.gitDamaged(detail)];
    case 'refused':
      return [exitCodes.system, (say) => say.gitRefused(detail)];
  }
};

/** Does something that asks git; where git cannot answer, the command ends with a sentence. */
export const fromGit = async <T>(attempt: () => T | Promise<T>): Promise<T> => {
  try {
    return await attempt();
  } catch (error) {
    if (!isGitTrouble(error)) throw error;
    throw new Failure(...told(error));
  }
};

/** The index that git hands to its hooks: `git commit -a` and `git commit FILE` have one of their own for the commit. */
export const indexGiven = ({
  env,
  cwd,
}: Pick<Io, 'env' | 'cwd'>): { readonly indexFile?: string } => {
  const named = env['GIT_INDEX_FILE'];
  return named === undefined ? {} : { indexFile: resolve(cwd, named) };
};
