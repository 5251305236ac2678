/** `report` and `done` as a user meets them, on copies of real files: what is said, and which bytes change. */
import { createHash } from 'node:crypto';
import {
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Desk, deskOf, replaceIn, type Setting } from '../desk.ts';
import { copyOf, handLedger, type Ran, read, realLedger, run } from '../harness.ts';

/** The hand ledger on a day after its last entry. */
const hand = (prepare?: (root: string) => void): Desk => deskOf(handLedger, '2023-02-01', prepare);

describe('one line more, and no other byte', () => {
  test('a report on an item without a log, in the real ledger', async () => {
    const { root, reform, changed } = deskOf(realLedger, '2022-12-01');
    const before = read(root, 'projects/huangpu.yaml');
    const diff = `--- a/ledger/projects/huangpu.yaml
+++ b/ledger/projects/huangpu.yaml
@@ -15,8 +15,10 @@
       quote: Create a national bioeconomy pilot area
       also:
         - creating a national bioeconomy pilot area
     note: Of the Chinese title only the key term 生物经济先导区 was found.
+    log:
+      - { date: 2022-12-01, event: report, note: 规划已批复 }
 
   - id: huangpu-2
     number: "2"
     title: Carry out the pilot reform of market-oriented allocation of new factors
`;
    const dry = await reform(['report', 'huangpu-1', '-m', '规划已批复', '-n']);
    expect(dry).toEqual({
      exit: 0,
      out: diff,
      err: `huangpu-1: reported 2022-12-01.
huangpu-1: listed → in progress.
Dry run: nothing was written.
`,
    });
    expect(changed()).toEqual([]);

    const done = await reform(['report', 'huangpu-1', '-m', '规划已批复']);
    expect(done).toEqual({
      exit: 0,
      out: '',
      err: `huangpu-1: reported 2022-12-01.
huangpu-1: listed → in progress.
Wrote ledger/projects/huangpu.yaml (Guangzhou 2022).
Take it back: reform undo
`,
    });
    expect(changed()).toEqual(['projects/huangpu.yaml']);
    const anchor = '    note: Of the Chinese title only the key term 生物经济先导区 was found.\n';
    expect(read(root, 'projects/huangpu.yaml')).toBe(
      before.replace(
        anchor,
        `${anchor}    log:\n      - { date: 2022-12-01, event: report, note: 规划已批复 }\n`,
      ),
    );
    expect((await reform(['validate'])).exit).toBe(0);
  });

  const line = '{ date: 2023-02-01, event: report, progress: 5, note: "a: b" }';
  test.each([
    ['LF and comments', 'T03.5', 'tasks/T03.yaml', 'progress: 60 }\n', `          - ${line}\n`],
    ['CRLF', 'westbank-2', 'projects/westbank.yaml', '临改办〔2022〕27号 }\r\n', `  - ${line}\r\n`],
    [
      'BOM',
      'eastbank-2',
      'projects/eastbank.yaml',
      'the yard is not ours" }\n',
      `      - ${line}\n`,
    ],
  ])('%s', async (_what, id, file, anchor, added) => {
    const { root, reform, changed } = hand();
    const before = readFileSync(join(root, file));
    const { exit } = await reform(['report', id, '-m', 'a: b', '--progress', '5']);
    expect(exit).toBe(0);
    expect(changed()).toEqual([file]);
    const at = before.indexOf(anchor) + Buffer.byteLength(anchor);
    expect(before.lastIndexOf(anchor)).toBe(before.indexOf(anchor));
    expect(readFileSync(join(root, file))).toEqual(
      Buffer.concat([before.subarray(0, at), Buffer.from(added), before.subarray(at)]),
    );
  });

  test('CRLF with a BOM and without a line end at the end, byte by byte', async () => {
    const file = 'projects/eastbank.yaml';
    const { root, reform, changed } = hand((folder) => {
      const text = read(folder, file).replace(/\n/g, '\r\n').trimEnd();
      writeFileSync(join(folder, file), text);
      replaceIn(
        folder,
        file,
        '    source: { document: reform-list-2022, as: mentioned',
        '    source: { document: reform-list-2022, as: project',
      );
    });
    const before = readFileSync(join(root, file));
    expect(before.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect((await reform(['report', 'eastbank-3', '-m', 'x'])).exit).toBe(0);
    expect(changed()).toEqual([file]);
    expect(readFileSync(join(root, file))).toEqual(
      Buffer.concat([
        before,
        Buffer.from('\r\n    log:\r\n      - { date: 2023-02-01, event: report, note: x }'),
      ]),
    );
  });

  test('no line end at the end of the file', async () => {
    const { root, reform } = hand();
    const before = read(root, 'tasks/T02.yaml');
    const args = ['report', 'T02.2', '-m', 'late', '--date', '2022-11-01'];
    expect((await reform(args)).exit).toBe(0);
    expect(read(root, 'tasks/T02.yaml')).toBe(
      `${before}\n  - { date: 2022-11-01, event: report, note: late }`,
    );
  });

  test('several items of one file and of others in one command', async () => {
    const { root, reform, changed } = hand();
    const { exit, err } = await reform(['report', 'T03.3', 'westbank-2', 't3.5', '-m', 'x']);
    expect(exit).toBe(0);
    expect(err).toBe(`T03.3: reported 2023-02-01.
westbank-2: reported 2023-02-01.
T03.5: reported 2023-02-01.
Wrote ledger/tasks/T03.yaml and ledger/projects/westbank.yaml (Linjiang 2022).
Take it back: reform undo
`);
    expect(changed()).toEqual(['projects/westbank.yaml', 'tasks/T03.yaml']);
    const lines = read(root, 'tasks/T03.yaml').match(/^.*2023-02-01.*$/gm);
    const added = '          - { date: 2023-02-01, event: report, note: x }';
    expect(lines).toEqual([added, added]);
  });

  test('an item named twice is reported once', async () => {
    const { root, reform } = hand();
    expect((await reform(['report', 'T03.3', 't3.3', 'T3.3', '-m', 'x'])).exit).toBe(0);
    expect(read(root, 'tasks/T03.yaml').match(/2023-02-01/g)).toHaveLength(1);
  });

  test('all or nothing: one item that does not allow it keeps the others from being written', async () => {
    const { reform, changed } = hand();
    const { exit, err } = await reform(['report', 'T03.3', 'T03.1', 'westbank-2', '-m', 'x']);
    expect(exit).toBe(1);
    expect(err).toBe(`T03.1 is verified on 2023-02-01: report is not possible
  hint: possible from there: reopen
reform: refused; nothing was written
`);
    expect(changed()).toEqual([]);
  });

  test.skipIf(process.platform === 'win32')('a link in the ledger stays one', async () => {
    const { root, reform, changed } = hand((folder) => {
      renameSync(join(folder, 'projects', 'westbank.yaml'), join(folder, 'texts', 'west.txt'));
      symlinkSync(join('..', 'texts', 'west.txt'), join(folder, 'projects', 'westbank.yaml'));
    });
    expect((await reform(['report', 'westbank-2', '-m', 'x'])).exit).toBe(0);
    expect(readlinkSync(join(root, 'projects', 'westbank.yaml'))).toBe('../texts/west.txt');
    expect(lstatSync(join(root, 'texts', 'west.txt')).isFile()).toBe(true);
    expect(changed()).toEqual(['projects/westbank.yaml', 'texts/west.txt']);
  });

  test('a log that cannot be added to safely is refused', async () => {
    const { reform, changed } = hand((root) => {
      replaceIn(
        root,
        'projects/eastbank.yaml',
        '    due: 2022-09-30\n',
        '    due: 2022-09-30\n    log: ~\n',
      );
      replaceIn(root, 'projects/eastbank.yaml', 'as: mentioned', 'as: project');
    });
    const { exit, err } = await reform(['report', 'eastbank-3', '-m', 'x']);
    expect(exit).toBe(1);
    expect(err).toContain(
      'ledger/projects/eastbank.yaml is written in a way that cannot be added to safely',
    );
    expect(changed()).toEqual([]);
  });
});

/** The line that a report or claim on `westbank-2` would add. */
const lineOf = ({ out }: Ran): string | undefined => /^\+ {2}- (.*)\r$/m.exec(out)?.[1];

describe('what a report says', () => {
  const { reform, root, changed } = hand();
  const dry = (args: readonly string[], setting?: Setting) =>
    reform(['report', 'westbank-2', ...args, '-n'], setting);

  test.each([
    ['0', 0],
    ['100', 100],
    ['60%', 60],
    ['60 %', 60],
    ['６０', 60],
    ['６０％', 60],
    ['007', 7],
  ])('--progress %s', async (given, progress) => {
    const ran = await dry(['--progress', given]);
    expect(lineOf(ran)).toBe(`{ date: 2023-02-01, event: report, progress: ${progress} }`);
  });

  test.each(['101', '-1', '60.5', '1e1', 'half', '0x10', '１０１', '%'])(
    '--progress %j is none',
    async (given) => {
      const ran = await dry([`--progress=${given}`]);
      expect(ran).toEqual({
        exit: 2,
        out: '',
        err: `reform: --progress: "${given}" is no number for it\na whole number from 0 to 100\n`,
      });
    },
  );

  test('--progress without a number is none, be there words or not', async () => {
    expect((await dry(['--progress='])).err).toContain('a report needs words');
    expect((await dry(['--progress=', '-m', 'x'])).err).toContain('--progress: "" is no number');
  });

  test('all it can, in a fixed order', async () => {
    const args = [
      '-m',
      'm',
      '--next',
      'x',
      '--problem',
      'p',
      '--progress',
      '1',
      '--by',
      'westbank',
    ];
    expect(lineOf(await dry([...args, '--date', '2023-01-31']))).toBe(
      '{ date: 2023-01-31, event: report, by: westbank, progress: 1, note: m, problem: p, next: x }',
    );
  });

  test.each([
    ['several lines', 'one\ntwo\n', '"one\\ntwo"'],
    ['blanks around', '  one  ', 'one'],
    ['a dash in front', '- one', '"- one"'],
    ['an option', '--by', '--by'],
    ['a long text', '汉字 '.repeat(500), '汉字 '.repeat(500).trim()],
  ])('-m with %s', async (_what, given, expected) => {
    const ran = await dry(['-m', given]);
    expect(lineOf(ran)).toBe(`{ date: 2023-02-01, event: report, note: ${expected} }`);
  });

  test('-F with a file, a BOM and CRLF in it or not, and with standard input', async () => {
    writeFileSync(join(dirname(root), 'note.txt'), '\ufeff一、进展：已批复。\n');
    const note = '{ date: 2023-02-01, event: report, note: "一、进展：已批复。" }';
    expect(lineOf(await dry(['-F', 'note.txt']))).toBe(note);
    expect(lineOf(await dry(['-F', '-'], { stdin: '一、进展：已批复。\n' }))).toBe(note);
  });

  test.each([
    ['no words', [], 'a report needs words'],
    ['an empty message', ['-m', ''], 'a report needs words'],
    ['a blank message', ['-m', ' \n\t'], 'a report needs words'],
    ['an empty standard input', ['-F', '-'], 'a report needs words'],
    ['-m and -F', ['-m', 'x', '-F', '-'], '-m and -F exclude each other'],
    ['a file that is not there', ['-F', 'none.txt'], 'there is no file none.txt'],
    ['a folder', ['-F', 'ledger'], 'ledger cannot be read (EISDIR)'],
    ['tomorrow', ['-m', 'x', '--date', '2023-02-02'], '2023-02-02 is after today, 2023-02-01'],
    ['no day', ['-m', 'x', '--date', '2023-02-30'], '--date: "2023-02-30" is no day'],
    ['an unknown unit', ['-m', 'x', '--by', 'nobody'], 'there is no unit "nobody"'],
  ])('%s is a mistake in use', async (_what, args, message) => {
    const { exit, out, err } = await reform(['report', 'westbank-2', ...args]);
    expect([exit, out]).toEqual([2, '']);
    expect(err.split('\n')[0]).toBe(`reform: ${message}`);
  });

  test.each([
    ['an escape', 'a\u001b[31m', 'U+001B'],
    ['a bell', 'a\u0007b', 'U+0007'],
    ['right to left', 'a\u202eb', 'U+202E'],
    ['nothing to see', 'a\u200bb', 'U+200B'],
    ['a lone carriage return', 'a\rb', 'U+000D'],
  ])('%s is refused and not echoed', async (_what, message, character) => {
    for (const args of [
      ['-m', message],
      ['-m', 'x', '--problem', message],
    ]) {
      const { exit, out, err } = await reform(['report', 'westbank-2', ...args]);
      expect([exit, out]).toEqual([1, '']);
      expect(err).toContain(`error[text/control] the character ${character}`);
      expect(err).toContain('reform: refused; nothing was written\n');
      expect(err).not.toMatch(/[\u001b\u0007\u202e\u200b\r]/);
    }
  });

  test('in all this nothing was written', () => {
    expect(changed()).toEqual([]);
  });
});

describe('who says so', () => {
  const { reform, root } = hand();
  const by = async (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const ran = await reform(['report', 'westbank-2', '-m', 'x', '-n', ...args], { env });
    expect(ran.exit).toBe(0);
    return /by: ([a-z-]+)/.exec(lineOf(ran) ?? '')?.[1];
  };

  test('nobody, where it is not said', async () => {
    expect(await by([])).toBeUndefined();
  });

  test.each([
    ['an id', 'market-regulation', 'market-regulation'],
    ['an id in capitals', 'MARKET-REGULATION', 'market-regulation'],
    ['a Chinese alias', '市监局', 'market-regulation'],
    ['a Chinese title', '市政务服务数据管理局', 'data-bureau'],
    ['an English title', 'ecology bureau', 'ecology-bureau'],
    ['a district', 'westbank', 'westbank'],
  ])('--by with %s', async (_what, given, expected) => {
    expect(await by(['--by', given])).toBe(expected);
  });

  test('--by goes before REFORM_BY, and that before iam', async () => {
    const REFORM_CONFIG = join(dirname(root), 'settings');
    expect(
      (await reform(['iam', '环保局', '--name', '李明'], { env: { REFORM_CONFIG } })).exit,
    ).toBe(0);
    expect(await by([], { REFORM_CONFIG })).toBe('ecology-bureau');
    expect(await by([], { REFORM_CONFIG, REFORM_BY: '规自局' })).toBe('planning-bureau');
    expect(await by(['--by', 'eastbank'], { REFORM_CONFIG, REFORM_BY: '规自局' })).toBe('eastbank');
    expect(await by([])).toBeUndefined();
  });

  test.each([
    ['marketregulation', 'did you mean "market-regulation"?'],
    ['市监', undefined],
    ['改革', 'say which: reform-office or ecology-group'],
  ])('--by %s', async (given, hint) => {
    const { exit, err } = await reform(['report', 'westbank-2', '-m', 'x', '-n', '--by', given]);
    expect(exit).toBe(hint === undefined ? 0 : 2);
    if (hint) expect(err.split('\n')[1]).toBe(hint);
  });
});

describe('which item', () => {
  const { reform, changed } = hand();

  test.each([
    't03.3',
    'T3.3',
    'Ｔ03.3',
    't3.3',
    '信用数据共享网关',
    'gateway for shared credit data',
  ])('%s is T03.3', async (given) => {
    const { exit, out } = await reform(['report', given, '-m', 'x', '-n']);
    expect(exit).toBe(0);
    expect(out).toContain('+++ b/ledger/tasks/T03.yaml');
    expect(out).toContain('reason: Report unsigned }\n+  ');
  });

  test.each([
    ['T03', 'T03 is a task, for which that cannot be recorded', ''],
    ['T03.9', 'there is no record "T03.9"', 'did you mean "T03.1", "T03.2" or "T03.3"?'],
    [
      'eastbnak-2',
      'there is no record "eastbnak-2"',
      'did you mean "eastbank-2", "eastbank-1" or "eastbank-3"?',
    ],
    ['reform-office', 'reform-office is a unit, for which that cannot be recorded', ''],
  ])('%s is none to report on', async (given, message, hint) => {
    for (const args of [
      ['report', given, '-m', 'x'],
      ['done', given, '-e', 'X', '--by', 'eastbank'],
    ]) {
      const { exit, out, err } = await reform(args);
      expect([exit, out]).toEqual([2, '']);
      expect(err).toBe(`reform: ${message}\n${hint && `${hint}\n`}`);
    }
  });

  test('in all this nothing was written', () => {
    expect(changed()).toEqual([]);
  });
});

describe('a claim', () => {
  const { reform, root, changed } = hand((folder) => {
    mkdirSync(join(folder, 'evidence', 'new'), { recursive: true });
    writeFileSync(join(folder, 'evidence', 'new', '附件 1.pdf'), 'proof');
    writeFileSync(join(dirname(folder), 'outside.txt'), 'x');
    symlinkSync(join(dirname(folder), 'outside.txt'), join(folder, 'evidence', 'new', 'link.txt'));
  });
  const proof = createHash('sha256').update('proof').digest('hex');
  const claim = (args: readonly string[], setting?: Setting) =>
    reform(['done', 'westbank-2', '--by', 'westbank', '--result', 'Open', '-n', ...args], setting);
  const evidence = async (given: string, setting?: Setting) =>
    /evidence: \[(.*)\] \}$/.exec(lineOf(await claim(['-e', given], setting)) ?? '')?.[1];

  test('is said and shown', async () => {
    const ran = await claim(['-e', '西岸府〔2023〕1号', '-m', '三站启用']);
    expect(ran.err).toBe(`westbank-2: claimed done 2023-02-01.
westbank-2: in progress → done (claimed).
Dry run: nothing was written.
`);
    expect(lineOf(ran)).toBe(
      '{ date: 2023-02-01, event: done, by: westbank, result: Open, note: 三站启用, evidence: [{ document: 西岸府〔2023〕1号 }] }',
    );
  });

  test.each([
    ['a document number', '西岸府〔2023〕1号', '{ document: 西岸府〔2023〕1号 }'],
    ['the id of a document', 'reform-list-2022', '{ document: reform-list-2022 }'],
    ['an address', 'https://a.example/b', '{ url: https://a.example/b }'],
    [
      'an address with a question',
      'HTTPS://a.example/?b=1#c',
      '{ url: "HTTPS://a.example/?b=1#c" }',
    ],
    [
      'a file as seen from here',
      'ledger/evidence/new/附件 1.pdf',
      `{ file: evidence/new/附件 1.pdf, sha256: ${proof} }`,
    ],
    [
      'a file as seen from the ledger',
      'evidence/new/附件 1.pdf',
      `{ file: evidence/new/附件 1.pdf, sha256: ${proof} }`,
    ],
    [
      'a file by a roundabout way',
      './ledger/../ledger/evidence/new/附件 1.pdf',
      `{ file: evidence/new/附件 1.pdf, sha256: ${proof} }`,
    ],
  ])('with %s', async (_what, given, expected) => {
    expect(await evidence(given)).toBe(expected);
  });

  test('with a file from the folder it is in, and from its root', async () => {
    const file = `{ file: evidence/new/附件 1.pdf, sha256: ${proof} }`;
    expect(await evidence('附件 1.pdf', { cwd: join(root, 'evidence', 'new') })).toBe(file);
    expect(await evidence(join(root, 'evidence', 'new', '附件 1.pdf'))).toBe(file);
  });

  test('with several pieces of evidence', async () => {
    const ran = await claim(['-e', 'X', '-e', 'http://a.example', '--evidence', 'Z']);
    expect(lineOf(ran)).toContain(
      'evidence: [{ document: X }, { url: http://a.example }, { document: Z }] }',
    );
  });

  test.each([
    [
      'a path that is not there',
      'evidence/new/附件 2.pdf',
      'there is no file evidence/new/附件 2.pdf',
    ],
    ['a file name that is not there', 'annex.pdf', 'there is no file annex.pdf'],
    ['a folder', 'ledger/evidence/', 'ledger/evidence/ is a folder'],
    ['a file outside', 'outside.txt', 'outside.txt lies outside the ledger'],
    ['a file far outside', '/etc/hosts', '/etc/hosts lies outside the ledger'],
    ['a way out', 'ledger/../outside.txt', 'ledger/../outside.txt lies outside the ledger'],
    [
      'a link that leads out',
      'evidence/new/link.txt',
      'evidence/new/link.txt cannot be read (special)',
    ],
  ])('not with %s', async (_what, given, message) => {
    const { exit, out, err } = await claim(['-e', given]);
    expect([exit, out]).toEqual([2, '']);
    expect(err.split('\n')[0]).toBe(`reform: ${message}`);
  });

  test.each([
    ['no evidence', ['westbank-2', '--by', 'westbank'], 'done needs evidence'],
    ['no unit', ['westbank-2', '-e', 'X'], 'it is not clear who says so'],
    ['an unknown unit', ['westbank-2', '-e', 'X', '--by', 'nobody'], 'there is no unit "nobody"'],
  ])('not with %s', async (_what, args, message) => {
    const { exit, err } = await reform(['done', ...args]);
    expect(exit).toBe(2);
    expect(err.split('\n')[0]).toBe(`reform: ${message}`);
  });

  test.each([
    [
      'an open criterion',
      ['T03.4', '--criteria', 'c'],
      'T03.4: criterion b (Ecology Bureau, Westbank) open\n  hint: name them with --criteria b if they are met\n',
    ],
    [
      'no criteria and no result',
      ['westbank-2'],
      'westbank-2: done needs "result"\n  hint: give it with --result\n',
    ],
    [
      'a blocked item',
      ['T03.5', '--result', 'x'],
      'T03.5 is blocked on 2023-02-01: done is not possible\n  hint: possible from there: report, tick, resume, excuse, postpone, withdraw or set\n',
    ],
    [
      'a verified item',
      ['T03.1'],
      'T03.1 is verified on 2023-02-01: done is not possible\n  hint: possible from there: reopen\n',
    ],
    [
      'a withdrawn item',
      ['T01.1', '--result', 'x'],
      'T01.1 is withdrawn on 2023-02-01: done is not possible\n  hint: possible from there: reinstate\n',
    ],
    [
      'a project that was only declared',
      ['eastbank-3', '--result', 'x'],
      'eastbank-3 is declared on 2023-02-01: done is not possible\n  hint: possible from there: withdraw, set or select\n',
    ],
  ])('%s is refused', async (_what, args, told) => {
    const { exit, out, err } = await reform(['done', ...args, '-e', 'X', '--by', 'westbank']);
    expect({ exit, out, err }).toEqual({
      exit: 1,
      out: '',
      err: `${told}reform: refused; nothing was written\n`,
    });
  });

  test('a criterion that there is not is refused', async () => {
    const args = ['done', 'T03.4', '--criteria', 'b,z', '-e', 'X', '--by', 'westbank'];
    const { exit, err } = await reform(args);
    expect(exit).toBe(1);
    expect(err).toContain('error[reference/unknown-criterion] there is no criterion "T03.4#z"');
  });

  test('in all this nothing was written', () => {
    expect(changed()).toEqual([]);
  });

  test.each(['b', 'B', 'T03.4#b', 't3.4#b'])('criterion %s is met by it', async (criteria) => {
    const { root: other, reform: go } = hand();
    const before = read(other, 'tasks/T03.yaml');
    const args = ['done', 'T03.4', '--criteria', criteria, '-e', 'X', '--by', 'westbank'];
    expect((await go(args)).exit).toBe(0);
    const anchor = 'westbank.linjiang.example/green" } ] }\n';
    expect(read(other, 'tasks/T03.yaml')).toBe(
      before.replace(
        anchor,
        `${anchor}          - { date: 2023-02-01, event: done, by: westbank, criteria: [b], evidence: [{ document: X }] }\n`,
      ),
    );
    expect((await go(['show', 'T03.4'])).out).toContain('done (claimed)');
    expect((await go(['validate'])).exit).toBe(0);
  });
});

describe('a ledger that takes nothing', () => {
  test('is closed', async () => {
    const { reform, changed } = hand((root) =>
      replaceIn(root, 'ledger.yaml', 'state: current', 'state: closed'),
    );
    for (const args of [
      ['report', 'westbank-2', '-m', 'x'],
      ['done', 'westbank-2', '-e', 'X'],
    ]) {
      const { exit, err } = await reform(args);
      expect(exit).toBe(1);
      expect(err).toBe('reform: Linjiang 2022 is closed and takes no more events\n');
    }
    expect(changed()).toEqual([]);
  });

  test.each([
    ['is broken in another file', 'units.yaml', '- id: [\n'],
    ['is broken in the same file', 'projects/westbank.yaml', 'district: westbank\nprojects: {{\n'],
    ['is not text', 'fields.yaml', 'id: \0\n'],
    ['was merged halfway', 'tasks/T01.yaml', '<<<<<<< HEAD\nid: T01\n=======\nid: T1\n>>>>>>> b\n'],
  ])('%s', async (_what, file, text) => {
    const { reform, changed } = hand((root) => writeFileSync(join(root, file), text));
    const { exit, out, err } = await reform(['report', 'westbank-2', '-m', 'x']);
    expect([exit, out]).toEqual([3, '']);
    expect(err).toContain(`ledger/${file}:`);
    expect(err).toContain('the ledger cannot be read');
    expect(changed()).toEqual([]);
  });

  test('what was wrong before is no reason to refuse', async () => {
    const { reform, changed } = hand((root) =>
      replaceIn(root, 'projects/westbank.yaml', 'lead: [westbank]', 'lead: [nobody]'),
    );
    expect((await reform(['validate'])).exit).toBe(1);
    expect((await reform(['report', 'westbank-2', '-m', 'x'])).exit).toBe(0);
    expect(changed()).toEqual(['projects/westbank.yaml']);
  });
});

test('the ledger written to is the one named, wherever one stands', async () => {
  const { root, reform } = hand();
  const inside = await reform(['report', 'westbank-2', '-m', 'x'], { cwd: join(root, 'projects') });
  expect(inside.err).toContain('Wrote ../projects/westbank.yaml (Linjiang 2022).');
  const at = await reform(['report', 'westbank-2', '-m', 'x', '-n'], { cwd: root });
  expect(at.out.split('\n').slice(0, 2)).toEqual([
    '--- a/projects/westbank.yaml',
    '+++ b/projects/westbank.yaml',
  ]);
});

describe('found by use', () => {
  const claimOn = (id: string, ...more: readonly string[]) => {
    const cwd = copyOf(handLedger);
    const args = ['done', id, '--by', 'westbank', '--today', '2023-02-01', ...more];
    return run(args, { cwd });
  };

  test('the same mistake once more is a new mistake', async () => {
    const cwd = copyOf(handLedger);
    const file = join(cwd, 'tasks', 'T03.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(
        'criteria: [ c ], evidence',
        'criteria: [ c, z ], evidence',
      ),
    );
    const before = readFileSync(file, 'utf8');
    expect(before).toContain('[ c, z ]');
    const args = [
      'done',
      'T03.4',
      '--criteria',
      'b,z',
      '-e',
      'X',
      '--by',
      'westbank',
      '--today',
      '2023-02-01',
    ];
    const { exit, err } = await run(args, { cwd });
    expect(exit).toBe(1);
    expect(err).toContain('reference/unknown-criterion');
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('a criterion of another item is not taken for one of this', async () => {
    const { exit, err } = await claimOn('T03.4', '--criteria', 'T01.1#b', '-e', 'X', '-n');
    expect(exit).toBe(2);
    expect(err).toContain('T01.1#b is no criterion of T03.4');
  });

  test.each(['GB/T 19001-2016', 'No.CXII', '穗府办规〔2022〕18号'])(
    '%s is a document number',
    async (number) => {
      const { exit, out } = await claimOn('T03.4', '--criteria', 'b', '-e', number, '-n');
      expect(exit).toBe(0);
      expect(out).toContain(number);
    },
  );

  test.each(['https://', 'evidence', 'evidence/nothing', './18', 'annex.pdf'])(
    '%s is no evidence',
    async (given) => {
      const { exit, out } = await claimOn('T03.4', '--criteria', 'b', '-e', given, '-n');
      expect({ exit, out }).toEqual({ exit: 2, out: '' });
    },
  );

  test('the same evidence twice is one', async () => {
    const { out } = await claimOn('T03.4', '--criteria', 'b', '-e', 'X', '-e', 'X', '-n');
    expect(out).toContain('evidence: [{ document: X }] }');
  });

  test('a Chinese name of the unit is echoed, and an empty REFORM_BY does not hide who I am', async () => {
    const cwd = copyOf(realLedger);
    await run(['iam', 'huangpu'], { cwd });
    const args = ['report', 'huangpu-1', '-m', 'x', '-n'];
    expect((await run([...args, '--by', '番禺区'], { cwd })).err).toContain('番禺区 → panyu Panyu');
    expect((await run(args, { cwd, env: { REFORM_BY: '' } })).out).toContain('by: huangpu');
  });

  test('line ends of Windows become plain ones', async () => {
    const cwd = copyOf(realLedger);
    const { out } = await run(['report', 'huangpu-1', '-F', '-', '-n'], {
      cwd,
      stdin: 'one\r\ntwo\r\n',
    });
    expect(out).toContain('note: "one\\ntwo"');
  });

  test('line separators that nobody sees are refused', async () => {
    const { exit, err } = await run(['report', 'huangpu-1', '-m', 'a\u2028b'], {
      cwd: copyOf(realLedger),
    });
    expect(exit).toBe(1);
    expect(err).toContain('U+2028');
  });
});
