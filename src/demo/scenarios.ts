/** How the items of the made-up year end: how many of a list go which way, and when they are due. */
import { numberOf } from './days.ts';

export type Scenario =
  | 'smooth'
  | 'rejected'
  | 'postponed'
  | 'excused'
  | 'resumed'
  | 'amended'
  | 'retracted'
  | 'reverified'
  | 'reinstated'
  | 'claimed'
  | 'turned-down'
  | 'spring-overrun'
  | 'summer-overrun'
  | 'late'
  | 'extended'
  | 'longer'
  | 'steady'
  | 'blocked'
  | 'withdrawn'
  | 'silent'
  | 'unbegun'
  | 'reopened';

const dealt = (counts: { readonly [S in Scenario]?: number }): readonly Scenario[] =>
  Object.entries(counts).flatMap(([name, count]) => Array<Scenario>(count).fill(name as Scenario));

/** What becomes of 120 measures: most are verified or claimed, some late, a few blocked or withdrawn. */
export const measureDeck = dealt({
  smooth: 28,
  rejected: 8,
  postponed: 8,
  excused: 5,
  resumed: 5,
  amended: 5,
  retracted: 5,
  reverified: 2,
  reinstated: 2,
  claimed: 12,
  'turned-down': 3,
  'spring-overrun': 5,
  'summer-overrun': 7,
  late: 6,
  extended: 4,
  longer: 2,
  steady: 1,
  blocked: 4,
  withdrawn: 4,
  silent: 1,
  unbegun: 2,
  reopened: 1,
});

/** What becomes of the 22 projects that are selected. */
export const projectDeck = dealt({
  smooth: 7,
  rejected: 1,
  postponed: 2,
  resumed: 1,
  amended: 1,
  claimed: 3,
  'spring-overrun': 1,
  'summer-overrun': 1,
  late: 2,
  extended: 1,
  blocked: 1,
  withdrawn: 1,
});

const [april, may, june, july, august, september, october, november, december, march, nextJune] = [
  '2022-04-30',
  '2022-05-31',
  '2022-06-30',
  '2022-07-31',
  '2022-08-31',
  '2022-09-30',
  '2022-10-31',
  '2022-11-30',
  '2022-12-31',
  '2023-03-31',
  '2023-06-30',
].map(numberOf) as [
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
  number,
];

/** Deadlines that a postponement may name. */
export const laterDues = [august, september, october, november, december] as const;
/** Deadlines of the year after. */
export const nextYear = [march, nextJune] as const;

const early = [june, july, august, september, september] as const;
const middle = [august, september, september, october, november] as const;
const late = [september, october, november, december] as const;

/** The deadlines a list may set for an item that goes this way; `steady` ones have none. */
export const duesOf: { readonly [S in Scenario]: readonly number[] } = {
  smooth: [may, june, august, september, september, october, november, december, december],
  rejected: middle,
  postponed: early,
  excused: middle,
  resumed: middle,
  amended: middle,
  retracted: middle,
  reverified: [june, july],
  reinstated: [september, october, november],
  claimed: [november, december, december],
  'turned-down': [october, november],
  'spring-overrun': [april, may, may],
  'summer-overrun': [july, august, august],
  late: [july, august, ...late],
  extended: [september, october, november],
  longer: nextYear,
  steady: nextYear,
  blocked: [august, ...late, march],
  withdrawn: late,
  silent: [november],
  unbegun: nextYear,
  reopened: [july, august],
};
