/** A document as GitHub-flavoured Markdown. */
import { markdownTable } from 'markdown-table';
import stringWidth from 'string-width';
import { type Block, drawnColumns, groupsOf, type Renderer } from './document.ts';
import { oneLine } from './escape.ts';

/** Text that Markdown or its host would take for a table rule, HTML, a character's number, code, a link or a mention. */
const plain = (text: string): string =>
  oneLine(text).replace(/[\\`|<>[\]@#*_~]|&(?=#?\w+;)/g, '\\$&');

const renderBlock = (block: Block): string => {
  switch (block.is) {
    case 'table': {
      const shown = drawnColumns(block);
      const columns = shown.flatMap((index) => block.columns[index] ?? []);
      if (columns.length === 0) return '';
      return groupsOf(block)
        .map(({ title, rows }) => {
          const cells = rows.map((row) => shown.map((index) => plain(row[index]?.text ?? '')));
          const table = markdownTable([columns.map(({ heading }) => plain(heading)), ...cells], {
            align: columns.map(({ align }) => (align === 'right' ? 'right' : null)),
            stringLength: stringWidth,
          });
          return title === undefined ? table : `### ${plain(title)}\n\n${table}`;
        })
        .join('\n\n');
    }
    case 'pairs':
      return block.pairs
        .map(({ name, cell }) => `- ${plain(name)}: ${plain(cell.text)}`)
        .join('\n');
    case 'prose':
      return block.paragraphs.map(plain).join('\n\n');
    case 'points': {
      const { about, points } = block;
      const lines = points.map(({ text, mark }) =>
        mark === undefined ? `- ${plain(text)}` : `- **${plain(mark)}** ${plain(text)}`,
      );
      return [
        ...(about ? [`### ${plain(about.id)} ${plain(about.title)}`] : []),
        ...(lines.length > 0 ? [lines.join('\n')] : []),
      ].join('\n\n');
    }
  }
};

export const renderMarkdown: Renderer = ({ blocks }) =>
  `${blocks
    .flatMap((block) => [
      ...(block.title === undefined ? [] : [`## ${plain(block.title)}`]),
      ...[renderBlock(block)].filter((text) => text !== ''),
    ])
    .join('\n\n')}\n`;
