/**
 * Where the parts of a YAML text stand, to the character: lines, records, lists, the last character of
 * a value. What is inserted or cut is cut out along these lines.
 */
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/** A piece of text to be replaced by another; nothing is cut where `from` and `to` are the same. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export const endOfLine = (text: string, from: number): number => {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' && newline > from ? newline - 1 : newline;
};

/** How the line at an offset ends, or the line before it where it is the last. */
export const lineEndAt = (text: string, offset: number): string => {
  const next = text.indexOf('\n', offset);
  const newline = next < 0 ? text.lastIndexOf('\n') : next;
  return text[newline - 1] === '\r' ? '\r\n' : '\n';
};

export const startOf = (node: unknown): number => (node as Node).range?.[0] ?? 0;

export const endOf = (node: unknown): number => (node as Node).range?.[1] ?? 0;

export const isEmptyScalar = (node: unknown): boolean =>
  node === null || (isScalar(node) && node.range?.[0] === node.range?.[1] && node.value === null);

/** Where the last character of a node stands, comments and blank lines after it left out. */
export const contentEnd = (text: string, node: unknown): number => {
  if (isPair(node)) {
    // A key may stand without a value, or even without a colon.
    if (node.value === null) return endOf(node.key);
    if (!isEmptyScalar(node.value)) return contentEnd(text, node.value);
    return text.indexOf(':', endOf(node.key)) + 1;
  }
  if (isCollection(node) && !node.flow) {
    if (isMap(node)) {
      const pair = node.items.at(-1);
      return pair ? contentEnd(text, pair) : startOf(node);
    }
    const last = (node as YAMLSeq).items.at(-1);
    return isEmptyScalar(last) ? startOf(last) : contentEnd(text, last);
  }
  return endOf(node);
};

export const columnOf = (text: string, offset: number): number => offset - lineStart(text, offset);

/** The column in which the keys of a record or the dashes of a list stand. */
export const indentOf = (text: string, node: YAMLMap | YAMLSeq): number =>
  columnOf(text, startOf(node));

/** How far lists are indented below their keys in this file; two where it has none. */
export const listIndent = (text: string, document: Document.Parsed): number => {
  let found: number | undefined;
  visit(document, {
    Pair: (_key, pair) => {
      const list = pair.value;
      if (!isSeq(list) || list.flow || list.items.length === 0) return undefined;
      found = indentOf(text, list) - columnOf(text, startOf(pair.key));
      return visit.BREAK;
    },
  });
  return Math.max(0, found ?? 2);
};

/** Where the line of an offset starts. */
export const lineStart = (text: string, offset: number): number =>
  text.lastIndexOf('\n', offset - 1) + 1;

/** Where the line after that of an offset starts. */
export const nextLine = (text: string, offset: number): number => {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline + 1;
};

/** As `contentEnd`, without the line ends and blank lines that a block text has of its own. */
export const visibleEnd = (text: string, node: unknown): number => {
  let end = contentEnd(text, node);
  while (/[ \t\r\n]/.test(text[end - 1] ?? '')) end -= 1;
  return end;
};

/** Where a key stands, or the question mark before it. */
export const startOfPair = (text: string, { key }: Pair): number => {
  const start = startOf(key);
  const mark = /\?[ \t]+$/.exec(text.slice(lineStart(text, start), start));
  return start - (mark?.[0].length ?? 0);
};

/** The length of the blanks and the comma that follow at an offset; 0 where there is no comma. */
export const commaAfter = (text: string, offset: number): number =>
  /^\s*,/.exec(text.slice(offset))?.[0].length ?? 0;

/** Lines put after a node's last line; a block text already ends with its line end. */
export const linesAfter = (text: string, end: number, lines: readonly string[]): Splice => {
  const lineEnd = lineEndAt(text, end - 1);
  if (text[end - 1] === '\n') {
    return { from: end, to: end, text: lines.map((line) => line + lineEnd).join('') };
  }
  const at = endOfLine(text, end);
  return { from: at, to: at, text: lines.map((line) => lineEnd + line).join('') };
};

/** An entry in brackets or braces behind another one, which is the last where none is told. */
export const intoFlow = (
  text: string,
  list: YAMLSeq | YAMLMap,
  entry: string,
  previous: unknown = list.items.at(-1),
): readonly Splice[] => {
  const inserted = (at: number, added: string): Splice => ({ from: at, to: at, text: added });
  if (previous === undefined) return [inserted(startOf(list) + 1, entry)];
  const end = contentEnd(text, previous);
  const comma = commaAfter(text, end);
  const at = end + comma;
  const first = startOf(isPair(previous) ? previous.key : previous);
  const before = text.slice(lineStart(text, first), first);
  const lineEnd = endOfLine(text, at);
  const isLineOver = /^\s*$|^\s+#/.test(text.slice(at, lineEnd));
  // An entry that stands on a line of its own is followed by one on the next line.
  const isOnOwnLine =
    /^\s+$/.test(before) &&
    first > startOf(list) + 1 &&
    (isLineOver || previous === list.items.at(-1));
  if (!isOnOwnLine) return [inserted(at, comma > 0 ? ` ${entry},` : `, ${entry}`)];
  // A comment behind the entry is about that one and stays on its line.
  const below = isLineOver ? lineEnd : at;
  const line = lineEndAt(text, below) + before + entry;
  if (comma > 0) return [inserted(below, `${line},`)];
  return [inserted(at, ','), inserted(below, line)];
};
