/** `reform add`: a record of any kind, in the right file, at the right place, under the next free id. */
import type { Value } from '../../model/attribute.ts';
import { type KindName, kindNames, kindOf } from '../../model/kinds/index.ts';
import { type Entry, isItem } from '../../model/ledger.ts';
import { suggest } from '../../model/names.ts';
import { nextId, planAdd } from '../../model/plan.ts';
import { entriesOf } from '../../model/select.ts';
import { type Asked, askChoice, askText } from '../ask.ts';
import type { Command } from '../command.ts';
import type { Context, Reading } from '../context.ts';
import { problemOf, usage } from '../failure.ts';
import { declareWriter, type Options } from '../options.ts';
import { kindFrom, resolveAmong } from '../resolve.ts';
import { type Assignment, assignmentFrom, settable, settingsFrom } from '../writing/assignments.ts';
import { change } from '../writing/change.ts';
import { messageFrom } from '../writing/message.ts';
import { editsFor, type Proposal } from '../writing/proposal.ts';
import { groundsFrom } from '../writing/update.ts';

/** Ids are names of files as well, and typed by hand. */
const longestId = 80;

/** The kinds that can be added: all but the ledger itself. */
const addable = kindNames.filter((kind) => kind !== 'ledger');

const kindOrFail = (given: string | undefined): KindName => {
  const kind = given === undefined ? undefined : kindFrom(given);
  if (kind && kind !== 'ledger') return kind;
  throw usage((say) =>
    given === undefined
      ? say.whatToAdd(addable)
      : say.unknownKind(given, suggest(given, addable), addable),
  );
};

/** The kinds of record that a new one stands inside of, or whose file it stands in. */
const homes = (kind: KindName): readonly KindName[] => {
  const { place } = kindOf(kind);
  if (place.in === 'folder-by') return [place.by as KindName];
  if (place.in !== 'parent') return [];
  return place.parent === 'item' ? ['measure', 'project'] : [place.parent as KindName];
};

/** What was typed, taken apart. */
interface Wanted {
  readonly kind: KindName;
  readonly home: string | undefined;
  readonly id: string | undefined;
  readonly assignments: readonly Assignment[];
}

/** `task=T04` and a bare `T04` both say where a measure goes. */
const wantedFrom = (args: readonly string[]): Wanted => {
  const [first, ...rest] = args;
  const kind = kindOrFail(first);
  const assigned = rest.flatMap((each) => assignmentFrom(each) ?? []);
  const [bare, ...others] = rest.filter((each) => assignmentFrom(each) === undefined);
  const [extra] = others;
  if (extra !== undefined) throw usage((say) => say.extraWord(extra));
  const homeKeys: readonly string[] = [...homes(kind), ...(kind === 'criterion' ? ['item'] : [])];
  const inKey = assigned.find(({ key }) => homeKeys.includes(key));
  if (bare !== undefined && (inKey || homeKeys.length === 0))
    throw usage((say) => say.extraWord(bare));
  const id = assigned.find(({ key }) => key === 'id')?.text;
  const assignments = assigned.filter((each) => each !== inKey && each.key !== 'id');
  return { kind, home: bare ?? inKey?.text, id, assignments };
};

const homeFrom = (
  { words }: Context,
  { opened }: Reading,
  { kind, home }: Wanted,
): { readonly parent: Entry | undefined; readonly echo: string | undefined } => {
  const kinds = homes(kind);
  const [first] = kinds;
  if (!first) return { parent: undefined, echo: undefined };
  const what = kinds.length > 1 ? words.anItem : words.kinds[first].one;
  if (home === undefined) throw usage((say) => say.needsHome(words.kinds[kind].one, what, kind));
  const found = resolveAmong(words, entriesOf(opened.ledger, kinds), home, what);
  return { parent: found.entry, echo: found.echo };
};

/** Attributes that must stand and that nobody has given. */
const missingIn = (kind: KindName, assignments: readonly Assignment[]): readonly string[] =>
  settable(kind).filter(
    (name) =>
      kindOf(kind).attributes[name]?.required &&
      !assignments.some(({ key, text }) => key === name && text !== ''),
  );

/** What is asked for beyond the necessary when hardly anything was said. */
const usual: { readonly [K in KindName]?: readonly string[] } = {
  measure: ['title_zh', 'lead', 'due', 'deliverable'],
  project: ['title_zh', 'lead', 'due'],
  task: ['title_zh', 'field'],
  unit: ['title_zh', 'kind'],
  criterion: ['due'],
};

/** Asks at the terminal for what is missing, each answer checked as an option would be. */
const askForMissing = async (
  context: Context,
  terminal: Asked,
  wanted: Wanted,
): Promise<Wanted> => {
  const { words } = context;
  const reading = await context.read();
  const { kind } = wanted;
  let { home } = wanted;
  const [first] = homes(kind);
  if (home === undefined && first) {
    const check = (answer: string) =>
      problemOf(words, () => homeFrom(context, reading, { ...wanted, home: answer }));
    home = await askText(terminal, { message: words.ask.home(words.kinds[first].one), check });
  }
  const isBare = wanted.assignments.length === 0;
  const assignments = [...wanted.assignments];
  const missing = missingIn(kind, assignments);
  for (const key of [...missing, ...(isBare ? (usual[kind] ?? []) : [])]) {
    const isNeeded = missing.includes(key);
    const check = (answer: string) => {
      if (answer === '') return isNeeded ? words.ask.needed : undefined;
      return problemOf(words, () =>
        settingsFrom(reading.view, words, kind, [{ key, how: '=', text: answer }]),
      );
    };
    const message = words.ask.attribute(words.facts[key] ?? key, isNeeded);
    const text = await askText(terminal, { message, check });
    if (text !== '') assignments.push({ key, how: '=', text });
  }
  return { ...wanted, home, assignments };
};

const proposeAdd = async (
  context: Context,
  reading: Reading,
  wanted: Wanted,
  options: Options,
  message: string | undefined,
): Promise<Proposal> => {
  const { words } = context;
  const { opened, view } = reading;
  const { kind, assignments } = wanted;
  const { parent, echo } = homeFrom(context, reading, wanted);
  const missing = missingIn(kind, assignments);
  if (missing.length > 0) {
    const needed = missing.map((name) => {
      const type = kindOf(kind).attributes[name]?.type;
      return { name, values: type?.is === 'choice' ? type.of : [] };
    });
    throw usage((say) => say.needs(words.kinds[kind].one, needed));
  }
  const { settings, echoes } = settingsFrom(view, words, kind, assignments);
  const title = String(settings[kindOf(kind).titleOf] ?? '');
  const id = wanted.id ?? nextId(opened.ledger, kind, parent, title);
  if (id === undefined) throw usage((say) => say.needsId(words.kinds[kind].one));
  const { place, attributes } = kindOf(kind);
  const form = attributes['id']?.type;
  if (form?.is === 'id' && (id.length > longestId || !form.form.pattern.test(id))) {
    throw usage((say) => say.badId(id, form.form.example));
  }
  const whole = place.in === 'parent' ? place.idOf(parent?.id ?? '', id) : id;
  if (opened.ledger.byId[kind].has(whole)) throw usage((say) => say.takenId(whole));
  const data = { id, ...settings } as { readonly [attribute: string]: Value };
  const { grounds, echoes: told } = groundsFrom(context, reading, options, message);
  const home = { kind, parent, files: new Set(opened.files.keys()) };
  const { edits } = await editsFor(context, reading, planAdd(opened.ledger, home, data, grounds));
  const named = parent && isItem(parent) ? `${parent.id}#${id}` : whole;
  return {
    edits,
    said: [words.write.added(named, words.kinds[kind].one, title)],
    echoes: [...(echo ? [echo] : []), ...echoes, ...told],
    count: 1,
  };
};

export const add: Command = {
  configure: (commander, { options: help, attributes }) => {
    declareWriter(
      commander
        .argument('[kind]')
        .argument('[in|key=value...]')
        .usage('[options] <kind> [in] <key=value...>')
        .option('-m, --message <text>', attributes['reason'])
        .option('-d, --document <number>', attributes['document'])
        .option('--date <date>', help.date)
        .option('--by <unit>', help.by),
      help,
    );
  },
  run: async (context, args, options) => {
    const { terminal } = context.io;
    const asksAll = terminal && args.length === 0 && !options['yes'];
    const { words } = context;
    const asked = {
      message: words.ask.kind,
      values: addable,
      called: (each: KindName) => words.kinds[each].one,
    };
    const kind = asksAll ? [await askChoice(terminal, words, asked)] : [];
    const typed = wantedFrom([...kind, ...args]);
    const isLacking =
      missingIn(typed.kind, typed.assignments).length > 0 ||
      (typed.home === undefined && homes(typed.kind).length > 0);
    const isAsking = terminal && isLacking && !options['yes'];
    const wanted = isAsking ? await askForMissing(context, terminal, typed) : typed;
    const message = await messageFrom(context.io, options);
    return change(context, options, (reading) =>
      proposeAdd(context, reading, wanted, options, message),
    );
  },
};
