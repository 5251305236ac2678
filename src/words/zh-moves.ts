/** Chinese sentences of what a review says of a move, with the type of the English ones. */
import type { EventName } from '../model/events.ts';
import type { KindName } from '../model/kinds/index.ts';
import type { Called } from '../model/moves/codes.ts';
import type { moves as enMoves, review as enReview } from './en-moves.ts';
import { events } from './zh-events.ts';
import { factNames, kindNames } from './zh-names.ts';
import { after, before, within } from './zh-phrases.ts';

const quoted = (text: string) => `“${text}”`;

const entryOf = ({ id, entry, event }: { id: string; entry: number; event: EventName }) =>
  `${id}：第${entry}条记录（${events[event]}）`;

const nameOf = (attribute: string) =>
  attribute === 'source.as' ? '原文称谓' : (factNames[attribute] ?? attribute);

const fromTo = (was: string | null, now: string | null) =>
  was === null && now === null ? '' : `：${was ?? '无'} → ${now ?? '无'}`;

/** `数据局（data-bureau）` */
const calledOf = ({ id, title, title_zh }: Called) => {
  const name = title_zh ?? title;
  return name === id ? id : `${name}（${id}）`;
};

const verbOf = (event: EventName) => (event === 'amend' ? 'set' : event);

const newUnits = '本次变更中对单位的改动不能作为本次登记的依据：请先单独登记单位变动';

const setOf = (id: string, attribute: string) =>
  id.includes('#')
    ? `reform set ${id.replace(/#.*/, '')} criteria=…`
    : `reform set ${id} ${attribute}=…`;

const kindOf = (kind: KindName) => kindNames[kind];

export const moves: typeof enMoves = {
  'move/not-judged': {
    message: ({ label }) => `${before(label)}中的台账无法读取，变更未能审查`,
    hint: () => '请指定可以读取的版本：reform review A..B',
    explain:
      '审查就是比较前后两个版本。前一版本读不出来，就无从知道此后改了什么，记录被改写也看不出来。请与最近一个可以读取的版本比较，或者安排专人逐行核对。',
  },
  'move/ledger-removed': {
    message: ({ folder }) => `${before(folder)}中的台账已不存在`,
    hint: () => '请恢复原状；移到其他文件夹的，年度和城市须保持不变',
    explain:
      '前一版本中那里有一本台账，现在哪里都没有了。其中的进展记录随之消失，取而代之的内容也无从比对。文件夹可以移动：年度、城市相同的同一清单，会跟随到新的位置。',
  },
  'move/ledger-twice': {
    message: ({ folder, was }) =>
      `${before(folder)}中的台账是新增的，与${within(was)}中的台账年度、城市相同`,
    hint: () => '一份清单只在一处登记：请移动原文件夹，或者保持不变',
    explain:
      '复制一本台账，就有了两种说法：在副本上继续登记，原有记录就被抛开，此前的内容也无从比对。移动文件夹的，原有记录一并跟随。',
  },
  'move/closed': {
    message: () => '本年度台账已归档，仍被改动',
    hint: () => '需要补充的内容请记入下一年度台账',
    explain: '已归档的台账是最终上报的结果。改动其中任何内容，都会改变他人已经引用的数据。',
  },
  'move/entry-changed': {
    message: (params) => `${entryOf(params)}被改写`,
    hint: ({ id, entry }) =>
      `请恢复原状；登记有误的，用 reform retract ${id} ${entry} 撤回后重新登记`,
    explain:
      '进展记录是凭据：当天怎么报的就是怎么报的。登记有误的，说明理由予以撤回，原记录仍然可见，不必让人猜测原来写的是什么。',
  },
  'move/entry-removed': {
    message: (params) => `${entryOf(params)}日期 ${params.date}，已从记录中消失`,
    hint: ({ id, entry }) => `请恢复原状；登记有误的，用 reform retract ${id} ${entry} 撤回`,
    explain:
      '进展记录是凭据：一条记录消失，一次销号申请、退回或延期就随之消失，撤回所用的序号也对不上。登记有误的应予撤回，原记录仍然可见。',
  },
  'move/entry-inserted': {
    message: (params) => `${entryOf(params)}插在原有记录之前`,
    hint: () => '请移到记录末尾；其日期可以早于前面的记录',
    explain:
      '记录的顺序就是登记的顺序。补登的记录排在末尾，日期写实际发生之日；插在中间，看上去像早已登记，后面各条的序号也会改变。',
  },
  'move/entry-reordered': {
    message: (params) => `${entryOf(params)}原为第${params.before}条`,
    hint: () => '请恢复原有顺序，只在末尾追加',
    explain:
      '记录的顺序就是登记的顺序，撤回时按序号指明是哪一条。两个分支合并时，主线的记录在前，分支的记录在后。',
  },
  'move/side-dropped': {
    message: ({ id, event, date, attribute, author, merge }) => {
      const what =
        event === null
          ? attribute === null
            ? '这条记录'
            : `${nameOf(attribute)}的值`
          : `${date} 的${events[event]}记录`;
      return `${id}：${what}来自另一分支（${author} 登记），合并 ${merge} 未予保留`;
    },
    hint: () => '请在这里补登，或者重新合并；内容有误的应予撤回，不能略去',
    explain:
      '另一分支已并入所审查的分支，但该分支登记的内容不在合并结果中：合并时只保留了一方，另一方被丢弃。在 git 看来那个分支已经合并，以后不会再提示。同一属性双方各有新值的，可以择一；进展记录、新增记录和没有冲突的值应当保留。',
  },
  'move/plan-edited': {
    message: ({ id, attribute, was, now }) =>
      `${id}：直接改动了已印发计划中的${within(nameOf(attribute))}${fromTo(was, now)}`,
    hint: ({ id, attribute }) =>
      attribute === 'due' && !id.includes('#')
        ? `请恢复原状，按决定登记：reform postpone ${id}；提前的用 reform set`
        : attribute === 'source.as'
          ? `申报项目由市里选定：reform select ${id}`
          : `请恢复原状，登记调整：${setOf(id, attribute)} -m 理由 -d 文号`,
    explain:
      '事项启动后，完成时限、牵头单位、成果形式和节点的变动，须在进展记录中登记，写明理由和文件：印发时的内容保留在上方，每次延期都有统计。直接改动计划，看上去就像当初便是这样印发的。延后完成时限，任何时候都属于延期。',
  },
  'move/plan-reworded': {
    message: ({ id, attribute, was, now }) =>
      `${id}：直接改动了${within(nameOf(attribute))}${fromTo(was, now)}`,
    hint: ({ id, attribute }) =>
      /^T\d+$/.test(id)
        ? '请与印发的清单核对；属于更正的，在提交说明中写明'
        : `登记调整可保留印发时的内容：${setOf(id, attribute)}`,
    explain:
      '改革任务和进展记录上方的计划都是印发时的内容。事项启动之前的改动，以及名称、配合单位、启动日期的改动，只提示、不退回：可能是更正抄录错误。如属变更已定事项，应登记在进展记录中。',
  },
  'move/criterion-later': {
    message: ({ criterion, was, now, ...entry }) =>
      `${entryOf(entry)}推迟了节点${within(criterion)}的时限${fromTo(was, now)}`,
    hint: () => '请确认文件中有此规定；事项的完成时限不变',
    explain:
      '调整节点可以改动各节点的时限，计划进度随之改变。这样既不计为延期，也不影响亮灯，因此单独提示。',
  },
  'move/criterion-after-due': {
    message: ({ criterion, now, due, ...entry }) =>
      `${entryOf(entry)}把节点${within(criterion)}定在 ${now}，晚于完成时限 ${due}`,
    hint: ({ id, due }) =>
      `节点时限不得晚于 ${due}，或者整体延期：reform postpone ${id} --due 日期`,
    explain:
      '节点是完成时限之前须完成的内容。节点自定更晚的时限，等于事项已经延期，完成时限看上去却没有变。',
  },
  'move/record-deleted': {
    message: ({ kind, id }) => `${before(kindOf(kind))}${after(id)} 被删除`,
    hint: ({ kind, id }) =>
      kind === 'measure' || kind === 'project'
        ? `请恢复原状；不再推进的应撤销：reform withdraw ${id}`
        : kind === 'criterion'
          ? '请恢复原状；取消节点须登记调整，写明理由和文件'
          : '请恢复原状：已印发的内容须保留',
    explain:
      '已印发的内容须留在清单上。不再推进的举措，写明理由和文件予以撤销，仍计入统计；取消节点须登记调整。删除一条记录，它的进展、佐证和在各项统计中的位置都会随之消失。',
  },
  'move/id-changed': {
    message: ({ id, was }) => `${before(was)}的编号被改为${after(id)}`,
    hint: ({ was }) => `请恢复编号${after(was)}`,
    explain:
      '编号永不改变：会议纪要、函件和其他记录都引用它。旧事项换了新编号，此前所说的一切就无处可查。',
  },
  'move/id-reused': {
    message: ({ id, was, now }) => `${before(id)}原为${quoted(was)}，现在指的是${quoted(now)}`,
    hint: ({ id }) => `请恢复${within(id)}，新事项另给编号：reform add`,
    explain:
      '一个编号永远只指一件事。这里名称以及牵头单位或来源都换了，进展记录也没有延续：旧事项的记录会被当成新事项的。',
  },
  'move/issued-changed': {
    message: ({ attribute }) =>
      attribute === 'issued' ? '印发数被改动' : '此前登记的印发数调整被改动',
    hint: () => '请恢复原状，在 issued_amendments 中追加，写明日期和文件',
    explain:
      '印发数以印发的文件为准，是台账中唯一不随其他内容变动的数字。此后的调整写在其下的 issued_amendments 中，注明日期和文件。',
  },
  'move/basis-changed': {
    message: ({ attribute, was, now }) =>
      `台账的${within(nameOf(attribute))}被改动${fromTo(was, now)}`,
    hint: () => '请恢复原状；依据、年度或时区不同，就是另一本台账',
    explain: '台账的依据、年度和时区决定其中每一个亮灯、时限和合计。年度之内均不得改动。',
  },
  'move/rule-changed': {
    message: ({ attribute }) => `${before(nameOf(attribute))}被改动，未注明文件`,
    hint: ({ attribute }) => `请注明作出决定的文件：${attribute}: { document: … }`,
    explain:
      '亮灯和报送的规则对所有单位一视同仁。放宽规则，红灯不声不响就变成绿灯，却看不出涉及哪些事项；因此规则变动须在旁注明作出决定的文件。',
  },
  'move/state-changed': {
    message: ({ was, now }) => `台账状态被改动${fromTo(was, now)}`,
    hint: () => '已印发的清单在年度结束时归档，此后不再打开',
    explain:
      '草稿中的计划可以随意编辑，已归档的年度不再改动。把已印发的清单退回草稿，或重新打开已归档的台账，就能改动印发的一切内容。',
  },
  'move/setting-changed': {
    message: ({ attribute, was, now }) =>
      `台账的${before(after(nameOf(attribute)))}有改动${fromTo(was, now)}`,
    hint: () => '请确认已有决定，以及由谁决定',
    explain:
      '有些设置可以变动，但每次都值得一看：谁可以登记、适用哪些规则（review），印发数的后续调整，有文件依据的规则，以及年度归档。本次变更仍按变更前的设置审查。',
  },
  'move/review-weakened': {
    message: ({ attribute, rules }) =>
      `${before(attribute)}放宽了要求${rules.length > 0 ? `：${rules.join('、')}` : ''}`,
    hint: () => '请恢复原状，或由台账负责人作出决定',
    explain:
      '审查规则由台账规定，对所有人一视同仁。这里有的错误被降级，或者更多单位可以代行改革办职责，或者有人可以为原本不得代报的单位登记。本次变更仍按变更前的规则审查，此后的变更就不再受其约束。为改革办以外的单位新增登记人，只作提示。',
  },
  'move/source-edited': {
    message: ({ id, attribute, was, now }) =>
      `${id}：出处信息${within(nameOf(attribute))}被改动${fromTo(was, now)}`,
    hint: () => '请与原文件核对',
    explain:
      '引文、判读说明和文件信息证明记录并非编造，也证明佐证的时间。更正可以，但应与原文件核对。',
  },
  'move/unit-changed': {
    message: ({ unit, attribute, was, now }) =>
      `单位${within(unit)}的${within(nameOf(attribute))}有改动${fromTo(was, now)}`,
    hint: ({ attribute }) =>
      attribute === 'succeeded_by' ? '请核对文件；承继关系自此后的变更起生效' : '请确认已有决定',
    explain:
      '谁承继谁、哪些单位是联合单位的成员，决定由谁对事项负责、谁可以报送；名称决定人们所指的是谁。单位承继只写一行，注明日期和文件，写后不改。权限以前一版本中的单位为准：变更中对单位的改动，对此后的变更才有效。',
  },
  'move/evidence-late': {
    message: (params) =>
      `${entryOf(params)}日期 ${params.date}，佐证${within(params.document)}却是 ${params.dated} 的`,
    hint: () => '请填写实际完成的日期，或当时已有的佐证材料',
    explain:
      '能证明一件事的材料，事发时就应存在。文件晚于销号申请，说明申请或其日期是事后编的。文件日期取自文件登记，没有登记的取文号中的年份；网址和文件的日期无从得知。',
  },
  'move/decision-late': {
    message: (params) =>
      `${entryOf(params)}日期 ${params.date}，作出决定的${within(params.document)}却是 ${params.dated} 的`,
    hint: () => '除文件另有规定外，决定自文件之日起生效',
    explain:
      '决定延期、缓办或调整的文件晚于该条记录的日期。有时是事后补发文件；更多时候是时限已过才作决定。',
  },
  'move/checked-evidence-changed': {
    message: (params) => `${entryOf(params)}所依据的文件${quoted(params.file)}已不是销号时的文件`,
    hint: ({ id }) => `请恢复原文件，或重新核验：reform reopen ${id} -m 理由`,
    explain:
      '有人看过该文件，据此予以销号。此后文件被改动或删除：当时核验的已不是现在的文件，销号存疑。',
  },
  'move/claimed-evidence-changed': {
    message: (params) => `${entryOf(params)}所依据的文件${quoted(params.file)}在申请销号后有改动`,
    hint: () => '核验时请以新文件为准',
    explain:
      '销号申请所依据的文件，在核验之前被改动或删除。可能只是换了更清晰的扫描件；核验的人应当知道有两个版本。',
  },
  'move/foreign-unit': {
    message: (params) =>
      `${entryOf(params)}：${before(calledOf(params.who))}既非牵头单位，也非配合单位`,
    hint: ({ newly }) => (newly ? newUnits : '请更正单位，或先调整计划，把该单位列入'),
    explain:
      '进展、销号申请以及计划的调整、撤销和恢复，由牵头单位、配合单位、节点的负责单位或所属的区报送；承继单位和联合单位的成员也算。否则申请无人负责。对事项作出的决定由改革办登记，不在此列。',
  },
  'move/not-office': {
    message: (params) =>
      params.unit === null
        ? `${entryOf(params)}没有写明由谁决定`
        : `${entryOf(params)}：${before(calledOf(params.who ?? { id: params.unit, title: params.unit, title_zh: null }))}不是改革办`,
    hint: ({ newly, id, event, office }) =>
      newly
        ? newUnits
        : `请由改革办登记：reform ${verbOf(event)} ${id} --by ${office[0] ?? '单位'}`,
    explain:
      '台账在 review.office 中写明由哪些单位核验申请、选定项目，决定延期、缓办和撤销，调整完成时限、牵头单位、成果形式和节点。其他单位这样做，或者撤回这类决定，就是自己给自己作决定。',
  },
  'move/unknown-office': {
    message: (params) =>
      `${entryOf(params)}：${before(calledOf(params.who))}此前从未核验或作出决定`,
    hint: () => '请在 ledger.yaml 中写明改革办，其他单位即被拒绝：review: { office: [单位] }',
    explain:
      '台账没有写明由哪些单位核验申请、决定时限，因此此前这样做过的单位都视同改革办。这个单位不在其中：可能是新承担这项工作，也可能是自己给自己作决定。',
  },
  'move/kin-check': {
    message: (params) =>
      `${entryOf(params)}：${before(params.unit)}核验了${within(params.owner)}的申请，自己也对此负责`,
    hint: ({ id, owner }) => `请由与${within(owner)}无关的单位核验：reform verify ${id} --by 单位`,
    explain:
      '申请应由他人核验。联合单位与其成员互相负责，其承继单位也是如此：它们之间核验，等于核验自己的工作。',
  },
  'move/foreign-retract': {
    message: (params) => `${entryOf(params)}：${params.unit} 撤回了${within(params.owner)}的记录`,
    hint: ({ owner }) => `请确认${within(owner)}知情`,
    explain: '记录由登记单位、其承继单位或改革办撤回。其他单位撤回，等于让别人说过的话不算数。',
  },
  'move/same-author': {
    message: (params) => `${entryOf(params)}：销号申请也是 ${params.author} 登记的`,
    hint: () => '核验结果由另一人登记；由一人统一录入的，见 reform explain',
    explain:
      '申请须经他人核验才算数。这里两条由同一人提交，不论写的是哪个单位。由一人统一录入的，可在 ledger.yaml 的 review.rules 中把这条规则设为 warning。',
  },
  'move/same-name': {
    message: (params) =>
      `${entryOf(params)}由 ${params.author} 登记，销号申请由 ${params.claimant} 登记`,
    hint: () => '是两个人吗？申请的人不得核验',
    explain: '申请和核验以同一姓名、两个地址提交。可能是同名的两个人，也可能是一个人用了两处地址。',
  },
  'move/checked-at-once': {
    message: (params) => `${entryOf(params)}与销号申请在同一次提交中`,
    hint: () => '申请进入主线之后再核验',
    explain:
      '销号申请和核验在同一次提交中登记，销号之前没有人见过这项申请。先后登记，才便于逐项查看。',
  },
  'move/foreign-author': {
    message: (params) => `${entryOf(params)}：${params.author} 不为${within(params.unit)}登记`,
    hint: ({ newly }) => (newly ? newUnits : '谁为哪些单位登记，见 ledger.yaml 的 review.authors'),
    explain: '台账写明谁为哪些单位登记。这条记录以某单位的名义登记，提交的人却不属于该单位。',
  },
  'move/unknown-author': {
    message: ({ author }) => `${before(author)}不在 review.authors 之列`,
    hint: () => '请在 ledger.yaml 的 review.authors 中补充，并写明所属单位',
    explain: '台账写明谁为哪些单位登记，此人不在其中。补充之前，无法判断其能否代表所写的单位。',
  },
  'move/future': {
    message: (params) => `${entryOf(params)}日期 ${params.date}，晚于登记日 ${params.recorded_on}`,
    hint: () => '事情发生之后再登记',
    explain: '记录的日期是事情发生之日。按台账的时区晚于登记日的，不是笔误，就是承诺。',
  },
  'move/too-early': {
    message: (params) => `${entryOf(params)}日期 ${params.date}，早于 ${params.earliest}`,
    hint: () => '年份是否有误？',
    explain:
      '比清单年度早这么久的记录，多半是日期有误。默认从年初往前一年起提示；可在 review.rules 中用 days 另行规定。',
  },
  'move/late-recorded': {
    message: (params) =>
      `${entryOf(params)}日期 ${params.date}，${params.recorded_on} 才登记，超过${params.days}天`,
    hint: () => '允许补登；请确认日期无误',
    explain:
      '事后很久才登记的，会改变其间各日的情况。提示是为了有人过问；天数从首次带来该条记录的提交算起，按台账的时区。',
  },
  'move/claimed-in-time': {
    message: (params) =>
      `${entryOf(params)}日期 ${params.date}，在时限 ${params.due} 之内，${params.recorded_on} 才登记`,
    hint: ({ id, entry, event }) =>
      `请确认佐证是当时的；实际完成较晚的：先 reform retract ${id} ${entry} -m 理由，再 reform ${event} ${id} --date 日期`,
    explain:
      '申请的日期在时限之内，登记却明显晚于时限：在此之前该事项一直显示逾期。可能是材料报得晚，也可能是为了赶上时限而选的日期。',
  },
  'move/decided-in-time': {
    message: (params) =>
      `${entryOf(params)}日期 ${params.date}，在时限 ${params.due} 之前，${params.recorded_on} 才登记`,
    hint: ({ id, entry, event }) =>
      `请确认决定是当天作出的；不是的，先 reform retract ${id} ${entry} -m 理由，再 reform ${event} ${id} --date 日期`,
    explain:
      '延期或缓办的日期在时限之前，登记却明显晚于时限：在此之前该事项一直显示逾期，现在看上去却从未逾期。何时作出决定，以文件为准。',
  },
};

export const review: typeof enReview = {
  compared: (from, to) => `审查范围：${from} → ${to}。`,
  title: '变更审查',
  groups: { ledger: '变更后的台账', move: '变更本身' },
  findings: '审查意见',
  found: (errors, warnings) => `${errors}个错误，${warnings}个警告。`,
  clean: '没有问题。',
  isGone: (label) => `${before(label)}中已没有台账。`,
  inLedger: (folder, group) => `${folder}：${group}`,
  isNew: (label) => `${before(label)}中还没有这本台账，只检查了新台账。`,
  notJudged: '变更未能审查：台账须先能读取。',
  explain: (code) => `逐项说明：reform explain ${code}`,
  severity: '程度',
  place: '位置',
  code: '代码',
  what: '内容',
};
