/** Chinese words for lights: what they show and why, with the figures. */
import type { Colour, LightReason } from '../model/lights.ts';
import type { Words } from './en.ts';

export const colours: { readonly [C in Colour]: string } = {
  green: '绿灯',
  yellow: '黄灯',
  red: '红灯',
  unknown: '无法判断',
};

const inDays = (count: number, due: string) =>
  count === 0 ? `今日到期（${due}）` : `距完成时限${count}天（${due}）`;

const reasonOf = (reason: LightReason): string => {
  switch (reason.rule) {
    case 'overdue':
      return `逾期${reason.days}天（完成时限 ${reason.due}）`;
    case 'behind':
      return `落后计划${reason.points}个百分点（进度${reason.progress}%，计划${reason.planned}%）`;
    case 'start_late':
      return `未按时启动（计划 ${reason.start} 启动，按月计已迟${reason.months}个月）`;
    case 'report_late':
      return `已漏报${reason.periods}期（最近一次报送 ${reason.since}）`;
    case 'blocked':
      return `受阻${reason.days}天（自 ${reason.since} 起）`;
    case 'due_soon':
    case 'in_time':
      return inDays(reason.days, reason.due);
    case 'excused':
      return `准予缓办至 ${reason.until}，否则应为${sentence(reason.without)}`;
    case 'memory':
      return `已赶上进度，${reason.days}天前（${reason.since}）仍为红灯`;
    case 'listed':
      return '进展情况未公开';
    case 'no_deadline':
      return reason.basis === 'published' ? '完成时限未公开' : '未明确完成时限';
    case 'on_plan':
      return `进度${reason.progress}%，计划${reason.planned}%`;
    case 'unmeasured':
      return `未报送进度，无从对照计划（${reason.planned}%）`;
    case 'to_start':
      return `计划 ${reason.start} 启动`;
  }
};

const sentence = (reasons: readonly LightReason[]): string => {
  const [first] = reasons;
  return first ? `${colours[first.colour]}：${reasons.map(reasonOf).join('；')}` : colours.green;
};

export const lights: Words['lights'] = {
  excused: (light) => `${light}（缓办）`,
  colours,
  sentence,
  none: (status) => `不亮灯：${status}`,
  also: (why, ahead) => `${why}；${ahead}`,
  ahead: (reported, met, all, progress) =>
    `自报进度${reported}%，但${all}个节点仅完成${met}个（${progress}%）`,
};
