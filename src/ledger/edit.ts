/**
 * Edits YAML text by inserting at the place meant and nowhere else: comments, order, quoting, blank
 * lines and line ends stay, byte for byte. The result is parsed again and must say what was meant.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  Scalar,
  stringify,
  visit,
  type YAMLMap,
  YAMLSeq,
  Document as YamlDocument,
} from 'yaml';
import type { Value } from '../model/attribute.ts';
import { applyChange, type Change } from '../model/change.ts';
import { isDay } from '../model/dates.ts';
import type { Path } from '../model/ledger.ts';
import { elsewhere, type Parsed, parse } from './parse.ts';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * Text that is quoted though YAML 1.2 does not ask for it: what is easily missed, and what readers
 * of YAML 1.1 stumble over in braces (a question mark, a colon in front) or take for a merge, a
 * time or a number.
 */
const awkward =
  /[\r\n\t?]|^[\s:]|\s$|：|^(?:=|<<)$|^\d{4}-\d\d?-\d\d?[Tt\s]|^[-+.]*\d[\w.]*_[\w.]*$/;

/**
 * Keys whose values are days and stay plain, as people write them; a note that is no more than a
 * day is text.
 */
const dayKeys = new Set(['date', 'due', 'start', 'until']);

/** A single value as it must be written inside brackets. */
const scalarInFlow = (
  value: string | number | boolean | null,
  quoteAll: boolean,
  key = '',
): string => {
  const scalar = new Scalar(value);
  const isPlainDay = dayKeys.has(key) && typeof value === 'string' && isDay(value);
  if (typeof value === 'string' && !isPlainDay) {
    if (quoteAll || isDay(value) || awkward.test(value) || elsewhere.test(value))
      scalar.type = Scalar.QUOTE_DOUBLE;
  }
  const list = new YAMLSeq();
  list.flow = true;
  list.add(scalar);
  const document = new YamlDocument(list, { version: '1.2' });
  const text = stringify(document, {
    lineWidth: 0,
    minContentWidth: 0,
    flowCollectionPadding: false,
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
  });
  return text.trimEnd().slice(1, -1);
};

/**
 * A value on one line: records in braces with room, lists in brackets without. With `quoteAll`
 * every text is quoted, for values the usual style gets wrong.
 */
const inFlow = (value: Value, quoteAll: boolean, key = ''): string => {
  if (Array.isArray(value))
    return `[${value.map((each: Value) => inFlow(each, quoteAll)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) {
    return scalarInFlow(value as string | number | boolean | null, quoteAll, key);
  }
  const pairs = Object.entries(value).map(
    ([key, each]) => `${key}: ${inFlow(each, quoteAll, key)}`,
  );
  return `{ ${pairs.join(', ')} }`;
};

const endOfLine = (text: string, from: number): number => {
  const newline = text.indexOf('\n', from);
  if (newline < 0) return text.length;
  return text[newline - 1] === '\r' && newline > from ? newline - 1 : newline;
};

/** How the line at an offset ends, or the line before it where it is the last. */
const lineEndAt = (text: string, offset: number): string => {
  const next = text.indexOf('\n', offset);
  const newline = next < 0 ? text.lastIndexOf('\n') : next;
  return text[newline - 1] === '\r' ? '\r\n' : '\n';
};

const startOf = (node: unknown): number => (node as Node).range?.[0] ?? 0;

const endOf = (node: unknown): number => (node as Node).range?.[1] ?? 0;

const isEmptyScalar = (node: unknown): boolean =>
  node === null || (isScalar(node) && node.range?.[0] === node.range?.[1] && node.value === null);

/** Where the last character of a node stands, comments and blank lines after it left out. */
const contentEnd = (text: string, node: unknown): number => {
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

const columnOf = (text: string, offset: number): number =>
  offset - (text.lastIndexOf('\n', offset - 1) + 1);

/** The column in which the keys of a record or the dashes of a list stand. */
const indentOf = (text: string, node: YAMLMap | YAMLSeq): number => columnOf(text, startOf(node));

/** How far lists are indented below their keys in this file; two where it has none. */
const listIndent = (text: string, document: Document.Parsed): number => {
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

/** Lines put after a node's last line; a block text already ends with its line end. */
const linesAfter = (text: string, end: number, lines: readonly string[]): Insertion => {
  const lineEnd = lineEndAt(text, end - 1);
  if (text[end - 1] === '\n')
    return { at: end, text: lines.map((line) => line + lineEnd).join('') };
  return { at: endOfLine(text, end), text: lines.map((line) => lineEnd + line).join('') };
};

/** One more entry before the closing bracket, after a comma. */
const intoFlow = (text: string, list: YAMLSeq | YAMLMap, entry: string): readonly Insertion[] => {
  const last = list.items.at(-1);
  if (last === undefined) return [{ at: startOf(list) + 1, text: entry }];
  const end = contentEnd(text, last);
  const comma = /^\s*,/.exec(text.slice(end));
  const at = end + (comma?.[0].length ?? 0);
  const first = startOf(isPair(last) ? last.key : last);
  const before = text.slice(text.lastIndexOf('\n', first - 1) + 1, first);
  // An entry that stands on a line of its own is followed by one on the next line.
  const isOnOwnLine = /^\s+$/.test(before) && first > startOf(list) + 1;
  if (!isOnOwnLine) return [{ at, text: comma ? ` ${entry},` : `, ${entry}` }];
  // A comment behind the last entry is about that one and stays on its line.
  const lineEnd = endOfLine(text, at);
  const below = /^\s*$|^\s+#/.test(text.slice(at, lineEnd)) ? lineEnd : at;
  const line = lineEndAt(text, below) + before + entry;
  if (comma) return [{ at: below, text: `${line},` }];
  return [
    { at, text: ',' },
    { at: below, text: line },
  ];
};

/**
 * Where and what to insert, in order, so that a list gets one more value; undefined where that
 * cannot be told.
 */
const insertionsFor = (
  text: string,
  document: Document.Parsed,
  path: Path,
  value: string,
): readonly Insertion[] | undefined => {
  const record = document.getIn(path.slice(0, -1), true);
  const key = String(path.at(-1));
  if (!isMap(record)) return undefined;
  const pair = record.items.find((each) => isScalar(each.key) && each.key.value === key);
  const keyColumn = indentOf(text, record);
  const indented = (columns: number, line: string) => ' '.repeat(columns) + line;
  if (pair && isSeq(pair.value)) {
    const list = pair.value;
    if (list.flow) return intoFlow(text, list, value);
    const line = indented(indentOf(text, list), `- ${value}`);
    return [linesAfter(text, contentEnd(text, list), [line])];
  }
  const item = indented(keyColumn + listIndent(text, document), `- ${value}`);
  if (pair) {
    if (!isEmptyScalar(pair.value) || record.flow) return undefined;
    const colon = text.indexOf(':', endOf(pair.key)) + 1;
    return [linesAfter(text, colon, [item])];
  }
  if (record.flow) return intoFlow(text, record, `${key}: [${value}]`);
  const end = contentEnd(text, record);
  return [linesAfter(text, end, [indented(keyColumn, `${key}:`), item])];
};

const faults = ({ problems }: Parsed): number =>
  problems.filter(({ problem }) => problem.code.startsWith('yaml/')).length;

/**
 * Makes one change; undefined where the text cannot be edited so that it says what is meant and
 * nothing else.
 */
const edit = (
  text: string,
  parsed: Parsed,
  change: Change,
  keys: ReadonlySet<string>,
): { readonly text: string; readonly parsed: Parsed } | undefined => {
  const { document, value: before } = parsed;
  if (!document || before === undefined) return undefined;
  const meant = applyChange(before, change);
  for (const quoteAll of [false, true]) {
    const insertions = insertionsFor(text, document, change.path, inFlow(change.value, quoteAll));
    if (!insertions) return undefined;
    const edited = insertions.reduceRight(
      (whole, each) => whole.slice(0, each.at) + each.text + whole.slice(each.at),
      text,
    );
    const reread = parse(edited, { keys });
    const isSound = faults(reread) <= faults(parsed);
    if (isSound && isDeepStrictEqual(reread.value, meant)) return { text: edited, parsed: reread };
  }
  return undefined;
};

/**
 * Makes changes to one file's text, one after the other. Undefined where one of them cannot be made
 * safely.
 * @param parsed the text as parsed, with its document
 */
export const editText = (
  text: string,
  parsed: Parsed,
  changes: readonly Change[],
  keys: ReadonlySet<string>,
): string | undefined => {
  let current: { readonly text: string; readonly parsed: Parsed } | undefined = { text, parsed };
  for (const change of changes) {
    if (!current) return undefined;
    current = edit(current.text, current.parsed, change, keys);
  }
  return current?.text;
};
