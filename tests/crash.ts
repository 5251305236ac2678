/** What tests of crashes share: what a crash leaves on disk, and who a dead process is. */
import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { copyOf, projectRoot } from './harness.ts';

/** The number of a process that has ended. */
export const deadPid: number = spawnSync(process.execPath, ['-e', '0']).pid;

/** What a folder has in it, among files. */
export const aFolder = '(a folder)';

/** Every file and folder below a folder with what is in it, other than what is left out. */
export const tree = (
  root: string,
  isLeftOut: (path: string) => boolean = () => false,
): ReadonlyMap<string, string> =>
  new Map(
    (existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [])
      .filter((path) => !isLeftOut(path))
      .sort()
      .map((path) => {
        const at = join(root, path);
        return [path, statSync(at).isDirectory() ? aFolder : readFileSync(at, 'latin1')];
      }),
  );

/** Makes a folder what it was when its tree was taken; touches only what has become different. */
export const restore = (root: string, before: ReadonlyMap<string, string>): void => {
  const now = tree(root);
  for (const path of now.keys()) {
    if (!before.has(path)) rmSync(join(root, path), { recursive: true, force: true });
  }
  for (const [path, text] of before) {
    if (now.get(path) === text) continue;
    if (text === aFolder) mkdirSync(join(root, path), { recursive: true });
    else writeFileSync(join(root, path), text, 'latin1');
  }
};

const ofLock = /^(?:lock|candidate-.*|next-.*)$/;

/**
 * In these tests a command that has ended leaves files that name this process, which lives on. They
 * are made to name one that has ended, as they would.
 */
export const bury = (backroom: string): void => {
  let names: readonly string[];
  try {
    names = readdirSync(backroom);
  } catch {
    return;
  }
  for (const name of names.filter((each) => ofLock.test(each))) {
    const path = join(backroom, name);
    const text = readFileSync(path, 'utf8');
    // A torn file names nobody, neither alive nor dead.
    writeFileSync(path, text.replace(`"pid":${process.pid},`, `"pid":${deadPid},`));
  }
};

/** What writers have left that no writer should. */
export const litterIn = (root: string, backroom: string): readonly string[] => {
  const isLitter = (path: string) =>
    /\.tmp$/.test(path) || /^(?:journal|lock|candidate-.*|next-.*)$/.test(path);
  return [...tree(root).keys(), ...tree(backroom).keys()].filter(isLitter);
};

const bin = join(projectRoot, 'bin', 'reform.js');

/** How a process ended. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

/** The day on which these commands run: after the last entry of the hand ledger. */
export const today = '2023-02-15';

/** Starts the real program beside a ledger in `ledger/`; nothing of this machine's settings counts. */
export const startReform = (
  place: string,
  args: readonly string[],
  { preload, ...options }: SpawnOptions & { readonly preload?: string } = {},
): Started => {
  const child = spawn(
    process.execPath,
    [...(preload ? ['--require', preload] : []), bin, ...args, '--today', today, '--no-cache'],
    {
      cwd: place,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
      env: {
        ...process.env,
        REFORM_LEDGER: join(place, 'ledger'),
        REFORM_CONFIG: join(place, 'nobody'),
        REFORM_BY: '',
        ...options.env,
      },
    },
  );
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => resolve({ code, out, err }));
  });
  return { child, ended };
};

/** Numbers from 0 to 1 that look random and are the same each time. */
export const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** Waits for less than a timer can. */
export const spin = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

/** Copies a file tree into a new folder and gives it a repository, where one is wanted. */
export const layOut = (ledger: string, isInGit = true): string => {
  const place = dirname(copyOf(ledger));
  if (isInGit) {
    mkdirSync(join(place, '.git'));
    writeFileSync(join(place, '.git', 'HEAD'), 'ref: refs/heads/main\n');
  }
  return place;
};
