/** Bytes of an office's file → its tables, in this thread and for as long as it takes; it never throws. */
import { readDocument } from './docx.ts';
import { faultOf, type SheetsRead } from './fault.ts';
import { containerOf, packedKindOf } from './kind.ts';
import { readOpenDocument } from './ods.ts';
import { openPack } from './pack.ts';
import { readText } from './text.ts';
import { readWorkbook } from './xlsx.ts';

/** What is known of a file beside its bytes: its name, `-` for standard input, and the encoding asked for. */
export interface How {
  readonly name: string;
  readonly encoding?: string;
}

const packed = { xlsx: readWorkbook, docx: readDocument, ods: readOpenDocument } as const;

const readAny = async (bytes: Uint8Array, { name, encoding }: How): Promise<SheetsRead> => {
  if (containerOf(bytes, name) === 'text') return readText(bytes, encoding);
  const pack = await openPack(bytes);
  const kind = packedKindOf(pack.names, {
    types: await pack.text('[Content_Types].xml'),
    mimetype: await pack.text('mimetype'),
  });
  const read = await packed[kind](pack);
  return read.is === 'sheets' && kind === 'docx' ? { ...read, isDocument: true } : read;
};

/** Reads a file of any format that is known. */
export const readHere = async (bytes: Uint8Array, how: How): Promise<SheetsRead> => {
  try {
    return await readAny(bytes, how);
  } catch (error) {
    return { is: 'refused', fault: faultOf(error) };
  }
};
