/** Proof is older than what it proves, and stays what it was when somebody looked at it. */
import { normalDocument } from '../documents.ts';
import type { Evidence } from '../events.ts';
import { type Item, itemsOf, type Ledger } from '../ledger.ts';
import { finalStanding } from '../view.ts';
import {
  at,
  atEntry,
  type Move,
  type MoveFinding,
  type MoveRule,
  named,
  type Recorded,
  recordedIn,
} from './move.ts';

/** The days a document is known to be of: of the register, and the year in its number. */
const datesOf = ({ byId, entries }: Ledger, given: string): readonly string[] => {
  const number = normalDocument(given);
  const registered =
    byId.document.get(given) ??
    entries.document.find(
      ({ data }) => data.number !== undefined && normalDocument(data.number) === number,
    );
  const printed = registered?.data.number;
  const year = /〔(\d{4})〕/.exec(printed === undefined ? number : normalDocument(printed))?.[1];
  const day = registered?.data.date;
  return [...(day === undefined ? [] : [day]), ...(year === undefined ? [] : [year])];
};

/** The day of a document that is later than a day; a year is compared with that of the day. */
const laterThan = (ledger: Ledger, document: string, date: string): string | undefined =>
  datesOf(ledger, document).find((dated) => dated > date.slice(0, dated.length));

export const lateEvidence: MoveRule = (move) =>
  recordedIn(move).flatMap((recorded): readonly MoveFinding[] => {
    const { event } = recorded;
    const { date } = event;
    const lateBy = (document: string | undefined) => {
      const dated = document === undefined ? undefined : laterThan(move.after, document, date);
      return document === undefined || dated === undefined
        ? undefined
        : { ...named(recorded), date, document, dated };
    };
    const proofs = (event.evidence ?? []).flatMap(({ document }, index) => {
      const params = lateBy(document);
      return params
        ? [atEntry(recorded, { code: 'move/evidence-late', params }, 'evidence', index, 'document')]
        : [];
    });
    const decision = lateBy('document' in event ? event.document : undefined);
    return decision
      ? [...proofs, atEntry(recorded, { code: 'move/decision-late', params: decision }, 'document')]
      : proofs;
  });

/** The files that the claim and the check that stand rest on, each with the entry that names it. */
const filesBehind = (
  ledger: Ledger,
  item: Item,
): readonly (Recorded & { readonly file: string })[] =>
  finalStanding(ledger, item).entries.flatMap(({ event, number, fate }) =>
    fate === 'counts'
      ? (event.evidence ?? []).flatMap(({ file }: Evidence) =>
          file === undefined ? [] : [{ entry: item, event, number, file }],
        )
      : [],
  );

/** What stands of an item after the move: verified, claimed, or neither. */
const standsAs = ({ before, after }: Move, item: Item): 'checked' | 'claimed' | undefined => {
  const same = after.byId[item.kind].get(item.id) as Item | undefined;
  const [was, now] = [finalStanding(before, item), same && finalStanding(after, same)];
  if (was.verification && now?.verification) return 'checked';
  return was.claim && now?.claim ? 'claimed' : undefined;
};

export const changedEvidence: MoveRule = (move) =>
  itemsOf(move.before).flatMap((item): readonly MoveFinding[] => {
    const files = filesBehind(move.before, item).filter(({ file }) => move.fateOf(file) !== 'same');
    const standing = files.length > 0 ? standsAs(move, item) : undefined;
    const now = move.after.byId[item.kind].get(item.id) as Item | undefined;
    if (standing === undefined || !now) return [];
    return files.map(({ file, ...recorded }) => {
      const params = { ...named(recorded), file };
      return standing === 'checked'
        ? at(now, ['log', recorded.number - 1], { code: 'move/checked-evidence-changed', params })
        : at(now, ['log', recorded.number - 1], { code: 'move/claimed-evidence-changed', params });
    });
  });

/** What was exchanged behind a verification that the same move recorded: it counts as if both had stood before. */
export const rewrittenAfterCheck: MoveRule = (move) =>
  recordedIn(move).flatMap((recorded): readonly MoveFinding[] => {
    const { entry, number } = recorded;
    const after = move.afterCheck(entry, number);
    if (recorded.event.event !== 'verify' || !after) return [];
    const log = entry.data.log ?? [];
    const rewritten = after.rewritten.flatMap((each): readonly MoveFinding[] => {
      const event = log[each - 1];
      if (!event) return [];
      const params = { id: entry.id, entry: each, event: event.event };
      return [at(entry, ['log', each - 1], { code: 'move/entry-changed', params })];
    });
    const gone = after.gone.map(({ number: was, event: { event, date } }): MoveFinding => {
      const params = { id: entry.id, entry: was, event, date };
      return at(entry, ['log'], { code: 'move/entry-removed', params }, true);
    });
    const files = after.files.flatMap((file): readonly MoveFinding[] => {
      const index = log.findIndex(({ evidence = [] }) => evidence.some((one) => one.file === file));
      const event = log[index];
      if (!event) return [];
      const params = { id: entry.id, entry: index + 1, event: event.event, file };
      return [at(entry, ['log', index], { code: 'move/checked-evidence-changed', params })];
    });
    return [...rewritten, ...gone, ...files];
  });
