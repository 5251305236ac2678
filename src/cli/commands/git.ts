/** `reform git`: sets a repository up for its ledger, and tells who owns which files; hooks and drivers come here too. */
import type { Command, Outcome } from '../command.ts';
import { actionsForPeople } from '../committing/actions.ts';
import { preCommit } from '../committing/check.ts';
import { codeowners } from '../committing/owners.ts';
import { install, uninstall } from '../committing/setup.ts';
import type { Context } from '../context.ts';
import { usage } from '../failure.ts';
import type { Options } from '../options.ts';

type Action = (context: Context, options: Options, args: readonly string[]) => Promise<Outcome>;

const forPeople: { readonly [A in (typeof actionsForPeople)[number]]: Action } = {
  install,
  uninstall,
  codeowners,
};

/** What git runs. */
const forGit: Readonly<Record<string, Action>> = {
  'pre-commit': preCommit,
  'merge-driver': async (context, _options, args) =>
    (await import('../merging/driver.ts')).mergeDriver(context, args),
};

const actions: Readonly<Record<string, Action>> = { ...forPeople, ...forGit };

export const git: Command = {
  configure: (commander, { options: help }) => {
    commander
      .argument('<action>')
      .argument('[file...]')
      .usage(`[options] <${actionsForPeople.join('|')}>`)
      .option('-n, --dry-run', help.gitDryRun);
  },
  run: (context, [given = '', ...args], options) => {
    const action = Object.hasOwn(actions, given) ? actions[given] : undefined;
    const isAlone = given === 'merge-driver' || args.length === 0;
    if (action && isAlone) return action(context, options, args);
    const [extra = given] = args;
    throw usage((say) => say.unknownAction(action ? `${given} ${extra}` : given, actionsForPeople));
  },
};
