/**
 * What git knows of files, asked of objects only: plumbing that runs no program of the repository,
 * fetches nothing and reads no configuration of ours (GIT_ALLOW_PROTOCOL, GIT_NO_LAZY_FETCH).
 */
import { realpathSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { workTreeOf } from './backroom.ts';

/** Variables of a hook or a shell must not point git at another repository. */
const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_LITERAL_PATHSPECS: '1',
});

/** The exit code with which git says that it cannot go on. */
const fatal = 128;

/** What git answers; null where it does not want to be asked, such as in a folder of another user. */
const ask = (folder: string, args: readonly string[]): string | undefined | null => {
  // Loaded only here: readers start without it.
  const { spawnSync } = process.getBuiltinModule('node:child_process');
  const { status, stdout } = spawnSync(
    'git',
    ['-C', folder, '--no-pager', '-c', 'core.fsmonitor=false', ...args],
    { env: environment(), encoding: 'utf8', timeout: 10_000, maxBuffer: 1_000_000 },
  );
  if (status === 0) return stdout;
  return status === fatal ? null : undefined;
};

/** The name git gives to a file's content, in the hash its repository uses. */
const blobName = (bytes: Uint8Array, like: string): string =>
  process
    .getBuiltinModule('node:crypto')
    .createHash(like.length > 40 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');

/**
 * The last commit that changed a file, where HEAD has exactly these bytes of it; undefined where it
 * has others, there is no commit or no git; null where git refuses to say.
 * @param root the ledger's folder
 */
export const commitOf = (
  root: string,
  file: string,
  bytes: Uint8Array,
): string | undefined | null => {
  const real = realpathSync.native(root);
  const top = workTreeOf(real)?.top;
  if (top === undefined) return undefined;
  const path = [...relative(top, real).split(sep), ...file.split('/')].filter(Boolean).join('/');
  const head = ask(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', 'HEAD^{commit}']);
  if (head === undefined || head === null) return head;
  const listed = ask(top, ['ls-tree', '-z', head.trim(), '--', path]);
  const [, name] = /^\d+ blob ([0-9a-f]+)\t/.exec(listed ?? '') ?? [];
  if (name === undefined || name !== blobName(bytes, name)) return undefined;
  return ask(top, ['rev-list', '-1', head.trim(), '--', path])?.trim().slice(0, 12);
};
