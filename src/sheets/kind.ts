/** What a file is, told by its bytes; its name only tells old formats of the same container apart. */
import { type NoTable, refusal } from './fault.ts';

const starts = (bytes: Uint8Array, ...magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const isImage = (bytes: Uint8Array): boolean =>
  starts(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  starts(bytes, 0xff, 0xd8, 0xff) ||
  starts(bytes, 0x47, 0x49, 0x46, 0x38) ||
  starts(bytes, 0x49, 0x49, 0x2a, 0x00) ||
  starts(bytes, 0x4d, 0x4d, 0x00, 0x2a) ||
  starts(bytes, 0x52, 0x49, 0x46, 0x46);

/** Names of streams in the container of old office files, and what such a file is. */
const streams = [
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
] as const;

const legacyOf = (bytes: Uint8Array, name: string): string => {
  const ending = /\.(xls|et|doc|wps|ppt|dps)$/i.exec(name)?.[1];
  if (ending !== undefined) return ending.toLowerCase();
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return streams.find(([stream]) => buffer.includes(stream, 0, 'utf16le'))?.[1] ?? 'ole';
};

/** What text is, where it is not a table. */
export const noTableOf = (text: string): NoTable | undefined => {
  const start = text.slice(0, 1_000).trimStart().toLowerCase();
  if (start.startsWith('%pdf-')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^(?:<!doctype html|<html|<head|<meta|<table|<style|mime-version:)/.test(start))
    return 'html';
  if (start.startsWith('<?xml')) return start.includes('<html') ? 'html' : 'xml';
  return undefined;
};

/** Whether the file is packed or text. Refuses what is neither, by name where it is known. */
export const containerOf = (bytes: Uint8Array, name: string): 'zip' | 'text' => {
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    if (buffer.includes('EncryptedPackage', 0, 'utf16le')) throw refusal({ code: 'password' });
    throw refusal({ code: 'legacy', which: legacyOf(bytes, name) });
  }
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04) || starts(bytes, 0x50, 0x4b, 0x05, 0x06)) return 'zip';
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) throw refusal({ code: 'not-a-table', what: 'pdf' });
  if (isImage(bytes)) throw refusal({ code: 'not-a-table', what: 'image' });
  return 'text';
};

/** What a packed file is, by its names and by the text of the part that declares it. Refuses what has no tables. */
export const packedKindOf = (
  names: readonly string[],
  declared: { readonly types: string; readonly mimetype: string },
): 'xlsx' | 'docx' | 'ods' => {
  const { types, mimetype } = declared;
  if (mimetype.startsWith('application/vnd.oasis.opendocument')) {
    if (mimetype.includes('.spreadsheet')) return 'ods';
    const what = mimetype.includes('.presentation') ? 'presentation' : 'document';
    throw refusal({ code: 'not-a-table', what });
  }
  if (types.includes('sheet.binary')) throw refusal({ code: 'legacy', which: 'xlsb' });
  if (/spreadsheetml\.(?:sheet|template)\.main|excel\.\w+\.macroEnabled\.main/i.test(types))
    return 'xlsx';
  if (/wordprocessingml\.(?:document|template)\.main|word\.\w+\.macroEnabled\w*\.main/i.test(types))
    return 'docx';
  if (/presentationml/.test(types)) throw refusal({ code: 'not-a-table', what: 'presentation' });
  if (names.includes('[Content_Types].xml'))
    throw refusal({ code: 'damaged', part: '[Content_Types].xml' });
  throw refusal({ code: 'not-a-table', what: 'zip' });
};
