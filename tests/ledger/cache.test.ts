import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheIn } from '../../src/ledger/cache.ts';
import { copyOf, handLedger, realLedger, run, temporaryFolder } from '../harness.ts';

const readers = [
  ['list'],
  ['list', 'tasks', '--json'],
  ['list', 'projects', '--format', 'csv'],
  ['show', 'T01', '--today', '2022-10-31'],
  ['summary', '--json'],
  ['validate'],
  ['validate', '--json'],
];

describe.each([realLedger, handLedger])('%s', (ledger) => {
  test.each(readers)(
    '%s %s: the same bytes at first, from the cache, and without it',
    async (...args) => {
      const cwd = copyOf(ledger);
      const cacheFolder = temporaryFolder();
      const first = await run(args, { cwd, cacheFolder });
      const again = await run(args, { cwd, cacheFolder });
      const without = await run([...args, '--no-cache'], { cwd, cacheFolder });
      expect(first.exit, first.err).toBe(0);
      expect(again).toEqual(first);
      expect(without).toEqual(first);
      expect(readdirSync(cacheFolder).length).toBe(1);
    },
  );
});

const titleIn = async (cwd: string, cacheFolder: string) =>
  (
    await run(['list', 'tasks', '--columns', 'title', '--format', 'csv'], { cwd, cacheFolder })
  ).out.split('\n')[1];

test('one changed letter of the same length is seen', async () => {
  const cwd = copyOf(realLedger);
  const cacheFolder = temporaryFolder();
  const before = await titleIn(cwd, cacheFolder);
  const file = join(cwd, 'tasks', 'T01.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace('title: Promote', 'title: Promoto'));
  expect(await titleIn(cwd, cacheFolder)).toBe(before?.replace('Promote', 'Promoto'));
});

test('a problem of meaning in a file known from before is told with its line', async () => {
  const cwd = copyOf(realLedger);
  const cacheFolder = temporaryFolder();
  const file = join(cwd, 'tasks', 'T02.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^field: .*/m, 'field: nowhere'));
  const first = await run(['validate'], { cwd, cacheFolder });
  const again = await run(['validate'], { cwd, cacheFolder });
  expect(first.exit).toBe(1);
  expect(first.out).toMatch(/tasks\/T02\.yaml:\d+:8: error\[reference\/unknown-field\]/);
  expect(again).toEqual(first);
});

test.each([
  ['is no JSON', '{"build": "te'],
  ['is of another build', '{"build":"other","files":{"tasks/T01.yaml":{"text":"","value":{}}}}'],
  ['is of another shape', '[1]'],
])('a cache that %s is not believed', async (_what, content) => {
  const cwd = copyOf(realLedger);
  const cacheFolder = temporaryFolder();
  const before = await titleIn(cwd, cacheFolder);
  const [name = ''] = readdirSync(cacheFolder);
  writeFileSync(join(cacheFolder, name), content);
  expect(await titleIn(cwd, cacheFolder)).toBe(before);
});

test('a folder that cannot be written is no mistake', () => {
  const file = join(temporaryFolder(), 'a file');
  writeFileSync(file, '');
  const cache = cacheIn(join(file, 'below'), '/ledger');
  cache.keep(new Map([['ledger.yaml', { text: 'a: 1\n', value: { a: 1 } }]]));
  expect(cache.find('ledger.yaml', 'a: 1\n')).toBeUndefined();
});

test('what is kept holds for the very same text only', () => {
  const folder = temporaryFolder();
  cacheIn(folder, '/ledger').keep(new Map([['ledger.yaml', { text: 'a: 1\n', value: { a: 1 } }]]));
  const cache = cacheIn(folder, '/ledger');
  expect(cache.find('ledger.yaml', 'a: 1\n')).toEqual({ a: 1 });
  expect(cache.find('ledger.yaml', 'a: 2\n')).toBeUndefined();
  expect(cache.find('other.yaml', 'a: 1\n')).toBeUndefined();
});
