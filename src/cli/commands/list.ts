/** `reform list`: records of a kind, chosen by filters and words. */
import type { Document } from '../../format/document.ts';
import { factNames, factOf, factsOf } from '../../model/facts.ts';
import { type KindName, kindNames, kindOf } from '../../model/kinds/index.ts';
import type { Entry } from '../../model/ledger.ts';
import { suggest } from '../../model/names.ts';
import {
  entriesOf,
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
import { declareFilters, type Options, pickFormat, splitList } from '../options.ts';
import { kindFrom } from '../resolve.ts';
import { filtersFrom, selectionFrom } from '../selection.ts';

const items: readonly KindName[] = ['measure', 'project'];

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
  configure: (commander, { options: help }) => {
    declareFilters(commander.argument('[words...]').usage('[options] [kind] [words...]'), help)
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
    const filtered = selectionFrom(view, words, kinds, filtersFrom(options));
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
