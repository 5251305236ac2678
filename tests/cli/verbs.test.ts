/** The verbs of an item's life: from every status, with everything they demand, on real files. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import {
  type EventName,
  eventNames,
  movesFrom,
  type Status,
  statuses,
} from '../../src/model/events.ts';
import { en } from '../../src/words/en.ts';
import { type Desk, deskAt, deskOf, type Files, put } from '../desk.ts';
import { handLedger, read, temporaryFolder } from '../harness.ts';

const registers: Files = {
  'units.yaml': `- { id: reform-office, title: Reform Office, title_zh: 市委改革办 }
- { id: old-bureau, title: Old Bureau, succeeded_by: { unit: new-bureau, date: 2022-10-01 } }
- { id: new-bureau, title: New Bureau, title_zh: 市新局, aliases: [Caf\u00e9 Office] }
`,
  'districts.yaml': '- { id: north, title: North, title_zh: 北区 }\n',
  'documents.yaml': '- { id: list, title: The list }\n',
  'pilots.yaml': `- id: water-rights
  title: Water rights
  title_zh: 水权交易试点
- id: green-credit
  title: Green credit
`,
};

const aboutOf = (basis: string) =>
  `title: North 2022\njurisdiction: North City\nyear: 2022\ntimezone: Asia/Shanghai\nlanguage: en\nstate: current\nbasis: ${basis}\n`;

const small = (files: Files): Desk => {
  const root = join(temporaryFolder(), 'ledger');
  const all = { 'ledger.yaml': aboutOf('office'), ...registers, ...files };
  for (const [file, text] of Object.entries(all)) put(root, file, text);
  return deskAt(root);
};

/** A measure with two criteria, T01.1, one without, T01.2, and a log for the first. */
const measures = (log: readonly string[] = [], more = ''): Files => ({
  'tasks/T01.yaml': `id: T01
title: Old estates
measures:
  - id: T01.1
    title: Choose the estates
    title_zh: 确定小区
    lead: [old-bureau]
    due: 2022-12-31 # printed
    criteria:
      - { id: a, text: Chosen }
      - { id: b, text: Published }
${log.length > 0 ? `    log:\n${log.map((line) => `      - { ${line} }\n`).join('')}` : ''}    # below the log
  - id: T01.2
    title: Open a desk
${more}`,
});

const lastEvent = (root: string, id = 'T01.1'): Record<string, unknown> => {
  const file = id.startsWith('T') ? `tasks/${id.slice(0, 3)}.yaml` : 'projects/north.yaml';
  const { measures = [], projects = [] } = parse(read(root, file));
  const item = [...measures, ...projects].find((each: { id: string }) => each.id === id);
  return item.log.at(-1);
};

describe('from every status', () => {
  // An entry that can be taken back from any status without a trace.
  const amended = 'date: 2022-01-10, event: amend, set: { deliverable: Rules }';
  const started = 'date: 2022-02-01, event: start, by: north';
  const claimed =
    'date: 2022-06-01, event: done, by: north, criteria: [a], evidence: [{ document: D }]';
  const logs: { readonly [S in Status]: readonly string[] } = {
    declared: [amended],
    listed: [amended],
    planned: [amended],
    'in-progress': [amended, started],
    blocked: [amended, started, 'date: 2022-03-01, event: block, reason: no money'],
    done: [amended, started, claimed],
    verified: [
      amended,
      started,
      claimed,
      'date: 2022-07-01, event: verify, by: reform-office, checked: site',
    ],
    withdrawn: [amended, started, 'date: 2022-03-01, event: withdraw, reason: x, document: D'],
  };

  const itemText = (id: string, status: Status): string => `  - id: ${id}
    title: Old estates
    due: 2022-12-31
    deliverable: List
    criteria: [{ id: a, text: Chosen }]
${status === 'declared' ? '' : '    source: { document: list, as: project, quote: old estates }\n'}    log:
${logs[status].map((line) => `      - { ${line} }\n`).join('')}`;

  const kinds = {
    measure: { id: 'T01.1', file: 'tasks/T01.yaml', head: 'id: T01\ntitle: T\nmeasures:\n' },
    project: { id: 'north-1', file: 'projects/north.yaml', head: 'district: north\nprojects:\n' },
  } as const;

  type Verb = Exclude<EventName, 'start' | 'evaluate' | 'replicate'>;
  const verbs = eventNames.filter(
    (name): name is Verb => !['start', 'evaluate', 'replicate'].includes(name),
  );
  const command: { readonly [V in Verb]: (id: string) => readonly string[] } = {
    report: (id) => ['report', id, '-m', 'x'],
    tick: (id) => ['tick', `${id}#a`],
    block: (id) => ['block', id, '-m', 'x'],
    resume: (id) => ['resume', id],
    excuse: (id) => ['excuse', id, '--until', '2023-01-31', '-m', 'x', '-d', 'D'],
    postpone: (id) => ['postpone', id, '--due', '2023-01-31', '-m', 'x', '-d', 'D'],
    done: (id) => ['done', id, '--criteria', 'a', '-e', 'D', '--by', 'north'],
    reject: (id) => ['reject', id, '-m', 'x'],
    verify: (id) => ['verify', id, '--checked', 'site', '--by', 'reform-office'],
    reopen: (id) => ['reopen', id, '-m', 'x'],
    withdraw: (id) => ['withdraw', id, '-m', 'x', '-d', 'D'],
    reinstate: (id) => ['reinstate', id],
    amend: (id) => ['set', id, 'deliverable=Law', '-m', 'x', '-d', 'D'],
    retract: (id) => ['retract', id, '1', '-m', 'x'],
    select: (id) => ['select', id, '-d', 'D'],
  };
  /** Where a verb leaves an item; where it was, unless said otherwise. */
  const becomes = (verb: Verb, from: Status): Status => {
    const begun = from === 'blocked' ? 'blocked' : 'in-progress';
    const to: { readonly [V in Verb]?: Status } = {
      ...{ report: begun, tick: begun, block: 'blocked', done: 'done', verify: 'verified' },
      ...{ resume: 'in-progress', reject: 'in-progress', reopen: 'in-progress' },
      ...{ withdraw: 'withdrawn', reinstate: 'in-progress', select: 'planned' },
    };
    return to[verb] ?? from;
  };

  const cases = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) =>
    statuses
      .filter((status) => kind === 'project' || status !== 'declared')
      .flatMap((status) => verbs.map((verb) => ({ kind, status, verb }))),
  );

  test('all of them are asked', () => {
    expect(cases).toHaveLength(15 * (7 + 8));
  });

  test.each(cases)('$verb of a $status $kind', async ({ kind, status, verb }) => {
    const { id, file, head } = kinds[kind];
    const { root, reform, changed } = small({
      'ledger.yaml': aboutOf(status === 'listed' ? 'published' : 'office'),
      [file]: head + itemText(id, status),
    });
    const statusNow = async () =>
      JSON.parse((await reform(['show', id, '--json'])).out).items[0]?.status;
    const sound = await reform(['validate', '--strict']);
    expect(sound.exit).toBe(0);
    expect(await statusNow()).toBe(status);
    const before = read(root, file);
    const ran = await reform(command[verb](id));
    const possible = movesFrom(status, kind);
    if (!possible.includes(verb)) {
      const moves = possible
        .filter((name) => name !== 'start' && name !== 'retract')
        .map((name) => (name === 'amend' ? 'set' : name));
      const told = new RegExp(
        kind === 'measure' && verb === 'select'
          ? 'select is no event of T01\\.1'
          : `^${id} is ${en.statuses[status].replace(/[()]/g, '\\$&')} on 2022-12-01: ${verb === 'amend' ? '(?:amend|set)' : verb} is not possible\n  hint: possible from there: ${moves.join(', ').replace(/, ([^,]+)$/, ' or $1')}\n`,
      );
      expect(ran.err).toMatch(told);
      expect(ran.err).toMatch(/reform: refused; nothing was written\n$/);
      expect([ran.exit, ran.out, changed()]).toEqual([1, '', []]);
      expect(existsSync(join(root, '.reform'))).toBe(false);
      return;
    }
    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(changed()).toEqual([file]);
    const after = read(root, file);
    // The log is the end of the file: one line more, and all before it as it was.
    expect(after.slice(0, before.length)).toBe(before);
    expect(after.slice(before.length)).toMatch(
      new RegExp(`^ {6}- \\{ date: 2022-12-01, event: ${verb}.* \\}\n$`),
    );
    expect(await reform(['validate', '--strict'])).toEqual(sound);
    expect(await statusNow()).toBe(becomes(verb, status));
    expect(ran.err).toContain(
      `Wrote ledger/${file} (North City 2022).\nTake it back: reform undo\n`,
    );
  });
});

describe('what a verb demands', () => {
  const log = ['date: 2022-02-01, event: start, by: old-bureau'];
  const claim = [
    ...log,
    'date: 2022-06-01, event: done, by: old-bureau, criteria: [a, b], evidence: [{ document: D }]',
  ];
  const lacking = (verb: string, what: string) => `T01.1: ${verb} needs "${what}"\n`;

  test.each([
    ['block', ['block', 'T01.1'], log, lacking('block', 'reason')],
    [
      'excuse a reason',
      ['excuse', 'T01.1', '--until', '2022-12-24', '-d', 'D'],
      log,
      lacking('excuse', 'reason'),
    ],
    [
      'excuse a document',
      ['excuse', 'T01.1', '--until', '2022-12-24', '-m', 'x'],
      log,
      lacking('excuse', 'document'),
    ],
    ['excuse a day', ['excuse', 'T01.1', '-m', 'x', '-d', 'D'], log, lacking('excuse', 'until')],
    [
      'postpone a reason',
      ['postpone', 'T01.1', '--due', '2023-12-24', '-d', 'D'],
      log,
      lacking('postpone', 'reason'),
    ],
    [
      'postpone a document',
      ['postpone', 'T01.1', '--due', '2023-12-24', '-m', 'x'],
      log,
      lacking('postpone', 'document'),
    ],
    [
      'postpone a deadline',
      ['postpone', 'T01.1', '-m', 'x', '-d', 'D'],
      log,
      lacking('postpone', 'due'),
    ],
    ['withdraw a document', ['withdraw', 'T01.1', '-m', 'x'], log, lacking('withdraw', 'document')],
    ['retract a reason', ['retract', 'T01.1', '1'], log, lacking('retract', 'reason')],
    ['reject', ['reject', 'T01.1'], claim, lacking('reject', 'reason')],
    [
      'verify how',
      ['verify', 'T01.1', '--by', 'reform-office'],
      claim,
      lacking('verify', 'checked'),
    ],
    [
      'done all that is open, and who answers for it',
      ['done', 'T01.1', '-e', 'D', '--by', 'old-bureau'],
      log,
      'T01.1: criterion a (Old Bureau) and criterion b (Old Bureau) open\n  hint: name them with --criteria a,b if they are met\n',
    ],
    [
      'done what is still open',
      ['done', 'T01.1', '-e', 'D', '--by', 'old-bureau', '--criteria', 'b'],
      log,
      'T01.1: criterion a (Old Bureau) open\n',
    ],
    [
      'done a result, where there are no criteria',
      ['done', 'T01.2', '-e', 'D', '--by', 'old-bureau'],
      log,
      'T01.2: done needs "result"\n  hint: give it with --result\n',
    ],
    [
      'a later day',
      ['postpone', 'T01.1', '--due', '2022-12-31', '-m', 'x', '-d', 'D'],
      log,
      'T01.1: postponed to 2022-12-31, which is not after 2022-12-31\n',
    ],
    [
      'an entry there is',
      ['retract', 'T01.1', '7', '-m', 'x'],
      log,
      'T01.1: entry 7 of this log cannot be retracted\n',
    ],
  ])('%s', async (_what, args, before, told) => {
    const { reform, changed } = small(measures(before));
    const ran = await reform(args);
    expect(ran.err).toContain(told);
    expect(ran.err).toContain('reform: refused; nothing was written\n');
    expect([ran.exit, ran.out, changed()]).toEqual([1, '', []]);
  });

  test.each([
    ['done: evidence', ['done', 'T01.2', '--by', 'north', '--result', 'x'], 'done needs evidence'],
    ['done: who', ['done', 'T01.2', '-e', 'D', '--result', 'x'], 'it is not clear who says so'],
    ['verify: who', ['verify', 'T01.1', '--checked', 'site'], 'it is not clear who says so'],
    [
      'verify: a way there is',
      ['verify', 'T01.1', '--checked', 'phone', '--by', 'reform-office'],
      '--checked: "phone" is none of its values',
    ],
    ['tick: which', ['tick', 'T01.1'], 'T01.1: which criteria are met?'],
    [
      'tick: of this item',
      ['tick', 'T01.1', '--criteria', 'T01.2#a'],
      'T01.2#a is no criterion of T01.1',
    ],
    ['report: words', ['report', 'T01.1'], 'a report needs words'],
    [
      'items',
      ['report', '-m', 'x'],
      'say which items: by their ids, or by --where and filters, not both',
    ],
    [
      'items in one way',
      ['report', 'T01.1', '--where', 'status:planned', '-m', 'x'],
      'say which items',
    ],
    [
      'excuse: a day that exists',
      ['excuse', 'T01.1', '--until', '2022-02-30', '-m', 'x', '-d', 'D'],
      '--until: "2022-02-30" is no day',
    ],
    [
      'retract: a number',
      ['retract', 'T01.1', '--entry', '0', '-m', 'x'],
      '--entry: "0" is no number for it',
    ],
  ])('%s is a mistake in use', async (_what, args, told) => {
    const { reform, changed } = small(measures(claim));
    const ran = await reform(args);
    expect(ran.err.split('\n')[0]).toContain(`reform: ${told}`);
    expect([ran.exit, ran.out, changed()]).toEqual([2, '', []]);
  });

  test('-m is the reason of a verb that has one, and a note beside --reason', async () => {
    const { root, reform } = small(measures(log));
    await reform(['block', 'T01.1', '--reason', 'no money', '-m', 'asked twice']);
    expect(lastEvent(root)).toEqual({
      date: '2022-12-01',
      event: 'block',
      reason: 'no money',
      note: 'asked twice',
    });
  });
});

describe('evidence', () => {
  const sum = (text: string) => createHash('sha256').update(text).digest('hex');
  const office = () => {
    const there = small(measures());
    put(there.root, 'evidence/T01.2/办法.pdf', 'rules');
    put(dirname(there.root), 'scan.pdf', 'scan');
    put(dirname(there.root), 'other/scan.pdf', 'another scan');
    mkdirSync(join(dirname(there.root), 'photos'));
    return deskAt(there.root);
  };
  const claim = (...more: readonly string[]) => [
    'done',
    'T01.2',
    '--result',
    'open',
    '--by',
    'old-bureau',
    ...more,
  ];

  test.each([
    ['穗府办规〔2022〕18号'],
    ['穗府办规[2022]18号'],
    ['穗府办规［2022］18号'],
    ['穗府办规(2022)18号'],
    ['穗府办规（2022）18号'],
    ['穗府办规【2022】18号'],
    ['穗府办规 〔２０２２〕 １８号'],
  ])('%s is one number', async (given) => {
    const { root, reform } = office();
    expect((await reform(claim('-e', given))).exit).toBe(0);
    expect(lastEvent(root, 'T01.2')['evidence']).toEqual([{ document: '穗府办规〔2022〕18号' }]);
  });

  test('the document that decides is normalised as well', async () => {
    const { root, reform } = office();
    await reform(['withdraw', 'T01.1', '-m', 'x', '-d', '穗改委[2022]7号']);
    expect(lastEvent(root)['document']).toBe('穗改委〔2022〕7号');
  });

  test('a file of the ledger stays where it is, with its sum', async () => {
    const { root, reform, changed } = office();
    expect((await reform(claim('-e', 'ledger/evidence/T01.2/办法.pdf'))).exit).toBe(0);
    expect(changed()).toEqual(['tasks/T01.yaml']);
    expect(lastEvent(root, 'T01.2')['evidence']).toEqual([
      { file: 'evidence/T01.2/办法.pdf', sha256: sum('rules') },
    ]);
  });

  test('--copy puts a file from elsewhere under the folder of its item', async () => {
    const { root, reform, changed } = office();
    const ran = await reform(claim('-e', 'scan.pdf', '--copy'));
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('Wrote ledger/tasks/T01.yaml and ledger/evidence/T01.2/scan.pdf');
    expect(changed()).toEqual(['tasks/T01.yaml', 'evidence/T01.2/scan.pdf']);
    expect(read(root, 'evidence/T01.2/scan.pdf')).toBe('scan');
    expect(lastEvent(root, 'T01.2')['evidence']).toEqual([
      { file: 'evidence/T01.2/scan.pdf', sha256: sum('scan') },
    ]);
    expect((await reform(['validate', '--strict'])).exit).toBe(0);
  });

  test('a dry run tells of a copy and makes none', async () => {
    const { reform, changed } = office();
    const ran = await reform(claim('-e', 'scan.pdf', '--copy', '-n'));
    expect(ran.out).toContain('\nBinary file b/ledger/evidence/T01.2/scan.pdf (4 bytes)\n');
    expect(changed()).toEqual([]);
  });

  test('a copy that is there already is not made again', async () => {
    const { root, reform } = office();
    await reform(claim('-e', 'scan.pdf', '--copy'));
    await reform(['reject', 'T01.2', '-m', 'x']);
    const ran = await reform(claim('-e', 'scan.pdf', '--copy'));
    expect(ran.exit).toBe(0);
    expect(ran.err).toContain('Wrote ledger/tasks/T01.yaml (');
    expect(lastEvent(root, 'T01.2')['evidence']).toEqual([
      { file: 'evidence/T01.2/scan.pdf', sha256: sum('scan') },
    ]);
  });

  test('another file under a name that is taken is refused, and the first one stays', async () => {
    const { root, reform } = office();
    expect((await reform(claim('-e', 'scan.pdf', '--copy'))).exit).toBe(0);
    await reform(['reject', 'T01.2', '-m', 'x']);
    const { exit, err } = await reform(claim('-e', 'other/scan.pdf', '--copy'));
    expect(exit).toBe(2);
    expect(err).toContain('evidence/T01.2/scan.pdf is there already and says something else');
    expect(read(root, 'evidence/T01.2/scan.pdf')).toBe('scan');
  });

  test('two files of one name in one command are refused, and it is said which name', async () => {
    const { reform, changed } = office();
    const { exit, err } = await reform(claim('-e', 'scan.pdf', '-e', 'other/scan.pdf', '--copy'));
    expect([exit, changed()]).toEqual([2, []]);
    expect(err).toContain('evidence/T01.2/scan.pdf');
    expect(err).toContain('rename');
  });

  test.each([
    [
      'a mistyped path',
      ['-e', 'ledger/evidence/T01.2/办发.pdf'],
      'there is no file ledger/evidence/T01.2/办发.pdf',
    ],
    ['a mistyped name', ['-e', 'scam.pdf'], 'there is no file scam.pdf'],
    ['a mistyped copy', ['-e', 'scam.pdf', '--copy'], 'there is no file scam.pdf'],
    ['a folder', ['-e', 'photos/'], 'photos/ is a folder'],
    ['a folder to copy', ['-e', './photos', '--copy'], './photos is a folder'],
    ['a file outside', ['-e', 'scan.pdf'], 'scan.pdf lies outside the ledger'],
    ['no address', ['-e', 'https://a b.example/'], '"https://a b.example/" is no web address'],
    ['nothing', ['-e', ' '], '-e is empty'],
  ])('%s is refused', async (_what, args, told) => {
    const { reform, changed } = office();
    const { exit, err } = await reform(claim(...args));
    expect(err.split('\n')[0]).toBe(`reform: ${told}`);
    expect([exit, changed()]).toEqual([2, []]);
  });

  test('a name that would be hidden or cannot be told is not copied', async () => {
    const { root, reform, changed } = office();
    put(dirname(root), '.profile.txt', 'x');
    put(dirname(root), 'a\u202eb.txt', 'x');
    for (const name of ['.profile.txt', 'a\u202eb.txt']) {
      const { exit, err } = await reform(claim('-e', name, '--copy'));
      expect(exit).toBe(2);
      expect(err).not.toContain('\u202e');
    }
    expect(changed()).toEqual([]);
  });
});

test('an excuse that ends before it is given excuses nothing, and is refused', async () => {
  const { reform, changed } = small(measures());
  const args = ['excuse', 'T01.1', '--until', '2022-01-01', '-m', 'x', '-d', 'D'];
  expect((await reform(args)).exit).toBeGreaterThan(0);
  expect(changed()).toEqual([]);
});

describe('what is taken back stays to be seen', () => {
  const claim = [
    'date: 2022-02-01, event: start, by: old-bureau',
    'date: 2022-06-01, event: done, by: old-bureau, criteria: [a, b], evidence: [{ document: D }], note: 全部完成',
  ];

  test('a claim that was rejected', async () => {
    const { root, reform } = small(measures(claim));
    expect((await reform(['reject', 'T01.1', '-m', 'Annex missing', '--criteria', 'b'])).exit).toBe(
      0,
    );
    const { out } = await reform(['show', 'T01.1']);
    expect(out).toMatch(/claimed done .*全部完成/);
    expect(out).toMatch(/claim rejected .*Annex missing/);
    expect(lastEvent(root)).toEqual({
      date: '2022-12-01',
      event: 'reject',
      criteria: ['b'],
      reason: 'Annex missing',
    });
    const { criteria } = JSON.parse((await reform(['show', 'T01.1', '--json'])).out).items[0];
    expect(criteria.map(({ id, met }: { id: string; met: string }) => [id, met])).toEqual([
      ['a', '2022-06-01'],
      ['b', null],
    ]);
  });

  test('an entry that was retracted', async () => {
    const { reform } = small(measures(claim));
    const ran = await reform(['retract', 'T01.1', '2', '-m', 'Another measure']);
    expect(ran.err).toContain('T01.1: done (claimed) → in progress.');
    const { out } = await reform(['show', 'T01.1']);
    expect(out).toContain('retracted by entry 3');
    expect(out).toContain('全部完成');
    expect(out).toContain('Another measure');
    expect((await reform(['retract', 'T01.1', '2', '-m', 'again'])).exit).toBe(1);
    expect((await reform(['retract', 'T01.1', '3', '-m', 'back'])).exit).toBe(1);
  });

  test.each([
    ['T01.1', '2'],
    ['t1.1', '#2'],
    ['确定小区', '2'],
  ])('retract %s %s', async (id, entry) => {
    const { root, reform } = small(measures(claim));
    expect((await reform(['retract', id, entry, '-m', 'x'])).exit).toBe(0);
    expect(lastEvent(root)).toMatchObject({ event: 'retract', entry: 2 });
  });

  test('what rests on an entry keeps it from being retracted', async () => {
    const { reform, changed } = small(
      measures([...claim, 'date: 2022-07-01, event: verify, by: reform-office, checked: site']),
    );
    const { exit, err } = await reform(['retract', 'T01.1', '2', '-m', 'x']);
    expect(exit).toBe(1);
    expect(err).toContain('T01.1 is in progress on 2022-07-01: verify is not possible');
    expect(changed()).toEqual([]);
  });

  test('an event of an earlier day may not make later ones impossible', async () => {
    const { reform, changed } = small(measures(claim));
    const { exit, err } = await reform(['block', 'T01.1', '-m', 'x', '--date', '2022-05-01']);
    expect(exit).toBe(1);
    expect(err).toContain('T01.1 is blocked on 2022-06-01: done is not possible');
    expect(changed()).toEqual([]);
  });
});

describe('a check', () => {
  const claimOf = (by: string, date = '2022-06-01') =>
    `date: ${date}, event: done, by: ${by}, criteria: [a, b], evidence: [{ document: D }]`;
  const two = (by: string, date?: string) =>
    measures(
      [claimOf(by, date)],
      `    log:\n      - { date: 2022-06-01, event: done, by: north, result: x, evidence: [{ document: D }] }\n`,
    );
  const verify = (...args: readonly string[]) => ['verify', ...args];

  test.each([
    ['the claimant', 'old-bureau', 'old-bureau'],
    ['who took over from the claimant', 'old-bureau', 'new-bureau'],
    ['whom the claimant took over from', 'new-bureau', 'old-bureau'],
  ])('not by %s', async (_what, claimant, checker) => {
    const { reform, changed } = small(two(claimant));
    const { exit, err } = await reform(verify('T01.1', '--checked', 'site', '--by', checker));
    expect(exit).toBe(1);
    expect(err).toContain(`T01.1: ${checker} verifies its own claim\n`);
    expect(err).toContain('somebody other than the claimant checks');
    expect(changed()).toEqual([]);
  });

  test('one word for all, another for one of them', async () => {
    const { root, reform } = small(two('old-bureau'));
    const args = ['T01.1', 'T01.2', '--checked', 'document', '--checked', 'T01.1=site'];
    const { exit } = await reform(verify(...args, '--by', '改革办'));
    expect(exit).toBe(0);
    expect(lastEvent(root)).toEqual({
      date: '2022-12-01',
      event: 'verify',
      by: 'reform-office',
      checked: 'site',
    });
    expect(lastEvent(root, 'T01.2')['checked']).toBe('document');
  });

  test.each(['t1.1=site', 'Ｔ01.1＝site', 'T01.1=third-party'])('--checked %s', async (checked) => {
    const { root, reform } = small(two('old-bureau'));
    const ran = await reform(verify('T01.1', '--checked', checked, '--by', 'reform-office'));
    expect(ran.exit).toBe(0);
    expect(lastEvent(root)['checked']).toBe(checked.normalize('NFKC').split('=')[1]);
  });

  test('--checked takes the names that items go by', async () => {
    const { root, reform } = small(two('old-bureau'));
    const ran = await reform(
      verify('确定小区', '--checked', '确定小区=site', '--by', 'reform-office'),
    );
    expect(ran.exit).toBe(0);
    expect(lastEvent(root)['checked']).toBe('site');
  });

  test('one item without a word refuses all of them', async () => {
    const { reform, changed } = small(two('old-bureau'));
    const ran = await reform(
      verify('T01.1', 'T01.2', '--checked', 'T01.1=site', '--by', 'reform-office'),
    );
    expect(ran.exit).toBe(1);
    expect(ran.err).toContain('T01.2: verify needs "checked"');
    expect(changed()).toEqual([]);
  });

  test('a word for an item that is not meant is told', async () => {
    const { reform, changed } = small(two('old-bureau'));
    const args = ['T01.1', '--checked', 'site', '--checked', 'T01.2=document'];
    const ran = await reform(verify(...args, '--by', 'reform-office'));
    expect(ran.exit).toBe(2);
    expect(changed()).toEqual([]);
  });
});

describe('ticks', () => {
  test.each([
    ['T01.1#a'],
    ['t1.1#A'],
    ['Ｔ０１．１＃ａ'],
    ['确定小区#a'],
    ['choose the estates#a'],
  ])('%s', async (given) => {
    const { root, reform } = small(measures());
    const ran = await reform(['tick', given]);
    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(lastEvent(root)).toEqual({ date: '2022-12-01', event: 'tick', criteria: ['a'] });
  });

  test('several of one item are one entry', async () => {
    const { root, reform } = small(measures());
    expect((await reform(['tick', 'T01.1#b', 'T01.1#a', 'T1.1#b'])).exit).toBe(0);
    expect(lastEvent(root)['criteria']).toEqual(['b', 'a']);
    expect(read(root, 'tasks/T01.yaml').match(/event: tick/g)).toHaveLength(1);
  });

  test('one there is not is refused', async () => {
    const { reform, changed } = small(measures());
    const { exit, err } = await reform(['tick', 'T01.1#z']);
    expect(exit).toBe(1);
    expect(err).toContain('error[reference/unknown-criterion]');
    expect(changed()).toEqual([]);
  });
});

describe('pilots', () => {
  const log = (root: string, index = 0) => parse(read(root, 'pilots.yaml'))[index].log;

  test('are evaluated', async () => {
    const { root, reform, changed } = small({});
    const ran = await reform([
      ...['evaluate', '水权交易试点', '--effectiveness', 'Five trades', '--experience', '先装表'],
      ...['--problems', 'None', '--by', 'reform-office', '-m', 'n', '-e', 'https://a.example/'],
    ]);
    expect(ran).toEqual({
      exit: 0,
      out: '',
      err: `水权交易试点 → water-rights Water rights
water-rights: evaluated 2022-12-01.
Wrote ledger/pilots.yaml (North City 2022).
Take it back: reform undo
`,
    });
    expect(changed()).toEqual(['pilots.yaml']);
    expect(log(root)).toEqual([
      {
        ...{ date: '2022-12-01', event: 'evaluate', by: 'reform-office' },
        ...{ effectiveness: 'Five trades', experience: '先装表', problems: 'None', note: 'n' },
        evidence: [{ url: 'https://a.example/' }],
      },
    ]);
    expect((await reform(['list', 'pilots'])).out).toContain('2022-12-01');
  });

  test('are replicated, several in one command', async () => {
    const { root, reform } = small({});
    const args = ['water-rights', 'green-credit', '--to', 'province', '-d', '粤改办[2022]4号'];
    expect((await reform(['replicate', ...args])).exit).toBe(0);
    const entry = {
      ...{ date: '2022-12-01', event: 'replicate' },
      ...{ to: 'province', document: '粤改办〔2022〕4号' },
    };
    expect([log(root), log(root, 1)]).toEqual([[entry], [entry]]);
  });

  test('copy in from a city, under conditions, and are retracted', async () => {
    const { root, reform } = small({});
    const args = ['water-rights', '--from', 'Shanghai', '--conditions', 'one keeper: yes'];
    expect((await reform(['replicate', ...args])).exit).toBe(0);
    expect((await reform(['retract', 'water-rights', '1', '-m', 'a visit'])).exit).toBe(0);
    expect(log(root)).toEqual([
      {
        ...{ date: '2022-12-01', event: 'replicate' },
        ...{ from: 'Shanghai', conditions: 'one keeper: yes' },
      },
      { date: '2022-12-01', event: 'retract', entry: 1, reason: 'a visit' },
    ]);
  });

  test.each([
    [
      'evaluate without a finding',
      1,
      ['evaluate', 'water-rights', '--by', 'reform-office'],
      'evaluate needs "effectiveness"',
    ],
    [
      'evaluate by nobody',
      2,
      ['evaluate', 'water-rights', '--problems', 'x'],
      'it is not clear who says so',
    ],
    ['replicate nowhere', 1, ['replicate', 'water-rights'], 'replicate needs "to"'],
    [
      'replicate to the moon',
      2,
      ['replicate', 'water-rights', '--to', 'moon'],
      '--to: "moon" is none of its values',
    ],
    [
      'an item',
      2,
      ['evaluate', 'T01.1', '--problems', 'x', '--by', 'north'],
      'there is no pilot "T01.1"',
    ],
    ['an item', 2, ['replicate', 'T01.1', '--to', 'city'], 'there is no pilot "T01.1"'],
    [
      'report on a pilot',
      2,
      ['report', 'water-rights', '-m', 'x'],
      'water-rights is a pilot, for which that cannot be recorded',
    ],
    [
      'claim a pilot',
      2,
      ['done', 'water-rights', '-e', 'D', '--by', 'north'],
      'water-rights is a pilot, for which that cannot be recorded',
    ],
  ])('%s: refused', async (_what, expected, args, told) => {
    const { reform, changed } = small(measures());
    const { exit, out, err } = await reform(args);
    expect(err).toContain(told);
    expect([exit, out, changed()]).toEqual([expected, '', []]);
  });
});

describe('values of any sort', () => {
  const harmless = [
    ...[
      '# no comment',
      'a # b',
      'key: value',
      'a:b',
      '- a',
      '@x',
      '%x',
      '&x',
      '*x',
      '!x',
      '|',
      '>',
    ],
    ...['? a', ': b', '"quoted"', "it's", '`x`', '[a]', '{a: b}', 'a, b', 'no', 'on', 'y', '~'],
    ...[
      'null',
      'true',
      '1e3',
      '0123',
      '0x1f',
      '12:30',
      '1_000',
      '.5',
      '-1',
      '2022-09-30',
      '=',
      '<<',
    ],
    ...[
      '😀 家族 👨‍👩‍👧'.replace(/\u200d/g, ''),
      'one\ntwo\n\n  three',
      'a\tb',
      'C:\\x\\n',
      '$(x) `y` $z',
    ],
    ...[
      '---',
      '...',
      '--- a',
      '，：；',
      '“弯引号”',
      '全角：冒号',
      'é à ü',
      'x'.repeat(10_000),
      '汉'.repeat(4_000),
    ],
  ];
  const hostile: readonly (readonly [string, string])[] = [
    ['an escape', 'a\u001b[31mb'],
    ['a bell', 'a\u0007b'],
    ['a backspace', 'a\bb'],
    ['right to left', 'a\u202eb'],
    ['an isolate', 'a\u2066b'],
    ['nothing to see', 'a\u200bb'],
    ['a line separator', 'a\u2028b'],
    ['a C1 control', 'a\u009bb'],
    ['a byte order mark', 'a\ufeffb'],
  ];

  test('round-trip exactly as reason, problem, next, result and note', async () => {
    for (const text of harmless) {
      const { root, reform } = small(measures());
      const ran = await reform(['block', 'T01.1', '-m', text]);
      expect([ran.exit, text, ran.err]).toEqual([0, text, expect.anything()]);
      expect(lastEvent(root)).toEqual({ date: '2022-12-01', event: 'block', reason: text });
      const claim = ['done', 'T01.2', `--result=${text}`, `-m${text}`, '-e', 'D', '--by', 'north'];
      expect((await reform(claim)).exit).toBe(0);
      expect(lastEvent(root, 'T01.2')).toMatchObject({ result: text, note: text });
      const report = ['report', 'T01.1', `--problem=${text}`, `--next=${text}`];
      expect((await reform(report)).exit).toBe(0);
      expect(lastEvent(root)).toMatchObject({ problem: text, next: text });
      expect((await reform(['validate', '--strict'])).exit).toBe(0);
    }
  });

  test.each(hostile)('%s is refused, and never raw on the terminal', async (_what, text) => {
    const { reform, changed } = small(measures());
    for (const args of [
      ['block', 'T01.1', '-m', text],
      ['report', 'T01.1', '--problem', text],
      ['withdraw', 'T01.1', '-m', 'x', '-d', text],
      ['done', 'T01.2', '--result', 'x', '-e', text, '--by', 'north'],
    ]) {
      const { exit, out, err } = await reform(args);
      expect([exit, out]).toEqual([1, '']);
      expect(err).toContain('error[text/control]');
      expect(out + err).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u202e\u2066\ufeff]/);
    }
    expect(changed()).toEqual([]);
  });

  test.each(hostile)(
    '%s as an id, a unit, a query or a number is not echoed',
    async (_what, text) => {
      const { reform, changed } = small(measures());
      for (const [args, env] of [
        [['report', text, '-m', 'x'], {}],
        [['report', 'T01.1', '-m', 'x', '--by', text], {}],
        [['report', 'T01.1', '-m', 'x'], { REFORM_BY: text }],
        [['report', 'T01.1', '-m', 'x', '--date', text], {}],
        [['report', 'T01.1', '-m', 'x', '--progress', text], {}],
        [['report', '--where', text, '-m', 'x'], {}],
        [['report', '--where', `${text}:x`, '-m', 'x'], {}],
        [['tick', `T01.1#${text}`], {}],
        [['verify', 'T01.1', '--by', 'north', '--checked', text], {}],
        [['set', 'T01.1', `${text}=x`], {}],
        [['add', text], {}],
      ] as const) {
        const { exit, out, err } = await reform(args, { env });
        expect([args, exit, out]).toEqual([args, exit === 1 ? 1 : 2, '']);
        expect(err).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b\u2028\u202e\u2066\ufeff]/);
      }
      expect(changed()).toEqual([]);
    },
  );

  test('NUL in the text of a file is refused', async () => {
    const { reform, changed } = small(measures());
    const ran = await reform(['report', 'T01.1', '-F', '-'], { stdin: 'a\0b' });
    expect(ran.exit).toBe(1);
    expect(ran.err).not.toContain('\0');
    expect(changed()).toEqual([]);
  });

  test.each([
    ['full-width', 'Ｔ０１．１'],
    ['with other case and zeros', 't001.01'],
    ['in quotes', '“确定小区”'],
  ])('an id %s', async (_what, id) => {
    const { root, reform } = small(measures());
    expect((await reform(['report', id, '-m', 'x'])).exit).toBe(0);
    expect(lastEvent(root)['note']).toBe('x');
  });

  test('a name with its accents apart', async () => {
    const { root, reform } = small(measures());
    const ran = await reform(['report', 'T01.1', '-m', 'x', '--by', 'cafe\u0301 office']);
    expect(ran.exit).toBe(0);
    expect(lastEvent(root)['by']).toBe('new-bureau');
    const env = { REFORM_BY: 'CAFE\u0301 OFFICE' };
    expect((await reform(['report', 'T01.1', '-m', 'y'], { env })).exit).toBe(0);
    expect(lastEvent(root)['by']).toBe('new-bureau');
  });
});

test('the hand ledger takes each verb on its own items', async () => {
  const { reform, root } = deskOf(handLedger, '2023-02-01');
  const steps: readonly (readonly string[])[] = [
    ['reject', 'T03.2', '-m', 'Annex missing', '--by', 'reform-office'],
    ['resume', 'T03.5', '--by', 'westbank'],
    ['reopen', 'T03.1', '--criteria', 'c', '-m', 'Sources cut off'],
    ['reinstate', 'T01.1'],
    ['verify', 'T02.1', '--checked', 'site', '--by', 'reform-office'],
    ['select', 'eastbank-3', '-d', '临改委〔2023〕2号'],
  ];
  const exits = [];
  for (const args of steps) exits.push((await reform(args)).exit);
  // A third project of a district is more than the rule allows.
  expect(exits).toEqual([0, 0, 0, 0, 0, 1]);
  expect((await reform(['validate'])).exit).toBe(0);
  expect(read(root, 'projects/eastbank.yaml')).not.toContain('2023-02-01');
});
