/**
 * Checks a value against the attributes of a kind, with zod schemas built from their descriptions.
 * The values themselves are used as they stand: a schema here never converts anything.
 */
import * as z from 'zod/mini';

z.config({ jitless: true });

import type { Shape, Type, Value } from './attribute.ts';
import { isDay, looksLikeDay } from './dates.ts';
import type { Finding, Problem, ValueForm } from './diagnostic.ts';
import { attributesOf, type EventName, eventNames } from './events.ts';
import { type KindName, kindOf } from './kinds/index.ts';
import { typeOfFile } from './layout.ts';
import type { Path } from './ledger.ts';
import { plainId, suggest } from './names.ts';

const filled = z
  .string()
  .check(z.refine((text) => text.trim() !== '', { params: { problem: 'empty' } }));

const day = z.string().check(
  z.superRefine((text, context) => {
    if (isDay(text)) return;
    const problem = looksLikeDay(text) ? 'impossible-day' : 'no-day';
    context.addIssue({ code: 'custom', params: { problem } });
  }),
);

const ofType = (type: Type): z.ZodMiniType => {
  switch (type.is) {
    case 'text':
    case 'reference':
      return filled;
    case 'date':
      return day;
    case 'integer':
      return z.int().check(z.minimum(type.min), z.maximum(type.max));
    case 'flag':
      return z.boolean();
    case 'choice':
      return z.enum(type.of);
    case 'id': {
      const { pattern, example } = type.form;
      const params = { problem: 'id', example, pattern };
      return z.string().check(z.refine((text) => pattern.test(text), { params }));
    }
    case 'list':
      return z.array(ofType(type.of));
    case 'map':
      return ofShape(type.of);
    case 'records':
      return z.array(ofKind(type.of as KindName));
    case 'log':
      return z.array(anyEvent());
  }
};

const ofShape = (shape: Shape) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(shape)
        .filter(([, attribute]) => !attribute.inherited)
        .map(([name, { type, required }]) => [
          name,
          required ? ofType(type) : z.optional(ofType(type)),
        ]),
    ),
  );

/** Computes once for each key and keeps it: building a schema costs more than checking with it. */
const kept = <K, T>(make: (key: K) => T): ((key: K) => T) => {
  const made = new Map<K, T>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
};

const ofKind = kept((name: KindName) => ofShape(kindOf(name).attributes));

const ofEvent = kept((name: EventName) =>
  z.extend(ofShape(attributesOf(name)), { event: z.literal(name) }),
);

const anyEvent = () => {
  const [first, ...rest] = eventNames.map(ofEvent);
  if (!first) throw new Error('there are no events');
  return z.discriminatedUnion('event', [first, ...rest]);
};

/** What a value is, in a word. */
const formOf = (value: unknown): ValueForm => {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'list';
  if (value === '') return 'empty text';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'number':
      return Number.isInteger(value) ? 'whole number' : 'number';
    case 'boolean':
      return 'true or false';
    default:
      return 'record';
  }
};

const expectedForms: Readonly<Record<string, ValueForm>> = {
  string: 'text',
  int: 'whole number',
  // Whole numbers are the only ones a ledger has.
  number: 'whole number',
  boolean: 'true or false',
  array: 'list',
  object: 'record',
};

/** What is expected, more exactly than text where the attribute is a day or an id. */
const formExpected = (expected: string, type: Type | undefined): ValueForm => {
  if (expected === 'string' && type?.is === 'date') return 'day';
  if (expected === 'string' && type?.is === 'id') return 'id';
  return expectedForms[expected] ?? 'text';
};

const at = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string | number, unknown>)[key]
        : undefined,
    root,
  );

const wrongType = (expected: ValueForm, value: unknown): Problem => ({
  code: 'schema/wrong-type',
  params: {
    expected,
    found: formOf(value),
    text: typeof value === 'object' ? '' : String(value),
  },
});

const unknownValue = (value: unknown, options: readonly string[]): Problem => {
  if (typeof value === 'object' || value === '') return wrongType('text', value);
  const given = String(value);
  return {
    code: 'schema/unknown-value',
    params: { given, options, suggestions: suggest(given, options) },
  };
};

const ofCustom = (value: unknown, params: Record<string, unknown> | undefined): Problem => {
  switch (params?.['problem']) {
    case 'empty':
      return wrongType('text', '');
    case 'impossible-day':
      return { code: 'schema/impossible-date', params: { given: String(value) } };
    case 'no-day':
      return wrongType('day', value);
    default: {
      const given = String(value);
      const plain = plainId(given);
      const pattern = params?.['pattern'];
      const isMeant = plain !== given && pattern instanceof RegExp && pattern.test(plain);
      return {
        code: 'id/malformed',
        params: {
          given,
          example: String(params?.['example']),
          meant: isMeant ? plain : null,
        },
      };
    }
  }
};

type Placed = { readonly problem: Problem; readonly path: Path; readonly onKey?: boolean };

/** The type of a value at an address inside a value of a type. */
const typeAt = (type: Type, root: unknown, path: Path): Type | undefined => {
  const [key, ...rest] = path;
  if (key === undefined) return type;
  const inner = (): Type | undefined => {
    switch (type.is) {
      case 'list':
        return type.of;
      case 'map':
        return type.of[key]?.type;
      case 'records':
        return { is: 'map', of: kindOf(type.of as KindName).attributes };
      case 'log': {
        const name = at(root, [key, 'event']) as EventName;
        return eventNames.includes(name) ? { is: 'map', of: attributesOf(name) } : undefined;
      }
      default:
        return undefined;
    }
  };
  const next = inner();
  return next && typeAt(next, at(root, [key]), rest);
};

/** The problems behind one zod issue. */
const ofIssue = (issue: z.core.$ZodIssue, root: unknown, type: Type): readonly Placed[] => {
  const path = issue.path as (string | number)[];
  const value = at(root, path);
  const here = (problem: Problem): readonly Placed[] => [{ problem, path }];
  const isMissing = value === undefined && typeof path.at(-1) === 'string';
  if (isMissing) {
    const problem: Problem = { code: 'schema/missing-key', params: { key: String(path.at(-1)) } };
    return [{ problem, path: path.slice(0, -1) }];
  }
  switch (issue.code) {
    case 'unrecognized_keys': {
      const record = typeAt(type, root, path);
      const known = record?.is === 'map' ? Object.keys(record.of) : [];
      return issue.keys
        .filter((key) => !key.startsWith('x-'))
        .map((key) => ({
          problem: {
            code: 'schema/unknown-key',
            params: { given: key, suggestions: suggest(key, known) },
          },
          path: [...path, key],
          onKey: true,
        }));
    }
    case 'invalid_type':
      return here(wrongType(formExpected(issue.expected, typeAt(type, root, path)), value));
    case 'invalid_value':
      return here(unknownValue(value, issue.values.map(String)));
    case 'invalid_union':
      return here(unknownValue(value, eventNames));
    case 'too_small':
    case 'too_big': {
      const number = typeAt(type, root, path);
      const { min, max } = number?.is === 'integer' ? number : { min: 0, max: 0 };
      return here({ code: 'schema/out-of-range', params: { found: Number(value), min, max } });
    }
    default:
      return here(ofCustom(value, issue.code === 'custom' ? issue.params : undefined));
  }
};

const ofFile = kept((name: KindName) => ofType(typeOfFile(name)));

/** Checks the value of a whole file that keeps records of a kind. */
export const checkShape = (kind: KindName, file: string, value: Value): readonly Finding[] => {
  const result = z.safeParse(ofFile(kind), value);
  if (result.success) return [];
  const type = typeOfFile(kind);
  return result.error.issues
    .flatMap((issue) => ofIssue(issue, value, type))
    .map(({ problem, path, onKey }) => ({ ...problem, file, path, ...(onKey && { onKey }) }));
};
