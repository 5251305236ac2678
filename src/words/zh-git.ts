/** git 操作的中文词句：仓库设置、提交前检查、文件负责账号、提交说明。 */
import type { gitFailures as enGitFailures, git as english } from './en-git.ts';
import { before, list, within } from './zh-phrases.ts';

const midsts = {
  merge: '合并',
  rebase: '变基',
  am: '应用补丁',
  'cherry-pick': '拣选',
  revert: '还原',
} as const;

/** 使命令中止的情形。 */
export const gitFailures: typeof enGitFailures = {
  unknownAction: (given, actions) => ({
    message: given === '' ? '请说明要做什么' : `reform git 没有“${given}”这一操作`,
    hint: `可用：${actions.join('、')}`,
  }),
  setUpBroken: (at, reason, done) => ({
    message: [
      `设置到${within(at)}时中断：${reason}`,
      ...(done.length > 0 ? ['此前已完成：', ...done] : ['此前未作改动']),
    ].join('\n'),
    hint: '排除原因后重新运行即可，已完成的保持不变',
  }),
  commitNobody: (words) => ({
    message: `未保存：git 不知道由谁提交（${words}）`,
    hint: '请先设置一次：git config --global user.name "…" && git config --global user.email "…"',
  }),
  commitMidst: (of) => ({
    message: `未保存：git 正在${midsts[of]}，尚未完成，完成时会另行提交`,
    hint: `请先完成（git ${of} --continue）或放弃（git ${of} --abort）；不加 --commit 则现在即可保存`,
  }),
  commitLocked: (path) => ({
    message: `未保存：另一个 git 正在运行，或异常退出后留下了 ${path}`,
    hint: '请稍后重试；如确无 git 在运行，请删除该文件',
  }),
  commitUncommitted: (file) => ({
    message: `未保存：${before(file)}中还有未提交的改动，会一并进入本次提交`,
    hint: '请先提交这些改动，或不加 --commit',
  }),
  commitFiltered: (file, filter) => ({
    message: `未保存：git 用过滤器“${filter}”保存${within(file)}，此处不运行过滤器`,
    hint: '请不加 --commit，再自行提交：git add、git commit',
  }),
};

export const git: typeof english = {
  steps: {
    attributes: (file, isPut) =>
      isPut
        ? `${file}：台账文件由 reform 合并。该文件供所有人使用，请提交。`
        : `${file}：本台账的各行已撤除。`,
    hook: (file, isPut) => (isPut ? `${file}：每次提交前检查台账。` : `${file}：检查已撤除。`),
    setting: (key, values) =>
      values.length > 0 ? `git config ${key}：${values.join('；')}` : `git config ${key}：已撤除。`,
  },
  left: {
    link: (file) => `${before(file)}是链接，保持原样。`,
    special: (file) => `${before(file)}不是文件，保持原样。`,
    broken: (file) => `${before(file)}保持原样：其中 reform 的标记已被改动，请手工删除。`,
    'no-script': (file) => `${before(file)}是已有的程序，保持原样。`,
    'not-executable': (file) => `${before(file)}已存在但已停用（不可执行），保持原样。`,
    outside: (folder) => `core.hooksPath 指向${within(folder)}，并非本仓库专用，未写入任何内容。`,
  },
  callIt: (command) => `如仍需在提交前检查台账，请在您的钩子中调用：${command}`,
  notChosen: (file) =>
    `但 git 并不用 reform 合并${within(file)}：.gitattributes 或 .git/info/attributes 中另有规定。`,
  clone: '钩子和合并程序只对本克隆有效，每人都需执行一次 reform git install。',
  nothing: '已是如此，未作改动。',
  dryRun: '试运行：未作改动。',

  notThere: (ledger) => `${ledger}：台账已移出该文件夹，请在新位置重新运行 reform git install。`,
  gone: (ledger) =>
    `${ledger}：这次提交会删去整本台账。年度工作结束的，请关闭台账：reform set ledger state=closed`,
  stopped:
    '提交已中止，内容没有丢失。请改正后 git add 并重新提交；如要照原样提交：git commit --no-verify',

  owners: {
    head: (title) => [
      `台账文件变更前须征询的账号：${title}`,
      '由 reform git codeowners 根据领域、区和单位的负责账号生成；以最后一条相符的规则为准。',
    ],
    unknown: (pattern, from) =>
      from.length > 0
        ? `${pattern}：${before(list(from, '和'))}未填写负责账号`
        : `${pattern}：其中未写明由谁负责`,
    missing: (files, all) =>
      `${all}条规则中有${files}条不知由谁负责；填写方法：reform set UNIT owners=@city/team`,
  },

  commit: {
    changes: (ids, what, title) =>
      title === undefined ? `${ids}：${what}` : `${ids}：${what}，${title}`,
    ids: (ids) =>
      ids.length > 4 ? `${ids.slice(0, 3).join('、')} 等${ids.length}项` : ids.join('、'),
    added: '新增',
    removed: '删除',
    renumbered: (was) => `编号由 ${was} 改来`,
    moved: (file) => `移至 ${file}`,
    changed: (attribute) => `${before(attribute)}已修改`,
    log: '修改记录',
    layout: (files) => `调整${within(list(files, '和'))}的格式和注释`,
    would: '提交说明将是：',
    made: (commit) => `已提交：${commit}。`,
    see: (commit) => `查看：git show ${commit}   撤回：git revert ${commit}`,
    ignored: (files) => `以下文件 git 已设为忽略，未提交：${files.join('、')}。`,
    failed: (reason) => `已保存，但未提交：${reason}`,
    behind: '文件尚未全部写完',
    byHand: (files) => `请勿重复登记，直接提交即可：git add -- ${files} && git commit`,
  },
};
