/** Numbered points inside one cell: `1.… 2.…`, `（1）…（2）…`, `①…②…`, `一是…二是…`. */

const chinese = '一二三四五六七八九十';
const circled = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';

const chineseNumber = (text: string): number => {
  const at = text.indexOf('十');
  if (at < 0) return chinese.indexOf(text) + 1;
  const tens = at === 0 ? 1 : chinese.indexOf(text.slice(0, at)) + 1;
  const rest = text.slice(at + 1);
  return tens * 10 + (rest === '' ? 0 : chinese.indexOf(rest) + 1);
};

/** Marks of one style; the first group is the number. A number that goes on (`1.5`, `2022.`) is no mark. */
const styles: readonly (readonly [RegExp, (mark: string) => number])[] = [
  [/[（(](\d{1,2})[)）]\s*/gu, Number],
  [/(?<![\d.．])(\d{1,2})(?:[、．]|\.(?=\D|\d{4}年|$)|[)）])\s*/gu, Number],
  [/([①-⑳])\s*/gu, (mark) => circled.indexOf(mark) + 1],
  [/([一二三四五六七八九十]{1,3})是(?=\S)/gu, chineseNumber],
  [/[（(]([一二三四五六七八九十]{1,3})[)）]\s*/gu, chineseNumber],
  [/(?<=^|\n)([一二三四五六七八九十]{1,3})、\s*/gu, chineseNumber],
];

export interface Points {
  /** What stands before the first point. */
  readonly before: string;
  readonly points: readonly string[];
}

const trimmed = (text: string): string => text.trim().replace(/[；;，,、]+$/u, '');

/** The points of a text that counts at least two of them from one upwards; undefined where it does not. */
export const pointsOf = (text: string): Points | undefined => {
  for (const [mark, numberOf] of styles) {
    const marks: { from: number; to: number }[] = [];
    for (const found of text.matchAll(mark)) {
      // A number that is not the next one is part of a sentence.
      if (numberOf(found[1] ?? '') !== marks.length + 1) continue;
      marks.push({ from: found.index, to: found.index + found[0].length });
    }
    if (marks.length < 2) continue;
    const points = marks.map(({ to }, index) => trimmed(text.slice(to, marks[index + 1]?.from)));
    if (points.every((point) => point !== '')) {
      return { before: text.slice(0, marks[0]?.from).trim(), points };
    }
  }
  return undefined;
};

const leading =
  /^(?:([（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳]|第?[一二三四五六七八九十]{1,3}(?:[、.．]|(?:[章节篇]|部分)\s*)|\d{1,3}(?:[、．]|\.(?!\d)))\s*)(?=\S)/u;

/** A title with the number printed in front of it taken off. */
export const withoutNumber = (
  text: string,
): { readonly number?: string; readonly title: string } => {
  const mark = leading.exec(text)?.[0];
  if (mark === undefined) return { title: text };
  return { number: mark.trim().replace(/[、.．]$/u, ''), title: text.slice(mark.length) };
};
