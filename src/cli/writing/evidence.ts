/** What was given as evidence: a document number, a web address or a file. */
import { statSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { folderSource, largestEvidence, readAnywhere, sha256 } from '../../ledger/source.ts';
import type { FileEdit } from '../../ledger/write.ts';
import { controls } from '../../model/characters.ts';
import { normalDocument } from '../../model/documents.ts';
import type { Evidence } from '../../model/events.ts';
import { placeOf } from '../../model/layout.ts';
import { usage } from '../failure.ts';

/** Where evidence is looked for and kept. */
export interface EvidencePlace {
  readonly root: string;
  /** The ledger's folder as the user sees it. */
  readonly shown: string;
  readonly cwd: string;
  /** The record whose folder a copy goes to; undefined where files are referenced where they are. */
  readonly copyFor: string | undefined;
}

/** A piece of evidence, with the copy of its file that is to be made. */
export interface Proof {
  readonly evidence: Evidence;
  readonly copy?: FileEdit;
}

/** An ending such as `.pdf` or `.heic`; in capitals only well-known ones, since `No.CXII` is a number. */
const fileEnding =
  /\.(?:[a-z][a-z0-9]{0,9}|PDF|OFD|DOCX?|XLSX?|PPTX?|WPS|TXT|CSV|JPE?G|PNG|GIF|TIFF?|HEIC|ZIP|RAR|MP[34])$/;

/** Standards have a slash in their numbers: `GB/T 19001-2016`, `DB44/T 1234`. */
const standard = /^[A-Z]{1,6}\d*\/[A-Z]{1,6}\s?\d/;

/**
 * Whether a text is written like a path or an address, so that a mistyped one is not taken for a
 * document number.
 */
const looksLikePath = (text: string, folders: readonly string[]): boolean => {
  const [first = '', ...rest] = text.split(/[/\\]/);
  const isBelowFolder =
    first !== '' &&
    folders.some((each) =>
      statSync(resolve(each, first), { throwIfNoEntry: false })?.isDirectory(),
    );
  const isAddress = /^(?:www\.|[a-z][a-z0-9+.-]*:)/i.test(text);
  const hasSlash = rest.length > 0 && !standard.test(text) && !/号/.test(text);
  return /^[.~@-]/.test(text) || isAddress || hasSlash || fileEnding.test(text) || isBelowFolder;
};

const bytesOrFail = (read: ReturnType<typeof readAnywhere>, given: string): Uint8Array => {
  if (read.is === 'bytes') return read.bytes;
  throw usage((say) => say.unreadableFile(given, read.is));
};

/** A file's copy in the folder of its record, where it is not there already. */
const copied = (root: string, id: string, path: string, given: string): Proof => {
  const name = basename(path);
  if (/^\.|\\/.test(name) || name.search(controls) >= 0) throw usage((say) => say.badName(given));
  const file = `evidence/${id}/${name}`;
  const bytes = bytesOrFail(readAnywhere(path, largestEvidence), given);
  const evidence = { file, sha256: sha256(bytes) };
  const there = folderSource(root).read(file, largestEvidence);
  if (there.is === 'missing') return { evidence, copy: { file, before: null, after: bytes } };
  const isSame = there.is === 'bytes' && sha256(there.bytes) === evidence.sha256;
  if (isSame) return { evidence };
  throw usage((say) => say.otherEvidence(file));
};

const fileEvidence = (
  { root, shown, cwd, copyFor }: EvidencePlace,
  given: string,
): Proof | undefined => {
  // A path counts from where the user stands, or from the ledger's folder as it is written there.
  const candidates = [resolve(cwd, given), resolve(root, given)];
  const isA = (path: string, what: 'isFile' | 'isDirectory') =>
    statSync(path, { throwIfNoEntry: false })?.[what]() ?? false;
  const path = candidates.find((each) => isA(each, 'isFile'));
  if (path === undefined) {
    // A number may well be the name of some folder; a path that is one is a mistake.
    const isFolder = /[/\\]/.test(given) && candidates.some((each) => isA(each, 'isDirectory'));
    if (isFolder) throw usage((say) => say.folderEvidence(given));
    return undefined;
  }
  if (copyFor !== undefined) return copied(root, copyFor, path, given);
  const inner = relative(root, path).split(sep).join('/');
  if (inner.startsWith('../')) {
    throw usage((say) => say.evidenceOutside(given, `${shown}/evidence/`));
  }
  // What the next update changes proves nothing, and hidden folders belong to programs.
  const isOurs = placeOf(inner) !== undefined || inner.split('/').some((part) => /^\./.test(part));
  if (isOurs) throw usage((say) => say.noProof(given));
  const bytes = bytesOrFail(folderSource(root).read(inner, largestEvidence), given);
  return { evidence: { file: inner, sha256: sha256(bytes) } };
};

/**
 * Turns what was typed after `-e` into evidence. Text that is no address and no path is a document
 * number, its brackets made the usual ones.
 */
export const proofFrom = (place: EvidencePlace, given: string): Proof => {
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given) || /\s/.test(given)) throw usage((say) => say.noAddress(given));
    return { evidence: { url: given } };
  }
  const file = fileEvidence(place, given);
  if (file) return file;
  if (looksLikePath(given, [place.cwd, place.root])) throw usage((say) => say.noFile(given));
  return { evidence: { document: normalDocument(given) } };
};
