/** What was given as evidence: a document number, a web address or a file of the ledger. */
import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { folderSource, largestEvidence, sha256 } from '../ledger/source.ts';
import type { Evidence } from '../model/events.ts';
import { exitCodes, Failure } from './failure.ts';

/** Endings that files have and document numbers have not. */
const fileEnding =
  /\.(?:pdf|ofd|docx?|wps|xlsx?|et|pptx?|txt|md|csv|tsv|json|ya?ml|html?|png|jpe?g|gif|bmp|tiff?|zip|rar|7z|eml|msg|mp[34])$/i;

/**
 * Whether a text is written like a path, so that a mistyped one is not taken for a document number.
 * A slash alone does not make one: there are numbers such as `GB/T 19001-2016`.
 */
const looksLikePath = (text: string, folders: readonly string[]): boolean => {
  const [first = ''] = text.split(/[/\\]/);
  const isBelowFolder =
    first !== '' &&
    folders.some((each) =>
      statSync(resolve(each, first), { throwIfNoEntry: false })?.isDirectory(),
    );
  return /^(?:[.~/\\]|[A-Za-z]:\\)/.test(text) || fileEnding.test(text) || isBelowFolder;
};

const fileEvidence = (
  root: string,
  shown: string,
  cwd: string,
  given: string,
): Evidence | undefined => {
  // A path counts from where the user stands, or from the ledger's folder as it is written there.
  const path = [resolve(cwd, given), resolve(root, given)].find((each) =>
    statSync(each, { throwIfNoEntry: false })?.isFile(),
  );
  if (path === undefined) return undefined;
  const inner = relative(root, path).split(sep).join('/');
  if (inner.startsWith('../')) {
    throw new Failure(exitCodes.usage, (say) => say.evidenceOutside(given, `${shown}/evidence/`));
  }
  const read = folderSource(root).read(inner, largestEvidence);
  if (read.is !== 'bytes')
    throw new Failure(exitCodes.usage, (say) => say.unreadableFile(given, read.is));
  return { file: inner, sha256: sha256(read.bytes) };
};

/**
 * Turns what was typed after `-e` into evidence. Text that is no address and no path is a document
 * number.
 */
export const evidenceFrom = (root: string, shown: string, cwd: string, given: string): Evidence => {
  if (/^https?:\/\//i.test(given)) {
    if (!URL.canParse(given) || /\s/.test(given))
      throw new Failure(exitCodes.usage, (say) => say.noAddress(given));
    return { url: given };
  }
  const file = fileEvidence(root, shown, cwd, given);
  if (file) return file;
  if (looksLikePath(given, [cwd, root]))
    throw new Failure(exitCodes.usage, (say) => say.noFile(given));
  return { document: given };
};
