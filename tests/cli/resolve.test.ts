/** Merges in real repositories, with git's help and without it. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOf, handLedger, projectRoot, run } from '../harness.ts';
import { handRepository, type TestRepository } from '../repository.ts';

const bin = join(projectRoot, 'bin', 'reform.js');

const reform = (repository: TestRepository, ...args: readonly string[]) =>
  run([...args], {
    cwd: repository.top,
    env: { REFORM_LEDGER: join(repository.top, 'ledger') },
    now: '2022-12-01T04:00:00Z',
  });

/** Git, whatever it ends with. */
const tryGit = ({ top }: TestRepository, ...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync('git', [...args], {
    cwd: top,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', GIT_EDITOR: 'true' },
  });
  return { status, said: stdout + stderr };
};

/** Has git merge ledger files by this program. */
const withDriver = (repository: TestRepository) => {
  const driver = `"${process.execPath}" "${bin}" git merge-driver %O %A %B %P %L`;
  repository.git('config', 'merge.reform.driver', driver);
  repository.write('.gitattributes', 'ledger/**/*.yaml merge=reform\n');
  repository.git('add', '.gitattributes');
  repository.git('commit', '-qm', 'Attributes');
};

/** What one side does on a branch of its own, committed. */
const onBranch = (repository: TestRepository, name: string, work: () => void) => {
  repository.git('checkout', '-q', '-b', name, 'main');
  work();
  repository.git('add', '-A');
  repository.git('commit', '-qm', `Work of ${name}`);
};

const onMain = (repository: TestRepository, work: () => void) => {
  repository.git('checkout', '-q', 'main');
  work();
  repository.git('add', '-A');
  repository.git('commit', '-qm', 'Work of main');
};

const t02 = 'ledger/tasks/T02.yaml';
const measures = 'ledger/tasks/T01.yaml';
const end1 =
  '      - { date: 2023-01-18, event: withdraw, by: reform-office, reason: Taken up by the provincial standard, document: 临改委〔2023〕1号 }\n';

/** Another event of a measure of the ledger that is open to any day. */
const event = (date: string, note: string) =>
  `      - { date: ${date}, event: report, by: data-bureau, note: ${note} }\n`;

describe.each([
  ['with the driver', true],
  ['without the driver', false],
])('%s', (_, hasDriver) => {
  const prepared = () => {
    const repository = handRepository();
    if (hasDriver) withDriver(repository);
    return repository;
  };

  test('events and attributes of two branches stand side by side', async () => {
    const repository = prepared();
    const before = repository.read(measures);
    const opened = before.replace(end1, '');
    expect(opened).not.toBe(before);
    repository.write(measures, opened);
    repository.git('commit', '-qam', 'Open again');
    const report =
      '      - { date: 2022-10-30, event: report, by: data-bureau, progress: 45, problem: 标准之间不一致, next: Second draft, evidence: [{ document: 临数〔2022〕33号 }] }\n';
    onBranch(repository, 'branch', () => {
      repository.replace(
        measures,
        report,
        `${report}      # of the branch\n${event('2022-11-20', 'branch')}`,
      );
      repository.replace(
        measures,
        'due: 2022-12-31\n    log:\n      # the first',
        'due: 2022-12-31\n    deliverable: A standard\n    log:\n      # the first',
      );
    });
    onMain(repository, () => {
      repository.replace(measures, report, `${report}${event('2022-11-25', 'main')}`);
      repository.replace(
        measures,
        'due: 2022-12-31\n    log:\n      # the first',
        'due: 2022-12-30\n    log:\n      # the first',
      );
    });
    const git = tryGit(repository, 'merge', '--no-edit', 'branch');
    if (hasDriver) expect(git).toMatchObject({ status: 0 });
    else {
      expect(git.status).toBe(1);
      // Commands of git know nothing of a ledger that is named.
      const { exit, out, err } = await reform(repository, 'resolve', '--ledger', 'ledger');
      expect(exit, out + err).toBe(0);
      expect(out).toContain(
        'T01.1: the events of both sides stand in its log (1 of ours, 1 of theirs).',
      );
      expect(out).toContain('Next: git add ledger/tasks/T01.yaml\n');
      expect(out).toContain('Next: git commit --no-edit\n');
      repository.git('add', measures);
      repository.git('commit', '-q', '--no-edit');
    }
    expect(repository.read(measures)).toBe(
      opened
        .replace(
          report,
          `${report}${event('2022-11-25', 'main')}      # of the branch\n${event('2022-11-20', 'branch')}`,
        )
        .replace(
          'due: 2022-12-31\n    log:\n      # the first',
          'due: 2022-12-30\n    deliverable: A standard\n    log:\n      # the first',
        ),
    );
  });

  test('a contradiction stays one until it is settled, and is settled bit by bit', async () => {
    const repository = prepared();
    const change = (due: string, lead: string) => () => {
      repository.replace(measures, 'due: 2022-06-15', `due: ${due} # of ${lead}`);
      repository.replace(t02, 'lead: [ecology-bureau]', `lead: [${lead}]`);
    };
    onBranch(repository, 'branch', change('2022-06-20', 'data-bureau'));
    onMain(repository, change('2022-06-25', 'permit-group'));
    const git = tryGit(repository, 'merge', '--no-edit', 'branch');
    expect(git.status).toBe(1);
    if (hasDriver) {
      expect(git.said).toContain(
        'T01.2 due: ours 2022-06-25, theirs 2022-06-20 (before: 2022-06-15); settle with: reform resolve --ours T01.2.due',
      );
      expect(repository.read(measures)).toContain(`<<<<<<< reform ours T01.2.due (main)
    due: 2022-06-25 # of permit-group
=======
    due: 2022-06-20 # of data-bureau
>>>>>>> reform theirs T01.2.due (branch`);
    }
    const first = await reform(repository, 'resolve', '--json');
    expect(first.exit).toBe(1);
    expect(JSON.parse(first.out)).toMatchObject({
      kind: 'resolve',
      operation: 'merge',
      main: 'ours',
      conflicts: [
        {
          id: 'T01.2',
          attribute: 'due',
          why: 'value',
          base: '2022-06-15',
          ours: '2022-06-25',
          theirs: '2022-06-20',
        },
        { id: 'T02.2', attribute: 'lead', ours: ['permit-group'], theirs: ['data-bureau'] },
      ],
    });
    const wrong = await reform(repository, 'resolve', '--ours', 'T01.2.lead');
    expect(wrong).toMatchObject({ exit: 2, out: '' });
    expect(wrong.err).toContain('in conflict: T01.2.due and T02.2.lead');
    const second = await reform(repository, 'resolve', '--theirs', 't1.2.due');
    expect(second.exit).toBe(1);
    expect(second.out).toContain('T01.2.due: as theirs has it.');
    expect(second.out).toContain('1 conflict is left.');
    expect(repository.read(measures)).toContain('    due: 2022-06-20 # of data-bureau\n');
    const third = await reform(repository, 'resolve', '--ours', 'T02.2');
    expect(third.exit, third.err).toBe(0);
    expect(repository.read(t02)).toContain('lead: [permit-group]');
    expect(repository.read(measures)).toContain('    due: 2022-06-20 # of data-bureau\n');
    repository.git('add', '-A');
    repository.git('commit', '-q', '--no-edit');
    expect((await reform(repository, 'resolve')).out).toContain('Nothing is in conflict');
  });

  test('two tasks made under one number are parted', async () => {
    const repository = prepared();
    const task = (title: string) =>
      `id: T05\ntitle: ${title}\nmeasures:\n  - id: T05.1\n    title: ${title} # its words\n    due: 2022-11-30\n`;
    onMain(repository, () => repository.replace('ledger/ledger.yaml', 'tasks: 4', 'tasks: 6'));
    onBranch(repository, 'branch', () => {
      repository.write('ledger/tasks/T05.yaml', task('Theirs'));
      repository.replace(
        'ledger/projects/eastbank.yaml',
        'supports: [T01]',
        'supports: [T01, T05]',
      );
    });
    onMain(repository, () => repository.write('ledger/tasks/T05.yaml', task('Ours')));
    expect(tryGit(repository, 'merge', '--no-edit', 'branch').status).toBe(1);
    for (const _again of [1, 2]) {
      const { exit, out, err } = await reform(repository, 'resolve');
      expect(exit, out + err).toBe(0);
      expect(out).toContain('T06: was T05 on the side of theirs');
      expect(out).toContain('eastbank-1: names T06 now instead of T05, which is what it meant.');
      expect(repository.read('ledger/projects/eastbank.yaml')).toContain('supports: [T01, T06]');
      // Every time, whatever was made the first time: what is not added is lost.
      expect(out).toContain(
        'git add ledger/tasks/T05.yaml ledger/tasks/T06.yaml ledger/projects/eastbank.yaml',
      );
      expect(repository.read('ledger/tasks/T05.yaml')).toBe(task('Ours'));
      expect(repository.read('ledger/tasks/T06.yaml')).toBe(
        task('Theirs').replaceAll('T05', 'T06'),
      );
      expect(existsSync(join(repository.top, 'ledger/tasks/T07.yaml'))).toBe(false);
    }
  });

  test('in a rebase ours is what is rebased onto, and it is said so', async () => {
    const repository = prepared();
    const report =
      '  - {date: 2022-12-20, event: done, by: ecology-group, criteria: [b], evidence: [{document: 临生态组〔2022〕7号, note: 巡查汇总}]}\n';
    onMain(repository, () => repository.replace(t02, report, ''));
    const log = (note: string) =>
      `  - {date: 2022-11-20, event: report, by: ecology-group, note: ${note}}\n`;
    const resume = '  - {date: 2022-09-10, event: resume, by: ecology-group}\n';
    onBranch(repository, 'branch', () => {
      repository.replace(t02, resume, resume + log('branch'));
      repository.replace(t02, 'due: 2022-11-30\n', 'due: 2022-11-29\n');
    });
    onMain(repository, () => {
      repository.replace(t02, resume, resume + log('main'));
      repository.replace(t02, 'due: 2022-11-30\n', 'due: 2022-11-28\n');
    });
    repository.git('checkout', '-q', 'branch');
    expect(tryGit(repository, 'rebase', 'main').status).toBe(1);
    const { exit, out } = await reform(repository, 'resolve', '--theirs', 'T02.1.due');
    expect(exit).toBe(0);
    expect(out).toMatch(
      /Ours is what is rebased onto \(onto [0-9a-f]{10}\), theirs your own commit \(«branch» [0-9a-f]{10}\)\./,
    );
    expect(out).toContain('Next: git rebase --continue');
    expect(repository.read(t02)).toContain(resume + log('main') + log('branch'));
    expect(repository.read(t02)).toContain('due: 2022-11-29\n');
    repository.git('add', '-A');
    expect(tryGit(repository, 'rebase', '--continue').status).toBe(0);
  });

  test('a patch that is applied is no rebase', async () => {
    const repository = prepared();
    onBranch(repository, 'branch', () =>
      repository.replace(t02, 'due: 2022-11-30\n', 'due: 2022-11-29\n'),
    );
    onMain(repository, () => repository.replace(t02, 'due: 2022-11-30\n', 'due: 2022-11-28\n'));
    repository.write(
      'change.patch',
      `${repository.git('format-patch', '--stdout', '-1', 'branch')}\n`,
    );
    expect(tryGit(repository, 'am', '-3', 'change.patch').status).not.toBe(0);
    const { exit, out } = await reform(repository, 'resolve', '--theirs', 'T02.1.due');
    expect(exit, out).toBe(0);
    expect(out).toMatch(/Ours is [0-9a-f]{10}, theirs the patch;/);
    expect(out).toContain('Next: git am --continue');
    repository.git('add', 'ledger');
    expect(tryGit(repository, 'am', '--continue').status).toBe(0);
    expect(repository.read(t02)).toContain('due: 2022-11-29\n');
  });

  test('a commit that is picked adds its events', async () => {
    const repository = prepared();
    const line = (note: string) =>
      `\n  - {date: 2022-12-16, event: report, by: ecology-bureau, note: ${note}}`;
    const reject =
      '  - {date: 2022-08-15, event: excuse, by: reform-office, until: 2022-10-31, reason: "Typhoon, high water", document: 临改办〔2022〕22号}';
    onBranch(repository, 'branch', () =>
      repository.replace(t02, reject, reject + line('branch').replace('12-16', '08-16')),
    );
    onMain(repository, () =>
      repository.replace(t02, reject, reject + line('main').replace('12-16', '08-17')),
    );
    const picked = tryGit(repository, 'cherry-pick', 'branch');
    if (hasDriver) expect(picked.status, picked.said).toBe(0);
    else {
      expect(picked.status).toBe(1);
      const { exit, out } = await reform(repository, 'resolve');
      expect(exit).toBe(0);
      expect(out).toContain('Next: git cherry-pick --continue');
    }
    expect(repository.read(t02)).toContain(
      reject + line('main').replace('12-16', '08-17') + line('branch').replace('12-16', '08-16'),
    );
  });

  test('whoever merges the main line into a branch gives way to it', async () => {
    const repository = prepared();
    const added = (title: string) =>
      `\n\n- id: T02.3\n  title: ${title}\n  log:\n  - {date: 2022-10-01, event: report, note: ${title}}`;
    const whole = repository.read(t02);
    onBranch(repository, 'branch', () => repository.write(t02, whole + added('Branch')));
    onMain(repository, () => repository.write(t02, whole + added('Main')));
    repository.git('checkout', '-q', 'branch');
    const { status, said } = tryGit(repository, 'merge', '--no-edit', 'main');
    const told = 'T02.4: was T02.3 on the side of ours; both sides had given out T02.3.';
    if (hasDriver) {
      expect(status, said).toBe(0);
      expect(said).toContain(told);
    } else {
      const { exit, out } = await reform(repository, 'resolve');
      expect(exit).toBe(0);
      expect(out).toContain(told);
      expect(out).toContain('on the main line: theirs');
    }
    expect(repository.read(t02)).toBe(
      whole + added('Main') + added('Branch').replace('T02.3', 'T02.4'),
    );
  });

  test('what a side cannot be read for is merged by lines and told, and never ends well', async () => {
    const repository = prepared();
    onBranch(repository, 'branch', () =>
      repository.replace(t02, 'lead: [ecology-bureau]', 'lead: [ecology-bureau'),
    );
    onMain(repository, () => repository.replace(t02, 'number: 二(一)', 'number: 二(二)'));
    const { status, said } = tryGit(repository, 'merge', '--no-edit', 'branch');
    if (!hasDriver) {
      // Git by itself sees two lines that have nothing to do with each other.
      expect(status).toBe(0);
      return;
    }
    expect(status).toBe(1);
    expect(said).toContain('the version of theirs cannot be read (line');
    const { exit, out } = await reform(repository, 'resolve');
    expect(exit).toBe(1);
    expect(out).toContain('the version of theirs cannot be read (line');
    expect(repository.read(t02)).toContain('lead: [ecology-bureau\n');
    expect(repository.read(t02)).toContain('number: 二(二)');
  });
});

describe('a conflicted folder', () => {
  const due = (day: string) => (repository: TestRepository) => () =>
    repository.replace(measures, 'due: 2022-06-15', `due: ${day}`);
  const conflicted = (): TestRepository => {
    const repository = handRepository();
    onBranch(repository, 'branch', due('2022-06-20')(repository));
    onMain(repository, due('2022-06-25')(repository));
    expect(tryGit(repository, 'merge', '--no-edit', 'branch').status).toBe(1);
    return repository;
  };

  test('is shown and not touched with -n, and left unmerged for git to be told', async () => {
    const repository = conflicted();
    const before = repository.read(measures);
    const shown = await reform(repository, 'resolve', '--ours', 'T01.2.due', '-n');
    expect(shown.exit).toBe(0);
    expect(shown.out).toContain('-<<<<<<< HEAD\n');
    expect(shown.err).toContain('Nothing was written');
    expect(repository.read(measures)).toBe(before);
    expect((await reform(repository, 'resolve', '--ours', 'T01.2.due')).exit).toBe(0);
    expect(repository.read(measures)).not.toContain('<<<<');
    expect(repository.git('ls-files', '-u')).not.toBe('');
  });

  test('what was settled by hand is left as it is, whatever is asked for', async () => {
    const repository = conflicted();
    const text = repository
      .read(measures)
      .replace(/<<<<<<<[\s\S]*>>>>>>> branch\n/, '    due: 2022-06-22 # agreed\n');
    repository.write(measures, text);
    for (const more of [[], ['-y']]) {
      const { exit, out } = await reform(repository, 'resolve', ...more);
      expect(exit).toBe(0);
      expect(out).toContain(
        'ledger/tasks/T01.yaml: has no conflict markers any more and was left as it is.',
      );
      expect(repository.read(measures)).toBe(text);
    }
    const { exit, err } = await reform(repository, 'resolve', '-y', '--ours', 'T01.2.due');
    expect(exit).toBe(2);
    expect(err).toContain(
      '"T01.2.due" was not settled: ledger/tasks/T01.yaml has been worked on by hand',
    );
    expect(repository.read(measures)).toBe(text);
  });

  const report = (day: string, note: string) =>
    `      - { date: ${day}, event: report, by: permit-group, note: ${note} }\n`;
  const last =
    '      - { date: 2022-10-30, event: report, by: data-bureau, progress: 45, problem: 标准之间不一致, next: Second draft, evidence: [{ document: 临数〔2022〕33号 }] }\n';
  /** Both sides report on T01.1, and say another title of the task. */
  const reported = (): TestRepository => {
    const repository = handRepository();
    const side = (who: string, day: string) => () => {
      repository.replace(measures, last, last + report(day, who));
      repository.replace(measures, 'title: Every', `title: ${who} every`);
    };
    onBranch(repository, 'branch', side('branch', '2022-11-21'));
    onMain(repository, side('main', '2022-11-20'));
    expect(tryGit(repository, 'merge', '--no-edit', 'branch').status).toBe(1);
    return repository;
  };

  test('of a file that somebody has begun to settle only what stands between markers is settled', async () => {
    const repository = reported();
    const text = repository
      .read(measures)
      .replace(/<<<<<<<[\s\S]*?>>>>>>> branch\n/, 'title: By hand\n')
      .replace('lead: [permit-group]', 'lead: [permit-group] # by hand');
    expect(text).toContain('<<<<<<<');
    repository.write(measures, text);
    const { exit, out } = await reform(repository, 'resolve', '-y');
    expect(exit, out).toBe(0);
    expect(repository.read(measures)).toBe(
      text.replace(
        /<<<<<<<[\s\S]*?>>>>>>> branch\n/,
        report('2022-11-20', 'main') + report('2022-11-21', 'branch'),
      ),
    );
  });

  test('what is between the markers and cannot be read is left as it is', async () => {
    const repository = reported();
    const text = repository.read(measures).replace('=======\n', '=======\nnote: [ by hand\n');
    repository.write(measures, text);
    const { exit, out } = await reform(repository, 'resolve', '-y');
    expect(exit).toBe(1);
    expect(out).toContain('was worked on between its conflict markers');
    expect(repository.read(measures)).toBe(text);
  });

  test('what a file settled by hand lacks of either side is told, and not called settled', async () => {
    const repository = reported();
    const whole = repository.read(measures);
    const ours = whole.replaceAll(/<<<<<<< .*\n([\s\S]*?)=======\n[\s\S]*?>>>>>>> .*\n/g, '$1');
    repository.write(measures, `${ours}# mine\n`);
    const { exit, out } = await reform(repository, 'resolve');
    expect(exit).toBe(1);
    expect(out).toContain(
      'T01.1: an event of theirs is not in it as it was: reported 2022-11-21 by permit-group (branch).',
    );
    expect(out).toContain(
      'If that is meant: git add ledger/tasks/T01.yaml; to begin anew: git checkout -m -- ledger/tasks/T01.yaml.',
    );
    expect(out).not.toContain('Next: ');
    expect(out).not.toContain('All conflicts of this ledger are settled');
    const both = whole.replaceAll(
      /<<<<<<< .*\n([\s\S]*?)=======\n([\s\S]*?)>>>>>>> .*\n/g,
      (_: string, one: string, two: string) =>
        one.startsWith('title') ? 'title: By hand\n' : one + two,
    );
    repository.write(measures, both);
    expect(await reform(repository, 'resolve')).toMatchObject({ exit: 0 });
  });

  test('where the driver could not be started, ours alone is not taken for settled', async () => {
    const repository = handRepository();
    withDriver(repository);
    repository.git('config', 'merge.reform.driver', 'false %O %A %B');
    onBranch(repository, 'branch', () =>
      repository.replace(measures, 'due_text: 6月中旬', 'due_text: 六月中旬'),
    );
    onMain(repository, due('2022-06-25')(repository));
    expect(tryGit(repository, 'merge', '--no-edit', 'branch').status).toBe(1);
    expect(repository.read(measures)).not.toContain('六月中旬');
    expect((await reform(repository, 'resolve')).exit).toBe(0);
    expect(repository.read(measures)).toContain('due: 2022-06-25\n    due_text: 六月中旬\n');
  });

  test('in one file what is settled stays so, and so does what somebody wrote meanwhile', async () => {
    const repository = handRepository();
    const both = (day: string) => () => {
      repository.replace(measures, 'due: 2022-06-15', `due: ${day}`);
      repository.replace(measures, 'start: 2022-05-01', `start: ${day}`);
      repository.replace(measures, 'number: 一(一)', `number: ${day}`);
    };
    onBranch(repository, 'branch', both('2022-06-10'));
    onMain(repository, both('2022-06-11'));
    tryGit(repository, 'merge', '--no-edit', 'branch');
    const first = await reform(repository, 'resolve', '--theirs', 'T01.2.due');
    expect(first.out).toContain('2 conflicts are left.');
    // One more by hand, with a word of why, and another line that has nothing to do with it.
    const text = repository
      .read(measures)
      .replace(
        /<<<<<<< reform ours T01\.1\.start[\s\S]*?>>>>>>> .*\n/,
        '    start: 2022-06-12 # agreed\n',
      )
      .replace('horizon: phased\n', 'horizon: long-term\n');
    repository.write(measures, text);
    const last = await reform(repository, 'resolve', '--ours', 'T01.number');
    expect(last.exit, last.err).toBe(0);
    const expected = text.replace(/<<<<<<< .*\n([\s\S]*?)=======\n[\s\S]*?>>>>>>> .*\n/, '$1');
    expect(repository.read(measures)).toBe(expected);
    expect(expected).toContain('due: 2022-06-10\n');
    expect(expected).toContain('number: 2022-06-11\n');
  });

  test('files that are none of the ledger are told and left', async () => {
    const repository = handRepository();
    repository.write('notes.txt', 'one\n');
    repository.commit('Notes');
    const both = (word: string, day: string) => () => {
      repository.write('notes.txt', `${word}\n`);
      due(day)(repository)();
    };
    onBranch(repository, 'branch', both('branch', '2022-06-20'));
    onMain(repository, both('main', '2022-06-25'));
    tryGit(repository, 'merge', '--no-edit', 'branch');
    const notes = repository.read('notes.txt');
    const { exit, out } = await reform(repository, 'resolve', '--theirs', 'T01.2.due');
    expect(exit).toBe(0);
    expect(out).toContain('notes.txt is in conflict too and no file of this ledger');
    expect(out).toContain('Next: git add ledger/tasks/T01.yaml');
    expect(out).not.toContain('git commit');
    expect(repository.read('notes.txt')).toBe(notes);
  });

  test('evidence of one name with other contents is of the ledger, and for a person', async () => {
    const repository = handRepository();
    const both = (who: string) => () => {
      repository.write('ledger/evidence/note.bin', `\0${who}`);
    };
    onBranch(repository, 'branch', both('branch'));
    onMain(repository, both('main'));
    tryGit(repository, 'merge', '--no-edit', 'branch');
    const { exit, out } = await reform(repository, 'resolve');
    expect(exit).toBe(1);
    expect(out).toContain(
      'ledger/evidence/note.bin: both sides have this file with other contents',
    );
    expect(out).not.toContain('Nothing is in conflict');
    expect(JSON.parse((await reform(repository, 'resolve', '--json')).out)).toMatchObject({
      ...{ beside: ['evidence/note.bin'], outside: [], next: [] },
    });
  });

  test('a file that both sides have renamed is told with all its names', async () => {
    const repository = handRepository();
    const renamed = (to: string) => () => {
      repository.git('mv', 'ledger/tasks/T04.yaml', `ledger/tasks/${to}.yaml`);
      repository.replace(`ledger/tasks/${to}.yaml`, 'id: T04\n', `id: ${to}\n`);
    };
    onBranch(repository, 'branch', renamed('T08'));
    onMain(repository, renamed('T07'));
    tryGit(repository, 'merge', '--no-edit', 'branch');
    const { exit, out } = await reform(repository, 'resolve');
    expect(exit).toBe(1);
    expect(out).toContain(
      'ledger/tasks/T04.yaml: both sides have renamed it, ours to ledger/tasks/T07.yaml, theirs to ledger/tasks/T08.yaml.',
    );
  });

  test('a measure that was moved is said to be where it is', async () => {
    const repository = handRepository();
    const title = '  title: Name a warden for every reach\n';
    onBranch(repository, 'branch', () =>
      repository.replace(t02, title, `  number: 二(九)\n${title}`),
    );
    onMain(repository, () => repository.replace(t02, 'id: T02.1', 'id: T02.7'));
    tryGit(repository, 'merge', '--no-edit', 'branch');
    const { exit, out } = await reform(repository, 'resolve');
    expect(exit).toBe(1);
    expect(out).toContain('T02.1: deleted on one side, changed on the other');
    expect(out).toContain(
      'T02.1 seems to be T02.7 now on the side of ours (ledger/tasks/T02.yaml)',
    );
  });

  test('of a stash it is said that it is one, and what becomes of it', async () => {
    const repository = handRepository();
    due('2022-06-20')(repository)();
    repository.git('stash', '-q');
    onMain(repository, due('2022-06-25')(repository));
    expect(tryGit(repository, 'stash', 'pop').status).toBe(1);
    const { exit, out } = await reform(repository, 'resolve', '--theirs', 'T01.2.due');
    expect(exit).toBe(0);
    expect(out).toContain('Ours is «main», theirs the stash');
    expect(out).toContain('Next: git stash drop');
  });

  test('settling retracts nothing in nobody’s name, and says what it retracts', async () => {
    const repository = handRepository();
    const line = (day: string, until: string) =>
      `      - { date: ${day}, event: postpone, by: reform-office, due: ${until}, reason: Wait, document: 临改委〔2022〕9号 }\n`;
    const before =
      '      - { date: 2022-08-25, event: postpone, by: reform-office, due: 2022-12-31, reason: 施工延期, document: 临改办〔2022〕23号 }\n';
    onBranch(repository, 'branch', () =>
      repository.replace(measures, before, before + line('2022-10-01', '2023-01-31')),
    );
    onMain(repository, () =>
      repository.replace(measures, before, before + line('2022-10-02', '2023-02-28')),
    );
    tryGit(repository, 'merge', '--no-edit', 'branch');
    const conflicted = repository.read(measures);
    const settle = ['resolve', '--ours', 'T01.2.due'];
    const nobody = await reform(repository, ...settle);
    expect(nobody.exit).toBe(2);
    expect(nobody.err).toContain('settling retracts entry 6 of T01.2 (postpone 2022-10-01)');
    expect(repository.read(measures)).toBe(conflicted);
    const unknown = await reform(repository, ...settle, '--by', 'nobody-at-all');
    expect(unknown.exit).toBe(2);
    const { exit, out } = await reform(
      repository,
      ...settle,
      '--by',
      'reform-office',
      '--lang',
      'zh',
    );
    expect(exit).toBe(0);
    expect(out).toContain('T01.2：第 6 条记录未予采用，已作撤销登记');
    // The ledger is in English, whoever settles.
    expect(repository.read(measures)).toContain(
      'event: retract, by: reform-office, entry: 6, reason: "Two branches contradicted each other: T01.2.due holds as the other entry has it" }',
    );
  });

  test('problems that stay are told together with what is to be done next', async () => {
    const repository = handRepository();
    repository.replace(measures, 'lead: [permit-group]', 'lead: [nobody-at-all]');
    repository.commit('A problem of before');
    onBranch(repository, 'branch', due('2022-06-20')(repository));
    onMain(repository, due('2022-06-25')(repository));
    tryGit(repository, 'merge', '--no-edit', 'branch');
    const { exit, out, err } = await reform(repository, 'resolve', '--ours', 'T01.2.due');
    // It is none of the merge's.
    expect(err).not.toContain('nobody-at-all');
    expect(exit).toBe(0);
    expect(out).toContain('Next: git add ledger/tasks/T01.yaml');
  });

  test('a file deleted on one side goes or stays as somebody decides', async () => {
    const repository = handRepository();
    onBranch(repository, 'branch', () => repository.remove('ledger/tasks/T04.yaml'));
    onMain(repository, () =>
      repository.replace('ledger/tasks/T04.yaml', 'id: T04\n', 'id: T04\nnote: Kept\n'),
    );
    tryGit(repository, 'merge', '--no-edit', 'branch');
    const open = await reform(repository, 'resolve');
    expect(open.exit).toBe(1);
    expect(open.out).toContain('T04: deleted on one side, changed on the other');
    expect((await reform(repository, 'resolve', '--ours', 'T04')).exit).toBe(0);
    expect(repository.read('ledger/tasks/T04.yaml')).toContain('note: Kept');
    const gone = await reform(repository, 'resolve', '--theirs', 'T04');
    expect(gone.out).toContain('ledger/tasks/T04.yaml: deleted.');
    expect(existsSync(join(repository.top, 'ledger/tasks/T04.yaml'))).toBe(false);
  });

  test('what comes out wrong as a whole is told', async () => {
    const repository = handRepository();
    onBranch(repository, 'branch', () => {
      repository.replace('ledger/units.yaml', 'id: data-bureau', 'id: data-office');
      for (const file of ['T01', 'T02', 'T03', 'T04']) {
        const path = `ledger/tasks/${file}.yaml`;
        repository.write(path, repository.read(path).replaceAll('data-bureau', 'data-office'));
      }
      repository.replace('ledger/projects/eastbank.yaml', 'data-bureau', 'data-office');
      due('2022-06-20')(repository)();
    });
    onMain(repository, () => {
      repository.replace(t02, 'support: [eastbank, westbank]', 'support: [eastbank, data-bureau]');
      due('2022-06-25')(repository)();
    });
    tryGit(repository, 'merge', '--no-edit', 'branch');
    const { exit, out, err } = await reform(repository, 'resolve', '--theirs', 'T01.2.due');
    expect(exit).toBe(1);
    expect(err).toContain('What comes out has 1 problem that neither side had');
    expect(err).toContain('reference/unknown-unit');
    expect(out).toContain('Next: reform validate');
    expect(out).toContain('Next: git add ledger/tasks/T01.yaml');
  });

  test('says so where there is none, and where there is no git', async () => {
    const repository = handRepository();
    expect(await reform(repository, 'resolve')).toMatchObject({ exit: 0 });
    const alone = copyOf(handLedger);
    const { exit, err } = await run(['resolve'], { cwd: alone });
    expect(exit).toBe(2);
    expect(err).toContain('does not lie in a git repository');
  });

  test('speaks Chinese', async () => {
    const repository = conflicted();
    const { out } = await reform(repository, 'resolve', '--lang', 'zh');
    expect(out).toContain('T01.2 due：我方 2022-06-25，对方 2022-06-20（原为 2022-06-15）');
    expect(out).toContain('还有 1 处冲突。');
  });
});
