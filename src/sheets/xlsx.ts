/** Workbooks in the format of Excel since 2007 (xlsx, xlsm, and what WPS saves under these names). */
import type { CellValue, Cell as HucreCell, Sheet as HucreSheet } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import type { SheetsRead } from './fault.ts';
import { bounded, clipped, emptyCell, type Read, tally, unixLines, workbookOf } from './grid.ts';
import { type Pack, repack } from './pack.ts';
import type { Cell } from './sheet.ts';
import { isoDate, shownDate, shownNumber } from './shown.ts';
import { thinSheet } from './thin.ts';

/** Pictures, drawings and whatever else no cell is made from is not even unpacked. */
const isNoPart =
  /(?:^|\/)(?:_xmlsignatures|activeX|charts|chartsheets|chartsheet\w*|comments\w*|ctrlProps|customXml|diagrams|dialogsheets|docProps|drawings|embeddings|externalLinks|macrosheets|media|persons|pivot\w+|printerSettings|queryTables|richData|slicer\w*|tables|theme|threadedComments|timeline\w*|webextensions)\/|worksheets\/_rels\/|\/comments\d*\.xml$/;

/**
 * Formats that every Chinese Excel knows by number, so that files do not spell them. Those that a file
 * spells win, since they come later.
 */
const chineseFormats = Object.entries({
  14: 'yyyy/m/d',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm/d/yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'h"时"mm"分"',
  35: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'h"时"mm"分"',
  56: 'h"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
})
  .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
  .join('');

const withChineseFormats = (styles: string): string =>
  styles.replace(/<(?:\w+:)?styleSheet\b[^<>]*[^/]>/, `$&<numFmts>${chineseFormats}</numFmts>`);

/** Sheets that hold a chart or a macro and no cells; the library stumbles over them. */
const withoutCells = (workbook: string, links: string): { text: string; count: number } => {
  const ids = new Set(
    [...links.matchAll(/<(?:\w+:)?Relationship\b[^<>]*>/g)]
      .filter(([link]) => /\bType="[^"]*\/(?:chartsheet|dialogsheet|xl\w*Macrosheet)"/i.test(link))
      .map(([link]) => /\bId="([^"]*)"/.exec(link)?.[1]),
  );
  let count = 0;
  const text = workbook.replace(/<(?:\w+:)?sheet\s[^<>]*\/>/g, (sheet) => {
    if (!ids.has(/\b\w+:id="([^"]*)"/.exec(sheet)?.[1])) return sheet;
    count += 1;
    return '';
  });
  return { text, count };
};

/** The parts that cells are made from, checked and made small. */
const partsOf = async (pack: Pack) => {
  const parts = new Map<string, string>();
  let chartSheets = 0;
  const wanted = pack.names.filter((name) => /\.(?:xml|rels)$/i.test(name) && !isNoPart.test(name));
  for (const name of wanted) {
    const isSheet = /(?:^|\/)worksheets\/[^/]*$/.test(name);
    parts.set(name, await pack.text(name, isSheet ? thinSheet() : undefined));
  }
  for (const [name, text] of parts) {
    if (/(?:^|\/)styles\d*\.xml$/.test(name)) parts.set(name, withChineseFormats(text));
    const links = /^(.*\/)?(workbook\d*\.xml)$/.exec(name);
    if (!links) continue;
    const without = withoutCells(text, parts.get(`${links[1] ?? ''}_rels/${links[2]}.rels`) ?? '');
    chartSheets += without.count;
    parts.set(name, without.text);
  }
  return { parts, chartSheets };
};

const isStruck = ({ style, richText = [] }: HucreCell): boolean => {
  const isCell = style?.font?.strikethrough === true;
  const runs = richText.filter(({ text }) => text.trim() !== '');
  if (runs.length === 0) return isCell;
  // A run that says nothing of its letters has those of the cell.
  return runs.every(({ font }) => (font === undefined ? isCell : font.strikethrough === true));
};

const cellOf = (value: CellValue, format: string | undefined): Cell => {
  if (value === null) return emptyCell;
  if (typeof value === 'boolean') return { text: value ? 'TRUE' : 'FALSE' };
  if (typeof value === 'number') return shownNumber(value, format);
  if (value instanceof Date) return shownDate(value, format ?? 'yyyy/m/d');
  const date = isoDate(value, format);
  return date === undefined ? { text: unixLines(value) } : shownDate(date, format ?? '');
};

const readCell = (value: CellValue, details: HucreCell | undefined): Cell => {
  const cell = cellOf(value, details?.style?.numFmt);
  if (details === undefined || cell.text === '') return cell;
  return {
    ...cell,
    ...(details.formula === undefined ? {} : { isFormula: true as const }),
    ...(isStruck(details) ? { isStruck: true as const } : {}),
  };
};

type Bound = ReturnType<typeof bounded>;

const sheetOf = (sheet: HucreSheet, bound: Bound): Read => {
  const { name, cells } = sheet;
  const formulas = tally();
  const empty = tally();
  const read = sheet.rows.map((values, row) =>
    values.map((value, column) => {
      const details = cells?.get(`${row},${column}`);
      if (details?.formula !== undefined) (value === null ? empty : formulas).add(row, column);
      return value === null ? emptyCell : readCell(value, details);
    }),
  );
  const rows = bound(name, read);
  const width = rows.reduce((widest, { length }) => Math.max(widest, length), 0);
  const hiddenRows = [...(sheet.rowDefs ?? [])]
    .filter(([row, { hidden }]) => hidden === true && (rows[row]?.length ?? 0) > 0)
    .map(([row]) => row)
    .sort((a, b) => a - b);
  const hiddenColumns = (sheet.columns ?? [])
    .slice(0, width)
    .filter(({ hidden }) => hidden === true).length;
  return {
    sheet: {
      name,
      rows,
      merges: clipped(
        (sheet.merges ?? []).map(({ startRow, startCol, endRow, endCol }) => ({
          top: startRow,
          left: startCol,
          bottom: endRow,
          right: endCol,
        })),
        rows,
      ),
      isHidden: sheet.hidden === true || sheet.veryHidden === true,
      hiddenRows,
    },
    notes: [
      ...formulas.tell('formulas', name),
      ...empty.tell('formulas-empty', name),
      ...(hiddenRows.length === 0
        ? []
        : [{ code: 'hidden-rows' as const, sheet: name, count: hiddenRows.length }]),
      ...(hiddenColumns === 0
        ? []
        : [{ code: 'hidden-columns' as const, sheet: name, count: hiddenColumns }]),
    ],
  };
};

/** Reads a workbook. Macros, formulas and links of it are told of and not followed. */
export const readWorkbook = async (pack: Pack): Promise<SheetsRead> => {
  const { parts, chartSheets } = await partsOf(pack);
  const workbook = await readXlsx(repack(parts), { readStyles: true });
  const bound = bounded();
  const has = (part: RegExp): boolean => pack.names.some((name) => part.test(name));
  return workbookOf(
    workbook.sheets.map((sheet) => sheetOf(sheet, bound)),
    [
      ...(has(/vbaProject\.bin$/i) ? [{ code: 'macros' as const }] : []),
      ...(has(/\/externalLinks\//) ? [{ code: 'external-links' as const }] : []),
      ...(chartSheets > 0 ? [{ code: 'sheets-without-cells' as const, count: chartSheets }] : []),
    ],
  );
};
