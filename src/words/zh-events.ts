/** What events are called in Chinese, in logs and in sentences. */
import type { EventName } from '../model/events.ts';

export const events: { readonly [E in EventName]: string } = {
  start: '启动',
  report: '报告进展',
  tick: '完成节点',
  block: '受阻',
  resume: '恢复推进',
  excuse: '准予缓办',
  postpone: '延期',
  done: '申请销号',
  reject: '退回销号申请',
  verify: '销号',
  reopen: '重新办理',
  withdraw: '撤销',
  reinstate: '恢复列入',
  amend: '调整计划',
  retract: '记录作废',
  select: '入选',
  evaluate: '评估',
  replicate: '复制推广',
};
