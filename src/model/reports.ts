/**
 * Who has reported for the period whose reporting day comes next, and who let earlier ones pass. Pure;
 * when a period ends and what counts as a word is for `reporting.ts`.
 */
import type { Day } from './dates.ts';
import { type Item, unitsOn } from './ledger.ts';
import { excuseOf } from './lights.ts';
import {
  lastWordOn,
  type Period,
  periodToReport,
  reportingOf,
  reportsMissed,
  silentSince,
} from './reporting.ts';
import type { View } from './view.ts';

/** An item that is to be reported on. */
export interface Reportable {
  readonly item: Item;
  /** Who answers first on the day; null where nobody leads. */
  readonly unit: string | null;
  /** The day its units last said how it stands. */
  readonly lastWord: Day | null;
  /** Whether that was for the period asked about. */
  readonly isReported: boolean;
  /** Reporting days that passed without a word since. */
  readonly missed: number;
}

/** The reports of a period, an item each. */
export interface Reports {
  readonly period: Period;
  readonly items: readonly Reportable[];
}

/** Those still to be reported on for their period. */
export const unreported = (items: readonly Reportable[]): readonly Reportable[] =>
  items.filter(({ isReported }) => !isReported);

/** Those of which an earlier reporting day passed without a word. */
export const lapsed = (items: readonly Reportable[]): readonly Reportable[] =>
  items.filter(({ missed }) => missed > 0);

/**
 * The reports due on the next reporting day: on items at work or blocked, and on those whose planned
 * start has come. While an excuse holds nobody is asked.
 */
export const reportsOf = (view: View, items: readonly Item[]): Reports => {
  const reporting = reportingOf(view.ledger);
  const period = periodToReport(view.today, reporting);
  const reportable = (item: Item): readonly Reportable[] => {
    const standing = view.standing(item);
    const { status, plan } = standing;
    const isToStart = status === 'planned' && plan.start !== undefined && plan.start <= view.today;
    const isAsked = status === 'in-progress' || status === 'blocked' || isToStart;
    if (!isAsked || excuseOf(standing, view.today) !== null) return [];
    const lastWord = lastWordOn(standing);
    const since = silentSince(standing) ?? plan.start;
    return [
      {
        item,
        unit: unitsOn(view.ledger, plan.lead ?? [], view.today)[0] ?? null,
        lastWord,
        isReported: lastWord !== null && lastWord >= period.opens,
        missed: since === undefined ? 0 : reportsMissed(since, view.today, reporting),
      },
    ];
  };
  return { period, items: items.flatMap(reportable) };
};
