/**
 * How a value is written as YAML by this tool: on one line in brackets and braces, or as the lines of
 * a block. What readers of another YAML version would take for something else is quoted.
 */
import { Scalar, stringify, YAMLSeq, Document as YamlDocument } from 'yaml';
import type { Value } from '../model/attribute.ts';
import { isDay } from '../model/dates.ts';
import { elsewhere } from './parse.ts';

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
export const inFlow = (value: Value, quoteAll: boolean, key = ''): string => {
  if (Array.isArray(value))
    return `[${value.map((each: Value) => inFlow(each, quoteAll)).join(', ')}]`;
  if (typeof value !== 'object' || value === null) {
    return scalarInFlow(value as string | number | boolean | null, quoteAll, key);
  }
  const pairs = Object.entries(value).map(
    ([key, each]) => `${key}: ${inFlow(each, quoteAll, key)}`,
  );
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
};

/** How lines are written. */
export interface Hand {
  /** Quotes every text, for values the usual style gets wrong. */
  readonly quoteAll: boolean;
  /** How far lists are indented below their keys. */
  readonly listIndent: number;
}

type Fields = { readonly [key: string]: Value };

const isRecord = (value: Value): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOfRecords = (value: Value): value is readonly Fields[] =>
  Array.isArray(value) && value.length > 0 && value.every(isRecord);

/** An entry of a list as lines, its dash in column 0 and its attributes `width` columns behind it. */
export const entryLines = (value: Value, hand: Hand, width = 2): readonly string[] => {
  const [first, ...others] = recordLines(value, hand, false);
  return ['-'.padEnd(width) + first, ...others.map((line) => ' '.repeat(width) + line)];
};

/** A record as lines, one for each attribute; lists of records get a line or more for each entry. */
const recordLines = (value: Value, hand: Hand, isFile: boolean): readonly string[] => {
  if (!isRecord(value) || Object.keys(value).length === 0) return [inFlow(value, hand.quoteAll)];
  return Object.entries(value).flatMap(([key, each]) => {
    if (!isListOfRecords(each)) return [`${key}: ${inFlow(each, hand.quoteAll, key)}`];
    const entries = each.flatMap((entry) =>
      isFile ? entryLines(entry, hand) : [`- ${inFlow(entry, hand.quoteAll)}`],
    );
    return [`${key}:`, ...entries.map((line) => ' '.repeat(hand.listIndent) + line)];
  });
};

/** A whole file: the records it is there for, at its root or in a list of its record, as blocks. */
export const fileLines = (value: Value, hand: Hand): readonly string[] =>
  isListOfRecords(value)
    ? value.flatMap((each) => entryLines(each, hand))
    : recordLines(value, hand, true);
