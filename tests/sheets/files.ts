/** Makes office files for tests: with a library where one writes what is wanted, part by part where none does. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import { readHere } from '../../src/sheets/here.ts';
import type { Cell, Sheet } from '../../src/sheets/sheet.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageLinks = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentTypes = 'http://schemas.openxmlformats.org/package/2006/content-types';
const officeType = 'application/vnd.openxmlformats-officedocument';

/** Packs texts and bytes by their names. */
export const pack = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array => {
  const entries: Zippable = {};
  for (const [name, part] of Object.entries(parts))
    entries[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(entries);
};

interface Workbook {
  /** What stands in `<worksheet>`, sheet by sheet. */
  readonly sheets: readonly string[];
  readonly states?: readonly string[];
  readonly styles?: string;
  readonly strings?: string;
  readonly workbook?: string;
  readonly more?: Readonly<Record<string, string | Uint8Array>>;
}

/** The parts of a workbook, for those things that no library writes. */
export const workbookParts = ({
  sheets,
  states = [],
  styles = '',
  strings = '',
  workbook = '',
  more = {},
}: Workbook): Record<string, string | Uint8Array> => {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${relationships}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${contentTypes}"><Override PartName="/xl/workbook.xml" ContentType="${officeType}.spreadsheetml.sheet.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageLinks}">${link('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook ${main} xmlns:r="${relationships}">${workbook}<sheets>${sheets
      .map(
        (_, index) =>
          `<sheet name="S${index + 1}" sheetId="${index + 1}" ${states[index] ?? ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${packageLinks}">${sheets
      .map((_, index) => link(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`))
      .join(
        '',
      )}${link('rIdS', 'styles', 'styles.xml')}${link('rIdT', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `${declaration}<styleSheet ${main}>${styles}</styleSheet>`,
    'xl/sharedStrings.xml': `${declaration}<sst ${main}>${strings}</sst>`,
    ...Object.fromEntries(
      sheets.map((sheet, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${declaration}<worksheet ${main}>${sheet}</worksheet>`,
      ]),
    ),
    ...more,
  };
};

/** A workbook of these parts. */
export const workbookFile = (workbook: Workbook): Uint8Array => pack(workbookParts(workbook));

/** A document with this body, and what numbers its paragraphs. */
export const documentFile = (
  body: string,
  more: Readonly<Record<string, string>> = {},
): Uint8Array => {
  const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  return pack({
    '[Content_Types].xml': `${declaration}<Types xmlns="${contentTypes}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${officeType}.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${packageLinks}"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${declaration}<w:document ${word}><w:body>${body}</w:body></w:document>`,
    'word/numbering.xml': `${declaration}<w:numbering ${word}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`,
    ...more,
  });
};

/** A document's paragraph, cell, row and table. */
export const p = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
export const tc = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const tr = (...cells: readonly string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: readonly string[]): string => `<w:tbl>${rows.join('')}</w:tbl>`;

/** What is read of a file that is expected to be read. */
export const sheetsOf = async (bytes: Uint8Array, name = 'list', encoding?: string) => {
  const read = await readHere(bytes, { name, ...(encoding === undefined ? {} : { encoding }) });
  if (read.is === 'refused') throw new Error(`refused: ${JSON.stringify(read.fault)}`);
  return read;
};

/** Its first sheet. */
export const firstOf = async (bytes: Uint8Array, name?: string): Promise<Sheet> => {
  const { sheets } = await sheetsOf(bytes, name);
  if (!sheets[0]) throw new Error('no sheet');
  return sheets[0];
};

/** Why a file that is expected to be refused is refused. */
export const faultOf = async (bytes: Uint8Array, name = 'list') => {
  const read = await readHere(bytes, { name });
  return read.is === 'refused' ? read.fault : `read ${read.sheets.length} sheets`;
};

/** The texts of a sheet. */
export const textsOf = ({ rows }: Pick<Sheet, 'rows'>): string[][] =>
  rows.map((row) => row.map(({ text }: Cell) => text));
