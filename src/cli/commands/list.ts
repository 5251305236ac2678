/** `reform list`: records of a kind, chosen by filters and words. */
import type { Document } from '../../format/document.ts';
import { type Status, statuses } from '../../model/events.ts';
import { factNames, factOf, factsOf, titleOf } from '../../model/facts.ts';
import { type KindName, kindNames, kindOf } from '../../model/kinds/index.ts';
import type { Entry } from '../../model/ledger.ts';
import { fold, suggest } from '../../model/names.ts';
import {
  canFilter,
  entriesOf,
  type FilterName,
  noField,
  type Selection,
  type SortKey,
  select,
  sortEntries,
} from '../../model/select.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { basisFacts, basisLine, emptyColumns, problemTalk, tableOf } from '../answer.ts';
import type { Command } from '../command.ts';
import { exitCodes, Failure } from '../failure.ts';
import { type Options, pickFormat, splitList } from '../options.ts';
import { kindFrom, resolveAmong, resolveUnit } from '../resolve.ts';

const items: readonly KindName[] = ['measure', 'project'];

/** The filters of the command line as a selection, with what to call it and what to echo. */
const selectionFrom = (view: View, words: Words, kinds: readonly KindName[], options: Options) => {
  const { ledger } = view;
  const echoes: string[] = [];
  const asked: string[] = [];
  const check = (filter: FilterName) => {
    const unfit = kinds.find((kind) => !canFilter(filter, kind));
    if (unfit) {
      throw new Failure(exitCodes.usage, (say) =>
        say.cannotFilter(words.kinds[unfit].many, filter),
      );
    }
  };
  const named = (filter: 'district' | 'field' | 'unit') => {
    const given = options[filter];
    if (typeof given !== 'string') return undefined;
    check(filter);
    const { entry, echo } =
      filter === 'field' && fold(given) === noField
        ? { entry: undefined, echo: undefined }
        : filter === 'unit'
          ? resolveUnit(words, ledger, given)
          : resolveAmong<Entry>(words, entriesOf(ledger, [filter]), given, words.kinds[filter].one);
    if (!entry) {
      asked.push(words.footer.across);
      return [noField];
    }
    const chinese = titleOf(entry, 'zh');
    const title = titleOf(entry);
    asked.push(chinese === title ? title : `${title} ${chinese}`);
    // The answer names the district, field or unit anyway; only an unexpected reading is worth a line.
    if (echo && !title.toLowerCase().includes(given.toLowerCase())) echoes.push(echo);
    return [entry.id];
  };
  const district = named('district');
  const field = named('field');
  const unit = named('unit');
  const status = splitList(options['status']).map((given) => {
    check('status');
    const wanted = fold(given);
    // The words of the tables are understood as well: `in progress`, `claimed`.
    const found =
      statuses.find((each) => each === wanted || words.statuses[each] === wanted) ??
      statuses.find((each) => words.statuses[each].includes(`(${wanted})`));
    if (!found) {
      const near = suggest(given, statuses);
      throw new Failure(exitCodes.usage, (say) =>
        near.length > 0
          ? say.unknownName(words.facts['status'] ?? '', given, near)
          : say.unknownValue(words.facts['status'] ?? '', given, statuses),
      );
    }
    return found;
  });
  if (status.length > 0) {
    const names = status.map((each: Status) => words.statuses[each]);
    asked.push(`${words.facts['status']} ${names.join(', ')}`);
  }
  const selection: Selection = {
    ...(district && { district }),
    ...(field && { field }),
    ...(unit && { unit }),
    ...(status.length > 0 && { status }),
  };
  return { selection, asked, echoes };
};

/** Names that are facts of at least one of the kinds; others are a mistake of the user. */
const checkNames = (names: readonly string[], kinds: readonly KindName[]): readonly string[] => {
  const possible = [...new Set(kinds.flatMap((kind) => ['id', ...factNames(kind)]))];
  for (const name of names) {
    if (possible.includes(name)) continue;
    const near = suggest(name, possible);
    throw new Failure(exitCodes.usage, (say) =>
      near.length > 0
        ? say.unknownName('column', name, near)
        : say.unknownValue('column', name, [...possible].sort()),
    );
  }
  return names;
};

const sortFrom = (options: Options, kinds: readonly KindName[]): readonly SortKey[] =>
  splitList(options['sort']).map((given) => {
    const isDescending = given.startsWith('-');
    const name = isDescending ? given.slice(1) : given;
    checkNames([name], kinds);
    return { name, isDescending };
  });

const countLine = (words: Words, entries: readonly Entry[], kinds: readonly KindName[]): string => {
  const counted = kinds
    .map((kind) => ({ kind, count: entries.filter((entry) => entry.kind === kind).length }))
    .filter(({ count }) => count > 0 || kinds.length === 1);
  if (counted.length === 0) return words.items(0);
  return counted.map(({ kind, count }) => words.count(count, kind)).join(', ');
};

/**
 * Tasks that fit when no measure or project does: on a published list most of what is known stands
 * there.
 */
const tasksInstead = (
  view: View,
  words: Words,
  selection: Selection,
  options: Options,
): string[] => {
  const tasks = select<Entry>(view, view.ledger.entries.task, selection);
  if (tasks.length === 0) return [];
  const flags = ['field', 'district', 'unit', 'status']
    .filter((name) => typeof options[name] === 'string')
    .map((name) => ` --${name} "${String(options[name])}"`);
  const search = (selection.words ?? []).map((word) => ` ${word}`);
  const command = `reform list tasks${search.join('')}${flags.join('')}`;
  return [`${words.count(tasks.length, 'task')}. ${words.footer.next(command)}`];
};

/** A mistyped kind is searched for as a word; the right one is offered. */
const kindMeant = (words: Words, given: string): string[] => {
  const [near] = suggest(
    given,
    kindNames.map((kind) => kindOf(kind).plural),
  );
  return near === undefined ? [] : [words.footer.next(`reform list ${near}`)];
};

export const list: Command = {
  configure: (commander, help) => {
    commander
      .argument('[words...]')
      .usage('[options] [kind] [words...]')
      .option('--district <name>', help.district)
      .option('--field <name>', help.field)
      .option('--unit <name>', help.unit)
      .option('--status <status>', help.status)
      .option('--sort <columns>', help.sort)
      .option('--columns <columns>', help.columns)
      .option('--format <format>', help.format)
      .option('--json', help.json);
  },
  run: async ({ read, words }, args, options) => {
    const format = pickFormat(options, ['table', 'json', 'csv', 'markdown'], 'table');
    const { opened, view } = await read();
    const named = args[0] === undefined ? undefined : kindFrom(args[0]);
    const kinds = named ? [named] : items;
    const searched = named ? args.slice(1) : args;
    const filtered = selectionFrom(view, words, kinds, options);
    const selection = { ...filtered.selection, ...(searched.length > 0 && { words: searched }) };
    const asked = [...filtered.asked, ...(searched.length > 0 ? [`"${searched.join(' ')}"`] : [])];
    const columns = splitList(options['columns']);
    const names = checkNames(
      columns.length > 0 ? columns : kindOf(kinds[0] ?? 'measure').columns,
      kinds,
    );
    const sorted = sortEntries(
      view,
      select(view, entriesOf(opened.ledger, kinds), selection),
      sortFrom(options, kinds),
    );
    const table = tableOf(view, words, sorted, names, kinds);
    const [first] = sorted;
    const empty = emptyColumns(opened.ledger, words, table);
    const next =
      first && first.kind !== 'ledger' ? words.footer.next(`reform show ${first.id}`) : undefined;
    const scope = [countLine(words, sorted, kinds), ...asked, basisLine(view, words)].join(' · ');
    const below = first
      ? [scope, [empty, next].filter((part) => part !== undefined).join('   ')]
      : [
          words.footer.nothing(kinds, asked),
          basisLine(view, words),
          ...(named ? [] : tasksInstead(view, words, selection, options)),
          ...(named || searched.length !== 1 ? [] : kindMeant(words, searched[0] ?? '')),
        ];
    const document: Document = {
      kind: 'list',
      facts: {
        ...basisFacts(view),
        kinds,
        items: sorted.map((entry) => ({
          record: entry.kind,
          ...(columns.length > 0
            ? Object.fromEntries(names.map((name) => [name, factOf(view, entry, name)]))
            : { ...factsOf(view, entry), id: entry.id }),
        })),
      },
      blocks: [table, { is: 'prose', style: 'faint', paragraphs: below }],
    };
    const talk = [...filtered.echoes, ...problemTalk(words, opened.diagnostics.length)];
    return { document, format, talk };
  },
};
