import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { copyOf, handLedger, read, run, temporaryFolder } from '../harness.ts';
import { handRepository, newRepository, repositoryAt, type TestRepository } from '../repository.ts';

const li = 'Li Ming <li@planning.example>';
const wang = 'Wang Fang <wang@office.example>';
const file = 'ledger/tasks/T01.yaml';

/** Adds an entry behind the last one of T01.2. */
const record = (repository: TestRepository, entry: string): void => {
  const text = repository.read(file).trimEnd();
  repository.write(file, `${text}\n      - { ${entry} }\n`);
};

const late = 'date: 2023-02-01, event: reinstate, by: reform-office, reason: Hall ready';

const ask = async (
  { top }: TestRepository,
  args: readonly string[],
  { folder = 'ledger' }: { readonly folder?: string } = {},
) => run([...args, '--ledger', join(top, folder)], { now: '2023-06-01T04:00:00Z' });

const itemsOf = async (
  repository: TestRepository,
  args: readonly string[] = [],
  how: { readonly folder?: string } = {},
) => {
  const { exit, out, err } = await ask(repository, ['log', ...args, '--json'], how);
  expect(exit, err).toBe(0);
  return JSON.parse(out).items as readonly Record<string, unknown>[];
};

test('an entry has its author, the day it happened and the day it was recorded in the zone of the ledger', async () => {
  const repository = handRepository();
  record(repository, late);
  // In Shanghai it is the 20th already.
  const commit = repository.commit('Reinstated', { author: wang, when: '2023-02-19T23:00:00Z' });
  const [first, ...others] = await itemsOf(repository, ['T01.2']);
  expect(first).toMatchObject({
    recorded: '2023-02-20',
    or_before: false,
    author: { name: 'Wang Fang', address: 'wang@office.example' },
    commit,
    landed: commit,
    subject: 'Reinstated',
    record: 'measure',
    id: 'T01.2',
    change: 'log',
    how: 'appended',
    entry: 7,
    happened: '2023-02-01',
    days: 19,
    event: { event: 'reinstate', by: 'reform-office', reason: 'Hall ready' },
  });
  expect(others.map(({ change }) => change)).toEqual([...Array(6).fill('log'), 'added']);
  const { out } = await ask(repository, ['log', 'T01.2', '--limit', '1']);
  expect(out).toMatch(/^2023-02-20 · Wang Fang · Reinstated · [0-9a-f]{10}$/m);
  expect(out).toMatch(/^ 2023-02-01 +19 +T01\.2 +reinstated · reason: Hall ready +Reform Office$/m);
  expect(out).toContain('1 of 8 changes');
});

test('what a branch recorded counts from the day it came onto the main line, by whoever wrote it', async () => {
  const repository = handRepository();
  repository.git('checkout', '--quiet', '-b', 'claim');
  record(repository, late);
  const commit = repository.commit('On a branch', {
    author: li,
    when: '2023-02-02T09:00:00+08:00',
  });
  repository.git('checkout', '--quiet', 'main');
  repository.write('README.md', 'meanwhile\n');
  repository.commit('Meanwhile', { when: '2023-02-10T09:00:00+08:00' });
  repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'claim');
  const merge = repository.commit('Merged', { author: wang, when: '2023-02-21T09:00:00+08:00' });
  const [first, second] = await itemsOf(repository, ['T01.2']);
  expect(first).toMatchObject({ commit, landed: merge, recorded: '2023-02-21', days: 20 });
  expect(first?.['author']).toMatchObject({ name: 'Li Ming' });
  // The merge brought nothing of its own.
  expect(second?.['happened']).toBe('2023-01-18');
});

test('what only the merge itself holds is recorded by the merge', async () => {
  const repository = handRepository();
  repository.git('checkout', '--quiet', '-b', 'claim');
  repository.replace(
    file,
    'title: Issue the service standard',
    'title: Write the service standard',
  );
  repository.commit('Title', { author: li, when: '2023-02-02T09:00:00+08:00' });
  repository.git('checkout', '--quiet', 'main');
  record(repository, late);
  repository.commit('Reinstated', { author: li, when: '2023-02-03T09:00:00+08:00' });
  repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'claim');
  record(repository, 'date: 2023-02-04, event: start, by: permit-group');
  const merge = repository.commit('Merged', { author: wang, when: '2023-02-21T09:00:00+08:00' });
  const items = await itemsOf(repository, ['T01', '--limit', '3']);
  expect(
    items.map(({ commit, happened, attribute }) => [commit === merge, happened, attribute]),
  ).toEqual([
    [true, '2023-02-04', null],
    [false, null, 'title'],
    [false, '2023-02-01', null],
  ]);
});

test('a merge that drops what a branch recorded is told of it', async () => {
  const repository = handRepository();
  repository.git('checkout', '--quiet', '-b', 'claim');
  record(repository, late);
  const claim = repository.commit('Claim', { author: li, when: '2023-02-02T09:00:00+08:00' });
  repository.git('checkout', '--quiet', 'main');
  repository.write('README.md', 'meanwhile\n');
  repository.commit('Meanwhile', { when: '2023-02-10T09:00:00+08:00' });
  repository.git('merge', '--quiet', '--no-commit', '--no-ff', '--strategy=ours', 'claim');
  const merge = repository.commit('Merged', { author: wang, when: '2023-02-21T09:00:00+08:00' });
  const items = await itemsOf(repository, ['T01.2', '--limit', '2']);
  expect(items.map(({ how, commit, happened }) => [how, commit, happened])).toEqual([
    ['removed', merge, '2023-02-01'],
    ['appended', claim, '2023-02-01'],
  ]);
});

test('the same change on two branches is recorded once, for whoever came first', async () => {
  const repository = handRepository();
  repository.git('checkout', '--quiet', '-b', 'claim');
  record(repository, late);
  repository.commit('On a branch', { author: li, when: '2023-02-02T09:00:00+08:00' });
  repository.git('checkout', '--quiet', 'main');
  record(repository, late);
  const commit = repository.commit('Again', { author: wang, when: '2023-02-03T09:00:00+08:00' });
  repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'claim');
  repository.commit('Merged', { when: '2023-02-21T09:00:00+08:00' });
  const items = await itemsOf(repository, ['T01.2']);
  expect(items.filter(({ happened }) => happened === '2023-02-01')).toMatchObject([{ commit }]);
});

test('an entry that was taken away and put back is recorded again', async () => {
  const repository = handRepository();
  record(repository, late);
  const whole = repository.read(file);
  repository.commit('There', { when: '2023-02-02T09:00:00+08:00' });
  repository.write(file, whole.replace(/\n.*Hall ready.*/, ''));
  repository.commit('Gone', { author: li, when: '2023-02-03T09:00:00+08:00' });
  repository.write(file, whole);
  repository.commit('Back', { when: '2023-02-04T09:00:00+08:00' });
  const items = await itemsOf(repository, ['T01.2', '--limit', '3']);
  expect(items.map(({ how, recorded }) => [how, recorded])).toEqual([
    ['appended', '2023-02-04'],
    ['removed', '2023-02-03'],
    ['appended', '2023-02-02'],
  ]);
});

test('history goes on across a folder that was moved, files that moved and ids that changed', async () => {
  const repository = handRepository();
  record(repository, late);
  repository.commit('Reinstated', { author: li, when: '2023-02-02T09:00:00+08:00' });
  mkdirSync(join(repository.top, 'ledgers'));
  renameSync(join(repository.top, 'ledger'), join(repository.top, 'ledgers/2022'));
  repository.commit('Moved', { when: '2023-02-03T09:00:00+08:00' });
  const now = 'ledgers/2022/tasks/T01.yaml';
  repository.replace(now, 'id: T01.2', 'id: T01.7');
  const renumbered = repository.commit('Renumbered', { when: '2023-02-04T09:00:00+08:00' });
  const folder = 'ledgers/2022';
  const items = await itemsOf(repository, ['T01.7', '--limit', '3'], { folder });
  expect(
    items.map(({ id, id_then: former, recorded, change }) => ({ id, former, recorded, change })),
  ).toEqual([
    { id: 'T01.7', former: 'T01.7', recorded: '2023-02-04', change: 'renumbered' },
    { id: 'T01.7', former: 'T01.2', recorded: '2023-02-02', change: 'log' },
    { id: 'T01.7', former: 'T01.2', recorded: '2022-03-01', change: 'log' },
  ]);
  expect(items[0]?.['commit']).toBe(renumbered);
  // The former id still leads there.
  expect(await itemsOf(repository, ['t1.2', '--limit', '3'], { folder })).toEqual(items);
});

test('before the folder was moved, what is recorded of it is known from where it lay then', async () => {
  const repository = handRepository();
  record(repository, late);
  repository.commit('Reinstated', { author: li, when: '2023-02-02T09:00:00+08:00' });
  mkdirSync(join(repository.top, 'ledgers'));
  renameSync(join(repository.top, 'ledger'), join(repository.top, 'ledgers/2022'));
  repository.commit('Moved', { when: '2023-02-03T09:00:00+08:00' });
  const folder = 'ledgers/2022';
  for (const question of [[], ['T01.2']]) {
    const now = await itemsOf(repository, question, { folder });
    const then = await itemsOf(repository, [...question, '--known-by', '2023-02-02'], { folder });
    expect(then.length).toBeGreaterThan(5);
    expect(then).toEqual(now);
  }
});

test('another list that takes the place of one is not its continuation', async () => {
  const repository = handRepository();
  renameSync(join(repository.top, 'ledger'), join(repository.top, 'next'));
  repository.replace('next/ledger.yaml', 'year: 2022', 'year: 2023');
  repository.commit('Rolled over', { when: '2023-02-03T09:00:00+08:00' });
  const items = await itemsOf(repository, ['T01.2'], { folder: 'next' });
  expect(new Set(items.map(({ recorded }) => recorded))).toEqual(new Set(['2023-02-03']));
});

test('a record that is gone is still found by its id', async () => {
  const repository = handRepository();
  const text = repository.read(file);
  repository.write(file, text.slice(0, text.indexOf('  - id: T01.2')));
  repository.commit('Gone', { author: li, when: '2023-02-03T09:00:00+08:00' });
  const items = await itemsOf(repository, ['T01.2']);
  const own = items.filter(({ change }) => change !== 'log');
  expect(own.map(({ change, recorded }) => [change, recorded])).toEqual([
    ['removed', '2023-02-03'],
    ['added', '2022-03-01'],
  ]);
});

test('a version that nobody could read is passed over and told', async () => {
  const repository = handRepository();
  const text = repository.read(file);
  repository.write(file, `${text}\n<<<<<<< ours\n`);
  const broken = repository.commit('Broken', { author: li, when: '2023-02-03T09:00:00+08:00' });
  repository.write(file, text);
  record(repository, late);
  repository.commit('Mended', { author: wang, when: '2023-02-04T09:00:00+08:00' });
  const { out } = await ask(repository, ['log', 'T01', '--json']);
  const { items, unread } = JSON.parse(out);
  expect(unread).toEqual([{ commit: broken, file: 'tasks/T01.yaml' }]);
  const recorded = items.map((each: { recorded: string }) => each.recorded);
  expect(recorded.filter((day: string) => day !== '2022-03-01')).toEqual(['2023-02-04']);
  const { out: told } = await ask(repository, ['log', 'T01']);
  expect(told).toContain(
    `1 version of a file could not be read and was passed over: tasks/T01.yaml`,
  );
});

test('what is not committed yet stands at the top', async () => {
  const repository = handRepository();
  record(repository, late);
  repository.replace('ledger/ledger.yaml', 'measures: 9', 'measures: 8');
  const [first, second] = await itemsOf(repository);
  expect([first, second]).toMatchObject([
    { id: 'T01.2', recorded: null, author: null, commit: null, happened: '2023-02-01', days: null },
    { record: 'ledger', attribute: 'issued', recorded: null },
  ]);
  const { out } = await ask(repository, ['log', 'ledger', '--limit', '1']);
  expect(out).toMatch(/^not committed yet\n +ledger +issued: measures: 9 → 8$/m);
});

test('where the history is cut off, the oldest is from that day or before', async () => {
  const repository = handRepository();
  repository.write('README.md', 'one\n');
  repository.commit('One', { when: '2023-02-03T09:00:00+08:00' });
  record(repository, late);
  repository.commit('Two', { author: li, when: '2023-02-04T09:00:00+08:00' });
  const top = join(temporaryFolder(), 'clone');
  execFileSync('git', ['clone', '--quiet', '--depth', '2', `file://${repository.top}`, top]);
  const clone = repositoryAt(top);
  const items = await itemsOf(clone, ['T01.2']);
  expect(items.map(({ recorded, or_before: before }) => [recorded, before])).toEqual([
    ['2023-02-04', false],
    ...Array(7).fill(['2023-02-03', true]),
  ]);
  const { out } = await ask(clone, ['log', 'T01.2']);
  expect(out).toContain('on or before 2023-02-03');
  expect(out).toContain('git fetch --unshallow');
});

test('a criterion has what was said of it in the log of its item', async () => {
  const repository = handRepository();
  repository.replace('ledger/tasks/T03.yaml', 'text: Catalogue issued', 'text: Catalogue printed');
  repository.commit('Text', { author: li, when: '2023-02-03T09:00:00+08:00' });
  const items = await itemsOf(repository, ['t3.1#b']);
  expect(
    items.map(({ id, change, happened, attribute }) => [id, change, happened ?? attribute]),
  ).toEqual([
    ['T03.1#b', 'attribute', 'text'],
    ['T03.1#b', 'added', null],
    ['T03.1', 'log', '2022-09-15'],
  ]);
});

test('a query means items as it does elsewhere; names and flags are taken', async () => {
  const repository = handRepository();
  const idsOf = async (...args: readonly string[]) => [
    ...new Set((await itemsOf(repository, args)).map(({ id }) => String(id).replace(/#.*/, ''))),
  ];
  expect(await idsOf('lead:permit-group')).toEqual(['T01.2']);
  expect(await idsOf('--lead', 'permit-group')).toEqual(['T01.2']);
  expect(await idsOf('permit desks')).toEqual(['T01.2']);
  expect((await idsOf('T01')).sort()).toEqual(['T01', 'T01.1', 'T01.2']);
  const { exit, err } = await ask(repository, ['log', 'T99']);
  expect(exit).toBe(2);
  expect(err).toContain('there is no record "T99"');
});

test('many records of one commit take one row for people, and a row each for programs', async () => {
  const repository = handRepository();
  const { out } = await ask(repository, ['log']);
  expect(out).toMatch(
    /2022-03-01 · Test · The list as issued · [0-9a-f]{10}\n added: 1 ledger, 3 fields.* 9 measures.*entries of logs/,
  );
  expect(out.split('\n').filter((line) => line.includes('2022-03-01'))).toHaveLength(1);
  expect((await itemsOf(repository)).length).toBeGreaterThan(60);
  const { out: csv } = await ask(repository, ['log', '--format', 'csv']);
  expect(csv.split('\n').length).toBeGreaterThan(60);
});

/** A demo ledger whose year came in two commits, and one entry after them. */
const bulkRepository = async (): Promise<TestRepository> => {
  const repository = newRepository();
  const root = join(repository.top, 'ledger');
  await run(['demo', root]);
  const entry = /^ *- \{ date: (\d{4}-\d{2}-\d{2}), event: /;
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [join('ledger', name), read(root, name)] as const);
  for (const day of ['2022-07-31', '2022-12-31']) {
    for (const [name, text] of files) {
      const lines = text.split('\n').filter((line) => (entry.exec(line)?.[1] ?? '') <= day);
      const isEmptyLog = (line: string, at: number) =>
        /^ *log:$/.test(line) && !entry.test(lines[at + 1] ?? '');
      repository.write(name, lines.filter((line, at) => !isEmptyLog(line, at)).join('\n'));
    }
    repository.commit(day, { when: `${day}T18:00:00+08:00` });
  }
  return repository;
};

test('whatever one commit did to many records takes a row of each sort, and an id opens it', async () => {
  const repository = await bulkRepository();
  const all = await itemsOf(repository);
  const appended = all.filter(
    ({ recorded, change }) => [recorded, change].join() === '2022-12-31,log',
  );
  const records = new Set(appended.map(({ id }) => id));
  expect(records.size).toBeGreaterThan(20);
  const { out } = await ask(repository, ['log', '--limit', '20']);
  expect(out).toContain(`${appended.length} entries of ${records.size} records`);
  // The rows are what is limited: both commits are there, with all that each of them did.
  expect(out).toContain(`\n${all.length} changes recorded.`);
  expect(out).toContain('2022-12-31 · Test');
  expect(out).toContain('2022-07-31 · Test');
  const [id] = records;
  const { out: own } = await ask(repository, ['log', String(id)]);
  expect(own).not.toMatch(/entries of \d+ records/);
  const some = (await itemsOf(repository, ['--limit', '20'])).length;
  expect(some).toBe(20);
});

test('where many records changed or went, how is told by their numbers', async () => {
  const repository = handRepository();
  for (const name of ['T01', 'T02', 'T03']) {
    const path = `ledger/tasks/${name}.yaml`;
    const text = repository.read(path);
    repository.write(path, text.replace(/^( +(?:- )?)title: /gm, '$1title: New '));
  }
  repository.commit('Titles', { when: '2023-02-03T09:00:00+08:00' });
  const { out } = await ask(repository, ['log']);
  expect(out).toMatch(
    /Titles · [0-9a-f]{10}\n +\d+ values, places or ids of \d+ records changed$/m,
  );
  repository.git('rm', '--quiet', '-r', 'ledger/tasks', 'ledger/projects');
  repository.commit('Gone', { when: '2023-02-04T09:00:00+08:00' });
  const { out: gone } = await ask(repository, ['log']);
  expect(gone).toMatch(
    /Gone · [0-9a-f]{10}\n removed: 4 tasks, 9 measures, 6 projects and \d+ criteria/,
  );
});

test.each([
  ['en', 80],
  ['en', 120],
  ['zh', 80],
  ['zh', 120],
] as const)('days, ids and words are whole in %s on %i columns', async (language, width) => {
  const repository = handRepository();
  record(repository, late);
  repository.commit('Reinstated, and a subject that says more than a line of a terminal can hold', {
    author: wang,
    when: '2023-02-20T09:00:00+08:00',
  });
  record(repository, 'date: 2023-02-04, event: start, by: permit-group');
  const { exit, out } = await run(
    ['log', 'T01', '--ledger', join(repository.top, 'ledger'), '--lang', language],
    { width, env: { NO_COLOR: '1' } },
  );
  expect(exit).toBe(0);
  const lines = out.split('\n');
  for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
  for (const day of ['2022-06-12', '2023-02-01', '2023-02-04']) expect(out).toContain(` ${day} `);
  const of = lines.find((line) => line.includes('2023-02-01'));
  expect(of).toContain(language === 'en' ? 'reinstated · reason: Hall ready' : 'Hall ready');
});

test('a postponement is told with the deadline that it moved', async () => {
  const repository = handRepository();
  record(repository, late);
  record(
    repository,
    'date: 2023-02-02, event: postpone, by: reform-office, due: 2023-06-30, reason: Hall, document: X 1',
  );
  repository.commit('Postponed', { author: li, when: '2023-02-02T09:00:00+08:00' });
  const { out } = await ask(repository, ['log', 'T01.2', '--limit', '1']);
  expect(out).toMatch(/postponed · deadline: \d{4}-\d\d-\d\d → 2023-06-30 \(\d+ days later\)/);
});

test('names of authors and subjects cannot reach the terminal', async () => {
  const repository = handRepository();
  record(repository, late);
  repository.commit('\u001b]0;owned\u0007 subject', {
    author: '\u001b[31mEvil\u202e <e@x>',
    when: '2023-02-03T09:00:00+08:00',
  });
  for (const format of ['table', 'markdown', 'csv']) {
    const { out } = await ask(repository, ['log', 'T01.2', '--format', format]);
    expect(out).toContain('Evil');
    expect(out).not.toMatch(/\u001b\[31m|\u202e|\u0007/);
  }
});

test('the configuration of a repository runs nothing and changes nothing', async () => {
  const repository = handRepository();
  const mark = join(repository.top, 'ran');
  record(repository, late);
  repository.commit('改期', { author: '王芳 <w@x>', when: '2023-02-03T09:00:00+08:00' });
  for (const key of ['diff.external', 'core.fsmonitor', 'core.pager', 'gpg.program'])
    repository.git('config', key, `touch '${mark}'; false`);
  repository.git('config', 'log.showSignature', 'true');
  repository.git('config', 'diff.renames', 'copies');
  repository.git('config', 'diff.noprefix', 'true');
  repository.git('config', 'i18n.logOutputEncoding', 'GBK');
  const [first] = await itemsOf(repository, ['T01.2']);
  expect(first).toMatchObject({ subject: '改期', author: { name: '王芳' } });
  expect(() => repository.read('ran')).toThrow();
});

test('it looks back to a day by either clock', async () => {
  const repository = handRepository();
  record(repository, late);
  repository.commit('Reinstated', { when: '2023-02-20T09:00:00+08:00' });
  record(repository, 'date: 2023-02-04, event: start, by: permit-group');
  repository.commit('Started', { when: '2023-02-21T09:00:00+08:00' });
  record(repository, 'date: 2023-02-05, event: report, by: permit-group');
  const first = async (...args: readonly string[]) =>
    (await itemsOf(repository, ['T01.2', ...args]))[0]?.['happened'];
  expect(await first()).toBe('2023-02-05');
  expect(await first('--as-of', '2023-02-04')).toBe('2023-02-04');
  expect(await first('--known-by', '2023-02-20')).toBe('2023-02-01');
});

test('Chinese words for the same', async () => {
  const repository = handRepository();
  record(repository, late);
  const { out } = await ask(repository, ['log', 'T01.2', '--limit', '1', '--lang', 'zh']);
  expect(out).toMatch(/发生日期 +编号 +内容/);
  expect(out).toMatch(/^尚未提交\n 2023-02-01 +T01\.2/m);
});

test.each([
  ['outside of git', () => copyOf(handLedger), 'does not lie in a git repository'],
  [
    'before the first commit',
    () => {
      const { top } = newRepository();
      renameSync(copyOf(handLedger), join(top, 'ledger'));
      return join(top, 'ledger');
    },
    'nothing has been committed',
  ],
])('%s it says so', async (_what, root, said) => {
  const { exit, out, err } = await run(['log', '--ledger', root()]);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(said);
});
