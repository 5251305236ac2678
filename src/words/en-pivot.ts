/** English words for counts by one or two sides, two days side by side, scorecards and burn-ups. */
import type { DimensionName } from '../model/pivot.ts';
import { plural } from './phrases.ts';

const sides: { readonly [D in DimensionName]: string } = {
  field: 'field',
  district: 'district',
  lead: 'lead unit',
  support: 'supporting unit',
  theme: 'theme',
  horizon: 'horizon',
  status: 'status',
  light: 'light',
  'month-due': 'month due',
  kind: 'kind',
};

/** What has no value on a side. */
const none: { readonly [D in DimensionName]: string } = {
  field: 'across fields, or not stated',
  district: 'of no district',
  lead: 'no lead unit stated',
  support: 'no supporting unit',
  theme: 'no theme',
  horizon: 'no horizon stated',
  status: 'no status',
  light: 'owes nothing',
  'month-due': 'no deadline',
  kind: 'no kind',
};

export const pivot = {
  sides,
  none,
  title: (row: DimensionName, column: DimensionName | undefined) =>
    column === undefined ? `By ${sides[row]}` : `By ${sides[row]} and ${sides[column]}`,
  items: 'ITEMS',
  lights: { red: 'RED', yellow: 'YELLOW', green: 'GREEN', unknown: 'UNCLEAR' },
  total: 'all, each once',
  /** `lead unit totals 143 = 120 measures + 23 counted again`. */
  reckoning: (
    by: DimensionName,
    named: number,
    counted: readonly string[],
    again: number,
    without: number,
  ) =>
    [
      `${sides[by]} totals ${named} = ${counted.join(' + ')}`,
      ...(again > 0 ? [`+ ${again} counted again`] : []),
      ...(without > 0 ? [`− ${without} (${none[by]})`] : []),
    ].join(' '),

  compare: {
    title: (from: string, to: string) => `${from} and ${to}`,
    what: 'COUNTED',
    change: 'CHANGE',
    items: 'all items',
    overdue: 'overdue',
    status: (status: string) => `status: ${status}`,
    light: (light: string) => `light: ${light}`,
    moved: 'What moved',
    fact: 'WHAT',
    from: 'FROM',
    to: 'TO',
    count: (items: number, facts: number) =>
      items === 0
        ? 'Nothing moved.'
        : `${plural(items, 'item', 'items')} moved, in ${plural(facts, 'fact', 'facts')}.`,
  },

  scorecard: {
    title: 'Scorecard by lead unit',
    onTime: 'ON TIME',
    late: 'LATE',
    open: 'OPEN',
    withdrawn: 'WITHDRAWN',
    declared: 'DECLARED',
    unjudged: 'UNCLEAR',
    rejected: 'REJECTED',
    moved: 'MOVED',
    daysLate: 'DAYS LATE',
    daysLateIssued: 'FROM ISSUED',
    daysMoved: 'DAYS MOVED',
    notes: [
      'On time and late: verified items, by the day of the claim and the deadline in force. Claimed ones are not closed.',
      'Unclear: no deadline, or nothing known of the progress; it cannot be judged. Rejected: claims, not items.',
      'Days late: median of what was claimed after its deadline; from issued: after the deadline as issued. Days moved: median from the issued deadline to the one in force, of what was moved.',
    ],
    part: 'Only what was asked for is counted: a unit may lead more, and this is not its whole scorecard.',
    joint: 'A joint item counts for each of its lead units.',
  },

  burnUp: {
    title: 'Planned and done, month by month',
    month: 'MONTH',
    issued: 'AS ISSUED',
    due: 'DUE',
    verified: 'VERIFIED',
    claimed: 'CLAIMED',
    chart: '█ ▒ · │',
    legend: '█ verified  ▒ claimed  · due and not done  │ due by then',
    counts: (items: number, undated: number, later: number) =>
      [
        `${plural(items, 'item', 'items')}, neither withdrawn nor only declared`,
        ...(undated > 0 ? [`${undated} without a deadline, which no plan counts`] : []),
        ...(later > 0 ? [`${later} due after the last month shown`] : []),
      ].join('; '),
    cumulative:
      'All figures add up from the beginning. Done is what the record said at the end of each month.',
  },
};
