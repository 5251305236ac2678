/**
 * Reads an office's file in a thread of its own, which has so much memory and so much time and no
 * more: a file made to harm ends that thread and not the command.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { most, type SheetsRead } from './fault.ts';
import type { How } from './here.ts';

/** Put in when the program is bundled: where the thread's bundle lies beside this file. */
declare const REFORM_SHEETS: string;

/** Bounds of one reading; what is not named is as in `most`. */
export interface Bounds {
  readonly seconds?: number;
  /** In megabytes. */
  readonly memory?: number;
}

/** Reads a file's tables. Whatever is wrong with the file is an answer; only a bug of ours is thrown. `name` is the file's, `-` for standard input. */
export const readSheets = (
  bytes: Uint8Array,
  how: How,
  { seconds = most.seconds, memory = most.memory }: Bounds = {},
): Promise<SheetsRead> => {
  const { length } = bytes;
  if (length > most.bytes)
    return Promise.resolve({
      is: 'refused',
      fault: { code: 'too-large', bytes: length, most: most.bytes },
    });
  return new Promise((resolve, reject) => {
    const worker = new Worker(join(__dirname, REFORM_SHEETS), {
      workerData: { bytes, how },
      resourceLimits: { maxOldGenerationSizeMb: memory },
      // What a library prints is no answer.
      stdout: true,
      stderr: true,
    });
    const answer = (read: SheetsRead): void => {
      // The first answer counts: a thread that is being ended may fail on its way out.
      clearTimeout(deadline);
      void worker.terminate();
      resolve(read);
    };
    const refuse = (fault: Extract<SheetsRead, { is: 'refused' }>['fault']): void =>
      answer({ is: 'refused', fault });
    const deadline = setTimeout(
      () => refuse({ code: 'too-long', why: 'seconds', most: seconds }),
      seconds * 1_000,
    );
    worker.once('message', answer);
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
        return refuse({ code: 'too-long', why: 'memory', most: memory });
      clearTimeout(deadline);
      reject(error);
    });
  });
};
