/** The made-up list as issued: how much of everything there is, and that its titles are unlike. */
import { expect, test } from 'vitest';
import { endOfTime } from '../../src/model/dates.ts';
import { kindNames } from '../../src/model/kinds/index.ts';
import { itemsOf, type Ledger } from '../../src/model/ledger.ts';
import { issuedTotals, recordedTotals } from '../../src/model/totals.ts';
import { viewOn } from '../../src/model/view.ts';
import { made } from './made.ts';

const { ledger, files } = made(1, 1);
const { entries, about } = ledger;

test('a full list: 12 fields, 41 tasks, 120 measures, two projects for each of 11 districts', () => {
  const counts = Object.fromEntries(kindNames.map((kind) => [kind, entries[kind].length]));
  expect(counts).toMatchObject({
    ledger: 1,
    field: 12,
    district: 11,
    'leading-reform': 22,
    task: 41,
    measure: 120,
    // One more is declared and not selected.
    project: 23,
  });
  expect(counts['unit']).toBeGreaterThan(45);
  for (const kind of kindNames) expect(counts[kind], kind).toBeGreaterThan(0);
  for (const field of entries.field) {
    expect(entries.task.filter(({ data }) => data.field === field.id).length).toBeGreaterThan(1);
  }
  const selected = entries.project.filter(({ data }) => (data.log ?? []).length > 0);
  for (const { id } of entries.district) {
    expect(selected.filter(({ data }) => data.district === id)).toHaveLength(2);
  }
});

test('it says that it is made up, and issues what it records', () => {
  expect(about).toMatchObject({ illustrative: true, year: 2022, state: 'current' });
  expect(about.title).toContain('made up');
  expect(about.note).toContain('Made up');
  const recorded = recordedTotals(viewOn(ledger, endOfTime));
  for (const [what, issued] of Object.entries(issuedTotals(about, endOfTime))) {
    expect(recorded[what as keyof typeof recorded].listed, what).toBe(issued);
  }
});

const titlesOf = ({ entries }: Ledger) =>
  [...entries.task, ...entries.measure, ...entries.project].map(({ data }) => data);

test('every task, measure and project has a title of its own in both languages', () => {
  for (const scale of [1, 10]) {
    const titles = titlesOf(scale === 1 ? ledger : made(1, scale).ledger);
    for (const { title, title_zh = '' } of titles) {
      expect(title).toMatch(/^[A-Z][^\p{Script=Han}]+$/u);
      expect(title_zh).toMatch(/^[^a-zA-Z]*\p{Script=Han}[^a-zA-Z]*$/u);
      expect(title.toLowerCase()).not.toContain('lorem');
    }
    expect(new Set(titles.map(({ title }) => title)).size).toBe(titles.length);
    expect(new Set(titles.map(({ title_zh }) => title_zh)).size).toBe(titles.length);
  }
});

test('the largest list has titles of its own as well', () => {
  // The copies differ by what is behind their titles; the last ones are of another batch.
  const titles = new Set<string>();
  for (const { data } of made(1, 25).ledger.entries.task) titles.add(data.title_zh ?? '');
  expect(titles.size).toBe(25 * 41);
  expect([...titles].some((title) => title.endsWith('（望湖区第三批）'))).toBe(true);
});

test('a larger list has more tasks and measures, and the same of everything else', () => {
  const larger = made(1, 3).ledger;
  expect(larger.entries.task).toHaveLength(3 * 41);
  expect(larger.entries.measure).toHaveLength(3 * 120);
  expect(larger.about.issued).toMatchObject({ tasks: 123, measures: 360, projects: 22 });
  for (const kind of ['unit', 'project', 'field', 'document', 'meeting'] as const) {
    expect(larger.entries[kind]).toHaveLength(entries[kind].length);
  }
});

test('measures have one lead or several, supporting units, deadlines, criteria or none', () => {
  const measures = entries.measure.map(({ data, id }) => ({
    ...data,
    criteria: entries.criterion.filter((each) => each.parent?.id === id),
  }));
  const some = (holds: (each: (typeof measures)[number]) => boolean) => {
    const count = measures.filter(holds).length;
    expect(count).toBeGreaterThan(0);
    expect(count).toBeLessThan(measures.length);
    return count;
  };
  expect(some(({ lead = [] }) => lead.length > 1)).toBeGreaterThan(25);
  some(({ support = [] }) => support.length > 0);
  some(({ due }) => due !== undefined);
  some(({ start }) => start !== undefined);
  expect(some(({ criteria }) => criteria.length > 1)).toBeGreaterThan(60);
  expect(entries.criterion.every(({ data }) => data.due && data.text_zh)).toBe(true);
  for (const { data } of itemsOf(ledger)) {
    expect(new Set([...(data.lead ?? []), ...(data.support ?? [])]).size).toBe(
      (data.lead?.length ?? 0) + (data.support?.length ?? 0),
    );
  }
});

test('two offices are merged in the middle of the year, and a group has members', () => {
  const merged = entries.unit.filter(({ data }) => data.succeeded_by);
  expect(merged.map(({ data }) => data.succeeded_by?.unit)).toEqual([
    'digital-government',
    'digital-government',
  ]);
  expect(merged.every(({ data }) => data.succeeded_by?.date === '2022-07-01')).toBe(true);
  expect(entries.unit.some(({ data }) => (data.members ?? []).length > 1)).toBe(true);
});

test('tasks implement arrangements, carry on pilots and leading reforms, and are heard', () => {
  expect(entries.task.every(({ data }) => (data.implements ?? []).length > 0)).toBe(true);
  for (const { id } of entries.pilot.slice(0, 5)) {
    expect(
      entries.task.some(({ data }) => data.pilot === id),
      id,
    ).toBe(true);
  }
  expect(entries.task.filter(({ data }) => data.leading_reform).length).toBeGreaterThan(8);
  expect(entries.meeting.flatMap(({ data }) => data.agenda ?? []).length).toBeGreaterThan(10);
});

test('no file of evidence is needed: documents and example addresses prove everything', () => {
  const text = JSON.stringify([...files.values()]);
  expect(text).not.toContain('"file"');
  for (const [, host] of text.matchAll(/https?:\/\/([^/"]+)/g)) {
    expect(host).toMatch(/(?:^|\.)example\.org$/);
  }
});
