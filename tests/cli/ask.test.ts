/** Questions at a terminal: the same checks as for options, and nothing written when broken off. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { desk, type Setting } from '../desk.ts';
import { read } from '../harness.ts';

/** What is typed at one question, once more after an answer that is not taken. */
const again = (...answers: readonly string[]) => answers.join('\r\u0015').concat('\r');
const ctrlC = '\u0003';
const at = (...typing: readonly string[]): Setting => ({ typing });

const lastLine = (root: string, file: string) =>
  read(root, file).trimEnd().split('\n').at(-1)?.trim();

describe('done asks for what is missing', () => {
  test('a result, evidence and who says so', async () => {
    const { root, reform, changed } = desk();
    const ran = await reform(
      ['done', 'T02.1'],
      at('  小区已确定 \r', '云建[2022]8号\r', '市住房城乡建设局\r'),
    );
    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(changed()).toEqual(['tasks/T02.yaml']);
    expect(lastLine(root, 'tasks/T02.yaml')).toBe(
      '- { date: 2022-12-01, event: done, by: housing-bureau, result: 小区已确定, evidence: [{ document: 云建〔2022〕8号 }] }',
    );
  });

  test('which criteria are met, of those that are open', async () => {
    const { root, reform } = desk();
    const ran = await reform(
      ['done', 'T01.1', '--by', 'data-bureau'],
      at('y', 'https://a.example/\r'),
    );
    expect(ran.exit).toBe(0);
    expect(read(root, 'tasks/T01.yaml')).toContain(
      '      - { date: 2022-12-01, event: done, by: data-bureau, criteria: [b], evidence: [{ url: https://a.example/ }] }\n',
    );
  });

  test('a criterion that is not met is refused as with options', async () => {
    const { reform, changed } = desk();
    const { exit, err } = await reform(['done', 'T01.1'], at('\r', 'D\r', 'data-bureau\r'));
    expect(err).toContain('T01.1: criterion b (Data Bureau) open');
    expect([exit, changed()]).toEqual([1, []]);
  });

  test('only what is missing', async () => {
    const { root, reform } = desk();
    const given = ['-e', 'D', '--result', 'x'];
    expect((await reform(['done', 'T02.1', ...given], at('housing-bureau\r'))).exit).toBe(0);
    expect(lastLine(root, 'tasks/T02.yaml')).toContain('by: housing-bureau, result: x');
    const all = ['done', 'eastgate-1', ...given, '--by', 'eastgate'];
    expect((await reform(all, at())).exit).toBe(0);
  });

  test('answers are checked as options are, and asked for again', async () => {
    const { root, reform } = desk();
    const ran = await reform(
      ['done', 'T02.1'],
      at(
        again('', '  ', 'x'),
        again('', 'scam.pdf', '/etc/hosts', 'evidence/', 'https://', 'D'),
        again('', 'nobody', '数据局'),
      ),
    );
    expect(ran.exit).toBe(0);
    expect(lastLine(root, 'tasks/T02.yaml')).toBe(
      '- { date: 2022-12-01, event: done, by: data-bureau, result: x, evidence: [{ document: D }] }',
    );
  });

  test.each([
    ['the first question', [ctrlC]],
    ['the second', ['x\r', ctrlC]],
    ['the last', ['x\r', 'D\r', ctrlC]],
    ['the middle of a word', ['x\r', `half${ctrlC}`]],
  ])('Ctrl-C at %s writes nothing', async (_what, typing) => {
    const { root, reform, changed } = desk();
    const ran = await reform(['done', 'T02.1'], at(...typing));
    expect(ran).toEqual({ exit: 130, out: '', err: 'reform: stopped; nothing was written\n' });
    expect(changed()).toEqual([]);
    expect(readdirSync(root)).not.toContain('.reform');
  });

  test('nobody is asked with -y, or about several items what only one can answer', async () => {
    const { reform, changed } = desk();
    const { exit, err } = await reform(['done', 'T02.1', '-y'], at('x\r'));
    expect(err).toContain('done needs evidence');
    expect([exit, changed()]).toEqual([2, []]);
    const two = await reform(['done', 'T02.1', 'T01.1'], at('D\r', 'data-bureau\r'));
    expect(two.exit).toBe(1);
    expect(two.err).toContain('T02.1: done needs "result"');
    expect(two.err).toContain('T01.1: criterion b (Data Bureau) open');
  });

  test('what cannot be claimed is refused before anything is asked', async () => {
    const { reform } = desk();
    const verified = await reform(['done', 'T01.2'], at());
    expect(verified.exit).toBe(1);
    expect(verified.err).toContain('T01.2 is verified on 2022-12-01: done is not possible');
  }, 5_000);

  test('an item that there is not is told before anything is asked', async () => {
    const { reform } = desk();
    const { exit, err } = await reform(['done', 'T09.9'], at());
    expect(exit).toBe(2);
    expect(err).toContain('there is no record "T09.9"');
  }, 5_000);

  test.each([
    ['right to left', 'a\u202eb\r'],
    ['nothing to see', 'a\u200bb\r'],
    ['a C1 control', 'a\u009bb\r'],
  ])('%s in an answer is refused', async (_what, typed) => {
    const { reform, changed } = desk();
    const { exit, err } = await reform(['done', 'T02.1'], at(typed, 'D\r', 'data-bureau\r'));
    expect([exit, changed()]).toEqual([1, []]);
    expect(err).toContain('error[text/control]');
    expect(err).not.toMatch(/[\u202e\u200b\u009b]/);
  });

  test('values that YAML would take for something else stay text', async () => {
    for (const typed of ['no', '# x', 'a: b', '- a', '1e3', '0123', '"q"', '😀']) {
      const { root, reform } = desk();
      const ran = await reform(['done', 'T02.1'], at(`${typed}\r`, 'D\r', 'data-bureau\r'));
      expect([typed, ran.exit]).toEqual([typed, 0]);
      const { log } = parse(read(root, 'tasks/T02.yaml')).measures[0];
      expect(log.at(-1).result).toBe(typed);
    }
  });
});

describe('add asks for what is missing', () => {
  test('a measure: where, its title, and the usual, which may be left out', async () => {
    const { root, reform } = desk();
    const ran = await reform(
      ['add', 'measure'],
      at('老旧小区\r', 'Issue the rules\r', '印发办法\r', 'housing-bureau，东门区\r', '\r', '\r'),
    );
    expect(ran).toMatchObject({ exit: 0, out: '' });
    expect(read(root, 'tasks/T02.yaml')).toMatch(
      / {2}- id: T02\.2\n {4}title: Issue the rules\n {4}title_zh: 印发办法\n {4}lead: \[housing-bureau, eastgate\]\n$/,
    );
  });

  test('a criterion of an item', async () => {
    const { root, reform } = desk();
    const ran = await reform(
      ['add', 'criterion', '-m', 'x', '-d', 'D'],
      at('T01.1\r', 'Annex issued\r', '2022-12-20\r'),
    );
    expect(ran.exit).toBe(0);
    expect(read(root, 'tasks/T01.yaml')).toContain(
      '{ id: c, text: Annex issued, due: 2022-12-20 }',
    );
  });

  test('a project, a task, a unit and a field', async () => {
    const { root, reform } = desk();
    expect((await reform(['add', 'project'], at('西门区\r', 'x\r', '\r', '\r', '\r'))).exit).toBe(
      0,
    );
    expect((await reform(['add', 'task'], at('x\r', '\r', '数字政府\r'))).exit).toBe(0);
    expect((await reform(['add', 'unit'], at('Port Office\r', '\r', 'group\r'))).exit).toBe(0);
    expect((await reform(['add', 'field'], at('Rural reform\r'))).exit).toBe(0);
    expect(read(root, 'projects/westgate.yaml')).toContain('  - id: westgate-3\n    title: x\n');
    expect(read(root, 'tasks/T03.yaml')).toBe('id: T03\nfield: digital\ntitle: x\n');
    expect(read(root, 'units.yaml')).toContain(
      '- id: port-office\n  title: Port Office\n  kind: group\n',
    );
    expect((await reform(['validate', '--strict'])).exit).toBe(0);
  });

  test('only what it needs, where something was said', async () => {
    const { root, reform } = desk();
    expect((await reform(['add', 'measure', 'T02', 'due=2022-12-20'], at('x\r'))).exit).toBe(0);
    expect(read(root, 'tasks/T02.yaml')).toContain('    title: x\n    due: 2022-12-20\n');
    expect((await reform(['add', 'measure', 'T02', 'title=y'], at())).exit).toBe(0);
  });

  test('answers are checked as options are, and asked for again', async () => {
    const { root, reform } = desk();
    const ran = await reform(
      ['add', 'measure'],
      at(
        again('', 'T09', 'T02'),
        again('', 'x'),
        '\r',
        again('nobody', 'data-bureau'),
        again('soon', '2022-02-30', '2022-12-20'),
        '\r',
      ),
    );
    expect(ran.exit).toBe(0);
    expect(read(root, 'tasks/T02.yaml')).toContain(
      '    title: x\n    lead: [data-bureau]\n    due: 2022-12-20\n',
    );
  });

  test.each([
    ['the first question', [ctrlC]],
    ['the second', ['T02\r', ctrlC]],
    ['the last', ['T02\r', 'x\r', '\r', '\r', '\r', ctrlC]],
  ])('Ctrl-C at %s writes nothing', async (_what, typing) => {
    const { reform, changed } = desk();
    const ran = await reform(['add', 'measure'], at(...typing));
    expect(ran).toEqual({ exit: 130, out: '', err: 'reform: stopped; nothing was written\n' });
    expect(changed()).toEqual([]);
  });

  test('nobody is asked with -y, without a terminal, or for a kind there is not', async () => {
    const { reform, changed } = desk();
    expect((await reform(['add', 'measure', '-y'], at())).err).toContain(
      'say in which task the measure stands',
    );
    expect((await reform(['add', 'measure'])).err).toContain(
      'say in which task the measure stands',
    );
    expect((await reform(['add'])).err).toContain('say what to add');
    expect((await reform(['add', 'mesure'], at())).err).toContain('did you mean measure');
    expect(changed()).toEqual([]);
  });
});

describe('verify asks how each item was checked', () => {
  const claimed = async () => {
    const there = desk();
    const claim = ['done', 'T02.1', 'eastgate-1', '-e', 'D', '--by', 'housing-bureau'];
    expect((await there.reform([...claim, '--result', 'x'])).exit).toBe(0);
    return there;
  };
  const down = '\u001b[B';

  test('one after the other', async () => {
    const { root, reform } = await claimed();
    const args = ['verify', 'T02.1', 'eastgate-1', '--by', 'reform-office'];
    expect((await reform(args, at('\r', `${down}\r`))).exit).toBe(0);
    expect(lastLine(root, 'tasks/T02.yaml')).toContain('checked: document');
    expect(read(root, 'projects/eastgate.yaml')).toContain('checked: site');
  });

  test('also of an item that was named by its title', async () => {
    const { root, reform } = await claimed();
    const ran = await reform(['verify', '确定改造小区', '--by', 'reform-office'], at(`${down}\r`));
    expect(ran.exit).toBe(0);
    expect(lastLine(root, 'tasks/T02.yaml')).toContain('checked: site');
  });

  test('Ctrl-C at the second writes nothing', async () => {
    const { root, reform } = await claimed();
    const args = ['verify', 'T02.1', 'eastgate-1', '--by', 'reform-office'];
    expect((await reform(args, at('\r', ctrlC))).exit).toBe(130);
    expect(lastLine(root, 'tasks/T02.yaml')).toContain('event: done');
  });

  test('not where it was said', async () => {
    const { reform } = await claimed();
    const args = ['verify', 'T02.1', '--checked', 'site', '--by', 'reform-office'];
    expect((await reform(args, at())).exit).toBe(0);
  });
});
