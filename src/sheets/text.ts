/** Tables as text: csv, tsv, and what is pasted out of a spreadsheet, in the encodings that Chinese offices use. */
import { CsvError, parse } from 'csv-parse/sync';
import { most, type Note, refusal, type SheetsRead } from './fault.ts';
import { bounded, emptyCell, emptyRow, unixLines, workbookOf } from './grid.ts';
import { noTableOf } from './kind.ts';
import type { Cell } from './sheet.ts';

const delimiters = ['\t', ',', ';', '|'] as const;

/** How many records are looked at to find the delimiter. */
const sample = 50;

const decoderOf = (label: string) => {
  try {
    return new TextDecoder(label, { fatal: true });
  } catch {
    throw refusal({ code: 'encoding', asked: label, isKnown: false });
  }
};

const tryDecode = (bytes: Uint8Array, label: string): string | undefined => {
  const decoder = decoderOf(label);
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
};

/** The encoding that a mark at the start of the bytes names. */
const markedEncoding = (bytes: Uint8Array): string | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
};

/** Bytes as text. Refuses what is no text in the encoding asked for or, with none asked, in any of ours. */
const decode = (bytes: Uint8Array, asked: string | undefined) => {
  const marked = markedEncoding(bytes);
  const wanted = asked ?? marked;
  if (wanted !== undefined) {
    const text = tryDecode(bytes, wanted);
    if (text === undefined)
      throw refusal({ code: 'encoding', asked: asked ?? null, isKnown: true });
    return { text, notes: [] };
  }
  if (bytes.includes(0)) throw refusal({ code: 'not-a-table', what: 'binary' });
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return { text: utf8, notes: [] };
  const chinese = tryDecode(bytes, 'gb18030');
  if (chinese === undefined) throw refusal({ code: 'encoding', asked: null, isKnown: true });
  const notes: readonly Note[] = [{ code: 'encoding', encoding: 'GB18030' }];
  return { text: chinese, notes };
};

const controls = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

interface How {
  readonly delimiter: string;
  readonly to?: number;
}

/** The records of a text; it refuses quotes that never end, with their line. */
const recordsOf = (text: string, { delimiter, to }: How): readonly (readonly string[])[] => {
  let filled = 0;
  let records = 0;
  let lines = 0;
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
      ...(to === undefined ? {} : { to }),
      on_record: (record: string[], context) => {
        records += 1;
        lines = context.lines;
        if (record.some((field) => field !== '')) filled += 1;
        if (filled > most.rows || records > most.lastRow)
          throw refusal({ code: 'too-many-rows', rows: records, most: most.rows });
        return record;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refusal({ code: 'damaged', line: lines + 1 });
  }
};

/** How many records have as many cells as most of them have, and how many cells that is. */
const evennessOf = (text: string, delimiter: string) => {
  try {
    const widths = recordsOf(text, { delimiter, to: sample })
      .filter((record) => record.some((field) => field !== ''))
      .map(({ length }) => length);
    const counts = new Map<number, number>();
    for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
    const [width, count] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
    return { delimiter, width, even: width > 1 ? count / widths.length : 0 };
  } catch {
    return { delimiter, width: 1, even: 0 };
  }
};

const delimiterOf = (text: string): string => {
  const [best] = delimiters
    .map((delimiter) => evennessOf(text, delimiter))
    .sort((a, b) => b.even - a.even || b.width - a.width);
  return best !== undefined && best.even > 0 ? best.delimiter : ',';
};

/** The first line by which a program tells Excel the delimiter; Excel does not show it either. */
const namedDelimiter = (text: string): string | undefined => /^sep=(.)\r?\n/i.exec(text)?.[1];

const fieldText = (field: string): string =>
  unixLines(field)
    // The two ways in which programs keep a spreadsheet from taking a text for a formula or a number.
    .replace(/^="([^"]*)"$/, '$1')
    .replace(/^'(?=[=+\-@])/, '');

const cellOf = (field: string): Cell => {
  const text = fieldText(field);
  return text === '' ? emptyCell : { text };
};

const raggedOf = (rows: readonly (readonly Cell[])[], records: readonly (readonly string[])[]) => {
  const widths = records.map(({ length }, row) => ((rows[row]?.length ?? 0) === 0 ? 0 : length));
  const first = widths.find((width) => width > 0);
  const row = widths.findIndex((width) => width > 0 && width !== first);
  return row === -1 ? [] : [{ code: 'ragged' as const, row: row + 1 }];
};

/** Reads a text file. Refuses what is no text, and text that is something else than a table. */
export const readText = (bytes: Uint8Array, encoding: string | undefined): SheetsRead => {
  const { text, notes } = decode(bytes, encoding);
  const what = noTableOf(text) ?? (controls.test(text) ? 'binary' : undefined);
  if (what !== undefined) throw refusal({ code: 'not-a-table', what });
  const named = namedDelimiter(text);
  const records = recordsOf(text, { delimiter: named ?? delimiterOf(text) });
  const rows = bounded()(
    '',
    records.map((record, row) =>
      named !== undefined && row === 0 ? emptyRow : record.map(cellOf),
    ),
  );
  const sheet = { name: '', rows, merges: [], isHidden: false, hiddenRows: [] };
  return workbookOf([{ sheet, notes: raggedOf(rows, records) }], notes);
};
