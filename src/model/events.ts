/**
 * Every event a log can hold: what it carries, what it demands as proof, and from which status it
 * may come. What an event does to an item is in `replay.ts`. A new event is one entry here and its
 * effect there.
 */
import {
  type Attribute,
  choice,
  date,
  type Infer,
  id,
  ids,
  integer,
  map,
  maps,
  reference,
  references,
  required,
  type Shape,
  text,
} from './attribute.ts';

/** Where an item stands. Only `replay` says which one applies; nobody writes it down. */
export const statuses = [
  /** Declared by a district, not yet selected by the city. */
  'declared',
  /** On the published list; nothing about its progress has been published. */
  'listed',
  'planned',
  'in-progress',
  'blocked',
  /** Claimed by its lead. */
  'done',
  /** Closed by somebody else after a check. */
  'verified',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

const criterionId = { pattern: /^[a-z][a-z0-9]*$/, example: 'a' };

/** A criterion as it stands in the plan or in an amendment of it. */
export const criterionAttributes = {
  id: id('its letter within the item', criterionId),
  text: required(text('what an outsider could check')),
  text_zh: text('the same in Chinese'),
  due: date('its own deadline'),
  lead: references('who answers for this criterion, where it is not the lead of the whole', 'unit'),
};

/** What proves a claim: exactly one of `document`, `url` and `file`. */
export const evidenceAttributes = {
  document: text('a document number, or the id of a document in this ledger'),
  url: text('a web address, http or https'),
  file: text("a path within the ledger's folder"),
  sha256: text('the SHA-256 of the file when it was referenced, in hexadecimal'),
  note: text('anything to say of it'),
};
export type Evidence = Infer<typeof evidenceAttributes>;

/** What an amendment may change; a later due date is a postponement and not an amendment. */
export const amendableAttributes = {
  title: text('the title'),
  title_zh: text('the Chinese title'),
  lead: references('the lead units, the first answers', 'unit'),
  support: references('the supporting units', 'unit'),
  start: date('the first day of work'),
  due: date('a first deadline, or an earlier one'),
  deliverable: text('what is handed over'),
  criteria: maps('all criteria, old ones that stay included', criterionAttributes),
};

const common = {
  date: required(date('the day it happened, which may be earlier than the day it was recorded')),
  by: reference('the unit that says so', 'unit'),
  note: text('anything to add'),
  evidence: maps('what proves it', evidenceAttributes),
};

const reason = text('why');
const document = text('the number of the document that decides it');
const criteria = ids('the criteria it is about, by their letters', criterionId);

/** One event: which kinds of record may log it, from which status, and what it carries. */
interface EventSpec<S extends Shape = Shape> {
  readonly doc: string;
  readonly on: readonly ('measure' | 'project' | 'pilot')[];
  /** The statuses it may come from; a pilot has none. */
  readonly from: readonly Status[];
  readonly attributes: S;
  /** Attributes without which it does not count; replay can still read it. */
  readonly demands: readonly string[];
}

const event = <const S extends Shape>(spec: EventSpec<S>): EventSpec<S> => spec;

const items = ['measure', 'project'] as const;
const notStarted = ['listed', 'planned'] as const;
const open = ['listed', 'planned', 'in-progress', 'blocked'] as const;

export const events = {
  start: event({
    doc: 'Work has begun.',
    on: items,
    from: notStarted,
    attributes: {},
    demands: [],
  }),
  report: event({
    doc: 'Progress in words; the first report also starts the item.',
    on: items,
    from: open,
    attributes: {
      progress: integer('how far the work is in the judgement of who reports, in percent', {
        min: 0,
        max: 100,
      }),
      problem: text('what stands in the way'),
      next: text('what comes next'),
    },
    demands: [],
  }),
  tick: event({
    doc: 'Criteria are met.',
    on: items,
    from: open,
    attributes: { criteria: required(criteria) },
    demands: [],
  }),
  block: event({
    doc: 'Work cannot go on.',
    on: items,
    from: ['listed', 'planned', 'in-progress'],
    attributes: { reason },
    demands: ['reason'],
  }),
  resume: event({
    doc: 'Work goes on after a block.',
    on: items,
    from: ['blocked'],
    attributes: {},
    demands: [],
  }),
  excuse: event({
    doc: 'A delay with good reason: lights are held until a day; the deadline stays.',
    on: items,
    from: open,
    attributes: { until: required(date('the last day the excuse covers')), reason, document },
    demands: ['reason', 'document'],
  }),
  postpone: event({
    doc: 'The deadline moves to a later day.',
    on: items,
    from: open,
    attributes: { due: required(date('the new deadline')), reason, document },
    demands: ['reason', 'document'],
  }),
  done: event({
    doc: 'The lead claims it is done; a claim is not a fact until verified.',
    on: items,
    from: ['listed', 'planned', 'in-progress'],
    attributes: { criteria, result: text('what was achieved, where there are no criteria') },
    demands: ['evidence', 'by'],
  }),
  reject: event({
    doc: 'The claim does not hold; the criteria it names, or else those of the claim, are open again.',
    on: items,
    from: ['done'],
    attributes: { criteria, reason },
    demands: ['reason'],
  }),
  verify: event({
    doc: 'Somebody other than the claimant has checked it, and it is closed.',
    on: items,
    from: ['done'],
    attributes: { checked: choice('how it was checked', ['document', 'site', 'third-party']) },
    demands: ['by', 'checked'],
  }),
  reopen: event({
    doc: 'A closed item is open again, with the criteria it names.',
    on: items,
    from: ['verified'],
    attributes: { criteria, reason },
    demands: ['reason'],
  }),
  withdraw: event({
    doc: 'It is no longer pursued; it stays on the list.',
    on: items,
    from: ['declared', ...open],
    attributes: { reason, document },
    demands: ['reason', 'document'],
  }),
  reinstate: event({
    doc: 'A withdrawn item stands again where it stood.',
    on: items,
    from: ['withdrawn'],
    attributes: { reason, document },
    demands: [],
  }),
  amend: event({
    doc: 'The plan changes; the issued words stay above.',
    on: items,
    from: ['declared', ...open],
    attributes: { set: required(map('the new values', amendableAttributes)), reason, document },
    demands: ['reason'],
  }),
  retract: event({
    doc: 'An earlier entry was a mistake; its effect is taken back and it stays visible.',
    on: [...items, 'pilot'],
    from: statuses,
    attributes: {
      entry: required(
        integer('the number of the entry in this log, counted from 1', { min: 1, max: 100_000 }),
      ),
      reason,
    },
    demands: ['reason'],
  }),
  select: event({
    doc: 'The city takes a declared project into its list.',
    on: ['project'],
    from: ['declared'],
    attributes: { document },
    demands: ['document'],
  }),
  evaluate: event({
    doc: 'A pilot is evaluated.',
    on: ['pilot'],
    from: [],
    attributes: {
      effectiveness: text('what it achieved'),
      experience: text('what was learnt that others can use'),
      problems: text('what went wrong or is open'),
    },
    demands: ['by'],
  }),
  replicate: event({
    doc: "A pilot's practice is copied: out to a scope, or in from another city.",
    on: ['pilot'],
    from: [],
    attributes: {
      to: choice('how far it is taken out', ['district', 'city', 'province', 'nation']),
      from: text('the city it is taken in from'),
      conditions: text('under which conditions it can be copied'),
      document,
    },
    demands: [],
  }),
} as const;

export type EventName = keyof typeof events;

export const eventNames = Object.keys(events) as readonly EventName[];

/** An event as it stands in a log: one of the union, told apart by `event`. */
export type Event = {
  readonly [N in EventName]: Infer<typeof common> &
    Infer<(typeof events)[N]['attributes']> & { readonly event: N };
}[EventName];

/** All attributes an event may carry. */
export const attributesOf = (name: EventName): Shape => {
  const { date, by, note, evidence } = common;
  return { date, by, ...events[name].attributes, note, evidence };
};

/** The events that are possible from a status for a kind of record, in the order of the table. */
export const movesFrom = (status: Status, kind: string): readonly EventName[] =>
  eventNames.filter((name) => {
    const { on, from } = events[name] as EventSpec;
    return (on as readonly string[]).includes(kind) && from.includes(status);
  });

/** The log of a record: one event an entry, in the order of recording, never changed. */
export const log = (doc: string): Attribute<readonly Event[], false> => ({
  type: { is: 'log' },
  doc,
  required: false,
});
