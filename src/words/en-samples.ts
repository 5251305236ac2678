/**
 * What the examples in the files of a new ledger say: an invented but possible year. An attribute that
 * a first record sets to undefined is shown by a later one.
 */
import type { Value } from '../model/attribute.ts';
import type { KindName } from '../model/kinds/index.ts';

type Sample = { readonly [attribute: string]: Value | undefined };

/** The text of the example document, in which its quotes stand. */
export const sampleText = {
  file: 'sources/congress-12.txt',
  sha256: 'fe0e5efc0ac980594570cbc39cc0c11f9cddb2d191d515e47831670b4a7bc416',
  text: 'Reform the urban planning system. Two grass-roots projects are arranged in each district. Progress is reported within ten days of each quarter. What is late is red.\n',
};

const provenance = {
  source: {
    quote: 'Reform the urban planning system',
    also: ['Two grass-roots projects are arranged in each district'],
  },
  readings: ['aliases'],
  note: 'The Chinese name is the one on the seal.',
};

const named = (title: string, title_zh: string, ...aliases: readonly string[]) => ({
  title,
  title_zh,
  aliases,
  ...provenance,
});

/** Example records of each kind, for a year. */
export const samples = (
  year: number,
): {
  readonly [K in Exclude<KindName, 'arrangement' | 'criterion' | 'measure'>]: readonly Sample[];
} => {
  const totals = { fields: 12, tasks: 41, measures: 120, projects: 22, 'leading-reforms': 22 };
  const plan = {
    lead: ['planning-bureau'],
    support: ['forestry-bureau'],
    start: `${year}-04-01`,
    due: `${year}-09-30`,
    due_text: '9月底前',
  };
  const criteria = [
    {
      text: 'Draft out for public comment',
      text_zh: '公开征求意见',
      due: `${year}-06-30`,
    },
    { id: 'b', text: 'Rules gazetted', due: `${year}-09-30` },
  ];
  const report = { date: `${year}-07-05`, event: 'report', by: 'planning-bureau' };
  return {
    ledger: [
      {
        title_zh: `云州市${year}年全面深化改革台账`,
        jurisdiction_zh: '云州市',
        aliases: ['the list'],
        issued: totals,
        issued_amendments: [
          {
            ...totals,
            document: `穗改委〔${year}〕7号`,
            reason: 'Two measures were merged',
            measures: 119,
          },
        ],
        rules: {
          projects_per_district: 2,
          quote: 'Two grass-roots projects are arranged in each district',
        },
        reporting: {
          every: 'quarter',
          by: 10,
          quote: 'Progress is reported within ten days of each quarter',
        },
        lights: {
          overdue: { yellow: 1, red: 8 },
          behind: { yellow: 10, red: 31 },
          start_late: { yellow: 1, red: 3 },
          report_late: { yellow: 1, red: 2 },
          blocked: { yellow: 0, red: 30 },
          due_soon: { yellow: 14, red: 3 },
          memory: 30,
          quote: 'What is late is red',
        },
        review: {
          office: ['urban-group'],
          authors: [{ author: '*@planning.example.org', units: ['planning-bureau'] }],
          rules: [{ code: 'move/late-recorded', severity: 'warning', days: 45 }],
        },
        views: [
          {
            name: 'late',
            query: 'overdue:yes or light:red',
            kind: 'measures',
            columns: ['id', 'title', 'lead', 'due'],
            sort: ['due'],
          },
        ],
        ...provenance,
      },
    ],
    field: [named('Urban planning and construction', '城市规划建设管理', 'urban planning')],
    district: [named('Huangpu', '黄埔区', 'Huangpu District')],
    unit: [
      {
        ...named('Planning and Natural Resources Bureau', '市规划和自然资源局', '规自局'),
        kind: 'department',
        members: undefined,
        succeeded_by: undefined,
      },
      {
        id: 'forestry-bureau',
        title: 'Forestry and Gardens Bureau',
        kind: 'department',
        succeeded_by: { document: `穗编〔${year}〕5号` },
      },
      {
        id: 'urban-group',
        title: 'Special group for urban planning',
        kind: 'group',
        members: ['planning-bureau', 'forestry-bureau'],
      },
    ],
    document: [
      {
        ...named(
          'Report to the 12th municipal congress',
          '市第十二次党代会报告',
          'congress report',
        ),
        number: `穗发〔${year}〕1号`,
        issuer: 'Municipal Party committee',
        part_of: 'congress-papers',
        text: { file: sampleText.file, sha256: sampleText.sha256 },
        arrangements: [
          { ...named('Reform the urban planning system', '改革城市规划体制', 'urban reform') },
        ],
      },
      { id: 'congress-papers', title: 'Papers of the 12th municipal congress' },
    ],
    'leading-reform': [named('Reform of digital government', '数字政府改革', 'digital government')],
    pilot: [
      {
        ...named('Business environment innovation pilot', '营商环境创新试点', 'innovation pilot'),
        log: [
          {
            date: `${year}-07-05`,
            event: 'evaluate',
            by: 'planning-bureau',
            effectiveness: 'Permits take 3 days, not 20',
          },
        ],
      },
    ],
    platform: [named('Nansha free trade area', '南沙自贸区', 'Nansha FTZ')],
    meeting: [
      {
        ...named(
          'First meeting of the Deep Reform Commission',
          '市委深改委第一次会议',
          'first meeting',
        ),
        agenda: [{ title: 'Rules for the removal of urban trees' }],
      },
    ],
    task: [
      {
        number: '四(一)',
        ...named('Reform the urban planning system', '城市规划建设管理体制改革', 'planning reform'),
        replicates_from: 'One map for all plans (Xiamen)',
        measures: [
          {
            number: '四(一)1',
            ...named(
              'Publish rules for the removal of urban trees',
              '出台城市树木迁移办法',
              'tree rules',
            ),
            ...plan,
            deliverable: 'Municipal rules in force',
            criteria,
            log: [
              { ...report, progress: 60, note: '412 comments came in', next: 'Second hearing' },
            ],
          },
        ],
      },
    ],
    project: [
      {
        number: '1',
        ...named('One window for the port', '港口一窗通办', 'port window'),
        ...plan,
        deliverable: 'The window is open',
        criteria: [{ text: 'All permits at one window', text_zh: '全部事项一窗受理' }],
        log: [{ ...report, note: 'The trial has begun' }],
      },
    ],
  };
};
