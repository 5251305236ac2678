/**
 * Pages that are made from the code are current, and what the README shows is what happens. `npm run docs` writes them
 * anew; review the difference like any other.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { schemas } from '../src/cli/schemas/index.ts';
import { projectRoot, read, run, temporaryFolder } from './harness.ts';
import { jsonPage, schemaPath } from './json-page.ts';
import { queryPage } from './query-page.ts';
import { commandReference, dataDictionary } from './reference.ts';
import { sampleList } from './sample.ts';

test('the data dictionary is current', async () => {
  await expect(dataDictionary()).toMatchFileSnapshot(join(projectRoot, 'data/README.md'));
});

test('the command reference is current', async () => {
  await expect(await commandReference()).toMatchFileSnapshot(join(projectRoot, 'docs/commands.md'));
});

test('the page about queries is current', async () => {
  await expect(queryPage()).toMatchFileSnapshot(join(projectRoot, 'docs/query.md'));
});

test('the page about answers for programs is current', async () => {
  await expect(jsonPage()).toMatchFileSnapshot(join(projectRoot, 'docs/json.md'));
});

const updating = process.argv.includes('--update') || process.argv.includes('-u');

describe('the published schemas', () => {
  test.each([...schemas.keys()])('%s is what is printed', async (name) => {
    const { exit, out } = await run(['schema', name]);
    expect(exit).toBe(0);
    await expect(out).toMatchFileSnapshot(join(projectRoot, 'docs', schemaPath(name)));
  });

  // What is written anew is there only once all tests have ended.
  test.skipIf(updating)('are of something that there is', () => {
    const kept = readdirSync(join(projectRoot, 'docs/json'), { recursive: true, encoding: 'utf8' });
    const files = kept.filter((file) => file.endsWith('.json'));
    expect(files.map((file) => `json/${file.replaceAll('\\', '/')}`).sort()).toEqual(
      [...schemas.keys()].map(schemaPath).sort(),
    );
  });
});

const git = (root: string, ...args: readonly string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
    cwd: root,
    encoding: 'utf8',
  });

const repository = (): string => {
  const root = temporaryFolder();
  git(root, '-c', 'init.defaultBranch=main', 'init', '--quiet');
  return root;
};

/** What a command of a session prints, on a terminal of 100 columns without colours. */
const play = async (
  root: string,
  command: string,
  setting: { readonly now?: string },
): Promise<string> => {
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  );
  if (words[0] === 'git') return git(root, ...words.slice(1));
  if (words[0] === 'perl')
    return execFileSync('perl', words.slice(1), { cwd: root, encoding: 'utf8' });
  const { out, err } = await run(words.slice(1), {
    cwd: root,
    env: { NO_COLOR: '1' },
    width: 100,
    ...setting,
  });
  // Where the configuration lies is of this machine.
  const shown = (out + err).replaceAll(join(root, '.reform-config'), '~/.config/reform');
  // The commits of the session are made anew each time.
  return shown.replace(/\([0-9a-f]{10}\)/g, '(1a2b3c4d5e)');
};

/** Plays the console sessions of a page one after the other; the page shows what they print. */
const expectPlayed = async (
  page: string,
  root: string,
  setting: { readonly now?: string } = {},
): Promise<void> => {
  const text = read(projectRoot, page).replaceAll('\r\n', '\n');
  let played = '';
  let count = 0;
  for (const part of text.split(/(```console\n[\s\S]*?```)/)) {
    const commands = part.startsWith('```console') ? [...part.matchAll(/^\$ (.*)$/gm)] : [];
    if (commands.length === 0) {
      played += part;
      continue;
    }
    played += '```console\n';
    for (const [line, command = ''] of commands) {
      played += `${line}\n${await play(root, command, setting)}`;
      count += 1;
    }
    played += '```';
  }
  expect(count).toBeGreaterThan(3);
  await expect(played).toMatchFileSnapshot(join(projectRoot, page));
};

describe('the README', () => {
  const readme = read(projectRoot, 'README.md').replaceAll('\r\n', '\n');

  test('begins with the two commands that do all the set-up', () => {
    const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, text = '']) =>
      text.trim(),
    );
    expect(commands.slice(0, 2)).toEqual([
      'npm ci && npm run build && node bin/reform.js list --district Huangpu',
      'npm test',
    ]);
  });

  test('shows a real session', async () => {
    const root = repository();
    cpSync(join(projectRoot, 'data'), join(root, 'data'), { recursive: true });
    git(root, '-c', 'core.autocrlf=false', 'add', '.');
    git(root, 'commit', '--quiet', '-m', 'ledger');
    await expectPlayed('README.md', root);
  });
});

describe('the first hour', () => {
  const sample = join(projectRoot, 'docs/sample-list.xlsx');

  test('has its list, as the tests make it', async () => {
    const made = await sampleList();
    if (updating || !existsSync(sample)) writeFileSync(sample, made);
    const cellsOf = async (bytes: Uint8Array) => {
      const { sheets } = await readXlsx(bytes);
      return sheets.map(({ name, rows, merges }) => ({ name, rows, merges }));
    };
    expect(await cellsOf(readFileSync(sample))).toEqual(await cellsOf(made));
  });

  test('is what happens', async () => {
    // The page itself makes a repository of it.
    const root = temporaryFolder();
    cpSync(sample, join(root, 'sample-list.xlsx'));
    await expectPlayed('docs/first-hour.md', root, { now: '2026-04-03T04:00:00Z' });
  });
});
