/** Made-up tasks and measures of urban planning, agriculture and the rule of law. */
import type { TaskPiece } from './piece.ts';

export const cityTasks: readonly TaskPiece[] = [
  {
    field: 'urban-planning',
    title: ['Reform how the city is planned, built and run', '深化城市规划建设管理体制改革'],
    themes: ['green'],
    implements: ['congress-9/urban'],
    leads: 'urban-management',
    measures: [
      [
        'rules',
        'forestry-bureau planning-bureau',
        'Publish rules for the removal and care of urban trees',
        '出台城市树木迁移保护管理办法',
      ],
      [
        'mechanism',
        'urban-group',
        'Check every large project against the city plan once a year',
        '建立城市体检年度评估机制',
      ],
      [
        'plan',
        'planning-bureau housing-bureau',
        'Adopt design guidelines for streets and squares',
        '制定街道广场设计导则',
      ],
    ],
  },
  {
    field: 'urban-planning',
    title: ['Renew old neighbourhoods without losing them', '创新老旧小区微改造机制'],
    implements: ['congress-9/urban', 'congress-9/livelihood'],
    measures: [
      [
        'works',
        'housing-bureau',
        'Add lifts to three hundred old apartment houses',
        '完成三百栋老旧住宅加装电梯',
      ],
      [
        'rules',
        'housing-bureau finance-bureau',
        'Publish rules for sharing the cost of renewal with residents',
        '出台老旧小区改造居民共担办法',
      ],
      [
        'pilot',
        'planning-bureau culture-bureau',
        'Try out long leases of historic houses to those who repair them',
        '开展历史建筑“以修代租”活化利用试点',
      ],
    ],
  },
  {
    field: 'urban-planning',
    title: ['Put public transport first', '推进公共交通优先发展改革'],
    themes: ['green', 'digital'],
    implements: ['congress-9/urban', 'congress-9/green'],
    measures: [
      [
        'plan',
        'transport-bureau',
        'Adopt a plan that ties bus routes to metro stations',
        '制定公交地铁接驳线网优化方案',
      ],
      [
        'system',
        'transport-bureau big-data-office',
        'Let one code pay for bus, metro and ferry',
        '实现公交地铁轮渡“一码通乘”',
      ],
      [
        'works',
        'transport-bureau public-security',
        'Mark sixty kilometres of cycle lanes apart from traffic',
        '建成六十公里独立自行车道',
      ],
    ],
  },
  {
    field: 'urban-planning',
    title: ['Keep the city safe below ground', '健全城市地下空间安全治理体系'],
    themes: ['digital'],
    implements: ['congress-9/urban', 'five-year-plan/safety'],
    measures: [
      [
        'system',
        'housing-bureau water-bureau',
        'Map all pipes and tunnels in one model',
        '建成地下管网“一张图”系统',
      ],
      [
        'mechanism',
        'emergency-bureau housing-bureau',
        'Call the owners of all pipes together before any digging',
        '建立道路开挖多部门会商机制',
      ],
      [
        'rules',
        'planning-bureau',
        'Publish rules for building below parks and schools',
        '出台公园学校地下空间开发管理规定',
      ],
    ],
  },
  {
    field: 'agriculture-rural',
    title: ['Reform rural land and house plots', '深化农村土地和宅基地制度改革'],
    implements: ['congress-9/rural', 'province-opinions/towns'],
    pilot: 'house-plots',
    measures: [
      [
        'pilot',
        'agriculture-bureau planning-bureau',
        'Try out the paid return of unused house plots',
        '开展闲置宅基地有偿退出试点',
      ],
      [
        'rules',
        'planning-bureau agriculture-bureau',
        'Publish rules for bringing collective building land to market',
        '出台农村集体经营性建设用地入市办法',
      ],
      [
        'system',
        'agriculture-bureau',
        'Keep village assets and contracts in one open register',
        '建成农村集体资产监管平台',
      ],
    ],
  },
  {
    field: 'agriculture-rural',
    title: ['Bring services to every village', '健全城乡公共服务均等化机制'],
    implements: ['congress-9/rural', 'congress-9/livelihood'],
    measures: [
      [
        'service',
        'transport-bureau agriculture-bureau',
        'Run a bus to every village at least four times a day',
        '实现行政村每日四班以上公交全覆盖',
      ],
      [
        'works',
        'water-bureau',
        'Give two hundred villages water of town quality',
        '完成二百个村自来水提质改造',
      ],
      [
        'mechanism',
        'health-commission',
        'Send town doctors to village clinics in turn',
        '建立镇卫生院医生驻村轮值机制',
      ],
    ],
  },
  {
    field: 'agriculture-rural',
    title: ['Help farms to a fair share of their products', '完善联农带农利益联结机制'],
    implements: ['congress-9/rural'],
    measures: [
      [
        'plan',
        'agriculture-bureau commerce-bureau',
        'Adopt a plan for cold stores shared by villages',
        '制定村级共享冷库建设方案',
      ],
      [
        'pilot',
        'agriculture-bureau finance-office',
        'Try out insurance of vegetable prices',
        '开展蔬菜价格指数保险试点',
      ],
      [
        'service',
        'agriculture-bureau',
        'Open a counter for farm machines on loan in every farming town',
        '在涉农镇设立农机共享服务点',
      ],
    ],
  },
  {
    field: 'democracy-law',
    title: ['Make and revise rules with the public', '完善公众参与立法和行政决策机制'],
    implements: ['congress-9/law'],
    measures: [
      [
        'mechanism',
        'justice-bureau congress-office',
        'Hear residents at thirty grass-roots legislation points',
        '建立三十个基层立法联系点运行机制',
      ],
      [
        'rules',
        'justice-bureau',
        'Publish rules for hearings before major decisions',
        '出台重大行政决策听证办法',
      ],
      [
        'system',
        'congress-office',
        'Show how each public comment was dealt with',
        '上线立法意见采纳反馈公开系统',
      ],
    ],
  },
  {
    field: 'democracy-law',
    title: ['Enforce the law evenly and once', '深化综合行政执法体制改革'],
    themes: ['digital'],
    implements: ['congress-9/law', 'congress-9/governance'],
    measures: [
      [
        'rules',
        'justice-bureau urban-management',
        'Publish a list of first offences that are only warned of',
        '公布“首违不罚”事项清单',
      ],
      [
        'system',
        'justice-bureau big-data-office',
        'Record every inspection in one system from start to end',
        '建成行政执法全过程记录系统',
      ],
      [
        'mechanism',
        'urban-management public-security',
        'Agree who acts first where two offices are in charge',
        '建立跨部门执法首接负责机制',
      ],
    ],
  },
  {
    field: 'democracy-law',
    title: ['Bring justice nearer to those who seek it', '推进诉讼服务和公共法律服务改革'],
    implements: ['congress-9/law', 'congress-9/livelihood'],
    leads: 'legal-services',
    measures: [
      [
        'service',
        'court justice-bureau',
        'Settle small claims at town mediation rooms',
        '在镇街设立小额纠纷诉前调解室',
      ],
      [
        'pilot',
        'procuratorate environment-bureau',
        'Try out repair in place of fines for harm to nature',
        '开展生态损害“以修代罚”公益诉讼试点',
      ],
      [
        'service',
        'justice-bureau',
        'Give every village and community a lawyer on call',
        '实现村居法律顾问线上线下全覆盖',
      ],
    ],
  },
];
