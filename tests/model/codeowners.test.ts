/** Who owns which files of a ledger. */
import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/model/attribute.ts';
import { ownedPattern, ownershipsOf } from '../../src/model/codeowners.ts';
import { collect } from '../../src/model/collect.ts';
import { viewOn } from '../../src/model/view.ts';

const owned = (id: string, ...owners: readonly string[]) => ({ id, title: id, owners });

const files: Readonly<Record<string, Value>> = {
  'ledger.yaml': {
    ...{ title: 'A', jurisdiction: 'B', year: 2022, timezone: 'UTC', language: 'en' },
    ...{ state: 'current', basis: 'office', owners: ['@office'] },
  },
  'fields.yaml': [owned('ecology', '@ecology'), { id: 'unowned', title: 'Unowned' }],
  'districts.yaml': [owned('east', '@east')],
  'units.yaml': [
    owned('bureau', '@bureau', 'b@example.org'),
    { id: 'group', title: 'Group', members: ['bureau', 'east'] },
    { id: 'old', title: 'Old', succeeded_by: { unit: 'bureau', date: '2022-07-01' } },
    { id: 'nobody', title: 'Nobody' },
  ],
  'tasks/T10.yaml': {
    ...{ id: 'T10', title: 'Ten', field: 'ecology' },
    measures: [
      { id: 'T10.1', title: 'One', lead: ['group'] },
      { id: 'T10.2', title: 'Two', lead: ['nobody', 'bureau'] },
    ],
  },
  'tasks/T09.yaml': {
    ...{ id: 'T09', title: 'Nine', field: 'unowned' },
    measures: [{ id: 'T09.1', title: 'One', lead: ['old'] }],
  },
  'tasks/T11.yaml': {
    ...{ id: 'T11', title: 'Eleven' },
    measures: [
      {
        ...{ id: 'T11.1', title: 'One', lead: ['nobody'], due: '2022-12-31' },
        log: [
          {
            ...{ date: '2022-05-01', event: 'amend', set: { lead: ['east'] } },
            ...{ reason: 'x', document: 'y' },
          },
        ],
      },
      {
        ...{ id: 'T11.2', title: 'Two', lead: ['bureau'] },
        log: [{ date: '2022-05-01', event: 'withdraw', reason: 'x', document: 'y' }],
      },
    ],
  },
  'projects/east.yaml': {
    district: 'east',
    projects: [{ id: 'east-1', title: 'One', lead: ['bureau'] }],
  },
};

const { ledger } = collect(Object.entries(files).map(([file, value]) => ({ file, value })));

const ownersOn = (day: string) =>
  Object.fromEntries(ownershipsOf(viewOn(ledger, day)).map(({ file, owners }) => [file, owners]));

describe('owners', () => {
  test('are those of the field and of the lead units, the most general rule first', () => {
    expect(Object.entries(ownersOn('2022-12-01'))).toEqual([
      ['', ['@office']],
      ['tasks/T09.yaml', ['@bureau', 'b@example.org']],
      ['tasks/T10.yaml', ['@ecology', '@bureau', 'b@example.org', '@east']],
      ['tasks/T11.yaml', ['@east']],
      ['projects/east.yaml', ['@east', '@bureau', 'b@example.org']],
    ]);
  });

  test('follow amendments and reorganisations', () => {
    expect(ownersOn('2022-04-01')).toMatchObject({
      'tasks/T09.yaml': [],
      'tasks/T11.yaml': ['@bureau', 'b@example.org'],
    });
  });

  test('who was asked for them is told', () => {
    const found = ownershipsOf(viewOn(ledger, '2022-12-01'));
    expect(found.find(({ file }) => file === 'tasks/T10.yaml')?.from).toEqual([
      ...['ecology', 'group', 'nobody', 'bureau'],
    ]);
  });
});

test.each([
  ['data/my ledger/tasks/T01.yaml', '/data/my\\ ledger/tasks/T01.yaml'],
  ['改革　台账/', '/改革\\　台账/'],
  ['a*b?[c]#d!e\\f', '/a\\*b\\?\\[c\\]\\#d\\!e\\\\f'],
  ['', '/'],
  ['two\nlines', undefined],
])('%j as a pattern', (path, pattern) => {
  expect(ownedPattern(path)).toBe(pattern);
});
