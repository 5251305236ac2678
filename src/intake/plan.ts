/**
 * From what a list says to what the ledger is to say: additions, amendments and reports, each through
 * the same planners as every other command. Nothing is taken away: what the list no longer has is told.
 */
import type { Value } from '../model/attribute.ts';
import { applyChange, type Change, planEvents } from '../model/change.ts';
import { collect } from '../model/collect.ts';
import type { Event } from '../model/events.ts';
import { type Entry, type Item, itemsOf, type Ledger } from '../model/ledger.ts';
import { foldId } from '../model/names.ts';
import { type Grounds, inForce, type Settings } from '../model/plan.ts';
import { finalStanding } from '../model/view.ts';
import { planAdditions } from './additions.ts';
import { allowed, amend, type Changing, type Desk } from './amendments.ts';
import type { Trouble } from './cells.ts';
import { foldText, foldTitle } from './lines.ts';
import type { ListedItem, Listing } from './list.ts';
import { matchItems, matchTasks } from './match.ts';
import type { IntakePlan } from './outcome.ts';
import type { TaskGroup } from './outline.ts';
import { placeTasks } from './places.ts';
import { registersOf, sameUnits } from './register.ts';
import type { Reported } from './reports.ts';
import type { Group } from './sections.ts';

/** What whoever imports a list has said beside it. */
export interface Said {
  /** Ids of units by their printed names, as a mapping has them. */
  readonly units: ReadonlyMap<string, string>;
  /** Which unit a printed name means: one of the register, or another name of the list. */
  readonly same: ReadonlyMap<string, string>;
  /** What amendments and postponements say of themselves. */
  readonly grounds: Grounds;
}

const without = <T extends object>(record: T): Settings =>
  Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Settings;

/** The plan of an item as the ledger is to have it. */
const settingsOf = (
  item: ListedItem,
  unitOf: (name: string, address: string) => string,
  fieldOf: (field: Group | undefined) => string | undefined,
): Settings => {
  const { row, start, due, due_text, deliverable, note, own } = item;
  const [lead, support] = [item.lead, item.support].map((names) => [
    ...new Set(names.map((name) => unitOf(name, row.address))),
  ]);
  return without({
    number: row.number,
    title: row.title,
    lead,
    support: support?.filter((unit) => !lead?.includes(unit)),
    start,
    due,
    due_text,
    deliverable,
    field: fieldOf(row.field),
    note,
    ...own,
  });
};

/** Whether a report with the same words and figures stands in the log already. */
const isReported = (
  item: Item | undefined,
  { date, isDated, note, problem, next, progress }: Reported,
): boolean =>
  (item?.data.log ?? []).some(
    (event) =>
      event.event === 'report' &&
      // The day of the import is no news; a day that the list gives is.
      (!isDated || event.date === date) &&
      event.progress === progress &&
      foldText(event.note ?? '') === foldText(note ?? '') &&
      foldText(event.problem ?? '') === foldText(problem ?? '') &&
      foldText(event.next ?? '') === foldText(next ?? ''),
  );

const reportEvent = (
  { address: _address, isDated: _isDated, ...report }: Reported,
  { by }: Grounds,
): Event => ({
  date: report.date,
  event: 'report',
  ...(by !== undefined && { by }),
  ...(report.progress !== undefined && { progress: report.progress }),
  ...(report.problem !== undefined && { problem: report.problem }),
  ...(report.next !== undefined && { next: report.next }),
  ...(report.note !== undefined && { note: report.note }),
});

/** The values of files with changes made. */
const applied = (
  values: Desk['values'],
  changes: readonly Change[],
): ReadonlyMap<string, Value> => {
  const after = new Map(values);
  for (const change of changes) after.set(change.file, applyChange(after.get(change.file), change));
  return after;
};

const ledgerOf = (values: ReadonlyMap<string, Value>): Ledger =>
  collect([...values].map(([file, value]) => ({ file, value, isKnown: true }))).ledger;

/** All that a list says of an item, without where it stands. */
const wordsOf = ({ row, reports, ...said }: ListedItem): string =>
  JSON.stringify([
    row.task?.field?.title,
    row.task?.title,
    row.district?.title,
    row.title,
    row.number,
    said,
    reports.map(({ address: _address, ...report }) => report),
  ]);

/** Lists that are parts of one have their tasks in common: a table of a document goes on in the next. */
const joined = (
  listings: readonly Listing[],
  ledgerTitle: string,
): {
  readonly items: readonly ListedItem[];
  readonly tasks: readonly TaskGroup[];
  readonly troubles: readonly Trouble[];
} => {
  const tasks = new Map<string, TaskGroup>();
  const common = (given: TaskGroup): TaskGroup => {
    // A list without a title of its own is the ledger's.
    const task = given.title === '' ? { ...given, title: ledgerTitle } : given;
    const key = JSON.stringify([foldTitle(task.field?.title ?? ''), foldTitle(task.title)]);
    const known = tasks.get(key);
    if (known) return known;
    tasks.set(key, task);
    return task;
  };
  for (const { outline } of listings) outline.tasks.forEach(common);
  const seen = new Map<string, { readonly address: string; readonly list: Listing }>();
  const troubles: Trouble[] = [];
  const items = listings.flatMap((listing) =>
    listing.items.flatMap((item) => {
      const task = item.row.task && common(item.row.task);
      const { address } = item.row;
      const first = seen.get(wordsOf(item));
      if (first !== undefined && first.list !== listing) {
        troubles.push({ address, why: 'twice', text: first.address });
        return [];
      }
      seen.set(wordsOf(item), { address, list: listing });
      return [task ? { ...item, row: { ...item.row, task } } : item];
    }),
  );
  return { items, tasks: [...tasks.values()], troubles };
};

/** Plans what lists bring to a ledger; several lists are planned as one. */
export const planIntake = (
  desk: Desk,
  listings: readonly Listing[],
  { units, same, grounds }: Said,
): IntakePlan => {
  const { ledger } = desk;
  const {
    items: allItems,
    tasks: allTasks,
    troubles: repeated,
  } = joined(listings, ledger.about.title);
  const shorts = new Map(listings.flatMap((each) => [...each.shorts]));
  const names = new Set(allItems.flatMap(({ lead, support }) => [...lead, ...support]));
  const meant = sameUnits(ledger, names, same);
  const registers = registersOf(
    ledger,
    new Map([...units, ...meant.ids]),
    new Map([...shorts, ...meant.others]),
  );
  const districtOf = ({ title, address }: Group) => registers.idOf('district', title, address);
  for (const { row } of allItems) if (row.district) districtOf(row.district);
  const fieldOf = (field: Group | undefined) =>
    field && registers.idOf('field', field.title, field.address);
  for (const { outline } of listings) for (const field of outline.fields) fieldOf(field);

  const settings = new Map(
    allItems.map((item) => [item, settingsOf(item, registers.unitOf, fieldOf)] as const),
  );
  const named = matchTasks(ledger, allTasks);
  const items = matchItems(ledger, allItems, named, districtOf, settings);
  const known = { ...placeTasks(allTasks, named, items), items };
  const { into, changed, elsewhere } = amendKnown(
    desk,
    [...named, ...known.renamed],
    known,
    settings,
    {
      fieldOf,
      grounds,
    },
  );

  const isNew = (item: ListedItem) => !items.has(item);
  const wanted = new Set(allItems.filter(isNew).flatMap(({ row }) => row.task ?? []));
  const newTasks = allTasks.filter(
    (task) => !known.places.has(task) && (task.madeFrom === undefined || wanted.has(task)),
  );
  const news = registers.news();
  const additions = planAdditions(ledger, new Set(desk.values.keys()), {
    news,
    tasks: newTasks.map((group) => ({ group, title: group.title, field: fieldOf(group.field) })),
    items: allItems.filter(isNew).map((item) => ({ item, settings: settings.get(item) ?? {} })),
    known: known.places,
    districtOf,
  });

  const changes = [...additions.changes, ...into.changes];
  const after = ledgerOf(applied(desk.values, changes));
  const idOf = (item: ListedItem) => items.get(item)?.id ?? additions.ids.get(item) ?? '';
  for (const item of allItems) {
    for (const report of item.reports) {
      if (isReported(items.get(item), report)) continue;
      into.recorded.push({
        id: idOf(item),
        address: report.address,
        event: reportEvent(report, grounds),
      });
      changed.add(item);
    }
  }
  const { recorded, refused, needs } = allowed(after, into.recorded);
  const events = planEvents(after, recorded);
  if (events.is === 'refused') throw new Error('an event that was allowed alone is refused');
  const criteria = allItems.filter(isNew).reduce((sum, each) => sum + each.criteria.length, 0);
  const newItems = [...additions.ids.keys()];
  return {
    changes: [...changes, ...events.changes],
    added: {
      fields: news.field.length,
      districts: news.district.length,
      units: news.unit.length,
      tasks: newTasks.length,
      measures: newItems.filter(({ row }) => !row.district).length,
      projects: newItems.filter(({ row }) => row.district).length,
      criteria,
      reports: recorded.filter(({ event }) => event.event === 'report').length,
    },
    amended: into.amended.filter(
      ({ id, address, by }) =>
        by === 'set' || !refused.some((each) => each.id === id && each.address === address),
    ),
    same: [...items.keys()].filter((item) => !changed.has(item)).length,
    troubles: [
      ...listings.flatMap(({ troubles }) => troubles),
      ...repeated,
      ...[...items].flatMap(([item, entry]) => troublesOf(ledger, item, entry)),
    ],
    refused,
    needs,
    claimed: allItems.flatMap((item) =>
      claimOf(ledger, item, items.get(item)).map((claims) => ({
        id: idOf(item),
        claims,
        address: item.row.address,
      })),
    ),
    outdated: into.outdated,
    blank: blanksIn(ledger, listings, items, settings),
    silent: allItems.flatMap((item) => (item.isSilent ? [idOf(item)] : [])),
    items: [...additions.ids].map(([{ row, lead, due }, id]) => ({
      id,
      title: row.title,
      under: row.task ? row.task.title : (row.district?.title ?? ''),
      lead,
      ...(due !== undefined && { due }),
    })),
    missing: missingFrom(ledger, listings, new Set(items.values())),
    elsewhere,
    registered: registers.readings(),
    unknownSame: meant.unknown,
    units: new Map(
      [...meant.ids.keys(), ...meant.others.keys()].map((name) => [
        name,
        registers.idOf('unit', name, ''),
      ]),
    ),
    made: madeOf(newTasks, allItems),
  };
};

/** Tasks that no cell names, with how many items they hold. */
const madeOf = (tasks: readonly TaskGroup[], items: readonly ListedItem[]): IntakePlan['made'] =>
  tasks.flatMap((task) => {
    const { title, madeFrom: from } = task;
    return from
      ? [{ title, from, items: items.filter(({ row }) => row.task === task).length }]
      : [];
  });

/** What the list claims of an item that the ledger does not say yet. */
const claimOf = (
  ledger: Ledger,
  { claims }: ListedItem,
  entry: Item | undefined,
): readonly NonNullable<ListedItem['claims']>[] => {
  const status = entry && finalStanding(ledger, entry).status;
  const isSo = status === 'verified' || status === (claims === 'complete' ? 'done' : claims);
  return claims && !isSo ? [claims] : [];
};

/** What a list says of a known item that an import cannot change. */
const troublesOf = (ledger: Ledger, item: ListedItem, entry: Item): readonly Trouble[] => {
  const { address } = item.row;
  const isKept =
    item.due === undefined &&
    item.due_text !== undefined &&
    inForce(ledger, entry, 'due') !== undefined;
  return [
    ...(isKept ? [{ address, why: 'due-kept', text: entry.id } as const] : []),
    ...(hasOtherCriteria(ledger, entry, item)
      ? [{ address, why: 'criteria', text: entry.id } as const]
      : []),
  ];
};

/** What of a list the ledger has. */
interface Known {
  /** Where its tasks stand. */
  readonly places: ReadonlyMap<TaskGroup, Entry<'task'>>;
  readonly items: ReadonlyMap<ListedItem, Item>;
}

/** Plans what a list changes about the tasks and items that the ledger has. */
const amendKnown = (
  desk: Desk,
  tasks: readonly (readonly [TaskGroup, Entry<'task'>])[],
  { places, items }: Known,
  settings: ReadonlyMap<ListedItem, Settings>,
  {
    fieldOf,
    grounds,
  }: {
    readonly fieldOf: (field: Group | undefined) => string | undefined;
    readonly grounds: Grounds;
  },
) => {
  const into: Changing = { changes: [], recorded: [], amended: [], outdated: [], refused: [] };
  const changed = new Set<ListedItem>();
  const elsewhere: { id: string; address: string }[] = [];
  // The numbers of an issued list are printed; where a later edition counts anew, the words are the same.
  const isIssued = desk.ledger.about.state !== 'draft';
  const numberFor = ({ id }: Entry, number: string | undefined) =>
    isIssued || (number !== undefined && foldId(number) === foldId(id)) ? undefined : number;
  for (const [{ number, title, address, field }, entry] of tasks) {
    const given = without({ number: numberFor(entry, number), title, field: fieldOf(field) });
    amend(desk, into, entry, given, address, grounds);
  }
  for (const [item, entry] of items) {
    const { address, task, number } = item.row;
    const given = without({ ...settings.get(item), number: numberFor(entry, number) });
    if (amend(desk, into, entry, given, address, grounds)) changed.add(item);
    const isElsewhere = task && entry.kind === 'measure' && places.get(task) !== entry.parent;
    if (isElsewhere) elsewhere.push({ id: entry.id, address });
  }
  return { into, changed, elsewhere };
};

const attributesWithColumns = ['lead', 'support', 'due', 'deliverable'] as const;

/** Attributes of known items for which the list has a column and nothing in it. */
const blanksIn = (
  ledger: Ledger,
  listings: readonly Listing[],
  items: ReadonlyMap<ListedItem, Item>,
  settings: ReadonlyMap<ListedItem, Settings>,
): IntakePlan['blank'] => {
  const columns = new Set(
    listings.flatMap(({ table }) => table.columns.map((each) => each.becomes)),
  );
  return [...items].flatMap(([item, entry]) =>
    attributesWithColumns
      .filter(
        (attribute) =>
          columns.has(attribute) &&
          settings.get(item)?.[attribute] === undefined &&
          !(attribute === 'due' && item.due_text !== undefined) &&
          inForce(ledger, entry, attribute) !== undefined,
      )
      .map((attribute) => ({ id: entry.id, attribute })),
  );
};

/** Whether a list gives criteria that an item of the ledger does not have. */
const hasOtherCriteria = (ledger: Ledger, entry: Item, { criteria }: ListedItem): boolean => {
  const own = finalStanding(ledger, entry).criteria.map(({ text }) => foldText(text));
  return criteria.some(({ text }) => !own.includes(foldText(text)));
};

/** Items of the kinds that a list is about which it does not have, withdrawn ones left out. */
const missingFrom = (
  ledger: Ledger,
  listings: readonly Listing[],
  found: ReadonlySet<Item>,
): readonly string[] => {
  const kinds = new Set(listings.map(({ outline }) => outline.kind));
  return itemsOf(ledger)
    .filter((entry) => kinds.has(entry.kind) && !found.has(entry))
    .filter((entry) => finalStanding(ledger, entry).status !== 'withdrawn')
    .map(({ id }) => id);
};
