/**
 * Chinese words and sentences for people, with the type of the English ones: the compiler asks for
 * what is missing. Codes, ids, commands and JSON keys are not words and stay as they are.
 */
import type { Status } from '../model/events.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { Colour } from '../model/lights.ts';
import { verbs, type Words } from './en.ts';
import { asking } from './zh-asking.ts';
import { begin } from './zh-begin.ts';
import { completion } from './zh-completion.ts';
import { demo } from './zh-demo.ts';
import { diagnostics } from './zh-diagnostics.ts';
import { diff } from './zh-diff.ts';
import { docOf } from './zh-docs.ts';
import { events } from './zh-events.ts';
import { failures } from './zh-failures.ts';
import { git } from './zh-git.ts';
import { history } from './zh-history.ts';
import { intake } from './zh-intake.ts';
import { lights } from './zh-lights.ts';
import { merging } from './zh-merge.ts';
import { review } from './zh-moves.ts';
import { factNames as facts, kindNames } from './zh-names.ts';
import { before, list, some } from './zh-phrases.ts';
import { pivot } from './zh-pivot.ts';
import { choices, query } from './zh-query.ts';
import { revisions } from './zh-revisions.ts';
import { samples } from './zh-samples.ts';
import { schema } from './zh-schema.ts';
import { statuses } from './zh-statuses.ts';
import { time } from './zh-time.ts';
import { trace } from './zh-trace.ts';

/** A noun has one form. */
const kinds = Object.fromEntries(
  Object.entries(kindNames).map(([kind, name]) => [kind, { one: name, many: name }]),
) as Words['kinds'];

/** What each kind is counted with. */
const measureWords: { readonly [K in KindName]: string } = {
  ledger: '本',
  field: '个',
  district: '个',
  unit: '个',
  document: '份',
  arrangement: '项',
  'leading-reform': '项',
  pilot: '项',
  platform: '个',
  meeting: '次',
  task: '项',
  measure: '项',
  project: '个',
  criterion: '个',
};

/** Keys inside attributes, where they are called otherwise than attributes are, or are none. */
const inside: Readonly<Record<string, string>> = {
  also: '其他原文',
  as: '原文称谓',
  author: '提交人',
  authors: '登记人员',
  behind: '落后计划',
  blocked: '受阻',
  by: '期后几日内报送',
  code: '代码',
  columns: '各列',
  days: '天数',
  due_soon: '临近时限',
  every: '报送周期',
  excused: '缓办期间亮灯',
  fields: '领域',
  file: '文件',
  kind: '类别',
  'leading-reforms': '创造型引领型改革',
  memory: '红灯后保留黄灯的天数',
  name: '名称',
  office: '改革办',
  overdue: '逾期',
  projects_per_district: '每区项目数',
  query: '查询语句',
  quote: '原文',
  reason: '理由',
  red: '红灯',
  report_late: '未报送',
  severity: '程度',
  sha256: 'SHA-256',
  sort: '排序',
  start_late: '未按时启动',
  unit: '单位',
  units: '单位',
  yellow: '黄灯',
};

/** Words and sentences in the official Chinese of a reform office. */
export const zh: Words = {
  language: 'zh',
  kinds,
  statuses,
  facts,
  events,
  heading: (fact) => facts[fact] ?? fact,
  docOf,
  inside: (key) => inside[key] ?? facts[key] ?? key,
  value: (fact, value) =>
    (fact === 'status' ? statuses[value as Status] : undefined) ??
    (['light', 'excused'].includes(fact) ? lights.colours[value as Colour] : undefined) ??
    choices[value] ??
    value,
  comma: '、',
  stop: '。',
  marks: {
    named: (name, text) => `${name}：${text}`,
    note: (text) => `（${text}）`,
    noted: (text, note) => `${text}（${note}）`,
    quoted: (text) => `“${text}”`,
    parts: (texts) => texts.join('；'),
    sentences: (texts) => texts.join(''),
    percent: (figure) => `${figure}%`,
  },
  yes: '是',
  no: '否',
  count: (count, kind) => `${count}${measureWords[kind]}${kinds[kind].one}`,
  items: (count) => `${count}个事项`,
  item: '事项',
  anItem: '具体举措或基层改革创新项目',
  theCommand: '命令行',

  footer: {
    ledger: (jurisdiction, year) => `${before(jurisdiction)}${year}年`,
    asPublished: (day) => `据 ${day} 公开的内容`,
    asOf: (day) => `截至 ${day}`,
    illustrative: '示例数据：内容虚构，仅用于演示台账',
    notPublished: (names) => `未公开：${names.join('、')}。`,
    empty: (names) => `为空：${names.join('、')}。`,
    next: (command) => `下一步：${command}`,
    nothing: (of, asked) => {
      const named = list(of.map((each) => kinds[each].one));
      return asked.length > 0
        ? `未找到符合条件的${named}（${asked.join('，')}）。`
        : `未找到${named}。`;
    },
    problems: (count) => `台账存在${count}个问题，详见 reform validate。`,
    across: '跨领域或未注明',
  },

  show: {
    log: '进展记录',
    criteria: '节点',
    source: '来源',
    sourceLine: (document, called) => `${document}，文中称谓：${called}`,
    evidence: '佐证材料',
    agenda: '议题',
    related: (name) => kinds[name].many,
    columns: { number: '序号', date: '日期', event: '进展', by: '登记单位', says: '内容' },
    retractedBy: (entry) => `已由第${entry}条作废`,
    illegal: '无效：当时不具备条件',
    later: '晚于查询日期',
    met: (day) => `${day} 完成`,
    says: {
      progress: (percent) => `${percent}%`,
      problem: (text) => `存在问题：${text}`,
      next: (text) => `下一步：${text}`,
      criteria: (ids) => `节点 ${ids.join('、')}`,
      due: (day) => `至 ${day}`,
      until: (day) => `缓至 ${day}`,
      checked: (how) => `核验方式：${how}`,
      entry: (number) => `第${number}条`,
      document: (number) => `文件：${number}`,
      to: (scope) => `推广范围：${scope}`,
      from: (place) => `借鉴自：${place}`,
    },
  },

  summary: {
    title: '印发数与在册数',
    what: '类别',
    issued: '印发',
    listed: '列入',
    recorded: '在册',
    called: {
      listed: '列入清单',
      task: '称改革任务',
      measure: '称具体举措',
      project: '称基层改革创新项目',
      'leading-reform': '称创造型引领型改革',
      pilot: '称试点',
      platform: '称平台',
      mentioned: '仅提及',
    },
    totals: {
      fields: '领域',
      tasks: '改革任务',
      measures: '具体举措',
      projects: '基层改革创新项目',
      'leading-reforms': '创造型引领型改革',
    },
    byField: '分领域情况',
    byDistrict: '分区情况',
    standing: '推进情况',
    tasks: '改革任务',
    measures: '具体举措',
    projects: '基层项目',
    claimed: '申请销号',
    verified: '已销号',
    overdue: '逾期',
    bar: '█ ▒ ·',
    legend: '█ 已销号  ▒ 申请销号  · 未完成',
    claimedAndVerified: (claimed, verified, overdue) =>
      `申请销号待核验${claimed}个 · 已销号${verified}个 · 逾期${overdue}个。`,
    stand: (what, counts) =>
      `${what}${counts.length > 0 ? `：${counts.map(([count, word]) => `${word}${count}个`).join('，')}` : ''}。`,
    lights: (counts) => `亮灯：${counts.map(([count, word]) => `${word}${count}个`).join('，')}。`,
    judged: (can, cannot, isPublished) =>
      cannot === 0
        ? can === 0
          ? '没有未完成的事项。'
          : `${can}个未完成事项均可按完成时限判定。`
        : `${can}个未完成事项可按完成时限判定，${cannot}个无法判定：${isPublished ? '完成时限未公开' : '未设完成时限'}。`,
  },

  validate: {
    clean: (ledger, files, items) =>
      `${ledger}：已检查${files}个文件、${items}个事项，未发现问题。`,
    found: (errors, warnings, ledger) => `${ledger}：${errors}个错误，${warnings}个警告。`,
    explain: (code) => `查看说明：reform explain ${code}`,
    error: '错误',
    warning: '警告',
    hint: '提示',
  },

  write: {
    recorded: (id, event, date) => `${id}：${date} ${events[event]}。`,
    moved: (id, from, to) => `${id}：${from} → ${to}。`,
    set: (id, attribute, value) =>
      value === undefined
        ? `${id}：已删去${attribute}。`
        : `${id}：${attribute} → ${Array.isArray(value) ? value.join('、') : String(value)}。`,
    added: (id, name, title) => `${id}：新增${name}“${title}”。`,
    wrote: (files, removed, ledger) =>
      [
        ...(files.length > 0 ? [`已写入 ${some(files, '个文件')}（${ledger}）。`] : []),
        ...(removed.length > 0 ? [`已移除 ${some(removed, '个文件')}（${ledger}）。`] : []),
      ].join(''),
    dryRun: '试运行：未写入任何内容。',
    nothing: '台账已是如此：未作写入。',
    binary: (file, bytes) => `二进制文件 b/${file}（${bytes}字节）`,
    resolved: (given, id, title) => `${given} → ${id} ${title}`,
    see: (isInGit, canUndo) => {
      const ways = [
        ...(isInGit ? ['查看改动：git diff'] : []),
        ...(canUndo ? ['撤回：reform undo'] : []),
      ];
      return ways.length > 0 ? [ways.join('   ')] : [];
    },
    give: (option) => `请用 --${option} 填写`,
    giveCriteria: (open) => `如已完成，请用 --criteria ${open.join(',')} 列明`,
    possible: (possible) =>
      possible.length === 0
        ? '该状态下不能再登记进展'
        : `该状态下可用：${list(possible.flatMap((each) => verbs[each]))}`,
    postpone: (id, due) => `推迟完成时限：reform postpone ${id} --due ${due}`,
    attribute: '属性',
    now: '现为',
    after: '改为',
    recovered: (command, user, when) => `已补完中断的操作：${command}（${user}，${when}）。`,
    unfinished: (file, reason) => `已保存；${file} 暂未更新（${reason}），下次更新时补上。`,
    trouble: {
      damaged: '未完成改动的日志已损坏，所示为文件现状。详见 reform doctor。',
      contradicted:
        '有一次改动中断，此后其中一个文件又经手工修改，此处可能只有其中一部分。详见 reform doctor。',
    },
    setAside: (path) => `日志已移至：${path}`,
  },

  ask: {
    confirm: (count) => `确定改动这${count}个事项吗？`,
    checked: (id) => `${id} 是如何核验的？`,
    kind: '新增哪一类记录？',
    needed: '此项必填',
    evidence: '佐证材料：文号、网址或文件',
    by: '由哪个单位登记？',
    result: '取得了什么成果？',
    isMet: (id, text) => `节点 ${id} 完成了吗？${text}`,
    home: (name) => `所属的${name}是哪一个？`,
    attribute: (name, isNeeded) => `${name}${isNeeded ? '' : '（直接回车则不填）'}`,
  },

  undo: {
    when: '时间（UTC）',
    command: '命令',
    said: '所作改动',
    next: '下次撤回第一条：reform undo',
    nothing: '没有可撤回的操作。',
    undone: (command) => `已撤回：${command}`,
    was: (line) => `  不再有效：${line}`,
  },

  edit: {
    unchanged: '未作改动。',
    edited: (id) => `${id}：已修改。`,
    cannotPlace: '内容不是一条完整的 YAML 记录，请检查缩进',
    giveUp: '请改正后保存；如放弃修改，直接保存即可。目前尚未写入',
    newId: (id) => `编号 ${id} 不见了：编号不得更改`,
    breach: (breach) => {
      switch (breach.is) {
        case 'gone':
          return `${breach.id} 不见了：已印发的内容须保留；如需撤销：reform withdraw ${breach.id}`;
        case 'entry':
          return `${breach.id}：第${breach.entry}条记录被改动；已登记的内容须保留，如有误：reform retract ${breach.id} ${breach.entry}`;
        case 'plan':
          return `${breach.id}：工作已启动，修改${before(facts[breach.attribute] ?? breach.attribute)}属于调整计划：reform set ${breach.id} ${breach.attribute}=…`;
      }
    },
  },

  doctor: {
    clean: '一切正常：没有锁定，没有未完成的改动，没有残留文件。',
    mended: '已修复。',
    staleLock: (user, host, pid, since, command) =>
      `${user} 的锁定仍在，但其进程 ${pid}（主机 ${host}）已终止（始于 ${since}，${command}）。`,
    liveLock: (user, host, pid, since, command) =>
      `${user} 正在操作：主机 ${host} 的进程 ${pid}，始于 ${since}（${command}）。`,
    foreignLock: (user, host, pid, since, command) =>
      `${user} 在另一台机器上的锁定：主机 ${host} 的进程 ${pid}，始于 ${since}（${command}）；用 --force 解除。`,
    strangeLock: '有一处锁定未注明何人；用 --force 解除。',
    damagedJournal: '未完成改动的日志已损坏；用 --force 将其移开。',
    unfinished: (command, user, when) => `有未完成的改动：${command}（${user}，${when}）。`,
    leftover: (path) => `写入中断留下的文件：${path}`,
  },

  iam: {
    nobody: '尚未设定身份。请说明所在单位：reform iam UNIT --name NAME',
    is: (unit, name) => (name ? `${name}，${unit}` : unit),
    saved: (file) => `已存入 ${file}。`,
    forgotten: '已清除。',
  },

  asking,
  begin,
  completion,
  demo,
  diff,

  history,
  intake,
  lights,
  pivot,
  query,
  choices,
  diagnostics,
  samples,
  schema,
  review,
  revisions,
  time,
  trace,
  failures,
  git,
  merging,
};
