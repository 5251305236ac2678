/**
 * What a measure and a project have in common: a plan, criteria, a log, and what follows from them.
 */
import { date, records, references, text } from '../attribute.ts';
import { log, statuses } from '../events.ts';
import type { Derived, Facts } from '../kind.ts';
import { currentUnit, isItem } from '../ledger.ts';
import type { Standing } from '../standing.ts';
import type { View } from '../view.ts';
import { calledBySource, naming, provenance } from './common.ts';

export const plan = {
  number: text('its number on the printed list'),
  ...naming,
  lead: references('the lead units, the first answers', 'unit'),
  support: references('the supporting units', 'unit'),
  start: date('the first day of work, as issued'),
  due: date('the deadline, as issued'),
  due_text: text('the printed words of the deadline'),
  deliverable: text('what is handed over at the end'),
  ...provenance,
  criteria: records('what an outsider could check, each with its own date', 'criterion'),
  log: log('the record below the plan: one event an entry, added at the end, never changed'),
};

/** A fact read off the replayed log. */
const standing = (
  doc: string,
  type: Derived['type'],
  of: (standing: Standing, view: View) => unknown,
): Derived => ({
  doc,
  type,
  of: (view, entry) =>
    isItem(entry) ? ((of(view.standing(entry), view) ?? null) as ReturnType<Derived['of']>) : null,
});

/** Units as they are called on the day: a dissolved one by its successor. */
const asCalled = (ids: readonly string[] | undefined, { ledger, today }: View) =>
  ids && [...new Set(ids.map((id) => currentUnit(ledger, id, today)))];

const percent = { is: 'integer', min: 0, max: 100 } as const;
export const count = { is: 'integer', min: 0, max: Number.MAX_SAFE_INTEGER } as const;
const day = { is: 'date' } as const;
const units = { is: 'list', of: { is: 'reference', to: 'unit' } } as const;

export const itemFacts: Facts = {
  as: calledBySource,
  status: standing('where it stands', { is: 'choice', of: statuses }, (s) => s.status),
  title: standing('its name, amendments included', { is: 'text' }, (s) => s.plan.title),
  lead: standing('the lead units, amendments included', units, (s, view) =>
    asCalled(s.plan.lead, view),
  ),
  support: standing('the supporting units, amendments included', units, (s, view) =>
    asCalled(s.plan.support, view),
  ),
  start: standing('the first day of work, amendments included', day, (s) => s.plan.start),
  due: standing('the deadline, postponements included', day, (s) => s.plan.due),
  due_issued: standing('the deadline as issued', day, (s) => s.issuedDue),
  moved: standing('how many times the deadline was postponed', count, (s) => s.moved || null),
  deliverable: standing(
    'what is handed over, amendments included',
    { is: 'text' },
    (s) => s.plan.deliverable,
  ),
  progress: standing(
    'criteria met of all, or else the last report, in percent',
    percent,
    (s) => s.progress,
  ),
  reported: standing('the last reported progress, in percent', percent, (s) => s.reported),
  planned: standing('what the plan expects by today, in percent', percent, (s) => s.planned),
  overdue: standing('open after its deadline; nothing where there is none', { is: 'flag' }, (s) =>
    s.plan.due === undefined ? null : s.overdue,
  ),
  claimed: standing('the day of the claim that stands', day, (s) => s.claim?.date),
  verified: standing('the day of the verification that stands', day, (s) => s.verification?.date),
  last_event: standing('the day of its last event', day, (s) => s.lastEvent),
};

/** Columns of a list of items. */
export const itemColumns = ['id', 'title', 'status', 'lead', 'due', 'progress'];
