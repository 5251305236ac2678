import { expect, test } from 'vitest';
import { standingOf } from '../../src/intake/standing.ts';

test.each([
  ['未启动', 'not-started'],
  ['尚未开展', 'not-started'],
  ['Not started', 'not-started'],
  ['已完成', 'complete'],
  ['基本完成', 'unknown'],
  ['全面完成。', 'complete'],
  ['Completed – fully met', 'complete'],
  ['完成方案起草', 'unknown'],
  ['未完成', 'unknown'],
  ['Incomplete', 'unknown'],
  ['已暂停', 'blocked'],
  ['Superseded', 'withdrawn'],
  ['已销号', 'closed'],
  ['推进中', 'unknown'],
  ['按计划推进', 'unknown'],
  ['Underway – on track', 'unknown'],
  ['Not being pursued', 'withdrawn'],
  ['已终止', 'withdrawn'],
  ['受阻', 'blocked'],
  ['On hold', 'blocked'],
  ['已组织三次调研', 'unknown'],
  ['尚未启动', 'not-started'],
  ['已完成，完成率100%', 'complete'],
  ['已完成规则草案，完成率60%', 'unknown'],
  ['已完成10项，占比50%', 'unknown'],
  ['Complete: live since January', 'complete'],
  ['Fully implemented', 'complete'],
  ['Met with stakeholders', 'unknown'],
  ['Metropolitan board approved', 'unknown'],
  ['Kept under review', 'unknown'],
  ['Closed the first call for bids', 'unknown'],
  ['Planned consultation took place; 412 responses', 'unknown'],
])('%s is %s', (text, standing) => {
  expect(standingOf(text, '状态')).toBe(standing);
});

test.each([
  ['是', '是否销号', 'closed'],
  ['是', '是否完成', 'complete'],
  ['√', '是否办结', 'complete'],
  ['否', '是否销号', 'answer'],
  ['Yes', 'Completed?', 'complete'],
  ['No', 'Completed?', 'answer'],
])('%s to %s is %s', (text, heading, standing) => {
  expect(standingOf(text, heading)).toBe(standing);
});
