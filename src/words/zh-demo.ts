/** Chinese sentences of the made-up ledger. */
import type { demo as enDemo } from './en-demo.ts';
import { before } from './zh-phrases.ts';

export const demo: typeof enDemo = {
  made: (folder, { tasks, measures, projects }, events, files) =>
    `${before(folder)}已生成：一座虚构城市的2022年台账，共${tasks}项改革任务、${measures}项具体举措、${projects}个入选的基层改革创新项目、${events}条进展记录，分存于${files}个文件。`,
  madeUp: (seed, scale) =>
    `内容均属虚构，所有查询结果都会注明“示例数据”。用 --seed ${seed} --scale ${scale} 可再次生成同样的台账。`,
  next: (flag) => [
    '下一步：',
    `  reform summary --today 2022-09-30${flag}                  9月底的总体情况`,
    `  reform list --status blocked --today 2022-09-30${flag}    哪些事项受阻`,
    `  reform show T01.1${flag}                                  一项具体举措及其全部记录`,
    `  reform validate${flag}                                    检查台账`,
  ],
};
