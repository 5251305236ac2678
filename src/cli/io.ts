/** The world as a command sees it: streams, environment, clock. Tests pass another one. */
import envPaths from 'env-paths';

/** Where text goes. */
export interface Sink {
  /** Resolves once the text has been taken; rejects where it could not be. */
  readonly write: (text: string) => Promise<void>;
  /** Columns where a person reads along, null where a file or a program does. */
  readonly width: number | null;
}

export interface Io {
  readonly cwd: string;
  readonly env: { readonly [name: string]: string | undefined };
  readonly now: Date;
  readonly stdout: Sink;
  readonly stderr: Sink;
  readonly readStdin: () => Promise<Uint8Array>;
  /** Where parsed files may be kept between commands; null where nothing is kept. */
  readonly cacheFolder: string | null;
}

const sink = (stream: NodeJS.WriteStream): Sink => {
  // Without a listener an error of the stream would end the process with a stack trace.
  stream.on('error', () => {});
  return {
    write: (chunk) =>
      new Promise((resolve, reject) => {
        if (chunk === '') resolve();
        else stream.write(chunk, (error) => (error ? reject(error) : resolve()));
      }),
    width: stream.isTTY ? (stream.columns ?? 80) : null,
  };
};

/** Where the system keeps what programs can make anew; `REFORM_CACHE` names another folder. */
const cacheFolder = (): string =>
  process.env['REFORM_CACHE'] ?? envPaths('reform', { suffix: '' }).cache;

export const processIo = (): Io => ({
  cwd: process.cwd(),
  env: process.env,
  now: new Date(),
  cacheFolder: cacheFolder(),
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  // Loaded when it is needed: it brings all of Node's web streams with it.
  readStdin: async () => (await import('node:stream/consumers')).buffer(process.stdin),
});

/** Colour only where a person looks, unless the environment says otherwise (no-color.org). */
export const hasColor = ({ env }: Io, { width }: Sink): boolean => {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return width !== null && env['TERM'] !== 'dumb';
};
