/** Questions at a terminal in Chinese: whatever is drawn that is not to be typed is Chinese, and stays so. */
import { describe, expect, test } from 'vitest';
import { baseLedger, deskOf } from '../desk.ts';
import { handLedger, run, temporaryFolder } from '../harness.ts';
import { latinIn } from '../latin.ts';

const escapes = /\u001b\[[0-9;?]*[A-Za-z]/g;
const down = '\u001b[B';

/** What is drawn at the terminal of somebody who is asked in Chinese. */
const drawnBy = async (
  ledger: string,
  args: readonly string[],
  typing: readonly string[],
  language = 'zh',
) => {
  let drawn = '';
  const there = deskOf(ledger, '2022-10-31');
  const env = { REFORM_BY: 'data-bureau', NO_COLOR: '1' };
  const { exit } = await there.reform([...args, '--lang', language], {
    ...{ width: 80, typing, env },
    drawn: (text) => {
      drawn += text;
    },
  });
  return { exit, drawn: drawn.replace(escapes, ' '), changed: there.changed() };
};

const expectChinese = (drawn: string) => {
  expect(drawn).toMatch(/\p{Script=Han}/u);
  expect(latinIn(drawn)).toEqual([]);
};

describe('in Chinese', () => {
  test('mine: the verbs are told beside their names, and how to choose', async () => {
    const { exit, drawn, changed } = await drawnBy(
      handLedger,
      ['mine'],
      ['b\r', '\r', '二稿完成\r', '60\r', '\r'],
    );
    expect([exit, changed]).toEqual([0, ['tasks/T01.yaml']]);
    expectChinese(drawn);
    for (const choice of [
      'report（报告进展）',
      'done（申请销号）',
      'block（登记受阻）',
      'show（查看）',
    ]) {
      expect(drawn).toContain(choice);
    }
    expect(drawn).toContain('回车');
  });

  test('yes or no', async () => {
    const { exit, drawn } = await drawnBy(baseLedger, ['tick', 'T01.1'], ['y']);
    expect(exit).toBe(0);
    expectChinese(drawn);
    expect(drawn).toContain('是');
    expect(drawn).toContain('否');
  });

  test('more than three items at once', async () => {
    const { exit, drawn, changed } = await drawnBy(
      handLedger,
      ['report', '--where', 'status:in-progress', '-m', '已核对'],
      ['y'],
    );
    expect(exit).toBe(0);
    expect(changed.length).toBeGreaterThan(1);
    expectChinese(drawn);
    expect(drawn).toContain('是');
  });

  test('verify', async () => {
    const { drawn } = await drawnBy(
      handLedger,
      ['verify', 'T03.3', '--by', 'reform-office'],
      [`${down}\r`],
    );
    expectChinese(drawn);
    expect(drawn).toContain('site（实地核查）');
  });

  test('add', async () => {
    const { exit, drawn } = await drawnBy(baseLedger, ['add'], ['\r', '\u0003']);
    expect(exit).toBe(130);
    expectChinese(drawn);
    expect(drawn).toContain('leading-reform（创造型引领型改革）');
  });

  test('done', async () => {
    const { exit, drawn } = await drawnBy(baseLedger, ['done', 'T01.1'], ['y', '云建[2022]8号\r']);
    expect(exit).toBe(0);
    expectChinese(drawn);
  });

  test('init', async () => {
    let drawn = '';
    const { exit } = await run(['init', 'new', '--lang', 'zh'], {
      cwd: temporaryFolder(),
      typing: ['临江市\r', '\r', '\r'],
      drawn: (text) => {
        drawn += text;
      },
    });
    expect(exit).toBe(0);
    expectChinese(drawn.replace(escapes, ' '));
    expect(drawn).toContain('none（暂不列入）');
  });
});

test('in English a command stands alone where its name says it all', async () => {
  const { drawn } = await drawnBy(handLedger, ['mine'], ['b\r', '\r', 'x\r', '\r', '\r'], 'en');
  expect(drawn).toContain('What about T01.1? (↑/↓, then return)');
  expect(drawn).toContain('● report\n');
  expect(drawn).not.toContain('report (');
});
