/**
 * A folder for each thing a check can say, in `diagnostics/<code>` and `diagnostics/<code>.<variant>`: `ledger/` lies
 * over `base/`, `REMOVED` names files of the base to leave out, `expected.txt` is what people are told. What must
 * pass without a word is in `accepted/`. `UPDATE=1` writes the expectations: read each before you commit it.
 */
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import stringWidth from 'string-width';
import { afterAll, describe, expect, test } from 'vitest';
import { hintOf, messageOf, renderDiagnostics } from '../src/format/diagnostics.ts';
import { oneLine } from '../src/format/escape.ts';
import { isReadable, type Loaded, load } from '../src/ledger/load.ts';
import { folderSource, largestFile, type Source } from '../src/ledger/source.ts';
import { type Diagnostic, diagnosticCodes, sortDiagnostics } from '../src/model/diagnostic.ts';
import { moveCodes } from '../src/model/moves/codes.ts';
import { en } from '../src/words/en.ts';
import { diagnostics as words } from '../src/words/en-diagnostics.ts';
import { zh } from '../src/words/zh.ts';
import { latinIn } from './latin.ts';

const root = fileURLToPath(new URL('diagnostics', import.meta.url));
/** What a review says of a move is no fault of a folder: `model/moves.test.ts` has a case of each. */
const folderCodes = diagnosticCodes.filter(
  (code) => !(moveCodes as readonly string[]).includes(code),
);

const isUpdate = process.env['UPDATE'] === '1';
if (isUpdate && process.env['CI']) throw new Error('expectations are not written under CI');

const foldersIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) =>
    each.isDirectory() ? [each.name] : [],
  );
const names = foldersIn(root)
  .filter((group) => group !== 'base')
  .flatMap((group) => foldersIn(join(root, group)).map((name) => `${group}/${name}`))
  .sort();
const codeOf = (name: string): string => name.replace(/\..*$/, '');

const base = folderSource(join(root, 'base'));
const nothing: Source = { list: () => [], read: () => ({ is: 'missing' }) };
const temporary = mkdtempSync(join(tmpdir(), 'reform-diagnostics-'));
afterAll(() => rmSync(temporary, { recursive: true }));

/** A ledger folder made on the spot; what is written beside it lies outside of it. */
const inFolder = (make: (folder: string) => void): Source => {
  const folder = join(mkdtempSync(join(temporary, 'made-')), 'ledger');
  mkdirSync(join(folder, 'tasks'), { recursive: true });
  make(folder);
  return folderSource(folder);
};

/** What git cannot keep, or not on every system. */
const made: { readonly [name: string]: () => Source } = {
  'file/special': () =>
    inFolder((folder) => {
      writeFileSync(join(folder, '../T03.yaml'), 'id: T03\ntitle: Night markets\n');
      symlinkSync('../../T03.yaml', join(folder, 'tasks/T03.yaml'));
    }),
  'file/special.absolute': () =>
    inFolder((folder) => symlinkSync('/dev/zero', join(folder, 'platforms.yaml'))),
  'file/special.folder': () => inFolder((folder) => mkdirSync(join(folder, 'ledger.yaml'))),
  'file/special.nowhere': () =>
    inFolder((folder) => symlinkSync('T99.yaml', join(folder, 'tasks/T03.yaml'))),
  'file/special.pipe': () =>
    inFolder((folder) => execFileSync('mkfifo', [join(folder, 'tasks/T03.yaml')])),
  'file/too-large': () =>
    inFolder((folder) =>
      writeFileSync(join(folder, 'tasks/T03.yaml'), Buffer.alloc(largestFile + 1, ' ')),
    ),
  // Whoever runs the tests as root may read everything.
  'file/unreadable': () => ({
    list: () => ['units.yaml'],
    read: (file) =>
      file === 'units.yaml' ? { is: 'unreadable', reason: 'EACCES' } : { is: 'missing' },
  }),
  'yaml/too-many-keys': () =>
    inFolder((folder) => {
      const keys = Array.from({ length: 5_001 }, (_, index) => `x-${index}: 夜市\n`).join('');
      writeFileSync(join(folder, 'tasks/T03.yaml'), `id: T03\ntitle: Night markets\n${keys}`);
    }),
};

const sourceOf = (name: string): Source => {
  const removedFile = join(root, name, 'REMOVED');
  const removed = existsSync(removedFile) ? readFileSync(removedFile, 'utf8').split('\n') : [];
  const folder = join(root, name, 'ledger');
  const top = made[name]?.() ?? (existsSync(folder) ? folderSource(folder) : nothing);
  return {
    list: () => [
      ...new Set([...base.list().filter((file) => !removed.includes(file)), ...top.list()]),
    ],
    read: (file) => {
      const read = top.read(file);
      return read.is === 'missing' && !removed.includes(file) ? base.read(file) : read;
    },
  };
};

const loadedBefore = new Map<string, Loaded>();
const loadedOf = (name: string): Loaded => {
  const loaded = loadedBefore.get(name) ?? load(sourceOf(name), { attachments: true });
  loadedBefore.set(name, loaded);
  return loaded;
};
const told = (diagnostics: readonly Diagnostic[]): string => {
  const medium = { width: null, color: false };
  const text = renderDiagnostics(diagnostics, { prefix: 'ledger', medium, words: en });
  return text === '' ? '' : `${text}\n`;
};

const isRunnable = (name: string) => !(name in made && process.platform === 'win32');
const runnable = names.filter(isRunnable);
const all = () => runnable.flatMap((name) => loadedOf(name).diagnostics);
/** What stands in a line from a display column on. */
const fromColumn = (line: string, column: number): string => {
  const segments = [...new Intl.Segmenter('und').segment(line)];
  const first = segments.find(({ index }) => stringWidth(line.slice(0, index)) >= column);
  return first ? line.slice(first.index) : '';
};

describe('what is told', () => {
  test('nothing of the base', () => {
    expect(load(base, { attachments: true }).diagnostics).toEqual([]);
  });

  test.each(runnable)('%s', (name) => {
    const file = join(root, name, 'expected.txt');
    const text = told(loadedOf(name).diagnostics);
    if (isUpdate) writeFileSync(file, text);
    expect(text).toBe(readFileSync(file, 'utf8'));
  });

  test('all faults of all files in one run, by file, line and column', () => {
    const { diagnostics } = loadedOf('several/in-several-files');
    expect(sortDiagnostics([...diagnostics].reverse())).toEqual(diagnostics);
    const places = diagnostics.map(({ file, at }) => `${file}:${at?.line}`);
    expect(places.length).toBe(11);
    expect(new Set(diagnostics.map(({ file }) => file)).size).toBe(8);
  });

  test('the line is the one named, and a caret stands under the character meant', () => {
    let wide = 0;
    const each = (name: string) => loadedOf(name).diagnostics.map((one) => [name, one] as const);
    for (const [name, diagnostic] of runnable.flatMap(each)) {
      const { at, excerpt, file } = diagnostic;
      if (!at || excerpt === null) continue;
      const lines = loadedOf(name).files.get(file)?.text.text.split('\n') ?? [];
      expect(excerpt, name).toBe(lines[at.line - 1]?.replace(/\r$/, ''));
      const [, line = '', carets = ''] = told([diagnostic]).split('\n');
      const meant = excerpt.slice(at.column - 1).match(/^\P{M}\p{M}*/u)?.[0] ?? '';
      const shown = fromColumn(line, carets.indexOf('^'));
      expect(shown.startsWith(oneLine(meant.replace('\t', '  '))), `${name}: ${shown}`).toBe(true);
      if (/\p{Script=Han}/u.test(excerpt.slice(0, at.column - 1))) wide += 1;
    }
    expect(wide).toBeGreaterThan(20);
  });

  test('what cannot be read makes every reader refuse', () => {
    const unreadable = runnable.filter((name) => /^(?:file|yaml)\//.test(name));
    for (const name of unreadable) {
      const isOnlyTold = /^(?:file\/stray|yaml\/ambiguous)/.test(name);
      expect(isReadable(loadedOf(name)), name).toBe(isOnlyTold);
    }
  });
});

describe('each code', () => {
  // An id that stands twice in two files lies in the wrong one as well.
  const twofold = ['id/duplicate', 'id/duplicate.task-copied'];

  test.each(folderCodes)('%s has fixtures, and they tell of nothing else', (code) => {
    expect(names).toContain(code);
    for (const name of runnable.filter((each) => codeOf(each) === code)) {
      const codes = [...new Set(loadedOf(name).diagnostics.map((each) => each.code))];
      expect(codes, name).toEqual(twofold.includes(name) ? [code, 'id/misplaced'] : [code]);
    }
  });

  test.each(folderCodes)('%s is put into words', (code) => {
    const { message, hint, explain } = words[code] as (typeof words)['file/missing'];
    expect(explain).toMatch(/^[A-Z].{40,}\.$/);
    for (const { params } of all().filter((each) => each.code === code)) {
      const sentences = [message(params as never), hint?.(params as never) ?? 'no hint'];
      for (const each of sentences) expect(each).not.toMatch(/^$|undefined|null|NaN|\[object/);
    }
  });

  test('no fixture is named by anything else', () => {
    const codes: readonly string[] = [...folderCodes, 'several/in-several-files'];
    const others = names.filter((name) => !codes.includes(codeOf(name)));
    expect(others.filter((name) => !name.startsWith('accepted/'))).toEqual([]);
    const accepted = runnable.filter((name) => name.startsWith('accepted/'));
    expect(accepted.flatMap((name) => loadedOf(name).diagnostics)).toEqual([]);
  });
});

/** Names of formats, forms to fill in, keys of a ledger: the same in every language. */
const sameInChinese = new Set(
  'GBK IANA NFC NUL YAML YYYY-MM-DD criteria document false file http https projects tasks true'.split(
    ' ',
  ),
);

test('in Chinese no English is left over', () => {
  const found = all().flatMap((each) =>
    [messageOf(each, zh), hintOf(each, zh) ?? ''].flatMap((text) =>
      latinIn(text.replace(/“[^”]*”/g, ' '))
        // What is put in comes from the ledger and its schema.
        .filter((word) => !sameInChinese.has(word) && !JSON.stringify(each.params).includes(word))
        .map((word) => `${word}: ${each.code} ${text}`),
    ),
  );
  expect(found).toEqual([]);
});
