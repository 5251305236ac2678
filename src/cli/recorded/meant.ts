/** Which recordings a question is about: those of the records named, or of the items of a query. */
import { isSameValue, type Value } from '../../model/attribute.ts';
import { recordOf } from '../../model/diff.ts';
import { type KindName, kindNames } from '../../model/kinds/index.ts';
import type { Entry, Ledger } from '../../model/ledger.ts';
import { findByName, foldId } from '../../model/names.ts';
import type { Recording, Told } from '../../model/recorded.ts';
import { entriesOf } from '../../model/select.ts';
import type { View } from '../../model/view.ts';
import type { Context } from '../context.ts';
import type { Options } from '../options.ts';
import { type Resolved, resolveAny } from '../resolve.ts';
import { chosen, flagsFrom } from '../selection.ts';

/** A recording, or what stands in the working folder and in no commit. */
export interface Line extends Told {
  readonly kind: KindName;
  /** The id of the record as it is called now. */
  readonly id: string;
  /** The ids of the records it stands inside of, as they are called now. */
  readonly within: readonly string[];
  /** Null for what is not committed yet. */
  readonly recording: Recording | null;
}

/** Records by kind and id. */
interface Name {
  readonly kind: KindName;
  readonly id: string;
}

/** What a question is about. */
export interface Meant {
  readonly lines: readonly Line[];
  /** The ids named; null where a query was asked, or everything. */
  readonly ids: readonly string[] | null;
  readonly query: string | null;
  /** The records named or found by a query; undefined where everything is meant. */
  readonly about: readonly Name[] | undefined;
  /** What a query asks for, in words. */
  readonly asked: readonly string[];
  /** How names were taken, where that is not plain. */
  readonly echoes: readonly string[];
}

/** How a record was called in a commit. */
const thenCalled = ({ difference }: Told): readonly string[] => {
  const ids = [recordOf(difference).id];
  return difference.is === 'renumbered' ? [...ids, difference.before.id] : ids;
};

/** The records of a name that is an id now or was one, or that only one record has. */
const named = (
  ledger: Ledger,
  lines: readonly Line[],
  given: string,
): readonly Name[] | undefined => {
  const all = entriesOf(ledger, kindNames);
  const wanted = foldId(given);
  const there = all.filter(({ id, kind }) => foldId(kind === 'ledger' ? kind : id) === wanted);
  if (there.length > 0) return there;
  const gone = lines.filter(
    (line) => foldId(line.id) === wanted || thenCalled(line).some((id) => foldId(id) === wanted),
  );
  if (gone.length > 0) return gone;
  const match = findByName(all, given);
  return match.is === 'one' ? [match.entry] : undefined;
};

/** Whether an entry of an item's log is about one of its criteria. */
const isAboutCriterion = ({ difference }: Line, owner: string, letter: string): boolean => {
  if (difference.is !== 'log' || difference.after.id !== owner) return false;
  const { event } = difference;
  if (event.event === 'amend') return event.set.criteria?.some(({ id }) => id === letter) === true;
  return 'criteria' in event && event.criteria?.includes(letter) === true;
};

const isOf = (line: Line, { kind, id }: Name): boolean => {
  if ((line.kind === kind && line.id === id) || line.within.includes(id)) return true;
  const [, owner, letter] = /^(.+)#(.+)$/.exec(id) ?? [];
  return (
    kind === 'criterion' &&
    owner !== undefined &&
    letter !== undefined &&
    isAboutCriterion(line, owner, letter)
  );
};

const plain = { query: null, about: undefined, asked: [], echoes: [] } as const;

/** The recordings that the words and flags of a command line are about. */
export const meantBy = (
  context: Pick<Context, 'words'>,
  view: View,
  lines: readonly Line[],
  args: readonly string[],
  options: Options,
): Meant => {
  const isFiltered = flagsFrom(options).length > 0 || options['view'] !== undefined;
  if (args.length === 0 && !isFiltered) return { ...plain, lines, ids: null };
  const names = isFiltered ? [] : args.map((given) => named(view.ledger, lines, given));
  if (names.length > 0 && names.every((each) => each !== undefined)) {
    const all = names.flatMap((each) => each ?? []);
    const echoes = args.flatMap((given) => echoOf(context, view.ledger, given));
    return {
      ...{ ...plain, echoes, about: all },
      lines: lines.filter((line) => all.some((name) => isOf(line, name))),
      ids: [...new Set(all.map(({ kind, id }) => (kind === 'ledger' ? kind : id)))],
    };
  }
  const { entries, query, asked, echoes } = chosen(
    context,
    view,
    ['measure', 'project'],
    args,
    options,
  );
  const [first] = args;
  // A single word that no item has was perhaps meant as a name: the failure says what comes near.
  if (entries.length === 0 && args.length === 1 && !isFiltered && /^[^:：]+$/.test(first ?? ''))
    resolveAny(context.words, view.ledger, first ?? '');
  return {
    lines: lines.filter((line) => entries.some((entry) => isOf(line, entry))),
    ids: null,
    ...{ query, about: entries, asked, echoes },
  };
};

const echoOf = (
  { words }: Pick<Context, 'words'>,
  ledger: Ledger,
  given: string,
): readonly string[] => {
  if (findByName(entriesOf(ledger, kindNames), given).is !== 'one') return [];
  const { echo }: Resolved = resolveAny(words, ledger, given);
  return echo === undefined ? [] : [echo];
};

/** The place of an event in the log of its record as it stands now. */
export const placeNow = (
  ledger: Ledger,
  { kind, id, difference }: Line,
): { readonly entry: Entry; readonly number: number } | undefined => {
  const entry = (ledger.byId[kind] as ReadonlyMap<string, Entry>).get(id);
  if (!entry || difference.is !== 'log' || !('log' in entry.data)) return undefined;
  const event = difference.event as unknown as Value;
  const at =
    entry.data.log?.findIndex((each) => isSameValue(each as unknown as Value, event)) ?? -1;
  return at < 0 ? undefined : { entry, number: at + 1 };
};
