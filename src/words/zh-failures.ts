/**
 * Chinese sentences of what ends a command before it has done its work: what is wrong, and where
 * that can be said what to do about it.
 */
import type { QueryFault } from '../model/query.ts';
import type { failures as enFailures } from './en-failures.ts';
import { diffFailures } from './zh-diff.ts';
import { gitFailures } from './zh-git.ts';
import { historyFailures } from './zh-history.ts';
import { intakeFailures } from './zh-intake-failures.ts';
import { mergeFailures } from './zh-merge.ts';
import { after, before, list, within } from './zh-phrases.ts';
import { revisionFailures } from './zh-revisions.ts';
import { time } from './zh-time.ts';

const quoted = (text: string) => `“${text}”`;

const either = (words: readonly string[]) => list(words.map(quoted));

const several = (words: readonly string[]) => words.join('、');

/** What is left of a command that was ended while it wrote. */
const unfinished = '这里像是一本未建完的台账：请删除该文件夹，重新新建';

/** Why a query cannot be understood; the place is marked above. */
export const queryFaults: {
  readonly [F in QueryFault]: { readonly message: string; readonly hint: string };
} = {
  quote: { message: '此处引号只有一半', hint: '补上另一半，或去掉引号' },
  bracket: { message: '括号不成对，或括号内没有内容', hint: '括号须成对使用' },
  operand: {
    message: '此处没有可供组合的条件',
    hint: '写法：甲 or 乙、甲 and 乙、not 甲；要查找这个词本身，请加引号："or"',
  },
  value: { message: '冒号后面没有值', hint: '写成 key:value；要查没有填写的，写 key:none' },
  sign: {
    message: '查询语句不能用这个符号，命令行会把它当作别的意思',
    hint: '早于写 due:..2022-09-30，高于写 progress:50..，排除写 not …；带这类符号的词请加引号',
  },
  deep: { message: '括号层数太多', hint: '可把其中一部分存为 ledger.yaml 中的视图' },
  long: {
    message: '查询语句过长',
    hint: '最多4000个字符、200个词；可把其中一部分存为 ledger.yaml 中的视图',
  },
  empty: { message: '查询语句是空的', hint: '空语句等于全部记录；status:planned 就是一条查询语句' },
};

export const failures: typeof enFailures = {
  ...gitFailures,
  ...mergeFailures,
  ...historyFailures,
  ...intakeFailures,
  ...revisionFailures,
  ...diffFailures,
  prefix: 'reform',
  things: {
    code: '问题代码',
    column: '列',
    format: '输出格式',
    record: '记录',
    schema: '格式说明',
    shell: '命令行环境',
    value: '值',
  },
  noLedger: (folder) => ({
    message: `从${within(folder)}起逐级向上，未找到台账`,
    hint: '请指明台账文件夹：--ledger 文件夹，或设置 REFORM_LEDGER',
  }),
  notALedger: (folder) => ({
    message: `${before(folder)}中没有 ledger.yaml`,
    hint: '台账是含有 ledger.yaml 的文件夹',
  }),
  noCurrentLedger: (found) => ({
    message: `这里没有现行台账：${several(found)}`,
    hint: '请指定一本：--year 年份 或 --ledger 文件夹',
  }),
  severalLedgers: (found) => ({
    message: `找到多本台账：${several(found)}`,
    hint: '请指定一本：--year 年份 或 --ledger 文件夹',
  }),
  initNeeds: (missing) => ({
    message: '未指明是哪个城市、哪一年的台账',
    hint: `请补充：${missing.join(' ')}`,
  }),
  unknownZone: (zone) => ({
    message: `没有名为“${zone}”的时区`,
    hint: '时区名称如 Asia/Shanghai',
  }),
  notValid: (problem, hint) => ({
    message: `未写入任何内容：${problem}`,
    hint,
  }),
  noFolder: () => ({
    message: '请指明新台账放在哪个文件夹',
    hint: '应为新文件夹，如 data/2026',
  }),
  insideLedger: (folder, ledger) => ({
    message: `${before(folder)}位于台账${within(ledger)}之内`,
    hint: '新台账须有自己的文件夹，与原台账并列',
  }),
  ledgerThere: (ledger, isSame) => ({
    message: isSame
      ? `${before(ledger)}已是台账，未写入任何内容`
      : `已有台账${after(ledger)}，新建后它将被遮蔽`,
    hint: '请在与其并列的另一个文件夹中新建',
  }),
  taken: (files, isUnfinished) => ({
    message: `已有${within(several(files.slice(0, 5)))}${files.length > 5 ? `等${files.length}个文件` : ''}，未写入任何内容`,
    hint: isUnfinished ? unfinished : '请换一个文件夹，或移走已有文件',
  }),
  leftHalf: (file, reason, folder) => ({
    message: `${before(file)}无法写入（${reason}），此前写入的内容也未能清除`,
    hint: `${before(folder)}中没有台账：请删除已写入的内容`,
  }),
  noLedgerOfYear: (year, found) => ({
    message: `没有${year}年的台账；现有${after(several(found))}`,
    hint: undefined,
  }),
  unreadable: (count) => ({
    message: `台账无法读取：${count}个问题`,
    hint: '查看全部问题：reform validate',
  }),
  unknownName: (what, given, suggestions, see) => ({
    message: `没有名为“${given}”的${after(what)}`,
    hint:
      suggestions.length > 0 ? `是否应为${either(suggestions)}？` : see && `查看现有名称：${see}`,
  }),
  ambiguousName: (what, given, found) => ({
    message: `“${given}”对应不止一个${after(what)}`,
    hint: `请指明是${after(list(found))}`,
  }),
  unknownValue: (what, given, possible) => ({
    message: what.startsWith('-')
      ? `${what}：不能填“${given}”`
      : `没有名为“${given}”的${after(what)}`,
    hint: `可填：${several(possible)}`,
  }),
  csvIsOneTable: (options) => ({
    message: 'CSV 只能存一张表，而本项结果有多张表',
    hint: `可与 CSV 同用：${several(options)}`,
  }),
  excelIsCsv: (format) => ({
    message: `--excel 输出的是 CSV，不能同时用 ${format} 格式`,
    hint: undefined,
  }),
  sides: (given, possible) => ({
    message: `--by：“${given}”不是一个或两个不同的统计维度`,
    hint: `填一个或两个，用逗号隔开：${several(possible)}`,
  }),
  onlyOneOf: (options) => ({
    message: `${options.join('、')} 不能同时使用`,
    hint: undefined,
  }),
  cannotFilter: (kind, filter) => ({
    message: `${before(kind)}没有“${filter}”这一项`,
    hint: undefined,
  }),
  notAnItem: (id, kind) => ({
    message: `${before(id)}是${kind}，不能登记此项内容`,
    hint: undefined,
  }),
  badDay: (option, given, why = 'unknown') => ({
    message: `${option}：“${given}”不是日期`,
    hint: time.hints[why],
  }),
  future: (day, today) => ({
    message: `${day} 晚于今天（${today}）`,
    hint: '事情发生之后才能登记',
  }),
  badNumber: (name, given, min, max) => ({
    message: `${name}：“${given}”不是可用的数字`,
    hint: `应为${min}至${max}的整数`,
  }),
  badPeriod: (given, why) => ({
    message: `“${given}”不是日期或时间段`,
    hint: time.hints[why],
  }),
  badNumbers: (name, given) => ({
    message: `${name}：“${given}”不是数字或数字区间`,
    hint: '例如 50、..50、50..、20..50',
  }),
  badWait: (given) => ({
    message: `--wait：“${given}”不是时长`,
    hint: '以秒为单位，如 5 或 0',
  }),
  queryFault: (fault) => queryFaults[fault],
  noLookingBack: (command) => ({
    message: `${command} 只能按当天办理：--as-of 用于查询`,
    hint: '事情发生的日期用 --date 写明',
  }),
  oneGroup: () => ({
    message: '只能按一列分组',
    hint: '更多的列可用于排序：--sort field,due',
  }),
  viewOfOthers: (view, of, asked, instead) => ({
    message: `视图 ${view} 查的是${of}，此处查的是${asked}`,
    hint: instead,
  }),
  noViews: () => ({
    message: '本台账没有保存的视图',
    hint: '视图写在 ledger.yaml 的 views 下，每个有名称和查询语句',
  }),
  unknownKey: (key, suggestions, keys) => ({
    message: `查询语句中没有“${key}:”`,
    hint:
      suggestions.length > 0 ? `是否应为${within(list(suggestions))}？` : `可用：${several(keys)}`,
  }),
  nothingFits: (nothing) => ({ message: nothing, hint: undefined }),
  whichItems: () => ({
    message: '请指明事项：写编号，或用 --where 等筛选条件，二者不可同时使用',
    hint: '编号见 reform list',
  }),
  notMeant: (given) => ({
    message: `--checked：${before(given)}不在所列事项之中`,
    hint: undefined,
  }),
  noCriteria: (id) => ({
    message: `${id}：哪些节点已完成？`,
    hint: `写 ${id}#a，或加 --criteria a,b；节点见 reform show ${id}`,
  }),
  nothingToReport: () => ({
    message: '报告进展须有文字说明',
    hint: '请写明情况：-m 文字，或 -F 文件（- 为标准输入）',
  }),
  textTwice: () => ({ message: '-m 和 -F 不能同时使用', hint: undefined }),
  noEvidence: () => ({
    message: '申请销号须有佐证材料',
    hint: '用 -e 填写文号、网址或台账内的文件',
  }),
  foreignCriterion: (given, id) => ({
    message: `${before(given)}不是${within(id)}的节点`,
    hint: '涉及多个事项的节点，请逐个事项填写',
  }),
  noAddress: (given) => ({
    message: `“${given}”不是网址`,
    hint: undefined,
  }),
  whoseDuties: () => ({
    message: '未指明是哪个单位的事项',
    hint: '一次设定：reform iam 单位；或指明单位：reform mine 单位',
  }),
  noUnit: () => ({
    message: '未指明由哪个单位登记',
    hint: '加 --by 单位；或一次设定：reform iam 单位',
  }),
  noFile: (path) => ({
    message: `没有文件${after(path)}`,
    hint: undefined,
  }),
  unreadableFile: (path, reason) => ({
    message: `${before(path)}无法读取（${reason}）`,
    hint: undefined,
  }),
  tooLong: (path, most) => ({
    message: `${before(path)}超过${most}字节`,
    hint: '请放到 evidence/ 下，用 -e 指明',
  }),
  evidenceOutside: (path, folder) => ({
    message: `${before(path)}不在台账之内`,
    hint: `加 --copy 可复制到${within(folder)}下，随台账一并保存`,
  }),
  folderEvidence: (path) => ({
    message: `${before(path)}是文件夹`,
    hint: '请指明其中的文件',
  }),
  noProof: (path) => ({
    message: `${before(path)}是台账或程序自身的文件，不能作为佐证`,
    hint: '佐证材料放在 evidence/ 下',
  }),
  emptyEvidence: () => ({
    message: '-e 为空',
    hint: '请填写文号、网址或文件',
  }),
  notUtf8: (what) => ({
    message: `${before(what)}不是 UTF-8 编码，可能是 GBK`,
    hint: '请将文件另存为 UTF-8，或将终端设为 UTF-8',
  }),
  whichEntry: (id) => ({
    message: '请指明哪一条记录有误',
    hint: `第三条为 reform retract ${id} 3；序号见 reform show ${id}`,
  }),
  badName: (path) => ({
    message: `${before(path)}的文件名不能用于副本`,
    hint: '请改名：不以点开头，不含反斜杠和控制字符',
  }),
  otherEvidence: (file) => ({
    message: `已有${within(file)}，内容不同`,
    hint: '请将新文件改名，两份一并保留',
  }),
  closed: (ledger) => ({
    message: `${before(ledger)}已归档，不再登记进展`,
    hint: undefined,
  }),
  refused: () => ({ message: '不予执行，未写入任何内容', hint: undefined }),
  declined: () => ({ message: '未写入任何内容', hint: undefined }),
  askYes: (count) => ({
    message: `将改动${count}个事项，而此处无人可供确认`,
    hint: '加 -y 不经确认直接执行，加 -n 只显示对文件的改动',
  }),
  interrupted: () => ({ message: '已中止，未写入任何内容', hint: undefined }),
  locked: (ledger, user, host, pid, since, command) => ({
    message: `${user} 正在改动${within(ledger)}（${before(host)}上的进程 ${pid}，始于 ${since}：${command}），未写入任何内容`,
    hint: '请稍后重试；加 --wait 秒数 可多等一会，reform doctor 可查看详情',
  }),
  lockedByNobody: (ledger) => ({
    message: `${before(ledger)}正在被他人改动，未写入任何内容`,
    hint: '请稍后重试；reform doctor 可查看详情',
  }),
  damagedJournal: () => ({
    message: '未完成改动的日志已损坏，未写入任何内容',
    hint: 'reform doctor --force 可将其移开；请先查看 git diff',
  }),
  contradicted: (file, command, user) => ({
    message: `${before(user)}的“${command}”中断之后，${before(file)}又被手工改动，未写入任何内容`,
    hint: '请恢复该文件，或放弃中断的改动：reform doctor --force',
  }),
  unknownAttribute: (kind, key, suggestions, possible) => ({
    message: `${before(kind)}没有可设定的“${key}”`,
    hint:
      suggestions.length > 0
        ? `是否应为${within(list(suggestions))}？`
        : `可设定：${several(possible)}；其余用 reform edit`,
  }),
  assignedTwice: (key) => ({ message: `${before(key)}重复填写`, hint: undefined }),
  notAList: (key) => ({
    message: `${before(key)}只有一个值：写作 ${key}=…`,
    hint: undefined,
  }),
  nothingToSet: () => ({
    message: '请写明要设定的内容',
    hint: '写法为 键=值，如 due=2022-09-30 或 support+=planning-bureau',
  }),
  derived: (key, verb, verbs) => ({
    message: `${before(key)}由进展记录推算得出，不能设定`,
    hint: `请用 reform ${verb ?? list([...new Set(verbs)])}`,
  }),
  cannotTakeAway: (id, key) => ({
    message: `${id}：${before(key)}属于印发的计划，不能清空`,
    hint: '可通过调整改为其他值',
  }),
  whatToAdd: (kinds) => ({
    message: '请写明新增哪类记录',
    hint: `reform add 类别；类别有：${several(kinds)}`,
  }),
  unknownKind: (given, suggestions, kinds) => ({
    message: `没有“${given}”这类记录`,
    hint:
      suggestions.length > 0
        ? `是否应为${within(list(suggestions))}？`
        : `类别有：${several(kinds)}`,
  }),
  extraWord: (word) => ({
    message: `“${word}”是多余的词`,
    hint: '内容写作 键=值，值中有空格的加引号',
  }),
  needsHome: (kind, home, name) => ({
    message: `请写明${kind}属于哪个${home}`,
    hint: `reform add ${name} 编号 键=值…`,
  }),
  needs: (kind, missing) => ({
    message: `新增${within(kind)}缺少${after(
      list(
        missing.map(({ name }) => name),
        '和',
      ),
    )}`,
    hint: `请补充 ${missing.map(({ name, values }) => `${name}=${values.join('|') || '…'}`).join(' ')}`,
  }),
  needsId: (kind) => ({
    message: `不能为此${within(kind)}自动编号`,
    hint: '请自行编号：id=a-short-name',
  }),
  badId: (id, example) => ({
    message: `“${id}”不是此类记录的编号`,
    hint: `编号形如 ${example}`,
  }),
  takenId: (id) => ({
    message: `已有编号${after(id)}`,
    hint: '编号不重复使用',
  }),
  nothingToUndo: (user) => ({
    message: `${before(user)}没有可以撤回的命令`,
    hint: 'reform undo 只撤回本人在这台机器上执行的命令',
  }),
  changedSince: (file, command, user, by, when) => ({
    message:
      user === undefined
        ? `“${command}”之后，${before(file)}又被手工或 git 改动`
        : `“${command}”之后，${before(file)}又有改动：${user}，${when}（${by}）`,
    hint: '未撤回任何内容；如需作废单条记录，请用 reform retract',
  }),
  damagedHistory: () => ({
    message: '历史中有一条无法读取，未撤回任何内容',
    hint: '请查看 git diff；如需作废单条记录，请用 reform retract',
  }),
  gitRefuses: (file) => ({
    message: `git 未能说明${within(file)}是否已提交，未撤回任何内容`,
    hint: '请查询 git：git status',
  }),
  committed: (file, command, commit) => ({
    message: `“${command}”已提交：${before(file)}在 ${commit} 中`,
    hint: `请用 git 撤回：git revert ${commit}；如需作废单条记录，请用 reform retract`,
  }),
  noEditor: (editor, reason) => ({
    message: `编辑器${within(editor)}无法启动（${reason}）`,
    hint: '请设置 VISUAL 或 EDITOR',
  }),
  editorFailed: (editor) => ({
    message: `编辑器${within(editor)}异常退出，未写入任何内容`,
    hint: undefined,
  }),
  noEditorNamed: () => ({
    message: '没有可供编辑器使用的终端',
    hint: '请设置 VISUAL 或 EDITOR，或改用 reform set',
  }),
  stillWrong: (problem) => ({ message: `未保存：${problem}`, hint: undefined }),
  editedMeanwhile: (id) => ({
    message: `${before(id)}在此期间被他人改动，未写入任何内容`,
    hint: undefined,
  }),
  textKept: (hint, file) => `${hint === undefined ? '' : `${hint}；`}所写内容保存在 ${file}`,
  changedUnderneath: (file) => ({
    message: `${before(file)}在此期间被他人改动，未写入任何内容`,
    hint: '请查看后重试',
  }),
  cannotEdit: (file) => ({
    message: `${before(file)}的写法无法安全追加，未写入任何内容`,
    hint: '请将事项的 log 写成列表，一条一行',
  }),
  notWritten: (path, reason) => ({
    message: `${before(path)}无法写入（${reason}），一切保持原样`,
    hint: undefined,
  }),
  notBegun: (path, reason) => ({
    message: `改动未能开始（${reason}${path === '' ? '' : `：${path}`}），一切保持原样`,
    hint: reason === 'EACCES' || reason === 'EROFS' ? '请确认该处的写入权限' : undefined,
  }),
  notAsMeant: (path) => ({
    message: `已保存，但${within(path)}读回的内容与写入的不一致`,
    hint: '请先用 git diff 查看，再作其他操作',
  }),
  notOneLine: (option, most) => ({
    message: `${option}：名称须为一行，不含制表符，最多${most}个字符`,
    hint: undefined,
  }),
  notEmpty: (folder, there, isUnfinished) => ({
    message: `${before(folder)}不是空文件夹：${there.length > 3 ? `${several(there.slice(0, 3))}等` : several(there)}`,
    hint: isUnfinished ? unfinished : '请指定新文件夹或空文件夹',
  }),
  output: (reason) => ({
    message: `无法输出结果（${reason}）`,
    hint: undefined,
  }),
  system: (reason) => ({ message: reason, hint: undefined }),
  bug: (what) => ({
    message: `程序自身错误：${what}`,
    hint: '请连同所用命令一并反馈；设置 REFORM_DEBUG=1 可显示出错位置',
  }),
};
