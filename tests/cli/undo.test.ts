/** `undo`: one's own last command as a whole, to the byte, and what it refuses. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contents, type Desk, desk, put, replaceIn, type Setting } from '../desk.ts';
import { read } from '../harness.ts';

const claim = (...evidence: readonly string[]): readonly string[] => [
  'done',
  'T02.1',
  '-e',
  ...evidence,
  '--by',
  'housing-bureau',
  '--result',
  'x',
];
const done = claim('D');
/** Copies a file that lies beside the ledger. */
const doneWithCopy = claim('scan.pdf', '--copy');

/** A desk at which an item is done, with a copy of a file that says "x". */
const withCopy = async (): Promise<Desk> => {
  const there = desk((folder) => put(dirname(folder), 'scan.pdf', 'x'));
  expect((await there.reform(doneWithCopy)).exit).toBe(0);
  return there;
};

/** What is said when `undo` is refused, which leaves every byte as it is. */
const refusal = async (
  { root, reform }: Pick<Desk, 'root' | 'reform'>,
  setting?: Setting,
): Promise<string> => {
  const now = contents(root);
  const { exit, err } = await reform(['undo'], setting);
  expect(exit).toBe(1);
  expect(contents(root)).toEqual(now);
  return err;
};

describe('after every verb the bytes are as they were', () => {
  const before: { readonly [verb: string]: readonly (readonly string[])[] } = {
    reject: [done],
    verify: [done],
    resume: [['block', 'T02.1', '-m', 'x']],
    reinstate: [['withdraw', 'T02.1', '-m', 'x', '-d', 'D']],
    select: [
      ['withdraw', 'westgate-1', '-m', 'x', '-d', 'D'],
      ['add', 'project', 'westgate', 'title=x'],
    ],
  };
  test.each([
    ['report', ['report', 'T02.1', '-m', 'x', '--progress', '5']],
    ['report on an item without a log', ['report', 'westgate-2', '-m', 'x']],
    ['tick', ['tick', 'T01.1#b']],
    ['done', done],
    ['done with a copy', doneWithCopy],
    ['verify', ['verify', 'T02.1', '--checked', 'site', '--by', 'reform-office']],
    ['reject', ['reject', 'T02.1', '-m', 'x']],
    ['block', ['block', 'T02.1', '-m', 'x']],
    ['resume', ['resume', 'T02.1']],
    ['excuse', ['excuse', 'T02.1', '--until', '2022-12-24', '-m', 'x', '-d', 'D']],
    ['postpone', ['postpone', 'T02.1', '--due', '2023-12-24', '-m', 'x', '-d', 'D']],
    ['withdraw', ['withdraw', 'T02.1', '-m', 'x', '-d', 'D']],
    ['reinstate', ['reinstate', 'T02.1']],
    ['reopen', ['reopen', 'T01.2', '-m', 'x']],
    ['retract', ['retract', 'T02.1', '2', '-m', 'x']],
    ['select', ['select', 'westgate-3', '-d', 'D']],
    ['evaluate', ['evaluate', 'micro-renewal', '--problems', 'x', '--by', 'reform-office']],
    ['replicate', ['replicate', 'micro-renewal', '--to', 'city']],
    ['add task', ['add', 'task', 'title=x']],
    ['add measure', ['add', 'measure', 'T02', 'title=x']],
    ['add unit', ['add', 'unit', 'title=x']],
    ['add criterion', ['add', 'criterion', 'T01.1', 'text=x', '-m', 'x', '-d', 'D']],
    ['set of a plan', ['set', 'T01.1', 'due=2022-08-01', '-m', 'x']],
    ['set of a register', ['set', 'data-bureau', 'aliases+=x']],
    ['several items', ['report', 'T01.1', 'T02.1', 'westgate-1', '-m', 'x']],
  ] as const)('%s', async (what, args) => {
    const { root, reform } = desk((folder) => {
      // All sorts of line ends and a missing one are to come back.
      const text = read(folder, 'tasks/T02.yaml').replace(/\n/g, '\r\n').trimEnd();
      put(folder, 'tasks/T02.yaml', `\ufeff${text}`);
      put(dirname(folder), 'scan.pdf', Buffer.from([0, 1, 0xff]));
    });
    for (const each of before[what] ?? []) expect((await reform(each)).exit).toBe(0);
    const old = contents(root);
    const folders = readdirSync(root);
    expect((await reform(args)).exit).toBe(0);
    expect(contents(root)).not.toEqual(old);
    const back = await reform(['undo']);
    expect(back).toMatchObject({ exit: 0, out: '' });
    expect(back.err).toMatch(/^Taken back: /);
    expect(contents(root)).toEqual(old);
    // Folders made for a copy are gone as well.
    expect(readdirSync(root).filter((name) => name !== '.reform')).toEqual(
      folders.filter((name) => name !== '.reform'),
    );
    expect(existsSync(join(root, 'evidence/T02.1'))).toBe(false);
  });
});

describe('again and again', () => {
  test('the last command first, until there is none', async () => {
    const { root, reform } = desk();
    const states = [contents(root)];
    for (const args of [
      ['report', 'T02.1', '-m', 'one'],
      ['add', 'task', 'title=two'],
      ['block', 'T02.1', '-m', 'three'],
    ]) {
      await reform(args);
      states.push(contents(root));
    }
    expect((await reform(['undo'])).err).toBe(`Taken back: block T02.1 -m three --today 2022-12-01
  no longer: T02.1: blocked 2022-12-01.
  no longer: T02.1: in progress → blocked.
Wrote ledger/tasks/T02.yaml (Yunzhou 2022).
`);
    expect(contents(root)).toEqual(states[2]);
    expect((await reform(['undo'])).exit).toBe(0);
    expect(contents(root)).toEqual(states[1]);
    expect((await reform(['undo'])).exit).toBe(0);
    expect(contents(root)).toEqual(states[0]);
    expect(await refusal({ root, reform })).toContain('there is nothing of tester to take back');
  });

  test('what was taken back and done again is taken back again', async () => {
    const { reform, changed } = desk();
    for (const _ of [1, 2]) {
      await reform(['report', 'T02.1', '-m', 'one']);
      await reform(['undo']);
    }
    expect(changed()).toEqual([]);
    expect((await reform(['undo'])).exit).toBe(1);
  });

  test('a command for several files is taken back as a whole, or not at all', async () => {
    const { root, reform, changed } = desk();
    await reform(['report', 'T01.1', 'T02.1', '-m', 'x']);
    replaceIn(root, 'tasks/T02.yaml', 'Choose', 'Pick');
    expect(await refusal({ root, reform })).toContain(
      'ledger/tasks/T02.yaml was changed by hand or by git since "report T01.1 T02.1 -m x',
    );
    replaceIn(root, 'tasks/T02.yaml', 'Pick', 'Choose');
    expect((await reform(['undo'])).exit).toBe(0);
    expect(changed()).toEqual([]);
  });

  test('-n shows what would come back and writes nothing', async () => {
    const { root, reform } = desk();
    await reform(['report', 'T02.1', '-m', 'x']);
    const now = contents(root);
    const { exit, out } = await reform(['undo', '-n']);
    expect(exit).toBe(0);
    expect(out).toContain('\n-      - { date: 2022-12-01, event: report, note: x }\n');
    expect(contents(root)).toEqual(now);
    expect((await reform(['undo'])).exit).toBe(0);
  });

  test('nothing was ever done', async () => {
    const { root, reform, changed } = desk();
    const { exit, err } = await reform(['undo']);
    expect([exit, changed()]).toEqual([1, []]);
    expect(err).toContain('there is nothing of tester to take back');
    expect((await reform(['undo', '--list'])).out).toContain('There is nothing to take back.');
    expect(existsSync(join(root, '.reform'))).toBe(false);
  });

  test('a refused command and a dry run leave nothing to take back', async () => {
    const { reform } = desk();
    await reform(['verify', 'T02.1', '--checked', 'site', '--by', 'reform-office']);
    await reform(['report', 'T02.1', '-m', 'x', '-n']);
    expect((await reform(['undo'])).exit).toBe(1);
  });
});

describe('--list', () => {
  const prepared = async () => {
    const there = desk();
    await there.reform(['report', 'T02.1', '-m', 'two words'], { now: '2022-12-01T03:04:05Z' });
    await there.reform(['report', 'T01.1', '-m', 'theirs'], { user: 'zhang' });
    await there.reform(['add', 'task', 'title=x'], { now: '2022-12-01T06:07:08Z' });
    return there;
  };

  test('shows one’s own commands, the last one first', async () => {
    const { reform } = await prepared();
    const { exit, out } = await reform(['undo', '--list']);
    expect(exit).toBe(0);
    expect(out).toContain('WHEN (UTC)');
    const lines = out.split('\n').filter((line) => line.includes('2022-12-01 0'));
    expect(lines[0]).toMatch(/2022-12-01 06:07.*add task title=x.*T03: task added: x\./);
    expect(lines[1]).toMatch(/2022-12-01 03:04.*report T02\.1 -m "two words"/);
    expect(out).not.toContain('theirs');
    expect(out).toContain('The first one is taken back next: reform undo');
  });

  test('as JSON', async () => {
    const { reform } = await prepared();
    const { commands, ...rest } = JSON.parse((await reform(['undo', '--list', '--json'])).out);
    expect(rest).toMatchObject({ schemaVersion: 1, kind: 'undo' });
    expect(commands).toMatchObject([
      {
        when: '2022-12-01T06:07:08.000Z',
        user: 'tester',
        command: 'add task title=x --today 2022-12-01',
        said: ['T03: task added: x.'],
        files: ['tasks/T03.yaml'],
      },
      { command: 'report T02.1 -m "two words" --today 2022-12-01', files: ['tasks/T02.yaml'] },
    ]);
  });

  test.each(['csv', 'markdown'])('as %s', async (format) => {
    const { reform } = await prepared();
    const { exit, out } = await reform(['undo', '--list', '--format', format]);
    expect(exit).toBe(0);
    expect(out).toContain('add task title=x');
  });
});

describe('of others', () => {
  const zhang = { user: 'zhang' };

  test('nobody takes back what is not theirs', async () => {
    const { reform, root } = desk();
    await reform(['report', 'T02.1', '-m', 'mine']);
    expect(await refusal({ root, reform }, zhang)).toContain(
      'there is nothing of zhang to take back',
    );
  });

  test('whoever changed a file since is named, with the file', async () => {
    const { reform, root } = desk();
    await reform(['report', 'T02.1', '-m', 'mine']);
    await reform(['report', 'T02.1', '-m', 'theirs'], { ...zhang, now: '2022-12-01T08:00:00Z' });
    expect(
      await refusal({ root, reform }),
    ).toBe(`reform: ledger/tasks/T02.yaml was changed since "report T02.1 -m mine --today 2022-12-01": by zhang, 2022-12-01T08:00:00.000Z (report T02.1 -m theirs --today 2022-12-01)
nothing was taken back; reform retract takes back one entry of a log
`);
  });

  test('once they have taken theirs back, one’s own is taken back', async () => {
    const { reform, changed } = desk();
    await reform(['report', 'T02.1', '-m', 'mine']);
    await reform(['report', 'T02.1', '-m', 'theirs'], zhang);
    expect((await reform(['undo'], zhang)).exit).toBe(0);
    expect((await reform(['undo'])).exit).toBe(0);
    expect(changed()).toEqual([]);
  });

  test('what others did to other files is no hindrance, and stays', async () => {
    const { reform, changed, root } = desk();
    await reform(['report', 'T02.1', '-m', 'mine']);
    await reform(['report', 'T01.1', '-m', 'theirs'], zhang);
    expect((await reform(['undo'])).exit).toBe(0);
    expect(changed()).toEqual(['tasks/T01.yaml']);
    expect(read(root, 'tasks/T01.yaml')).toContain('theirs');
  });

  test('what others have built on since is not taken from under them', async () => {
    const { reform, root } = await withCopy();
    const theirs = ['done', 'T01.1', '-e', 'evidence/T02.1/scan.pdf', '--by', 'data-bureau'];
    expect((await reform([...theirs, '--criteria', 'b'], zhang)).exit).toBe(0);
    expect(await refusal({ root, reform })).toContain('evidence/T02.1/scan.pdf');
  });

  test('a unit that others have come to name is not taken away', async () => {
    const { reform, root } = desk();
    await reform(['add', 'unit', 'id=new-bureau', 'title=New Bureau']);
    await reform(['report', 'T02.1', '-m', 'x', '--by', 'new-bureau'], zhang);
    expect(await refusal({ root, reform })).toContain('reference/unknown-unit');
  });
});

describe('after changes by hand', () => {
  test.each([
    [
      'changed',
      (root: string) => replaceIn(root, 'tasks/T03.yaml', 'x', 'y'),
      'ledger/tasks/T03.yaml was changed by hand or by git since "add task title=x',
    ],
    // Somebody has taken it back already.
    [
      'removed',
      (root: string) => rmSync(join(root, 'tasks/T03.yaml')),
      'there is nothing of tester to take back',
    ],
  ])('a file that was added and %s is left as it is', async (_what, meddle, said) => {
    const { reform, root } = desk();
    await reform(['add', 'task', 'title=x']);
    meddle(root);
    expect(await refusal({ root, reform })).toContain(said);
  });

  test('what was taken back by hand is passed over: the command before it is the last one', async () => {
    const { reform, root } = desk();
    const states = [contents(root)];
    await reform(['report', 'T02.1', '-m', 'one']);
    states.push(contents(root));
    const before = read(root, 'tasks/T02.yaml');
    await reform(['report', 'T02.1', '-m', 'two']);
    writeFileSync(join(root, 'tasks/T02.yaml'), before);
    expect((await reform(['undo', '--list'])).out).not.toContain('two');
    expect((await reform(['undo'])).err).toContain('Taken back: report T02.1 -m one');
    expect(contents(root)).toEqual(states[0]);
  });

  test('a copy that was changed is left as it is', async () => {
    const { reform, root } = await withCopy();
    put(root, 'evidence/T02.1/scan.pdf', 'y');
    expect(await refusal({ root, reform })).toContain(
      'evidence/T02.1/scan.pdf was changed by hand',
    );
    expect(read(root, 'evidence/T02.1/scan.pdf')).toBe('y');
  });
});

test('closing a ledger is taken back as anything else', async () => {
  const { reform, changed } = desk();
  expect((await reform(['set', '云州市2022年改革台账（虚构）', 'state=closed'])).exit).toBe(0);
  expect((await reform(['report', 'T02.1', '-m', 'x'])).err).toContain('is closed');
  expect((await reform(['undo'])).exit).toBe(0);
  expect(changed()).toEqual([]);
});

test('an edit is taken back as anything else', async () => {
  const { root, reform, changed } = desk();
  const script = join(dirname(root), 'append.mjs');
  writeFileSync(
    script,
    "import { appendFileSync } from 'node:fs';\nappendFileSync(process.argv.at(-1), 'note: x\\n');\n",
  );
  const env = { EDITOR: `"${process.execPath}" "${script}"` };
  expect((await reform(['edit', 'T02.1'], { env })).exit).toBe(0);
  expect(changed()).toEqual(['tasks/T02.yaml']);
  expect((await reform(['undo'])).exit).toBe(0);
  expect(changed()).toEqual([]);
});

describe('in a git repository', () => {
  const git = (folder: string, ...args: readonly string[]) => {
    const identity = [
      '-c',
      'user.name=t',
      '-c',
      'user.email=t@example.org',
      '-c',
      'init.defaultBranch=main',
    ];
    const ran = spawnSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8' });
    expect([args, ran.status, ran.stderr]).toEqual([args, 0, expect.anything()]);
    return ran.stdout.trim();
  };
  const repository = () => {
    const there = desk();
    const top = dirname(there.root);
    git(top, 'init', '-q');
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'first');
    return { ...there, top };
  };

  test('what is not committed is taken back, and no file of ours is in the way', async () => {
    const { reform, top, root } = repository();
    const ran = await reform(['report', 'T02.1', '-m', 'x']);
    expect(ran.err).toContain('See the change: git diff   Take it back: reform undo\n');
    expect(git(top, 'status', '--porcelain')).toBe('M ledger/tasks/T02.yaml');
    expect((await reform(['undo'])).exit).toBe(0);
    expect(git(top, 'status', '--porcelain')).toBe('');
    expect(existsSync(join(root, '.reform'))).toBe(false);
  });

  test('what is committed is refused, and the commit is named', async () => {
    const { reform, top, root } = repository();
    await reform(['report', 'T02.1', '-m', 'x']);
    git(top, 'commit', '-qam', 'report');
    const commit = git(top, 'rev-parse', 'HEAD').slice(0, 12);
    expect(
      await refusal({ root, reform }),
    ).toBe(`reform: "report T02.1 -m x --today 2022-12-01" is committed: ledger/tasks/T02.yaml in ${commit}
take it back in git: git revert ${commit}; or one entry of a log: reform retract
`);
  });

  test('a commit of something else is not named for it', async () => {
    const { reform, top } = repository();
    await reform(['report', 'T02.1', '-m', 'x']);
    git(top, 'commit', '-qam', 'report');
    const commit = git(top, 'rev-parse', 'HEAD').slice(0, 12);
    writeFileSync(join(top, 'other.txt'), 'x');
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'other');
    expect((await reform(['undo'])).err).toContain(`in ${commit}\n`);
  });

  test('committed and then one more: the one more is taken back, the committed is not', async () => {
    const { reform, top } = repository();
    await reform(['report', 'T02.1', '-m', 'x']);
    git(top, 'commit', '-qam', 'report');
    await reform(['report', 'T02.1', '-m', 'y']);
    expect((await reform(['undo'])).exit).toBe(0);
    expect(git(top, 'status', '--porcelain')).toBe('');
    expect((await reform(['undo'])).exit).toBe(1);
  });

  test('a new file that was committed stays', async () => {
    const { reform, top, root } = repository();
    await reform(['add', 'task', 'title=x']);
    git(top, 'add', '-A');
    git(top, 'commit', '-qm', 'task');
    expect((await reform(['undo'])).exit).toBe(1);
    expect(existsSync(join(root, 'tasks/T03.yaml'))).toBe(true);
  });
});
