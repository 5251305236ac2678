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
/** Keys of one record; the search for duplicates is quadratic. */
export const mostKeys = 5_000;

const conflict = /^(?:<{7}(?: |$)|\|{7}(?: |$)|={7}$|>{7}(?: |$))/;

/**
 * Lines git leaves in a file it could not merge. The `=======` alone may be text; beside others it
 * is not.
 */
export const conflictMarkers = (text: string): readonly PlacedProblem[] => {
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

/** The first collection with too many keys. */
export const overfull = (tokens: readonly Token[]): number | undefined => {
  const open: unknown[] = [...tokens];
  while (open.length > 0) {
    const token = open.pop() as {
      type?: string;
      offset?: number;
      items?: unknown[];
      value?: unknown;
    };
    const items = token.items ?? [];
    const isCollection =
      token.type === 'block-map' || token.type === 'block-seq' || token.type === 'flow-collection';
    if (isCollection && items.length > mostKeys) return token.offset ?? 0;
    for (const item of items as { key?: unknown; value?: unknown }[]) {
      if (item.key) open.push(item.key);
      if (item.value) open.push(item.value);
    }
    if (token.value && typeof token.value === 'object') open.push(token.value);
  }
  return undefined;
};
