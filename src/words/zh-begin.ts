/**
 * Chinese sentences of a new ledger: what its empty files say to whoever opens them, and what its
 * first command tells.
 */
import type { Type } from '../model/attribute.ts';
import type { KindName } from '../model/kinds/index.ts';
import { keptIn } from '../model/layout.ts';
import { begin as enBegin } from './en-begin.ts';
import { before, list } from './zh-phrases.ts';

/** Where the records of a kind stand, for whoever looks for their ids. */
const standIn = (kind: KindName): string => list(keptIn(kind));

/** Which values an attribute takes, where its example does not show it. */
const takes = (type: Type): string => {
  switch (type.is) {
    case 'choice':
      return `：${list(type.of)}`;
    case 'reference':
      return `；填 ${standIn(type.to as KindName)} 中的编号`;
    case 'list':
      return type.of.is === 'reference'
        ? `；填 ${standIn(type.of.to as KindName)} 中的编号，可填多个`
        : takes(type.of);
    default:
      return '';
  }
};

export const begin: typeof enBegin = {
  attribute: ({ doc, type, required }) => `${doc}${takes(type)}${required ? '（必填）' : ''}`,

  files: {
    ledger: (title) => [
      `${title}：本台账的基本情况。印发前为草稿，印发后执行：reform set ledger state=current`,
      '下列示例逐项说明可填的内容；去掉行首的 # 该行即生效。',
    ],
    ledgerMore: '此处还可填写：',
    register: (doc, kind) => [
      doc,
      `新增一条：reform add ${kind} id=short-name title="…"`,
      '也可参照下列示例手工填写，去掉行首的 # 和末尾的 [] 即可。',
    ],
    guangzhouFields: [
      '改革领域，取自2022年3月15日一篇报道所列广州市2022年的12个领域。',
      '原文以英文发表，title_zh_basis 注明各中文名称的来源。请按本地实际修改。',
    ],
    tasks: (example) => `# 改革任务

每项改革任务一个文件，以编号命名，如 \`T01.yaml\`，其具体举措也写在该文件中。新增可用
\`reform add task title="…"\` 和 \`reform add measure T01 title="…"\`，也可手工编写：

\`\`\`yaml
${example}
\`\`\`

\`log\` 由命令写入（\`reform report\`、\`done\`、\`verify\` 等），一事一行，只在末尾追加，不作改动。
`,
    projects: (example) => `# 基层改革创新项目

每个区一个文件，以编号命名，如 \`huangpu.yaml\`。各区用 \`reform add project huangpu title="…"\` 申报，
市里用 \`reform select\` 选入清单。手工编写的格式：

\`\`\`yaml
${example}
\`\`\`
`,
    readme: (title) => `# ${title}

本文件夹是一本改革台账：部署了什么、由谁牵头、何时完成、结果如何。内容均为纯文本的 YAML 文件，用
\`reform\` 程序管理。每类名录的文件开头都有填写示例。

\`\`\`sh
reform import list.xlsx             # 预览表格如何读取，加 --apply 才写入
reform add task title="…"           # 也可逐条新增
reform validate                     # 检查全部文件
reform set ledger state=current     # 清单正式印发，此后的变动以记录为准
\`\`\`
`,
  },

  ask: {
    city: '是哪个市、区或单位的清单？',
    cityChinese: '中文名称（直接回车则不填）',
    year: (year) => `哪一年？（直接回车为${year}年）`,
    fields: '先列入哪些改革领域？',
    fieldSets: { 'guangzhou-2022': '广州市2022年的12个领域', none: '暂不列入' },
  },

  title: (city, year) => `${before(city)}${year}年全面深化改革台账`,
  titleChinese: enBegin.titleChinese,

  began: (folder, title, files) => `${folder}：${title}（草稿），共${files}个文件。`,
  assumed: (language, timezone) =>
    `语言为 ${language}，时区为 ${timezone}，均记在 ledger.yaml 中。`,
  kept: (files) => `${before(list(files, '和'))}保持原样。`,
  next: (flag) => [
    '下一步：',
    `  reform import list.xlsx${flag}      # 先预览`,
    `  reform validate${flag}              # 检查台账`,
    `  reform summary${flag}               # 总体情况`,
  ],
};
