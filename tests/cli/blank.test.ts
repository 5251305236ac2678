/** What stands in the files of a new Chinese ledger: examples that hold, and say it in Chinese. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blankLedger } from '../../src/cli/writing/blank.ts';
import { noCache } from '../../src/ledger/cache.ts';
import { load } from '../../src/ledger/load.ts';
import { folderSource } from '../../src/ledger/source.ts';
import { kindNames, kindOf } from '../../src/model/kinds/index.ts';
import { allEntries } from '../../src/model/rules/rule.ts';
import { zh } from '../../src/words/zh.ts';
import { sampleText } from '../../src/words/zh-samples.ts';
import { temporaryFolder } from '../harness.ts';

const head = {
  title: '云州市2026年全面深化改革台账',
  jurisdiction: '云州',
  year: 2026,
  timezone: 'Asia/Shanghai',
  language: 'zh',
} as const;

const blank = new Map(
  [...blankLedger(zh, head, 'none')].map(([file, bytes]) => [file, Buffer.from(bytes).toString()]),
);

/** What a comment without a blank behind its sign says. */
const uncommented = (text: string): string =>
  text
    .split('\n')
    .filter((line) => /^#(?! \S)/.test(line))
    .map((line) => `${line.slice(1)}\n`)
    .join('');

const inBlock = (text: string): string => /```yaml\n([\s\S]*?)```/.exec(text)?.[1] ?? '';

/** A ledger of nothing but the examples, with a text in which its quotes are looked up. */
const examples = (quoted = sampleText.text) => {
  const root = temporaryFolder();
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  for (const [file, text] of blank) {
    if (!file.endsWith('.yaml')) continue;
    const own = file === 'ledger.yaml' ? text.replace(/^#.*\n/gm, '') : '';
    put(file, own + uncommented(text));
  }
  put('tasks/T04.yaml', inBlock(blank.get('tasks/README.md') ?? ''));
  put('projects/huangpu.yaml', inBlock(blank.get('projects/README.md') ?? ''));
  put(sampleText.file, quoted);
  return { root, ...load(folderSource(root), { attachments: true, cache: noCache }) };
};

describe('the examples of a new Chinese ledger', () => {
  test('are together a ledger with nothing wrong', () => {
    const { root, diagnostics, ledger } = examples();
    expect(diagnostics).toEqual([]);
    for (const kind of kindNames) expect(ledger.entries[kind].length, kind).toBeGreaterThan(0);
    expect(readFileSync(join(root, 'units.yaml'), 'utf8')).toContain('市规划和自然资源局');
  });

  test('have quotes that are looked up', () => {
    const codes = examples('另一份文件。\n').diagnostics.map(({ code }) => code);
    expect(codes).toContain('source/quote-not-found');
  });

  test('have Chinese names only', () => {
    const { ledger } = examples();
    for (const { id, kind, data } of allEntries(ledger)) {
      const name = (data as { readonly [key: string]: unknown })[kindOf(kind).titleOf];
      expect(name, `${kind} ${id}`).toMatch(/\p{Script=Han}/u);
      expect(data, `${kind} ${id}`).not.toHaveProperty('title_zh');
    }
  });

  test('leave nothing open', () => {
    expect([...blank.values()].join('\n').match(/: …/g)).toBeNull();
  });

  test.each(kindNames)('show every attribute of a %s that a Chinese ledger needs', (kind) => {
    const all = [...blank.values()].join('\n');
    for (const [name, { inherited }] of Object.entries(kindOf(kind).attributes)) {
      if (inherited || /_zh(?:_basis)?$/.test(name) || name === 'measures') continue;
      expect(all, name).toContain(`${name}:`);
    }
  });
});

test('no comment of theirs is English', () => {
  const comments = [...blank].flatMap(([file, text]) =>
    text.split('\n').flatMap((line) => {
      const [, said] = /(?:^| {2})# (\S.*)$/.exec(line) ?? [];
      return file.endsWith('.yaml') && said !== undefined ? [said] : [];
    }),
  );
  expect(comments.length).toBeGreaterThan(100);
  expect(comments.filter((said) => !/\p{Script=Han}/u.test(said))).toEqual([]);
});
