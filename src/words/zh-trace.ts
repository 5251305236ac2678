/** Chinese words for how records hang together, and for what cannot be tested at the end of a year. */
import type { Missing } from '../model/missing.ts';
import type { trace as enTrace } from './en-trace.ts';
import { within } from './zh-phrases.ts';

const arrangementKinds: {
  readonly [K in Parameters<(typeof enTrace)['notAsked']>[0]]: string;
} = {
  duty: '任务要求',
  principle: '原则',
  characteristic: '特点',
  perspective: '着眼点',
  emphasis: '侧重点',
};

const missing: { readonly [M in Missing]: string } = {
  lead: '牵头单位',
  start: '启动时间',
  due: '完成时限',
  deliverable: '成果形式',
  criteria: '节点',
  evidence: '销号佐证材料',
  implements: '任务来源',
  measures: '具体举措',
  number: '文号',
  date: '日期',
  level: '级别',
  agenda: '议题',
  source: '出处',
};

export const trace: typeof enTrace = {
  columns: {
    id: '编号',
    link: '关系',
    title: '名称',
    status: '状态',
    verified: '已销号',
    supports: '支撑任务',
    from: '来源',
    pilots: '试点',
    entry: '记录序号',
    event: '进展',
    missing: '缺少',
    mend: '补正方法',
  },
  up: {
    component: '附属于',
    arrangement: '载于',
    implements: '落实',
    duty: '承担',
    plan: '部署于',
    meeting: '议题安排见',
    'leading-reform': '承接',
    pilot: '承接试点',
    agenda: '提交审议',
    measure: '所属任务',
    supports: '支撑',
    field: '所属领域',
    district: '申报',
    lead: '牵头',
    criterion: '所属事项',
    source: '摘录自',
  },
  down: {
    component: '附件',
    arrangement: '部署',
    implements: '落实任务',
    duty: '试点',
    plan: '引领型改革',
    meeting: '会议',
    'leading-reform': '承接任务',
    pilot: '承接任务',
    agenda: '审议',
    measure: '具体举措',
    supports: '支撑项目',
    field: '领域内',
    district: '申报',
    lead: '牵头',
    criterion: '节点',
    source: '摘录',
  },
  evidence: '佐证材料',
  decision: '决定文件',
  number: '本文件文号',
  paper: '文号或记录',
  arrangement: (title, kind) => (kind === 'duty' ? title : `${title}（${arrangementKinds[kind]}）`),
  comesFrom: '来源',
  carriedOut: '落实情况',
  namedIn: '引用情况',
  above: '见上',
  noEffect: { illegal: '无效', retracted: '已撤回' },
  nothingUp: '没有来源记录。',
  nothingDown: (isPublished) =>
    isPublished ? '本台账没有落实情况的记录，但不等于没有落实。' : '没有落实情况的记录。',
  notAsked: (kind) => `${arrangementKinds[kind]}不要求单设改革任务，只有任务要求才须由任务落实。`,
  transcribed: (counts) => `摘录自本文件：${counts.join('、')}。`,

  noTask: (isPublished) => (isPublished ? '未见任务记录' : '无任务落实'),
  without: (count, isPublished) =>
    isPublished
      ? `本台账未记录落实任务的任务要求（${count}项）`
      : `无任务落实的任务要求（${count}项）`,
  noneWithout: '各项任务要求均有改革任务落实。',
  noDuties: '没有任务要求的记录。',
  noArrangements: '没有部署记录。',
  asksForNone: (counts) =>
    `另有不要求单设任务的部署：${counts
      .map(([kind, count]) => `${arrangementKinds[kind]}${count}项`)
      .join('、')}。`,
  unfounded: (count) => `未对应部署的改革任务（${count}项）`,
  noneUnfounded: '各项改革任务均对应部署。',
  noTasks: '没有改革任务的记录。',
  supporting: (count) => `支撑改革任务的项目（${count}个）`,
  noneSupporting: (isPublished) =>
    isPublished ? '各项目支撑哪些任务，未公开。' : '没有项目写明支撑的任务。',
  silent: (ids) => `未记录部署的文件：${ids.join('、')}。`,
  recorded: (tasks, issued) =>
    issued === null
      ? `本台账记录改革任务${tasks}项`
      : `下达改革任务${issued}项，本台账记录${tasks}项`,
  notRecorded: '未记录不等于未落实：下达的清单大部分没有公开。',

  missing,
  join: (parts) => parts.join('、'),
  ready: {
    cannot: (count) => `年底无法检验（${count}项）`,
    better: (count) => `可以检验，但有待完善（${count}项）`,
    all: (count) => (count === 0 ? '没有需要检验的事项。' : `${count}个事项年底均可检验。`),
    counted: (tested, cannot, better) =>
      `需检验${tested}个事项；无法检验${cannot}项，含没有具体举措的任务；有待完善${better}项`,
    unclear: (tested) => `${tested}个事项年底能否检验，无法判断。`,
    notPublished: (counts, tasks) =>
      [
        ...(counts.length > 0
          ? [`未公开：${counts.map(([name, count]) => `${missing[name]}${count}项`).join('、')}。`]
          : []),
        ...(tasks > 0 ? [`有${tasks}项改革任务在本台账没有具体举措的记录。`] : []),
      ].join(''),
    efforts: (count) => `公开名称只写举动、未写成果的事项（${count}个）`,
    unsaid: '未公开的清单是否写明成果，不得而知。',
    effort: {
      title: '名称未写明成果',
      deliverable: '成果形式未写明成果',
      criterion: (id) => `节点${within(id)}未写明成果`,
    },
    claimed: (command) => `已申请销号，先退回：${command}`,
    onlyWithReady: '查询条件只能与 --ready 一起使用',
    onlyWithReadyHint: '检查总是涵盖全部文件：reform validate',
  },
};
