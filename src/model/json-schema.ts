/**
 * JSON Schema (draft-07) made from the descriptions of attributes: of values in answers, where absent
 * is null or an empty list and never missing, and of the files of a ledger, where absent is not there.
 * Pure. It describes what `schema.ts` checks and decides nothing itself. Draft-07, since it is what
 * editors of YAML understand.
 */
import type { Shape, Type, Value } from './attribute.ts';
import { attributesOf, type EventName, eventNames, events } from './events.ts';
import { factNames, parentsOf, typeOfFact } from './facts.ts';
import { type KindName, kindOf } from './kinds/index.ts';
import { filesOf, typeOfFile } from './layout.ts';

/** A schema, or a part of one. */
export type Schema = { readonly [keyword: string]: Value };
/** Schemas by the names of properties. */
export type Properties = { readonly [name: string]: Schema };

const draft = 'http://json-schema.org/draft-07/schema#';

/** A schema that stands by itself, with what its references name. */
export const published = (title: string, root: Schema, definitions: Properties = {}): Schema => ({
  $schema: draft,
  title,
  ...root,
  ...(Object.keys(definitions).length > 0 && { definitions }),
});

/** A part that is described once, under `definitions`. */
export const definition = (name: string): Schema => ({ $ref: `#/definitions/${name}` });

/** A schema with a description; beside a reference nothing else would be heard. */
export const described = (description: string, schema: Schema): Schema =>
  '$ref' in schema ? { description, allOf: [schema] } : { description, ...schema };

/** The same, or null. */
export const orNull = (schema: Schema): Schema => {
  const { type, enum: words, description, ...rest } = schema;
  const said = description === undefined ? {} : { description };
  if (Array.isArray(type)) return schema;
  if (typeof type !== 'string') return { ...said, anyOf: [{ type: 'null' }, rest] };
  return {
    ...said,
    type: [type, 'null'],
    ...(Array.isArray(words) && { enum: [...words, null] }),
    ...rest,
  };
};

/** Keys of an office's own, in any record of a file. */
const ownKeys = (doc = "a key of the office's own, as the file has it") => ({
  '^x-': { description: doc },
});

/** A record with these keys and no others; all of them stand, but for the optional ones. */
export const closed = (
  properties: Properties,
  { optional = [], isOwn = false }: { optional?: readonly string[]; isOwn?: boolean } = {},
): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  ...(isOwn && { patternProperties: ownKeys() }),
  additionalProperties: false,
});

export const listOf = (items: Schema): Schema => ({ type: 'array', items });

/** One of some records, told apart by a word that each has. */
export const oneOf = (schemas: readonly Schema[]): Schema => {
  const [first] = schemas;
  return schemas.length === 1 && first ? first : { oneOf: schemas };
};

const day: Schema = { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };

const integer = ({ min, max }: { readonly min: number; readonly max: number }): Schema => ({
  type: 'integer',
  ...(min > -Number.MAX_SAFE_INTEGER && { minimum: min }),
  ...(max < Number.MAX_SAFE_INTEGER && { maximum: max }),
});

/** What both have in common: values that hold no others. */
const plain = (type: Exclude<Type, { is: 'list' | 'map' | 'records' | 'log' }>): Schema => {
  switch (type.is) {
    case 'date':
      return day;
    case 'integer':
      return integer(type);
    case 'flag':
      return { type: 'boolean' };
    case 'choice':
      return { type: 'string', enum: type.of };
    default:
      return { type: 'string' };
  }
};

/** A value in an answer. Ids are whole: `T04.1#a` and not `a`. */
const valueSchema = (type: Type): Schema => {
  switch (type.is) {
    case 'list':
      return listOf(valueSchema(type.of));
    case 'map':
      return completedSchema(type.of);
    case 'log':
    case 'records':
      return listOf({});
    default:
      return plain(type);
  }
};

/** A value in an answer, or that there is none. */
const presentOrNull = (type: Type, isRequired: boolean): Schema =>
  isRequired || type.is === 'list' || type.is === 'log'
    ? valueSchema(type)
    : orNull(valueSchema(type));

/** A record inside an answer: everything that it could carry is said. */
export const completedSchema = (shape: Shape, more: Properties = {}): Schema =>
  closed(
    {
      ...more,
      ...Object.fromEntries(
        Object.entries(shape).map(([name, { type, required, doc }]) => [
          name,
          described(doc, presentOrNull(type, required)),
        ]),
      ),
    },
    { isOwn: true },
  );

/** An event in an answer. */
export const eventSchema = (name: EventName): Schema =>
  completedSchema(attributesOf(name), {
    event: { description: events[name].doc, const: name },
  });

/** The events that records of a kind may log. */
const eventsFor = (kind: KindName): readonly EventName[] =>
  eventNames.filter((name) => (events[name].on as readonly string[]).includes(kind));

const factSchema = (kind: KindName, name: string): Schema => {
  const { attributes, derived } = kindOf(kind);
  const type = typeOfFact(kind, name);
  if (!type) return { type: 'string', description: 'its id' };
  const isRequired = attributes[name]?.required === true;
  const doc = derived[name]?.doc ?? attributes[name]?.doc ?? '';
  return described(doc, presentOrNull(type, isRequired));
};

/** All facts of a kind, its whole id among them. */
export const factSchemas = (kind: KindName): Properties =>
  Object.fromEntries(
    [...new Set([...factNames(kind), 'id'])].map((name) => [
      name,
      name === 'id' ? { type: 'string', description: 'its whole id' } : factSchema(kind, name),
    ]),
  );

/**
 * All facts of a kind and of the records it stands in, any of which may be asked for by itself. Where
 * those may be of several kinds, not each has all of them.
 */
export const factSchemasAlong = (kind: KindName): Properties => {
  const parents = parentsOf(kind);
  const from = parents.flatMap((parent) => Object.entries(factSchemasAlong(parent))).reverse();
  const above = from.map(([name, schema]) => [
    name,
    parents.length > 1 && schema['type'] !== 'array' ? orNull(schema) : schema,
  ]);
  return { ...Object.fromEntries(above), ...factSchemas(kind) };
};

/** Where a sentence is said: at a kind, at an event, or at an attribute of either by its path. */
export interface Place {
  readonly kind: KindName;
  readonly event?: EventName;
  readonly path: readonly string[];
}

/** What an editor tells beside the shape of a file. */
export interface Telling {
  /** What stands there, in the reader's language; undefined where the description itself says it. */
  readonly doc: (place: Place) => string | undefined;
  /** What a word of a choice means; '' where the word says it. */
  readonly meaning: (attribute: string, word: string) => string;
  /** The ids that a reference to a kind may name, with what they are called. */
  readonly named: (kind: string) => ReadonlyMap<string, string>;
}

const nothingMore: Telling = {
  doc: () => undefined,
  meaning: () => '',
  named: () => new Map(),
};

/** The schemas of the values of files, with what an editor tells beside them. */
const schemasOfFiles = ({ doc, meaning, named }: Telling) => {
  const lastOf = ({ path }: Place): string => path.at(-1) ?? '';
  const at = (place: Place, name: string): Place => ({ ...place, path: [...place.path, name] });

  const choice = (words: readonly string[], place: Place): Schema => {
    const meanings = words.map((word) => meaning(lastOf(place), word));
    const areSaid = meanings.some((each) => each !== '');
    return { type: 'string', enum: words, ...(areSaid && { enumDescriptions: meanings }) };
  };

  const offers: Record<string, Schema> = {};

  /** Ids are offered and not demanded: what is registered since is right as well. */
  const reference = (to: string): Schema => {
    const text = { type: 'string', pattern: '\\S' };
    const offered = [...named(to)].map(([id, title]) => ({
      label: `${id} ${title}`,
      description: title,
      body: id,
    }));
    if (offered.length === 0) return text;
    offers[`id-of-${to}`] = { ...text, defaultSnippets: offered };
    return definition(`id-of-${to}`);
  };

  /** A value in a file. A key without a value is one that is not filled in yet. */
  const value = (type: Type, place: Place): Schema => {
    switch (type.is) {
      case 'text':
        return { type: 'string', pattern: '\\S' };
      case 'reference':
        return reference(type.to);
      case 'choice':
        return choice(type.of, place);
      case 'id':
        return { type: 'string', pattern: type.form.pattern.source };
      case 'list':
        return listOf(value(type.of, place));
      case 'map':
        return record(type.of, place);
      case 'records':
        return listOf(definition(type.of));
      case 'log':
        return listOf(definition(`event-of-${place.kind}`));
      default:
        return plain(type);
    }
  };

  const properties = (of: Shape, place: Place): Properties =>
    Object.fromEntries(
      Object.entries(of)
        .filter(([, { inherited }]) => !inherited)
        .map(([name, attribute]) => {
          const inside = at(place, name);
          const own = value(attribute.type, inside);
          const said = doc(inside) ?? attribute.doc;
          return [name, described(said, attribute.required ? own : orNull(own))] as const;
        }),
    );

  const optionalOf = (of: Shape): readonly string[] =>
    Object.entries(of)
      .filter(([, { required }]) => !required)
      .map(([name]) => name);

  /** A record whose keys are these, and any of the office's own. */
  const record = (of: Shape, place: Place, more: Properties = {}): Schema => ({
    ...closed({ ...more, ...properties(of, place) }, { optional: optionalOf(of), isOwn: true }),
    patternProperties: ownKeys(doc({ kind: place.kind, path: ['x-'] })),
  });

  /** What follows for the rest of an event once it says which one it is. */
  const carried = (name: EventName, kind: KindName): Schema => {
    const place = { kind, event: name, path: [] };
    const { type: _object, ...rest } = record(attributesOf(name), place, {
      event: { description: doc(place) ?? events[name].doc, const: name },
    });
    return rest;
  };

  /** An event of a log. Which one it is decides what else it carries. */
  const event = (kind: KindName): Schema => {
    const names = eventsFor(kind);
    const place = { kind, path: ['log', 'event'] };
    return {
      type: 'object',
      properties: {
        event: described(doc(place) ?? 'which event it is', choice(names, place)),
      },
      required: ['event'],
      allOf: names.map((name) => ({
        if: { properties: { event: { const: name } }, required: ['event'] },
        // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
        then: carried(name, kind),
      })),
    };
  };

  return { value, record, event, offers };
};

/** A kind with the kinds of the records that stand inside its own, at any depth. */
const kindsInside = (kind: KindName): readonly KindName[] => [
  kind,
  ...Object.values(kindOf(kind).attributes).flatMap(({ type }) =>
    type.is === 'records' ? kindsInside(type.of as KindName) : [],
  ),
];

/**
 * A file that keeps records of a kind, as an editor of YAML may check it while it is typed.
 * What is told beside the shape stands under `enumDescriptions` and `defaultSnippets`, which are words of
 * such editors: without it any validator knows every word.
 */
export const fileSchema = (kind: KindName, telling: Telling = nothingMore): Schema => {
  const written = schemasOfFiles(telling);
  const definitions: Record<string, Schema> = {};
  for (const name of kindsInside(kind)) {
    const { doc, attributes } = kindOf(name);
    const place = { kind: name, path: [] };
    definitions[name] = described(telling.doc(place) ?? doc, written.record(attributes, place));
    if (Object.values(attributes).every(({ type }) => type.is !== 'log')) continue;
    definitions[`event-of-${name}`] = written.event(name);
  }
  const { doc, place } = kindOf(kind);
  const whole = { kind, path: [] };
  const root =
    place.in === 'single' || place.in === 'folder'
      ? { allOf: [definition(kind)] }
      : written.value(typeOfFile(kind), whole);
  return published(filesOf(kind) ?? kind, described(telling.doc(whole) ?? doc, root), {
    ...definitions,
    ...written.offers,
  });
};
