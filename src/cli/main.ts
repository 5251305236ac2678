/** From the command line to an exit code. Every error ends here; nothing else decides what the process returns. */
import { Command as Commander, CommanderError } from 'commander';
import { en } from '../words/en.ts';
import { enHelp } from '../words/en-help.ts';
import { catalogue } from './catalogue.ts';
import type { Outcome } from './command.ts';
import { contextOf } from './context.ts';
import { emit, hasColor } from './emit.ts';
import { type ExitCode, exitCodes, Failure } from './failure.ts';
import type { Io } from './io.ts';

/** Put in when the program is bundled. */
declare const REFORM_VERSION: string;

/** `help list` is another way to say `list --help`, and loads that command's options as that does. */
const withoutHelpWord = (argv: readonly string[]): readonly string[] =>
  argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;

const createProgram = (io: Io, answer: (outcome: Outcome) => void) => {
  let text = '';
  const program = new Commander('reform')
    .description(enHelp.program)
    .option('--ledger <dir>', enHelp.options.ledger)
    .option('--year <year>', enHelp.options.year)
    .option('--today <date>', enHelp.options.today)
    .version(REFORM_VERSION, '-V, --version', enHelp.options.version)
    .helpOption('-h, --help', enHelp.options.help)
    .helpCommand(false)
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, helpWidth: io.stdout.width ?? 100 })
    .configureOutput({
      writeOut: (chunk) => {
        text += chunk;
      },
      writeErr: (chunk) => {
        text += chunk;
      },
      getOutHasColors: () => hasColor(io, io.stdout),
      getErrHasColors: () => hasColor(io, io.stderr),
    })
    .addHelpText('after', `\n${enHelp.after}`);
  for (const { name, group, load } of catalogue) {
    const help = enHelp.commands[name];
    const examples = help.examples.map(([command, what]) => `  # ${what}\n  ${command}`).join('\n');
    const command = program
      .command(name)
      .summary(help.summary)
      .description(`${help.about}`)
      .helpGroup(enHelp.groups[group])
      .addHelpText('after', `\n${enHelp.examples}\n${examples}`);
    command.action(async () => {
      const loaded = await load();
      const context = await contextOf(io, command.optsWithGlobals());
      answer(await loaded.run(context, command.args, command.optsWithGlobals()));
    });
  }
  program.hook('preSubcommand', async (_program, command) => {
    const listed = catalogue.find(({ name }) => name === command.name());
    const loaded = await listed?.load();
    loaded?.configure(command, enHelp.options);
  });
  return { program, printed: () => text };
};

/** The sentence and exit code of anything thrown. */
const failureOf = (error: unknown): Failure => {
  if (error instanceof Failure) return error;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code !== undefined && syscall !== undefined) {
    return new Failure(exitCodes.system, (say) =>
      say.system(`${code}: ${syscall} ${path ?? ''}`.trim()),
    );
  }
  const what = error instanceof Error ? error.message : String(error);
  return new Failure(exitCodes.bug, (say) => say.bug(what));
};

const isClosedPipe = (error: unknown): boolean =>
  ['EPIPE', 'ERR_STREAM_DESTROYED'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Runs the command line given, without node and program name, and tells the exit code. */
export const main = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  let outcome: Outcome = {};
  const { program, printed } = createProgram(io, (answered) => {
    outcome = answered;
  });
  try {
    try {
      if (argv.length === 0) outcome = { text: program.helpInformation() + `\n${enHelp.after}\n` };
      else await program.parseAsync([...withoutHelpWord(argv)], { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode !== 0) {
        await io.stderr.write(printed());
        return exitCodes.usage;
      }
      outcome = { text: printed() };
    }
    return await emit(outcome, io);
  } catch (error) {
    if (isClosedPipe(error)) return exitCodes.ok;
    const failure = failureOf(error);
    const { message, hint } = failure.say(en.failures);
    const stack = io.env['REFORM_DEBUG'] && error instanceof Error ? `${error.stack}\n` : '';
    const lines = [`${en.failures.prefix}: ${message}\n`, hint ? `${hint}\n` : '', stack].join('');
    // Where standard error is gone as well, the exit code still tells.
    await io.stderr.write(lines).catch(() => {});
    return failure.exit;
  }
};
