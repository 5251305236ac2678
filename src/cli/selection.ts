/** Which records a command is about: the query, the flags and the view of the command line, understood and applied. */
import type { Condition } from '../model/condition.ts';
import { fits } from '../model/condition.ts';
import { type KindName, kindNames, kindOf } from '../model/kinds/index.ts';
import type { Entry } from '../model/ledger.ts';
import { fold, suggest } from '../model/names.ts';
import { kindKey } from '../model/query-keys.ts';
import { entriesOf } from '../model/select.ts';
import type { View } from '../model/view.ts';
import type { Words } from '../words/en.ts';
import { type Context, typed } from './context.ts';
import { exitCodes, Failure } from './failure.ts';
import { filterOptions, type Options, optionKey } from './options.ts';
import { kindFrom } from './resolve.ts';
import { asWhole, type Understood, understandFlag, understandQuery } from './understand.ts';

/** What was asked for, understood. */
interface Asked {
  readonly condition: Condition;
  /** What it asks for in words, for the lines below an answer. */
  readonly asked: readonly string[];
  /** The same as a query that can be typed again; null where everything is meant. */
  readonly query: string | null;
  /** How names were taken, where that is not plain. */
  readonly echoes: readonly string[];
}

/** Records that were asked for. */
export interface Chosen extends Asked {
  readonly entries: readonly Entry[];
}

/** The flags of the command line that narrow the answer, each a term of a query. */
export const flagsFrom = (options: Options): readonly (readonly [name: string, given: string])[] =>
  filterOptions.flatMap((name) => {
    const given = options[optionKey(name)];
    return typeof given === 'string' ? [[name, given] as const] : [];
  });

/** A saved view by its name; a failure that names the others where there is no such view. */
export const savedView = ({ ledger }: View, words: Words, name: string) => {
  const views = ledger.about.views ?? [];
  const [found, ...others] = views.filter((each) => fold(each.name) === fold(name));
  if (found && others.length === 0) return found;
  const names = views.map((each) => each.name);
  if (found) {
    throw new Failure(exitCodes.usage, (say) => say.ambiguousName(words.query.aView, name, names));
  }
  throw new Failure(exitCodes.usage, (say) =>
    names.length === 0
      ? say.noViews()
      : say.unknownName(words.query.aView, name, suggest(name, names), names.join(words.comma)),
  );
};

/** The kind a view is about; undefined where it is about items. */
export const kindOfView = (
  words: Words,
  { kind }: { readonly kind?: string | undefined },
): KindName | undefined => {
  if (kind === undefined) return undefined;
  const found = kindFrom(kind);
  if (found) return found;
  const plurals = kindNames.map((each) => kindOf(each).plural);
  throw new Failure(exitCodes.usage, (say) =>
    say.unknownValue(words.facts['kind'] ?? '', kind, plurals),
  );
};

/** A kind named first, then the words of a query; items where no kind is named. */
export const kindAndQuery = (
  args: readonly string[],
): { readonly named: KindName | undefined; readonly rest: readonly string[] } => {
  const [first] = args;
  const named = first === undefined ? undefined : kindFrom(first);
  return { named, rest: named ? args.slice(1) : args };
};

/** A view about one kind means no records of another, whatever else is asked for. */
const ofKind = (
  kinds: readonly KindName[],
  kind: KindName | undefined,
  meant: Understood,
): Understood => {
  if (kind === undefined || kinds.length < 2) return meant;
  const key = kindKey(kinds);
  const isOne: Condition = { is: 'fact', key, wanted: [{ is: 'value', value: kind }] };
  return {
    ...meant,
    condition: { is: 'all', of: [meant.condition, isOne] },
    canonical: `${asWhole(meant.canonical)} ${key.name}:${kind}`,
  };
};

/** What words, `--where`, flags and a view ask of records of some kinds; all of them must hold. */
const askedFor = (
  { words }: Pick<Context, 'words'>,
  view: View,
  kinds: readonly KindName[],
  args: readonly string[],
  options: Options,
): Asked => {
  const { where, view: viewName } = options;
  const parts: Understood[] = [];
  if (typeof viewName === 'string') {
    const saved = savedView(view, words, viewName);
    const { name, query } = saved;
    const kind = kindOfView(words, saved);
    // What it asks of tasks would mean other records if it were asked of measures.
    if (kind !== undefined && !kinds.includes(kind)) {
      const [asked = 'measure'] = kinds;
      throw new Failure(exitCodes.usage, (say) =>
        say.viewOfOthers(
          name,
          words.kinds[kind].many,
          words.kinds[asked].many,
          typed(['reform', 'list', '--view', name]),
        ),
      );
    }
    const meant = understandQuery(words, view, kinds, [query]);
    parts.push({
      ...ofKind(kinds, kind, meant),
      said: [words.query.inView(name, meant.said.join(' · '))],
    });
  }
  if (args.length > 0) parts.push(understandQuery(words, view, kinds, args));
  if (typeof where === 'string') parts.push(understandQuery(words, view, kinds, [where]));
  for (const [name, given] of flagsFrom(options)) {
    parts.push(understandFlag(words, view, kinds, name, given));
  }
  const parted = parts.map(({ canonical }) => (parts.length > 1 ? asWhole(canonical) : canonical));
  return {
    condition: { is: 'all', of: parts.map(({ condition }) => condition) },
    asked: parts.flatMap(({ said }) => said),
    query: parted.length > 0 ? parted.join(' ') : null,
    echoes: parts.flatMap(({ echoes }) => echoes),
  };
};

/** The records of some kinds that are asked for, in the ledger's order. */
export const chosen = (
  context: Pick<Context, 'words'>,
  view: View,
  kinds: readonly KindName[],
  args: readonly string[],
  options: Options,
): Chosen => {
  const asked = askedFor(context, view, kinds, args, options);
  const entries = entriesOf(view.ledger, kinds).filter((each) => fits(view, each, asked.condition));
  return { ...asked, entries };
};
