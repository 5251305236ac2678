/** English words for how records hang together, and for what cannot be tested at the end of a year. */
import type { Missing } from '../model/missing.ts';
import type { LinkName } from '../model/trace.ts';
import { plural } from './phrases.ts';

/** What a record is to the one below it, seen upwards. */
const up: { readonly [L in LinkName]: string } = {
  component: 'part of',
  arrangement: 'stands in',
  implements: 'implements',
  duty: 'to do what is said in',
  plan: 'set by',
  meeting: 'agenda set by',
  'leading-reform': 'carries on',
  pilot: 'carries on the pilot',
  agenda: 'heard by',
  measure: 'measure of',
  supports: 'supports',
  field: 'in the field',
  district: 'declared by',
  lead: 'led by',
  criterion: 'criterion of',
  source: 'transcribed from',
};

/** The same, seen downwards. */
const down: { readonly [L in LinkName]: string } = {
  component: 'component',
  arrangement: 'arrangement',
  implements: 'implemented by',
  duty: 'pilot',
  plan: 'leading reform',
  meeting: 'meeting',
  'leading-reform': 'carried on by',
  pilot: 'carried on by',
  agenda: 'hears',
  measure: 'measure',
  supports: 'supported by',
  field: 'in this field',
  district: 'declared',
  lead: 'leads',
  criterion: 'criterion',
  source: 'transcribed',
};

const arrangementKinds = {
  duty: { one: 'duty', many: 'duties' },
  principle: { one: 'principle', many: 'principles' },
  characteristic: { one: 'characteristic', many: 'characteristics' },
  perspective: { one: 'perspective', many: 'perspectives' },
  emphasis: { one: 'emphasis', many: 'emphases' },
} as const;

const missing: { readonly [M in Missing]: string } = {
  lead: 'lead unit',
  start: 'start',
  due: 'deadline',
  deliverable: 'deliverable',
  criteria: 'criteria',
  evidence: 'evidence of the claim',
  implements: 'where it comes from',
  measures: 'measures',
  number: 'document number',
  date: 'date',
  level: 'level',
  agenda: 'agenda',
  source: 'source',
};

export const trace = {
  columns: {
    id: 'ID',
    link: 'HOW',
    title: 'TITLE',
    status: 'STATUS',
    verified: 'VERIFIED',
    supports: 'SUPPORTS',
    from: 'COMES FROM',
    pilots: 'PILOTS',
    entry: 'ENTRY',
    event: 'EVENT',
    missing: 'MISSING',
    mend: 'HOW TO MEND',
  },
  up,
  down,
  evidence: 'evidence',
  decision: 'decision',
  number: 'its own number',
  paper: 'document number or record',
  /** An arrangement by its title; what sort it is where it is no duty. */
  arrangement: (title: string, kind: keyof typeof arrangementKinds): string =>
    kind === 'duty' ? title : `${title} (${arrangementKinds[kind].one})`,
  comesFrom: 'Comes from',
  carriedOut: 'Carried out by',
  namedIn: 'Named in',
  above: 'see above',
  noEffect: { illegal: 'without effect', retracted: 'retracted' },
  nothingUp: 'Nothing is recorded that it comes from.',
  nothingDown: (isPublished: boolean): string =>
    isPublished
      ? 'Nothing that carries it out is recorded here; that does not mean that there is nothing.'
      : 'Nothing is recorded that carries it out.',
  notAsked: (kind: keyof typeof arrangementKinds) =>
    `No task is expected to implement it: it is of the kind ${arrangementKinds[kind].one}, and only duties ask for one.`,
  transcribed: (counts: readonly string[]) => `Transcribed from it: ${counts.join(', ')}.`,

  noTask: (isPublished: boolean): string => (isPublished ? 'no task recorded' : 'no task'),
  without: (count: number, isPublished: boolean) =>
    isPublished
      ? `Duties with no task recorded here (${count})`
      : `Duties that no task implements (${count})`,
  noneWithout: 'Every duty is implemented by a task.',
  noDuties: 'No duty is recorded.',
  noArrangements: 'No arrangement is recorded.',
  asksForNone: (counts: readonly (readonly [keyof typeof arrangementKinds, number])[]) =>
    `Without a task, and asking for none: ${counts
      .map(([kind, count]) =>
        plural(count, arrangementKinds[kind].one, arrangementKinds[kind].many),
      )
      .join(', ')}.`,
  unfounded: (count: number) => `Tasks that implement no arrangement (${count})`,
  noneUnfounded: 'Every task implements an arrangement.',
  noTasks: 'No task is recorded.',
  supporting: (count: number) => `Projects that support tasks (${count})`,
  noneSupporting: (isPublished: boolean): string =>
    isPublished
      ? 'It was not published which tasks the projects support.'
      : 'No project names a task that it supports.',
  silent: (ids: readonly string[]) => `No arrangement is recorded of: ${ids.join(', ')}.`,
  recorded: (tasks: number, issued: number | null) =>
    issued === null
      ? plural(tasks, 'task recorded', 'tasks recorded')
      : `${plural(issued, 'task', 'tasks')} issued, ${tasks} recorded here`,
  notRecorded:
    'Not recorded is not the same as not implemented: most of the issued list was not published.',

  missing,
  join: (parts: readonly string[]) => parts.join(', '),
  ready: {
    cannot: (count: number) => `Cannot be tested at the end of the year (${count})`,
    better: (count: number) => `Can be tested, but could be tested better (${count})`,
    all: (count: number) =>
      count === 0
        ? 'There is nothing to be tested.'
        : `All ${plural(count, 'item', 'items')} can be tested at the end of the year.`,
    counted: (tested: number, cannot: number, better: number) =>
      `${plural(tested, 'item', 'items')} to be tested; ${cannot} cannot be, counting tasks without measures; ${better} could be better`,
    unclear: (tested: number) =>
      `${plural(tested, 'item', 'items')}: whether they can be tested cannot be judged.`,
    notPublished: (counts: readonly (readonly [Missing, number])[], tasks: number) =>
      [
        ...(counts.length > 0
          ? [
              `Not published: ${counts.map(([name, count]) => `${missing[name]} of ${count}`).join(', ')}.`,
            ]
          : []),
        ...(tasks > 0 ? [`No measure is recorded here of ${plural(tasks, 'task', 'tasks')}.`] : []),
      ].join(' '),
    efforts: (count: number) => `Published titles that name effort and no result (${count})`,
    unsaid: 'What the list that was not published says of their results is not known.',
    effort: {
      title: 'the title names no result',
      deliverable: 'the deliverable names no result',
      criterion: (id: string) => `criterion ${id} names no result`,
    },
    claimed: (command: string) => `claimed as it is: ${command}`,
    onlyWithReady: 'a query narrows down only what --ready tells',
    onlyWithReadyHint: 'all files are always checked: reform validate',
  },
};
