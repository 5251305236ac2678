/**
 * How records hang together: documents → arrangements → tasks → measures, and everything else that one
 * record comes from or is carried out by. Links are read off the records, never stored; going along
 * them ends, whatever refers to whatever.
 */
import { groupedBy } from './groups.ts';
import { currentUnit, type Entry, itemsOf, type Ledger } from './ledger.ts';
import type { View } from './view.ts';

/** What a link says of the record it leads to, seen from where that comes from. */
export const linkNames = [
  /** A document is a component of another one. */
  'component',
  /** An arrangement stands in a document. */
  'arrangement',
  /** A task implements an arrangement. */
  'implements',
  /** A pilot is to do what an arrangement says. */
  'duty',
  /** A leading reform is set by a document. */
  'plan',
  /** A meeting's agenda is set by a document. */
  'meeting',
  /** A task carries on a leading reform. */
  'leading-reform',
  /** A task carries on a pilot. */
  'pilot',
  /** A meeting hears a task. */
  'agenda',
  /** A measure belongs to a task. */
  'measure',
  /** A project supports a task. */
  'supports',
] as const;
/** Links from registers, which say where a record belongs and not where it comes from. */
export const registerLinks = ['field', 'district', 'lead', 'criterion', 'source'] as const;
export type LinkName = (typeof linkNames)[number] | (typeof registerLinks)[number];

/** One link: `to` comes from `from`, or carries it out. */
export interface Link {
  readonly as: LinkName;
  readonly from: Entry;
  readonly to: Entry;
}

/** The links of a ledger, from either end. */
export interface Links {
  readonly all: readonly Link[];
  readonly outOf: ReadonlyMap<Entry, readonly Link[]>;
  readonly into: ReadonlyMap<Entry, readonly Link[]>;
}

/** All links of a ledger, origin by origin in the order of the ledger's files. */
export const linksOf = ({ byId, entries }: Ledger): Links => {
  const all: Link[] = [];
  const link = (as: LinkName, from: Entry | undefined, to: Entry) => {
    if (from && from !== to) all.push({ as, from, to });
  };
  for (const each of entries.document) {
    link('component', byId.document.get(each.data.part_of ?? ''), each);
  }
  for (const each of entries.arrangement) link('arrangement', each.parent, each);
  for (const each of entries['leading-reform']) {
    link('plan', byId.document.get(each.data.plan ?? ''), each);
  }
  for (const each of entries.pilot) {
    for (const id of new Set(each.data.duties)) link('duty', byId.arrangement.get(id), each);
  }
  for (const each of entries.meeting) {
    link('meeting', byId.document.get(each.data.document ?? ''), each);
  }
  for (const each of entries.task) {
    const { implements: arrangements, leading_reform = '', pilot = '' } = each.data;
    for (const id of new Set(arrangements)) link('implements', byId.arrangement.get(id), each);
    link('leading-reform', byId['leading-reform'].get(leading_reform), each);
    link('pilot', byId.pilot.get(pilot), each);
  }
  for (const each of entries.meeting) {
    const heard = new Set(each.data.agenda?.map(({ task = '' }) => task));
    for (const id of heard) {
      const task = byId.task.get(id);
      if (task) link('agenda', each, task);
    }
  }
  for (const each of entries.measure) link('measure', each.parent, each);
  for (const each of entries.project) {
    for (const id of new Set(each.data.supports)) link('supports', byId.task.get(id), each);
  }
  return {
    all,
    outOf: groupedBy(all, ({ from }) => from),
    into: groupedBy(all, ({ to }) => to),
  };
};

/** One step on the way up or down, with how far it is from where the way began. */
export interface Step {
  readonly link: Link;
  /** The record that the step leads to. */
  readonly entry: Entry;
  readonly depth: number;
  /** Its own links stand at an earlier step, or it is where the way began. */
  readonly isRepeated: boolean;
}

/** Goes along links from a record, depth first; what has been passed is named again but not gone on from. */
const walk = (
  start: Entry,
  first: readonly Link[],
  end: 'from' | 'to',
  onward: ReadonlyMap<Entry, readonly Link[]>,
): readonly Step[] => {
  const passed = new Set<Entry>([start]);
  const steps: Step[] = [];
  // A list of what is still to be done, since a chain of references may be longer than a call stack.
  const ahead = first.map((link) => ({ link, depth: 1 })).reverse();
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    const { link, depth } = next;
    const entry = link[end];
    const isRepeated = passed.has(entry);
    steps.push({ link, entry, depth, isRepeated });
    if (isRepeated) continue;
    passed.add(entry);
    const links = onward.get(entry) ?? [];
    ahead.push(...links.map((each) => ({ link: each, depth: depth + 1 })).reverse());
  }
  return steps;
};

interface Sourced {
  readonly source?: { readonly document: string };
}

/** What a record comes from, besides the links that are gone along: its item, its source. */
const originsOf = ({ byId }: Ledger, entry: Entry): readonly Link[] => {
  const { source } = entry.data as Sourced;
  const document = byId.document.get(source?.document ?? '');
  return [
    ...(entry.kind === 'criterion' && entry.parent
      ? [{ as: 'criterion' as const, from: entry.parent, to: entry }]
      : []),
    ...(document && document !== entry
      ? [{ as: 'source' as const, from: document, to: entry }]
      : []),
  ];
};

/** What belongs to a register: the tasks of a field, the projects of a district, what a unit leads. */
const belongingTo = (view: View, entry: Entry): readonly Link[] => {
  const { ledger } = view;
  const links = (as: LinkName, of: readonly Entry[]) => of.map((to) => ({ as, from: entry, to }));
  const led = () =>
    links(
      'lead',
      itemsOf(ledger).filter((item) => {
        // By the name in the plan, and by that of whoever does its work today.
        const named = view.standing(item).plan.lead ?? [];
        return named.some((id) => [id, currentUnit(ledger, id, view.today)].includes(entry.id));
      }),
    );
  switch (entry.kind) {
    case 'field': {
      const { task, pilot, project } = ledger.entries;
      const leading = ledger.entries['leading-reform'];
      const all: readonly (typeof task | typeof pilot | typeof project | typeof leading)[number][] =
        [...task, ...leading, ...pilot, ...project];
      return links(
        'field',
        all.filter(({ data }) => data.field === entry.id),
      );
    }
    case 'district': {
      const own = ledger.entries.project.filter(({ data }) => data.district === entry.id);
      const isOwn = new Set<Entry>(own);
      return [...links('district', own), ...led().filter(({ to }) => !isOwn.has(to))];
    }
    case 'unit':
      return led();
    default:
      return [];
  }
};

/** Everything that a record comes from, nearest first; last the document it was transcribed from. */
export const upFrom = (view: View, links: Links, entry: Entry): readonly Step[] =>
  walk(
    entry,
    [...(links.into.get(entry) ?? []), ...originsOf(view.ledger, entry)],
    'from',
    links.into,
  );

/** Everything that carries a record out, or belongs to it. */
export const downFrom = (view: View, links: Links, entry: Entry): readonly Step[] =>
  walk(entry, [...(links.outOf.get(entry) ?? []), ...belongingTo(view, entry)], 'to', links.outOf);

/** How a ledger's documents are carried out, and where that is not recorded. */
export interface Coverage {
  /** Documents, each behind what it is a component of, with how deep it stands. */
  readonly documents: readonly {
    readonly document: Entry<'document'>;
    readonly depth: number;
    readonly arrangements: readonly {
      readonly arrangement: Entry<'arrangement'>;
      readonly tasks: readonly Entry<'task'>[];
    }[];
  }[];
  /** Arrangements that no task implements. Only duties ask for one. */
  readonly without: readonly Entry<'arrangement'>[];
  /** Tasks that implement no arrangement. */
  readonly unfounded: readonly Entry<'task'>[];
  /** Projects that support tasks, with these. */
  readonly supporting: readonly {
    readonly project: Entry<'project'>;
    readonly tasks: readonly Entry<'task'>[];
  }[];
}

/** Documents as components of each other; a circle of them is begun where the ledger names it first. */
const documentsInOrder = ({ entries }: Ledger, links: Links) => {
  const isComponent = (each: Entry) =>
    (links.into.get(each) ?? []).some(({ as }) => as === 'component');
  const known = new Set<Entry>();
  const ordered: { readonly document: Entry<'document'>; readonly depth: number }[] = [];
  const top = entries.document.filter((each) => !isComponent(each));
  for (const start of [...top, ...entries.document]) {
    if (known.has(start)) continue;
    const components = walk(start, links.outOf.get(start) ?? [], 'to', links.outOf).filter(
      ({ link, isRepeated }) => link.as === 'component' && !isRepeated,
    );
    for (const { entry, depth } of [{ entry: start as Entry, depth: 0 }, ...components]) {
      if (entry.kind !== 'document' || known.has(entry)) continue;
      known.add(entry);
      ordered.push({ document: entry, depth });
    }
  }
  return ordered;
};

/** What the arrangements of a ledger's documents are implemented by. */
export const coverageOf = (ledger: Ledger, links: Links): Coverage => {
  const { arrangement: arrangements, task: tasks, project: projects } = ledger.entries;
  const tasksAlong = (
    each: readonly Link[] | undefined,
    as: LinkName,
    end: 'from' | 'to',
  ): readonly Entry<'task'>[] =>
    (each ?? [])
      .filter((link) => link.as === as)
      .map((link) => link[end])
      .filter((entry) => entry.kind === 'task');
  const implementing = (each: Entry) => tasksAlong(links.outOf.get(each), 'implements', 'to');
  return {
    documents: documentsInOrder(ledger, links).map(({ document, depth }) => ({
      document,
      depth,
      arrangements: (links.outOf.get(document) ?? [])
        .map(({ to }) => to)
        .filter((each) => each.kind === 'arrangement')
        .map((each) => ({ arrangement: each, tasks: implementing(each) })),
    })),
    without: arrangements.filter((each) => implementing(each).length === 0),
    unfounded: tasks.filter(
      (each) => !(links.into.get(each) ?? []).some(({ as }) => as === 'implements'),
    ),
    supporting: projects
      .map((project) => ({
        project,
        tasks: tasksAlong(links.into.get(project), 'supports', 'from'),
      }))
      .filter((each) => each.tasks.length > 0),
  };
};
