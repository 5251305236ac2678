/** The words of an event, from the command line, a file or standard input. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitCodes, Failure } from './failure.ts';
import type { Io } from './io.ts';
import type { Options } from './options.ts';

/** The text of `-m`, or of the file of `-F`; undefined where neither is given. */
export const messageFrom = async (io: Io, options: Options): Promise<string | undefined> => {
  const { message, file } = options;
  if (message !== undefined && file !== undefined) {
    throw new Failure(exitCodes.usage, (say) => say.textTwice());
  }
  const text = typeof file === 'string' ? await readText(io, file) : message;
  const trimmed = typeof text === 'string' ? text.replace(/\r\n/g, '\n').trim() : '';
  return trimmed === '' ? undefined : trimmed;
};

const readText = async (io: Io, file: string): Promise<string> => {
  try {
    const bytes = file === '-' ? await io.readStdin() : readFileSync(resolve(io.cwd, file));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    throw new Failure(exitCodes.usage, (say) =>
      code === 'ENOENT' ? say.noFile(file) : say.unreadableFile(file, code ?? name),
    );
  }
};
