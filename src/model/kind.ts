/**
 * What a kind of record is: its attributes, what is derived from them, and where its records stand
 * in the ledger's folder. A kind is one file in `kinds/` and one line in `kinds/index.ts`.
 */
import type { IdForm, Shape, Type, Value } from './attribute.ts';
import type { Entry } from './ledger.ts';
import type { View } from './view.ts';

/** Where the records of a kind are kept, relative to the ledger's folder. */
export type Place =
  /** The file is the record. */
  | { readonly in: 'single'; readonly file: string }
  /** The file is a list of records. */
  | { readonly in: 'file'; readonly file: string }
  /** One record a file, the file named by its id. */
  | { readonly in: 'folder'; readonly folder: string }
  /**
   * One file for each record of `by`, named by its id, with `by: id` and the records under `key`.
   */
  | {
      readonly in: 'folder-by';
      readonly folder: string;
      readonly by: string;
      readonly key: string;
    }
  /**
   * Inside a record of another kind, under `key`. `idOf` tells a whole id from the parent's and the
   * local one.
   */
  | {
      readonly in: 'parent';
      readonly parent: string;
      readonly key: string;
      readonly idOf: (parent: string, local: string) => string;
    };

/** A fact that follows from the record and the ledger around it, computed and never stored. */
export interface Derived {
  readonly doc: string;
  readonly type: Type;
  readonly of: (view: View, entry: Entry) => Value;
}

/**
 * Derived facts by name. Annotate a kind's facts with this type rather than leaving it to
 * inference: they look at the whole ledger, whose type follows from all kinds, and would be part of
 * themselves.
 */
export type Facts = { readonly [name: string]: Derived };

/** One kind of record. */
export interface Kind<S extends Shape = Shape> {
  readonly name: string;
  /** The word typed in `reform list`. */
  readonly plural: string;
  readonly doc: string;
  readonly place: Place;
  readonly attributes: S;
  readonly derived: Facts;
  /** Columns of `list` unless others are asked for; empty ones are not drawn. */
  readonly columns: readonly string[];
  /** The attribute that names a record to a reader. */
  readonly titleOf: keyof S & string;
}

export const kind = <const S extends Shape>(spec: Kind<S>): Kind<S> => spec;

/** A short lower-case name such as `urban-planning`. */
export const slug = (example: string): IdForm => ({
  pattern: /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
  example,
});
