/**
 * A document as text for a terminal. Cells are wrapped here, by display width, before cli-table3
 * lays them out: its own wrapping drops Chinese characters.
 */
import { Chalk, type ChalkInstance } from 'chalk';
import Table from 'cli-table3';
import wrapAnsi from 'wrap-ansi';
import {
  type Block,
  type Cell,
  type Column,
  drawnColumns,
  groupsOf,
  type Medium,
  type Pairs,
  type Points,
  type Prose,
  type Renderer,
  type Style,
  type Table as TableBlock,
} from './document.ts';
import { oneLine, visible } from './escape.ts';
import { widthOf } from './measure.ts';
import { partsOf } from './parts.ts';
import { laidOut } from './stand-ins.ts';

/** Blanks before the first column and between columns. */
const margin = 1;
const gap = 2;
/** Text is wrapped down to this width before words of a fixed set are. */
const narrow = 14;
/** No column is made narrower than this to fit a terminal. */
const narrowest = 8;
/** The same where there are so many columns that even that is too wide. */
const least = 4;

const noBorders = Object.fromEntries(
  [
    'top',
    'top-mid',
    'top-left',
    'top-right',
    'bottom',
    'bottom-mid',
    'bottom-left',
    'bottom-right',
    'left',
    'left-mid',
    'mid',
    'mid-mid',
    'right',
    'right-mid',
    'middle',
  ].map((part) => [part, '']),
);

const tones: Readonly<Record<string, (chalk: ChalkInstance) => ChalkInstance>> = {
  'in-progress': (chalk) => chalk.cyan,
  blocked: (chalk) => chalk.red,
  done: (chalk) => chalk.yellow,
  verified: (chalk) => chalk.green,
  withdrawn: (chalk) => chalk.dim,
  red: (chalk) => chalk.red,
  yellow: (chalk) => chalk.yellow,
  green: (chalk) => chalk.green,
  unknown: (chalk) => chalk.dim,
};

const paint = (chalk: ChalkInstance, style: Style, { text, tone }: Cell): string => {
  switch (style) {
    case 'id':
    case 'strong':
      return chalk.bold(text);
    case 'faint':
      return chalk.dim(text);
    case 'status':
    case 'light':
      return (tones[tone ?? '']?.(chalk) ?? chalk)(text);
    case 'plain':
      return text;
  }
};

/** Wraps by display width; a word wider than the line, as Chinese sentences are, is broken. */
const wrap = (text: string, width: number): readonly string[] =>
  widthOf(text) <= width && !/^\s|\n|\s$/.test(text)
    ? [text]
    : wrapAnsi(text, width, { hard: true, trim: true }).split('\n');

/** Words up to this width are torn last; addresses are longer, and are torn anyway. */
const wordy = 16;

/** The widest part of texts that is not torn without need: a word, but no Chinese sentence. */
const longestWord = (texts: readonly string[]): number =>
  texts
    .flatMap((text) => text.split(/[\s\p{Script=Han}]+/u))
    .map(widthOf)
    .reduce((widest, width) => (width <= wordy && width > widest ? width : widest), 0);

/** Takes from the widest columns until all fit, in the order in which columns give way. */
const shrink = (
  natural: readonly number[],
  words: readonly number[],
  available: number,
  columns: readonly Column[],
): readonly number[] => {
  const widths = [...natural];
  const excess = () => widths.reduce((sum, width) => sum + width, 0) - available;
  const takeFrom = (may: readonly number[], least: number, keepsWords = false) => {
    const floor = (at: number) => (keepsWords ? Math.max(least, words[at] ?? 0) : least);
    while (excess() > 0) {
      const wide = may.filter((at) => (widths[at] ?? 0) > floor(at));
      const widest = Math.max(0, ...wide.map((at) => widths[at] ?? 0));
      const at = wide.find((each) => widths[each] === widest);
      if (at === undefined) return;
      widths[at] = widest - 1;
    }
  };
  const thatKeep = (what: Column['keeps']) =>
    columns.flatMap(({ keeps }, at) => (keeps === what ? [at] : []));
  takeFrom(thatKeep(undefined), narrow, true);
  takeFrom(thatKeep('text'), narrow, true);
  takeFrom([...thatKeep(undefined), ...thatKeep('text')], narrowest, true);
  takeFrom([...thatKeep(undefined), ...thatKeep('text')], narrowest);
  takeFrom([...widths.keys()], narrowest);
  takeFrom([...widths.keys()], least);
  return widths;
};

const renderTable = (table: TableBlock, { width }: Medium, chalk: ChalkInstance): string => {
  const shown = drawnColumns(table);
  if (shown.length === 0) return '';
  const columns = shown.flatMap((index) => table.columns[index] ?? []);
  const cells = table.rows.map((row) =>
    shown.map((index): Cell => {
      const cell = row[index];
      return cell ? { ...cell, text: oneLine(cell.text) } : { text: '' };
    }),
  );
  const natural = columns.map(({ heading }, at) =>
    Math.max(widthOf(heading), ...cells.map((row) => widthOf(row[at]?.text ?? ''))),
  );
  const words = columns.map(({ heading }, at) =>
    longestWord([heading, ...cells.map((row) => row[at]?.text ?? '')]),
  );
  const available = (width ?? Number.POSITIVE_INFINITY) - margin - gap * (columns.length - 1);
  const widths = width === null ? natural : shrink(natural, words, available, columns);
  const lines = (text: string, at: number) => wrap(text, Math.max(1, widths[at] ?? 1));
  const layout = new Table({
    chars: noBorders,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': gap },
    colAligns: columns.map(({ align }) => align ?? 'left'),
  });
  layout.push(
    columns.map(({ heading }, at) =>
      lines(heading, at)
        .map((line) => chalk.bold(line))
        .join('\n'),
    ),
  );
  for (const row of cells) {
    layout.push(
      row.map((cell, at) =>
        lines(cell.text, at)
          .map((line) => paint(chalk, columns[at]?.style ?? 'plain', { ...cell, text: line }))
          .join('\n'),
      ),
    );
  }
  const drawn = layout
    .toString()
    .split('\n')
    .map((line) => ' '.repeat(margin) + line.trimEnd());
  const heightOf = (texts: readonly string[]) =>
    Math.max(1, ...texts.map((text, at) => lines(text, at).length));
  const heights = cells.map((row) => heightOf(row.map(({ text }) => text)));
  let row = 0;
  let from = heightOf(columns.map(({ heading }) => heading));
  const head = drawn.slice(0, from);
  const groups = groupsOf(table).map(({ title, rows }, index) => {
    const to = heights.slice(row, row + rows.length).reduce((end, height) => end + height, from);
    const body = drawn.slice(from, to);
    row += rows.length;
    from = to;
    if (title === undefined) return body;
    const titles = width === null ? [oneLine(title)] : wrap(oneLine(title), width);
    return [...(index > 0 ? [''] : []), ...titles.map((line) => chalk.bold(line)), ...body];
  });
  return [...head, ...groups.flat()].join('\n');
};

/** A table, in parts below each other where it is too wide for the terminal and says how to part it. */
const renderParts = (table: TableBlock, medium: Medium, chalk: ChalkInstance): string => {
  const available = medium.width ?? Number.POSITIVE_INFINITY;
  return partsOf(table, available - margin + gap, gap)
    .map((part) => renderTable(part, medium, chalk))
    .join('\n\n');
};

const renderPairs = ({ pairs }: Pairs, { width }: Medium, chalk: ChalkInstance): string => {
  const names = Math.max(0, ...pairs.map(({ name }) => widthOf(name)));
  const indent = ' '.repeat(margin + names + gap);
  return pairs
    .flatMap(({ name, cell, style }) => {
      const text = visible(cell.text);
      const lines = text
        .split('\n')
        .flatMap((line) =>
          width === null ? [line] : wrap(line, Math.max(narrowest, width - indent.length)),
        );
      const padded = name + ' '.repeat(names - widthOf(name) + gap);
      return lines.map((line, at) => {
        const painted = paint(chalk, style ?? 'plain', { ...cell, text: line });
        return (at === 0 ? ' '.repeat(margin) + chalk.dim(padded) : indent) + painted;
      });
    })
    .join('\n');
};

const renderProse = (
  { paragraphs, style }: Prose,
  { width }: Medium,
  chalk: ChalkInstance,
): string =>
  paragraphs
    .flatMap((paragraph) => visible(paragraph).split('\n'))
    .flatMap((line) => (width === null ? [line] : wrap(line, width)))
    .map((line) => paint(chalk, style ?? 'plain', { text: line }))
    .join('\n');

/** Lines of a point begin below its first word. */
const renderPoints = (
  { about, points }: Points,
  { width }: Medium,
  chalk: ChalkInstance,
): string => {
  const lines = (text: string, indent: number) =>
    width === null ? [text] : wrap(text, Math.max(narrowest, width - indent));
  const id = oneLine(about?.id ?? '');
  const head = about
    ? lines(`${id}  ${oneLine(about.title)}`.trimEnd(), margin).map((line, at) => {
        const isWhole = at === 0 && line.startsWith(id);
        const text = isWhole ? chalk.bold(id) + line.slice(id.length) : line;
        return ' '.repeat(margin) + text;
      })
    : [];
  const bullet = about ? '   - ' : ' - ';
  const body = points.flatMap(({ text, mark }) => {
    // A full-width colon brings its own blank.
    const gap = mark === undefined || mark.endsWith('：') ? '' : ' ';
    const said = oneLine(`${mark ?? ''}${gap}${text}`);
    return lines(said, bullet.length).map((line, at) => {
      const isMarked = at === 0 && mark !== undefined && line.startsWith(mark);
      const shown = isMarked ? chalk.yellow(mark) + line.slice(mark.length) : line;
      return (at === 0 ? bullet : ' '.repeat(bullet.length)) + shown;
    });
  });
  return [...head, ...body].join('\n');
};

const renderBlock = (block: Block, medium: Medium, chalk: ChalkInstance): string => {
  const { width } = medium;
  const heading = block.title === undefined ? [] : [oneLine(block.title)];
  const title = heading
    .flatMap((line) => (width === null ? [line] : wrap(line, width)))
    .map((line) => chalk.bold(line));
  const body = {
    table: () => renderParts(block as TableBlock, medium, chalk),
    pairs: () => renderPairs(block as Pairs, medium, chalk),
    prose: () => renderProse(block as Prose, medium, chalk),
    points: () => renderPoints(block as Points, medium, chalk),
  }[block.is]();
  return [...title, ...(body === '' ? [] : [body])].join('\n');
};

/**
 * Text for people: tables without borders, titles above. A titled block is set off by a blank line.
 */
export const renderText: Renderer = (document, medium) =>
  laidOut(document, medium, ({ blocks }) => {
    const chalk = new Chalk({ level: medium.color ? 1 : 0 });
    let text = '';
    for (const block of blocks) {
      const rendered = renderBlock(block, medium, chalk);
      if (rendered === '') continue;
      text += `${text !== '' && block.title !== undefined ? '\n' : ''}${rendered}\n`;
    }
    return text;
  });
