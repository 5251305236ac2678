/** The real ledger is held against the article it was transcribed from, which is kept with it. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { load } from '../src/ledger/load.ts';
import { folderSource } from '../src/ledger/source.ts';
import { kindNames } from '../src/model/kinds/index.ts';
import type { Entry } from '../src/model/ledger.ts';
import { projectRoot, read, realLedger } from './harness.ts';

const article = read(projectRoot, realLedger, 'sources/article.txt');
const { ledger, diagnostics } = load(folderSource(join(projectRoot, realLedger)), {
  attachments: true,
});
const all = kindNames.flatMap((kind): readonly Entry[] => ledger.entries[kind]);

interface Sourced {
  readonly source?: {
    readonly as: string;
    readonly quote: string;
    readonly also?: readonly string[];
  };
  readonly readings?: readonly string[];
}

test('it has no problem', () => {
  expect(diagnostics).toEqual([]);
});

describe('nothing is invented', () => {
  const sourced = all.filter(({ id }) => id !== 'article');

  test.each(sourced.map((entry) => [`${entry.kind} ${entry.id}`, entry] as const))(
    '%s has a source, and each of its quotes stands in the article',
    (_name, { data }) => {
      const { source } = data as Sourced;
      expect(source).toBeDefined();
      for (const quote of [source?.quote ?? '', ...(source?.also ?? [])]) {
        expect(quote).not.toBe('');
        expect(article).toContain(quote);
      }
    },
  );

  test('no lead, date, deliverable or criterion that the article does not give', () => {
    for (const { data } of [...ledger.entries.measure, ...ledger.entries.project]) {
      expect([data.lead, data.support, data.start, data.due, data.deliverable]).toEqual(
        Array(5).fill(undefined),
      );
    }
    expect(ledger.entries.criterion).toEqual([]);
  });

  test('what is our reading is an attribute that stands there', () => {
    for (const entry of all) {
      for (const name of (entry.data as Sourced).readings ?? [])
        expect(entry.data).toHaveProperty(name);
    }
  });
});

test('the twelve fields, in the published order', () => {
  const sentence = /12 special fields, such as (.*?), 41 reform tasks/.exec(article)?.[1] ?? '';
  const published = sentence.split(', ').map((field) => field.trim());
  expect(published.length).toBe(12);
  expect(ledger.entries.field.map(({ data }) => data.title.toLowerCase())).toEqual(
    published.map((field) => field.toLowerCase()),
  );
});

test('the eleven districts and their projects, verbatim and in the published order', () => {
  const list = article.slice(article.indexOf('List of grassroots reform and innovation projects'));
  const text = list.slice(0, list.indexOf(' (Xinhua News Agency)'));
  const published = [
    ...text.matchAll(/(\w+) District 1\. (.*?) 2\. (.*?)(?= \w+ District 1\. |$)/g),
  ];
  expect(published.length).toBe(11);
  expect(ledger.entries.district.map(({ data }) => data.title)).toEqual(
    published.map(([, name]) => name),
  );
  expect(ledger.entries.project.map(({ id, data }) => [id, data.title])).toEqual(
    published.flatMap(([, name = '', first, second]) => [
      [`${name.toLowerCase()}-1`, first],
      [`${name.toLowerCase()}-2`, second],
    ]),
  );
});

test('the counts of what is recorded', () => {
  expect(Object.fromEntries(kindNames.map((kind) => [kind, ledger.entries[kind].length]))).toEqual({
    ledger: 1,
    field: 12,
    district: 11,
    unit: 2,
    document: 7,
    arrangement: 39,
    'leading-reform': 5,
    pilot: 4,
    platform: 4,
    meeting: 1,
    task: 22,
    measure: 1,
    project: 22,
    criterion: 0,
  });
  expect(ledger.about.issued).toEqual({
    fields: 12,
    tasks: 41,
    measures: 120,
    projects: 22,
    'leading-reforms': 22,
  });
});

test('the special group is reported as established: claimed, not verified', () => {
  const log = ledger.byId.measure.get('T01.1')?.data.log ?? [];
  expect(log.map(({ event, date }) => [event, date])).toEqual([['done', '2022-03-15']]);
});

test('horizon and themes stand only where the article gives them', () => {
  const tasks = ledger.entries.task;
  const horizon = tasks.flatMap(({ id, data }) => (data.horizon ? [[id, data.horizon]] : []));
  expect(horizon).toEqual([
    ['T13', 'long-term'],
    ['T19', 'long-term'],
    ['T20', 'long-term'],
    ['T21', 'phased'],
    ['T22', 'phased'],
  ]);
  const themes = tasks.flatMap(({ id, data }) => (data.themes ? [[id, ...data.themes]] : []));
  expect(themes).toEqual([
    ['T05', 'digital'],
    ['T06', 'green'],
    ['T07', 'international'],
  ]);
});

test('Chinese project titles say where they come from', () => {
  for (const { data } of ledger.entries.project) {
    expect(data.title_zh === undefined).toBe(data.title_zh_basis === undefined);
  }
});
