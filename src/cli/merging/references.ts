/**
 * Follows ids that a merge has changed: what a side says of a record that only it had, under the number it had there, means
 * that record, and is rewritten in whichever file it stands. It writes nothing.
 */
import { editText } from '../../ledger/edit.ts';
import { allKeys, load } from '../../ledger/load.ts';
import { parse } from '../../ledger/parse.ts';
import { overlay, type Source } from '../../ledger/source.ts';
import { decode, encode } from '../../ledger/text.ts';
import type { FileEdit } from '../../ledger/write.ts';
import type { Value } from '../../model/attribute.ts';
import type { Change } from '../../model/change.ts';
import type { Entry, Ledger, Path } from '../../model/ledger.ts';
import { isFields, otherThan, type Renumbered, type Side } from '../../model/merge/sides.ts';

/** A record that names another one that has got a new number. */
export interface Reference {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The file in which it was rewritten; null where it could not be. */
  readonly file: string | null;
}

/** An id as it is now; undefined where it is not the one that was changed, or of something inside it. */
const renamed = (text: string, { from, to }: Renumbered): string | undefined => {
  if (text === from) return to;
  const isInside = text.startsWith(from) && /^[.#][^\s]+$/.test(text.slice(from.length));
  return isInside ? to + text.slice(from.length) : undefined;
};

/** A value with another one in its place. */
interface Named {
  readonly path: Path;
  readonly value: Value;
}

/** Attributes of a value that name the record, with what they are to be; the record's own id is none of them. */
const namesIn = (
  value: Value | undefined,
  change: Renumbered,
  path: Path = [],
): readonly Named[] => {
  const now = (each: Value) => (typeof each === 'string' ? renamed(each, change) : undefined);
  if (typeof value === 'string') {
    const other = now(value);
    return other === undefined ? [] : [{ path, value: other }];
  }
  if (Array.isArray(value)) {
    // A list of names is one attribute.
    const isNamed = value.some((each: Value) => now(each) !== undefined);
    if (isNamed) return [{ path, value: value.map((each: Value) => now(each) ?? each) }];
    return value.flatMap((each: Value, index) => namesIn(each, change, [...path, index]));
  }
  if (!isFields(value)) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'id' ? [] : namesIn(each, change, [...path, name]),
  );
};

const dataOf = ({ data }: Entry) => data as unknown as Value;

const entriesOf = (ledger: Ledger | undefined): readonly Entry[] =>
  Object.values(ledger?.entries ?? {}).flat() as readonly Entry[];

const keyOf = ({ kind, id }: Pick<Entry, 'kind' | 'id'>): string => `${kind} ${id}`;

type Ledgers = { readonly [S in Side]: Ledger | undefined };

/** Records of a side that name what has got another number there, and did not on the other side. */
const referencesTo = (change: Renumbered, sides: Ledgers): readonly Entry[] => {
  const names = (entry: Entry) => namesIn(dataOf(entry), change).length > 0;
  const before = new Set(entriesOf(sides[otherThan(change.side)]).filter(names).map(keyOf));
  return entriesOf(sides[change.side]).filter((entry) => names(entry) && !before.has(keyOf(entry)));
};

const edited = (
  bytes: Uint8Array | null | undefined,
  file: string,
  puts: readonly Named[],
): Uint8Array | undefined => {
  const decoded = bytes ? decode(bytes) : undefined;
  if (!decoded || 'problem' in decoded) return undefined;
  const { text, hasMark } = decoded.text;
  const changes = puts.map(
    ({ path, value }): Change => ({ op: 'put', file, path, value, order: [] }),
  );
  const after = editText(text, parse(text, { keys: allKeys }), changes, allKeys);
  return after === undefined ? undefined : encode({ text: after, hasMark });
};

/**
 * What names renumbered records, with the edits that make it name them as they are called now.
 * @param edits what is done to the files before
 */
export const followReferences = (
  source: Source,
  edits: readonly FileEdit[],
  renumbered: readonly Renumbered[],
  sides: Ledgers,
): { readonly references: readonly Reference[]; readonly edits: readonly FileEdit[] } => {
  const all = new Map(edits.map((edit) => [edit.file, edit]));
  const references: Reference[] = [];
  const now = (file: string) => {
    const read = source.read(file);
    return read.is === 'bytes' ? read.bytes : null;
  };
  for (const change of renumbered) {
    const found = referencesTo(change, sides);
    if (found.length === 0) continue;
    const after = overlay(source, new Map([...all].map(([file, edit]) => [file, edit.after])));
    const { ledger } = load(after, { rules: false });
    for (const entry of found) {
      const id = [change, ...renumbered].reduce(
        (known, each) => (each.side === change.side ? (renamed(known, each) ?? known) : known),
        entry.id,
      );
      const standing = entriesOf(ledger).find((each) => keyOf(each) === keyOf({ ...entry, id }));
      const puts = standing ? namesIn(dataOf(standing), change) : [];
      const { from, to } = change;
      const before = standing && all.get(standing.file);
      const bytes = standing && (before ? before.after : now(standing.file));
      const isDone =
        standing !== undefined && puts.length === 0 && namesNew(dataOf(standing), change);
      const made =
        standing &&
        edited(
          bytes,
          standing.file,
          puts.map(({ path, value }) => ({ path: [...standing.path, ...path], value })),
        );
      if (standing && made && puts.length > 0) {
        const was = before ? before.before : now(standing.file);
        all.set(standing.file, { file: standing.file, before: was, after: made });
      }
      const isRewritten = isDone || (made !== undefined && puts.length > 0);
      references.push({ id, from, to, file: standing && isRewritten ? standing.file : null });
    }
  }
  return { references, edits: [...all.values()] };
};

/** Whether a value names the record as it is called now. */
const namesNew = (value: Value, { from, to, side }: Renumbered): boolean =>
  namesIn(value, { from: to, to: from, side }).length > 0;
