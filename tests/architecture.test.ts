/** The house rules that a compiler does not know, each with the reason an offender is told. */
import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../src/cli/catalogue.ts';
import { commands } from '../src/cli/room.ts';
import { kindNames, kinds } from '../src/model/kinds/index.ts';
import { enHelp } from '../src/words/en-help.ts';
import { projectRoot, read } from './harness.ts';

const source = join(projectRoot, 'src');
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

const staticImport = /^(?:import|export)(?! type)[^;'"`=]*from '([^']+)';/gm;
const anyImport = /^(?:import|export)[^;'"`=]*from '([^']+)';|\bimport\('([^']+)'\)/gm;

const importsOf = (file: string, pattern = anyImport): readonly string[] =>
  [...read(source, file).matchAll(pattern)].map(([, from, dynamic]) => {
    const target = from ?? dynamic ?? '';
    return target.startsWith('.')
      ? relative(source, resolve(dirname(join(source, file)), target)).replaceAll('\\', '/')
      : target;
  });

const layerOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '') : path);

/** What each layer may import: layers of ours, then packages. */
const allowed: Readonly<Record<string, { layers: string[]; packages: string[]; why: string }>> = {
  model: {
    layers: ['model'],
    packages: ['zod/mini', 'fastest-levenshtein'],
    why: 'the model is pure: what a ledger means must not depend on files, words or terminals',
  },
  ledger: {
    layers: ['ledger', 'model'],
    packages: ['diff', 'yaml', 'node:'],
    why: 'the ledger layer reads and writes files; it must not know how an answer looks',
  },
  time: {
    layers: ['time', 'model'],
    packages: [],
    why: 'what a written day means depends on the day it is and the year meant, which are given',
  },
  words: {
    layers: ['words', 'intake', 'model', 'sheets', 'time'],
    packages: [],
    why: 'words are data that any layer above the model may show',
  },
  format: {
    layers: ['format', 'model', 'words'],
    packages: [
      'chalk',
      'cli-table3',
      'get-east-asian-width',
      'string-width',
      'wrap-ansi',
      'csv-stringify/sync',
      'markdown-table',
    ],
    why: 'a renderer turns a document into text; reading a file or writing one is not its job',
  },
  intake: {
    layers: ['intake', 'model', 'sheets', 'time'],
    packages: ['fastest-levenshtein', 'pinyin-pro'],
    why: 'making sense of a list is pure: it gets tables and a ledger as values and gives changes',
  },
  sheets: {
    layers: ['sheets'],
    packages: [
      'csv-parse/sync',
      'fflate',
      'hucre',
      'hucre/xlsx',
      'mammoth',
      'saxes',
      'yauzl',
      'node:path',
      'node:worker_threads',
    ],
    why: 'a reader turns bytes into tables; it knows nothing of ledgers, and opens no file that it is not given',
  },
  demo: {
    layers: ['demo', 'model'],
    packages: ['pure-rand/distribution/uniformInt', 'pure-rand/generator/xoroshiro128plus'],
    why: 'the made-up year follows from its seed alone: it plans events as a command would and writes nothing',
  },
  cli: {
    layers: ['cli', 'demo', 'format', 'intake', 'ledger', 'model', 'sheets', 'time', 'words'],
    packages: [
      '@clack/prompts',
      'commander',
      'diff',
      'env-paths',
      'jsonc-parser',
      'string-argv',
      'node:',
    ],
    why: 'the shell joins the layers; YAML, schemas and colours stay behind them',
  },
};

describe.each(files)('%s', (file) => {
  const rule = allowed[layerOf(file)];

  test('imports only what its layer may', () => {
    for (const target of importsOf(file)) {
      const isOurs = target.endsWith('.ts');
      const isAllowed = isOurs
        ? rule?.layers.includes(layerOf(target))
        : rule?.packages.some(
            (name) => target === name || (name.endsWith(':') && target.startsWith(name)),
          );
      expect(isAllowed, `src/${file} imports ${target}: ${rule?.why}`).toBe(true);
    }
  });

  test('opens with what it is for', () => {
    expect(read(source, file), `src/${file} does not say what it is for`).toMatch(/^\/\*\*/);
  });

  test('is a room and not a warehouse', () => {
    const lines = read(source, file).split('\n').length;
    const isWordList = layerOf(file) === 'words';
    expect(lines, `src/${file} has ${lines} lines: two rooms may have grown into one`).toBeLessThan(
      isWordList ? 700 : 420,
    );
  });
});

test('the start of the program pulls in neither YAML nor schemas nor tables', () => {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const target of importsOf(file, staticImport)) {
      if (target.endsWith('.ts')) visit(target);
      else expect(target, `src/${file}`).toMatch(/^(?:commander|env-paths|node:.*)$/);
    }
  };
  visit('cli/main.ts');
  expect(seen.has('cli/room.ts')).toBe(false);
});

test('the catalogue, the commands, their files and their help are the same set', () => {
  const listed = catalogue.map(({ name }) => name as string).sort();
  expect(Object.keys(commands).sort()).toEqual(listed);
  expect(Object.keys(enHelp.commands).sort()).toEqual(listed);
  expect(
    readdirSync(join(source, 'cli/commands'))
      .map((file) => file.replace('.ts', ''))
      .sort(),
  ).toEqual(listed);
});

test('every kind is registered under its own name', () => {
  for (const name of kindNames) expect(kinds[name].name).toBe(name);
});
