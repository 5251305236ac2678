/** 日常办理的中文词句：到期事项、本单位事项、改革办待办、深改委会议议题。 */
import type { asking as english } from './en-asking.ts';
import { after, before, within } from './zh-phrases.ts';

const which = (ids: readonly string[]): string =>
  ids.length > 8 ? `${ids.slice(0, 8).join('、')} 等${ids.length}项` : ids.join('、');

/** 某日距今多远。 */
const off = (left: number): string => {
  if (left === 0) return '今天';
  return left > 0 ? `还有${left}天` : `${-left}天前`;
};

export const asking: typeof english = {
  headings: {
    group: '到期',
    section: '类别',
    letter: ' ',
    days: '距时限',
    progress: '进度%',
    note: '备注',
    next: '下一步',
    by: '单位',
    claimed: '申请日期',
    waits: '等待',
    evidence: '佐证材料',
    rejected: '退回日期',
    blocked: '受阻日期',
    since: '历时',
    reason: '原因',
    until: '缓办至',
    unit: '单位',
    items: '应报',
    unreported: '未报',
    missed: '逾期未报',
    which: '事项',
    point: '序号',
    title: '议题',
    task: '改革任务',
    measures: '举措',
    overdue: '逾期',
    claims: '申请销号',
    date: '日期',
    says: '最近进展',
  },
  days: (left) => {
    if (left === 0) return '今天到期';
    return left < 0 ? `逾期${-left}天` : `剩${left}天`;
  },
  long: (days) => `${days}天`,
  excused: (until) => `缓办至${after(until)}`,
  rejected: (day) => `${before(day)}退回`,
  noted: (title, notes) => `${title}（${notes.join('、')}）`,
  counted: (title, count) => `${title}（${count}）`,
  milestone: (letter) => `节点${after(letter)}`,
  overdue: '已逾期',
  stretches: {
    week: (monday, isNow) => `${before(monday)}起一周（周一至周日）${isNow ? '，本周' : ''}`,
    month: (month, isNow) =>
      `${Number(month.slice(0, 4))}年${Number(month.slice(5))}月${isNow ? '，本月' : ''}`,
  },
  nobody: '未明确单位',

  questions: {
    happened: '有何进展？',
    progress: '完成百分之多少？（回车略过）',
    why: '原因是什么？',
    choose: (question) => `${question}（↑↓选择，回车确定）`,
  },

  due: {
    counts: (overdue, coming, to) => `逾期${overdue}项，至${within(to)}到期${coming}项`,
    later: (count, command) => `另有${count}项到期日更晚：${command}`,
    undated: (count, isPublished) =>
      isPublished
        ? `无法判断：${count}项未完成事项的完成时限未公布。`
        : `无法判断：${count}项未完成事项没有完成时限。`,
  },

  mine: {
    title: (unit) => `${before(unit)}待办事项`,
    reports: (from, to, due, left) =>
      `${before(from)}至${within(to)}的进展应于${within(due)}前报送，${off(left)}。`,
    toReport: (ids, all) =>
      all === 0
        ? '没有需要报送进展的事项。'
        : ids.length === 0
          ? `应报的${all}项均已报送。`
          : `应报${all}项，未报${ids.length}项：${which(ids)}。`,
    missed: (ids) => `报送日已过仍未报送：${which(ids)}。`,
    groups: {
      overdue: '已逾期',
      rejected: '销号申请被退回，此后无进展',
      soon: '即将到期',
      going: '推进中',
      coming: '未启动',
      listed: '已列入，进展情况不明',
      claimed: '已申请销号，等待核查',
      support: '配合事项',
    },
    nothing: (unit) => `${before(unit)}没有未完成的事项。`,
    noneFits: (unit, asked) => `${before(unit)}没有符合条件的事项（${asked.join('，')}）。`,
    pick: '选哪一项？输入字母（回车离开）',
    noLetter: (last) => `请输入 a 至 ${last} 之间的字母`,
    act: (id) => `${before(id)}要做什么？`,
    verbs: {
      report: '报告进展',
      tick: '完成节点',
      done: '申请销号',
      block: '登记受阻',
      resume: '恢复推进',
      show: '查看',
    },
  },

  inbox: {
    claims: '待核查的销号申请',
    reports: (from, to, due, left) =>
      `${before(from)}至${within(to)}的进展报送，${before(due)}截止（${off(left)}）`,
    silent: '应报未报',
    rejected: '已退回，此后无进展',
    blocked: '受阻事项',
    excuses: '即将到期的缓办',
    checked: (id, [way = '', ...others]) =>
      `先核查第一项：reform verify ${id} --checked ${way}（或 ${others.join('、')}）；退回：reform reject ${id} -m "原因"。`,
    none: {
      claims: '没有待核查的销号申请',
      reports: '没有应报未报的单位',
      rejected: '没有退回后搁置的事项',
      blocked: '没有受阻事项',
      excuses: '没有即将到期的缓办',
    },
    nothing: (parts) => `${parts.join('，')}。`,
  },

  agenda: {
    on: (title, date, left) => `${title}，${date}（${off(left)}）`,
    undated: (title, isPublished) => `${title}：${isPublished ? '日期未公布' : '日期未定'}`,
    noAgenda: (isPublished) => (isPublished ? '议题安排未公布。' : '尚无议题安排。'),
    none: '台账中没有会议记录。',
    over: (title, date, id) =>
      `没有即将召开的会议。最近一次：${title}，${date}。查看：reform agenda ${id}`,
    reports: '最近报送',
    late: '需说明的事项',
    standing: (count, status) => `${status}${count}项`,
    noMeasures: '没有具体举措',
    document: (title) => `议题依据：${title}`,
  },
};
