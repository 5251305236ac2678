/** What is imported: a file or standard input as sheets, with how whoever imports it says it is to be read. */
import { basename, resolve } from 'node:path';
import type { ListTable } from '../../intake/columns.ts';
import type { Mapping } from '../../intake/mapping.ts';
import { createText } from '../../ledger/edit.ts';
import { parse } from '../../ledger/parse.ts';
import { readAnywhere } from '../../ledger/source.ts';
import { decode } from '../../ledger/text.ts';
import type { Value } from '../../model/attribute.ts';
import { most, type Note } from '../../sheets/fault.ts';
import { readSheets } from '../../sheets/read.ts';
import type { Sheet } from '../../sheets/sheet.ts';
import type { Context } from '../context.ts';
import { exitCodes, Failure, usage } from '../failure.ts';
import type { Options } from '../options.ts';

/** What makes sense of lists; loaded when one is imported. */
export type Intake = typeof import('../../intake/index.ts');

/** A file as sheets, under the name it is told by. */
export interface Input {
  readonly name: string;
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Note[];
  /** A text document, whose tables are parts of one list. */
  readonly isDocument: boolean;
}

const bytesOf = async ({ io }: Context, given: string): Promise<Uint8Array> => {
  if (given === '-') {
    const bytes = await io.readStdin(most.bytes);
    if (bytes) return bytes;
    throw usage((say) => say.tooLong(given, most.bytes));
  }
  const read = readAnywhere(resolve(io.cwd, given), most.bytes);
  switch (read.is) {
    case 'bytes':
      return read.bytes;
    case 'missing':
      throw usage((say) => say.noFile(given));
    case 'too-large':
      throw usage((say) =>
        say.fileFault(given, { code: 'too-large', bytes: read.bytes, most: read.most }),
      );
    default:
      throw usage((say) =>
        say.unreadableFile(given, read.is === 'unreadable' ? read.reason : read.is),
      );
  }
};

/** Reads the file, or standard input for `-`; refuses what holds no table. */
export const readInput = async (
  context: Context,
  given: string,
  options: Options,
): Promise<Input> => {
  const { encoding } = options;
  const name = given === '-' ? context.words.intake.standardInput : basename(given);
  const read = await readSheets(await bytesOf(context, given), {
    name: given === '-' ? '-' : basename(given),
    ...(typeof encoding === 'string' && { encoding }),
  });
  if (read.is === 'refused') throw usage((say) => say.fileFault(name, read.fault));
  const { sheets, notes } = read;
  const isDocument = sheets.every((sheet) => /^Table \d+$/.test(sheet.name));
  return { name, sheets, notes, isDocument };
};

const all = (given: Options[string]): readonly string[] =>
  Array.isArray(given) ? given : typeof given === 'string' ? [given] : [];

/** `LEFT=RIGHT` at its last equals sign: headings may have one, what follows never does. */
const pairIn = (given: string): readonly [string, string] | undefined => {
  const at = given.normalize('NFKC').lastIndexOf('=');
  const [left, right] = [given.slice(0, at).trim(), given.slice(at + 1).trim()];
  return at > 0 && left !== '' && right !== '' ? [left, right] : undefined;
};

const mappingFile = (
  { readMapping, noMapping }: Intake,
  { io }: Context,
  given: Options[string],
): Mapping => {
  if (typeof given !== 'string') return noMapping;
  const read = readAnywhere(resolve(io.cwd, given), 1_000_000);
  if (read.is !== 'bytes')
    throw usage((say) =>
      read.is === 'missing' ? say.noFile(given) : say.unreadableFile(given, read.is),
    );
  const decoded = decode(read.bytes);
  const parsed = 'text' in decoded ? parse(decoded.text.text, { keys: new Set() }) : undefined;
  const isBroken =
    !parsed ||
    parsed.value === undefined ||
    parsed.problems.some(({ problem }) => problem.code.startsWith('yaml/'));
  if (isBroken) throw usage((say) => say.unreadableMapping(given));
  const result = readMapping(parsed.value);
  if (result.is === 'wrong') throw usage((say) => say.badMapping(given, result.key));
  return result.mapping;
};

/** How a list is to be read, with the columns that the command line itself names. */
export interface Wanted extends Mapping {
  readonly asked: readonly string[];
}

/** How the list is to be read: by its mapping file, and by options, which win. */
export const mappingFrom = (intake: Intake, context: Context, options: Options): Wanted => {
  const base = mappingFile(intake, context, options['mapping']);
  const columns = new Map(
    all(options['map']).map((given) => {
      const [column, what] = pairIn(given) ?? [];
      if (column !== undefined && what !== undefined && intake.isBecomes(what))
        return [column, what];
      throw usage((say) => say.badMap(given, intake.whatColumnsBecome));
    }),
  );
  const units = all(options['same']).map((given) => {
    const pair = pairIn(given);
    if (pair) return pair;
    throw usage((say) => say.badSame(given));
  });
  const row = options['headingRow'];
  const isRow = row === undefined || /^[1-9]\d{0,4}$/.test(String(row));
  if (!isRow) throw usage((say) => say.badHeadingRow(String(row)));
  const heading_row = row === undefined ? base.heading_row : Number(row);
  const sheets = all(options['sheet']);
  return {
    asked: [...columns.keys()],
    sheets: sheets.length > 0 ? sheets : base.sheets,
    ...(heading_row !== undefined && { heading_row }),
    split: base.split || options['split'] === true,
    columns: new Map([...columns, ...[...base.columns].filter(([column]) => !columns.has(column))]),
    units: new Map([...base.units, ...units]),
  };
};

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** The sheets that are meant: those named, or all that are not hidden. */
const meantSheets = ({ sheets }: Input, wanted: readonly string[]): readonly Sheet[] => {
  const isAll = wanted.some((each) => folded(each) === 'all');
  if (wanted.length === 0 || isAll) return sheets.filter(({ isHidden }) => !isHidden);
  return wanted.map((given) => {
    const sheet = sheets.find(({ name }) => folded(name) === folded(given));
    if (sheet) return sheet;
    throw usage((say) =>
      say.noSheet(
        given,
        sheets.map(({ name }) => name),
      ),
    );
  });
};

/** Lists found in a file, and the names of sheets that have none. */
interface Picked {
  readonly tables: readonly ListTable[];
  readonly without: readonly string[];
}

/** The lists of a file that are meant. */
export const pickLists = (
  { findList }: Intake,
  input: Input,
  { sheets: wanted, columns, heading_row, asked }: Wanted,
): Picked => {
  const { name } = input;
  const meant = meantSheets(input, wanted);
  const row = heading_row === undefined ? undefined : heading_row - 1;
  const found = meant.map((sheet) => ({ sheet, table: findList(sheet, columns, row) }));
  const tables = found.flatMap(({ table }) => table ?? []);
  const without = found.flatMap(({ sheet, table }) =>
    table || sheet.rows.length === 0 ? [] : [sheet.name],
  );
  if (tables.length === 0)
    throw usage((say) =>
      say.noList(
        name,
        meant.map((sheet) => sheet.name),
      ),
    );
  // The tables of a document are parts of one list; sheets may as well be editions of one.
  if (tables.length > 1 && wanted.length === 0 && !input.isDocument) {
    const lists = tables.map(({ grid, headings }) => ({
      name: grid.sheet.name,
      rows: grid.height - headings[1] - 1,
    }));
    throw usage((say) => say.severalLists(name, lists));
  }
  const all = tables.flatMap((table) => table.columns);
  const known = new Set(all.flatMap(({ heading, letter }) => [folded(heading), folded(letter)]));
  const odd = asked.find((each) => !known.has(folded(each)));
  if (odd !== undefined) {
    throw usage((say) =>
      say.noSuchColumn(
        odd,
        all.map(({ letter, heading }) => `${letter} ${heading}`),
      ),
    );
  }
  const hasTitles = all.some(({ becomes }) => ['task', 'measure', 'project'].includes(becomes));
  if (!hasTitles) throw usage((say) => say.noTitleColumn(name));
  return { tables, without };
};

/** Keeps how a list was read. */
export const mappingText = (value: Value): string => {
  const text = createText(value);
  if (text === undefined) throw new Failure(exitCodes.bug, (say) => say.cannotEdit('mapping'));
  return text;
};
