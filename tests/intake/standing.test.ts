import { expect, test } from 'vitest';
import { standingOf } from '../../src/intake/standing.ts';

test.each([
  ['未启动', 'not-started'],
  ['尚未开展', 'not-started'],
  ['Not started', 'not-started'],
  ['已完成', 'complete'],
  ['基本完成', 'under-way'],
  ['全面完成。', 'complete'],
  ['Completed – fully met', 'complete'],
  ['完成方案起草', 'unknown'],
  ['未完成', 'under-way'],
  ['Incomplete', 'under-way'],
  ['已暂停', 'blocked'],
  ['Superseded', 'withdrawn'],
  ['已销号', 'closed'],
  ['推进中', 'under-way'],
  ['按计划推进', 'under-way'],
  ['Underway – on track', 'under-way'],
  ['Not being pursued', 'withdrawn'],
  ['已终止', 'withdrawn'],
  ['受阻', 'blocked'],
  ['On hold', 'blocked'],
  ['已组织三次调研', 'unknown'],
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
