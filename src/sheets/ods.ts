/** Workbooks in the format of LibreOffice (ods). Each cell stores what it shows, so no format is applied again. */
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { most, type Note, refusal, type SheetsRead } from './fault.ts';
import { bounded, clipped, emptyCell, emptyRow, type Read, tally, workbookOf } from './grid.ts';
import type { Pack } from './pack.ts';
import type { Cell, Merge } from './sheet.ts';

type Attributes = Readonly<Record<string, string>>;

interface Style {
  readonly dataStyle: string | undefined;
  isStruck: boolean;
  isHidden: boolean;
}

/** What is known of cell formats when the first cell comes. */
const styleSheet = () => {
  const styles = new Map<string, Style>();
  const dates = new Map<string, Set<string>>();
  let style: Style | undefined;
  let date: Set<string> | undefined;
  return {
    open: (name: string, attributes: Attributes): void => {
      const key = attributes['style:name'] ?? '';
      if (name === 'style:style') {
        const parent = styles.get(attributes['style:parent-style-name'] ?? '');
        style = {
          dataStyle: attributes['style:data-style-name'] ?? parent?.dataStyle,
          isStruck: parent?.isStruck === true,
          isHidden: false,
        };
        styles.set(key, style);
      } else if (name === 'style:text-properties' && style) {
        const line = attributes['style:text-line-through-style'];
        if (line !== undefined) style.isStruck = line !== 'none';
      } else if (name === 'style:table-properties' && style) {
        style.isHidden = attributes['table:display'] === 'false';
      } else if (name === 'number:date-style') {
        date = new Set();
        dates.set(key, date);
      } else if (/^number:(?:year|month|day)$/.test(name)) {
        date?.add(name.slice(7));
      }
    },
    find: (name: string | undefined): Style | undefined => styles.get(name ?? ''),
    /** What of its day a cell of this style shows. */
    shows: (name: string | undefined): 'day' | 'month' | 'year' => {
      const parts = dates.get(styles.get(name ?? '')?.dataStyle ?? '');
      if (!parts || parts.has('day') || parts.size === 0) return 'day';
      return parts.has('month') ? 'month' : 'year';
    },
  };
};

/** A count that the file gives; one where it gives none. */
const countOf = (text: string | undefined): number => {
  const count = Number(text ?? 1);
  return Number.isInteger(count) && count > 0 ? count : 1;
};

/** One table as it comes, element by element. */
const tableReader = (name: string, isHidden: boolean) => {
  const rows: (readonly Cell[])[] = [];
  const merges: Merge[] = [];
  const hidden = new Set<number>();
  const formulas = tally();
  const empty = tally();
  const columnStyles: (string | undefined)[] = [];
  const hiddenColumns = new Set<number>();
  let cells: Cell[] = [];
  let row = 0;
  let column = 0;
  let columns = 0;

  /** Puts a cell so many times; empty ones only move on, however many the file says there are. */
  const put = (cell: Cell, count: number): void => {
    if (cell.text !== '') {
      if (column + count > most.columns)
        throw refusal({ code: 'too-many-columns', columns: column + count, most: most.columns });
      while (cells.length < column) cells.push(emptyCell);
      for (let each = 0; each < count; each += 1) cells.push(cell);
    }
    column += count;
  };

  return {
    addColumn: (attributes: Attributes): void => {
      const count = countOf(attributes['table:number-columns-repeated']);
      for (let each = columns; each < Math.min(columns + count, most.columns); each += 1) {
        columnStyles[each] = attributes['table:default-cell-style-name'];
        if ((attributes['table:visibility'] ?? 'visible') !== 'visible') hiddenColumns.add(each);
      }
      columns += count;
    },
    styleOf: (attributes: Attributes): string | undefined =>
      attributes['table:style-name'] ?? columnStyles[column],
    addCell: (attributes: Attributes, cell: Cell): void => {
      if (attributes['table:formula'] !== undefined)
        (cell.text === '' ? empty : formulas).add(row, column);
      const bottom = row + countOf(attributes['table:number-rows-spanned']) - 1;
      const right = column + countOf(attributes['table:number-columns-spanned']) - 1;
      if (bottom > row || right > column) merges.push({ top: row, left: column, bottom, right });
      put(cell, countOf(attributes['table:number-columns-repeated']));
    },
    skipCells: (attributes: Attributes): void =>
      put(emptyCell, countOf(attributes['table:number-columns-repeated'])),
    endRow: (attributes: Attributes): void => {
      const count = countOf(attributes['table:number-rows-repeated']);
      if (cells.length > 0) {
        const last = row + count;
        if (count > most.rows || last > most.lastRow)
          throw refusal({ code: 'too-many-rows', rows: last, most: most.rows });
        while (rows.length < row) rows.push(emptyRow);
        for (let each = row; each < last; each += 1) {
          rows.push(cells);
          if ((attributes['table:visibility'] ?? 'visible') !== 'visible') hidden.add(each);
        }
      }
      row += count;
      column = 0;
      cells = [];
    },
    end: (bound: ReturnType<typeof bounded>): Read => {
      const kept = bound(name, rows);
      const width = kept.reduce((widest, { length }) => Math.max(widest, length), 0);
      const columnsHidden = [...hiddenColumns].filter((each) => each < width).length;
      const notes: Note[] = [
        ...formulas.tell('formulas', name),
        ...empty.tell('formulas-empty', name),
      ];
      if (hidden.size > 0) notes.push({ code: 'hidden-rows', sheet: name, count: hidden.size });
      if (columnsHidden > 0)
        notes.push({ code: 'hidden-columns', sheet: name, count: columnsHidden });
      const hiddenRows = [...hidden].sort((a, b) => a - b);
      return {
        sheet: { name, rows: kept, merges: clipped(merges, kept), isHidden, hiddenRows },
        notes,
      };
    },
  };
};

type Styles = ReturnType<typeof styleSheet>;

const cellOf = (
  shown: string,
  attributes: Attributes,
  style: string | undefined,
  styles: Styles,
): Cell => {
  const type = attributes['office:value-type'];
  const value = attributes['office:value'];
  const day = /^\d{4}-\d{2}-\d{2}/.exec(attributes['office:date-value'] ?? '')?.[0];
  const boolean = attributes['office:boolean-value'];
  const text =
    type === 'boolean' && boolean !== undefined
      ? boolean.toUpperCase()
      : shown || (attributes['office:string-value'] ?? value ?? day ?? '');
  if (text === '') return emptyCell;
  return {
    text,
    ...(type === 'date' && day !== undefined ? { day, shows: styles.shows(style) } : {}),
    ...(value !== undefined && Number.isFinite(Number(value)) ? { number: Number(value) } : {}),
    ...(attributes['table:formula'] === undefined ? {} : { isFormula: true as const }),
    ...(styles.find(style)?.isStruck === true ? { isStruck: true as const } : {}),
  };
};

/** What stands in a cell without being its text. */
const aside = new Set(['office:annotation', 'draw:frame', 'text:note', 'text:ruby-text']);

/** The text of a cell's paragraphs as it comes. */
const paragraphs = () => {
  let texts: string[] = [];
  let depth = 0;
  let beside = 0;
  const add = (text: string): void => {
    if (depth > 0 && beside === 0) texts[texts.length - 1] += text;
  };
  return {
    open: (name: string, attributes: Attributes, parent: string | undefined): void => {
      if (aside.has(name)) beside += 1;
      if (name === 'text:p' && parent === 'table:table-cell') {
        texts.push('');
        depth += 1;
      }
      if (name === 'text:s')
        add(' '.repeat(Math.min(countOf(attributes['text:c']), most.characters)));
      if (name === 'text:tab') add(' ');
      if (name === 'text:line-break') add('\n');
    },
    add,
    close: (name: string, parent: string | undefined): void => {
      if (aside.has(name)) beside -= 1;
      if (name === 'text:p' && parent === 'table:table-cell') depth -= 1;
    },
    take: (): string => {
      const text = texts.join('\n');
      texts = [];
      return text;
    },
  };
};

/** A reader of a part, fed piece by piece while the part is unpacked; it keeps no text. */
const fed = (part: string) => {
  const parser = new SaxesParser();
  parser.on('doctype', () => {
    throw refusal({ code: 'unsafe', part });
  });
  const push = (piece: string): string => {
    parser.write(piece);
    return '';
  };
  const end = (): string => {
    parser.close();
    return '';
  };
  return { parser, thinner: { most: most.inflated, push, end } };
};

const contentReader = (styles: Styles) => {
  const { parser, thinner } = fed('content.xml');
  const text = paragraphs();
  const bound = bounded();
  const read: Read[] = [];
  const path: SaxesTagPlain[] = [];
  let table: ReturnType<typeof tableReader> | undefined;
  let isLinked = false;
  let linked = 0;

  const parent = (): string | undefined => path.at(-2)?.name;
  const isTable = (name: string): boolean =>
    name === 'table:table' && parent() === 'office:spreadsheet';

  parser.on('opentag', (tag) => {
    const { name, attributes } = tag;
    path.push(tag);
    if (isTable(name)) {
      const style = styles.find(attributes['table:style-name']);
      table = tableReader(attributes['table:name'] ?? '', style?.isHidden === true);
      isLinked = false;
    } else if (!table) styles.open(name, attributes);
    else if (name === 'table:table-source') isLinked = true;
    else if (name === 'table:table-column') table.addColumn(attributes);
    else text.open(name, attributes, parent());
  });
  const addText = (shown: string): void => {
    if (table) text.add(shown);
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', ({ name }) => {
    const attributes = path.at(-1)?.attributes ?? {};
    if (table) {
      text.close(name, parent());
      if (name === 'table:table-cell') {
        const style = table.styleOf(attributes);
        table.addCell(attributes, cellOf(text.take(), attributes, style, styles));
      } else if (name === 'table:covered-table-cell') table.skipCells(attributes);
      else if (name === 'table:table-row') table.endRow(attributes);
      else if (isTable(name)) {
        if (isLinked) linked += 1;
        else read.push(table.end(bound));
        table = undefined;
      }
    }
    path.pop();
  });
  return {
    thinner,
    read,
    hasLinks: () => linked > 0,
  };
};

/** Reads a workbook of LibreOffice. Macros, formulas and links of it are told of and not followed. */
export const readOpenDocument = async (pack: Pack): Promise<SheetsRead> => {
  if ((await pack.text('META-INF/manifest.xml')).includes('encryption-data'))
    throw refusal({ code: 'password' });
  const styles = styleSheet();
  const shared = fed('styles.xml');
  shared.parser.on('opentag', ({ name, attributes }) => styles.open(name, attributes));
  if (pack.names.includes('styles.xml')) await pack.text('styles.xml', shared.thinner);
  const content = contentReader(styles);
  await pack.text('content.xml', content.thinner);
  const hasMacros = pack.names.some((name) => /^(?:Basic|Scripts)\/.*[^/]$/.test(name));
  return workbookOf(content.read, [
    ...(hasMacros ? [{ code: 'macros' as const }] : []),
    ...(content.hasLinks() ? [{ code: 'external-links' as const }] : []),
  ]);
};
