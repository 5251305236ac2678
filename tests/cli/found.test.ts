/** What people ran into when they tried the writers: each was a mistake once. */
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backroomOf } from '../../src/ledger/backroom.ts';
import { encodeJournal } from '../../src/ledger/journal.ts';
import { sha256 } from '../../src/ledger/source.ts';
import { contents, desk, deskOf, put } from '../desk.ts';
import { projectRoot, read, realLedger } from '../harness.ts';

const claimed = ['done', 'T02.1', '--result', 'x', '--by', 'housing-bureau'];

describe('evidence', () => {
  test.each([
    ['scan.heic'],
    ['报告.xyz'],
    ['SCAN.PDF'],
    ['证据/扫描件'],
    ['www.example.org/a'],
    ['ftp://example.org/a'],
    ['file:///etc/passwd'],
    ['@file'],
    ['-x'],
  ])('%s is no document number', async (given) => {
    const { reform, changed } = desk();
    const { exit } = await reform([...claimed, '-e', given]);
    expect([exit, changed()]).toEqual([2, []]);
  });

  test.each([['No.CXII'], ['GB/T 19001-2016'], ['DB44/T 1234'], ['粤府办/2022第3号'], ['12.3']])(
    '%s is one',
    async (given) => {
      const { reform } = desk();
      expect((await reform([...claimed, '-e', given, '-n'])).out).toContain(given);
    },
  );

  test('a file of records proves nothing, nor does one of a hidden folder', async () => {
    const { root, reform, changed } = desk((folder) => put(folder, '.hidden/x.txt', 'x'));
    for (const file of ['tasks/T02.yaml', '.hidden/x.txt']) {
      const { exit, err } = await reform([...claimed, '-e', join(root, file)]);
      expect([exit, err]).toEqual([2, expect.stringContaining('proves nothing')]);
    }
    expect(changed()).toEqual([]);
  });

  test('a name that no journal would be believed with is refused, and undo stays what it was', async () => {
    const { root, reform } = desk();
    await reform(['report', 'T02.1', '-m', 'earlier']);
    put(dirname(root), 'a\\b.txt', 'x');
    const { exit } = await reform([...claimed, '-e', 'a\\b.txt', '--copy']);
    expect(exit).toBe(2);
    expect((await reform(['undo'])).err).toContain('Taken back: report T02.1 -m earlier');
  });
});

describe('the real ledger', () => {
  test('takes a project that a district declares: it is not on the list yet', async () => {
    const { root, reform } = deskOf(realLedger, '2022-12-01');
    const ran = await reform(['add', 'project', 'huangpu', 'title=One window for the port']);
    expect(ran.err).toContain('huangpu-3: project added');
    expect((await reform(['validate', '--strict'])).exit).toBe(0);
    expect((await reform(['list', 'projects', '--status', 'declared'])).out).toContain('huangpu-3');
    expect(existsSync(join(root, 'projects/huangpu.yaml'))).toBe(true);
  });
});

describe('undo', () => {
  test('does not offer itself for taking back what it did', async () => {
    const { reform } = desk();
    await reform(['add', 'task', 'title=x']);
    const { err } = await reform(['undo']);
    expect(err).toContain('Removed ledger/tasks/T03.yaml');
    expect(err).not.toContain('Take it back');
    expect(err).not.toContain('Wrote');
  });

  test('counts a change that is half in place as the last one', async () => {
    const { root, reform } = desk();
    const untouched = contents(root);
    await reform(['report', 'T02.1', '-m', 'first']);
    const file = 'tasks/T01.yaml';
    const before = readFileSync(join(root, file));
    const after = Buffer.from(before.toString().replace('log:\n', 'log:\n      # half in place\n'));
    const content = (bytes: Buffer) => ({ sha256: sha256(bytes), text: bytes.toString() });
    const journal = encodeJournal({
      id: 'a1b2c3d4-0000-4000-8000-000000000000',
      when: '2022-12-01T00:00:00.000Z',
      user: 'tester',
      command: 'edit T01',
      said: [],
      undoes: null,
      files: [{ file, before: content(before), after: content(after), beside: null }],
    });
    writeFileSync(join(backroomOf(root), 'journal'), journal);
    const { exit, err } = await reform(['undo']);
    expect(exit, err).toBe(0);
    expect(err).toContain('Finished what was interrupted: edit T01');
    expect(err).toContain('Taken back: edit T01');
    expect((await reform(['undo'])).err).toContain('Taken back: report T02.1 -m first');
    expect(contents(root)).toEqual(untouched);
  });

  test('a reader is told where a file of an interrupted change was changed by hand since', async () => {
    const { root, reform } = desk();
    const file = 'tasks/T01.yaml';
    const content = (text: string) => ({ sha256: sha256(Buffer.from(text)), text });
    const journal = encodeJournal({
      id: 'a1b2c3d4-0000-4000-8000-000000000001',
      when: '2022-12-01T00:00:00.000Z',
      user: 'tester',
      command: 'edit T01',
      said: [],
      undoes: null,
      files: [{ file, before: content('a: 1\n'), after: content('a: 2\n'), beside: null }],
    });
    mkdirSync(backroomOf(root), { recursive: true });
    writeFileSync(join(backroomOf(root), 'journal'), journal);
    const { exit, err } = await reform(['list']);
    expect([exit, err]).toEqual([0, expect.stringContaining('only a part of it may stand here')]);
    const writer = await reform(['report', 'T02.1', '-m', 'x']);
    expect([writer.exit, writer.err]).toEqual([4, expect.stringContaining('tasks/T01.yaml')]);
  });

  test('refuses where git does not say what is committed', async () => {
    const { root, reform, changed } = desk();
    spawnSync('git', ['init', '--quiet', root]);
    await reform(['report', 'T02.1', '-m', 'x']);
    writeFileSync(join(root, '.git/HEAD'), 'nothing that git understands\n');
    const { exit, err } = await reform(['undo']);
    expect([exit, err]).toEqual([1, expect.stringContaining('git does not say')]);
    expect(changed()).toEqual(['tasks/T02.yaml']);
  });
});

describe('edit', () => {
  /** An editor that appends to what it is given and ends with an exit code. */
  const appending = (root: string, line: string, exit = 0): string => {
    const script = join(dirname(root), 'editor.cjs');
    const code = `require('node:fs').appendFileSync(process.argv[2], ${JSON.stringify(line)}); process.exit(${exit});`;
    writeFileSync(script, code);
    return `"${process.execPath}" "${script}"`;
  };
  const keptIn = (err: string): string => / kept in (.*)$/m.exec(err)?.[1] ?? '';

  test('says where the text is when the editor fails, and when another writer holds the lock', async () => {
    const { root, reform, changed } = desk();
    const env = (exit: number) => ({ env: { EDITOR: appending(root, 'x-a: 1\n', exit) } });
    const failed = await reform(['edit', 'T02'], env(1));
    expect(failed.exit).toBe(1);
    expect(read(keptIn(failed.err))).toContain('x-a: 1');
    mkdirSync(backroomOf(root), { recursive: true });
    const holder = { id: 'x', pid: 1, host: 'elsewhere', user: 'li', since: 'then', command: 'c' };
    writeFileSync(join(backroomOf(root), 'lock'), JSON.stringify(holder));
    const locked = await reform(['edit', 'T02', '--wait', '0'], env(0));
    expect(locked.exit).toBe(4);
    expect(locked.err).toContain('li (process 1 on elsewhere');
    expect(read(keptIn(locked.err))).toContain('x-a: 1');
    expect(changed()).toEqual([]);
  });

  test('leaves a comment alone that looks like ours', async () => {
    const { reform, changed } = desk((root) => {
      const file = join(root, 'tasks/T02.yaml');
      writeFileSync(file, `# reform: please keep this\n${readFileSync(file, 'utf8')}`);
    });
    const ran = await reform(['edit', 'T02'], { env: { EDITOR: 'true' } });
    expect(ran.err).toBe('Nothing was changed.\n');
    expect(changed()).toEqual([]);
  });

  test('gives up on an editor that never does, and takes its own comments out again', async () => {
    const { root, reform, changed } = desk();
    const script = join(dirname(root), 'editor.cjs');
    const code = `const fs = require('node:fs'); const f = process.argv[2]; fs.writeFileSync(f, fs.readFileSync(f, 'utf8').replace(/title: .*/g, 'title: a: b' + Math.random()));`;
    writeFileSync(script, code);
    const ran = await reform(['edit', 'T02'], {
      env: { EDITOR: `"${process.execPath}" "${script}"` },
    });
    expect(ran.exit).toBe(1);
    const text = read(keptIn(ran.err));
    expect(text.split('\n').filter((line) => line.startsWith('# reform: ')).length).toBeLessThan(
      12,
    );
    expect(changed()).toEqual([]);
  });

  test('starts no editor of its own where there is no terminal', async () => {
    const { reform } = desk();
    const { exit, err } = await reform(['edit', 'T02']);
    expect([exit, err]).toEqual([2, expect.stringContaining('no terminal')]);
  });
});

describe('words and names', () => {
  test('a way of checking for an item that is not meant is refused, by ids and by a query', async () => {
    const { reform } = desk();
    await reform([...claimed, '-e', 'D']);
    const by = ['--by', 'reform-office', '--checked', 'document', '--checked', 'T99.9=site'];
    for (const which of [['T02.1'], ['--where', 'status:done']]) {
      const { exit, err } = await reform(['verify', ...which, ...by]);
      expect([exit, err]).toEqual([2, expect.stringContaining('T99.9 is none')]);
    }
  });

  test('retract asks for the entry', async () => {
    const { reform } = desk();
    const { exit, err } = await reform(['retract', 'T01.1', '-m', 'x']);
    expect([exit, err]).toEqual([2, expect.stringContaining('say which entry')]);
  });

  test('set keeps words beside a reason as a note', async () => {
    const { root, reform } = desk();
    await reform(['set', 'T01.1', 'title=Y', '--reason', 'r', '-m', 'longer words']);
    expect(read(root, 'tasks/T01.yaml')).toContain('reason: r, note: longer words }');
  });

  test('a document’s number gets its usual brackets, a second unit of one name another id', async () => {
    const { root, reform } = desk();
    await reform(['add', 'document', 'title=Order', 'number=云改委[2022] 44号']);
    expect(read(root, 'documents.yaml')).toContain('云改委〔2022〕44号');
    await reform(['add', 'unit', 'title=Fire Bureau']);
    expect((await reform(['add', 'unit', 'title=Fire Bureau'])).err).toContain('fire-bureau-2');
  });

  test('bytes of another encoding are told and not written', async () => {
    const { root, reform, changed } = desk();
    const { exit, err } = await reform(['report', 'T02.1', '-m', 'a\ufffdb']);
    expect([exit, err]).toEqual([2, expect.stringContaining('not UTF-8, perhaps GBK')]);
    put(dirname(root), 'gbk.txt', Buffer.from([0xb9, 0xe3, 0xd6, 0xdd]));
    expect((await reform(['report', 'T02.1', '-F', 'gbk.txt'])).err).toContain('perhaps GBK');
    expect(changed()).toEqual([]);
  });
});

describe('the real program', () => {
  const bin = join(projectRoot, 'bin/reform.js');
  const sh = (command: string, cwd: string) =>
    spawnSync('sh', ['-c', command.replaceAll('reform ', `"${process.execPath}" "${bin}" `)], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, REFORM_LEDGER: cwd, REFORM_CACHE: join(cwd, '.cache') },
    });

  test('a refusal is one even if nobody hears it', () => {
    const { root } = desk();
    sh(
      '(reform verify T01.1 --checked site --by reform-office; echo $? > rc) 2>&1 >/dev/null | true',
      root,
    );
    expect(read(root, 'rc')).toBe('1\n');
  });

  test('what is saved is a success even if it cannot be told', ({ skip }) => {
    skip(!existsSync('/dev/full'), 'there is no full device here');
    const { root } = desk();
    const { status } = sh('reform report T02.1 -m x 2>/dev/full', root);
    expect(status).toBe(0);
    expect(read(root, 'tasks/T02.yaml')).toContain('note: x');
  });

  test('a file keeps its group', ({ skip }) => {
    skip(process.getuid?.() !== 0, 'only root can make a file of another group');
    const { root } = desk();
    const file = join(root, 'tasks/T02.yaml');
    chownSync(file, 0, 12_345);
    expect(sh('reform report T02.1 -m x', root).status).toBe(0);
    expect(statSync(file).gid).toBe(12_345);
  });
});
