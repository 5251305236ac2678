/**
 * The documents of the made-up year. While it is told, a document is known by its unit, its day and what
 * it is about; numbers come when all is told, so that those of a unit rise with the days.
 */
import type { Event } from '../model/events.ts';
import { districts } from './corpus/registers.ts';
import { departments, groups } from './corpus/units.ts';
import { dayOf, numberOf } from './days.ts';

const marks = new Map<string, string>([
  ...[...departments, ...groups.map(({ unit }) => unit)].map(
    ([id, mark]) => [id, `示${mark}`] as const,
  ),
  ...districts.map(([id, , zh]) => [id, `${zh.replace('区', '')}府`] as const),
]);

/** What a document is called until it has its number; the same unit, day and matter are the same document. */
export const paperOf = (unit: string, day: number, matter: string): string =>
  `${unit}/${dayOf(day)}/${matter}`;

const partsOf = (paper: string): readonly string[] => paper.split('/');

const isPaper = (text: string | undefined): text is string =>
  text !== undefined && marks.has(partsOf(text)[0] ?? '');

/** Where documents stand in an event: what it rests on, and what proves it. */
interface Holder {
  readonly document?: string;
  readonly evidence?: readonly { readonly document?: string }[];
}

const papersIn = ({ document, evidence = [] }: Holder): readonly string[] =>
  [document, ...evidence.map((each) => each.document)].filter(isPaper);

/** The number of each document: one of a unit's series, with room for what the unit writes besides. */
const numbersOf = (papers: ReadonlySet<string>): ReadonlyMap<string, string> => {
  const last = new Map<string, number>();
  const byDay = [...papers]
    .map((paper) => ({ paper, unit: partsOf(paper)[0] ?? '', day: partsOf(paper)[1] ?? '' }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  return new Map(
    byDay.map(({ paper, unit, day }) => {
      const year = day.slice(0, 4);
      const series = `${marks.get(unit)}〔${year}〕`;
      const others = 2 + Math.floor((numberOf(day) - numberOf(`${year}-01-01`)) / 6);
      const number = Math.max((last.get(series) ?? 0) + 1, others);
      last.set(series, number);
      return [paper, `${series}${number}号`];
    }),
  );
};

/** The events, each document in them with its number. */
export const numbered = <T extends { readonly event: Event }>(told: readonly T[]): readonly T[] => {
  const numbers = numbersOf(new Set(told.flatMap(({ event }) => papersIn(event))));
  const named = <H extends Holder>(holder: H): H => ({
    ...holder,
    ...(isPaper(holder.document) && { document: numbers.get(holder.document) }),
    ...(holder.evidence && { evidence: holder.evidence.map(named) }),
  });
  return told.map((each) => ({ ...each, event: named(each.event) }));
};
