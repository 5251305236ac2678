/**
 * Chinese sentences of the diagnostics: a message (what is wrong), a hint (what to do about it,
 * where that can be said) and an explanation for `reform explain CODE` (why it matters).
 */

import {
  type DiagnosticParams,
  type ReferableKind,
  referableKinds,
  type SyntaxFault,
} from '../model/diagnostic.ts';
import type { DiagnosticWords, diagnostics as enDiagnostics } from './en-diagnostics.ts';
import { queryFaults } from './zh-failures.ts';
import { moves } from './zh-moves.ts';
import { after, before, list, within } from './zh-phrases.ts';
import { statuses } from './zh-statuses.ts';

const quoted = (text: string) => `“${text}”`;

/** Text as it is to be typed into a file. */
const typed = (text: string) => `"${text}"`;

const didYouMean = ({ suggestions }: { readonly suggestions: readonly string[] }) =>
  suggestions.length > 0 ? `是否应为${list(suggestions.map(quoted))}？` : undefined;

/** Of more possible values none is listed: only codes of a review are as many. */
const manyOptions = 20;

const forms: Readonly<Record<DiagnosticParams['schema/wrong-type']['expected'], string>> = {
  text: '文字',
  day: '日期（YYYY-MM-DD）',
  'whole number': '整数',
  number: '数字',
  'true or false': 'true 或 false',
  list: '列表',
  record: '由键和值组成的记录',
  nothing: '空值',
  'empty text': '空文字',
  id: '编号',
};

/** What a value was found to be, in front of the value itself. */
const sorts: typeof forms = { ...forms, day: '日期', record: '记录' };

const asFound = (found: DiagnosticParams['schema/wrong-type']['found'], text: string): string => {
  if (text === '') return forms[found];
  if (found === 'text') return quoted(text);
  return found === 'true or false' ? text : `${sorts[found]}${after(text)}`;
};

/** What is wrong with text that is no YAML, and how to mend it. */
const faults: {
  readonly [F in SyntaxFault]?: { readonly message: string; readonly hint: string };
} = {
  quote: {
    message: '此处的引号没有配对',
    hint: '请在文字末尾补上同样的引号',
  },
  'after-quote': {
    message: '后引号之后还有文字',
    hint: '引号属于文字本身的，请连写两个，或在外面改用另一种引号',
  },
  bracket: {
    message: '此处的括号没有配对，或括号内各行没有缩进',
    hint: '请补上括号，或将括号内的内容缩进',
  },
  'extra-bracket': {
    message: '多出一个右括号',
    hint: '请删除',
  },
  comma: {
    message: '两项之间缺少逗号',
    hint: '括号内各项之间写 ", "，并补上右括号',
  },
  'wide-comma': {
    message: '两项之间用了全角逗号“，”',
    hint: '请写半角逗号加一个空格：", "',
  },
  'wide-blank': {
    message: '此行用全角空格或不换行空格缩进',
    hint: '请改用普通空格缩进',
  },
  colon: {
    message: '此行有第二个冒号',
    hint: '值中含有冒号加空格的，请加引号',
  },
  'no-colon': {
    message: '此处应为键，后接冒号和空格',
    hint: '请写 "key: value"，用半角冒号加一个空格',
  },
  indent: {
    message: '此行的缩进与同一列表或记录的其他各行不一致',
    hint: '同一列表或记录的各行须从同一列开始',
  },
  reserved: {
    message: '值不能以这个字符开头',
    hint: '请给值加引号',
  },
};

const kindWords: Readonly<Record<ReferableKind, string>> = {
  unit: '单位',
  field: '领域',
  district: '区',
  document: '文件',
  arrangement: '部署',
  'leading-reform': '创造型引领型改革',
  pilot: '试点',
  task: '改革任务',
  criterion: '节点',
};

const registers: Readonly<Record<ReferableKind, string>> = {
  unit: 'units.yaml 或 districts.yaml',
  field: 'fields.yaml',
  district: 'districts.yaml',
  document: 'documents.yaml',
  arrangement: 'documents.yaml（写作 文件/部署）',
  'leading-reform': 'leading-reforms.yaml',
  pilot: 'pilots.yaml',
  task: 'tasks 文件夹',
  criterion: '该事项的 criteria',
};

type References = {
  readonly [K in ReferableKind as `reference/unknown-${K}`]: DiagnosticWords<
    DiagnosticParams[`reference/unknown-${K}`]
  >;
};

const references = Object.fromEntries(
  referableKinds.map((kind) => [
    `reference/unknown-${kind}`,
    {
      message: ({ given }) => `没有编号为“${given}”的${kindWords[kind]}`,
      hint: (params) => didYouMean(params) ?? `现有的${kindWords[kind]}见${after(registers[kind])}`,
      explain: `记录提到的${kindWords[kind]}在台账中不存在。现有的${kindWords[kind]}见${after(registers[kind])}。名称若无所指，该记录就不会计入按${kindWords[kind]}的统计；请改正写法，或将该${kindWords[kind]}补入名录。`,
    } satisfies DiagnosticWords<DiagnosticParams['reference/unknown-unit']>,
  ]),
) as unknown as References;

/** The issued totals, by their keys in the ledger. */
const totals: Readonly<Record<string, string>> = {
  fields: '个领域',
  tasks: '项改革任务',
  measures: '项具体举措',
  projects: '个基层改革创新项目',
  'leading-reforms': '项创造型引领型改革',
};

export const diagnostics: typeof enDiagnostics = {
  ...references,
  ...moves,
  'file/missing': {
    message: ({ file }) => `缺少${after(file)}`,
    hint: ({ file }) => (file === 'ledger.yaml' ? '台账是含有 ledger.yaml 的文件夹' : undefined),
    explain:
      '台账是含有 ledger.yaml 的文件夹，该文件说明清单的主题、年份和依据。没有它，文件夹中的任何内容都无从判断。',
  },
  'file/empty': {
    message: () => '文件为空',
    hint: () => '请恢复或删除；没有记录的名录写作 []',
    explain:
      '文件没有内容或只有注释，多半出于意外，如保存失败、合并出错，而非有意为之。名录确实还没有记录的，请写 []。',
  },
  'file/stray': {
    message: ({ file }) => `${quoted(file)}不是台账文件，其中内容不计入`,
    hint: ({ expected }) => `台账文件有：${expected.join('、')}`,
    explain:
      '台账文件夹中有一个程序不读取的文件，如 tasks/T04.yml 或原文件旁边的副本。其中若有记录，任何清单都不会列出：请改名。佐证材料放在 evidence/ 下，文件原文放在 sources/ 下，备注写入 README.md。',
  },
  'file/special': {
    message: ({ what }) =>
      what === 'link'
        ? '此链接指向台账之外，或没有指向'
        : what === 'folder'
          ? '此处应为文件，实为文件夹'
          : '这不是普通文件',
    hint: () => '请将文件本身放在此处',
    explain:
      '台账的内容不越出其文件夹：链接只能指向同一台账中的另一个文件。设备和管道一律不读取，以免无限等待。',
  },
  'file/unreadable': {
    message: ({ reason }) => `系统不允许读取此文件（${reason}）`,
    hint: ({ reason }) => (reason === 'EACCES' ? '请检查文件权限' : undefined),
    explain:
      '操作系统拒绝打开或读取此文件。缺了它，清单就会少于实际，因此在能够读取之前，所有查询命令均不执行。',
  },
  'file/too-large': {
    message: ({ bytes, most }) => `文件有${bytes}字节，最多读取${most}字节`,
    hint: () => '一项改革任务一个文件，文件就不会过大',
    explain: '全年的台账文件不过几千字节。大得多的文件，不是出错就是攻击，读取它可能耗尽内存。',
  },
  'file/not-utf8': {
    message: ({ maybe }) => {
      if (maybe === null) return '此行不是 UTF-8 编码';
      return `此行不是 UTF-8 编码，可能是 ${maybe === 'UTF-16' ? maybe : 'GBK 或 GB18030'}`;
    },
    hint: () => '请将文件另存为 UTF-8',
    explain:
      '所有文件均为 UTF-8 编码。Windows 上较旧的编辑器把中文存为 GBK，按 UTF-8 打开即成乱码。请按原编码重新打开，再另存为 UTF-8。',
  },
  'file/nul': {
    message: () => '文件含有 NUL 字节，不是文本',
    hint: () => '请从 git 恢复：可能因死机或磁盘故障被填入了零',
    explain:
      '文本中没有 NUL 字节。文件存为 UTF-16，或死机后原有文字处只剩下零，就会出现 NUL 字节。',
  },
  'yaml/syntax': {
    message: ({ fault, message }) =>
      faults[fault]?.message ?? `此处不符合 YAML 格式（原始报错："${message}"）`,
    hint: ({ fault }) => faults[fault]?.hint,
    explain:
      '文件从此处起无法按 YAML 读取。常见原因：值中含有冒号或引号而未加引号，括号没有配对，各行缩进不一致。每个文件只指出第一处，因为其余各处往往由此引起。',
  },
  'yaml/duplicate-key': {
    message: ({ key }) => `键${quoted(key)}在这条记录中出现两次`,
    hint: () => '请删除其一，或合并两者',
    explain:
      '一条记录中每个键只出现一次。两者并存时，各种 YAML 程序的取舍不同，显示的值也就不同。这多因合并时保留了双方内容所致。',
  },
  'yaml/tab-indent': {
    message: () => '此行用制表符缩进',
    hint: () => '请改用空格缩进',
    explain: 'YAML 不允许用制表符缩进，因为各编辑器对制表符的宽度处理不一。',
  },
  'yaml/conflict-markers': {
    message: () => '此处留有 git 合并冲突',
    hint: () => '请保留一方或双方，并删除带有 <<<<<<<、======= 和 >>>>>>> 的行',
    explain:
      '两个分支改动了相同的行，尚未决定取舍。在此之前任何一方都不能作准，因此该文件的内容既不读取也不写入。',
  },
  'yaml/several-documents': {
    message: () => '此处开始了第二个 YAML 文档',
    hint: () => '请删除 --- 这一行',
    explain: '--- 一行表示在同一文件中另起一个文档。多数程序只读取第一个，第二个中的内容不会计入。',
  },
  'yaml/directive': {
    message: ({ directive }) => `不允许使用指令${quoted(directive)}`,
    hint: () => '请删除该行',
    explain:
      '%YAML 1.1 之类的指令会改变整个文件的读法：no 会变成 false，012 会变成10。台账文件一律为 YAML 1.2。',
  },
  'yaml/tag': {
    message: ({ tag }) => `不允许使用标签${quoted(tag)}`,
    hint: () => '请直接写值',
    explain: '标签要求读取程序把值转成其他东西，在有些语言中可转成程序对象。台账只存放普通的值。',
  },
  'yaml/alias': {
    message: ({ name }) => `${quoted(name)}：不允许使用锚点和引用`,
    hint: () => '请写出完整的值；文字以 & 或 * 开头的，请加引号',
    explain:
      '使用锚点和引用，改动一处会同时改变多条记录，而在其他记录的差异中看不出来；几行文字还可展开为数百万行。每条记录须自行写明内容。',
  },
  'yaml/key': {
    message: () => '键须为一个词',
    hint: () => '请写一个普通的词加冒号',
    explain: '此处以列表或记录作为键，多因误写了 ? 或括号。键是数据字典中的词。',
  },
  'yaml/too-deep': {
    message: ({ most }) => `记录嵌套超过${most}层`,
    hint: () => '请检查是否误写了重复的括号或短横线',
    explain: '台账不会嵌套到这种程度；这样的文件不是损坏，就是为使读取程序卡死而编造。',
  },
  'yaml/too-many-keys': {
    message: ({ most }) => `记录或列表超过${most}项`,
    hint: () => '请检查是否误写了重复的行',
    explain: '没有哪条记录或哪个列表有数千项；这样的文件不是损坏，就是为拖住读取程序而编造。',
  },
  'yaml/full-width-colon': {
    message: () => '键之后用了全角冒号“：”',
    hint: () => '请写半角冒号加一个空格：": "',
    explain: 'YAML 以半角冒号加空格分隔键和值。用中文输入法的全角冒号“：”，整行会被当作文字。',
  },
  'yaml/ambiguous': {
    message: ({ text }) => `其他 YAML 程序会把${within(text)}读作别的内容`,
    hint: ({ text }) => `如为文字，请写 ${typed(text)}`,
    explain:
      '许多工具仍按 YAML 1.1 读取：no、on、y 会读作真假值，12:30 会读作分钟数，012 读出的数字也与 1.2 不同。加上引号，各处读法一致。',
  },
  'text/control': {
    message: ({ character }) => `字符 ${character} 不可见，可能造成误读`,
    hint: ({ character }) => (character === 'U+000D' ? '请以换行符结束各行' : '请删除'),
    explain:
      '控制字符可以操纵终端；双向字符和零宽字符使显示的文字与实际不符。清单靠人阅读取信，不应含有这些字符。',
  },
  'text/not-nfc': {
    message: () => '重音符号写成了单独的字符（不是 NFC）',
    hint: () => '请重新输入该文字；有些系统在复制时会拆开重音符号',
    explain:
      '同一个字母，可以写成一个字符，也可以写成字母加组合重音。二者看起来一样，比较起来不同，查找时会遗漏其一。',
  },
  'schema/unknown-key': {
    message: ({ given }) => `此处没有${quoted(given)}这个键`,
    hint: (params) => didYouMean(params) ?? '自用的键以 x- 开头；其余见 data/README.md',
    explain:
      '写错的键不起作用，也不会有人发觉。各类记录的键见数据字典；自用的键以 x- 开头，予以保留。',
  },
  'schema/missing-key': {
    message: ({ key }) => `缺少键${quoted(key)}`,
    hint: ({ key }) => `请补充 ${typed(`${key}: `)} 及其值`,
    explain: '缺少这个键，记录就没有写明必须写明的内容。哪些键必填，见数据字典。',
  },
  'schema/wrong-type': {
    message: ({ expected, found, text }) =>
      `此处应为${after(forms[expected])}，而不是${after(asFound(found, text))}`,
    hint: ({ expected, found, text }) => {
      if ((expected === 'text' || expected === 'id') && text !== '') {
        return `请加引号：${typed(text)}`;
      }
      if (expected === 'day') return '写法如 2022-09-30';
      if (expected === 'whole number') return '请只写数字';
      if (expected === 'list' && found === 'text' && /^[\w-]+$/.test(text)) return `请写 [${text}]`;
      return undefined;
    },
    explain:
      '值的类型与数据字典的规定不符：应为文字而写成数字（1.10 之类的编号和文号须加引号，否则会丢失数位），应为列表而只写一个值，或日期不是 YYYY-MM-DD 格式。',
  },
  'schema/unknown-value': {
    message: ({ given }) => `${quoted(given)}不在可用的值之中`,
    hint: (params) =>
      didYouMean(params) ??
      (params.options.length > manyOptions
        ? '各代码见 docs/review.md'
        : `可用：${params.options.join('、')}`),
    explain: '这个键只能取规定的几个值。写错的值会自成一类，无人查看。',
  },
  'schema/out-of-range': {
    message: ({ found, min, max }) => `${found} 不在${min}至${max}之间`,
    hint: ({ min, max }) => `应为${min}至${max}的整数`,
    explain: '数字超出了这个键的合理范围；例如进度是百分数。',
  },
  'schema/impossible-date': {
    message: ({ given }) => `${before(given)}这一天不存在`,
    hint: () => '请检查月和日',
    explain: '日期的格式正确，但历法中没有这一天，如 2022-02-30。许多程序会不加提示地当作3月2日。',
  },
  'schema/unknown-zone': {
    message: ({ given }) => `没有名为${quoted(given)}的时区`,
    hint: () => '请用 IANA 时区名称，如 Asia/Shanghai',
    explain: '台账的时区决定当天是哪一天，从而决定哪些事项逾期。时区名称取自 IANA 时区表。',
  },
  'id/malformed': {
    message: ({ given }) => `${quoted(given)}不是此类记录的编号`,
    hint: ({ example, meant }) =>
      meant === null ? `编号形如 ${example}` : `是否应为半角的${quoted(meant)}？`,
    explain:
      '编号为固定格式的 ASCII 字符。全角数字、形似拉丁字母的西里尔或希腊字母、长横线和不可见字符，会使两个编号看似相同而实际不同。',
  },
  'id/duplicate': {
    message: ({ id, file, line }) =>
      `编号${quoted(id)}已被 ${file}${line === null ? '' : `:${line}`} 使用`,
    hint: () => '请为较新的记录另取下一个空号；编号不重复使用',
    explain:
      '两条记录编号相同就无法区分：一个事项的进展会显示在另一个之下。两个分支同时新增记录时常有此情况。区也是单位，因此区和单位的编号不能重复。',
  },
  'id/misplaced': {
    message: ({ id, expected }) => `编号${quoted(id)}与所在位置不符，应为 ${expected}`,
    hint: ({ id, expected }) =>
      expected.endsWith('…')
        ? `应以 ${expected.slice(0, -1)} 开头`
        : `请将文件命名为 ${id}.yaml，或改正编号`,
    explain:
      '改革任务的文件以其编号命名，具体举措的编号以所属改革任务的编号开头，项目的编号以所属区的编号开头。这样凭编号即可找到记录，位置变动也一目了然。',
  },
  'plan/due-before-start': {
    message: ({ start, due }) => `完成时限 ${due} 早于开始时间 ${start}`,
    hint: () => '其中之一有误',
    explain: '完成时限早于开始之日，其中之一写错。',
  },
  'view/name': {
    message: ({ name }) => `“${name}”不能作视图名称，或与另一视图重名`,
    hint: () => '名称为一个词，由文字、数字和连字符组成，且不与其他视图重复',
    explain:
      '保存的视图按名称调用：reform list --view 名称。名称为一个词，由文字、数字和连字符组成，不得重名。',
  },
  'view/query': {
    message: ({ fault }) => queryFaults[fault].message,
    hint: ({ fault }) => queryFaults[fault].hint,
    explain:
      '视图的查询语句与 reform list 后面输入的写法相同，语法见 docs/query.md。可先用 reform list 加 --parse-only 试一试。',
  },
  'view/unknown-name': {
    message: ({ given }) => `本视图没有“${given}”这个条件、列或类别`,
    hint: didYouMean,
    explain:
      '视图可以使用所查类别的条件和列；未写明类别的，指具体举措和基层改革创新项目。全部条件见 docs/query.md。',
  },
  'review/rule': {
    message: ({ code, fault }) =>
      ({
        twice: `${before(code)}重复出现`,
        days: `${before(code)}不按天数判断`,
        nothing: `此处对${within(code)}未作任何规定`,
      })[fault],
    hint: ({ fault }) =>
      ({
        twice: '请只保留一处：以最后一处为准',
        days: '请删去 days；按天数判断的规则见 docs/review.md',
        nothing: '请写明按什么处理（取值见 docs/review.md），或者删去此行',
      })[fault],
    explain:
      '在 review.rules 中可以另行规定审查规则：每个代码只写一次，可改 severity，按天数判断的规则还可改 days。不起作用的规定，会让人误以为有效。',
  },
  'lights/red-first': {
    message: ({ rule, yellow, red }) => `${rule}：${red} 即亮红灯，${yellow} 的黄灯将不会出现`,
    hint: ({ rule }) =>
      rule === 'due_soon' ? '红灯的剩余天数应少于黄灯' : '先黄后红：红灯的数值应大于黄灯',
    explain:
      '黄灯在红灯之前预警。这两个数值前后颠倒，事项未亮黄灯即亮红灯。只用一种灯时，另一种不填。',
  },
  'event/illegal': {
    message: ({ event, id, from, date }) =>
      from === null
        ? `${before(id)}不能登记 ${event}`
        : `${id} 在 ${date} 的状态为“${statuses[from]}”，不能登记 ${event}`,
    hint: ({ possible }) =>
      possible.length > 0 ? `此时可登记：${possible.join('、')}` : undefined,
    explain:
      '每种进展只能出自特定状态：已申请销号的才能核验，受阻的才能恢复推进。按日期先后推算，此前的进展使事项处于不能登记此条的状态。可能是此前漏记了一条，或日期有误。改正之前，此条不起作用。',
  },
  'event/lacks': {
    message: ({ event, id, missing }) => `${id}：${event} 须有${quoted(missing)}`,
    hint: ({ missing }) => `请在该条中补充 ${typed(`${missing}: `)} 及其值`,
    explain:
      '有些进展没有佐证或理由就不算数：done 须有佐证材料、申请单位，以及成果或节点；verify 须有核验单位和核验方式；postpone、withdraw 和 excuse 须有理由和作出决定的文件；block、reject、reopen 和 retract 须有理由；amend 在事项启动后须有理由，涉及牵头单位、节点或成果形式的还须有文件；select 须有文件；tick 须有至少一个节点；evaluate 须有评估单位和评估结果；replicate 须有推广范围或引入来源。',
  },
  'event/open-criteria': {
    message: ({ id, open }) =>
      `${id}：${before(
        list(
          open.map(({ id: letter, who }) => {
            const names = who.map(({ title, title_zh }) => title_zh ?? title);
            return `节点 ${letter}${names.length > 0 ? `（${names.join('、')}）` : ''}`;
          }),
          '和',
        ),
      )}尚未完成`,
    hint: ({ open }) => `如已完成，请写入 criteria: [${open.map((each) => each.id).join(', ')}]`,
    explain: '各节点全部完成，才能申请销号：或此前已登记完成，或在申请中列明。',
  },
  'event/self-verified': {
    message: ({ id, unit }) => `${id}：${before(unit)}核验了自己的申请`,
    hint: () => '须由申请单位以外的一方核验',
    explain: '未经他方核验，申请不算完成。申请单位不能自行核验。',
  },
  'event/unknown-entry': {
    message: ({ id, entry }) => `${id}：第${entry}条进展记录不能作废`,
    hint: () => '序号从1起；只能作废此前的、本身不是作废的记录，且只能一次',
    explain:
      '作废时按序号指明同一进展记录中此前的一条，序号按文件中的先后从1起。作废本身不能再作废，同一条不能作废两次；如有需要，请重新登记该进展。',
  },
  'event/excuse-over': {
    message: ({ id, until, date }) => `${id}：${date} 准予缓办至 ${until}，当时已过期`,
    hint: () => '缓办只适用于今后的日期',
    explain: '缓办从登记之日起，至所列日期止，其间不因延误亮灯。尚未开始即已结束的，不起作用。',
  },
  'event/not-later': {
    message: ({ id, due, current }) => `${id}：延期至 ${due}，并不晚于 ${current}`,
    hint: () => '提前完成时限属于调整',
    explain: '延期是将完成时限改为晚于现行时限的日期。',
  },
  'event/later-by-amendment': {
    message: ({ id, due, current }) => `${id}：以调整方式将完成时限由 ${current} 改为 ${due}`,
    hint: () => '延后完成时限属于延期',
    explain: '完成时限只能用 postpone 延后，以便每次延期都有统计、有据可查。',
  },
  'evidence/form': {
    message: () =>
      '佐证材料须为 document、url（http 或 https）或 file 之一；sha256 只用于文件，为64位十六进制数',
    hint: () => '每份佐证材料只写一样',
    explain: '每份佐证材料只能是一样：文号、网址或台账内的文件。只有文件带 sha256。',
  },
  'evidence/outside': {
    message: ({ file }) => `文件${quoted(file)}不在台账之内`,
    hint: () => '请放到 evidence/ 下，路径从台账文件夹写起',
    explain: '佐证材料随台账一并保存：路径越出台账文件夹的，换一台机器就无从佐证。',
  },
  'evidence/missing': {
    message: ({ file }) => `没有文件${quoted(file)}`,
    hint: () => '请补充文件，或改正路径',
    explain: '记录提到的文件在台账中不存在。请补充文件，或改正路径。',
  },
  'evidence/changed': {
    message: ({ file }) => `文件${quoted(file)}在登记之后有改动`,
    hint: () => '请恢复原文件，或将新文件登记为新的佐证材料',
    explain: '登记时保存的 SHA-256 与现有文件不符。当时核验的，已不是现在的文件。',
  },
  'source/quote-not-found': {
    message: ({ document }) => `${before(document)}的原文中没有这段话`,
    hint: () => '请逐字引用，引号和空格也要一致',
    explain: '引文证明记录并非编造。台账存有文件原文的，每段引文都在原文中逐字核对。',
  },
  'count/more-than-issued': {
    message: ({ what, issued, recorded }) =>
      `列入${recorded}${totals[what] ?? what}，印发数为${issued}`,
    hint: () => '请检查是否重复登记，或调整印发数',
    explain:
      '数量以印发的文件为准。列入数多于印发数，说明有重复登记，或有不属于清单的；少于印发数不算错。',
  },
  'count/projects-per-district': {
    message: ({ district, rule, selected }) =>
      `${before(district)}选定${selected}个项目，按规定应为${rule}个`,
    hint: ({ rule, selected }) => (selected > rule ? '请撤销一个，或改正其所属区' : '请再选定一个'),
    explain:
      '印发单位为各区安排同样数量的项目。申报的项目在市里选定之前不计入；已撤销的仍占名额，除非另选了一个替补。',
  },
};
