/**
 * Evidence has one of its forms, lies inside the ledger, is there and unchanged; quotes are
 * verbatim.
 */
import type { Problem } from '../diagnostic.ts';
import type { Evidence } from '../events.ts';
import { itemsOf, type Ledger, type Path } from '../ledger.ts';
import { allEntries, type Checked, found, type Rule } from './rule.ts';

const isInside = (file: string): boolean =>
  !/^(?:[/\\]|[A-Za-z]:)/.test(file) && !file.split(/[/\\]/).includes('..');

const problemsOfEvidence = (
  evidence: Evidence,
  attachments: Checked['attachments'],
): readonly Problem[] => {
  const { document, url, file, sha256 } = evidence;
  const given = [document, url, file].filter((each) => each !== undefined);
  const isWeb = url === undefined || /^https?:\/\//i.test(url);
  const isSum = sha256 === undefined || (file !== undefined && /^[0-9a-f]{64}$/i.test(sha256));
  if (given.length !== 1 || !isWeb || !isSum) {
    return [{ code: 'evidence/form', params: {} }];
  }
  if (file === undefined) return [];
  if (!isInside(file)) return [{ code: 'evidence/outside', params: { file } }];
  const attachment = attachments?.get(file);
  if (attachment === null) return [{ code: 'evidence/missing', params: { file } }];
  const hasChanged =
    attachment && sha256 !== undefined && attachment.sha256 !== sha256.toLowerCase();
  return hasChanged ? [{ code: 'evidence/changed', params: { file } }] : [];
};

/** The key of a piece of evidence that a problem is about. */
const keyOf = ({ code }: Problem): Path => {
  if (code === 'evidence/changed') return ['sha256'];
  return code === 'evidence/form' ? [] : ['file'];
};

/** Evidence of every log, with its address. */
const evidenceIn = (ledger: Ledger) =>
  [...itemsOf(ledger), ...ledger.entries.pilot].flatMap((entry) =>
    (entry.data.log ?? []).flatMap((event, index) =>
      (event.evidence ?? []).map((evidence, at) => ({
        entry,
        evidence,
        path: ['log', index, 'evidence', at] as Path,
      })),
    ),
  );

export const brokenEvidence: Rule = ({ ledger, attachments }) =>
  evidenceIn(ledger).flatMap(({ entry, evidence, path }) =>
    problemsOfEvidence(evidence, attachments).map((problem) =>
      found(entry, [...path, ...keyOf(problem)], problem),
    ),
  );

/** The files a check wants to see; paths that lead outside are not among them. */
export const attachedFiles = (ledger: Ledger): readonly string[] =>
  [
    ...evidenceIn(ledger).map(({ evidence }) => evidence.file),
    ...ledger.entries.document.map(({ data }) => data.text?.file),
  ].filter((file): file is string => file !== undefined && isInside(file));

/** The text kept of a document is the one it was when quotes were taken from it. */
export const documentTexts: Rule = ({ ledger, attachments }) =>
  ledger.entries.document.flatMap((entry) => {
    const { text } = entry.data;
    if (text === undefined) return [];
    return problemsOfEvidence(text, attachments).map((problem) =>
      found(entry, ['text', ...keyOf(problem)], problem),
    );
  });

interface Quoting {
  readonly source?: {
    readonly document: string;
    readonly quote: string;
    readonly also?: readonly string[];
  };
}

/** Quotes are verbatim: each stands in the text of its document, where the ledger keeps that. */
export const brokenQuotes: Rule = ({ ledger, attachments }) =>
  allEntries(ledger).flatMap((entry) => {
    const { source } = entry.data as Quoting;
    const { rules, reporting, lights } = ledger.about;
    const quotes = [
      ...(source
        ? [
            { in: source.document, quote: source.quote, path: ['source', 'quote'] as Path },
            ...(source.also ?? []).map((quote, index) => ({
              in: source.document,
              quote,
              path: ['source', 'also', index] as Path,
            })),
          ]
        : []),
      ...(entry.kind === 'ledger'
        ? Object.entries({ rules, reporting, lights }).flatMap(([name, rule]) =>
            rule?.quote === undefined || rule.document === undefined
              ? []
              : [{ in: rule.document, quote: rule.quote, path: [name, 'quote'] as Path }],
          )
        : []),
    ];
    return quotes.flatMap(({ in: id, quote, path }) => {
      const file = ledger.byId.document.get(id)?.data.text?.file;
      const text = file === undefined ? undefined : attachments?.get(file)?.text;
      if (text === undefined || text.includes(quote)) return [];
      return [found(entry, path, { code: 'source/quote-not-found', params: { document: id } })];
    });
  });
