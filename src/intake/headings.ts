/**
 * What the headings of offices' lists mean: the words that Chinese cities, the UK, Canada and the Open
 * Government Partnership put above their columns, each with what its cells become. It knows words only,
 * not where they stand.
 */

/** What the cells of a column become. */
export const roles = [
  'number',
  'field',
  'task',
  'measure',
  'district',
  'project',
  'lead',
  'support',
  'start',
  'due',
  'deliverable',
  'criteria',
  'progress',
  'percent',
  'status',
  'problem',
  'next',
  'reported',
  'note',
] as const;
export type Role = (typeof roles)[number];

/** Why a column whose heading is understood has no place in a ledger. */
export const leftOut = ['person', 'closed-on', 'assigned-on', 'light', 'money', 'score'] as const;
export type LeftOut = (typeof leftOut)[number];

/** What a heading says: a role, sometimes of one quarter, or a known reason to leave its column out. */
export interface Meaning {
  readonly is: Role | LeftOut;
  /** The whole heading is a known word and not only a part of it. */
  readonly isExact: boolean;
  /** 1 to 4, where the column is about one quarter of the year. */
  readonly quarter?: number;
}

/** A heading for comparison: without brackets and what is in them, blanks, marks and case. */
export const foldHeading = (heading: string): string => {
  const whole = heading.normalize('NFKC').toLowerCase();
  const outside = whole.replace(/[([{<《〔【][^)\]}>》〕】]*[)\]}>》〕】]/g, '');
  const bare = (text: string) => text.replace(/[\s\p{P}\p{S}]+/gu, '');
  return bare(outside) === '' ? bare(whole) : bare(outside);
};

const of = (...words: readonly string[]) => new RegExp(`(?:${words.join('|')})`, 'u');

/**
 * Whole headings, in the words that are found most; where a heading is one of them, nothing else is
 * looked at.
 */
const exact: Readonly<Record<Role, RegExp>> = {
  number:
    /^(?:总?序号|编号|号|任务编号|任务序号|事项编号|举措编号|项目编号|条目|no|nr|n|id|ref|refno|reference|referenceno|referencenumber|number|itemno|item|itemnumber|sn|sno|serial|serialno|code|recno|recommendationno|recommendationnumber|seqno|commitmentno|commitmentnumber|commitmentid|actionno|actionref|actionid|measureno|taskno|taskid|milestoneno)$/,
  field:
    /^(?:领域|改革领域|专项领域|重点领域|所属领域|工作领域|类别|类型|分类|板块|专项|方面|条线|大类|一级分类|一级指标|改革方面|改革类别|field|area|areas|theme|themes|pillar|sector|category|priorityarea|policyarea|thematicarea|focusarea|reformarea|workarea|domain|workstream|chapter|strategicpriority|strategicobjective|topic|section)$/,
  task: /^(?:改革任务|改革任务名称|重点任务|重点改革任务|重点工作|重点工作任务|工作任务|主要任务|目标任务|任务|任务名称|改革事项|重点改革事项|重点事项|改革项目|改革专题|改革方向|二级指标|工作事项|事项|事项名称|督办事项|工作名称|工作|工作项目|task|tasks|taskname|reform|reforms|reformtask|keytask|keywork|objective|objectives|goal|goals|specificobjective|recommendation|recommendations)$/,
  measure:
    /^(?:具体举措|改革举措|工作举措|主要举措|重点举措|举措|举措名称|工作措施|主要措施|具体措施|推进措施|任务措施|落实措施|整改措施|改革措施|措施|具体任务|具体工作|具体事项|细化任务|子任务|工作内容|主要内容|具体内容|任务内容|实施内容|改革内容|主要工作内容|主要工作|工作要点|measure|measures|specificmeasure|specificmeasures|action|actions|actionitem|actionpoint|commitment|commitments|commitmenttitle|commitmentname|activity|activities|initiative|initiatives|step|steps|subtask|intervention|interventions|keyaction|keyactions|pledge|promise|actiondescription|commitmenttext|managementaction|managementactions|agreedmanagementaction|agreedmanagementactions|agreedaction|whatwewilldo)$/,
  district:
    /^(?:区|区县|县区|县市区|所属区|申报区|申报单位所在区|所在区|辖区|地区|区名|district|districts|borough|county)$/,
  project:
    /^(?:项目|项目名称|基层改革创新项目|基层改革创新项目名称|改革创新项目|创新项目|创新项目名称|申报项目|申报项目名称|project|projects|projectname|projecttitle)$/,
  lead: /^(?:牵头单位|牵头部门|牵头市直单位|主办单位|主责单位|主责部门|第一责任单位|责任单位|责任部门|责任主体|承办单位|负责单位|负责部门|承接单位|实施单位|落实单位|责任科室|责任处室|牵头处室|lead|leads|leadunit|leadagency|leadministry|leaddepartment|leadorganisation|leadorganization|leadbody|leadimplementingagency|responsible|responsibleagency|responsibleministry|responsibledepartment|responsiblebody|responsibleunit|responsibleparty|responsibleinstitution|responsibility|owner|actionowner|ministry|department|departments|agency|minister|ministers|portfolio|implementingagency|implementingbody|implementingentity|accountable|accountablebody|organisation|organization|institution|deliverylead|who)$/,
  support:
    /^(?:配合单位|配合部门|协办单位|协同单位|参与单位|参加单位|协助单位|会同单位|协作单位|配合责任单位|支持单位|support|supporting|supportunits|supportingunits|supportingactors|supportingagencies|supportingagency|cooperatingagencies|cooperatingagency|supportingministries|supportingdepartments|supportingbodies|supportinginstitutions|partner|partners|otheractors|otheractorsinvolved|otherunits|othersinvolved|coordinatingagencies|participatingunits|contributors|collaborators|with)$/,
  start:
    /^(?:开始时间|启动时间|起始时间|开始日期|起始日期|计划开始时间|启动日期|start|startdate|from|startson|begin|begindate|plannedstart)$/,
  due: /^(?:完成时限|完成时间|完成日期|完成期限|办结时限|办结时间|时限|时限要求|时间要求|截止时间|截止日期|期限|计划完成时间|计划完成时限|拟完成时间|预计完成时间|要求完成时间|时间表|起止时间|时间节点|时间安排|进度安排|实施时间|完成时间节点|整改时限|due|duedate|datedue|deadline|deadlines|targetdate|targetcompletiondate|completiondate|plannedcompletion|plannedcompletiondate|expectedcompletion|expectedcompletiondate|end|enddate|to|bywhen|when|schedule|timetable|forecastdate|timeline|timeframe|timescale|timing|timelimit|deliverydate|plannedend|finishdate|targetcompletion)$/,
  deliverable:
    /^(?:成果形式|预期成果|标志性成果|成果|改革成果|工作成果|成果要求|预期成效|目标成效|完成标志|完成标准|考核指标|工作目标|年度目标|年度工作目标|任务目标|目标|目标要求|预期目标|deliverable|deliverables|output|outputs|expectedoutput|expectedoutputs|expectedresult|expectedresults|result|results|expectedoutcome|expectedoutcomes|outcome|outcomes|product|resultanticipated|kpi|kpis|indicator|indicators|performanceindicator|performanceindicators|keydeliverable|keydeliverables|successmeasure|successcriteria|target)$/,
  criteria:
    /^(?:阶段性工作目标|年度阶段性工作目标|阶段性目标|阶段目标|季度目标|节点|节点目标|里程碑|验收标准|销号标准|milestone|milestones|milestoneactivity|criteria|acceptancecriteria|keymilestones)$/,
  progress:
    /^(?:进展|进展情况|工作进展|工作进展情况|目前进展|当前进展|最新进展|落实情况|工作落实情况|进展落实情况|完成情况|推进情况|推进落实情况|实施情况|办理情况|整改情况|落实进展|进度情况|工作动态|工作成效|取得成效|主要成效|progress|progressupdate|progressreport|progresstodate|update|updates|latestupdate|statusupdate|narrative|achievements|achievement|resultachieved|resultsachieved|implementationprogress|implementationupdate|currentprogress|whathasbeendone|commentary)$/,
  percent:
    /^(?:完成率|完成比例|完成百分比|进度百分比|完成进度|进度|progresspercent|percent|percentcomplete|complete|completion|completionrate|percentage|pctcomplete|pct)$/,
  status:
    /^(?:状态|完成状态|任务状态|目前状态|当前状态|是否完成|是否销号|销号情况|是否办结|完成与否|status|state|currentstatus|stage|completionlevel|completionstatus|implementationstatus|progressstatus|levelofcompletion|deliverystatus|overallstatus)$/,
  problem:
    /^(?:存在问题|存在的问题|主要问题|问题|困难|存在困难|问题和困难|存在问题和困难|困难问题|困难和问题|难点堵点|难点|堵点|风险|issue|issues|problem|problems|risk|risks|challenge|challenges|barrier|barriers|obstacles|difficulties|keyrisks|keyissues|issuesandrisks|risksandissues)$/,
  next: /^(?:下一步|下步|下一步工作|下一步计划|下一步打算|下一步工作计划|下一步工作安排|下一步安排|下步计划|下步打算|下步工作|下步工作计划|后续计划|next|nextstep|nextsteps|plannedaction|plannedactions|wayforward|followup|nextactions|furthersteps)$/,
  reported:
    /^(?:填报时间|填报日期|更新时间|更新日期|报送时间|上报时间|lastupdated|lastupdate|dateupdated|updated|updatedon|reportdate|reportingdate|asof|asat|dateofupdate)$/,
  note: /^(?:备注|说明|附注|note|notes|remark|remarks|comment|comments|observations|additionalinformation)$/,
};

/** Known headings whose columns have no place, each with the reason. */
const known: Readonly<Record<LeftOut, RegExp>> = {
  person: of(
    '领导',
    '责任人',
    '负责人',
    '联系人',
    '联络员',
    '经办人',
    '填报人',
    '责任者',
    '电话',
    '手机',
    '联系方式',
    'contact',
    'email',
    'phone',
    'telephone',
    '^sro$',
    'seniorresponsible',
    'responsibleperson',
    'responsibleofficer',
    'personresponsible',
    'personincharge',
    'focalpoint',
    'manager',
  ),
  'closed-on': of(
    '实际完成',
    '实际办结',
    '销号时间',
    '销号日期',
    '办结日期',
    'actualcompletion',
    'actualend',
    'actualdate',
    'datecompleted',
    'completedon',
    'dateclosed',
    'closedon',
    'actualdelivery',
  ),
  'assigned-on': of(
    '交办',
    '下达时间',
    '下达日期',
    '立项时间',
    '部署时间',
    'dateassigned',
    'assignedon',
    'dateadded',
    'dateraised',
  ),
  light: of(
    '^rag',
    'rag$',
    '红绿灯',
    '亮灯',
    '灯色',
    '预警',
    'trafficlight',
    'ragrating',
    'ragstatus',
  ),
  money: of('资金', '投资', '预算', '经费', 'budget', 'cost', 'funding', 'expenditure'),
  score: of('得分', '分值', '评分', '权重', 'score', 'weight'),
};

/**
 * Words that tell what a longer heading is about, tried in this order: what comes first is the more
 * telling.
 */
const telling: readonly (readonly [Role, RegExp])[] = [
  [
    'support',
    of(
      '配合',
      '协办',
      '协同',
      '参与单位',
      '参加单位',
      '协助',
      'supporting',
      'partner',
      'otheractor',
      'participating',
    ),
  ],
  [
    'lead',
    of(
      '牵头',
      '主办',
      '主责',
      '责任(?:单位|部门|主体|科室)',
      '承办',
      '(?:实施|落实|负责)(?:单位|部门)',
      '^lead',
      'leadagency',
      'responsible',
      'owner',
      'implementing(?:agency|body|organi)',
      'accountable',
    ),
  ],
  ['start', of('(?:开始|启动|起始)(?:时间|日期)', 'startdate', 'startingdate')],
  [
    'due',
    of(
      '时限',
      '期限',
      '截止',
      '截至?时间',
      '完成(?:时间|日期|时点)',
      '时间节点',
      'deadline',
      'duedate',
      'targetdate',
      'enddate',
      'completiondate',
      'bywhen',
      'timeframe',
      'timeline',
    ),
  ],
  ['next', of('下一?步', '后续', 'nextstep', 'wayforward')],
  [
    'problem',
    of('问题', '困难', '堵点', '难点', 'problem', 'issues', 'challenge', 'obstacle', 'barrier'),
  ],
  ['criteria', of('阶段性?(?:工作)?目标', '季度(?:工作)?目标', '里程碑', 'milestone')],
  ['percent', of('完成率', '百分比', '完成比例', 'percent')],
  ['status', of('状态', '是否', 'status', 'levelofcompletion')],
  ['progress', of('进展', '(?:落实|完成|推进|办理|实施)情况', '成效', 'progress', 'update')],
  ['deliverable', of('成果', '目标', 'deliverable', 'output', 'expectedresult', 'expectedoutcome')],
  ['reported', of('(?:填报|更新|报送|上报)(?:时间|日期)', 'lastupdate')],
  [
    'measure',
    of(
      '举措',
      '措施',
      '(?:工作|主要|具体|任务|改革)内容',
      '具体(?:任务|工作|事项)',
      'measure',
      'commitment',
      'actionitem',
      'actiondescription',
      'activit',
      'initiative',
    ),
  ],
  ['project', of('创新项目', '项目名称', 'projectname', 'projecttitle')],
  ['task', of('任务', '改革事项', '重点工作', '事项', 'task', 'objective', 'recommendation')],
  ['field', of('领域', '类别', '板块', 'thematic', 'pillar', 'policyarea', 'priorityarea')],
  ['number', of('序号', '编号', 'number$', '[a-z]no$')],
  ['note', of('备注', 'remark', 'comment')],
];

const numerals = '一二三四';

const quarterIn = (heading: string): number | undefined => {
  const [, chinese, digit, english] =
    /第?(?:([一二三四])|([1-4]))季度?|(?:^|[^a-z])q([1-4])(?![0-9])/u.exec(
      heading.normalize('NFKC').toLowerCase(),
    ) ?? [];
  if (chinese !== undefined) return numerals.indexOf(chinese) + 1;
  const number = digit ?? english;
  return number === undefined ? undefined : Number(number);
};

/** Longer text above a column is a title of the list or a sentence, and no heading. */
const longestHeading = 60;

/** Words that make of a known one something else: where it comes from, of what sort it is. */
const aside =
  /来源|依据|类型|性质|级别|层级|归口|附件|是否(?!.*(?:完成|办结|销号|落实|达标|实现|启动))|unitofmeasure|source|type$|baseline|targetquantity/u;

const roleIn = (folded: string): Omit<Meaning, 'quarter'> | undefined => {
  const whole = roles.find((role) => exact[role].test(folded));
  if (whole) return { is: whole, isExact: true };
  const reason = leftOut.find((each) => known[each].test(folded));
  if (reason) return { is: reason, isExact: true };
  if (aside.test(folded)) return undefined;
  const part = telling.find(([, words]) => words.test(folded));
  return part && { is: part[0], isExact: false };
};

/** What a heading says, or undefined where it is not understood. */
export const meaningOf = (heading: string): Meaning | undefined => {
  if (heading.length > longestHeading) return undefined;
  const quarter = quarterIn(heading);
  const folded = foldHeading(heading);
  const isPercent = /[%％]/u.test(heading);
  if (folded === '') {
    if (isPercent) return { is: 'percent', isExact: true };
    return heading.includes('#') ? { is: 'number', isExact: true } : undefined;
  }
  if (isPercent && /进展|进度|完成|complet|progress/u.test(folded)) {
    return { is: 'percent', isExact: true };
  }
  const timeless = folded.replace(/(?:20\d\d)年?度?|第?[一二三四1-4]季度|q[1-4]/gu, '');
  const found = roleIn(timeless) ?? roleIn(folded);
  if (quarter === undefined) return found;
  // What is planned for a quarter is a milestone of it.
  const isPlan = /计划|安排|目标|任务|节点|plan|target|milestone/u.test(timeless);
  if (found?.is === 'progress') return { ...found, quarter };
  if (isPlan) return { is: 'criteria', isExact: found?.isExact ?? false, quarter };
  return found;
};

/** Whether a heading of units names both sides, so that its cells say who leads. */
export const namesBothSides = (heading: string): boolean =>
  /牵头|主办|lead/iu.test(heading) && /配合|协办|责任|support|partner/iu.test(heading);
