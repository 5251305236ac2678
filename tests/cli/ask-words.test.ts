/** Verbs ask at a terminal for the words they need, and for nothing that was said. */
import { describe, expect, test } from 'vitest';
import { desk, replaceIn, type Setting } from '../desk.ts';
import { read } from '../harness.ts';

const ctrlC = '\u0003';
const at = (...typing: readonly string[]): Setting => ({ typing });

const lastLine = (root: string, file: string) =>
  read(root, file).trimEnd().split('\n').at(-1)?.trim();

describe('report', () => {
  test('asks what happened and how far it is', async () => {
    const { root, reform } = desk();
    // A figure that is none is asked for again.
    const ran = await reform(['report', 'T02.1'], at(' 小区已确定 \r', '120\r\u0015４０%\r'));
    expect(ran.exit).toBe(0);
    expect(lastLine(root, 'tasks/T02.yaml')).toBe(
      '- { date: 2022-12-01, event: report, progress: 40, note: 小区已确定 }',
    );
  });

  test('the figure may be left out, the words may not', async () => {
    const { root, reform } = desk();
    expect((await reform(['report', 'T02.1'], at('\r\u0015x\r', '\r'))).exit).toBe(0);
    expect(lastLine(root, 'tasks/T02.yaml')).toBe('- { date: 2022-12-01, event: report, note: x }');
  });

  test('nobody is asked where something was said, with -y, or where it is not possible', async () => {
    const { reform, changed } = desk();
    expect((await reform(['report', 'T02.1', '--progress', '10'], at())).exit).toBe(0);
    expect(changed()).toEqual(['tasks/T02.yaml']);
    expect((await reform(['report', 'T02.1', '-y'], at('x\r', '\r'))).exit).toBe(2);
    const verified = await reform(['report', 'T01.2'], at());
    expect(verified.exit).toBe(1);
    expect(verified.err).toContain('T01.2 is verified');
  }, 5_000);

  test('broken off, nothing is written', async () => {
    const { reform, changed } = desk();
    const { exit } = await reform(['report', 'T02.1'], at('x\r', ctrlC));
    expect([exit, changed()]).toEqual([130, []]);
  });
});

describe('block', () => {
  test('asks why', async () => {
    const { root, reform } = desk();
    expect((await reform(['block', 'T02.1'], at('资金未落实\r'))).exit).toBe(0);
    expect(lastLine(root, 'tasks/T02.yaml')).toBe(
      '- { date: 2022-12-01, event: block, reason: 资金未落实 }',
    );
    const given = desk();
    expect((await given.reform(['block', 'T02.1', '-m', 'x'], at())).exit).toBe(0);
  }, 5_000);
});

describe('tick', () => {
  test('asks which criteria are met, unless they are named', async () => {
    const { root, reform } = desk();
    expect((await reform(['tick', 'T01.1'], at('y'))).exit).toBe(0);
    expect(read(root, 'tasks/T01.yaml')).toContain(
      '{ date: 2022-12-01, event: tick, criteria: [b] }',
    );
    const named = desk();
    expect((await named.reform(['tick', 'T01.1#b'], at())).exit).toBe(0);
  }, 5_000);

  test('in the order of their days, and no further than one that is neither met nor due', async () => {
    const { root, reform } = desk((ledger) => {
      const file = 'tasks/T01.yaml';
      replaceIn(ledger, file, 'due: 2022-09-30\n    criteria', 'due: 2023-02-28\n    criteria');
      replaceIn(
        ledger,
        file,
        '      - { id: b, due: 2022-09-30, text: Catalogue issued, text_zh: 目录印发 }\n',
        [
          '      - { id: b, text: Catalogue issued }\n',
          '      - { id: c, due: 2022-11-30, text: Catalogue printed }\n',
          '      - { id: d, due: 2022-12-31, text: Catalogue sent out }\n',
          '      - { id: e, due: 2022-12-31, text: Catalogue read }\n',
        ].join(''),
      );
    });
    let drawn = '';
    const ran = await reform(['tick', 'T01.1'], {
      ...at('\r', '\r', 'y'),
      drawn: (text) => {
        drawn += text;
      },
    });
    expect(ran.exit).toBe(0);
    // b is due with its item, after d, which is not met.
    expect([...new Set(drawn.match(/T01\.1#[a-z]/g))]).toEqual(['T01.1#c', 'T01.1#d', 'T01.1#e']);
    expect(read(root, 'tasks/T01.yaml')).toContain(
      '{ date: 2022-12-01, event: tick, criteria: [e] }',
    );
  }, 5_000);

  test('none met is refused as without a terminal', async () => {
    const { reform, changed } = desk();
    const asked = await reform(['tick', 'T01.1'], at('\r'));
    const alone = await reform(['tick', 'T01.1']);
    expect([asked.exit, asked.err]).toEqual([alone.exit, alone.err]);
    expect(changed()).toEqual([]);
  });
});
