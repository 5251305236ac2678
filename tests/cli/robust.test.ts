/** Input that once ended in a crash, a hang or a wrong word. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyOf, handLedger, realLedger, run } from '../harness.ts';

const withFile = (file: string, text: string) => {
  const cwd = copyOf(realLedger);
  writeFileSync(join(cwd, file), text);
  return cwd;
};

describe('broken ledgers are told and never crash', () => {
  const project = 'projects:\n  - id: huangpu-1\n    title: A\n';
  const log = (entry: string) =>
    `id: T05\ntitle: A\nmeasures:\n  - id: T05.1\n    title: B\n    log:\n      - ${entry}\n`;

  test.each([
    [
      'a project file that does not say whose it is',
      'projects/huangpu.yaml',
      project,
      'schema/missing-key',
    ],
    [
      'an event without its name',
      'tasks/T05.yaml',
      log('{ date: 2022-03-02 }'),
      'schema/missing-key',
    ],
    [
      'an event whose name is empty',
      'tasks/T05.yaml',
      log('{ date: 2022-03-02, event: }'),
      'schema/missing-key',
    ],
    [
      'a full-width colon throughout',
      'tasks/T05.yaml',
      log('{ date：2022-03-02，event：start }'),
      'yaml/full-width-colon',
    ],
    ['a list where a record is due', 'tasks/T05.yaml', '- id: T05\n', 'schema/wrong-type'],
    ['a record where a list is due', 'fields.yaml', 'id: culture\n', 'schema/wrong-type'],
    [
      'a log that is a record',
      'tasks/T05.yaml',
      'id: T05\ntitle: A\nmeasures: { id: T05.1 }\n',
      'schema/wrong-type',
    ],
  ])('%s', async (_what, file, text, code) => {
    const cwd = withFile(file, text);
    const checked = await run(['validate', '--json'], { cwd });
    expect(checked.exit, checked.err).toBe(1);
    expect(JSON.parse(checked.out).problems.map((each: { code: string }) => each.code)).toContain(
      code,
    );
    const listed = await run(['list'], { cwd });
    expect({ exit: listed.exit, out: listed.out }).toEqual({ exit: 3, out: '' });
  });

  test('a fault in one event does not hide what another lacks', async () => {
    const events =
      '{ date: 2022-03-02, event: finish }\n      - { date: 2022-03-03, event: block }';
    const { out } = await run(['validate', '--json'], {
      cwd: withFile('tasks/T05.yaml', log(events)),
    });
    const codes = JSON.parse(out).problems.map((each: { code: string; line: number }) => [
      each.code,
      each.line,
    ]);
    expect(codes).toEqual([
      ['schema/unknown-value', 7],
      ['event/lacks', 8],
    ]);
  });

  test('a wrong year is not another year', async () => {
    const cwd = copyOf(realLedger);
    const file = join(cwd, 'ledger.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('year: 2022', 'year: "2022"'));
    const { exit, err } = await run(['validate', '--ledger', cwd], { cwd });
    expect(exit).toBe(1);
    expect(err).not.toMatch(/1949|Guangzhou 0/);
  });
});

describe('hints repeat what was typed', () => {
  test.each(['1.10', '012', '1e3'])('%s as an id', async (id) => {
    const { out } = await run(['validate', '--json'], {
      cwd: withFile('platforms.yaml', `- id: ${id}\n  title: A\n`),
    });
    const [problem] = JSON.parse(out).problems;
    expect(problem).toMatchObject({
      code: 'schema/wrong-type',
      hint: `put quotes around it: "${id}"`,
    });
  });

  test('a day is asked for where a day is due', async () => {
    const cwd = withFile('meetings.yaml', '- id: m\n  title: A\n  date: 3\n');
    const { out } = await run(['validate', '--json'], { cwd });
    expect(JSON.parse(out).problems[0].message).toBe(
      'a day as YYYY-MM-DD is expected here, not the whole number 3',
    );
  });
});

describe('bounded, whatever the input', () => {
  // Each took many times longer than a whole test run before it was bounded.
  test.each([
    ['brackets', '[', 20_000],
    ['braces', '{a: ', 5_000],
    ['dashes', '- ', 20_000],
    ['question marks', '? ', 20_000],
  ])(
    '%s without end',
    async (_what, piece, times) => {
      const cwd = withFile('tasks/T05.yaml', `id: T05\ntitle: A\nx-a: ${piece.repeat(times)}\n`);
      const { exit } = await run(['validate'], { cwd, width: 80 });
      expect(exit).toBe(1);
    },
    10_000,
  );

  test('a report longer than anybody writes is refused, before it is read to its end', async () => {
    const cwd = copyOf(realLedger);
    const file = join(cwd, 'projects', 'huangpu.yaml');
    const before = readFileSync(file, 'utf8');
    const { exit, err } = await run(['report', 'huangpu-1', '-F', '-'], {
      cwd,
      stdin: 'a'.repeat(4_999_900),
    });
    expect(exit).toBe(2);
    expect(err).toContain('- has more than 100000 bytes');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });
});

describe('a search with no hit', () => {
  test.each([['nothinghere'], ['生态系统'], ['creative leading']])('%s', async (word) => {
    const { exit, out } = await run(['list', word]);
    expect(exit).toBe(0);
    expect(out).toContain(`No measures or projects found for "${word}".`);
  });

  test('offers the kind that was meant', async () => {
    expect((await run(['list', 'taks'])).out).toContain('Next: reform list tasks');
  });
});

describe('names', () => {
  test.each([
    ['claimed', 'done'],
    ['in progress', 'in-progress'],
    ['DONE', 'done'],
  ])('the status %s is understood as %s', async (typed, status) => {
    const args = ['list', '--columns', 'id', '--format', 'csv', '--ledger', handLedger, '--status'];
    expect((await run([...args, typed])).out).toBe((await run([...args, status])).out);
  });

  test('a word of a name helps to find the name', async () => {
    expect((await run(['list', '--field', 'sociel'])).err).toContain(
      'did you mean "Social governance"?',
    );
  });

  test('tasks without a field can be asked for', async () => {
    const { out } = await run(['list', 'tasks', '--field', 'none', '--json']);
    expect(
      JSON.parse(out).items.every(({ field }: { field: string | null }) => field === null),
    ).toBe(true);
  });
});

describe('JSON', () => {
  test('says what is absent at every depth', async () => {
    const { out } = await run(['show', 'T01.1', '--json']);
    const [item] = JSON.parse(out).items;
    expect(item).toMatchObject({ lead: [], due: null, verification: null, criteria: [] });
    expect(item.log[0]).toMatchObject({ by: null, note: null, criteria: [] });
    expect(item.claim.evidence[0]).toEqual({
      document: 'article',
      url: null,
      file: null,
      sha256: null,
      note: null,
    });
  });

  test('names what is in a record and what refers to it, and does not mistake an attribute for the kind', async () => {
    const { out } = await run(['show', 'huangpu', 'urban-planning', 'congress-12/green', '--json']);
    const [district, field, arrangement] = JSON.parse(out).items;
    expect(district).toMatchObject({
      record: 'district',
      projects: 2,
      referred_by: { projects: ['huangpu-1', 'huangpu-2'] },
    });
    expect(field.referred_by).toEqual({ tasks: ['T01'], measures: ['T01.1'] });
    expect(arrangement).toMatchObject({
      record: 'arrangement',
      kind: 'duty',
      referred_by: { tasks: ['T06'] },
    });
  });
});

test('words of a fixed set are not torn at 80 columns', async () => {
  const { out } = await run(['list', 'arrangements'], { width: 80, env: { NO_COLOR: '1' } });
  for (const kind of ['characteristic', 'perspective', 'work-arrangement/urban-reform'])
    expect(out).toContain(kind);
});

test('a name that is like none gets no suggestion', async () => {
  const { exit, err } = await run(['show', 'nosuch']);
  expect(exit).toBe(2);
  expect(err).toBe('reform: there is no record "nosuch"\n');
});
