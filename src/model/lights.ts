/**
 * The light of an item: green, yellow or red by the ledger's own rule, or that it cannot be judged,
 * always with the numbers that say why. Pure; a light is derived and never stored. What is not known
 * is never green.
 */
import { addDays, type Day, daysBetween, monthNumber } from './dates.ts';
import type { Item, Ledger } from './ledger.ts';
import { reportingOf, reportsMissed, silentSince } from './reporting.ts';
import { isOpen, type Standing } from './standing.ts';
import type { View } from './view.ts';

/** What a light can show, worst first and last what cannot be judged; who owes nothing has none. */
export const colours = ['red', 'yellow', 'green', 'unknown'] as const;
export type Colour = (typeof colours)[number];

/** From how many on a rule shows yellow, and red; without either it never does. */
export interface Steps {
  readonly yellow?: number;
  readonly red?: number;
}

/** The rules that count something, in the order in which their reasons are given. */
export const lightRules = [
  'overdue',
  'behind',
  'start_late',
  'report_late',
  'blocked',
  'due_soon',
] as const;
export type LightRule = (typeof lightRules)[number];

/** A ledger's rule for its lights, whole. */
export type LightRules = { readonly [R in LightRule]: Steps } & {
  /** What a delay shows that is excused. */
  readonly excused: 'green' | 'yellow';
  /** For how many days what was red stays yellow once caught up. */
  readonly memory: number;
};

/** What holds where a ledger says nothing; docs/lights.md has the source of each number. */
export const defaultLights: LightRules = {
  overdue: { red: 1 },
  behind: { yellow: 10, red: 31 },
  start_late: { yellow: 1, red: 3 },
  report_late: { yellow: 1, red: 2 },
  blocked: { yellow: 0 },
  due_soon: { yellow: 14 },
  excused: 'green',
  memory: 0,
};

/** A ledger's own rule: what it names replaces the default of that name. */
export const lightsOf = ({ about }: Ledger): LightRules => ({ ...defaultLights, ...about.lights });

/** One reason of a light, with the colour it alone would give and the figures behind it. */
export type LightReason = { readonly colour: Colour } & (
  | { readonly rule: 'overdue'; readonly days: number; readonly due: Day }
  | {
      readonly rule: 'behind';
      /** Percentage points. */
      readonly points: number;
      readonly planned: number;
      readonly progress: number;
    }
  | { readonly rule: 'start_late'; readonly months: number; readonly start: Day }
  | { readonly rule: 'report_late'; readonly periods: number; readonly since: Day }
  | { readonly rule: 'blocked'; readonly days: number; readonly since: Day }
  | { readonly rule: 'due_soon'; readonly days: number; readonly due: Day }
  /** Delays that an excuse covers; `without` is what they would show. */
  | { readonly rule: 'excused'; readonly until: Day; readonly without: readonly LightReason[] }
  /** Caught up, and red so many days ago for the last time. */
  | { readonly rule: 'memory'; readonly days: number; readonly since: Day }
  /** It stands on a published list, and nothing was published of its progress. */
  | { readonly rule: 'listed' }
  /** On a published basis none was published; otherwise the office has none. */
  | { readonly rule: 'no_deadline'; readonly basis: 'published' | 'office' }
  | { readonly rule: 'on_plan'; readonly planned: number; readonly progress: number }
  /** Work goes on, and there is no figure to hold against the plan. */
  | { readonly rule: 'unmeasured'; readonly planned: number }
  | { readonly rule: 'to_start'; readonly start: Day }
  | { readonly rule: 'in_time'; readonly days: number; readonly due: Day }
);

/** A colour with its reasons, the worst first; null where nothing is owed. */
export interface Light {
  readonly colour: Colour | null;
  readonly reasons: readonly LightReason[];
}

const severity: readonly (Colour | null)[] = ['red', 'yellow', 'unknown', 'green', null];

/** The worst of some lights: what cannot be judged is worse than green. Null of none. */
export const worstOf = (all: readonly (Colour | null)[]): Colour | null =>
  severity.find((colour) => all.includes(colour)) ?? null;

/** Delays, which a good reason can excuse; a block or a near deadline is no delay. */
const excusable: ReadonlySet<string> = new Set<LightReason['rule']>([
  'overdue',
  'behind',
  'unmeasured',
  'start_late',
  'report_late',
]);

/** The last day of an excuse that holds on a day. */
export const excuseOf = ({ status, excusedUntil }: Standing, today: Day): Day | null =>
  isOpen(status) && excusedUntil !== null && excusedUntil >= today ? excusedUntil : null;

/** Where an item stands, apart from being blocked: a block stops work and not what is owed. */
const statusBeneath = ({ status, blockedBy, entries }: Standing) =>
  status === 'blocked'
    ? (entries.find(({ event }) => event === blockedBy)?.from ?? status)
    : status;

/** Points that progress is behind its plan, negative when ahead of it; null where either is unknown. */
export const pointsBehind = ({ planned, progress }: Standing): number | null =>
  planned === null || progress === null ? null : planned - progress;

/** Points that the last report claims beyond the criteria met; without criteria the two are one. */
export const pointsAhead = ({ reported, progress }: Standing): number | null =>
  reported !== null && progress !== null && reported > progress ? reported - progress : null;

/** The colour of a figure by the steps of a rule; null where it shows nothing. */
type At = (figure: number) => 'yellow' | 'red' | null;

/** What each rule finds in an item; null where it does not apply or finds no fault. */
const faults: {
  readonly [R in LightRule]: (standing: Standing, view: View, at: At) => LightReason | null;
} = {
  overdue: ({ plan: { due } }, { today }, at) => {
    if (due === undefined) return null;
    const days = daysBetween(due, today);
    const colour = at(days);
    return colour && { rule: 'overdue', colour, days, due };
  },
  behind: (standing, _view, at) => {
    const { planned, progress } = standing;
    if (planned === null) return null;
    if (progress === null) {
      // Nothing done would be a fault by now, and nobody has said that anything is.
      const isOwed = statusBeneath(standing) === 'in-progress' && at(planned) !== null;
      return isOwed ? { rule: 'unmeasured', colour: 'unknown', planned } : null;
    }
    const points = planned - progress;
    const colour = at(points);
    return colour && { rule: 'behind', colour, points, planned, progress };
  },
  start_late: (standing, { today }, at) => {
    const { start } = standing.plan;
    if (start === undefined || statusBeneath(standing) !== 'planned') return null;
    const months = monthNumber(today) - monthNumber(start);
    const colour = at(months);
    return colour && { rule: 'start_late', colour, months, start };
  },
  report_late: (standing, { ledger, today }, at) => {
    const since = silentSince(standing);
    if (since === null || statusBeneath(standing) !== 'in-progress') return null;
    const periods = reportsMissed(since, today, reportingOf(ledger));
    const colour = at(periods);
    return colour && { rule: 'report_late', colour, periods, since };
  },
  blocked: ({ status, blockedBy }, { today }, at) => {
    if (status !== 'blocked' || blockedBy === null) return null;
    const days = daysBetween(blockedBy.date, today);
    const colour = at(days);
    return colour && { rule: 'blocked', colour, days, since: blockedBy.date };
  },
  due_soon: ({ plan: { due } }, { today }, at) => {
    if (due === undefined || due < today) return null;
    const days = daysBetween(today, due);
    const colour = at(days);
    return colour && { rule: 'due_soon', colour, days, due };
  },
};

/** Whether a figure has come as far as a step. Days to a deadline count down, all else counts up. */
const isReached = (rule: LightRule, figure: number, step: number): boolean =>
  rule === 'due_soon' ? figure <= step : figure >= step;

/** Whether yellow never comes before red. */
export const isRedFirst = (
  rule: LightRule,
  { yellow, red }: { readonly yellow: number; readonly red: number },
): boolean => isReached(rule, yellow, red);

const colourBy =
  (rule: LightRule, { yellow, red }: Steps): At =>
  (figure) => {
    if (red !== undefined && isReached(rule, figure, red)) return 'red';
    return yellow !== undefined && isReached(rule, figure, yellow) ? 'yellow' : null;
  };

/** Why nobody can say how an item stands. */
const unknowns = ({ status, plan }: Standing, { about }: Ledger): readonly LightReason[] => [
  ...(status === 'listed' ? [{ rule: 'listed', colour: 'unknown' } as const] : []),
  ...(plan.due === undefined
    ? [{ rule: 'no_deadline', colour: 'unknown', basis: about.basis } as const]
    : []),
];

/** What is to be said of an item that no rule finds fault with. */
const goods = (standing: Standing, rules: LightRules, today: Day): readonly LightReason[] => {
  const { status, plan, planned, progress } = standing;
  const { start, due } = plan;
  const colour = 'green';
  const isToStart = status === 'planned' && start !== undefined && start > today;
  const isMeasured =
    status !== 'planned' && (rules.behind.yellow ?? rules.behind.red) !== undefined;
  return [
    ...(isToStart ? [{ rule: 'to_start', colour, start } as const] : []),
    ...(isMeasured && planned !== null && progress !== null
      ? [{ rule: 'on_plan', colour, planned, progress } as const]
      : []),
    ...(due !== undefined && due >= today
      ? [{ rule: 'in_time', colour, days: daysBetween(today, due), due } as const]
      : []),
  ];
};

const isFault = ({ colour }: LightReason): boolean => colour === 'yellow' || colour === 'red';

const worstFirst = (reasons: readonly LightReason[]): readonly LightReason[] =>
  [...reasons].sort((a, b) => severity.indexOf(a.colour) - severity.indexOf(b.colour));

/** The light of a day by itself, whatever the days before it showed. */
const lightOfDay = (view: View, item: Item): Light => {
  const standing = view.standing(item);
  if (!isOpen(standing.status)) return { colour: null, reasons: [] };
  // It may be late or long done: of what is only listed nothing is known either way.
  if (standing.status === 'listed')
    return { colour: 'unknown', reasons: unknowns(standing, view.ledger) };
  const rules = lightsOf(view.ledger);
  const until = excuseOf(standing, view.today);
  const found = lightRules.flatMap(
    (rule) => faults[rule](standing, view, colourBy(rule, rules[rule])) ?? [],
  );
  const isExcused = ({ rule }: LightReason) => until !== null && excusable.has(rule);
  const without = worstFirst(found.filter(isExcused));
  const colour = without.some(isFault) ? rules.excused : 'green';
  const counting = worstFirst([
    ...found.filter((reason) => !isExcused(reason)),
    ...(until !== null && without.length > 0
      ? [{ rule: 'excused', colour, until, without } as const]
      : []),
  ]);
  const reasons = counting.some(isFault)
    ? counting
    : [...unknowns(standing, view.ledger), ...counting];
  const [first] = reasons;
  if (first) return { colour: first.colour, reasons };
  return { colour: 'green', reasons: goods(standing, rules, view.today) };
};

/** The last of the days remembered on which an item was red. */
const lastRed = (view: View, item: Item, days: number): Day | null => {
  for (let back = 1; back <= days; back += 1) {
    const day = addDays(view.today, -back);
    if (lightOfDay(view.on(day), item).colour === 'red') return day;
  }
  return null;
};

/** The light of an item on the view's day, with its reasons. */
export const lightOf = (view: View, item: Item): Light => {
  const light = lightOfDay(view, item);
  const isExcused = light.reasons.some(({ rule }) => rule === 'excused');
  if (isExcused || (light.colour !== 'green' && light.colour !== 'unknown')) return light;
  const since = lastRed(view, item, lightsOf(view.ledger).memory);
  if (since === null) return light;
  const days = daysBetween(since, view.today);
  const reason: LightReason = { rule: 'memory', colour: 'yellow', days, since };
  return { colour: 'yellow', reasons: [reason, ...light.reasons] };
};
