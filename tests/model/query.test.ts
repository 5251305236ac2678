/** What is typed after --where, taken apart; what is not in the language yet is refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../src/model/query.ts';

const query = (
  terms: Readonly<Record<string, readonly string[]>>,
  ...words: readonly string[]
) => ({
  is: 'query',
  terms: Object.entries(terms).map(([key, values]) => ({ key, values })),
  words,
});

describe('is understood', () => {
  test.each([
    ['', query({})],
    ['   ', query({})],
    ['status:done', query({ status: ['done'] })],
    ['status:done,verified', query({ status: ['done', 'verified'] })],
    ['status:done,,verified,', query({ status: ['done', 'verified'] })],
    ['STATUS:done', query({ status: ['done'] })],
    ['status:done lead:planning', query({ status: ['done'], lead: ['planning'] })],
    ['  status:done\tlead:planning\n', query({ status: ['done'], lead: ['planning'] })],
    ['due:..2022-09-30', query({ due: ['..2022-09-30'] })],
    ['voucher', query({}, 'voucher')],
    ['consumer voucher', query({}, 'consumer', 'voucher')],
    ['"consumer voucher"', query({}, 'consumer voucher')],
    ['lead:"Planning Bureau"', query({ lead: ['Planning Bureau'] })],
    ['lead:"Planning, Bureau",数据局', query({ lead: ['Planning, Bureau', '数据局'] })],
    ['lead:Planning" "Bureau', query({ lead: ['Planning Bureau'] })],
    ['status：done，verified', query({ status: ['done', 'verified'] })],
    ['lead：“规划 局”', query({ lead: ['规划 局'] })],
    ['＂夜间 政务＂ 小区', query({}, '夜间 政务', '小区')],
    ['小区 status:planned 改造', query({ status: ['planned'] }, '小区', '改造')],
    ['12:30', query({}, '12:30')],
    ['数据:局', query({}, '数据:局')],
    ['url:https://a.example/', query({ url: ['https://a.example/'] })],
    ['last-event:2022-01-01', query({ last_event: ['2022-01-01'] })],
    ['a_b:c', query({ a_b: ['c'] })],
    ['andy', query({}, 'andy')],
    ['norm', query({}, 'norm')],
    ['"or"', query({}, 'or')],
    ['westgate-1', query({}, 'westgate-1')],
    ['T01.1#a', query({}, 'T01.1#a')],
    ["it's", query({}, "it's")],
  ])('%j', (text, expected) => {
    expect(parseQuery(text)).toEqual(expected);
  });

  test('the same key twice is two terms, and not for the parser to judge', () => {
    expect(parseQuery('a:b a:c')).toEqual({
      is: 'query',
      terms: [
        { key: 'a', values: ['b'] },
        { key: 'a', values: ['c'] },
      ],
      words: [],
    });
  });
});

test.each([
  ['status:done or status:planned', 'or'],
  ['not theme:green', 'not'],
  ['a AND b', 'AND'],
  ['(a b)', '(a'],
  ['a b)', 'b)'],
  ['（a）', '(a)'],
  ['-status:done', '-status:done'],
  ['>5', '>5'],
  ['=x', '=x'],
  ['status:', 'status:'],
  ['status:,', 'status:,'],
  ['status:""', 'status:""'],
  ['status: done', 'status:'],
])('%j is refused for %j', (text, given) => {
  expect(parseQuery(text)).toEqual({ is: 'unknown', given });
});

test('a quote that is not closed loses no word in silence', () => {
  for (const text of ['"consumer voucher', 'consumer" voucher', 'lead:"Planning Bureau']) {
    const parsed = parseQuery(text);
    const said = parsed.is === 'unknown' ? parsed.given : JSON.stringify(parsed);
    for (const word of text.match(/[A-Za-z]+/g) ?? []) {
      if (parsed.is === 'query') expect(said).toContain(word);
    }
  }
});

test('whatever is typed is answered, and nothing typed is lost', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
      const parsed = parseQuery(text);
      if (parsed.is === 'unknown') return;
      const typed = (text.match(/[\p{L}\p{N}]/gu) ?? []).length;
      const kept = [
        ...parsed.terms.flatMap(({ key, values }) => [key, ...values]),
        ...parsed.words,
      ];
      const found = (kept.join('').match(/[\p{L}\p{N}]/gu) ?? []).length;
      expect(found).toBe(typed);
    }),
  );
});
