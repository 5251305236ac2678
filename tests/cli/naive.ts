/**
 * The made-up year read straight from its YAML, for answers worked out a second time: no model, no legality
 * (its logs are clean), only what the events say.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { read, run, temporaryFolder } from '../harness.ts';

interface Event {
  readonly date: string;
  readonly event: string;
  readonly by?: string;
  readonly due?: string;
  readonly until?: string;
  readonly entry?: number;
  readonly criteria?: readonly string[];
  readonly set?: Partial<Plan>;
}

interface Criterion {
  readonly id: string;
  readonly due?: string;
}

interface Plan {
  readonly id: string;
  readonly lead?: readonly string[];
  readonly start?: string;
  readonly due?: string;
  readonly criteria?: readonly Criterion[];
  readonly source?: { readonly as: string };
  readonly log?: readonly Event[];
}

/** An item as a day finds it. */
export interface Naive extends Plan {
  readonly status: string;
  readonly open: readonly Criterion[];
  readonly excused: string;
  /** Events up to the day that nobody took back, by date. */
  readonly told: readonly Event[];
}

/** The made-up year in a folder of its own. */
export const demoFolder = async (): Promise<string> => {
  const root = join(temporaryFolder(), 'demo');
  await run(['demo', root]);
  return root;
};

const filesOf = (root: string, folder: string) =>
  readdirSync(join(root, folder))
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => parse(read(root, folder, file)));

/** Measures by task, then projects by district, as their files have them. */
const plansOf = (root: string): readonly Plan[] => [
  ...filesOf(root, 'tasks').flatMap(({ measures = [] }) => measures),
  ...filesOf(root, 'projects').flatMap(({ projects = [] }) => projects),
];

const worked = ['start', 'report', 'tick', 'resume', 'reject', 'reopen'];

const on = (plan: Plan, day: string): Naive => {
  const log = plan.log ?? [];
  const taken = new Set(
    log.filter(({ event, date }) => event === 'retract' && date <= day).map(({ entry }) => entry),
  );
  const told = log
    .map((event, index) => ({ event, number: index + 1 }))
    .filter(({ event, number }) => event.date <= day && !taken.has(number))
    .sort((a, b) => (a.event.date < b.event.date ? -1 : a.event.date > b.event.date ? 1 : 0))
    .map(({ event }) => event);
  const isProject = !plan.id.startsWith('T');
  let status = isProject && plan.source?.as !== 'project' ? 'declared' : 'planned';
  let before = status;
  let now = plan;
  let excused = '';
  let claimed: readonly string[] = [];
  const met = new Set<string>();
  for (const event of told) {
    const { event: name, criteria = [] } = event;
    if (name === 'block' || name === 'withdraw') before = status === 'blocked' ? before : status;
    if (name === 'resume' || name === 'reinstate') status = before;
    else if (name === 'tick' || name === 'report')
      status = status === 'planned' ? 'in-progress' : status;
    else if (worked.includes(name)) status = 'in-progress';
    if (name === 'block') status = 'blocked';
    if (name === 'withdraw') status = 'withdrawn';
    if (name === 'done') status = 'done';
    if (name === 'verify') status = 'verified';
    if (name === 'select') status = 'planned';
    if (name === 'postpone') now = { ...now, due: event.due ?? '' };
    if (name === 'amend') now = { ...now, ...event.set };
    if (name === 'excuse') excused = event.until ?? '';
    if (name === 'done') claimed = criteria;
    if (name === 'tick' || name === 'done') for (const id of criteria) met.add(id);
    if (name === 'reject') for (const id of event.criteria ?? claimed) met.delete(id);
    if (name === 'reopen') for (const id of criteria) met.delete(id);
  }
  const open = (now.criteria ?? []).filter(({ id }) => !met.has(id));
  return { ...now, status, open, excused: excused >= day ? excused : '', told };
};

/** Every item of the ledger on a day. */
export const itemsOn = (root: string, day: string): readonly Naive[] =>
  plansOf(root).map((plan) => on(plan, day));

/** Days between two days. */
export const days = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Whether an item owes anything. */
export const owes = ({ status }: Naive): boolean =>
  ['planned', 'in-progress', 'blocked'].includes(status);
