/** A document as GitHub-flavoured Markdown. */
import { markdownTable } from 'markdown-table';
import stringWidth from 'string-width';
import { type Block, filledColumns, type Renderer } from './document.ts';
import { oneLine } from './escape.ts';

/** Text that Markdown or its host would take for a table rule, HTML, code, a link or a mention. */
const plain = (text: string): string => oneLine(text).replace(/[\\`|<>[\]@#*_~]/g, '\\$&');

const renderBlock = (block: Block): string => {
  switch (block.is) {
    case 'table': {
      const shown = filledColumns(block);
      const columns = shown.flatMap((index) => block.columns[index] ?? []);
      const rows = block.rows.map((row) => shown.map((index) => plain(row[index]?.text ?? '')));
      if (columns.length === 0) return '';
      return markdownTable([columns.map(({ heading }) => plain(heading)), ...rows], {
        align: columns.map(({ align }) => (align === 'right' ? 'right' : null)),
        stringLength: stringWidth,
      });
    }
    case 'pairs':
      return block.pairs
        .map(({ name, cell }) => `- ${plain(name)}: ${plain(cell.text)}`)
        .join('\n');
    case 'prose':
      return block.paragraphs.map(plain).join('\n\n');
  }
};

export const renderMarkdown: Renderer = ({ blocks }) =>
  `${blocks
    .flatMap((block) => [
      ...(block.title === undefined ? [] : [`## ${plain(block.title)}`]),
      ...[renderBlock(block)].filter((text) => text !== ''),
    ])
    .join('\n\n')}\n`;
