/** Cells and facts of items and of what they owe, for the commands that tell what is to be done. */
import type { Cell, Column } from '../format/document.ts';
import type { Value } from '../model/attribute.ts';
import { daysBetween } from '../model/dates.ts';
import type { Duty } from '../model/duties.ts';
import { factOf, referred, titleOf } from '../model/facts.ts';
import { type Item, unitsOn } from '../model/ledger.ts';
import { excuseOf } from '../model/lights.ts';
import type { Period } from '../model/reporting.ts';
import { lapsed, type Reportable, unreported } from '../model/reports.ts';
import type { View } from '../model/view.ts';
import { mondayOf } from '../time/calendar.ts';
import type { Words } from '../words/en.ts';
import { cellOfValue } from './answer.ts';

/** Columns that answers about items share; each command takes those it shows. */
export const itemColumns = (words: Words) =>
  ({
    id: { key: 'id', heading: words.heading('id'), style: 'id', keeps: 'whole' },
    title: { key: 'title', heading: words.item, keeps: 'text' },
    lead: { key: 'lead', heading: words.heading('lead') },
    due: { key: 'due', heading: words.heading('due'), keeps: 'whole' },
    days_left: {
      key: 'days_left',
      heading: words.asking.headings.days,
      align: 'right',
      keeps: 'whole',
    },
    light: { key: 'light', heading: words.heading('light'), style: 'light', keeps: 'whole' },
  }) as const satisfies { readonly [key: string]: Column };

/** What a unit is called; its id where the register does not know it. */
export const unitName = ({ ledger }: View, words: Words, id: string): string => {
  const entry = referred(ledger, 'unit', id);
  return entry ? titleOf(entry, words.language) : id;
};

/** Units by what they are called, or nothing. */
export const unitCell = (view: View, words: Words, ids: readonly string[]): Cell | null => {
  if (ids.length === 0) return null;
  const names = ids.map((id) => unitName(view, words, id));
  return { text: names.join(words.comma), value: names };
};

/** What an item is called on the view's day, amendments included. */
export const itemTitle = (view: View, words: Words, item: Item): string => {
  const { title, title_zh } = view.standing(item).plan;
  return words.language === 'zh' ? (title_zh ?? title) : title;
};

/** What a duty is called: an item's title, or the text of its criterion. */
export const dutyTitle = (view: View, words: Words, { item, criterion }: Duty): string => {
  if (!criterion) return itemTitle(view, words, item);
  return words.language === 'zh' ? (criterion.text_zh ?? criterion.text) : criterion.text;
};

/** Days to a deadline in words; a spreadsheet gets the number. */
export const daysCell = (words: Words, left: number): Cell => ({
  text: words.asking.days(left),
  value: left,
});

/** How long something has lasted; a spreadsheet gets the number of days. */
export const longCell = (words: Words, days: number): Cell => ({
  text: words.asking.long(days),
  value: days,
});

/** What one should know of an item beside its deadline: excused, blocked. */
export const notesOn = (view: View, words: Words, item: Item): readonly string[] => {
  const standing = view.standing(item);
  const until = excuseOf(standing, view.today);
  return [
    ...(until === null ? [] : [words.asking.excused(until)]),
    ...(standing.status === 'blocked' ? [words.statuses.blocked] : []),
  ];
};

/** A title with notes behind it; a spreadsheet gets the title alone, and the notes where they have a column. */
export const notedCell = (words: Words, title: string, notes: readonly string[]): Cell =>
  notes.length === 0 ? { text: title } : { text: words.asking.noted(title, notes), value: [title] };

/** The light alone: that it is excused stands among the notes, with the day. */
export const lightCell = (view: View, words: Words, item: Item): Cell | null =>
  cellOfValue(view, words, item.kind, 'light', view.light(item).colour);

/** Progress as a bare figure: its column says that it is in percent. */
export const progressCell = (view: View, item: Item): Cell | null => {
  const { progress } = view.standing(item);
  return progress === null ? null : { text: String(progress), value: progress };
};

/** What programs are told of an item in every answer about what is to be done. */
export const itemFacts = (view: View, item: Item): { readonly [name: string]: Value } => {
  const { plan, status, progress } = view.standing(item);
  return {
    record: item.kind,
    id: item.id,
    title: plan.title,
    title_zh: plan.title_zh ?? null,
    lead: unitsOn(view.ledger, plan.lead ?? [], view.today),
    due: plan.due ?? null,
    status,
    light: factOf(view, item, 'light'),
    progress,
    excused: excuseOf(view.standing(item), view.today),
  };
};

/** The same of a duty. */
export const dutyFacts = (view: View, duty: Duty): { readonly [name: string]: Value } => {
  const { id, item, criterion, due, daysLeft, lead } = duty;
  return {
    ...itemFacts(view, item),
    ...(criterion && {
      record: 'criterion',
      title: criterion.text,
      title_zh: criterion.text_zh ?? null,
    }),
    id,
    item: item.id,
    lead,
    due,
    days_left: daysLeft,
    overdue: daysLeft < 0,
    week: mondayOf(due),
  };
};

export const idsOf = (all: readonly { readonly item: Item }[]): readonly string[] =>
  all.map(({ item }) => item.id);

/** A reporting period for programs. */
export const periodFacts = ({ today }: View, { from, to, due }: Period) => ({
  from,
  to,
  due,
  days_left: daysBetween(today, due),
});

/** Who is to report on what, and what of that has not come. */
export const reportFacts = (items: readonly Reportable[]) => ({
  items: idsOf(items),
  unreported: idsOf(unreported(items)),
  missed: idsOf(lapsed(items)),
});
