/**
 * What a kind of record and each of its attributes are, in English: the sentences that stand in the
 * kinds themselves. It must not hold a sentence of its own.
 */
import type { Shape, Type } from '../model/attribute.ts';
import { type KindName, kindOf } from '../model/kinds/index.ts';

/** Attributes inside an attribute, unless those are records of a kind of their own. */
const shapeInside = (type: Type | undefined): Shape => {
  if (type?.is === 'list') return shapeInside(type.of);
  return type?.is === 'map' ? type.of : {};
};

/**
 * The sentence about a kind, or about an attribute of it; inside others by its path, such as
 * `source.quote`.
 */
export const docOf = (kind: KindName, path?: string): string => {
  const { doc, attributes } = kindOf(kind);
  if (path === undefined) return doc;
  const names = path.split('.');
  const shape = names.slice(0, -1).reduce<Shape>((inside, name) => {
    return shapeInside(inside[name]?.type);
  }, attributes);
  return shape[names.at(-1) ?? '']?.doc ?? '';
};
