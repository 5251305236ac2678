/** The shells that can be completed in, and which of them the user seems to be in. */
import type { Io } from '../io.ts';
import { bash } from './bash.ts';
import { fish } from './fish.ts';
import { powershell } from './powershell.ts';
import { zsh } from './zsh.ts';

/** What each shell has to read so that it completes. */
export const scripts = { bash, zsh, fish, powershell } as const;

export type Shell = keyof typeof scripts;

export const shells = Object.keys(scripts) as readonly Shell[];

/** The shell named by SHELL; PowerShell where none is, as on Windows. */
export const shellOf = ({ env }: Pick<Io, 'env'>): Shell | undefined => {
  const [name = ''] = (env['SHELL'] ?? '').toLowerCase().match(/[^/\\]*$/) ?? [];
  if (name === '') return env['PSModulePath'] ? 'powershell' : undefined;
  return shells.find((shell) => name.startsWith(shell === 'powershell' ? 'pwsh' : shell));
};
