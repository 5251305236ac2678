/** What others do in a repository between the question whether files can be committed and their commit. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { backroomOf, makeBackroom } from '../../../src/ledger/backroom.ts';
import { commitFiles, readyToCommit } from '../../../src/ledger/git/commit.ts';
import { repositoryOf } from '../../../src/ledger/git/repository.ts';
import type { FileEdit } from '../../../src/ledger/write.ts';
import { handRepository, type TestRepository } from '../../repository.ts';

const file = 'tasks/T04.yaml';

/** A change of one file that is written and can be committed. */
const written = (repository: TestRepository, edits?: readonly FileEdit[]) => {
  const root = join(repository.top, 'ledger');
  const before = Buffer.from(repository.read(`ledger/${file}`));
  const after = Buffer.concat([before, Buffer.from('# more\n')]);
  const ready = readyToCommit(repositoryOf(root), edits ?? [{ file, before, after }], {});
  if (ready.is !== 'ready') throw new Error(ready.is);
  writeFileSync(join(root, file), after);
  makeBackroom(backroomOf(root), root);
  return () => commitFiles(ready, backroomOf(root), 'Subject\n');
};

describe('a commit', () => {
  test('that cannot bring the index up to it moves no branch: the next one would take it back', () => {
    const repository = handRepository();
    const head = repository.git('rev-parse', 'HEAD');
    const commit = written(repository);
    repository.write('.git/index.lock', '');
    expect(commit).toThrow(/index\.lock/);
    expect(repository.git('rev-parse', 'HEAD')).toBe(head);
  });

  test('does not take the place of one that came before it', () => {
    const repository = handRepository();
    const commit = written(repository);
    repository.write('other.txt', 'x');
    repository.git('add', 'other.txt');
    repository.git('commit', '--quiet', '-m', 'Theirs');
    const head = repository.git('rev-parse', 'HEAD');
    expect(commit).toThrow(/refused/);
    expect(repository.git('rev-parse', 'HEAD')).toBe(head);
    expect(repository.git('status', '--porcelain')).toBe(`M  ledger/${file}`);
  });

  test('leaves no index of its own behind, and tells the branch why it moved', () => {
    const repository = handRepository();
    const made = written(repository)();
    expect(repository.git('rev-parse', 'main')).toBe(made);
    expect(repository.git('reflog', '-1', '--format=%gs')).toBe('reform: Subject');
    const backroom = backroomOf(join(repository.top, 'ledger'));
    expect(readdirSync(backroom).filter((name) => name.includes('index'))).toEqual([]);
  });

  test('takes files away and keeps the mode of those that stay', () => {
    const repository = handRepository();
    repository.git('update-index', '--chmod=+x', `ledger/${file}`);
    repository.git('commit', '--quiet', '-m', 'Mode');
    repository.git('checkout', '--', '.');
    const gone = 'leading-reforms.yaml';
    const before = Buffer.from(repository.read(`ledger/${gone}`));
    const own = Buffer.from(repository.read(`ledger/${file}`));
    const edits = [
      { file, before: own, after: Buffer.concat([own, Buffer.from('# more\n')]) },
      { file: gone, before, after: null },
    ];
    const commit = written(repository, edits);
    repository.remove(`ledger/${gone}`);
    commit();
    expect(repository.git('diff-tree', '-r', '--raw', 'HEAD~1', 'HEAD')).toMatch(
      /^:100644 000000 .* D\tledger\/leading-reforms\.yaml\n:100755 100755 .* M\tledger\/tasks\/T04\.yaml$/,
    );
    expect(repository.git('status', '--porcelain')).toBe('');
  });
});
