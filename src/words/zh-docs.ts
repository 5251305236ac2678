/**
 * What a kind of record and each of its attributes are, in Chinese. The English sentences stand in
 * the kinds; the compiler asks for those of new kinds and attributes here, a test for those inside
 * others.
 */
import type { KindName, kinds } from '../model/kinds/index.ts';
import { defaultLights, type Steps } from '../model/lights.ts';
import { defaultReporting } from '../model/reporting.ts';
import type { docOf as enDocOf } from './en-docs.ts';

/** What is said of an attribute; where it holds others, what is said of each of them as well. */
type Doc = string | readonly [doc: string, inside: Docs];
type Docs = { readonly [attribute: string]: Doc };

/** Attributes that mean the same wherever they stand. */
const shared = {
  id: '简短编号',
  title: '名称，以文件所用为准',
  title_zh: '中文名称',
  title_zh_basis: '中文名称的来源（文件本身载明的不填）',
  aliases: '其他名称，中英文均可',
  source: [
    '摘录自何处',
    {
      document: '文件',
      as: '原文如何称呼这条记录',
      quote: '原文，一字不差',
      also: '文件中与此有关的其他原文，一字不差',
    },
  ],
  owners: '其文件变更前须征询的账号',
  readings: '属于本台账判读、并非文件原文的属性',
  note: '其他需要说明的情况',
  number: '在印发清单上的序号',
  lead: '牵头单位，列第一位的负总责',
  support: '配合单位',
  start: '印发时的启动日期',
  due: '印发时的完成时限',
  due_text: '完成时限的原文',
  deliverable: '最终提交的成果',
  criteria: '节点：外部可以核验的内容，各有日期',
  log: '计划之下的进展记录：一事一条，只在末尾追加，不作改动',
} as const satisfies Docs;

type Attributes<K extends KindName> = keyof (typeof kinds)[K]['attributes'] & string;

type KindDocs = {
  readonly [K in KindName]: {
    readonly doc: string;
    readonly attributes: {
      readonly [A in Exclude<Attributes<K>, keyof typeof shared>]: Doc;
    } & { readonly [A in Attributes<K> & keyof typeof shared]?: Doc };
  };
};

const totals = {
  fields: '改革领域数',
  tasks: '改革任务数',
  measures: '具体举措数',
  projects: '基层改革创新项目数',
  'leading-reforms': '五年规划的创造型引领型改革数',
};

/** Where the rules that a ledger sets for itself come from. */
const ruled = { quote: '规则原文，一字不差', document: '载明规则的文件' };

/** What a rule for lights counts, and what holds where a ledger says nothing. */
const steps = ({ yellow, red }: Steps, counted: string): Doc => {
  const usual = [
    ...(yellow === undefined ? [] : [`黄灯 ${yellow}`]),
    ...(red === undefined ? [] : [`红灯 ${red}`]),
  ];
  return [
    `${counted}；默认${usual.join('、')}，填 {} 为不用此项`,
    { yellow: '达到此数亮黄灯', red: '达到此数亮红灯' },
  ];
};

const docs: KindDocs = {
  ledger: {
    doc: '一个年度的改革清单。',
    attributes: {
      title: '台账名称',
      title_zh: '台账的中文名称',
      aliases: '其他名称',
      jurisdiction: '所属城市',
      jurisdiction_zh: '所属城市的中文名称',
      year: '清单所属年度',
      timezone: '时区（IANA 名称），据以确定当天日期',
      language: '台账表格所用语言',
      state: '草稿可直接编辑，执行中的以进展记录变动，已归档的不再变动',
      basis: '根据公开内容摘录，或由改革办自行管理',
      published: '所摘录内容的公开日期',
      illustrative: '为演示台账而虚构',
      issued: ['印发文件载明的数量', totals],
      issued_amendments: [
        '印发数量的历次调整，各填调整后的数量',
        {
          date: '作出决定的日期',
          document: '作出决定的文件',
          reason: '理由',
          ...totals,
        },
      ],
      rules: ['发文单位对清单的规定', { projects_per_district: '每个区应选入的项目数', ...ruled }],
      reporting: [
        '各单位何时报送进展',
        {
          every: `报送周期；默认 ${defaultReporting.every}`,
          by: `周期结束后几日内报送；默认 ${defaultReporting.by}`,
          ...ruled,
        },
      ],
      lights: [
        '亮黄灯、红灯的条件，说明见 docs/lights.md',
        {
          overdue: steps(defaultLights.overdue, '超过完成时限的天数'),
          behind: steps(defaultLights.behind, '落后计划进度的百分点'),
          start_late: steps(
            defaultLights.start_late,
            '未启动而已经结束的月数，计划启动的当月计算在内',
          ),
          report_late: steps(defaultLights.report_late, '未报送的期数'),
          blocked: steps(defaultLights.blocked, '受阻的天数'),
          due_soon: steps(defaultLights.due_soon, '距完成时限的天数，红灯少于黄灯'),
          excused: `准予缓办期间，延误亮什么灯；默认 ${defaultLights.excused}`,
          memory: '曾亮红灯的事项赶上进度后，仍亮黄灯的天数；默认不设',
          ...ruled,
        },
      ],
      review: [
        '台账变更如何审查，说明见 docs/review.md',
        {
          office: '核验申请、决定时限的单位',
          authors: [
            '谁可以为哪些单位登记',
            {
              author: '提交人的邮箱或姓名，或者 *@ 加域名',
              units: '可为哪些单位登记；不填为所有单位',
            },
          ],
          rules: [
            '与默认不同的规则',
            {
              code: '规则的代码',
              severity: '按此规则发现的问题如何处理',
              days: '天数，用于按天数判断的规则',
            },
          ],
        },
      ],
      views: [
        '保存的查询，用 reform list --view NAME 调用',
        {
          name: '视图名称，一个小写的词',
          query: '查询语句，与命令行所用相同',
          kind: '查询哪一类记录，如 tasks（改革任务）；不填为具体举措和项目',
          columns: '表格各列',
          sort: '按哪些列排序；列名前加 - 为倒序',
        },
      ],
    },
  },
  field: { doc: '改革领域，按公布的顺序排列。', attributes: {} },
  district: { doc: '区，按公布的顺序排列；区也是单位。', attributes: {} },
  unit: {
    doc: '部门、专项小组或联合单位。',
    attributes: {
      kind: '单位的类型',
      members: '联合单位的成员单位',
      succeeded_by: [
        '承接其职责的单位',
        { unit: '承接单位', date: '承接单位履职的第一天', document: '作出决定的文件' },
      ],
    },
  },
  document: {
    doc: '任务的来源：印发的文件，以及转载其内容的材料。',
    attributes: {
      number: '文号',
      date: '印发或公布的日期',
      issuer: '印发或公布的单位',
      part_of: '所属的文件（本文件为其组成部分时填写）',
      contents: '内容的公开程度',
      text: [
        '随台账保存的全文，引文据此核对',
        { file: '台账文件夹内的文件', sha256: '文件的 SHA-256，以十六进制表示' },
      ],
      arrangements: '文件中的各项任务要求和原则',
    },
  },
  arrangement: {
    doc: '文件中的一项任务要求或原则。',
    attributes: { id: '在文件内的简短编号', kind: '部署的类型' },
  },
  'leading-reform': {
    doc: '五年规划期间的创造型引领型改革。',
    attributes: { field: '所属领域', plan: '载明此项改革的文件' },
  },
  pilot: {
    doc: '国家或省交由本市承担的改革试点。',
    attributes: {
      level: '由哪一级设立（有载明的填写）',
      field: '所属领域',
      duties: '试点须完成的任务要求',
      log: '评估和复制推广的记录，只在末尾追加，不作改动',
    },
  },
  platform: { doc: '开发区或其他发挥引领作用的平台。', attributes: {} },
  meeting: {
    doc: '深改委会议及其议题。',
    attributes: {
      date: '召开日期',
      document: '载明议题的文件',
      agenda: ['听取的内容，按顺序排列', { title: '议题', task: '所涉改革任务' }],
    },
  },
  task: {
    doc: '改革任务：属于某一领域或跨领域，下设具体举措。',
    attributes: {
      id: '在本台账中的编号，不是印发清单上的序号',
      field: '所属领域；跨领域的不填',
      horizon: '属长远性改革，或分阶段推进的改革',
      themes: '所服务的年度主题',
      implements: '所落实的部署',
      leading_reform: '所承接的创造型引领型改革',
      pilot: '所承接的试点',
      replicates_from: '从外地引入的做法',
      measures: '各项具体举措',
    },
  },
  measure: {
    doc: '改革任务下的具体举措：要求单位完成的内容。',
    attributes: { id: '改革任务的编号加序号' },
  },
  project: {
    doc: '区的基层改革创新项目。',
    attributes: {
      id: '区的编号加序号',
      district: '申报的区，在文件开头统一注明',
      field: '所属领域',
      supports: '所支撑的改革任务',
    },
  },
  criterion: {
    doc: '事项的节点：外部可以核验的内容。',
    attributes: {
      id: '在事项内的字母',
      text: '外部可以核验的内容',
      text_zh: '中文内容',
      due: '节点的完成时限',
      lead: '负责此节点的单位（与事项的牵头单位不同时填写）',
    },
  },
};

const at = (inside: Docs | undefined, [name = '', ...rest]: readonly string[]): string => {
  const doc = inside?.[name];
  if (rest.length === 0) return (typeof doc === 'string' ? doc : doc?.[0]) ?? '';
  return at(typeof doc === 'string' ? undefined : doc?.[1], rest);
};

/** The Chinese sentence about a kind, or about an attribute of it by its path. */
export const docOf: typeof enDocOf = (kind, path) => {
  const { doc, attributes } = docs[kind];
  return path === undefined ? doc : at({ ...shared, ...attributes }, path.split('.'));
};
