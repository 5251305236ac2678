/**
 * What the examples in the files of a new Chinese ledger say, as in the English one: an invented but
 * possible year. Such a ledger's titles are Chinese themselves, so that no second Chinese name is shown.
 */
import type { Value } from '../model/attribute.ts';
import type { samples as enSamples } from './en-samples.ts';

/** The text of the example document, in which its quotes stand. */
export const sampleText = {
  file: 'sources/congress-12.txt',
  sha256: 'fed730699503dc8985b8b6aac486fe3a2ff17e7fa6bbe38d359ec128fa996b05',
  text: '推进城市规划建设管理体制改革。每个区安排两个基层改革创新项目。每季度结束后10日内报告进展。逾期的亮红灯。\n',
};

const provenance = {
  source: {
    quote: '推进城市规划建设管理体制改革',
    also: ['每个区安排两个基层改革创新项目'],
  },
  readings: ['aliases'],
  note: '名称以印章为准。',
};

/** Records inside others; they may leave attributes out as well. */
const inside = (records: readonly { readonly [attribute: string]: Value | undefined }[]) =>
  records as readonly Value[];

const named = (title: string, ...aliases: readonly string[]) => ({
  title,
  title_zh: undefined,
  title_zh_basis: undefined,
  aliases,
  ...provenance,
});

/** Example records of each kind, for a year. */
export const samples: typeof enSamples = (year) => {
  const totals = { fields: 12, tasks: 41, measures: 120, projects: 22, 'leading-reforms': 22 };
  const plan = {
    lead: ['planning-bureau'],
    support: ['forestry-bureau'],
    start: `${year}-04-01`,
    due: `${year}-09-30`,
    due_text: '9月底前',
  };
  const criteria = inside([
    { text: '公开征求意见', text_zh: undefined, due: `${year}-06-30` },
    { id: 'b', text: '正式印发', due: `${year}-09-30` },
  ]);
  const report = { date: `${year}-07-05`, event: 'report', by: 'planning-bureau' };
  return {
    ledger: [
      {
        title_zh: undefined,
        jurisdiction_zh: undefined,
        aliases: ['责任清单'],
        issued: totals,
        issued_amendments: [
          {
            ...totals,
            document: `穗改委〔${year}〕7号`,
            reason: '两项具体举措合并',
            measures: 119,
          },
        ],
        rules: {
          projects_per_district: 2,
          quote: '每个区安排两个基层改革创新项目',
        },
        reporting: { every: 'quarter', by: 10, quote: '每季度结束后10日内报告进展' },
        lights: {
          overdue: { yellow: 1, red: 8 },
          behind: { yellow: 10, red: 31 },
          start_late: { yellow: 1, red: 3 },
          report_late: { yellow: 1, red: 2 },
          blocked: { yellow: 0, red: 30 },
          due_soon: { yellow: 14, red: 3 },
          memory: 30,
          quote: '逾期的亮红灯',
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
    field: [named('城市规划建设管理', '城市规划')],
    district: [named('黄埔区', '黄埔')],
    unit: [
      {
        ...named('市规划和自然资源局', '规自局'),
        kind: 'department',
        members: undefined,
        succeeded_by: undefined,
      },
      {
        id: 'forestry-bureau',
        title: '市林业和园林局',
        kind: 'department',
        succeeded_by: { document: `穗编〔${year}〕5号` },
      },
      {
        id: 'urban-group',
        title: '城市规划建设管理体制改革专项小组',
        kind: 'group',
        members: ['planning-bureau', 'forestry-bureau'],
      },
    ],
    document: [
      {
        ...named('市第十二次党代会报告', '党代会报告'),
        number: `穗发〔${year}〕1号`,
        issuer: '市委',
        part_of: 'congress-papers',
        text: { file: sampleText.file, sha256: sampleText.sha256 },
        arrangements: inside([named('推进城市规划建设管理体制改革', '城市规划体制改革')]),
      },
      { id: 'congress-papers', title: '市第十二次党代会文件汇编' },
    ],
    'leading-reform': [named('数字政府改革', '数字政府')],
    pilot: [
      {
        ...named('营商环境创新试点', '创新试点'),
        log: [
          {
            date: `${year}-07-05`,
            event: 'evaluate',
            by: 'planning-bureau',
            effectiveness: '审批时限由20天压减至3天',
          },
        ],
      },
    ],
    platform: [named('南沙自贸区', '南沙自由贸易试验区')],
    meeting: [
      {
        ...named('市委深改委第一次会议', '第一次会议'),
        agenda: [{ title: '审议《城市树木迁移管理办法》' }],
      },
    ],
    task: [
      {
        number: '四(一)',
        ...named('城市规划建设管理体制改革', '规划体制改革'),
        replicates_from: '厦门市“多规合一”一张图',
        measures: inside([
          {
            number: '四(一)1',
            ...named('出台城市树木迁移管理办法', '树木迁移办法'),
            ...plan,
            deliverable: '市级规范性文件',
            criteria,
            log: [{ ...report, progress: 60, note: '收到意见412条', next: '召开第二次听证会' }],
          },
        ]),
      },
    ],
    project: [
      {
        number: '1',
        ...named('港口一窗通办', '港口一窗'),
        ...plan,
        deliverable: '综合窗口投入使用',
        criteria: inside([{ text: '全部事项一窗受理', text_zh: undefined }]),
        log: [{ ...report, note: '已开始试运行' }],
      },
    ],
  };
};
