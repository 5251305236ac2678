/**
 * Puts a text into one form and finds the days, months, quarters and years that are written in it. What they make
 * of a deadline is for others.
 */
import type { Form, Found, How } from './span.ts';
import { english } from './written-en.ts';
import { shortFigures, wholeFigures } from './written-figures.ts';
import { chinese } from './written-zh.ts';

const han = '\\p{Script=Han}〇、。';
const blanksAtHan = new RegExp(`(?<=[${han}]) | (?=[${han}])`, 'gu');
const enclosed = /[\u2460-\u249b\u24ea-\u24ff\u2776-\u2793]/gu;
const dashes = /[~\u2010-\u2015\u2212\u2500\u2501\u301c]/gu;

const numerals = '一二三四五六七八九';
const zeros = '〇零○';
/** 一 to 三十九; 一二月 is two months and not the twelfth. */
const small = `(?:[一二三]?十[${numerals}]?|[${numerals}]|[廿卅][${numerals}]?)`;
const apart = `(?<![${numerals}${zeros}十廿卅百千每统唯单])`;
const smallNumber = new RegExp(
  `${apart}${small}(?=月|[日号](?![${han}]{0,1}文)|季度|季[底末])`,
  'gu',
);
const smallBefore = new RegExp(
  `${apart}${small}(?=(?:月份?)?(?:至|到|-)第?\\d{1,2}(?:月|季|日))`,
  'gu',
);
const longYear = new RegExp(`[一二][${numerals}${zeros}]{3}(?=年)`, 'gu');

const figure = (character: string): number =>
  zeros.includes(character) ? 0 : numerals.indexOf(character) + 1;

/** Figures for a Chinese number from 一 to 三十九: `十五` is 15. */
export const figuresOf = (text: string): string => {
  const tens = { 廿: 2, 卅: 3 }[text[0] ?? ''];
  if (tens !== undefined) return String(tens * 10 + figure(text[1] ?? ''));
  const [before = '', after] = text.split('十');
  if (after === undefined) return String(figure(before));
  return String((before === '' ? 1 : figure(before)) * 10 + (after === '' ? 0 : figure(after)));
};

/**
 * The text in one form: narrow, lower case, figures for Chinese numbers, one kind of dash, and both ends
 * of a stretch such as 1-9月 with their unit.
 */
export const plainText = (text: string): string =>
  text
    .replace(enclosed, ';')
    .normalize('NFKC')
    .toLowerCase()
    .replace(dashes, '-')
    .replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:\(\d{1,2}\)|\d{1,2}[.)、] ) ?/u, '')
    .replace(blanksAtHan, '')
    .replace(/(?<=\d) ?([./]) ?(?=\d)/g, '$1')
    .replace(/(?<=\d)。(?=\d)/gu, '.')
    .replace(longYear, (year) => [...year].map(figure).join(''))
    .replace(smallNumber, figuresOf)
    .replace(smallBefore, figuresOf)
    .replace(/(?<![\d.\-/])(\d{1,2})(-|至|到)(第?)(\d{1,2})(月|季度|日)/gu, '$1$5$2$3$4$5')
    .replace(
      /(?<![\d.\-/])(\d{1,2})-(\d{1,2}) ?((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6})/g,
      '$1 $3-$2 $3',
    )
    .replace(/(?<!\d)(\d{4})([./])(\d{1,2})-(\d{1,2})(?![\d./月年])/gu, '$1$2$3-$1$2$4');

/** A document's number has a year and a number of its own. */
const documentNumber = /[〔[(]\d{4}[)\]〕]第?\d{1,5}号/uy;

/** In the order in which they are tried. */
const forms: readonly Form[] = [...wholeFigures, ...chinese, ...english, ...shortFigures];

/** Whether both are figures, or both letters: nothing begins inside a number or a word. */
const isInside = (a = '', b = ''): boolean =>
  (/\d/.test(a) && /\d/.test(b)) || (/[a-z]/.test(a) && /[a-z]/.test(b));

/** What stands at a place, by the first form that fits. */
const foundAt = (text: string, at: number, how: How): Found | undefined => {
  for (const { looks, read } of forms) {
    looks.lastIndex = at;
    const match = looks.exec(text);
    if (match === null) continue;
    const reading = read(match.groups ?? {}, how);
    const end = at + match[0].length;
    return typeof reading === 'string'
      ? { is: 'puzzle', at, end, why: reading }
      : { is: 'span', at, end, shift: 0, saysEnd: false, ...reading };
  }
  return undefined;
};

/** All that a plain text says of days, in its order. */
export const findSpans = (text: string, how: How): readonly Found[] => {
  const all: Found[] = [];
  for (let at = 0; at < text.length; ) {
    documentNumber.lastIndex = at;
    const number = documentNumber.exec(text);
    const found = number || isInside(text[at - 1], text[at]) ? undefined : foundAt(text, at, how);
    if (found) all.push(found);
    at = found?.end ?? at + (number?.[0].length ?? 1);
  }
  return all;
};
