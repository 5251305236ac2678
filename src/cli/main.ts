/**
 * From the command line to an exit code. Every error ends here; nothing else decides what the
 * process returns.
 */
import { Command as Commander, CommanderError } from 'commander';
import { visible } from '../format/escape.ts';
import type { Layout } from '../format/wrap.ts';
import { nearestLedgers } from '../ledger/where.ts';
import type { Words } from '../words/en.ts';
import { failures as enFailures } from '../words/en-failures.ts';
import { enHelp, type Help } from '../words/en-help.ts';
import { catalogue } from './catalogue.ts';
import { type ExitCode, exitCodes, Failure, isFailure } from './failure.ts';
import { declareGlobals } from './globals.ts';
import { readIdentity } from './identity.ts';
import { hasColor, type Io } from './io.ts';
import { type Language, languageOf } from './language.ts';

/** Everything behind a command's name; `--version` and the list of commands do without it. */
const loadRoom = () => import('./room.ts');

/** Put in when the program is bundled. */
declare const REFORM_VERSION: string;

/**
 * `help list` is another way to say `list --help`, and loads that command's options as that does.
 */
const withoutHelpWord = (argv: readonly string[]): readonly string[] =>
  argv[0] === 'help' ? [...argv.slice(1), '--help'] : argv;

/** Groups of commands that can tell how things stood on another day. */
const looksBack: ReadonlySet<string> = new Set(['ask', 'check']);

/** Without a command: what the unit owes, once it is known who asks; the help before that. */
const meantBy = (argv: readonly string[], io: Io): readonly string[] => {
  if (argv.length > 0 || readIdentity(io)?.unit === undefined) return argv;
  const isThere = io.env['REFORM_LEDGER'] !== undefined || nearestLedgers(io.cwd).length > 0;
  return isThere ? ['mine'] : argv;
};

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

/** What the program itself says, before a command answers. */
interface Tongue {
  readonly language: Language;
  readonly help: Help;
  readonly failures: Words['failures'];
  /** How help is laid out where lines do not break at blanks; otherwise the library does it. */
  readonly layout?: Layout;
}

const english: Tongue = { language: 'en', help: enHelp, failures: enFailures };

const tongueOf = async (language: Language, io: Io): Promise<Tongue> => {
  if (language === 'en') return english;
  const { help, words } = await import('../words/all-zh.ts');
  const { isWide, layoutFor } = await loadRoom();
  return { language, help, failures: words.failures, layout: layoutFor(isWide(io)) };
};

/** What an option does is wrapped down to this width; narrower, and words would be torn. */
const narrowest = 16;

/** A text of several lines as one; between Chinese characters a line's end is no blank. */
const joined = (text: string): string =>
  text.replace(/(?<=[^\0-\xff])\n(?=[^\0-\xff])/g, '').replace(/\n/g, ' ');

/** Columns that help may take. */
const helpWidth = ({ stdout }: Io): number => stdout.width ?? 100;

/** Sentences around help that the library does not lay out. */
const laidOut = ({ layout }: Tongue, io: Io, text: string): string =>
  layout?.boxWrap(text, helpWidth(io)) ?? text;

const createProgram = (
  argv: readonly string[],
  io: Io,
  tongue: Tongue,
  answered: (exit: ExitCode) => void,
) => {
  const { help: words, language, layout } = tongue;
  let printed = '';
  const print = (chunk: string) => {
    printed += chunk;
  };
  const program = declareGlobals(new Commander('reform'), words.options)
    .description(words.program)
    .version(REFORM_VERSION, '-V, --version', words.options.version)
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      showGlobalOptions: true,
      helpWidth: helpWidth(io),
      minWidthToWrap: narrowest,
      styleTitle: (title) => words.titles[title] ?? title,
      ...layout,
    })
    .configureOutput({
      writeOut: print,
      writeErr: print,
      getOutHasColors: () => hasColor(io, io.stdout),
      getErrHasColors: () => hasColor(io, io.stderr),
    })
    .addHelpText('after', `\n${laidOut(tongue, io, words.after)}`);
  for (const { name, group, isFirst = false } of catalogue) {
    const help = words.commands[name];
    const examples = help.examples.map(
      ([command, what]) => `${laidOut(tongue, io, `  # ${what}`)}\n  ${command}`,
    );
    const command = program
      .command(name, { hidden: argv.length === 0 && !isFirst })
      .summary(help.summary)
      .description(joined(help.about))
      .helpGroup(words.groups[group])
      .addHelpText('after', `\n${words.examples}\n${examples.join('\n')}`);
    command.action(async () => {
      const room = await loadRoom();
      const options = command.optsWithGlobals();
      if (options['asOf'] !== undefined && !looksBack.has(group)) {
        throw new Failure(exitCodes.usage, (say) => say.noLookingBack(name));
      }
      if (options['knownBy'] !== undefined && !looksBack.has(group)) {
        throw new Failure(exitCodes.usage, (say) => say.noKnownBy(name));
      }
      const context = await room.contextOf(io, argv.slice(argv.indexOf(name)), options, language);
      const outcome = await room.commands[name].run(context, command.args, options);
      const text = await room.render(outcome, io, options);
      if (!(await room.paged(io, text, options))) await writeOut(io, text);
      await io.stderr.write(room.talkOf(outcome, context.notes(outcome.about)));
      answered(outcome.exit ?? exitCodes.ok);
    });
  }
  program.hook('preSubcommand', async (_program, command) => {
    const listed = catalogue.find(({ name }) => name === command.name());
    if (!listed) return;
    const { commands } = await loadRoom();
    commands[listed.name].configure(command, words);
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
export const main = async (typed: readonly string[], io: Io): Promise<ExitCode> => {
  const argv = meantBy(typed, io);
  let exit: ExitCode = exitCodes.ok;
  let tongue = english;
  try {
    tongue = await tongueOf(languageOf(argv, io), io);
    const { help, failures } = tongue;
    const { program, printed } = createProgram(argv, io, tongue, (answered) => {
      exit = answered;
    });
    try {
      if (argv.length === 0)
        await writeOut(
          io,
          `${program.helpInformation()}\n${laidOut(tongue, io, `${help.more}\n\n${help.after}`)}\n`,
        );
      else await program.parseAsync([...withoutHelpWord(argv)], { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      if (error.exitCode !== 0) {
        const told = help.mistake(visible(printed()));
        await io.stderr.write(told.replace(/^error:/, `${failures.prefix}:`));
        return exitCodes.usage;
      }
      await writeOut(io, printed());
    }
    return exit;
  } catch (error) {
    if (isClosedPipe(error)) return exitCodes.ok;
    const failure = failureOf(error);
    const { failures } = tongue;
    const { message, hint } = failure.say(failures);
    const stack = io.env['REFORM_DEBUG'] && error instanceof Error ? `${error.stack}\n` : '';
    const excerpt = failure.excerpt === undefined ? '' : `${failure.excerpt}\n`;
    const lines = `${failures.prefix}: ${visible(message)}\n${excerpt}${hint ? `${visible(hint)}\n` : ''}${stack}`;
    // Where standard error is gone as well, the exit code still tells.
    await io.stderr.write(lines).catch(() => {});
    return failure.exit;
  }
};
