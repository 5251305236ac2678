/** A new ledger is there as a whole or not at all, and nothing that was there before is touched. */
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { foundLedger } from '../../src/ledger/found.ts';
import { isDeath, modes, withFault } from '../faults.ts';
import { read, temporaryFolder } from '../harness.ts';

vi.mock('node:fs', async () => (await import('../faults.ts')).faulty());

const isRoot = process.getuid?.() === 0;

const texts = {
  'ledger.yaml': 'title: x\n',
  'units.yaml': '[]\n',
  'tasks/T01.yaml': 'id: T01\n',
  'projects/huangpu.yaml': 'district: huangpu\n',
  'README.md': '# x\n',
};
type Texts = { readonly [file: string]: string };
const filesOf = (all: Texts) =>
  new Map(Object.entries(all).map(([file, text]) => [file, Buffer.from(text)]));
const files = filesOf(texts);

/** Everything below a folder; a folder as null, a link as where it leads. */
const tree = (root: string): { readonly [path: string]: string | null } =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .sort()
      .map((path) => {
        const stats = lstatSync(join(root, path));
        if (stats.isSymbolicLink()) return [path, readlinkSync(join(root, path))];
        return [path, stats.isDirectory() ? null : read(root, path)];
      }),
  );

const whole = { ...texts, tasks: null, projects: null };

describe('a new ledger', () => {
  test('in a folder that is made with those above it', () => {
    const home = temporaryFolder();
    const root = join(home, 'a', 'b c', '账');
    expect(foundLedger(root, files)).toEqual({ is: 'founded' });
    expect(tree(root)).toEqual(whole);
    expect(readdirSync(home)).toEqual(['a']);
  });

  test('in an empty folder, and in one with other things, which stay', () => {
    const root = temporaryFolder();
    mkdirSync(join(root, '.git'));
    mkdirSync(join(root, 'tasks'));
    writeFileSync(join(root, 'LICENSE'), 'MIT');
    expect(foundLedger(root, files)).toEqual({ is: 'founded' });
    expect(tree(root)).toEqual({ ...whole, '.git': null, LICENSE: 'MIT' });
  });

  test('in a folder that is a link itself: that is where the user wants it', () => {
    const [home, elsewhere] = [temporaryFolder(), temporaryFolder()];
    symlinkSync(elsewhere, join(home, 'link'));
    expect(foundLedger(join(home, 'link'), files)).toEqual({ is: 'founded' });
    expect(tree(elsewhere)).toEqual(whole);
  });

  test('twice from the same files is the same folder twice', () => {
    const [a, b] = [temporaryFolder(), temporaryFolder()];
    foundLedger(join(a, 'x'), files);
    foundLedger(join(b, 'x'), files);
    expect(tree(a)).toEqual(tree(b));
    expect(Object.keys(tree(a)).filter((path) => path.includes('.reform'))).toEqual([]);
  });

  test('of thousands of files', () => {
    const root = join(temporaryFolder(), 'x');
    const many = Array.from({ length: 1_200 }, (_each, index) => [
      `tasks/T${index + 10}.yaml`,
      'x',
    ]);
    const all = { ...Object.fromEntries(many), 'ledger.yaml': 'x' };
    expect(foundLedger(root, filesOf(all))).toEqual({ is: 'founded' });
    expect(readdirSync(join(root, 'tasks'))).toHaveLength(1_200);
  });
});

describe('what is there already is named and nothing is written', () => {
  const refuses = (prepare: (root: string) => void, named: readonly string[], given = files) => {
    const root = temporaryFolder();
    prepare(root);
    const before = tree(root);
    expect(foundLedger(root, given)).toEqual({ is: 'taken', files: named });
    expect(tree(root)).toEqual(before);
  };
  const put = (file: string) => (root: string) => {
    mkdirSync(join(root, 'tasks'));
    writeFileSync(join(root, file), 'mine');
  };

  test('a ledger', () => refuses(put('ledger.yaml'), ['ledger.yaml']));
  test('one of the files', () => refuses(put('tasks/T01.yaml'), ['tasks/T01.yaml']));
  test('a file that is no record', () => refuses(put('README.md'), ['README.md']));
  test('a record that would become part of it', () =>
    refuses(put('tasks/T99.yaml'), ['tasks/T99.yaml']));
  test('a register that would become part of it', () =>
    refuses(put('pilots.yaml'), ['pilots.yaml']));
  test('several', () =>
    refuses(
      (root) => {
        writeFileSync(join(root, 'units.yaml'), 'mine');
        writeFileSync(join(root, 'README.md'), 'mine');
      },
      ['units.yaml', 'README.md'],
    ));
  test('a file where a folder is needed', () =>
    refuses((root) => writeFileSync(join(root, 'tasks'), 'x'), ['tasks']));
  test('a link where a folder is needed, which is not written through', () => {
    const elsewhere = temporaryFolder();
    refuses((root) => symlinkSync(elsewhere, join(root, 'tasks')), ['tasks']);
    expect(readdirSync(elsewhere)).toEqual([]);
  });
  test('a link that leads nowhere where a file would stand', () =>
    refuses((root) => symlinkSync('/nowhere/at/all', join(root, 'ledger.yaml')), ['ledger.yaml']));
  test('a link that leads nowhere where a register would stand', () =>
    refuses((root) => symlinkSync('/nowhere/at/all', join(root, 'units.yaml')), ['units.yaml']));

  test('the folder itself, where it is a file or leads nowhere', () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'file'), 'x');
    symlinkSync('/nowhere/at/all', join(home, 'link'));
    const before = tree(home);
    for (const name of ['file', 'link']) {
      expect(foundLedger(join(home, name), files)).toEqual({ is: 'taken', files: ['.'] });
    }
    expect(tree(home)).toEqual(before);
  });
});

test.skipIf(isRoot || process.platform === 'win32')('a folder nobody may write in', () => {
  const home = temporaryFolder();
  chmodSync(home, 0o555);
  const founded = foundLedger(join(home, 'a', 'b'), files);
  expect(founded).toEqual({ is: 'failed', file: 'units.yaml', reason: 'EACCES', isLeft: false });
  chmodSync(home, 0o755);
  expect(readdirSync(home)).toEqual([]);
});

describe('whatever fails, there is a whole ledger or none', () => {
  /** A folder in which something of another's stands. */
  const home = join(temporaryFolder(), 'home');
  const root = join(home, 'deep', 'ledger');
  const prepare = (isThere: boolean) => {
    rmSync(home, { recursive: true, force: true });
    mkdirSync(isThere ? join(root, 'tasks') : home, { recursive: true });
    writeFileSync(join(isThere ? root : home, 'mine'), 'mine');
    return tree(home);
  };

  test.each(modes.flatMap((mode) => [true, false].map((isThere) => ({ mode, isThere }))))(
    '$mode, folder there: $isThere',
    async ({ mode, isThere }) => {
      prepare(isThere);
      const found = async () => foundLedger(root, files);
      const { seen } = await withFault(mode, Number.POSITIVE_INFINITY, found);
      for (let at = 1; at <= seen; at += 1) {
        const before = prepare(isThere);
        const { result, call } = await withFault(mode, at, found);
        const what = `${mode} ${at} of ${seen}: ${call}`;
        expect(call, what).toBeDefined();
        if (existsSync(join(root, 'ledger.yaml'))) expect(tree(root), what).toMatchObject(whole);
        if (result.is === 'founded') {
          expect(tree(root), what).toMatchObject(whole);
        } else if (!isDeath(mode)) {
          expect(result, what).toMatchObject({ is: 'failed' });
          const isLeft = JSON.stringify(tree(home)) !== JSON.stringify(before);
          expect(result, what).toMatchObject({ isLeft });
          // Only where nothing can be removed any more is anything left.
          if (mode !== 'read-only') expect(isLeft, what).toBe(false);
        }
      }
      expect(seen).toBeGreaterThan(4);
    },
  );

  test('every folder in which something was made is made to last', async () => {
    const opened = new Set<string>();
    const mode = 'EACCES while reading';
    const found = async () => foundLedger(root, files);
    for (let at = 1; ; at += 1) {
      prepare(false);
      const { call } = await withFault(mode, at, found);
      if (call === undefined) break;
      if (call.startsWith('openSync ')) opened.add(call.slice('openSync '.length));
    }
    for (const folder of ['', 'deep', 'deep/ledger', 'deep/ledger/tasks', 'deep/ledger/projects']) {
      expect([...opened]).toContain(join(home, folder));
    }
  });

  test('a full disk leaves what was there, to the byte', async () => {
    for (let at = 1; ; at += 1) {
      const before = prepare(true);
      const { result, call } = await withFault('full', at, async () => foundLedger(root, files));
      if (call === undefined) break;
      expect(result).toMatchObject({ is: 'failed', reason: 'ENOSPC', isLeft: false });
      expect(tree(home)).toEqual(before);
    }
    expect(statSync(root).isDirectory()).toBe(true);
  });

  test('what cannot be taken away again is told', async () => {
    prepare(true);
    const { result } = await withFault('read-only', 4, async () => foundLedger(root, files));
    expect(result).toMatchObject({ is: 'failed', reason: 'EROFS', isLeft: true });
    expect(existsSync(join(root, 'ledger.yaml'))).toBe(false);
  });
});
