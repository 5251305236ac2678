/** Attributes and facts that many kinds share. */
import { choice, ids, map, reference, required, text, texts } from '../attribute.ts';
import type { Derived } from '../kind.ts';

/**
 * What the source document calls a record. All but `mentioned` say that it stands in a list of its
 * kind.
 */
export const sourceNames = [
  'listed',
  'task',
  'measure',
  'project',
  'leading-reform',
  'pilot',
  'platform',
  'mentioned',
] as const;

export const naming = {
  title: required(text('its name, as the document gives it')),
  title_zh: text('its Chinese name'),
  title_zh_basis: choice('where the Chinese name comes from, unless the document itself gives it', [
    'official',
    'found',
    'back-translation',
  ]),
  aliases: texts('other names it goes by, in any language'),
};

export const provenance = {
  source: map('where the record was transcribed from', {
    document: required(reference('the document', 'document')),
    as: required(choice('what the record is called there', sourceNames)),
    quote: required(text('the words, verbatim')),
    also: texts('further words of the document about it, verbatim'),
  }),
  readings: texts("attributes that are our reading and not the document's word"),
  note: text('anything to know about the record'),
};

/** An account, a team or an address, as GitHub and GitLab name owners of files. */
const ownerForm = {
  pattern:
    /^(?:@[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)$/,
  example: '@city/reform-office',
};

/** Who is asked before its files change; `reform git codeowners` tells the host of the repository. */
export const owned = {
  owners: ids('the accounts that are asked before its files change', ownerForm),
};

interface Sourced {
  readonly source?: { readonly as: string };
}

/** What the source calls the record. */
export const calledBySource: Derived = {
  doc: 'what the source document calls it',
  type: { is: 'choice', of: sourceNames },
  of: (_view, entry) => (entry.data as Sourced).source?.as ?? null,
};
