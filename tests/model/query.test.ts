/** What is typed as a query, taken apart; what is not in the language is refused with its place. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Parsed, parseQuery, type Query } from '../../src/model/query.ts';

/** A query without its places, as short as it can be said. */
const shortOf = (query: Query): unknown => {
  switch (query.is) {
    case 'all':
    case 'any':
      return { [query.is]: query.of.map(shortOf) };
    case 'not':
      return { not: shortOf(query.of) };
    case 'word':
      return query.text;
    case 'term':
      return { [query.key]: query.values.map(({ text }) => text) };
  }
};

const short = (text: string): unknown => {
  const parsed = parseQuery(text);
  return parsed.is === 'query' ? shortOf(parsed.query) : parsed;
};

describe('is understood', () => {
  test.each<[string, unknown]>([
    ['status:done', { status: ['done'] }],
    ['status:done,verified', { status: ['done', 'verified'] }],
    ['status:done,,verified,', { status: ['done', 'verified'] }],
    ['STATUS:done', { status: ['done'] }],
    ['status:done lead:planning', { all: [{ status: ['done'] }, { lead: ['planning'] }] }],
    ['  status:done\tlead:planning\n', { all: [{ status: ['done'] }, { lead: ['planning'] }] }],
    ['due:..2022-09-30', { due: ['..2022-09-30'] }],
    ['voucher', 'voucher'],
    ['consumer voucher', { all: ['consumer', 'voucher'] }],
    ['"consumer voucher"', 'consumer voucher'],
    ['lead:"Planning Bureau"', { lead: ['Planning Bureau'] }],
    ['lead:"Planning, Bureau",数据局', { lead: ['Planning, Bureau', '数据局'] }],
    ['lead:Planning" "Bureau', { lead: ['Planning Bureau'] }],
    ['status：done，verified', { status: ['done', 'verified'] }],
    ['lead：“规划 局”', { lead: ['规划 局'] }],
    ['＂夜间 政务＂ 小区', { all: ['夜间 政务', '小区'] }],
    ['牵头:规自局', { 牵头: ['规自局'] }],
    ['12:30', '12:30'],
    ['url:https://a.example/', { url: ['https://a.example/'] }],
    ['last-event:2022-01-01', { last_event: ['2022-01-01'] }],
    ['andy', 'andy'],
    ['norm', 'norm'],
    ['"or"', 'or'],
    ['westgate-1', 'westgate-1'],
    ['T01.1#a', 'T01.1#a'],
    ["it's", "it's"],
    ['a or b', { any: ['a', 'b'] }],
    ['a OR b', { any: ['a', 'b'] }],
    ['a 或 b', { any: ['a', 'b'] }],
    ['a and b', { all: ['a', 'b'] }],
    ['a b or c d', { any: [{ all: ['a', 'b'] }, { all: ['c', 'd'] }] }],
    ['a (b or c) d', { all: ['a', { any: ['b', 'c'] }, 'd'] }],
    ['not a b', { all: [{ not: 'a' }, 'b'] }],
    ['not (a b)', { not: { all: ['a', 'b'] } }],
    ['not not a', { not: { not: 'a' } }],
    ['（a 或 b） 且 非 c', { all: [{ any: ['a', 'b'] }, { not: 'c' }] }],
    ['非（a）', { not: 'a' }],
    ['not(a or b) c', { all: [{ not: { any: ['a', 'b'] } }, 'c'] }],
    ['constructor', 'constructor'],
    ['not constructor', { not: 'constructor' }],
    ['((a))', 'a'],
    ['创新区（越秀）', '创新区(越秀)'],
    ['(创新区(越秀))', '创新区(越秀)'],
    ['(title:创新区(越秀) or b)', { any: [{ title: ['创新区(越秀)'] }, 'b'] }],
  ])('%j', (text, expected) => {
    expect(short(text)).toEqual(expected);
  });
});

describe('is refused, with the place', () => {
  test.each<[string, string, string]>([
    ['', 'empty', ''],
    ['   ', 'empty', '   '],
    ['""', 'empty', '""'],
    ['status:', 'value', 'status:'],
    ['status:,', 'value', 'status:,'],
    ['status:""', 'value', 'status:""'],
    ['a "b c', 'quote', '"b c'],
    ['(a or b', 'bracket', '('],
    ['a or b)', 'bracket', ')'],
    ['a ()', 'bracket', '()'],
    ['or a', 'operand', 'or'],
    ['a or', 'operand', 'or'],
    ['a or or b', 'operand', 'or'],
    ['a and', 'operand', 'and'],
    ['and a', 'operand', 'and'],
    ['a not', 'operand', 'not'],
    ['not or a', 'operand', 'not'],
    ['not ""', 'operand', 'not'],
    ['due<2022-10-01', 'sign', 'due<2022-10-01'],
    ['due>=2022', 'sign', 'due>=2022'],
    ['-theme:green', 'sign', '-theme:green'],
    ['规划 lead:', 'value', 'lead:'],
    ['light : red', 'value', ':'],
    [':done', 'value', ':done'],
    [`a${')'.repeat(3990)}`, 'long', ''],
    ['a '.repeat(201), 'long', ''],
    ['a'.repeat(4001), 'long', ''],
    [`${'('.repeat(30)}a${')'.repeat(30)}`, 'deep', '('],
  ])('%j', (text, fault, marked) => {
    const parsed = parseQuery(text) as Extract<Parsed, { is: 'fault' }>;
    expect(parsed).toMatchObject({ is: 'fault', fault });
    expect(text.slice(parsed.at, parsed.end)).toBe(marked);
  });
});

const placesOf = (query: Query): readonly { at: number; end: number }[] => {
  switch (query.is) {
    case 'all':
    case 'any':
      return query.of.flatMap(placesOf);
    case 'not':
      return placesOf(query.of);
    case 'word':
      return [query];
    case 'term':
      return [query.place, ...query.values];
  }
};

test('any text is a query or a fault, quickly, with places inside the text', () => {
  const piece = fc.oneof(
    fc.constantFrom('(', ')', ' ', '"', ':', ',', 'or', 'not', 'and', '或', '，', '（', '“', '..'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const parsed = parseQuery(text);
      const places = parsed.is === 'fault' ? [parsed] : placesOf(parsed.query);
      for (const { at, end } of places) {
        expect(at).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(at);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
