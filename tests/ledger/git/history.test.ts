/** A ledger's past as git holds it: which commits, where the ledger lay, and how few processes it takes. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headLine } from '../../../src/ledger/git/commits.ts';
import { historyOf } from '../../../src/ledger/git/history.ts';
import { withObjects } from '../../../src/ledger/git/objects.ts';
import { pieceReader } from '../../../src/ledger/git/pieces.ts';
import { repositoryOf } from '../../../src/ledger/git/repository.ts';
import { findCommit } from '../../../src/ledger/git/revision.ts';
import { allKeys } from '../../../src/ledger/load.ts';
import { parse } from '../../../src/ledger/parse.ts';
import { isUnreadable } from '../../../src/model/diagnostic.ts';
import { entriesRecorded, recordedIn } from '../../../src/model/recorded.ts';
import { handLedger, projectRoot, read, temporaryFolder } from '../../harness.ts';
import { handRepository, newRepository, type TestRepository } from '../../repository.ts';

const pastOf = async ({ top }: TestRepository, folder = 'ledger', from?: string) => {
  const repository = repositoryOf(join(top, folder));
  return withObjects(repository, async (objects) => {
    const { commit } = await findCommit(repository, objects, 'HEAD');
    return historyOf(repository, objects, { to: commit, ...(from !== undefined && { from }) });
  });
};

const file = 'ledger/tasks/T01.yaml';
const record = (repository: TestRepository, entry: string): void =>
  repository.write(file, `${repository.read(file).trimEnd()}\n      - { ${entry} }\n`);

describe('commits', () => {
  test('with authors, both clocks and the subject, parents first', async () => {
    const repository = handRepository();
    record(repository, 'date: 2023-02-01, event: start, by: permit-group');
    repository.git('add', '.');
    const commit = execFileSync(
      'git',
      ['-C', repository.top, 'commit', '--quiet', '--file=-', '--author=王芳 <w@x.example>'],
      {
        input: 'Subject\twith a tab\n\nand a body\n',
        env: {
          ...process.env,
          GIT_AUTHOR_DATE: '2023-02-01T08:00:00+08:00',
          GIT_COMMITTER_DATE: '2023-02-02T08:00:00+08:00',
        },
      },
    );
    expect(commit.length).toBe(0);
    const { steps, head } = await pastOf(repository);
    const [first, second] = steps;
    expect(steps).toHaveLength(2);
    expect(second?.commit).toEqual({
      id: head,
      parents: [first?.commit.id],
      author: { name: '王芳', address: 'w@x.example' },
      authored: new Date('2023-02-01T00:00:00Z'),
      committed: new Date('2023-02-02T00:00:00Z'),
      subject: 'Subject\twith a tab',
    });
    expect(
      second?.edges.map(({ before, after }) => [before, after].map((all) => all.length)),
    ).toEqual([[1, 1]]);
  });

  test('of a range only, with what they brought', async () => {
    const repository = handRepository();
    const from = repository.git('rev-parse', 'HEAD');
    record(repository, 'date: 2023-02-01, event: start, by: permit-group');
    const commit = repository.commit('Started', { author: 'Li <li@x.example>' });
    const history = await pastOf(repository, 'ledger', from);
    const recordings = recordedIn(history);
    expect(recordings.map(({ id, commit: { id: by } }) => [id, by])).toEqual([['T01.2', commit]]);
    const [key] = [...entriesRecorded(recordings).keys()];
    expect(key).toContain('measure T01.2');
  });

  test('without an author and without a subject', async () => {
    const repository = handRepository();
    record(repository, 'date: 2023-02-01, event: start, by: permit-group');
    repository.git('add', '.');
    const tree = repository.git('write-tree');
    const parent = repository.git('rev-parse', 'HEAD');
    const raw = `tree ${tree}\nparent ${parent}\nauthor  <> 1675209600 +0800\ncommitter  <> 1675209600 +0800\n\n`;
    const made = execFileSync(
      'git',
      ['hash-object', '-t', 'commit', '-w', '--stdin', '--literally'],
      {
        cwd: repository.top,
        input: raw,
        encoding: 'utf8',
      },
    ).trim();
    repository.git('reset', '--quiet', '--hard', made);
    const { steps } = await pastOf(repository);
    expect(steps.at(-1)?.commit).toMatchObject({ author: { name: '', address: '' }, subject: '' });
    expect(recordedIn(await pastOf(repository)).at(-1)?.id).toBe('T01.2');
  });
});

describe('where the ledger lay', () => {
  test('is followed through several folders, to the top and back', async () => {
    const repository = handRepository();
    const oldest = repository.git('rev-parse', 'HEAD');
    mkdirSync(join(repository.top, '数据'));
    renameSync(join(repository.top, 'ledger'), join(repository.top, '数据/2022'));
    const second = repository.commit('Moved');
    repository.git(
      'mv',
      ...['ledger.yaml', 'tasks', 'projects'].flatMap((each) => `数据/2022/${each}`),
      '.',
    );
    repository.git('mv', '数据/2022/units.yaml', '数据/2022/fields.yaml', '.');
    const third = repository.commit('To the top');
    const { folders, steps } = await pastOf(repository, '.');
    expect([oldest, second, third].map((commit) => folders.get(commit))).toEqual([
      'ledger',
      '数据/2022',
      '',
    ]);
    const recordings = recordedIn(await pastOf(repository, '.'));
    const added = recordings.filter(
      ({ id, difference }) => id === 'T01.2' && difference.is === 'added',
    );
    expect(added.map(({ commit }) => commit.id)).toEqual([oldest]);
    expect(steps).toHaveLength(3);
  });

  test('on a branch that was made before the move and merged after it', async () => {
    const repository = handRepository();
    repository.git('checkout', '--quiet', '-b', 'claim');
    record(repository, 'date: 2023-02-01, event: start, by: permit-group');
    const claim = repository.commit('On a branch');
    repository.git('checkout', '--quiet', 'main');
    renameSync(join(repository.top, 'ledger'), join(repository.top, 'moved'));
    repository.commit('Moved');
    repository.git('merge', '--quiet', '--no-commit', '--no-ff', 'claim');
    repository.commit('Merged');
    const recordings = recordedIn(await pastOf(repository, 'moved'));
    const started = recordings.filter(
      ({ id, difference }) =>
        id === 'T01.2' && difference.is === 'log' && difference.event.date === '2023-02-01',
    );
    expect(started.map(({ commit }) => commit.id)).toEqual([claim]);
  });

  test('is nowhere else where a copy was made', async () => {
    const repository = handRepository();
    execFileSync('cp', ['-r', join(repository.top, 'ledger'), join(repository.top, 'copy')]);
    const copied = repository.commit('Copied');
    const recordings = recordedIn(await pastOf(repository, 'copy'));
    expect(new Set(recordings.map(({ commit }) => commit.id))).toEqual(new Set([copied]));
  });
});

test('the main line goes by the first parent, and its clock never goes back', async () => {
  const repository = newRepository();
  const whens = ['2022-03-01', '2022-03-05', '2022-02-01', '2022-03-06'];
  for (const day of whens) repository.commit(day, { when: `${day}T00:00:00Z` });
  const line = headLine(repositoryOf(repository.top), repository.git('rev-parse', 'HEAD'));
  expect(line.map(({ when }) => when.toISOString().slice(0, 10))).toEqual([
    '2022-03-01',
    '2022-03-05',
    '2022-03-05',
    '2022-03-06',
  ]);
});

test('it takes a handful of processes, whatever the number of commits and files', async () => {
  const repository = handRepository();
  for (let day = 1; day <= 25; day += 1) {
    record(
      repository,
      `date: 2023-03-${String(day).padStart(2, '0')}, event: report, by: permit-group`,
    );
    repository.commit(`Day ${day}`);
  }
  const folder = temporaryFolder();
  const counted = join(folder, 'counted');
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  writeFileSync(join(folder, 'git'), `#!/bin/sh\necho x >> '${counted}'\nexec '${real}' "$@"\n`);
  chmodSync(join(folder, 'git'), 0o755);
  const { PATH = '' } = process.env;
  process.env['PATH'] = `${folder}${delimiter}${PATH}`;
  try {
    expect(recordedIn(await pastOf(repository)).length).toBeGreaterThan(25);
  } finally {
    process.env['PATH'] = PATH;
  }
  // The commits, the comparison, the contents.
  expect(readFileSync(counted, 'utf8').trim().split('\n')).toHaveLength(3);
});

describe('files read in pieces', () => {
  const strictly = (text: string) => {
    const { value, problems } = parse(text, { keys: allKeys });
    return problems.some(({ problem }) => isUnreadable(problem.code)) ? undefined : value;
  };
  const texts = [
    'tasks/T01',
    'tasks/T02',
    'tasks/T03',
    'tasks/T04',
    'projects/westbank',
    'pilots',
    'units',
  ].map((name) => read(projectRoot, handLedger, `${name}.yaml`).replace(/^\ufeff/, ''));

  test('have the value that they have as a whole', () => {
    const reader = pieceReader();
    for (const text of texts) expect(reader(text)).toEqual(strictly(text));
  });

  test('whatever was done to their lines', () => {
    const reader = pieceReader();
    const spoil = fc.record({
      text: fc.constantFrom(...texts.map((text) => text.replace(/\r/g, ''))),
      edits: fc.array(
        fc.record({
          at: fc.nat(120),
          how: fc.constantFrom(
            ...(['drop', 'twice', 'deeper', 'flatter', 'log', 'text', 'quote', 'dash'] as const),
          ),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(spoil, ({ text, edits }) => {
        const lines = text.split('\n');
        for (const { at, how } of edits) {
          const line = lines[at % lines.length] ?? '';
          const blanks = ' '.repeat(line.length - line.trimStart().length);
          const put = {
            drop: [],
            twice: [line, line],
            deeper: [`  ${line}`],
            flatter: [line.replace(/^ {2}/, '')],
            log: [line, `${blanks}log:`],
            text: [line, `${blanks}note: |`, `${blanks}  log:`, `${blanks}    - { a: 1 }`],
            quote: [line, `${blanks}note: "one`, `${blanks}  log:`, `${blanks}  - { two }"`],
            dash: [line, `${blanks}- x`],
          }[how];
          lines.splice(at % lines.length, 1, ...put);
        }
        const spoilt = lines.join('\n');
        expect(reader(spoilt)).toEqual(strictly(spoilt));
      }),
      { numRuns: 300 },
    );
  });
});
