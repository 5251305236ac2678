/** `add`, `set` and `edit`: the list itself, on real files. */
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contents, desk, put, replaceIn } from '../desk.ts';
import { read } from '../harness.ts';

const draft = (root: string) => replaceIn(root, 'ledger.yaml', 'state: current', 'state: draft');

/** What a file has more than before, where it has all it had before it. */
const addedTo = (before: string, after: string): string => {
  let from = 0;
  while (from < before.length && before[from] === after[from]) from += 1;
  from = before.lastIndexOf('\n', from - 1) + 1;
  const rest = before.length - from;
  expect(after.slice(after.length - rest)).toBe(before.slice(from));
  return after.slice(from, after.length - rest);
};

describe('add', () => {
  test.each([
    [
      'a task in a file of its own',
      [
        'task',
        'title=Data market',
        'title_zh=数据要素市场',
        'field=数字政府',
        'themes=digital，green',
      ],
      'tasks/T03.yaml',
      'id: T03\nfield: digital\ntitle: Data market\ntitle_zh: 数据要素市场\nthemes: [digital, green]\n',
      'T03: task added: Data market.',
    ],
    [
      'a measure in a task',
      [
        'measure',
        'T02',
        'title=Issue the rules',
        'due=2022-12-20',
        'lead=市住房城乡建设局,eastgate',
      ],
      'tasks/T02.yaml',
      '  - id: T02.2\n    title: Issue the rules\n    lead: [housing-bureau, eastgate]\n    due: 2022-12-20\n',
      'T02.2: measure added: Issue the rules.',
    ],
    [
      'a measure, the task by a key and a name',
      ['measure', 'title=Issue the rules', 'task=老旧小区'],
      'tasks/T02.yaml',
      '  - id: T02.2\n    title: Issue the rules\n',
      'T02.2: measure added: Issue the rules.',
    ],
    [
      'a project of a district',
      ['project', '东门区', 'title=Night schools', 'supports=T02'],
      'projects/eastgate.yaml',
      '  - id: eastgate-3\n    title: Night schools\n    supports: [T02]\n',
      'eastgate-3: project added: Night schools.',
    ],
    [
      'a unit',
      [
        'unit',
        'title=Planning Bureau',
        'title_zh=市规划局',
        'kind=department',
        'aliases=规自局,规划局',
      ],
      'units.yaml',
      '- id: planning-bureau\n  title: Planning Bureau\n  title_zh: 市规划局\n  aliases: [规自局, 规划局]\n  kind: department\n',
      'planning-bureau: unit added: Planning Bureau.',
    ],
    [
      'a field',
      ['field', 'title=Rural reform'],
      'fields.yaml',
      '- id: rural-reform\n  title: Rural reform\n',
      'rural-reform: field added: Rural reform.',
    ],
    [
      'a district',
      ['district', 'title=Southgate'],
      'districts.yaml',
      '- id: southgate\n  title: Southgate\n',
      'southgate: district added: Southgate.',
    ],
    [
      'a pilot',
      ['pilot', 'title=Green credit', 'field=renewal', 'level=provincial'],
      'pilots.yaml',
      '- id: green-credit\n  title: Green credit\n  level: provincial\n  field: renewal\n',
      'green-credit: pilot added: Green credit.',
    ],
    [
      'a platform',
      ['platform', 'id=port', 'title=Port'],
      'platforms.yaml',
      '- id: port\n  title: Port\n',
      'port: platform added: Port.',
    ],
    [
      'a meeting',
      ['meeting', 'title=Second meeting', 'date=2022-11-30'],
      'meetings.yaml',
      '- id: second-meeting\n  title: Second meeting\n  date: 2022-11-30\n',
      'second-meeting: meeting added: Second meeting.',
    ],
    [
      'a document',
      ['document', 'id=rules', 'title=Rules', 'number=云改委〔2022〕9号'],
      'documents.yaml',
      '- id: rules\n  title: Rules\n  number: 云改委〔2022〕9号\n',
      'rules: document added: Rules.',
    ],
    [
      'an arrangement',
      ['arrangement', 'plan-14', 'title=Port', 'kind=duty'],
      'documents.yaml',
      '  arrangements:\n    - id: port\n      kind: duty\n      title: Port\n',
      'plan-14/port: arrangement added: Port.',
    ],
    [
      'a leading reform',
      ['leading-reform', 'title=One card', 'field=digital', 'plan=plan-14'],
      'leading-reforms.yaml',
      '- id: one-card\n  title: One card\n  field: digital\n  plan: plan-14\n',
      'one-card: leading reform added: One card.',
    ],
    [
      'a plural kind',
      ['fields', 'title=Rural reform'],
      'fields.yaml',
      '- id: rural-reform\n  title: Rural reform\n',
      'rural-reform: field added: Rural reform.',
    ],
  ])('%s', async (_what, args, file, text, said) => {
    // A district without projects would be a fault of its own.
    const { root, reform, changed } = desk((folder) => {
      replaceIn(folder, 'ledger.yaml', '  projects_per_district: 2\n', '');
    });
    const before = contents(root)[file] === undefined ? '' : read(root, file);
    const { exit, err } = await reform(['add', ...args]);
    expect(err).toContain(`${said}\n`);
    expect([exit, changed()]).toEqual([0, [file]]);
    expect(addedTo(before, read(root, file))).toBe(text);
    expect((await reform(['validate', '--strict'])).exit).toBe(0);
  });

  test('a criterion of an item not begun needs no reason, and is an amendment', async () => {
    const { root, reform } = desk();
    await reform(['add', 'measure', 'T02', 'title=x']);
    expect((await reform(['add', 'criterion', 'T02.2', 'text=Draft', 'due=2022-12-20'])).exit).toBe(
      0,
    );
    expect((await reform(['add', 'criterion', 'T02.2', 'text=Rules'])).exit).toBe(0);
    expect(read(root, 'tasks/T02.yaml')).toMatch(
      /title: x\n {4}log:\n {6}- \{ date: 2022-12-01, event: amend, set: \{ criteria: \[\{ id: a, text: Draft, due: 2022-12-20 \}\] \} \}\n {6}- \{ date: 2022-12-01, event: amend, set: \{ criteria: \[\{ id: a, text: Draft, due: 2022-12-20 \}, \{ id: b, text: Rules \}\] \} \}\n$/,
    );
  });

  test('a criterion of an item begun needs a reason and a document', async () => {
    const { root, reform, changed } = desk();
    const args = ['add', 'criterion', 'T01.1', 'text=Annex issued'];
    const refused = await reform(args);
    expect(refused.exit).toBe(1);
    expect(refused.err).toContain('needs "reason"');
    expect(refused.err).toContain('needs "document"');
    expect(changed()).toEqual([]);
    const ran = await reform([
      ...args,
      '-m',
      'Asked for',
      '-d',
      '云改委[2022]9号',
      '--by',
      '改革办',
    ]);
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('T01.1#c: criterion added: Annex issued.');
    expect(read(root, 'tasks/T01.yaml')).toContain(
      '      - { date: 2022-12-01, event: amend, by: reform-office, set: { criteria: [{ id: a, due: 2022-06-30, text: Draft agreed, text_zh: 草案经各部门确认 }, { id: b, due: 2022-09-30, text: Catalogue issued, text_zh: 目录印发 }, { id: c, text: Annex issued }] }, reason: Asked for, document: 云改委〔2022〕9号 }\n',
    );
  });

  test('in a draft a criterion is put into the plan itself', async () => {
    const { root, reform } = desk(draft);
    expect((await reform(['add', 'criterion', 'T01.1', 'text=Annex'])).exit).toBe(0);
    expect(read(root, 'tasks/T01.yaml')).toContain(
      'text_zh: 目录印发 }\n      - { id: c, text: Annex }\n    log:\n',
    );
  });

  test('the letter of a criterion that was dropped is not used again', async () => {
    const { root, reform } = desk();
    const grounds = ['-m', 'x', '-d', 'D'];
    await reform(['add', 'criterion', 'T01.1', 'text=Annex', ...grounds]);
    await reform(['tick', 'T01.1#c']);
    // c is dropped again, by hand, as no verb does it.
    const line =
      '      - { date: 2022-12-01, event: amend, set: { criteria: [{ id: a, text: Draft agreed }, { id: b, text: Issued }] }, reason: x, document: D }\n';
    const file = 'tasks/T01.yaml';
    writeFileSync(
      join(root, file),
      read(root, file).replace(/(event: tick, criteria: \[c\].*\n)/, (all) => all + line),
    );
    const { err } = await reform(['add', 'criterion', 'T01.1', 'text=Another', ...grounds]);
    expect(err).toContain('T01.1#d: criterion added: Another.');
  });

  test('ids go on after the highest, withdrawn ones included', async () => {
    const { root, reform } = desk();
    for (const title of ['x', 'y']) await reform(['add', 'task', `title=${title}`]);
    await reform(['withdraw', 'T01.2', '-m', 'x', '-d', 'D']);
    await reform(['add', 'measure', 't1', 'title=z']);
    await reform(['add', 'task', 'id=T99', 'title=y']);
    const { err } = await reform(['add', 'task', 'title=y']);
    expect(err).toContain('T100: task added: y.');
    expect(Object.keys(contents(root)).filter((file) => file.startsWith('tasks/'))).toEqual(
      ['T01', 'T02', 'T03', 'T04', 'T100', 'T99'].map((id) => `tasks/${id}.yaml`),
    );
    expect(read(root, 'tasks/T01.yaml')).toContain('  - id: T01.3\n    title: z\n');
  });

  test.each([
    ['task', 'T01'],
    ['task', 'T001'],
    ['task', 't01'],
    ['unit', 'data-bureau'],
    ['unit', 'eastgate'],
    ['district', 'data-bureau'],
    ['field', 'digital'],
  ])('a %s %s there is already', async (kind, id) => {
    const { reform, changed } = desk();
    const { exit, err } = await reform(['add', kind, `id=${id}`, 'title=x']);
    expect(exit).toBeGreaterThan(0);
    expect(exit).toBeLessThan(3);
    expect(err).toContain(id);
    expect(changed()).toEqual([]);
  });

  test.each([
    '../x',
    'a/b',
    '..',
    '.',
    '.hidden',
    'a\\b',
    'T03/../../x',
    '/etc/x',
    'T03.yaml',
    'T03\0',
    'con',
    'T3\n',
    `T${'0'.repeat(300)}`,
    'Т03',
    '-x',
    '',
  ])('the id %j leaves the folder alone', async (id) => {
    const { root, reform, changed } = desk();
    const above = readdirSync(dirname(root));
    for (const kind of ['task', 'unit']) {
      if (kind === 'unit' && id === 'con') continue;
      const { exit, out, err } = await reform(['add', kind, `id=${id}`, 'title=x']);
      expect([kind, exit, out]).toEqual([kind, exit === 1 ? 1 : 2, '']);
      expect(err).not.toContain('\0');
    }
    expect(changed()).toEqual([]);
    expect(readdirSync(dirname(root))).toEqual(above);
  });

  test.each([
    ['nothing', [], 'say what to add'],
    ['an unknown kind', ['mesure', 'T01'], 'there is no kind of record "mesure"'],
    ['the ledger', ['ledger', 'title=x'], 'there is no kind of record "ledger"'],
    ['no home', ['measure', 'title=x'], 'say in which task the measure stands'],
    ['an unknown home', ['measure', 'T09', 'title=x'], 'there is no task "T09"'],
    ['no title', ['measure', 'T01', 'due=2022-12-31'], 'the new measure needs title'],
    ['an empty title', ['measure', 'T01', 'title='], 'the new measure needs title'],
    ['a word too many', ['task', 'T09', 'title=x'], '"T09" is one word too many'],
    ['no id to be made', ['unit', 'title=规划局'], 'no id can be made for this unit'],
    [
      'an unknown attribute',
      ['unit', 'titel=x', 'title=y'],
      'a unit has no "titel" that could be set',
    ],
    ['an unknown unit', ['measure', 'T01', 'title=x', 'lead=nobody'], 'there is no unit "nobody"'],
    ['no day', ['measure', 'T01', 'title=x', 'due=2022-02-30'], 'due: "2022-02-30" is no day'],
    ['no such choice', ['unit', 'title=x', 'kind=firm'], 'there is no kind "firm"'],
    ['a log', ['measure', 'T01', 'title=x', 'log=y'], 'a measure has no "log" that could be set'],
    ['twice', ['unit', 'title=x', 'title=y'], 'title is given twice'],
  ])('%s is a mistake in use', async (_what, args, told) => {
    const { reform, changed } = desk();
    const { exit, out, err } = await reform(['add', ...args]);
    expect(err.split('\n')[0]).toBe(`reform: ${told}`);
    expect([exit, out, changed()]).toEqual([2, '', []]);
  });

  test('an id of another parent is refused', async () => {
    const { reform, changed } = desk();
    expect((await reform(['add', 'measure', 'T01', 'id=T02.9', 'title=x'])).exit).toBe(1);
    expect((await reform(['add', 'project', 'eastgate', 'id=westgate-9', 'title=x'])).exit).toBe(1);
    expect(changed()).toEqual([]);
  });

  test('any number of projects is declared, and only selected ones count', async () => {
    const { reform } = desk();
    for (const title of ['x', 'y', 'z'])
      expect((await reform(['add', 'project', 'eastgate', `title=${title}`])).exit).toBe(0);
    expect((await reform(['validate', '--strict'])).exit).toBe(0);
    const { exit, err } = await reform(['select', 'eastgate-3', '-d', 'D']);
    expect(exit).toBe(1);
    expect(err).toContain('error[count/projects-per-district]');
    await reform(['withdraw', 'eastgate-1', '-m', 'x', '-d', 'D']);
    expect((await reform(['select', 'eastgate-3', '-d', 'D'])).exit).toBe(0);
    expect((await reform(['validate', '--strict'])).exit).toBe(0);
  });

  test('projects of a district that has none yet are selected one at a time', async () => {
    const { root, reform, changed } = desk((folder) => {
      put(
        folder,
        'districts.yaml',
        `${read(folder, 'districts.yaml')}- { id: south, title: South }\n`,
      );
      replaceIn(folder, 'ledger.yaml', '  projects: 4\n', '  projects: 6\n');
    });
    for (const title of ['x', 'z']) await reform(['add', 'project', 'south', `title=${title}`]);
    expect(changed()).toEqual(['projects/south.yaml']);
    expect(read(root, 'projects/south.yaml')).toBe(
      'district: south\nprojects:\n  - id: south-1\n    title: x\n  - id: south-2\n    title: z\n',
    );
    expect((await reform(['select', 'south-1', '-d', 'D'])).exit).toBe(0);
    expect((await reform(['select', 'south-2', '-d', 'D'])).exit).toBe(0);
    expect((await reform(['validate', '--strict'])).exit).toBe(0);
  });

  test('titles of any sort round-trip', async () => {
    for (const title of [
      'a # b',
      'a: b',
      '- a',
      '@x',
      '!x',
      '"q"',
      'no',
      '1e3',
      '0123',
      '😀',
      '2022-01-01',
    ]) {
      const { reform } = desk();
      expect((await reform(['add', 'measure', 'T02', `title=${title}`])).exit).toBe(0);
      expect((await reform(['add', 'task', `title=${title}`])).exit).toBe(0);
      for (const id of ['T02.2', 'T03']) {
        const shown = JSON.parse((await reform(['show', id, '--json'])).out).items[0];
        expect(shown.title).toBe(title);
      }
    }
    const { reform, changed } = desk();
    for (const title of ['a\u001bb', 'a\u202eb', 'a\rb', 'a\u2028b']) {
      const { exit, err } = await reform(['add', 'measure', 'T02', `title=${title}`]);
      expect(exit).toBe(1);
      expect(err).not.toMatch(/[\u001b\u202e\r\u2028]/);
    }
    expect(changed()).toEqual([]);
  });
});

describe('set', () => {
  const set = (...args: readonly string[]) => ['set', ...args];
  const lastLine = (root: string, file: string) =>
    read(root, file)
      .match(/^.*event: amend.*$/gm)
      ?.at(-1)
      ?.trim();

  test('an amendment leaves the issued words above', async () => {
    const { root, reform } = desk();
    const before = read(root, 'tasks/T01.yaml');
    const ran = await reform(set('T01.1', 'due=2022-08-31', 'title=Write it', '-m', 'Congress'));
    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(ran.err).toContain('T01.1: deadline → 2022-08-31.\n');
    const after = read(root, 'tasks/T01.yaml');
    expect(addedTo(before, after)).toBe(
      '      - { date: 2022-12-01, event: amend, set: { due: 2022-08-31, title: Write it }, reason: Congress }\n',
    );
    const shown = JSON.parse((await reform(['show', 'T01.1', '--json'])).out).items[0];
    expect(shown).toMatchObject({ due: '2022-08-31', due_issued: '2022-09-30', title: 'Write it' });
  });

  test.each([
    ['a reason, once begun', ['T01.1', 'due=2022-08-31'], 'T01.1: amend needs "reason"'],
    [
      'a document for lead',
      ['T01.1', 'lead=housing-bureau', '-m', 'x'],
      'T01.1: amend needs "document"',
    ],
    [
      'a document for deliverable',
      ['T01.1', 'deliverable=y', '-m', 'x'],
      'T01.1: amend needs "document"',
    ],
    [
      'a document for a criterion',
      ['T01.1#b', 'due=2022-08-31', '-m', 'x'],
      'T01.1: amend needs "document"',
    ],
    [
      'a postponement',
      ['T01.1', 'due=2023-01-31', '-m', 'x'],
      'hint: a later deadline: reform postpone T01.1 --due 2023-01-31',
    ],
    ['an item that is open', ['T01.2', 'title=y', '-m', 'x'], 'T01.2 is verified on 2022-12-01'],
  ])('demands %s', async (_what, args, told) => {
    const { reform, changed } = desk();
    const { exit, err } = await reform(set(...args));
    expect(err).toContain(told);
    expect([exit, changed()]).toEqual([1, []]);
  });

  test('before work has begun nothing is demanded', async () => {
    const { root, reform } = desk();
    await reform(['add', 'measure', 'T02', 'title=x']);
    expect((await reform(set('T02.2', 'lead=数据局', 'deliverable=z'))).exit).toBe(0);
    expect(lastLine(root, 'tasks/T02.yaml')).toBe(
      '- { date: 2022-12-01, event: amend, set: { lead: [data-bureau], deliverable: z } }',
    );
  });

  test('in a draft the plan itself is changed', async () => {
    const { root, reform } = desk(draft);
    const before = read(root, 'tasks/T01.yaml');
    const ran = await reform(set('T01.1', 'due=2023-08-31', 'lead+=housing-bureau', 'title_zh='));
    expect(ran.exit).toBe(0);
    expect(read(root, 'tasks/T01.yaml')).toBe(
      before
        .replace('    due: 2022-09-30\n', '    due: 2023-08-31\n')
        .replace('    lead: [data-bureau]\n', '    lead: [data-bureau, housing-bureau]\n')
        .replace('    title_zh: 编制目录\n', ''),
    );
  });

  test('registers are changed in place, and attributes of an item that are no plan', async () => {
    const { root, reform } = desk();
    const units = read(root, 'units.yaml');
    expect((await reform(set('数据局', 'aliases+=大数据局', 'kind=special-group'))).exit).toBe(0);
    expect(read(root, 'units.yaml')).toBe(
      units.replace(
        'aliases: [数据局], kind: department',
        'aliases: [数据局, 大数据局], kind: special-group',
      ),
    );
    expect((await reform(set('data-bureau', 'aliases-=数据局', 'aliases-=大数据局'))).exit).toBe(2);
    expect((await reform(set('data-bureau', 'aliases-=数据局,大数据局'))).exit).toBe(0);
    expect(read(root, 'units.yaml')).toContain('title_zh: 市政务数据局, kind: special-group }');
    expect((await reform(set('T01.1', 'note=later'))).exit).toBe(0);
    expect(read(root, 'tasks/T01.yaml')).toMatch(/due: 2022-09-30\n {4}note: later\n/);
    expect((await reform(set('T01', 'field=renewal'))).exit).toBe(0);
    expect(read(root, 'tasks/T01.yaml')).toContain('id: T01\nfield: renewal\n');
    expect((await reform(['validate', '--strict'])).exit).toBe(0);
  });

  test('names in either language are resolved and echoed', async () => {
    const { root, reform } = desk();
    const ran = await reform(
      set('编制目录', 'support=东门区,市住房城乡建设局', '-m', 'x', '--by', '改革办'),
    );
    expect(ran.exit).toBe(0);
    expect(ran.err).toBe(`编制目录 → T01.1 Draw up the catalogue
改革办 → reform-office Reform Office
supporting units: 东门区 → eastgate Eastgate
supporting units: 市住房城乡建设局 → housing-bureau Housing Bureau
T01.1: supporting units → eastgate, housing-bureau.
Wrote ledger/tasks/T01.yaml (Yunzhou 2022).
Take it back: reform undo
`);
    expect(lastLine(root, 'tasks/T01.yaml')).toBe(
      '- { date: 2022-12-01, event: amend, by: reform-office, set: { support: [eastgate, housing-bureau] }, reason: x }',
    );
  });

  test('lists of the plan in force grow and shrink', async () => {
    const { root, reform } = desk();
    const more = ['-m', 'x'];
    await reform(set('T01.1', 'support+=housing-bureau', ...more));
    await reform(set('T01.1', 'support+=westgate,eastgate', ...more));
    expect(lastLine(root, 'tasks/T01.yaml')).toContain(
      'set: { support: [eastgate, housing-bureau, westgate] }',
    );
    await reform(set('T01.1', 'support-=eastgate', ...more));
    expect(lastLine(root, 'tasks/T01.yaml')).toContain('support: [housing-bureau, westgate]');
    const ran = await reform(set('T01.1', 'support=westgate', 'support-=westgate', ...more));
    expect(ran.exit).toBe(2);
  });

  test.each([
    ['status=done', 'use reform done'],
    ['status=claimed', 'use reform'],
    ['status=verified', 'use reform verify'],
    ['status=blocked', 'use reform block'],
    ['status=in_progress', 'use reform report'],
    ['status=withdrawn', 'use reform withdraw'],
    ['progress=60', 'use reform report --progress'],
    ['met=true', 'use reform tick'],
    ['overdue=false', 'use reform postpone'],
    ['verified=2022-12-01', 'use reform verify'],
    ['log=x', 'use reform report'],
    ['criteria=x', 'use reform add criterion'],
  ])('%s names the right verb', async (given, told) => {
    const { reform, changed } = desk();
    const { exit, err } = await reform(set('T01.1', given));
    expect(err).toContain('follows from the log and is not set');
    expect(err).toContain(told);
    expect([exit, changed()]).toEqual([2, []]);
  });

  test.each([
    ['an unknown attribute', ['T01.1', 'deliverabel=x'], 'did you mean deliverable?'],
    [
      'one of another kind',
      ['T01.1', 'horizon=phased'],
      'a measure has no "horizon" that could be set',
    ],
    ['an id', ['T01.1', 'id=T01.9'], 'a measure has no "id" that could be set'],
    ['a list sign on one value', ['T01.1', 'due+=2022-08-31'], 'due has one value: write due=…'],
    ['what was issued taken away', ['T01.1', 'due='], 'cannot be taken away'],
    ['nothing', ['T01.1'], 'say what to set'],
    ['no item', ['due=2022-08-31'], 'say which items'],
    ['an unknown record', ['T09.9', 'due=2022-08-31'], 'there is no record "T09.9"'],
    ['an unknown unit', ['T01.1', 'lead=data-buraeu'], 'did you mean "data-bureau"?'],
    ['no day', ['T01.1', 'due=soon'], 'due: "soon" is no day'],
  ])('%s is a mistake in use', async (_what, args, told) => {
    const { reform, changed } = desk();
    const { exit, err } = await reform(set(...args));
    expect(err).toContain(told);
    expect([exit, changed()]).toEqual([2, []]);
  });

  test('what is so already writes nothing', async () => {
    const { reform, changed } = desk();
    const ran = await reform(set('T01.1', 'due=2022-09-30', '-m', 'x'));
    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(ran.err).toContain('It is so already: nothing was written.');
    expect(changed()).toEqual([]);
  });

  test('what was amended is set back to what was issued', async () => {
    const { reform } = desk();
    const title = async () =>
      JSON.parse((await reform(['show', 'T01.1', '--json'])).out).items[0].criteria[1].due;
    const grounds = ['-m', 'x', '-d', 'D'];
    await reform(set('T01.1#b', 'due=2022-08-31', ...grounds));
    expect(await title()).toBe('2022-08-31');
    const back = await reform(set('T01.1#b', 'due=2022-09-30', ...grounds));
    expect(back.err).not.toContain('It is so already');
    expect(await title()).toBe('2022-09-30');
  });

  test('a Chinese title that was amended is set back to what was issued', async () => {
    const { root, reform } = desk();
    await reform(set('T01.1', 'title_zh=编目', '-m', 'x'));
    await reform(set('T01.1', 'title_zh=编制目录', '-m', 'x'));
    expect(lastLine(root, 'tasks/T01.yaml')).toContain('set: { title_zh: 编制目录 }');
  });

  test('a criterion that an amendment has added is set as any other', async () => {
    const { reform } = desk();
    const grounds = ['-m', 'x', '-d', 'D'];
    await reform(['add', 'criterion', 'T01.1', 'text=Annex', ...grounds]);
    const ran = await reform(set('T01.1#c', 'due=2022-12-24', ...grounds));
    expect(ran.err).toContain('T01.1#c: deadline → 2022-12-24.');
    expect(ran.exit).toBe(0);
  });

  test.each(['0x7E6', '2.022e3', '2022.0', '+2022', ' 2022 years'])(
    'year=%s is no number',
    async (given) => {
      const { reform, changed } = desk();
      const { exit, err } = await reform(set('ledger', `year=${given}`));
      expect(err).toContain('is no number for it');
      expect([exit, changed()]).toEqual([2, []]);
    },
  );

  test('a closed ledger takes no change of its list', async () => {
    const { root, reform, changed } = desk((folder) =>
      replaceIn(folder, 'ledger.yaml', 'state: current', 'state: closed'),
    );
    for (const args of [set('T01.1', 'note=x'), ['add', 'task', 'title=x']]) {
      const { exit, err } = await reform(args);
      expect(exit).toBe(1);
      expect(err).toContain('is closed');
    }
    expect(changed()).toEqual([]);
    expect(readdirSync(root)).not.toContain('.reform');
  });

  test('several records of a register in one command', async () => {
    const { root, reform } = desk();
    expect((await reform(set('digital', 'renewal', 'note=checked'))).exit).toBe(0);
    expect(read(root, 'fields.yaml')).toBe(
      '- { id: digital, title: Digital government, title_zh: 数字政府, note: checked }\n- { id: renewal, title: Urban renewal, title_zh: 城市更新, note: checked }\n',
    );
  });

  test('of several criteria of one item none is lost', async () => {
    const { reform } = desk();
    const ran = await reform(set('T01.1#a', 'T01.1#b', 'due=2022-08-31', '-m', 'x', '-d', 'D'));
    expect(ran.exit).toBe(0);
    const { criteria } = JSON.parse((await reform(['show', 'T01.1', '--json'])).out).items[0];
    expect(criteria.map(({ due }: { due: string }) => due)).toEqual(['2022-08-31', '2022-08-31']);
  });
});

describe('edit', () => {
  /** An editor that does to its file what a line of JavaScript does to `text`. */
  const editor = (root: string, ...rounds: readonly string[]): string => {
    const script = join(dirname(root), 'my editor.mjs');
    const count = join(dirname(root), 'rounds');
    writeFileSync(
      script,
      `import { appendFileSync, copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
const file = process.argv.at(-1);
const round = existsSync(${JSON.stringify(count)}) ? readFileSync(${JSON.stringify(count)}, 'utf8').length : 0;
appendFileSync(${JSON.stringify(count)}, 'x');
writeFileSync(${JSON.stringify(join(dirname(root), 'args'))}, JSON.stringify(process.argv.slice(2)));
let text = readFileSync(file, 'utf8');
copyFileSync(file, ${JSON.stringify(`${join(dirname(root), 'seen')}`)} + round);
const steps = [${rounds.map((each) => `() => { ${each} }`).join(', ')}];
steps[round]?.();
writeFileSync(file, text);
`,
    );
    return `"${process.execPath}" "${script}"`;
  };
  const seen = (root: string, round: number) => read(dirname(root), `seen${round}`);
  const rounds = (root: string) => read(dirname(root), 'rounds').length;

  test('a change of a record, and of no other byte', async () => {
    const { root, reform } = desk();
    const before = read(root, 'units.yaml');
    const EDITOR = editor(root, `text = text.replace('Data Bureau', 'Bureau of Data');`);
    const ran = await reform(['edit', '数据局'], { env: { EDITOR } });
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('data-bureau: edited.\n');
    expect(read(root, 'units.yaml')).toBe(before.replace('Data Bureau', 'Bureau of Data'));
    expect(seen(root, 0)).toBe(
      '{ id: data-bureau, title: Data Bureau, title_zh: 市政务数据局, aliases: [数据局], kind: department }\n',
    );
  });

  test('VISUAL goes before EDITOR, and arguments and quotes are an editor’s own', async () => {
    const { root, reform } = desk();
    const VISUAL = `${editor(root, `text += 'note: x\\n';`)} --wait 'two words' "a;b"`;
    const ran = await reform(['edit', 'T02.1'], { env: { VISUAL, EDITOR: 'false' } });
    expect(ran.exit).toBe(0);
    const args = JSON.parse(read(dirname(root), 'args'));
    expect(args.slice(0, 3)).toEqual(['--wait', 'two words', 'a;b']);
    expect(args[3]).toMatch(/T02\.1\.yaml$/);
    expect(read(root, 'tasks/T02.yaml')).toContain('\n    note: x\n');
  });

  test('nothing in EDITOR reaches a shell', async () => {
    const { root, reform, changed } = desk();
    const pwned = join(dirname(root), 'pwned');
    for (const EDITOR of [
      `true; touch "${pwned}"`,
      `true && touch "${pwned}"`,
      `$(touch "${pwned}")`,
      `true | touch "${pwned}"`,
      `true\ntouch "${pwned}"`,
    ]) {
      await reform(['edit', 'T02.1'], { env: { EDITOR } });
    }
    expect(readdirSync(dirname(root))).not.toContain('pwned');
    expect(changed()).toEqual([]);
  });

  test.each([
    ['nothing changed', '', 0, 'Nothing was changed.'],
    ['all taken out', `text = '';`, 0, 'Nothing was changed.'],
    [
      'an editor that fails',
      `text = text.replace('estates', 'x'); writeFileSync(file, text); process.exit(3);`,
      1,
      'ended with an error; nothing was written',
    ],
  ])('%s: nothing is written', async (_what, step, expected, told) => {
    const { root, reform, changed } = desk();
    const { exit, err } = await reform(['edit', 'T02.1'], { env: { EDITOR: editor(root, step) } });
    expect(err).toContain(told);
    expect([exit, changed()]).toEqual([expected, []]);
    expect(rounds(root)).toBe(1);
  });

  test('an editor that is not there', async () => {
    const { reform, changed } = desk();
    const { exit, err } = await reform(['edit', 'T02.1'], { env: { EDITOR: 'no-such-editor' } });
    expect(err).toContain('the editor no-such-editor could not be started');
    expect([exit, changed()]).toEqual([2, []]);
  });

  test('what is wrong comes back above the text, and is mended', async () => {
    const { root, reform } = desk();
    const EDITOR = editor(
      root,
      `text = text.replace('title: Choose', 'titel: Choose');`,
      `text = text.replace(/^titel: Choose/m, 'title: Select');`,
    );
    const ran = await reform(['edit', 'T02.1'], { env: { EDITOR } });
    expect(ran.exit).toBe(0);
    expect(seen(root, 1)).toContain('# reform: error[schema/unknown-key]');
    expect(seen(root, 1)).toContain('did you mean "title"?');
    expect(seen(root, 1)).toContain('titel: Choose the estates\n');
    expect(read(root, 'tasks/T02.yaml')).toContain('    title: Select the estates\n');
    expect(read(root, 'tasks/T02.yaml')).not.toContain('# reform:');
  });

  test('broken YAML comes back, and giving up keeps the text and says where', async () => {
    const { root, reform, changed } = desk();
    const EDITOR = editor(root, `text = 'id: T02.1\\ntitle: "Select the estates\\n';`);
    const { exit, err } = await reform(['edit', 'T02.1'], { env: { EDITOR } });
    expect([exit, changed()]).toEqual([1, []]);
    expect(rounds(root)).toBe(2);
    expect(seen(root, 1)).toMatch(/^# reform: /);
    const kept = /your text is kept in (.*)\n/.exec(err)?.[1] ?? '';
    expect(read(kept)).toContain('title: "Select the estates\n');
  });

  test.each([
    [
      'an entry of the log',
      `text = text.replace('经费未到位', 'no money');`,
      'T02.1: entry 1 of the log was changed',
    ],
    [
      'an entry less',
      `text = text.replace(/.*event: resume.*\\n/, '');`,
      'T02.1: entry 2 of the log was changed',
    ],
    [
      'an entry before others',
      `text = text.replace('log:\\n', 'log:\\n  - { date: 2022-05-01, event: start }\\n');`,
      'T02.1: entry 1 of the log was changed',
    ],
    ['the id', `text = text.replace('T02.1', 'T02.9');`, 'T02.1 is gone'],
  ])('%s cannot be changed', async (_what, step, told) => {
    const { root, reform, changed } = desk();
    const { exit, err } = await reform(['edit', 'T02.1'], { env: { EDITOR: editor(root, step) } });
    expect(err).toContain(told);
    expect([exit, changed()]).toEqual([1, []]);
  });

  test('an entry of the log of a pilot cannot be changed either', async () => {
    const { root, reform, changed } = desk();
    const EDITOR = editor(root, `text = text.replace('三个小区已完成', '十个小区已完成');`);
    const { exit } = await reform(['edit', 'micro-renewal'], { env: { EDITOR } });
    expect([exit, changed()]).toEqual([1, []]);
  });

  test.each([
    ['title', `text = text.replace('Draw up', 'Write');`],
    ['lead', `text = text.replace('lead: [data-bureau]', 'lead: [reform-office]');`],
    ['deadline', `text = text.replace('due: 2022-09-30', 'due: 2023-09-30');`],
    ['criteria', `text = text.replace('Catalogue issued', 'Catalogue drawn up');`],
  ])('the %s of a plan that has begun is amended and not edited', async (_what, step) => {
    const { root, reform, changed } = desk();
    const { exit, err } = await reform(['edit', 'T01.1'], { env: { EDITOR: editor(root, step) } });
    expect(err).toContain('work has begun');
    expect(err).toContain('reform set T01.1');
    expect([exit, changed()]).toEqual([1, []]);
  });

  test('an id in a register cannot be changed', async () => {
    const { root, reform, changed } = desk();
    const EDITOR = editor(root, `text = text.replace('river-port', 'sea-port');`);
    const { exit, err } = await reform(['edit', 'river-port'], { env: { EDITOR } });
    expect(err).toContain('the id river-port is gone: ids never change');
    expect([exit, changed()]).toEqual([1, []]);
  });

  test('in a draft the plan is edited, ids and logs excepted', async () => {
    const { root, reform } = desk(draft);
    const EDITOR = editor(root, `text = text.replace('due: 2022-09-30', 'due: 2023-09-30');`);
    expect((await reform(['edit', 'T01.1'], { env: { EDITOR } })).exit).toBe(0);
    expect(read(root, 'tasks/T01.yaml')).toContain('    due: 2023-09-30\n');
  });

  test('CRLF, a BOM and comments stay', async () => {
    const { root, reform } = desk((folder) => {
      const text = read(folder, 'tasks/T02.yaml').replace('    due:', '    # printed\n    due:');
      writeFileSync(
        join(folder, 'tasks/T02.yaml'),
        `\ufeff${text.replace(/\n/g, '\r\n')}# end\r\n`,
      );
    });
    const before = read(root, 'tasks/T02.yaml');
    const EDITOR = editor(root, `text += 'note: two\\n';`);
    expect((await reform(['edit', 'T02.1'], { env: { EDITOR } })).exit).toBe(0);
    expect(seen(root, 0)).not.toContain('\r');
    expect(seen(root, 0)).toContain('# printed\n');
    expect(addedTo(before, read(root, 'tasks/T02.yaml'))).toBe('    note: two\r\n');
  });

  test.each(['T02', 'T02.1', 'micro-renewal'])(
    'an editor that saves %s with CRLF as it was has changed nothing',
    async (id) => {
      const { root, reform, changed } = desk((folder) => {
        for (const file of ['tasks/T02.yaml', 'pilots.yaml'])
          writeFileSync(join(folder, file), read(folder, file).replace(/\n/g, '\r\n'));
      });
      const ran = await reform(['edit', id], { env: { EDITOR: editor(root, '') } });
      expect(ran.err).toBe('Nothing was changed.\n');
      expect([ran.exit, changed()]).toEqual([0, []]);
      expect((await reform(['undo', '--list', '--json'])).out).toContain('"commands": []');
    },
  );

  const meddle = (root: string, file: string, from: string, to: string) => {
    const path = JSON.stringify(join(root, file));
    return `writeFileSync(${path}, readFileSync(${path}, 'utf8').replace('${from}', '${to}')); text += 'note: mine\\n';`;
  };

  test('the same record changed by another meanwhile: exit 4, and the text is kept', async () => {
    const { root, reform } = desk();
    const EDITOR = editor(root, meddle(root, 'tasks/T02.yaml', 'Choose', 'Pick'));
    const { exit, err } = await reform(['edit', 'T02.1'], { env: { EDITOR } });
    expect(exit).toBe(4);
    expect(err).toContain('T02.1 was changed by somebody else meanwhile; nothing was written');
    const kept = /your text is kept in (.*)\n/.exec(err)?.[1] ?? '';
    expect(read(kept)).toContain('note: mine\n');
    expect(read(root, 'tasks/T02.yaml')).toContain('Pick the estates');
    expect(read(root, 'tasks/T02.yaml')).not.toContain('mine');
  });

  test('another record of the same file changed meanwhile is no hindrance', async () => {
    const { root, reform } = desk();
    await reform(['add', 'measure', 'T02', 'title=Another']);
    const EDITOR = editor(root, meddle(root, 'tasks/T02.yaml', 'Another', 'Somebody’s'));
    expect((await reform(['edit', 'T02.1'], { env: { EDITOR } })).exit).toBe(0);
    expect(read(root, 'tasks/T02.yaml')).toContain('title: Somebody’s');
    expect(read(root, 'tasks/T02.yaml')).toContain('    note: mine\n');
  });

  test('-n shows the change and writes nothing', async () => {
    const { root, reform, changed } = desk();
    const EDITOR = editor(root, `text += 'note: two\\n';`);
    const ran = await reform(['edit', 'T02.1', '-n'], { env: { EDITOR } });
    expect(ran.out).toContain('\n+    note: two\n');
    expect([ran.exit, changed()]).toEqual([0, []]);
  });

  test('the ledger itself', async () => {
    const { root, reform } = desk();
    const EDITOR = editor(root, `text = text.replace('  tasks: 20', '  tasks: 21');`);
    const { exit } = await reform(['edit', '云州市2022年改革台账（虚构）'], { env: { EDITOR } });
    expect(exit).toBe(0);
    expect(read(root, 'ledger.yaml')).toContain('  tasks: 21\n');
  });
});
