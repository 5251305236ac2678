/** What a summary is asked about, and what it answers. */
import type { Document } from '../../format/document.ts';
import type { Item } from '../../model/ledger.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';

/** Items of a ledger on a day. */
export interface Asked {
  readonly view: View;
  readonly words: Words;
  readonly items: readonly Item[];
  /** Only some of the items are asked about. */
  readonly isPart: boolean;
  /** For a spreadsheet: rows of values alone, without totals. */
  readonly isFlat: boolean;
}

/** An answer without what stands above and below every answer. */
export type Answer = Pick<Document, 'kind' | 'facts' | 'blocks'>;

/** Items by their kinds in words, as a sum has them: `120 measures`, `22 projects`. */
export const countedOf = ({ words, items }: Asked): readonly string[] => {
  const counts = (['measure', 'project'] as const).map((kind) => ({
    kind,
    count: items.filter((item) => item.kind === kind).length,
  }));
  const some = counts.filter(({ count }) => count > 0);
  return (some.length > 0 ? some : counts.slice(0, 1)).map(({ kind, count }) =>
    words.count(count, kind),
  );
};
