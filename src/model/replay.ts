/**
 * Replays a log into where an item stands on a day. Pure: the plan, the events and the day go in,
 * the standing comes out. Events are replayed by date, in file order within a day; an illegal or
 * retracted one has no effect and is reported as such, so that a check and a reader see the same
 * thing.
 */
import { type Day, daysBetween } from './dates.ts';
import { type Event, type Evidence, events, type Status } from './events.ts';
import { compareText } from './order.ts';
import {
  type CriterionStanding,
  type DoneEvent,
  type EntryStanding,
  type Issued,
  isOpen,
  type Plan,
  type ReportEvent,
  type Standing,
  type VerifyEvent,
} from './standing.ts';

/** By date, in file order within a day: the order of replay. */
export const byDate = (
  a: { readonly number: number; readonly event: Event },
  b: { readonly number: number; readonly event: Event },
): number => compareText(a.event.date, b.event.date) || a.number - b.number;

const inOrder = (log: readonly Event[]): readonly { number: number; event: Event }[] =>
  log.map((event, index) => ({ number: index + 1, event })).sort(byDate);

/**
 * The entries that valid retractions up to a day take back, each with the entry that does so. A
 * retraction names an earlier entry that is no retraction and not yet retracted; others have no
 * effect.
 */
export const retractions = (log: readonly Event[], day: Day): ReadonlyMap<number, number> => {
  const taken = new Map<number, number>();
  for (const { number, event } of inOrder(log)) {
    if (event.event !== 'retract' || event.date > day) continue;
    const target = log[event.entry - 1];
    const isValid =
      target && event.entry < number && target.event !== 'retract' && !taken.has(event.entry);
    if (isValid) taken.set(event.entry, number);
  }
  return taken;
};

/** The state a replay folds events into; only `replay` holds one, and only while it runs. */
interface State {
  status: Status;
  before: Status;
  plan: Plan;
  moved: number;
  met: Map<string, Day>;
  reported: number | null;
  evidence: Evidence[];
  claim: DoneEvent | null;
  verification: VerifyEvent | null;
  blockedBy: Standing['blockedBy'];
  excusedUntil: Day | null;
  lastReport: ReportEvent | null;
  selected: boolean;
}

/** The plan in force after an event: postponements and amendments change it, nothing else does. */
export const planAfter = (plan: Plan, event: Event): Plan => {
  if (event.event === 'postpone') return { ...plan, due: event.due };
  return event.event === 'amend' ? { ...plan, ...event.set } : plan;
};

const startIfNot = (state: State) => {
  if (state.status === 'planned' || state.status === 'listed') state.status = 'in-progress';
};

/** Criteria taken back: those named, or else those the standing claim named. */
const reopenCriteria = (state: State, named: readonly string[] | undefined) => {
  for (const id of named ?? state.claim?.criteria ?? []) state.met.delete(id);
};

/** What each event does. Legality has been checked before. */
const apply = (state: State, event: Event): void => {
  state.evidence.push(...(event.evidence ?? []));
  state.plan = planAfter(state.plan, event);
  switch (event.event) {
    case 'start':
      state.status = 'in-progress';
      return;
    case 'report':
      startIfNot(state);
      state.reported = event.progress ?? state.reported;
      state.lastReport = event;
      return;
    case 'tick':
      startIfNot(state);
      for (const id of event.criteria) state.met.set(id, event.date);
      return;
    case 'block':
      state.before = state.status;
      state.status = 'blocked';
      state.blockedBy = event;
      return;
    case 'resume':
      state.status = state.before;
      state.blockedBy = null;
      return;
    case 'excuse':
      state.excusedUntil = event.until;
      return;
    case 'postpone':
      state.moved += 1;
      return;
    case 'done':
      state.status = 'done';
      state.claim = event;
      for (const id of event.criteria ?? []) state.met.set(id, event.date);
      return;
    case 'reject':
      reopenCriteria(state, event.criteria);
      state.status = 'in-progress';
      state.claim = null;
      return;
    case 'verify':
      state.status = 'verified';
      state.verification = event;
      return;
    case 'reopen':
      reopenCriteria(state, event.criteria ?? []);
      state.status = 'in-progress';
      state.claim = null;
      state.verification = null;
      return;
    case 'withdraw':
      state.before = state.status === 'blocked' ? state.before : state.status;
      state.status = 'withdrawn';
      return;
    case 'reinstate':
      state.status = state.blockedBy ? 'blocked' : state.before;
      return;
    case 'select':
      state.status = 'planned';
      state.selected = true;
      return;
    // A retraction works by leaving its entry out; pilots' events are read by `pilotStanding`; an amendment is
    // the plan's alone.
    case 'amend':
    case 'retract':
    case 'evaluate':
    case 'replicate':
  }
};

const isLegal = (state: State, event: Event): boolean => {
  const { on, from } = events[event.event] as {
    on: readonly string[];
    from: readonly Status[];
  };
  if (!on.includes('measure') && !on.includes('project')) return false;
  return from.includes(state.status);
};

const percent = (part: number, whole: number): number => Math.floor((100 * part) / whole);

const plannedProgress = ({ criteria = [], start, due }: Plan, day: Day): number | null => {
  if (criteria.some((each) => each.due !== undefined)) {
    const expected = criteria.filter((each) => each.due !== undefined && each.due <= day);
    return percent(expected.length, criteria.length);
  }
  if (start === undefined || due === undefined || due <= start) return null;
  const share = percent(daysBetween(start, day), daysBetween(start, due));
  return Math.min(100, Math.max(0, share));
};

const progressOf = (state: State, criteria: readonly CriterionStanding[]): number | null => {
  if (criteria.length > 0) {
    return percent(criteria.filter((each) => each.met !== null).length, criteria.length);
  }
  return state.status === 'verified' ? 100 : state.reported;
};

/** Where an item stands at the end of a day. */
export const replay = ({ plan, initial, log }: Issued, day: Day): Standing => {
  const retracted = retractions(log, day);
  const state: State = {
    status: initial,
    before: initial,
    plan,
    moved: 0,
    met: new Map(),
    reported: null,
    evidence: [],
    claim: null,
    verification: null,
    blockedBy: null,
    excusedUntil: null,
    lastReport: null,
    selected: initial !== 'declared',
  };
  let lastEvent: Day | null = null;
  const entries = inOrder(log).map(({ number, event }): EntryStanding => {
    const entry = { number, event, from: state.status, retractedBy: retracted.get(number) ?? null };
    if (event.date > day) return { ...entry, fate: 'later' };
    lastEvent = event.date;
    if (entry.retractedBy !== null) return { ...entry, fate: 'retracted' };
    if (!isLegal(state, event)) return { ...entry, fate: 'illegal' };
    apply(state, event);
    return { ...entry, fate: 'counts' };
  });

  const criteria = (state.plan.criteria ?? []).map((each) => ({
    ...each,
    met: state.met.get(each.id) ?? null,
  }));
  const { due } = state.plan;
  return {
    status: state.status,
    plan: state.plan,
    issuedDue: plan.due ?? null,
    moved: state.moved,
    criteria,
    progress: progressOf(state, criteria),
    reported: state.reported,
    planned: plannedProgress(state.plan, day),
    overdue: due !== undefined && due < day && isOpen(state.status),
    selected: state.selected,
    evidence: state.evidence,
    claim: state.claim,
    verification: state.verification,
    blockedBy: state.blockedBy,
    excusedUntil: state.excusedUntil,
    lastReport: state.lastReport,
    lastEvent,
    entries: entries.sort((a, b) => a.number - b.number),
  };
};

/** What has been learnt from a pilot by a day, retracted entries left out. */
export const pilotStanding = (log: readonly Event[], day: Day) => {
  const retracted = retractions(log, day);
  const standing = inOrder(log)
    .filter(({ number, event }) => event.date <= day && !retracted.has(number))
    .map(({ event }) => event);
  return {
    evaluations: standing.filter((each) => each.event === 'evaluate'),
    replications: standing.filter((each) => each.event === 'replicate'),
  };
};
