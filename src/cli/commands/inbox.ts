/** `reform inbox`: what waits for the reform office: claims, silent units, what was left lying. */
import { type Block, type Cell, type Document, faint, type Table } from '../../format/document.ts';
import { daysBetween } from '../../model/dates.ts';
import { events } from '../../model/events.ts';
import { type Claim, type Inbox, inboxOf, type Waiting } from '../../model/inbox.ts';
import { type Item, isItem, unitsOn } from '../../model/ledger.ts';
import { lapsed, unreported } from '../../model/reports.ts';
import type { View } from '../../model/view.ts';
import type { Words } from '../../words/en.ts';
import { basisFacts, basisLine, problemTalk } from '../answer.ts';
import type { Command } from '../command.ts';
import {
  daysCell,
  idsOf,
  itemColumns,
  itemFacts,
  itemTitle,
  longCell,
  periodFacts,
  reportFacts,
  unitCell,
  unitName,
} from '../duties.ts';
import { declareFilters, pickFormat } from '../options.ts';
import { chosen } from '../selection.ts';

const { type: ways } = events.verify.attributes.checked;

const itemCells = (view: View, words: Words, item: Item): readonly Cell[] => [
  { text: item.id },
  { text: itemTitle(view, words, item) },
];

/** A table of what waits since a day, with who said so and why. */
const waitingTable = (
  view: View,
  words: Words,
  title: string,
  since: string,
  all: readonly Waiting[],
): Table => {
  const { headings } = words.asking;
  const columns = itemColumns(words);
  return {
    is: 'table',
    title,
    columns: [
      columns.id,
      columns.title,
      { key: 'by', heading: headings.by },
      { key: 'since', heading: since, keeps: 'whole' },
      { key: 'days', heading: headings.since, align: 'right', keeps: 'whole' },
      { key: 'reason', heading: headings.reason, keeps: 'text' },
    ],
    rows: all.map(({ item, since: day, by, reason }) => [
      ...itemCells(view, words, item),
      by === null ? null : unitCell(view, words, [by]),
      { text: day },
      longCell(words, daysBetween(day, view.today)),
      reason === null ? null : { text: reason },
    ]),
  };
};

const proofsOf = ({ claim }: Claim): readonly string[] =>
  (claim.evidence ?? []).flatMap(({ document, url, file }) => document ?? url ?? file ?? []);

const claimsTable = (view: View, words: Words, claims: readonly Claim[]): Table => {
  const { headings, inbox: said } = words.asking;
  const columns = itemColumns(words);
  return {
    is: 'table',
    title: words.asking.counted(said.claims, claims.length),
    columns: [
      columns.id,
      columns.title,
      { key: 'by', heading: headings.by },
      { key: 'claimed', heading: headings.claimed, keeps: 'whole' },
      { key: 'days', heading: headings.waits, align: 'right', keeps: 'whole' },
      { key: 'evidence', heading: headings.evidence },
    ],
    rows: claims.map((claim) => {
      const proofs = proofsOf(claim);
      return [
        ...itemCells(view, words, claim.item),
        claim.by === null ? null : unitCell(view, words, [claim.by]),
        { text: claim.since },
        longCell(words, daysBetween(claim.since, view.today)),
        proofs.length > 0 ? { text: proofs.join(words.comma), value: proofs } : null,
      ];
    }),
  };
};

const silentTable = (view: View, words: Words, { reports, silent }: Inbox): Table => {
  const { headings, inbox: said, nobody } = words.asking;
  const { from, to, due } = reports.period;
  const figure = (value: number): Cell => ({ text: String(value), value });
  return {
    is: 'table',
    title: said.reports(from, to, due, daysBetween(view.today, due)),
    columns: [
      { key: 'unit', heading: headings.unit, keeps: 'text' },
      { key: 'items', heading: headings.items, align: 'right', keeps: 'whole' },
      { key: 'unreported', heading: headings.unreported, align: 'right', keeps: 'whole' },
      { key: 'missed', heading: headings.missed, align: 'right', keeps: 'whole' },
      { key: 'which', heading: headings.which },
    ],
    rows: silent.map(({ unit, items }) => {
      const open = idsOf(unreported(items));
      const missed = lapsed(items).length;
      return [
        { text: unit === null ? nobody : unitName(view, words, unit) },
        figure(items.length),
        figure(open.length),
        missed > 0 ? figure(missed) : null,
        { text: open.join(words.comma), value: open },
      ];
    }),
  };
};

const excusesTable = (view: View, words: Words, excuses: Inbox['excuses']): Table => {
  const { headings, inbox: said } = words.asking;
  const columns = itemColumns(words);
  return {
    is: 'table',
    title: words.asking.counted(said.excuses, excuses.length),
    columns: [
      columns.id,
      columns.title,
      columns.lead,
      { key: 'until', heading: headings.until, keeps: 'whole' },
      columns.days_left,
    ],
    rows: excuses.map(({ item, until }) => [
      ...itemCells(view, words, item),
      unitCell(view, words, unitsOn(view.ledger, view.standing(item).plan.lead ?? [], view.today)),
      { text: until },
      daysCell(words, daysBetween(view.today, until)),
    ]),
  };
};

/** All of it in one table, for a spreadsheet: a row for each item that waits. */
const flatTable = (view: View, words: Words, all: Inbox): Table => {
  const { headings, inbox: said } = words.asking;
  const columns = itemColumns(words);
  const row = (
    section: string,
    item: Item,
    unit: Cell | null,
    since: string | null,
    says: Cell | null,
  ) => [
    { text: section },
    ...itemCells(view, words, item),
    unit,
    since === null ? null : { text: since },
    since === null ? null : daysCell(words, daysBetween(view.today, since)),
    says,
  ];
  const waiting = (section: string, { item, by, since, reason }: Waiting) =>
    row(
      section,
      item,
      by === null ? null : unitCell(view, words, [by]),
      since,
      reason === null ? null : { text: reason },
    );
  return {
    is: 'table',
    columns: [
      { key: 'waits', heading: headings.section },
      columns.id,
      columns.title,
      { key: 'unit', heading: headings.unit },
      { key: 'day', heading: headings.date },
      { key: 'days', heading: headings.days },
      { key: 'says', heading: headings.reason },
    ],
    rows: [
      ...all.claims.map((claim) => {
        const proofs = proofsOf(claim);
        return row(
          said.claims,
          claim.item,
          claim.by === null ? null : unitCell(view, words, [claim.by]),
          claim.since,
          { text: proofs.join(words.comma), value: proofs },
        );
      }),
      ...all.silent.flatMap(({ unit, items }) =>
        unreported(items).map(({ item, lastWord }) =>
          row(
            said.silent,
            item,
            unit === null ? null : unitCell(view, words, [unit]),
            lastWord,
            null,
          ),
        ),
      ),
      ...all.rejected.map((each) => waiting(said.rejected, each)),
      ...all.blocked.map((each) => waiting(said.blocked, each)),
      ...all.excuses.map(({ item, until }) =>
        row(
          said.excuses,
          item,
          unitCell(
            view,
            words,
            unitsOn(view.ledger, view.standing(item).plan.lead ?? [], view.today),
          ),
          until,
          null,
        ),
      ),
    ],
  };
};

const waitingFacts = (view: View, { item, since, by, reason }: Waiting) => ({
  ...itemFacts(view, item),
  by,
  since,
  days: daysBetween(since, view.today),
  reason,
});

const factsOf = (view: View, all: Inbox) => {
  const { claims, reports, silent, rejected, blocked, excuses } = all;
  return {
    claims: claims.map((claim) => ({
      ...waitingFacts(view, claim),
      evidence: proofsOf(claim),
      next: { verb: 'verify', id: claim.item.id },
    })),
    reporting: {
      ...periodFacts(view, reports.period),
      units: silent.map(({ unit, items }) => ({ unit, ...reportFacts(items) })),
    },
    rejected: rejected.map((each) => waitingFacts(view, each)),
    blocked: blocked.map((each) => waitingFacts(view, each)),
    excuses: excuses.map(({ item, until }) => ({
      ...itemFacts(view, item),
      until,
      days_left: daysBetween(view.today, until),
    })),
  };
};

/** @param isLookingBack the answer is of another day, and what would be recorded now is not offered */
const blocksOf = (view: View, words: Words, all: Inbox, isLookingBack: boolean): Block[] => {
  const { claims, silent, rejected, blocked, excuses } = all;
  const { headings, inbox: said } = words.asking;
  const counted = (title: string, of: readonly unknown[]) => words.asking.counted(title, of.length);
  const parts: readonly (readonly [keyof typeof said.none, number, () => Table])[] = [
    ['claims', claims.length, () => claimsTable(view, words, claims)],
    ['reports', silent.length, () => silentTable(view, words, all)],
    [
      'rejected',
      rejected.length,
      () =>
        waitingTable(view, words, counted(said.rejected, rejected), headings.rejected, rejected),
    ],
    [
      'blocked',
      blocked.length,
      () => waitingTable(view, words, counted(said.blocked, blocked), headings.blocked, blocked),
    ],
    ['excuses', excuses.length, () => excusesTable(view, words, excuses)],
  ];
  const none = parts.filter(([, count]) => count === 0).map(([name]) => said.none[name]);
  const [oldest] = claims;
  const checks = ways.is === 'choice' ? ways.of : [];
  return [
    ...parts.filter(([, count]) => count > 0).map(([, , table]) => table()),
    faint([
      ...(none.length > 0 ? [said.nothing(none)] : []),
      ...(oldest && !isLookingBack ? [said.checked(oldest.item.id, checks)] : []),
    ]),
  ];
};

export const inbox: Command = {
  configure: (commander, { options: help }) => {
    declareFilters(commander.argument('[query...]'), help)
      .option('--format <format>', help.format)
      .option('--json', help.json)
      .option('--excel', help.excel);
  },
  run: async (context, args, options) => {
    const { words } = context;
    const format = pickFormat(options, ['table', 'json', 'csv', 'markdown'], 'table');
    const { opened, view } = await context.read();
    const picked = chosen(context, view, ['measure', 'project'], args, options);
    const isLookingBack = options['asOf'] !== undefined || options['knownBy'] !== undefined;
    const all = inboxOf(view, picked.entries.filter(isItem));
    const document: Document = {
      kind: 'inbox',
      facts: { ...basisFacts(view), query: picked.query, ...factsOf(view, all) },
      blocks: [
        ...(format === 'csv'
          ? [flatTable(view, words, all)]
          : blocksOf(view, words, all, isLookingBack)),
        faint([[...picked.asked, basisLine(view, words)].join(' · ')]),
      ],
    };
    const talk = [...picked.echoes, ...problemTalk(words, opened.diagnostics.length)];
    const about = picked.query === null ? undefined : picked.entries;
    return { document, format, talk, about };
  },
};
