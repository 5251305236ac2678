/** Chinese words for what was recorded when and by whom, and for what was known by a day. */
import type { history as en, historyFailures as enFailures } from './en-history.ts';

export const historyFailures: typeof enFailures = {
  noKnownBy: (command) => ({
    message: `${command} 是写入、比较的命令，或者与日期无关，不能用 --known-by`,
    hint: '--known-by 用于查询：list、show、summary、due、inbox、log 等',
  }),
  knownTooEarly: (day, first, isCutOff) => ({
    message: `截至 ${day} 还没有任何入账记录：${isCutOff ? '这个浅克隆里' : ''}主线自 ${first} 开始`,
    hint: isCutOff ? 'git fetch --unshallow 可取回其余历史' : `可从第一天查起：--known-by ${first}`,
  }),
  knownWithoutLedger: (day, commit) => ({
    message: `截至 ${day} 这份台账还没有建立（提交 ${commit}）`,
    hint: '何时建立：reform log ledger',
  }),
};

export const history: typeof en = {
  columns: {
    recorded: '入账日期',
    author: '入账人',
    happened: '发生日期',
    late: '迟录',
    id: '编号',
    what: '内容',
    by: '单位',
    commit: '提交',
  },
  notCommitted: '尚未提交',
  orBefore: (day) => `不晚于 ${day}`,
  added: (kind, title) => `新增${kind}：${title}`,
  removed: (kind, title) => `删除${kind}：${title}`,
  addedMany: (counts, entries) =>
    `新增：${counts.join('、')}${entries > 0 ? `；记录 ${entries} 条` : ''}`,
  removedMany: (counts, entries) =>
    `删除：${counts.join('、')}${entries > 0 ? `；记录 ${entries} 条` : ''}`,
  entriesMany: (entries, records) => `${records} 条事项新增记录 ${entries} 条`,
  rewrittenMany: (entries, records) => `${records} 条事项的记录修改、删除或移位 ${entries} 条`,
  changedMany: (changes, records) => `${records} 条事项变动 ${changes} 处（属性、位置或编号）`,
  event: (event, says) => [event, ...says].join(' · '),
  count: (shown, all) =>
    shown === all
      ? `共入账 ${all} 项变动。`
      : `共 ${all} 项变动，显示 ${shown} 项；可加大 --limit。`,
  nothing: '没有入账记录。',
  clock:
    '入账日期：首次进入主线之日，以提交者的时钟为准。发生日期：记录自身所写的日期。迟录：两者相差的天数。',
  shallow:
    '这是浅克隆：最早几个提交里的内容，入账不晚于所示日期。git fetch --unshallow 可取回其余历史。',
  unread: (versions, commit, file) =>
    `有 ${versions} 个文件版本无法读取，已略过：${commit} 中的 ${file}${versions > 1 ? ' 等' : ''}`,
  unreadHead: '未提交的内容没有列出：最近一次提交里有无法读取的文件。见 reform diff。',
  knownBy: (day, commit) => `以 ${day} 前已入账的内容为准，提交 ${commit}`,
  late: (count, by, day, isPart) =>
    count === 0
      ? `${isPart ? '所查事项中，' : ''}截至 ${day} 已发生的事项，没有在 ${by} 之后才入账的。`
      : `截至 ${by} 尚未入账、而截至 ${day} 已经发生的事项，有 ${count} 条：`,
  lateEntry: (id, event, happened, recorded, days) =>
    recorded === null
      ? `${id}：${happened} ${event}，尚未提交`
      : `${id}：${happened} ${event}，${recorded} 入账${days !== null && days > 0 ? `（迟 ${days} 天）` : ''}`,
  lateRecord: (id, count, first, last) =>
    `${id}：${count} 条，发生于 ${first === last ? first : `${first} 至 ${last}`}`,
  lateMore: (count) => `另有 ${count} 条，见 --json`,
  lateOthers: (count) => `其他事项另有 ${count} 条，见 --json`,
};
