/** Tables of word documents (docx), from the tree that mammoth makes of one; its HTML is never used. */
import mammoth from 'mammoth';
import { most, type Note, refusal, type SheetsRead } from './fault.ts';
import { bounded, clipped, emptyCell, type Read, tally, workbookOf } from './grid.ts';
import { type Pack, repack } from './pack.ts';
import type { Cell, Merge } from './sheet.ts';

/** What of mammoth's tree is looked at. */
interface Node {
  readonly type: string;
  readonly children?: readonly Node[];
  readonly value?: string;
  readonly checked?: boolean;
  readonly isStrikethrough?: boolean;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null;
}

const ofType = ({ children = [] }: Node, type: string): readonly Node[] =>
  children.filter((child) => child.type === type);

const all = (node: Node, type: string): readonly Node[] =>
  (node.children ?? []).flatMap((child) => [
    ...(child.type === type ? [child] : []),
    ...all(child, type),
  ]);

/** The text of a node as it is read; a table inside a cell is a line a row. */
const textOf = (node: Node): string => {
  const { type, children = [], value = '', checked = false } = node;
  if (type === 'text') return value;
  if (type === 'tab') return ' ';
  if (type === 'break') return '\n';
  if (type === 'checkbox') return checked ? '☑' : '☐';
  const blocks = ['tableCell', 'table'].includes(type);
  return children.map(textOf).join(blocks ? '\n' : type === 'tableRow' ? ' ' : '');
};

const isStruck = (cell: Node): boolean => {
  const runs = all(cell, 'run').filter((run) => textOf(run).trim() !== '');
  return runs.length > 0 && runs.every((run) => run.isStrikethrough === true);
};

/** Counts paragraphs that the word processor numbers by itself: their numbers stand nowhere in the text. */
const numbering = () => {
  const counts = new Map<object, { level: number; count: number }>();
  return (paragraph: Node): number | undefined => {
    const list = paragraph.numbering;
    if (!list?.isOrdered) return undefined;
    const level = Number(list.level);
    for (const [other, counted] of counts) if (counted.level > level) counts.delete(other);
    const count = (counts.get(list)?.count ?? 0) + 1;
    counts.set(list, { level, count });
    return count;
  };
};

const tableOf = (
  table: Node,
  { name, before, bound }: { name: string; before: string; bound: ReturnType<typeof bounded> },
): Read => {
  const merges: Merge[] = [];
  const nested = tally();
  const numbered = tally();
  const number = numbering();
  /** To which row each column is taken by a cell from above. */
  const takenTo: number[] = [];

  const cellOf = (node: Node, row: number, column: number): Cell => {
    const numbers = ofType(node, 'paragraph').map(number);
    if (all(node, 'table').length > 0) nested.add(row, column);
    const text = textOf(node)
      .replace(/^\s*\n|\n\s*$/g, '')
      .trim();
    const first = numbers.find((each) => each !== undefined);
    if (text === '' && first !== undefined) {
      numbered.add(row, column);
      return { text: String(first) };
    }
    if (text === '') return emptyCell;
    return isStruck(node) ? { text, isStruck: true } : { text };
  };

  const rowOf = (tableRow: Node, row: number): readonly Cell[] => {
    const cells: Cell[] = [];
    let column = 0;
    for (const node of ofType(tableRow, 'tableCell')) {
      while ((takenTo[column] ?? -1) >= row) column += 1;
      const width = Math.max(1, node.colSpan ?? 1);
      const bottom = row + Math.max(1, node.rowSpan ?? 1) - 1;
      const right = column + width - 1;
      if (!(right < most.columns))
        throw refusal({ code: 'too-many-columns', columns: right + 1, most: most.columns });
      while (cells.length < column) cells.push(emptyCell);
      cells.push(cellOf(node, row, column));
      if (bottom > row || right > column) merges.push({ top: row, left: column, bottom, right });
      for (; column <= right; column += 1) takenTo[column] = bottom;
    }
    return cells;
  };

  const rows = bound(name, ofType(table, 'tableRow').map(rowOf));
  return {
    sheet: {
      name,
      rows,
      merges: clipped(merges, rows),
      isHidden: false,
      hiddenRows: [],
      ...(before === '' ? {} : { before }),
    },
    notes: [...nested.tell('nested', name), ...numbered.tell('numbered', name)],
  };
};

const trackedIn = (document: string): readonly Note[] => {
  const hasInsertions = /<w:(?:ins|moveTo)\s/.test(document);
  const hasDeletions = /<w:(?:del|moveFrom)\s/.test(document);
  return hasInsertions || hasDeletions ? [{ code: 'tracked', hasInsertions, hasDeletions }] : [];
};

/** Reads every table of a document; deleted text is left out, and nothing outside the file is opened. */
export const readDocument = async (pack: Pack): Promise<SheetsRead> => {
  const parts = new Map<string, string>();
  const wanted = pack.names.filter((name) =>
    /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?(?:document|styles|numbering)\w*\.xml(?:\.rels)?)$/.test(
      name,
    ),
  );
  for (const name of wanted) parts.set(name, await pack.text(name));
  let body: Node | undefined;
  await mammoth.convertToHtml(
    { buffer: Buffer.from(repack(parts)) },
    {
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (document: Node) => {
        body = document;
        return { ...document, children: [] };
      },
    },
  );
  const bound = bounded();
  const read: Read[] = [];
  let before = '';
  for (const node of body?.children ?? []) {
    if (node.type === 'table') {
      read.push(tableOf(node, { name: `Table ${read.length + 1}`, before, bound }));
      before = '';
    } else before = textOf(node).trim() || before;
  }
  const document = [...parts].find(([name]) => /^word\/document\w*\.xml$/.test(name))?.[1] ?? '';
  return workbookOf(read, trackedIn(document));
};
