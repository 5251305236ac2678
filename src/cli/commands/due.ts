/** `reform due`: what is late, then what is coming, week by week. */
import { type Cell, type Document, faint, type Table } from '../../format/document.ts';
import { addDays, type Day } from '../../model/dates.ts';
import { type Duty, dutiesOf, undatedOf } from '../../model/duties.ts';
import { isItem } from '../../model/ledger.ts';
import type { View } from '../../model/view.ts';
import { mondayOf } from '../../time/calendar.ts';
import type { Words } from '../../words/en.ts';
import { basisFacts, basisLine, problemTalk } from '../answer.ts';
import type { Command } from '../command.ts';
import { typed } from '../context.ts';
import { clockOf, dayFrom } from '../day.ts';
import {
  daysCell,
  dutyFacts,
  dutyTitle,
  itemColumns,
  lightCell,
  notedCell,
  notesOn,
  progressCell,
  unitCell,
} from '../duties.ts';
import { exitCodes, Failure } from '../failure.ts';
import { declareFilters, limitFrom, type Options, pickFormat, pickFrom } from '../options.ts';
import { chosen } from '../selection.ts';

/** How far ahead is looked where nothing else is said. */
const usual = 30;

const stretches = ['week', 'month'] as const;
type Stretch = (typeof stretches)[number];

/** The last day looked at: so many days on, or a day. */
const horizonFrom = (view: View, options: Options): Day => {
  const { today } = view;
  const { within } = options;
  if (typeof within !== 'string') return addDays(today, usual);
  const given = /^\s*\d+\s*(?:[dwmy]|天|周)\s*$/i.test(within.normalize('NFKC'))
    ? `+${within.trim()}`
    : within;
  const day = dayFrom('--within', given, clockOf(view), 'last') ?? today;
  if (day < today) throw new Failure(exitCodes.usage, (say) => say.badDay('--within', within));
  return day;
};

/** What stands above duties that belong together, for people, and by its first day for programs. */
const groupOf = (words: Words, { today }: View, by: Stretch, { due, daysLeft }: Duty): Cell => {
  const { overdue, stretches: names } = words.asking;
  const startOf = (day: Day) => (by === 'week' ? mondayOf(day) : day.slice(0, 7));
  const start = startOf(due);
  return daysLeft < 0
    ? { text: overdue, value: [start] }
    : { text: names[by](start, start === startOf(today)), value: [start] };
};

/** @param isFlat for a spreadsheet: notes have a column of their own */
const tableOfDuties = (
  view: View,
  words: Words,
  by: Stretch,
  duties: readonly Duty[],
  isFlat: boolean,
): Table => {
  const { headings } = words.asking;
  const columns = itemColumns(words);
  return {
    is: 'table',
    groupedBy: by,
    columns: [
      { key: by, heading: headings.group },
      columns.id,
      columns.title,
      columns.lead,
      columns.due,
      columns.days_left,
      columns.light,
      { key: 'progress', heading: headings.progress, align: 'right', keeps: 'whole' },
      ...(isFlat ? [{ key: 'note', heading: headings.note }] : []),
    ],
    rows: duties.map((duty) => {
      const notes = notesOn(view, words, duty.item);
      return [
        groupOf(words, view, by, duty),
        { text: duty.id },
        notedCell(words, dutyTitle(view, words, duty), notes),
        unitCell(view, words, duty.lead),
        { text: duty.due },
        daysCell(words, duty.daysLeft),
        lightCell(view, words, duty.item),
        progressCell(view, duty.item),
        ...(isFlat ? [notes.length > 0 ? { text: notes.join(words.comma) } : null] : []),
      ];
    }),
  };
};

/** The command that looks as far ahead as there is anything. */
const further = (query: string | null, last: Day): string =>
  typed(['reform', 'due', ...(query === null ? [] : [query]), '--within', last]);

export const due: Command = {
  configure: (commander, { options: help }) => {
    declareFilters(commander.argument('[query...]'), help)
      .option('--within <time>', help.within)
      .option('--by <week|month>', help.byStretch)
      .option('--limit <count>', help.limit)
      .option('--format <format>', help.format)
      .option('--json', help.json)
      .option('--excel', help.excel);
  },
  run: async (context, args, options) => {
    const { words } = context;
    const format = pickFormat(options, ['table', 'json', 'csv', 'markdown'], 'table');
    const by = pickFrom('--by', String(options['by'] ?? 'week'), stretches) as Stretch;
    const { opened, view } = await context.read();
    const horizon = horizonFrom(view, options);
    const limit = limitFrom(options);
    const picked = chosen(context, view, ['measure', 'project'], args, options);
    const items = picked.entries.filter(isItem);
    const all = dutiesOf(view, items);
    const duties = all.filter(({ due: day }) => day <= horizon);
    const shown = duties.slice(0, limit);
    const later = all.slice(duties.length);
    const undated = undatedOf(view, items);
    const overdue = duties.filter(({ daysLeft }) => daysLeft < 0).length;
    const said = words.asking.due;
    const last = later.at(-1);
    const counts = said.counts(overdue, duties.length - overdue, horizon);
    const document: Document = {
      kind: 'due',
      facts: {
        ...basisFacts(view),
        query: picked.query,
        until: horizon,
        count: duties.length,
        items: shown.map((duty) => dutyFacts(view, duty)),
        later: later.length,
        not_judged: undated.map(({ id }) => id),
      },
      blocks: [
        tableOfDuties(view, words, by, shown, format === 'csv'),
        faint([
          [
            counts,
            ...(shown.length < duties.length
              ? [words.query.limited(shown.length, duties.length)]
              : []),
            ...picked.asked,
            basisLine(view, words),
          ].join(' · '),
          ...(undated.length > 0
            ? [said.undated(undated.length, view.ledger.about.basis === 'published')]
            : []),
          ...(last ? [said.later(later.length, further(picked.query, last.due))] : []),
        ]),
      ],
    };
    const talk = [...picked.echoes, ...problemTalk(words, opened.diagnostics.length)];
    return { document, format, talk, about: picked.query === null ? undefined : items };
  },
};
