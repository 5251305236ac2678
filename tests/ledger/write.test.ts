import { execFileSync } from 'node:child_process';
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
import { type FileEdit, writeFiles } from '../../src/ledger/write.ts';
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
    execFileSync('umount', [folder]);
  });
  return true;
};

describe('writing', () => {
  test('a file gets its new bytes, and nothing else is left', () => {
    const root = folderWith({ 'a.yaml': 'old\r\n', 'b.yaml': 'other' });
    const after = '\ufeff新\r\n😀';
    expect(writeFiles(root, [edit('a.yaml', 'old\r\n', after)])).toEqual({ is: 'written' });
    expect(contents(root)).toEqual({ 'a.yaml': after, 'b.yaml': 'other' });
  });

  test('bytes that are no text, and many of them, are written as they are', () => {
    const root = folderWith({ a: '' });
    const after = Buffer.alloc(3_000_000, Buffer.from([0, 255, 13, 10, 128]));
    expect(writeFiles(root, [{ file: 'a', before: Buffer.alloc(0), after }]).is).toBe('written');
    expect(execFileSync('cat', [join(root, 'a')], { maxBuffer: 4_000_000 }).equals(after)).toBe(
      true,
    );
  });

  test('several files, some in other folders', () => {
    const root = folderWith({ 'a.yaml': 'a', 'tasks/T01.yaml': 'b', 'projects/x.yaml': 'c' });
    const edits = [edit('tasks/T01.yaml', 'b', 'bb'), edit('projects/x.yaml', 'c', 'cc')];
    expect(writeFiles(root, edits)).toEqual({ is: 'written' });
    expect(contents(root)).toEqual({
      'a.yaml': 'a',
      'tasks/T01.yaml': 'bb',
      'projects/x.yaml': 'cc',
    });
  });

  test('nothing to write is written', () => {
    const root = folderWith({ a: 'a' });
    expect(writeFiles(root, [])).toEqual({ is: 'written' });
  });

  test.skipIf(isWindows).each([0o600, 0o640, 0o644, 0o664, 0o666, 0o755, 0o777])(
    'permissions %o are kept, whatever the mask of the process',
    (mode) => {
      const root = folderWith({ a: 'a' });
      chmodSync(join(root, 'a'), mode);
      const mask = process.umask();
      expect(mask & 0o777).not.toBe(0);
      expect(writeFiles(root, [edit('a', 'a', 'b')]).is).toBe('written');
      expect(statSync(join(root, 'a')).mode & 0o7777).toBe(mode);
      expect(read(root, 'a')).toBe('b');
    },
  );

  test.skipIf(isWindows)('a link inside the folder stays a link, and its target is written', () => {
    const root = folderWith({ 'real/a.yaml': 'a' });
    mkdirSync(join(root, 'tasks'));
    symlinkSync(join('..', 'real', 'a.yaml'), join(root, 'tasks', 'T01.yaml'));
    expect(writeFiles(root, [edit('tasks/T01.yaml', 'a', 'b')])).toEqual({ is: 'written' });
    expect(lstatSync(join(root, 'tasks', 'T01.yaml')).isSymbolicLink()).toBe(true);
    expect(readlinkSync(join(root, 'tasks', 'T01.yaml'))).toBe('../real/a.yaml');
    expect(lstatSync(join(root, 'real', 'a.yaml')).isFile()).toBe(true);
    expect(contents(root)).toEqual({ 'real/a.yaml': 'b', 'tasks/T01.yaml': 'b' });
  });
});

describe('a file that is not what it was when it was read', () => {
  test.each([
    ['longer', 'a\nb\n'],
    ['shorter', ''],
    ['of the same length', 'b\n'],
    ['with other line ends', 'a\r\n'],
  ])('is not written: %s', (_what, now) => {
    const root = folderWith({ a: now });
    expect(writeFiles(root, [edit('a', 'a\n', 'new')])).toEqual({ is: 'changed', file: 'a' });
    expect(contents(root)).toEqual({ a: now });
  });

  test.each([0, 1, 2])('keeps all others from being written: file %i of three', (changed) => {
    const names = ['a', 'b', 'c'];
    const files = Object.fromEntries(
      names.map((name, index) => [name, index === changed ? '!' : name]),
    );
    const root = folderWith(files);
    const edits = names.map((name) => edit(name, name, `${name}${name}`));
    expect(writeFiles(root, edits)).toEqual({ is: 'changed', file: names[changed] });
    expect(contents(root)).toEqual(files);
  });
});

describe('where the system refuses', () => {
  test.each([
    ['a missing file', 'b', 'ENOENT'],
    ['a missing folder', 'tasks/b', 'ENOENT'],
    ['a folder in the way', 'folder', 'EISDIR'],
    ['a file for a folder', 'a/b', 'ENOTDIR'],
  ])('%s: nothing is written, and the reason is told', (_what, file, reason) => {
    const root = folderWith({ a: 'a', 'folder/x': 'x' });
    const result = writeFiles(root, [edit('a', 'a', 'aa'), edit(file, 'b', 'bb')]);
    expect(result).toEqual({ is: 'failed', file, reason, written: [] });
    expect(contents(root)).toEqual({ a: 'a', 'folder/x': 'x' });
  });

  // The superuser may write everywhere.
  test.skipIf(isRoot || isWindows)('a folder that may not be written to', () => {
    const root = folderWith({ a: 'a', 'tasks/b': 'b' });
    chmodSync(join(root, 'tasks'), 0o555);
    onTestFinished(() => chmodSync(join(root, 'tasks'), 0o755));
    const result = writeFiles(root, [edit('a', 'a', 'aa'), edit('tasks/b', 'b', 'bb')]);
    expect(result).toEqual({ is: 'failed', file: 'tasks/b', reason: 'EACCES', written: [] });
    expect(contents(root)).toEqual({ a: 'a', 'tasks/b': 'b' });
  });

  test.skipIf(isRoot || isWindows)('a file that is write-protected', () => {
    const root = folderWith({ a: 'a', b: 'b' });
    chmodSync(join(root, 'b'), 0o444);
    const result = writeFiles(root, [edit('a', 'a', 'aa'), edit('b', 'b', 'bb')]);
    expect(result).toEqual({ is: 'failed', file: 'b', reason: 'EACCES', written: [] });
    expect(contents(root)).toEqual({ a: 'a', b: 'b' });
  });

  test('a full disk', ({ skip }) => {
    const root = folderWith({ 'disk/keep': '' });
    const disk = join(root, 'disk');
    skip(!mount(disk, ['-t', 'tmpfs', '-o', 'size=64k', 'none']), 'nothing can be mounted here');
    const before = 'x'.repeat(30_000);
    writeFileSync(join(disk, 'a'), 'a');
    writeFileSync(join(disk, 'b'), before);
    const result = writeFiles(disk, [edit('a', 'a', 'aa'), edit('b', before, before + before)]);
    expect(result).toEqual({ is: 'failed', file: 'b', reason: 'ENOSPC', written: [] });
    expect(contents(disk)).toEqual({ a: 'a', b: before });
    expect(writeFiles(disk, [edit('a', 'a', 'aa')])).toEqual({ is: 'written' });
  });

  test('a disk that may only be read', ({ skip }) => {
    const root = folderWith({ 'disk/keep': '' });
    const disk = join(root, 'disk');
    skip(!mount(disk, ['-t', 'tmpfs', '-o', 'size=64k', 'none']), 'nothing can be mounted here');
    writeFileSync(join(disk, 'a'), 'a');
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const result = writeFiles(disk, [edit('a', 'a', 'aa')]);
    expect(result).toEqual({ is: 'failed', file: 'a', reason: 'EROFS', written: [] });
    expect(contents(disk)).toEqual({ a: 'a' });
  });

  test('a rename that fails after another: what was written before is told, nothing is left over', ({
    skip,
  }) => {
    const root = folderWith({ a: 'a', b: 'b', c: 'c', elsewhere: 'b' });
    // A file that is a mount point can be read and written, and not be renamed over.
    const isMounted = mount(join(root, 'b'), ['--bind', join(root, 'elsewhere')]);
    skip(!isMounted, 'nothing can be mounted here');
    const edits = ['a', 'b', 'c'].map((name) => edit(name, name, name + name));
    expect(writeFiles(root, edits)).toEqual({
      is: 'failed',
      file: 'b',
      reason: 'EBUSY',
      written: ['a'],
    });
    expect(contents(root)).toEqual({ a: 'aa', b: 'b', c: 'c', elsewhere: 'b' });
  });

  test('a folder that is not there at all', () => {
    const root = join(temporaryFolder(), 'gone');
    expect(writeFiles(root, [edit('a', 'a', 'b')])).toMatchObject({
      is: 'failed',
      reason: 'ENOENT',
    });
    expect(existsSync(root)).toBe(false);
  });
});
