/** Chinese words and sentences about lists that are imported: what was read, what becomes of it, what was not taken. */

import type { Trouble } from '../intake/cells.ts';
import type { WhyNot } from '../intake/column.ts';
import type { Claimed, Counts } from '../intake/outcome.ts';
import type { Note } from '../sheets/fault.ts';
import type { intake as enIntake } from './en-intake.ts';
import { after, before, list, some, within } from './zh-phrases.ts';

const becomes: { readonly [name: string]: string } = {
  number: '清单序号',
  field: '领域',
  task: '改革任务',
  measure: '具体举措',
  district: '区',
  project: '基层改革创新项目',
  lead: '牵头单位',
  support: '配合单位',
  start: '启动时间',
  due: '完成时限',
  deliverable: '成果形式',
  criteria: '节点',
  progress: '进展报告：进展情况',
  percent: '进展报告：完成百分比',
  status: '进展报告：所处状态',
  problem: '进展报告：存在问题',
  next: '进展报告：下一步安排',
  reported: '报告日期',
  note: '备注',
  none: '不读取',
};

const whyNot: { readonly [W in WhyNot]: string } = {
  unknown: '未读取：表头无法识别',
  double: '未读取：另有一列含义相同',
  numbers: '未读取：列中只有数字',
  chosen: '未读取，按您的指定',
  person: '未读取：台账只登记单位，不登记个人',
  'closed-on': '未读取：何时完成由申请销号和销号记录反映',
  'assigned-on': '未读取：台账不设此日期',
  light: '未读取：亮灯由台账推算，不作登记',
  money: '未读取：台账不设此项',
  score: '未读取：台账不设此项',
};

/** What whoever imports a file ought to know about it. */
const note = (each: Note): string => {
  switch (each.code) {
    case 'formulas':
      return `${before(each.sheet)}中有${each.count}个单元格由公式计算（首个为 ${each.cell}），已读取文件保存时的结果。`;
    case 'formulas-empty':
      return `${before(each.sheet)}中有${each.count}个公式没有保存结果（首个为 ${each.cell}），按空白读取；请打开文件保存后重新导入。`;
    case 'macros':
      return '文件含有宏，未予运行。';
    case 'external-links':
      return '文件引用了其他文件，未予打开。';
    case 'encoding':
      return `文本按 ${each.encoding} 编码读取；如有不符，请用 --encoding 指明。`;
    case 'hidden-sheets':
      return `未读取隐藏的工作表：${list(each.names, '和')}。如需读取，请用 --sheet NAME。`;
    case 'hidden-rows':
      return `${before(each.sheet)}中有${each.count}个隐藏行，一并读取。`;
    case 'hidden-columns':
      return `${before(each.sheet)}中有${each.count}个隐藏列，一并读取。`;
    case 'sheets-without-cells':
      return `有${each.count}个工作表没有单元格，未予读取。`;
    case 'tracked':
      return `文档含有修订：已读取插入的内容${each.hasDeletions ? '，略去删除的内容' : ''}。`;
    case 'nested':
      return `${before(each.sheet)}的单元格内嵌有${each.count}个表格（首个在 ${each.cell}），按文字读取。`;
    case 'numbered':
      return `${before(each.sheet)}中有${each.count}个由文字处理软件自动编排的序号，已按顺序计出（首个在 ${each.cell}）。`;
    case 'ragged':
      return `各行的单元格数目不一，首处在第${each.row}行。`;
  }
};

const why: { readonly [W in Trouble['why']]: (text: string) => string } = {
  'no-title': () => '该行没有名称：未读取',
  'no-district': () => '没有对应的区：未读取',
  total: () => '合计行：未读取',
  footnote: () => '表下注释：未读取',
  form: () => '表格的格式行：未读取',
  struck: () => '已划去：未读取',
  section: () => '行间标题，已无层级可用：未读取',
  'due-open': () => '尚无完成时限；保留原文',
  'due-kept': (id) => `已不再注明日期：${before(id)}保留原完成时限`,
  'due-several': () => '日期不止一个；保留原文',
  'due-order': () => '日月次序不明，有两种读法；保留原文',
  'due-unknown': () => '无法判断日期；保留原文',
  'due-impossible': () => '没有这一天；保留原文',
  'due-before': () => '是启动之前还是完成之前？保留原文',
  'due-vague': () => '无法判断最后一天；保留原文',
  'due-duration': () => '期限从何日起算不明；保留原文',
  'due-start': () => '只写明何时启动，未写明何时完成；保留原文',
  'due-year': () => '不是清单应有的年份；保留原文',
  'due-lost-zero': () => '是1月，还是缺了零的10月？保留原文',
  'start-unclear': () => '无法判断首日：未读取',
  'start-later': () => '启动时间晚于完成时限：未读取',
  'unit-unclear': () => '无法判断单位：未读取',
  'percent-unclear': () => '不是 0 到 100 之间的比例：未读取',
  'reported-unclear': () => '无法判断日期；按导入当日计',
  'reported-later': () => '日期尚未到来；按今日计',
  twice: (first) => `与${within(first)}逐字相同：不重复读取`,
  alike: (first) => `与${within(first)}文字相同而序号不同：一并读取`,
  'not-started': () => '尚未启动，故记为备注，不作进展报告',
  'too-long': () => '作为名称过长：未读取',
  criteria: (id) => `${before(id)}已有不同的节点：请用 reform set 或 reform add 修改`,
};

const counted: { readonly [C in keyof Counts]: string } = {
  fields: '领域',
  districts: '区',
  units: '单位',
  tasks: '改革任务',
  measures: '具体举措',
  projects: '基层改革创新项目',
  criteria: '节点',
  reports: '进展报告',
};

/** What a list says of items without proof, and what is to be done about it. */
const claims: { readonly [C in Claimed['claims']]: readonly [says: string, todo: string] } = {
  complete: ['已完成', '请附佐证材料申请销号：reform done ID -e … --result …'],
  closed: ['已销号', '请先申请销号，再行核验：reform done、reform verify'],
  withdrawn: ['已取消', '请附依据文件登记撤销：reform withdraw ID'],
  blocked: ['受阻', '请登记原因：reform block ID -r …'],
};

export const intake: typeof enIntake = {
  standardInput: '标准输入',
  paste: '请粘贴表格，然后另起一行按 Ctrl-D。',
  title: (file, isApplied) =>
    isApplied ? `${before(file)}已导入的内容` : `${before(file)}将导入的内容`,
  found: (sheet, headings, first, last, rows) =>
    `${sheet === '' ? '表格' : sheet}：表头在第${headings}行，第${first}至${last}行共有${rows}个事项。`,
  becomes: (what, quarter) =>
    `${what.startsWith('x-') ? `${what}，原样保留` : (becomes[what] ?? what)}${quarter === undefined ? '' : `（第${quarter}季度）`}`,
  bothSides: '牵头单位和配合单位',
  whyNot: (each, besides, cells) =>
    `${besides === undefined ? whyNot[each] : `未读取：${before(besides)}列含义相同`}${cells > 0 ? `（${cells}个单元格）` : ''}`,
  chosen: (text) => `${text}（按您的指定）`,
  titles: {
    columns: '各列的读法',
    counts: '汇总',
    deadlines: '完成时限的读法',
    units: '单位、区和领域',
    amended: '对台账现有内容的改动',
    items: '新增事项（列出前几项）',
    outdated: '印发后已作调整，台账保持不变',
    troubles: '未读取或与原文不同之处',
    remarks: '说明',
  },
  columns: {
    column: '列',
    heading: '表头',
    becomes: '读作',
    example: '示例',
    what: '',
    added: '数量',
    printed: '原文',
    day: '日期',
    rows: '行数',
    name: '名称',
    id: '编号',
    cell: '单元格',
    text: '内容',
    why: '原因',
    attribute: '属性',
    under: '所属任务或区',
  },
  // The English words are the keys themselves, and their type with them.
  counted: (what) => counted[what] as keyof Counts,
  changes: '现有内容的改动',
  same: '与台账一致的事项',
  how: {
    known: (title) => `名录中的${after(title)}`,
    chosen: (title) => `${title}，按您的指定`,
    new: () => '新增',
  },
  changed: { is: '现为', becomes: '改为' },
  outdated: { is: '现行', becomes: '清单所列' },
  like: (names) => `新增；是否与${within(list(names))}相同？如相同，请用 --same 指明`,
  by: { set: '', amend: '计划调整', postpone: '延期' },
  why: (each, text) => why[each](text),
  comma: '新增；如为多个单位，请在清单中用分号隔开',
  byYear: '按台账年度推算',
  more: (count) => `另有${count}项（全部内容见 --json）`,
  remarks: {
    note,
    filledDown: (count) => `领域、改革任务或区下方的${count}个空白单元格，按其上方内容补齐。`,
    tasksWords: (count) => `没有单元格写明具体举措，${count}项具体举措沿用其改革任务的文字。`,
    made: (made) => {
      const byField = made.filter(({ from }) => from === 'field');
      const count = byField.reduce((sum, { items }) => sum + items, 0);
      const named = made.filter(({ from }) => from === 'list');
      return [
        ...(byField.length > 0
          ? [
              `没有改革任务的列：${count}项具体举措归入${byField.length}项改革任务，每个领域一项，以领域命名。`,
            ]
          : []),
        ...named.map(
          ({ title, items }) =>
            `没有改革任务的列：${items}项具体举措归入一项以清单命名的改革任务“${title}”。`,
        ),
      ];
    },
    splittable: (count) =>
      `${count}个单元格含有分条编号，未作拆分；加 --split 可将每一条作为一项具体举措。`,
    split: '单元格中的分条编号已逐条拆为具体举措。',
    ongoing: (count) => `${count}处完成时限注明长期推进（长期、持续等）：保留原文，不设日期。`,
    latest: (count) =>
      `${count}个事项在多行中各有完成时限：事项以最晚者为准，各节点仍按各自的日期。`,
    order: (order) =>
      `形如 03/04/2026 的日期，按${order === 'dmy' ? '日在前' : '月在前'}读取，依据是同列的其他日期。`,
    repeated: (count) => `${count}行重复了表头。`,
    claims: (claimed) =>
      Object.entries(claims).flatMap(([kind, [says, todo]]) => {
        const ids = claimed.filter((each) => each.claims === kind).map(({ id }) => id);
        if (ids.length === 0) return [];
        return [
          `清单称${ids.length}个事项${says}（${some(ids, '个事项')}）：仅作为进展报告的文字保留；${todo}。`,
        ];
      }),
    missing: (ids) =>
      `台账中有${ids.length}个事项不在清单内，予以保留（${some(ids, '个事项')}）；不再推进的，请用 reform withdraw 撤销。`,
    elsewhere: (ids) =>
      `${ids.length}个事项在台账中属于其他改革任务，保持不变：${some(ids, '个事项')}。`,
    reportDay: (day) => `未注明日期的进展报告按 ${day} 登记；如需改用其他日期，请用 --date。`,
    needs: (needs) =>
      `写入前须补充${list(
        needs.map((each) => (each === 'reason' ? '理由（-m）' : '依据文件（-d）')),
        '和',
      )}。`,
    skippedSheets: (names) => `${before(list(names, '和'))}中未找到清单。`,
    dry: '尚未写入。同一命令加 --apply 即作为一次改动写入。',
    nothing: '没有需要写入的内容：可登记的均已在台账中。',
    dropped: (words) => `单位名称旁的附注文字未予读取：${some(words, '种')}。`,
    published: '本台账登记的是已公开的内容，每条记录均附原文；导入的内容没有原文。',
    unseen: (count) => `${count}个单元格含有不可见字符，已略去。`,
    silent: (ids) =>
      `清单称${ids.length}个事项尚未启动或尚未结束（${some(ids, '个事项')}）：不作登记。`,
    blank: (blank, facts) =>
      `清单为空而台账已有内容之处，台账保持不变：${some(
        blank.map(({ id, attribute }) => `${id} ${facts[attribute] ?? attribute}`),
        '处',
      )}。`,
  },
  said: (file, added, amended) => {
    const parts = [
      ...(Object.entries(added) as [keyof Counts, number][])
        .filter(([, count]) => count > 0)
        .map(([what, count]) => `新增${counted[what]}${count}${measureWords[what]}`),
      ...(amended > 0 ? [`改动${amended}处`] : []),
    ];
    return `已导入${after(file)}：${parts.length > 0 ? parts.join('，') : '没有新内容'}。`;
  },
  savedMapping: (file) => `本次的读法已存入${after(file)}；导入下一版时请用 --mapping ${file}。`,
};

const measureWords: { readonly [C in keyof Counts]: string } = {
  fields: '个',
  districts: '个',
  units: '个',
  tasks: '项',
  measures: '项',
  projects: '个',
  criteria: '个',
  reports: '条',
};
