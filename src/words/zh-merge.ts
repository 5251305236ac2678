/** 合并所用的中文：合并了什么、哪里相互矛盾、如何裁定。 */
import type { Side } from '../model/merge/sides.ts';
import type { mergeFailures as enFailures, merging as enMerging } from './en-merge.ts';

export const mergeFailures: typeof enFailures = {
  driverNeeds: () => ({
    message: 'git 会向合并程序提供五项内容：%O %A %B %P %L',
    hint: '由 reform git install 配置',
  }),
  driverUnread: (path, code) => ({
    message: `${path} 无法读写（${code}）`,
    hint: undefined,
  }),
  noConflict: (given, open) => ({
    message: `“${given}”没有冲突`,
    hint: open.length > 0 ? `有冲突的是：${open.join('、')}` : '没有任何冲突',
  }),
  settledByHand: (given, file, typed) => ({
    message: `“${given}”未能裁定：${file} 已经手工改动，保持原样`,
    hint: `git checkout -m -- ${typed} 可恢复其冲突`,
  }),
  notSettled: (given, file) => ({
    message: `“${given}”未能裁定：${file} 只能逐行合并`,
    hint: '请手工处理；原因见 reform resolve',
  }),
  settledByWhom: (entries) => ({
    message: `裁定后将撤销${entries
      .map(({ id, number, event, date }) => ` ${id} 第 ${number} 条记录（${event} ${date}）`)
      .join('、')}，须注明由谁裁定`,
    hint: '用 --by 注明单位，或用 reform iam 单位 长期设定',
  }),
  bothSides: (given) => ({
    message: `“${given}”不能同时采用两方`,
    hint: '请在 --ours 与 --theirs 中选择其一',
  }),
};

const sides: { readonly [S in Side]: string } = { ours: '我方', theirs: '对方' };

export const merging: typeof enMerging = {
  side: (side, name) => (name === '' ? sides[side] : `${sides[side]}，${name}`),
  sides: (ours, theirs, first, isRebase) =>
    isRebase
      ? `我方是变基的目标（${ours}），对方是您自己的提交（${theirs}）。`
      : `我方是 ${ours}，对方是 ${theirs}；在主线上的是${sides[first]}。`,
  upstream: (commit) => `目标 ${commit}`,
  unknown: '被合并的一方',
  stash: '暂存的改动',
  am: '补丁',
  nothing: '无',
  more: (count) => `等 ${count} 项`,

  conflict: (why, { id, attribute, base, ours, theirs }) => {
    switch (why) {
      case 'value':
        return `${id} ${attribute ?? ''}：我方 ${ours}，对方 ${theirs}（原为 ${base}）`;
      case 'contested':
        return `${id} ${attribute ?? ''}：双方各记录了一次变更：我方 ${ours}，对方 ${theirs}（原为 ${base}）`;
      case 'status':
        return `${id}：我方的记录（${ours}）与对方的记录（${theirs}）不能同时成立`;
      case 'entry':
        return `${id}：双方对已有的一条记录作了不同改动：我方 ${ours}，对方 ${theirs}（原为 ${base}）`;
      case 'retracted':
        return `${id}：一方撤销了一条记录，另一方改动或删除了它：我方 ${ours}，对方 ${theirs}（该条记录：${base}）`;
      case 'gone':
        return `${id}：一方删除，另一方作了修改`;
      case 'same-id':
        return `${id}：双方用这一编号各建了不同的事项`;
    }
  },
  settle: (key) => `裁定：reform resolve --ours ${key}（或 --theirs ${key}）`,
  renumberIt: 'reform resolve 会为后一项顺延编号',
  united: (id, ours, theirs) =>
    `${id}：双方的进展记录均已保留（我方 ${ours} 条，对方 ${theirs} 条）。`,
  renumbered: (from, to, side) => `${to}：在${sides[side]}原编号为 ${from}；该编号双方都已使用。`,
  references: (id, from, to) => `${id} 提到 ${from}，现为 ${to}，但无法自动改写，请手工更正。`,
  rewritten: (id, from, to) => `${id}：所指的 ${from} 已改为 ${to}。`,
  entry: (what, { id, side, number, entry }) => {
    switch (what) {
      case 'reworded':
        return `${id}：${sides[side]}改写了第 ${number} 条记录，原为：${entry}。reform review 不予通过。`;
      case 'removed':
        return `${id}：${sides[side]}删除了第 ${number} 条记录，原为：${entry}。reform review 不予通过。`;
      case 'doubled':
        return `${id}：主线已撤销同一条记录，${sides[side]}的撤销不再需要：${entry}。`;
      case 'retracted':
        return `${id}：第 ${number} 条记录未予采用，已作撤销登记：${entry}。`;
      case 'again':
        return `${id}：主线撤销的记录重新登记为第 ${number} 条：${entry}。`;
    }
  },
  lost: (id, attribute, side) =>
    attribute === null
      ? `其中缺少${sides[side]}的 ${id}。`
      : `${id} ${attribute}：其中缺少${sides[side]}的改动。`,
  lostEvent: (id, side, entry) =>
    `${id}：其中缺少${sides[side]}的一条进展，或与原文不同：${entry}。`,
  meant: (typed) => `如确系有意：git add ${typed}；如需重新开始：git checkout -m -- ${typed}。`,
  edited: (file, typed) =>
    `${file}：冲突标记之间已有手工改动，无法按任何一方读取，保持原样。请手工处理余下部分，或用 git checkout -m -- ${typed} 重新开始。`,
  beside: (file, typed) =>
    `${file}：双方都有此文件而内容不同；它属于本台账，无法合并。请保留一份（git checkout --ours -- ${typed}，或 --theirs），或以两个文件名都保留，并更正引用它的记录，然后 git add。`,
  renamedTwice: (from, ours, theirs) =>
    `${from}：双方都改了文件名，我方改为 ${ours}，对方改为 ${theirs}。请保留其一并写入双方内容，其余用 git rm 删除。`,
  movedTo: (id, side, to, file) =>
    `${id} 在${sides[side]}似已改为 ${to}（${file}），另一方的内容应记在那里。`,
  settled: (key, side) => `${key}：以${sides[side]}为准。`,
  reason: (key) => `两个分支相互矛盾：${key} 以另一条记录为准`,
  moved: (comment) => `有一条注释找不到原来的位置，已移至文件末尾：${comment}`,
  left: (comment) => `有一条注释随未采用的内容一并略去：${comment}`,
  unread: (file, version, line, problem) =>
    `${file}：${version === 'base' ? '双方共同的原版本' : `${sides[version]}的版本`}无法读取（第 ${line} 行：${problem}）。已按 git 的方式逐行合并，请手工处理。`,
  unwritten: (file) =>
    `${file}：找不到能够同时保留双方文字的写法。已按 git 的方式逐行合并，请手工处理。`,
  notText: (file) => `${file}：无法合并，保留我方版本。`,
  byHand: (file, typed) =>
    `${file}：已没有冲突标记，保持原样。如需重新合并：先 git checkout -m -- ${typed}，再 reform resolve。`,
  deleted: (file) => `${file}：已删除。`,
  outside: (path) => `${path} 也有冲突，但不是本台账的文件，请自行处理。`,
  none: '本台账没有冲突。',
  wrote: (files) => `已写入 ${files.join('、')}。`,
  open: (count) => `还有 ${count} 处冲突。`,
  all: '本台账的冲突已全部处理。',
  brokenAtAll: (count) => `合并结果有 ${count} 个问题：`,
  broken: (count) => `合并结果有 ${count} 个双方原本都没有的问题：`,
  dryRun: '未写入任何内容（--dry-run）。',
  title: '冲突',
};
