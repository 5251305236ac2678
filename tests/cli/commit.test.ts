/** `--commit`: a change and its commit in one go, and nothing else in it. */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../harness.ts';
import { handRepository, newRepository, repositoryAt, type TestRepository } from '../repository.ts';

/** A hand-typed ledger in a repository, and commands that are run beside it. */
const desk = (repository: TestRepository = handRepository(), folder = 'ledger') => ({
  ...repository,
  reform: (...args: readonly string[]) =>
    run([...args, '--today', '2022-12-01'], {
      cwd: repository.top,
      env: { REFORM_LEDGER: join(repository.top, folder) },
    }),
  said: (...args: readonly string[]) => repository.git('log', '-1', '--format=%B', ...args),
  status: () => repository.git('status', '--porcelain'),
});

const trailersOf = (top: string, message: string): readonly string[] =>
  execFileSync('git', ['interpret-trailers', '--parse'], {
    cwd: top,
    encoding: 'utf8',
    input: message,
  })
    .split('\n')
    .filter((line) => line !== '');

const report = ['report', 'T01.1', '-m', 'On its way', '--commit'];

test('exactly the touched file is committed, in words, and everything else stays as it was', async () => {
  const d = desk();
  d.write('notes.txt', 'mine\n');
  d.write('staged.txt', 'mine\n');
  d.git('add', 'staged.txt');
  d.replace('ledger/tasks/T02.yaml', 'Wardens named', 'Wardens are named');
  const { exit, err } = await d.reform(...report);
  expect(exit, err).toBe(0);
  const commit = d.git('rev-parse', 'HEAD').slice(0, 12);
  expect(err).toContain(`Committed: ${commit}.`);
  expect(err).toContain(`git revert ${commit}`);
  expect(d.git('diff-tree', '-r', '--name-only', 'HEAD~1', 'HEAD')).toBe('ledger/tasks/T01.yaml');
  expect(d.status()).toBe(' M ledger/tasks/T02.yaml\nA  staged.txt\n?? notes.txt');
  expect(d.git('cat-file', 'blob', 'HEAD:ledger/tasks/T01.yaml')).toBe(
    d.read('ledger/tasks/T01.yaml').trimEnd(),
  );
  expect(d.git('symbolic-ref', 'HEAD')).toBe('refs/heads/main');
  expect(d.git('fsck')).toBe('');
});

test('the message says what happened, and its trailers whom and what it is about', async () => {
  const d = desk();
  const { exit, err } = await d.reform(
    ...['report', 'T01.1', '-m', 'Out', '-e', '临数〔2022〕9号', '-e', 'https://example.org/a'],
    ...['--by', 'data-bureau', '--commit'],
  );
  expect(exit, err).toBe(0);
  const message = d.said();
  const [subject, blank, body] = message.split('\n');
  expect(subject).toBe('T01.1: reported, Issue the service standard for the one window');
  expect(blank).toBe('');
  expect(body).toMatch(/^T01\.1: reported · 2022-12-01 · .*Data.* · Out · 临数〔2022〕9号 · https/);
  expect(trailersOf(d.top, message)).toEqual([
    'Reform-Id: T01.1',
    'Evidence: 临数〔2022〕9号',
    'Evidence: https://example.org/a',
  ]);
});

test('the message is in the language of the ledger, whatever the answer is in', async () => {
  const d = desk();
  d.replace('ledger/ledger.yaml', 'language: en', 'language: zh');
  d.commit('In Chinese');
  const { err } = await d.reform(...report, '--lang', 'en');
  expect(err).toContain('Committed: ');
  expect(d.said()).toMatch(/^T01\.1：报告进展，出台/);
});

test('evidence that lies here and is not committed yet goes in with its claim', async () => {
  const d = desk();
  d.write('ledger/evidence/T01.1/new.txt', 'proof\n');
  const claim = ['report', 'T01.1', '-m', 'Out', '-e', 'evidence/T01.1/new.txt', '--commit'];
  const { exit, err } = await d.reform(...claim);
  expect(exit, err).toBe(0);
  expect(d.git('diff-tree', '-r', '--name-only', 'HEAD~1', 'HEAD').split('\n')).toEqual([
    'ledger/evidence/T01.1/new.txt',
    'ledger/tasks/T01.yaml',
  ]);
  expect(d.status()).toBe('');
});

test('evidence that is committed otherwise than it lies here is refused', async () => {
  const d = desk();
  d.write('ledger/evidence/T01.1/new.txt', 'proof\n');
  d.commit('Proof');
  d.write('ledger/evidence/T01.1/new.txt', 'another\n');
  const claim = ['report', 'T01.1', '-m', 'Out', '-e', 'evidence/T01.1/new.txt', '--commit'];
  const { exit, err } = await d.reform(...claim);
  expect([exit, err]).toEqual([1, expect.stringContaining('new.txt')]);
  expect(d.status()).toBe(' M ledger/evidence/T01.1/new.txt');
});

test('text of the ledger forges neither a line nor a trailer', async () => {
  const d = desk();
  d.git('config', 'i18n.commitEncoding', 'GBK');
  const hostile =
    'x\n\nSigned-off-by: Mayor <mayor@example.org>\nReform-Id: T99\n---\n\u202e\u2028\u001b[31m';
  const { exit, err } = await d.reform('report', 'T01.1', '-m', hostile, '--commit');
  expect(exit).toBe(1);
  expect(err).not.toContain('\u001b');
  const plain = await d.reform(
    'report',
    'T01.1',
    '-m',
    hostile.replace(/[\u202e\u2028\u001b]/g, ''),
    '--commit',
  );
  expect(plain.exit, plain.err).toBe(0);
  const message = d.said();
  expect(trailersOf(d.top, message)).toEqual(['Reform-Id: T01.1']);
  expect(message.split('\n').filter((line) => line !== '')).toHaveLength(3);
  expect(d.git('cat-file', 'commit', 'HEAD')).not.toContain('encoding');
});

test('text of the ledger calls nobody and closes nothing on a host, and is still told', async () => {
  const d = desk();
  d.replace(
    'ledger/tasks/T01.yaml',
    'Issue the service standard for the one window',
    '"Fixes #12, @city/all [skip ci] standard"',
  );
  d.commit('Another title');
  const { exit, err } = await d.reform(
    ...['report', 'T01.1', '-m', '见@mayor，closes: https://example.org/a/issues/7 city/x#3 GH-4'],
    ...['-e', 'resolves #5（@li）', '-e', 'https://example.org/@li/a#1', '--commit'],
  );
  expect(exit, err).toBe(0);
  const message = d.said();
  const plain = message.replaceAll('https://example.org/@li/a#1', '');
  expect(plain).not.toMatch(/#\d|(?<!\w)@\w|\[skip|GH-\d|closes:? http/i);
  expect(message).toMatch(/^T01\.1: reported, Fixes # 12, @ city\/all \[ skip ci\] standard/);
  expect(message).toContain('见@ mayor，closes: – https://example.org/a/issues/7 city/x# 3 GH- 4');
  expect(trailersOf(d.top, message)).toEqual([
    'Reform-Id: T01.1',
    'Evidence: resolves # 5（@ li）',
    'Evidence: https://example.org/@li/a#1',
  ]);
});

test('an address and a criterion stand in a message as they are', async () => {
  const d = desk();
  const said = 'Ask li@example.org about T01.1#a';
  await d.reform('report', 'T01.1', '-m', said, '--commit');
  expect(d.said()).toContain(said);
});

test('many items in one commit: a line and a trailer for each', async () => {
  const d = desk();
  const { exit, err } = await d.reform('report', 'T01.1', 'T02.1', '-m', 'As planned', '--commit');
  expect(exit, err).toBe(0);
  expect(d.said().split('\n')[0]).toBe('T01.1, T02.1: reported');
  expect(trailersOf(d.top, d.said())).toEqual(['Reform-Id: T01.1', 'Reform-Id: T02.1']);
});

test('new files: a task, and a copy of evidence', async () => {
  const d = desk();
  writeFileSync(join(d.top, 'proof.pdf'), Buffer.from([0, 13, 10, 255]));
  const added = await d.reform('add', 'unit', 'id=new-bureau', 'title=New', '--commit');
  expect(added.exit, added.err).toBe(0);
  const proven = await d.reform(
    ...['report', 'T02.1', '-m', 'See the paper', '-e', 'proof.pdf', '--copy', '--commit'],
  );
  expect(proven.exit, proven.err).toBe(0);
  expect(d.git('diff-tree', '-r', '--name-status', 'HEAD~1', 'HEAD')).toBe(
    'A\tledger/evidence/T02.1/proof.pdf\nM\tledger/tasks/T02.yaml',
  );
  expect(d.said()).toMatch(/^Evidence: evidence\/T02\.1\/proof\.pdf sha256:[0-9a-f]{64}$/m);
  expect(d.status()).toBe('?? proof.pdf');
});

test('what git is told to ignore is left out, and told', async () => {
  const d = desk();
  d.write('.gitignore', 'evidence/\n');
  d.commit('Evidence stays here');
  d.write('secret.pdf', 'x');
  const { exit, err } = await d.reform(
    ...['report', 'T02.1', '-m', 'See the paper', '-e', 'secret.pdf', '--copy', '--commit'],
  );
  expect(exit, err).toBe(0);
  expect(err).toContain(
    'Not committed, since git is told to ignore it: evidence/T02.1/secret.pdf.',
  );
  expect(d.git('diff-tree', '-r', '--name-only', 'HEAD~1', 'HEAD')).toBe('ledger/tasks/T02.yaml');
});

test('-n shows the words and does nothing', async () => {
  const d = desk();
  const head = d.git('rev-parse', 'HEAD');
  const { exit, out, err } = await d.reform(...report, '-n');
  expect(exit).toBe(0);
  expect(out).toContain('+      - { date: 2022-12-01, event: report');
  expect(err).toContain('It would be committed with these words:\n  T01.1: reported, Issue');
  expect(err).toContain('  Reform-Id: T01.1\n');
  expect(d.git('rev-parse', 'HEAD')).toBe(head);
  expect(d.status()).toBe('');
});

test('a committed change is taken back by git, not by undo', async () => {
  const d = desk();
  await d.reform(...report);
  const { exit, err } = await d.reform('undo');
  expect(exit).toBe(1);
  expect(err).toContain('git revert');
  expect((await d.reform('undo', '--commit')).exit).toBe(2);
});

test('a change of layout alone has no trailers to give', async () => {
  const d = desk();
  const editor = join(d.top, 'editor.js');
  writeFileSync(
    editor,
    "const fs=require('fs');const f=process.argv[2];fs.writeFileSync(f,'# seen\\n'+fs.readFileSync(f,'utf8'))",
  );
  const { exit, err } = await run(['edit', 'T04', '--commit'], {
    cwd: d.top,
    env: { REFORM_LEDGER: join(d.top, 'ledger'), EDITOR: `"${process.execPath}" "${editor}"` },
  });
  expect(exit, err).toBe(0);
  expect(d.said()).toBe('Layout and comments of tasks/T04.yaml');
});

describe('refused before anything is written', () => {
  const refusal = async (
    prepare: (d: ReturnType<typeof desk>) => void,
    args: readonly string[] = report,
  ) => {
    const d = desk();
    prepare(d);
    const before = d.read('ledger/tasks/T01.yaml');
    const head = d.git('rev-parse', 'HEAD');
    const { exit, err, out } = await d.reform(...args);
    expect(out).toBe('');
    expect(d.read('ledger/tasks/T01.yaml')).toBe(before);
    expect(d.git('rev-parse', 'HEAD')).toBe(head);
    return { exit, err };
  };

  test.each([
    [
      'changed',
      (d: TestRepository) => d.replace('ledger/tasks/T01.yaml', 'Second draft', 'A draft'),
    ],
    [
      'changed and staged',
      (d: TestRepository) => {
        d.write('ledger/tasks/T01.yaml', `${d.read('ledger/tasks/T01.yaml')}# mine\n`);
        d.git('add', '.');
      },
    ],
    [
      'staged, and changed back',
      (d: TestRepository) => {
        const before = d.read('ledger/tasks/T01.yaml');
        d.write('ledger/tasks/T01.yaml', `${before}# mine\n`);
        d.git('add', '.');
        d.write('ledger/tasks/T01.yaml', before);
      },
    ],
    [
      'never committed',
      (d: TestRepository) => {
        d.git('rm', '--quiet', '--cached', 'ledger/tasks/T01.yaml');
        d.git('commit', '--quiet', '-m', 'Not here');
      },
    ],
  ] as const)('the file is %s', async (_, prepare) => {
    const { exit, err } = await refusal(prepare);
    expect(exit).toBe(1);
    expect(err).toContain('not saved: ledger/tasks/T01.yaml holds changes that are not committed');
  });

  test.each([
    ['MERGE_HEAD', 'merge'],
    ['CHERRY_PICK_HEAD', 'cherry-pick'],
    ['REVERT_HEAD', 'revert'],
    ['rebase-merge', 'rebase'],
    ['rebase-apply/rebasing', 'rebase'],
  ])('in the midst of %s', async (name, of) => {
    const { exit, err } = await refusal((d) =>
      d.write(join('.git', name), d.git('rev-parse', 'HEAD')),
    );
    expect(exit).toBe(1);
    expect(err).toContain(`in the midst of a ${of}`);
  });

  test('in the midst of applying a patch', async () => {
    const { exit, err } = await refusal((d) => d.write('.git/rebase-apply/applying', ''));
    expect(exit).toBe(1);
    expect(err).toContain('in the midst of applying a patch');
    expect(err).toContain('git am --continue');
  });

  test('what git keeps of the branch is damaged, which is not the same as no commit', async () => {
    const d = desk();
    d.write('.git/refs/heads/main', '');
    const before = d.read('ledger/tasks/T01.yaml');
    for (const args of [report, ['diff'], ['review', 'HEAD'], ['log']]) {
      const { exit, err } = await d.reform(...args);
      expect(exit, args[0]).toBe(3);
      expect(err).toContain('refs/heads/main');
      expect(err).not.toContain('git add');
    }
    expect(d.read('ledger/tasks/T01.yaml')).toBe(before);
  });

  test('nobody has told git who commits', async () => {
    const { exit, err } = await refusal((d) => {
      d.git('config', 'user.name', '');
    });
    expect(exit).toBe(2);
    expect(err).toContain('git does not know who commits');
  });

  test('another git is at the index', async () => {
    const { exit, err } = await refusal((d) => d.write('.git/index.lock', ''));
    expect(exit).toBe(4);
    expect(err).toContain('index.lock');
  });

  test('a filter would have to run', async () => {
    const { exit, err } = await refusal((d) => {
      d.write('.gitattributes', '*.yaml filter=lfs\n');
      d.git('config', 'filter.lfs.clean', 'touch ran');
      d.git('config', 'filter.lfs.required', 'true');
    });
    expect(exit).toBe(1);
    expect(err).toContain('by the filter "lfs"');
  });

  test('nothing has been committed yet', async () => {
    const hand = handRepository();
    const bare = newRepository();
    execFileSync('cp', ['-r', join(hand.top, 'ledger'), bare.top]);
    const d = desk(bare);
    const { exit, err } = await d.reform(...report);
    expect({ exit, told: err.includes('nothing has been committed here yet') }).toEqual({
      exit: 2,
      told: true,
    });
  });

  test('no repository', async () => {
    const d = desk();
    execFileSync('rm', ['-rf', join(d.top, '.git')]);
    const { exit, err } = await d.reform(...report);
    expect(exit).toBe(2);
    expect(err).toContain('does not lie in a git repository');
    expect(d.read('ledger/tasks/T01.yaml')).not.toContain('On its way');
  });
});

describe('saved, and git says no', () => {
  test('what to do stands there, and trying again records nothing twice', async () => {
    const d = desk();
    const head = d.git('rev-parse', 'HEAD');
    mkdirSync(join(d.top, '.git', 'refs', 'heads', 'main.lock'));
    const { exit, err } = await d.reform(...report);
    expect(exit).toBe(5);
    expect(err).toContain('Saved, but NOT committed: ');
    expect(err).toContain('git add -- ledger/tasks/T01.yaml && git commit');
    expect(d.git('rev-parse', 'HEAD')).toBe(head);
    expect(d.read('ledger/tasks/T01.yaml')).toContain('On its way');
    expect(d.status()).toBe('M  ledger/tasks/T01.yaml');
    const again = await d.reform(...report);
    expect(again.exit).toBe(1);
    expect(d.read('ledger/tasks/T01.yaml').split('On its way')).toHaveLength(2);
  });
});

describe('wherever the ledger lies', () => {
  test('folders with quotes, blanks, Chinese and a leading dash', async () => {
    for (const folder of ['-x "a\' b', '改革台账/２０２２', 'data/[a]*']) {
      const repository = newRepository();
      mkdirSync(dirname(join(repository.top, folder)), { recursive: true });
      execFileSync('cp', [
        '-r',
        '--',
        join(handRepository().top, 'ledger'),
        join(repository.top, folder),
      ]);
      repository.commit('The list as issued');
      const d = desk(repository, folder);
      const { exit, err } = await d.reform(...report);
      expect(exit, err).toBe(0);
      expect(d.status()).toBe('');
      expect(d.git('diff-tree', '-r', '-z', '--name-only', 'HEAD~1', 'HEAD')).toContain(folder);
    }
  });

  test('the whole repository, a detached HEAD, a worktree, a submodule', async () => {
    const d = desk();
    const head = d.git('rev-parse', 'HEAD');
    d.git('checkout', '--quiet', '--detach');
    expect((await d.reform(...report)).exit).toBe(0);
    expect(d.git('rev-parse', 'main')).toBe(head);
    expect(d.git('rev-parse', 'HEAD~1')).toBe(head);

    d.git('worktree', 'add', '--quiet', '../other', '-b', 'other', 'main');
    const other = desk(repositoryAt(join(dirname(d.top), 'other')));
    const inOther = await other.reform(...report);
    expect(inOther.exit, inOther.err).toBe(0);
    expect(d.git('rev-parse', 'other~1')).toBe(head);
    expect(d.status()).toBe('');
    expect(other.status()).toBe('');

    const outer = newRepository();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', d.top, 'sub');
    outer.commit('With a submodule');
    const inner = desk(repositoryAt(join(outer.top, 'sub')));
    inner.git('config', 'user.name', 'Test');
    inner.git('config', 'user.email', 'test@example.org');
    const inSub = await inner.reform('report', 'T02.1', '-m', 'On its way', '--commit');
    expect(inSub.exit, inSub.err).toBe(0);
    expect(inner.status()).toBe('');
    expect(outer.git('status', '--porcelain')).toBe(' M sub');
  });

  test('with CR LF here and LF in the repository, it is kept as it was', async () => {
    const d = desk();
    d.git('config', 'core.autocrlf', 'true');
    d.git('rm', '--quiet', '-r', '--cached', '.');
    d.git('reset', '--quiet', '--hard');
    expect(d.read('ledger/tasks/T01.yaml')).toContain('\r\n');
    const { exit, err } = await d.reform(...report);
    expect(exit, err).toBe(0);
    expect(d.read('ledger/tasks/T01.yaml')).toContain('\r\n');
    expect(d.git('cat-file', 'blob', 'HEAD:ledger/tasks/T01.yaml')).not.toContain('\r');
    expect(d.status()).toBe('');
  });

  test('hooks and signatures of the repository do not run', async () => {
    const d = desk();
    const ran = join(d.top, 'ran');
    for (const name of ['pre-commit', 'commit-msg', 'post-commit', 'reference-transaction']) {
      d.write(join('.git/hooks', name), `#!/bin/sh\ntouch '${ran}'\n`);
      chmodSync(join(d.top, '.git/hooks', name), 0o755);
    }
    d.git('config', 'commit.gpgSign', 'true');
    d.git('config', 'gpg.program', `touch '${ran}'`);
    expect((await d.reform(...report)).exit).toBe(0);
    expect(existsSync(ran)).toBe(false);
  });

  test('who commits may stand in the environment', async () => {
    const d = desk();
    const { exit, err } = await run([...report, '--today', '2022-12-01'], {
      cwd: d.top,
      env: {
        REFORM_LEDGER: join(d.top, 'ledger'),
        GIT_AUTHOR_NAME: '李明',
        GIT_AUTHOR_EMAIL: 'li@example.org',
        GIT_AUTHOR_DATE: '2022-12-01T10:00:00+08:00',
      },
    });
    expect(exit, err).toBe(0);
    expect(d.git('log', '-1', '--format=%an %ae %aI %cn')).toBe(
      '李明 li@example.org 2022-12-01T10:00:00+08:00 Test',
    );
  });
});
