/** Made-up tasks and measures of ecology, party building and discipline. */
import type { TaskPiece } from './piece.ts';

export const partyTasks: readonly TaskPiece[] = [
  {
    field: 'ecology',
    title: ['Move towards a city of low carbon', '推进碳达峰碳中和体制机制改革'],
    themes: ['green'],
    implements: ['congress-9/green', 'five-year-plan/green'],
    leads: 'carbon-account',
    measures: [
      [
        'plan',
        'development-commission environment-bureau',
        'Adopt a carbon plan for each large industry',
        '制定重点行业碳达峰实施方案',
      ],
      [
        'pilot',
        'environment-bureau finance-office',
        'Try out carbon accounts for small companies',
        '开展中小企业碳账户试点',
      ],
      [
        'rules',
        'housing-bureau',
        'Publish rules for the energy use of large buildings',
        '出台大型公共建筑能耗限额管理办法',
      ],
    ],
  },
  {
    field: 'ecology',
    title: ['Keep rivers and air clean for good', '完善水和大气环境协同治理机制'],
    themes: ['green', 'digital'],
    implements: ['congress-9/green'],
    measures: [
      [
        'mechanism',
        'waters-group',
        'Let river chiefs answer for whole streams and not for stretches',
        '建立全流域河湖长责任机制',
      ],
      [
        'works',
        'water-bureau',
        'Part rain from waste water in ninety drainage areas',
        '完成九十个排水单元雨污分流改造',
      ],
      [
        'system',
        'environment-bureau',
        'Publish the readings of all air stations every hour',
        '实现空气监测站点数据逐时公开',
      ],
    ],
  },
  {
    field: 'ecology',
    title: ['Turn waste into material', '推进“无废城市”制度建设'],
    themes: ['green'],
    implements: ['congress-9/green', 'five-year-plan/green'],
    measures: [
      [
        'rules',
        'urban-management development-commission',
        'Publish rules for the packaging of parcels',
        '出台快递包装减量管理办法',
      ],
      [
        'works',
        'urban-management',
        'Build five yards for sorting building waste',
        '建成五个建筑垃圾资源化利用场',
      ],
      [
        'service',
        'urban-management commerce-bureau',
        'Fetch bulky waste on call in all communities',
        '推行大件垃圾预约上门收运服务',
      ],
    ],
  },
  {
    field: 'party-building',
    title: ['Strengthen branches in new trades', '加强新业态新就业群体党建工作'],
    implements: ['congress-9/party'],
    measures: [
      [
        'mechanism',
        'organization-dept trade-union',
        'Set up branches for couriers and drivers with their trades',
        '建立快递外卖行业党建联席机制',
      ],
      [
        'works',
        'organization-dept civil-affairs',
        'Open one hundred and twenty rest posts for outdoor workers',
        '建成一百二十个户外劳动者党群驿站',
      ],
      [
        'plan',
        'organization-dept',
        'Adopt a plan for branches in office towers',
        '制定商务楼宇党建提升方案',
      ],
    ],
  },
  {
    field: 'party-building',
    title: ['Choose and train officials by their work', '完善干部选育管用制度'],
    implements: ['congress-9/party'],
    measures: [
      [
        'rules',
        'organization-dept discipline-commission',
        'Publish rules for errors made in honest trial',
        '出台改革创新容错纠错实施办法',
      ],
      [
        'mechanism',
        'organization-dept',
        'Send young officials to work in towns for two years',
        '建立年轻干部镇街历练机制',
      ],
      [
        'system',
        'organization-dept',
        'Keep one record of what each official has delivered',
        '建成干部实绩纪实系统',
      ],
    ],
  },
  {
    field: 'party-building',
    title: ['Cut meetings, papers and tables', '健全整治形式主义为基层减负机制'],
    themes: ['digital'],
    implements: ['congress-9/party', 'congress-9/governance'],
    leads: 'fewer-tables',
    measures: [
      [
        'rules',
        'general-office organization-dept',
        'Publish the list of tables that communities may be asked for',
        '公布社区报表准入清单',
      ],
      [
        'system',
        'big-data-office general-office',
        'Let communities enter each figure only once',
        '建成基层数据“一次采集”平台',
      ],
      [
        'mechanism',
        'general-office',
        'Count meetings and papers of every office each month',
        '建立精文减会月度通报机制',
      ],
    ],
  },
  {
    field: 'discipline',
    title: ['Supervise those who hold power', '健全对“一把手”和重点岗位监督机制'],
    implements: ['congress-9/party', 'congress-9/law'],
    measures: [
      [
        'rules',
        'discipline-commission',
        'Publish rules for reports of leaders on their duties',
        '出台主要负责人述责述廉办法',
      ],
      [
        'mechanism',
        'discipline-commission audit-bureau',
        'Join inspection, audit and petitions to one picture',
        '建立巡察审计信访监督贯通机制',
      ],
    ],
  },
  {
    field: 'discipline',
    title: ['Fight small corruption near the people', '深化群众身边腐败和作风问题整治'],
    themes: ['digital'],
    implements: ['congress-9/party', 'congress-9/livelihood'],
    measures: [
      [
        'system',
        'discipline-commission agriculture-bureau',
        'Let villagers see village spending on their telephone',
        '上线村级财务“掌上公开”系统',
      ],
      [
        'service',
        'discipline-commission letters-office',
        'Open visiting days of inspectors in all towns',
        '推行纪检监察干部镇街接访日',
      ],
    ],
  },
];
