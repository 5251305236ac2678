/** Made-up tasks and measures of social governance, culture and people's livelihood. */
import type { TaskPiece } from './piece.ts';

export const peopleTasks: readonly TaskPiece[] = [
  {
    field: 'social-governance',
    title: ['Govern communities together with residents', '健全共建共治共享社区治理机制'],
    implements: ['congress-9/governance'],
    leads: 'community-councils',
    measures: [
      [
        'mechanism',
        'community-group',
        'Hold a council of residents in every community each month',
        '建立社区居民议事厅月度例会机制',
      ],
      [
        'rules',
        'civil-affairs housing-bureau',
        'Publish rules for owners’ committees and property managers',
        '出台业主委员会和物业服务监督办法',
      ],
      [
        'service',
        'civil-affairs',
        'Open neighbourhood service posts within fifteen minutes on foot',
        '建成“十五分钟”社区服务驿站',
      ],
    ],
  },
  {
    field: 'social-governance',
    title: ['Answer complaints where they arise', '推进矛盾纠纷多元化解改革'],
    themes: ['digital'],
    implements: ['congress-9/governance', 'congress-9/law'],
    measures: [
      [
        'service',
        'letters-office politics-law',
        'Open one-stop centres for disputes in all districts',
        '设立区级矛盾纠纷“一站式”调处中心',
      ],
      [
        'system',
        'letters-office big-data-office',
        'Follow each complaint online from receipt to answer',
        '上线信访事项全程查询系统',
      ],
      [
        'mechanism',
        'politics-law court',
        'Send disputes to the mediator who knows the trade',
        '建立行业性专业性调解对接机制',
      ],
    ],
  },
  {
    field: 'social-governance',
    title: ['Be ready before the emergency', '健全大安全大应急工作体系'],
    implements: ['five-year-plan/safety', 'congress-9/governance'],
    measures: [
      [
        'plan',
        'emergency-bureau',
        'Adopt one plan for floods, storms and heat',
        '修订城市极端天气综合应急预案',
      ],
      [
        'works',
        'emergency-bureau civil-affairs',
        'Fit out a shelter with water and power in every town',
        '完成镇街应急避难场所标准化改造',
      ],
      [
        'system',
        'emergency-bureau water-bureau',
        'Warn low-lying streets two hours before water rises',
        '建成内涝两小时预警系统',
      ],
    ],
  },
  {
    field: 'social-governance',
    title: ['Let volunteers and social groups take part', '激发社会组织和志愿服务活力'],
    implements: ['congress-9/governance'],
    measures: [
      [
        'rules',
        'civil-affairs finance-bureau',
        'Publish rules for buying services from social groups',
        '出台政府购买社会组织服务管理办法',
      ],
      [
        'pilot',
        'youth-league civil-affairs',
        'Try out hours of help that can be saved and drawn on',
        '开展志愿服务“时间银行”试点',
      ],
    ],
  },
  {
    field: 'culture',
    title: ['Keep libraries and museums open longer', '创新公共文化服务供给机制'],
    implements: ['congress-9/culture'],
    measures: [
      [
        'service',
        'culture-bureau',
        'Open city libraries until ten in the evening',
        '推行公共图书馆夜间延时开放',
      ],
      [
        'system',
        'culture-bureau',
        'Return a book to any library of the city',
        '实现全市图书馆通借通还',
      ],
      [
        'mechanism',
        'culture-bureau finance-bureau',
        'Share out money for museums by visitors and service',
        '建立文博场馆绩效激励机制',
      ],
    ],
  },
  {
    field: 'culture',
    title: ['Protect heritage and keep it in use', '完善历史文化保护传承体系'],
    implements: ['congress-9/culture', 'congress-9/urban'],
    from: 'A sister city’s register of craftspeople',
    measures: [
      [
        'rules',
        'culture-bureau planning-bureau',
        'Publish rules for archaeology before land is sold',
        '出台土地出让“先考古后供地”办法',
      ],
      [
        'plan',
        'culture-bureau education-bureau',
        'Adopt a plan for teaching local crafts in schools',
        '制定非遗进校园工作方案',
      ],
      [
        'works',
        'culture-bureau housing-bureau',
        'Repair forty houses on the list of historic buildings',
        '完成四十处历史建筑修缮',
      ],
    ],
  },
  {
    field: 'culture',
    title: ['Grow creative trades and tourism', '促进文化旅游产业融合改革'],
    themes: ['international', 'digital'],
    implements: ['congress-9/culture', 'congress-9/opening'],
    measures: [
      [
        'pilot',
        'culture-bureau public-security',
        'Try out street performance by booking',
        '开展街头艺人预约展演试点',
      ],
      [
        'service',
        'culture-bureau foreign-affairs',
        'Put signs and guides in four languages at main sights',
        '推行主要景区四语导览服务',
      ],
      [
        'plan',
        'propaganda-dept culture-bureau',
        'Adopt a plan for studios in disused factories',
        '制定旧厂房改造文创园区方案',
      ],
    ],
  },
  {
    field: 'livelihood',
    title: ['Lighten the load of pupils', '深化义务教育“双减”改革'],
    implements: ['congress-9/livelihood'],
    pilot: 'after-school',
    measures: [
      [
        'service',
        'education-bureau',
        'Offer care after school in all primary schools',
        '实现小学课后托管服务全覆盖',
      ],
      [
        'rules',
        'education-bureau market-regulation',
        'Publish rules for prepaid fees of private tutors',
        '出台校外培训机构预收费监管办法',
      ],
      [
        'mechanism',
        'education-bureau',
        'Rotate teachers between strong and weak schools',
        '建立校长教师交流轮岗机制',
      ],
    ],
  },
  {
    field: 'livelihood',
    title: ['See a doctor near home', '推进分级诊疗和医联体改革'],
    themes: ['digital'],
    implements: ['congress-9/livelihood', 'five-year-plan/health'],
    leads: 'health-network',
    pilot: 'family-doctors',
    measures: [
      [
        'pilot',
        'health-commission medical-insurance',
        'Try out a yearly sum for family doctors’ patients',
        '开展家庭医生签约按人头付费试点',
      ],
      [
        'system',
        'health-commission big-data-office',
        'Let hospitals accept each other’s test results',
        '实现检查检验结果互认共享',
      ],
      [
        'rules',
        'medical-insurance',
        'Publish the price list for care at home',
        '公布上门医疗服务收费目录',
      ],
    ],
  },
  {
    field: 'livelihood',
    title: ['Grow old in one’s own neighbourhood', '健全居家社区养老服务体系'],
    implements: ['congress-9/livelihood', 'five-year-plan/health'],
    measures: [
      [
        'works',
        'civil-affairs housing-bureau',
        'Fit the homes of two thousand old people with rails and alarms',
        '完成二千户老年人家庭适老化改造',
      ],
      [
        'service',
        'civil-affairs health-commission',
        'Serve meals for the old in every town',
        '实现长者饭堂镇街全覆盖',
      ],
      [
        'mechanism',
        'civil-affairs medical-insurance',
        'Assess once who needs care, for all offices',
        '建立老年人能力评估结果互认机制',
      ],
    ],
  },
  {
    field: 'livelihood',
    title: ['Find work and keep insured', '完善就业和社会保障制度'],
    implements: ['congress-9/livelihood'],
    measures: [
      [
        'rules',
        'human-resources',
        'Publish rules for accident insurance of couriers and drivers',
        '出台新就业形态人员职业伤害保障办法',
      ],
      [
        'service',
        'human-resources trade-union',
        'Open job counters for short work in every district',
        '在各区设立零工市场服务点',
      ],
      [
        'system',
        'human-resources tax-bureau',
        'Move pension records between cities without papers',
        '实现社保关系跨市转移“免证办”',
      ],
    ],
  },
];
