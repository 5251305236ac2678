/**
 * Where a ledger's bytes come from. A source lists and reads files by their path inside the
 * ledger's folder, always with `/`; it knows nothing of what is in them.
 */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';

/** What a path holds: bytes, or why none can be had. */
type Read =
  | { readonly is: 'bytes'; readonly bytes: Uint8Array }
  | { readonly is: 'missing' }
  /** A link that leads out of the folder or nowhere, a folder, or a device. */
  | { readonly is: 'special'; readonly what: 'link' | 'folder' | 'other' }
  | { readonly is: 'unreadable'; readonly reason: string }
  | { readonly is: 'too-large'; readonly bytes: number; readonly most: number };

export interface Source {
  /** All files below the folder, hidden folders left out. */
  readonly list: () => readonly string[];
  /** Reads a file of at most `largestFile` bytes, or of as many as are named. */
  readonly read: (file: string, most?: number) => Read;
}

/** The largest file that is read, in bytes: a ledger of a thousand measures is a tenth of it. */
export const largestFile = 5_000_000;

/** The largest file that evidence may be, in bytes; it is hashed whole. */
export const largestEvidence = 200_000_000;

/**
 * The SHA-256 of bytes, in hexadecimal. Node's cryptography is loaded only here: readers start
 * without it.
 */
export const sha256 = (bytes: Uint8Array): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(bytes).digest('hex');

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);

const filesBelow = (root: string, folder: string): readonly string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((each) => {
    const path = folder === '' ? each.name : `${folder}/${each.name}`;
    // A folder named like a file is told of and not looked into.
    const isFolder = each.isDirectory() && !each.name.endsWith('.yaml');
    if (isFolder) return each.name.startsWith('.') ? [] : filesBelow(root, path);
    return [path];
  });

/** Whether a path, its links followed, lies inside a folder, whose links are followed already. */
const liesInside = (realRoot: string, path: string): boolean => {
  const inner = relative(realRoot, realpathSync.native(path));
  return inner !== '' && !inner.startsWith(`..${sep}`) && inner !== '..';
};

const readInside = (root: string, realRoot: string, file: string, most: number): Read => {
  const path = join(root, file);
  try {
    const isLink = lstatSync(path).isSymbolicLink();
    const stats = statSync(path);
    if (!liesInside(realRoot, path)) return { is: 'special', what: 'link' };
    if (stats.isDirectory()) return { is: 'special', what: 'folder' };
    // Reading a FIFO or a device would wait for ever.
    if (!stats.isFile()) return { is: 'special', what: isLink ? 'link' : 'other' };
    if (stats.size > most) return { is: 'too-large', bytes: stats.size, most };
    return { is: 'bytes', bytes: readFileSync(path) };
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') return { is: 'unreadable', reason: codeOf(error) };
    try {
      lstatSync(path);
      return { is: 'special', what: 'link' };
    } catch {
      return { is: 'missing' };
    }
  }
};

/** Reads a file wherever it lies, for taking a copy of it into the ledger. */
export const readAnywhere = (path: string, most: number): Read => {
  try {
    const realRoot = realpathSync.native(dirname(realpathSync.native(path)));
    return readInside(dirname(path), realRoot, basename(path), most);
  } catch (error) {
    const reason = codeOf(error);
    return reason === 'ENOENT' ? { is: 'missing' } : { is: 'unreadable', reason };
  }
};

/** The files of a folder on disk. Listing throws where the folder itself cannot be read. */
export const folderSource = (root: string): Source => {
  const realRoot = realpathSync.native(root);
  return {
    list: () => filesBelow(root, ''),
    read: (file, most = largestFile) => readInside(root, realRoot, file, most),
  };
};

/**
 * A source with some files replaced, or taken away where null stands for one: for checking an edit
 * before it is written.
 */
export const overlay = (below: Source, edited: ReadonlyMap<string, Uint8Array | null>): Source => ({
  list: () => [
    ...new Set([...below.list(), ...edited.keys()].filter((file) => edited.get(file) !== null)),
  ],
  read: (file, most = largestFile) => {
    const bytes = edited.get(file);
    if (bytes === undefined) return below.read(file, most);
    if (bytes === null) return { is: 'missing' };
    if (bytes.length > most) return { is: 'too-large', bytes: bytes.length, most };
    return { is: 'bytes', bytes };
  },
});
