/**
 * Pages that are made from the code are current, and what the README shows is what happens. `npm run docs` writes them
 * anew; review the difference like any other.
 */
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot, read, run, temporaryFolder } from './harness.ts';
import { commandReference, dataDictionary } from './reference.ts';

test('the data dictionary is current', async () => {
  await expect(dataDictionary()).toMatchFileSnapshot(join(projectRoot, 'data/README.md'));
});

test('the command reference is current', async () => {
  await expect(await commandReference()).toMatchFileSnapshot(join(projectRoot, 'docs/commands.md'));
});

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
    const root = temporaryFolder();
    cpSync(join(projectRoot, 'data'), join(root, 'data'), { recursive: true });
    const git = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], {
        cwd: root,
        encoding: 'utf8',
      });
    git('-c', 'init.defaultBranch=main', 'init', '--quiet');
    git('-c', 'core.autocrlf=false', 'add', '.');
    git('commit', '--quiet', '-m', 'ledger');
    /** What a command of the session prints, on a terminal of 100 columns without colours. */
    const play = async (command: string): Promise<string> => {
      const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(
        ([, quoted, word]) => quoted ?? word ?? '',
      );
      if (words[0] === 'git') return git(...words.slice(1));
      const { out, err } = await run(words.slice(1), {
        cwd: root,
        env: { NO_COLOR: '1' },
        width: 100,
      });
      return out + err;
    };
    let played = '';
    let count = 0;
    for (const part of readme.split(/(```console\n[\s\S]*?```)/)) {
      const commands = part.startsWith('```console') ? [...part.matchAll(/^\$ (.*)$/gm)] : [];
      if (commands.length === 0) {
        played += part;
        continue;
      }
      played += '```console\n';
      for (const [line, command = ''] of commands) {
        played += `${line}\n${await play(command)}`;
        count += 1;
      }
      played += '```';
    }
    expect(count).toBeGreaterThan(3);
    await expect(played).toMatchFileSnapshot(join(projectRoot, 'README.md'));
  });
});
