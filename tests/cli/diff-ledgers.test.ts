/** `reform diff` in a repository with several ledgers, with one that was moved, and with files that are not checked out. */
import { mkdirSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { run } from '../harness.ts';
import { handRepository, newRepository, type TestRepository } from '../repository.ts';

const today = ['--today', '2023-01-31'];

const ask = (top: string, args: readonly string[]) =>
  run([...args, ...today], { cwd: top, env: { NO_COLOR: '1' }, width: 200 });

const told = async ({ top }: TestRepository, ...args: readonly string[]): Promise<string> => {
  const { exit, out, err } = await ask(top, ['diff', ...args]);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return out;
};

const factsOf = async ({ top }: TestRepository, ...args: readonly string[]) =>
  JSON.parse((await ask(top, ['diff', ...args, '--json'])).out);

const slip = ({ replace }: TestRepository, folder: string): void =>
  replace(`${folder}/tasks/T03.yaml`, '    due: 2022-06-30\n', '    due: 2022-07-31\n');

/** The ledger typed by hand in `data/2022`. */
const yearly = (): TestRepository => {
  const repository = handRepository();
  moveFolder(repository, 'ledger', 'data/2022');
  repository.commit('In its year');
  return repository;
};

const moveFolder = ({ top }: TestRepository, from: string, to: string): void => {
  mkdirSync(dirname(join(top, to)), { recursive: true });
  renameSync(join(top, from), join(top, to));
};

const minded = ' - T03.2 Credit desks for quality marks: deadline 31 days later';

describe('two states of before a ledger was moved', () => {
  test('are found where it lay then', async () => {
    const repository = yearly();
    slip(repository, 'data/2022');
    repository.commit('Slip');
    moveFolder(repository, 'data/2022', 'data/y2022');
    repository.commit('Moved');
    const out = await told(repository, 'HEAD~2..HEAD~1');
    expect(out).toContain(minded);
    expect(out).not.toContain('was moved');
    for (const named of [[], ['--ledger', 'data/y2022']]) {
      const args = ['review', 'HEAD~2..HEAD~1', '--json', ...named];
      const { out: answer } = await ask(repository.top, args);
      expect(JSON.parse(answer).problems).toMatchObject([{ code: 'move/plan-edited' }]);
    }
    const { from, to } = await factsOf(repository, 'HEAD~2..HEAD~1');
    expect([from.folder, to.folder]).toEqual(['data/2022', 'data/2022']);
  });
});

describe('a ledger that was moved', () => {
  const moved = (): TestRepository => {
    const repository = yearly();
    moveFolder(repository, 'data/2022', 'data/y2022');
    slip(repository, 'data/y2022');
    return repository;
  };

  test('is the same one in the working folder, staged and committed, and a slip is told', async () => {
    const repository = moved();
    const said = 'The ledger was moved from data/2022 to data/y2022.';
    for (const args of [[], ['--staged'], ['HEAD~1..HEAD']]) {
      const out = await told(repository, ...args);
      expect(out).toContain(said);
      expect(out).toContain(minded);
      expect(out).not.toContain('all of it is new');
      repository.git('add', '--all');
      if (args.includes('--staged')) repository.commit('Moved');
    }
    const { from, to, other_ledgers } = await factsOf(repository, 'HEAD~1..HEAD');
    expect([from.folder, to.folder]).toEqual(['data/2022', 'data/y2022']);
    expect(other_ledgers).toEqual([]);
    expect(await told(repository, 'HEAD..HEAD~1')).toContain('moved from data/y2022 to data/2022');
  });

  test('is found as well from where it lay, and from a branch that is behind', async () => {
    const repository = yearly();
    const { git } = repository;
    git('switch', '--quiet', '--create', 'branch');
    moveFolder(repository, 'data/2022', 'data/y2022');
    slip(repository, 'data/y2022');
    repository.commit('Moved');
    git('switch', '--quiet', 'main');
    repository.write('README.md', 'The main line goes on\n');
    repository.commit('Elsewhere');
    const out = await told(repository, 'main..branch');
    expect(out).toContain('The ledger was moved from data/2022 to data/y2022.');
    expect(out).toContain(minded);
  });

  test('says the same where a review shows what moved', async () => {
    const repository = moved();
    repository.commit('Moved');
    const { out } = await ask(repository.top, ['review', 'HEAD~1..HEAD', '--format', 'markdown']);
    expect(out).toContain('The ledger was moved from data/2022 to data/y2022.');
    expect(out).toContain('deadline 31 days later');
  });

  test('is the same one where it was given another year, and most of its files are the same', async () => {
    const repository = moved();
    repository.replace('data/y2022/ledger.yaml', 'year: 2022', 'year: 2023');
    repository.commit('Moved');
    const out = await told(repository, 'HEAD~1..HEAD');
    expect(out).toContain(minded);
    expect(out).toContain('rules of the ledger changed (year)');
  });

  test('is another one where neither what it is about nor its files are the same', async () => {
    const repository = yearly();
    repository.git('rm', '-r', '--quiet', 'data/2022');
    repository.write('data/2021/ledger.yaml', anotherYear);
    repository.commit('Another');
    const out = await told(repository, 'HEAD~1..HEAD');
    expect(out).toContain('all of it is new');
    expect(out).toContain('The ledger in data/2022 is gone.');
  });

  test('whose older state cannot be read is named by where it lay', async () => {
    const repository = yearly();
    const text = repository.read('data/2022/tasks/T01.yaml');
    repository.write('data/2022/tasks/T01.yaml', 'id: [');
    const broken = repository.commit('Broken').slice(0, 10);
    repository.write('data/2022/tasks/T01.yaml', text);
    moveFolder(repository, 'data/2022', 'data/y2022');
    repository.commit('Moved');
    const { exit, err } = await ask(repository.top, ['diff', 'HEAD~1..HEAD']);
    expect(exit).toBe(3);
    expect(err).toContain(`${broken}:./data/2022/tasks/T01.yaml:`);
  });
});

const anotherYear = `title: Another list
jurisdiction: Elsewhere
year: 2021
timezone: Asia/Shanghai
language: en
state: current
basis: office
`;

describe('other ledgers of the repository', () => {
  test('that changed are told with what to type, which tells the rest', async () => {
    const repository = yearly();
    repository.replace('data/2022/ledger.yaml', 'state: current', 'state: closed');
    slip(repository, 'data/2022');
    repository.write('data/2021/ledger.yaml', anotherYear);
    const line =
      'The ledger in data/2022 also changed: reform diff "HEAD~1..HEAD" --ledger data/2022';
    expect(await told(repository)).toContain('also changed: reform diff --ledger data/2022\n');
    repository.git('add', '--all');
    expect(await told(repository, '--staged')).toContain('diff --staged --ledger data/2022\n');
    repository.commit('A decoy');
    const out = await told(repository, 'HEAD~1..HEAD');
    expect(out).toContain('all of it is new');
    expect(out).toContain(line);
    expect((await factsOf(repository, 'HEAD~1..HEAD')).other_ledgers).toEqual([
      { folder: 'data/2022', fate: 'changed' },
    ]);
    const rest = await told(repository, 'HEAD~1..HEAD', '--ledger', 'data/2022');
    expect(rest).toContain(minded);
    expect(rest).toContain(
      'The ledger in data/2021 is new: reform diff "HEAD~1..HEAD" --ledger data/2021',
    );
  });

  test('that are the same are told only beside one that is on one side', async () => {
    const repository = yearly();
    repository.write('data/2021/ledger.yaml', anotherYear.replace('current', 'closed'));
    repository.commit('Two years');
    slip(repository, 'data/2022');
    expect(await told(repository)).not.toContain('data/2021');
    repository.commit('Slipped');
    repository.write('data/2023/ledger.yaml', anotherYear.replace('2021', '2023'));
    const out = await told(repository, '--ledger', 'data/2023');
    expect(out).toContain('The ledger in data/2022 is the same in both.');
  });

  test('lie wherever they lie: the way there is told from here', async () => {
    const repository = newRepository();
    repository.write('一 市/ledger.yaml', anotherYear);
    repository.write('b/ledger.yaml', anotherYear.replace('Elsewhere', 'Nearby'));
    repository.commit('Two cities');
    repository.replace('一 市/ledger.yaml', 'Another list', 'The list');
    const { out } = await ask(join(repository.top, 'b'), ['diff']);
    expect(out).toContain('The ledger in 一 市 also changed: reform diff --ledger "../一 市"');
  });
});

describe('a sparse checkout', () => {
  test('that leaves another ledger out has lost none of it', async () => {
    const repository = yearly();
    repository.write('data/2021/ledger.yaml', anotherYear);
    repository.commit('Two years');
    repository.git('sparse-checkout', 'set', '--no-cone', '/*', '!/data/2021');
    expect(await told(repository)).not.toContain('data/2021');
  });

  const sparse = (): TestRepository => {
    const repository = handRepository();
    repository.git('sparse-checkout', 'set', '--no-cone', '/*', '!/ledger/evidence');
    return repository;
  };

  test('that leaves evidence out has lost none of it', async () => {
    const repository = sparse();
    expect(await told(repository, '--ledger', 'ledger')).toContain('No difference.');
    const { out } = await ask(repository.top, ['review', 'HEAD', '--ledger', 'ledger']);
    expect(out).not.toContain('annex.txt');
  });

  test('tells what changed of it in the index, and what is gone that was checked out', async () => {
    const repository = sparse();
    const { git } = repository;
    git('update-index', '--no-skip-worktree', 'ledger/evidence/T03.1/annex.txt');
    expect(await told(repository, '--ledger', 'ledger')).toContain('annex.txt is gone');
    const other = repository.git('rev-parse', 'HEAD:ledger/fields.yaml');
    git('update-index', '--cacheinfo', `100644,${other},ledger/evidence/T03.1/annex.txt`);
    git('update-index', '--skip-worktree', 'ledger/evidence/T03.1/annex.txt');
    expect(await told(repository, '--ledger', 'ledger')).toContain('annex.txt is another one');
  });
});
