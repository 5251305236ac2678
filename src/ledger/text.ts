/** Bytes to text and offsets to lines, without knowing what the text says. */
import type { Problem } from '../model/diagnostic.ts';

/** A problem at an offset of a text. */
export interface PlacedProblem {
  readonly problem: Problem;
  readonly start: number;
  readonly end: number;
}

/** A file's text without its byte order mark. */
export interface Text {
  readonly text: string;
  readonly hasMark: boolean;
}

const mark = '\ufeff';

const isDecodable = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** Decodes UTF-8 strictly; where it is something else, tells the line of the first wrong byte. */
export const decode = (
  bytes: Uint8Array,
): { readonly text: Text } | { readonly problem: Problem; readonly line: number } => {
  const isUtf16 =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isUtf16) return { problem: { code: 'file/not-utf8', params: { maybe: 'UTF-16' } }, line: 1 };
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return { problem: { code: 'file/nul', params: {} }, line: lineOfByte(bytes, nul) };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const hasMark = text.startsWith(mark);
    return { text: { text: hasMark ? text.slice(1) : text, hasMark } };
  } catch {
    let start = 0;
    let line = 1;
    let row = bytes;
    for (;;) {
      const end = bytes.indexOf(10, start);
      row = bytes.subarray(start, end < 0 ? bytes.length : end);
      if (end < 0 || !isDecodable(row, 'utf-8')) break;
      start = end + 1;
      line += 1;
    }
    // One line may have come from elsewhere into a file that is otherwise UTF-8.
    const maybe = isDecodable(row, 'gb18030') ? 'GBK or GB18030' : null;
    return { problem: { code: 'file/not-utf8', params: { maybe } }, line };
  }
};

const lineOfByte = (bytes: Uint8Array, offset: number): number =>
  bytes.subarray(0, offset).reduce((lines, byte) => (byte === 10 ? lines + 1 : lines), 1);

export const encode = ({ text, hasMark }: Text): Uint8Array =>
  new TextEncoder().encode(hasMark ? mark + text : text);

/** The offsets at which lines start. */
export const lineStarts = (text: string): readonly number[] => {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
};

/** The index of the line an offset stands in, counted from 0. */
export const lineAt = (starts: readonly number[], offset: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
};
