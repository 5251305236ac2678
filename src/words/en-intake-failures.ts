/** English sentences of what ends an import before anything is written. */
import type { NoTable, SheetFault } from '../sheets/fault.ts';
import { list, plural } from './phrases.ts';

const legacy: { readonly [which: string]: string } = {
  xls: 'an Excel workbook of before 2007 (.xls)',
  et: 'a WPS spreadsheet (.et)',
  doc: 'a Word document of before 2007 (.doc)',
  wps: 'a WPS document (.wps)',
  ppt: 'a presentation of before 2007',
  dps: 'a WPS presentation',
  xlsb: 'a binary Excel workbook (.xlsb)',
};

const noTable: { readonly [W in NoTable]: string } = {
  binary: 'it is no file of an office program',
  document: 'it is a text document that cannot be read here',
  html: 'it is a web page',
  image: 'it is a picture',
  pdf: 'it is a PDF',
  presentation: 'it is a presentation',
  rtf: 'it is an RTF text',
  xml: 'it is XML',
  zip: 'it is an archive',
};

const million = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

type Said = { readonly message: string; readonly hint: string | undefined };

/** Why a file cannot be read, and what to do about it. */
const fault = (file: string, fault: SheetFault): Said => {
  const said = (message: string, hint?: string): Said => ({ message: `${file} ${message}`, hint });
  const anew = 'open it in Excel, WPS or LibreOffice and save it as .xlsx';
  switch (fault.code) {
    case 'legacy': {
      const isText = ['doc', 'wps'].includes(fault.which);
      return said(
        `is ${legacy[fault.which] ?? 'a file of an old office format'}, which cannot be read`,
        isText ? 'open it in Word, WPS or LibreOffice and save it as .docx' : anew,
      );
    }
    case 'password':
      return said(
        'is protected with a password',
        'save a copy without one (File > Info > Protect), and import that',
      );
    case 'not-a-table':
      return said(
        `holds no table: ${noTable[fault.what]}`,
        'a list comes as .xlsx, .ods, .csv or .docx, or pasted: reform import -',
      );
    case 'damaged':
      return said(
        fault.line === undefined
          ? `is damaged${fault.part === undefined ? '' : ` (${fault.part})`}`
          : `is no table of text: it breaks off at line ${fault.line}`,
        fault.line === undefined ? anew : 'look for a quotation mark that is not closed there',
      );
    case 'too-large':
      return said(
        `is too large: ${million(fault.bytes)}, at most ${million(fault.most)}`,
        'save the sheet of the list alone',
      );
    case 'inflates':
      return said(
        'unpacks to far more than a list holds and was not opened',
        'save the sheet of the list alone',
      );
    case 'too-many-sheets':
      return said(
        `has ${fault.sheets} sheets, at most ${fault.most} are read`,
        'save the sheet of the list alone',
      );
    case 'too-many-rows':
      return said(
        `has ${fault.rows} rows or more in a sheet, at most ${fault.most} are read`,
        'a list of reforms is shorter: save its sheet alone',
      );
    case 'too-many-columns':
      return said(
        `has ${fault.columns} columns in a sheet, at most ${fault.most} are read`,
        'save the columns of the list alone',
      );
    case 'cell-too-long':
      return said(
        `has more than ${fault.most} characters in ${fault.sheet}!${fault.cell}`,
        'shorten that cell',
      );
    case 'too-long':
      return said(
        fault.why === 'seconds'
          ? `was not read within ${fault.most} seconds`
          : `needs more than ${fault.most} MB of memory to read`,
        'save the sheet of the list alone',
      );
    case 'encoding':
      return fault.asked === null
        ? said('is text in neither UTF-8 nor GB18030', 'name its encoding: --encoding big5')
        : said(
            fault.isKnown
              ? `is no text in ${fault.asked}`
              : `cannot be read as "${fault.asked}": no such encoding`,
            'usual ones: utf-8, gb18030, big5, utf-16le, windows-1252',
          );
    case 'no-tables':
      return said('has no table in it', undefined);
    case 'unsafe':
      return said(
        `declares a document type in ${fault.part}, which office programs never do; it was not opened`,
        anew,
      );
  }
};

/** What ends an import before anything is written. */
export const intakeFailures = {
  fileFault: fault,
  noList: (file: string, sheets: readonly string[]) => ({
    message: `no headings of a list were found in ${file}${sheets.length > 1 ? ` (${list(sheets, 'and')})` : ''}`,
    hint: 'say where they are and what they mean: --heading-row 3 --map B=task --map C=measure',
  }),
  emptyList: (file: string, headings: number) => ({
    message: `nothing stands below the headings in row ${headings} of ${file}`,
    hint: 'if these are not the headings, say where they are: --heading-row 3',
  }),
  severalLists: (
    file: string,
    found: readonly { readonly name: string; readonly rows: number }[],
  ) => ({
    message: `${file} has several lists: ${list(
      found.map(({ name, rows }) => `${name} (${plural(rows, 'row', 'rows')})`),
      'and',
    )}`,
    hint: 'take one or more with --sheet NAME, or all with --sheet all',
  }),
  noSheet: (given: string, names: readonly string[]) => ({
    message: `there is no sheet "${given}"`,
    hint: `sheets: ${list(names, 'and')}`,
  }),
  noTitleColumn: (file: string) => ({
    message: `no column of ${file} names tasks, measures or projects`,
    hint: 'say which one does: --map B=measure',
  }),
  badMap: (given: string, possible: readonly string[]) => ({
    message: `--map: "${given}" does not say what a column becomes`,
    hint: `write COLUMN=WHAT, the column by its heading or letter; what: ${possible.join(', ')}`,
  }),
  noSuchColumn: (given: string, columns: readonly string[]) => ({
    message: `--map: there is no column "${given}"`,
    hint: `columns: ${list(columns, 'and')}`,
  }),
  badSame: (given: string) => ({
    message: `--same: "${given}" does not say which unit a name means`,
    hint: 'write NAME=UNIT, both as the list or the register has them: --same 市发改委=市发展改革委',
  }),
  unknownSame: (given: string, near: readonly string[]) => ({
    message: `--same: "${given}" is no name of the list and no unit of the register`,
    hint: near.length > 0 ? `did you mean ${list(near.map((each) => `"${each}"`))}?` : undefined,
  }),
  badMapping: (file: string, key: string) => ({
    message: `${file} is no mapping: ${key} is not what it should be`,
    hint: 'make one with --save-mapping FILE and change that',
  }),
  mappingInLedger: (file: string) => ({
    message: `${file} lies in the folder of the ledger, which holds records and no mappings`,
    hint: 'name a file beside that folder after --save-mapping',
  }),
  tooManyInOne: (title: string, count: number, most: number) => ({
    message: `${count} measures would stand in one task, "${title}", whose file may hold ${most}`,
    hint: 'say which column names tasks: --map B=task',
  }),
  notAFile: (path: string, isFolder: boolean) => ({
    message: isFolder ? `${path} is a folder` : `${path} is no file that can be read`,
    hint: 'name the file of the list',
  }),
  noMappingThere: (file: string) => ({
    message: `${file} is there already and is no mapping; it stays as it is`,
    hint: 'name another file after --save-mapping',
  }),
  unreadableMapping: (file: string) => ({
    message: `${file} cannot be read as YAML`,
    hint: undefined,
  }),
  importNeeds: (needs: readonly ('reason' | 'document')[]) => ({
    message: `the list changes what was issued, which needs ${list(
      needs.map((each) => (each === 'reason' ? 'a reason' : 'a document')),
      'and',
    )}`,
    hint: `give ${list(
      needs.map((each) => (each === 'reason' ? '-m "why"' : '-d 穗改办〔2022〕31号')),
      'and',
    )}`,
  }),
  badHeadingRow: (given: string) => ({
    message: `--heading-row: "${given}" is no row`,
    hint: 'a whole number from 1, as the spreadsheet counts',
  }),
};
