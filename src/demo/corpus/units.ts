/** Made-up units of the city: departments, special groups, groups with members, and one merger. */

/** The day the two offices of the merger become one. */
export const mergerDay = '2022-07-01';
/** The units that are merged, and the unit that takes over. */
export const merger = {
  from: ['government-services', 'big-data-office'],
  into: 'digital-government',
  document: '示编委〔2022〕11号',
} as const;

/** A unit: its id, the character in its document numbers, its names. */
type UnitPiece = readonly [id: string, mark: string, en: string, zh: string, alias?: string];

export const departments: readonly UnitPiece[] = [
  ['reform-office', '改办', 'Reform Office', '全面深化改革委员会办公室', '改革办'],
  ['general-office', '府办', 'General Office of the Government', '市政府办公厅', '市府办'],
  ['organization-dept', '组', 'Organization Department', '组织部'],
  ['propaganda-dept', '宣', 'Publicity Department', '宣传部'],
  ['politics-law', '政法', 'Political and Legal Affairs Commission', '政法委员会', '政法委'],
  ['discipline-commission', '纪', 'Discipline Inspection Commission', '纪委监委'],
  [
    'establishment-office',
    '编',
    'Office of Staffing and Structure',
    '机构编制委员会办公室',
    '编办',
  ],
  ['congress-office', '人常', 'Office of the People’s Congress', '市人大常委会办公厅', '市人大'],
  ['court', '法', 'Intermediate Court', '中级人民法院', '中院'],
  ['procuratorate', '检', 'Procuratorate', '人民检察院', '检察院'],
  [
    'development-commission',
    '发改',
    'Development and Reform Commission',
    '发展和改革委员会',
    '发改委',
  ],
  ['finance-bureau', '财', 'Finance Bureau', '财政局'],
  ['finance-office', '金', 'Local Finance Office', '地方金融工作局', '金融局'],
  ['tax-bureau', '税', 'Tax Bureau', '税务局'],
  ['audit-bureau', '审', 'Audit Bureau', '审计局'],
  ['statistics-bureau', '统', 'Statistics Bureau', '统计局'],
  ['state-assets', '国资', 'State Assets Commission', '国有资产监督管理委员会', '国资委'],
  ['industry-bureau', '工信', 'Industry Bureau', '工业和信息化局', '工信局'],
  ['science-bureau', '科', 'Science and Technology Bureau', '科学技术局', '科技局'],
  ['commerce-bureau', '商', 'Commerce Bureau', '商务局'],
  ['customs', '关', 'Customs House', '示例海关'],
  ['market-regulation', '市监', 'Market Regulation Administration', '市场监督管理局', '市监局'],
  ['government-services', '政务', 'Government Services Office', '政务服务办公室', '政务办'],
  ['big-data-office', '数', 'Big Data Office', '大数据管理办公室', '大数据办'],
  [
    'digital-government',
    '政数',
    'Government Services and Data Bureau',
    '政务服务和数据管理局',
    '政数局',
  ],
  ['foreign-affairs', '外', 'Foreign Affairs Office', '外事办公室', '外办'],
  ['justice-bureau', '司', 'Justice Bureau', '司法局'],
  ['public-security', '公', 'Public Security Bureau', '公安局'],
  ['emergency-bureau', '应急', 'Emergency Management Bureau', '应急管理局', '应急局'],
  ['letters-office', '信', 'Complaints Office', '信访局'],
  ['civil-affairs', '民', 'Civil Affairs Bureau', '民政局'],
  [
    'human-resources',
    '人社',
    'Human Resources and Social Security Bureau',
    '人力资源和社会保障局',
    '人社局',
  ],
  ['education-bureau', '教', 'Education Bureau', '教育局'],
  ['health-commission', '卫', 'Health Commission', '卫生健康委员会', '卫健委'],
  ['medical-insurance', '医保', 'Medical Insurance Bureau', '医疗保障局', '医保局'],
  ['culture-bureau', '文', 'Culture and Tourism Bureau', '文化广电旅游局', '文旅局'],
  ['sports-bureau', '体', 'Sports Bureau', '体育局'],
  ['planning-bureau', '规', 'Planning and Natural Resources Bureau', '规划和自然资源局', '规资局'],
  ['housing-bureau', '建', 'Housing and Construction Bureau', '住房和城乡建设局', '住建局'],
  ['transport-bureau', '交', 'Transport Bureau', '交通运输局', '交通局'],
  ['water-bureau', '水', 'Water Bureau', '水务局'],
  ['urban-management', '城管', 'Urban Management Bureau', '城市管理和综合执法局', '城管局'],
  ['environment-bureau', '环', 'Environment Bureau', '生态环境局', '环境局'],
  ['forestry-bureau', '林', 'Forestry and Parks Bureau', '林业和园林局', '林园局'],
  ['agriculture-bureau', '农', 'Agriculture Bureau', '农业农村局', '农业局'],
  ['trade-union', '工', 'Trade Union Federation', '总工会'],
  ['youth-league', '团', 'Youth League', '共青团委员会', '团委'],
];

/** Bodies of several units: a special group steers a field, a group of members leads measures. */
export const groups: readonly {
  readonly unit: UnitPiece;
  readonly kind: 'special-group' | 'group';
  readonly members?: readonly string[];
}[] = [
  {
    unit: [
      'urban-group',
      '城改',
      'Special Group for Urban Reform',
      '城市规划建设管理体制改革专项小组',
    ],
    kind: 'special-group',
    members: ['planning-bureau', 'housing-bureau', 'urban-management'],
  },
  {
    unit: ['economy-group', '经改', 'Special Group for Economic Reform', '经济体制改革专项小组'],
    kind: 'special-group',
  },
  {
    unit: ['livelihood-group', '民改', 'Special Group for Livelihood', '民生领域改革专项小组'],
    kind: 'special-group',
  },
  {
    unit: ['port-group', '口岸', 'Port Clearance Group', '口岸通关协作组'],
    kind: 'group',
    members: ['customs', 'commerce-bureau', 'tax-bureau'],
  },
  {
    unit: ['community-group', '社治', 'Community Governance Group', '社区治理联席会议'],
    kind: 'group',
    members: ['civil-affairs', 'politics-law', 'public-security', 'health-commission'],
  },
  {
    unit: ['waters-group', '河湖', 'River and Lake Group', '河湖长制联席会议'],
    kind: 'group',
    members: ['water-bureau', 'environment-bureau', 'agriculture-bureau', 'forestry-bureau'],
  },
];

/** Units that support in a field, whoever leads there. */
export const supporters: Readonly<Record<string, readonly string[]>> = {
  'business-environment': ['tax-bureau', 'finance-bureau', 'government-services', 'justice-bureau'],
  'economic-system': ['economy-group', 'finance-bureau', 'statistics-bureau', 'tax-bureau'],
  'administrative-system': ['finance-bureau', 'general-office', 'justice-bureau'],
  'urban-planning': ['urban-group', 'transport-bureau', 'finance-bureau', 'forestry-bureau'],
  'agriculture-rural': ['finance-bureau', 'planning-bureau', 'human-resources'],
  'democracy-law': ['politics-law', 'public-security', 'general-office'],
  'social-governance': ['community-group', 'public-security', 'finance-bureau', 'justice-bureau'],
  culture: ['propaganda-dept', 'education-bureau', 'sports-bureau'],
  livelihood: ['livelihood-group', 'finance-bureau', 'big-data-office', 'human-resources'],
  ecology: ['waters-group', 'development-commission', 'science-bureau', 'transport-bureau'],
  'party-building': ['propaganda-dept', 'finance-bureau', 'youth-league'],
  discipline: ['audit-bureau', 'organization-dept', 'finance-bureau'],
};
