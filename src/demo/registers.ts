/** The files of the made-up ledger that no event touches, and the pilots, as values. */
import type { Value } from '../model/attribute.ts';
import {
  districts,
  documents,
  fields,
  leadingReforms,
  meetings,
  pilots,
  platforms,
  workPlan,
} from './corpus/registers.ts';
import { departments, groups, merger, mergerDay } from './corpus/units.ts';

const naming = ([id, title, title_zh]: readonly [string, string, string, ...string[]]) => ({
  id,
  title,
  title_zh,
});

const aliases = (alias: string | undefined) => (alias === undefined ? {} : { aliases: [alias] });

const units = [
  ...departments.map(([id, _mark, title, title_zh, alias]) => ({
    id,
    title,
    title_zh,
    ...aliases(alias),
    kind: 'department',
    ...((merger.from as readonly string[]).includes(id) && {
      succeeded_by: { unit: merger.into, date: mergerDay, document: merger.document },
    }),
  })),
  ...groups.map(({ unit: [id, _mark, title, title_zh, alias], kind, members }) => ({
    id,
    title,
    title_zh,
    ...aliases(alias),
    kind,
    ...(members && { members }),
  })),
];

const documentRecords = documents.map(({ named, number, date, issuer, arrangements }) => ({
  ...naming(named),
  ...(number !== undefined && { number }),
  date,
  issuer,
  ...(arrangements && {
    arrangements: arrangements.map(([id, kind, title, title_zh]) => ({
      id,
      kind,
      title,
      title_zh,
    })),
  }),
}));

const meetingRecords = meetings.map(({ date, tasks, also: title }, index) => ({
  id: `commission-${index + 1}`,
  title: `Deep Reform Commission, meeting ${index + 1}`,
  title_zh: `深改委第${'一二三四五六'.charAt(index)}次会议`,
  date,
  ...(index === 0 && { document: workPlan }),
  agenda: [...tasks.map((task) => ({ title: `Report on ${task}`, task })), { title }],
}));

/** How much the list has issued. */
export type Totals = Readonly<Record<'fields' | 'tasks' | 'measures' | 'projects', number>>;

/** The files of the ledger itself and of its registers. */
export const registerFiles = (totals: Totals): readonly (readonly [string, Value])[] => [
  [
    'ledger.yaml',
    {
      title: 'Example City reform ledger 2022 (made up)',
      title_zh: '示例市2022年改革台账（虚构示例）',
      jurisdiction: 'Example City',
      jurisdiction_zh: '示例市',
      year: 2022,
      timezone: 'Asia/Shanghai',
      language: 'en',
      state: 'current',
      basis: 'office',
      illustrative: true,
      issued: { ...totals, 'leading-reforms': leadingReforms.length },
      rules: { projects_per_district: 2, document: workPlan },
      note: 'Made up to show how a ledger works: the city, its districts, units, documents, measures and everything that happens to them. None of it is a fact about any real city.',
    },
  ],
  ['fields.yaml', fields.map(naming)],
  ['districts.yaml', districts.map(naming)],
  ['units.yaml', units],
  ['documents.yaml', documentRecords],
  [
    'leading-reforms.yaml',
    leadingReforms.map(([id, title, title_zh, field]) => ({
      id,
      title,
      title_zh,
      field,
      plan: 'five-year-plan',
    })),
  ],
  [
    'pilots.yaml',
    pilots.map(({ named, level, field, duties }) => ({ ...naming(named), level, field, duties })),
  ],
  ['platforms.yaml', platforms.map(naming)],
  ['meetings.yaml', meetingRecords],
];
