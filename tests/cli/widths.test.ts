/** The daily answers fit the terminal and line up, in both languages. */
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { run } from '../harness.ts';
import { demoFolder } from './naive.ts';

let root = '';
beforeAll(async () => {
  root = await demoFolder();
});

const questions = [
  ['due', '--within', 'year-end'],
  ['mine', '--unit', 'finance-bureau'],
  ['inbox'],
  ['agenda'],
] as const;

describe.each(['en', 'zh'])('in %s', (language) => {
  test.each(questions.map((each) => [each.join(' '), each] as const))('%s', async (_name, args) => {
    for (const width of [60, 80, 120]) {
      const { exit, out } = await run(
        [...args, '--ledger', root, '--today', '2022-09-20', '--lang', language],
        { width, env: { NO_COLOR: '1' } },
      );
      expect(exit).toBe(0);
      const lines = out.split('\n');
      expect(lines.length).toBeGreaterThan(5);
      for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    }
  });
});
