/** What an import would do, in words and a count: every column, every reading, everything not taken. */
import { messageOf } from '../../format/diagnostics.ts';
import { type Block, type Cell, type Document, faint, type Table } from '../../format/document.ts';
import type { Column } from '../../intake/column.ts';
import type { ListTable } from '../../intake/columns.ts';
import type { Listing } from '../../intake/list.ts';
import type { Counts, IntakePlan } from '../../intake/outcome.ts';
import type { Registered } from '../../intake/register.ts';
import { titleOf } from '../../model/facts.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import type { Input } from './input.ts';

/** All that is known of an import before it is written. */
export interface Imported {
  readonly input: Input;
  readonly tables: readonly ListTable[];
  readonly listings: readonly Listing[];
  readonly plan: IntakePlan;
  readonly view: View;
  readonly reportDay: string;
  readonly isSplit: boolean;
  /** Sheets in which no list was found. */
  readonly without: readonly string[];
  readonly isApplied: boolean;
}

/** As many rows of a table are shown as a person reads; JSON has all. */
const mostShown = 30;

const text = (value: unknown): Cell | null => {
  const shown = value === undefined ? '' : String(value);
  return shown === '' ? null : { text: shown };
};

const cut = (value: string, most = 40): string =>
  [...value].length > most ? `${[...value].slice(0, most - 1).join('')}…` : value;

const shortened = (words: Words, table: Table): readonly Block[] => {
  if (table.rows.length === 0) return [];
  const left = table.rows.length - mostShown;
  if (left <= 0) return [table];
  const more: Block = faint([` ${words.intake.more(left)}`]);
  return [{ ...table, rows: table.rows.slice(0, mostShown) }, more];
};

/** What stands in a column, in the first item that has something there. */
const exampleOf = ({ outline }: Listing, { letter, first = '' }: Column): string => {
  for (const { said } of outline.items) {
    for (const [column, { text: found }] of said) {
      if (column.letter === letter && found !== '') return cut(found.replaceAll('\n', ' '), 24);
    }
  }
  return cut(first.replaceAll('\n', ' '), 24);
};

const columnsTable = ({ intake }: Words, listing: Listing): Table => ({
  is: 'table',
  title: intake.titles.columns,
  columns: [
    { key: 'column', heading: intake.columns.column, style: 'id', keeps: 'whole' },
    { key: 'heading', heading: intake.columns.heading, keeps: 'text' },
    { key: 'becomes', heading: intake.columns.becomes },
    { key: 'example', heading: intake.columns.example },
  ],
  rows: listing.table.columns.map((column) => {
    const { letter, heading, becomes, quarter, hasBothSides, whyNot, besides, cells, isChosen } =
      column;
    const what = whyNot
      ? intake.whyNot(whyNot, besides, cells)
      : hasBothSides
        ? intake.bothSides
        : intake.becomes(becomes, quarter);
    const said = isChosen && !whyNot ? intake.chosen(what) : what;
    return [text(letter), text(heading), text(said), text(exampleOf(listing, column))];
  }),
});

/** The columns of lists; lists of the same columns are shown once. */
const columnsTables = (words: Words, listings: readonly Listing[]): readonly Table[] => {
  const seen = new Set<string>();
  return listings.flatMap((listing) => {
    const key = JSON.stringify(
      listing.table.columns.map(({ heading, becomes }) => [heading, becomes]),
    );
    if (seen.has(key)) return [];
    seen.add(key);
    return [columnsTable(words, listing)];
  });
};

/** So many new items are shown as they would stand. */
const firstItems = 6;

const itemsTable = ({ intake, ...words }: Words, { items }: IntakePlan): readonly Block[] => {
  if (items.length === 0) return [];
  const table: Table = {
    is: 'table',
    title: intake.titles.items,
    columns: [
      { key: 'id', heading: words.heading('id'), style: 'id', keeps: 'whole' },
      { key: 'title', heading: words.item, keeps: 'text' },
      { key: 'under', heading: intake.columns.under },
      { key: 'lead', heading: words.heading('lead') },
      { key: 'due', heading: words.heading('due'), keeps: 'whole' },
    ],
    rows: items
      .slice(0, firstItems)
      .map(({ id, title, under, lead, due }) => [
        text(id),
        text(cut(title, 60)),
        text(under === title ? '' : cut(under, 30)),
        text(lead.join(words.comma)),
        text(due),
      ]),
  };
  const left = items.length - firstItems;
  if (left <= 0) return [table];
  return [table, faint([` ${intake.more(left)}`])];
};

const countsTable = ({ intake }: Words, { added, amended, same }: IntakePlan): Table => ({
  is: 'table',
  title: intake.titles.counts,
  columns: [
    { key: 'what', heading: intake.columns.what },
    { key: 'added', heading: intake.columns.added, align: 'right' },
  ],
  rows: [
    ...(Object.keys(added) as (keyof Counts)[])
      .filter((what) => added[what] > 0)
      .map((what) => [text(intake.counted(what)), text(added[what])]),
    ...(amended.length > 0 ? [[text(intake.changes), text(amended.length)]] : []),
    ...(same > 0 ? [[text(intake.same), text(same)]] : []),
  ],
});

const deadlinesTable = ({ intake }: Words, listings: readonly Listing[]): Table => ({
  is: 'table',
  title: intake.titles.deadlines,
  columns: [
    { key: 'printed', heading: intake.columns.printed, keeps: 'text' },
    { key: 'day', heading: intake.columns.day, keeps: 'whole' },
    { key: 'rows', heading: intake.columns.rows, align: 'right' },
    { key: 'year', heading: '' },
  ],
  rows: listings
    .flatMap(({ deadlines }) => deadlines)
    .map(({ text: printed, start, due, byYear, rows }) => [
      text(printed),
      text(start === undefined ? due : `${start}..${due}`),
      text(rows),
      text(byYear ? intake.byYear : ''),
    ]),
});

/** How a name came to its record, and what may be amiss with it. */
const howOf = (intake: Words['intake'], { name, title, how, like }: Registered): string => {
  if (like.length > 0) return intake.like(like);
  return how === 'new' && /[,，]/u.test(name) ? intake.comma : intake.how[how](title);
};

/** Names that are not simply those of the register. */
const unitsTable = ({ intake }: Words, { registered }: IntakePlan): Table => ({
  is: 'table',
  title: intake.titles.units,
  columns: [
    { key: 'name', heading: intake.columns.name, keeps: 'text' },
    { key: 'id', heading: intake.columns.id, style: 'id', keeps: 'whole' },
    { key: 'rows', heading: intake.columns.rows, align: 'right' },
    { key: 'how', heading: '' },
  ],
  rows: registered
    .filter(({ isPlain }) => !isPlain)
    .map((each) => [
      text(each.name),
      text(each.id),
      text(each.rows === 0 ? '' : each.rows),
      text(howOf(intake, each)),
    ]),
});

/** Units are told by their names: ids of new ones nobody has seen yet. */
const amendedTable = (
  { words, view, plan }: Pick<Imported, 'view' | 'plan'> & { readonly words: Words },
  title: string,
  { is: isHeading, becomes }: { readonly is: string; readonly becomes: string },
  amended: IntakePlan['amended'],
): Table => {
  const names = new Map(plan.registered.map(({ id, title: name }) => [id, name]));
  const nameOf = (id: string) => {
    const { unit: units, district, field } = view.ledger.byId;
    const unit = units.get(id) ?? district.get(id) ?? field.get(id);
    return unit ? titleOf(unit, words.language) : (names.get(id) ?? id);
  };
  const shown = (value: unknown) =>
    text(
      Array.isArray(value)
        ? value.map(nameOf).join(words.comma)
        : typeof value === 'string'
          ? nameOf(value)
          : value,
    );
  return {
    is: 'table',
    title,
    columns: [
      { key: 'id', heading: words.heading('id'), style: 'id', keeps: 'whole' },
      { key: 'attribute', heading: words.intake.columns.attribute },
      { key: 'is', heading: isHeading, keeps: 'text' },
      { key: 'becomes', heading: becomes, keeps: 'text' },
      { key: 'by', heading: '' },
    ],
    rows: amended.map(({ id, attribute, is, becomes: will, by }) => [
      text(id),
      text(words.facts[attribute] ?? attribute),
      shown(is),
      shown(will),
      text(words.intake.by[by]),
    ]),
  };
};

const troublesTable = (words: Words, { troubles, refused }: IntakePlan): Table => ({
  is: 'table',
  title: words.intake.titles.troubles,
  columns: [
    { key: 'cell', heading: words.intake.columns.cell, style: 'id', keeps: 'whole' },
    { key: 'text', heading: words.intake.columns.text, keeps: 'text' },
    { key: 'why', heading: words.intake.columns.why, keeps: 'text' },
  ],
  rows: [
    ...troubles.map((each) => {
      const said = hasNoText.has(each.why) ? '' : cut(each.text);
      return [text(each.address), text(said), text(words.intake.why(each.why, each.text))];
    }),
    ...refused.map(({ address, text: said, problem }) => [
      text(address),
      text(cut(said)),
      text(messageOf(problem, words)),
    ]),
  ],
});

const hasNoText: ReadonlySet<string> = new Set(['twice', 'alike', 'criteria']);

const sum = (listings: readonly Listing[], of: (listing: Listing) => number): number =>
  listings.reduce((total, each) => total + of(each), 0);

/** What is to be known beside the tables, a sentence each. */
const remarksOf = (words: Words, imported: Imported): readonly string[] => {
  const { remarks } = words.intake;
  const { input, listings, plan, without, isSplit, reportDay } = imported;
  const outlines = listings.map(({ outline }) => outline);
  const dropped = [...new Set(listings.flatMap((each) => each.dropped))];
  const hasUndated = listings.some(({ items }) =>
    items.some(({ reports }) => reports.some(({ isDated }) => !isDated)),
  );
  const when = (count: number, say: (count: number) => string) => (count > 0 ? [say(count)] : []);
  const tasksWords = outlines
    .flatMap(({ items }) => items)
    .filter(({ hasTasksWords }) => hasTasksWords).length;
  return [
    ...(without.length > 0 && !input.isDocument ? [remarks.skippedSheets(without)] : []),
    ...input.notes.map(remarks.note),
    ...when(
      sum(listings, ({ outline }) => outline.filledDown),
      remarks.filledDown,
    ),
    ...when(
      sum(listings, ({ outline }) => outline.repeated),
      remarks.repeated,
    ),
    ...when(tasksWords, remarks.tasksWords),
    ...remarks.made(plan.made),
    ...when(
      sum(listings, ({ outline }) => outline.splittable),
      remarks.splittable,
    ),
    ...(isSplit ? [remarks.split] : []),
    ...when(
      sum(listings, ({ latest }) => latest),
      remarks.latest,
    ),
    ...when(
      sum(listings, ({ unseen }) => unseen),
      remarks.unseen,
    ),
    ...when(
      sum(listings, ({ ongoing }) => ongoing),
      remarks.ongoing,
    ),
    ...(imported.view.ledger.about.basis === 'published' ? [remarks.published] : []),
    ...(plan.added.reports > 0 && hasUndated ? [remarks.reportDay(reportDay)] : []),
    ...(plan.silent.length > 0 ? [remarks.silent(plan.silent)] : []),
    ...(plan.blank.length > 0 ? [remarks.blank(plan.blank, words.facts)] : []),
    ...[...new Set(listings.flatMap(({ order }) => order ?? []))].map(remarks.order),
    ...(dropped.length > 0 ? [remarks.dropped(dropped)] : []),
    ...remarks.claims(plan.claimed),
    ...(plan.elsewhere.length > 0 ? [remarks.elsewhere(plan.elsewhere.map(({ id }) => id))] : []),
    ...(plan.missing.length > 0 ? [remarks.missing(plan.missing)] : []),
    ...(plan.needs.length > 0 ? [remarks.needs(plan.needs)] : []),
  ];
};

/** A change for programs. */
const changeFacts = ({ is = null, ...rest }: IntakePlan['amended'][number]) => ({ ...rest, is });

/** The preview as a document. */
export const previewOf = (words: Words, imported: Imported): Document => {
  const { intake } = words;
  const { input, listings, plan, isApplied } = imported;
  const found = listings.map(({ table, outline }) => {
    const [first, last] = table.headings.map((row) => row + 1);
    const rows = outline.range.map((row) => row + 1);
    const headings = first === last ? `${first}` : `${first}–${last}`;
    return intake.found(
      table.grid.sheet.name,
      headings,
      rows[0] ?? 0,
      rows[1] ?? 0,
      outline.items.length,
    );
  });
  const remarks = remarksOf(words, imported);
  const amendments = (
    title: string,
    headings: Parameters<typeof amendedTable>[2],
    amended: IntakePlan['amended'],
  ) => amendedTable({ words, view: imported.view, plan }, title, headings, amended);
  /** How it was read, which whoever writes it has looked at before. */
  const readings = (): readonly Block[] => [
    ...columnsTables(words, listings),
    ...shortened(words, deadlinesTable(words, listings)),
    ...shortened(words, unitsTable(words, plan)),
    ...shortened(words, amendments(intake.titles.amended, intake.changed, plan.amended)),
    ...itemsTable(words, plan),
    ...shortened(words, amendments(intake.titles.outdated, intake.outdated, plan.outdated)),
  ];
  const isNothing = plan.changes.length === 0 && plan.needs.length === 0;
  const closing = isNothing ? intake.remarks.nothing : intake.remarks.dry;
  return {
    kind: 'import',
    facts: {
      file: input.name,
      applied: isApplied,
      lists: listings.map(({ table, outline }) => ({
        sheet: table.grid.sheet.name,
        headings: table.headings.map((row) => row + 1),
        columns: table.columns.map(
          ({ letter, heading, becomes, quarter = null, whyNot = null }) => ({
            column: letter,
            heading,
            becomes,
            quarter,
            whyNot,
          }),
        ),
        items: outline.items.length,
      })),
      added: plan.added,
      changed: plan.amended.map(changeFacts),
      same: plan.same,
      deadlines: listings.flatMap(({ deadlines }) =>
        deadlines.map(({ start = null, ...each }) => ({ ...each, start })),
      ),
      registered: plan.registered,
      outdated: plan.outdated.map(changeFacts),
      notTaken: [
        ...plan.troubles,
        ...plan.refused.map(({ address, text: said, problem }) => ({
          address,
          why: problem.code,
          text: said,
        })),
      ],
      claims: plan.claimed,
      dropped: listings.flatMap((each) => each.dropped),
      blank: plan.blank,
      items: plan.items.map(({ due = null, ...each }) => ({ ...each, due })),
      missing: plan.missing,
      elsewhere: plan.elsewhere,
      needs: plan.needs,
      notes: input.notes,
    },
    blocks: [
      { is: 'prose', title: intake.title(input.name, isApplied), paragraphs: found },
      ...(isApplied ? [] : readings()),
      ...shortened(words, troublesTable(words, plan)),
      ...(remarks.length > 0
        ? [{ is: 'prose', title: intake.titles.remarks, paragraphs: remarks } as const]
        : []),
      ...shortened(words, countsTable(words, plan)),
      ...(isApplied ? [] : [{ is: 'prose', paragraphs: [closing] } as const]),
    ],
  };
};
