/**
 * Lays text out by the columns that a terminal really gives it. The libraries that measure and wrap
 * disagree with each other and with terminals on symbols that can be emoji, break families of emoji
 * and letters with marks apart, and know nothing of terminals that draw ambiguous characters wide. So
 * each such character is laid out as a stand-in, one code point on whose width all agree, and put
 * back afterwards. It must not decide where anything stands.
 */
import { eastAsianWidth } from 'get-east-asian-width';
import type { Block, Cell, Document, Medium } from './document.ts';
import { visible } from './escape.ts';

/** Code points that no text needs: private ones one column wide, unassigned ones two. */
const standIns = {
  1: { from: 0xf0000, to: 0xffffd },
  2: { from: 0x33480, to: 0x3fffd },
} as const;

const isStandIn = /^[\u{33480}-\u{3fffd}\u{f0000}-\u{ffffd}]/u;
const everyStandIn = /[\u{33480}-\u{3fffd}\u{f0000}-\u{ffffd}]/gu;

/** Latin letters, Chinese and full-width text: one character each, of a width that nobody disputes. */
const plain = /^[\n\t\x20-\x7e\u3000-\u3029\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uff01-\uff60]*$/;

/** Drawn as an emoji, and that is two columns: by itself, by a selector or a skin tone, or as a flag. */
const emoji = /^(?:\p{Emoji_Presentation}|\p{Regional_Indicator}{2}|.\ufe0f|.\p{Emoji_Modifier})/u;
const invisible = /^[\p{M}\p{Cf}\p{Cc}]/u;

const columnsOf = (cluster: string, isWide: boolean): 0 | 1 | 2 => {
  if (emoji.test(cluster)) return 2;
  if (invisible.test(cluster)) return 0;
  return eastAsianWidth(cluster.codePointAt(0) ?? 0, { ambiguousAsWide: isWide });
};

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Puts stand-ins into texts, and takes them out of what was made of those texts. */
const exchange = (isWide: boolean) => {
  const chosen = new Map<string, string>();
  const originals = new Map<string, string>();
  const next: { 1: number; 2: number } = { 1: standIns[1].from, 2: standIns[2].from };
  const needsOne = (cluster: string): boolean => {
    const [first = ''] = cluster;
    if (first !== cluster || isStandIn.test(cluster) || /^\p{Emoji}/u.test(cluster)) return true;
    return isWide && columnsOf(cluster, true) !== columnsOf(cluster, false);
  };
  const standInFor = (cluster: string): string => {
    const known = chosen.get(cluster);
    if (known !== undefined) return known;
    const columns = columnsOf(cluster, isWide);
    if (columns === 0 || /^[\x00-\x7f]+$/.test(cluster) || !needsOne(cluster)) return cluster;
    const code = next[columns]++;
    if (code > standIns[columns].to) return cluster;
    const standIn = String.fromCodePoint(code);
    chosen.set(cluster, standIn);
    originals.set(standIn, cluster);
    return standIn;
  };
  return {
    put: (text: string): string => {
      const shown = visible(text);
      if (plain.test(shown)) return shown;
      return Array.from(segmenter.segment(shown), ({ segment }) => standInFor(segment)).join('');
    },
    takeOut: (text: string): string =>
      text.replace(everyStandIn, (standIn) => originals.get(standIn) ?? standIn),
  };
};

const inBlock = (block: Block, put: (text: string) => string): Block => {
  const title = block.title === undefined ? {} : { title: put(block.title) };
  const inCell = (cell: Cell): Cell => ({ ...cell, text: put(cell.text) });
  switch (block.is) {
    case 'table':
      return {
        ...block,
        ...title,
        columns: block.columns.map((each) => ({ ...each, heading: put(each.heading) })),
        rows: block.rows.map((row) => row.map((cell) => cell && inCell(cell))),
      };
    case 'pairs':
      return {
        ...block,
        ...title,
        pairs: block.pairs.map(({ name, cell, ...rest }) => ({
          ...rest,
          name: put(name),
          cell: inCell(cell),
        })),
      };
    case 'prose':
      return { ...block, ...title, paragraphs: block.paragraphs.map(put) };
    case 'points':
      return {
        ...block,
        ...title,
        ...(block.about && { about: { id: put(block.about.id), title: put(block.about.title) } }),
        points: block.points.map(({ text, mark }) => ({
          text: put(text),
          ...(mark !== undefined && { mark: put(mark) }),
        })),
      };
  }
};

/** What a layout makes of a document, each character as wide as the terminal draws it. */
export const laidOut = (
  document: Document,
  { wide: isWide = false }: Medium,
  layOut: (document: Document) => string,
): string => {
  const { put, takeOut } = exchange(isWide);
  const blocks = document.blocks.map((block) => inBlock(block, put));
  return takeOut(layOut({ ...document, blocks }));
};
