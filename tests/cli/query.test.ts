/** Questions as they are typed: every key, both languages, brackets, saved views, and mistakes with their place. */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { understandQuery } from '../../src/cli/understand.ts';
import { load } from '../../src/ledger/load.ts';
import { folderSource } from '../../src/ledger/source.ts';
import { fits } from '../../src/model/condition.ts';
import { factNamesAlong } from '../../src/model/facts.ts';
import { kindNames } from '../../src/model/kinds/index.ts';
import { queryKeys } from '../../src/model/query-keys.ts';
import { entriesOf } from '../../src/model/select.ts';
import { viewOn } from '../../src/model/view.ts';
import { en } from '../../src/words/en.ts';
import { copyOf, handLedger, run, temporaryFolder } from '../harness.ts';

const year = join(temporaryFolder(), 'year');
// Parsed files are kept, so that a hundred questions do not parse them again.
const cacheFolder = temporaryFolder();
beforeAll(() => run(['demo', year]));

const ask = (args: readonly string[], root = year, day = '2022-09-30') =>
  run(['list', ...args, '--ledger', root, '--today', day], { cacheFolder });

interface Answer {
  readonly query: string | null;
  readonly count: number;
  readonly items: readonly { readonly [name: string]: unknown; readonly id: string }[];
}

const answer = async (args: readonly string[], root = year, day = '2022-09-30') => {
  const { exit, out, err } = await ask([...args, '--json'], root, day);
  expect(exit, err).toBe(0);
  return JSON.parse(out) as Answer;
};

const idsOf = async (args: readonly string[], root = year, day = '2022-09-30') =>
  (await answer(args, root, day)).items.map(({ id }) => id);

describe('terms', () => {
  test('side by side, by or, with not and in brackets are what sets of ids say', async () => {
    const all = new Set(await idsOf([]));
    const [red, open, planning] = await Promise.all([
      idsOf(['light:red']),
      idsOf(['status:in-progress,blocked']),
      idsOf(['lead:planning-bureau']),
    ]);
    expect([red.length, open.length, planning.length].every((count) => count > 2)).toBe(true);
    const has = (ids: readonly string[]) => (id: string) => ids.includes(id);
    const order = [...all];
    const both = order.filter((id) => has(red)(id) && has(open)(id));
    const either = order.filter((id) => has(red)(id) || has(planning)(id));
    expect(await idsOf(['light:red', 'status:in-progress,blocked'])).toEqual(both);
    expect(await idsOf(['light:red', 'and', 'status:in-progress,blocked'])).toEqual(both);
    expect(await idsOf(['light:red', 'or', 'lead:planning-bureau'])).toEqual(either);
    expect(await idsOf(['not', 'light:red'])).toEqual(order.filter((id) => !has(red)(id)));
    expect(await idsOf(['status:in-progress,blocked (light:red or lead:planning-bureau)'])).toEqual(
      either.filter(has(open)),
    );
    expect(await idsOf(['not (light:red or lead:planning-bureau)'])).toEqual(
      order.filter((id) => !has(either)(id)),
    );
  });

  test('flags and the query add up', async () => {
    const typed = await idsOf(['light:red', 'status:in-progress', 'unit:finance-bureau']);
    expect(typed.length).toBeGreaterThan(0);
    const flags = ['--light', 'red', '--unit', '财政局'];
    expect(await idsOf([...flags, '--status', 'in progress'])).toEqual(typed);
    expect(await idsOf(['status:in-progress', ...flags])).toEqual(typed);
  });

  test.each([
    ['none and any part everything in two', 'excused:none', 'excused:any'],
    [
      'yes and no part it, with nothing where there is no deadline',
      'overdue:yes',
      'overdue:no,none',
    ],
  ])('%s', async (_what, one, other) => {
    const [a, b, all] = await Promise.all([idsOf([one]), idsOf([other]), idsOf([])]);
    expect(a.length * b.length).toBeGreaterThan(0);
    expect([...a, ...b].sort()).toEqual([...all].sort());
  });

  test.each([
    ['progress:..50', ({ progress }: { progress: number }) => progress <= 50],
    ['progress:50..', ({ progress }: { progress: number }) => progress >= 50],
    ['progress:20..50', ({ progress }: { progress: number }) => progress >= 20 && progress <= 50],
    [
      'progress:２０%..５０%',
      ({ progress }: { progress: number }) => progress >= 20 && progress <= 50,
    ],
    [
      'days_left:..-30',
      ({ days_left }: { days_left: number | null }) => days_left !== null && days_left <= -30,
    ],
    ['due:2022Q3', ({ due }: { due: string }) => due >= '2022-07-01' && due <= '2022-09-30'],
    ['due:第三季度', ({ due }: { due: string }) => due >= '2022-07-01' && due <= '2022-09-30'],
    ['due:+30d', ({ due }: { due: string }) => due >= '2022-09-30' && due <= '2022-10-30'],
    ['due:..年底', ({ due }: { due: string }) => due <= '2022-12-31'],
    [
      'last_report:-14d',
      ({ last_report }: { last_report: string | null }) =>
        last_report !== null && last_report >= '2022-09-16',
    ],
    ['moved:2..', ({ moved }: { moved: number | null }) => (moved ?? 0) >= 2],
  ] as const)('%s', async (query, holds) => {
    const { items } = await answer([]);
    const expected = items.filter((each) => {
      const fact = query.split(':')[0]?.replace(/-/g, '_') ?? '';
      return each[fact] !== null && holds(each as never);
    });
    expect(expected.length).toBeGreaterThan(0);
    expect(await idsOf([query])).toEqual(expected.map(({ id }) => id));
  });

  test('what a measure inherits from its task is asked of the measure', async () => {
    const { items } = await answer(['tasks', 'theme:green', '--columns', 'id,themes,horizon']);
    expect(items.length).toBeGreaterThan(0);
    const tasks = new Set(items.map(({ id }) => id));
    const measures = await answer(['measures', 'theme:green', '--columns', 'id,task,themes']);
    expect(new Set(measures.items.map(({ task }) => task))).toEqual(tasks);
    for (const { themes } of measures.items) expect(themes).toContain('green');
  });

  test('a key that some kinds lack is absent for their records', async () => {
    const { items } = await answer(['horizon:long-term', '--columns', 'id']);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ id }) => id.startsWith('T'))).toBe(true);
  });
});

describe('criteria', () => {
  test('are overdue by their own day, until they are met or their item is closed', async () => {
    const names = ['--columns', 'id,due,met,status,overdue,days_left'];
    const { items } = await answer(['criteria', ...names]);
    const open = ['planned', 'in-progress', 'blocked'];
    let late = 0;
    for (const { id, due, met, status, overdue, days_left } of items) {
      const isOwed = due !== null && met === null && open.includes(String(status));
      const days = (Date.parse(String(due)) - Date.parse('2022-09-30')) / 86_400_000;
      expect(days_left, id).toBe(isOwed ? days : null);
      expect(overdue, id).toBe(due === null ? null : isOwed && days < 0);
      late += overdue ? 1 : 0;
    }
    expect(late).toBeGreaterThan(5);
    expect(await idsOf(['criteria', 'overdue:yes', 'met:any'])).toEqual([]);
  });

  test('are led by their own unit, or else by those of their item', async () => {
    const { items } = await answer(['criteria', '--columns', 'id,lead,task']);
    const measures = await answer(['measures', '--columns', 'id,lead']);
    const leads = new Map(measures.items.map(({ id, lead }) => [id, lead]));
    const same = items.filter(
      ({ id, lead }) => String(lead) === String(leads.get(id.split('#')[0] ?? '')),
    );
    expect(same.length).toBeGreaterThan(100);
    for (const { id, lead } of items) expect(lead, id).not.toEqual([]);
  });
});

test('a task is led by the units of its measures, as a column and as a key', async () => {
  const tasks = await answer(['tasks', 'lead:planning-bureau', '--columns', 'id,lead']);
  const measures = await answer(['measures', 'lead:planning-bureau', '--columns', 'id,task']);
  expect(tasks.items.map(({ id }) => id)).toEqual([
    ...new Set(measures.items.map(({ task }) => task)),
  ]);
});

test('what never moved has moved no times', async () => {
  const { items } = await answer(['moved:0', '--columns', 'id,moved,due']);
  expect(items.length).toBeGreaterThan(50);
  for (const { moved, due } of items) expect([moved, due === null]).toEqual([0, false]);
});

describe('names', () => {
  test('a district is one that declares, leads or supports, and no other unit', async () => {
    const { items } = await answer(['district:any', '--columns', 'id,district,lead,support']);
    const districts = new Set(
      (await answer(['districts', '--columns', 'id'])).items.map(({ id }) => id),
    );
    expect(items.length).toBeGreaterThan(0);
    for (const { district, lead, support } of items) {
      const units = [district, ...(lead as string[]), ...(support as string[])];
      expect(units.some((unit) => districts.has(String(unit)))).toBe(true);
    }
    const none = await idsOf(['district:none']);
    expect(none.length + items.length).toBe((await idsOf([])).length);
    expect(none.length).toBeGreaterThan(50);
  });

  test('keys, values and columns are known by their Chinese names in English too, and by a unique part', async () => {
    const typed = ['推进周期:长远', '状态:推进中', '亮灯:红'];
    expect((await answer(typed)).query).toBe('horizon:long-term status:in-progress light:red');
    expect((await answer(['主题:绿色'])).query).toBe('themes:green');
    const { out } = await ask([
      '任务',
      '--columns',
      '编号,牵头单位',
      '--sort',
      '-完成时限',
      '--format',
      'csv',
    ]);
    expect(out.split('\n')[0]).toBe('id,lead');
    const { err } = await ask(['状态:已']);
    expect(err).toContain('^^');
  });

  test('a dissolved unit is found under its successor, and that is told', async () => {
    const { err } = await ask(['lead:government-services'], year, '2022-10-01');
    expect(err).toContain('government-services → digital-government');
    expect(await idsOf(['lead:government-services'], year, '2022-10-01')).toEqual(
      await idsOf(['lead:digital-government'], year, '2022-10-01'),
    );
  });

  test('several names with blanks are parted by commas', async () => {
    const { query } = await answer(['lead:Agriculture Bureau,Tax Bureau,财政局', 'due:any']);
    expect(query).toBe('lead:agriculture-bureau,tax-bureau,finance-bureau due:any');
  });

  test('a title is asked for in either language', async () => {
    const ids = await idsOf(['title:商铺']);
    expect(ids.length).toBeGreaterThan(0);
    expect(await idsOf(['title:shops'])).toEqual(expect.arrayContaining(ids));
  });

  test.each(['not lead:Planning and Natural Resources Bureau', 'not lead:规划和自然资源局'])(
    '%s goes on over the blanks of the name',
    async (query) => {
      expect((await answer([query])).query).toBe('not lead:planning-bureau');
    },
  );

  test.each([
    'lead:planning-bureau',
    'lead:"Planning and Natural Resources Bureau"',
    'lead:Planning and Natural Resources Bureau',
    'lead:规资局',
    'lead：规划和自然资源局',
    '牵头:规资局',
    '牵头单位：规资局',
    'LEAD:PLANNING-BUREAU',
  ])('%s', async (query) => {
    const meant = await idsOf(['lead:planning-bureau']);
    expect(meant.length).toBeGreaterThan(0);
    expect(await idsOf([query])).toEqual(meant);
    expect((await answer([query])).query).toBe('lead:planning-bureau');
  });

  test('words behind a name in another argument are words', async () => {
    const { query } = await answer(['lead:planning-bureau', 'resources']);
    expect(query).toBe('lead:planning-bureau resources');
  });

  test('status and light are known by their words', async () => {
    expect((await answer(['status:"in progress"'])).query).toBe('status:in-progress');
    expect((await answer(['status:claimed'])).query).toBe('status:done');
    const { out } = await run([
      'list',
      '状态：推进中',
      '亮灯:红灯',
      '--lang',
      'zh',
      '--json',
      '--ledger',
      year,
    ]);
    expect(JSON.parse(out).query).toBe('status:in-progress light:red');
  });
});

describe('what was understood', () => {
  test.each([
    ['a or b c', 'a or b c'],
    ['(a or b) c', '(a or b) c'],
    ['not (a or b)', 'not (a or b)'],
    ['not not light:red', 'not not light:red'],
    [
      '（light：red 或 overdue：是） 且 非 status：blocked',
      '(light:red or overdue:yes) not status:blocked',
    ],
    ['due:2022Q3,2022Q4', 'due:2022-07-01..2022-09-30,2022-10-01..2022-12-31'],
    ['"a: b" "or"', '"a: b" "or"'],
    ['due:+7d', 'due:2022-09-30..2022-10-07'],
  ])('%s is %s, and that means the same again', async (typed, canonical) => {
    const first = await answer([typed]);
    expect(first.query).toBe(canonical);
    const again = await answer([canonical]);
    expect(again.query).toBe(canonical);
    expect(again.items).toEqual(first.items);
  });

  test('stands below every answer, and alone with --parse-only', async () => {
    const { out } = await ask(['light:red', 'or', 'overdue:yes']);
    expect(out).toContain('light red or overdue yes');
    const only = await ask(['lead:规资局', 'due:2022Q3', '--parse-only']);
    expect(only.out).toContain('lead:planning-bureau due:2022-07-01..2022-09-30');
    expect(only.out).not.toContain('T0');
  });
});

describe('saved views', () => {
  const withViews = () => {
    const root = copyOf(handLedger);
    appendFileSync(
      join(root, 'ledger.yaml'),
      `views:
  - { name: late, query: "overdue:yes or light:red", columns: [id, due, light], sort: [-due] }
  - { name: 远期, query: "horizon:long-term", kind: tasks }
`,
    );
    return root;
  };

  test('bring their query, columns, order and kind, and are named below', async () => {
    const root = withViews();
    const typed = ['overdue:yes or light:red', '--columns', 'id,due,light', '--sort', '-due'];
    const late = await ask(['--view', 'late'], root, '2022-10-31');
    const same = await ask(typed, root, '2022-10-31');
    expect(late.out.split(' · ')[0]).toBe(same.out.split(' · ')[0]);
    expect(late.out).toContain('view late: overdue yes or light red');
    const far = await ask(['--view', '远期', '--json'], root, '2022-10-31');
    expect(JSON.parse(far.out).kinds).toEqual(['task']);
  });

  test('what is typed besides narrows a view, and its columns take the place', async () => {
    const root = withViews();
    const { query, items } = await answer(
      ['--view', 'late', 'kind:project', '--columns', 'id'],
      root,
      '2022-10-31',
    );
    expect(query).toBe('(overdue:yes or light:red) kind:project');
    for (const item of items) expect(Object.keys(item)).toEqual(['record', 'id']);
  });

  test('one that is about another kind is refused, by writers too', async () => {
    const root = withViews();
    const args = ['report', '--view', '远期', '-m', 'x', '-y', '--today', '2022-10-31'];
    const { exit, err } = await run([...args, '--ledger', root]);
    expect(exit).toBe(2);
    expect(err).toContain('is about tasks');
    expect((await run(['due', '--view', '远期', '--ledger', root])).exit).toBe(2);
  });

  test('one that is about projects means no measures, for writers either', async () => {
    const root = withViews();
    appendFileSync(
      join(root, 'ledger.yaml'),
      '  - { name: ours, query: "status:in-progress,planned", kind: projects }\n',
    );
    const listed = await idsOf(['--view', 'ours'], root, '2022-10-31');
    expect(listed.length).toBeGreaterThan(0);
    const args = ['report', '--view', 'ours', '-m', 'x', '-n', '--today', '2022-10-31'];
    const { err } = await run([...args, '--by', 'reform-office', '--ledger', root]);
    const told = [...err.matchAll(/^(\S+): reported/gm)].map(([, id]) => id);
    expect(told).toEqual(listed);
    const due = await run([
      'due',
      '--view',
      'ours',
      '--json',
      '--today',
      '2022-10-31',
      '--ledger',
      root,
    ]);
    expect(JSON.parse(due.out).query).toBe('status:in-progress,planned kind:project');
  });

  test('what is printed to be typed again is quoted', async () => {
    const root = withViews();
    appendFileSync(join(root, 'ledger.yaml'), '  - { name: "x; $(id)", query: a, kind: tasks }\n');
    const { err } = await run(['due', '--view', 'x; $(id)', '--ledger', root]);
    expect(err).toContain("reform list --view 'x; $(id)'");
  });

  test('one of two of the same name is not picked', async () => {
    const root = withViews();
    appendFileSync(join(root, 'ledger.yaml'), '  - { name: late, query: "light:green" }\n');
    expect((await ask(['--view', 'late'], root)).exit).toBe(2);
  });

  test('one that there is not fails with those that there are', async () => {
    const { exit, err } = await ask(['--view', 'lat'], withViews());
    expect([exit, err]).toEqual([2, 'reform: there is no view "lat"\ndid you mean "late"?\n']);
    const none = await ask(['--view', 'late'], handLedger);
    expect(none.exit).toBe(2);
    expect(none.err).toContain('no saved views');
  });
});

describe('mistakes are marked', () => {
  test.each<[string, readonly string[], string]>([
    [
      'a key',
      ['规划', 'staus:done'],
      ' 规划 staus:done\n      ^^^^^\ndid you mean status or start?\n',
    ],
    [
      'a word of a set',
      ['status:done,verifed', 'lead:finance-bureau'],
      ' status:done,verifed lead:finance-bureau\n             ^^^^^^^\ndid you mean "verified"?\n',
    ],
    ['a unit', ['lead:规划局', 'or', 'a'], ' lead:规划局 or a\n      ^^^^^^\n'],
    ['a number', ['progress:half'], ' progress:half\n          ^^^^\n'],
    ['a day', ['due:2022-02-30'], ' due:2022-02-30\n     ^^^^^^^^^^\n'],
    ['a sign', ['due<2022-10-01'], ' due<2022-10-01\n ^^^^^^^^^^^^^^\n'],
    ['a bracket', ['（规划', 'or', 'a'], ' （规划 or a\n ^^\n'],
    ['a yes', ['overdue:perhaps'], ' overdue:perhaps\n         ^^^^^^^\n'],
    ['numbers upside down', ['progress:50..20'], ' progress:50..20\n          ^^^^^^\n'],
    ['a kind without the key', ['platforms', 'status:done'], ' status:done\n ^^^^^^\n'],
  ])('%s', async (_what, args, told) => {
    const { exit, out, err } = await ask(args);
    expect(err).toContain(told);
    expect([exit, out]).toEqual([2, '']);
  });

  test('control characters of a query do not reach the terminal', async () => {
    const { err } = await ask(['status:\u001b[31mdone\u202e']);
    expect(err).not.toContain('\u001b');
    expect(err).not.toContain('\u202e');
  });
});

describe('every key of every kind parts its records into those that have it and those that lack it', () => {
  const view = viewOn(load(folderSource(handLedger), { attachments: false }).ledger, '2022-10-31');

  test.each(kindNames)('%s', (kind) => {
    const all = entriesOf(view.ledger, [kind]);
    for (const name of queryKeys([kind]).keys()) {
      const [none, any] = [`${name}:none`, `${name}:any`].map((query) => {
        const { condition } = understandQuery(en, view, [kind], [query]);
        return all.filter((each) => fits(view, each, condition));
      });
      expect((none?.length ?? 0) + (any?.length ?? 0), name).toBe(all.length);
    }
  });
});

describe('columns and rows', () => {
  test('any attribute can be a column and sort, inherited and derived ones too', async () => {
    const names = factNamesAlong('measure').join(',');
    const sort = names.replaceAll(',', ',-');
    const { exit, err } = await ask(['measures', '--columns', names, '--sort', sort]);
    expect([exit, err]).toEqual([0, '']);
  });

  test('sorts by several columns, downwards with -, what is absent last', async () => {
    const { items } = await answer(['--sort', '-due,id', '--columns', 'id,due']);
    const dues = items.map(({ due }) => due as string | null);
    const given = dues.filter((due) => due !== null);
    expect(given).toEqual([...given].sort().reverse());
    expect(dues.slice(given.length).every((due) => due === null)).toBe(true);
  });

  test('lights sort by their order and not by their letters', async () => {
    const { items } = await answer(['light:any', '--sort', 'light', '--columns', 'light']);
    const order = ['red', 'yellow', 'green', 'unknown'];
    const places = items.map(({ light }) => order.indexOf(String(light)));
    expect(places).toEqual([...places].sort());
  });

  test('--limit keeps the first rows and says of how many', async () => {
    const { items, count } = await answer(['--limit', '3']);
    const all = await idsOf([]);
    expect([items.map(({ id }) => id), count]).toEqual([all.slice(0, 3), all.length]);
    expect((await ask(['--limit', '3'])).out).toContain(`the first 3 of ${all.length}`);
    for (const limit of ['0', '-1', 'x', '1.5', '0x10', '1e3'])
      expect((await ask(['--limit', limit])).exit).toBe(2);
  });

  test('--group-by makes a table for each value; a joint measure stands under both of its leads', async () => {
    const { out } = await ask(['light:red', '--group-by', 'lead']);
    const { items } = await answer(['light:red', '--columns', 'id,lead']);
    const places = items.flatMap(({ id, lead }) => (lead as string[]).map(() => id));
    const shown = [...out.matchAll(/^ ([A-Za-z]\S*-\d|T\d+\.\d+) /gm)].map(([, id]) => id);
    expect(shown.sort()).toEqual(places.sort());
    expect(new Set(shown).size).toBeLessThan(shown.length);
    expect(out).toContain(`${items.filter(({ record }) => record === 'measure').length} measures`);
    const csv = await ask(['--group-by', 'field', '--columns', 'id', '--format', 'csv']);
    expect(csv.out.split('\n')[0]?.trim()).toBe('field,id');
  });

  test('--explain says why each light is what it is', async () => {
    const { out } = await ask(['T09.3', '--explain']);
    expect(out).toMatch(/red: 30 days overdue \(due 2022-08-31\)/);
    const { items } = await answer(['T09.3', '--explain']);
    expect(items[0]?.['light_reasons']).toContainEqual(
      expect.objectContaining({ rule: 'overdue', days: 30 }),
    );
  });

  test('--missing keeps what lacks something and says what', async () => {
    const { items } = await answer(['--missing']);
    expect(items.length).toBeGreaterThan(0);
    for (const { missing } of items) expect((missing as string[]).length).toBeGreaterThan(0);
  });
});
