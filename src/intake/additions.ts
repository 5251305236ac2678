/**
 * Plans the records that a list brings: registers, tasks, and items under the next free numbers, as
 * new files or at the end of those that are there.
 */
import type { Value } from '../model/attribute.ts';
import type { Change } from '../model/change.ts';
import { type KindName, kindOf } from '../model/kinds/index.ts';
import type { Entry, Item, Ledger } from '../model/ledger.ts';
import { asWritten, type Settings } from '../model/plan.ts';
import type { ListedItem } from './list.ts';
import type { TaskGroup } from './outline.ts';
import type { NewRecords } from './register.ts';
import type { Group } from './sections.ts';

type Fields = { readonly [name: string]: Value };

/** An item with the task or district that it goes to. */
interface Placed {
  readonly item: ListedItem;
  /** Its whole id. */
  readonly id: string;
  readonly value: Fields;
}

export interface Additions {
  readonly changes: readonly Change[];
  /** The ids of new items, by what lists them. */
  readonly ids: ReadonlyMap<ListedItem, string>;
  readonly newTasks: ReadonlyMap<TaskGroup, string>;
}

/** Hands out numbers after the highest that was ever given. */
const counter = (ids: Iterable<string>, form: RegExp) => {
  const last = new Map<string, number>();
  for (const id of ids) {
    const [, home = '', number = '0'] = form.exec(id) ?? [];
    last.set(home, Math.max(last.get(home) ?? 0, Number(number)));
  }
  return (home: string): number => {
    const next = (last.get(home) ?? 0) + 1;
    last.set(home, next);
    return next;
  };
};

const letterOf = (index: number): string =>
  index < 26
    ? String.fromCharCode(97 + index)
    : `${letterOf(Math.floor(index / 26) - 1)}${letterOf(index % 26)}`;

const criteriaOf = ({ criteria }: ListedItem): Fields =>
  criteria.length === 0
    ? {}
    : {
        criteria: criteria.map((each, index) =>
          asWritten('criterion', { id: letterOf(index), ...each }),
        ),
      };

/** Records of a register at the end of its file, or in a new one. */
const registerChanges = (
  kind: KindName,
  records: readonly Fields[],
  files: ReadonlySet<string>,
): readonly Change[] => {
  const { place } = kindOf(kind);
  if (place.in !== 'file' || records.length === 0) return [];
  const values = records.map((record) => asWritten(kind, record));
  if (!files.has(place.file)) return [{ op: 'create', file: place.file, value: values }];
  return values.map((value) => ({ op: 'append', file: place.file, path: [], value, as: 'block' }));
};

/** What a list brings, and where it goes. */
export interface Brought {
  readonly news: NewRecords;
  /** Tasks that the ledger does not have, with their field's id. */
  readonly tasks: readonly {
    readonly group: TaskGroup;
    readonly title: string;
    readonly field: string | undefined;
  }[];
  /** Items that the ledger does not have, with what it is to say of them. */
  readonly items: readonly { readonly item: ListedItem; readonly settings: Settings }[];
  readonly known: ReadonlyMap<TaskGroup, Entry<'task'>>;
  readonly districtOf: (district: Group) => string;
}

/** Plans what a list brings. */
export const planAdditions = (
  ledger: Ledger,
  files: ReadonlySet<string>,
  { news, tasks, items, known, districtOf }: Brought,
): Additions => {
  const nextTask = counter(
    ledger.entries.task.map(({ id }) => id),
    /^(T)(\d+)$/,
  );
  const nextMeasure = counter(
    ledger.entries.measure.map(({ id }) => id),
    /^(.+)\.(\d+)$/,
  );
  const nextProject = counter(
    ledger.entries.project.map(({ id }) => id),
    /^(.+)-(\d+)$/,
  );
  const newTasks = new Map(
    tasks.map(({ group }) => [group, `T${String(nextTask('T')).padStart(2, '0')}`]),
  );
  const homes = new Map<string, { readonly entry: Entry | undefined; readonly placed: Placed[] }>();
  const ids = new Map<ListedItem, string>();
  for (const { item, settings } of items) {
    const { task, district } = item.row;
    const entry = task && known.get(task);
    const home = district
      ? districtOf(district)
      : ((task && newTasks.get(task)) ?? entry?.id ?? '');
    const id = district ? `${home}-${nextProject(home)}` : `${home}.${nextMeasure(home)}`;
    ids.set(item, id);
    const kind = district ? 'project' : 'measure';
    const value = asWritten(kind, { id, ...settings, ...criteriaOf(item) });
    const at = homes.get(home) ?? {
      entry: district ? ledger.byId.district.get(home) : entry,
      placed: [],
    };
    at.placed.push({ item, id, value });
    homes.set(home, at);
  }
  const valuesIn = (home: string) => (homes.get(home)?.placed ?? []).map(({ value }) => value);
  const created = tasks.map(({ group, title, field }): Change => {
    const id = newTasks.get(group) ?? '';
    const { number } = group;
    const measures = valuesIn(id);
    const value = asWritten('task', {
      id,
      ...(number !== undefined && { number }),
      ...(field !== undefined && { field }),
      title,
      ...(measures.length > 0 && { measures }),
    });
    return { op: 'create', file: `tasks/${id}.yaml`, value };
  });
  const isNewTask = new Set(newTasks.values());
  const added = [...homes].flatMap(([home, { entry, placed }]): readonly Change[] => {
    if (isNewTask.has(home)) return [];
    if (entry?.kind === 'task') {
      return placed.map(({ value }) => ({
        op: 'append',
        file: entry.file,
        path: [...entry.path, 'measures'],
        value,
        as: 'block',
      }));
    }
    const file = `projects/${home}.yaml`;
    const values = placed.map(({ value }) => value);
    if (!files.has(file))
      return [{ op: 'create', file, value: { district: home, projects: values } }];
    return values.map((value) => ({ op: 'append', file, path: ['projects'], value, as: 'block' }));
  });
  return {
    ids,
    newTasks,
    changes: [
      ...(['field', 'district', 'unit'] as const).flatMap((kind) =>
        registerChanges(kind, news[kind], files),
      ),
      ...created,
      ...added,
    ],
  };
};

/** The item that a new id means in a ledger that has it. */
export const itemWith = (ledger: Ledger, id: string): Item | undefined =>
  ledger.byId.measure.get(id) ?? ledger.byId.project.get(id);
