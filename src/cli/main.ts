/**
 * From the command line to an exit code. Every error ends here; nothing else decides what the
 * process returns.
 */
import { Command as Commander, CommanderError } from 'commander';
import { visible } from '../format/escape.ts';
import { failures } from '../words/en-failures.ts';
import { enHelp } from '../words/en-help.ts';
import { catalogue } from './catalogue.ts';
import { type ExitCode, exitCodes, Failure, isFailure } from './failure.ts';
import { hasColor, type Io } from './io.ts';

/** Everything behind a command's name; `--version` and the list of commands do without it. */
const loadRoom = () => import('./room.ts');

/** Put in when the program is bundled. */
declare const REFORM_VERSION: string;

/**
 * `help list` is another way to say `list --help`, and loads that command's options as that does.
 */
const withoutHelpWord = (argv: readonly string[]): readonly string[] =>
  argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;

/** Writes to standard output; a full disk is a failure of ours to tell, a closed pipe is not. */
const writeOut = async ({ stdout }: Io, text: string): Promise<void> => {
  try {
    await stdout.write(text);
  } catch (error) {
    if (isClosedPipe(error)) throw error;
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new Failure(exitCodes.system, (say) => say.output(code));
  }
};

const createProgram = (argv: readonly string[], io: Io, answered: (exit: ExitCode) => void) => {
  let printed = '';
  const print = (chunk: string) => {
    printed += chunk;
  };
  const program = new Commander('reform')
    .description(enHelp.program)
    .option('--ledger <dir>', enHelp.options.ledger)
    .option('--year <year>', enHelp.options.year)
    .option('--today <date>', enHelp.options.today)
    .option('--no-cache', enHelp.options.noCache)
    .version(REFORM_VERSION, '-V, --version', enHelp.options.version)
    .helpOption('-h, --help', enHelp.options.help)
    .helpCommand(false)
    .exitOverride()
    .configureHelp({ showGlobalOptions: true, helpWidth: io.stdout.width ?? 100 })
    .configureOutput({
      writeOut: print,
      writeErr: print,
      getOutHasColors: () => hasColor(io, io.stdout),
      getErrHasColors: () => hasColor(io, io.stderr),
    })

    .addHelpText('after', `\n${enHelp.after}`);
  for (const { name, group, isFirst = false } of catalogue) {
    const help = enHelp.commands[name];
    const examples = help.examples.map(([command, what]) => `  # ${what}\n  ${command}`);
    const command = program
      .command(name, { hidden: argv.length === 0 && !isFirst })
      .summary(help.summary)
      .description(help.about.replace(/\n/g, ' '))
      .helpGroup(enHelp.groups[group])
      .addHelpText('after', `\n${enHelp.examples}\n${examples.join('\n')}`);
    command.action(async () => {
      const room = await loadRoom();
      const options = command.optsWithGlobals();
      const context = await room.contextOf(io, argv.slice(argv.indexOf(name)), options);
      const outcome = await room.commands[name].run(context, command.args, options);
      await writeOut(io, await room.render(outcome, io));
      await io.stderr.write(room.talkOf(outcome));
      answered(outcome.exit ?? exitCodes.ok);
    });
  }
  program.hook('preSubcommand', async (_program, command) => {
    const listed = catalogue.find(({ name }) => name === command.name());
    if (!listed) return;
    const { commands } = await loadRoom();
    commands[listed.name].configure(command, enHelp);
  });
  return { program, printed: () => printed };
};

/** The sentence and exit code of anything thrown. */
const failureOf = (error: unknown): Failure => {
  if (isFailure(error)) return error;
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code !== undefined && syscall !== undefined) {
    const reason = `${code}: ${syscall} ${path ?? ''}`.trim();
    return new Failure(exitCodes.system, (say) => say.system(reason));
  }
  const what = error instanceof Error ? error.message : String(error);
  return new Failure(exitCodes.bug, (say) => say.bug(what));
};

const isClosedPipe = (error: unknown): boolean =>
  ['EPIPE', 'ERR_STREAM_DESTROYED'].includes((error as NodeJS.ErrnoException).code ?? '');

/** Runs the command line given, without node and program name, and tells the exit code. */
export const main = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  let exit: ExitCode = exitCodes.ok;
  const { program, printed } = createProgram(argv, io, (answered) => {
    exit = answered;
  });
  try {
    try {
      if (argv.length === 0)
        await writeOut(io, `${program.helpInformation()}\n${enHelp.more}\n\n${enHelp.after}\n`);
      else await program.parseAsync([...withoutHelpWord(argv)], { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode !== 0) {
        await io.stderr.write(visible(printed()).replace(/^error:/, `${failures.prefix}:`));
        return exitCodes.usage;
      }
      await writeOut(io, printed());
    }
    return exit;
  } catch (error) {
    if (isClosedPipe(error)) return exitCodes.ok;
    const failure = failureOf(error);
    const { message, hint } = failure.say(failures);
    const stack = io.env['REFORM_DEBUG'] && error instanceof Error ? `${error.stack}\n` : '';
    const lines = `${failures.prefix}: ${visible(message)}\n${hint ? `${visible(hint)}\n` : ''}${stack}`;
    // Where standard error is gone as well, the exit code still tells.
    await io.stderr.write(lines).catch(() => {});
    return failure.exit;
  }
};
