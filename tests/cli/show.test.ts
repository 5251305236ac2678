import { describe, expect, test } from 'vitest';
import { kindNames } from '../../src/model/kinds/index.ts';
import { handLedger, run } from '../harness.ts';

const show = (ids: readonly string[], ledger?: string, more: readonly string[] = []) =>
  run(['show', ...ids, ...(ledger ? ['--ledger', ledger] : []), ...more]);

test('a published project: what is known, its source, and what was not published', async () => {
  const { exit, out } = await show(['huangpu-1']);
  expect(exit).toBe(0);
  expect(out).toMatchInlineSnapshot(`
    "huangpu-1  Create a national bioeconomy pilot area
     国家生物经济先导区
     district            Huangpu
     printed number      1
     Chinese title from  found
     aliases             creating a national bioeconomy pilot area, national bioeconomy pilot area
     note                Of the Chinese title only the key term 生物经济先导区 was found.
     called              project
     status              listed

    Source
    article, where it is called: project
    «Create a national bioeconomy pilot area»
    «creating a national bioeconomy pilot area»
    Not published: lead unit, deadline, progress.
    Guangzhou 2022 · as published 2022-03-15
    "
  `);
});

test('the special group: claimed by the article, not verified', async () => {
  const { out } = await show(['t1.1']);
  expect(out).toContain('done (claimed)');
  expect(out).toMatchInlineSnapshot(`
    "T01.1  Establish a special group for the reform of urban planning and construction management system
     note        Claimed by the article, which does not say when the group was established or who reports it; the day in the log is the day of the article. It is not called one of the 120 measures.
     called      mentioned
     status      done (claimed)
     claimed     2022-03-15
     last event  2022-03-15
     task        T01
     field       Urban planning and construction management

    Log
     #  DATE        EVENT         WHAT
     1  2022-03-15  claimed done  A special group for the reform of urban planning and construction management system was established · article

    Source
    article, where it is called: mentioned
    «a special group for the reform of urban planning and construction management system was established»
    Not published: lead unit, deadline, progress.
    Guangzhou 2022 · as published 2022-03-15
    "
  `);
});

test('an item with criteria and a log, as it stood on a day', async () => {
  const { out } = await show(['T03.1'], handLedger, ['--today', '2022-10-31']);
  expect(out).toMatchSnapshot();
});

test('a task with its measures, a district with its projects, a document with its arrangements', async () => {
  const { out } = await show(['T01', 'huangpu', 'congress-12']);
  expect(out).toContain('Measures (1)');
  expect(out).toContain('Projects (2)');
  expect(out).toContain('Arrangements (4)');
});

test('by a name of the body of the article, which is echoed', async () => {
  const { out, err } = await show(['ecological voucher']);
  expect(out).toContain('Innovate the eco voucher mechanism');
  expect(err).toBe('ecological voucher → conghua-1 Innovate the eco voucher mechanism\n');
});

describe('any kind by its id', () => {
  test.each(kindNames)('%s', async (kind) => {
    const { out } = await run(['list', kind, '--ledger', handLedger, '--json']);
    const ids = JSON.parse(out).items.map(({ id }: { id: string }) => id);
    const shown = await show(ids, handLedger, ['--json']);
    expect(shown.exit, shown.err).toBe(0);
    expect(JSON.parse(shown.out).items.map(({ id }: { id: string }) => id)).toEqual(ids);
    const text = await show(ids, handLedger);
    expect(text.exit, text.err).toBe(0);
    for (const id of ids) expect(text.out).toContain(id);
  });
});

test('an unknown id helps to find the right one', async () => {
  const { exit, out, err } = await show(['huangpu-3']);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toBe(
    'reform: there is no record "huangpu-3"\ndid you mean "huangpu-1", "huangpu-2" or "huangpu"?\n',
  );
});

test('a fragment of several names asks which', async () => {
  const { exit, err } = await show(['pilot']);
  expect(exit).toBe(2);
  expect(err).toContain('fits more than one record');
});
