/**
 * The sample list of `docs/first-hour.md`: made up, and made the way offices make theirs, with a title
 * over merged cells, fields and tasks named once, several units in a cell and deadlines in words.
 */
import { writeXlsx } from 'hucre/xlsx';

const titles = ['示例市2026年重点改革任务台账（虚构示例）', '填报单位：市委改革办'] as const;

const headings = [
  '序号',
  '领域',
  '改革任务',
  '具体举措',
  '牵头单位',
  '配合单位',
  '完成时限',
  '成果形式',
  '进展情况（截至2026年3月底）',
  '存在问题',
  '分管领导',
] as const;

type Cell = string | number | Date | null;

/** Field, task, then the measure and what is said of it; null is a cell merged with the one above. */
const rows: readonly (readonly Cell[])[] = [
  [
    '营商环境',
    '深化商事制度改革',
    '推行住所登记“一照多址”',
    '市市场监管局',
    '市政务数据局、各区人民政府',
    '2026年6月底前',
    '实施办法',
    '已形成征求意见稿',
    null,
    '张某',
  ],
  [
    null,
    null,
    '推进证照分离改革全覆盖',
    '市市场监管局（牵头），市司法局',
    null,
    '年底前',
    '改革事项清单',
    null,
    null,
    '张某',
  ],
  [
    null,
    '完善招标投标制度',
    '出台评定分离管理办法',
    '市住房城乡建设局',
    '市发改委',
    new Date(Date.UTC(2026, 8, 30)),
    '管理办法',
    '未启动',
    null,
    '李某',
  ],
  [
    '城市规划建设管理',
    '健全树木保护制度',
    '制定城市树木迁移公示办法',
    '市规划和自然资源局',
    '市园林局',
    '三季度',
    '规范性文件',
    '完成第一轮调研',
    '与园林部门意见不一致',
    '王某',
  ],
  [
    null,
    null,
    '建立古树名木信息平台',
    '市园林局',
    '市政务数据局',
    '１０月底',
    '信息平台',
    null,
    null,
    '王某',
  ],
  [
    '民生',
    '深化医药卫生体制改革',
    '建设紧密型医疗联合体',
    '市卫生健康委',
    '市医保局；市财政局',
    '11月中旬',
    '医联体3个',
    '已挂牌1个',
    '人员编制不足',
    '赵某',
  ],
  [
    null,
    null,
    '推广居家药学服务',
    '市卫生健康委',
    '各区',
    '长期坚持',
    null,
    '按计划推进中',
    null,
    '赵某',
  ],
  [
    '生态文明',
    '完善生态补偿机制',
    '建立跨区生态券交易规则',
    '市生态环境局',
    '市财政局、各区',
    '2026年12月',
    '交易规则',
    null,
    null,
    '孙某',
  ],
];

const merge = (startRow: number, endRow: number, startCol: number, endCol = startCol) => ({
  startRow,
  startCol,
  endRow,
  endCol,
});

/** The sample as a workbook. */
export const sampleList = async (): Promise<Buffer> => {
  const workbook = await writeXlsx({
    sheets: [
      {
        name: '台账',
        rows: [
          ...titles.map((title) => [title]),
          [...headings],
          ...rows.map((row, index) => [index + 1, ...row]),
          ['合计', null, null, `${rows.length}项`],
          ['注：本表为虚构示例，进展情况按季度填报。'],
        ],
        columns: headings.map((heading) => ({ width: heading === '具体举措' ? 32 : 16 })),
        merges: [
          merge(0, 0, 0, headings.length - 1),
          merge(1, 1, 0, headings.length - 1),
          merge(3, 5, 1),
          merge(3, 4, 2),
          merge(6, 7, 1),
          merge(6, 7, 2),
          merge(8, 9, 1),
          merge(8, 9, 2),
        ],
      },
    ],
  });
  return Buffer.from(workbook);
};
