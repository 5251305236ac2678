/** What the shell needs of reading an office's list; loaded only when one is imported. */

import type { Ledger } from '../model/ledger.ts';
import { namesOf } from '../model/names.ts';
import type { Desk } from './amendments.ts';
import type { ListTable } from './columns.ts';
import { foldTitle } from './lines.ts';
import { type Listing, readList } from './list.ts';
import type { Mapping } from './mapping.ts';
import { readRows } from './rows.ts';

export { findList } from './columns.ts';
export { isBecomes, mappingOf, noMapping, readMapping, whatColumnsBecome } from './mapping.ts';
export { planIntake } from './plan.ts';

/** Whether a title is that of a field the ledger has, be it with words like `领域` behind it. */
const knowsField = (ledger: Ledger) => {
  const names = ledger.entries.field.flatMap((field) => namesOf(field).map(foldTitle));
  return (title: string) => names.some((name) => foldTitle(title).startsWith(name));
};

/** What a list says, read for a ledger: its year, its day, its fields. */
export const listingOf = (
  { ledger, today }: Desk,
  table: ListTable,
  { split }: Mapping,
  reportDay: string,
): Listing => {
  const outline = readRows(table, { split, isField: knowsField(ledger) });
  return readList(table, outline, { year: ledger.about.year, today, reportDay });
};
