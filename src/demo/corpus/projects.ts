/** Made-up projects of the districts, two for each, and one that was declared and not selected. */
import type { ProjectPiece } from './piece.ts';

/** The districts in their order, each with the projects it declares. */
export const districtProjects: Readonly<Record<string, readonly ProjectPiece[]>> = {
  'old-wall': [
    [
      'works',
      '',
      'urban-planning',
      'Open courtyards of the old town as pocket parks',
      '开放老城院落建设口袋公园',
    ],
    [
      'mechanism',
      'culture-bureau',
      'culture',
      'Let shopkeepers of an old street manage it themselves',
      '建立老街商户自治共管机制',
    ],
  ],
  lakeview: [
    [
      'system',
      '',
      'social-governance',
      'Report broken things by a picture and see them mended',
      '打造“随手拍、马上修”社区平台',
    ],
    [
      'service',
      'health-commission',
      'livelihood',
      'Bring blood pressure checks to markets and parks',
      '推行健康小站进市场进公园',
    ],
  ],
  riverbend: [
    [
      'pilot',
      'environment-bureau',
      'ecology',
      'Pay upstream villages for clean water',
      '探索河流上下游村社生态补偿',
    ],
    [
      'rules',
      '',
      'business-environment',
      'Decide small building matters by a promise to comply',
      '推行小型工程告知承诺审批',
    ],
  ],
  northgate: [
    [
      'mechanism',
      'organization-dept',
      'party-building',
      'Hold consulting hours of officials at night markets',
      '建立干部夜市听民声机制',
    ],
    [
      'service',
      '',
      'administrative-system',
      'Run a service van through factory districts',
      '开行园区流动政务服务车',
    ],
  ],
  westridge: [
    [
      'pilot',
      'agriculture-bureau',
      'agriculture-rural',
      'Lend village houses to young founders',
      '探索闲置农房青年创业租用',
    ],
    [
      'works',
      'sports-bureau',
      'livelihood',
      'Turn space below viaducts into sports grounds',
      '利用桥下空间建设运动场地',
    ],
  ],
  eastmarket: [
    [
      'rules',
      'market-regulation',
      'business-environment',
      'Agree on quality marks of wholesale markets',
      '制定专业批发市场诚信商户标准',
    ],
    [
      'system',
      'commerce-bureau',
      'economic-system',
      'Show vacant shops and their terms on one map',
      '上线商铺招租“一张图”',
    ],
    ['pilot', '', 'culture', 'Try out evening markets in school yards', '探索校园操场夜间集市'],
  ],
  southfield: [
    [
      'pilot',
      'agriculture-bureau',
      'agriculture-rural',
      'Grow seedlings for all farms in one shared nursery',
      '探索连片农田统一育秧服务',
    ],
    [
      'mechanism',
      '',
      'social-governance',
      'Settle village disputes under the banyan tree',
      '建立“榕树下”村民调解机制',
    ],
  ],
  'stone-arch': [
    [
      'works',
      'water-bureau',
      'ecology',
      'Give streams in parks their banks back',
      '推进公园溪流生态岸线修复',
    ],
    [
      'service',
      'education-bureau',
      'livelihood',
      'Walk small children to school in guarded groups',
      '推行“步行校车”护学服务',
    ],
  ],
  'maple-vale': [
    [
      'plan',
      'forestry-bureau',
      'ecology',
      'Plan village woods together with those who own them',
      '编制村社共有林地经营方案',
    ],
    [
      'service',
      'civil-affairs',
      'livelihood',
      'Deliver meals to old people in mountain villages',
      '推行山区长者送餐上门服务',
    ],
  ],
  'green-creek': [
    [
      'system',
      'justice-bureau',
      'democracy-law',
      'Let people meet a judge by video at the town office',
      '建设镇街远程视频庭审点',
    ],
    [
      'mechanism',
      'discipline-commission',
      'discipline',
      'Publish what each village project has cost',
      '建立村级工程造价公示机制',
    ],
  ],
  'new-harbour': [
    [
      'pilot',
      'customs',
      'business-environment',
      'Lend warehouse space by the pallet and the day',
      '探索保税仓储按托盘按日租用',
    ],
    [
      'plan',
      'transport-bureau',
      'urban-planning',
      'Plan roads for lorries apart from homes',
      '制定货运通道与居住区分离方案',
    ],
  ],
};
