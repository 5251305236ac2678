/**
 * What the answers of `trace` share: what was read once, the columns of their tables, branches of a
 * tree, and records and links as programs get them.
 */
import type { Column } from '../../format/document.ts';
import { factOf } from '../../model/facts.ts';
import type { Entry } from '../../model/ledger.ts';
import type { Mention } from '../../model/mentions.ts';
import type { Link, Links } from '../../model/trace.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';

/** A view with its links and the papers that it names. */
export interface Traced {
  readonly view: View;
  readonly words: Words;
  readonly links: Links;
  readonly mentions: readonly Mention[];
  readonly mentionsIn: ReadonlyMap<Entry, readonly Mention[]>;
  readonly isPublished: boolean;
}

/** The deepest step that is drawn; a chain of references may be as long as a ledger. */
const deepest = 8;

/**
 * An id behind a branch as long as it is deep. No blank in it could be dropped or broken at: a line
 * would begin with a branch that leads nowhere.
 */
export const branch = (depth: number, id: string): string =>
  depth < 1 ? id : `└${'─'.repeat(Math.min(depth, deepest) - 1)}\u00a0${id}`;

/** Columns by their names. */
export const columnsOf = (
  words: Words,
  names: readonly (string & keyof Words['trace']['columns'])[],
): Column[] =>
  names.map((name): Column => {
    const heading = words.trace.columns[name];
    // Branches and papers may be long; an id that stands alone is short and typed again.
    if (name === 'id') {
      return { key: name, heading, style: 'id', keeps: names.includes('link') ? 'text' : 'whole' };
    }
    if (name === 'status') return { key: name, heading, style: 'status', keeps: 'whole' };
    if (name === 'title') return { key: name, heading, keeps: 'text' };
    const align = ['entry', 'pilots', 'verified'].includes(name) ? 'right' : 'left';
    return { key: name, heading, align, keeps: 'whole' };
  });

/** A record as programs know it. */
export const nodeOf = (entry: Entry) => ({ record: entry.kind, id: entry.id });

/** A link for programs. */
export const linkFacts = ({ as, from, to }: Link) => ({ as, from: nodeOf(from), to: nodeOf(to) });

/** Every record that some links join, once, with where it stands. */
export const nodesOf = (view: View, entries: readonly Entry[]) =>
  [...new Set(entries)].map((entry) => ({
    ...nodeOf(entry),
    kind: entry.kind === 'arrangement' ? entry.data.kind : null,
    status: factOf(view, entry, 'status'),
  }));

/** The records that some links join. */
export const endsOf = (links: readonly Link[]): readonly Entry[] =>
  links.flatMap(({ from, to }) => [from, to]);
