/** The made-up list as issued: its registers, tasks, measures and projects as values of files. */
import type { Value } from '../model/attribute.ts';
import { forms } from './corpus/forms.ts';
import type { Both, Form, TaskPiece } from './corpus/piece.ts';
import { districtProjects } from './corpus/projects.ts';
import { districts, fields } from './corpus/registers.ts';
import { cityTasks } from './corpus/tasks-city.ts';
import { economyTasks } from './corpus/tasks-economy.ts';
import { partyTasks } from './corpus/tasks-party.ts';
import { peopleTasks } from './corpus/tasks-people.ts';
import { supporters } from './corpus/units.ts';
import { dayOf, workday } from './days.ts';
import type { Draw } from './draw.ts';
import { registerFiles } from './registers.ts';
import { duesOf, measureDeck, projectDeck, type Scenario } from './scenarios.ts';

/** A criterion with its deadline as a number of the calendar. */
interface PlannedCriterion {
  readonly id: string;
  readonly due: number;
  /** The criterion as it stands in the file. */
  readonly value: {
    readonly id: string;
    readonly text: string;
    readonly lead?: readonly string[];
  };
}

/** An item of the list, with what its year is told from. */
export interface PlannedItem {
  readonly kind: 'measure' | 'project';
  readonly id: string;
  /** Undefined for a project that is declared and never selected. */
  readonly scenario: Scenario | undefined;
  readonly form: Form;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly start: number;
  readonly due: number;
  readonly criteria: readonly PlannedCriterion[];
}

/** The list as issued, without any event. */
export interface IssuedList {
  readonly files: ReadonlyMap<string, Value>;
  readonly items: readonly PlannedItem[];
}

type Fields = { readonly [key: string]: Value };

const allTasks: readonly TaskPiece[] = fields.flatMap(([field]) =>
  [...economyTasks, ...cityTasks, ...peopleTasks, ...partyTasks].filter(
    (task) => task.field === field,
  ),
);

const ordinals = '一二三四五六七八九十';

/** What tells the copies of a larger list apart: a district, and from the second time on a batch. */
const qualifierOf = (copy: number): { readonly place?: string; readonly both: Both } => {
  const place = districts[(copy - 1) % districts.length];
  if (copy === 0 || !place) return { both: ['', ''] };
  const [id, en, zh] = place;
  const batch = Math.floor((copy - 1) / districts.length);
  const both: Both =
    batch === 0
      ? [` (${en})`, `（${zh}）`]
      : [` (${en}, batch ${batch + 1})`, `（${zh}第${ordinals[batch]}批）`];
  return { place: id, both };
};

/** The printed words of a deadline. */
const dueText = (due: number): string => {
  const [year, month] = dayOf(due).split('-');
  return `${year === '2022' ? '' : `${year}年`}${Number(month)}月底前`;
};

/** Criteria of a form, spread evenly from start to deadline; the last one is always among them. */
const criteriaFor = (
  draw: Draw,
  form: Form,
  [start, due]: readonly [number, number],
  second: string | undefined,
): readonly PlannedCriterion[] => {
  const all = forms[form].criteria;
  const count = draw.pick([2, 3, 3, 4]);
  return [...all.slice(0, count - 1), all.at(-1) as Both].map(([text, text_zh], index) => {
    const id = 'abcd'.charAt(index);
    const isLast = index === count - 1;
    const own = isLast ? due : workday(start + Math.floor(((due - start) * (index + 1)) / count));
    const isOfSecond = index === 0 && second !== undefined && draw.chance(30);
    const lead = isOfSecond ? { lead: [second] } : {};
    return { id, due: own, value: { id, text, text_zh, due: dayOf(own), ...lead } };
  });
};

interface Wanted {
  readonly kind: PlannedItem['kind'];
  readonly id: string;
  readonly scenario: Scenario | undefined;
  readonly form: Form;
  readonly lead: readonly string[];
  readonly support: readonly string[];
  readonly title: Both;
  /** Attributes between the plan and the criteria. */
  readonly own?: Fields;
  readonly number?: string;
}

const supportFor = (draw: Draw, field: string, lead: readonly string[]): readonly string[] => {
  const others = (supporters[field] ?? []).filter((unit) => !lead.includes(unit));
  return draw.shuffled(others).slice(0, draw.pick([0, 0, 1, 1, 1, 2, 3]));
};

/** An item as the list issues it, and what its year is told from. */
const issue = (draw: Draw, wanted: Wanted): { readonly value: Fields; item: PlannedItem } => {
  const { kind, id, scenario, form, lead, support, number, own } = wanted;
  const [title, title_zh] = wanted.title;
  const due = draw.pick(duesOf[scenario ?? 'longer']);
  // What is due in spring begins at once.
  const start = workday(draw.whole(60, Math.min(105, due - 45)));
  const isSteady = scenario === 'steady';
  const criteria =
    isSteady || draw.chance(22) ? [] : criteriaFor(draw, form, [start, due], lead[1]);
  const value = {
    id,
    ...(number !== undefined && { number }),
    title,
    title_zh,
    lead,
    ...(support.length > 0 && { support }),
    ...(draw.chance(92) && { start: dayOf(start) }),
    ...(isSteady
      ? { due_text: '长期推进' }
      : { due: dayOf(due), ...(draw.chance(70) && { due_text: dueText(due) }) }),
    deliverable: forms[form].deliverable,
    ...own,
    ...(criteria.length > 0 && { criteria: criteria.map((each) => each.value) }),
  };
  return {
    value,
    item: { kind, id, scenario, form, lead, support, start, due, criteria },
  };
};

const taskId = (number: number): string => `T${String(number).padStart(2, '0')}`;

/** One copy of the 41 tasks and 120 measures, each task a file. */
const tasksOf = (draw: Draw, copy: number) => {
  const deck = [...draw.shuffled(measureDeck)];
  const { place, both } = qualifierOf(copy);
  return allTasks.map((piece, index) => {
    const id = taskId(copy * allTasks.length + index + 1);
    const field = fields.findIndex(([each]) => each === piece.field) + 1;
    const nth = allTasks.slice(0, index + 1).filter((each) => each.field === piece.field).length;
    const issued = piece.measures.map(([form, leads, en, zh], at) => {
      const lead = leads.split(' ');
      return issue(draw, {
        kind: 'measure',
        id: `${id}.${at + 1}`,
        scenario: deck.pop() as Scenario,
        form,
        lead,
        support: [...(place ? [place] : []), ...supportFor(draw, piece.field, lead)],
        title: [en + both[0], zh + both[1]],
      });
    });
    const value = {
      id,
      ...(copy === 0 && { number: `${field}-${nth}` }),
      field: piece.field,
      title: piece.title[0] + both[0],
      title_zh: piece.title[1] + both[1],
      horizon: draw.pick(['long-term', 'phased', 'phased']),
      ...(piece.themes && { themes: piece.themes }),
      implements: piece.implements,
      ...(copy === 0 && piece.leads !== undefined && { leading_reform: piece.leads }),
      ...(copy === 0 && piece.pilot !== undefined && { pilot: piece.pilot }),
      ...(piece.from !== undefined && { replicates_from: piece.from }),
      measures: issued.map((each) => each.value),
    };
    return { file: `tasks/${id}.yaml`, value, items: issued.map(({ item }) => item) };
  });
};

/** The projects of all districts, each district a file. */
const projectsOf = (draw: Draw) => {
  const deck = [...draw.shuffled(projectDeck)];
  return Object.entries(districtProjects).map(([district, pieces]) => {
    const issued = pieces.map(([form, leads, field, en, zh], at) => {
      const lead = [district, ...leads.split(' ').filter((unit) => unit !== '')];
      const tasks = allTasks.flatMap((task, index) => (task.field === field ? [index + 1] : []));
      return issue(draw, {
        kind: 'project',
        id: `${district}-${at + 1}`,
        // Two of each district are selected.
        scenario: at < 2 ? (deck.pop() as Scenario) : undefined,
        form,
        lead,
        support: supportFor(draw, field, lead).slice(0, 1),
        title: [en, zh],
        own: { field, supports: [taskId(draw.pick(tasks))] },
      });
    });
    const value = { district, projects: issued.map((each) => each.value) };
    return { file: `projects/${district}.yaml`, value, items: issued.map(({ item }) => item) };
  });
};

/** The list of a seed at a scale: `scale` times 41 tasks and 120 measures, and 22 projects. */
export const issuedList = (draw: Draw, scale: number): IssuedList => {
  const tasks = Array.from({ length: scale }, (_each, copy) => tasksOf(draw, copy)).flat();
  const projects = projectsOf(draw);
  const totals = {
    fields: fields.length,
    tasks: tasks.length,
    measures: tasks.reduce((sum, { items }) => sum + items.length, 0),
    projects: projectDeck.length,
  };
  const kept = [...tasks, ...projects];
  return {
    files: new Map<string, Value>([
      ...registerFiles(totals),
      ...kept.map(({ file, value }) => [file, value] as const),
    ]),
    items: kept.flatMap(({ items }) => items),
  };
};
