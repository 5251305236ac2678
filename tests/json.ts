/** Holds values against schemas, for tests of answers and of files. */
import { Ajv, type ErrorObject } from 'ajv';
import { isDay } from '../src/model/dates.ts';
import type { Schema } from '../src/model/json-schema.ts';

const ajv = new Ajv({
  strict: true,
  allowUnionTypes: true,
  allErrors: true,
  formats: { date: isDay, 'date-time': (text) => !Number.isNaN(Date.parse(text)) },
});

/** Of several forms that are told apart by a word, only what is wrong by the one that was meant. */
const meant = (errors: readonly ErrorObject[]): readonly ErrorObject[] => {
  const others = errors
    .filter(({ keyword }) => keyword === 'const')
    .map(({ schemaPath }) => schemaPath.replace(/properties\/[^/]+\/const$/, ''));
  const left = errors.filter(({ schemaPath }) =>
    others.every((other) => !schemaPath.startsWith(other)),
  );
  return left.length > 0 ? left : errors;
};

const depthOf = ({ instancePath }: ErrorObject): number => instancePath.split('/').length;

/** What a value is wrong about by a schema, the deepest place first; nothing where it fits. */
export const wrongBy = (schema: Schema): ((value: unknown) => readonly string[]) => {
  const fits = ajv.compile(schema);
  return (value) =>
    fits(value)
      ? []
      : [...meant(fits.errors ?? [])]
          .sort((a, b) => depthOf(b) - depthOf(a))
          .slice(0, 6)
          .map(
            ({ instancePath, message, params }) =>
              `${instancePath} ${message} ${JSON.stringify(params)}`,
          );
};

/** The parts of a schema with their paths; a rule only says again what some properties beside it are. */
const partsOf = (
  schema: unknown,
  path = '',
  isRule = false,
): readonly { readonly path: string; readonly part: Schema; readonly isRule: boolean }[] => {
  if (typeof schema !== 'object' || schema === null) return [];
  const part = schema as Schema;
  const inside = Object.entries(part).flatMap(([key, value]) =>
    key === 'oneOf' && 'properties' in part
      ? (value as readonly Schema[]).flatMap((each, at) =>
          partsOf(each, `${path}/${key}/${at}`, true),
        )
      : partsOf(value, `${path}/${key}`),
  );
  return [{ path, part, isRule }, ...inside];
};

/** Whether a part describes a record; what follows from a word in it says no type again. */
const hasProperties = ({ properties, type, additionalProperties }: Schema): boolean =>
  typeof properties === 'object' && (typeof type === 'string' || additionalProperties === false);

/** The properties of a schema at any depth that no sentence explains, by their paths. */
export const unexplainedIn = (schema: Schema): readonly string[] =>
  partsOf(schema).flatMap(({ path, part, isRule }) =>
    isRule || !hasProperties(part)
      ? []
      : Object.entries(part['properties'] as { readonly [name: string]: Schema })
          // What is referred to is explained where it stands.
          .filter(([, each]) => !each['description'] && !('$ref' in each))
          .map(([name]) => `${path}/${name}`),
  );

/** Whether each form of a record, of which one always applies, lets no other key pass. */
const isClosedInForms = ({ allOf }: Schema): boolean =>
  Array.isArray(allOf) &&
  allOf.length > 0 &&
  allOf.every(({ then }: { readonly then?: Schema }) => then?.['additionalProperties'] === false);

/** The records in a schema that let a key pass which is not described. */
export const openIn = (schema: Schema): readonly string[] =>
  partsOf(schema).flatMap(({ path, part, isRule }) =>
    !isRule &&
    hasProperties(part) &&
    part['additionalProperties'] !== false &&
    !isClosedInForms(part)
      ? [path]
      : [],
  );
