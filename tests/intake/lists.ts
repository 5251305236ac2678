/**
 * Ten lists in the manners in which offices keep them, all made up, with what each holds as counted by hand. A reader of
 * lists is held against the counts, and the counts never made from a reader.
 */
import type { Sheet } from '../../src/sheets/sheet.ts';
import { sheetOf } from './sheet.ts';

/** What a list holds, counted by hand on the printed page. */
interface Holds {
  /** Headings of columns, those of lower rows; a heading over several columns is none of them. */
  readonly columns: number;
  /** Fields or sections that it puts its items under. */
  readonly fields: number;
  /** Lowest lines that somebody is to carry out. */
  readonly items: number;
  /** Titles above the items that are no fields; 0 where the items stand alone. */
  readonly tasks: number;
  /** Different units, groups such as 各区 among them, as printed. */
  readonly units: number;
  /** Items with a deadline that is a day, a month or the like. */
  readonly dues: number;
  /** Items whose deadline is said to be none. */
  readonly ongoing: number;
  /** Items whose deadline cannot be told. */
  readonly unclear: number;
  /** Lines below the headings that are neither: notes, totals. */
  readonly aside: number;
}

/** A list as an office keeps it. */
export interface KeptList {
  readonly manner: string;
  readonly year: number;
  readonly sheet: Sheet;
  readonly holds: Holds;
}

/** A sheet from lines with bars between the cells; `\n` inside a cell is a line break. */
const typed = (text: string, merges = '', name = 'Sheet1'): Sheet =>
  sheetOf(
    text
      .trim()
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('\\n', '\n'))),
    merges.split(' ').filter((range) => range !== ''),
    { name },
  );

const sections: KeptList = {
  manner: 'a city, 2021: sections merged across, the deputy mayor in charge, no deadlines',
  year: 2021,
  sheet: typed(
    `附件|||||
2021年示例市重点工作责任分工表|||||
序号|重点工作|市政府分管领导|牵头单位|配合单位|备注
（一）优化营商环境|||||
1|全面推行证照分离改革，压减企业开办环节至1个。|张某某|市市场监管局|市政务服务数据管理局、市税务局|
2|完善公平竞争审查抽查制度。|张某某|市市场监管局|市发展改革委、市司法局|续建
3|建设用地“带方案”出让试点扩大到全市。|李某某|市规划和自然资源局|各区政府|
（二）提升城市治理水平|||||
4|建成城市运行管理平台二期。|李某某|市政务服务数据管理局|市城市管理综合执法局、市公安局、各区政府|
5|生活垃圾分类达标小区覆盖率达到95%。|王某某|市城市管理综合执法局|各区政府|
（三）保障和改善民生|||||
6|新增公办幼儿园学位1万个。|王某某|市教育局|市财政局、市规划和自然资源局，各区政府|民生实事`,
    'A2:F2 A4:F4 A8:F8 A11:F11',
  ),
  holds: {
    columns: 6,
    fields: 3,
    items: 6,
    tasks: 0,
    units: 11,
    dues: 0,
    ongoing: 0,
    unclear: 0,
    aside: 0,
  },
};

const quarters: KeptList = {
  manner: 'a city, 2019: quarterly goals and progress under two rows of headings',
  year: 2019,
  sheet: typed(
    `示例市2019年重点工作推进情况公开表|||||||||
序号|重点工作|牵头单位|年度阶段性工作目标||||进展落实情况||
|||一季度|二季度|三季度|四季度|一季度|二季度|三季度
1|推进老旧小区微改造|市住房和城乡建设局|完成摸底|开工20个|开工40个|完工60个|按计划推进中|已开工23个|已开工41个
2|制定河涌管理办法|市水务局|形成初稿|征求意见|提请审议|印发实施|按计划推进中|已征求意见|进度滞后，争取四季度提请审议
3|建设社区食堂|市民政局|下达计划|建成30家|建成60家|建成100家|已完成|按计划推进中|按计划推进中`,
    'A1:J1 A2:A3 B2:B3 C2:C3 D2:G2 H2:J2',
  ),
  holds: {
    columns: 10,
    fields: 0,
    items: 3,
    tasks: 0,
    units: 3,
    dues: 0,
    ongoing: 0,
    unclear: 0,
    aside: 0,
  },
};

const sixClears: KeptList = {
  manner: 'six clears: leader, body, measures, result and time limit of each reform',
  year: 2016,
  sheet: typed(
    `改革事项|牵头领导|责任主体|任务措施|成果形式|完成时限
不动产统一登记改革|赵某某|牵头单位：市国土资源局；配合单位：市住建局、市林业局|整合登记职责，统一登记依据|实施方案、登记机构挂牌|2016年6月底前
公立医院综合改革|钱某某|市卫计委牵头，市发改委、市人社局、市财政局配合|取消药品加成，调整服务价格|改革方案|9月底
综合行政执法改革|孙某某|市编办（牵头）、市法制办|整合执法队伍|改革方案|2016.10.31
社会组织直接登记|李某某|市民政局|放开四类组织登记|登记办法|长期坚持
农村集体产权制度改革|周某某|由市委农办会同市农业局负责|清产核资，折股量化|试点总结报告|6月底前完成清产核资，12月底前完成试点
涉法涉诉信访改革|吴某某|市委政法委|建立终结移交机制|实施意见|三季度`,
  ),
  holds: {
    columns: 6,
    fields: 0,
    items: 6,
    tasks: 0,
    units: 13,
    dues: 4,
    ongoing: 1,
    unclear: 1,
    aside: 0,
  },
};

const twelve: KeptList = {
  manner: 'twelve columns, fields and tasks merged down, titles above, notes and a total below',
  year: 2022,
  sheet: typed(
    `示例市2022年全面深化改革任务台账|||||||||||
填报单位：市委改革办|||||||||填报日期：2022年10月8日||
序号|领域|改革任务|具体举措|牵头单位|责任单位|完成时限|成果形式|进展情况|存在问题|下一步|备注
1|经济体制改革|深化要素市场化配置改革|出台公共数据授权运营办法|市政务服务数据管理局|市发展改革委、市司法局|2022年9月底前|规范性文件|已印发|无||
2|||设立数据交易场所|市政务服务数据管理局|市地方金融监管局|12月底|机构设立|完成选址|牌照审批未完成|加强与省对接|
3||推进国企混合所有制改革|完成三家企业股权多元化|市国资委|市属各国有企业|年底前|工作报告|已完成一家|估值分歧|11月底前完成评估|
4|民主法治|完善行政复议体制|整合复议职责并调剂编制|市司法局|市委编办、各区政府|2022/6/30|改革方案|已完成||/|
5|||建立复议案例公开制度|市司法局|—|下半年|制度文件|推进中|—||
6|生态文明|健全生态补偿机制|修订水源地补偿标准|市生态环境局|市财政局、市水务局|9月前|补偿办法|草案征求意见||提请审议|
7|||开展碳排放权抵质押试点|市地方金融监管局|市生态环境局|持续推进|试点|落地首笔|||
合计|7项||||||||||
注：1.牵头单位排第一位。|||||||||||
2.完成时限未注明年份的均为2022年。|||||||||||`,
    'A1:L1 A2:I2 J2:L2 B4:B6 C4:C5 B7:B8 C7:C8 B9:B10 C9:C10 A12:L12 A13:L13',
  ),
  holds: {
    columns: 12,
    fields: 3,
    items: 7,
    tasks: 4,
    units: 11,
    dues: 5,
    ongoing: 1,
    unclear: 1,
    aside: 3,
  },
};

const supervision: KeptList = {
  manner: 'a supervision ledger: when assigned, when to be closed, whether struck off',
  year: 2022,
  sheet: typed(
    `督办台账（2022年第三期）|||||||
编号|事项|交办时间|责任单位|办结时限|进展|是否销号|备注
DB-2022-001|答复人大代表关于停车难的建议|2022.3.1|市公安局、市城管局|2022.5.31|已书面答复|是|
DB-2022-002|整改审计发现的资金沉淀问题|2022年3月15日|市财政局|2022年6月30日|已收回资金1200万元|是|
DB-2022-003|处置烂尾楼盘两处|20220401|示例区政府|20221231|一处复工|否|
DB-2022-004|解决东路桥断头路|2022-04-20|市交通运输局|明年6月|完成征拆70%|否|跨年
DB-2022-005|督促物业维修资金公开|4月25日|同上|15个工作日内|正在办理|否|`,
    'A1:H1',
    '督办台账',
  ),
  holds: {
    columns: 8,
    fields: 0,
    items: 5,
    tasks: 0,
    units: 5,
    dues: 4,
    ongoing: 0,
    unclear: 1,
    aside: 0,
  },
};

const openGovernment: KeptList = {
  manner: 'an open government action plan: commitments with milestones numbered inside a cell',
  year: 2022,
  sheet: typed(
    `National Action Plan 2022-2024||||||||
Commitment No.|Commitment|Lead agency|Supporting actors|Start date|End date|Milestones|Status|Comment
1|Publish beneficial ownership data|Ministry of Justice|Companies Registry; Open Exampleland|January 2022|31 December 2023|1. Draft regulation\\n2. Register online\\n3. First data set|Limited|
2|Open contracting for all municipalities|Public Procurement Agency|Ministry of Finance; Association of Municipalities|1 March 2022|End of 2023|1. Standard adopted\\n2. Portal live|Substantial|Portal tested
3|Citizen budgets in plain language|Ministry of Finance|Budget Watch|Q2 2022|Q3 2022|Three pilot budgets|Complete|
4|Protect whistle-blowers|Ministry of Justice|N/A|2022|Summer 2023|Bill submitted|Not Started|Awaits the cabinet`,
    'A1:I1',
    'Commitments',
  ),
  holds: {
    columns: 9,
    fields: 0,
    items: 4,
    tasks: 0,
    units: 7,
    dues: 3,
    ongoing: 0,
    unclear: 1,
    aside: 0,
  },
};

const mandates: KeptList = {
  manner: 'a mandate tracker: a minister, a commitment, its status in a sentence, no deadlines',
  year: 2022,
  sheet: typed(
    `Minister|Commitment|Status|Comment|Priority
Minister of Transport|Electrify the ferry fleet|Underway - on track|Two ferries in service|Clean growth
Minister of Transport|Publish a rail safety review|Completed - fully met|Tabled in May|Safety
Minister of Health|Reduce waiting times for surgery|Underway with challenges|Staff shortages in two regions|Care
Minister of Health and Minister of Finance|Fund home care|Actions taken, progress made toward ongoing goal||Care
Minister of Finance|Abolish the window levy|Not being pursued|Superseded by the tax review|Growth`,
  ),
  holds: {
    columns: 5,
    fields: 0,
    items: 5,
    tasks: 0,
    units: 3,
    dues: 0,
    ongoing: 0,
    unclear: 0,
    aside: 0,
  },
};

const delivery: KeptList = {
  manner: 'a departmental delivery plan: owner, due day with the day first, red amber green',
  year: 2022,
  sheet: typed(
    `Ref|Action|Owner|Due|RAG|Update
A1|Launch the bus fares cap|Local Transport|31/12/2022|G|Operators signed up
A2|Consult on pavement parking|Local Transport|03/04/2022|A|Consultation closed
A3|Publish the freight plan|Freight and Logistics|30/09/2022|G|
B1|Replace the permit system|Digital (lead), Freight and Logistics|15/03/2023|R|Supplier in dispute
B2|Accessibility audits|Stations|Ongoing|A|12 of 30 audited
B3|Agree the rolling stock order|Rail|TBC|R|`,
    '',
    'Plan',
  ),
  holds: {
    columns: 6,
    fields: 0,
    items: 6,
    tasks: 0,
    units: 5,
    dues: 4,
    ongoing: 1,
    unclear: 1,
    aside: 0,
  },
};

const inOneCell: KeptList = {
  manner: 'measures numbered inside one cell, with one deadline for all of them or one each',
  year: 2022,
  sheet: typed(
    `序号|改革任务|主要举措|责任单位|完成时限
一|推进基层治理改革|1.制定街道权责清单；\\n2.建立村（社区）工作准入制度；\\n3.推广“一网统管”。|市委组织部（牵头），市民政局、各区（配合）|2022年10月底前
二|深化科技体制改革|①修订科研经费管理办法。②开展职务科技成果赋权试点。|市科技局、市财政局|①6月底前；②12月底前
三|健全公共文化服务体系|（1）建成图书馆总分馆；（2）延长博物馆开放时间。|市文化广电旅游局|全年`,
  ),
  holds: {
    columns: 5,
    fields: 0,
    items: 7,
    tasks: 3,
    units: 6,
    dues: 5,
    ongoing: 0,
    unclear: 2,
    aside: 0,
  },
};

const filledDown: KeptList = {
  manner: 'a text file without merged cells: what is the same as above is left blank',
  year: 2022,
  sheet: typed(
    `领域,任务,举措,牵头单位,配合单位,时限
城市更新,老旧小区改造,出台加装电梯补贴办法,市住房和城乡建设局,市财政局,2022-09-30
,,开展物业管理全覆盖行动,市住房和城乡建设局,各区政府,2022-12
,历史建筑保护,公布第八批名录,市规划和自然资源局,市文化广电旅游局,5月
乡村振兴,农村宅基地改革,完成房地一体确权登记,市农业农村局,市规划和自然资源局,2022年1-9月
,,建立闲置宅基地数据库,市农业农村局,,`.replaceAll(',', '|'),
    '',
    '',
  ),
  holds: {
    columns: 6,
    fields: 2,
    items: 5,
    tasks: 3,
    units: 6,
    dues: 4,
    ongoing: 0,
    unclear: 0,
    aside: 0,
  },
};

/** All ten. */
export const lists: readonly KeptList[] = [
  sections,
  quarters,
  sixClears,
  twelve,
  supervision,
  openGovernment,
  mandates,
  delivery,
  inOneCell,
  filledDown,
];
