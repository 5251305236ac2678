/** Made-up registers: fields, districts, documents, leading reforms, pilots, platforms and meetings. */
/** A record by its id and its names. */
type Named = readonly [id: string, en: string, zh: string];

export const fields: readonly Named[] = [
  ['business-environment', 'Business environment', '营商环境'],
  ['economic-system', 'Economic system', '经济体制'],
  ['administrative-system', 'Administrative system', '行政体制'],
  ['urban-planning', 'Urban planning and construction management', '城市规划建设管理'],
  ['agriculture-rural', 'Agriculture and rural areas', '农业农村'],
  ['democracy-law', 'Democracy and the rule of law', '民主法治'],
  ['social-governance', 'Social governance', '社会治理'],
  ['culture', 'Culture', '文化'],
  ['livelihood', 'People’s livelihood', '民生'],
  ['ecology', 'Ecological civilization', '生态文明'],
  ['party-building', 'Party construction', '党的建设'],
  ['discipline', 'Discipline inspection and supervision', '纪检监察'],
];

export const districts: readonly Named[] = [
  ['old-wall', 'Old Wall', '古垣区'],
  ['lakeview', 'Lakeview', '望湖区'],
  ['riverbend', 'Riverbend', '弯河区'],
  ['northgate', 'Northgate', '北门区'],
  ['westridge', 'Westridge', '西岭区'],
  ['eastmarket', 'Eastmarket', '东集区'],
  ['southfield', 'Southfield', '南田区'],
  ['stone-arch', 'Stone Arch', '石拱区'],
  ['maple-vale', 'Maple Vale', '枫谷区'],
  ['green-creek', 'Green Creek', '青溪区'],
  ['new-harbour', 'New Harbour', '新埠区'],
];

/** The document that issues the list. */
export const workPlan = 'work-plan-2022';
export const workPlanNumber = '示改委〔2022〕3号';

export const documents: readonly {
  readonly named: Named;
  readonly number?: string;
  readonly date: string;
  readonly issuer: string;
  readonly arrangements?: readonly (readonly [id: string, kind: string, en: string, zh: string])[];
}[] = [
  {
    named: [
      workPlan,
      'Key reform arrangement of Example City for 2022',
      '示例市2022年改革工作要点',
    ],
    number: workPlanNumber,
    date: '2022-02-25',
    issuer: 'Deep Reform Commission of Example City',
  },
  {
    named: [
      'congress-9',
      'Decisions of the 9th congress of Example City',
      '示例市第九次党代会部署',
    ],
    date: '2021-12-16',
    issuer: 'Congress of Example City',
    arrangements: [
      ['market', 'duty', 'Build a fair and open market', '建设公平开放的市场环境'],
      ['opening', 'duty', 'Open further to the world', '推进高水平对外开放'],
      ['digital', 'duty', 'Change towards a digital city', '推动城市数字化转型'],
      ['green', 'duty', 'Change towards a green city', '推动城市绿色化转型'],
      ['innovation', 'duty', 'Free research from needless forms', '激发科技创新活力'],
      ['urban', 'duty', 'Reform planning, building and running of the city', '改革城市规建管体制'],
      ['rural', 'duty', 'Let town and country grow together', '推进城乡融合发展'],
      ['governance', 'duty', 'Modernize how the city is governed', '推进治理体系现代化'],
      ['law', 'duty', 'Govern by law', '全面推进依法治市'],
      ['culture', 'duty', 'Let culture flourish', '繁荣发展城市文化'],
      ['livelihood', 'duty', 'Put daily life first', '持续增进民生福祉'],
      ['party', 'duty', 'Govern the party with strict discipline', '全面从严治党'],
      [
        'people-first',
        'principle',
        'Reforms are judged by those who need them',
        '改革成效由群众评判',
      ],
    ],
  },
  {
    named: ['five-year-plan', 'Reform plan of Example City for 2021 to 2025', '示例市改革五年规划'],
    number: '示发〔2021〕18号',
    date: '2021-07-09',
    issuer: 'Committee of Example City',
    arrangements: [
      ['one-visit', 'duty', 'Make one visit to an office enough', '推进政务服务一次办成'],
      ['health', 'duty', 'Bring care near to home', '健全整合型健康养老服务'],
      ['safety', 'duty', 'Keep the city safe and ready', '建设安全韧性城市'],
      ['green', 'duty', 'Set rules for a low-carbon city', '健全绿色低碳制度'],
      ['trial', 'emphasis', 'Try out first, then extend', '先行先试再推广'],
    ],
  },
  {
    named: [
      'province-opinions',
      'Opinions of Example Province on reform pilots in cities',
      '示例省城市改革试点意见',
    ],
    number: '例发〔2021〕42号',
    date: '2021-11-02',
    issuer: 'Example Province',
    arrangements: [
      ['factors', 'duty', 'Try out markets for land, capital and data', '开展要素市场化改革试点'],
      ['towns', 'duty', 'Widen the powers of towns', '扩大镇街管理权限'],
      ['care', 'duty', 'Try out new ways to pay for care', '开展医疗服务支付改革试点'],
      ['schools', 'duty', 'Lighten the load of pupils', '减轻学生课业负担'],
    ],
  },
];

/** The leading reforms of the five-year plan, each with its field. */
export const leadingReforms: readonly (readonly [...Named, field: string])[] = [
  ['one-licence', 'One licence for one trade', '“一业一证”改革', 'business-environment'],
  ['smart-port', 'A port without paper', '“无纸化口岸”改革', 'business-environment'],
  ['credit-city', 'Credit in place of deposits', '“信用代押金”改革', 'business-environment'],
  [
    'factor-market',
    'Land, capital and data by the market',
    '要素市场化配置改革',
    'economic-system',
  ],
  [
    'digital-workshops',
    'Digital tools for small workshops',
    '中小工厂数字化改革',
    'economic-system',
  ],
  ['patient-capital', 'Patient capital for founders', '“耐心资本”改革', 'economic-system'],
  ['one-visit', 'Everything in one visit', '“一次办成”改革', 'administrative-system'],
  ['open-data', 'Public data for everybody', '公共数据授权运营改革', 'administrative-system'],
  ['urban-management', 'A check-up of the city every year', '城市体检改革', 'urban-planning'],
  ['old-houses', 'Old houses repaired by their users', '历史建筑活化改革', 'urban-planning'],
  ['village-assets', 'Village assets in open books', '农村集体资产改革', 'agriculture-rural'],
  [
    'shared-farms',
    'Machines and stores shared by farms',
    '农业社会化服务改革',
    'agriculture-rural',
  ],
  ['legal-services', 'Legal advice in every village', '公共法律服务改革', 'democracy-law'],
  ['open-rules', 'Rules made with the public', '开门立法改革', 'democracy-law'],
  ['community-councils', 'Councils of residents', '社区议事协商改革', 'social-governance'],
  ['time-bank', 'A bank of helping hours', '“时间银行”改革', 'social-governance'],
  ['night-library', 'Libraries open at night', '公共文化延时服务改革', 'culture'],
  ['health-network', 'One network of hospitals and clinics', '紧密型医联体改革', 'livelihood'],
  ['old-age', 'Care within fifteen minutes', '居家养老服务改革', 'livelihood'],
  ['carbon-account', 'Carbon accounts for all', '碳普惠机制改革', 'ecology'],
  ['fewer-tables', 'Fewer tables for communities', '基层减负改革', 'party-building'],
  ['village-eyes', 'Village spending in open view', '村级“阳光公开”改革', 'discipline'],
];

/** The pilots, each with its level, its field and its duties. */
export const pilots: readonly {
  readonly named: Named;
  readonly level: 'national' | 'provincial' | 'municipal';
  readonly field: string;
  readonly duties: readonly string[];
  readonly lead: string;
}[] = [
  {
    named: ['business-environment', 'Pilot for business environment', '营商环境创新试点'],
    level: 'national',
    field: 'business-environment',
    duties: ['congress-9/market'],
    lead: 'market-regulation',
  },
  {
    named: ['factor-market', 'Pilot for markets of land, capital and data', '要素市场化配置试点'],
    level: 'provincial',
    field: 'economic-system',
    duties: ['province-opinions/factors'],
    lead: 'development-commission',
  },
  {
    named: ['house-plots', 'Pilot for village house plots', '农村宅基地制度试点'],
    level: 'provincial',
    field: 'agriculture-rural',
    duties: ['province-opinions/towns'],
    lead: 'agriculture-bureau',
  },
  {
    named: ['after-school', 'Pilot for lighter homework and care after school', '“双减”试点'],
    level: 'provincial',
    field: 'livelihood',
    duties: ['province-opinions/schools'],
    lead: 'education-bureau',
  },
  {
    named: ['family-doctors', 'Pilot for payment of family doctors', '家庭医生付费改革试点'],
    level: 'provincial',
    field: 'livelihood',
    duties: ['province-opinions/care', 'five-year-plan/health'],
    lead: 'health-commission',
  },
  {
    named: ['street-trees', 'Pilot for tree wardens', '“树长制”试点'],
    level: 'municipal',
    field: 'ecology',
    duties: ['congress-9/green'],
    lead: 'forestry-bureau',
  },
];

export const platforms: readonly Named[] = [
  ['harbour-zone', 'New Harbour Free Trade Zone', '新埠自由贸易片区'],
  ['lake-science-park', 'Lakeview Science Park', '望湖科学园'],
  ['westridge-farm-park', 'Westridge Modern Farm Park', '西岭现代农业园'],
  ['east-market-quarter', 'Eastmarket Consumption Quarter', '东集消费集聚区'],
  ['green-finance-zone', 'Stone Arch Green Finance Zone', '石拱绿色金融片区'],
];

/** The meetings of the commission: the day, and the tasks heard, by their ids in a list of scale 1. */
export const meetings: readonly {
  readonly date: string;
  readonly tasks: readonly string[];
  readonly also: string;
}[] = [
  {
    date: '2022-02-22',
    tasks: [],
    also: 'The key reform arrangement for 2022',
  },
  {
    date: '2022-04-28',
    tasks: ['T01', 'T09', 'T17'],
    also: 'Progress in the first quarter',
  },
  {
    date: '2022-07-14',
    tasks: ['T05', 'T13', 'T28'],
    also: 'Progress in the first half of the year',
  },
  {
    date: '2022-09-29',
    tasks: ['T02', 'T22', 'T34'],
    also: 'Items that are late, and requests to postpone',
  },
  {
    date: '2022-11-24',
    tasks: ['T10', 'T31', 'T38'],
    also: 'Pilots to extend to the whole city',
  },
  {
    date: '2023-01-12',
    tasks: ['T40', 'T41'],
    also: 'The year 2022 in review',
  },
];
