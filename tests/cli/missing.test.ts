/** What an office should ask for, as `list --missing` tells it. */
import { expect, test } from 'vitest';
import { handLedger, run } from '../harness.ts';

const missing = async (args: readonly string[]) => {
  const { exit, out } = await run(['list', ...args, '--missing', '--json']);
  expect(exit).toBe(0);
  const { items } = JSON.parse(out) as { items: { id: string; missing: readonly string[] }[] };
  return Object.fromEntries(items.map((each) => [each.id, each.missing]));
};

test('items of an office with what they lack, and none that lack nothing', async () => {
  expect(await missing(['field:ecology', '--ledger', handLedger])).toEqual({
    'T02.1': ['deliverable'],
    'T02.2': ['deliverable'],
  });
});

test('tasks and registers, each with what is asked of its kind', async () => {
  expect(await missing(['tasks', '--ledger', handLedger])).toEqual({ T04: ['measures'] });
  expect(await missing(['documents', '--ledger', handLedger])).toEqual({ 'plan-14': ['number'] });
  expect(await missing(['criteria', '--ledger', handLedger])).toMatchObject({ 'T03.1#c': ['due'] });
});

test('of the published projects everything but their titles', async () => {
  const found = await missing(['projects']);
  expect(Object.keys(found)).toHaveLength(22);
  for (const names of Object.values(found)) {
    expect(names).toEqual(['lead', 'start', 'due', 'deliverable', 'criteria']);
  }
});
