/** What statuses are called in Chinese, in tables and in sentences. */
import type { Status } from '../model/events.ts';

export const statuses: { readonly [S in Status]: string } = {
  declared: '已申报',
  listed: '已列入',
  planned: '未启动',
  'in-progress': '推进中',
  blocked: '受阻',
  done: '申请销号',
  verified: '已销号',
  withdrawn: '已撤销',
};
