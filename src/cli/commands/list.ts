/** `reform list`: records of a kind, chosen by a query, in the columns and the order asked for. */
import { type Document, faint, type Table } from '../../format/document.ts';
import type { Value } from '../../model/attribute.ts';
import type { Condition } from '../../model/condition.ts';
import { fits } from '../../model/condition.ts';
import { completedFact, factAlong, factNamesAlong, factOf, factsOf } from '../../model/facts.ts';
import type { Kind } from '../../model/kind.ts';
import { type KindName, kindNames, kindOf } from '../../model/kinds/index.ts';
import { type Entry, isItem } from '../../model/ledger.ts';
import { missingOf } from '../../model/missing.ts';
import { suggest } from '../../model/names.ts';
import { type SortKey, sortEntries } from '../../model/select.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import {
  basisFacts,
  basisLine,
  cellOfValue,
  emptyColumns,
  problemTalk,
  tableOf,
} from '../answer.ts';
import type { Command } from '../command.ts';
import { typed } from '../context.ts';
import { exitCodes, Failure } from '../failure.ts';
import { explainLight } from '../lights.ts';
import { factMeant } from '../meaning.ts';
import { declareFilters, limitFrom, type Options, pickFormat, splitList } from '../options.ts';
import {
  type Chosen,
  chosen,
  flagsFrom,
  kindAndQuery,
  kindOfView,
  savedView,
} from '../selection.ts';

const items: readonly KindName[] = ['measure', 'project'];

/** Names that are facts of at least one of the kinds; others are a mistake of the user. */
const checkNames = (
  words: Words,
  names: readonly string[],
  kinds: readonly KindName[],
): readonly string[] => {
  const possible = [...new Set(kinds.flatMap((kind) => ['id', ...factNamesAlong(kind)]))];
  const meant = names.map((given) => {
    const name = factMeant(words, possible, given);
    if (name !== undefined) return name;
    const near = suggest(given, possible);
    throw new Failure(exitCodes.usage, (say) =>
      near.length > 0
        ? say.unknownName(say.things.column, given, near)
        : say.unknownValue(say.things.column, given, [...possible].sort()),
    );
  });
  return [...new Set(meant)];
};

const sortFrom = (
  words: Words,
  given: readonly string[],
  kinds: readonly KindName[],
): readonly SortKey[] =>
  given.flatMap((each) => {
    const isDescending = each.startsWith('-');
    const names = checkNames(words, [isDescending ? each.slice(1) : each], kinds);
    return names.map((name) => ({ name, isDescending }));
  });

const countLine = (words: Words, entries: readonly Entry[], kinds: readonly KindName[]): string => {
  const counted = kinds
    .map((kind) => ({ kind, count: entries.filter((entry) => entry.kind === kind).length }))
    .filter(({ count }) => count > 0 || kinds.length === 1);
  if (counted.length === 0) return words.items(0);
  return counted.map(({ kind, count }) => words.count(count, kind)).join(words.comma);
};

/** What is asked of a list beside its query; a saved view says it where the command line does not. */
interface Wish {
  readonly kinds: readonly KindName[];
  /** The kind was named, by the command line or the view. */
  readonly named: KindName | undefined;
  readonly args: readonly string[];
  /** Undefined where the kind's own columns are meant. */
  readonly columns: readonly string[] | undefined;
  readonly sort: readonly SortKey[];
  readonly groupBy: string | undefined;
  readonly limit: number;
}

const wishFrom = (words: Words, view: View, given: readonly string[], options: Options): Wish => {
  const { named, rest } = kindAndQuery(given);
  const name = options['view'];
  const saved = typeof name === 'string' ? savedView(view, words, name) : undefined;
  const kind = named ?? (saved && kindOfView(words, saved));
  const kinds = kind ? [kind] : items;
  const list = (option: string, otherwise: readonly string[] | undefined) =>
    options[option] === undefined ? (otherwise ?? []) : splitList(options[option]);
  const columns = list('columns', saved?.columns);
  const groups = splitList(options['groupBy']);
  if (groups.length > 1) throw new Failure(exitCodes.usage, (say) => say.oneGroup());
  return {
    kinds,
    named: kind,
    args: rest,
    columns: columns.length > 0 ? checkNames(words, columns, kinds) : undefined,
    sort: sortFrom(words, list('sort', saved?.sort), kinds),
    groupBy: checkNames(words, groups, kinds)[0],
    limit: limitFrom(options),
  };
};

/**
 * Tasks that fit when no measure or project does: on a published list most of what is known stands
 * there.
 */
const tasksInstead = (
  view: View,
  words: Words,
  condition: Condition,
  query: string | null,
): string[] => {
  const count = view.ledger.entries.task.filter((task) => fits(view, task, condition)).length;
  if (count === 0) return [];
  const command = typed(['reform', 'list', 'tasks', ...(query === null ? [] : [query])]);
  return [`${words.count(count, 'task')}${words.stop}${words.footer.next(command)}`];
};

/** A mistyped kind is searched for as a word; the right one is offered. */
const kindMeant = (words: Words, given: string): string[] => {
  const plurals = kindNames.map((kind) => kindOf(kind).plural);
  const [near] = suggest(given, plurals);
  return near === undefined ? [] : [words.footer.next(`reform list ${near}`)];
};

/** More columns, of what is no fact of a record but said about it. */
const said = (
  view: View,
  words: Words,
  table: Table,
  entries: readonly Entry[],
  options: Options,
): Table => {
  const extra = [
    ...(options['explain']
      ? [
          {
            column: { key: 'why', heading: words.query.why, keeps: 'text' } as const,
            of: (entry: Entry) => (isItem(entry) ? explainLight(view, words, entry) : ''),
          },
        ]
      : []),
    ...(options['missing']
      ? [
          {
            column: { key: 'missing', heading: words.query.missing, keeps: 'text' } as const,
            of: (entry: Entry) =>
              missingOf(view, entry)
                .map((name) => words.facts[name] ?? name)
                .join(words.comma),
          },
        ]
      : []),
  ];
  return {
    ...table,
    columns: [...table.columns, ...extra.map(({ column }) => column)],
    rows: table.rows.map((row, at) => [
      ...row,
      ...extra.map(({ of }) => {
        const entry = entries[at];
        const text = entry ? of(entry) : '';
        return text === '' ? null : { text };
      }),
    ]),
  };
};

/**
 * The table with its rows under each value of a column, in the order in which the rows bring them. A row with several
 * values stands under each of them.
 */
const grouped = (
  view: View,
  words: Words,
  table: Table,
  entries: readonly Entry[],
  name: string,
): Table => {
  const groups = new Map<
    string,
    { readonly title: string; readonly rows: Table['rows'][number][] }
  >();
  for (const [at, entry] of entries.entries()) {
    const value = factAlong(view, entry, name);
    const values: readonly Value[] = Array.isArray(value) && value.length > 0 ? value : [value];
    for (const each of values) {
      const key = JSON.stringify(each);
      const isAbsent = each === null || Array.isArray(each);
      const cell = isAbsent ? null : cellOfValue(view, words, entry.kind, name, each);
      const group = groups.get(key) ?? { title: cell?.text ?? words.query.nothing, rows: [] };
      group.rows.push(table.rows[at] ?? []);
      groups.set(key, group);
    }
  }
  return {
    ...table,
    columns: [{ key: name, heading: words.heading(name) }, ...table.columns],
    rows: [...groups.values()].flatMap(({ title, rows }) =>
      rows.map((row) => [{ text: title }, ...row]),
    ),
    groupedBy: name,
  };
};

/**
 * A light that can be judged nowhere says nothing in a column, nor does a Chinese title beside a title that is
 * shown in Chinese.
 */
const worthShowing = (
  view: View,
  { language }: Words,
  entries: readonly Entry[],
  { columns, titleOf }: Pick<Kind, 'columns' | 'titleOf'>,
) => {
  const isJudged = entries.some((entry) => {
    const light = factOf(view, entry, 'light');
    return light !== null && light !== 'unknown';
  });
  const isSaid = (name: string) =>
    (name === 'light' && !isJudged) || (name === `${titleOf}_zh` && language === 'zh');
  return columns.filter((name) => !isSaid(name));
};

const factsFor = (
  view: View,
  wish: Wish,
  options: Options,
  found: Chosen,
  rows: readonly Entry[],
) => ({
  ...basisFacts(view),
  kinds: wish.kinds,
  query: found.query,
  columns: wish.columns ?? null,
  group_by: wish.groupBy ?? null,
  count: found.entries.length,
  items: rows.map((entry) => ({
    record: entry.kind,
    ...(wish.columns
      ? Object.fromEntries(wish.columns.map((name) => [name, completedFact(view, entry, name)]))
      : { ...factsOf(view, entry), id: entry.id }),
    ...(options['missing'] && { missing: missingOf(view, entry) }),
    ...(options['explain'] && isItem(entry) && { light_reasons: view.light(entry).reasons }),
  })),
});

/** Only says how the question is understood. */
const understood = (words: Words, wish: Wish, { query, asked }: Chosen): Document => ({
  kind: 'query',
  facts: { kinds: wish.kinds, query },
  blocks: [
    {
      is: 'prose',
      title: words.query.title,
      paragraphs: [` ${query ?? ''}`, ` ${asked.join(' · ')}`],
    },
  ],
});

export const list: Command = {
  configure: (commander, { options: help }) => {
    declareFilters(commander.argument('[words...]').usage('[options] [kind] [query...]'), help)
      .option('--sort <columns>', help.sort)
      .option('--columns <columns>', help.columns)
      .option('--group-by <column>', help.groupBy)
      .option('--limit <count>', help.limit)
      .option('--explain', help.explain)
      .option('--missing', help.missing)
      .option('--parse-only', help.parseOnly)
      .option('--format <format>', help.format)
      .option('--json', help.json)
      .option('--excel', help.excel);
  },
  run: async ({ read, words }, args, options) => {
    const format = pickFormat(options, ['table', 'json', 'csv', 'markdown'], 'table');
    const { opened, view } = await read();
    const wish = wishFrom(words, view, args, options);
    const { kinds, named, groupBy } = wish;
    const matching = chosen({ words }, view, kinds, wish.args, options);
    if (options['parseOnly']) return { document: understood(words, wish, matching), format };
    const found = options['missing']
      ? {
          ...matching,
          entries: matching.entries.filter((each) => missingOf(view, each).length > 0),
        }
      : matching;
    const keys =
      groupBy === undefined ? wish.sort : [{ name: groupBy, isDescending: false }, ...wish.sort];
    const rows = sortEntries(view, found.entries, keys).slice(0, wish.limit);
    const own = wish.columns ?? worthShowing(view, words, rows, kindOf(kinds[0] ?? 'measure'));
    const names = groupBy === undefined ? own : own.filter((each) => each !== groupBy);
    const table = said(view, words, tableOf(view, words, rows, names, kinds), rows, options);
    const [first] = rows;
    const empty = emptyColumns(opened.ledger, words, table);
    const next =
      first && first.kind !== 'ledger' ? words.footer.next(`reform show ${first.id}`) : undefined;
    const { asked } = found;
    const scope = [
      countLine(words, found.entries, kinds),
      ...(rows.length < found.entries.length
        ? [words.query.limited(rows.length, found.entries.length)]
        : []),
      ...asked,
      basisLine(view, words),
    ].join(' · ');
    const word =
      wish.args.length === 1 && flagsFrom(options).length === 0 ? wish.args[0] : undefined;
    const below = first
      ? [scope, [empty, next].filter((part) => part !== undefined).join('   ')]
      : [
          words.footer.nothing(kinds, asked),
          basisLine(view, words),
          ...(named ? [] : tasksInstead(view, words, found.condition, found.query)),
          ...(named || word === undefined ? [] : kindMeant(words, word)),
        ];
    return {
      document: {
        kind: 'list',
        facts: factsFor(view, wish, options, found, rows),
        blocks: [
          groupBy === undefined ? table : grouped(view, words, table, rows, groupBy),
          faint(below),
        ],
      },
      format,
      about: found.query === null ? undefined : found.entries,
      talk: [...found.echoes, ...problemTalk(words, opened.diagnostics.length)],
    };
  },
};
