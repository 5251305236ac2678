/** Reviews every ledger of a repository that is to be: reads both states of each and judges the move. */
import { join, posix } from 'node:path';
import { type Repository, repositoryOf } from '../../ledger/git/repository.ts';
import type { Context } from '../context.ts';
import { exitCodes, type Failure, isFailure } from '../failure.ts';
import { fromGit } from '../git.ts';
import type { Options } from '../options.ts';
import { readSides, type Side } from '../sides.ts';
import type { OfLedger, Told } from './document.ts';
import { copiedLedger, judge, type Reviewed, removedLedger } from './judging.ts';
import { ledgersMeant, type Meant } from './ledgers.ts';
import { reviewedRange } from './range.ts';

type Sides = { readonly before: Side; readonly after: Side };

/** Whether somebody says which ledger is meant. */
const isNamed = ({ io }: Context, options: Options): boolean =>
  [options['ledger'], options['year'], io.env['REFORM_LEDGER']].some(
    (given) => given !== undefined && given !== '',
  );

/**
 * Where the review is asked from: the ledger that is found, or else the working folder, where a change took away the ledger
 * or made several of it.
 */
const standingOf = (
  context: Context,
  options: Options,
): { readonly context: Context; readonly failure: Failure | undefined } => {
  try {
    context.place();
    return { context, failure: undefined };
  } catch (error) {
    const isLoose = isFailure(error) && error.exit === exitCodes.usage;
    if (!isLoose || isNamed(context, options)) throw error;
    const { cwd } = context.io;
    return { context: { ...context, place: () => ({ root: cwd, shown: '.' }) }, failure: error };
  }
};

const nameOf = (folder: string): string => (folder === '' ? '.' : folder);

/** The sides of another ledger of the same repository. */
const sidesOf = async (
  context: Context,
  repository: Repository,
  folder: string,
  range: Told['range'],
): Promise<Sides> => {
  const place = () => ({ root: join(repository.top, folder), shown: folder });
  const own = { ...repository, prefix: folder };
  return readSides({ ...context, place }, range, { attachments: true, repository: own });
};

/** Of a ledger that was named the others count where it was not there: then it may stand in for one that is gone. */
const meantIn = async (
  context: Context,
  options: Options,
  repository: Repository,
  own: string | undefined,
  sides: Sides,
): Promise<Meant> => {
  const meant = await ledgersMeant(repository, own, sides);
  if (!isNamed(context, options)) return meant;
  const removed = sides.before.isAbsent ? meant.removed : [];
  return { main: own, others: [], removed, copies: [] };
};

/**
 * Everything that a review finds.
 * @param given the range as it was typed
 * @throws Failure where git cannot answer, or there is no ledger in either state
 */
export const reviewOf = async (
  context: Context,
  given: string | undefined,
  options: Options,
): Promise<Told> => {
  const { context: standing, failure } = standingOf(context, options);
  const { root, shown } = standing.place();
  const range = await reviewedRange(root, given);
  const repository = await fromGit(async () => repositoryOf(root));
  const read = await readSides(standing, range, { attachments: true });
  const own = failure ? undefined : read.repository.prefix;
  const { main, others, removed, copies } = await meantIn(context, options, repository, own, read);
  const shownOf = (folder: string) =>
    folder === own ? shown : nameOf(posix.join(shown, posix.relative(repository.prefix, folder)));
  const reviewed = async (folder: string, known?: Sides) => {
    const sides = known ?? (await sidesOf(context, repository, folder, range));
    const place = { ...repository, prefix: folder };
    const found = await judge(context, place, sides, options);
    return { ...found, sides, folder: nameOf(folder), shown: shownOf(folder) };
  };
  const alone = (folder: string, found: Reviewed): OfLedger => ({
    ...{ ...found, sides: null },
    ...{ folder: nameOf(folder), shown: shownOf(folder) },
  });
  const [lost] = removed;
  const first = main ?? lost;
  if (first === undefined) throw failure ?? new Error('a review is about a ledger');
  const head =
    main === undefined ? undefined : await reviewed(main, main === own ? read : undefined);
  const rest: OfLedger[] = [];
  for (const folder of others) rest.push(await reviewed(folder));
  // One that was found to be gone for itself is not told again.
  const isTold = (folder: string) =>
    head?.sides.before.folder === folder && !head.sides.before.isAbsent;
  const all = [
    ...(head ? [head] : []),
    ...rest,
    ...removed.filter((each) => !isTold(each)).map((each) => alone(each, removedLedger(each))),
    ...copies.map(({ folder, of }) => alone(folder, copiedLedger(folder, of))),
  ];
  const [leading, ...following] = all;
  if (!leading) throw new Error('a review is about a ledger');
  const severities = all.flatMap(({ remarks }) =>
    remarks.map(({ diagnostic }) => diagnostic.severity),
  );
  const errors = severities.filter((severity) => severity === 'error').length;
  return {
    range,
    ...(head?.sides ?? read),
    ledgers: [leading, ...following],
    errors,
    warnings: severities.length - errors,
  };
};
