/**
 * Text in lines of a width, where words have no blanks between them, as in Chinese. It knows no tables
 * and no colours. A line does not begin with a mark that closes nor end with one that opens.
 */
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** How many columns a text takes, and the text in lines that take no more than some. */
export interface Layout {
  readonly displayWidth: (text: string) => number;
  readonly boxWrap: (text: string, width: number) => string;
}

/** What is not torn: blanks, a Latin word, a character, each with the marks that belong to it. */
const piece = /\s+|[“（《〔]*(?:[!-~]+|[^\s])[，。：；？！、）”》〕…]*/gu;

/**
 * @param isWide the terminal draws characters such as “ and … two columns wide
 */
export const layoutFor = (isWide: boolean): Layout => {
  const displayWidth = (text: string) => stringWidth(text, { ambiguousIsNarrow: !isWide });
  const inLines = (line: string, width: number): string => {
    const [indent = ''] = /^ */.exec(line) ?? [];
    const lines: string[] = [];
    let current = indent;
    for (const text of line.slice(indent.length).match(piece) ?? []) {
      if (displayWidth(current + text.trimEnd()) <= width) {
        current += text;
        continue;
      }
      if (current.trim() !== '') lines.push(current.trimEnd());
      // A word that is wider than the line is torn after all.
      const torn = wrapAnsi(indent + text.trimStart(), width, { hard: true, trim: false });
      const parts = torn.split('\n');
      lines.push(...parts.slice(0, -1));
      current = parts.at(-1) ?? '';
    }
    return [...lines, current.trimEnd()].join('\n');
  };
  return {
    displayWidth,
    boxWrap: (text, width) =>
      text
        .split('\n')
        .map((line) => inLines(line, width))
        .join('\n'),
  };
};
