/**
 * What `reform schema --write` sets up, held against the language server that editors run: files in order have nothing
 * wrong, mistakes are found where they are made, and what is typed next is offered.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'jsonc-parser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventNames } from '../src/model/events.ts';
import { placeOf } from '../src/model/layout.ts';
import { handLedger, projectRoot, read, realLedger, run, temporaryFolder } from './harness.ts';
import { type Offer, type Server, startServer } from './language-server.ts';

const workspace = temporaryFolder();
const real = 'data/2022';
const hand = '台账 (手工) [a]+{b}';
const year = 'data/2031';

let server: Server;

const labels = (offers: readonly Offer[]): readonly string[] => offers.map(({ label }) => label);

beforeAll(async () => {
  // A repository, as far as anybody asks who does not start git.
  mkdirSync(join(workspace, '.git'));
  cpSync(join(projectRoot, '.git/HEAD'), join(workspace, '.git/HEAD'));
  cpSync(join(projectRoot, realLedger), join(workspace, real), { recursive: true });
  cpSync(join(projectRoot, handLedger), join(workspace, hand), { recursive: true });
  const head = join(workspace, hand, 'ledger.yaml');
  writeFileSync(head, read(head).replace('language: en', 'language: zh'));
  const { exit, err } = await run(['demo', year], { cwd: workspace });
  expect({ exit, err }).toMatchObject({ exit: 0 });
  for (const more of [[], ['--ledger', hand]]) {
    const written = await run(['schema', '--write', ...more], { cwd: workspace });
    expect(written).toMatchObject({ exit: 0, out: '' });
  }
  server = await startServer(workspace, parse(read(workspace, '.vscode/settings.json')));
}, 60_000);

afterAll(() => server.end());

describe('files in order have nothing wrong', () => {
  test.each([real, hand, year])('%s', async (ledger) => {
    const files = readdirSync(join(workspace, ledger), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => placeOf(file) !== undefined);
    expect(files.length).toBeGreaterThan(8);
    const found = await Promise.all(
      files.map(async (file) => [file, await server.check(`${ledger}/${file}`)] as const),
    );
    expect(found.filter(([, wrong]) => wrong.length > 0)).toEqual([]);
    // Nothing is wrong either with files that no schema is held against.
    const strange = await Promise.all(
      files.map(async (file) => [file, await server.check(`${ledger}/${file}`, '1\n')] as const),
    );
    expect(strange.filter(([, wrong]) => wrong.length !== 1)).toEqual([]);
  });
});

const task = `id: T90
field: economic-system
title: Reform
horizon: phased
measures:
  - id: T90.1
    title: Publish
    lead: [urban-planning-group]
    due: 2022-12-31
    log:
      - { date: 2022-02-03, event: start, by: urban-planning-group }
      - { date: 2022-03-03, event: tick, by: urban-planning-group, criteria: [a] }
`;

describe('a mistake is found on its line', () => {
  const check = async (from: string, to: string) => {
    expect(task).toContain(from);
    return server.check(`${real}/tasks/T90.yaml`, task.replace(from, to));
  };

  test('there is none before', async () => {
    expect(await check('T90', 'T90')).toEqual([]);
  });

  test.each([
    ['a key', 'horizon:', 'horizn:', 3],
    ['a key inside', 'due:', 'deu:', 8],
    ['a key of an event', 'by: urban-planning-group }', 'form: x }', 10],
    ['a word of a choice', 'phased', 'phase', 3],
    ['an event', 'event: start', 'event: stat', 10],
    ['an event of other records', 'event: start', 'event: evaluate', 10],
    ['what an event needs', ', criteria: [a]', '', 11],
    ['a date of a plan', '2022-12-31', '2022-13-31', 8],
    ['a date of the record', '2022-02-03', '2022-02-32', 10],
    ['an id', 'T90.1', 'T90,1', 5],
    ['a list that is none', '[urban-planning-group]', 'urban-planning-group', 7],
  ])('%s', async (_what, from, to, line) => {
    const found = await check(from, to);
    expect(found.map((each) => each.line)).toEqual([line]);
  });

  test('in every kind of file', async () => {
    const found = await Promise.all(
      [
        ['units.yaml', '- id: x\n  titel: X\n'],
        ['projects/huangpu.yaml', 'district: huangpu\nproject: []\n'],
        ['ledger.yaml', 'titel: x\n'],
      ].map(([file, text]) => server.check(`${real}/${file}`, text)),
    );
    expect(found.every((each) => each.length > 0)).toBe(true);
  });

  test('a unit that was registered since is none', async () => {
    expect(await check('[urban-planning-group]', '[new-bureau]')).toEqual([]);
  });
});

describe('what comes next is offered', () => {
  const offeredAfter = async (line: string, end = '', ledger = real) =>
    server.complete(`${ledger}/tasks/T90.yaml`, `${task.split('    log:')[0]}${line}|${end}\n`);

  test('the keys of a measure, those apart that stand already', async () => {
    const keys = labels(await offeredAfter('    '));
    expect(keys).toEqual(expect.arrayContaining(['log', 'support', 'criteria', 'deliverable']));
    expect(keys).not.toContain('due');
  });

  test('every event that a measure may log', async () => {
    const offers = await offeredAfter('    log:\n      - { date: 2022-05-01, event: r', ' }');
    const own = eventNames.filter((name) => !['select', 'evaluate', 'replicate'].includes(name));
    expect([...labels(offers)].sort()).toEqual([...own].sort());
    const { documentation } = offers.find(({ label }) => label === 'tick') ?? {};
    expect(documentation).toBe('Criteria are met.');
  });

  test('what that event carries, and no other', async () => {
    const line = '    log:\n      - { date: 2022-05-01, event: postpone, d';
    const keys = labels(await offeredAfter(line, ' }'));
    expect(keys).toEqual(expect.arrayContaining(['due', 'reason', 'document', 'by']));
    expect(keys).not.toContain('progress');
  });

  test('the words of a choice, with what they mean in the language of the ledger', async () => {
    const [top] = task.split('horizon');
    const words = await server.complete(`${real}/tasks/T90.yaml`, `${top}horizon: |\n`);
    expect(labels(words)).toEqual(expect.arrayContaining(['long-term', 'phased']));
    const own = await server.complete(`${hand}/tasks/T90.yaml`, `${top}horizon: |\n`);
    expect(own.find(({ label }) => label === 'phased')?.documentation).toBe('阶段性');
  });

  test('the units of this ledger, by id and by name', async () => {
    const lead = '    support: [';
    const ours = await offeredAfter(lead, ']', hand);
    const offer = ours.find(({ insertText }) => insertText === 'data-bureau');
    expect(offer?.label).toMatch(/^data-bureau .*\p{Script=Han}/u);
    const byName = await offeredAfter(`${lead}数`, ']', hand);
    expect(labels(byName)).toContain(offer?.label);
    const others = (await offeredAfter(lead, ']')).map(({ insertText }) => insertText);
    expect(others).toContain('urban-planning-group');
    expect(others).toContain('huangpu');
    expect(others).not.toContain('data-bureau');
  });
});

describe('what stands there is explained', () => {
  const hover = (ledger: string, key: string) =>
    server.hover(`${ledger}/tasks/T90.yaml`, task.replace(key, `|${key}`));

  test('a key', async () => {
    expect(await hover(real, 'due:')).toMatch(/^the deadline, as issued/);
    expect(await hover(real, 'lead:')).toMatch(/^the lead units, the first answers/);
  });

  test('an event', async () => {
    expect(await hover(real, 'start, by')).toContain('Work has begun.');
  });

  test('in the language of the ledger', async () => {
    expect(await hover(hand, 'due:')).toContain('印发时的完成时限');
    expect(await hover(hand, 'criteria:')).toContain('所涉节点的字母');
    expect(await hover(hand, 'start, by')).toContain('工作启动。');
  });
});

test('the schemas of a folder whose name servers do not take lie in one that they do', () => {
  const folders = readdirSync(join(workspace, '.vscode/reform'));
  expect(folders.filter((name) => /^[\w-]+$/.test(name))).toEqual(folders);
  expect(existsSync(join(workspace, '.vscode/reform/data/2022/tasks.schema.json'))).toBe(true);
});
