/** A question may hold words of a ledger: they reach the terminal as text and as nothing else. */
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askChoice, askText, askWhether } from '../../src/cli/ask.ts';
import { en } from '../../src/words/en.ts';

const hostile = 'Is it met? \u001b]8;;https://evil.example\u0007link\u009b31m a\u202eb';

/** A terminal that answers every question with a return, and keeps what is drawn. */
const terminal = () => {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 120, rows: 24 });
  let drawn = '';
  output.on('data', (chunk: Buffer) => {
    drawn += chunk.toString();
    if (chunk.toString().includes('\u001b[?25l')) setImmediate(() => input.write('\r'));
  });
  return { asked: { input, output }, drawn: () => drawn };
};

test.each([
  ['yes or no', (at: ReturnType<typeof terminal>['asked']) => askWhether(at, en, hostile)],
  [
    'a line of text',
    (at: ReturnType<typeof terminal>['asked']) =>
      askText(at, { message: hostile, check: () => undefined }),
  ],
  [
    'a choice',
    (at: ReturnType<typeof terminal>['asked']) =>
      askChoice(at, en, { message: hostile, values: ['a', 'b'], called: (each) => each }),
  ],
])('%s', async (_what, ask) => {
  const { asked, drawn } = terminal();
  await ask(asked);
  expect(drawn()).toContain('Is it met? \\x1b]8;;https://evil.example');
  expect(drawn()).not.toMatch(/\u001b\]8|\u009b|\u202e/);
});
