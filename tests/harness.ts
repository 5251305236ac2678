/** Runs commands in this process on real files, with every part of the world given. */
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Io } from '../src/cli/io.ts';
import { main } from '../src/cli/main.ts';

/** The project's own folder. */
export const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)));

export interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

interface Setting {
  readonly cwd?: string;
  readonly width?: number;
  readonly height?: number;
  /** What a pager does with a long answer; there is none unless one is given. */
  readonly page?: Io['page'];
  readonly env?: Readonly<Record<string, string>>;
  readonly stdin?: string;
  readonly now?: string;
  readonly cacheFolder?: string;
  readonly user?: string;
  /** Someone at a terminal, with what they type. */
  readonly typing?: readonly string[];
  /** Told whatever is drawn at that terminal. */
  readonly drawn?: (text: string) => void;
}

/** A terminal at which somebody types a line for each question. */
const typist = (lines: readonly string[], drawn: (text: string) => void = () => {}) => {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  const left = [...lines];
  // A question is drawn before it is answered.
  output.on('data', (bytes: Buffer) => {
    drawn(bytes.toString());
    if (!bytes.toString().includes('\u001b[?25l')) return;
    const line = left.shift();
    if (line !== undefined) setImmediate(() => input.write(line));
  });
  return { input, output };
};

/** Runs `reform` with these arguments. Nothing but the files below `cwd` is shared with this machine. */
export const run = async (args: readonly string[], setting: Setting = {}): Promise<Ran> => {
  const { cwd = projectRoot, width, env = {}, stdin = '', now = '2022-12-01T04:00:00Z' } = setting;
  const { cacheFolder = null, user = 'tester', typing, drawn, height, page } = setting;
  let out = '';
  let err = '';
  const io: Io = {
    cwd,
    env: { REFORM_CONFIG: join(cwd, '.reform-config'), ...env },
    now: new Date(now),
    cacheFolder,
    program: [process.execPath, join(projectRoot, 'bin', 'reform.js')],
    stdout: {
      width: width ?? null,
      height: height ?? null,
      write: async (text) => {
        out += text;
      },
    },
    stderr: {
      width: width ?? null,
      height: height ?? null,
      write: async (text) => {
        err += text;
      },
    },
    readStdin: async (most) => {
      const bytes = Buffer.from(stdin);
      return bytes.length > most ? undefined : bytes;
    },
    user,
    terminal: typing ? typist(typing, drawn) : null,
    page: page ?? (async () => false),
    pause: async () => {},
    onInterrupt: () => {},
  };
  const exit = await main(args, io);
  return { exit, out, err };
};

export const temporaryFolder = (): string => mkdtempSync(join(tmpdir(), 'reform test-'));

/** A copy of a ledger that a test may change. Its path has a space in it, as paths have. */
export const copyOf = (ledger: string): string => {
  const root = join(temporaryFolder(), 'ledger');
  cpSync(join(projectRoot, ledger), root, { recursive: true });
  return root;
};

export const handLedger = 'tests/fixtures/hand/ledger';
export const realLedger = 'data/2022';

export const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');

interface Counted {
  readonly byStatus: object;
  readonly overdue: number;
  readonly claimed: number;
  readonly verified: number;
}

/** A summary's measures and projects as the oracle of the hand ledger counts them. */
export const asOracle = ({
  measures,
  projects,
}: {
  readonly measures: Counted;
  readonly projects: Counted;
}) => ({
  measures: measures.byStatus,
  projects: projects.byStatus,
  overdue: measures.overdue + projects.overdue,
  claimed: measures.claimed + projects.claimed,
  verified: measures.verified + projects.verified,
});
