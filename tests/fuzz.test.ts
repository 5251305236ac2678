/**
 * Whatever the bytes of a ledger and whatever the words of a command line: an exit code that means
 * something, text that harms no terminal, and no byte changed but by an update that succeeds.
 * REFORM_FUZZ_RUNS and REFORM_FUZZ_SEED make it longer and other than it is in CI.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogue } from '../src/cli/catalogue.ts';
import { controls } from '../src/model/characters.ts';
import {
  changedBetween,
  commandLines,
  difference,
  mangled,
  restore,
  type Snapshot,
  snapshotOf,
} from './fuzz.ts';
import { copyOf, handLedger, type Ran, realLedger, run, temporaryFolder } from './harness.ts';
import { isOnlyInserted } from './styles.ts';

const given = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const seed = given('REFORM_FUZZ_SEED', 2022);
/** A run on files takes a quarter of a second, one on words a tenth. */
const runs = given('REFORM_FUZZ_RUNS', 5);
const settings = {
  seed,
  // Looking for the smallest case ends here and tells the smallest found so far.
  interruptAfterTimeLimit: 40_000 + runs * 2_000,
  markInterruptAsFailure: true,
};
const timeout = 2 * settings.interruptAfterTimeLimit;

/** What a command may ask for beside its arguments. No editor waits for anybody. */
const env = {
  EDITOR: 'true',
  VISUAL: 'true',
  NO_COLOR: '1',
  REFORM_CONFIG: join(temporaryFolder(), 'config'),
};

const shorten = (text: string) => (text.length > 400 ? `${text.slice(0, 400)}…` : text);

/** What must hold for every answer. */
const expectTame = (args: readonly string[], { exit, out, err }: Ran) => {
  const told = `${JSON.stringify(args.map(shorten))} → ${exit}\n${shorten(out)}\n${shorten(err)}`;
  expect([0, 1, 2, 3, 4, 5], told).toContain(exit);
  for (const text of [out, err]) {
    expect(text, told).not.toMatch(/\n\s+at .*:\d+:\d+/);
    expect(text.match(controls), told).toBeNull();
  }
  if (exit >= 2) expect(shorten(out), told).toBe('');
  if (exit !== 0) expect(out + err, told).not.toBe('');
};

const errorsOf = async (cwd: string): Promise<number> => {
  const args = ['validate', '--json', '--ledger', '.'];
  const checked = await run(args, { cwd, env });
  expectTame(args, checked);
  const { problems } = JSON.parse(checked.out);
  const errors = problems.filter((each: { severity: string }) => each.severity === 'error').length;
  expect({ exit: checked.exit, errors }).toEqual({ exit: errors > 0 ? 1 : 0, errors });
  return errors;
};

const updates = catalogue
  .filter(({ group }) => group === 'update')
  .map(({ name }) => name as string);
const readers = catalogue
  .filter(({ group }) => group === 'ask' || group === 'check')
  .map(({ name }) => name as string);

/** What updates keep for themselves is no part of the ledger; readers leave even that alone. */
const isOwn = (path: string) => path.startsWith('.reform/');

const expectUnchanged = (
  args: readonly string[],
  before: Snapshot,
  cwd: string,
  isReader: boolean,
) => {
  const all = changedBetween(before, snapshotOf(cwd));
  const changed = isReader ? all : all.filter((path) => !isOwn(path));
  expect(changed, JSON.stringify(args.map(shorten))).toEqual([]);
};

describe('files of any bytes', () => {
  test.each([
    [handLedger, runs],
    [realLedger, Math.ceil(runs / 4)],
  ])(
    '%s',
    async (ledger, numRuns) => {
      const cwd = copyOf(ledger);
      const sound = snapshotOf(cwd);
      const cacheFolder = temporaryFolder();
      const how = fc.record({
        // Some of these take a report on this day, and some refuse it.
        id: fc.constantFrom('T01.1', 'T03.5', 'T02.1', 'huangpu-1', 'westbank-1', 'T01'),
        width: fc.constantFrom(undefined, 20, 80),
        format: fc.constantFrom('table', 'json', 'markdown'),
        check: fc.constantFrom('text', 'github'),
        by: fc.constantFrom('reform-office', 'planning-bureau'),
      });
      await fc.assert(
        fc.asyncProperty(mangled(sound), how, fc.context(), async (files, asked, context) => {
          const { id, width, format, check, by } = asked;
          context.log(difference(sound, files.snapshot));
          for (const path of changedBetween(sound, files.snapshot))
            writeFileSync(join(cwd, path), files.snapshot.get(path) as Buffer);
          try {
            const setting = { cwd, env, ...(width !== undefined && { width }) };
            const before = await errorsOf(cwd);
            const asks = [
              ['validate', '--format', check],
              ['list', '--format', format],
              ['show', id, '--format', format],
              ['summary', '--format', format],
            ].map((args) => [...args, '--ledger', '.']);
            for (const args of asks) {
              const ran = await run(args, setting);
              expectTame(args, ran);
              if (before === 0 && args[0] !== 'show') expect(ran.exit, args.join(' ')).toBe(0);
              // What is kept of sound and unsound files from before changes no answer.
              if (args[0] === 'list')
                expect(await run(args, { ...setting, cacheFolder })).toEqual(ran);
            }
            expectUnchanged(['readers'], files.snapshot, cwd, true);

            const args = ['report', id, '-m', 'x', '--by', by, '--ledger', '.'];
            const tried = await run([...args, '-n'], setting);
            expectTame(args, tried);
            expectUnchanged([...args, '-n'], files.snapshot, cwd, true);
            const ran = await run(args, setting);
            expectTame(args, ran);
            expect(tried.exit, 'what -n foretells').toBe(ran.exit);
            if (ran.exit !== 0) expectUnchanged(args, files.snapshot, cwd, false);
            else {
              const after = snapshotOf(cwd);
              const [path = '', ...more] = changedBetween(files.snapshot, after).filter(
                (each) => !isOwn(each),
              );
              expect(more).toEqual([]);
              const [was, is] = [files.snapshot, after].map((each) => String(each.get(path)));
              expect(isOnlyInserted(was ?? '', is ?? ''), path).toBe(true);
              expect(await errorsOf(cwd), 'errors after a report').toBeLessThanOrEqual(before);
            }
          } finally {
            restore(cwd, sound);
          }
        }),
        { ...settings, numRuns },
      );
    },
    timeout,
  );
});

describe('any words', () => {
  test(
    'one command line after the other',
    async () => {
      const cwd = copyOf(handLedger);
      const sound = snapshotOf(cwd);
      const lines = await commandLines(sound);
      const widths = fc.constantFrom(undefined, 20, 80);
      let answered = 0;
      let changes = 0;
      await fc.assert(
        fc.asyncProperty(lines, widths, async (all, width) => {
          try {
            for (const args of all) {
              const before = snapshotOf(cwd);
              const errors = updates.some((name) => args.includes(name)) ? await errorsOf(cwd) : 0;
              const setting = { cwd, env, ...(width !== undefined && { width }) };
              const ran = await run(args, setting);
              expectTame(args, ran);
              answered += ran.exit === 0 ? 1 : 0;
              const mayWrite = args.some(
                (each) => catalogue.some(({ name }) => name === each) && !readers.includes(each),
              );
              if (ran.exit !== 0 || !mayWrite) expectUnchanged(args, before, cwd, !mayWrite);
              else if (changedBetween(before, snapshotOf(cwd)).length > 0) {
                changes += 1;
                expect(await errorsOf(cwd), JSON.stringify(args)).toBeLessThanOrEqual(errors);
              }
            }
          } finally {
            restore(cwd, sound);
            // Who somebody is would decide what the next run answers.
            rmSync(env.REFORM_CONFIG, { recursive: true, force: true });
          }
        }),
        { ...settings, numRuns: runs * 8 },
      );
      // Commands that are all refused would prove little.
      expect(answered).toBeGreaterThan(0);
      if (runs >= 8) expect(changes).toBeGreaterThan(0);
    },
    timeout,
  );
});
