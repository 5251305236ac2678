/** What a rule is: a function from a ledger to findings, which changes nothing. */
import type { Finding, Problem } from '../diagnostic.ts';
import type { Event } from '../events.ts';
import { type KindName, kindNames } from '../kinds/index.ts';
import type { Entry, Ledger, Path } from '../ledger.ts';

/** A file that evidence or a document refers to, as it is on disk. */
export interface Attachment {
  readonly sha256: string;
  /** The text, for documents whose quotes are looked up. */
  readonly text?: string;
}

/** A file that keeps the records of another record: a district's projects. */
export interface Owner {
  readonly file: string;
  /** The kind of the record whose file it is, which is also the key that names it. */
  readonly by: KindName;
  readonly id: string;
}

/** An event that can be read in a log that as a whole cannot: what it lacks can still be told. */
export interface LooseEvent {
  readonly entry: Entry;
  readonly index: number;
  readonly event: Event;
}

/** What a rule may look at. */
export interface Checked {
  readonly ledger: Ledger;
  readonly unread: ReadonlySet<KindName>;
  /** Whose records a file keeps, for files that are kept by another record's id. */
  readonly owners: readonly Owner[];
  readonly loose: readonly LooseEvent[];
  /**
   * Files referred to, by path; null where a file is missing. Undefined when they are not checked.
   */
  readonly attachments?: ReadonlyMap<string, Attachment | null>;
  /** Where an entry stands in the text, for pointing from one file to another. */
  readonly lineOf?: (entry: Entry) => number | null;
}

export type Rule = (checked: Checked) => readonly Finding[];

/** A finding at an address inside an entry. */
export const found = (
  { file, path }: Entry,
  inner: Path,
  problem: Problem,
  onKey = false,
): Finding => ({ ...problem, file, path: [...path, ...inner], ...(onKey && { onKey }) });

export const allEntries = (ledger: Ledger): readonly Entry[] =>
  kindNames.flatMap((kind): readonly Entry[] => ledger.entries[kind]);
