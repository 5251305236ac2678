/**
 * The journal: what one command is about to change, complete enough to finish it or take it back.
 * Once it stands, the change is made, whatever dies; when the files have caught up it becomes the
 * newest entry of the history. Readers look through it, writers finish it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOf } from '../model/layout.ts';
import { isSame, reasonOf, replace } from './disk.ts';
import { folderSource, largestEvidence, overlay, type Source, sha256 } from './source.ts';

/** A file's content at one time: its sum, and its text where it is a file of records. */
interface Content {
  /** SHA-256 in hexadecimal. */
  readonly sha256: string;
  readonly text?: string;
}

/** A file before and after; null is a file that is not there. */
export interface JournalFile {
  /** Path inside the ledger's folder. */
  readonly file: string;
  readonly before: Content | null;
  readonly after: Content | null;
  /** The complete copy beside the file, by its name. */
  readonly beside: string | null;
}

/** One command's change. */
export interface Journal {
  readonly id: string;
  /** ISO 8601 instant. */
  readonly when: string;
  /** The system's user. */
  readonly user: string;
  /** The command as it was typed. */
  readonly command: string;
  /** What it did, a line for each item. */
  readonly said: readonly string[];
  /** The change that this one took back. */
  readonly undoes: string | null;
  readonly files: readonly JournalFile[];
}

const journalName = 'journal';
export const journalPath = (backroom: string): string => join(backroom, journalName);
const historyPath = (backroom: string): string => join(backroom, 'history');

export const contentOf = (file: string, bytes: Uint8Array | null): Content | null => {
  if (bytes === null) return null;
  const sum = { sha256: sha256(bytes) };
  // Files of records are UTF-8 through and through; attachments may be anything, and large.
  return isAttachment(file) ? sum : { ...sum, text: Buffer.from(bytes).toString('utf8') };
};

const isAttachment = (file: string): boolean => placeOf(file) === undefined;

export const encodeJournal = (journal: Journal): Uint8Array => {
  const body = JSON.stringify(journal);
  return Buffer.from(`${sha256(Buffer.from(body))}\n${body}\n`);
};

/** Whether a path may stand in a journal and is believed there: a file of records, or evidence, inside the folder. */
export const isPossible = (file: unknown): boolean =>
  typeof file === 'string' &&
  !file.split('/').some((part) => part === '' || part === '..' || part === '.') &&
  (placeOf(file) !== undefined || /^evidence\/[^\0\\]+$/.test(file));

const decodeJournal = (text: string): Journal | null => {
  const [sum, body = '', end] = text.split('\n');
  if (end !== '' || sha256(Buffer.from(body)) !== sum) return null;
  const journal = JSON.parse(body) as Journal;
  const isSound = journal.files.every(
    ({ file, beside }) => isPossible(file) && (beside === null || /^\.[^/\\]+$/.test(beside)),
  );
  return isSound ? journal : null;
};

/** The journal of a path: undefined where there is none, null where it cannot be believed. */
const readAt = (path: string): Journal | null | undefined => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(reasonOf(error))) return undefined;
    throw error;
  }
  try {
    return decodeJournal(text);
  } catch {
    return null;
  }
};

/** The unfinished change; undefined where there is none, null where its journal is damaged. */
export const readJournal = (backroom: string): Journal | null | undefined =>
  readAt(journalPath(backroom));

const namesOfHistory = (backroom: string): readonly string[] => {
  try {
    return readdirSync(historyPath(backroom))
      .filter((name) => /^\d{6}-/.test(name))
      .sort();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(reasonOf(error))) return [];
    throw error;
  }
};

/**
 * Changes that are kept, oldest first, an unfinished one at the end; null stands for one that cannot be
 * read.
 */
export const readHistory = (backroom: string): readonly (Journal | null)[] => {
  const finished = namesOfHistory(backroom).map(
    (name) => readAt(join(historyPath(backroom), name)) ?? null,
  );
  const journal = readJournal(backroom);
  return journal === undefined ? finished : [...finished, journal];
};

/** How many finished changes are kept for taking back. */
const mostKept = 100;

/** Where a journal goes once it is finished, and which older ones make room for it. */
export const placeInHistory = (
  backroom: string,
  { id }: Journal,
): { readonly path: string; readonly old: readonly string[] } => {
  const names = namesOfHistory(backroom);
  const number = Number(names.at(-1)?.slice(0, 6) ?? 0) + 1;
  const name = `${String(number).padStart(6, '0')}-${id.slice(0, 8)}`;
  const at = (each: string) => join(historyPath(backroom), each);
  return { path: at(name), old: names.slice(0, -(mostKept - 1)).map(at) };
};

/** Whether a content is what stands in a file now. */
export const isContent = (content: Content | null, bytes: Uint8Array | null): boolean =>
  content === null || bytes === null
    ? content === bytes
    : (content.text === undefined || isSame(Buffer.from(content.text), bytes)) &&
      content.sha256 === sha256(bytes);

/** Puts a journal that cannot be finished out of the way; tells where it is kept. */
export const setJournalAside = (backroom: string): string => {
  const aside = join(backroom, `set-aside-${crypto.randomUUID().slice(0, 8)}`);
  replace(journalPath(backroom), aside);
  return aside;
};

/**
 * A source as it will be once a journal is finished: files that have not caught up are replaced.
 * Undefined where a file is neither what it was nor what it is to become: somebody has changed it since.
 */
const throughJournal = (below: Source, journal: Journal): Source | undefined => {
  const bytesOf = (file: string): Uint8Array | null => {
    const read = below.read(file, largestEvidence);
    return read.is === 'bytes' ? read.bytes : null;
  };
  const pending = new Map<string, Uint8Array | null>();
  for (const { file, before, after, beside } of journal.files) {
    const bytes = bytesOf(file);
    if (isContent(after, bytes)) continue;
    if (!isContent(before, bytes)) return undefined;
    // An attachment stands in its copy only, which may have taken its place by now.
    const copy = beside === null ? null : bytesOf(file.replace(/[^/]*$/, beside));
    if (after === null) pending.set(file, null);
    else if (after.text !== undefined) pending.set(file, Buffer.from(after.text));
    else if (isContent(after, copy)) pending.set(file, copy);
  }
  return overlay(below, pending);
};

/** Why an unfinished change cannot be looked through, so that files are read as they are. */
export type Trouble = 'damaged' | 'contradicted';

/** What tells one moment between two changes from another. */
const momentOf = (backroom: string | undefined) => {
  if (backroom === undefined) return { journal: undefined, name: '' };
  try {
    const journal = readJournal(backroom);
    return { journal, name: `${journal?.id} ${namesOfHistory(backroom).at(-1)}` };
  } catch (error) {
    // Who may not look into it may read the ledger all the same.
    if (['EACCES', 'EPERM'].includes(reasonOf(error))) return { journal: undefined, name: '' };
    throw error;
  }
};

/** Reading a ledger takes milliseconds; nobody changes it so often without a break. */
const mostAttempts = 200;

/**
 * A ledger's files all as they were at one moment, held in memory, and whether an unfinished change
 * could not be looked through. Throws EBUSY where they are changed faster than they can be read.
 */
export const steadySource = (
  root: string,
  backroom: string | undefined,
): { readonly source: Source; readonly trouble: Trouble | undefined } => {
  const below = folderSource(root);
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const { journal, name } = momentOf(backroom);
    const seen = journal ? throughJournal(below, journal) : below;
    const through = seen ?? below;
    const listed = through.list();
    const records = listed.filter((file) => placeOf(file) !== undefined);
    const files = new Map(records.map((file) => [file, through.read(file)] as const));
    if (name === momentOf(backroom).name) {
      const source: Source = {
        list: () => listed,
        read: (file, most) => files.get(file) ?? through.read(file, most),
      };
      const trouble = journal === null ? 'damaged' : seen ? undefined : 'contradicted';
      return { source, trouble };
    }
  }
  throw Object.assign(new Error('changed again and again'), {
    code: 'EBUSY',
    syscall: 'read',
    path: root,
  });
};
