/** An honest year passes the review from beginning to end. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { run } from '../harness.ts';
import { honestYear } from '../year.ts';

let year: Awaited<ReturnType<typeof honestYear>>;
beforeAll(async () => {
  year = await honestYear();
}, 120_000);

test('an honest year: nothing is said against any of it', async () => {
  const { commits, repository } = year;
  expect(commits.length).toBeGreaterThan(500);
  const ledger = join(repository.top, 'ledger');
  const [first, late] = [commits[0], commits.at(-60)];
  const last = commits.at(-1);
  for (const range of [`${first}..${last}`, `${late}..${last}`]) {
    const { exit, out, err } = await run(['review', range, '--ledger', ledger, '--strict'], {
      now: '2023-06-01T04:00:00Z',
    });
    expect({ exit, out }, err).toEqual({ exit: 0, out: '' });
  }
}, 120_000);
