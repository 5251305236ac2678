/** The world as a command sees it: streams, environment, clock. Tests pass another one. */
import { userInfo } from 'node:os';
import type { Readable, Writable } from 'node:stream';
import envPaths from 'env-paths';

/** Where text goes. */
export interface Sink {
  /** Resolves once the text has been taken; rejects where it could not be. */
  readonly write: (text: string) => Promise<void>;
  /** Columns where a person reads along, null where a file or a program does. */
  readonly width: number | null;
  /** Lines of the terminal, null as above. */
  readonly height: number | null;
}

export interface Io {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly now: Date;
  readonly stdout: Sink;
  readonly stderr: Sink;
  /** Standard input, or undefined where there is more than `most` bytes of it. */
  readonly readStdin: (most: number) => Promise<Uint8Array | undefined>;
  /** Where parsed files may be kept between commands; null where nothing is kept. */
  readonly cacheFolder: string | null;
  /** The command that started this program, for whoever has to start it again. */
  readonly program: readonly string[];
  /** The system's name for who runs the program. */
  readonly user: string;
  /** Where questions can be asked and answered; null where no person sits in front of it. */
  readonly terminal: { readonly input: Readable; readonly output: Writable } | null;
  /**
   * Gives text to a program that has the terminal, with more variables in its environment; resolves once
   * it is left. False where the text was not shown: no such program, or it failed.
   */
  readonly page: (command: readonly string[], env: Io['env'], text: string) => Promise<boolean>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /**
   * Tells from now on when the user or the system asks the program to stop, instead of stopping it.
   * The wish comes through only in a `pause`.
   */
  readonly onInterrupt: (listener: () => void) => void;
}

const sink = (stream: NodeJS.WriteStream, isTalk: boolean): Sink => {
  // Without a listener an error of the stream would end the process with a stack trace.
  stream.on('error', () => {});
  return {
    write: (chunk) =>
      new Promise((resolve, reject) => {
        if (chunk === '') resolve();
        // Nobody may be there any more to hear the talk; what was done is done all the same.
        else stream.write(chunk, (error) => (error && !isTalk ? reject(error) : resolve()));
      }),
    // A terminal that does not tell its size says 0.
    width: stream.isTTY ? stream.columns || 80 : null,
    height: stream.isTTY ? stream.rows || 24 : null,
  };
};

/** Where the system keeps what programs can make anew; `REFORM_CACHE` names another folder. */
const cacheFolder = (): string =>
  process.env['REFORM_CACHE'] ?? envPaths('reform', { suffix: '' }).cache;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A user without an entry in the system's list has a number only. */
const systemUser = (): string => {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
};

/** Without a shell, and with both ends of the terminal; what the user types to stop it is for it alone. */
const page: Io['page'] = ([program = '', ...args], env, text) =>
  new Promise((resolve) => {
    const { spawn } = process.getBuiltinModule('node:child_process');
    const ignore = () => {};
    process.on('SIGINT', ignore);
    const end = (isShown: boolean) => {
      process.removeListener('SIGINT', ignore);
      resolve(isShown);
    };
    const child = spawn(program, args, {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', () => end(false));
    child.on('close', (code) => end(code === 0 || code === null));
    // Whoever has seen enough leaves before all of it was taken.
    child.stdin.on('error', ignore);
    child.stdin.end(text);
  });

export const processIo = (): Io => ({
  // A folder that has been removed is a failure of the command, and of those alone that look for a ledger.
  get cwd() {
    return process.cwd();
  },
  env: process.env,
  now: new Date(),
  cacheFolder: cacheFolder(),
  program: [process.execPath, ...process.argv.slice(1, 2)],
  stdout: sink(process.stdout, false),
  stderr: sink(process.stderr, true),
  readStdin: async (most) => {
    const chunks: Buffer[] = [];
    let length = 0;
    for await (const chunk of process.stdin) {
      chunks.push(chunk as Buffer);
      length += (chunk as Buffer).length;
      if (length > most) return undefined;
    }
    return Buffer.concat(chunks);
  },
  // Looked up when it is needed: readers do not, and the list of users may lie on a network.
  get user() {
    return systemUser();
  },
  terminal:
    process.stdin.isTTY && process.stderr.isTTY
      ? { input: process.stdin, output: process.stderr }
      : null,
  page,
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  onInterrupt: (listener) => {
    for (const signal of signals) process.on(signal, listener);
  },
});

/** Colour only where a person looks, unless the environment says otherwise (no-color.org). */
export const hasColor = ({ env }: Io, { width }: Sink): boolean => {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return width !== null && env['TERM'] !== 'dumb';
};
