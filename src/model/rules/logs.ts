/** Every event of a log is possible where it stands and carries what it demands. */
import type { Shape } from '../attribute.ts';
import { endOfTime } from '../dates.ts';
import type { Problem } from '../diagnostic.ts';
import { type Event, eventNames, events, movesFrom, type Status } from '../events.ts';
import { referred, titleOf } from '../facts.ts';
import { currentUnit, type Entry, type Item, itemsOf, type Ledger, type Path } from '../ledger.ts';
import { byDate, replay, retractions } from '../replay.ts';
import type { CriterionStanding, Issued, Standing } from '../standing.ts';
import { issuedPlan } from '../view.ts';
import { found, type Rule } from './rule.ts';

/** Before work has begun a plan may be amended without giving reasons. */
const isUntouched = (status: Status): boolean =>
  status === 'declared' || status === 'listed' || status === 'planned';

const isAbsent = (value: unknown): boolean =>
  value === undefined ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

/**
 * What an event demands and does not carry; a list or record that must stand and is empty says
 * nothing.
 */
const missingIn = (
  event: Event,
  basis: 'published' | 'office',
  from: Status = 'in-progress',
): readonly string[] => {
  const carried = event as unknown as { readonly [key: string]: unknown };
  const { attributes, demands } = events[event.event] as {
    attributes: Shape;
    demands: readonly string[];
  };
  const required = Object.keys(attributes).filter((name) => attributes[name]?.required);
  const missing = [...required, ...demands].filter((name) => {
    // A published text may report a claim without saying who makes it.
    if (name === 'by' && event.event === 'done' && basis === 'published') return false;
    if (name === 'reason' && event.event === 'amend' && isUntouched(from)) return false;
    return isAbsent(carried[name]);
  });
  if (event.event === 'amend' && !isUntouched(from)) {
    const { lead, criteria, deliverable } = event.set;
    const isWeighty = [lead, criteria, deliverable].some((each) => each !== undefined);
    if (isWeighty && event.document === undefined) return [...missing, 'document'];
  }
  if (event.event === 'replicate' && event.to === undefined && event.from === undefined) {
    return [...missing, 'to'];
  }
  if (event.event === 'evaluate') {
    const { effectiveness, experience, problems } = event;
    if ([effectiveness, experience, problems].every(isAbsent)) return [...missing, 'effectiveness'];
  }
  return missing;
};

/** Who answers for a criterion: its own lead, or else the item's. */
const answering = (ledger: Ledger, { lead }: CriterionStanding, plan: Standing['plan']) =>
  (lead ?? plan.lead ?? []).map((id) => {
    const unit = referred(ledger, 'unit', id);
    if (!unit) return { id, title: id, title_zh: null };
    const { title_zh = null } = unit.data as { readonly title_zh?: string };
    return { id, title: titleOf(unit, 'en'), title_zh };
  });

/** The criteria that a claim leaves open, with who answers for each. */
export const openCriteria = (
  ledger: Ledger,
  { criteria, plan }: Standing,
  named: readonly string[] = [],
) =>
  criteria
    .filter(({ id, met }) => met === null && !named.includes(id))
    .map((each) => ({ id: each.id, who: answering(ledger, each, plan) }));

/** What is wrong with one entry of an item's log, given where the item stood just before it. */
const problemsOfEntry = (
  ledger: Ledger,
  item: Item,
  entry: Standing['entries'][number],
  before: Standing,
): readonly Problem[] => {
  const { event, fate, from } = entry;
  const { id } = item;
  if (fate === 'illegal') {
    const isForeign = !(events[event.event].on as readonly string[]).includes(item.kind);
    const possible = movesFrom(from, item.kind).filter((name) => name !== 'retract');
    return [
      {
        code: 'event/illegal',
        params: {
          event: event.event,
          id,
          from: isForeign ? null : from,
          date: event.date,
          possible,
        },
      },
    ];
  }
  if (fate !== 'counts') return [];
  const problems: Problem[] = missingIn(event, ledger.about.basis, from).map((missing) => ({
    code: 'event/lacks',
    params: { event: event.event, id, missing },
  }));
  const { due: current } = before.plan;
  switch (event.event) {
    case 'done': {
      const open = openCriteria(ledger, before, event.criteria);
      if (open.length > 0) problems.push({ code: 'event/open-criteria', params: { id, open } });
      if (before.criteria.length === 0 && event.result === undefined) {
        problems.push({ code: 'event/lacks', params: { event: 'done', id, missing: 'result' } });
      }
      break;
    }
    case 'verify':
      // Whoever took over the work of the claimant took over the claim.
      if (
        event.by !== undefined &&
        before.claim?.by !== undefined &&
        currentUnit(ledger, event.by, event.date) ===
          currentUnit(ledger, before.claim.by, event.date)
      ) {
        problems.push({ code: 'event/self-verified', params: { id, unit: event.by } });
      }
      break;
    case 'excuse':
      if (event.until < event.date) {
        const { until, date } = event;
        problems.push({ code: 'event/excuse-over', params: { id, until, date } });
      }
      break;
    case 'postpone':
      if (current !== undefined && event.due <= current) {
        problems.push({ code: 'event/not-later', params: { id, due: event.due, current } });
      }
      break;
    case 'amend':
      if (current !== undefined && event.set.due !== undefined && event.set.due > current) {
        const params = { id, due: event.set.due, current };
        problems.push({ code: 'event/later-by-amendment', params });
      }
      break;
    default:
  }
  return problems;
};

/** The log as it stands without the entries after one, in the order of replay. */
const before = (issued: Issued, entry: Standing['entries'][number], whole: Standing): Standing => {
  const order = [...whole.entries].sort(byDate);
  const earlier = order
    .slice(0, order.indexOf(entry))
    .filter(({ fate }) => fate === 'counts')
    .map(({ event }) => event)
    // Numbers shift when entries are left out; what was retracted is already gone.
    .filter(({ event }) => event !== 'retract');
  return replay({ ...issued, log: earlier }, endOfTime);
};

/** A problem with the index of the entry it is about. */
interface Indexed {
  readonly index: number;
  readonly problem: Problem;
}

/** All that is wrong with an item's log. */
export const problemsOfLog = (
  ledger: Ledger,
  item: Item,
  issued: Issued = issuedPlan(ledger, item),
): readonly Indexed[] => {
  const whole = replay(issued, endOfTime);
  return whole.entries.flatMap((entry) => {
    const needsBefore = ['done', 'verify', 'postpone', 'amend'].includes(entry.event.event);
    const standing = needsBefore ? before(issued, entry, whole) : whole;
    const problems = [...problemsOfEntry(ledger, item, entry, standing)];
    if (entry.event.event === 'retract' && !isRetracting(whole, entry)) {
      const params = { id: item.id, entry: entry.event.entry };
      problems.push({ code: 'event/unknown-entry', params });
    }
    return problems.map((problem) => ({ index: entry.number - 1, problem }));
  });
};

const isRetracting = (standing: Standing, { number, event }: Standing['entries'][number]) =>
  event.event === 'retract' && standing.entries[event.entry - 1]?.retractedBy === number;

/**
 * The key of an event that a problem is about; what is lacking is missing from the event as a
 * whole.
 */
const keys: { readonly [C in Problem['code']]?: string } = {
  'event/illegal': 'event',
  'event/excuse-over': 'until',
  'event/not-later': 'due',
  'event/later-by-amendment': 'set',
  'event/self-verified': 'by',
  'event/unknown-entry': 'entry',
};

const placeIn = (index: number, { code }: Problem): Path => {
  const key = keys[code];
  return key === undefined ? ['log', index] : ['log', index, key];
};

/** Whether a problem may come from criteria that could not be read. */
const isOfCriteria = ({ code, params }: Problem): boolean =>
  code === 'event/open-criteria' || (code === 'event/lacks' && params.missing === 'result');

export const brokenLogs: Rule = ({ ledger, unread }) =>
  unread.has('ledger')
    ? []
    : itemsOf(ledger).flatMap((item) =>
        problemsOfLog(ledger, item)
          .filter(({ problem }) => !(unread.has('criterion') && isOfCriteria(problem)))
          .map(({ index, problem }) => found(item, placeIn(index, problem), problem)),
      );

/**
 * In a log that cannot be replayed, each event that can be read is still held to what it demands.
 */
export const looseEvents: Rule = ({ ledger, unread, loose }) =>
  loose.flatMap(({ entry, index, event }) =>
    missingIn(event, unread.has('ledger') ? 'published' : ledger.about.basis).map((missing) =>
      found(entry, ['log', index], {
        code: 'event/lacks',
        params: { event: event.event, id: entry.id, missing },
      }),
    ),
  );

/** All that is wrong with a pilot's log: it is evaluated and replicated, and no item's event fits it. */
export const problemsOfPilotLog = (
  ledger: Ledger,
  { id, data }: Entry<'pilot'>,
  log: readonly Event[] = data.log ?? [],
): readonly Indexed[] => {
  const retracted = retractions(log, endOfTime);
  const fits = (name: Event['event']) => (events[name].on as readonly string[]).includes('pilot');
  return log.flatMap((event, index): readonly Indexed[] => {
    const { date } = event;
    if (!fits(event.event)) {
      const possible = eventNames.filter(fits);
      const params = { event: event.event, id, from: null, date, possible };
      return [{ index, problem: { code: 'event/illegal', params } }];
    }
    if (event.event === 'retract' && retracted.get(event.entry) !== index + 1) {
      const params = { id, entry: event.entry };
      return [{ index, problem: { code: 'event/unknown-entry', params } }];
    }
    return missingIn(event, ledger.about.basis).map((missing) => ({
      index,
      problem: { code: 'event/lacks', params: { event: event.event, id, missing } },
    }));
  });
};

export const pilotLogs: Rule = ({ ledger }) =>
  ledger.entries.pilot.flatMap((pilot) =>
    problemsOfPilotLog(ledger, pilot).map(({ index, problem }) =>
      found(pilot, placeIn(index, problem), problem),
    ),
  );
