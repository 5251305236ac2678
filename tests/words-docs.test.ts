/** The sentences about kinds and their attributes: every one of them stands in Chinese as well. */
import { describe, expect, test } from 'vitest';
import type { Shape } from '../src/model/attribute.ts';
import { kindNames, kindOf } from '../src/model/kinds/index.ts';
import { moveCodes } from '../src/model/moves/codes.ts';
import { docOf as english } from '../src/words/en-docs.ts';
import { zh } from '../src/words/zh.ts';
import { docOf as chinese } from '../src/words/zh-docs.ts';
import { allIn, fixedValues, shapeInside } from './attributes.ts';

/** Attributes and those inside them, by their paths. */
const pathsIn = (shape: Shape, under = ''): readonly (readonly [string, string])[] =>
  Object.entries(shape).flatMap(([name, { doc, type }]) => [
    [under + name, doc] as const,
    ...pathsIn(shapeInside(type), `${under}${name}.`),
  ]);

const all = kindNames.flatMap((kind) =>
  pathsIn(kindOf(kind).attributes).map(([path, doc]) => ({ kind, path, doc })),
);

describe.each(kindNames)('%s', (kind) => {
  test('is told in Chinese', () => {
    expect(chinese(kind)).toMatch(/^\p{Script=Han}.*。$/u);
    expect(english(kind)).toBe(kindOf(kind).doc);
  });

  test.each(pathsIn(kindOf(kind).attributes))('%s is told in Chinese', (path, doc) => {
    expect(english(kind, path)).toBe(doc);
    expect(chinese(kind, path)).toMatch(/\p{Script=Han}/u);
  });

  test.each(pathsIn(kindOf(kind).attributes))('%s has the figures of English', (path, doc) => {
    const figures = (text: string) => text.match(/(?<![A-Za-z-])\d+/g);
    expect(figures(chinese(kind, path))).toEqual(figures(doc));
  });
});

test('what two kinds say in one Chinese sentence, they say in one English sentence', () => {
  const said = new Map<string, Set<string>>();
  for (const { kind, path, doc } of all) {
    const key = `${path.split('.').at(-1)}: ${chinese(kind, path)}`;
    said.set(key, new Set([...(said.get(key) ?? []), doc]));
  }
  const several = [...said].filter(([, docs]) => docs.size > 1);
  expect(several.map(([key, docs]) => [key, ...docs])).toEqual([]);
});

test('each key inside an attribute is called something in Chinese', () => {
  const inside = kindNames.flatMap((kind) =>
    Object.values(kindOf(kind).attributes).flatMap(({ type }) => allIn(shapeInside(type))),
  );
  const names = new Set(inside.map(([name]) => name));
  const isNamed = (name: string) => /\p{Script=Han}/u.test(zh.inside(name));
  expect([...names].filter((name) => !isNamed(name))).toEqual(['sha256']);
});

test('each value of a fixed set is called something in Chinese', () => {
  // Codes are the same in every language.
  const words = fixedValues.filter(
    ({ value }) => !(moveCodes as readonly string[]).includes(value),
  );
  const values = words.map((each) => ({ ...each, said: zh.value(each.name, each.value) }));
  expect(values.length).toBeGreaterThan(50);
  expect(values.filter(({ said }) => !/\p{Script=Han}/u.test(said))).toEqual([]);
});
