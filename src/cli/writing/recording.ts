/**
 * A verb of an item's life as a command: its options follow from what its event carries, and the
 * event from the options given. What a verb asks of its user beyond that stands in its own file.
 */
import type { Command as Commander } from 'commander';
import type { Type, Value } from '../../model/attribute.ts';
import { normalDocument } from '../../model/documents.ts';
import { type Event, type EventName, events } from '../../model/events.ts';
import { foldId } from '../../model/names.ts';
import type { Help } from '../../words/en-help.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { takeDay } from '../day.ts';
import { exitCodes, Failure } from '../failure.ts';
import { declareUpdate, type Options, optionKey, pickFrom, splitList } from '../options.ts';
import { proofFrom } from './evidence.ts';
import { messageFrom } from './message.ts';
import { checkMeant, type Made, type Recording, update } from './update.ts';

const placeholders: { readonly [T in Type['is']]?: string } = {
  date: 'date',
  integer: 'number',
  list: 'ids',
};

const shapeOf = (name: EventName) =>
  events[name].attributes as { readonly [attribute: string]: { readonly type: Type } };

/** Declares an option for each attribute that an event carries. */
const declareAttributes = (
  commander: Commander,
  name: EventName,
  help: Help['attributes'],
  isApart: (attribute: string) => boolean,
) => {
  for (const [attribute, { type }] of Object.entries(shapeOf(name))) {
    if (isApart(attribute)) continue;
    const short = attribute === 'document' ? '-d, ' : '';
    const value = type.is === 'choice' ? type.of.join('|') : (placeholders[type.is] ?? 'text');
    commander.option(`${short}--${attribute} <${value}>`, help[attribute] ?? '');
  }
};

/** The whole number of an option, full-width figures and a percent sign understood. */
export const integerFrom = (
  attribute: string,
  given: string,
  { min, max }: { min: number; max: number },
) => {
  const digits = given.normalize('NFKC').replace(/\s*%$/, '');
  const number = Number(digits);
  if (!/^\d{1,6}$/.test(digits) || number < min || number > max) {
    throw new Failure(exitCodes.usage, (say) => say.badNumber(`--${attribute}`, given, min, max));
  }
  return number;
};

/** Criteria may be typed with their item's id, `T04.1#b`, or by their letter alone. */
export const criteriaFrom = (given: readonly string[], id: string): readonly string[] => [
  ...new Set(
    given.map((each) => {
      const [, owner, letter = ''] = /^(?:(.*)#)?(.*)$/s.exec(each.normalize('NFKC')) ?? [];
      if (owner !== undefined && foldId(owner) !== foldId(id)) {
        throw new Failure(exitCodes.usage, (say) => say.foreignCriterion(each, id));
      }
      return letter.trim().toLowerCase();
    }),
  ),
];

/** The value of an option as the type of its attribute has it; `echo` tells how it was read. */
const valueFrom = (
  attribute: string,
  type: Type,
  given: Options[string],
  { context, view, entry }: Recording,
  echo: (line: string) => void,
): Value | undefined => {
  if (typeof given !== 'string') return undefined;
  switch (type.is) {
    case 'date': {
      const taken = takeDay(view, context.words, attribute, given);
      if (taken.echo !== undefined) echo(taken.echo);
      return taken.day;
    }
    case 'integer':
      return integerFrom(attribute, given, type);
    case 'choice':
      return pickFrom(`--${attribute}`, given, type.of);
    case 'list':
      return criteriaFrom(splitList(given), entry.id);
    default:
      if (given.trim() === '') return undefined;
      return attribute === 'document' ? normalDocument(given) : given.trim();
  }
};

/** The order in which an event's own attributes are written: a report's words stand behind its figure. */
const writtenIn = (name: EventName): readonly string[] => {
  const own = Object.keys(shapeOf(name));
  return name === 'report' ? ['progress', 'note', 'problem', 'next'] : [...own, 'note'];
};

/** What options say of an event, beyond its day and who says so. */
const carriedFrom = (
  name: EventName,
  options: Options,
  recording: Recording,
  echo: (line: string) => void,
) =>
  Object.fromEntries(
    Object.entries(shapeOf(name)).flatMap(([attribute, { type }]) => {
      const value = valueFrom(attribute, type, options[optionKey(attribute)], recording, echo);
      return value === undefined ? [] : [[attribute, value]];
    }),
  );

/** What `-e` gives, each piece once. */
export const givenEvidence = (options: Options): readonly string[] => {
  const typed = ((options['evidence'] ?? []) as readonly string[]).map((each) => each.trim());
  if (typed.includes('')) throw new Failure(exitCodes.usage, (say) => say.emptyEvidence());
  return [...new Set(typed)];
};

/** Words are the reason of an event that has one and no other, and else a note. */
const wordsOf = (name: EventName, options: Options, message: string | undefined) => {
  const isReason = 'reason' in shapeOf(name) && options['reason'] === undefined;
  if (message === undefined) return {};
  return isReason ? { reason: message } : { note: message };
};

/** The event that the options describe for one record. */
const eventFrom = (
  name: EventName,
  options: Options,
  message: string | undefined,
  recording: Recording,
  more: object = {},
): Made => {
  const { context, opened, entry, date, by } = recording;
  const echoes: string[] = [];
  const place = {
    root: opened.root,
    shown: opened.shown,
    cwd: context.io.cwd,
    copyFor: options['copy'] ? entry.id : undefined,
  };
  const proofs = givenEvidence(options).map((each) => proofFrom(place, each));
  const { note, ...reason } = wordsOf(name, options, message) as Record<string, string>;
  const carried: Record<string, unknown> = {
    ...carriedFrom(name, options, recording, (line) => echoes.push(line)),
    ...reason,
    ...more,
  };
  if (note !== undefined) carried['note'] = note;
  const inOrder = writtenIn(name)
    .filter((attribute) => carried[attribute] !== undefined)
    .map((attribute) => [attribute, carried[attribute]]);
  const event = {
    date,
    event: name,
    ...(by !== undefined && { by }),
    ...Object.fromEntries(inOrder),
    ...(proofs.length > 0 && { evidence: proofs.map(({ evidence }) => evidence) }),
  } as Event;
  return { event, attachments: proofs.flatMap(({ copy }) => copy ?? []), echoes };
};

/** The record an event is for, and how it was called on the command line. */
interface Carried {
  readonly id: string;
  readonly typed: readonly string[];
  readonly args: readonly string[];
}

/** What a verb does of its own. */
interface Verb {
  /** Further options. */
  readonly declare?: (commander: Commander, help: Help) => void;
  /** An attribute whose option the verb declares itself. */
  readonly apart?: string;
  /**
   * Asks on a terminal for what was not given, and refuses what makes no sense, before anything is
   * locked; gives the options anew.
   */
  readonly prepare?: (
    context: Context,
    args: readonly string[],
    options: Options,
  ) => Promise<Options> | Options;
  /** Further attributes of the event for one record. */
  readonly carry?: (of: Carried, options: Options) => object;
  /** Refuses what makes no sense for all the records meant. */
  readonly check?: (all: readonly Carried[], options: Options) => void;
  /** How ids are typed, where that is not a list of them. */
  readonly argument?: string;
  readonly idsFrom?: (args: readonly string[]) => readonly string[];
}

/** The command that records an event. */
export const recordCommand = (name: EventName, verb: Verb = {}): Command => ({
  configure: (commander, help) => {
    const isForItems = (events[name].on as readonly string[]).includes('project');
    commander.argument(verb.argument ?? '[id...]');
    verb.declare?.(commander, help);
    declareAttributes(commander, name, help.attributes, (each) => each === verb.apart);
    declareUpdate(commander, help.options, { isForItems });
  },
  run: async (context, args, given) => {
    const ids = verb.idsFrom?.(args) ?? args;
    checkMeant(ids, given);
    // Standard input is read once, however often the event is planned.
    const message = await messageFrom(context.io, given);
    const typed = { ...given, file: undefined, message };
    const options = (await verb.prepare?.(context, args, typed)) ?? typed;
    const said = typeof options['message'] === 'string' ? options['message'] : undefined;
    return update(context, name, ids, options, {
      check: (all) =>
        verb.check?.(
          all.map((each) => ({ ...each, args })),
          options,
        ),
      eventFor: (recording) => {
        const { entry, typed: words } = recording;
        const more = verb.carry?.({ id: entry.id, typed: words, args }, options);
        return eventFrom(name, options, said, recording, more);
      },
    });
  },
});
