/**
 * What is typed to say which records are meant: `status:planned lead:finance (due:..2022-09-30 or light:red)`.
 * Terms side by side must all hold; `or`, `not` and brackets combine them; values with commas are alternatives; a bare
 * word is searched for in ids, titles and aliases. Safe to type in any shell, full-width punctuation understood. It
 * knows no key and no ledger: what a term means is decided elsewhere.
 */

/** Where a part stands in the text, counted in UTF-16 units. */
export interface Place {
  readonly at: number;
  readonly end: number;
}

/** One of the values of a term, as typed, without its quotation marks. */
export interface Given extends Place {
  readonly text: string;
}

export type Query =
  | { readonly is: 'all' | 'any'; readonly of: readonly Query[] }
  | { readonly is: 'not'; readonly of: Query }
  | {
      readonly is: 'term';
      /** Lower case, with `_` for `-`. */
      readonly key: string;
      readonly place: Place;
      readonly values: readonly Given[];
    }
  | ({ readonly is: 'word'; readonly isQuoted: boolean } & Given);

/** Why a text is no query. */
export type QueryFault =
  /** A quotation mark without its second one. */
  | 'quote'
  /** A bracket without its other one. */
  | 'bracket'
  /** `or`, `and` or `not` with nothing to combine. */
  | 'operand'
  /** A key with nothing behind its colon. */
  | 'value'
  /** `<`, `>`, `=` or a leading `-`, which shells take for something else. */
  | 'sign'
  /** Brackets within brackets within brackets … */
  | 'deep'
  /** More than anybody types. */
  | 'long'
  /** Nothing at all. */
  | 'empty';

export type Parsed =
  | { readonly is: 'query'; readonly query: Query }
  | ({ readonly is: 'fault'; readonly fault: QueryFault } & Place);

const deepest = 20;
/** Characters, and words or terms; what is longer is no question of a person, and slow. */
const longest = 4000;
const most = 200;

/** Character for character, so that places in the text stay what they are. */
const halfWidth = (text: string): string =>
  text.replace(
    /[：，（）＂“”]/g,
    (each) => ({ '：': ':', '，': ',', '（': '(', '）': ')' })[each] ?? '"',
  );

type Token = Place & { readonly is: 'open' | 'close' | 'or' | 'and' | 'not' | 'piece' };

const operators: ReadonlyMap<string, Token['is']> = new Map([
  ['or', 'or'],
  ['and', 'and'],
  ['not', 'not'],
  ['或', 'or'],
  ['且', 'and'],
  ['非', 'not'],
]);

/** Ends a parse that cannot go on; never leaves this file. */
class Refused extends Error {
  readonly fault: QueryFault;
  readonly place: Place;
  constructor(fault: QueryFault, { at, end }: Place) {
    super(fault);
    this.fault = fault;
    this.place = { at, end };
  }
}

const count = (text: string, character: string): number => text.split(character).length - 1;

/** A bracket belongs to a word where the word has its other half: `创新区(越秀)`. */
const tokensOf = (text: string): readonly Token[] => {
  const tokens: Token[] = [];
  for (const { 0: chunk, index } of text.matchAll(/(?:"[^"]*(?:"|$)|[^\s"])+/g)) {
    let at = index;
    let end = index + chunk.length;
    if (count(chunk, '"') % 2 === 1) {
      throw new Refused('quote', { at: index + chunk.lastIndexOf('"'), end });
    }
    // In Chinese no blank is written: 非（…）.
    const joined = /^(?:not|or|and|[非或且])(?=\()/i.exec(chunk)?.[0] ?? '';
    if (joined !== '') {
      const is = operators.get(joined.toLowerCase()) ?? 'piece';
      tokens.push({ is, at, end: at + joined.length });
      at += joined.length;
    }
    while (at < end && text[at] === '(') {
      tokens.push({ is: 'open', at, end: at + 1 });
      at += 1;
    }
    const closing: Token[] = [];
    const isClosed = () => {
      const bare = text.slice(at, end).replace(/"[^"]*"/g, '');
      return bare.endsWith(')') && count(bare, ')') > count(bare, '(');
    };
    while (end > at && text[end - 1] === ')' && isClosed()) {
      closing.push({ is: 'close', at: end - 1, end });
      end -= 1;
    }
    if (end > at) {
      const is = operators.get(text.slice(at, end).toLowerCase()) ?? 'piece';
      tokens.push({ is, at, end });
    }
    tokens.push(...closing.reverse());
  }
  return tokens;
};

const unquoted = (text: string): string => text.replace(/"/g, '').trim();

/** Commas between quotes belong to the value. */
const valuesOf = (text: string, at: number, end: number): readonly Given[] =>
  [...text.slice(at, end).matchAll(/(?:"[^"]*"|[^,"])+/g)]
    .map((found) => ({
      text: unquoted(found[0]),
      at: at + found.index,
      end: at + found.index + found[0].length,
    }))
    .filter((each) => each.text !== '');

const keyForm = /^([A-Za-z][A-Za-z_-]*|\p{Script=Han}{1,8}):/u;

/** A piece that is no operator: a term or a word. */
const pieceOf = (text: string, { at, end }: Place): Query | undefined => {
  const piece = text.slice(at, end);
  const sign = /^[<>=-]|^[^":]*[<>=]/.exec(piece);
  if (sign) throw new Refused('sign', { at, end });
  if (/^[:,]/.test(piece)) throw new Refused('value', { at, end });
  const [head, key] = keyForm.exec(piece) ?? [];
  if (head === undefined || key === undefined) {
    const word = unquoted(piece);
    return word === ''
      ? undefined
      : { is: 'word', text: word, isQuoted: piece.includes('"'), at, end };
  }
  const values = valuesOf(text, at + head.length, end);
  const place = { at, end: at + key.length };
  if (values.length === 0) throw new Refused('value', { at, end });
  return { is: 'term', key: key.toLowerCase().replace(/-/g, '_'), place, values };
};

const joined = (is: 'all' | 'any', of: readonly Query[]): Query => {
  const [first] = of;
  return of.length === 1 && first ? first : { is, of };
};

/** Reads tokens from left to right: `or` binds least, `not` most. */
const read = (text: string, tokens: readonly Token[]): Query | undefined => {
  let next = 0;
  const any = (depth: number, opened: Token | undefined): Query | undefined => {
    const of: Query[] = [];
    for (;;) {
      const part = all(depth);
      const token = tokens[next];
      if (part === undefined && (of.length > 0 || token?.is === 'or')) {
        throw new Refused('operand', tokens[token?.is === 'or' ? next : next - 1] ?? whole(text));
      }
      if (part) of.push(part);
      if (token?.is !== 'or') break;
      next += 1;
    }
    const end = tokens[next];
    if (opened ? end?.is !== 'close' : end !== undefined) {
      throw new Refused('bracket', opened ?? end ?? whole(text));
    }
    return of.length === 0 ? undefined : joined('any', of);
  };
  const all = (depth: number): Query | undefined => {
    const of: Query[] = [];
    let pending: Token | undefined;
    for (;;) {
      const token = tokens[next];
      if (token === undefined || token.is === 'or' || token.is === 'close') break;
      next += 1;
      if (token.is === 'and') {
        if (pending || of.length === 0) throw new Refused('operand', token);
        pending = token;
        continue;
      }
      pending = undefined;
      const part = one(token, depth);
      if (part) of.push(part);
    }
    if (pending) throw new Refused('operand', pending);
    return of.length === 0 ? undefined : joined('all', of);
  };
  const one = (token: Token, depth: number): Query | undefined => {
    if (depth > deepest) throw new Refused('deep', token);
    if (token.is === 'not') {
      const of = tokens[next];
      if (of === undefined || !['piece', 'open', 'not'].includes(of.is)) {
        throw new Refused('operand', token);
      }
      next += 1;
      const part = one(of, depth + 1);
      if (part === undefined) throw new Refused('operand', token);
      return { is: 'not', of: part };
    }
    if (token.is === 'open') {
      const inner = any(depth + 1, token);
      const close = tokens[next];
      next += 1;
      if (inner === undefined)
        throw new Refused('bracket', { at: token.at, end: close?.end ?? token.end });
      return inner;
    }
    return pieceOf(text, token);
  };
  return any(0, undefined);
};

const whole = (text: string): Place => ({ at: 0, end: text.length });

/** Parses a query; whatever is not understood is a fault with its place, and nothing is guessed. */
export const parseQuery = (text: string): Parsed => {
  const plain = halfWidth(text);
  try {
    if (text.length > longest) throw new Refused('long', { at: 0, end: 0 });
    const tokens = tokensOf(plain);
    if (tokens.length > most) throw new Refused('long', { at: 0, end: 0 });
    const query = read(plain, tokens);
    return query ? { is: 'query', query } : { is: 'fault', fault: 'empty', ...whole(text) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { is: 'fault', fault: error.fault, ...error.place };
  }
};
