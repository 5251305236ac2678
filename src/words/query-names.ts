/** Other names that kinds, keys and values of a query go by, whatever the language of the answer: people type both. */
import type { KindName } from '../model/kinds/index.ts';
import { colours } from './zh-lights.ts';
import { factNames, kindNames } from './zh-names.ts';
import { choices } from './zh-query.ts';
import { statuses } from './zh-statuses.ts';

/** Names of kinds in Chinese, with the short ones of daily use. */
export const otherKinds: ReadonlyMap<string, KindName> = new Map([
  ...Object.entries(kindNames).map(([kind, name]) => [name, kind as KindName] as const),
  ['任务', 'task'],
  ['举措', 'measure'],
  ['项目', 'project'],
  ['会议', 'meeting'],
]);

/** What a value of a fixed set is called in Chinese. */
export const chineseValue = (fact: string, value: string): string | undefined => {
  const words: { readonly [value: string]: string } =
    fact === 'status' ? statuses : fact === 'light' ? colours : choices;
  return words[value];
};

/** Names of keys and columns; a short one goes before the heading of a table. */
export const otherKeys: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...Object.fromEntries(Object.entries(factNames).map(([fact, name]) => [name, fact])),
    state: 'status',
    deadline: 'due',
    theme: 'themes',
    reform: 'leading_reform',
    状态: 'status',
    牵头: 'lead',
    牵头单位: 'lead',
    配合: 'support',
    配合单位: 'support',
    单位: 'unit',
    期限: 'due',
    时限: 'due',
    完成时限: 'due',
    主题: 'themes',
    灯: 'light',
    亮灯: 'light',
    区: 'district',
    领域: 'field',
    任务: 'task',
    改革任务: 'task',
    类别: 'kind',
    进度: 'progress',
    逾期: 'overdue',
  }),
);
