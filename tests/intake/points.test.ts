import { describe, expect, test } from 'vitest';
import { pointsOf, withoutNumber } from '../../src/intake/points.ts';

describe('points', () => {
  test.each([
    ['1.出台办法；2.建系统；3.试点', '', ['出台办法', '建系统', '试点']],
    ['1、甲\n2、乙', '', ['甲', '乙']],
    ['（1）甲；（2）乙', '', ['甲', '乙']],
    ['①甲②乙③丙', '', ['甲', '乙', '丙']],
    ['一是甲，二是乙，三是丙。', '', ['甲', '乙', '丙。']],
    ['（一）甲（二）乙', '', ['甲', '乙']],
    ['总的要求。1.甲 2.乙', '总的要求。', ['甲', '乙']],
    ['1) Draft\n2) Publish', '', ['Draft', 'Publish']],
    ['1.2022年1.5亿元 2.其他', '', ['2022年1.5亿元', '其他']],
  ])('%s', (text, before, points) => {
    expect(pointsOf(text)).toEqual({ before, points });
  });

  test.each([
    '推进甲',
    '2022.9.30前完成',
    '1.只有一点',
    '增长2.5%，投资1.3亿',
    '第1条和第2条',
    '',
    '1.2.',
  ])('%s has none', (text) => {
    expect(pointsOf(text)).toBeUndefined();
  });

  test('of a long cell are found in no time worth speaking of', () => {
    const text = Array.from(
      { length: 9 },
      (_none, index) => `${index + 1}.${'甲'.repeat(3_000)}`,
    ).join('；');
    expect(pointsOf(text)?.points).toHaveLength(9);
    expect(pointsOf('1.'.repeat(16_000))).toBeUndefined();
  });
});

test.each([
  ['一、营商环境', '一', '营商环境'],
  ['（二）改善民生', '（二）', '改善民生'],
  ['3.推进甲', '3', '推进甲'],
  ['12、推进甲', '12', '推进甲'],
  ['①推进甲', '①', '推进甲'],
  ['2022年推进甲', undefined, '2022年推进甲'],
  ['1.5亿元投资', undefined, '1.5亿元投资'],
  ['一体化发展', undefined, '一体化发展'],
  ['Open data', undefined, 'Open data'],
])('the number of %s', (text, number, title) => {
  expect(withoutNumber(text)).toEqual(number === undefined ? { title } : { number, title });
});
