/**
 * What a reviewer must not overlook among the differences between two states of a ledger. Pure; it marks and
 * forbids nothing.
 */
import { isAbsent, isSameValue, type Value } from './attribute.ts';
import { type Day, daysBetween, isDay } from './dates.ts';
import { type Difference, recordOf } from './diff.ts';
import { entryOf, planRecorded, plansAround } from './effects.ts';
import { amendableAttributes, type Event } from './events.ts';
import { type Entry, type Item, isItem } from './ledger.ts';
import type { Plan } from './standing.ts';
import { finalStanding, issuedPlan, type View } from './view.ts';

export const cautions = [
  'record-removed',
  'ids-exchanged',
  'criterion-removed',
  'withdrawn',
  'deadline-later',
  'deadline-removed',
  'lead-changed',
  'title-changed',
  'deliverable-changed',
  'criterion-changed',
  'log-rewritten',
  'entry-retracted',
  'plan-rewritten',
  'unit-succeeded',
  'unit-renamed',
  'members-changed',
  'totals-changed',
  'rules-changed',
  'renumbered',
  'no-effect',
  'evidence-changed',
] as const;
export type Caution = (typeof cautions)[number];

/** Attributes of the ledger itself by which everything in it is counted and judged. */
const totals: ReadonlySet<string> = new Set(['issued', 'issued_amendments', 'rules']);
const rules: ReadonlySet<string> = new Set([
  ...[
    'basis',
    'illustrative',
    'jurisdiction',
    'lights',
    'reporting',
    'review',
    'state',
    'timezone',
    'year',
  ],
]);

/** What another value of an attribute of a plan is, where there was one. */
const ofPlan: { readonly [name: string]: Caution } = {
  lead: 'lead-changed',
  title: 'title-changed',
  title_zh: 'title-changed',
  deliverable: 'deliverable-changed',
};
const ofUnit: { readonly [name: string]: Caution } = {
  title: 'unit-renamed',
  title_zh: 'unit-renamed',
  members: 'members-changed',
};
const ofCriterion: { readonly [name: string]: Caution } = {
  text: 'criterion-changed',
  text_zh: 'criterion-changed',
  lead: 'criterion-changed',
};

interface Views {
  readonly before: View;
  readonly after: View;
}

type Criterion = NonNullable<Plan['criteria']>[number];
type Data = { readonly [name: string]: Value | undefined };

/** An attribute of a plan, or of a criterion in it, that is another one; null where there is or was none. */
interface PlanChange {
  readonly of: 'item' | 'criterion';
  readonly name: string;
  readonly from: Value;
  readonly to: Value;
}

/** How far the deadline of an item or of one of its criteria moved. */
export interface DeadlineMove {
  readonly of: PlanChange['of'];
  /** Negative when earlier. */
  readonly days: number;
}

const dayIn = (value: Value | undefined): Day | null =>
  typeof value === 'string' && isDay(value) ? value : null;

/** An event that stands in the newer log and was not in the older one as it is. */
const newEvent = (
  difference: Difference,
): { readonly entry: Entry; readonly number: number; readonly event: Event } | undefined => {
  if (difference.is !== 'log') return undefined;
  const { how, number, event, after: entry } = difference;
  const isNew = how === 'appended' || how === 'inserted' || how === 'changed';
  return isNew ? { entry, number, event } : undefined;
};

const changesIn = (of: PlanChange['of'], was: object, is: object): readonly PlanChange[] => {
  const [old, now] = [was, is] as readonly Data[];
  return Object.keys({ ...was, ...is }).flatMap((name) => {
    const [from, to] = [old?.[name] ?? null, now?.[name] ?? null];
    return isSameValue(from, to) ? [] : [{ of, name, from, to }];
  });
};

/** Criteria that stand on both sides, as they were and as they are. */
const staying = (was: Plan, is: Plan): readonly (readonly [Criterion, Criterion])[] =>
  (was.criteria ?? []).flatMap((each) => {
    const now = is.criteria?.find(({ id }) => id === each.id);
    return now ? [[each, now] as const] : [];
  });

/** What differs between two plans; criteria that came or went as a whole are none of it. */
const changesBetween = (was: Plan, is: Plan): readonly PlanChange[] => [
  ...changesIn('item', { ...was, criteria: null }, { ...is, criteria: null }),
  ...staying(was, is).flatMap(([old, now]) => changesIn('criterion', old, now)),
];

/** The plan before and after an event that is new. */
const plansOfEvent = ({ after }: Views, difference: Difference): readonly [Plan, Plan] | [] => {
  const found = newEvent(difference);
  return found && isItem(found.entry) ? plansAround(after, found.entry, found.number) : [];
};

/** What a difference changes of a plan, in the plan as issued or by an event. */
const planChanges = (views: Views, difference: Difference): readonly PlanChange[] => {
  if (difference.is === 'attribute') {
    const { name, from, to, after } = difference;
    return [{ of: after.kind === 'criterion' ? 'criterion' : 'item', name, from, to }];
  }
  const [was, is] = plansOfEvent(views, difference);
  return was && is ? changesBetween(was, is) : [];
};

/** The deadlines that a difference moves: of the item first, then of its criteria. */
export const deadlineMoves = (views: Views, difference: Difference): readonly DeadlineMove[] =>
  planChanges(views, difference).flatMap(({ of, name, from, to }) => {
    const [was, is] = [dayIn(from), dayIn(to)];
    return name !== 'due' || was === null || is === null
      ? []
      : [{ of, days: daysBetween(was, is) }];
  });

/** An item of which a difference is told, on both sides; undefined where it came, went or is none. */
const itemOnBothSides = (difference: Difference): readonly [Item, Item] | undefined => {
  if (!('before' in difference)) return undefined;
  const itemOf = (entry: Entry): Entry | undefined =>
    entry.kind === 'criterion' ? entry.parent : entry;
  const [was, is] = [itemOf(difference.before), itemOf(difference.after)];
  return was && is && isItem(was) && isItem(is) ? [was, is] : undefined;
};

/** The deadlines of a plan: its own under an empty name, those of criteria under their letters. */
const duesIn = ({ due, criteria }: Plan): ReadonlyMap<string, Day | null> =>
  new Map([
    ['', dayIn(due)],
    ...(criteria ?? []).map((each) => [each.id, dayIn(each.due)] as const),
  ]);

/** The step that moves latest, or else the one that moves earliest. */
const furthest = (days: readonly number[]): number => {
  const latest = Math.max(0, ...days);
  return latest > 0 ? latest : Math.min(0, ...days);
};

/**
 * How far differences move deadlines between them, each deadline once: from where it was to where it is, however many
 * steps there are between. Where the plan as issued was edited as well, what moved further counts: an issued day that a
 * postponement has replaced is still what that postponement is measured by.
 */
export const deadlinesMoved = (
  { before, after }: Views,
  differences: readonly Difference[],
): readonly DeadlineMove[] => {
  const pairs = differences.flatMap((each) => {
    const pair = itemOnBothSides(each);
    return pair ? [pair] : [];
  });
  return [...new Map(pairs.map(([was, is]) => [is, was]))].flatMap(([is, was]) => {
    const turns = [
      [duesIn(planRecorded(before, was)), duesIn(planRecorded(after, is))],
      [duesIn(issuedPlan(before.ledger, was).plan), duesIn(issuedPlan(after.ledger, is).plan)],
    ] as const;
    const names = new Set(turns.flatMap(([old]) => [...old.keys()]));
    return [...names].flatMap((name): readonly DeadlineMove[] => {
      const days = turns.flatMap(([old, now]) => {
        const [from, to] = [old.get(name) ?? null, now.get(name) ?? null];
        return from === null || to === null ? [] : [daysBetween(from, to)];
      });
      const most = furthest(days);
      return most === 0 ? [] : [{ of: name === '' ? 'item' : 'criterion', days: most }];
    });
  });
};

/**
 * By how many days a difference moves a deadline, negative when earlier; of several the one that moves furthest.
 * Null where it moves none.
 */
export const daysMoved = (views: Views, difference: Difference): number | null => {
  const days = deadlineMoves(views, difference).map((each) => each.days);
  return days.length === 0 ? null : Math.max(...days);
};

/** Whether a deadline was taken away, of an item or of a criterion that stays. */
const isDeadlineGone = (views: Views, difference: Difference): boolean =>
  planChanges(views, difference).some(
    ({ name, from, to }) => name === 'due' && dayIn(from) !== null && isAbsent(to),
  );

/** The item whose plan a difference of attributes or criteria rewrites above its log. */
const planned = ({ before }: Views, difference: Difference): Item | undefined => {
  if (difference.is === 'log' || difference.is === 'moved' || difference.is === 'renumbered') {
    return undefined;
  }
  const record = recordOf(difference);
  if (difference.is === 'attribute') {
    const was = record.kind === 'criterion' ? difference.before.parent : difference.before;
    const isPlan = record.kind === 'criterion' || difference.name in amendableAttributes;
    return was && isItem(was) && isPlan ? was : undefined;
  }
  if (record.kind !== 'criterion' || !record.parent || !isItem(record.parent)) return undefined;
  return before.ledger.byId[record.parent.kind].get(record.parent.id) as Item | undefined;
};

/** Whether a list is in force: until then its plans are what is being written. */
const isIssued = ({ ledger }: View): boolean => ledger.about.state !== 'draft';

/** Whether work on an item had begun on a list that was in force: its plan changes by amendments only. */
const isInForce = (view: View, item: Item): boolean =>
  isIssued(view) &&
  !['declared', 'listed', 'planned'].includes(finalStanding(view.ledger, item).status);

const ofEvent = (views: Views, difference: Difference): readonly Caution[] => {
  const found = newEvent(difference);
  if (!found) return [];
  const { entry, number, event } = found;
  if (event.event === 'retract') return ['entry-retracted'];
  if (!isItem(entry)) return [];
  const [was, is] = plansOfEvent(views, difference);
  const isCriterionGone =
    was && is && (was.criteria ?? []).length > staying(was, is).length && event.event === 'amend';
  return [
    ...(isCriterionGone ? (['criterion-removed'] as const) : []),
    ...(event.event === 'withdraw' ? (['withdrawn'] as const) : []),
    ...(entryOf(views.after, entry, number)?.fate === 'illegal' ? (['no-effect'] as const) : []),
  ];
};

const ofLedger = (difference: Difference): readonly Caution[] => {
  if (difference.is !== 'attribute' || difference.after.kind !== 'ledger') return [];
  if (totals.has(difference.name)) return ['totals-changed'];
  return rules.has(difference.name) ? ['rules-changed'] : [];
};

const units: ReadonlySet<string> = new Set(['unit', 'district']);

const ofRegister = (difference: Difference): readonly Caution[] => {
  if (difference.is !== 'attribute' || !units.has(difference.after.kind)) return [];
  const { name, from } = difference;
  if (name === 'succeeded_by') return ['unit-succeeded'];
  const found = ofUnit[name];
  return found === undefined || isAbsent(from) ? [] : [found];
};

const planOwners: ReadonlySet<string> = new Set(['task', 'measure', 'project', 'criterion']);

/** Who does it, what it is called, what is handed over: what was not stated before has not changed. */
const ofPlans = (views: Views, difference: Difference): readonly Caution[] => {
  const isEdit = difference.is === 'attribute';
  if (isEdit && !(planOwners.has(difference.after.kind) && isIssued(views.before))) return [];
  return planChanges(views, difference).flatMap(({ of, name, from }): readonly Caution[] => {
    const found = of === 'criterion' ? ofCriterion[name] : ofPlan[name];
    // Where no lead is named for a criterion, it is the one of the whole.
    const isStated = !isAbsent(from) || (of === 'criterion' && name === 'lead');
    return found !== undefined && isStated ? [found] : [];
  });
};

/** The other item, by the differences of titles of two items that took each other's. */
export const exchanged = (differences: readonly Difference[]): ReadonlyMap<Difference, Entry> => {
  const titles = differences.flatMap((each) =>
    each.is === 'attribute' && each.name === 'title' && isItem(each.after) ? [each] : [],
  );
  const turned = new Map(
    titles.map(({ after, from, to }) => [JSON.stringify([after.kind, from, to]), after]),
  );
  return new Map(
    titles.flatMap((each) => {
      const other = turned.get(JSON.stringify([each.after.kind, each.to, each.from]));
      return other ? [[each, other]] : [];
    }),
  );
};

/** What a reviewer must not overlook about a difference, each once, in the order of `cautions`. */
export const cautionsOf = (views: Views, difference: Difference): readonly Caution[] => {
  const found = new Set<Caution>([
    ...ofEvent(views, difference),
    ...ofLedger(difference),
    ...ofRegister(difference),
    ...ofPlans(views, difference),
  ]);
  if (difference.is === 'removed') {
    found.add(difference.entry.kind === 'criterion' ? 'criterion-removed' : 'record-removed');
  }
  if (difference.is === 'renumbered') found.add('renumbered');
  if (difference.is === 'log' && difference.how !== 'appended') found.add('log-rewritten');
  if (isDeadlineGone(views, difference)) found.add('deadline-removed');
  if ((daysMoved(views, difference) ?? 0) > 0) found.add('deadline-later');
  const item = planned(views, difference);
  if (item && isInForce(views.before, item)) found.add('plan-rewritten');
  return cautions.filter((each) => found.has(each));
};
