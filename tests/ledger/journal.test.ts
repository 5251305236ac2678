/**
 * Journals: unfinished ones are read through and finished, damaged and hostile ones never believed,
 * contradicted ones left to people.
 */
import type * as Fs from 'node:fs';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { backroomOf, makeBackroom } from '../../src/ledger/backroom.ts';
import { replace } from '../../src/ledger/disk.ts';
import {
  contentOf,
  encodeJournal,
  type Journal,
  type JournalFile,
  readHistory,
  readJournal,
} from '../../src/ledger/journal.ts';
import { sha256 } from '../../src/ledger/source.ts';
import { writeFiles } from '../../src/ledger/write.ts';
import { layOut, litterIn, today, tree } from '../crash.ts';
import { handLedger, read, run, temporaryFolder } from '../harness.ts';

const onRename = vi.hoisted(() => ({ first: (): void => {} }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof Fs>();
  const renameSync: typeof fs.renameSync = (from, to) => {
    onRename.first();
    fs.renameSync(from, to);
  };
  return { ...fs, renameSync };
});

const by = ['--by', 'reform-office'];

/** A ledger in `ledger/` of a repository, with its backroom. */
const laidOut = () => {
  const place = layOut(handLedger);
  const root = join(place, 'ledger');
  const backroom = backroomOf(root);
  makeBackroom(backroom, root);
  const reform = (args: readonly string[]) =>
    run([...args, '--today', today], { cwd: place, env: { REFORM_LEDGER: root } });
  return { place, root, backroom, journal: join(backroom, 'journal'), reform };
};
type LaidOut = ReturnType<typeof laidOut>;

const journalOf = (files: readonly JournalFile[]): Journal => ({
  id: '01234567-0000-4000-8000-000000000000',
  when: '2022-12-01T04:00:00.000Z',
  user: 'somebody',
  command: 'report T03.3 westbank-2',
  said: ['T03.3: reported.'],
  undoes: null,
  files,
});

const change = (file: string, before: string | null, after: string | null): JournalFile => ({
  file,
  before: contentOf(file, before === null ? null : Buffer.from(before)),
  after: contentOf(file, after === null ? null : Buffer.from(after)),
  beside: null,
});

const files = ['tasks/T03.yaml', 'projects/westbank.yaml'] as const;
const titles = { [files[0]]: 'Gateway for shared credit data', [files[1]]: 'Riverside stations' };

/** The unfinished change of two titles, of which none has been brought to its file. */
const unfinished = (root: string): Journal =>
  journalOf(
    files.map((file) => {
      const before = read(root, file);
      return change(file, before, before.replace(titles[file] ?? '', 'New title'));
    }),
  );

const titlesIn = (out: string) => {
  const { items } = JSON.parse(out) as { items: { id: string; title: string }[] };
  return ['T03.3', 'westbank-2'].map((id) => items.find((each) => each.id === id)?.title);
};
const oldTitles = Object.values(titles);
const newTitles = ['New title', 'New title'];

const shown = async ({ reform }: LaidOut) => {
  const { exit, out, err } = await reform(['list', '--json']);
  expect(exit, err).toBe(0);
  return { titles: titlesIn(out), err };
};

const report = ['report', 'T03.4', '-m', 'x', ...by];
const isClean = ({ root, backroom }: LaidOut) => expect(litterIn(root, backroom)).toEqual([]);

describe('an unfinished change', () => {
  test.each([
    ['none of its files', []],
    ['its first file', [files[0]]],
    ['its second file', [files[1]]],
    ['all of its files', [...files]],
  ])(
    'that has come to %s is shown whole, and finished by the next writer',
    async (_what, caught) => {
      const ledger = laidOut();
      const journal = unfinished(ledger.root);
      for (const { file, after } of journal.files) {
        if (caught.some((each) => each === file)) {
          writeFileSync(join(ledger.root, file), after?.text ?? '');
        }
      }
      writeFileSync(ledger.journal, encodeJournal(journal));
      const before = [...tree(ledger.place)];
      expect(await shown(ledger)).toEqual({ titles: newTitles, err: '' });
      expect((await ledger.reform(['validate'])).exit).toBe(0);
      expect([...tree(ledger.place)]).toEqual(before);
      const { exit, err } = await ledger.reform(report);
      expect(exit, err).toBe(0);
      expect(err).toContain('Finished what was interrupted: report T03.3 westbank-2 (somebody, ');
      expect(await shown(ledger)).toEqual({ titles: newTitles, err: '' });
      isClean(ledger);
      expect(readHistory(ledger.backroom).map((each) => each?.command)[0]).toBe(journal.command);
    },
  );

  test('doctor -n tells of it, doctor finishes it', async () => {
    const ledger = laidOut();
    writeFileSync(ledger.journal, encodeJournal(unfinished(ledger.root)));
    const before = [...tree(ledger.place)];
    const dry = await ledger.reform(['doctor', '-n']);
    expect(dry.exit).toBe(1);
    expect(dry.out).toContain('An unfinished change: report T03.3 westbank-2 (somebody, ');
    expect([...tree(ledger.place)]).toEqual(before);
    const { exit, err } = await ledger.reform(['doctor']);
    expect(exit, err).toBe(0);
    expect((await shown(ledger)).titles).toEqual(newTitles);
    isClean(ledger);
    const again = await ledger.reform(['doctor']);
    expect(again).toMatchObject({ exit: 0, out: expect.stringContaining('All is well') });
  });

  test('that takes a file away is shown without it', async () => {
    const ledger = laidOut();
    const file = 'projects/eastbank.yaml';
    const journal = journalOf([change(file, read(ledger.root, file), null)]);
    writeFileSync(ledger.journal, encodeJournal(journal));
    const { out } = await ledger.reform(['list', '--json']);
    expect(out.includes('"eastbank-1"')).toBe(false);
    await ledger.reform(['doctor']);
    expect(existsSync(join(ledger.root, file))).toBe(false);
  });

  test('that brings a file, in a folder that is not there', async () => {
    const ledger = laidOut();
    const file = 'projects/westbank.yaml';
    const text = read(ledger.root, file);
    rmSync(join(ledger.root, 'projects'), { recursive: true });
    writeFileSync(ledger.journal, encodeJournal(journalOf([change(file, null, text)])));
    const { out } = await ledger.reform(['list', '--json']);
    expect(out.includes('"westbank-2"')).toBe(true);
    await ledger.reform(['doctor']);
    expect(read(ledger.root, file)).toBe(text);
  });

  test('whose last file is gone with its folder is finished all the same', async () => {
    const ledger = laidOut();
    const file = 'evidence/T99.1/proof.txt';
    writeFileSync(ledger.journal, encodeJournal(journalOf([change(file, 'proof', null)])));
    const { exit, err } = await ledger.reform(report);
    expect(exit, err).toBe(0);
    isClean(ledger);
  });

  test('whose complete copies are torn or gone is finished from the journal', async () => {
    const ledger = laidOut();
    const torn = '.T03.yaml.reform-00000000.tmp';
    const gone = '.westbank.yaml.reform-00000000.tmp';
    writeFileSync(join(ledger.root, 'tasks', torn), 'id: T03\nti');
    const journal = unfinished(ledger.root);
    const copies = [torn, gone];
    const withCopies = journal.files.map((each, index) => ({
      ...each,
      beside: copies[index] ?? null,
    }));
    writeFileSync(ledger.journal, encodeJournal({ ...journal, files: withCopies }));
    const { exit, err } = await ledger.reform(report);
    expect(exit, err).toBe(0);
    expect((await shown(ledger)).titles).toEqual(newTitles);
    isClean(ledger);
  });

  test('whose evidence is lost is left to people', async () => {
    const ledger = laidOut();
    const file = 'evidence/T03.4/lost.pdf';
    writeFileSync(ledger.journal, encodeJournal(journalOf([change(file, null, 'lost')])));
    const { exit, err } = await ledger.reform(report);
    expect(exit, err).toBe(4);
    expect(err).toContain(file);
  });
});

/** What nobody believes: it is told, it stops writers, and doctor --force puts it aside. */
const expectDamaged = async (ledger: LaidOut) => {
  const bytes = readFileSync(ledger.journal);
  const before = [...tree(ledger.place)];
  expect(await shown(ledger)).toEqual({
    titles: oldTitles,
    err: expect.stringContaining('The journal of an unfinished change is damaged'),
  });
  expect((await ledger.reform(report)).exit).toBe(3);
  const dry = await ledger.reform(['doctor', '-n']);
  expect(dry.exit).toBe(1);
  expect(dry.out).toContain('is damaged');
  expect((await ledger.reform(['doctor'])).exit).not.toBe(0);
  expect([...tree(ledger.place)]).toEqual(before);
  const { exit, out, err } = await ledger.reform(['doctor', '--force']);
  expect(exit, out + err).toBe(0);
  const [aside = ''] = readdirSync(ledger.backroom).filter((name) => name.startsWith('set-aside-'));
  expect(readFileSync(join(ledger.backroom, aside)).equals(bytes)).toBe(true);
  isClean(ledger);
  expect(await shown(ledger)).toEqual({ titles: oldTitles, err: '' });
  expect((await ledger.reform(report)).exit).toBe(0);
};

const withSum = (body: string) => `${sha256(Buffer.from(body))}\n${body}\n`;

describe('a damaged journal', () => {
  test.each([
    ['of which half is gone', (whole: Buffer) => whole.subarray(0, whole.length / 2)],
    ['without its last byte', (whole: Buffer) => whole.subarray(0, -1)],
    ['with more behind it', (whole: Buffer) => Buffer.concat([whole, Buffer.from('x')])],
    ['with a wrong sum', (whole: Buffer) => Buffer.from(whole.toString().replace(/^./, 'g'))],
    [
      'with one letter changed',
      (whole: Buffer) => Buffer.from(whole.toString().replace('New', 'Now')),
    ],
    ['that is empty', () => Buffer.alloc(0)],
    ['of zeros, as a power cut leaves them', (whole: Buffer) => Buffer.alloc(whole.length)],
    ['that is no JSON', () => Buffer.from(withSum('{'))],
    ['that is null', () => Buffer.from(withSum('null'))],
    ['that is a list', () => Buffer.from(withSum('[]'))],
    ['without files', () => Buffer.from(withSum('{"id":"x"}'))],
    ['of no files', () => Buffer.from(withSum('{"id":"x","files":{}}'))],
    ['with a file that is none', () => Buffer.from(withSum('{"id":"x","files":[null]}'))],
  ])('%s', async (_what, damage) => {
    const ledger = laidOut();
    const whole = Buffer.from(encodeJournal(unfinished(ledger.root)));
    writeFileSync(ledger.journal, damage(whole));
    await expectDamaged(ledger);
  });
});

describe('a journal that means to harm', () => {
  test.each([
    '../x.yaml',
    '../../outside.txt',
    '/etc/x.yaml',
    '.git/config',
    '../.git/config',
    'tasks/../../x.yaml',
    'tasks/../T03.yaml',
    'tasks//T03.yaml',
    'tasks/./T03.yaml',
    'evidence/../../outside.txt',
    'evidence/..',
    'evidence/a\\..\\..\\x',
    'evidence/a\0b',
    'C:\\x.yaml',
    'README.md',
    'anything.txt',
    '.reform/lock',
    '',
  ])('by a file called %j', async (file) => {
    const ledger = laidOut();
    writeFileSync(join(ledger.place, 'outside.txt'), 'outside');
    writeFileSync(join(ledger.place, '.git', 'config'), '[core]\n');
    writeFileSync(ledger.journal, encodeJournal(journalOf([change(file, null, 'harm')])));
    await expectDamaged(ledger);
    expect(read(ledger.place, 'outside.txt')).toBe('outside');
    expect(read(ledger.place, '.git', 'config')).toBe('[core]\n');
    expect([...tree(ledger.place).values()].filter((text) => text === 'harm')).toEqual([]);
  });

  test.each(['../x', '/etc/passwd', 'T04.yaml', '.a/b', '.a\\b', ''])(
    'by a copy called %j',
    async (beside) => {
      const ledger = laidOut();
      const [first] = unfinished(ledger.root).files;
      if (!first) throw new Error('no file');
      writeFileSync(ledger.journal, encodeJournal(journalOf([{ ...first, beside }])));
      await expectDamaged(ledger);
    },
  );

  test.each([
    ['tasks', 'tasks/T99.yaml'],
    ['evidence/T03.4', 'evidence/T03.4/a/b.txt'],
    ['evidence', 'evidence/a/b/c.txt'],
  ])('by a folder that leads out of the ledger: %s', async (folder, file) => {
    const ledger = laidOut();
    const outside = temporaryFolder();
    rmSync(join(ledger.root, folder), { recursive: true });
    symlinkSync(outside, join(ledger.root, folder));
    const content = 'id: T99\ntitle: Harm\n';
    const copy = `.b.txt.reform-00000000.tmp`;
    const each = { ...change(file, null, content), beside: copy };
    writeFileSync(ledger.journal, encodeJournal(journalOf([each])));
    const { exit, err } = await ledger.reform(['doctor']);
    expect([3, 4, 5], err).toContain(exit);
    expect([...tree(outside).keys()]).toEqual([]);
  });

  test('by a link in place of its file', async () => {
    const ledger = laidOut();
    const outside = join(ledger.place, 'outside.yaml');
    const [file] = files;
    const before = read(ledger.root, file);
    writeFileSync(outside, before);
    rmSync(join(ledger.root, file));
    symlinkSync(outside, join(ledger.root, file));
    const harm = change(file, before, before.replace(titles[file] ?? '', 'Harm'));
    writeFileSync(ledger.journal, encodeJournal(journalOf([harm])));
    expect((await ledger.reform(['list'])).out).not.toContain('Harm');
    expect((await ledger.reform(report)).exit).not.toBe(0);
    expect((await ledger.reform(['doctor'])).exit).not.toBe(0);
    expect(read(outside)).toBe(before);
    // It must not keep everybody out for good either.
    const { exit, err } = await ledger.reform(['doctor', '--force']);
    expect(exit, err).toBe(0);
    expect(existsSync(ledger.journal)).toBe(false);
    expect(read(outside)).toBe(before);
  });
});

describe('a file that somebody changed after the writer had died', () => {
  const contradicted = () => {
    const ledger = laidOut();
    const journal = unfinished(ledger.root);
    const [one, other] = journal.files;
    writeFileSync(join(ledger.root, one?.file ?? ''), one?.after?.text ?? '');
    const path = join(ledger.root, other?.file ?? '');
    writeFileSync(path, read(path).replace('Riverside stations', 'By hand'));
    writeFileSync(ledger.journal, encodeJournal(journal));
    return ledger;
  };

  test('keeps writers out with exit 4, and nothing is changed', async () => {
    const ledger = contradicted();
    const before = [...tree(ledger.place)];
    expect((await shown(ledger)).titles).toEqual(['New title', 'By hand']);
    const { exit, err } = await ledger.reform(report);
    expect(exit, err).toBe(4);
    expect(err).toContain('ledger/projects/westbank.yaml was changed by hand');
    expect((await ledger.reform(['doctor', '-n'])).exit).toBe(1);
    expect((await ledger.reform(['doctor'])).exit).toBe(4);
    expect([...tree(ledger.place)]).toEqual(before);
  });

  test('is kept by doctor --force, and writers work again', async () => {
    const ledger = contradicted();
    const { exit, err } = await ledger.reform(['doctor', '--force']);
    expect(exit, err).toBe(0);
    expect((await shown(ledger)).titles).toEqual(['New title', 'By hand']);
    isClean(ledger);
    expect((await ledger.reform(report)).exit).toBe(0);
  });

  test('and restored lets the change be finished', async () => {
    const ledger = contradicted();
    const path = join(ledger.root, 'projects', 'westbank.yaml');
    writeFileSync(path, read(path).replace('By hand', 'Riverside stations'));
    const { exit, err } = await ledger.reform(report);
    expect(exit, err).toBe(0);
    expect((await shown(ledger)).titles).toEqual(newTitles);
  });
});

test('the last hundred changes are kept', () => {
  const root = temporaryFolder();
  const backroom = join(root, '.reform');
  makeBackroom(backroom, root);
  writeFileSync(join(root, 'fields.yaml'), '0');
  for (let each = 1; each <= 103; each += 1) {
    const edit = {
      file: 'fields.yaml',
      before: Buffer.from(`${each - 1}`),
      after: Buffer.from(`${each}`),
    };
    const told = { when: '', user: '', command: `${each}`, said: [], undoes: null };
    expect(writeFiles(root, backroom, [edit], told)).toEqual({ is: 'written' });
  }
  const kept = readHistory(backroom).map((each) => Number(each?.command));
  expect(kept).toEqual(Array.from({ length: 100 }, (_each, index) => index + 4));
  expect(readJournal(backroom)).toBeUndefined();
});

describe('a file that Windows holds for a moment', () => {
  const onWindows = (code: string, times: number) => {
    const folder = temporaryFolder();
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    writeFileSync(from, 'new');
    writeFileSync(to, 'old');
    vi.spyOn(process, 'platform', 'get').mockReturnValue('win32');
    const waits: number[] = [];
    vi.spyOn(Atomics, 'wait').mockImplementation((_cells, _index, _value, milliseconds = 0) => {
      waits.push(milliseconds);
      return 'timed-out';
    });
    let left = times;
    onRename.first = () => {
      left -= 1;
      if (left >= 0) throw Object.assign(new Error(code), { code, syscall: 'rename' });
    };
    onTestFinished(() => {
      vi.restoreAllMocks();
      onRename.first = () => {};
    });
    return { from, to, waits };
  };

  test.each([
    ['EPERM', 1],
    ['EBUSY', 5],
    ['EACCES', 12],
  ])('%s, %i times: it is renamed over in the end', (code, times) => {
    const { from, to, waits } = onWindows(code, times);
    replace(from, to);
    expect(read(to)).toBe('new');
    expect(waits).toHaveLength(times);
  });

  test('without end: given up after about two seconds', () => {
    const { from, to, waits } = onWindows('EBUSY', Number.POSITIVE_INFINITY);
    expect(() => replace(from, to)).toThrow('EBUSY');
    const waited = waits.reduce((sum, each) => sum + each, 0);
    expect(waited).toBeGreaterThan(1_500);
    expect(waited).toBeLessThan(2_500);
    expect([read(from), read(to)]).toEqual(['new', 'old']);
  });

  test('other reasons are not waited for, and on other systems none', () => {
    const { from, to, waits } = onWindows('ENOSPC', 1);
    expect(() => replace(from, to)).toThrow('ENOSPC');
    vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
    onRename.first = () => {
      throw Object.assign(new Error('EBUSY'), { code: 'EBUSY' });
    };
    expect(() => replace(from, to)).toThrow('EBUSY');
    expect(waits).toEqual([]);
  });
});

test('the folder a journal lies in is the one the tests mean', () => {
  const { place, backroom } = laidOut();
  expect(backroom).toBe(join(place, '.git', 'reform', 'ledger'));
  mkdirSync(join(place, 'elsewhere'));
  expect(backroomOf(join(place, 'elsewhere'))).toBe(join(dirname(backroom), 'elsewhere'));
});
