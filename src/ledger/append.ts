/**
 * Where and what to insert so that a list gets one more value: below its entries, in its brackets,
 * or with a key of its own where there is no list yet.
 */
import { type Document, isMap, isScalar, isSeq, type Node, visit, type YAMLSeq } from 'yaml';
import type { Change } from '../model/change.ts';
import {
  columnOf,
  contentEnd,
  endOf,
  endOfLine,
  indentOf,
  intoFlow,
  isEmptyScalar,
  lineEndAt,
  lineStart,
  linesAfter,
  listIndent,
  type Splice,
  startOf,
  visibleEnd,
} from './nodes.ts';
import { entryLines, inFlow } from './print.ts';

/** How many columns behind its dash a list's last record starts; two where that cannot be told. */
const widthOf = (text: string, list: YAMLSeq): number => {
  const last = list.items.at(-1);
  if (!isMap(last) || last.flow) return 2;
  const start = startOf(last);
  const dash = start - columnOf(text, start) + indentOf(text, list);
  return /^- +$/.test(text.slice(dash, start)) ? start - dash : 2;
};

/** Whether a text that keeps all lines below it ends the node: a blank line would become its own. */
const keepsBlankLines = (text: string, node: unknown): boolean => {
  let start = 0;
  visit(node as Node, {
    Scalar: (_key, scalar) => {
      start = startOf(scalar);
    },
  });
  return /^[|>]\d*\+/.test(text.slice(start, start + 3));
};

/** Whether a blank line stands between the last two entries, and may before one more. */
const isSpaced = (text: string, list: YAMLSeq): boolean => {
  const [previous, last] = list.items.slice(-2);
  if (previous === undefined || last === undefined || keepsBlankLines(text, last)) return false;
  return /\n[ \t]*\r?\n/.test(text.slice(visibleEnd(text, previous), startOf(last)));
};

/**
 * Lines in the place of an empty pair of brackets, at the root or behind their key; undefined where
 * something else stands in them or before them. A comment on their line stays.
 */
const insteadOfBrackets = (
  text: string,
  list: YAMLSeq,
  key: unknown,
  lines: readonly string[],
): readonly Splice[] | undefined => {
  const [from, to] = [startOf(list), endOf(list)];
  const start = key === undefined ? lineStart(text, from) : endOf(key);
  const before = text.slice(start, from);
  const isPlain = (key === undefined ? /^(?:---)?[ \t]*$/ : /^[ \t]*:[ \t]*$/).test(before);
  if (!isPlain || !/^\[\s*\]$/.test(text.slice(from, to))) return undefined;
  const kept = start + before.trimEnd().length;
  if (kept > lineStart(text, from)) {
    return [{ from: kept, to, text: '' }, linesAfter(text, to, lines)];
  }
  const comment = /^[ \t]*(#?)/.exec(text.slice(to, endOfLine(text, to)));
  if (!comment?.[1]) return [{ from: kept, to, text: lines.join(lineEndAt(text, to)) }];
  const behind = to + comment[0].length - 1;
  return [{ from: kept, to: behind, text: '' }, linesAfter(text, to, lines)];
};

/** What to insert, in order; undefined where that cannot be told. */
export const appendSplices = (
  text: string,
  document: Document.Parsed,
  { path, value, as }: Extract<Change, { op: 'append' }>,
  quoteAll: boolean,
): readonly Splice[] | undefined => {
  const flow = inFlow(value, quoteAll);
  const indent = listIndent(text, document);
  const linesAt = (column: number, width?: number): readonly string[] => {
    const hand = { quoteAll, listIndent: indent };
    const lines = as === 'block' ? entryLines(value, hand, width) : [`- ${flow}`];
    return lines.map((line) => ' '.repeat(column) + line);
  };
  const list = document.getIn(path, true);
  const key = path.at(-1);
  const record = key === undefined ? undefined : document.getIn(path.slice(0, -1), true);
  const [pair, column] = isMap(record)
    ? [
        record.items.find((each) => isScalar(each.key) && each.key.value === key),
        indentOf(text, record),
      ]
    : [undefined, -indent];
  if (isSeq(list)) {
    if (list.flow) {
      const isBlock = as === 'block' && list.items.length === 0 && !(isMap(record) && record.flow);
      const instead = isBlock && insteadOfBrackets(text, list, pair?.key, linesAt(column + indent));
      return instead || intoFlow(text, list, flow);
    }
    const lines = linesAt(indentOf(text, list), widthOf(text, list));
    const blank = as === 'block' && isSpaced(text, list) ? [''] : [];
    return [linesAfter(text, contentEnd(text, list), [...blank, ...lines])];
  }
  if (!isMap(record)) return undefined;
  if (pair) {
    if (!isEmptyScalar(pair.value) || record.flow) return undefined;
    const colon = text.indexOf(':', endOf(pair.key)) + 1;
    return [linesAfter(text, colon, linesAt(column + indent))];
  }
  if (record.flow) return intoFlow(text, record, `${key}: [${flow}]`);
  const lines = [`${' '.repeat(column)}${key}:`, ...linesAt(column + indent)];
  return [linesAfter(text, contentEnd(text, record), lines)];
};
