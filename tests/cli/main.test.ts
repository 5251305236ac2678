import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../../src/cli/catalogue.ts';
import { copyOf, handLedger, realLedger, run, temporaryFolder } from '../harness.ts';

describe('help', () => {
  test('without a word: what a new user meets first', async () => {
    const { exit, out } = await run([]);
    expect(exit).toBe(0);
    for (const { name, isFirst = false } of catalogue) {
      expect(out.includes(`\n  ${name} `), name).toBe(isFirst);
    }
    expect(out).toContain('All commands: reform --help.');
  });

  test('--help lists them all', async () => {
    const { exit, out } = await run(['--help']);
    expect(exit).toBe(0);
    for (const { name } of catalogue) expect(out).toContain(`\n  ${name} `);
  });

  test.each(catalogue)('$name: examples, and the same by help and --help', async ({ name }) => {
    const { exit, out } = await run([name, '--help']);
    expect(exit).toBe(0);
    expect(out).toContain('Examples:');
    expect((await run(['help', name])).out).toBe(out);
  });

  test('a misspelt command is no help, but a hint', async () => {
    const { exit, out, err } = await run(['lsit']);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain('Did you mean list?');
  });
});

describe('which ledger', () => {
  const ledger = (folder: string, state: string, year: number) => {
    mkdirSync(folder, { recursive: true });
    const head = `title: List\njurisdiction: Linjiang\nyear: ${year}\ntimezone: Asia/Shanghai\nlanguage: en\nstate: ${state}\nbasis: office\n`;
    writeFileSync(join(folder, 'ledger.yaml'), head);
  };

  test('is found upwards from a folder deep inside the repository', async () => {
    const root = temporaryFolder();
    ledger(join(root, 'data', '2022'), 'current', 2022);
    const deep = join(root, 'docs', 'notes');
    mkdirSync(deep, { recursive: true });
    expect((await run(['summary'], { cwd: deep })).out).toContain('Linjiang 2022');
  });

  test('of several it is the current one; --year picks another', async () => {
    const root = temporaryFolder();
    ledger(join(root, 'data', '2021'), 'closed', 2021);
    ledger(join(root, 'data', '2022'), 'current', 2022);
    expect((await run(['summary'], { cwd: root })).out).toContain('Linjiang 2022');
    expect((await run(['summary', '--year', '2021'], { cwd: root })).out).toContain(
      'Linjiang 2021',
    );
    const { exit, err } = await run(['summary', '--year', '2020'], { cwd: root });
    expect(exit).toBe(2);
    expect(err).toBe('reform: no ledger of 2020; there are data/2021, data/2022\n');
  });

  test.each([
    ['none is current', 'closed', 'reform: no ledger here is current: data/2021, data/2022\n'],
    ['several are', 'current', 'reform: several ledgers are found: data/2021, data/2022\n'],
  ])('where %s, they are named', async (_what, state, message) => {
    const root = temporaryFolder();
    ledger(join(root, 'data', '2021'), state, 2021);
    ledger(join(root, 'data', '2022'), state, 2022);
    const { exit, out, err } = await run(['summary'], { cwd: root });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(message);
  });

  test.each(['draft', 'closed', 'current'])('the only one is meant, be it %s', async (state) => {
    const root = temporaryFolder();
    ledger(join(root, 'data', '2026'), state, 2026);
    expect((await run(['summary'], { cwd: root })).out).toContain('Linjiang 2026');
    const { exit, err } = await run(['add', 'task', 'title=x', '-n'], { cwd: root });
    expect([exit, err.includes('is closed')]).toEqual(state === 'closed' ? [1, true] : [0, false]);
  });

  test('is named by --ledger or REFORM_LEDGER', async () => {
    const root = temporaryFolder();
    ledger(join(root, 'mine'), 'draft', 2023);
    expect((await run(['summary', '--ledger', 'mine'], { cwd: root })).out).toContain(
      'Linjiang 2023',
    );
    const env = { REFORM_LEDGER: join(root, 'mine') };
    expect((await run(['summary'], { cwd: root, env })).out).toContain('Linjiang 2023');
    expect((await run(['summary', '--ledger', 'nowhere'], { cwd: root })).exit).toBe(2);
  });

  test('none at all is told', async () => {
    const { exit, err } = await run(['list'], { cwd: temporaryFolder() });
    expect(exit).toBe(2);
    expect(err).toContain('no ledger found');
  });

  test('an empty one answers', async () => {
    const root = temporaryFolder();
    ledger(root, 'current', 2022);
    for (const command of ['list', 'summary', 'validate']) {
      const { exit, err } = await run([command], { cwd: root });
      expect(exit, err).toBe(0);
    }
    expect((await run(['list'], { cwd: root })).out).toContain('No measures or projects found.');
  });
});

describe('a file that cannot be read', () => {
  const broken = () => {
    const root = copyOf(realLedger);
    writeFileSync(join(root, 'tasks', 'T05.yaml'), 'id: T05\ntitle: [unclosed\n');
    return root;
  };

  test.each([
    ['list'],
    ['list', 'projects', '--json'],
    ['show', 'huangpu-1'],
    ['summary'],
    ['report', 'huangpu-1', '-m', 'x'],
  ])('makes %s fail rather than answer less', async (...args) => {
    const { exit, out, err } = await run(args, { cwd: broken() });
    expect({ exit, out }).toEqual({ exit: 3, out: '' });
    expect(err).toContain('tasks/T05.yaml:');
    expect(err).toContain('the ledger cannot be read');
  });

  test('a fault of meaning alone does not: it is told beside the answer', async () => {
    const root = copyOf(realLedger);
    writeFileSync(join(root, 'tasks', 'T05.yaml'), 'id: T05\ntitle: A\nfield: nowhere\n');
    const { exit, out, err } = await run(['list', 'tasks'], { cwd: root });
    expect(exit).toBe(0);
    expect(out).toContain('22 tasks');
    expect(err).toBe('The ledger has 1 problem; see reform validate.\n');
  });
});

test('a command that is printed names the ledger that was named', async () => {
  const ledger = copyOf(handLedger);
  const { out } = await run(['list', 'measures', '--ledger', ledger]);
  expect(out).toContain(`Next: reform show T01.1 --ledger "${ledger}"`);
  expect((await run(['list', 'measures'], { cwd: ledger })).out).toMatch(
    /Next: reform show T01\.1$/m,
  );
});
