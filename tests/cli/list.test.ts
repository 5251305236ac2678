import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { kindNames, kindOf } from '../../src/model/kinds/index.ts';
import { handLedger, type Ran, run } from '../harness.ts';

const list = (args: string, setting = {}): Promise<Ran> =>
  run(
    ['list', ...(args.match(/"[^"]*"|\S+/g) ?? []).map((each) => each.replaceAll('"', ''))],
    setting,
  );
const listHand = (args: string, setting = {}) => list(`${args} --ledger ${handLedger}`, setting);

describe('the first minutes', () => {
  test('a district and its two projects, wrapped to a terminal of 80 columns', async () => {
    const { exit, out, err } = await list('--district Huangpu', {
      width: 80,
      env: { NO_COLOR: '1' },
    });
    expect(out).toMatchInlineSnapshot(`
      " ID         PROJECT                                                      STATUS
       huangpu-1  Create a national bioeconomy pilot area                      listed
       huangpu-2  Carry out the pilot reform of market-oriented allocation of  listed
                  new factors
      2 projects · Huangpu 黄埔区 · Guangzhou 2022 · as published 2022-03-15
      Not published: lead unit, deadline, progress.   Next: reform show huangpu-1
      "
    `);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
  });

  test.each([
    'Huangpu',
    'huangpu',
    'HUANGPU',
    '黄埔区',
    '黄埔',
    'Huangpu District',
    'ｈｕａｎｇｐｕ',
  ])('a district is known as %s', async (name) => {
    const { out } = await run(['list', '--district', name, '--columns', 'id', '--format', 'csv']);
    expect(out).toBe('id\nhuangpu-1\nhuangpu-2\n');
  });

  test('"ecological voucher", the name of the article\'s body, finds conghua-1', async () => {
    const { out } = await list('ecological voucher --columns id --format csv');
    expect(out).toBe('id\nconghua-1\n');
  });
});

describe('every kind can be listed', () => {
  test.each(kindNames)('%s', async (kind) => {
    const { exit, out, err } = await listHand(`${kindOf(kind).plural} --format json`);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const { schemaVersion, kind: answer, items } = JSON.parse(out);
    expect({ schemaVersion, answer }).toEqual({ schemaVersion: 1, answer: 'list' });
    expect(items.length).toBeGreaterThan(0);
    // Absent is null or an empty list; nothing is left out.
    for (const item of items) expect(Object.values(item)).not.toContain(undefined);
  });
});

describe('filters', () => {
  const idsOf = async (args: string): Promise<string[]> => {
    const { out, err, exit } = await listHand(`${args} --columns id --format json`);
    expect(exit, err).toBe(0);
    return JSON.parse(out).items.map(({ id }: { id: string }) => id);
  };

  test('by status, several of them, at a day', async () => {
    const all = await idsOf('--today 2022-10-31');
    const blocked = await idsOf('--status blocked --today 2022-10-31');
    const either = await idsOf('--status blocked,done --today 2022-10-31');
    expect(blocked).toEqual(['T03.5']);
    expect(either).toEqual(['T03.3', 'T03.5', 'eastbank-2']);
    expect(all.length).toBe(15);
  });

  test('by unit: led or supported, by a group the unit is a member of, and under its later name', async () => {
    const { out } = await listHand('units --format json');
    const units = JSON.parse(out).items as { id: string; succeeded_by: { unit: string } | null }[];
    const dissolved = units.find((unit) => unit.succeeded_by !== null);
    const successor = dissolved?.succeeded_by?.unit ?? '';
    const before = await idsOf(`--unit ${dissolved?.id} --today 2022-06-30`);
    const after = await idsOf(`--unit ${successor} --today 2022-07-01`);
    expect(before.length).toBeGreaterThan(0);
    for (const id of before) expect(after).toContain(id);
  });

  test('by field: measures follow their task', async () => {
    const { out } = await listHand('tasks --format json');
    const [task] = JSON.parse(out).items.filter((each: { measures: number }) => each.measures > 0);
    const found = await idsOf(`measures --field ${task.field}`);
    expect(found.some((id) => id.startsWith(`${task.id}.`))).toBe(true);
  });

  test('sorted downwards, what is absent last', async () => {
    const { out } = await listHand('measures --columns id,due --sort -due --format json');
    const days = JSON.parse(out).items.map(({ due }: { due: string | null }) => due);
    const known = days.filter((day: string | null) => day !== null);
    expect(known).toEqual([...known].sort().reverse());
    expect(days.slice(known.length).every((day: string | null) => day === null)).toBe(true);
  });
});

describe('nothing found', () => {
  test('says what was asked, and where else to look', async () => {
    const { exit, out } = await list('--field 社会治理');
    expect(exit).toBe(0);
    expect(out).toMatchInlineSnapshot(`
      "No measures or projects found for Social governance 社会治理.
      Guangzhou 2022 · as published 2022-03-15
      1 task. Next: reform list tasks field:social-governance
      "
    `);
  });
});

describe('mistakes', () => {
  test.each([
    ['--district Huangpo'],
    ['--unit nobody'],
    ['--status dnoe'],
    ['--status finished'],
    ['--columns titel'],
    ['--sort stauts'],
    ['platforms --status done'],
    ['--format xml'],
    ['--today 2022-02-30'],
    ['--nonsense'],
  ])('%s', async (args) => {
    const { exit, out, err } = await list(args);
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatchSnapshot();
  });
});

describe('tables', () => {
  const columnsAt = (line: string): number[] => {
    const starts: number[] = [];
    let width = 0;
    let blanks = 1;
    for (const character of line) {
      if (character !== ' ' && blanks >= (starts.length === 0 ? 1 : 2)) starts.push(width);
      blanks = character === ' ' ? blanks + 1 : 0;
      width += stringWidth(character);
    }
    return starts;
  };

  test.each([60, 80, 120])('fit a terminal of %i columns, Chinese and all', async (width) => {
    const { out } = await listHand('measures --columns id,title,title_zh,status,due', { width });
    for (const line of out.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    // Nothing of a title is lost to wrapping.
    const { out: json } = await listHand('measures --json');
    const shown = out.replace(/\s/g, '');
    for (const { title_zh } of JSON.parse(json).items) {
      for (const character of title_zh) expect(shown).toContain(character);
    }
  });

  test('line up under Chinese', async () => {
    const { out } = await listHand('districts --columns title_zh,id');
    const [heading = '', ...rows] = out.split('\n').slice(0, 3);
    for (const row of rows) expect(columnsAt(row)).toEqual(columnsAt(heading));
  });

  test('are not wrapped when nobody sees a terminal', async () => {
    const { out } = await list('tasks');
    const rows = out.split('\n').filter((line) => line.startsWith(' T'));
    expect(rows.length).toBe(22);
  });

  test('are coloured only where asked or seen', async () => {
    const plain = await list('--district Huangpu');
    const seen = await list('--district Huangpu', { width: 80 });
    const refused = await list('--district Huangpu', { width: 80, env: { NO_COLOR: '1' } });
    const forced = await list('--district Huangpu', { env: { FORCE_COLOR: '1' } });
    const sequence = '\u001b[';
    expect([plain, seen, refused, forced].map(({ out }) => out.includes(sequence))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });

  test('markdown', async () => {
    const { out } = await list('--district Huangpu --format markdown');
    expect(out).toMatchInlineSnapshot(`
      "| ID        | PROJECT                                                                 | STATUS |
      | --------- | ----------------------------------------------------------------------- | ------ |
      | huangpu-1 | Create a national bioeconomy pilot area                                 | listed |
      | huangpu-2 | Carry out the pilot reform of market-oriented allocation of new factors | listed |

      2 projects · Huangpu 黄埔区 · Guangzhou 2022 · as published 2022-03-15

      Not published: lead unit, deadline, progress.   Next: reform show huangpu-1
      "
    `);
  });

  test('CSV has every column asked for, empty ones too', async () => {
    const { out } = await list('--district Huangpu --columns id,title,lead,due --format csv');
    expect(out).toMatchInlineSnapshot(`
      "id,title,lead,due
      huangpu-1,Create a national bioeconomy pilot area,,
      huangpu-2,Carry out the pilot reform of market-oriented allocation of new factors,,
      "
    `);
  });
});
