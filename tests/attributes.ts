/** All attributes there are, those inside others included, for tests that ask something of each. */
import type { Shape, Type } from '../src/model/attribute.ts';
import { eventNames, events } from '../src/model/events.ts';
import { kindNames, kindOf } from '../src/model/kinds/index.ts';

/** Attributes inside an attribute, unless they are records of their own. */
export const shapeInside = (type: Type): Shape => {
  if (type.is === 'list') return shapeInside(type.of);
  return type.is === 'map' ? type.of : {};
};

/** Attributes with those inside them, by their own names. */
export const allIn = (shape: Shape): readonly (readonly [name: string, Type])[] =>
  Object.entries(shape).flatMap(([name, { type }]) => [
    [name, type] as const,
    ...allIn(shapeInside(type)),
  ]);

const valuesOf = (type: Type): readonly string[] =>
  type.is === 'list' ? valuesOf(type.of) : type.is === 'choice' ? type.of : [];

/** Every value of a fixed set, with the attribute or derived fact that takes it. */
export const fixedValues = [
  ...kindNames.flatMap((kind) => [
    ...allIn(kindOf(kind).attributes),
    ...Object.entries(kindOf(kind).derived).map(([name, { type }]) => [name, type] as const),
  ]),
  ...eventNames.flatMap((event) => allIn(events[event].attributes)),
].flatMap(([name, type]) => valuesOf(type).map((value) => ({ name, value })));
