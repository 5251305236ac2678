/**
 * Hands in which a ledger file can be written: texts with what an update inserts marked in them, and a printer that
 * writes any value in a style chosen at random. What it prints is YAML 1.2 in which nothing is ambiguous.
 */
import type { Value } from '../src/model/attribute.ts';

/** A text with every insertion between « and », as it was before and as it is after. */
export const marked = (text: string): { readonly before: string; readonly after: string } => ({
  before: text.replace(/«[^»]*»/g, ''),
  after: text.replace(/[«»]/g, ''),
});

/**
 * Whether a text comes out of another one by cutting pieces that were put in: at most one before and one
 * behind a middle that stayed whole, such as a comment between a comma and a new line.
 */
export const isOnlyInserted = (before: string, after: string): boolean => {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let end = 0;
  while (
    end < before.length - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  const middle = before.slice(start, before.length - end);
  return after.length > before.length && after.slice(start, after.length - end).includes(middle);
};

/** Chooses one of `count` ways, counted from 0. */
export type Choose = (count: number) => number;

type Record = { readonly [key: string]: Value };

const isRecord = (value: Value): value is Record =>
  typeof value === 'object' && !Array.isArray(value);

const isPlain = (text: string): boolean =>
  /^[A-Za-z\u4e00-\u9fff][A-Za-z\u4e00-\u9fff0-9-]*(?: [A-Za-z\u4e00-\u9fff0-9-]+)*$/.test(text) &&
  !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(text);

const isSingleQuotable = (text: string): boolean => /^[\x20-\x7e\u4e00-\u9fff]+$/.test(text);

/** A text on one line. */
const inline = (text: string, choose: Choose): string => {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return [text, `'${text}'`, `"${text}"`][choose(3)] as string;
  const ways = [
    JSON.stringify(text),
    ...(isSingleQuotable(text) ? [`'${text.replace(/'/g, "''")}'`] : []),
    ...(isPlain(text) ? [text, text] : []),
  ];
  return ways[choose(ways.length)] as string;
};

const keyIn = (key: string, choose: Choose): string =>
  [key, key, key, `"${key}"`, `'${key}'`][choose(5)] as string;

/** A value in braces and brackets; `indent` is where its lines go when it takes several. */
const flow = (value: Value, indent: number, choose: Choose): string => {
  if (!Array.isArray(value) && !isRecord(value)) {
    return typeof value === 'string' ? inline(value, choose) : String(value);
  }
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const inner = indent + 2;
  const entries = Array.isArray(value)
    ? value.map((each: Value) => flow(each, inner, choose))
    : Object.entries(value).map(
        ([key, each]) =>
          `${keyIn(key, choose)}:${choose(9) === 0 ? '\t' : ' '}${flow(each, inner, choose)}`,
      );
  if (entries.length === 0) return open + ' '.repeat(choose(2)) + close;
  if (choose(4) > 0) {
    const pad = ' '.repeat(choose(2));
    return `${open}${pad}${entries.join(choose(5) ? ', ' : ' , ')}${pad}${close}`;
  }
  const margin = ' '.repeat(inner);
  const trailing = choose(2) === 0;
  const lines = entries.map((entry, index) => {
    const comma = index < entries.length - 1 || trailing ? ',' : '';
    return `${margin}${entry}${comma}${choose(4) === 0 ? ' # ] } , : «' : ''}`;
  });
  const ending = choose(5) === 0 ? `${margin}# end\n` : '';
  return `${open}\n${lines.join('\n')}\n${ending}${' '.repeat(indent)}${close}`;
};

const comment = (indent: number, choose: Choose): string =>
  ['', '', '', '', '\n', `${' '.repeat(indent)}# - { note: "x" }: [\n`, '# 注：at the margin\n'][
    choose(7)
  ] as string;

const behind = (choose: Choose): string =>
  ['', '', '', '', ' ', '  # why: it is so', '\t# tab'][choose(7)] as string;

/** A text over several lines as a block, where it can be one. */
const asBlock = (text: string, indent: number, choose: Choose): string | undefined => {
  const isFit = /^[^\s#][^\r\t\u2028\u2029\u0085]*$/.test(text) && !/\s\n|\n\s|\s$/.test(text);
  if (!isFit || choose(2) === 0) return undefined;
  const margin = ' '.repeat(indent);
  return `|-\n${text
    .split('\n')
    .map((line) => margin + line)
    .join('\n')}\n`;
};

/** What follows a colon or a dash, with the line end. */
const after = (value: Value, indent: number, listIndent: number, choose: Choose): string => {
  if (typeof value === 'string') {
    const block = asBlock(value, indent + 2, choose);
    if (block !== undefined) return ` ${block}`;
  }
  const isBlock = (Array.isArray(value) ? value.length > 0 : isRecord(value)) && choose(3) > 0;
  if (!isBlock) return ` ${flow(value, indent, choose)}${behind(choose)}\n`;
  const inner = indent + (Array.isArray(value) ? listIndent : 2 + choose(2));
  return `${behind(choose)}\n${comment(inner, choose)}${block(value, inner, listIndent, choose)}`;
};

/** A list or record that is not empty, a line or more for each entry. */
const block = (value: Value, indent: number, listIndent: number, choose: Choose): string => {
  const margin = ' '.repeat(indent);
  if (Array.isArray(value)) {
    return value
      .map((each: Value) => {
        const gap = 1 + choose(3);
        if (isRecord(each) && choose(2) === 0) {
          const lines = block(each, indent + 1 + gap, listIndent, choose);
          return `${margin}-${' '.repeat(gap)}${lines.replace(/^(?:\s*#.*\n|\n)*\s*/, '')}`;
        }
        const text = flow(each, indent + 2, choose);
        return `${margin}-${' '.repeat(gap)}${text}${behind(choose)}\n${comment(indent, choose)}`;
      })
      .join('');
  }
  return Object.entries(value as Record)
    .map(([key, each]) => {
      const colon = choose(8) === 0 ? ' :' : ':';
      const rest = after(each, indent, listIndent, choose);
      return `${comment(indent, choose)}${margin}${keyIn(key, choose)}${colon}${rest}`;
    })
    .join('');
};

/** Writes a record as a file in some hand: indents, quotes, braces, comments, blank lines, line ends. */
export const print = (value: Record, choose: Choose): string => {
  const listIndent = [0, 2, 4][choose(3)] as number;
  const start = ['', '# A file.\n', '---\n', '\n\n'][choose(4)] as string;
  const end = ['', '\n', '# The end.\n'][choose(3)] as string;
  const text = `${start}${block(value, 0, listIndent, choose)}${end}`;
  const cut = choose(3) === 0 ? text.replace(/\n+$/, '') : text;
  return choose(2) === 0 ? cut.replace(/\r?\n/g, '\r\n') : cut;
};
