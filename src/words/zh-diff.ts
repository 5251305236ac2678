/** Chinese words for what differs between two states of a ledger. */
import type { diff as en, diffFailures as enFailures } from './en-diff.ts';
import { after, before, within } from './zh-phrases.ts';

export const diffFailures: typeof enFailures = {
  unreadableSide: (side, count) => ({
    message: `${side}：台账无法读取，${count}个问题`,
    hint: '请改与能读取的版本比较，或先修正这一版本',
  }),
  noLedgerOnSides: (from, to, folder) => ({
    message: `${from}和${to}在 ${folder} 都没有台账`,
    hint: undefined,
  }),
};

/** Behind or in front of a part of a text. */
const behind = (text: string | null): string => (text === null ? '开头' : `${text}之后`);

export const diff: typeof en = {
  nothing: '无',
  turned: (from, to) => `${from} → ${to}`,
  came: (text) => `增加${after(text)}`,
  went: (text) => `删去${after(text)}`,
  reordered: '顺序有变',
  day: (turned, days) => `${turned}（${days > 0 ? '推后' : '提前'}${Math.abs(days)}天）`,
  texts: {
    added: (text, at) => `${behind(at)}增加${text}`,
    gone: (text, at) => `${behind(at)}删去${text}`,
    replaced: (turned, at) => `${behind(at)} ${turned}`,
    rewritten: (turned) => `重写：${turned}`,
  },
  event: (event, date, unit) => `${date} ${unit === null ? '' : before(unit)}${event}`,
  reason: (text) => `理由：${text}`,
  evidence: (text) => `佐证材料：${text}`,
  criterion: {
    named: (criteria) => `节点 ${criteria.join('、')}`,
    about: (id, phrase) => `节点${within(id)}${phrase}`,
    added: (id, text, due) => `新增节点 ${id}：${text}${due === null ? '' : `（完成时限 ${due}）`}`,
    removed: (id, text) => `删去节点 ${id}：${text}`,
  },
  log: {
    inserted: (entry, event) => `在原有记录之前插入第${entry}条：${event}`,
    removed: (entry, event) => `删去第${entry}条记录：${event}`,
    changed: (entry, change) => `改写第${entry}条记录：${change}`,
    reordered: (was, entry, event) => `第${was}条记录移为第${entry}条：${event}`,
    holds: (entries, heads) =>
      [
        `进展记录${entries}条`,
        ...(heads.length > 0
          ? [
              `：${heads.join('，')}${entries > heads.length ? `，另有${entries - heads.length}条` : ''}`,
            ]
          : []),
      ].join(''),
  },
  added: (kind) => `新增${kind}`,
  removed: (kind) => `删去${kind}`,
  within: (said, record) => `${said}：${record}`,
  moved: (from, to) => `由${within(from)}移至${after(to)}`,
  renumbered: (from, to) => `编号变更：${from} → ${to}`,
  succeeded: (unit, day, document) =>
    `自 ${day} 起由${within(unit)}承接${document === null ? '' : ` · 文件：${document}`}`,

  mark: '注意：',
  cautions: '注意事项',
  caution: {
    'record-removed': '记录被删去',
    'criterion-removed': '节点被删去',
    withdrawn: '已撤销',
    'deadline-later': '完成时限推后',
    'deadline-removed': '完成时限被删去',
    'lead-changed': '牵头单位有变',
    'title-changed': '名称有变',
    'deliverable-changed': '成果形式有变',
    'criterion-changed': '节点内容有变',
    'log-rewritten': '进展记录被改动',
    'entry-retracted': '进展记录被作废',
    'plan-rewritten': '启动后直接改动计划',
    'unit-succeeded': '单位承接关系有变',
    'unit-renamed': '单位名称有变',
    'members-changed': '成员单位有变',
    'totals-changed': '印发数有变',
    'rules-changed': '台账规则有变',
    renumbered: '编号变更',
    'ids-exchanged': '编号互换',
    'no-effect': '进展无效',
    'evidence-changed': '佐证文件有变',
  },
  later: {
    item: (days) => `完成时限推后${days}天`,
    criterion: (days) => `节点时限推后${days}天`,
  },
  file: {
    added: (file) => `原缺文件 ${file} 已补齐`,
    changed: (file) => `文件 ${file} 内容有变`,
    removed: (file) => `文件 ${file} 已不存在`,
  },
  counted: {
    sentence: (records, counts) =>
      `涉及${records}条台账内容${counts.length > 0 ? `：${counts.join('，')}` : ''}。`,
    event: (count, event) => `${event}${count}次`,
    added: (counted) => `新增${counted}`,
    removed: (counted) => `删去${counted}`,
    later: (count, most) =>
      count === 1 ? `完成时限推后${most}天` : `${count}项完成时限推后，最多${most}天`,
    earlier: (count) => `${count}项完成时限提前`,
    edited: (count) => `直接改动${count}条`,
    renumbered: (count) => `编号变更${count}条`,
    moved: (count) => `移动${count}条`,
    rewritten: (count) => `改动已有进展记录${count}条`,
    cautions: {
      'lead-changed': (count) => `变更牵头单位${count}项`,
      'title-changed': (count) => `变更名称${count}项`,
      'deliverable-changed': (count) => `变更成果形式${count}项`,
      'criterion-changed': (count) => `变更节点内容${count}项`,
      'unit-succeeded': (count) => `${count}个单位承接关系有变`,
      'unit-renamed': (count) => `${count}个单位更名`,
      'members-changed': (count) => `${count}个协同组成员单位有变`,
      'ids-exchanged': (count) => `编号互换${count}项`,
      'totals-changed': () => '印发数有变',
      'rules-changed': () => '台账规则有变',
      'evidence-changed': (count) => `${count}项佐证文件有变`,
    },
  },
  elsewhere: (items) => `另有${items}个事项本身未改动，但状态或亮灯有变`,
  same: '没有差异。',
  onlyLayout: (files) => `台账内容没有变化（${files}个文件仅版式、顺序或注释不同）。`,
  alsoLayout: (files) => `另有${files}个文件仅版式、顺序或注释不同。`,
  ledgerMoved: (from, to) => `台账由${within(from)}移至${after(to)}。`,
  ledgers: {
    same: (folder) => `${folder} 另有台账，前后相同`,
    changed: (folder) => `${folder} 的台账也有变化`,
    added: (folder) => `${folder} 的台账为新增`,
    removed: (folder) => `${folder} 的台账已被删去`,
    ended: (said) => `${said}。`,
  },
  allNew: (side) => `${side}：尚无台账，以下全部为新增。`,
  allGone: (side) => `${side}：已无台账，全部被删去。`,
  holds: (counts) => `共有${counts.join('、')}。`,
};
