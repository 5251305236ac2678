/** What is imported: a file or standard input as sheets, with how whoever imports it says it is to be read. */
import { basename, resolve } from 'node:path';
import type { ListTable } from '../../intake/columns.ts';
import { readAnywhere } from '../../ledger/source.ts';
import { most, type Note } from '../../sheets/fault.ts';
import { readSheets } from '../../sheets/read.ts';
import type { Sheet } from '../../sheets/sheet.ts';
import type { Context } from '../context.ts';
import { usage } from '../failure.ts';
import type { Options } from '../options.ts';
import type { Intake, Wanted } from './mapping.ts';

/** A file as sheets, under the name it is told by. */
export interface Input {
  readonly name: string;
  readonly sheets: readonly Sheet[];
  readonly notes: readonly Note[];
  /** A text document, whose tables are parts of one list. */
  readonly isDocument: boolean;
}

const bytesOf = async ({ io, words }: Context, given: string): Promise<Uint8Array> => {
  if (given === '-') {
    // Somebody in front of a terminal would wait for us while we wait for them.
    if (io.terminal) await io.stderr.write(`${words.intake.paste}\n`);
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
    case 'special':
      throw usage((say) => say.notAFile(given, read.what === 'folder'));
    case 'unreadable':
      throw usage((say) => say.unreadableFile(given, read.reason));
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
  const { sheets, notes, isDocument = false } = read;
  return { name, sheets, notes, isDocument };
};

const folded = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** The sheets that are meant: those named, or all that are not hidden. */
const meantSheets = (
  { sheets }: Input,
  { sheets: wanted, sheetsAsked }: Wanted,
): readonly Sheet[] => {
  const isAll = wanted.some((each) => folded(each) === 'all');
  // A sheet that only the mapping names may be called otherwise in the next edition.
  const isThere = wanted.some((given) => sheets.some(({ name }) => folded(name) === folded(given)));
  if (wanted.length === 0 || isAll || !(sheetsAsked || isThere))
    return sheets.filter(({ isHidden }) => !isHidden);
  const distinct = [...new Map(wanted.map((given) => [folded(given), given])).values()];
  return distinct.map((given) => {
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
export const pickLists = ({ findList }: Intake, input: Input, wanted: Wanted): Picked => {
  const { name } = input;
  const { columns, heading_row, asked, sheets } = wanted;
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
  if (tables.length > 1 && sheets.length === 0 && !input.isDocument) {
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
