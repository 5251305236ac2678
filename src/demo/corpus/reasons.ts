/** What is said in the log of the made-up year: problems, next steps, and the reasons of decisions. */
import type { Both, Form } from './piece.ts';

/** A sentence in both languages, with the forms of measures that it fits where it does not fit all. */
export type Reason = readonly [...Both, only?: readonly Form[]];

export const problems: readonly Reason[] = [
  ['Two units disagree on who pays', '两个单位对经费分担意见不一致'],
  ['Staff were sent to epidemic control', '人员抽调参与疫情防控'],
  ['Data of one district do not fit', '一个区的数据格式不统一', ['system']],
  ['No offer met the terms of the tender', '首次招标流标', ['system', 'works']],
  ['Residents of one site object', '一处点位居民有异议', ['works']],
  ['The rule of the province is not out yet', '省级配套文件尚未出台'],
  ['Supplies are late', '设备到货延迟', ['system', 'works']],
  ['Money for the second half is not confirmed', '下半年经费尚未落实'],
  ['Too few applicants so far', '目前申请数量偏少', ['pilot', 'service']],
  ['Units use different definitions', '各单位统计口径不一'],
];

export const nextSteps: readonly Reason[] = [
  ['Settle the open points with the finance office', '与财政部门商定遗留问题'],
  ['Second round with the districts', '再次征求各区意见'],
  ['Report to the special group', '提交专项小组审议'],
  ['Hear users before the next draft', '听取使用单位意见后修改', ['rules', 'plan', 'system']],
  ['Visit the two slowest districts', '赴进度滞后的两个区督导', ['service', 'works']],
  ['Prepare the evidence for the claim', '整理完成佐证材料'],
  ['Publish the results', '对外公布结果'],
];

export const blocks: readonly Reason[] = [
  ['The court has stayed the tender', '招标因诉讼暂停', ['system', 'works']],
  ['Waits for a decision of the province', '等待省级批复'],
  ['The site is closed for epidemic control', '点位因疫情管控封闭', ['works', 'service']],
  ['The contractor has given up', '承建单位退出', ['system', 'works']],
  ['A law that it rests on is under revision', '上位法正在修订'],
];

export const excuses: readonly Reason[] = [
  ['Three weeks of epidemic control', '疫情管控三周'],
  ['Typhoon damage had to be mended first', '优先处置台风灾损'],
  ['The province moved its inspection', '省级检查时间调整'],
  ['All staff were on flood duty', '人员全部投入防汛'],
];

export const postponements: readonly Reason[] = [
  ['A second hearing is needed', '需要再次听证', ['rules', 'plan', 'mechanism']],
  ['The tender has to be repeated', '需要重新招标', ['system', 'works']],
  ['The rule of the province came late', '省级文件出台较晚'],
  ['Works stopped in the rainy season', '雨季停工', ['works']],
  ['More districts join than planned', '参与城区增加', ['service', 'pilot']],
  ['Epidemic control delayed the survey', '疫情影响调研进度'],
];

export const rejections: readonly Reason[] = [
  ['The annex is missing', '缺少附件'],
  ['Two districts are not covered yet', '尚有两个区未覆盖', ['service']],
  ['The document is a draft', '提交的是征求意见稿', ['rules', 'plan']],
  ['The site visit found unfinished work', '现场检查发现未完工', ['works']],
  ['The figures do not agree with the report', '数据与报告不一致'],
  ['Users asked do not know the service', '抽查对象不知晓该服务', ['service', 'system']],
];

export const reopenings: readonly Reason[] = [
  ['A complaint was found to be right', '信访反映问题属实'],
  ['The audit found a site that was counted twice', '审计发现一处点位重复计算', ['works']],
  ['The system went out of use after a month', '系统上线一个月后停用', ['system']],
];

export const withdrawals: readonly Reason[] = [
  ['The province now does it for all cities', '改由省级统一实施'],
  ['Merged with another measure', '与其他举措合并'],
  ['The need has gone', '相关需求已不存在'],
  ['The law was revised and forbids it', '上位法修订后不再可行', ['rules', 'pilot']],
];

export const reinstatements: readonly Reason[] = [
  ['The province leaves it to the city after all', '省级明确仍由市级实施'],
  ['The merger of measures was undone', '恢复为单独举措'],
];

export const mistakes: readonly Reason[] = [
  ['Meant for another measure', '应记在另一项举措下'],
  ['The figure was mistyped', '数据录入错误'],
  ['The day was wrong', '日期录入错误'],
];

export const amendments: readonly Reason[] = [
  ['The commission asked for more', '深改委会议要求加码'],
  ['Responsibilities were divided anew', '职责分工调整'],
  ['Users asked for another result', '根据使用单位意见调整'],
];

/** What was learnt from a pilot: what it achieved, what others can use, what is open. */
export const lessons: readonly {
  readonly effectiveness: Both;
  readonly experience: Both;
  readonly problems: Both;
}[] = [
  {
    effectiveness: ['Half the time for an application', '办理时间缩短一半'],
    experience: ['Send one person to all offices', '专人全程代办'],
    problems: ['Small districts lack the staff', '部分区人手不足'],
  },
  {
    effectiveness: ['Four in five participants would do it again', '八成参与者愿意继续参加'],
    experience: ['Begin with those who ask for it', '从有意愿的单位先行'],
    problems: ['Costs were higher than planned', '成本高于预期'],
  },
  {
    effectiveness: ['Complaints fell by a third', '投诉量下降三分之一'],
    experience: ['Publish the figures each month', '按月公开数据'],
    problems: ['Rules of two offices differ', '两部门规定不衔接'],
  },
  {
    effectiveness: ['Twice as many take part as a year ago', '参与人数同比翻番'],
    experience: ['One form for all offices', '一张表单多部门共用'],
    problems: ['Villages without a network are left out', '未通网络的村尚未覆盖'],
  },
  {
    effectiveness: ['Costs fell by a tenth', '成本下降一成'],
    experience: ['Settle who pays before it begins', '事先明确经费分担'],
    problems: ['It rests on one person in each town', '各镇街仅有一名专职人员'],
  },
  {
    effectiveness: ['No case was left open for more than ten days', '所有事项十日内办结'],
    experience: ['Let neighbours decide where it stands', '点位由居民商定'],
    problems: ['Upkeep is not yet paid for', '后续维护经费未落实'],
  },
];

export const conditions: readonly Reason[] = [
  ['Where a district has a service centre', '已设区级服务中心'],
  ['Where data are shared between offices', '部门间数据已共享'],
  ['With a budget of its own', '有专项经费保障'],
];

/** What is noted with a verification, by how it was checked. */
export const checks = {
  document: ['Documents complete', '材料齐全'],
  site: ['Seen on site', '现场核实'],
  'third-party': ['Ten users asked', '抽访十名使用者'],
} as const;

/** What is noted with the second piece of evidence of a claim. */
export const annex: Both = ['Annex', '附件'];
