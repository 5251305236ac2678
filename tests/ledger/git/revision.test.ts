/** A ledger as git holds it: revisions, what is staged, and names that must not reach git as anything else. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withObjects } from '../../../src/ledger/git/objects.ts';
import { repositoryOf } from '../../../src/ledger/git/repository.ts';
import { mergeBase, readIndex, readRevision } from '../../../src/ledger/git/revision.ts';
import { isGitTrouble } from '../../../src/ledger/git/run.ts';
import { load } from '../../../src/ledger/load.ts';
import { folderSource } from '../../../src/ledger/source.ts';
import { run, temporaryFolder } from '../../harness.ts';
import { handRepository, newRepository, repositoryAt } from '../../repository.ts';

const troubleOf = async (attempt: () => unknown): Promise<string> => {
  try {
    await attempt();
    return 'none';
  } catch (error) {
    return isGitTrouble(error) ? error.kind : String(error);
  }
};

const revisionAt = (root: string, name: string) => {
  const repository = repositoryOf(root);
  return withObjects(repository, (objects) => readRevision(repository, objects, name));
};

describe('a revision', () => {
  const repository = handRepository();
  const root = join(repository.top, 'ledger');

  test('loads as the folder it was committed from', async () => {
    const { source } = await revisionAt(root, 'HEAD');
    const committed = load(source);
    const here = load(folderSource(root));
    expect(committed.ledger).toEqual(here.ledger);
    expect(committed.diagnostics).toEqual(here.diagnostics);
    expect(here.ledger.entries.measure.length).toBeGreaterThan(3);
  });

  test('keeps what it held when the folder has changed, and what is staged is a third thing', async () => {
    repository.replace('ledger/ledger.yaml', 'title:', 'title: Staged # ');
    repository.git('add', '.');
    repository.replace('ledger/ledger.yaml', 'title: Staged', 'title: Here');
    const place = repositoryOf(root);
    const index = await withObjects(place, (objects) => readIndex(place, objects));
    const committed = await revisionAt(root, 'HEAD');
    const titles = [committed.source, index.source, folderSource(root)].map(
      (source) => load(source).ledger.about.title,
    );
    expect(new Set(titles).size).toBe(3);
    expect(titles.slice(1)).toEqual(['Staged', 'Here']);
    repository.git('checkout', '--quiet', 'HEAD', '--', '.');
  });

  test('tells when it was committed', async () => {
    const { when, commit } = await revisionAt(root, 'main');
    expect(when.toISOString()).toBe('2022-03-01T01:00:00.000Z');
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
  });

  test.each([
    ['--output=planted'],
    ['-h'],
    ['HEAD\n--output=planted'],
    ['nowhere'],
    [''],
    ['HEAD\0'],
    ['$(touch planted)'],
    ['HEAD:ledger'],
  ])('%j is no revision and nothing else either', async (name) => {
    expect(await troubleOf(() => revisionAt(root, name))).toBe('unknown-revision');
    expect(existsSync(join(repository.top, 'planted'))).toBe(false);
  });

  test('names with blanks and words in them are asked for as they are', async () => {
    expect((await revisionAt(root, ':/The list as issued')).commit).toMatch(/^[0-9a-f]{40}$/);
    expect((await revisionAt(root, 'HEAD@{0}')).commit).toMatch(/^[0-9a-f]{40}$/);
  });

  test.each([['main@{upstream}'], ['HEAD@{9999}']])('%s means nothing here', async (name) => {
    expect(await troubleOf(() => revisionAt(root, name))).toBe('unknown-revision');
  });

  test('a commit with an absurd date has a day that can be written', async () => {
    const other = handRepository();
    const raw = other
      .git('cat-file', 'commit', 'HEAD')
      .replace(/^(committer .*>) .*$/m, '$1 99999999999999 +0000');
    other.write('raw', `${raw}\n`);
    const id = other.git('hash-object', '-t', 'commit', '-w', '--literally', 'raw');
    other.git('update-ref', 'HEAD', id);
    const { when } = await revisionAt(join(other.top, 'ledger'), 'HEAD');
    expect(when.toISOString()).toBe('9999-12-31T23:59:59.000Z');
    const { exit, err } = await run([
      'list',
      '--known-by',
      '2022-12-01',
      '--ledger',
      join(other.top, 'ledger'),
    ]);
    expect(exit, err).toBeLessThan(3);
  });

  test('without the folder it has no files', async () => {
    const other = newRepository();
    other.write('README.md', 'nothing');
    other.commit('begin');
    other.write('data/ledger.yaml', 'title: later\n');
    expect((await revisionAt(join(other.top, 'data'), 'HEAD')).source.list()).toEqual([]);
  });

  test('file names of any kind come through', async () => {
    const odd = [
      'tasks/穗 府办.yaml',
      'tasks/a\nb.yaml',
      'tasks/"quoted\\".yaml',
      'tasks/-rf.yaml',
    ];
    const other = newRepository();
    for (const file of odd) other.write(file, 'id: T01\n');
    other.commit('odd names');
    const { source } = await revisionAt(other.top, 'HEAD');
    expect([...source.list()].sort()).toEqual([...odd].sort());
    for (const file of odd) expect(source.read(file).is).toBe('bytes');
  });

  test('links are told and not followed', async () => {
    const other = newRepository();
    other.write('ledger.yaml', 'title: x\n');
    other.git(
      'update-index',
      '--add',
      '--cacheinfo',
      '120000',
      other.git('hash-object', '-w', 'ledger.yaml'),
      'units.yaml',
    );
    other.git('add', 'ledger.yaml');
    other.git('commit', '--quiet', '-m', 'a link');
    const { source } = await revisionAt(other.top, 'HEAD');
    expect(source.read('units.yaml')).toEqual({ is: 'special', what: 'link' });
  });
});

describe('what git cannot tell', () => {
  test('no repository, a bare one, one without a commit', async () => {
    const folder = temporaryFolder();
    expect(await troubleOf(() => repositoryOf(folder))).toBe('no-repository');
    const unborn = newRepository();
    expect(await troubleOf(() => revisionAt(unborn.top, 'HEAD'))).toBe('unborn');
    const bare = join(temporaryFolder(), 'bare.git');
    unborn.git('init', '--bare', '--quiet', bare);
    expect(await troubleOf(() => repositoryOf(bare))).toBe('bare');
  });

  test('a shallow clone is told from a name that is wrong', async () => {
    const origin = handRepository();
    origin.commit('second');
    origin.git('branch', 'side', 'HEAD~1');
    const clone = join(temporaryFolder(), 'clone');
    origin.git(
      'clone',
      '--quiet',
      '--depth',
      '1',
      '--no-single-branch',
      `file://${origin.top}`,
      clone,
    );
    const root = join(clone, 'ledger');
    expect(await troubleOf(() => revisionAt(root, 'HEAD~1'))).toBe('shallow');
    expect(await troubleOf(() => revisionAt(root, 'nowhere'))).toBe('unknown-revision');
    const cut = repositoryOf(root);
    const side = repositoryAt(clone).git('rev-parse', 'origin/side');
    const head = repositoryAt(clone).git('rev-parse', 'HEAD');
    expect(await troubleOf(() => mergeBase(cut, side, head))).toBe('shallow');
    expect(mergeBase(cut, head, head)).toBe(head);
  });

  test('a clone without contents says which is missing and fetches nothing', async () => {
    const origin = handRepository();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    const clone = join(temporaryFolder(), 'clone');
    origin.git(
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=blob:none',
      `file://${origin.top}`,
      clone,
    );
    const partial = repositoryAt(clone);
    partial.git('config', 'core.sshCommand', `touch ${join(clone, 'planted')}; false`);
    partial.git('config', 'remote.origin.url', 'ssh://nowhere.invalid/x');
    partial.write('ledger/ledger.yaml', 'title: x\n');
    expect(await troubleOf(() => revisionAt(join(clone, 'ledger'), 'HEAD'))).toBe('missing-object');
    expect(existsSync(join(clone, 'planted'))).toBe(false);
  });

  test('two histories without an ancestor', async () => {
    const repository = handRepository();
    const first = repository.git('rev-parse', 'HEAD');
    repository.git('checkout', '--quiet', '--orphan', 'other');
    const second = repository.commit('anew');
    expect(await troubleOf(() => mergeBase(repositoryOf(repository.top), first, second))).toBe(
      'unrelated',
    );
  });
});
