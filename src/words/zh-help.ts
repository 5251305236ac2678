/**
 * Chinese help of every command, as in the English one. What is to be typed stays as it is; what an
 * example does is told in Chinese.
 */
import type { CommandHelp, Help } from './en-help.ts';
import { list } from './zh-phrases.ts';

const commands = {
  list: {
    summary: '查询台账：具体举措、项目、改革任务及其他各类记录',
    about:
      '列出某一类记录：fields（领域）、districts（区）、units（单位）、documents（文件）、arrangements（部署）、leading-reforms（创造型引领型改革）、pilots（试点）、platforms（平台）、meetings（会议）、tasks（改革任务）、measures（具体举措）、projects（项目）、criteria（节点）。不写类别，即列出具体举措和项目。其余的词在编号、中英文名称和别名中查找。凡需填写名称之处，均可写名称、编号（不分大小写）或名称中能唯一识别的一部分。各行均为空的列不显示，在末行注明。',
    examples: [
      ['reform list --district Huangpu', '某区的项目，以及该区牵头或配合的具体举措'],
      ['reform list tasks --field "social governance"', '某一领域的改革任务'],
      ['reform list tasks --columns id,title,as --sort as', '指定列和排序'],
      ['reform list ecological voucher', '按关键词查找'],
      ['reform list projects --format csv > projects.csv', '导出供电子表格使用'],
    ],
  },
  show: {
    summary: '查看某条记录的全部内容，含来源和进展',
    about:
      '按编号、名称或别名查看任何一类记录：事项连同节点、佐证材料和进展记录，改革任务连同具体举措，区连同项目，文件连同部署，以及引用该记录的其他记录。',
    examples: [
      ['reform show huangpu-1', '一个项目'],
      ['reform show T01 T01.1', '一项改革任务及其中一项具体举措'],
      ['reform show "ecological voucher"', '按名称的一部分'],
      ['reform show work-arrangement', '一份文件及其中的部署'],
      ['reform show ledger', '台账本身'],
    ],
  },
  summary: {
    summary: '汇总：印发数与在册数对照，申请销号与已销号分列',
    about:
      '统计台账：文件印发的数量与在册数量对照，按领域、按区分列；多少已申请销号，多少已销号，多少具备判定条件。给出查询条件时，只统计符合条件的具体举措和项目。--by 按一个或两个维度统计：field（领域）、district（区）、lead（牵头单位）、support（配合单位）、theme（主题）、horizon（推进周期）、status（状态）、light（亮灯）、month-due（到期月份）、kind（类别）；单位总是列在行首。联合牵头的事项在各单位名下均计入，但仍只是一项：末行说明各数如何相合。',
    examples: [
      ['reform summary', '截至今天'],
      ['reform summary --as-of 2022-06-30', '六月底的情况'],
      ['reform summary --by lead light:red,yellow', '亮红灯、黄灯的事项，按牵头单位统计'],
      ['reform summary --by field,status', '领域为行，状态为列'],
      ['reform summary --as-of 2022-06-30 --compare 2022-03-31', '两日对照，以及其间的变动'],
      ['reform summary --scorecard', '各牵头单位按期完成情况'],
      ['reform summary --burn-up', '逐月的计划与完成情况'],
      ['reform summary --json', '供程序读取'],
    ],
  },
  due: {
    summary: '到期事项：已逾期的，再按周列出即将到期的',
    about:
      '按完成时限列出未完成事项：先列已逾期的，逾期最久的在前；再按周（周一至周日）列出 30 天内到期的。单独定有日期的节点单列一行。已申请销号、已销号的不再列出；准予缓办的仍列出并注明。末尾说明到期更晚的有多少，没有完成时限的有多少。',
    examples: [
      ['reform due', '已逾期的和今后 30 天到期的'],
      ['reform due --within year-end --by month', '到年底，按月列出'],
      ['reform due lead:planning-bureau', '只看一个单位'],
      ['reform due light:red --format csv > late.csv', '供电子表格使用'],
    ],
  },
  mine: {
    summary: '本单位待办事项，以及下一步该用的命令',
    about:
      '先说明报送日和尚未报送进展的事项，再按紧迫程度列出本单位牵头的事项：已逾期、被退回后无进展、30 天内到期、推进中、未启动、已申请销号；最后列出配合的事项。单位取命令后写的第一个单位或 --unit，其次 REFORM_BY，再次 reform iam 的设定。在终端上每行有一个字母：选定后再选要做什么，直接回车离开。',
    examples: [
      ['reform mine', '本单位'],
      ['reform mine planning-bureau', '别的单位'],
      ['reform mine --unit 规自局 light:red,yellow', '用单位的任一名称；只看红灯、黄灯事项'],
    ],
  },
  inbox: {
    summary: '改革办待办：待核查的申请、未报送的单位等',
    about:
      '待核查的销号申请，最早的在前，并附销号命令；下一个报送日应报而未报进展的单位；被退回后没有任何进展的事项；受阻事项；30 天内到期的缓办。',
    examples: [
      ['reform inbox', '全部'],
      ['reform inbox field:ecology', '只看一个领域'],
      ['reform inbox --format csv > calls.csv', '合成一张表，供催办使用'],
    ],
  },
  agenda: {
    summary: '下次会议的议题，以及拟听取的改革任务进展',
    about:
      '列出深改委下次会议的议题，每个议题所涉改革任务的举措进展、最近报送的情况，以及其中逾期或亮红灯的举措。也可指定某次会议，不论是否已开。',
    examples: [
      ['reform agenda', '下次会议'],
      ['reform agenda commission-3', '指定的一次会议'],
      ['reform agenda --format markdown', '粘贴到材料中'],
    ],
  },
  trace: {
    summary: '上溯来源，下查落实',
    about:
      '不写编号：逐份文件列出部署和落实任务，再列出无任务落实的任务要求、未对应部署的改革任务、支撑改革任务的项目。写明任何一类记录的编号或名称：向上列出来源，直至文件；向下列出落实情况，直至具体举措及其佐证材料。写明文号：列出引用该文件的全部申请和决定。',
    examples: [
      ['reform trace', '整个台账'],
      ['reform trace T01', '一项改革任务的来源和落实情况'],
      ['reform trace congress-12 huangpu-1', '先一份文件，再一个项目'],
      ['reform trace 穗府办规〔2022〕18号', '引用这份文件的全部记录'],
    ],
  },
  log: {
    summary: '何人何时入账了什么（查 git）',
    about:
      '列出入账情况，最近的在前：每条记录、每处改动、每项增删，注明入账人、发生日期和入账日期；编号改过、文件移动过的也能接上。不写条件：整个台账；写编号或名称：这些记录及其下属内容；写查询条件：符合条件的事项。入账以进入主线（自当前提交起，始终取第一父提交）为准，日期以提交者的时钟为准；尚未提交的内容列在最前。加 --known-by 则只到该日为止。详见 docs/history.md。',
    examples: [
      ['reform log --limit 20', '最近二十项'],
      ['reform log T04.1', '一项举措，含其节点'],
      ['reform log T04.1#a', '一个节点的来龙去脉'],
      ['reform log lead:planning due:..2022-09-30', '符合查询条件的事项'],
      ['reform log ledger', '台账自身的总数、规则和状态'],
      [
        'reform list --known-by 2022-10-05 --as-of 2022-09-30',
        '按10月5日已入账的内容看9月底的情况，并列出当时尚未入账的事项',
      ],
    ],
  },
  validate: {
    summary: '检查台账的全部文件和全部内容',
    about:
      '检查全部文件，一次列出所有问题，每个问题注明位置和处理建议。有错误时退出码为 1（加 --strict 时警告也算），没有问题时为 0。加 --ready 则列出年底无法检验的事项：没有牵头单位、没有完成时限，或者既没有节点也没有写明成果的成果形式；有此类事项时退出码为 1，再加 --strict 则有待完善的也算。未公开的内容无法判断，不算缺漏。',
    examples: [
      ['reform validate', '供人阅读'],
      ['reform validate --strict', '警告也按错误处理'],
      ['reform validate --ready', '年底无法检验的事项'],
      ['reform validate --ready lead:planning-bureau', '只看某单位牵头的事项'],
      ['reform validate --format github', '在 GitHub 工作流中生成标注'],
      ['reform validate --format json', '供程序读取'],
    ],
  },
  diff: {
    summary: '合并请求改了什么：逐条列出，用办公用语说明',
    about: `按编号、属性和进展比较台账的两个状态，不按行比较。不写范围，即已提交的内容与工作目录比较；写 A，即版本 A 与
工作目录比较；写 A..B，即两个版本比较；写 A...B，即 B 与两者最近的共同祖先比较。先列不可忽略的事项：完成时限推后，节点或
记录被删去，进展记录被改动，印发数或台账规则有变；再逐条列出各项改动及其结果。版式、顺序和注释不算改动。两边都能读取时，
退出码为 0。`,
    examples: [
      ['reform diff', '尚未提交的改动'],
      ['reform diff --staged', '将要提交的改动'],
      ['reform diff main...HEAD', '一个分支的改动'],
      ['reform diff HEAD~1..HEAD --by unit', '最近一次提交，按牵头单位归类'],
      ['reform diff main...HEAD --format markdown', '用于合并请求'],
    ],
  },
  review: {
    summary: '合并请求能否这样改动台账',
    about: `先按 reform validate 的要求检查变更后的台账，再审查变更本身：进展记录一经写入不得改动，已印发的计划只能通过登记调整来变更，
佐证不得晚于所证明的事，报送的单位须与事项有关。写 A..B，即从两者最近的共同祖先到 B，与合并请求所示一致；写 A，即从版本 A
到工作目录；不写范围，即从离开主线之处到工作目录。规则以变更前的台账为准，在 ledger.yaml 中设定，清单见
docs/review.md。有错误时退出码为 1（加 --strict 时警告也算），否则为 0。`,
    examples: [
      ['reform review main..HEAD', '一个分支的变更'],
      ['reform review', '同上，连同尚未提交的改动'],
      ['reform review main..HEAD --format markdown', '用于任务摘要'],
      ['reform review main..HEAD --format github', '在 GitHub 工作流中生成标注'],
      [
        'reform review main..HEAD --format gitlab > gl-code-quality-report.json',
        '供 GitLab 使用的代码质量报告',
      ],
      ['reform explain move/entry-changed', '某条规则的理由'],
    ],
  },
  explain: {
    summary: '说明某类问题的含义和处理办法',
    about: '说明 reform validate 和 reform review 给出的问题代码。不写代码，即列出全部代码。',
    examples: [
      ['reform explain event/illegal', '一个代码'],
      ['reform explain', '全部代码'],
    ],
  },
  schema: {
    summary: '说明程序所得结果和台账文件的格式',
    about: `输出 JSON Schema（draft-07）：说明 --json 所给结果的格式，或者某类台账文件的格式。不写名称，即列出全部
格式说明。

--write 为编辑器写好设置，录入 YAML 时随时检查和补全：格式说明连同台账的各类编号写入 .vscode/reform，各文件适用哪一份写入
.vscode/settings.json，位置在代码仓库的最上层，没有仓库的在台账文件夹。默认包括由此找到的全部台账，也可指定其一。注释和其他设置保持原样。`,
    examples: [
      ['reform schema', '全部格式说明'],
      ['reform schema --write', '编辑器可检查和补全台账文件'],
      ['reform schema list', 'reform list --json 所给的结果'],
      ['reform schema files/tasks > tasks.schema.json', '改革任务文件的格式，供编辑器使用'],
    ],
  },
  report: {
    summary: '报告进展；首次报告即视为启动',
    about:
      '在每个事项的进展记录末尾加一行：做了什么，完成多少，存在什么问题，下一步做什么。文件其余内容不变。写入前先检查，写入后再读回核对。',
    examples: [
      ['reform report huangpu-1 -m "Site chosen"', '文字说明'],
      ['reform report T01.1 --progress 60 -m "412 comments" --next "Second hearing"', '附进度数字'],
      ['reform report T01.1 -F notes.txt --date 2022-07-05', '文字取自文件，日期在此之前'],
      ['reform report T01.1 T01.2 -m "Drafted" -n', '多个事项；-n 只显示改动'],
    ],
  },
  tick: {
    summary: '登记节点已完成',
    about: '登记事项的节点已完成，并附佐证材料。写作 编号#字母，或用 --criteria。',
    examples: [
      ['reform tick T01.1#a -e https://www.example.org/draft', '一个节点'],
      ['reform tick T01.1#a T01.1#b T01.2#a', '多个节点'],
      ['reform tick T01.1 --criteria a,b --date 2022-06-28', '几天前已完成'],
    ],
  },
  done: {
    summary: '申请销号，附佐证材料',
    about:
      '在每个事项的进展记录中登记销号申请。申请须有佐证材料和申请单位；各节点须已完成或在申请中列明，没有节点的须写明成果。未经他方核验，申请不算完成。在终端上，缺少的内容会逐项询问。',
    examples: [
      [
        'reform done T01.1 -e 穗府办规〔2022〕18号 --by planning-bureau --result "In force"',
        '以文件佐证',
      ],
      ['reform done T01.2 -e evidence/T01.2/annex.pdf --criteria a,b', '以台账内的材料佐证'],
      ['reform done T01.2 -e ~/scan.pdf --copy --criteria b', '以别处的材料佐证，并复制到台账内'],
      [
        'reform done huangpu-1 -e https://www.example.org/notice -m "Opened" -n',
        '以网页佐证；-n 只显示改动',
      ],
    ],
  },
  verify: {
    summary: '核验通过，准予销号',
    about:
      '经申请单位以外的一方核验，准予销号。核验方式须逐项说明：--checked document 适用于所列全部事项，--checked T01.1=site 只适用于其中一项。',
    examples: [
      ['reform verify T01.1 --checked document --by reform-office', '一个事项'],
      [
        'reform verify T01.1 T01.2 --checked document --checked T01.2=site',
        '两个事项，核验方式不同',
      ],
      [
        'reform verify --where "status:done field:ecology" --checked site -y',
        '某一领域的全部销号申请',
      ],
    ],
  },
  reject: {
    summary: '退回销号申请，所涉节点恢复为未完成',
    about:
      '事项恢复为推进中。列明的节点恢复为未完成；未列明的，申请所涉节点全部恢复。申请在进展记录中仍然可见。',
    examples: [['reform reject T01.1 -m "Annex missing" --criteria b', '一个节点不成立']],
  },
  block: {
    summary: '登记工作受阻',
    about: '说明工作受阻的原因。完成时限和节点不变。',
    examples: [['reform block T01.1 -m "No agreement with the forestry bureau yet"', '附原因']],
  },
  resume: {
    summary: '受阻后恢复推进',
    about: '事项恢复到受阻之前的状态。',
    examples: [['reform resume T01.1 -m "Agreed on 3 May"', '附说明']],
  },
  excuse: {
    summary: '因正当理由准予缓办至某日；完成时限不变',
    about: '在指定日期之前，不因延误亮灯。须有理由和作出决定的文件。',
    examples: [
      ['reform excuse T01.1 --until 2022-10-31 -m Typhoon -d 穗改办〔2022〕31号', '缓办至十月底'],
    ],
  },
  postpone: {
    summary: '延长完成时限',
    about:
      '印发时的完成时限保留在上方，仍据以统计延期情况。须有理由和作出决定的文件。提前完成时限属于调整：reform set。',
    examples: [
      [
        'reform postpone T01.1 --due 2022-12-31 -m "Second hearing" -d 穗改委〔2022〕7号',
        '一个事项',
      ],
      [
        'reform postpone --where "lead:planning due:2022-09-30" --due 2022-12-31 -m Flood -d 穗改委〔2022〕9号 -n',
        '多个事项；-n 只显示改动',
      ],
    ],
  },
  withdraw: {
    summary: '撤销事项，仍保留在台账中',
    about: '须有理由和作出决定的文件。不删除任何内容，编号不再使用。',
    examples: [
      ['reform withdraw T01.1 -m "Taken up by the province" -d 穗改委〔2022〕12号', '一个事项'],
    ],
  },
  reinstate: {
    summary: '已撤销的事项恢复列入',
    about: '事项从撤销时的状态继续。',
    examples: [['reform reinstate T01.1 -m "The province left it to the city"', '一个事项']],
  },
  reopen: {
    summary: '已销号的事项重新办理',
    about: '列明的节点恢复为未完成；未列明的，只取消销号。',
    examples: [['reform reopen T01.1 --criteria b -m "Two sources were cut off"', '涉及一个节点']],
  },
  retract: {
    summary: '作废一条误记的进展记录，仍可见但不再生效',
    about:
      '按序号指明一条进展记录，序号见 reform show。该条记录的作用全部取消，退回、延期亦同。作废本身不能再作废。',
    examples: [['reform retract T01.1 3 -m "Figure of another measure"', '第三条记录']],
  },
  select: {
    summary: '选定各区申报的项目，列入清单',
    about:
      '各区申报项目数量不限（reform add project），由市里发文选定。只有选定的项目计入各区应有数量。',
    examples: [['reform select huangpu-3 huangpu-4 -d 穗改委〔2022〕3号', '某区的两个项目']],
  },
  evaluate: {
    summary: '登记试点评估：成效、经验和问题',
    about: '登记某单位对试点的评估，成效、经验、问题至少填写一项。',
    examples: [
      [
        'reform evaluate double-reduction --effectiveness "…" --experience "…" --problems "…" --by reform-office',
        '三项齐全',
      ],
    ],
  },
  replicate: {
    summary: '登记试点经验复制推广：向外推广，或从外地引入',
    about: '说明经验推广到什么范围，或从哪个城市引入，以及复制推广的条件。',
    examples: [
      ['reform replicate consumption-centre --to province -d 粤改办〔2022〕4号', '在全省推广'],
      ['reform replicate consumption-centre --from Shanghai --conditions "…"', '从其他城市引入'],
    ],
  },
  add: {
    summary: '新增任何一类记录，自动编号',
    about:
      '把记录写入相应文件的相应位置。内容写作 键=值，多个值用逗号隔开；单位、领域和其他记录写其任一名称均可。在终端上，缺少的内容会逐项询问。事项启动后新增节点属于调整，须有理由和文件。',
    examples: [
      [
        'reform add task title="Reform of the data market" field=economic-system',
        '一项改革任务，单独成文件',
      ],
      ['reform add measure T23 title="Issue the rules" due=2022-09-30', '改革任务下的一项具体举措'],
      ['reform add project huangpu title="One window for the port"', '某区申报的项目'],
      [
        'reform add unit id=planning-bureau title="Planning Bureau" title_zh=规划局 aliases=规自局',
        '一个单位',
      ],
      ['reform add criterion T23.1 text="Draft out for comment" due=2022-06-30', '事项的一个节点'],
    ],
  },
  set: {
    summary: '修改内容：已印发的计划记为调整，名录直接修改',
    about:
      '已印发事项的计划不直接改写，而是在进展记录中登记一次调整，印发时的原文保留在上方。事项启动后，调整须有理由；调整牵头单位、成果形式和节点还须有文件。台账草稿，以及单位、文件等名录，直接修改原文。键=值 为设定，键= 为清空，键+= 和 键-= 为在多个值中增减。由进展记录推算得出的内容（如状态）不能直接设定，程序会提示应使用的命令。',
    examples: [
      ['reform set T01.1 due=2022-08-31 -m "Wanted before the congress"', '提前完成时限'],
      [
        'reform set T01.1 lead=planning,forestry -m "New duties" -d 穗编〔2022〕5号',
        '变更牵头单位',
      ],
      ['reform set planning-bureau aliases+=规自局', '为单位增加一个别名'],
      ['reform set T01.1#b due=2022-10-31 -m Flood -d 穗改委〔2022〕9号', '调整一个节点'],
    ],
  },
  edit: {
    summary: '在编辑器中修改一条记录',
    about:
      '用 VISUAL 或 EDITOR 指定的编辑器单独打开这条记录。保存后进行检查；有问题的，以注释形式返回，所写内容不会丢失。进展记录，以及已启动事项的计划，不能以这种方式修改。',
    examples: [
      ['reform edit T01.1', '一项具体举措'],
      ['EDITOR="code --wait" reform edit planning-bureau', '自选编辑器'],
    ],
  },
  undo: {
    summary: '撤回本人的上一条命令',
    about:
      '整体撤回本人的上一条命令；再次执行，撤回更早的一条。文件此后又有改动的，不予撤回，并指明改动人；已提交到 git 的，用 git 撤回。',
    examples: [
      ['reform undo', '上一条命令'],
      ['reform undo --list', '可以撤回的命令'],
      ['reform undo -n', '只显示对文件的改动'],
    ],
  },
  doctor: {
    summary: '检查并清理锁定、未完成的改动和残留文件',
    about:
      '每次更新都会先完成此前中断的改动。不能完成的，由本命令说明原因。加 --force，可解除已无人持有的锁定，并移开无法完成的日志。',
    examples: [
      ['reform doctor', '检查并处理'],
      ['reform doctor -n', '只检查'],
    ],
  },
  import: {
    summary: '读取单位自有的清单：Excel、CSV、Word 或粘贴的表格',
    about:
      '读取各单位日常使用的清单（.xlsx、.ods，UTF-8 或 GB18030 编码的 .csv 和 .tsv，.docx 中的表格；- 为从 Excel 粘贴的表格），逐列说明将如何处理：不加 --apply，不写入任何内容。标题行可在大标题和合并单元格之下自动找到，中英文表头均可识别；领域和改革任务自动向下填充；单位按名称和别名查找，查不到的建议新增；各种常见写法的时限均可识别，并保留原文；进展情况转为进展报告。未采用的内容注明所在单元格。同一文件再次导入，不产生任何改动；新版清单则转为新增和调整。可用 --map 指明某列的含义：number（序号）、field（领域）、task（改革任务）、measure（具体举措）、district（区）、project（项目）、lead（牵头单位）、support（配合单位）、start（开始时间）、due（完成时限）、deliverable（成果形式）、criteria（节点）、progress（进展情况）、percent（进度百分比）、status（状态）、problem（存在问题）、next（下一步）、reported（报告日期）、note（备注）、none（不采用），或用 x-NAME 原样保留。',
    examples: [
      ['reform import 2026-list.xlsx', '先看结果：不写入'],
      ['reform import 2026-list.xlsx --apply', '正式写入，作为一次改动，可用 reform undo 撤回'],
      [
        'reform import list.xlsx --map G=x-leader --map 重点工作=measure --split',
        '指明各列含义；单元格内的分条内容各成一项具体举措',
      ],
      [
        'reform import list.xlsx --same 市发改委=development-reform --save-mapping list.yaml',
        '指明所指单位，并保存读取方式',
      ],
      ['reform import - --ledger data/2026', '从 Excel 粘贴表格，再按 Ctrl-D'],
      [
        'reform import edition-2.xlsx --mapping list.yaml -m "Mid-year review" -d 穗改办〔2026〕31号 --apply',
        '新版清单：变更已印发内容须有理由和文件',
      ],
    ],
  },
  init: {
    summary: '为某市某年新建空白台账',
    about:
      '在新文件夹、空文件夹或存有其他内容的文件夹中写入新台账的文件。每个名录开头附一个带注释的示例。新台账为草稿，执行 reform set ledger state=current 即正式印发。在终端上，缺少的内容会逐项询问；年份用 --year 指定。',
    examples: [
      ['reform init data/2026', '询问城市和年份'],
      [
        'reform init data/2026 --jurisdiction Guangzhou --jurisdiction-zh 广州市 --year 2026',
        '不再询问',
      ],
      [
        'reform init . --jurisdiction 广州 --year 2026 --fields guangzhou-2022',
        '中文台账，沿用 2022年的12个领域',
      ],
    ],
  },
  demo: {
    summary: '生成一份虚构的年度台账供试用',
    about:
      '在新文件夹或空文件夹中写入一个虚构城市的台账：2022年12个领域、41项改革任务、120项具体举措、22个区级项目及其全部进展，中英文对照。所有输出均注明仅为示例。种子和规模相同，生成的文件逐字节相同。',
    examples: [
      ['reform demo example', '之后执行：reform summary --ledger example --today 2022-09-30'],
      ['reform demo other-year --seed 7', '同一清单的另一种进展'],
      ['reform demo large --scale 10', '改革任务和具体举措为十倍'],
    ],
  },
  resolve: {
    summary: '按编号、属性和进展合并有冲突的台账，并裁定余下的冲突',
    about: `合并、变基或拣选提交出现冲突后，逐条记录、逐条进展重新合并台账文件，保留双方所写内容，
并指出只能由人裁定之处。变基时“我方”是变基的目标。双方进展相互矛盾时，裁定后对未采用的一条作撤销登记，由 --by 注明裁定单位。
手工处理的内容予以保留，并与双方版本核对；git checkout -m -- 文件 可重新开始。`,
    examples: [
      ['reform resolve', '合并可以合并的内容，指出余下的冲突'],
      ['reform resolve --ours T04.1.due --theirs T04.2.lead', '裁定两处冲突'],
      ['reform resolve --theirs T04.2', '一条记录的全部冲突以对方为准'],
      ['reform resolve -n', '只显示对文件的改动'],
    ],
  },
  git: {
    summary: '为台账设置 git：合并、提交前检查、文件负责账号',
    about:
      'reform git install 让 git 用 reform 合并台账文件（写入 .gitattributes 和本克隆的配置），并在每次提交前检查即将提交的台账（用钩子；已有的钩子予以保留）。reform git uninstall 全部撤除，不动其他内容。reform git codeowners 根据台账、领域、区和单位的负责账号，生成 GitHub 和 GitLab 所用的文件负责人清单。',
    examples: [
      ['reform git install', '每个克隆执行一次'],
      ['reform git install -n', '只显示将作的改动'],
      ['reform git codeowners > .github/CODEOWNERS', '由谁审阅哪些文件'],
      ['reform done T04.1 -e 穗府办规〔2022〕18号 --commit', '登记并随即提交'],
    ],
  },
  iam: {
    summary: '一次设定本人所在单位',
    about:
      '把本人的单位和姓名保存在个人配置中，绝不写入代码仓库。各命令默认使用该单位，除非用 --by 或 REFORM_BY 另行指定。不写单位，即显示当前设定。',
    examples: [
      ['reform iam planning-bureau --name 李明', '设定'],
      ['reform iam', '查看当前设定'],
      ['reform iam --forget', '清除设定'],
    ],
  },
  completion: {
    summary: '用 Tab 键补全命令、选项、编号和名称',
    about:
      '输出某一命令行环境（bash、zsh、fish、powershell）的补全脚本。此后按 Tab 键即可补全命令、选项、编号（附标题）、单位、区、查询条件及其取值，均取自当前台账。不写环境名称，即说明如何为当前环境安装。',
    examples: [
      ['reform completion', '查看安装方法'],
      ['source <(reform completion bash)', '在当前 bash 中试用'],
      ['reform completion fish > ~/.config/fish/completions/reform.fish', '为 fish 长期安装'],
    ],
  },
} satisfies Record<string, CommandHelp>;

/** The sentences of the command-line library, which knows English only. */
const mistakes: readonly (readonly [RegExp, string])[] = [
  [/unknown command '(.*)'/, '没有“$1”这个命令'],
  [/unknown option '(.*)'/, '没有“$1”这个选项'],
  [/missing required argument '(.*)'/, '缺少必需的参数“$1”'],
  [/option '(.*)' argument missing/, '选项“$1”后面缺少内容'],
  [/required option '(.*)' not specified/, '缺少必需的选项“$1”'],
  [
    /too many arguments(?: for '(.*)')?\. Expected (\d+) arguments? but got (\d+)\./,
    '参数过多：应有$2个，实有$3个。',
  ],
  [/\(Did you mean one of (.*)\?\)/s, '（您要找的是不是其中之一：$1？）'],
  [/\(Did you mean (.*)\?\)/, '（您要找的是不是“$1”？）'],
];

export const zhHelp: Help = {
  commands,
  program: '改革任务和具体举措台账，以纯文本 YAML 文件保存在 git 中。',
  groups: {
    ask: '查询：',
    update: '更新：',
    plan: '清单：',
    undo: '撤回与修复：',
    check: '检查：',
    review: '在 git 中审阅：',
    begin: '新建台账：',
    shell: '个人设置：',
  },
  examples: '示例：',
  titles: {
    'Usage:': '用法：',
    'Arguments:': '参数：',
    'Options:': '选项：',
    'Global Options:': '通用选项：',
    'Commands:': '命令：',
  },
  mistake: (text) =>
    mistakes.reduce((said, [pattern, chinese]) => said.replace(pattern, chinese), text),
  more: '全部命令：reform --help。单个命令的说明：reform 命令 --help。',
  after: `先试一试：
  reform summary
  reform list --district Huangpu
  reform show huangpu-1

退出码：0 正常 · 1 发现问题或改动被拒绝 · 2 用法错误 · 3 台账无法读取 · 4 台账被锁定或已被他人改动，请重试 · 5 磁盘或系统拒绝 · 70 程序自身错误 · 130 写入之前中止。`,
  attributes: {
    progress: '完成进度，百分数',
    problem: '存在问题',
    next: '下一步工作',
    criteria: '所涉节点，用逗号隔开',
    result: '取得的成果（没有节点时填写）',
    reason: '理由；也可用 -m 填写',
    document: '作出决定的文件文号',
    until: '准予缓办的最后一天，如 2022-09-30、9月底、+30d',
    due: '新的完成时限，如 2022-09-30、9月底、三季度、+30d',
    checked:
      '核验方式：document（查阅文件）、site（实地核查）或 third-party（第三方核验）；加 编号= 只适用于一个事项',
    entry: '记录的序号，从1起',
    effectiveness: '取得的成效',
    experience: '可供借鉴的经验',
    problems: '存在的问题或未解决的事项',
    to: '推广范围',
    from: '引入来源城市',
    conditions: '复制推广的条件',
  },
  options: {
    ledger: '台账文件夹（默认：REFORM_LEDGER，或向上查找到的唯一或现行台账）',
    year: '找到多个台账时，指定年份',
    noCache: '不使用缓存，重新读取全部文件',
    noPager: '内容较长时也不分页显示（分页程序依次取 REFORM_PAGER、PAGER、less）',
    excel: '输出 Excel、WPS 可双击打开的 CSV：表头用文字，带 BOM，换行为 CR LF',
    today: '以此日为今天：2022-06-30、yesterday、9月底……',
    knownBy: '只看截至某日 git 主线上已入账的内容；与 --as-of 同用时列出当时尚未入账的事项',
    asOf: '查看截至某日的情况：2022-06-30、2022Q1、-30d、last-month……',
    lang: '输出语言，en 或 zh（默认：REFORM_LANG，其次 reform iam，再次台账的语言）',
    help: '显示命令的说明',
    version: '显示版本号',
    format: '输出格式：table、json、csv 或 markdown',
    formatSections: '输出格式：table、json 或 markdown',
    formatCheck: '问题的输出格式：text、json 或 github',
    formatReview: '审查结果的输出格式：text、json、markdown、github 或 gitlab',
    json: '等同于 --format json',
    columns: '显示的列，用逗号隔开：该类记录的任何属性',
    sort: '按列排序，用逗号隔开；列名前加 - 为倒序',
    district: '只看某区',
    field: '只看某领域',
    unit: '只看某单位牵头或配合的',
    lead: '只看某单位牵头的',
    support: '只看某单位配合的',
    status: '只看某种状态；多种状态用逗号隔开',
    light: '只看某种亮灯：green（绿灯）、yellow（黄灯）、red（红灯）或 unknown（无法判断）',
    theme: '只看某一主题',
    view: '按台账中保存的视图查询',
    parseOnly: '只说明查询语句如何理解，不作查询',
    explain: '逐项说明亮灯的理由',
    missing: '只看内容不全、应予补充的，并列明所缺内容',
    groupBy: '按某列的值分表列出',
    limit: '只列前若干条',
    within: '往后看多远：30d、8w、year-end、2022-12-31（默认 30d）',
    bySides: '按一个或两个维度统计，如 lead（牵头单位）或 field,status（领域和状态）',
    compare: '与另一天对照，列出其间的变动',
    scorecard: '各牵头单位按期完成情况',
    burnUp: '逐月的计划与完成情况',
    byStretch: '即将到期的按周还是按月分组（默认按周）',
    staged: '与暂存内容比较，而不是与工作目录比较',
    byGroup: '按什么归类：领域、区或单位（默认按领域）',
    strict: '警告按错误处理',
    writeForEditors: '写好编辑器设置，录入台账文件时可检查和补全',
    ready: '列出年底无法检验的事项，可加查询条件',
    message: '文字说明',
    file: '说明文字取自文件；- 为标准输入',
    evidence: '佐证材料：文号、网址或文件；可重复',
    date: '发生日期，如 2022-09-30、昨天（默认：台账所在时区的今天）',
    by: '登记单位（默认：REFORM_BY，其次 reform iam）',
    dryRun: '只显示对文件的改动',
    yes: '不询问，直接执行',
    commit: '随即提交改动的文件（不含其他改动），提交说明用文字写明改了什么',
    resolveOurs: '以我方为准裁定一处冲突，可多次使用',
    resolveTheirs: '以对方为准裁定一处冲突，可多次使用',
    gitDryRun: '只显示将作的改动',
    wait: '等待其他写入者的时间，单位为秒（默认：5）',
    copy: '把 -e 指定的文件复制到台账的 evidence/编号/ 下',
    where: '用查询条件代替编号：status:done lead:planning due:..2022-09-30 关键词',
    undoList: '列出本人可以撤回的命令',
    doctorDryRun: '只检查，不处理',
    force: '解除已无人持有的锁定，移开无法完成的日志',
    importFile: '清单文件；- 为标准输入',
    apply: '正式写入；不加则不写入任何内容',
    sheet: '有多个工作表含清单时，指定工作表；可重复；all 为全部',
    headingRow: '表头未能识别时，指定所在行',
    map: '指明某列的含义，按表头或列标；可重复',
    same: '指明清单中的名称是名录中的哪个单位；可重复',
    split: '单元格内的分条内容各成一项具体举措',
    encoding: '文本文件的编码未能识别时，指定编码',
    mapping: '按此文件的规定读取清单',
    saveMapping: '把清单的读取方式保存到此文件',
    importDate: '进展报告和调整的日期，如 2022-09-30、昨天（默认：今天）',
    jurisdiction: '清单所属的城市或其他主体',
    jurisdictionChinese: '--jurisdiction 为其他语言时，其中文名称',
    fields: (sets) => `预置一套改革领域：${list(sets)}`,
    title: '台账名称（默认：由城市和年份组成）',
    language: '台账文件和表格的语言，en 或 zh（默认：与 --jurisdiction 一致）',
    timezone: '决定当天日期的时区（默认：Asia/Shanghai）',
    scale: '41项改革任务和120项具体举措的倍数，1至100（默认：1）',
    seed: '生成哪一种进展，整数（默认：1）',
    name: '本人姓名',
    forget: '清除本人设定',
  },
};
