/**
 * What to replace, insert or cut so that an attribute of a record gets another value or goes: its own
 * characters and lines, and of those not the comments that stand on lines of their own.
 */
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  type Node,
  type Pair,
  Scalar,
  visit,
  type YAMLMap,
} from 'yaml';
import type { Change } from '../model/change.ts';
import {
  commaAfter,
  contentEnd,
  endOf,
  endOfLine,
  indentOf,
  intoFlow,
  isEmptyScalar,
  lineEndAt,
  lineStart,
  linesAfter,
  nextLine,
  type Splice,
  startOf,
  startOfPair,
  visibleEnd,
} from './nodes.ts';
import { inFlow } from './print.ts';

const nameOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

/** Where the lines inside a piece of text start that hold nothing but a comment. */
const commentLines = (text: string, { value }: Pair, from: number, to: number): number[] => {
  const opaque: Node[] = [];
  visit(value as Node | null, {
    Scalar: (_key, scalar) => void opaque.push(scalar),
    Collection: (_key, collection) => void (collection.flow && opaque.push(collection)),
  });
  const found: number[] = [];
  for (let line = nextLine(text, from - 1); line < to; line = nextLine(text, line)) {
    const sign = /^[ \t]*#/.exec(text.slice(line, endOfLine(text, line)))?.[0];
    if (sign === undefined) continue;
    const at = line + sign.length - 1;
    if (!opaque.some((node) => startOf(node) <= at && at < endOf(node))) found.push(line);
  }
  return found;
};

/** Cuts a piece of text that belongs to an attribute, comments on lines of their own left standing. */
const cut = (text: string, pair: Pair, from: number, to: number): readonly Splice[] => {
  const comments = commentLines(text, pair, from, to);
  const starts = [from, ...comments.map((line) => nextLine(text, line))];
  const ends = [...comments, to];
  const pieces = starts
    .map((start, index) => ({ from: start, to: ends[index] ?? to, text: '' }))
    .filter((piece) => piece.from < piece.to);
  const last = pieces.at(-1);
  // The last line of a file may have no line end; then the line before it is to have none.
  const isUnended =
    last?.to === text.length && text.at(-1) !== '\n' && lineStart(text, last.from) === last.from;
  if (!isUnended || last.from === 0) return pieces;
  return [
    ...pieces.slice(0, -1),
    { ...last, from: endOfLine(text, lineStart(text, last.from - 1)) },
  ];
};

const replaced = (
  text: string,
  { flow }: YAMLMap,
  pair: Pair,
  written: string,
): readonly Splice[] | undefined => {
  const { key, value } = pair;
  if (value === null) {
    return flow ? [{ from: endOf(key), to: endOf(key), text: `: ${written}` }] : undefined;
  }
  const colon = text.indexOf(':', endOf(key)) + 1;
  const behindColon = { from: colon, to: colon, text: ` ${written}` };
  if (isEmptyScalar(value)) return [behindColon];
  const from = startOf(value);
  if (isCollection(value) && !value.flow) {
    if (!text.slice(colon, from).includes('\n')) return undefined;
    const end = nextLine(text, visibleEnd(text, value));
    return [behindColon, ...cut(text, pair, lineStart(text, from), end)];
  }
  const isBlockText =
    isScalar(value) && (value.type === Scalar.BLOCK_LITERAL || value.type === Scalar.BLOCK_FOLDED);
  if (!isBlockText) return [{ from, to: endOf(value), text: written }];
  const comment = /^\S+([ \t]+#.*)?/.exec(text.slice(from, endOfLine(text, from)))?.[1] ?? '';
  return [{ from, to: visibleEnd(text, value), text: written + comment }];
};

const inserted = (
  text: string,
  record: YAMLMap,
  key: string,
  written: string,
  order: readonly string[],
): readonly Splice[] => {
  const entry = `${key}: ${written}`;
  const before = order.slice(0, Math.max(0, order.indexOf(key)));
  const existing = new Map(record.items.map((pair) => [nameOf(pair), pair]));
  const previous = existing.get(before.findLast((name) => existing.has(name)) ?? 'id');
  const [first] = record.items;
  const margin = ' '.repeat(indentOf(text, record));
  if (previous) {
    if (record.flow) return intoFlow(text, record, entry, previous);
    return [linesAfter(text, contentEnd(text, previous), [margin + entry])];
  }
  if (!first) return intoFlow(text, record, entry);
  const at = startOfPair(text, first);
  const lineEnd = lineEndAt(text, at);
  if (!record.flow) return [{ from: at, to: at, text: entry + lineEnd + margin }];
  const indent = text.slice(lineStart(text, at), at);
  const gap = /^[ \t]+$/.test(indent) ? lineEnd + indent : ' ';
  return [{ from: at, to: at, text: `${entry},${gap}` }];
};

const removedFromFlow = (text: string, { items }: YAMLMap, pair: Pair): readonly Splice[] => {
  const index = items.indexOf(pair);
  const [previous, next] = [items[index - 1], items[index + 1]];
  const start = startOfPair(text, pair);
  const end = contentEnd(text, pair);
  const comma = commaAfter(text, end);
  const to = end + comma;
  const line = lineStart(text, start);
  const indent = /[ \t]*$/.exec(text.slice(line, start))?.[0].length ?? 0;
  // What was the last entry without a comma behind it leaves such a one.
  const behindPrevious = previous && comma === 0 ? contentEnd(text, previous) : 0;
  const lastComma =
    behindPrevious > 0
      ? [{ from: behindPrevious, to: behindPrevious + commaAfter(text, behindPrevious), text: '' }]
      : [];
  const isAlone =
    start - indent === line && /^[ \t]*(?:#.*)?$/.test(text.slice(to, endOfLine(text, to)));
  if (isAlone) return [...lastComma, { from: line, to: nextLine(text, to), text: '' }];
  const after = next && startOfPair(text, next);
  if (after !== undefined && /^[ \t]*$/.test(text.slice(to, after))) {
    return [{ from: start, to: after, text: '' }];
  }
  return [...lastComma, { from: start - indent, to, text: '' }];
};

const removed = (text: string, record: YAMLMap, pair: Pair): readonly Splice[] | undefined => {
  if (record.flow) return removedFromFlow(text, record, pair);
  const start = startOfPair(text, pair);
  const line = lineStart(text, start);
  const end = visibleEnd(text, pair);
  const before = text.slice(line, start);
  if (/^[ \t]*$/.test(before)) return cut(text, pair, line, nextLine(text, end));
  // Behind a dash the next attribute moves up, or leaves the dash alone where a comment is between.
  const [, next] = record.items;
  if (!next) return undefined;
  const after = startOfPair(text, next);
  const isNear = lineStart(text, after) === nextLine(text, end);
  if (isNear && commentLines(text, pair, start, after).length === 0) {
    return [{ from: start, to: after, text: '' }];
  }
  return cut(text, pair, line + before.trimEnd().length, endOfLine(text, end));
};

/** What to change, in order; undefined where that cannot be told. */
export const putSplices = (
  text: string,
  document: Document.Parsed,
  { path, value, order }: Extract<Change, { op: 'put' }>,
  quoteAll: boolean,
): readonly Splice[] | undefined => {
  const record = document.getIn(path.slice(0, -1), true);
  if (!isMap(record)) return undefined;
  const key = String(path.at(-1));
  const pair = record.items.find((each) => nameOf(each) === key);
  if (value === undefined) return pair ? removed(text, record, pair) : [];
  const written = inFlow(value, quoteAll, key);
  return pair ? replaced(text, record, pair, written) : inserted(text, record, key, written, order);
};
