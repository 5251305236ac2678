/** The one place that writes: an outcome's answer to standard output, its talk to standard error. */
import { visible } from '../format/escape.ts';
import { formats } from '../format/index.ts';
import type { Outcome } from './command.ts';
import { type ExitCode, exitCodes, Failure } from './failure.ts';
import type { Io, Sink } from './io.ts';

/** Colour only where a person looks, unless the environment says otherwise (no-color.org). */
export const hasColor = ({ env }: Io, { width }: Sink): boolean => {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return width !== null && env['TERM'] !== 'dumb';
};

const textOf = async (
  { document, format = 'table', text = '' }: Outcome,
  io: Io,
): Promise<string> => {
  if (!document) return text;
  const render = await formats[format]?.();
  if (!render) throw new Error(`there is no format ${format}`);
  return text + render(document, { width: io.stdout.width, color: hasColor(io, io.stdout) });
};

/** Writes an outcome and tells the exit code. Output that cannot be written is a failure; a closed pipe is not. */
export const emit = async (outcome: Outcome, io: Io): Promise<ExitCode> => {
  const text = await textOf(outcome, io);
  try {
    await io.stdout.write(text);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    if (code === 'EPIPE') throw error;
    throw new Failure(exitCodes.system, (say) => say.output(code));
  }
  const talk = (outcome.talk ?? []).map((line) => `${visible(line)}\n`).join('');
  await io.stderr.write(talk);
  return outcome.exit ?? exitCodes.ok;
};
