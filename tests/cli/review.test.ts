/** `reform review` on real repositories: which states it compares, how it answers, and what it cannot tell. */
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { run, temporaryFolder } from '../harness.ts';
import { handRepository, newRepository, repositoryAt, type TestRepository } from '../repository.ts';

const data = 'Li <li@data.example.org>';
const office = 'Wang <wang@office.example.org>';
const t1 = 'ledger/tasks/T01.yaml';
const t3 = 'ledger/tasks/T03.yaml';
const firstReport =
  'note: 初稿已成, evidence: [{ url: "https://data.linjiang.example/draft" }] }\n';
const retraction = 'entry: 1, reason: Reported under the wrong measure }\n';
const claimT031 = 'sha256: a398bdc3971f774bec96862cef0b43b790fec82094aac333c4fd79152e75a76d';

let repository: TestRepository;
beforeEach(() => {
  repository = handRepository();
});

const review = (args: readonly string[] = [], now = '2023-02-20T04:00:00Z') =>
  run(['review', '--ledger', 'ledger', ...args], { cwd: repository.top, now });

/** Another entry at the end of the log of T03.5. */
const append = (text: string) =>
  repository.replace(
    t3,
    '          # end of the log, not of the story\n',
    `          - { ${text} }\n          # end of the log, not of the story\n`,
  );

const codesOf = async (...args: readonly string[]): Promise<readonly string[]> => {
  const { out, err } = await review([...args, '--json']);
  if (out === '') throw new Error(err);
  return JSON.parse(out).problems.map(
    ({ code, file, line }: { code: string; file: string; line: number }) =>
      `${code} ${file}:${line}`,
  );
};

const branchOff = () => repository.git('checkout', '--quiet', '-b', 'topic');

describe('what is compared', () => {
  test('nothing named: from where the main line was left to the working folder', async () => {
    expect(await review(['--strict'])).toMatchObject({ exit: 0, out: '' });
    branchOff();
    repository.replace(t1, 'due: 2022-12-31', 'due: 2023-12-31');
    repository.commit('slip', { when: '2023-02-01T09:00:00+08:00' });
    repository.replace(t3, 'date: 2022-03-15, event: report', 'date: 2022-03-14, event: report');
    const { exit, out, err } = await review();
    expect(exit).toBe(1);
    expect(out).toContain(
      'error[move/plan-edited] T01.1: due of the issued plan was changed in place',
    );
    expect(out).toContain('put it back and record the decision: reform postpone T01.1');
    expect(out).toMatch(
      /ledger\/tasks\/T01\.yaml:26:10: .*\n 26 \| {5}due: 2023-12-31\n {4}\| {10}\^{10}\n/,
    );
    expect(out).toContain(
      'error[move/entry-changed] T03.2: entry 1 (report) of the log was rewritten',
    );
    expect(err).toMatch(/^[0-9a-f]{10} → working folder\n2 errors, 0 warnings\.\n/);
  });

  test('A: from that revision to the working folder', async () => {
    repository.replace(t1, 'due: 2022-12-31', 'due: 2023-12-31');
    repository.commit('slip', { when: '2023-02-01T09:00:00+08:00' });
    expect(await codesOf('HEAD')).toEqual([]);
    expect(await codesOf('HEAD~1')).toEqual(['move/plan-edited tasks/T01.yaml:26']);
  });

  test('A..B: from the last common ancestor, whatever the main line did meanwhile', async () => {
    branchOff();
    append('date: 2023-02-01, event: report, by: market-regulation');
    repository.commit('report', { author: office, when: '2023-02-02T09:00:00+08:00' });
    repository.git('checkout', '--quiet', 'main');
    repository.replace(t1, '      - { date: 2022-09-05, event: start, by: data-bureau }\n', '');
    repository.commit('rewritten on the main line', { when: '2023-02-03T09:00:00+08:00' });
    expect(await codesOf('main..topic')).toEqual([]);
    expect(await codesOf('main...topic')).toEqual([]);
    expect(await codesOf('main~1..main')).toEqual(['move/entry-removed tasks/T01.yaml:27']);
  });

  test('the result of a merge, with what both branches added to one log', async () => {
    branchOff();
    append('date: 2023-02-01, event: report, by: market-regulation');
    repository.commit('ours', { when: '2023-02-02T09:00:00+08:00' });
    repository.git('checkout', '--quiet', 'main');
    append('date: 2023-02-03, event: report, by: westbank');
    repository.commit('theirs', { when: '2023-02-04T09:00:00+08:00' });
    repository.git('merge', '--quiet', '--strategy=ours', '--no-commit', 'topic');
    append('date: 2023-02-01, event: report, by: market-regulation');
    repository.commit('merge', { when: '2023-02-05T09:00:00+08:00' });
    expect(repository.git('rev-list', '--parents', '-1', 'HEAD').split(' ')).toHaveLength(3);
    expect(await codesOf('main~1..HEAD')).toEqual([]);
    expect(await codesOf('HEAD^1..HEAD')).toEqual([]);
  });

  test('layout alone is no change', async () => {
    repository.write(t1, repository.read(t1).replace(/\n {4}log:/, '\n\n    # 记录\n    log:'));
    expect(await codesOf()).toEqual([]);
  });

  test('a ledger that is new is checked by itself', async () => {
    const other = newRepository();
    other.write('README.md', 'empty\n');
    other.commit('nothing yet');
    for (const file of repository.git('ls-files', 'ledger').split('\n'))
      other.write(file, repository.read(file));
    other.commit('the list', { when: '2023-02-02T09:00:00+08:00' });
    const { exit, out, err } = await run(['review', 'HEAD~1..HEAD', '--ledger', 'ledger'], {
      cwd: other.top,
    });
    expect({ exit, out }).toEqual({ exit: 0, out: '' });
    expect(err).toContain('There is no such ledger in');
  });

  test('a ledger that was moved is the same one', async () => {
    repository.git('mv', 'ledger', 'list');
    repository.replace('list/tasks/T01.yaml', 'due: 2022-12-31', 'due: 2023-12-31');
    repository.commit('moved, and more', { when: '2023-02-02T09:00:00+08:00' });
    const { exit, out } = await run(['review', 'HEAD~1..HEAD', '--ledger', 'list'], {
      cwd: repository.top,
    });
    expect(exit).toBe(1);
    expect(out).toContain('move/plan-edited');
  });

  test('a state that cannot be read: what is wrong with it, or that the move is not judged', async () => {
    const whole = repository.read(t1);
    repository.write(t1, `${whole}  bad: [\n`);
    repository.commit('broken', { when: '2023-02-02T09:00:00+08:00' });
    const broken = await review(['HEAD~1..HEAD']);
    expect(broken.exit).toBe(1);
    expect(broken.out).toContain('error[yaml/syntax]');
    expect(broken.err).toContain('The move was not judged');
    repository.write(t1, whole);
    repository.commit('mended', { when: '2023-02-03T09:00:00+08:00' });
    const mended = await review(['HEAD~1..HEAD']);
    expect(mended.exit).toBe(1);
    expect(mended.out).toMatch(/^The move\n\nledger\/ledger\.yaml: error\[move\/not-judged\]/);
    expect((await review(['HEAD~2..HEAD'])).exit).toBe(0);
  });

  test.each([
    ['no such revision', ['nonsense..HEAD'], 2, 'git knows no revision "nonsense"'],
    ['an option in its place', ['--', '--output=x..HEAD'], 2, 'git knows no revision'],
    ['no such format', ['--format', 'csv'], 2, 'csv'],
  ])('%s', async (_what, args, exit, said) => {
    const answer = await review(args);
    expect(answer).toMatchObject({ exit, out: '' });
    expect(answer.err).toContain(said);
  });

  test('no main line to begin from, which must not pass for no change', async () => {
    repository.git('branch', '-m', 'main', 'trunk');
    const { exit, out, err } = await review();
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('no main line is known here');
    const top = join(temporaryFolder(), 'clone');
    const from = ['--quiet', '--depth', '1', '--single-branch', '-b', 'trunk'];
    repository.git('clone', ...from, `file://${repository.top}`, top);
    repositoryAt(top).git('remote', 'remove', 'origin');
    const cut = await run(['review', '--ledger', 'ledger'], { cwd: top });
    expect(cut.exit, cut.err).toBe(3);
    expect(cut.err).toContain('fetch-depth: 0');
  });

  test.each(['..HEAD', 'HEAD..', '..', ''])(
    'a side that a script left empty: "%s"',
    async (range) => {
      const { exit, err } = await review([range]);
      expect(exit, err).toBe(2);
      expect(err).toContain('is empty');
    },
  );

  test('a shallow clone, where it is not sure what a branch began from', async () => {
    branchOff();
    append('date: 2023-02-01, event: report, by: market-regulation');
    repository.commit('report', { when: '2023-02-02T09:00:00+08:00' });
    const top = join(temporaryFolder(), 'clone');
    repository.git('clone', '--quiet', '--depth', '1', `file://${repository.top}`, top);
    const clone = repositoryAt(top);
    const answer = await run(['review', 'HEAD~1..HEAD', '--ledger', 'ledger'], { cwd: clone.top });
    expect(answer).toMatchObject({ exit: 3, out: '' });
    expect(answer.err).toContain('fetch-depth: 0');
  });
});

describe('which ledger is reviewed, by the older state', () => {
  const at = async (range: string, ...args: readonly string[]) => {
    const { exit, out, err } = await run(['review', range, ...args, '--json'], {
      cwd: repository.top,
      now: '2023-02-20T04:00:00Z',
    });
    if (out === '') throw new Error(`${exit} ${err}`);
    const { ledger, judgement, other_ledgers, problems } = JSON.parse(out);
    const told = problems.map(
      ({ code, ledger: of, file }: { code: string; ledger: string; file: string }) =>
        `${code} ${of}/${file}`,
    );
    return { exit, ledger, judgement, others: other_ledgers, told };
  };
  const head = (year: number, state = 'current') =>
    `title: Other\njurisdiction: Linjiang\nyear: ${year}\ntimezone: Asia/Shanghai\nlanguage: en\nstate: ${state}\nbasis: office\n`;
  const commit = (message: string) =>
    repository.commit(message, { when: '2023-02-02T09:00:00+08:00' });
  const t1 = 'data/2022/tasks/T01.yaml';
  const slip = () => repository.replace(t1, 'due: 2022-12-31', 'due: 2023-12-31');
  const slipped = 'move/plan-edited data/2022/tasks/T01.yaml';

  beforeEach(() => {
    repository.git('mv', 'ledger', 'data-2022');
    repository.git('rm', '--quiet', '-r', '--cached', 'data-2022');
    for (const file of readdirSync(join(repository.top, 'data-2022'), {
      recursive: true,
      encoding: 'utf8',
    })) {
      const path = join(repository.top, 'data-2022', file);
      if (statSync(path).isFile())
        repository.write(`data/2022/${file}`, readFileSync(path, 'utf8'));
    }
    rmSync(join(repository.top, 'data-2022'), { recursive: true });
    commit('as folders of years');
  });

  test('a new current ledger turns nobody away from the one that is closed for it', async () => {
    slip();
    repository.replace('data/2022/ledger.yaml', 'state: current', 'state: closed');
    repository.write('data/2021/ledger.yaml', head(2021));
    commit('decoy');
    const found = await at('HEAD~1..HEAD');
    expect(found).toMatchObject({ exit: 1, ledger: 'data/2022', judgement: 'judged' });
    expect(found.told).toContain(slipped);
  });

  test.each(['data/2021', 'data', '.'])(
    'a second current ledger in %s leaves the first one under review',
    async (folder) => {
      slip();
      repository.write(join(folder, 'ledger.yaml'), head(2021));
      commit('decoy');
      expect(await at('HEAD~1..HEAD')).toMatchObject({
        exit: 1,
        ledger: 'data/2022',
        told: [slipped],
      });
      slip();
    },
  );

  test('a ledger that is gone is told, whichever is there or named instead', async () => {
    repository.git('rm', '--quiet', '-r', 'data/2022');
    repository.write('data/2021/ledger.yaml', head(2021));
    commit('gone');
    const gone = 'move/ledger-removed data/2022/ledger.yaml';
    for (const args of [[], ['--ledger', 'data/2021'], ['--year', '2021']]) {
      const found = await at('HEAD~1..HEAD', ...args);
      expect(found).toMatchObject({ exit: 1, judgement: 'new' });
      expect(found.told).toContain(gone);
      expect(found.others).toEqual([{ folder: 'data/2022', judgement: 'gone' }]);
    }
    repository.git('rm', '--quiet', '-r', 'data/2021');
    repository.write('README.md', 'nothing left\n');
    commit('all gone');
    expect(await at('HEAD~2..HEAD')).toMatchObject({ exit: 1, judgement: 'gone', told: [gone] });
    const { err } = await run(['review', 'HEAD~2..HEAD'], { cwd: repository.top });
    expect(err).toContain('There is no ledger in HEAD');
    expect(await run(['review', 'HEAD~1..HEAD~1'], { cwd: repository.top })).toMatchObject({
      exit: 0,
    });
  });

  test('a ledger that was named answers for itself where it was there before', async () => {
    repository.write('data/2021/ledger.yaml', head(2021, 'closed'));
    commit('two');
    repository.git('rm', '--quiet', '-r', 'data/2022');
    repository.replace('data/2021/ledger.yaml', 'title: Other', 'title: Another');
    commit('one');
    expect((await at('HEAD~1..HEAD')).told).toContain('move/ledger-removed data/2022/ledger.yaml');
    const named = await at('HEAD~1..HEAD', '--ledger', 'data/2021');
    expect(named.others).toEqual([]);
    expect(named.told).toEqual(['move/closed data/2021/ledger.yaml']);
  });

  test('what else changed is reviewed as well, committed or not, and told by ledger', async () => {
    repository.write('data/2021/ledger.yaml', head(2021, 'closed'));
    repository.write('data/2020/ledger.yaml', head(2020, 'closed'));
    commit('three');
    slip();
    repository.replace('data/2021/ledger.yaml', 'title: Other', 'title: Another');
    const both = [slipped, 'move/closed data/2021/ledger.yaml'];
    expect(await at('HEAD')).toMatchObject({ ledger: 'data/2022', told: both });
    commit('both');
    expect(await at('HEAD~1..HEAD')).toMatchObject({
      others: [{ folder: 'data/2021', judgement: 'judged' }],
      told: both,
    });
    const { out } = await run(['review', 'HEAD~1..HEAD'], { cwd: join(repository.top, 'data') });
    expect(out.match(/^\S+: The move$/gm)).toEqual(['2022: The move', '2021: The move']);
    const page = await run(['review', 'HEAD~1..HEAD', '--format', 'github'], {
      cwd: join(repository.top, 'data'),
    });
    expect(page.out).toContain('file=data/2021/ledger.yaml,');
    const only = await at('HEAD~1..HEAD', '--ledger', 'data/2022');
    expect(only).toMatchObject({ told: [slipped], others: [] });
  });

  test('a copy of a list that goes on elsewhere', async () => {
    const about = repository.read('data/2022/ledger.yaml');
    repository.write('data/new/ledger.yaml', about);
    repository.replace('data/2022/ledger.yaml', 'state: current', 'state: closed');
    commit('copy');
    expect((await at('HEAD~1..HEAD')).told).toEqual([
      'move/setting-changed data/2022/ledger.yaml',
      'move/ledger-twice data/new/ledger.yaml',
    ]);
  });

  test('without any ledger in either state it ends as every command', async () => {
    const other = newRepository();
    other.write('README.md', 'empty\n');
    other.commit('nothing');
    const answer = await run(['review', 'HEAD..HEAD'], { cwd: other.top });
    expect(answer).toMatchObject({ exit: 2, out: '' });
    expect(answer.err).toContain('no ledger');
  });
});

describe('who and when, from git', () => {
  const claim =
    'date: 2023-02-01, event: resume, by: market-regulation }\n          - { date: 2023-02-02, event: done, by: market-regulation, result: 互认, evidence: [{ document: 临市监〔2023〕2号 }]';
  const check = 'date: 2023-02-10, event: verify, by: reform-office, checked: site';

  test('claim and check by one author, long after each other', async () => {
    append(claim);
    repository.commit('claim', { author: data, when: '2023-02-03T09:00:00+08:00' });
    append(check);
    repository.commit('check', { author: data, when: '2023-02-10T09:00:00+08:00' });
    expect(await codesOf('HEAD~1..HEAD')).toEqual(['move/same-author tasks/T03.yaml:125']);
    const { out } = await review(['HEAD~1..HEAD', '--lang', 'zh']);
    expect(out).toContain('销号申请也是 Li <li@data.example.org> 登记的');
  });

  test('what is exchanged behind a check of the same change', async () => {
    const file = 'ledger/evidence/T03.5/minutes.txt';
    repository.write(file, 'first\n');
    append(
      claim.replace('[{ document: 临市监〔2023〕2号 }]', '[{ file: evidence/T03.5/minutes.txt }]'),
    );
    repository.commit('claim', { author: data, when: '2023-02-03T09:00:00+08:00' });
    append(check);
    repository.commit('check', { author: office, when: '2023-02-10T09:00:00+08:00' });
    expect(await codesOf('HEAD~2..HEAD')).toEqual([]);
    repository.write(file, 'second\n');
    const swapped = ['move/checked-evidence-changed tasks/T03.yaml:124'];
    expect(await codesOf('HEAD~2')).toEqual(swapped);
    repository.commit('cosmetic', { author: data, when: '2023-02-11T09:00:00+08:00' });
    expect(await codesOf('HEAD~3..HEAD')).toEqual(swapped);
    repository.replace(t3, 'result: 互认', 'result: 部分互认');
    repository.commit('wording', { author: data, when: '2023-02-12T09:00:00+08:00' });
    expect(await codesOf('HEAD~4..HEAD')).toEqual([
      ...swapped,
      'move/entry-changed tasks/T03.yaml:124',
    ]);
    expect(await codesOf('HEAD~2..HEAD')).toEqual([
      ...swapped,
      'move/entry-changed tasks/T03.yaml:124',
    ]);
  });

  test('a clock set back counts as the latest day before it', async () => {
    repository.write('README.md', 'a\n');
    repository.commit('first', { when: '2023-02-09T09:00:00+08:00' });
    append('date: 2023-02-08, event: report, by: market-regulation');
    repository.commit('a day behind', { when: '2023-02-07T09:00:00+08:00' });
    expect(await codesOf('HEAD~1..HEAD')).toEqual([]);
    append('date: 2022-12-20, event: report, by: market-regulation');
    repository.commit('a year behind', { when: '2022-12-21T09:00:00+08:00' });
    expect(await codesOf('HEAD~1..HEAD')).toEqual(['move/late-recorded tasks/T03.yaml:124']);
  });

  test('claim and check by two authors, and at once', async () => {
    append(claim);
    repository.commit('claim', { author: data, when: '2023-02-03T09:00:00+08:00' });
    append(check);
    repository.commit('check', { author: office, when: '2023-02-10T09:00:00+08:00' });
    expect(await codesOf('HEAD~2..HEAD')).toEqual([]);
  });

  test('recorded long after it happened, and before it can have happened', async () => {
    append('date: 2023-02-01, event: report, by: market-regulation');
    repository.commit('late', { when: '2023-03-15T09:00:00+08:00' });
    append('date: 2023-03-17, event: report, by: market-regulation');
    repository.commit('early', { when: '2023-03-16T09:00:00+08:00' });
    const { out } = await review(['HEAD~2..HEAD', '--json'], '2023-06-01T04:00:00Z');
    expect(JSON.parse(out).problems).toMatchObject([
      { code: 'move/late-recorded', params: { recorded_on: '2023-03-15' } },
      { code: 'move/future', params: { recorded_on: '2023-03-16' } },
    ]);
  });

  test('a clock that runs ahead moves no day', async () => {
    append('date: 2023-05-01, event: report, by: market-regulation');
    repository.commit('ahead', { when: '2023-06-01T09:00:00+08:00' });
    expect(await codesOf('HEAD~1..HEAD')).toEqual(['move/future tasks/T03.yaml:123']);
  });

  test('what is not committed was recorded today', async () => {
    append('date: 2022-12-01, event: report, by: market-regulation');
    expect(await codesOf()).toEqual(['move/late-recorded tasks/T03.yaml:123']);
  });

  test('an author who belongs to another unit', async () => {
    repository.replace(
      'ledger/ledger.yaml',
      'illustrative: true\n',
      'illustrative: true\nreview:\n  authors:\n    - { author: "*@data.example.org", units: [data-bureau] }\n',
    );
    repository.commit('who records', { when: '2023-01-20T09:00:00+08:00' });
    append('date: 2023-02-01, event: report, by: market-regulation');
    repository.commit('report', { author: data, when: '2023-02-01T19:00:00+08:00' });
    expect(await codesOf('HEAD~1..HEAD')).toEqual(['move/foreign-author tasks/T03.yaml:123']);
  });

  test('an id that another matter had, deleted and given again in another change', async () => {
    const t4 = 'ledger/tasks/T04.yaml';
    const measure = (title: string) => `measures:\n  - { id: T04.1, title: ${title} }\n`;
    const whole = repository.read(t4);
    repository.write(t4, whole + measure('Print all licences'));
    repository.commit('added', { when: '2023-02-01T09:00:00+08:00' });
    repository.write(t4, whole);
    repository.commit('deleted', { when: '2023-02-02T09:00:00+08:00' });
    repository.write(t4, whole + measure('Night buses'));
    repository.commit('given again', { when: '2023-02-03T09:00:00+08:00' });
    expect(await codesOf('HEAD~2..HEAD~1')).toEqual(['move/record-deleted tasks/T04.yaml:1']);
    expect(await codesOf('HEAD~1..HEAD')).toEqual(['move/id-reused tasks/T04.yaml:12']);
    expect(await codesOf('HEAD~3..HEAD~2')).toEqual([]);
  });

  test('evidence changed after it was verified, committed or not', async () => {
    expect(repository.read(t3)).toContain(claimT031);
    repository.write('ledger/evidence/T03.1/annex.txt', 'another annex\n');
    const place = 'tasks/T03.yaml:41';
    const expected = [`evidence/changed ${place}`, `move/checked-evidence-changed ${place}`];
    expect(await codesOf()).toEqual(expected);
    repository.commit('annex', { when: '2023-02-02T09:00:00+08:00' });
    expect(await codesOf('HEAD~1..HEAD')).toEqual(expected);
  });
});

describe('what a merge inside the reviewed change leaves out', () => {
  const when = (day: number) => `2023-02-${day}T09:00:00+08:00`;
  const report = 'date: 2023-02-01, event: report, by: market-regulation';
  const dropped = 'move/side-dropped tasks/T03.yaml:114';

  /** A branch that is not on the main line, and another one to merge it into. */
  const twoBranches = (change: () => void) => {
    repository.git('checkout', '--quiet', '-b', 'colleague');
    change();
    repository.commit('colleague', { author: office, when: when(2) });
    repository.git('checkout', '--quiet', '-b', 'topic', 'main');
    repository.replace(t1, 'title: ', 'title:  ');
    repository.commit('layout', { author: data, when: when(3) });
  };
  /** Merges as somebody does who keeps one side as it is, with what they make of it by hand. */
  const merge = (byHand: () => void = () => {}) => {
    repository.git('merge', '--quiet', '--no-commit', '--no-ff', '-s', 'ours', 'colleague');
    byHand();
    repository.commit('merge', { author: data, when: when(4) });
  };

  test('an entry of a log, on the branch itself and in the result of merging it', async () => {
    twoBranches(() => append(report));
    merge();
    expect(await codesOf('main..topic')).toEqual([dropped]);
    const { out } = await review(['main..topic']);
    expect(out).toMatch(
      /T03\.5: report of 2023-02-01 came from a branch \(Wang <wang@office\.example\.org>\), and the merge [0-9a-f]{10} does not have it/,
    );
    repository.git('checkout', '--quiet', 'main');
    repository.git('merge', '--quiet', '--no-ff', 'topic', '-m', 'landed');
    expect(await codesOf('HEAD^1..HEAD')).toEqual([dropped]);
    // What somebody else merged long ago is not this change's.
    repository.commit('nothing', { when: when(5) });
    expect(await codesOf('HEAD~1..HEAD')).toEqual([]);
  });

  test('only what is not there in the end', async () => {
    twoBranches(() => append(report));
    merge(() => append(`${report}, note: 重新登记`));
    expect(await codesOf('main..topic')).toEqual([]);
  });

  test('a record, and a value that nothing contradicted', async () => {
    twoBranches(() => {
      repository.write('ledger/tasks/T77.yaml', 'id: T77\ntitle: Night buses\nfield: business\n');
      repository.replace(t1, 'due: 2022-12-31', 'due: 2022-12-30');
    });
    merge();
    expect(await codesOf('main..topic')).toEqual([
      'move/side-dropped ledger.yaml:2',
      'move/side-dropped tasks/T01.yaml:26',
    ]);
  });

  test('a value that one of two was chosen for is settled', async () => {
    twoBranches(() => repository.replace(t1, 'due: 2022-12-31', 'due: 2022-12-30'));
    repository.replace(t1, 'due: 2022-12-31', 'due: 2022-12-29');
    repository.commit('another', { author: data, when: when(3) });
    merge();
    expect(await codesOf('main..topic')).toEqual(await codesOf('main..topic^1'));
  });

  test('the main line merged into a branch, and both sides in it', async () => {
    twoBranches(() => append(report));
    append('date: 2023-02-02, event: report, by: market-regulation');
    repository.commit('own', { author: data, when: when(3) });
    merge(() => append(report));
    repository.git('checkout', '--quiet', 'main');
    repository.replace(t1, 'title:', 'title: ');
    repository.commit('main goes on', { when: when(5) });
    repository.git('checkout', '--quiet', 'topic');
    repository.git('merge', '--quiet', '-s', 'ours', 'main', '-m', 'up to date');
    expect(await codesOf('main..topic')).toEqual([]);
  });
});

describe('how it answers', () => {
  beforeEach(() => {
    branchOff();
    repository.replace(t1, firstReport, firstReport.replace('初稿', '二稿'));
    repository.replace(t1, retraction, retraction.replace('wrong', '别的'));
    append('date: 2022-11-15, event: report, by: westbank');
    repository.commit('rewritten', { when: '2023-02-02T09:00:00+08:00' });
  });

  test('for people, in groups; warnings alone are no refusal', async () => {
    const { out, exit } = await review(['main..HEAD']);
    expect(exit).toBe(1);
    expect(out.match(/^\S.*\n\n/gm)).toEqual(['The move\n\n']);
    repository.git('checkout', '--quiet', 'HEAD~1', '--', t1);
    repository.commit('put back', { when: '2023-02-03T09:00:00+08:00' });
    expect((await review(['main..HEAD'])).exit).toBe(0);
    expect((await review(['main..HEAD', '--strict'])).exit).toBe(1);
  });

  test('annotations for GitHub name files from the top of the repository, wherever it is run', async () => {
    const top = await review(['main..HEAD', '--format', 'github']);
    const inside = await run(['review', 'main..HEAD', '--format', 'github'], {
      cwd: join(repository.top, 'ledger/tasks'),
      now: '2023-02-20T04:00:00Z',
    });
    expect(inside.out).toBe(top.out);
    expect(top.out.split('\n')).toEqual([
      expect.stringMatching(
        /^::error file=ledger\/tasks\/T01\.yaml,line=29,.*title=move\/entry-changed::T01\.1: /,
      ),
      expect.stringMatching(/^::error file=ledger\/tasks\/T01\.yaml,line=30,/),
      expect.stringMatching(/^::warning file=ledger\/tasks\/T03\.yaml,line=123,/),
      '',
    ]);
  });

  test('a Code Quality report for GitLab', async () => {
    const { out, exit } = await review(['main..HEAD', '--format', 'gitlab']);
    expect(exit).toBe(1);
    const report = JSON.parse(out);
    expect(report).toMatchObject([
      {
        check_name: 'move/entry-changed',
        severity: 'major',
        location: { path: 'ledger/tasks/T01.yaml', lines: { begin: 29 } },
      },
      { check_name: 'move/entry-changed', location: { lines: { begin: 30 } } },
      { check_name: 'move/late-recorded', severity: 'minor' },
    ]);
    for (const each of report) {
      expect(Object.keys(each)).toEqual([
        'description',
        'check_name',
        'fingerprint',
        'severity',
        'location',
      ]);
      expect(each.description).not.toBe('');
    }
    const prints = (text: string) =>
      JSON.parse(text).map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints(out)).size).toBe(3);
    // A line that moves makes no new finding.
    repository.write(t1, `# 临江\n${repository.read(t1)}`);
    repository.commit('comment', { when: '2023-02-03T09:00:00+08:00' });
    const moved = await review(['main..HEAD', '--format', 'gitlab']);
    expect(JSON.parse(moved.out)[0].location.lines.begin).toBe(30);
    expect(prints(moved.out)).toEqual(prints(out));
    repository.git('checkout', '--quiet', 'main');
    expect((await review(['--format', 'gitlab'])).out).toBe('[]\n');
  });

  test('markdown for a pull request: what was found, and what moved', async () => {
    const { out } = await review(['main..HEAD', '--format', 'markdown']);
    expect(out).toMatch(/^## Review\n\n2 errors, 1 warning\.\n\n## Findings\n\n\| SEVERITY/);
    expect(out).toContain('| ledger/tasks/T01.yaml:29  |');
    expect(out).toMatch(/T03\.5/);
  });

  test('a hostile name in the ledger or of an author commands nothing', async () => {
    append(
      'date: 2023-02-01, event: done, by: "x\\n::set-output name=a::b<img>", evidence: [{ document: "\\e[31m" }]',
    );
    repository.commit('hostile', { author: 'A\u202e`b` <a@b>', when: '2023-02-03T09:00:00+08:00' });
    for (const format of ['text', 'github', 'gitlab', 'markdown', 'json']) {
      const { out } = await review(['main..HEAD', '--format', format]);
      expect(out, format).not.toMatch(/[\u001b\u202e]|^::set-output/m);
      expect(out, format).not.toBe('');
    }
  });
});

test('what the ledger says of its review is checked', async () => {
  const about = 'ledger/ledger.yaml';
  const whole = repository.read(about);
  const validated = async (text: string) => {
    repository.write(about, `${whole}review:\n${text}`);
    return run(['validate', '--ledger', 'ledger'], { cwd: repository.top });
  };
  const rules = await validated('  rules: [{ code: move/entry-change, severity: off }]\n');
  expect(rules.exit).toBe(1);
  expect(rules.out).toContain('did you mean "move/entry-changed"');
  expect(rules.out).toContain('possible: error, warning or ignored');
  const units = await validated(
    '  office: [reform-ofice]\n  authors: [{ author: a, units: [data] }]\n',
  );
  expect(units.out).toContain('did you mean "reform-office"');
  expect(units.out).toContain('there is no unit "data"');
});
