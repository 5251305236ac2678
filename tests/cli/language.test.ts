/** Answers in the language asked for, and in no other. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOf, handLedger, read, run, temporaryFolder } from '../harness.ts';

const chinese = (): string => {
  const root = copyOf(handLedger);
  const head = read(root, 'ledger.yaml').replace(/^language: en$/m, 'language: zh');
  writeFileSync(join(root, 'ledger.yaml'), head);
  return root;
};

const isChinese = (text: string): boolean => text.includes('具体举措');

const list = async (root: string, args: readonly string[] = [], env = {}) => {
  const { out, err } = await run(['list', 'measures', '--today', '2022-10-31', ...args], {
    cwd: root,
    env,
  });
  return out + err;
};

describe('which language', () => {
  test("is the ledger's own where nobody says another", async () => {
    expect(isChinese(await list(chinese()))).toBe(true);
    expect(isChinese(await list(copyOf(handLedger)))).toBe(false);
  });

  test('--lang goes before REFORM_LANG, and that before reform iam, and that before the ledger', async () => {
    const root = chinese();
    expect((await run(['iam', '--lang', 'en'], { cwd: root })).exit).toBe(0);
    expect(isChinese(await list(root))).toBe(false);
    expect(isChinese(await list(root, [], { REFORM_LANG: 'zh_CN.UTF-8' }))).toBe(true);
    expect(isChinese(await list(root, ['--lang', 'en'], { REFORM_LANG: 'zh' }))).toBe(false);
    expect(isChinese(await list(root, ['--lang=zh-CN'], { REFORM_LANG: 'en' }))).toBe(true);
  });

  test('who I am keeps it, with or without a unit', async () => {
    const root = copyOf(handLedger);
    await run(['iam', '--lang', 'zh'], { cwd: root });
    const [unit] =
      /^- id: (\S+)|id: ([a-z-]+)/m.exec(read(root, 'units.yaml'))?.slice(1).filter(Boolean) ?? [];
    await run(['iam', unit ?? '', '--name', '李明'], { cwd: root });
    expect(isChinese(await list(root))).toBe(true);
    await run(['iam', '--forget'], { cwd: root });
    expect(isChinese(await list(root))).toBe(false);
  });

  test('one that there is not is a mistake in use', async () => {
    for (const [args, env] of [
      [['--lang', 'fr'], {}],
      [[], { REFORM_LANG: 'xx' }],
    ] as const) {
      const { exit, out, err } = await run(['list', ...args], { cwd: copyOf(handLedger), env });
      expect([exit, out]).toEqual([2, '']);
      expect(err).toContain('en, zh');
    }
  });

  test('of several ledgers it is that of the current one, or of the year', async () => {
    const folder = temporaryFolder();
    for (const [name, language, state] of [
      ['2021', 'en', 'closed'],
      ['2022', 'zh', 'current'],
    ] as const) {
      mkdirSync(join(folder, 'data', name), { recursive: true });
      writeFileSync(
        join(folder, 'data', name, 'ledger.yaml'),
        `title: A\njurisdiction: B\nyear: ${name}\ntimezone: Asia/Shanghai\nlanguage: ${language}\nstate: ${state}\nbasis: office\n`,
      );
    }
    expect((await run(['--help'], { cwd: folder })).out).toContain('用法');
    expect((await run(['--help', '--year', '2021'], { cwd: folder })).out).toContain('Usage');
  });

  test('a ledger that cannot be read is told of in English', async () => {
    const root = chinese();
    writeFileSync(join(root, 'ledger.yaml'), '- [');
    expect((await run(['list'], { cwd: root })).err).toContain('the ledger cannot be read');
  });
});

describe('in Chinese', () => {
  test('help, mistakes of the command line and failures', async () => {
    const cwd = chinese();
    expect((await run(['list', '--help'], { cwd })).out).toMatch(
      /用法：[\s\S]*选项：[\s\S]*示例：/,
    );
    const { exit, err } = await run(['lst'], { cwd });
    expect([exit, err]).toEqual([2, 'reform: 没有“lst”这个命令\n（您要找的是不是“list”？）\n']);
    expect((await run(['list', '--stauts', 'x'], { cwd })).err).toContain('没有“--stauts”这个选项');
    expect((await run(['show'], { cwd })).err).toContain('缺少必需的参数');
    expect((await run(['show', 'nothing'], { cwd })).err).toMatch(/[\u4e00-\u9fff]/);
  });

  test('titles in Chinese where the ledger has them; ids, keys and JSON stay', async () => {
    const cwd = copyOf(handLedger);
    const args = ['list', '--today', '2022-10-31', '--json'];
    const [en, zh] = await Promise.all(
      ['en', 'zh'].map((lang) => run([...args, '--lang', lang], { cwd })),
    );
    expect(zh?.out).toBe(en?.out);
    const show = await run(['show', 'T03.1', '--lang', 'zh', '--today', '2022-10-31'], { cwd });
    expect(show.out).toMatch(/^T03\.1 {2}[\u4e00-\u9fff]/);
  });

  test('a title that was amended is shown as amended', async () => {
    const root = copyOf('tests/diagnostics/base');
    const set = await run(['set', 'T02.1', 'title_zh=新名称', '-y', '--ledger', root], {
      now: '2022-12-01T04:00:00Z',
    });
    expect(set.exit, set.err).toBe(0);
    const { out } = await run(['list', 'T02.1', '--lang', 'zh', '--ledger', root]);
    expect(out).toContain('新名称');
    const before = await run([
      'list',
      'T02.1',
      '--lang',
      'zh',
      '--as-of',
      '2022-01-01',
      '--ledger',
      root,
    ]);
    expect(before.out).not.toContain('新名称');
  });
});

test('without a command: what my unit owes once it is known who I am', async () => {
  const root = copyOf(handLedger);
  expect((await run([], { cwd: root })).out).toContain('Usage');
  const unit = /id: ([a-z-]+)/.exec(read(root, 'units.yaml'))?.[1] ?? '';
  await run(['iam', unit], { cwd: root });
  const mine = await run(['mine'], { cwd: root });
  expect(mine.exit).toBe(0);
  expect(await run([], { cwd: root })).toEqual(mine);
});

test('looking back is for questions: a writer refuses it', async () => {
  const root = copyOf(handLedger);
  const { exit, err } = await run(['report', 'T03.1', '-m', 'x', '--as-of', '2022-06-30'], {
    cwd: root,
  });
  expect(exit).toBe(2);
  expect(err).toContain('--as-of is for questions');
});

test.skipIf(process.platform !== 'linux')(
  'who I am is told to be lost where the system keeps nothing (Linux)',
  async () => {
    const root = copyOf(handLedger);
    const unit = /id: ([a-z-]+)/.exec(read(root, 'units.yaml'))?.[1] ?? '';
    const env = { REFORM_CONFIG: '/proc/nowhere/reform' };
    const { exit, err } = await run(['iam', unit], { cwd: root, env });
    expect(exit).toBe(5);
    expect(err).toContain('/proc/nowhere');
  },
);
