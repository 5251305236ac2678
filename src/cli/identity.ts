/** Who the user is, kept in the user's own configuration and never in a repository. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';
import type { Io } from './io.ts';

export interface Identity {
  readonly unit?: string;
  readonly name?: string;
  /** The language to be answered in. */
  readonly language?: 'en' | 'zh';
}

/** The file the identity is kept in; `REFORM_CONFIG` names another folder than the system's. */
export const identityFile = ({ env }: Io): string =>
  join(env['REFORM_CONFIG'] ?? envPaths('reform', { suffix: '' }).config, 'identity.json');

/** Undefined where nobody is set, or the file says nothing of use. */
export const readIdentity = (io: Io): Identity | undefined => {
  try {
    const kept: Identity = JSON.parse(readFileSync(identityFile(io), 'utf8'));
    const { unit, name, language } = kept;
    return {
      ...(typeof unit === 'string' && { unit }),
      ...(typeof name === 'string' && { name }),
      ...((language === 'en' || language === 'zh') && { language }),
    };
  } catch {
    return undefined;
  }
};

/** Folder by folder: asked for all at once, Node never comes back where the system has none, as below /proc. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder);
};

export const writeIdentity = (io: Io, identity: Identity): void => {
  const file = identityFile(io);
  makeFolder(dirname(file));
  writeFileSync(file, `${JSON.stringify(identity, null, 2)}\n`);
};

export const forgetIdentity = (io: Io): void => rmSync(identityFile(io), { force: true });
