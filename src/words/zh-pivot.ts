/** 交叉统计、两日对照、牵头单位考核表和进度累计图的用语。 */
import type { DimensionName } from '../model/pivot.ts';
import type { pivot as english } from './en-pivot.ts';

const sides: { readonly [D in DimensionName]: string } = {
  field: '领域',
  district: '区',
  lead: '牵头单位',
  support: '配合单位',
  theme: '主题',
  horizon: '改革类型',
  status: '状态',
  light: '亮灯',
  'month-due': '到期月份',
  kind: '类别',
};

const none: { readonly [D in DimensionName]: string } = {
  field: '跨领域或未注明',
  district: '不涉及区',
  lead: '未注明牵头单位',
  support: '无配合单位',
  theme: '无主题',
  horizon: '未注明类型',
  status: '无状态',
  light: '无需亮灯',
  'month-due': '无完成时限',
  kind: '无类别',
};

export const pivot: typeof english = {
  sides,
  none,
  title: (row, column) =>
    column === undefined ? `按${sides[row]}统计` : `按${sides[row]}和${sides[column]}统计`,
  items: '事项',
  lights: { red: '红灯', yellow: '黄灯', green: '绿灯', unknown: '无法判断' },
  total: '合计（不重复）',
  reckoning: (by, named, counted, again, without) =>
    [
      `按${sides[by]}合计 ${named} = ${counted.join(' + ')}`,
      ...(again > 0 ? [`+ 重复计入 ${again}`] : []),
      ...(without > 0 ? [`− ${none[by]} ${without}`] : []),
    ].join(' '),

  compare: {
    title: (from, to) => `${from} 与 ${to} 对照`,
    what: '统计项',
    change: '增减',
    items: '全部事项',
    overdue: '逾期',
    status: (status) => `状态：${status}`,
    light: (light) => `亮灯：${light}`,
    moved: '变动情况',
    fact: '变动内容',
    from: '原为',
    to: '现为',
    count: (items, facts) => (items === 0 ? '没有变动。' : `${items}个事项有变动，共${facts}处。`),
  },

  scorecard: {
    title: '牵头单位完成情况',
    onTime: '按期',
    late: '超期',
    open: '未完成',
    withdrawn: '已撤销',
    declared: '仅申报',
    unjudged: '无法判断',
    rejected: '退回',
    moved: '调整时限',
    daysLate: '超期天数',
    daysLateIssued: '较印发时限',
    daysMoved: '延后天数',
    notes: [
      '按期、超期：只计已销号事项，以申请销号之日与现行完成时限相比；申请销号尚待核验的不算完成。',
      '无法判断：没有完成时限，或进展不明。退回：按申请次数计，不按事项计。',
      '超期天数：逾时限后才申请销号的事项的中位数；较印发时限：以印发的时限计。延后天数：现行时限较印发时限，只计有调整的事项，取中位数。',
    ],
    part: '只计符合条件的事项；各单位可能还牵头其他事项，本表不是其完整情况。',
    joint: '联合牵头的事项，在各牵头单位名下均计入。',
  },

  burnUp: {
    title: '计划与完成情况（逐月累计）',
    month: '月份',
    issued: '按印发',
    due: '应完成',
    verified: '已销号',
    claimed: '申请销号',
    chart: '█ ▒ · │',
    legend: '█ 已销号  ▒ 申请销号  · 到期未完成  │ 应完成数',
    counts: (items, undated, later) =>
      [
        `共${items}个事项，不含已撤销和仅申报的`,
        ...(undated > 0 ? [`${undated}个没有完成时限，不计入计划`] : []),
        ...(later > 0 ? [`${later}个在所示月份之后到期`] : []),
      ].join('；'),
    cumulative: '各数均为累计数；完成情况以台账当月月末的记录为准。',
  },
};
