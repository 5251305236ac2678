/** Whether what a file holds is committed, and in which commit. */
import { inRepository, repositoryOf } from './repository.ts';
import { ask, isGitTrouble } from './run.ts';

/** The exit code with which git says that it cannot go on. */
const fatal = 128;

/** The name git gives to a file's content, in the hash its repository uses. */
export const blobName = (bytes: Uint8Array, like: string): string =>
  process
    .getBuiltinModule('node:crypto')
    .createHash(like.length > 40 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex');

/** What a large file is to git where its contents are kept elsewhere (Git LFS). */
const pointerTo = (bytes: Uint8Array): Uint8Array => {
  const sum = process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes);
  const text = `version https://git-lfs.github.com/spec/v1\noid sha256:${sum.digest('hex')}\nsize ${bytes.length}\n`;
  return Buffer.from(text);
};

const carriageReturn = 0x0d;

const withoutReturns = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(Buffer.from(bytes).toString('latin1').replace(/\r\n/g, '\n'), 'latin1');

/**
 * Whether bytes of the working folder are what git has under a name: as they are, without the ends of lines of some
 * systems, or by a pointer.
 */
export const isBlob = (bytes: Uint8Array, name: string): boolean =>
  blobName(bytes, name) === name ||
  (bytes.includes(carriageReturn) && blobName(withoutReturns(bytes), name) === name) ||
  blobName(pointerTo(bytes), name) === name;

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
  try {
    const repository = repositoryOf(root);
    const { top } = repository;
    const path = inRepository(repository, file);
    const asked = ask(top, [
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      'HEAD^{commit}',
    ]);
    if (asked.status !== 0) return asked.status === fatal ? null : undefined;
    const head = asked.bytes.toString().trim();
    const listed = ask(top, ['ls-tree', '-z', head, '--', path]).bytes.toString();
    const [, name] = /^\d+ blob ([0-9a-f]+)\t/.exec(listed) ?? [];
    if (name === undefined || name !== blobName(bytes, name)) return undefined;
    const last = ask(top, ['rev-list', '-1', head, '--', path]);
    return last.status === 0 ? last.bytes.toString().trim().slice(0, 12) : null;
  } catch (error) {
    if (isGitTrouble(error)) return undefined;
    throw error;
  }
};
