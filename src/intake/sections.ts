/**
 * What a single row of a list is, before it is known what stands around it: an item, a section that
 * counts for all below it, a total, a note at the foot, the headings once more.
 */
import type { Column } from './column.ts';
import type { ListTable } from './columns.ts';
import { foldTitle, oneLine } from './lines.ts';
import { withoutNumber } from './points.ts';

/** A field, task or district that rows stand under. */
export interface Group {
  readonly title: string;
  readonly number?: string;
  readonly address: string;
}

/** A row or cell that was not taken, and why. */
export interface Skipped {
  readonly address: string;
  readonly why: 'no-title' | 'no-district' | 'total' | 'footnote' | 'form' | 'struck' | 'section';
  readonly text: string;
}

const totals = /^(?:合计|总计|小计|共计|累计|总数|total|subtotal|grandtotal|sum)\d*[项条个件]?$/u;
const footnote =
  /^[*※]|^(?:注|备注|说明|附注|填表说明|填报说明|note|notes|source|sources)\s*(?:\d\s*)?[:：]/iu;
const form =
  /^(?:填报人|填表人|制表人?|制表单位|审核人?|审批人|负责人|联系人|联系电话|填报单位|填报日期|填报时间|报送单位|报送日期|单位盖章|签字|preparedby|approvedby)(?:签字|签名|盖章)?(?:\([^)]*\)|（[^）]*）)?\s*[:：]/iu;

const keyword =
  /^(pillar|theme|chapter|part|section|goal|priority|objective|outcome|output|component|strand|strategic (?:goal|objective|priority))\b/iu;

const sectionMark =
  /^(?:第?[一二三四五六七八九十]{1,3}(?:[、.．]|[章节篇]|部分)|[（(][一二三四五六七八九十]{1,3}[)）]|[IVX]{1,4}[.、]\s|[A-Z][.、]\s)/u;

const isMarked = (text: string): boolean => sectionMark.test(text) || keyword.test(text);

const sectionNumber =
  /^(?:第?[一二三四五六七八九十]{1,3}[、.．]?|[（(][一二三四五六七八九十]{1,3}[)）]|[IVX]{1,4}\.?|[A-Z])$/u;

/** Sections numbered alike stand side by side; those numbered otherwise below. */
const styleOf = (text: string): string => {
  if (/^[（(]/u.test(text)) return 'bracket';
  if (/^第?[一二三四五六七八九十]{1,3}(?:[章篇]|部分)/u.test(text)) return 'chapter';
  if (/^第?[一二三四五六七八九十]/u.test(text)) return 'chinese';
  if (/^[IVX]+[.、]/u.test(text)) return 'roman';
  if (/^[A-Z][.、]/u.test(text)) return 'letter';
  return keyword.exec(text)?.[0].toLowerCase() ?? 'plain';
};

/** The title printed in a cell, on one line, with its number apart. */
export const titleIn = (text: string) => withoutNumber(oneLine(text));

/** The title of a section; sections are lettered too. */
const sectionTitle = (text: string) => {
  const [, letter, title] = /^([A-Z]|[IVX]{1,4})[.、]\s+(\S.*)$/su.exec(text) ?? [];
  return letter === undefined || title === undefined
    ? titleIn(text)
    : { number: letter, title: oneLine(title) };
};

export interface Section {
  readonly style: string;
  readonly group: Group;
}

/** A longer paragraph above a table is text and no heading. */
const longestSection = 40;

/** What a row is, before it is known what stands around it. */
type RowKind =
  | { readonly is: 'blank' | 'repeated' }
  | { readonly is: 'skipped'; readonly skipped: Skipped }
  | { readonly is: 'section'; readonly section: Section }
  | { readonly is: 'row' };

/** Whether texts count up from one, each with one more than the one before. */
const isCounting = (texts: readonly string[]): boolean =>
  [
    (index: number) => String(index + 1),
    (index: number) => `(${index + 1})`,
    (index: number) => '甲乙丙丁戊己庚辛壬癸'[index],
    (index: number) => String.fromCharCode(65 + index),
    (index: number) => '一二三四五六七八九十'[index],
  ].some((count) =>
    texts.every((text, index) => text.normalize('NFKC').toUpperCase() === count(index)),
  );

const kindOfRow = (
  { grid, columns, headings }: ListTable,
  row: number,
  lowest: Column | undefined,
  before: RowKind | undefined,
): RowKind => {
  const own: number[] = [];
  for (let column = 0; column < grid.width; column += 1) {
    const [top, left] = grid.origin(row, column);
    if (top === row && left === column && grid.text(row, column) !== '') own.push(column);
  }
  const [first, second] = own;
  if (first === undefined) return { is: 'blank' };
  const text = grid.text(row, first);
  const address = grid.address(row, first);
  const skipped = (why: Skipped['why']): RowKind => ({
    is: 'skipped',
    skipped: { address, why, text },
  });
  const isRepeated =
    own.length > 1 &&
    own.every(
      (column) => foldTitle(grid.text(row, column)) === foldTitle(grid.text(headings[1], column)),
    );
  // Forms count their columns in a row below the headings: 1 2 3, or 甲 乙 丙.
  const isCounter =
    row === headings[1] + 1 && own.length > 2 && isCounting(own.map((at) => grid.text(row, at)));
  if (isRepeated || isCounter) return { is: 'repeated' };
  if (totals.test(foldTitle(text))) return skipped('total');
  // Notes at the foot go on below their first line.
  const isBelowNote = before?.is === 'skipped' && before.skipped.why === 'footnote';
  if (own.length === 1 && (isBelowNote || footnote.test(text))) return skipped('footnote');
  if (form.test(text) && own.every((column) => grid.text(row, column).length < 40))
    return skipped('form');
  const section = (mark: string, title: string, at: number): RowKind => {
    const { number, title: bare } = sectionTitle(title);
    const printed = mark === '' ? number : mark.replace(/[、.．]$/u, '');
    const group = {
      title: bare,
      address: grid.address(row, at),
      ...(printed !== undefined && { number: printed }),
    };
    return {
      is: 'section',
      section: { style: styleOf(mark === '' ? title : `${mark}、`), group },
    };
  };
  const used = columns.filter(({ becomes }) => becomes !== 'none');
  // A title that reaches down to this row makes of it more of the same item.
  const goesOn =
    lowest !== undefined &&
    grid.origin(row, lowest.at)[0] < row &&
    grid.text(row, lowest.at) !== '';
  if (own.length === 1 && !goesOn) {
    const column = columns.find(({ at }) => at === first);
    const isGroup =
      column?.becomes === 'field' || column?.becomes === 'task' || column?.becomes === 'district';
    const span = grid.span(row, first);
    const isWide = span >= Math.max(3, used.length / 2);
    const isOutside =
      first < (lowest?.at ?? 0) && !isGroup && !/^[\d.]+$/u.test(text) && [...text].length > 2;
    if (isWide || isMarked(text) || isOutside) return section('', text, first);
  }
  if (own.length === 2 && second !== undefined && sectionNumber.test(text)) {
    const isNumber = columns.some(({ at, becomes }) => at === first && becomes === 'number');
    if (isNumber) return section(text, grid.text(row, second), second);
  }
  return { is: 'row' };
};

/** What each row of a list is. */
export const kindsOfRows = (
  table: ListTable,
  rows: readonly number[],
  lowest: Column | undefined,
): ReadonlyMap<number, RowKind> => {
  const kinds = new Map<number, RowKind>();
  let before: RowKind | undefined;
  for (const row of rows) {
    const kind = kindOfRow(table, row, lowest, before);
    kinds.set(row, kind);
    if (kind.is !== 'blank') before = kind;
  }
  return kinds;
};

/**
 * The section that all of a table stands in: the paragraph above a table of a document, where it is numbered
 * like one, or the name of a sheet that is a field's.
 */
export const sectionAbove = (
  { grid }: ListTable,
  isField: (title: string) => boolean,
): Section | undefined => {
  const { before = '', name } = grid.sheet;
  if (isField(name)) return { style: 'sheet', group: { title: name, address: grid.address(0, 0) } };
  if (!isMarked(before) || before.length > longestSection) return undefined;
  const { number, title } = titleIn(before);
  const group = { title, address: grid.address(0, 0), ...(number !== undefined && { number }) };
  return { style: styleOf(before), group };
};

/** What the levels of sections are: the lower one stands directly above the rows. */
export const sectionLevels = (
  sections: readonly Section[],
  kinds: {
    readonly task: boolean;
    readonly field: boolean;
    readonly project: boolean;
    readonly measure: boolean;
  },
  isField: (title: string) => boolean,
): readonly ('field' | 'task' | 'district' | 'unused')[] => {
  const styles = [...new Set(sections.map(({ style }) => style))].length;
  if (kinds.project) return ['district', 'unused'];
  const above = kinds.field ? 'unused' : 'field';
  if (kinds.task || !kinds.measure) return [above, 'unused'];
  if (styles > 1) return [above, 'task'];
  const areFields = sections.length > 0 && sections.every(({ group }) => isField(group.title));
  return [areFields ? above : 'task', 'unused'];
};
