/**
 * Packed files: which entries there are, and the text of those that are read. Every byte that comes
 * out is counted, since the sizes that a file declares may be lies.
 */
import { strToU8, zipSync } from 'fflate';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { most, refusal } from './fault.ts';

/** Makes less of a part's text while it is being unpacked, piece by piece. */
export interface Thinner {
  /** How many bytes may come in. What goes out counts against the bound of the whole file. */
  readonly most: number;
  readonly push: (text: string) => string;
  /** What is left at the end; refuses what has turned out to be too much. */
  readonly end: () => string;
}

/** The entries of a packed file, and the texts of parts as they are asked for. */
export interface Pack {
  readonly names: readonly string[];
  /** The text of an entry; '' where there is none. Refuses document types and too much text. */
  readonly text: (name: string, thinner?: Thinner) => Promise<string>;
}

const whole: Thinner = { most: most.inflated, push: (text) => text, end: () => '' };

const inflates = (bound: number): Error => refusal({ code: 'inflates', most: bound });

const unpack = async (
  zip: ZipFile,
  entry: Entry,
  thinner: Thinner,
  count: (bytes: number) => void,
): Promise<string> => {
  // What it declares is checked first: an honest bomb need not be unpacked at all.
  if (entry.uncompressedSize > thinner.most) throw inflates(thinner.most);
  const decoder = new TextDecoder('utf-8');
  const pieces: string[] = [];
  const keep = (piece: string): void => {
    count(piece.length);
    pieces.push(piece);
  };
  let unpacked = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    unpacked += (chunk as Buffer).length;
    if (unpacked > thinner.most) throw inflates(thinner.most);
    keep(thinner.push(decoder.decode(chunk as Buffer, { stream: true })));
  }
  keep(thinner.push(decoder.decode()));
  keep(thinner.end());
  return pieces.join('');
};

/** Opens a packed file. Refuses one that is damaged, that asks for a password or that has too many entries. */
export const openPack = async (bytes: Uint8Array): Promise<Pack> => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const zip = await fromBufferPromise(buffer, { lazyEntries: true });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if ((entry.generalPurposeBitFlag & 1) !== 0) throw refusal({ code: 'password' });
    // Two entries of one name are read differently by every program.
    if (entries.has(entry.fileName)) throw refusal({ code: 'damaged', part: entry.fileName });
    if (entries.size >= most.entries) throw inflates(most.entries);
    entries.set(entry.fileName, entry);
  }
  let kept = 0;
  const count = (length: number): void => {
    kept += length;
    if (kept > most.inflated) throw inflates(most.inflated);
  };
  return {
    names: [...entries.keys()],
    text: async (name, thinner = whole) => {
      const entry = entries.get(name);
      if (!entry) return '';
      const text = await unpack(zip, entry, thinner, count);
      if (text.includes('<!DOCTYPE')) throw refusal({ code: 'unsafe', part: name });
      return text;
    },
  };
};

/** Packs parts anew, so that the libraries see what was checked and nothing else. */
export const repack = (parts: ReadonlyMap<string, string>): Uint8Array =>
  zipSync(Object.fromEntries([...parts].map(([name, text]) => [name, strToU8(text)])), {
    level: 0,
  });
