/** Chinese words about days as people type them: how one was understood, and why another was not. */
import type { time as enTime } from './en-time.ts';

export const time: typeof enTime = {
  hints: {
    unknown: '可写：2022-09-30、9月底、2022年三季度、今天、+30d、年底',
    impossible: '没有这一天，或者起止颠倒',
    several: '其中有多个日期，只能写一个',
    order: '月在前还是日在前？请写成 2022-04-03',
    before: '指开始之前还是结束之前？请写明具体日期',
    vague: '不是确定的日期，请写明具体日期',
    duration: '从哪一天算起？+30d 指今天起30天后，-14d 指14天前',
    start: '只说明何时开始，未说明何时结束',
    year: '年份须在1949年至2200年之间',
    'lost-zero': '是1月还是10月？请写成 2022-01 或 2022-10',
  },
  taken: (given, day) => `${given} → ${day}`,
};
