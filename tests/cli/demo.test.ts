import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { contents } from '../desk.ts';
import { type Ran, read, run, temporaryFolder } from '../harness.ts';

/** Of all files of seed 1 and scale 1, each with its path. */
const goldenHash = '8b08037bf0011016a4a7ecd2577808057c4344fb97a3b9d5d7c6058635569562';

const folder = temporaryFolder();
const root = join(folder, 'example');
let first: Ran;

beforeAll(async () => {
  first = await run(['demo', 'example'], { cwd: folder });
});

const ask = (...args: readonly string[]) =>
  run(args, { cwd: folder, env: { REFORM_LEDGER: root } });

describe('what it says', () => {
  test('what it made, that it is made up, and what to type next', () => {
    expect(first).toEqual({ exit: 0, out: '', err: expect.any(String) });
    expect(first.err).toMatchInlineSnapshot(`
      "example: the year 2022 of a city that does not exist: 41 tasks, 120 measures, 22 selected projects, 1274 events, in 61 files.
      All of it is made up, and every answer says so (illustrative). --seed 1 --scale 1 makes the same again.
      Next:
        reform summary --today 2022-09-30 --ledger example                  how it stood at the end of September
        reform list --status blocked --today 2022-09-30 --ledger example    what could not go on
        reform show T01.1 --ledger example                                  a measure with all that happened to it
        reform validate --ledger example                                    check it
      "
    `);
  });

  test('what it says to type next works', async () => {
    const lines = first.err.split('\n').filter((line) => line.startsWith('  reform '));
    expect(lines).toHaveLength(4);
    for (const line of lines) {
      const args = line.trim().split(/ {2,}/)[0]?.split(' ').slice(1) ?? [];
      expect(args.join(' ')).toContain('--ledger example');
      const ran = await run(args, { cwd: folder });
      expect(ran.exit, line).toBe(0);
      expect((ran.out + ran.err).split('\n').length, line).toBeGreaterThan(1);
    }
  });

  test('every answer says that it is illustrative', async () => {
    for (const command of [['summary'], ['list', 'units'], ['show', 'T01.1']]) {
      for (const format of ['table', 'markdown']) {
        const { out } = await ask(...command, '--format', format);
        expect(out, command.join(' ')).toContain(
          'illustrative: made up to show how a ledger works',
        );
      }
      const { out } = await ask(...command, '--json');
      expect(JSON.parse(out), command.join(' ')).toMatchObject({ illustrative: true });
    }
  });
});

describe('what it writes', () => {
  test('a ledger in which nothing is wrong', async () => {
    const { exit, err } = await ask('validate', '--strict');
    expect({ exit, err }).toEqual({
      exit: 0,
      err: 'Example City 2022: no problems in 61 files, 143 items.\n',
    });
  });

  test('the very bytes that it always wrote', () => {
    const hash = createHash('sha256');
    for (const [file, text] of Object.entries(contents(root))) hash.update(`${file}\0${text}\0`);
    // Where the corpus or the planning changes on purpose, so does this.
    expect(hash.digest('hex')).toBe(goldenHash);
  });

  test('the same in another folder, another zone and on another day', async () => {
    const other = temporaryFolder();
    vi.stubEnv('TZ', 'America/New_York');
    try {
      expect(new Date(0).getHours()).toBe(19);
      const setting = { cwd: other, now: '2031-05-05T05:05:05Z' };
      const { exit } = await run(['demo', 'a b/c', '--seed', '1', '--scale', '1'], setting);
      expect(exit).toBe(0);
    } finally {
      vi.unstubAllEnvs();
    }
    expect(contents(join(other, 'a b/c'))).toEqual(contents(root));
    expect(readdirSync(root).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('another year for another seed, and a larger list for a larger scale', async () => {
    const other = temporaryFolder();
    expect((await run(['demo', 'seven', '--seed', '7'], { cwd: other })).exit).toBe(0);
    expect(contents(join(other, 'seven'))).not.toEqual(contents(root));
    const { exit, err } = await run(['demo', 'large', '--scale', '2'], { cwd: other });
    expect(exit).toBe(0);
    expect(err).toContain('82 tasks, 240 measures, 22 selected projects');
    const setting = { cwd: other, env: { REFORM_LEDGER: 'large' } };
    expect((await run(['validate', '--strict'], setting)).exit).toBe(0);
  });
});

interface Entry {
  readonly date: string;
  readonly event: string;
  readonly entry?: number;
  readonly due?: string;
  readonly set?: { readonly due?: string };
}

interface Plan {
  readonly id: string;
  readonly due?: string;
  readonly log?: readonly Entry[];
}

/** Where an item of the made-up year stands on a day, counted without the program. */
const standing = ({ due, log = [] }: Plan, day: string, initial: string) => {
  const known = log.map((each, index) => ({ ...each, number: index + 1 }));
  const happened = known.filter(({ date }) => date <= day);
  const takenBack = happened.flatMap(({ event, entry }) => (event === 'retract' ? [entry] : []));
  const past = [initial];
  let deadline = due;
  const counting = happened.filter(({ number }) => !takenBack.includes(number));
  for (const each of counting.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    const now = past.at(-1) ?? initial;
    deadline = each.due ?? each.set?.due ?? deadline;
    const next: Record<string, string | undefined> = {
      select: 'planned',
      start: 'in-progress',
      report: now === 'planned' ? 'in-progress' : now,
      tick: now === 'planned' ? 'in-progress' : now,
      block: 'blocked',
      resume: past.at(-2),
      done: 'done',
      reject: 'in-progress',
      verify: 'verified',
      reopen: 'in-progress',
      withdraw: 'withdrawn',
      reinstate: past.at(-2),
    };
    const becomes = next[each.event] ?? now;
    if (becomes !== now) past.push(becomes);
  }
  const status = past.at(-1) ?? initial;
  const isClosed = ['declared', 'done', 'verified', 'withdrawn'].includes(status);
  return { status, isOverdue: !isClosed && deadline !== undefined && deadline < day };
};

const filesIn = (name: string): readonly string[] =>
  readdirSync(join(root, name)).map((file) => read(root, name, file));

const count = (standings: readonly ReturnType<typeof standing>[]) => {
  const byStatus: Record<string, number> = {};
  for (const { status } of standings) byStatus[status] = (byStatus[status] ?? 0) + 1;
  return { byStatus, overdue: standings.filter(({ isOverdue }) => isOverdue).length };
};

describe('what it adds up to', () => {
  test.each(['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31', '2023-01-31'])(
    'the summary of %s is what the files say',
    async (day) => {
      const measures = filesIn('tasks').flatMap((text) => parse(text).measures as Plan[]);
      const projects = filesIn('projects').flatMap((text) => parse(text).projects as Plan[]);
      const { out } = await ask('summary', '--json', '--today', day);
      const summary = JSON.parse(out);
      expect(summary.measures).toMatchObject(
        count(measures.map((each) => standing(each, day, 'planned'))),
      );
      expect(summary.projects).toMatchObject(
        count(projects.map((each) => standing(each, day, 'declared'))),
      );
      expect(summary.measures.items).toBe(120);
    },
  );
});

interface Claim {
  readonly by: string;
  readonly evidence: readonly object[];
}

const claimsIn = (value: unknown): readonly Claim[] => {
  if (typeof value !== 'object' || value === null) return [];
  const isClaim = 'event' in value && value.event === 'done';
  return isClaim ? [value as unknown as Claim] : Object.values(value).flatMap(claimsIn);
};

/** A document where it is used: in which series, on which day and for what. */
interface Use {
  readonly text: string;
  readonly series: string;
  readonly number: number;
  readonly date: string;
  readonly matter: string;
}

interface Noted {
  readonly id?: string;
  readonly date?: string;
  readonly event?: string;
  readonly document?: string;
  readonly number?: string;
  readonly evidence?: readonly { readonly document?: string }[];
}

/** Every numbered document in a value, with the day of what it stands in. */
const documentsIn = (value: unknown, item = ''): readonly Use[] => {
  if (Array.isArray(value)) return value.flatMap((each) => documentsIn(each, item));
  if (typeof value !== 'object' || value === null) return [];
  const { id = item, date, event, document, number, evidence = [] } = value as Noted;
  const within = Object.values(value).flatMap((each) => documentsIn(each, id));
  if (typeof date !== 'string') return within;
  const use = (text: string | undefined, matter: string) => {
    const [, series, digits] = /^(.+〔\d{4}〕)(\d+)号$/.exec(text ?? '') ?? [];
    return text === undefined || series === undefined
      ? []
      : [{ text, series, number: Number(digits), date, matter }];
  };
  return [
    ...within,
    ...use(number, 'select'),
    ...use(document, event ?? 'merger'),
    ...evidence.flatMap((each) => use(each.document, `evidence of ${id}`)),
  ];
};

describe('the documents it rests on', () => {
  test.each([
    ['1', '1'],
    ['7', '2'],
  ])(
    'numbers of seed %s at scale %s are of one day and one matter, and rise',
    async (seed, scale) => {
      const cwd = temporaryFolder();
      await run(['demo', 'x', '--seed', seed, '--scale', scale], { cwd });
      const all = Object.values(contents(join(cwd, 'x'))).flatMap((text) =>
        documentsIn(parse(Buffer.from(text, 'latin1').toString())),
      );
      expect(all.length).toBeGreaterThan(200);
      const known = new Map<string, Use>();
      for (const use of all) {
        const { date, matter } = known.get(use.text) ?? use;
        expect({ date: use.date, matter: use.matter }, use.text).toEqual({ date, matter });
        known.set(use.text, use);
      }
      const byNumber = [...known.values()].sort(
        (a, b) => (a.series < b.series ? -1 : a.series > b.series ? 1 : 0) || a.number - b.number,
      );
      for (const [index, { series, date, text }] of byNumber.entries()) {
        const before = byNumber[index - 1];
        if (before?.series !== series) continue;
        expect(before.date <= date, `${before.text} of ${before.date}, ${text} of ${date}`).toBe(
          true,
        );
      }
    },
  );

  test('every unit has a series of its own', () => {
    const writers = new Map<string, Set<string>>();
    const claims = ['tasks', 'projects'].flatMap(filesIn).flatMap((text) => claimsIn(parse(text)));
    for (const { by, evidence } of claims) {
      for (const { series } of documentsIn({ date: '', evidence })) {
        writers.set(series, (writers.get(series) ?? new Set()).add(by));
      }
    }
    expect(writers.size).toBeGreaterThan(25);
    for (const [series, units] of writers) expect([...units], series).toHaveLength(1);
  });
});

describe('where it writes', () => {
  test.each([
    ['--scale', '0', 'a whole number from 1 to 100'],
    ['--scale', '101', 'a whole number from 1 to 100'],
    ['--scale', '1.5', 'a whole number from 1 to 100'],
    ['--scale', 'ten', 'a whole number from 1 to 100'],
    ['--scale', '', 'a whole number from 1 to 100'],
    ['--seed', '-1', 'a whole number from 0 to 2147483647'],
    ['--seed', '2147483648', 'a whole number from 0 to 2147483647'],
    ['--seed', '1e3', 'a whole number from 0 to 2147483647'],
  ])('%s "%s" is refused', async (option, value, range) => {
    const cwd = temporaryFolder();
    const { exit, out, err } = await run(['demo', 'x', `${option}=${value}`], { cwd });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toContain(range);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('the largest seed is one', async () => {
    const cwd = temporaryFolder();
    expect((await run(['demo', 'x', '--seed', '2147483647'], { cwd })).exit).toBe(0);
  });

  test('a folder with anything in it is left alone', async () => {
    const cwd = temporaryFolder();
    writeFileSync(join(cwd, 'notes.txt'), 'mine');
    const { exit, err } = await run(['demo', '.'], { cwd });
    expect(exit).toBe(1);
    expect(err).toBe('reform: . is not empty: notes.txt\nname a folder that is new or empty\n');
    expect(readdirSync(cwd)).toEqual(['notes.txt']);
  });

  test('hidden files are nothing: a new git repository will do', async () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, '.git'));
    expect((await run(['demo', '.'], { cwd })).exit).toBe(0);
    expect(statSync(join(cwd, 'ledger.yaml')).isFile()).toBe(true);
  });

  test('a file in its place, a ledger there and a ledger around it are refused', async () => {
    writeFileSync(join(folder, 'file'), '');
    const inFile = await ask('demo', 'file');
    expect(inFile.exit).toBe(1);
    const before = contents(root);
    for (const dir of ['example', 'example/inside']) {
      const { exit, err } = await ask('demo', dir);
      expect(exit, dir).toBe(1);
      expect(err, dir).toContain('example');
    }
    expect(contents(root)).toEqual(before);
  });

  test('no folder at all is wrong usage', async () => {
    expect((await ask('demo')).exit).toBe(2);
    expect((await ask('demo', '')).exit).toBe(2);
  });
});
