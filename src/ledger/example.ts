/**
 * Example records as YAML with every attribute explained where it first stands. What is said of an
 * attribute comes from its kind, so that an example never falls behind it.
 */
import type { Attribute, Shape, Type, Value } from '../model/attribute.ts';
import { type KindName, kindOf } from '../model/kinds/index.ts';
import { inFlow } from './print.ts';

/** A record of an example; an attribute set to undefined is left for a later record. */
export type Sample = { readonly [attribute: string]: Value | undefined };

/** How an example is told: in which year, and what is said of an attribute. */
export interface Telling {
  readonly year: number;
  readonly of: (attribute: Attribute, place: Place) => string;
}

/** Which attribute of a kind it is; inside others by its path, such as `source.quote`. */
interface Place {
  readonly kind: KindName;
  readonly path: string;
}

/** The id of the example record of a kind, as others refer to it. */
const idOf = (kind: KindName): string => {
  const { attributes, place } = kindOf(kind);
  const type = attributes['id']?.type;
  const local = type?.is === 'id' ? type.form.example : '';
  return place.in === 'parent' ? place.idOf(idOf(place.parent as KindName), local) : local;
};

/** A value for an attribute of which the sample says nothing. */
const anyValue = (type: Type, year: number): Value => {
  switch (type.is) {
    case 'date':
      return `${year}-06-30`;
    case 'integer':
      return type.min;
    case 'flag':
      return false;
    case 'choice':
      return type.of[0] ?? '';
    case 'id':
      return type.form.example;
    case 'reference':
      return idOf(type.to as KindName);
    case 'list':
      return [anyValue(type.of, year)];
    default:
      return '…';
  }
};

const indented = (lines: readonly string[]): readonly string[] => lines.map((line) => `  ${line}`);

/** The lines of records one after the other, each with a dash. */
const listed = (records: readonly (readonly string[])[]): readonly string[] =>
  records.flatMap((lines) => lines.map((line, index) => (index === 0 ? '- ' : '  ') + line));

/** The attributes of a record, whose kind it is, and what stands before the names of those inside others. */
interface Inside {
  readonly shape: Shape;
  readonly kind: KindName;
  readonly under: string;
}

const ofKind = (kind: KindName): Inside => ({ shape: kindOf(kind).attributes, kind, under: '' });

/** Attributes inside others, or those of records of their own. */
const insideOf = (type: Type, { kind, path }: Place): Inside | undefined => {
  if (type.is === 'map') return { shape: type.of, kind, under: `${path}.` };
  if (type.is === 'list') return insideOf(type.of, { kind, path });
  return type.is === 'records' ? ofKind(type.of as KindName) : undefined;
};

const samplesIn = (value: Value | undefined): readonly Sample[] =>
  Array.isArray(value) ? (value as readonly Sample[]) : [(value ?? {}) as Sample];

/** The lines of one record: all its attributes, or those that the sample names. */
const linesOf = (
  { shape, kind, under }: Inside,
  sample: Sample,
  telling: Telling,
  isWhole: boolean,
  told: Set<Attribute>,
): readonly string[] =>
  Object.entries(shape).flatMap(([name, attribute]) => {
    const { type, inherited } = attribute;
    const place = { kind, path: under + name };
    const isNamed = name in sample;
    if (inherited || (isNamed ? sample[name] === undefined : !isWhole)) return [];
    const isList = type.is === 'list' || type.is === 'records' || type.is === 'log';
    if (!isNamed && (type.is === 'log' || type.is === 'records')) return [];
    const says = told.has(attribute) ? '' : `  # ${telling.of(attribute, place)}`;
    told.add(attribute);
    const inner = insideOf(type, place);
    if (inner) {
      const records = samplesIn(sample[name]).map((each, index) =>
        linesOf(inner, each, telling, index === 0, told),
      );
      return [`${name}:${says}`, ...indented(isList ? listed(records) : records.flat())];
    }
    const value = sample[name] ?? anyValue(type, telling.year);
    if (type.is === 'log') {
      const events = (value as readonly Value[]).map((each) => [inFlow(each, false)]);
      return [`${name}:${says}`, ...indented(listed(events))];
    }
    return [`${name}: ${inFlow(value, false, name)}${says}`];
  });

/** The attributes of one record of a kind: those that the sample does not put off until later. */
export const exampleRecord = (
  kind: KindName,
  sample: Sample,
  telling: Telling,
): readonly string[] => linesOf(ofKind(kind), sample, telling, true, new Set());

/** A list of records: the first one with all attributes but those that it leaves for the others. */
export const exampleList = (
  kind: KindName,
  samples: readonly Sample[],
  telling: Telling,
): readonly string[] => {
  const told = new Set<Attribute>();
  return listed(
    samples.map((sample, index) => linesOf(ofKind(kind), sample, telling, index === 0, told)),
  );
};
