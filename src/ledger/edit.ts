/**
 * Edits YAML text at the place meant and nowhere else: comments, order, quoting, blank lines and line
 * ends stay, byte for byte. The result is parsed again and must say what was meant.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Document } from 'yaml';
import type { Value } from '../model/attribute.ts';
import { applyChange, type Change } from '../model/change.ts';
import { appendSplices } from './append.ts';
import type { Splice } from './nodes.ts';
import { type Parsed, parse } from './parse.ts';
import { fileLines } from './print.ts';
import { putSplices } from './put.ts';

const faults = ({ problems }: Parsed): number =>
  problems.filter(({ problem }) => problem.code.startsWith('yaml/')).length;

/** What to cut and insert, in order; undefined where that cannot be told. */
const splicesFor = (
  text: string,
  document: Document.Parsed,
  change: Change,
  quoteAll: boolean,
): readonly Splice[] | undefined => {
  switch (change.op) {
    case 'append':
      return appendSplices(text, document, change, quoteAll);
    case 'put':
      return putSplices(text, document, change, quoteAll);
    case 'create':
      return undefined;
  }
};

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
  // Where the text has an error, its parts need not stand where they seem to.
  if (!document || document.errors.length > 0 || before === undefined) return undefined;
  const meant = applyChange(before, change);
  const isSaid = isDeepStrictEqual(before, meant);
  for (const quoteAll of [false, true]) {
    const splices = splicesFor(text, document, change, quoteAll);
    if (!splices) return undefined;
    if (isSaid) return { text, parsed };
    const edited = splices.reduceRight(
      (whole, { from, to, text: put }) => whole.slice(0, from) + put + whole.slice(to),
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

/** The text of a new file; undefined where no text would read back as the value. */
export const createText = (value: Value): string | undefined => {
  for (const quoteAll of [false, true]) {
    const lines = fileLines(value, { quoteAll, listIndent: 2 });
    const text = lines.map((line) => `${line}\n`).join('');
    const reread = parse(text, { keys: new Set() });
    if (faults(reread) === 0 && isDeepStrictEqual(reread.value, value)) return text;
  }
  return undefined;
};
