/**
 * A first look at a YAML text before it is composed: what no file may have, and bounds that keep
 * the library from hanging or overflowing. It works on characters and tokens and knows no values.
 */
import { Lexer, Parser } from 'yaml';
import { codePoint, controls } from '../model/characters.ts';
import type { Problem } from '../model/diagnostic.ts';
import type { PlacedProblem } from './text.ts';

/**
 * Deeper nesting than any ledger has; the library recurses, and hangs or overflows on much more.
 */
export const deepest = 32;
/** Entries of one record or list; nothing that people keep in one file has more. */
export const mostEntries = 5_000;

const conflict = /^(?:<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$))/;

/**
 * Lines git leaves in a file it could not merge. The `=======` alone may be text; beside others it
 * is not.
 */
export const conflictMarkers = (text: string): readonly PlacedProblem[] => {
  if (!/^(?:<{7}|>{7})/m.test(text)) return [];
  const found: PlacedProblem[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (conflict.test(line.replace(/\r$/, ''))) {
      const problem: Problem = { code: 'yaml/conflict-markers', params: {} };
      found.push({ problem, start, end: start + 7 });
    }
    start += line.length + 1;
  }
  return found.some(({ start: at }) => text[at] === '<' || text[at] === '>') ? found : [];
};

/** One is enough to refuse a file; a few show what is the matter with it. */
const mostControls = 20;

export const rawControls = (text: string): readonly PlacedProblem[] =>
  [...text.matchAll(controls)]
    // Where lines end with it, a carriage return stands on each of them.
    .filter(
      ([character], at, all) =>
        character !== '\r' || all.findIndex(([each]) => each === '\r') === at,
    )
    .slice(0, mostControls)
    .map((match) => ({
      problem: { code: 'text/control', params: { character: codePoint(match[0]) } },
      start: match.index,
      end: match.index + match[0].length,
    }));

export type Token = ReturnType<Parser['parse']> extends Generator<infer T> ? T : never;

/** The syntax tree's tokens, or the offset at which nesting grows too deep. */
export const tokensOf = (text: string): { tokens: readonly Token[] } | { tooDeepAt: number } => {
  const parser = new Parser();
  const tokens: Token[] = [];
  let offset = 0;
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme));
    // A document and the collections open at this point; block pairs do not add to the stack.
    if (parser.stack.length > deepest + 2) return { tooDeepAt: offset };
    offset += lexeme.length;
  }
  tokens.push(...parser.end());
  return { tokens };
};

/** The parts of a token that are looked at here; the library has a type for each sort. */
interface Part {
  readonly type?: string;
  readonly offset?: number;
  readonly source?: string;
  readonly start?: { readonly offset?: number };
  readonly end?: readonly { readonly type?: string }[];
  readonly items?: readonly { readonly key?: unknown; readonly value?: unknown }[];
  readonly value?: unknown;
}

/** Every token and all below it, in the order of the text. */
function* partsOf(tokens: readonly Token[]): Generator<Part> {
  const open: unknown[] = [...tokens].reverse();
  while (open.length > 0) {
    const part = open.pop() as Part;
    yield part;
    if (part.value && typeof part.value === 'object') open.push(part.value);
    for (const { key, value } of [...(part.items ?? [])].reverse()) {
      if (value) open.push(value);
      if (key) open.push(key);
    }
  }
}

/** Where the first collection with too many entries stands. */
export const overfull = (text: string, tokens: readonly Token[]): number | undefined => {
  // An entry takes two characters at the least.
  if (text.length < 2 * mostEntries) return undefined;
  const collections = ['block-map', 'block-seq', 'flow-collection'];
  for (const { type = '', items = [], offset, start } of partsOf(tokens)) {
    if (collections.includes(type) && items.length > mostEntries) {
      return offset ?? start?.offset ?? 0;
    }
  }
  return undefined;
};

/** Where the last quotation mark or bracket stands that is opened and not closed. */
export const unclosed = (tokens: readonly Token[]): number | undefined => {
  let found: number | undefined;
  for (const { type = '', source = '', offset, start, end = [] } of partsOf(tokens)) {
    const isQuote = type === 'double-quoted-scalar' || type === 'single-quoted-scalar';
    if (isQuote && (source.length < 2 || !source.endsWith(source[0] ?? ''))) found = offset;
    const isClosed = end.some((each) => /^flow-(?:map|seq)-end$/.test(each.type ?? ''));
    if (type === 'flow-collection' && !isClosed) found = start?.offset;
  }
  return found;
};
