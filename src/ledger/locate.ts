/** From an address inside a YAML file to the characters that stand there. */
import { type Document, isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Path } from '../model/ledger.ts';

/** Offsets of a piece of text, the end not included. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the value at an address stands, or its key, or the nearest ancestor where there is none.
 */
export type Locate = (path: Path, onKey: boolean) => Span;

export const rangeOf = (node: Node): Span => {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
};

const pairAt = (node: unknown, key: string | number): Pair | undefined =>
  isMap(node)
    ? node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === String(key))
    : undefined;

/** A record is pointed at by its first key, a list by its first character. */
const spanOf = (node: unknown): Span => {
  if (isMap(node)) {
    const { start, end } = rangeOf(node);
    const key = node.items[0]?.key;
    if (!isScalar(key)) return { start, end: Math.min(end, start + 1) };
    return node.flow ? { start, end: start + 1 } : rangeOf(key as Node);
  }
  if (isSeq(node)) {
    const { start } = rangeOf(node);
    return { start, end: start + 1 };
  }
  return isScalar(node) ? rangeOf(node) : { start: 0, end: 0 };
};

/** Finds addresses in a parsed text. */
export const locateIn =
  (document: Document.Parsed | undefined): Locate =>
  (path, onKey) => {
    let node: unknown = document?.contents;
    let span = spanOf(node);
    for (const [index, key] of path.entries()) {
      const isLast = index === path.length - 1;
      const pair = pairAt(node, key);
      if (pair) {
        const isEmpty = pair.value === null || (isScalar(pair.value) && pair.value.value === null);
        if ((isLast && onKey) || isEmpty) return rangeOf(pair.key as Node);
        node = pair.value;
      } else if (isSeq(node) && typeof key === 'number' && node.items[key]) {
        node = node.items[key];
      } else {
        return span;
      }
      span = spanOf(node);
    }
    return span;
  };
