/** Many items in one command: by ids, queries and filters; preview, question, dry run, one undo. */
import { spawnSync } from 'node:child_process';
import { existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { baseLedger, contents, desk, put } from '../desk.ts';
import { copyOf, read, run, temporaryFolder } from '../harness.ts';

const four = ['T01.1', 'T02.1', 'eastgate-1', 'westgate-2'];
const reported = (root: string): readonly string[] =>
  Object.entries(contents(root)).flatMap(([file, text]) =>
    Array(text.split('date: 2022-12-01, event: report').length - 1).fill(file),
  );

describe('more than three items', () => {
  const preview = `ITEM`;

  test('are shown, and nothing is written where nobody can be asked', async () => {
    const { root, reform, changed } = desk();
    const { exit, out, err } = await reform(['report', ...four, '-m', 'x']);
    expect([exit, out, changed()]).toEqual([2, '', []]);
    expect(err).toContain(preview);
    expect(err).toMatch(/T01\.1 .*Draw up the catalogue.*reported.*in progress.*in progress/);
    expect(err).toMatch(/T02\.1 .*Choose the estates.*reported.*planned.*in progress/);
    expect(err).toMatch(/westgate-2 .*Night clinics.*reported.*planned.*in progress/);
    expect(err).toContain(
      'reform: 4 items would change, and nobody is there to be asked\n-y does it without asking, -n shows the change to the files\n',
    );
    expect(existsSync(join(root, '.reform'))).toBe(false);
  });

  test('are changed with -y, without a preview, in one command and one undo', async () => {
    const { root, reform, changed } = desk();
    const { exit, err } = await reform(['report', ...four, '-m', 'x', '-y']);
    expect(exit).toBe(0);
    expect(err).not.toContain(preview);
    expect(reported(root)).toEqual([
      'projects/eastgate.yaml',
      'projects/westgate.yaml',
      'tasks/T01.yaml',
      'tasks/T02.yaml',
    ]);
    const { commands } = JSON.parse((await reform(['undo', '--list', '--json'])).out);
    expect(commands).toHaveLength(1);
    expect(commands[0].files).toHaveLength(4);
    expect((await reform(['undo'])).exit).toBe(0);
    expect(changed()).toEqual([]);
  });

  test.each([
    ['y is yes', ['y'], 0, 4],
    ['a mere return is no', ['\r'], 1, 0],
    ['n is no', ['n'], 1, 0],
    ['Ctrl-C stops', ['\u0003'], 130, 0],
  ])('at a terminal: %s', async (_what, typing, expected, count) => {
    const { root, reform } = desk();
    const { exit, err } = await reform(['report', ...four, '-m', 'x'], { typing });
    expect(exit).toBe(expected);
    expect(err).toContain(preview);
    expect(reported(root)).toHaveLength(count);
    if (count === 0) expect(existsSync(join(root, '.reform'))).toBe(false);
  });

  test('three are changed without asking, by ids and by a query', async () => {
    const { root, reform } = desk();
    expect((await reform(['report', ...four.slice(1), '-m', 'x'])).exit).toBe(0);
    expect((await reform(['report', '--where', 'district:westgate', '-m', 'y'])).exit).toBe(0);
    expect(reported(root)).toHaveLength(5);
  });

  test('an item named four times is one', async () => {
    const { root, reform } = desk();
    expect((await reform(['report', 'T02.1', 't2.1', 'T02.1', 'T2.1', '-m', 'x'])).exit).toBe(0);
    expect(reported(root)).toEqual(['tasks/T02.yaml']);
  });

  test('one that does not allow it refuses all of them, before anybody is asked', async () => {
    const { reform, changed } = desk();
    const { exit, err } = await reform(['report', ...four, 'T01.2', '-m', 'x'], { typing: ['y'] });
    expect([exit, changed()]).toEqual([1, []]);
    expect(err).toContain('T01.2 is verified on 2022-12-01: report is not possible');
    expect(err).not.toContain(preview);
  });

  test('all that do not allow it are told', async () => {
    const { reform } = desk();
    const { err } = await reform(['resume', 'T01.1', 'T01.2', 'T02.1', '-y']);
    expect(err.match(/resume is not possible/g)).toHaveLength(3);
  });

  test('set of many is shown and asked as well', async () => {
    const { reform, changed } = desk();
    const args = ['set', '--where', 'status:planned', 'note=checked'];
    const { exit, err } = await reform(args);
    expect([exit, changed()]).toEqual([2, []]);
    expect(err).toContain('5 items would change');
    for (const id of ['T02.1', 'eastgate-1', 'eastgate-2', 'westgate-1', 'westgate-2'])
      expect(err).toContain(id);
    expect((await reform([...args, '-y'])).exit).toBe(0);
    expect((await reform(['undo'])).exit).toBe(0);
    expect(changed()).toEqual([]);
  });
});

describe('which items a query means', () => {
  const all = ['T01.1', 'T02.1', 'eastgate-1', 'eastgate-2', 'westgate-1', 'westgate-2'];
  test.each([
    ['status:planned', all.slice(1)],
    ['status:in-progress,planned', all],
    ['status:planned,in-progress due:2022-12-31', ['T02.1']],
    ['lead:housing-bureau', ['T02.1']],
    ['lead:市住房城乡建设局', ['T02.1']],
    ['support:东门区', ['T01.1']],
    ['unit:eastgate status:planned', ['eastgate-1', 'eastgate-2']],
    ['task:T02', ['T02.1']],
    ['task:老旧小区', ['T02.1']],
    ['field:renewal', ['T02.1']],
    ['field:none', ['eastgate-1', 'eastgate-2', 'westgate-1', 'westgate-2']],
    ['district:westgate', ['westgate-1', 'westgate-2']],
    ['district：westgate', ['westgate-1', 'westgate-2']],
    ['district:eastgate，westgate status:planned', all.slice(2)],
    ['due:2022-09-30', ['T01.1']],
    ['due:2022-07-01..2022-12-31', ['T01.1', 'T02.1']],
    ['due:2022-10-01..', ['T02.1']],
    ['night', ['westgate-2']],
    ['NIGHT clinics', ['westgate-2']],
    ['"night clinics"', ['westgate-2']],
    ['小区', ['T02.1']],
    ['westgate-', ['westgate-1', 'westgate-2']],
    ['STATUS:planned estates', ['T02.1']],
    ['lead:housing-bureau or district:westgate', ['T02.1', 'westgate-1', 'westgate-2']],
    ['status:planned not kind:project', ['T02.1']],
    ['(lead:housing-bureau or night) and status:planned', ['T02.1', 'westgate-2']],
    ['task:T02 or supports:T02', ['T02.1', 'eastgate-1']],
  ])('%s', async (where, ids) => {
    const { reform } = desk();
    const { exit, err } = await reform(['report', '--where', where, '-m', 'x', '-n']);
    expect(exit).toBe(0);
    expect([...err.matchAll(/^(\S+): reported/gm)].map(([, id]) => id)).toEqual(ids);
  });

  test.each([
    ['--district', ['Westgate'], ['westgate-1', 'westgate-2']],
    ['--status', ['planned', '--district', 'westgate'], ['westgate-1', 'westgate-2']],
    ['--unit', ['市住房城乡建设局'], ['T02.1']],
    ['--field', ['城市更新'], ['T02.1']],
    ['--field with a query', ['renewal', '--where', 'lead:housing-bureau'], ['T02.1']],
  ])('%s is sugar for it', async (option, args, ids) => {
    const { reform } = desk();
    const filter = [option.split(' ')[0] ?? '', ...args];
    const { exit, err } = await reform(['report', ...filter, '-m', 'x', '-n']);
    expect(exit).toBe(0);
    expect([...err.matchAll(/^(\S+): reported/gm)].map(([, id]) => id)).toEqual(ids);
  });

  test.each([
    ['no such key', ['--where', 'staus:done'], 'did you mean status or start?'],
    ['no such status', ['--where', 'status:dnoe'], 'there is no status "dnoe"'],
    ['no such unit', ['--where', 'lead:nobody'], 'there is no unit "nobody"'],
    ['no such field', ['--field', 'nothing'], 'there is no field "nothing"'],
    ['nothing', ['--where', '  '], 'the query says nothing'],
    ['no value', ['--where', 'status:'], 'there is no value behind the colon'],
    ['or alone', ['--where', 'status:done or'], 'nothing here to combine'],
    ['half a bracket', ['--where', '(status:done'], 'a bracket without its other one'],
    [
      'contradiction',
      ['--where', 'status:blocked', '--status', 'planned'],
      'No measures or projects',
    ],
    ['no range', ['--where', 'due:..'], 'is no day and no stretch of days'],
    ['no day', ['--where', 'due:2022-02-30'], 'is no day and no stretch of days'],
    ['ids as well', ['T01.1', '--where', 'status:planned'], 'say which items'],
    [
      'no items',
      ['--where', 'status:withdrawn'],
      'No measures or projects found for status withdrawn.',
    ],
  ])('%s is a mistake in use', async (_what, args, told) => {
    const { reform, changed } = desk();
    const { exit, out, err } = await reform(['report', ...args, '-m', 'x', '-y']);
    expect(err).toContain(told);
    expect([exit, out, changed()]).toEqual([2, '', []]);
  });

  test('a range of days that ends before it begins fits nothing', async () => {
    const { reform } = desk();
    const { exit } = await reform(['report', '--where', 'due:2022-12-31..2022-01-01', '-m', 'x']);
    expect(exit).toBe(2);
  });

  test('a number that is short for others is not all of them', async () => {
    const { root, reform } = desk();
    for (let count = 0; count < 9; count += 1) await reform(['add', 'measure', 'T02', 'title=x']);
    const { err } = await reform(['report', '--where', 'T02.1', '-m', 'x', '-n']);
    expect([...err.matchAll(/^(\S+): reported/gm)].map(([, id]) => id)).toEqual([
      'T02.1',
      'T02.10',
    ]);
    expect(read(root, 'tasks/T02.yaml')).toContain('- id: T02.10\n');
  });
});

describe('-n shows the change as it will be', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['many items', ['report', ...four, '-m', '一 # : "x"', '--date', '2022-11-30']],
    ['a new file', ['add', 'task', 'title=x']],
    ['a record at the end of a file', ['add', 'unit', 'title=x']],
    ['a file without a line end', ['add', 'field', 'title=x']],
    ['CRLF and a BOM', ['report', 'T02.1', '-m', 'x']],
    ['a value replaced', ['set', 'data-bureau', 'aliases=x']],
    ['a value taken away', ['set', 'T02', 'pilot=']],
  ];
  const tools: readonly (readonly [string, readonly string[]])[] = [
    ['git', ['apply', '-p1', '--whitespace=nowarn', 'change.diff']],
    ['patch', ['-p1', '--binary', '-s', '-i', 'change.diff']],
  ];
  const prepare = (folder: string) => {
    put(folder, 'fields.yaml', read(folder, 'fields.yaml').trimEnd());
    const text = read(folder, 'tasks/T02.yaml').replace(/\n/g, '\r\n');
    put(folder, 'tasks/T02.yaml', `\ufeff${text}`);
  };
  const apply = (tool: string, how: readonly string[], top: string, diff: string) => {
    put(top, 'change.diff', diff);
    const env = { ...process.env, GIT_CEILING_DIRECTORIES: dirname(top) };
    const ran = spawnSync(tool, [...how], { cwd: top, encoding: 'utf8', env });
    expect([ran.status, ran.stderr]).toEqual([0, '']);
  };

  test.each(
    cases.flatMap(([what, args]) => tools.map(([tool, how]) => [what, tool, args, how] as const)),
  )('%s, applied by %s', async (_what, tool, args, how) => {
    const shown = desk(prepare);
    const made = desk(prepare);
    const { exit, out, err } = await shown.reform([...args, '-n']);
    expect(exit).toBe(0);
    expect(err).toContain('Dry run: nothing was written.\n');
    expect(shown.changed()).toEqual([]);
    apply(tool, how, dirname(shown.root), out);
    expect((await made.reform([...args, '-y'])).exit).toBe(0);
    expect(contents(shown.root)).toEqual(contents(made.root));
  });

  test.each(tools)(
    '%s applies the change of a ledger in a folder with blanks and Chinese',
    async (tool, how) => {
      const top = temporaryFolder();
      const root = join(top, 'my 台账 2022');
      renameSync(copyOf(baseLedger), root);
      const args = [
        'report',
        'T02.1',
        '-m',
        'x',
        '--today',
        '2022-12-01',
        '--ledger',
        'my 台账 2022',
      ];
      const { out } = await run([...args, '-n'], { cwd: top });
      apply(tool, how, top, out);
      expect(read(root, 'tasks/T02.yaml')).toContain('event: report, note: x }\n');
    },
  );

  test.each(tools)('%s applies a change with a copied file told beside it', async (tool, how) => {
    const { root, reform } = desk();
    const top = dirname(root);
    put(top, 'scan.pdf', Buffer.from([0, 1]));
    const args = [
      'done',
      'T02.1',
      '-e',
      'scan.pdf',
      '--copy',
      '--by',
      'data-bureau',
      '--result',
      'x',
    ];
    const { out } = await reform([...args, '-n']);
    apply(tool, how, top, out);
    expect(read(root, 'tasks/T02.yaml')).toContain('event: done');
  });

  test('-n goes before -y, and asks nobody', async () => {
    const { reform, changed } = desk();
    const { exit } = await reform(['report', ...four, '-m', 'x', '-n', '-y']);
    expect([exit, changed()]).toEqual([0, []]);
    expect((await reform(['report', ...four, '-m', 'x', '-n'])).exit).toBe(0);
  });
});

test('verify of many says for each how it was checked', async () => {
  const { root, reform } = desk();
  const claim = ['done', '-e', 'D', '--by', 'housing-bureau', '--result', 'x'];
  expect((await reform([...claim, '--where', 'status:planned', '-y'])).exit).toBe(0);
  const args = ['verify', '--where', 'status:done', '--by', 'reform-office', '--checked', 'site'];
  expect((await reform([...args, '--checked', 'T02.1=document', '-y'])).exit).toBe(0);
  expect(read(root, 'tasks/T02.yaml')).toContain(
    'event: verify, by: reform-office, checked: document }',
  );
  expect(read(root, 'projects/eastgate.yaml').match(/checked: site/g)).toHaveLength(2);
});

test('an amendment and a postponement of all that a query means', async () => {
  const { root, reform } = desk();
  const grounds = ['-m', 'Flood', '-d', '云改委[2022]9号'];
  const where = ['--where', 'due:2022-12-31'];
  expect((await reform(['postpone', ...where, '--due', '2023-03-31', ...grounds])).exit).toBe(0);
  expect(read(root, 'tasks/T02.yaml')).toContain(
    '{ date: 2022-12-01, event: postpone, due: 2023-03-31, reason: Flood, document: 云改委〔2022〕9号 }',
  );
  // It is the deadline in force that is asked for.
  expect((await reform(['postpone', ...where, '--due', '2023-04-30', ...grounds])).exit).toBe(2);
  expect((await reform(['set', '--unit', 'housing-bureau', 'due=2023-02-28'])).exit).toBe(0);
  expect(read(root, 'tasks/T02.yaml')).toContain('event: amend, set: { due: 2023-02-28 } }');
});
