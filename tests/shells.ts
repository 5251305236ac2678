/**
 * Types into real shells, each in a terminal of its own: what the Tab key makes of a line is seen by
 * what the line would then hand to the program.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shell } from '../src/cli/completion/shells.ts';
import { projectRoot, temporaryFolder } from './harness.ts';

const isInstalled = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** How each shell starts without anybody's settings, and what it is told before anything is typed. */
const starts = {
  bash: {
    command: 'bash --norc --noprofile -i',
    setup: (script: string) =>
      `PS1='READY> '; bind 'set enable-bracketed-paste off'; source '${script}'; reform() { printf 'GOT'; printf '<%s>' "$@"; echo END; }`,
  },
  zsh: {
    command: 'zsh -f -i',
    setup: (script: string) =>
      `PS1='READY> '; unset zle_bracketed_paste; autoload -U compinit; compinit -u -D; source '${script}'; reform() { printf 'GOT'; printf '<%s>' "$@"; echo END; }`,
  },
  fish: {
    command: 'fish --no-config -i',
    setup: (script: string) =>
      `function fish_prompt; echo -n 'READY> '; end; source '${script}'; function reform; echo 'GOT<'(string join '><' -- $argv)'>END'; end`,
  },
} as const;

export type TypedShell = keyof typeof starts;

/** The shells that are installed here, with a terminal to run them in. */
export const installed: Readonly<Record<TypedShell, boolean>> = {
  bash: isInstalled('script') && isInstalled('bash'),
  zsh: isInstalled('script') && isInstalled('zsh'),
  fish: isInstalled('script') && isInstalled('fish'),
};

/** A program called `reform` for shells to ask: this one, or a script. */
export const programThat = (does = `exec node '${join(projectRoot, 'bin', 'reform.js')}' "$@"`) => {
  const folder = join(temporaryFolder(), 'bin');
  mkdirSync(folder);
  writeFileSync(join(folder, 'reform'), `#!/bin/sh\n${does}\n`);
  chmodSync(join(folder, 'reform'), 0o755);
  return folder;
};

interface Typed {
  readonly cwd: string;
  /** The folder of the program that is asked. */
  readonly programs: string;
  readonly script: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Types keys after the prompt and tells all that the terminal showed from then on, once it has shown
 * what is waited for; fails with it where that does not come.
 */
export const typeInto = (
  shell: Shell & TypedShell,
  keys: string,
  awaited: RegExp,
  { cwd, programs, script, env = {} }: Typed,
): Promise<string> => {
  const { command, setup } = starts[shell];
  const child = spawn('script', ['-qec', `stty cols 120 rows 40; exec ${command}`, '/dev/null'], {
    cwd,
    env: {
      PATH: `${programs}:${process.env['PATH']}`,
      HOME: temporaryFolder(),
      TERM: 'xterm',
      LC_ALL: 'C.UTF-8',
      ...env,
    },
  });
  // Typed apart, so that the terminal's echo of the command is not taken for what it prints.
  const steps: readonly (readonly [keys: string, awaited: RegExp])[] = [
    [`${setup(script)}; echo BE''GIN\n`, /BEGIN[\s\S]*READY> /],
    [keys, awaited],
  ];
  return new Promise((resolve, reject) => {
    let step = 0;
    let shown = '';
    const give = () => child.stdin.write(steps[step]?.[0] ?? '');
    const limit = setTimeout(() => {
      child.kill();
      reject(new Error(`${shell} did not show ${String(steps[step]?.[1])} but ${shown}`));
    }, 20_000);
    child.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString();
      if (!steps[step]?.[1].test(shown)) return;
      step += 1;
      if (step < steps.length) {
        shown = '';
        give();
        return;
      }
      clearTimeout(limit);
      child.kill();
      resolve(shown);
    });
    give();
  });
};

const handedOver = /GOT<(.*)>END/;

/** The words that the line would hand to the program after these keys. */
export const wordsAfter = async (
  shell: TypedShell,
  keys: string,
  how: Typed,
): Promise<readonly string[]> =>
  (handedOver.exec(await typeInto(shell, `${keys}\n`, handedOver, how))?.[1] ?? '').split('><');
