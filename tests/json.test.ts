/**
 * Every answer for programs is what its published schema says, no key more and none less, on ledgers of all sorts; and
 * it is the same in every language but for the sentences that the schema says are in one.
 */
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { schemas } from '../src/cli/schemas/index.ts';
import { answerCommands } from '../src/cli/schemas/names.ts';
import { factNamesAlong } from '../src/model/facts.ts';
import { kindNames, kindOf } from '../src/model/kinds/index.ts';
import { dimensionNames } from '../src/model/pivot.ts';
import { conflictedRepository } from './conflicts.ts';
import { changedRepository } from './differences.ts';
import { handLedger, projectRoot, realLedger, run, temporaryFolder } from './harness.ts';
import { openIn, unexplainedIn, wrongBy } from './json.ts';

const home = temporaryFolder();
const cacheFolder = temporaryFolder();
const demo = join(home, 'demo');
const empty = join(home, 'empty');

beforeAll(async () => {
  await run(['demo', demo]);
  await run(['init', empty, '--jurisdiction', 'Guangzhou', '--year', '2026'], { cwd: home });
});

const checks = new Map<string, ReturnType<typeof wrongBy>>();
/** What a parsed answer is wrong about by the schema of its kind. */
const wrongAbout = (answer: { readonly kind: string }): readonly string[] => {
  const schema = schemas.get(answer.kind);
  if (!schema) return [`there is no schema of ${answer.kind}`];
  const check = checks.get(answer.kind) ?? wrongBy(schema);
  checks.set(answer.kind, check);
  return check(answer);
};

const seen = new Set<string>();

/** An answer that is as its schema says; exit 1 is a finding and no failure. */
const answerTo = async (args: readonly string[], more: readonly string[] = []) => {
  const { exit, out, err } = await run([...args, '--json', ...more], { cacheFolder });
  expect(exit, `${args.join(' ')}: ${err}`).toBeLessThan(2);
  const answer = JSON.parse(out);
  expect(wrongAbout(answer), args.slice(0, 4).join(' ')).toEqual([]);
  seen.add(answer.kind);
  return { out, answer };
};

interface Asked {
  readonly ledger: string;
  readonly days: readonly string[];
  /** Also asked in Chinese. */
  readonly isCompared: boolean;
  /** A unit of it, and a record of each sort that is looked at more closely. */
  readonly unit: string | undefined;
  readonly traced: readonly string[];
}

const ledgers: { readonly [name: string]: Asked } = {
  'the real ledger': {
    ledger: realLedger,
    days: ['2022-12-01'],
    isCompared: true,
    unit: undefined,
    traced: ['T01', 'work-arrangement', 'huangpu', 'huangpu-1', 'ledger'],
  },
  'the ledger typed by hand': {
    ledger: handLedger,
    days: ['2022-03-15', '2022-12-31'],
    isCompared: true,
    unit: 'market-regulation',
    traced: ['T01', 'T03.1', 'T03.1#a', 'westbank-1'],
  },
  'the made-up year': {
    ledger: demo,
    days: ['2022-05-20', '2022-12-31'],
    isCompared: false,
    unit: 'planning-bureau',
    traced: ['T01', 'T01.1', 'planning-bureau'],
  },
  'an empty ledger': {
    ledger: empty,
    days: ['2026-03-01'],
    isCompared: false,
    unit: undefined,
    traced: [],
  },
};

const plurals = kindNames.filter((kind) => kind !== 'ledger').map((kind) => kindOf(kind).plural);

/** What only the registers answer, the same on every day. */
const timeless: readonly (readonly string[])[] = [
  ...plurals.map((plural) => ['list', plural]),
  ...kindNames.map((kind) => [
    ...['list', kindOf(kind).plural],
    ...['--columns', ['id', ...factNamesAlong(kind)].join()],
  ]),
  ['list', 'not', 'status:verified', '--parse-only'],
  ['validate'],
];

const questions = ({ unit, traced }: Asked): readonly (readonly string[])[] => [
  ['list'],
  ['list', '--columns', (['measure', 'project'] as const).flatMap(factNamesAlong).join()],
  ['list', '--explain', '--missing', '--group-by', 'lead', '--limit', '5', '--sort', '-due'],
  ['list', 'tasks', '--missing', '--explain'],
  ['list', 'status:planned', '--explain', '--columns', 'id,lead,district'],
  ['summary'],
  ['summary', 'status:planned,in-progress,listed'],
  ...dimensionNames.map((name) => ['summary', '--by', name]),
  ['summary', '--by', 'lead,status'],
  ['summary', '--by', 'field,light', 'not status:verified'],
  ['summary', '--compare', '2022-06-30'],
  ['summary', '--scorecard'],
  ['summary', '--burn-up'],
  ['due', '--within', 'year-end', '--by', 'month'],
  ['due', 'light:red'],
  ...(unit === undefined ? [] : [['mine', unit]]),
  ['inbox'],
  ['agenda'],
  ['trace'],
  ...traced.map((id) => ['trace', id]),
  ['validate', '--ready'],
];

/** The ids of records of some kinds. */
const idsOf = async (ledger: string, of: readonly string[]): Promise<readonly string[]> => {
  const all: string[] = [];
  for (const plural of of) {
    const { out } = await run(['list', plural, '--columns', 'id', '--json', '--ledger', ledger], {
      cacheFolder,
    });
    all.push(...JSON.parse(out).items.map(({ id }: { readonly id: string }) => id));
  }
  return all;
};

describe.each(Object.entries(ledgers))('%s', (_name, asked) => {
  test.each(asked.days)('on %s answers as its schemas say', async (today) => {
    const about = ['--ledger', asked.ledger, '--today', today];
    const isFirst = today === asked.days[0];
    for (const question of [...(isFirst ? timeless : []), ...questions(asked)]) {
      const { out } = await answerTo(question, about);
      // Only sentences are in a language: validate has some, for people.
      if (asked.isCompared && isFirst && question.join(' ') !== 'validate') {
        const { out: chinese } = await answerTo(question, [...about, '--lang', 'zh']);
        expect(chinese, question.slice(0, 4).join(' ')).toBe(out);
      }
    }
    const ids = await idsOf(asked.ledger, plurals);
    await answerTo(['show', 'ledger', ...ids], about);
    for (const id of await idsOf(asked.ledger, ['meetings'])) await answerTo(['agenda', id], about);
  });
});

describe('answers that are about no ledger, or not about its records', () => {
  test('codes, one of them, and the schemas', async () => {
    await answerTo(['explain']);
    await answerTo(['explain', 'event/illegal']);
    const { answer } = await answerTo(['schema']);
    const names = [...answer.answers, ...answer.files].map(({ name }) => name);
    expect(names).toEqual([...schemas.keys()]);
  });

  test('what can be undone', async () => {
    const root = join(home, 'written');
    cpSync(join(projectRoot, handLedger), root, { recursive: true });
    const about = ['--ledger', root, '--today', '2022-09-30'];
    expect((await answerTo(['undo', '--list'], about)).answer.commands).toEqual([]);
    const { exit, err } = await run(['report', 'T01.1', '-m', 'half', ...about]);
    expect({ exit, err }).toMatchObject({ exit: 0 });
    expect((await answerTo(['undo', '--list'], about)).answer.commands).toHaveLength(1);
  });
});

describe('what differs between two states', () => {
  test.each(['1970-01-01', '2023-01-31'])('on %s, in every way there is', async (today) => {
    const { top, commit } = changedRepository();
    const about = ['--ledger', join(top, 'ledger'), '--today', today];
    const { out, answer } = await answerTo(['diff'], about);
    const ways = answer.differences.map(
      ({ is, how }: { readonly is: string; readonly how: string | null }) => how ?? is,
    );
    const all = ['appended', 'inserted', 'changed', 'removed', 'reordered'];
    expect(new Set(ways)).toEqual(new Set([...all, 'attribute', 'moved', 'renumbered']));
    expect((await answerTo(['diff', '--lang', 'zh'], about)).out).toBe(out);
    commit('All of it');
    expect((await answerTo(['diff', 'HEAD..HEAD~1'], about)).answer.counts.added.projects).toBe(1);
    expect((await answerTo(['diff', '--staged'], about)).answer.differences).toEqual([]);
  });
});

describe('what was recorded', () => {
  test('in a commit or in none yet, of every sort', async () => {
    const { top, commit } = changedRepository();
    const about = ['--ledger', join(top, 'ledger'), '--today', '2022-12-01'];
    const open = (await answerTo(['log'], about)).answer;
    expect(open.items[0]).toMatchObject({ recorded: null, author: null, commit: null });
    commit('All of it');
    const { out, answer } = await answerTo(['log'], about);
    const ways = answer.items.map(
      ({ change, how }: { readonly change: string; readonly how: string | null }) => how ?? change,
    );
    const all = ['appended', 'inserted', 'changed', 'removed', 'reordered'];
    expect(new Set(ways)).toEqual(new Set([...all, 'added', 'attribute', 'moved', 'renumbered']));
    expect((await answerTo(['log', '--lang', 'zh'], about)).out).toBe(out);
    expect((await answerTo(['log', 'T01.1', '--limit', '1'], about)).answer.ids).toEqual(['T01.1']);
  });

  test('late, and what was known before', async () => {
    const { top } = changedRepository();
    const about = ['--ledger', join(top, 'ledger'), '--known-by', '2022-12-01'];
    for (const question of [['list'], ['summary'], ['validate'], ['log']]) {
      const known = (await answerTo(question, about)).answer.known_by;
      expect(known).toMatchObject({ date: '2022-12-01', recorded_late: null });
    }
    const asked = (await answerTo(['list', '--as-of', '2023-06-01'], about)).answer.known_by;
    expect(asked.recorded_late.length).toBeGreaterThan(0);
  });
});

describe('what a merge leaves open', () => {
  test('of every sort, and once it is settled', async () => {
    const repository = conflictedRepository();
    const about = ['--ledger', join(repository.top, 'ledger'), '--today', '2022-12-01'];
    const { out, answer } = await answerTo(['resolve', '-n'], about);
    const sorts = answer.conflicts.map(({ why }: { readonly why: string }) => why);
    expect(new Set(sorts)).toEqual(new Set(['value', 'gone', 'entry', 'contested', 'status']));
    expect((await answerTo(['resolve', '-n', '--lang', 'zh'], about)).out).toBe(out);
    const keys = answer.conflicts.map(({ id }: { readonly id: string }) => ['--ours', id]);
    const settled = (await answerTo(['resolve', '--by', 'reform-office', ...keys.flat()], about))
      .answer;
    expect(settled).toMatchObject({ conflicts: [], written: true });
    expect(settled.settled).toHaveLength(sorts.length);
    for (const some of ['united', 'renumbered', 'entries', 'comments_left']) {
      expect(settled[some].length, some).toBeGreaterThan(0);
    }
  });
});

describe('what a review finds', () => {
  const unsaid = (answer: { readonly problems: readonly object[] }) => ({
    ...answer,
    problems: answer.problems.map((each) => ({ ...each, message: null, hint: null })),
  });

  test.each(['2022-11-01', '2023-06-01'])('on %s, the same in every language', async (today) => {
    const { top, commit } = changedRepository();
    const about = ['--ledger', join(top, 'ledger'), '--today', today];
    const { answer } = await answerTo(['review'], about);
    const codes = new Set(answer.problems.map(({ code }: { readonly code: string }) => code));
    expect([...codes].filter((code) => String(code).startsWith('move/')).length).toBeGreaterThan(8);
    const chinese = (await answerTo(['review', '--lang', 'zh'], about)).answer;
    expect(unsaid(chinese)).toEqual(unsaid(answer));
    commit('All of it');
    expect((await answerTo(['review', 'HEAD~1..HEAD'], about)).answer.judgement).toBe('judged');
  });
});

describe('what a list would bring', () => {
  const about = ['--ledger', empty, '--today', '2026-04-03'];
  const sample = join(projectRoot, 'docs/sample-list.xlsx');

  test('to an empty ledger, and again to one that has it', async () => {
    const { items, deadlines } = (await answerTo(['import', sample], about)).answer;
    expect(items.length).toBeGreaterThan(0);
    expect(deadlines.length).toBeGreaterThan(0);
    const root = join(home, 'imported');
    cpSync(empty, root, { recursive: true });
    const there = ['--ledger', root, '--today', '2026-04-03'];
    expect((await answerTo(['import', sample, '--apply'], there)).answer.applied).toBe(true);
    expect((await answerTo(['import', sample], there)).answer.added.measures).toBe(0);
  });

  test.each([
    ['a later edition', '举措,牵头单位,完成时限,进展情况\n修订办法,市商务局,长期,已完成\n'],
    [
      'what is not understood',
      '举措,牵头单位,完成时限,责任人\n修订办法,市商务局（张三）,适时,李四\n',
    ],
  ])('%s', async (_what, text) => {
    const file = join(home, 'list.csv');
    writeFileSync(file, text);
    await answerTo(['import', file], about);
  });
});

describe('where there is no answer', () => {
  test.each([
    [2, ['list', 'nonsense:1']],
    [2, ['show', 'T99']],
    [2, ['summary', '--by', 'nonsense']],
    [2, ['schema', 'nonsense']],
    [2, ['due', '--within', 'nonsense']],
  ])('exit %s, and nothing on standard output: %s', async (code, args) => {
    const { exit, out, err } = await run([...args, '--json', '--ledger', handLedger]);
    expect({ exit, out }).toEqual({ exit: code, out: '' });
    expect(err).not.toBe('');
  });
});

describe('problems of every code', () => {
  const folder = join(projectRoot, 'tests/diagnostics');
  const groups = readdirSync(folder).filter((each) => !/^\.|^(?:base|accepted)$/.test(each));
  const codeOf = (name: string) => name.replace(/\..*$/, '');
  // Two of each code: what further ones are about is told by words alone.
  const cases = groups.flatMap((group) => {
    const names = readdirSync(join(folder, group)).sort();
    const isOfTwo = (name: string, at: number) => codeOf(names[at - 2] ?? '') !== codeOf(name);
    return names.filter(isOfTwo).map((name) => `${group}/${name}`);
  });

  test.each(groups)('%s', async (group) => {
    const [first] = cases.filter((each) => each.startsWith(`${group}/`));
    for (const name of cases.filter((each) => each.startsWith(`${group}/`))) {
      const root = join(home, 'wrong', name);
      cpSync(join(folder, 'base'), root, { recursive: true });
      const over = join(folder, name, 'ledger');
      if (existsSync(over)) cpSync(over, root, { recursive: true });
      const about = ['--ledger', root, '--no-cache'];
      const { problems } = (await answerTo(['validate'], about)).answer;
      if (name === first) {
        const chinese = (await answerTo(['validate', '--lang', 'zh'], about)).answer.problems;
        const unsaid = (all: readonly object[]) =>
          all.map((each) => ({ ...each, message: null, hint: null }));
        expect(unsaid(chinese), name).toEqual(unsaid(problems));
      }
      rmSync(root, { recursive: true });
    }
  });
});

test('no kind of answer has gone unasked', () => {
  expect([...seen].sort()).toEqual(Object.keys(answerCommands).sort());
});

describe.each([...schemas])('the schema %s', (_name, schema) => {
  test('explains every property and lets no other pass', () => {
    expect(unexplainedIn(schema)).toEqual([]);
    expect(openIn(schema)).toEqual([]);
  });
});

describe('a schema notices', () => {
  const answerOf = async (...args: readonly string[]) =>
    (await answerTo(args, ['--ledger', handLedger, '--today', '2022-12-31'])).answer;

  /** Everything that is a record in an answer, wherever it stands, with how to change the answer there. */
  const recordsIn = (value: unknown): readonly Record<string, unknown>[] => {
    if (typeof value !== 'object' || value === null) return [];
    const inside = Object.values(value).flatMap(recordsIn);
    return Array.isArray(value) ? inside : [value as Record<string, unknown>, ...inside];
  };

  test.each([
    [['list']],
    [['show', 'T03', 'T03.1', 'T03.1#a', 'ledger', 'one-licence']],
    [['summary']],
    [['summary', '--by', 'lead,status']],
    [['summary', '--scorecard']],
    [['due', '--within', 'year-end']],
    [['inbox']],
    [['trace', 'T01']],
    [['validate', '--ready']],
  ])('a key too many and a key too few: %s', async (args) => {
    const answer = await answerOf(...args);
    for (const each of recordsIn(answer)) {
      each['surplus'] = 1;
      expect(wrongAbout(answer)).not.toEqual([]);
      delete each['surplus'];
    }
    const { items } = answer;
    for (const key of Object.keys(answer).filter((name) => name !== 'kind')) {
      const { [key]: _left, ...rest } = answer;
      expect(wrongAbout(rest), key).not.toEqual([]);
    }
    for (const key of Object.keys(items?.[0] ?? {})) {
      const { [key]: _left, ...rest } = items[0];
      expect(wrongAbout({ ...answer, items: [rest, ...items.slice(1)] }), key).not.toEqual([]);
    }
    expect(wrongAbout(answer)).toEqual([]);
  });
});
