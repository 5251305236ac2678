/**
 * What a measure and a project have in common: a plan, criteria, a log, and what follows from them.
 */
import { date, records, references, text } from '../attribute.ts';
import { daysBetween } from '../dates.ts';
import { log, statuses } from '../events.ts';
import type { Derived, Facts } from '../kind.ts';
import { isItem, unitsOn } from '../ledger.ts';
import { colours, excuseOf, pointsAhead, pointsBehind } from '../lights.ts';
import { lastWordOn } from '../reporting.ts';
import { isOpen, type Standing } from '../standing.ts';
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
export const unitsAsCalled = (ids: readonly string[] | undefined, { ledger, today }: View) =>
  ids && unitsOn(ledger, ids, today);

const percent = { is: 'integer', min: 0, max: 100 } as const;
export const count = { is: 'integer', min: 0, max: Number.MAX_SAFE_INTEGER } as const;
const most = Number.MAX_SAFE_INTEGER;
/** Days or points either way. */
export const difference = { is: 'integer', min: -most, max: most } as const;
const day = { is: 'date' } as const;
export const units = { is: 'list', of: { is: 'reference', to: 'unit' } } as const;

export const itemFacts: Facts = {
  as: calledBySource,
  status: standing('where it stands', { is: 'choice', of: statuses }, (s) => s.status),
  light: {
    doc: "its light by the ledger's own rule; nothing where nothing is owed",
    type: { is: 'choice', of: colours },
    of: (view, entry) => (isItem(entry) ? view.light(entry).colour : null),
  },
  title: standing('its name, amendments included', { is: 'text' }, (s) => s.plan.title),
  title_zh: standing(
    'its Chinese name, amendments included',
    { is: 'text' },
    (s) => s.plan.title_zh,
  ),
  lead: standing('the lead units, amendments included', units, (s, view) =>
    unitsAsCalled(s.plan.lead, view),
  ),
  support: standing('the supporting units, amendments included', units, (s, view) =>
    unitsAsCalled(s.plan.support, view),
  ),
  start: standing('the first day of work, amendments included', day, (s) => s.plan.start),
  due: standing('the deadline, postponements included', day, (s) => s.plan.due),
  due_issued: standing('the deadline as issued', day, (s) => s.issuedDue),
  moved: standing(
    'how many times the deadline was postponed; nothing where there is none',
    count,
    (s) => (s.plan.due === undefined ? null : s.moved),
  ),
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
  days_left: standing(
    'days to the deadline, negative when it is past; nothing once closed',
    difference,
    ({ status, plan: { due } }, { today }) =>
      due === undefined || !isOpen(status) ? null : daysBetween(today, due),
  ),
  month_due: standing("the deadline's month, as YYYY-MM", { is: 'text' }, (s) =>
    s.plan.due?.slice(0, 7),
  ),
  slip: standing(
    'days by which the deadline is later than the one issued',
    difference,
    ({ plan: { due }, issuedDue }) =>
      due === undefined || issuedDue === null ? null : daysBetween(issuedDue, due),
  ),
  behind: standing(
    'points that progress is behind plan, negative when ahead; nothing once closed',
    difference,
    (s) => (isOpen(s.status) ? pointsBehind(s) : null),
  ),
  ahead: standing('points that the last report claims beyond the criteria met', count, pointsAhead),
  last_report: standing(
    'the day its units last said how it stands, by a report or another event',
    day,
    lastWordOn,
  ),
  report_age: standing(
    'days since its units last said so; nothing once closed',
    count,
    (s, view) => {
      const last = lastWordOn(s);
      return last === null || !isOpen(s.status) ? null : daysBetween(last, view.today);
    },
  ),
  excused: standing('the last day of an excuse, as long as it holds', day, (s, { today }) =>
    excuseOf(s, today),
  ),
  last_event: standing('the day of its last event', day, (s) => s.lastEvent),
};

/** Columns of a list of items. */
export const itemColumns = ['id', 'title', 'status', 'light', 'lead', 'due', 'progress'];
