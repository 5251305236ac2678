/** What measures of each form hand over, by which criteria, and what is reported on the way. */
import type { Both, Form } from './piece.ts';

/** A note of a report in both languages, with `#` for a number in the range. */
export type Note = readonly [...Both, range: readonly [least: number, most: number]];

interface FormPiece {
  readonly deliverable: string;
  /** In the order in which they are met; the last one always stands. */
  readonly criteria: readonly Both[];
  readonly notes: readonly Note[];
  /** What a claim says was achieved. */
  readonly result: Both;
}

export const forms: { readonly [F in Form]: FormPiece } = {
  rules: {
    deliverable: 'Rules in force',
    criteria: [
      ['Draft out for public comment', '征求意见稿公开'],
      ['Answers to public comments published', '公布意见采纳情况'],
      ['Legal review passed', '通过合法性审查'],
      ['Rules published and in force', '印发施行'],
    ],
    notes: [
      ['# comments received, about a third taken up', '收到意见#条，采纳约三分之一', [40, 600]],
      ['Second draft sent to # units', '第二稿已送#个单位征求意见', [12, 40]],
      ['Rules of # other cities compared', '比较研究#个城市做法', [3, 9]],
      ['Legal review asks for changes to # articles', '合法性审查要求修改#处', [2, 8]],
    ],
    result: ['The rules are in force', '办法已印发施行'],
  },
  plan: {
    deliverable: 'Plan adopted',
    criteria: [
      ['Survey finished', '完成调研'],
      ['Draft discussed with all districts', '完成各区意见征求'],
      ['Costs agreed with the finance office', '与财政部门商定经费'],
      ['Plan adopted', '方案印发'],
    ],
    notes: [
      ['# sites visited', '实地走访#处', [6, 30]],
      ['Draft discussed with # companies and offices', '与#家单位座谈', [8, 40]],
      ['Costs worked out for # variants', '完成#套方案经费测算', [2, 4]],
      ['# of 11 districts have agreed', '#个区已书面同意', [5, 11]],
    ],
    result: ['The plan was adopted', '方案已印发'],
  },
  system: {
    deliverable: 'System in use by all units concerned',
    criteria: [
      ['Requirements agreed', '完成需求确认'],
      ['Contract awarded', '完成采购'],
      ['Trial run begun', '上线试运行'],
      ['In use by all units concerned', '全面上线应用'],
    ],
    notes: [
      ['# interfaces connected', '完成#个接口对接', [4, 30]],
      ['Trial run with # users', '#名用户参与试运行', [60, 900]],
      [
        '# faults found in the trial, most of them mended',
        '试运行发现问题#个，大部分已解决',
        [9, 70],
      ],
      ['Training for # people', '培训#人', [40, 400]],
    ],
    result: ['The system is in use by all units concerned', '系统已全面上线'],
  },
  service: {
    deliverable: 'Service open in all districts',
    criteria: [
      ['First counters open', '首批服务点开放'],
      ['Half of the districts covered', '覆盖半数以上城区'],
      ['All districts covered', '各区全覆盖'],
      ['Survey of users published', '公布满意度调查结果'],
    ],
    notes: [
      ['# counters open', '已开设服务点#个', [6, 60]],
      ['# people served this month', '本月服务#人次', [300, 9000]],
      ['# of 11 districts take part', '#个区已开展', [4, 11]],
      ['Staff of # counters trained', '完成#个服务点人员培训', [5, 40]],
    ],
    result: ['The service is open in all districts', '服务已实现全覆盖'],
  },
  works: {
    deliverable: 'All sites accepted',
    criteria: [
      ['Sites chosen', '完成选点'],
      ['Work begun at all sites', '全部点位开工'],
      ['Half of the sites finished', '过半点位完工'],
      ['All sites accepted', '全部点位通过验收'],
    ],
    notes: [
      ['# sites finished', '已完工#处', [5, 40]],
      ['# contracts signed', '签订合同#份', [2, 12]],
      ['Residents of # sites heard', '完成#处居民意见征询', [4, 25]],
      ['# sites wait for a permit', '#处待办许可', [2, 9]],
    ],
    result: ['All sites are finished and accepted', '全部点位完工并通过验收'],
  },
  pilot: {
    deliverable: 'Evaluation report with advice on extension',
    criteria: [
      ['Places of the trial chosen', '确定试点单位'],
      ['Trial begun', '试点启动'],
      ['Half-time review held', '完成中期评估'],
      ['Evaluation report handed in', '提交评估报告'],
    ],
    notes: [
      ['# applications in the trial so far', '试点以来办理#件', [30, 700]],
      ['# places take part', '#个试点单位参与', [5, 30]],
      ['# participants asked what should change', '访谈参与者#人', [20, 120]],
      ['Review names # points to change', '中期评估提出#条改进意见', [3, 9]],
    ],
    result: ['The trial was evaluated', '试点已完成评估'],
  },
  mechanism: {
    deliverable: 'Mechanism in operation',
    criteria: [
      ['Working rules agreed', '议定工作规则'],
      ['First joint session held', '召开首次联席会议'],
      ['Second joint session held', '召开第二次联席会议'],
      ['First review published', '公布首次运行评估'],
    ],
    notes: [
      ['# units have named a contact', '#个单位明确联络员', [9, 30]],
      ['# matters dealt with so far', '已协调事项#件', [5, 90]],
      ['Session held with # participants', '召开会议，#人参加', [12, 45]],
      ['# cases handed over between offices', '部门间移交案件#件', [8, 120]],
    ],
    result: ['The mechanism is in operation', '机制已正常运行'],
  },
};
