/** What an import would do, as a value: changes, counts, and everything that has to be told. */
import type { Change } from '../model/change.ts';
import type { Day } from '../model/dates.ts';
import type { Amended, Refused } from './amendments.ts';
import type { Trouble } from './cells.ts';
import type { ListedItem } from './list.ts';
import type { Registered } from './register.ts';

/** A claim of the list, which needs a verb of its own. */
export interface Claimed {
  readonly id: string;
  readonly claims: NonNullable<ListedItem['claims']>;
  readonly address: string;
}

export interface Counts {
  readonly fields: number;
  readonly districts: number;
  readonly units: number;
  readonly tasks: number;
  readonly measures: number;
  readonly projects: number;
  readonly criteria: number;
  readonly reports: number;
}

/** A new item, with what a reader looks at first. */
interface NewItem {
  readonly id: string;
  readonly title: string;
  /** The title of its task or district. */
  readonly under: string;
  readonly lead: readonly string[];
  readonly due?: Day;
}

export interface IntakePlan {
  readonly changes: readonly Change[];
  readonly added: Counts;
  readonly amended: readonly Amended[];
  /** Items that the ledger has already as the list gives them. */
  readonly same: number;
  readonly troubles: readonly Trouble[];
  readonly refused: readonly Refused[];
  /** What amendments lack: a reason, a document. */
  readonly needs: readonly ('reason' | 'document')[];
  readonly claimed: readonly Claimed[];
  /** Where the list repeats what was issued and the ledger has been amended since. */
  readonly outdated: readonly Amended[];
  /** Where the ledger has something and the list is blank. */
  readonly blank: readonly { readonly id: string; readonly attribute: string }[];
  /** Items of whose progress the list says only that there is none yet. */
  readonly silent: readonly string[];
  /** New items as they would stand, in the order of the list. */
  readonly items: readonly NewItem[];
  /** Items of the ledger that the list does not have. */
  readonly missing: readonly string[];
  /** Items that the list has under another task or district than the ledger. */
  readonly elsewhere: readonly { readonly id: string; readonly address: string }[];
  readonly registered: readonly Registered[];
  /** What was said to be the same and is in neither the register nor the list. */
  readonly unknownSame: readonly string[];
  /** The units of the names that were said to be the same as others. */
  readonly units: ReadonlyMap<string, string>;
  /** Tasks that no cell names, with the title they were given. */
  readonly made: readonly {
    readonly title: string;
    readonly from: 'field' | 'list';
    readonly items: number;
  }[];
}
