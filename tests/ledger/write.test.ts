import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { backroomOf, makeBackroom } from '../../src/ledger/backroom.ts';
import { readHistory, readJournal } from '../../src/ledger/journal.ts';
import { type FileEdit, recover, type Written, writeFiles } from '../../src/ledger/write.ts';
import { read, temporaryFolder } from '../harness.ts';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';

/** A folder with files in it. */
const folderWith = (files: { readonly [file: string]: string }): string => {
  const root = temporaryFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  return root;
};

const edit = (file: string, before: string, after: string): FileEdit => ({
  file,
  before: Buffer.from(before),
  after: Buffer.from(after),
});

const told = { when: '2022-12-01T04:00:00Z', user: 'tester', command: 'x', said: [], undoes: null };

/** Where journal and history lie: beside the folder, as git's own folder does. */
const backrooms = new Map<string, string>();
const backroomFor = (root: string): string => {
  const known = backrooms.get(root);
  if (known !== undefined) return known;
  const above = temporaryFolder();
  const backroom = backroomOf(above);
  makeBackroom(backroom, above);
  backrooms.set(root, backroom);
  return backroom;
};

const write = (root: string, edits: readonly FileEdit[], isInterrupted?: () => boolean): Written =>
  writeFiles(root, backroomFor(root), edits, told, isInterrupted);

/** Every file below a folder with what is in it, so that one left behind shows. */
const contents = (root: string): { readonly [file: string]: string } =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => statSync(join(root, file)).isFile())
      .sort()
      .map((file) => [file, read(root, file)]),
  );

/** Mounts something for one test; tells whether the system lets us. */
const mount = (folder: string, args: readonly string[]): boolean => {
  if (process.platform !== 'linux' || !isRoot) return false;
  try {
    execFileSync('mount', [...args, folder], { stdio: 'ignore' });
  } catch {
    return false;
  }
  onTestFinished(() => {
    spawnSync('umount', [folder], { stdio: 'ignore' });
  });
  return true;
};

describe('writing', () => {
  test('a file gets its new bytes, and nothing else is left', () => {
    const root = folderWith({ 'a.yaml': 'old\r\n', 'b.yaml': 'other' });
    const after = '\ufeff新\r\n😀';
    expect(write(root, [edit('a.yaml', 'old\r\n', after)])).toEqual({ is: 'written' });
    expect(contents(root)).toEqual({ 'a.yaml': after, 'b.yaml': 'other' });
  });

  test('bytes that are no text, and many of them, are written as they are', () => {
    const root = folderWith({ a: '' });
    const after = Buffer.alloc(3_000_000, Buffer.from([0, 255, 13, 10, 128]));
    expect(write(root, [{ file: 'a', before: Buffer.alloc(0), after }]).is).toBe('written');
    expect(execFileSync('cat', [join(root, 'a')], { maxBuffer: 4_000_000 }).equals(after)).toBe(
      true,
    );
  });

  test('several files, some in other folders', () => {
    const root = folderWith({ 'a.yaml': 'a', 'tasks/T01.yaml': 'b', 'projects/x.yaml': 'c' });
    const edits = [edit('tasks/T01.yaml', 'b', 'bb'), edit('projects/x.yaml', 'c', 'cc')];
    expect(write(root, edits)).toEqual({ is: 'written' });
    expect(contents(root)).toEqual({
      'a.yaml': 'a',
      'tasks/T01.yaml': 'bb',
      'projects/x.yaml': 'cc',
    });
  });

  test('nothing to write is written', () => {
    const root = folderWith({ a: 'a' });
    expect(write(root, [])).toEqual({ is: 'written' });
  });

  test.skipIf(isWindows).each([0o600, 0o640, 0o644, 0o664, 0o666, 0o755, 0o777])(
    'permissions %o are kept, whatever the mask of the process',
    (mode) => {
      const root = folderWith({ a: 'a' });
      chmodSync(join(root, 'a'), mode);
      const mask = process.umask();
      expect(mask & 0o777).not.toBe(0);
      expect(write(root, [edit('a', 'a', 'b')]).is).toBe('written');
      expect(statSync(join(root, 'a')).mode & 0o7777).toBe(mode);
      expect(read(root, 'a')).toBe('b');
    },
  );

  test.skipIf(isWindows)('a link inside the folder stays a link, and its target is written', () => {
    const root = folderWith({ 'real/a.yaml': 'a' });
    mkdirSync(join(root, 'tasks'));
    symlinkSync(join('..', 'real', 'a.yaml'), join(root, 'tasks', 'T01.yaml'));
    expect(write(root, [edit('tasks/T01.yaml', 'a', 'b')])).toEqual({ is: 'written' });
    expect(lstatSync(join(root, 'tasks', 'T01.yaml')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(root, 'tasks', 'T01.yaml'))).toBe('../real/a.yaml');
    expect(lstatSync(join(root, 'real', 'a.yaml')).isFile()).toBe(true);
    expect(contents(root)).toEqual({ 'real/a.yaml': 'b', 'tasks/T01.yaml': 'b' });
  });
});

describe('a file that is not what it was when it was read', () => {
  test.each([
    ['gone', 'b'],
    ['gone with its folder', 'tasks/b'],
    ['gone, with a file for its folder', 'a/b'],
  ])('is not written: %s', (_what, file) => {
    const root = folderWith({ a: 'a' });
    const result = write(root, [edit('a', 'a', 'aa'), edit(file, 'b', 'bb')]);
    expect(result).toEqual({ is: 'changed', file });
    expect(contents(root)).toEqual({ a: 'a' });
  });

  test.each([
    ['longer', 'a\nb\n'],
    ['shorter', ''],
    ['of the same length', 'b\n'],
    ['with other line ends', 'a\r\n'],
  ])('is not written: %s', (_what, now) => {
    const root = folderWith({ a: now });
    expect(write(root, [edit('a', 'a\n', 'new')])).toEqual({ is: 'changed', file: 'a' });
    expect(contents(root)).toEqual({ a: now });
  });

  test.each([0, 1, 2])('keeps all others from being written: file %i of three', (changed) => {
    const names = ['a', 'b', 'c'];
    const files = Object.fromEntries(
      names.map((name, index) => [name, index === changed ? '!' : name]),
    );
    const root = folderWith(files);
    const edits = names.map((name) => edit(name, name, `${name}${name}`));
    expect(write(root, edits)).toEqual({ is: 'changed', file: names[changed] });
    expect(contents(root)).toEqual(files);
  });
});

describe('where the system refuses', () => {
  test('a folder in the way: nothing is written, and the reason is told', () => {
    const root = folderWith({ a: 'a', 'folder/x': 'x' });
    const result = write(root, [edit('a', 'a', 'aa'), edit('folder', 'b', 'bb')]);
    expect(result).toEqual({ is: 'failed', file: 'folder', reason: 'EISDIR' });
    expect(contents(root)).toEqual({ a: 'a', 'folder/x': 'x' });
  });

  test('a file where a folder is to come: nothing is written, and the reason is told', () => {
    const root = folderWith({ a: 'a', b: 'b' });
    const coming = { file: 'b/c', before: null, after: Buffer.from('c') };
    const result = write(root, [edit('a', 'a', 'aa'), coming]);
    expect(result).toMatchObject({ is: 'failed', file: 'b/c' });
    expect(contents(root)).toEqual({ a: 'a', b: 'b' });
  });

  // The superuser may write everywhere.
  test.skipIf(isRoot || isWindows)('a folder that may not be written to', () => {
    const root = folderWith({ a: 'a', 'tasks/b': 'b' });
    chmodSync(join(root, 'tasks'), 0o555);
    onTestFinished(() => chmodSync(join(root, 'tasks'), 0o755));
    const result = write(root, [edit('a', 'a', 'aa'), edit('tasks/b', 'b', 'bb')]);
    expect(result).toEqual({ is: 'failed', file: 'tasks/b', reason: 'EACCES' });
    expect(contents(root)).toEqual({ a: 'a', 'tasks/b': 'b' });
  });

  test.skipIf(isRoot || isWindows)('a file that is write-protected', () => {
    const root = folderWith({ a: 'a', b: 'b' });
    chmodSync(join(root, 'b'), 0o444);
    const result = write(root, [edit('a', 'a', 'aa'), edit('b', 'b', 'bb')]);
    expect(result).toEqual({ is: 'failed', file: 'b', reason: 'EACCES' });
    expect(contents(root)).toEqual({ a: 'a', b: 'b' });
  });

  test('a full disk', ({ skip }) => {
    const root = folderWith({ 'disk/keep': '' });
    const disk = join(root, 'disk');
    skip(!mount(disk, ['-t', 'tmpfs', '-o', 'size=64k', 'none']), 'nothing can be mounted here');
    const before = 'x'.repeat(30_000);
    writeFileSync(join(disk, 'a'), 'a');
    writeFileSync(join(disk, 'b'), before);
    const result = write(disk, [edit('a', 'a', 'aa'), edit('b', before, before + before)]);
    expect(result).toEqual({ is: 'failed', file: 'b', reason: 'ENOSPC' });
    expect(contents(disk)).toEqual({ a: 'a', b: before });
    expect(write(disk, [edit('a', 'a', 'aa')])).toEqual({ is: 'written' });
  });

  test('a disk that may only be read', ({ skip }) => {
    const root = folderWith({ 'disk/keep': '' });
    const disk = join(root, 'disk');
    skip(!mount(disk, ['-t', 'tmpfs', '-o', 'size=64k', 'none']), 'nothing can be mounted here');
    writeFileSync(join(disk, 'a'), 'a');
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const result = write(disk, [edit('a', 'a', 'aa')]);
    expect(result).toEqual({ is: 'failed', file: 'a', reason: 'EROFS' });
    expect(contents(disk)).toEqual({ a: 'a' });
  });

  test('a rename that fails after another: what is made is kept, and finished later', ({
    skip,
  }) => {
    const three = ['districts.yaml', 'fields.yaml', 'units.yaml'] as const;
    const [, second] = three;
    const files = Object.fromEntries([...three, 'elsewhere'].map((name) => [name, name]));
    const root = folderWith({ ...files, elsewhere: second });
    // A file that is a mount point can be read and written, and not be renamed over.
    const isMounted = mount(join(root, second), ['--bind', join(root, 'elsewhere')]);
    skip(!isMounted, 'nothing can be mounted here');
    const edits = three.map((name) => edit(name, name, name + name));
    const result = write(root, edits);
    expect(result).toEqual({ is: 'unfinished', file: second, reason: 'EBUSY' });
    expect(contents(root)).toMatchObject({
      'districts.yaml': 'districts.yamldistricts.yaml',
      'fields.yaml': 'fields.yaml',
      'units.yaml': 'units.yaml',
    });
    expect(() => recover(root, backroomFor(root))).toThrow('EBUSY');
    execFileSync('umount', [join(root, second)]);
    expect(recover(root, backroomFor(root))).toMatchObject({ is: 'finished' });
    const expected = [...three.map((name) => [name, name + name]), ['elsewhere', second]];
    expect(contents(root)).toEqual(Object.fromEntries(expected));
  });

  test('a folder that is not there at all', () => {
    const root = join(temporaryFolder(), 'gone');
    expect(write(root, [edit('a', 'a', 'b')])).toEqual({ is: 'changed', file: 'a' });
    expect(existsSync(root)).toBe(false);
  });
});

describe('all or nothing', () => {
  const three = ['a', 'b', 'c'];
  const folder = () => folderWith(Object.fromEntries(three.map((name) => [name, name])));
  const edits = three.map((name) => edit(name, name, name + name));

  test('asked to stop just before the point of no return: nothing is written', () => {
    const root = folder();
    expect(write(root, edits, () => true)).toEqual({ is: 'interrupted' });
    expect(contents(root)).toEqual({ a: 'a', b: 'b', c: 'c' });
    expect(readJournal(backroomFor(root))).toBeUndefined();
  });

  test('files come, change and go in one change', () => {
    const root = folder();
    const change: readonly FileEdit[] = [
      { file: 'new/d', before: null, after: Buffer.from('d') },
      edit('a', 'a', 'aa'),
      { file: 'b', before: Buffer.from('b'), after: null },
    ];
    expect(write(root, change)).toEqual({ is: 'written' });
    expect(contents(root)).toEqual({ a: 'aa', c: 'c', 'new/d': 'd' });
    const back = change.map(({ file, before, after }) => ({ file, before: after, after: before }));
    expect(write(root, back)).toEqual({ is: 'written' });
    expect(contents(root)).toEqual({ a: 'a', b: 'b', c: 'c' });
    expect(existsSync(join(root, 'new'))).toBe(false);
  });

  test('a file that has come meanwhile is not written over', () => {
    const root = folderWith({ a: 'a', 'new/d': 'theirs' });
    const change = [edit('a', 'a', 'aa'), { file: 'new/d', before: null, after: Buffer.from('d') }];
    expect(write(root, change)).toEqual({ is: 'changed', file: 'new/d' });
    expect(contents(root)).toEqual({ a: 'a', 'new/d': 'theirs' });
  });

  test('what was written stands in the history, with who and what for', () => {
    const root = folderWith({ 'units.yaml': 'a' });
    write(root, [edit('units.yaml', 'a', 'b')]);
    const [only, ...others] = readHistory(backroomFor(root));
    expect(others).toEqual([]);
    const content = { before: { text: 'a' }, after: { text: 'b' } };
    expect(only).toMatchObject({ ...told, files: [{ file: 'units.yaml', ...content }] });
  });

  test('nothing is left to finish or to clear away', () => {
    const root = folder();
    write(root, edits);
    expect(recover(root, backroomFor(root))).toEqual({ is: 'clean' });
  });
});
