/** Options that several commands share, from text to meaning. */
import type { Options } from './command.ts';
import { exitCodes, Failure } from './failure.ts';

/** The format asked for; `--json` is another way to ask for JSON. */
export const pickFormat = (
  options: Options,
  possible: readonly string[],
  otherwise: string,
): string => {
  const given = options['json'] ? 'json' : (options['format'] ?? otherwise);
  const format = String(given);
  if (!possible.includes(format)) {
    throw new Failure(exitCodes.usage, (say) => say.unknownValue('format', format, possible));
  }
  return format;
};

/** The parts of an option that takes several values separated by commas. */
export const splitList = (given: Options[string]): readonly string[] =>
  typeof given === 'string'
    ? given
        .split(/[,，]/)
        .map((part) => part.trim())
        .filter((part) => part !== '')
    : [];
