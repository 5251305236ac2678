/** `reform git install` and `uninstall`: what a repository is given for its ledger and what is taken back, in words. */
import { visible } from '../../format/escape.ts';
import { repositoryOf } from '../../ledger/git/repository.ts';
import {
  carryOut,
  isDriverChosen,
  isOnPath,
  type Left,
  planInstall,
  planUninstall,
  type Setup,
  type Step,
  type Wanted,
} from '../../ledger/git/setup.ts';
import { inRepositories } from '../../words/en-git.ts';
import type { Outcome } from '../command.ts';
import { type Context, seen, shownFrom, typed } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';
import { fromGit } from '../git.ts';
import type { Options } from '../options.ts';

/** The name under which a shell finds this program, or else the command that started it. */
const programOf = ({ io }: Context): readonly string[] =>
  isOnPath('reform', io.env['PATH']) ? ['reform'] : io.program;

const wantedBy = (context: Context): Wanted => ({
  program: programOf(context),
  ...inRepositories,
});

const told = ({ io, words: { git } }: Context, step: Step): string => {
  if (step.is === 'setting') return git.steps.setting(step.key, step.after);
  return git.steps[step.of](shownFrom(io.cwd, step.path), step.isPut);
};

const toldLeft = ({ io, words: { git } }: Context, { path, why }: Left): string =>
  git.left[why](shownFrom(io.cwd, path));

/** What would become of files, as a patch. */
const patchOf = async ({ io }: Context, steps: readonly Step[]): Promise<string> => {
  const { createTwoFilesPatch } = await import('diff');
  const decoded = (text: string | null) => Buffer.from(text ?? '', 'latin1').toString('utf8');
  return steps
    .flatMap((step) => {
      if (step.is !== 'file') return [];
      const path = shownFrom(io.cwd, step.path);
      const [from, to] = [
        step.before === null ? '/dev/null' : `a/${path}`,
        step.after === null ? '/dev/null' : `b/${path}`,
      ];
      const [before, after] = [decoded(step.before), decoded(step.after)];
      const headerOptions = {
        includeIndex: false,
        includeUnderline: false,
        includeFileHeaders: true,
      };
      return [visible(createTwoFilesPatch(from, to, before, after, '', '', { headerOptions }))];
    })
    .join('');
};

const setUp = (
  context: Context,
  options: Options,
  plan: (repository: ReturnType<typeof repositoryOf>) => Setup,
  isInstall: boolean,
): Promise<Outcome> =>
  fromGit(async () => {
    const { git } = context.words;
    const { root, shown } = context.place();
    const repository = repositoryOf(root);
    const { steps, left } = plan(repository);
    const said = [
      ...steps.map((step) => told(context, step)),
      ...left.map((each) => toldLeft(context, each)),
      ...(isInstall && left.some(({ of }) => of === 'hook')
        ? [git.callIt(typed([...programOf(context), 'git', 'pre-commit']))]
        : []),
    ];
    if (options['dryRun']) {
      return { text: await patchOf(context, steps), talk: [...said, git.dryRun] };
    }
    const broken = carryOut(repository, steps);
    if (broken) {
      const { step, reason, done } = broken;
      const at =
        step.is === 'setting' ? `git config ${step.key}` : shownFrom(context.io.cwd, step.path);
      const made = done.map((each) => told(context, each));
      throw new Failure(exitCodes.system, (say) => say.setUpBroken(at, reason, made));
    }
    const isChosen = !isInstall || isDriverChosen(repository);
    return {
      talk: [
        ...said,
        ...(steps.length === 0 ? [git.nothing] : []),
        ...(isChosen ? [] : [git.notChosen(seen(shown, 'ledger.yaml'))]),
        ...(isInstall && steps.length > 0 ? [git.clone] : []),
      ],
    };
  });

export const install = (context: Context, options: Options): Promise<Outcome> =>
  setUp(context, options, (repository) => planInstall(repository, wantedBy(context)), true);

export const uninstall = (context: Context, options: Options): Promise<Outcome> =>
  setUp(context, options, planUninstall, false);
