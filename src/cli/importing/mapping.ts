/** How whoever imports a list says it is to be read: options, and a file that keeps them for the next edition. */
import { realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { ListTable } from '../../intake/columns.ts';
import type { Mapping } from '../../intake/mapping.ts';
import { reasonOf, writeWhole } from '../../ledger/disk.ts';
import { createText } from '../../ledger/edit.ts';
import { parse } from '../../ledger/parse.ts';
import { readAnywhere } from '../../ledger/source.ts';
import { decode, encode } from '../../ledger/text.ts';
import type { Context } from '../context.ts';
import { exitCodes, Failure, usage } from '../failure.ts';
import type { Options } from '../options.ts';

/** What makes sense of lists; loaded when one is imported. */
export type Intake = typeof import('../../intake/index.ts');

/** A mapping of a hundred columns and a thousand names is a tenth of this, in bytes. */
const largest = 1_000_000;

const all = (given: Options[string]): readonly string[] =>
  Array.isArray(given) ? given : typeof given === 'string' ? [given] : [];

/** `LEFT=RIGHT` at its last equals sign: headings may have one, what follows never does. */
const pairIn = (given: string): readonly [string, string] | undefined => {
  const [, left = '', right = ''] = /^(.+)[=＝]([^=＝]+)$/s.exec(given) ?? [];
  const isPair = left.trim() !== '' && right.trim() !== '';
  return isPair ? [left.trim(), right.trim()] : undefined;
};

/** What a file says as a mapping: nothing where there is no such file. */
const readFile = (
  { readMapping }: Intake,
  path: string,
): ReturnType<Intake['readMapping']> | { readonly is: 'missing' | 'unreadable' | 'broken' } => {
  const read = readAnywhere(path, largest);
  if (read.is !== 'bytes') return { is: read.is === 'missing' ? 'missing' : 'unreadable' };
  const decoded = decode(read.bytes);
  if (!('text' in decoded)) return { is: 'broken' };
  const { value, problems } = parse(decoded.text.text, { keys: new Set() });
  const isBroken = problems.some(({ problem }) => problem.code.startsWith('yaml/'));
  return value === undefined || isBroken ? { is: 'broken' } : readMapping(value);
};

const mappingFile = (intake: Intake, { io }: Context, given: Options[string]): Mapping => {
  if (typeof given !== 'string') return intake.noMapping;
  const read = readFile(intake, resolve(io.cwd, given));
  switch (read.is) {
    case 'mapping':
      return read.mapping;
    case 'missing':
      throw usage((say) => say.noFile(given));
    case 'unreadable':
      throw usage((say) => say.unreadableFile(given, read.is));
    case 'broken':
      throw usage((say) => say.unreadableMapping(given));
    case 'wrong':
      throw usage((say) => say.badMapping(given, read.key));
  }
};

/** How a list is to be read, with the columns that the command line itself names. */
export interface Wanted extends Mapping {
  readonly asked: readonly string[];
  /** Which units names mean, as the command line says. */
  readonly same: ReadonlyMap<string, string>;
  /** The command line names the sheets; those of a mapping need not be there. */
  readonly sheetsAsked: boolean;
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
    units: base.units,
    same: new Map(units),
    sheetsAsked: sheets.length > 0,
  };
};

/** Whether a path that need not be there yet lies in a folder, links followed. */
const liesIn = (root: string, path: string): boolean => {
  try {
    const inner = relative(
      realpathSync.native(root),
      join(realpathSync.native(dirname(path)), 'x'),
    );
    return inner !== '..' && !inner.startsWith(`..${sep}`);
  } catch {
    // Where the folder is not there, nothing is written either.
    return false;
  }
};

/** Keeps how lists were read. A file that is there and is no mapping is somebody's and stays. */
export const keepMapping = (
  intake: Intake,
  { io, place }: Context,
  given: string,
  wanted: Wanted,
  read: { readonly tables: readonly ListTable[]; readonly units: ReadonlyMap<string, string> },
): void => {
  const path = resolve(io.cwd, given);
  // A ledger's folder holds its records; other text files there would be in the way.
  if (liesIn(place().root, path)) throw usage((say) => say.mappingInLedger(given));
  const there = readFile(intake, path);
  if (there.is !== 'missing' && there.is !== 'mapping')
    throw usage((say) => say.noMappingThere(given));
  const text = createText(intake.mappingOf(read.tables, read.units, wanted));
  if (text === undefined) throw new Failure(exitCodes.findings, (say) => say.cannotEdit(given));
  try {
    writeWhole(path, encode({ hasMark: false, text }));
  } catch (error) {
    throw new Failure(exitCodes.system, (say) => say.notWritten(given, reasonOf(error)));
  }
};
