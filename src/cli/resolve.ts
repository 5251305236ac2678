/** From what a user typed to the entry that is meant, or a failure that helps. */
import { titleOf } from '../model/facts.ts';
import { type KindName, kindNames, kindOf } from '../model/kinds/index.ts';
import { type Entry, itemsOf, type Ledger } from '../model/ledger.ts';
import { findByName, fold, foldId } from '../model/names.ts';
import { entriesOf } from '../model/select.ts';
import { finalStanding } from '../model/view.ts';
import type { Words } from '../words/en.ts';
import { otherKinds } from '../words/query-names.ts';
import { exitCodes, Failure } from './failure.ts';

export interface Resolved<E extends Entry = Entry> {
  readonly entry: E;
  /** What to tell the user, where something other than an id was typed. */
  readonly echo: string | undefined;
}

/** The one entry meant among those given; `what` names them in a failure. */
export const resolveAmong = <E extends Entry>(
  words: Words,
  entries: readonly E[],
  given: string,
  what: string,
): Resolved<E> => {
  const match = findByName(entries, given);
  switch (match.is) {
    case 'one': {
      const { entry, by } = match;
      const isPlain = by === 'id' && foldId(given) === foldId(entry.id);
      const echo = isPlain
        ? undefined
        : words.write.resolved(given, entry.id, titleOf(entry, words.language));
      return { entry, echo };
    }
    case 'several': {
      const found = match.entries.map(({ id, kind }) => (kind === 'ledger' ? 'ledger' : id));
      throw new Failure(exitCodes.usage, (say) =>
        say.ambiguousName(what, given, found.slice(0, 8)),
      );
    }
    case 'none': {
      const [kind] = entries.map((entry) => entry.kind);
      const see =
        kind && what === words.kinds[kind].one ? `reform list ${kindOf(kind).plural}` : undefined;
      throw new Failure(exitCodes.usage, (say) =>
        say.unknownName(what, given, match.suggestions, see),
      );
    }
  }
};

/**
 * Kinds in the order in which a bare name is looked up: what has a log first, what holds it all
 * last.
 */
const lookupOrder: readonly KindName[] = [
  'measure',
  'project',
  'task',
  ...kindNames.filter((kind) => !['measure', 'project', 'task'].includes(kind)),
];

/** An entry of any kind: by its id, else by a name that only one entry has. */
export const resolveAny = (words: Words, ledger: Ledger, given: string): Resolved => {
  const amended = amendedCriterion(ledger, given);
  if (amended) return { entry: amended, echo: undefined };
  const all = entriesOf(ledger, lookupOrder);
  return resolveAmong(words, all, given, words.failures.things.record);
};

/** A criterion that only an amendment has added: it stands in a log and not in the plan as issued. */
const amendedCriterion = (ledger: Ledger, given: string): Entry<'criterion'> | undefined => {
  const [, owner, letter] = /^(.+)[#＃](.+)$/s.exec(given) ?? [];
  if (owner === undefined || letter === undefined) return undefined;
  const item = itemsOf(ledger).find(({ id }) => foldId(id) === foldId(owner));
  const criterion =
    item && finalStanding(ledger, item).criteria.find(({ id }) => id === fold(letter));
  const id = `${item?.id}#${criterion?.id}`;
  if (!item || !criterion || ledger.byId.criterion.has(id)) return undefined;
  const { met: _met, ...data } = criterion;
  return { kind: 'criterion', id, data, parent: item, file: item.file, path: [] };
};

/** A unit; a district is one too. */
export const resolveUnit = (words: Words, ledger: Ledger, given: string) =>
  resolveAmong(words, entriesOf(ledger, ['unit', 'district']), given, words.kinds.unit.one);

/** A kind by the word typed for it: its name or its plural, or its name in Chinese. */
export const kindFrom = (given: string): KindName | undefined =>
  otherKinds.get(given.normalize('NFKC')) ??
  kindNames.find(
    (kind) => kind === given.toLowerCase() || kindOf(kind).plural === given.toLowerCase(),
  );
