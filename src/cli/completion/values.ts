/**
 * The values that fit a flag or an argument, by the word that stands for them in the help and by what
 * the model says of them: nothing here lists what a kind, an event or a query key lists already.
 */
import type { Type } from '../../model/attribute.ts';
import { diagnosticCodes } from '../../model/diagnostic.ts';
import { type EventName, eventNames, events, type Status } from '../../model/events.ts';
import { titleOf } from '../../model/facts.ts';
import { type KindName, kindNames, kindOf } from '../../model/kinds/index.ts';
import { type Entry, type Item, itemsOf } from '../../model/ledger.ts';
import { fold, namesOf } from '../../model/names.ts';
import { dimensionNames } from '../../model/pivot.ts';
import { type KeyForm, queryKeys } from '../../model/query-keys.ts';
import { entriesOf } from '../../model/select.ts';
import { fieldSets } from '../../model/templates.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import type { Help } from '../../words/en-help.ts';
import { actionsForPeople } from '../committing/actions.ts';
import { filterOptions } from '../options.ts';
import { kindFrom } from '../resolve.ts';
import { schemaNames } from '../schemas/names.ts';
import { type Candidate, nothing, type Offer, offer, plainly, within } from './candidates.ts';
import type { Flag, Line } from './line.ts';
import { shells } from './shells.ts';

export type CommandName = keyof Help['commands'];

/** What values come from: the line so far, and the ledger as far as it can be read. */
export interface Desk {
  readonly line: Line<CommandName>;
  readonly words: Words;
  /** The ledger that is meant; undefined where there is none. Looked up when it is asked for. */
  readonly view: () => View | undefined;
  /** The years of the ledgers that are found from here. */
  readonly years: () => readonly string[];
  /** The names of revisions that git knows. */
  readonly revisions: () => readonly string[];
}

/** An offer for a part of a word: what stands before that part, and the part. */
export interface Part {
  readonly offered: Offer;
  readonly before: string;
  readonly word: string;
}

/** What could stand where a word is typed. */
type Source = (desk: Desk, word: string) => Part;

const whole = (offered: Offer, word: string): Part => ({ offered, before: '', word });

const items: readonly KindName[] = ['measure', 'project'];

const entryOf = ({ words }: Desk, entry: Entry): Candidate => ({
  value: entry.kind === 'ledger' ? 'ledger' : entry.id,
  about: titleOf(entry, words.language),
  names: namesOf(entry),
});

const recordsOf = (desk: Desk, kinds: readonly KindName[]): Offer => {
  const view = desk.view();
  return view ? offer(entriesOf(view.ledger, kinds).map((each) => entryOf(desk, each))) : nothing;
};

const choices = ({ words }: Desk, fact: string, of: readonly string[]): Offer =>
  offer(of.map((value) => ({ value, about: words.value(fact, value) })));

const ofForm = (desk: Desk, name: string, form: KeyForm): Offer => {
  switch (form.is) {
    case 'choice':
      return choices(desk, name, form.of);
    case 'name':
      return recordsOf(desk, form.of);
    case 'flag':
      return plainly(['yes', 'no']);
    default:
      return nothing;
  }
};

const ofType = (desk: Desk, name: string, type: Type | undefined): Offer => {
  switch (type?.is) {
    case 'list':
      return ofType(desk, name, type.of);
    case 'choice':
      return choices(desk, name, type.of);
    case 'reference':
      return recordsOf(desk, type.to === 'unit' ? ['unit', 'district'] : [type.to as KindName]);
    case 'flag':
      return plainly(['true', 'false']);
    default:
      return nothing;
  }
};

/** The kinds that a reader's answer is made of. */
const kindsAsked = ({ line }: Desk): readonly KindName[] => {
  const named = line.command === 'list' ? kindFrom(line.args[0] ?? '') : undefined;
  return named ? [named] : items;
};

const keysOf = (desk: Desk, end: string): Offer =>
  offer(
    [...queryKeys(kindsAsked(desk)).values()].map(({ name, doc }) => ({
      value: `${name}${end}`,
      about: desk.words.language === 'en' ? doc : desk.words.facts[name],
    })),
  );

/** A word of a query: a key with its colon, or behind it a value of that key. */
const query = (desk: Desk, word: string): Part => {
  const [, key, rest = ''] = /^([^:：]+)[:：](.*)$/s.exec(word) ?? [];
  if (key === undefined) return whole(keysOf(desk, ':'), word);
  const found = queryKeys(kindsAsked(desk)).get(fold(key).replace(/-/g, '_'));
  if (!found) return whole(nothing, word);
  const typed = word.slice(0, word.length - rest.length);
  return within(ofForm(desk, found.name, found.form), typed, rest);
};

const kinds = ({ words }: Desk): readonly Candidate[] =>
  kindNames
    .filter((name) => name !== 'ledger')
    .map((name) => ({ value: kindOf(name).plural, about: words.kinds[name].many }));

const joined = (...parts: readonly Offer[]): Offer =>
  offer(parts.flatMap((each) => (each.is === 'words' ? each.candidates : [])));

const eventOf = ({ line }: Desk): EventName | undefined =>
  eventNames.find((name) => name === line.command);

const statusOf = (view: View, item: Item): Status => view.standing(item).status;

/** The records that the command could be about: for a verb those to which it could happen now. */
const subjects = (desk: Desk): Offer => {
  const view = desk.view();
  const name = eventOf(desk);
  if (!view) return nothing;
  if (name === undefined) return recordsOf(desk, [...items, 'task', ...others]);
  const { on, from } = events[name];
  const all = entriesOf(view.ledger, on);
  const now = itemsOf(view.ledger).filter((item) => from.includes(statusOf(view, item)));
  const fits = from.length === 0 ? all : all.filter((each) => now.includes(each as Item));
  const taken = new Set(desk.line.args);
  // Where none fits today, the day of the event may be another one.
  return offer(
    (fits.length > 0 ? fits : all)
      .filter(({ id }) => !taken.has(id))
      .map((each) => entryOf(desk, each)),
  );
};

const others = kindNames.filter(
  (name) => !['measure', 'project', 'task', 'criterion'].includes(name),
);

/** Criteria that are still open, as `T04.1#a`. */
const openCriteria = (desk: Desk): Offer => {
  const view = desk.view();
  if (!view) return nothing;
  const open = itemsOf(view.ledger).flatMap((item) => {
    const { status, criteria } = view.standing(item);
    return events.tick.from.some((each) => each === status)
      ? criteria.filter(({ met }) => met === null).map((each) => ({ item, each }))
      : [];
  });
  return offer(
    open.map(({ item, each }) => ({
      value: `${item.id}#${each.id}`,
      about: desk.words.language === 'zh' ? (each.text_zh ?? each.text) : each.text,
    })),
  );
};

/** Letters of the criteria of the items named. */
const letters = (desk: Desk): Offer => {
  const view = desk.view();
  const named = new Set(desk.line.args.map((each) => fold(each.replace(/[#＃].*$/s, ''))));
  const criteria = view
    ? itemsOf(view.ledger)
        .filter(({ id }) => named.has(fold(id)))
        .flatMap((item) => view.standing(item).criteria)
    : [];
  return offer(criteria.map(({ id, text }) => ({ value: id, about: text })));
};

/** `lead=`, and behind the sign a value of that attribute. */
const assignment = (desk: Desk, kind: KindName, word: string): Part => {
  const { attributes } = kindOf(kind);
  const [, name, rest = ''] = /^([^=]+)=(.*)$/s.exec(word) ?? [];
  if (name === undefined) {
    const names = Object.entries(attributes).filter(
      ([, { type, inherited }]) => type.is !== 'records' && type.is !== 'log' && !inherited,
    );
    const { docOf } = desk.words;
    return whole(
      offer(names.map(([key]) => ({ value: `${key}=`, about: docOf(kind, key) }))),
      word,
    );
  }
  return within(ofType(desk, name, attributes[name]?.type), `${name}=`, rest);
};

const kindOfNamed = (desk: Desk): KindName | undefined => {
  const view = desk.view();
  const wanted = fold(desk.line.args[0] ?? '');
  return view && entriesOf(view.ledger, kindNames).find(({ id }) => fold(id) === wanted)?.kind;
};

const plainFormats = ['table', 'json', 'markdown'];
const rowFormats = ['table', 'json', 'csv', 'markdown'];

/** The formats of an answer; those with rows can be CSV as well. */
export const formatsOf = (command: CommandName | undefined): readonly string[] => {
  switch (command) {
    case 'validate':
      return ['text', 'json', 'github'];
    case 'review':
      return ['text', 'json', 'markdown', 'github', 'gitlab'];
    case 'diff':
    case 'explain':
    case 'import':
    case 'resolve':
    case 'show':
    case 'summary':
    case 'trace':
      return plainFormats;
    default:
      return rowFormats;
  }
};

const encodings = ['utf-8', 'gb18030'];

/** Flags whose value their placeholder does not tell. */
const flagValues: { readonly [name: string]: Source } = {
  '--year': (desk, word) => whole(plainly(desk.years()), word),
  '--format': ({ line }, word) => whole(plainly(formatsOf(line.command)), word),
  '--fields': (_desk, word) => whole(plainly(Object.keys(fieldSets)), word),
  '--encoding': (_desk, word) => whole(plainly(encodings), word),
  '--timezone': (_desk, word) => whole(plainly(Intl.supportedValuesOf('timeZone')), word),
  '--criteria': (desk, word) => within(letters(desk), '', word),
  '--view': (desk, word) =>
    whole(
      offer(
        (desk.view()?.ledger.about.views ?? []).map(({ name, query }) => ({
          value: name,
          about: query,
        })),
      ),
      word,
    ),
  '--sort': (desk, word) => {
    const part = within(keysOf(desk, ''), '', word);
    if (!part.word.startsWith('-')) return part;
    return { ...part, before: `${part.before}-`, word: part.word.slice(1) };
  },
};

const units = (desk: Desk, word: string): Part =>
  whole(recordsOf(desk, ['unit', 'district']), word);
const files = (_desk: Desk, word: string): Part => whole({ is: 'files' }, word);
const columns = (desk: Desk, word: string): Part => within(keysOf(desk, ''), '', word);

/** Values by the word that stands for them in the help. */
const placeholders: { readonly [name: string]: Source } = {
  dir: (_desk, word) => whole({ is: 'folders' }, word),
  file: files,
  evidence: files,
  unit: units,
  'id.attribute': (desk, word) => whole(recordsOf(desk, kindNames), word),
  language: (_desk, word) => whole(plainly(['en', 'zh']), word),
  columns,
  column: columns,
  'side[,side]': (_desk, word) => within(plainly(dimensionNames), '', word),
  '[id=]how': (desk, word) => {
    const [before = ''] = /^.*=/s.exec(word) ?? [];
    const offered = ofType(desk, 'checked', events.verify.attributes.checked.type);
    return { offered, before, word: word.slice(before.length) };
  },
  'name=unit': (desk, word) => {
    const [before = ''] = /^.*=/s.exec(word) ?? [];
    return before === ''
      ? whole(nothing, word)
      : { ...units(desk, word.slice(before.length)), before };
  },
  query: (desk, word) => {
    // The whole query is one word for the shell.
    const [, before = '', last = ''] = /^(.*[\s(（])?(.*)$/s.exec(word) ?? [];
    const part = query(desk, last);
    return { ...part, before: before + part.before };
  },
};

/** What could be the value of a flag, as far as the word is typed; undefined where that is the user's own. */
export const valuesOfFlag = ({ names, placeholder = '' }: Flag): Source | undefined => {
  const [name = ''] = names;
  const key = filterOptions.find((each) => `--${each}` === name);
  const keys = queryKeys(items);
  const form = (keys.get(`${key}`) ?? keys.get(`${key}s`))?.form;
  if (key && form) return (desk, word) => within(ofForm(desk, key, form), '', word);
  const own = flagValues[name] ?? placeholders[placeholder];
  if (own || !placeholder.includes('|')) return own;
  return (_desk, word) => whole(plainly(placeholder.split('|')), word);
};

/** Arguments by their names in the help. */
export const argumentValues: { readonly [name: string]: Source } = {
  ...placeholders,
  query: (desk, word) => {
    const part = query(desk, word);
    const isFirst = desk.line.args.length === 0 && !/[:：]/.test(word);
    // `mine` may begin with a unit.
    if (!isFirst || desk.line.command !== 'mine') return part;
    return { ...part, offered: joined(part.offered, recordsOf(desk, ['unit', 'district'])) };
  },
  words: (desk, word) => {
    const part = query(desk, word);
    const isFirst = desk.line.args.length === 0 && !/[:：]/.test(word);
    return isFirst ? { ...part, offered: joined(offer(kinds(desk)), part.offered) } : part;
  },
  id: (desk, word) => whole(subjects(desk), word),
  'id|entry': (desk, word) => whole(subjects(desk), word),
  'id|query': (desk, word) => {
    const part = query(desk, word);
    if (desk.line.args.length > 0 || /[:：]/.test(word)) return part;
    return { ...part, offered: joined(recordsOf(desk, kindNames), part.offered) };
  },
  'id|key=value': (desk, word) => {
    const kind = kindOfNamed(desk);
    return kind ? assignment(desk, kind, word) : whole(subjects(desk), word);
  },
  criterion: (desk, word) => whole(openCriteria(desk), word),
  range: (desk, word) => {
    const [before = ''] = /^.*\.{2,3}/s.exec(word) ?? [];
    const offered = plainly(desk.revisions());
    return { offered, before, word: word.slice(before.length) };
  },
  meeting: (desk, word) => whole(recordsOf(desk, ['meeting']), word),
  kind: (desk, word) =>
    whole(
      offer(
        kindNames
          .filter((name) => name !== 'ledger')
          .map((name) => ({ value: name, about: desk.words.kinds[name].one })),
      ),
      word,
    ),
  'in|key=value': (desk, word) => {
    const kind = kindFrom(desk.line.args[0] ?? '');
    if (!kind) return whole(nothing, word);
    const part = assignment(desk, kind, word);
    const { place } = kindOf(kind);
    const parent =
      place.in === 'parent' ? place.parent : place.in === 'folder-by' ? place.by : undefined;
    if (parent === undefined || desk.line.args.length > 1 || word.includes('=')) return part;
    const within = parent === 'item' ? items : [parent as KindName];
    return { ...part, offered: joined(recordsOf(desk, within), part.offered) };
  },
  action: (_desk, word) => whole(plainly(actionsForPeople), word),
  code: (_desk, word) => whole(plainly([...diagnosticCodes].sort()), word),
  schema: (_desk, word) => whole(plainly(schemaNames), word),
  shell: (_desk, word) => whole(plainly(shells), word),
};

/** What could be the next argument; `names` are those that the help gives, the last may be many. */
export const valuesOfArgument = (
  desk: Desk,
  names: readonly { readonly name: string; readonly isMany: boolean }[],
  word: string,
): Part => {
  const last = names.at(-1);
  const declared = names[desk.line.args.length] ?? (last?.isMany ? last : undefined);
  const values = argumentValues[declared?.name ?? ''];
  return values ? values(desk, word) : whole(nothing, word);
};
