/** Made-up tasks and measures of business environment, economic and administrative system. */
import type { TaskPiece } from './piece.ts';

export const economyTasks: readonly TaskPiece[] = [
  {
    field: 'business-environment',
    title: ['Make it easier to open, change and close a business', '深化商事登记便利化改革'],
    themes: ['digital'],
    implements: ['congress-9/market', 'five-year-plan/one-visit'],
    leads: 'one-licence',
    pilot: 'business-environment',
    measures: [
      [
        'system',
        'market-regulation tax-bureau',
        'Open one online window for starting a business in a single day',
        '建成企业开办“一窗一日”网上平台',
      ],
      [
        'rules',
        'market-regulation',
        'Publish rules for the simple deregistration of small companies',
        '出台小微企业简易注销办法',
      ],
      [
        'pilot',
        'market-regulation',
        'Try out one combined licence for shops and restaurants',
        '开展商铺餐饮“一业一证”试点',
      ],
    ],
  },
  {
    field: 'business-environment',
    title: ['Reform approvals for construction projects', '深化工程建设项目审批制度改革'],
    implements: ['congress-9/market', 'congress-9/urban'],
    measures: [
      [
        'rules',
        'housing-bureau planning-bureau',
        'Publish a list of low-risk projects that need no drawing review',
        '公布低风险工程免施工图审查清单',
      ],
      [
        'mechanism',
        'housing-bureau',
        'Carry out joint final inspection of buildings in one visit',
        '建立建筑工程联合竣工验收机制',
      ],
      [
        'service',
        'water-bureau urban-management',
        'Connect water, power and gas on a single application',
        '推行水电气报装“一表申请”',
      ],
    ],
  },
  {
    field: 'business-environment',
    title: ['Speed up clearance at the port', '推进口岸通关便利化改革'],
    themes: ['international', 'digital'],
    implements: ['congress-9/opening'],
    leads: 'smart-port',
    measures: [
      [
        'system',
        'port-group',
        'Let traders follow a container from quay to gate on one page',
        '上线集装箱全程可视化查询功能',
      ],
      [
        'pilot',
        'customs',
        'Try out inspection beside the ship for fresh goods',
        '开展鲜活货物“船边直提”试点',
      ],
      [
        'rules',
        'commerce-bureau finance-bureau',
        'Publish all port charges in one list and keep to it',
        '公布口岸收费目录清单并实行清单外零收费',
      ],
    ],
  },
  {
    field: 'business-environment',
    title: ['Supervise companies by their credit', '健全以信用为基础的新型监管机制'],
    implements: ['congress-9/market'],
    from: 'A neighbouring city’s credit repair in one step',
    measures: [
      [
        'rules',
        'development-commission market-regulation',
        'Publish rules for sorting companies by credit risk',
        '出台企业信用风险分级分类管理办法',
      ],
      [
        'service',
        'development-commission',
        'Open one counter for repairing a credit record',
        '设立信用修复“一口受理”窗口',
      ],
      [
        'mechanism',
        'market-regulation emergency-bureau',
        'Replace repeated inspections by one joint visit',
        '建立“综合查一次”联合检查机制',
      ],
    ],
  },
  {
    field: 'economic-system',
    title: ['Let land, capital and data flow by the market', '推进要素市场化配置改革'],
    themes: ['digital'],
    implements: ['congress-9/market', 'province-opinions/factors'],
    leads: 'factor-market',
    pilot: 'factor-market',
    measures: [
      [
        'rules',
        'planning-bureau',
        'Publish rules for the mixed use of industrial land',
        '出台工业用地混合利用管理规定',
      ],
      [
        'system',
        'big-data-office',
        'Open a trading venue for data products',
        '建成数据产品交易场所',
      ],
      [
        'pilot',
        'finance-office',
        'Try out loans on the security of patents',
        '开展专利权质押融资试点',
      ],
    ],
  },
  {
    field: 'economic-system',
    title: ['Give state-owned companies room and a clear account', '深化国资国企改革'],
    implements: ['congress-9/market'],
    measures: [
      [
        'plan',
        'state-assets',
        'Adopt a plan for merging small municipal companies',
        '制定市属国企专业化整合方案',
      ],
      [
        'rules',
        'state-assets',
        'Publish rules for boards that decide on pay themselves',
        '出台落实董事会薪酬管理职权实施办法',
      ],
      [
        'mechanism',
        'state-assets audit-bureau',
        'Report the debts of municipal companies every quarter',
        '建立市属国企债务季度报告机制',
      ],
    ],
  },
  {
    field: 'economic-system',
    title: ['Join the digital and the real economy', '推动数字经济与实体经济深度融合'],
    themes: ['digital'],
    implements: ['congress-9/digital'],
    leads: 'digital-workshops',
    measures: [
      [
        'service',
        'industry-bureau',
        'Offer small workshops a free check of their digital tools',
        '为中小制造企业提供免费数字化诊断服务',
      ],
      [
        'pilot',
        'industry-bureau science-bureau',
        'Try out shared cloud machines in three industrial parks',
        '在三个产业园区开展“共享制造”试点',
      ],
      [
        'rules',
        'industry-bureau',
        'Publish rules for open interfaces of industrial platforms',
        '制定工业互联网平台接口开放规则',
      ],
    ],
  },
  {
    field: 'economic-system',
    title: ['Reform how research money is spent', '改革科研经费管理机制'],
    implements: ['congress-9/innovation'],
    measures: [
      [
        'rules',
        'science-bureau finance-bureau',
        'Publish rules for research funds as a lump sum',
        '出台科研经费“包干制”管理办法',
      ],
      [
        'pilot',
        'science-bureau',
        'Try out calls that name the problem and not the method',
        '开展“揭榜挂帅”项目组织试点',
      ],
      [
        'system',
        'science-bureau',
        'Let all laboratories lend their instruments online',
        '建成大型科研仪器开放共享平台',
      ],
    ],
  },
  {
    field: 'administrative-system',
    title: ['Finish common matters in one visit', '推进政务服务“一次办成”改革'],
    themes: ['digital'],
    implements: ['congress-9/digital', 'five-year-plan/one-visit'],
    leads: 'one-visit',
    measures: [
      [
        'service',
        'government-services',
        'Bundle ten life events such as birth and retirement into one form each',
        '推出出生、退休等十件“人生大事”主题服务',
      ],
      [
        'system',
        'big-data-office government-services',
        'Fill in forms from records that offices already hold',
        '上线政务表单数据自动填充功能',
      ],
      [
        'rules',
        'government-services',
        'Publish rules for accepting applications where a document is missing',
        '出台政务服务“容缺受理”办法',
      ],
    ],
  },
  {
    field: 'administrative-system',
    title: ['Give districts and towns the powers they use', '深化简政放权和镇街体制改革'],
    implements: ['congress-9/governance', 'province-opinions/towns'],
    measures: [
      [
        'rules',
        'establishment-office justice-bureau',
        'Publish the list of powers handed over to towns',
        '公布镇街赋权事项清单',
      ],
      [
        'mechanism',
        'establishment-office',
        'Review every half year which powers towns really use',
        '建立赋权事项半年评估调整机制',
      ],
      [
        'plan',
        'establishment-office finance-bureau',
        'Adopt a plan for staff and money that follow the powers',
        '制定“人财随事走”保障方案',
      ],
    ],
  },
  {
    field: 'administrative-system',
    title: ['Judge budgets by what they achieve', '全面实施预算绩效管理改革'],
    implements: ['congress-9/governance'],
    measures: [
      [
        'rules',
        'finance-bureau',
        'Publish cost standards for the fifty commonest public services',
        '发布五十项公共服务支出标准',
      ],
      [
        'system',
        'finance-bureau',
        'Show every project’s goals and spending on one screen',
        '建成财政项目绩效监控一体化系统',
      ],
      [
        'mechanism',
        'finance-bureau audit-bureau',
        'Cut the budget of projects that miss their goals twice',
        '建立绩效评价结果与预算安排挂钩机制',
      ],
    ],
  },
  {
    field: 'administrative-system',
    title: ['Share and open the data of public offices', '推进公共数据共享开放改革'],
    themes: ['digital'],
    implements: ['congress-9/digital', 'five-year-plan/one-visit'],
    leads: 'open-data',
    measures: [
      [
        'rules',
        'big-data-office justice-bureau',
        'Publish rules for who may use which public data',
        '出台公共数据授权使用管理办法',
      ],
      [
        'mechanism',
        'big-data-office',
        'Name a chief data officer in every office',
        '建立首席数据官制度',
      ],
      [
        'plan',
        'big-data-office statistics-bureau',
        'Adopt a plan for one catalogue of all public records',
        '制定公共数据资源统一编目方案',
      ],
    ],
  },
];
