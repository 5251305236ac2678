/** `reform mine`: what a unit owes, the reporting day first; at a terminal letters lead on to the verbs. */
import { type Block, type Document, faint, type Table } from '../../format/document.ts';
import { addDays, daysBetween } from '../../model/dates.ts';
import { itemsOf, type Ledger } from '../../model/ledger.ts';
import { findByName, fold, foldId, namesOf } from '../../model/names.ts';
import { type Owing, owingOf } from '../../model/owing.ts';
import { parseQuery } from '../../model/query.ts';
import { lapsed, type Reports, reportsOf, unreported } from '../../model/reports.ts';
import { entriesOf } from '../../model/select.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { actOn, letterOf } from '../acting.ts';
import { basisFacts, basisLine, problemTalk } from '../answer.ts';
import { withName } from '../ask.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import {
  daysCell,
  idsOf,
  itemColumns,
  itemFacts,
  itemTitle,
  lightCell,
  notedCell,
  notesOn,
  periodFacts,
  reportFacts,
  unitName,
} from '../duties.ts';
import { exitCodes, Failure } from '../failure.ts';
import { declareFilters, type Options, pickFormat } from '../options.ts';
import { resolveUnit } from '../resolve.ts';
import { chosen } from '../selection.ts';
import { reporter } from '../writing/update.ts';

/** Days within which a deadline is soon. */
const soon = 30;

const unitsIn = (ledger: Ledger) => entriesOf(ledger, ['unit', 'district']);

/** Whether a word is just what a unit is called, and not one to search for. */
const isUnit = (ledger: Ledger, word: string): boolean =>
  unitsIn(ledger).some(
    (entry) =>
      foldId(entry.id) === foldId(word) || namesOf(entry).some((name) => fold(name) === fold(word)),
  );

/** Whether a word is no unit but close to the name of one. */
const isNearlyUnit = (ledger: Ledger, word: string): boolean => {
  const match = findByName(unitsIn(ledger), word);
  return match.is === 'none' && match.suggestions.length > 0;
};

/** Words that say nothing in a query but themselves; they may be the name of a unit. */
const isBare = (given: string): boolean => {
  const parsed = parseQuery(given);
  if (parsed.is !== 'query') return false;
  const parts = parsed.query.is === 'all' ? parsed.query.of : [parsed.query];
  return parts.every((part) => part.is === 'word' && !part.isQuoted);
};

/**
 * The unit that asks: the first word or `--unit`, else who the user is; with the words left over, and the first of
 * them where it may be a unit mistyped.
 */
const unitFrom = (
  context: Context,
  opened: Parameters<typeof reporter>[1],
  args: readonly string[],
  options: Options,
) => {
  const [first] = args;
  const name = options['unit'] === undefined ? first : undefined;
  const isNamed = name !== undefined && isUnit(opened.ledger, name);
  const word = !isNamed && name !== undefined && isBare(name) ? name : undefined;
  const known = reporter(context, opened, { by: isNamed ? name : options['unit'] });
  if (known) {
    const { entry, echo } = known;
    const doubtful = word !== undefined && isNearlyUnit(opened.ledger, word) ? word : undefined;
    return { unit: entry.id, echo, rest: isNamed ? args.slice(1) : args, doubtful };
  }
  if (word === undefined) throw new Failure(exitCodes.usage, (say) => say.whoseDuties());
  // Of nobody's items none can be searched for: the word is a unit, or there is none such.
  const { entry, echo } = resolveUnit(context.words, opened.ledger, word);
  return { unit: entry.id, echo, rest: args.slice(1), doubtful: undefined };
};

const isAsked = ({ pressure }: Owing): boolean =>
  pressure !== 'support' && pressure !== 'claimed' && pressure !== 'listed';

/** What is said of the reports, before anything else. */
const reportLines = ({ today }: View, words: Words, reports: Reports): readonly string[] => {
  const { period, items } = reports;
  const said = words.asking.mine;
  const missed = lapsed(items);
  return [
    said.reports(period.from, period.to, period.due, daysBetween(today, period.due)),
    said.toReport(idsOf(unreported(reports.items)), items.length),
    ...(missed.length > 0 ? [said.missed(idsOf(missed))] : []),
  ];
};

/** The command that takes an item on. */
const commandOf = ({ next }: Owing): string => `reform ${next.verb} ${next.id}`;

const tableOfOwing = (
  view: View,
  words: Words,
  owing: readonly Owing[],
  { hasLetters, isFlat }: { readonly hasLetters: boolean; readonly isFlat: boolean },
): Table => {
  const { headings, mine: said } = words.asking;
  const columns = itemColumns(words);
  const notesOf = ({ item, duty, rejection }: Owing): readonly string[] => [
    ...(duty?.criterion ? [words.asking.milestone(duty.criterion.id)] : []),
    ...(rejection ? [words.asking.rejected(rejection.event.date)] : []),
    ...notesOn(view, words, item),
  ];
  return {
    is: 'table',
    groupedBy: 'pressure',
    columns: [
      { key: 'pressure', heading: headings.section },
      { key: 'letter', heading: headings.letter, keeps: 'whole' },
      columns.id,
      columns.title,
      columns.due,
      columns.days_left,
      columns.light,
      ...(isFlat ? [{ key: 'note', heading: headings.note }] : []),
      { key: 'next', heading: headings.next, keeps: 'whole' },
    ],
    rows: owing.map((each, index) => {
      const { item, duty, pressure, next } = each;
      const notes = notesOf(each);
      return [
        { text: said.groups[pressure] },
        hasLetters ? { text: letterOf(index) } : null,
        { text: item.id },
        notedCell(words, itemTitle(view, words, item), notes),
        duty && { text: duty.due },
        duty && daysCell(words, duty.daysLeft),
        lightCell(view, words, item),
        ...(isFlat ? [notes.length > 0 ? { text: notes.join(words.comma) } : null] : []),
        { text: withName(words, next.verb, said.verbs[next.verb]), value: [commandOf(each)] },
      ];
    }),
  };
};

const factsOf = (view: View, unit: string, owing: readonly Owing[], reports: Reports) => ({
  ...basisFacts(view),
  unit,
  reporting: {
    ...periodFacts(view, reports.period),
    ...reportFacts(reports.items),
  },
  items: owing.map(({ item, pressure, duty, rejection, next }) => ({
    ...itemFacts(view, item),
    pressure,
    duty: duty && { id: duty.id, due: duty.due, days_left: duty.daysLeft },
    rejected: rejection?.event.date ?? null,
    next,
  })),
});

export const mine: Command = {
  configure: (commander, { options: help }) => {
    declareFilters(commander.argument('[query...]').usage('[options] [unit] [query...]'), help)
      .option('--format <format>', help.format)
      .option('--json', help.json)
      .option('--excel', help.excel);
  },
  run: async (context, args, options) => {
    const { io, words } = context;
    const format = pickFormat(options, ['table', 'json', 'csv', 'markdown'], 'table');
    const { opened, view } = await context.read();
    const { unit, echo, rest, doubtful } = unitFrom(context, opened, args, options);
    const picked = chosen(context, view, ['measure', 'project'], rest, {
      ...options,
      unit: undefined,
    });
    if (doubtful !== undefined && picked.entries.length === 0) {
      resolveUnit(words, opened.ledger, doubtful);
    }
    // A reporting day is for all that a unit owes, whatever is asked for.
    const all = owingOf(view, unit, itemsOf(view.ledger), addDays(view.today, soon));
    const fitting = new Set<unknown>(picked.entries);
    const owing = all.filter(({ item }) => fitting.has(item));
    const reports = reportsOf(
      view,
      all.filter(isAsked).map(({ item }) => item),
    );
    const name = unitName(view, words, unit);
    const said = words.asking.mine;
    // Of another day one reads; what is recorded is recorded today.
    const isLookingBack = options['asOf'] !== undefined || options['knownBy'] !== undefined;
    const isActing =
      io.terminal !== null &&
      io.stdout.width !== null &&
      format === 'table' &&
      owing.length > 0 &&
      !isLookingBack;
    const [first] = owing;
    const blocks: readonly Block[] = [
      {
        is: 'prose',
        title: said.title(name),
        paragraphs: [
          ...reportLines(view, words, reports),
          ...(all.length === 0 ? [said.nothing(name)] : []),
          ...(all.length > 0 && owing.length === 0 ? [said.noneFits(name, picked.asked)] : []),
        ],
      },
      tableOfOwing(view, words, owing, { hasLetters: isActing, isFlat: format === 'csv' }),
      faint([
        [...picked.asked, basisLine(view, words)].join(' · '),
        ...(first && !isActing && !isLookingBack ? [words.footer.next(commandOf(first))] : []),
      ]),
    ];
    const document: Document = {
      kind: 'mine',
      facts: { ...factsOf(view, unit, owing, reports), query: picked.query },
      blocks,
    };
    const talk = [
      ...(echo === undefined ? [] : [echo]),
      ...picked.echoes,
      ...problemTalk(words, opened.diagnostics.length),
    ];
    const answer = { document, format, talk, about: all.map(({ item }) => item) };
    if (!isActing) return answer;
    return actOn(context, options, answer, { unit, rows: owing });
  },
};
