/**
 * A made-up ledger of a year: the list as issued, and everything that happened to it, planned event by
 * event as a command would. Pure, and the same for a seed and a scale wherever it is made.
 */
import type { Value } from '../model/attribute.ts';
import { applyChange, type Logged, planEvents } from '../model/change.ts';
import { collect } from '../model/collect.ts';
import type { Ledger } from '../model/ledger.ts';
import { drawFrom } from './draw.ts';
import { numbered } from './papers.ts';
import { pilotYears } from './pilots.ts';
import { issuedList, type PlannedItem } from './plan.ts';
import type { Totals } from './registers.ts';
import type { Step } from './teller.ts';
import { yearOf } from './year.ts';

/** What `demoFiles` takes: whole numbers from `min` to `max`. */
export const scaleRange = { min: 1, max: 100 } as const;
export const seedRange = { min: 0, max: 2_147_483_647 } as const;

const entryOf = ({ byId }: Ledger, kind: PlannedItem['kind'] | 'pilot', id: string): Logged => {
  const entry = byId[kind].get(id);
  if (!entry) throw new Error(`the made-up list has no ${kind} ${id}`);
  return entry;
};

/** A ledger as its folder would hold it before anything has happened. */
const ledgerOf = (files: ReadonlyMap<string, Value>): Ledger => {
  const { ledger, findings } = collect([...files].map(([file, value]) => ({ file, value })));
  if (findings.length > 0) throw new Error(`the made-up list is wrong: ${findings[0]?.code}`);
  return ledger;
};

/** Every log in a value, however deep. */
const logsIn = (value: Value | undefined): readonly (readonly Value[])[] => {
  if (Array.isArray(value)) return value.flatMap(logsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    key === 'log' ? [each as readonly Value[]] : logsIn(each),
  );
};

/** What the made-up list has issued, and how many events were recorded for it. */
export const countsOf = (files: ReadonlyMap<string, Value>) => {
  const { issued } = files.get('ledger.yaml') as { readonly issued: Totals };
  return { ...issued, events: logsIn([...files.values()]).flat().length };
};

/** The files of the made-up ledger by their paths in its folder, as values. */
export const demoFiles = (seed: number, scale: number): ReadonlyMap<string, Value> => {
  const draw = drawFrom(seed);
  const { files: issued, items } = issuedList(draw, scale);
  const ledger = ledgerOf(issued);
  const told: readonly { readonly entry: Logged; readonly steps: readonly Step[] }[] = [
    ...items.map((item) => ({
      entry: entryOf(ledger, item.kind, item.id),
      steps: yearOf(item, draw),
    })),
    ...[...pilotYears(draw)].map(([id, steps]) => ({ entry: entryOf(ledger, 'pilot', id), steps })),
  ];
  const recorded = told
    .flatMap(({ entry, steps }) => steps.map((step) => ({ entry, ...step })))
    .sort((a, b) => a.recorded - b.recorded);
  const planned = planEvents(ledger, numbered(recorded));
  if (planned.is === 'refused') {
    throw new Error(`the made-up year is impossible: ${JSON.stringify(planned.problems[0])}`);
  }
  const files = new Map(issued);
  for (const change of planned.changes) {
    files.set(change.file, applyChange(files.get(change.file), change));
  }
  return files;
};
