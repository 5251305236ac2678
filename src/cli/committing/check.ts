/**
 * `reform git pre-commit`, which a hook runs: checks the ledgers as they are about to be committed, whatever lies in
 * the working folder. A ledger that the commit leaves as it is does not stop it.
 */
import { resolve } from 'node:path';
import { renderDiagnostics } from '../../format/diagnostics.ts';
import { cacheOf } from '../../ledger/cache.ts';
import { type Objects, withObjects } from '../../ledger/git/objects.ts';
import { type Repository, repositoryOf } from '../../ledger/git/repository.ts';
import { readIndex } from '../../ledger/git/revision.ts';
import { ask } from '../../ledger/git/run.ts';
import { ledgersSetUp } from '../../ledger/git/setup.ts';
import { load } from '../../ledger/load.ts';
import { headFile } from '../../ledger/where.ts';
import { attachedFiles } from '../../model/rules/index.ts';
import { ledgerName } from '../answer.ts';
import type { Outcome } from '../command.ts';
import { type Context, shownFrom } from '../context.ts';
import { exitCodes } from '../failure.ts';
import { fromGit, indexGiven } from '../git.ts';
import { hasColor } from '../io.ts';
import type { Options } from '../options.ts';

/** The ledgers meant: the one named, those the repository is set up for, or the one found from here. */
const ledgersOf = ({ io, place }: Context, options: Options): readonly Repository[] => {
  const isNamed = options['ledger'] !== undefined || options['year'] !== undefined;
  const here = isNamed ? undefined : repositoryOf(io.cwd);
  const known = here ? ledgersSetUp(here) : [];
  return here && known.length > 0
    ? known.map((name) => ({ ...here, prefix: name === '.' ? '' : name }))
    : [repositoryOf(place().root)];
};

/** Whether a commit of this index would change the ledger. */
const isTouched = (repository: Repository, indexFile: string | undefined): boolean => {
  const { top, prefix } = repository;
  const within = prefix === '' ? [] : ['--', prefix];
  const env = indexFile === undefined ? {} : { GIT_INDEX_FILE: indexFile };
  return ask(top, ['diff-index', '--cached', '--quiet', 'HEAD', ...within], { env }).status !== 0;
};

/** Whether a commit of this index would bring a ledger to a folder that had none. */
const addsLedger = ({ top }: Repository, indexFile: string | undefined): boolean => {
  const env = indexFile === undefined ? {} : { GIT_INDEX_FILE: indexFile };
  const added = ['--name-only', '-z', '--no-renames', '--diff-filter=A'];
  const { bytes } = ask(top, ['diff-index', '--cached', ...added, 'HEAD'], { env });
  const paths = bytes.toString('utf8').split('\0');
  return paths.some((path) => path === headFile || path.endsWith(`/${headFile}`));
};

const checked = async (
  context: Context,
  repository: Repository,
  objects: Objects,
  indexFile: string | undefined,
): Promise<Outcome> => {
  const { io, words } = context;
  const held = await readIndex(repository, objects, indexFile === undefined ? {} : { indexFile });
  const folder = resolve(repository.top, repository.prefix);
  const prefix = shownFrom(io.cwd, folder);
  if (held.blobs.size === 0) {
    const isMoved = addsLedger(repository, indexFile);
    return isMoved
      ? { talk: [words.git.notThere(prefix)] }
      : { talk: [words.git.gone(prefix)], exit: exitCodes.findings };
  }
  const first = load(held.source);
  const source = await held.also(attachedFiles(first.ledger));
  const { diagnostics, ledger } = load(source, {
    attachments: true,
    cache: cacheOf(first.clean),
  });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.length - errors.length;
  const name = ledgerName(ledger, words) || prefix;
  const talk = diagnostics.length > 0 ? [words.validate.found(errors.length, warnings, name)] : [];
  if (errors.length === 0) return { talk };
  const medium = { width: io.stdout.width, color: hasColor(io, io.stdout) };
  return {
    text: `${renderDiagnostics(errors, { prefix, medium, words })}\n`,
    talk,
    exit: exitCodes.findings,
  };
};

export const preCommit = (context: Context, options: Options): Promise<Outcome> =>
  fromGit(async () => {
    const { io, words } = context;
    const { indexFile } = indexGiven(io);
    const outcomes: Outcome[] = [];
    for (const repository of ledgersOf(context, options)) {
      if (!isTouched(repository, indexFile)) continue;
      const check = (objects: Objects) => checked(context, repository, objects, indexFile);
      outcomes.push(await withObjects(repository, check));
    }
    const isStopped = outcomes.some(({ exit }) => exit === exitCodes.findings);
    return {
      text: outcomes.map(({ text = '' }) => text).join(''),
      talk: [
        ...outcomes.flatMap(({ talk = [] }) => talk),
        ...(isStopped ? [words.git.stopped] : []),
      ],
      exit: isStopped ? exitCodes.findings : exitCodes.ok,
    };
  });
