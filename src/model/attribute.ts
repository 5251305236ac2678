/**
 * How an attribute of a record is described, once: its type, whether it must stand, and a sentence
 * for the data dictionary. TypeScript types are inferred from the description here; checking,
 * columns and headings are derived from it elsewhere. It must not know YAML, zod or any particular
 * kind.
 */

/** Anything a ledger file can hold once read: JSON's values. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | { readonly [key: string]: Value };

/** The values of a list, or the one value; none where nothing stands. */
export const valuesIn = (value: Value): readonly Value[] =>
  Array.isArray(value) ? value : value === null ? [] : [value];

/** The same as text, such as ids. */
export const textsIn = (value: Value): readonly string[] => valuesIn(value).map(String);

/** Whether nothing stands there, or only an empty list. */
export const isAbsent = (value: Value): boolean => valuesIn(value).length === 0;

/** Whether two values say the same; the order of keys says nothing. */
export const isSameValue = (a: Value, b: Value): boolean => {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [own, other] = [a, b] as unknown as readonly { readonly [key: string]: Value }[];
  const keys = Object.keys(own ?? {});
  return (
    keys.length === Object.keys(other ?? {}).length &&
    keys.every((key) => {
      const [left, right] = [own?.[key], other?.[key]];
      return left !== undefined && right !== undefined && isSameValue(left, right);
    })
  );
};

/** How ids of a kind look: the form it must match and one to show. */
export interface IdForm {
  readonly pattern: RegExp;
  readonly example: string;
}

/** What values an attribute takes. */
export type Type =
  | { readonly is: 'text' }
  | { readonly is: 'date' }
  | { readonly is: 'integer'; readonly min: number; readonly max: number }
  | { readonly is: 'flag' }
  | { readonly is: 'choice'; readonly of: readonly string[] }
  | { readonly is: 'id'; readonly form: IdForm }
  | { readonly is: 'reference'; readonly to: string }
  | { readonly is: 'list'; readonly of: Type }
  | { readonly is: 'map'; readonly of: Shape }
  /** Records of another kind, kept inside this one's file; they become entries of their own. */
  | { readonly is: 'records'; readonly of: string }
  /** Dated events; which ones depends on the kind that keeps the log. */
  | { readonly is: 'log' };

/** One attribute. `T` is carried for inference only and never stands at run time. */
export interface Attribute<T = unknown, Required extends boolean = boolean> {
  readonly type: Type;
  readonly doc: string;
  readonly required: Required;
  /** Given by the file the record stands in, so not written in the record itself. */
  readonly inherited?: boolean;
  readonly _value?: T;
}

/** Attribute names with their descriptions, in the order they are written and shown. */
export type Shape = { readonly [name: string]: Attribute };

/** Marks attributes whose values are entries of their own, so not data of this one. */
interface Apart {
  readonly apart: true;
}

type Keys<S extends Shape, R extends boolean> = {
  [K in keyof S]: S[K] extends Attribute<infer T, R> ? (T extends Apart ? never : K) : never;
}[keyof S];

type Of<A> = A extends Attribute<infer T> ? T : never;

/** The TypeScript type of a record with this shape. */
export type Infer<S extends Shape> = {
  readonly [K in Keys<S, true>]: Of<S[K]>;
} & {
  readonly [K in Keys<S, false>]?: Of<S[K]>;
};

const optional = <T>(type: Type, doc: string): Attribute<T, false> => ({
  type,
  doc,
  required: false,
});

export const required = <T>(attribute: Attribute<T, boolean>): Attribute<T, true> => ({
  ...attribute,
  required: true,
});

export const inherited = <T>(attribute: Attribute<T, boolean>): Attribute<T, true> => ({
  ...attribute,
  required: true,
  inherited: true,
});

export const text = (doc: string) => optional<string>({ is: 'text' }, doc);
export const texts = (doc: string) =>
  optional<readonly string[]>({ is: 'list', of: { is: 'text' } }, doc);
/** A calendar day, `YYYY-MM-DD`, without a zone. */
export const date = (doc: string) => optional<string>({ is: 'date' }, doc);
export const integer = (doc: string, range: { min: number; max: number }) =>
  optional<number>({ is: 'integer', ...range }, doc);
export const flag = (doc: string) => optional<boolean>({ is: 'flag' }, doc);
export const choice = <const C extends readonly string[]>(doc: string, of: C) =>
  optional<C[number]>({ is: 'choice', of }, doc);
export const choices = <const C extends readonly string[]>(doc: string, of: C) =>
  optional<readonly C[number][]>({ is: 'list', of: { is: 'choice', of } }, doc);
export const id = (doc: string, form: IdForm) =>
  required(optional<string>({ is: 'id', form }, doc));
export const ids = (doc: string, form: IdForm) =>
  optional<readonly string[]>({ is: 'list', of: { is: 'id', form } }, doc);
export const reference = (doc: string, to: string) =>
  optional<string>({ is: 'reference', to }, doc);
export const references = (doc: string, to: string) =>
  optional<readonly string[]>({ is: 'list', of: { is: 'reference', to } }, doc);
export const map = <S extends Shape>(doc: string, of: S) =>
  optional<Infer<S>>({ is: 'map', of }, doc);
export const maps = <S extends Shape>(doc: string, of: S) =>
  optional<readonly Infer<S>[]>({ is: 'list', of: { is: 'map', of } }, doc);
export const records = (doc: string, of: string) => optional<Apart>({ is: 'records', of }, doc);
