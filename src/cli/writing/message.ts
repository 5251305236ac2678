/** The words of an event, from the command line, a file or standard input. */
import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { exitCodes, Failure, isFailure } from '../failure.ts';
import type { Io } from '../io.ts';
import type { Options } from '../options.ts';

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

/** The longest text that an event says, in bytes; a page has a few thousand. */
const longest = 100_000;

/** At most one byte more than is wanted: a device or a pipe may never end. */
const readBounded = (path: string): Uint8Array => {
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(longest + 1);
    let length = 0;
    for (;;) {
      const taken = readSync(descriptor, buffer, length, buffer.length - length, null);
      length += taken;
      if (taken === 0 || length === buffer.length) return buffer.subarray(0, length);
    }
  } finally {
    closeSync(descriptor);
  }
};

const readText = async (io: Io, file: string): Promise<string> => {
  try {
    const bytes = file === '-' ? await io.readStdin(longest) : readBounded(resolve(io.cwd, file));
    if (bytes === undefined || bytes.length > longest) {
      throw new Failure(exitCodes.usage, (say) => say.tooLong(file, longest));
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (isFailure(error)) throw error;
    const { code, name } = error as NodeJS.ErrnoException;
    throw new Failure(exitCodes.usage, (say) =>
      code === 'ENOENT'
        ? say.noFile(file)
        : code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
          ? say.notUtf8(file)
          : say.unreadableFile(file, code ?? name),
    );
  }
};
