/** What files of past versions say, as values: only what a reader of the ledger could have read. */
import type { Value } from '../../model/attribute.ts';
import { isUnreadable } from '../../model/diagnostic.ts';
import { placeOf } from '../../model/layout.ts';
import { checkShape } from '../../model/schema.ts';
import { largestFile } from '../source.ts';
import { decode } from '../text.ts';
import type { Objects } from './objects.ts';
import { pieceReader } from './pieces.ts';
import { GitTrouble } from './run.ts';

/** Contents of files as values, each read once. */
export interface Values {
  /** The value of some contents; undefined where no reader could have read them. */
  readonly of: (file: string, blob: string) => Value | undefined;
  /** Fetches the contents that are asked for later. */
  readonly fetch: (wanted: readonly (readonly [file: string, blob: string])[]) => Promise<void>;
}

const valueIn = (
  file: string,
  bytes: Uint8Array,
  read: (text: string) => Value | undefined,
): Value | undefined => {
  const kind = placeOf(file);
  const decoded = bytes.length > largestFile ? undefined : decode(bytes);
  if (kind === undefined || !decoded || 'problem' in decoded) return undefined;
  const value = read(decoded.text.text);
  if (value === undefined) return undefined;
  return checkShape(kind, file, value).some(({ code }) => isUnreadable(code)) ? undefined : value;
};

/** Values of contents that git holds, none of them fetched yet. */
export const valuesFrom = (objects: Objects): Values => {
  const values = new Map<string, Value | undefined>();
  const read = pieceReader();
  // The same contents are another record where they lie in a place for others.
  const keyOf = (file: string, blob: string) => `${placeOf(file)} ${blob}`;
  return {
    of: (file, blob) => values.get(keyOf(file, blob)),
    fetch: async (wanted) => {
      const open = new Map(
        wanted
          .filter(([file, blob]) => !values.has(keyOf(file, blob)))
          .map((each) => [keyOf(...each), each] as const),
      );
      await Promise.all(
        [...open].map(async ([key, [file, blob]]) => {
          const found = await objects.find(blob);
          if (!found) throw new GitTrouble('missing-object', file);
          values.set(key, valueIn(file, found.bytes, read));
        }),
      );
    },
  };
};
