/** Whoever speaks for an item has a part in it; whoever decides about it is the office. */
import type { Event, EventName } from '../events.ts';
import { currentUnit, type Item, isItem, type Ledger, unitsAnswering } from '../ledger.ts';
import { replay } from '../replay.ts';
import { finalStanding, issuedPlan } from '../view.ts';
import {
  atEntry,
  called,
  claimBefore,
  logging,
  type Move,
  type MoveFinding,
  type MoveRule,
  named,
  type Recorded,
  recordedIn,
} from './move.ts';

/** What a unit says of its own work. */
const ofUnits: ReadonlySet<EventName> = new Set([
  'start',
  'report',
  'tick',
  'block',
  'resume',
  'done',
]);

/** What is decided about a unit's work, and not by it. */
const ofOffice: ReadonlySet<EventName> = new Set([
  'excuse',
  'postpone',
  'verify',
  'reject',
  'reopen',
  'select',
]);

/** What says whether an item is pursued at all. */
const ofPlan: ReadonlySet<EventName> = new Set(['withdraw', 'reinstate']);

/** What decides about deadlines and claims, and moves what an item shows. */
const ofStanding: ReadonlySet<EventName> = new Set(['verify', 'postpone', 'excuse', 'reopen']);

/** What an amendment changes by a decision only. */
const decided: ReadonlySet<string> = new Set(['due', 'lead', 'criteria', 'deliverable']);

/** All who have a part in an item: by the plan as issued, as it was on a day, and as it is in the end. */
const partiesOf = (ledger: Ledger, item: Item, day: string): readonly string[] => {
  const issued = issuedPlan(ledger, item);
  const then = replay(issued, day);
  const last = finalStanding(ledger, item);
  return [
    ...[issued.plan, then.plan, last.plan].flatMap(({ lead = [], support = [] }) => [
      ...lead,
      ...support,
    ]),
    ...[...then.criteria, ...last.criteria].flatMap(({ lead = [] }) => lead),
    ...(item.kind === 'project' ? [item.data.district] : []),
  ];
};

/** Whether a unit is one of some, under whatever name it goes by then. */
export const isOneOf = (
  ledger: Ledger,
  unit: string,
  units: readonly string[],
  day: string,
): boolean =>
  units.includes(unit) ||
  unitsAnswering(ledger, units, day).includes(currentUnit(ledger, unit, day));

/** The office as the older state names it, or else whoever has decided about anything there. */
const officeOf = ({ before }: Move): readonly string[] =>
  before.about.review?.office ?? [
    ...new Set(
      logging(before).flatMap(({ data }) =>
        (data.log ?? []).flatMap(({ event, by }) =>
          ofOffice.has(event) && by !== undefined ? [by] : [],
        ),
      ),
    ),
  ];

/** Who succeeded whom and who is in which group, as the older state had it: what a move says of that opens no doors. */
export const formerUnits = ({ before, after }: Move): Ledger => ({
  ...after,
  byId: { ...after.byId, unit: new Map([...after.byId.unit, ...before.byId.unit]) },
});

const targetOf = ({ entry, event }: Recorded): Event | undefined =>
  event.event === 'retract' ? entry.data.log?.[event.entry - 1] : undefined;

/** Whether an event is for the office alone, where a ledger names it. */
const isForOffice = (recorded: Recorded): boolean => {
  const { event } = recorded;
  if (event.event === 'amend') return Object.keys(event.set).some((name) => decided.has(name));
  const target = targetOf(recorded);
  // Who decided what was not for them to decide may take it back.
  if (target) return isOfficial(target.event) && target.by !== event.by;
  return isOfficial(event.event);
};

const isOfficial = (event: EventName): boolean => ofOffice.has(event) || ofPlan.has(event);

export const foreignUnits: MoveRule = (move) => {
  const { before, after } = move;
  const office = officeOf(move);
  const units = formerUnits(move);
  return recordedIn(move).flatMap((recorded): readonly MoveFinding[] => {
    const { entry, event } = recorded;
    const { by: unit, date } = event;
    // Whose decision it may be is known only where the office is.
    const isShared = ofPlan.has(event.event) || event.event === 'amend';
    const isOwn = ofUnits.has(event.event) || (isShared && office.length > 0);
    const isTold = before.about.review?.office !== undefined && isForOffice(recorded);
    if (!isItem(entry) || unit === undefined || !isOwn || isTold) return [];
    const parties = partiesOf(after, entry, date);
    const known = [...parties, ...office];
    // Where nobody is known to have a part in it, nobody is known to have none.
    if (parties.length === 0 || isOneOf(units, unit, known, date)) return [];
    const newly = isOneOf(after, unit, known, date);
    const params = { ...named(recorded), unit, who: called(after, unit), newly };
    return [atEntry(recorded, { code: 'move/foreign-unit', params }, 'by')];
  });
};

export const decidedByOffice: MoveRule = (move) => {
  const { before, after } = move;
  const office = before.about.review?.office;
  const units = formerUnits(move);
  if (!office) return [];
  return recordedIn(move).flatMap((recorded): readonly MoveFinding[] => {
    const { by: unit = null, date } = recorded.event;
    if (!isForOffice(recorded)) return [];
    if (unit !== null && isOneOf(units, unit, office, date)) return [];
    const newly = unit !== null && isOneOf(after, unit, office, date);
    const who = unit === null ? null : called(after, unit);
    const params = { ...named(recorded), unit, who, newly, office };
    return [
      atEntry(recorded, { code: 'move/not-office', params }, ...(unit === null ? [] : ['by'])),
    ];
  });
};

/** Decisions of a unit that has decided nothing so far, where the ledger does not name the office. */
export const unknownOffices: MoveRule = (move) => {
  const office = officeOf(move);
  const units = formerUnits(move);
  // In a ledger in which nothing was decided yet, nobody is known to be the office and nobody not to be.
  if (move.before.about.review?.office !== undefined || office.length === 0) return [];
  return recordedIn(move).flatMap((recorded): readonly MoveFinding[] => {
    const { event } = recorded;
    const { by: unit, date } = event;
    if (unit === undefined || !ofStanding.has(event.event)) return [];
    if (isOneOf(units, unit, office, date)) return [];
    const params = { ...named(recorded), unit, who: called(move.after, unit) };
    return [atEntry(recorded, { code: 'move/unknown-office', params }, 'by')];
  });
};

/** Whether one of two units answers where the other one is named. */
const areKin = (ledger: Ledger, a: string, b: string, day: string): boolean =>
  isOneOf(ledger, a, [b], day) || isOneOf(ledger, b, [a], day);

export const checkedByKin: MoveRule = (move) => {
  const { after } = move;
  const units = formerUnits(move);
  return recordedIn(move).flatMap((recorded): readonly MoveFinding[] => {
    const { entry, event, number } = recorded;
    const { by: unit, date } = event;
    if (event.event !== 'verify' || unit === undefined || !isItem(entry)) return [];
    const claim = claimBefore(after, entry, number);
    const owner = claim === undefined ? undefined : entry.data.log?.[claim - 1]?.by;
    if (owner === undefined) return [];
    // Of the same unit, and its successor, the check of the ledger itself tells.
    if (currentUnit(after, unit, date) === currentUnit(after, owner, date)) return [];
    if (![units, after].some((ledger) => areKin(ledger, unit, owner, date))) return [];
    return [
      atEntry(
        recorded,
        { code: 'move/kin-check', params: { ...named(recorded), unit, owner } },
        'by',
      ),
    ];
  });
};

export const foreignRetractions: MoveRule = (move) => {
  const office = officeOf(move);
  const units = formerUnits(move);
  return recordedIn(move).flatMap((recorded): readonly MoveFinding[] => {
    const { event } = recorded;
    const { by: unit, date } = event;
    const owner = targetOf(recorded)?.by;
    if (unit === undefined || owner === undefined) return [];
    if (move.before.about.review?.office !== undefined && isForOffice(recorded)) return [];
    if (isOneOf(units, unit, [owner, ...office], date)) return [];
    const params = { ...named(recorded), unit, owner };
    return [atEntry(recorded, { code: 'move/foreign-retract', params }, 'entry')];
  });
};
