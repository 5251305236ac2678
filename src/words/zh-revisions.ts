/** Chinese words for what git holds, and for why it could not be asked. */
import type { revisions as en, revisionFailures as enFailures } from './en-revisions.ts';

export const revisionFailures: typeof enFailures = {
  gitAbsent: () => ({
    message: '本机没有安装 git，或者无法启动',
    hint: '已提交的内容只有 git 知道；读取台账本身不需要 git',
  }),
  noRepository: (folder) => ({
    message: `${folder} 不在 git 仓库里`,
    hint: '先建一个：git init && git add . && git commit',
  }),
  bareRepository: (folder) => ({
    message: `${folder} 是没有工作目录的 git 仓库`,
    hint: '请先克隆，再在克隆出来的目录里查询',
  }),
  unborn: () => ({
    message: '这里还没有任何提交',
    hint: '先提交台账：git add . && git commit',
  }),
  unknownRevision: (name) => ({
    message: `git 没有“${name}”这个版本`,
    hint: '可以写分支、标签、提交号或 HEAD~1；两个版本写成 A..B',
  }),
  missingObject: (detail) => ({
    message: `这个克隆不完整，缺少已提交的内容：${detail}`,
    hint: '请先取回，例如 git fetch --refetch；在 CI 里克隆时不要带过滤条件',
  }),
  shallow: (name) => ({
    message:
      name === ''
        ? '这是浅克隆，历史在两个版本的共同祖先之前就断了'
        : `这是浅克隆，历史里没有“${name}”`,
    hint: 'git fetch --unshallow；GitHub 上 actions/checkout 设 fetch-depth: 0，GitLab 上设 GIT_DEPTH: 0',
  }),
  noMainLine: () => ({
    message: '这里没有已知的主线：既没有 origin/HEAD，也没有 main 或 master',
    hint: '请写明从哪里开始：reform review A..B',
  }),
  emptySide: (range) => ({
    message: `范围“${range}”有一边是空的`,
    hint: '两边都要写明，例如 main..HEAD；在脚本里请检查变量是否已经赋值',
  }),
  unrelated: () => ({
    message: '两个版本在 git 里没有共同祖先',
    hint: '直接比较：reform diff A..B',
  }),
  gitDamaged: (file) => ({
    message: `git 对当前分支的记录已损坏：${file}`,
    hint: '请勿提交；用 git fsck 和 git reflog 查看还能恢复什么',
  }),
  gitRefused: (words) => ({
    message: `git 拒绝：${words}`,
    hint: undefined,
  }),
  rangeAndStaged: () => ({
    message: '--staged 是与暂存内容比较，不能再写 A..B',
    hint: 'reform diff --staged，或者 reform diff A --staged',
  }),
  sparse: (files, folder) => ({
    message: `台账有 ${files} 个文件没有检出（稀疏检出）`,
    hint: `git sparse-checkout add ${folder}`,
  }),
};

export const revisions: typeof en = {
  workTree: '工作目录',
  staged: '暂存内容',
  commit: (name, id) => (name === id ? id : `${name}（${id}）`),
  between: (from, to) => `${from} → ${to}`,
};
