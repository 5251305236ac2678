/**
 * What an office should ask for: the attributes that a record lacks and that somebody will need. It
 * only looks; whether an absence is anybody's fault is for who asks to say: on a published list it is
 * nobody's.
 */
import { isAbsent } from './attribute.ts';
import { factOf } from './facts.ts';
import type { KindName } from './kinds/index.ts';
import { childrenOf, type Entry, type Item, isItem } from './ledger.ts';
import type { View } from './view.ts';

/** Everything that can be asked for, in the order in which it is told. */
export const missingNames = [
  'lead',
  'start',
  'due',
  'deliverable',
  'criteria',
  'evidence',
  'implements',
  'measures',
  'number',
  'date',
  'level',
  'agenda',
  'source',
] as const;
export type Missing = (typeof missingNames)[number];

/** Attributes of registers that are asked for wherever they are absent. */
const asked: { readonly [K in KindName]?: readonly Missing[] } = {
  criterion: ['due'],
  document: ['number', 'date'],
  pilot: ['level'],
  meeting: ['date', 'agenda'],
};

const ofItem = (view: View, item: Item): readonly Missing[] => {
  const { status, plan, criteria, evidence } = view.standing(item);
  if (status === 'verified' || status === 'withdrawn') return [];
  const isUntouched = status === 'declared' || status === 'listed' || status === 'planned';
  const lacks: { readonly [M in Missing]?: boolean } = {
    lead: (plan.lead ?? []).length === 0,
    start: isUntouched && plan.start === undefined,
    due: plan.due === undefined,
    deliverable: plan.deliverable === undefined,
    criteria: criteria.length === 0,
    evidence: status === 'done' && evidence.length === 0,
  };
  return missingNames.filter((name) => lacks[name]);
};

/** A task has to come from somewhere and to be carried out by something. */
const ofTask = (view: View, task: Entry<'task'>): readonly Missing[] => {
  const { implements: arrangements = [], leading_reform, pilot } = task.data;
  const hasOrigin = arrangements.length > 0 || leading_reform !== undefined || pilot !== undefined;
  const hasMeasures = childrenOf(view.ledger, task, 'measure').length > 0;
  return [
    ...(hasOrigin ? [] : (['implements'] as const)),
    ...(hasMeasures ? [] : (['measures'] as const)),
  ];
};

/**
 * The names of what a record lacks on the view's day. Of an item that is closed or withdrawn nothing
 * is asked any more; a source is asked for only where the list was transcribed from one.
 */
export const missingOf = (view: View, entry: Entry): readonly Missing[] => {
  const { basis } = view.ledger.about;
  const own = isItem(entry)
    ? ofItem(view, entry)
    : entry.kind === 'task'
      ? ofTask(view, entry)
      : (asked[entry.kind] ?? []).filter((name) => isAbsent(factOf(view, entry, name)));
  const hasSource = entry.kind === 'criterion' || 'source' in entry.data;
  return basis === 'published' && !hasSource ? [...own, 'source'] : own;
};
