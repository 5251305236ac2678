/** Chinese sentences of what ends an import before anything is written. */
import type { NoTable, SheetFault } from '../sheets/fault.ts';
import type { intakeFailures as enIntakeFailures } from './en-intake-failures.ts';
import { after, before, list, within } from './zh-phrases.ts';

const legacy: { readonly [which: string]: string } = {
  xls: '2007年以前的 Excel 工作簿（.xls）',
  et: 'WPS 表格文件（.et）',
  doc: '2007年以前的 Word 文档（.doc）',
  wps: 'WPS 文字文件（.wps）',
  ppt: '2007年以前的演示文稿',
  dps: 'WPS 演示文件',
  xlsb: '二进制格式的 Excel 工作簿（.xlsb）',
};

const noTable: { readonly [W in NoTable]: string } = {
  binary: '它不是办公软件的文件',
  document: '它是文本文档，无法在此读取',
  html: '它是网页',
  image: '它是图片',
  pdf: '它是 PDF 文件',
  presentation: '它是演示文稿',
  rtf: '它是 RTF 文档',
  xml: '它是 XML 文件',
  zip: '它是压缩包',
};

const million = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

type Said = { readonly message: string; readonly hint: string | undefined };

/** Why a file cannot be read, and what to do about it. */
const fault = (file: string, fault: SheetFault): Said => {
  const said = (message: string, hint?: string): Said => ({
    message: `${before(file)}${message}`,
    hint,
  });
  const anew = '请用 Excel、WPS 或 LibreOffice 打开，另存为 .xlsx';
  const alone = '请将清单所在的工作表单独另存';
  switch (fault.code) {
    case 'legacy': {
      const isText = ['doc', 'wps'].includes(fault.which);
      return said(
        `是${after(legacy[fault.which] ?? '旧版办公软件的文件')}，无法读取`,
        isText ? '请用 Word、WPS 或 LibreOffice 打开，另存为 .docx' : anew,
      );
    }
    case 'password':
      return said('设有密码', '请另存一份不设密码的文件（“文件”—“信息”—“保护”），再行导入');
    case 'not-a-table':
      return said(
        `中没有表格：${noTable[fault.what]}`,
        '清单可用 .xlsx、.ods、.csv 或 .docx 文件，也可直接粘贴：reform import -',
      );
    case 'damaged':
      return said(
        fault.line === undefined
          ? `已损坏${fault.part === undefined ? '' : `（${fault.part}）`}`
          : `不是完整的文本表格：在第${fault.line}行中断`,
        fault.line === undefined ? anew : '请查看该处是否有未配对的引号',
      );
    case 'too-large':
      return said(`过大：${million(fault.bytes)}，上限为 ${million(fault.most)}`, alone);
    case 'inflates':
      return said('解压后远超一份清单应有的大小，未予打开', alone);
    case 'too-many-sheets':
      return said(`有${fault.sheets}个工作表，最多读取${fault.most}个`, alone);
    case 'too-many-rows':
      return said(
        `有工作表达到${fault.rows}行或更多，最多读取${fault.most}行`,
        '改革清单不会这样长，请将清单所在的工作表单独另存',
      );
    case 'too-many-columns':
      return said(
        `有工作表达到${fault.columns}列，最多读取${fault.most}列`,
        '请只保留清单所用的列，另行保存',
      );
    case 'cell-too-long':
      return said(
        `的单元格 ${fault.sheet}!${fault.cell} 超过${fault.most}个字符`,
        '请缩短该单元格的内容',
      );
    case 'too-long':
      return said(
        fault.why === 'seconds'
          ? `未能在${fault.most}秒内读完`
          : `读取所需内存超过 ${fault.most} MB`,
        alone,
      );
    case 'encoding':
      return fault.asked === null
        ? said('的编码既不是 UTF-8 也不是 GB18030', '请指明编码，如 --encoding big5')
        : said(
            fault.isKnown
              ? `的编码不是 ${fault.asked}`
              : `无法按“${fault.asked}”读取：没有这种编码`,
            '常用编码：utf-8、gb18030、big5、utf-16le、windows-1252',
          );
    case 'no-tables':
      return said('中没有表格', undefined);
    case 'unsafe':
      return said(`在 ${fault.part} 中声明了文档类型，办公软件不会如此，未予打开`, anew);
  }
};

/** What ends an import before anything is written. */
export const intakeFailures: typeof enIntakeFailures = {
  fileFault: fault,
  noList: (file, sheets) => ({
    message: `在${within(file)}中未找到清单的表头${sheets.length > 1 ? `（${list(sheets, '和')}）` : ''}`,
    hint: '请指明表头所在的行和各列的含义：--heading-row 3 --map B=task --map C=measure',
  }),
  emptyList: (file, headings) => ({
    message: `${before(file)}第${headings}行的表头下面没有内容`,
    hint: '如该行不是表头，请指明表头所在的行：--heading-row 3',
  }),
  severalLists: (file, found) => ({
    message: `${before(file)}中有多份清单：${list(
      found.map(({ name, rows }) => `${name}（${rows}行）`),
      '和',
    )}`,
    hint: '用 --sheet NAME 选取一份或几份，用 --sheet all 选取全部',
  }),
  noSheet: (given, names) => ({
    message: `没有名为“${given}”的工作表`,
    hint: `现有工作表：${list(names, '和')}`,
  }),
  noTitleColumn: (file) => ({
    message: `${before(file)}中没有改革任务、具体举措或基层改革创新项目的列`,
    hint: '请指明是哪一列：--map B=measure',
  }),
  badMap: (given, possible) => ({
    message: `--map：“${given}”没有说明某一列的含义`,
    hint: `写法为“列=含义”，列用表头或列号表示；含义可为：${possible.join('、')}`,
  }),
  noSuchColumn: (given, columns) => ({
    message: `--map：没有“${given}”这一列`,
    hint: `现有各列：${list(columns, '和')}`,
  }),
  badSame: (given) => ({
    message: `--same：“${given}”没有说明某个名称指哪个单位`,
    hint: '写法为“名称=单位”，分别照清单和名录填写：--same 市发改委=市发展改革委',
  }),
  unknownSame: (given, near) => ({
    message: `--same：“${given}”既不是清单中的名称，也不是名录中的单位`,
    hint: near.length > 0 ? `是否指${list(near.map((each) => `“${each}”`))}？` : undefined,
  }),
  badMapping: (file, key) => ({
    message: `${before(file)}不是对应关系文件：${before(key)}的内容不符合要求`,
    hint: '请用 --save-mapping FILE 生成一份，再作修改',
  }),
  mappingInLedger: (file) => ({
    message: `${before(file)}位于台账文件夹内，该处只存放记录，不存放对应关系文件`,
    hint: '请在 --save-mapping 后指定该文件夹以外的文件',
  }),
  tooManyInOne: (title, count, most) => ({
    message: `改革任务“${title}”下将有${count}项具体举措，一个文件最多容纳${most}项`,
    hint: '请指明哪一列是改革任务：--map B=task',
  }),
  notAFile: (path, isFolder) => ({
    message: isFolder ? `${before(path)}是文件夹` : `${before(path)}不是可读取的文件`,
    hint: '请指定清单文件',
  }),
  noMappingThere: (file) => ({
    message: `${before(file)}已经存在且不是对应关系文件，保持原样`,
    hint: '请在 --save-mapping 后另行指定文件',
  }),
  unreadableMapping: (file) => ({
    message: `${before(file)}无法按 YAML 读取`,
    hint: undefined,
  }),
  importNeeds: (needs) => ({
    message: `清单改动了已印发的内容，须说明${list(
      needs.map((each) => (each === 'reason' ? '理由' : '依据文件')),
      '和',
    )}`,
    hint: `请补充${after(
      list(
        needs.map((each) => (each === 'reason' ? '-m "理由"' : '-d 穗改办〔2022〕31号')),
        '和',
      ),
    )}`,
  }),
  badHeadingRow: (given) => ({
    message: `--heading-row：“${given}”不是行号`,
    hint: '请填从 1 开始的整数，与表格软件的行号一致',
  }),
};
