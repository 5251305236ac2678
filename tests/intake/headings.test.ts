import { describe, expect, test } from 'vitest';
import { meaningOf, namesBothSides } from '../../src/intake/headings.ts';

/** Headings as offices write them, each with what it says; `-` is not understood. */
const table = String.raw`
序号 number
编 号 number
No. number
Ref number
Commitment No. number
# number
领域 field
专项领域 field
Theme field
改革任务 task
重点工作（任务） task
改革事项 task
督办事项 task
具体举措 measure
主要\n举措 measure
工作内容 measure
任务措施 measure
Commitment measure
Action measure
牵头单位 lead
牵 头 单 位 lead
责任单位 lead
责任主体 lead
牵头部门（单位） lead
Lead agency lead
Owner lead
Minister lead
配合单位 support
协办单位 support
Supporting actors support
完成时限 due
完成时间（2022年） due
办结时限 due
拟完成时间 due
计划完成时间节点 due
Due date due
Target completion date due
Timeline due
开始时间 start
Start date start
成果形式 deliverable
预期成果 deliverable
年度工作目标 deliverable
Expected result deliverable
里程碑 criteria
Milestones criteria
进展情况 progress
进展情况（截至2022年9月底） progress
2022年9月进展情况 progress
工作落实情况 progress
Progress update progress
进展（%） percent
完成率 percent
% percent
状态 status
是否销号 status
Status status
存在问题 problem
存在的问题和困难 problem
Key risks problem
下一步工作打算 next
Next steps next
填报日期 reported
备注 note
Remarks note
所属区 district
项目名称 project
分管领导 person
责任人 person
联系人及电话 person
牵头领导 person
SRO person
实际完成时间 closed-on
交办时间 assigned-on
RAG light
RAG status light
预算（万元） money
评分 score
附件 -
2022年广州市全面深化改革重点工作安排任务责任清单（征求意见稿）共十二个专项领域四十一项改革任务一百二十项具体举措的进展情况汇总表二〇二二年九月 -
`;

const cases = table
  .trim()
  .split('\n')
  .map((line) => {
    const at = line.lastIndexOf(' ');
    return [line.slice(0, at).replaceAll('\\n', '\n'), line.slice(at + 1)] as const;
  });

test.each(cases)('%s is %s', (heading, meaning) => {
  expect(meaningOf(heading)?.is ?? '-').toBe(meaning);
});

describe('a quarter', () => {
  test.each([
    ['年度阶段性工作目标 第一季度', 'criteria', 1],
    ['阶段目标 二季度', 'criteria', 2],
    ['工作目标 Q3', 'criteria', 3],
    ['进展落实情况 4季度', 'progress', 4],
  ])('%s', (heading, is, quarter) => {
    expect(meaningOf(heading)).toMatchObject({ is, quarter });
  });

  test('counts only where a column may be about one', () => {
    expect(meaningOf('牵头单位 一季度')).toEqual({ is: 'lead', isExact: true });
  });
});

test('a heading of both sides is one whose cells say who leads', () => {
  expect(namesBothSides('牵头及配合单位')).toBe(true);
  expect(namesBothSides('牵头（责任）单位')).toBe(true);
  expect(namesBothSides('牵头单位')).toBe(false);
});
