/** 格式说明清单和编辑器设置的中文词句。 */
import type { EventName } from '../model/events.ts';
import type { schema as english } from './en-schema.ts';

const events: { readonly [E in EventName]: string } = {
  start: '工作启动。',
  report: '报告进展；首次报告即视为启动。',
  tick: '节点完成。',
  block: '工作受阻，无法推进。',
  resume: '受阻后恢复推进。',
  excuse: '有正当理由的延误，准予缓办：期限内不因此亮灯，完成时限不变。',
  postpone: '完成时限顺延。',
  done: '牵头单位申请销号；未经核验不作为完成。',
  reject: '销号申请不成立，所列节点（未列的为申请中的节点）重新列为未完成。',
  verify: '申请单位以外的人员已核验，予以销号。',
  reopen: '已销号的事项重新办理，所列节点重新列为未完成。',
  withdraw: '不再推进，仍保留在清单上。',
  reinstate: '已撤销的事项恢复列入，回到撤销前的状态。',
  amend: '调整计划；上方印发的原文不变。',
  retract: '此前某条记录有误，其效力取消，记录本身保留。',
  select: '申报的项目经市里审定，列入清单。',
  evaluate: '对试点进行评估。',
  replicate: '试点做法复制推广，或从外地引入。',
};

/** What events carry, by the path of the key. */
const carried: Readonly<Record<string, string>> = {
  date: '发生日期，可早于记录日期',
  by: '由哪个单位报送或作出',
  note: '其他需要说明的情况',
  evidence: '佐证材料',
  'evidence.document': '文件文号，或本台账中文件的编号',
  'evidence.url': '网址，以 http 或 https 开头',
  'evidence.file': '台账文件夹内的文件路径',
  'evidence.sha256': '引用时文件的 SHA-256，十六进制',
  'evidence.note': '对材料的说明',
  progress: '报送单位自评的完成进度，百分数',
  problem: '存在问题',
  next: '下一步工作',
  criteria: '所涉节点的字母',
  result: '取得的成果（没有节点时填写）',
  reason: '理由',
  document: '作出决定的文件文号',
  until: '准予缓办的最后一天',
  due: '新的完成时限',
  checked: '核验方式',
  set: '调整后的内容',
  'set.title': '名称',
  'set.title_zh': '中文名称',
  'set.lead': '牵头单位，列第一位的负总责',
  'set.support': '配合单位',
  'set.deliverable': '最终提交的成果',
  'set.due': '首次确定或者提前后的完成时限；顺延用 postpone',
  'set.start': '启动日期',
  'set.criteria': '全部节点，包括保留不变的节点',
  'set.criteria.id': '在事项内的字母',
  'set.criteria.text': '外部可以核验的内容',
  'set.criteria.text_zh': '中文内容',
  'set.criteria.due': '节点的完成时限',
  'set.criteria.lead': '负责此节点的单位（与事项的牵头单位不同时填写）',
  entry: '本事项记录中的序号，从1起',
  effectiveness: '取得的成效',
  experience: '可供借鉴的经验',
  problems: '存在的问题或未解决的事项',
  to: '推广范围',
  from: '引入来源城市',
  conditions: '复制推广的条件',
};

export const schema: typeof english = {
  name: '格式说明',
  of: '适用于',
  editors: '如需编辑器在录入台账文件时随时检查和补全：reform schema --write',

  event: (event) => events[event],
  carried: (_event, path) => carried[path.join('.')],
  whichEvent: '发生了什么',
  its: '其各条记录',
  ownKey: '本单位自用的键',

  wrote: (files, ledgers) => {
    const named =
      files.length === 1 ? ` ${files[0]}` : `${files.length}个文件，末一个为 ${files.at(-1)}`;
    return `已写入${named}（${ledgers.join('、')}）。`;
  },
  would: (file, bytes) => `将写入 ${file}（${bytes}字节）`,
  commit: '提交后，打开此文件夹的人员均可使用。',
  extension: '在 Visual Studio Code 中使用，需安装扩展 redhat.vscode-yaml。',

  dryWhat: () => ({
    message: '-n 用于查看 --write 将写入的内容：reform schema --write -n',
    hint: undefined,
  }),
  inTheWay: (path) => ({
    message: `${path} 是链接，或者不是普通的文件、文件夹，不经由它写入任何内容`,
    hint: '请换成普通的文件或文件夹，或将其移走，再重试',
  }),
  notSettings: (path) => ({
    message: `${path} 无法安全追加，未写入任何内容`,
    hint: '该文件应为一组设置，每个键只出现一次，且 Visual Studio Code 能够读取',
  }),
};
