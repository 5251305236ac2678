/**
 * Leaves cells and rows out of a worksheet's text that have a format and nothing in them: programs
 * write a million of them, and the library would keep each.
 */
import { most, refusal } from './fault.ts';
import type { Thinner } from './pack.ts';

const rowPattern = /<(\w+:)?row\b[^<>]*(?:\/>|>[\s\S]*?<\/\1row>)/g;
const emptyCell = /<(\w+:)?c\s[^<>]*(?:\/>|>\s*(?:<\1v\s*\/>|<\1v>\s*<\/\1v>)?\s*<\/\1c>)/g;
const anyCell = /<(?:\w+:)?c[\s>]/;
const phonetic = /<(\w+:)?rPh\b[^<>]*>[\s\S]*?<\/\1rPh>/g;
const rowNumber = /^<(?:\w+:)?row\b[^<>]*\sr="(\d+)"/;
const lastColumn = /^[\s\S]*<(?:\w+:)?c\s[^<>]*\br="([A-Za-z]{1,3})\d+"/;

/** How many characters are looked at together, at least. */
const oneLook = 1_000_000;

/** Where the last complete row of a text ends. */
const endOfRows = (text: string, tag: string): number => {
  const closed = text.lastIndexOf(`</${tag}>`);
  const opened = text.lastIndexOf(`<${tag} `);
  const end = opened === -1 ? -1 : text.indexOf('>', opened);
  if (opened > closed && end !== -1 && text[end - 1] === '/') return end + 1;
  return closed === -1 ? 0 : closed + tag.length + 3;
};

/** The column that letters name, from 1. */
const columnOf = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A thinner for the text of one worksheet. */
export const thinSheet = (): Thinner => {
  let rest = '';
  let waiting: string[] = [];
  let size = 0;
  let tag: string | undefined;
  let filled = 0;
  let last = 0;
  let columns = 0;

  const thinRow = (row: string): string => {
    // A cell without a place stands after the one before it, which therefore has to stay.
    const thin = row
      .replace(emptyCell, (cell) => (/\sr=/.test(cell) ? '' : cell))
      .replace(phonetic, '');
    const number = rowNumber.exec(row)?.[1];
    if (!anyCell.test(thin)) return number === undefined ? row : '';
    filled += 1;
    last = number === undefined ? last + 1 : Number(number);
    if (last > most.lastRow) filled = Math.max(filled, last);
    columns = Math.max(columns, columnOf(lastColumn.exec(thin)?.[1] ?? ''));
    // From here on only counted, so as to say how many there are.
    return filled > most.rows ? '' : thin;
  };

  const look = (): string => {
    rest += waiting.join('');
    waiting = [];
    size = 0;
    tag ??= /<((?:\w+:)?row)\b/.exec(rest)?.[1];
    const end = tag === undefined ? 0 : endOfRows(rest, tag);
    const ready = rest.slice(0, end);
    rest = rest.slice(end);
    if (rest.length > most.inflated) throw refusal({ code: 'inflates', most: most.inflated });
    return ready.replace(rowPattern, thinRow);
  };

  return {
    most: most.worksheet,
    push: (text) => {
      waiting.push(text);
      size += text.length;
      // A row may be as long as it likes: looking at it anew for every piece would take for ever.
      return size > Math.max(oneLook, rest.length) ? look() : '';
    },
    end: () => {
      const left = look() + rest.replace(rowPattern, thinRow);
      if (filled > most.rows)
        throw refusal({ code: 'too-many-rows', rows: filled, most: most.rows });
      if (columns > most.columns)
        throw refusal({ code: 'too-many-columns', columns, most: most.columns });
      return left;
    },
  };
};
