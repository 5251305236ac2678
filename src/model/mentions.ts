/**
 * Where a ledger names papers: evidence of claims, documents that decide, documents that change a
 * register. It reads logs as they stand on the view's day.
 */
import { normalDocument } from './documents.ts';
import type { Event, EventName, Evidence } from './events.ts';
import { groupedBy } from './groups.ts';
import { type Entry, itemsOf } from './ledger.ts';
import { fold } from './names.ts';
import { pilotStanding } from './replay.ts';
import type { EntryStanding } from './standing.ts';
import type { View } from './view.ts';

/** One place that names a paper. */
export interface Mention {
  /** The record that names it. */
  readonly in: Entry;
  /** `evidence` proves; `decision` is the document behind a change; `number` is a document's own. */
  readonly as: 'evidence' | 'decision' | 'number';
  /** The paper: a document's number or id, a web address or a file of the ledger. */
  readonly paper: string;
  readonly is: 'document' | 'url' | 'file';
  readonly note: string | null;
  /** The day of the event or decision; null where there is none. */
  readonly date: string | null;
  /** The event and its number in the log; null where the paper is named outside a log. */
  readonly event: EventName | null;
  readonly entry: number | null;
  /** The criteria that the event is about. */
  readonly criteria: readonly string[];
  /** What became of the event. */
  readonly fate: EntryStanding['fate'];
}

interface Logged {
  readonly number: number;
  readonly event: Event;
  readonly fate: EntryStanding['fate'];
}

const paperOf = ({ document, url, file }: Evidence): Pick<Mention, 'paper' | 'is'> =>
  document !== undefined
    ? { paper: normalDocument(document), is: 'document' }
    : url !== undefined
      ? { paper: url, is: 'url' }
      : { paper: file ?? '', is: 'file' };

const inEvent = (entry: Entry, { number, event, fate }: Logged): readonly Mention[] => {
  const place = {
    in: entry,
    date: event.date,
    event: event.event,
    entry: number,
    criteria: 'criteria' in event ? (event.criteria ?? []) : [],
    fate,
  };
  const decision = 'document' in event ? event.document : undefined;
  return [
    ...(event.evidence ?? []).map(
      (each): Mention => ({
        ...place,
        as: 'evidence',
        ...paperOf(each),
        note: each.note ?? null,
      }),
    ),
    ...(decision === undefined
      ? []
      : [
          {
            ...place,
            as: 'decision' as const,
            paper: normalDocument(decision),
            is: 'document' as const,
            note: null,
          },
        ]),
  ];
};

const ofPilot = (view: View, pilot: Entry<'pilot'>): readonly Mention[] => {
  const log: readonly Event[] = pilot.data.log ?? [];
  const { evaluations, replications } = pilotStanding(log, view.today);
  const standing: ReadonlySet<Event> = new Set<Event>([...evaluations, ...replications]);
  return log.flatMap((event, at) =>
    standing.has(event) ? inEvent(pilot, { number: at + 1, event, fate: 'counts' }) : [],
  );
};

/** A document named outside a log. */
const named = (
  entry: Entry,
  as: 'decision' | 'number',
  given: { readonly document: string; readonly date?: string | undefined },
): Mention => ({
  in: entry,
  as,
  paper: normalDocument(given.document),
  is: 'document',
  note: null,
  date: given.date ?? null,
  event: null,
  entry: null,
  criteria: [],
  fate: 'counts',
});

/**
 * Every place that names a paper: documents by their own number, units and totals that were changed by
 * one, then logs in the order of the ledger. What is later than the view's day is left out, what was
 * retracted or had no effect is there and says so.
 */
export const mentionsOf = (view: View): readonly Mention[] => {
  const { entries } = view.ledger;
  const isPast = ({ date }: Mention) => date === null || date <= view.today;
  return [
    ...entries.document.flatMap((each) =>
      each.data.number === undefined
        ? []
        : [named(each, 'number', { document: each.data.number, date: each.data.date })],
    ),
    ...entries.ledger.flatMap((each) =>
      (each.data.issued_amendments ?? []).map((amendment) => named(each, 'decision', amendment)),
    ),
    ...entries.unit.flatMap((each) => {
      const { document, date } = each.data.succeeded_by ?? {};
      return document === undefined ? [] : [named(each, 'decision', { document, date })];
    }),
    ...itemsOf(view.ledger).flatMap((item) =>
      view
        .standing(item)
        .entries.filter(({ fate }) => fate !== 'later')
        .flatMap((logged) => inEvent(item, logged)),
    ),
    ...entries.pilot.flatMap((each) => ofPilot(view, each)),
  ].filter(isPast);
};

/** A paper's name for comparison: brackets of years, case and width fall together. */
export const foldPaper = (text: string): string => fold(normalDocument(text));

/** The places among these that name one of some papers. */
export const naming = (
  mentions: readonly Mention[],
  papers: readonly string[],
): readonly Mention[] => {
  const wanted = new Set(papers.map(foldPaper));
  return mentions.filter(({ paper }) => wanted.has(foldPaper(paper)));
};

/** Mentions by the record that names the paper. */
export const mentionsBy = (mentions: readonly Mention[]): ReadonlyMap<Entry, readonly Mention[]> =>
  groupedBy(mentions, (mention) => mention.in);
