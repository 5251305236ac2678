import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/model/ledger.ts';
import { findByName, fold, foldId, plainId, suggest } from '../../src/model/names.ts';

const unit = (id: string, title: string, aliases: readonly string[] = []): Entry =>
  ({
    kind: 'unit',
    id,
    data: { id, title, aliases },
    parent: undefined,
    file: '',
    path: [],
  }) as Entry;

const units = [
  unit('market-regulation', 'Market Regulation Bureau', ['市监局', '市市场监管局']),
  unit('planning-bureau', 'Planning Bureau', ['规划局']),
  unit('forestry-bureau', 'Forestry Bureau', ['林业局']),
];

test.each([
  ['full-width and half-width', 'ＡＢＣ１２', 'abc12'],
  ['spacing', '  a   b ', 'a b'],
  ['quotation marks', '“Colorful orchid”', 'colorful orchid'],
  ['composed and decomposed', 'e\u0301', 'é'],
])('%s fall together', (_what, a, b) => {
  expect(fold(a)).toBe(fold(b));
});

test('an id is known without its zeros and in any case', () => {
  expect(foldId('t4.1')).toBe(foldId('T04.1'));
  expect(foldId('T40')).not.toBe(foldId('T4'));
  expect(foldId('T04.10')).not.toBe(foldId('T04.1'));
});

test('look-alikes are turned into what was meant', () => {
  expect(plainId('Т０４')).toBe('T04');
  expect(plainId('huangpu–1')).toBe('huangpu-1');
});

describe('a name finds', () => {
  test.each([
    ['an id', 'planning-bureau'],
    ['a title in another case', 'planning BUREAU'],
    ['a Chinese alias', '规划局'],
    ['a fragment only one has', 'plann'],
  ])('by %s', (_what, given) => {
    const match = findByName(units, given);
    expect(match.is === 'one' && match.entry.id).toBe('planning-bureau');
  });

  test('several by a fragment that several have', () => {
    const match = findByName(units, 'bureau');
    expect(match.is === 'several' && match.entries.length).toBe(3);
  });

  test('none, with the nearest', () => {
    expect(findByName(units, 'planing-bureau')).toEqual({
      is: 'none',
      suggestions: ['planning-bureau'],
    });
    expect(findByName(units, '')).toEqual({ is: 'none', suggestions: [] });
  });
});

test('nothing far off is suggested', () => {
  expect(suggest('dnoe', ['done', 'verified'])).toEqual(['done']);
  expect(suggest('xyz', ['done', 'verified'])).toEqual([]);
});
